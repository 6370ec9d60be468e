"""What stands above the story of a plain text: the headline among other lines, kicker, section, dates, credits."""

from __future__ import annotations

import re
from collections import Counter

from newscli import dates
from newscli.arabic.words import all_content, content_words, core, echo, words
from newscli.classify.alone import Label, is_running_clock
from newscli.classify.headline import FULL_STOP, goes_on, score_line
from newscli.classify.reader import ABOVE, Reader
from newscli.classify.story import prose_words
from newscli.credits.persons import Likeness, likeness
from newscli.lexicon import outlets
from newscli.model import Role

_CRUMBS = re.compile(r"\W*(?:الصفحه )?الرييسيه\W")  # the way to the page: «الرئيسية / SECTION / HEADLINE»
_STAMP_WORDS = 12
_KICKER_WORDS = 5
SOLID_WORDS, _SOLID_CHARS = 12, 170  # what is this long, or ends a sentence, is a paragraph and no headline
_MOST_PASSED = 0.4
_LONGEST_HEADLINE = (24, 160)  # words, characters
_LONGEST_SECOND = (16, 110)  # below another headline, and of a subtitle
_LONGEST_REPEAT = 300  # characters of a line in which the headline stands again
_STOPPED_WORDS, _LEAD, _SAID_AGAIN = 15, 1.5, 2.2  # a headline with a full stop: words; the lead's length; echo of 3
_ENOUGH = 0.9
_CREDITS_ABOVE = 4  # lines above a story without a headline that can be its own
_ECHOING = 6  # paragraphs in which the words of the headline come again
_ECHO_CHARS = 600  # of each
ECHOES = 1.5  # so much echo, of at most 3, has no credit line
_CROWNS = 0.7
_TICKER_WORDS, _STRANGE = 15, 0.12  # content words of a ticker; the share of them that the story has too
_LISTED = 1.0  # what a line loses that stands under a heading such as "latest news"


