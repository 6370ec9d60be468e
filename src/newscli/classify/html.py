"""The second pass over an HTML page: the element that holds the story bounds it, the metadata name the headline."""

from __future__ import annotations

from collections import Counter

from newscli.arabic import dates
from newscli.arabic.letters import fold
from newscli.classify.alone import Label, View, view, words
from newscli.classify.container import Container
from newscli.classify.credit import LONGEST
from newscli.classify.formulas import core
from newscli.classify.listing import lists_stories
from newscli.classify.reader import ABOVE, SENTENCE_END, Reader
from newscli.classify.story import LEAST_WORDS, find_run, prose_words
from newscli.fields import title as titles
from newscli.fields.names import Likeness, likeness
from newscli.model import Byline, Kind, Role
from newscli.segment.fragment import Element, Fragment, Zone

# What prose loses for each level that lies between it and the element that holds the story.
_STRANGE, _STRANGEST = 0.7, 5
# Furniture inside the story's element interrupts the story; outside it ends the story.
_INTERRUPTS = -0.4
_ECHOING = 6  # paragraphs in which the words of the headline come again
_ECHO_CHARS = 600  # of each
_STAMPS_ABOVE = 6  # fragments above the headline in which its date may stand
_LONGEST_STAMP = 160
_TOLD = 1.2  # of 3: the echo of a headline in the story that speaks for a story
_SAID_AGAIN = 1.6  # of 3: the share of a deck's words that the first paragraph says again
_TAGS_BELOW = 40  # fragments below the story in which its tags may stand
_LONGEST_TAGS = 250
_NO_TAGS = Zone.NAV | Zone.FOOTER | Zone.ASIDE | Zone.RELATED  # tag clouds of the site, not of the story
_LONGEST_NAME = 40
_LEVELS_ABOVE = 3  # elements above the headline's own within which its date stands
_CRUMBS_ABOVE = 8  # fragments above the headline in which the way to the page may stand
_BYLINE_NEAR = 12  # fragments around the headline in which the writer's name may stand


