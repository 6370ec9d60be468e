"""The second pass over plain text: a clean article, or a page as a text browser dumps it, menus and all."""

from __future__ import annotations

from itertools import pairwise, takewhile

from newscli.arabic.words import all_content, content_words, echo, words
from newscli.classify.alone import Label, View
from newscli.classify.credit import signed_by
from newscli.classify.reader import SENTENCE_END
from newscli.classify.story import find_run
from newscli.classify.text_head import ECHOES, SOLID_WORDS, TextHead
from newscli.model import Role, replace
from newscli.segment.fragment import Fragment

_FURNITURE = frozenset((Label.INSERT, Label.END, Label.FORMULA))
_MOST_LOOSE = 3  # lines below a story that may end it without a full stop
_TOUCHES = 1.0  # of 3: the echo of a line that belongs to the story
_PARAGRAPH_WORDS, _MOSTLY, _HEADLINE = 20, 0.75, -0.3  # words; a share of the paragraphs; a weight
_BOX, _RESUMES = 9, 0.15  # lines of a box between paragraphs; the share of words that a story takes up again
_HEADLINE_WORDS = 5  # a sub-heading is shorter


class TextReader(TextHead):
    """Reads the lines and paragraphs of a plain text."""

    def _views(self, fragments: tuple[Fragment, ...]) -> tuple[View, ...]:
        plain = super()._views(fragments)
        found = list(plain)
        for index, (before, here) in enumerate(pairwise(plain), start=1):
            if here.label is Label.SHORT and before.label is Label.FORMULA and "masthead" in before.reason:
                found[index] = replace(here, label=Label.FORMULA, reason="the name under a masthead's label")
        return tuple(found)

    def _find(self) -> tuple[int, int] | None:
        run = find_run(self.views, bonus=self._unended())
        if run is None:
            return None
        first, last = self._until_source(run)
        # All there is below the story, if it is little, belongs to it: an unpunctuated last line.
        loose = list(takewhile(self._loose_end, range(last + 1, len(self.views))))
        if len(self.views) - last - 1 <= _MOST_LOOSE and not self._other_headlines(first, loose):
            last += len(loose)
        last = self._resumed(first, self._without_strays(first, last))
        self._run = first, last
        return self._run

    def _unended(self) -> dict[int, float]:
        """Corrections for lines that end no sentence, where the page's paragraphs do: other stories' headlines."""
        prose = [i for i, here in enumerate(self.views) if here.label is Label.PROSE]
        long = [i for i in prose if words(self.story.text(i)) >= _PARAGRAPH_WORDS]
        ended = sum(1 for i in long if SENTENCE_END.search(self.story.text(i)))
        self._headlines_stand_out = len(long) >= 3 and ended >= _MOSTLY * len(long)
        if not self._headlines_stand_out:
            return {}
        return {
            i: -self.views[i].weight + _HEADLINE
            for i in prose
            if words(self.story.text(i)) < _PARAGRAPH_WORDS and not SENTENCE_END.search(self.story.text(i))
        }

    def _until_source(self, run: tuple[int, int]) -> tuple[int, int]:
        """A notice closes a story, and so does a source line that page furniture follows, even if prose follows."""
        first, last = run
        for index in range(first + 2, last):
            after = {here.label for here in self.views[index + 1 : index + 5]}
            if self.views[index].label is Label.DISCLAIMER and Label.DATE not in after:
                return first, max(i for i in range(first, index) if self.views[i].label is Label.PROSE)
            following = {self.views[i].label for i in range(index + 1, min(index + 4, last + 1))}
            if self.views[index].label is Label.CREDIT and following & _FURNITURE:
                return first, max(i for i in range(first, index) if self.views[i].label is Label.PROSE)
        return run

    def _resumed(self, first: int, last: int) -> int:
        """The last paragraph, also behind a box of headlines: a story takes up its own words again."""
        index = last + 1
        while index < min(last + _BOX, len(self.views)):
            here, text = self.views[index], self.story.text(index)
            if here.label in (Label.CREDIT, Label.DISCLAIMER) or (
                here.label is Label.END and "related" not in here.reason
            ):
                break
            if here.label is Label.PROSE and words(text) >= SOLID_WORDS and SENTENCE_END.search(text):
                mine = content_words(text)
                story = all_content(
                    self.story.text(i) for i in range(first, last + 1) if self.views[i].label is Label.PROSE
                )
                if index > last + 1 and echo(self.story.text(index - 1), mine) >= ECHOES:
                    break  # a teaser takes up its own headline
                if len(mine & story) < _RESUMES * len(mine):
                    break
                last = index
            index += 1
        return last

    def _other_headlines(self, first: int, loose: list[int]) -> bool:
        """Whether the lines below a story are headlines of others: several, none of which takes up the story."""
        if len(loose) < 2:
            return False
        story = all_content(self.story.text(i) for i in range(first, loose[0]))
        return all(
            words(self.story.text(i)) >= _HEADLINE_WORDS and echo(self.story.text(i), story) < _TOUCHES for i in loose
        )

    def _loose_end(self, index: int) -> bool:
        here = self.views[index]
        text = here.fragment.text
        return (
            here.label is Label.SHORT
            and words(text) >= 1
            and not (signed_by(text) or self.credits.byline(text, slot=True) or self.credits.dateline(text))
        )

    def _without_strays(self, first: int, last: int) -> int:
        """The last paragraph, leaving out lines behind furniture that end no sentence where the story's all do."""
        prose = [i for i in range(first, last + 1) if self.views[i].label is Label.PROSE]
        ended = sum(1 for i in prose if SENTENCE_END.search(self.story.text(i)))
        while (
            len(prose) > 2
            and prose[-1] == last
            and prose[-1] - prose[-2] > 2
            and (not SENTENCE_END.search(self.story.text(last)) and ended >= 0.7 * (len(prose) - 1))
        ):
            prose.pop()
            last = prose[-1]
        return last

    def _boxed(self, index: int) -> bool:
        """Whether a line that ends no sentence stands in a box: below "related stories", among lines of its kind."""
        if not self._headlines_stand_out:
            return False
        at = index
        while at >= 0 and (
            self.views[at].label in (Label.PROSE, Label.SHORT) or "punctuation" in self.views[at].reason
        ):
            if self.views[at].label is Label.FORMULA:
                at -= 1  # a bullet on a line of its own
                continue
            if SENTENCE_END.search(self.story.text(at)) or words(self.story.text(at)) < _HEADLINE_WORDS:
                return False
            at -= 1
        return at >= 0 and any(box in self.views[at].reason for box in ("related", "read also"))

    def _inner_role(
        self, index: int, heading: str, seen: set[str], *, after_insert: bool
    ) -> tuple[Role, str, float] | None:
        here = self.views[index]
        if here.label is Label.DATE and not self.story.body:
            return Role.DATE, here.reason, 0.7
        if self._boxed(index):
            return Role.BOILERPLATE, "another story's headline in a box", 0.75
        return super()._inner_role(index, heading, seen, after_insert=after_insert)