class TextHead(Reader):
    """Finds the headline of a plain text and reads the lines around it. `_run` bounds the story."""

    _run: tuple[int, int]

    def _above(self, first: int) -> None:
        solid = self._solid(*self._run)
        start = max(0, min(first, solid - 2) - ABOVE)
        self._story_words = all_content(
            self.story.text(i)[:_ECHO_CHARS] for i in range(solid, min(solid + _ECHOING, len(self.views)))
        )
        candidates = [
            i
            for i in range(start, solid)
            if self.views[i].label in (Label.SHORT, Label.PROSE) and (i < first or self._headline_like(i, start))
        ]
        best = self._best(candidates, solid)
        self._label_head(range(start if best is None else best, solid), best)
        self._headline(best, candidates)
        if best is not None:
            self.floor = (self.story.title_ends or best) + 1

    def _heads(self, index: int) -> bool:
        """Whether the first sentence of the page is a headline with a full stop: short, and the lead says it again."""
        text = self.story.text(index)
        if any(here.label is Label.PROSE for here in self.views[:index]):
            return False
        following = next((i for i in range(index + 1, self._run[1] + 1) if self.views[i].label is Label.PROSE), None)
        if following is None or words(text) > _STOPPED_WORDS or len(self.story.text(following)) < _LEAD * len(text):
            return False
        return echo(text, content_words(self.story.text(following))) >= _SAID_AGAIN

    def _solid(self, first: int, last: int) -> int:
        """The first paragraph of the story that can be no headline: long, or a whole sentence.

        Other stories' headlines may stand before it, but never most of the prose: a story without full stops has none.
        """
        everything = prose_words(self.views, (first, last))
        counts = Counter(view.folded for view in self.views)
        passed = 0
        for index in range(first, last + 1):
            here, text = self.views[index], self.story.text(index)
            if here.label is not Label.PROSE:
                continue
            if self._stranger(index, last):
                continue
            if (len(text) > _SOLID_CHARS and re.search(r"[.،؛]", text)) or (
                words(text) >= SOLID_WORDS and FULL_STOP.search(text) and not self._heads(index)
            ):
                return index
            passed += words(text) if counts[here.folded] == 1 else 0
            if passed > _MOST_PASSED * everything:
                break
        return first

    def _stranger(self, index: int, last: int) -> bool:
        """Whether a paragraph at the story's beginning is about other things: other stories' headlines in one line.

        The words of a story come again in it; a line below that they do come again in is the headline.
        """
        here = self.views[index]
        following = [i for i in range(index + 1, last + 1) if self.views[i].label is Label.PROSE][: _ECHOING + 1]
        if here.label is not Label.PROSE or len(following) < 3 or FULL_STOP.search(here.fragment.text):
            return False
        mine = content_words(here.fragment.text[:_ECHO_CHARS])
        if len(mine) < _TICKER_WORDS:
            return False
        story = all_content(self.story.text(i)[:_ECHO_CHARS] for i in following[1:])
        if len(mine & story) > _STRANGE * len(mine):
            return False
        return any(
            len(self.story.text(i)) <= _LONGEST_HEADLINE[1] and echo(self.story.text(i), story) >= ECHOES
            for i in range(index + 1, following[1])
        )

    def _headline_like(self, index: int, start: int) -> bool:
        """Whether a line at the story's beginning may stand above it.

        A long line is a headline if it ends no sentence and what follows is longer; below another headline it must be
        shorter still, and below a credit line there is none.
        """
        here, text = self.views[index], self.story.text(index)
        if text.endswith(("،", "؛", ":")) or (FULL_STOP.search(text) and not self._heads(index)):
            return False
        if here.label is not Label.PROSE:
            return True
        above = [i for i in range(start, index) if self.views[i].label in (Label.SHORT, Label.PROSE)]
        headed = any(words(self.story.text(i)) >= 4 and self._echo(i) >= 1.0 for i in above)
        repeated = any(self.views[i].folded == here.folded for i in above)
        most_words, most_chars = _LONGEST_SECOND if headed and not repeated else _LONGEST_HEADLINE
        if words(text) > most_words or len(text) > most_chars:
            return False
        if any(self.credits.is_credit(i, alone=False) for i in above[-3:] if i > start):
            return False
        ahead = max((len(self.story.text(i)) for i in range(index + 1, min(index + 8, len(self.views)))), default=0)
        return ahead > 1.6 * len(text)

    def _best(self, candidates: list[int], solid: int) -> int | None:
        """The candidate that is most likely the headline."""
        cores = [core(text) if len(text := v.fragment.text) < _LONGEST_REPEAT else "" for v in self.views]
        listed = [i for i in range(candidates[0] if candidates else 0, solid) if self.views[i].label is Label.END]
        captions = [v.folded for v in self.views[:solid] if v.label is Label.CAPTION]
        best, best_score = None, _ENOUGH
        for index in candidates:
            if self._echo(index) < ECHOES and self.credits.is_credit(index):
                continue
            if _CRUMBS.match(self.views[index].folded):
                continue
            if any(caption.startswith(self.views[index].folded) for caption in captions):
                continue
            repeated = self._echo(index) >= 1.0 and sum(cores[index] in each for each in cores) > 1
            score = (
                score_line(self.views[index], solid - 1 - index, repeated=repeated, opens=index == 0)
                + self._echo(index)
                + self._crowns(index)
                - (_LISTED if listed and listed[-1] < index else 0.0)
            )
            self.story.titles.append((index, score))
            if score > best_score:
                best, best_score = index, score
        if (
            best is not None
            and best - 1 in candidates
            and self._adjacent(best - 1, best)
            and goes_on(self.story.text(best - 1), self.story.text(best))
        ):
            return best - 1
        return None if best is None else self._kicker_yields(best, candidates)

    def _crowns(self, index: int) -> float:
        """What a line of little echo gains by standing directly above the story's date or credit, as headlines do."""
        after = index + 1
        if after >= len(self.views) or words(self.story.text(index)) < 3 or self._echo(index) >= ECHOES:
            return 0.0
        stamped = self.views[after].label is Label.DATE
        return _CROWNS if stamped or (self.views[after].label is Label.SHORT and self.credits.is_credit(after)) else 0.0

    def _echo(self, index: int) -> float:
        """How much of a line the story takes up, 0 to 3."""
        return echo(self.story.text(index), self._story_words)

    def _kicker_yields(self, best: int, candidates: list[int]) -> int:
        """A short line directly above a much longer one is the kicker of the headline, not the headline."""
        below = best + 1
        short = words(self.story.text(best))
        if below in candidates and short <= _KICKER_WORDS and words(self.story.text(below)) >= 1.8 * short:
            return best if self.credits.is_credit(below) else below
        return best

    def _label_head(self, lines: range, best: int | None) -> None:
        """Time stamps, captions and source lines between headline and story (a stamp may stand above both)."""
        # A date that opens the page is its clock, unless the headline is the next line.
        above = [i for i in range(max(0, lines.start - 2), lines.start) if i >= 2 or i == lines.start - 1]
        if best is None:
            above, lines = [], range(max(2, lines.start, lines.stop - _CREDITS_ABOVE), lines.stop)
        clock = any(self.views[i].label is Label.DATE and is_running_clock(self.story.text(i)) for i in above)
        for index in (*above, *lines):
            here = self.views[index]
            if here.label is Label.DATE and not (index in above and clock):
                self.credits.stamp(index, here.reason, 0.85)
            elif here.label is Label.CAPTION and index in lines:
                self.story.give(index, Role.CAPTION, here.reason, 0.8)
            elif here.label is Label.CREDIT and index in lines:
                self.credits.source_line(index)

    def _headline(self, best: int | None, candidates: list[int]) -> None:
        if best is None:
            for index in candidates:
                self.credits.take(index)
            return
        self.story.title, self.story.title_reason = best, "the likeliest line above the story"
        self.story.give(best, Role.TITLE, self.story.title_reason, 0.8)
        heading = core(self.story.text(best))
        for index in candidates:
            if index == best or index in self.story.done:
                continue
            if core(self.story.text(index)) == heading:
                self.story.give(index, Role.BOILERPLATE, "repeats the headline", 0.95)
            elif index < best:
                self._over_headline(index, best)
            else:
                self._under_headline(index, best, candidates)

    def _over_headline(self, index: int, best: int) -> None:
        text = self.story.text(index)
        if index <= 2 and outlets.is_outlet(text) and not outlets.is_weak(text):
            self.credits.name_source(index, "an outlet's name above the headline")
        elif _CRUMBS.match(self.views[index].folded):
            self.story.section = index
            self.story.give(index, Role.SECTION, "the way to the page", 0.7)
        elif likeness(core(text).split()) >= Likeness.CLEAR and self.credits.take(index):
            return
        elif index == best - 1 and words(text) >= 3 and self._adjacent(index, best):
            self.story.kicker = index
            self.story.give(index, Role.KICKER, "the line above the headline", 0.6)
        elif index == best - 1 and words(text) and self.story.section is None:
            self.story.section = index
            self.story.give(index, Role.SECTION, "a label above the headline", 0.5)

    def _under_headline(self, index: int, best: int, candidates: list[int]) -> None:
        text = self.story.text(index)
        closed = not any(i > index for i in candidates)
        if index == best + 1 and goes_on(self.story.text(best), text):
            self.story.title_ends = index
            self.story.give(index, Role.TITLE, "the headline goes on", 0.8)
        elif self._names_site(index, candidates) or self.credits.take(index, closed=closed):
            return
        elif words(text) <= _STAMP_WORDS and any(d.date and len(d.date) == 10 for d in dates.find(text)):
            self.credits.stamp(index, "a day on a line between headline and story", 0.7)
        elif words(text) >= 4 and words(text) <= _LONGEST_SECOND[0] and len(text) <= _LONGEST_SECOND[1]:
            self.story.subtitles.append(index)
            self.story.give(index, Role.SUBTITLE, "a line between headline and story", 0.6)

    def _names_site(self, index: int, candidates: list[int]) -> bool:
        """An outlet alone is a dateline only where nothing but credits and dates part it from the story."""
        if all(self.credits.is_credit(i) for i in candidates if i > index):
            return False
        if self.credits.source_alone(self.story.text(index)) is None:
            return False
        self.credits.name_source(index, "an outlet's name beside the headline")
        return True

    def _adjacent(self, one: int, two: int) -> bool:
        a, b = self.views[one].fragment, self.views[two].fragment
        return a.indent == b.indent and (b.line or 0) - (a.line or 0) <= 2