class HtmlReader(Reader):
    """Reads the fragments of an HTML page."""

    def _views(self, fragments: tuple[Fragment, ...]) -> tuple[View, ...]:
        self.container = Container(fragments)
        found = []
        self.inside: list[bool] = []
        for fragment in fragments:
            zone, inside = self.container.place(fragment.element)
            self.inside.append(inside)
            found.append(view(fragment, zone))
        return tuple(found)

    # Where the story is

    def _find(self) -> tuple[int, int] | None:
        bounds = [i for i, inside in enumerate(self.inside) if inside]
        if not bounds:
            return None
        bonus = self._bonus()
        run = find_run(self.views, bonus=bonus)
        heading, reason, self.story.titles = titles.find_heading(
            self.views, self.metadata, run[0] if run else None, self._story_words(run)
        )
        if heading is not None:
            self.story.title, self.story.title_reason = heading, reason
            self.story.give(heading, Role.TITLE, reason, 0.9)
            # What stands between the headline and the story's element (a lead set apart) belongs to the page's story.
            near = {i: w for i, w in bonus.items() if not heading < i < bounds[0]}
            under = find_run(self.views, heading + 1, near)
            if under is not None and self._outweighs(under, run, sure="metadata" in reason):
                run = under
        if run is None or prose_words(self.views, run) < (LEAST_WORDS if heading is None else LEAST_WORDS // 2):
            return None
        run = self._until_next_story(run)
        told = heading is not None and titles.echo(self.story.text(heading), self._story_words(run)) >= _TOLD
        self.story.reason = lists_stories(self.views, run, self.story.title, self.metadata, told=told)
        if self.story.reason:
            return None
        self.home = self._home(run)
        first, last = self._leading(run[0]), self._trailing(run[1])
        return first, last

    def _outweighs(self, under: tuple[int, int], run: tuple[int, int] | None, *, sure: bool) -> bool:
        """Whether the prose under the headline is the story, rather than the page's best prose elsewhere.

        No story spans its headline: what stands above it then is other stories' excerpts.
        """
        if run is None:
            return True
        spans = self.story.title is not None and run[0] < self.story.title < run[1]
        least = LEAST_WORDS // 2 if spans or sure else 0.5 * prose_words(self.views, run)
        return prose_words(self.views, under) >= least

    def _story_words(self, run: tuple[int, int] | None) -> frozenset[str]:
        if run is None:
            return frozenset()
        prose = [v.fragment.text[:_ECHO_CHARS] for v in self.views[run[0]: run[1] + 1] if v.label is Label.PROSE]
        return titles.content_words(" ".join(prose[:_ECHOING]))

    def _until_next_story(self, run: tuple[int, int]) -> tuple[int, int]:
        """Pages that scroll on append the next story: a second main heading ends this one."""
        title = self.story.title
        if title is None or title > run[0] or self.views[title].fragment.level != 1:
            return run
        heading = core(self.story.text(title))
        for index in range(run[0] + 1, run[1]):
            fragment = self.views[index].fragment
            if fragment.level == 1 and words(fragment.text) >= 3 and core(fragment.text) != heading:
                prose = [i for i in range(run[0], index) if self.views[i].label is Label.PROSE]
                return run[0], prose[-1]
        return run

    def _bonus(self) -> dict[int, float]:
        """Corrections of the first pass's weights that the place in the tree makes."""
        found: dict[int, float] = {}
        for index, (here, inside) in enumerate(zip(self.views, self.inside, strict=True)):
            if not inside and here.label is Label.PROSE:
                found[index] = -_STRANGE * min(_STRANGEST, self.container.distance(here.fragment.element))
            elif inside and here.label in (Label.CHROME, Label.LINK, Label.CAPTION, Label.FORMULA):
                found[index] = _INTERRUPTS - here.weight
        return found

    def _home(self, run: tuple[int, int]) -> Element | None:
        """The element that most of the story's prose hangs from."""
        counts: Counter[Element] = Counter()
        for here in self.views[run[0]: run[1] + 1]:
            if here.label is Label.PROSE and (element := here.fragment.element) is not None and element.parent:
                counts[element.parent] += words(here.fragment.text)
        return counts.most_common(1)[0][0] if counts else None

    def _at_home(self, index: int) -> bool:
        element = self.views[index].fragment.element
        return element is not None and (element.parent is self.home or element is self.home)

    def _trailing(self, last: int) -> int:
        """The story goes on behind an interruption where its element goes on with prose; so do short last lines."""
        index = last + 1
        while index < len(self.views) and self.inside[index]:
            here = self.views[index]
            if here.label is Label.END and "comments" in here.reason:
                break
            if here.label is Label.PROSE and self._at_home(index):
                last = index
            index += 1
        while last + 1 < len(self.views) and self._loose_end(last):
            last += 1
        return last

    def _loose_end(self, last: int) -> bool:
        """Whether the short line after the last paragraph is the story's own: in the same element, and no credit."""
        here, following = self.views[last], self.views[last + 1]
        if following.label is not Label.SHORT or following.fragment.element is None or following.zone & Zone.TAGS:
            return False
        mine = here.fragment.element
        if mine is None or following.fragment.element.parent is not mine.parent or following.fragment.link_share > 0.5:
            return False
        text = following.fragment.text
        return words(text) >= 3 and following.fragment.kind is not Kind.HEADING and not (
            self.credits.byline(text, slot=True) or self.credits.dateline(text)
        )

    def _leading(self, first: int) -> int:
        """The story may open with short lines of the same element: a sub-heading, a question."""
        floor = self.story.title if self.story.title is not None else -1
        element = self.views[first].fragment.element
        while first - 1 > floor and element is not None:
            before = self.views[first - 1]
            if before.label is not Label.SHORT or not self.inside[first - 1] or before.fragment.link_chars:
                break
            if before.fragment.element is None or before.fragment.element.parent is not element.parent:
                break
            if before.zone & (Zone.TITLE | Zone.SUBTITLE | Zone.AUTHOR | Zone.DATE | Zone.TAGS | Zone.SECTION):
                break
            first -= 1
        return first

    # Above the story

    def _above(self, first: int) -> None:
        title = self.story.title
        top = title if title is not None and title < first else max(0, first - ABOVE)
        if title is not None:
            self._over_headline(title)
            self._way_to(title)
        for index in range(max(0, top - _STAMPS_ABOVE), first):
            if index in self.story.done:
                continue
            here = self.views[index]
            if index < top and not self._near_headline(index):
                continue
            if here.label is Label.DATE or (here.zone & Zone.DATE and self._has_date(index)):
                self.credits.stamp(index, "a date beside the headline", 0.85)
            elif index <= top:
                continue
            elif here.label is Label.CREDIT:
                self.credits.source_line(index)
            elif here.label is Label.CAPTION:
                self.story.give(index, Role.CAPTION, here.reason, 0.8)
            elif here.label in (Label.SHORT, Label.PROSE, Label.LINK):
                self._between(index, here)
        self._stated_writer(top)

    def _near_headline(self, index: int) -> bool:
        """Whether a fragment above the headline hangs from the same part of the page; else its date is a clock's."""
        if self.story.title is None:
            return False
        mine, theirs = self.views[self.story.title].fragment.element, self.views[index].fragment.element
        if mine is None or theirs is None:
            return False
        above, here = set(), mine
        for _ in range(_LEVELS_ABOVE):
            if here.parent is None:
                break
            here = here.parent
            above.add(here)
        other: Element | None = theirs
        while other is not None and other not in above:
            other = other.parent
        return other is not None and other.tag not in ("body", "html")

    def _has_date(self, index: int) -> bool:
        text = self.story.text(index)
        return len(text) <= _LONGEST_STAMP and bool(dates.find(text))

    def _between(self, index: int, here: View) -> None:
        """A line between the headline and the story."""
        fragment = here.fragment
        if self.story.title is not None and core(fragment.text) == core(self.story.text(self.story.title)):
            self.story.give(index, Role.BOILERPLATE, "repeats the headline", 0.95)
        elif here.zone & Zone.SECTION and fragment.link_share > 0.5:
            self.story.give(index, Role.SECTION, "in the page's section line", 0.6)
        elif here.zone & Zone.TAGS:
            self._tag(index)
        elif self._is_source(index, here):
            self.credits.name_source(index, "an outlet's name beside the headline")
        elif len(fragment.text) <= LONGEST and self.credits.take(index, slot=self._in_writer_slot(index, here)):
            return
        elif here.zone & Zone.SUBTITLE and fragment.link_share < 0.3:
            self._subtitle(index, "set apart under the headline", 0.75)
        elif fragment.kind is Kind.HEADING and fragment.link_share < 0.3 and words(fragment.text) >= 3:
            self._subtitle(index, "a heading under the headline", 0.6)
        elif self._has_date(index):
            self.credits.stamp(index, "a date beside the headline", 0.7)

    def _tag(self, index: int) -> None:
        self.story.tags.append(index)
        self.story.give(index, Role.TAGS, "in the page's tags", 0.7)

    def _below(self, last: int) -> None:
        labelled = False
        for index in range(last + 1, min(len(self.views), last + 1 + _TAGS_BELOW)):
            here = self.views[index]
            if index in self.story.done:
                continue
            if "tags label" in here.reason:
                labelled = True
                if here.fragment.links:
                    self._tag(index)
            elif here.fragment.link_share > 0.6 and len(here.fragment.text) <= _LONGEST_TAGS and (
                labelled or (here.zone & Zone.TAGS and not here.zone & _NO_TAGS)
            ):
                self._tag(index)
            else:
                labelled = False
        super()._below(last)

    def _subtitle(self, index: int, reason: str, confidence: float) -> None:
        self.story.subtitles.append(index)
        self.story.give(index, Role.SUBTITLE, reason, confidence)

    def _in_writer_slot(self, index: int, here: View) -> bool:
        """Whether the template prints the writer here: it says so, or a plain name stands beside the date."""
        if here.zone & Zone.AUTHOR:
            return True
        text = here.fragment.text
        if len(text) > _LONGEST_NAME or likeness(fold(text).split()) < Likeness.CLEAR:
            return False
        near = (index - 2, index - 1, index + 1, index + 2)
        return any(0 <= i < len(self.views) and (self.views[i].label is Label.DATE or self._has_date(i)) for i in near)

    def _is_source(self, index: int, here: View) -> bool:
        """Whether a line names an outlet alone where the template prints the author, the source or the date."""
        if len(here.fragment.text) > 50 or self.credits.source_alone(here.fragment.text) is None:
            return False
        beside = any(
            0 <= near < len(self.views) and self.views[near].zone & Zone.DATE and self._has_date(near)
            for near in (index - 2, index - 1, index + 1, index + 2)
        )
        return bool(here.zone & (Zone.AUTHOR | Zone.SOURCE) or beside or here.fragment.link_share > 0.8)

    def _over_headline(self, title: int) -> None:
        """The kicker above the headline: named so, or a heading beside it; what stands elsewhere too is a section."""
        for index in range(title - 1, max(-1, title - 4), -1):
            above = self.views[index]
            if above.zone & Zone.KICKER and above.fragment.link_share < 0.3:
                self._kicker(index, "named so by the template", 0.85)
                return
        if title == 0:
            return
        index = title - 1
        line = self.views[index].fragment
        mine, theirs = self.views[title].fragment.element, line.element
        if mine is None or theirs is None or theirs.parent is not mine.parent or line.kind is not Kind.HEADING:
            return
        wanted = core(line.text)
        elsewhere = sum(1 for v in self.views if len(v.fragment.text) < 60 and core(v.fragment.text) == wanted) > 1
        if line.link_share > 0.3 or words(line.text) < 2 or wanted == core(self.story.text(title)):
            return
        if elsewhere or wanted == core(self.metadata.section or ""):
            self.story.section = index
            self.story.give(index, Role.SECTION, "the section's name above the headline", 0.7)
        else:
            self._kicker(index, "a heading directly above the headline", 0.7)

    def _way_to(self, title: int) -> None:
        """The section: the breadcrumbs above the headline."""
        for index in range(title - 1, max(-1, title - _CRUMBS_ABOVE), -1):
            here = self.views[index]
            if here.zone & Zone.SECTION and not here.zone & Zone.NAV and here.fragment.link_share > 0.5:
                if self.story.section is None and index not in self.story.done:
                    self.story.section = index
                    self.story.give(index, Role.SECTION, "the way to the page", 0.7)
                return

    def _kicker(self, index: int, reason: str, confidence: float) -> None:
        self.story.kicker = index
        self.story.give(index, Role.KICKER, reason, confidence)

    def _stated_writer(self, top: int) -> None:
        """The writer whom the metadata name and the page shows near the headline, where no line credits one."""
        if self.story.bylines:
            return
        wanted = {
            name for s in self.metadata.authors
            if likeness((name := core(s.value)).split()) >= Likeness.PLAUSIBLE
        }
        near = range(max(0, top - _BYLINE_NEAR), min(len(self.views), top + _BYLINE_NEAR))
        for index in near if wanted else ():
            text = self.story.text(index)
            if len(text) <= 60 and core(text) in wanted and index not in self.story.done:
                self.story.bylines.append((index, Byline(text, (text,))))
                self.story.give(index, Role.BYLINE, "the writer whom the metadata name", 0.85)
                return

    # Inside the story

    def _is_deck(self, index: int) -> bool:
        """Whether a line that the template sets apart under the headline is a deck: the story says it again, or it is
        no sentence. A lead from which the story goes on is its first paragraph."""
        text = self.story.text(index)
        if not SENTENCE_END.search(text):
            return True
        following = next((i for i in range(index + 1, len(self.views)) if self.views[i].label is Label.PROSE), None)
        if following is None:
            return False
        return titles.echo(text, titles.content_words(self.story.text(following))) >= _SAID_AGAIN

    def _inner_role(
        self, index: int, heading: str, seen: set[str], *, after_insert: bool
    ) -> tuple[Role, str, float] | None:
        role = super()._inner_role(index, heading, seen, after_insert=after_insert)
        if role is not None:
            return role
        here = self.views[index]
        fragment = here.fragment
        if here.zone & Zone.TAGS and here.label is not Label.PROSE:
            self.story.tags.append(index)
            return Role.TAGS, "in the page's tags", 0.7
        if here.zone & Zone.SUBTITLE and not self.story.body and self._is_deck(index):
            self.story.subtitles.append(index)
            return Role.SUBTITLE, "set apart under the headline", 0.7
        if fragment.kind is Kind.HEADING and fragment.link_share > 0.8:
            return Role.BOILERPLATE, "the headline of another story", 0.8
        return None
