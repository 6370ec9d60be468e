"""What the questions about the blocks around a story share: where each block stands, and what has been found so far."""

from __future__ import annotations

from enum import IntEnum
from itertools import islice, takewhile

from msgspec import Struct

from newscli.arabic.words import core
from newscli.credits.credit_line import CreditLine
from newscli.credits.line import read_credit
from newscli.credits.own import told_places
from newscli.dates.stamp import Stamp
from newscli.model import Role
from newscli.notices.caption import ends_in_agency
from newscli.notices.template_text import Category
from newscli.segment.page import Fragment, upwards
from newscli.weigh.author import likely_authors
from newscli.weigh.author_lines import near_lines
from newscli.weigh.choose import Reading
from newscli.weigh.text_head import head_lines

ABOVE, BELOW = 8, 16  # blocks above the headline and below the story in which lines of the story may stand
NOTICE = 0.5  # how surely a block beside the story is a notice
_END_OF_TAIL = frozenset((Category.COMMENTS, Category.RELATED))  # labels behind which other things begin
_FARTHEST = 30  # blocks above the story in which a source alone may file it
_OPENING, _CAPTION_WORDS = 3, 5  # blocks from the story's first on that may be captions still; words of one
_LINKED = 0.3  # share of a line's text in links from which it is no deck or kicker
_HAS_ENDED = 3  # blocks below the story within which such a label may still stand before a source line


class Where(IntEnum):
    """Places beside a story, as flags."""

    OVER = 1  # some blocks above the headline
    HEAD = 2  # between headline and story, short opening lines of the story included
    TAIL = 4  # some blocks below the story, before comments or other stories begin
    FAR = 8  # neither between headline and story nor below the story


class Label(Struct, frozen=True):
    """The role of a block, the reason for people, and how surely it is right, 0 to 1."""

    role: Role
    why: str
    chance: float


NO_LABEL = Label(Role.BOILERPLATE, "", 0.0)


class Around:
    """The blocks around one story; `labels`, `credits` and `stamps` fill while the blocks are asked one by one."""

    def __init__(self, reading: Reading, names: frozenset[str]) -> None:
        self.reading = reading
        observed = self.observed = reading.observed
        self.names = names
        self.fragments, self.words, self.folded = observed.fragments, observed.words, observed.folded
        self.category, self.echo = observed.category, observed.echo
        self.stopped, self.ended = observed.stopped, observed.ended
        title = self.title = reading.title
        self.headline = None if title is None else self.observed.core(title)
        solid = list(filter(self.is_paragraph, reading.body)) or list(reading.body)
        self.first, self.last = solid[0], solid[-1]
        self.over = range(0) if title is None else range(max(0, title - ABOVE), title)  # blocks above the headline
        self.top = title if title is not None and title < self.first else max(-1, self.first - ABOVE)
        lines = near_lines(self.observed, self.title, list(reading.body), names)
        self.next_story, self.comments = lines.next_story, lines.comments
        self.stated = lines.stated  # folded names of the persons whom the metadata name
        self.inside = frozenset(reading.body)
        self.labels: dict[int, Label] = {}
        self.credits: list[tuple[int, CreditLine]] = []
        self.stamps: list[tuple[int, Stamp]] = []
        likely = likely_authors(lines)
        self.authors = {index: each.odds for index, each in likely.items()}
        self._writers = {index: each.line for index, each in likely.items()}

    def give(self, index: int, role: Role, why: str, chance: float) -> bool:
        """Label a block; True, so that a question can end with it."""
        self.labels[index] = Label(role, why, chance)
        return True

    def credit(self, index: int, line: CreditLine, role: Role, why: str, chance: float) -> bool:
        """Label a block that credits somebody, and keep what it says; True as above."""
        self.credits.append((index, line))
        return self.give(index, role, why, chance)

    def label(self, index: int) -> Label:
        """What a block has been taken for so far."""
        return self.labels.get(index, NO_LABEL)

    # Where a block stands

    def is_paragraph(self, index: int) -> bool:
        """Whether a block is a paragraph beyond doubt: long, no notice, date or caption."""
        told = self.observed.is_long(index) and self.observed.notice[index] < NOTICE
        return told and self.observed.stamps[index] is None and not self.reads_as_caption(index)

    def reads_as_caption(self, index: int) -> bool:
        """Whether a line is a caption: by its words, or below the headline by an agency at its end or as its own copy.

        A picture's alternative text is often its caption, and a browser that shows no pictures prints both; or the text
        is the headline once more, and the caption stands right below.
        """
        if self.observed.caption[index]:
            return True
        below = self.title is not None and self.title < index <= self.reading.body[0] + _OPENING
        if not below or self.stopped[index] or self.words[index] < _CAPTION_WORDS or self.observed.is_known(index):
            return False
        beside = self.folded[index - 1], *self.folded[index + 1 : index + 2]
        told = self.folded[index] in beside or self._is_shown_copy(index - 1)
        return told or ends_in_agency(self.fragments[index].text)

    def _is_shown_copy(self, index: int) -> bool:
        """Whether a text's line is its headline once more, as a picture is called: counters or dates part the two."""
        if self.observed.page.html or self.observed.core(index) != self.headline or self.fragments[index + 1].gap:
            return False
        between = list(takewhile(self._counts_or_dates, range(index - 1, -1, -1)))
        return bool(between) and between[-1] > 0 and self.observed.core(between[-1] - 1) == self.headline

    def _counts_or_dates(self, index: int) -> bool:
        """Whether a line is template text, a date or a number."""
        return self.observed.is_known(index) or self.folded[index].isdigit()

    def head(self, index: int) -> bool:
        """Between headline and story, short opening lines of the story included."""
        return self.top < index < self.first or (index == self.first and not self.is_paragraph(index))

    def tail(self, index: int) -> bool:
        """Some blocks below the story, before comments or other stories begin."""
        if not self.last < index <= min(self.last + BELOW, self.next_story):
            return False
        ends = _END_OF_TAIL if index > self.last + _HAS_ENDED else frozenset((Category.COMMENTS,))
        return ends.isdisjoint(self.category[self.last + 1 : index])

    def where(self, index: int) -> int:
        """Where a block stands, as `Where` has it."""
        beside = Where.HEAD * self.head(index) + Where.TAIL * self.tail(index)
        return (beside or Where.FAR) + Where.OVER * (index in self.over)

    def zones(self, index: int) -> int:
        """What the template names the parts in which a block lies."""
        return self.observed.places[index].zones

    def line(self, index: int) -> CreditLine:
        """All that a block credits."""
        if (writer := self._writers.get(index)) is not None:
            return writer
        text = self.fragments[index].text
        return read_credit(text, outlets=self.names, places=self.told(text))

    def credits_at(self, index: int) -> bool:
        """Whether a block credits somebody."""
        return index in self.authors or self.line(index).credits

    def told(self, text: str) -> frozenset[str]:
        """The places in a line that are known from the story."""
        return told_places(text, self.reading.told())

    def dated_beside(self, index: int) -> bool:
        """Whether a date stands at most two blocks away."""
        return any(self.observed.stamps[max(0, index - 2) : index + 3])

    def before_body(self, index: int) -> bool:
        """Whether nothing but credits, stamps and template text stands between a line and the story."""
        between, known = range(index + 1, self.first), self.observed.is_known
        return len(between) < _FARTHEST and all(i in self.authors or known(i) or self.line(i).parties for i in between)

    def is_own(self, name: str) -> bool:
        """Whether a name is the page's own site's, or the beginning of it: «Sputnik» of «Sputnik Arabic»."""
        mine = core(name)
        return mine in self.names or any(each.startswith(mine + " ") for each in self.names)

    def fits(self, index: int, words: range) -> bool:
        """Whether a line has one of some lengths, hardly any links, and is no template text."""
        hardly = self.observed.linked[index] <= _LINKED
        return self.words[index] in words and hardly and self.category[index] is None

    def line_of_head(self, index: int) -> int:
        """How many lines below the headline one of a plain text's head stands; less than 0 above, 0 for other lines."""
        head = head_lines(self.observed, self.first, self.credits_at)
        return head.index(index) - head.index(self.title) if self.title in head and index in head else 0


def near(one: Fragment, other: Fragment, levels: int = 3) -> bool:
    """Whether two blocks hang from the same part of the page, at most `levels` elements above the second."""
    above = takewhile(lambda each: each.tag not in ("body", "html"), islice(upwards(other.element), 1, levels + 1))
    return not set(above).isdisjoint(upwards(one.element))
