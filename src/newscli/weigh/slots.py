"""The lesser roles around headline and story: stamps, credits, deck, kicker, section, captions, tags, notices.

A block is asked what it could be in an order that begins with what leaves least doubt. Its words and its place both
speak: a date below the headline is the story's, the same date in the page's corner is the clock.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from msgspec import Struct

from newscli.arabic.words import content_words, core, words
from newscli.credits.line import CreditLine, read_credit
from newscli.credits.parties import PartyKind
from newscli.dates.stamp import Kind as DateKind
from newscli.dates.stamp import Stamp
from newscli.lexicon import outlets as outlet_names
from newscli.lexicon.source_labels import Label as SourceLabel
from newscli.model import Kind, Role
from newscli.notices.template_text import Category, is_section
from newscli.segment.fragment import Fragment, Zone
from newscli.weigh import weights
from newscli.weigh.author import AUTHOR, author_lines
from newscli.weigh.choose import Reading
from newscli.weigh.evidence import probability

ABOVE, BELOW = 8, 16  # blocks above the headline and below the story in which lines of the story may stand
_LONGEST_CREDIT = 160  # characters
_SURE_PARAGRAPH = 12  # words of a block that credits nobody
_NOTICE, _NOTICE_ANYWHERE = 0.5, 0.7  # how surely a block is a notice: beside the story, and farther below
_DECK_WORDS = range(3, 45)
_KICKER_WORDS = range(1, 13)
_SAID_AGAIN = 0.55  # share of a deck's words that the next paragraph has too
_TAGS_BELOW = 40  # blocks below the story in which its tags may stand
_LONGEST_TAGS = 250  # characters
_GOES_ON = frozenset("من في الى علي عن مع بعد قبل ضد خلال بين حتي لدي عند بسبب لاجل بشان حول".split())
_CRUMBS = re.compile(r"\W*(?:الصفحه )?الرييسيه\W")
_CLOSED = re.compile(r"[.!?؟…\"»”:]\W{0,20}$")
_NOT_ABOVE = frozenset((Zone.COMMENTS, Zone.RELATED, Zone.FOOTER))


class Label(Struct, frozen=True):
    """The role of a block, the reason for people, and how surely it is right, 0 to 1."""

    role: Role
    why: str
    chance: float


class Slots(Struct, frozen=True):
    """What stands around a story. Blocks are given by number; `labels` holds those that are not body or boilerplate."""

    labels: dict[int, Label]
    credits: tuple[tuple[int, CreditLine], ...] = ()  # lines that credit somebody, with what they say
    authors: dict[int, float] = {}  # the lines that credit the writers, with their log-odds
    stamps: tuple[tuple[int, Stamp], ...] = ()
    paragraphs: tuple[int, ...] = ()  # the body's blocks, credits and notices taken out


def slots(reading: Reading, names: Container[str]) -> Slots:
    """The roles of the blocks around a reading's story. `names` are folded names of the page's own site."""
    return _Around(reading, names).slots() if reading.body else Slots({})


class _Around:
    """The blocks around one story, and what is found while they are asked one by one."""

    def __init__(self, reading: Reading, names: Container[str]) -> None:
        self.reading = reading
        self.observed = reading.observed
        self.names = names
        self.fragments = self.observed.fragments
        self.title = reading.title
        solid = [i for i in reading.body if self._is_paragraph(i)] or list(reading.body)
        self.first, self.last = solid[0], solid[-1]
        self.top = self.title if self.title is not None and self.title < self.first else max(-1, self.first - ABOVE)
        self.inside = frozenset(reading.body)
        self.labels: dict[int, Label] = {}
        self.credits: list[tuple[int, CreditLine]] = []
        self.stamps: list[tuple[int, Stamp]] = []
        lines = author_lines(self.observed, self.title, list(reading.body), names)
        evidence = AUTHOR.weigh(lines, len(lines.indices), weights.AUTHOR)
        self.authors = {i: odds for i, odds in zip(lines.indices, evidence.odds, strict=True) if odds > 0}

    def slots(self) -> Slots:
        for index in self._order():
            if index not in self.labels:
                self._ask(index)
        self._headings()
        paragraphs = tuple(i for i in self.reading.body if i not in self.labels)
        return Slots(
            self.labels, tuple(sorted(self.credits, key=lambda c: c[0])), self.authors, tuple(self.stamps), paragraphs
        )

    def _is_paragraph(self, index: int) -> bool:
        if self.observed.words[index] < _SURE_PARAGRAPH or self.observed.notice[index] >= _NOTICE:
            return False
        return self.observed.stamps[index] is None and not self.observed.caption[index]

    def _order(self) -> Iterator[int]:
        """The blocks that can have a role of their own, in page order."""
        size = len(self.fragments)
        yield from range(max(0, self.top - ABOVE), min(size, self.last + _TAGS_BELOW))
        yield from (i for i in self.authors if not self.top - ABOVE <= i < self.last + _TAGS_BELOW)
        yield from (i for i in range(self.last + _TAGS_BELOW, size) if self.observed.notice[i] >= _NOTICE_ANYWHERE)

    def _ask(self, index: int) -> None:
        for question in _QUESTIONS:
            if question(self, index):
                return

    def give(self, index: int, role: Role, why: str, chance: float) -> bool:
        self.labels[index] = Label(role, why, chance)
        return True

    # Where a block stands

    def head(self, index: int) -> bool:
        """Between headline and story, short opening lines of the story included."""
        return self.top < index < self.first or (index == self.first and not self._is_paragraph(index))

    def over(self, index: int) -> bool:
        return self.title is not None and self.title - ABOVE <= index < self.title

    def tail(self, index: int) -> bool:
        return self.last < index <= self.last + BELOW and not any(
            self.observed.category[i] is Category.COMMENTS for i in range(self.last + 1, index)
        )

    def zones(self, index: int) -> int:
        return self.observed.places[index].zones

    def line(self, index: int) -> CreditLine:
        return read_credit(self.fragments[index].text, outlets=self.names)

    # The questions

    def is_title(self, index: int) -> bool:
        if index == self.title:
            why = "the likeliest headline"
            return self.give(index, Role.TITLE, why, probability(self.reading.headline.odds))  # type: ignore[union-attr]
        if self.title is None or index != self.title + 1 or not self._goes_on(self.title, index):
            return False
        return self.give(index, Role.TITLE, "the headline goes on", 0.8)

    def _goes_on(self, title: int, index: int) -> bool:
        """A headline of plain text broken over two lines: the second begins with a word that opens no headline."""
        line, following = self.fragments[title], self.fragments[index]
        if line.element is not None or following.gap or self.observed.words[title] > 8:
            return False
        opening = core(following.text).split(" ", 1)[0]
        return opening in _GOES_ON and not _CLOSED.search(line.text) and self.observed.words[index] <= 12

    def repeats_title(self, index: int) -> bool:
        if self.title is None or self.observed.words[index] > 40 or index in self.inside:
            return False
        same = core(self.fragments[index].text) == core(self.fragments[self.title].text)
        return same and self.give(index, Role.BOILERPLATE, "repeats the headline", 0.95)

    def is_notice(self, index: int) -> bool:
        sure = self.observed.notice[index]
        near = self.head(index) or self.tail(index) or self.over(index)
        if sure < (_NOTICE if near else _NOTICE_ANYWHERE) or self.zones(index) & (Zone.FOOTER | Zone.COMMENTS):
            return False
        if index in self.inside and self.first < index < self.last:
            return False
        return self.give(index, Role.DISCLAIMER, "says who answers for the text", max(sure, 0.8))

    def is_caption(self, index: int) -> bool:
        place = self.observed.places[index]
        likely = self.observed.caption[index] or (bool(place.zones & Zone.CAPTION) and index not in self.inside)
        if not likely or (index in self.inside and self.reading.chance(index) > 0.9):
            return False
        if not (self.top < index <= self.last + BELOW):
            return False
        return self.give(index, Role.CAPTION, "caption or credit of a picture", 0.85)

    def is_author(self, index: int) -> bool:
        if index not in self.authors or (index in self.inside and self.observed.words[index] > 25):
            return False
        line = self.line(index)
        self.credits.append((index, line))
        if (stamp := self.observed.stamps[index]) is not None and not stamp.running:
            self.stamps.append((index, stamp))
        if line.dateline is not None and line.dateline.dateline is not None and line.dateline.authors:
            return self.give(index, Role.DATELINE, "names place or agency and the writer", 0.85)
        return self.give(index, Role.BYLINE, "credits the writers", probability(self.authors[index]))

    def is_stamp(self, index: int) -> bool:
        stamp = self.observed.stamps[index]
        if stamp is None or all(kind is DateKind.EVENT for _, kind in stamp.dates):
            return False
        if not (self.head(index) or self._date_above(index, stamp) or self._date_below(index, stamp)):
            return False
        line = self.line(index)
        if line.dateline is not None and line.dateline.dateline is not None and line.dateline.dateline.places:
            self.credits.append((index, line))
            self.stamps.append((index, stamp))
            return self.give(index, Role.DATELINE, line.dateline.reason, line.dateline.confidence)
        self.stamps.append((index, stamp))
        if line.parties or line.dateline is not None:
            self.credits.append((index, line))
        return self.give(index, Role.DATE, "a date and little else, beside headline or story", 0.9)

    def _date_above(self, index: int, stamp: Stamp) -> bool:
        """The headline's date above it: the nearest one, and no clock of the page."""
        if not self.over(index) or stamp.running or self.title is None:
            return False
        below = range(index + 1, self.first)
        if any(self.observed.stamps[i] for i in below):
            return stamp.labelled and not any(self.observed.stamps[i] for i in range(index + 1, self.title))
        if self.fragments[index].element is not None:
            return _near(self.fragments[index], self.fragments[self.title])
        return index >= 2 or index == self.title - 1

    def _date_below(self, index: int, stamp: Stamp) -> bool:
        if not self.tail(index) or stamp.running:
            return False
        alone = not self.stamps and index <= self.last + 2 and bool(self.zones(index) & Zone.DATE)
        return stamp.labelled or alone

    def is_credit(self, index: int) -> bool:
        """A line that names agencies or outlets: a dateline, or a source line."""
        near = self.head(index) or self.tail(index)
        if not near or len(self.fragments[index].text) > _LONGEST_CREDIT:
            return False
        line = self.line(index)
        if line.label_only:
            self._name_below(index)
            return self.give(index, Role.CREDIT, "a label of sources", 0.9)
        labelled = [party for party in line.parties if party.label is not SourceLabel.CLOSED]
        match = line.dateline.dateline if line.dateline is not None else None
        if self.head(index) and match is not None and self._is_dateline(index, line):
            self.credits.append((index, line))
            return self.give(index, Role.DATELINE, line.dateline.reason, line.dateline.confidence)  # type: ignore[union-attr]
        if labelled and ((self.tail(index) and index <= self.last + 6) or self.head(index)):
            if all(p.label in (SourceLabel.SIGNATURE, SourceLabel.NONE) for p in labelled) and not self._signs(index, line):
                return False
            self.credits.append((index, line))
            return self.give(index, Role.CREDIT, "names where the story comes from", 0.85)
        if self.head(index) and line.parties and self._before_body(index) and not self.observed.words[index] > 5:
            self.credits.append((index, line))
            return self.give(index, Role.DATELINE, "a source alone between headline and story", 0.6)
        return False

    def _is_dateline(self, index: int, line: CreditLine) -> bool:
        """Whether a formula in the head is a dateline; an outlet alone is one only right above the story."""
        match = line.dateline
        assert match is not None and match.dateline is not None
        if any(party.label is SourceLabel.SOURCE for party in line.parties):
            return bool(match.dateline.places)
        if match.dateline.places or match.authors:
            return match.confidence >= 0.45
        if match.agencies:
            return True
        own = all(core(source) in self.names for source in match.dateline.sources)
        named = bool(self.zones(index) & (Zone.AUTHOR | Zone.SOURCE)) or self._dated_beside(index)
        return self._before_body(index) and not (own and named)

    def _dated_beside(self, index: int) -> bool:
        around = range(max(0, index - 2), min(len(self.fragments), index + 3))
        return any(self.observed.stamps[i] for i in around)

    def _signs(self, index: int, line: CreditLine) -> bool:
        known = all(party.kind is not PartyKind.UNKNOWN for party in line.parties)
        return known and (self.observed.words[index] <= 12)

    def _before_body(self, index: int) -> bool:
        """Whether nothing but credits, stamps and template text stands between a line and the story."""
        return all(
            i in self.authors or self.observed.stamps[i] or self.observed.category[i] or self.observed.words[i] == 0
            for i in range(index + 1, self.first)
        )

    def _name_below(self, index: int) -> None:
        after = index + 1
        if after < len(self.fragments) and len(self.fragments[after].text) <= 60 and after not in self.labels:
            text = self.fragments[after].text
            line = read_credit(f"المصدر: {text}", outlets=self.names)
            shift = len("المصدر: ")
            parties = tuple(
                type(p)(p.name, p.kind, p.label, p.start - shift, p.end - shift) for p in line.parties if p.start >= shift
            )
            self.credits.append((after, CreditLine(parties=parties)))
            self.give(after, Role.CREDIT, "the name below a label of sources", 0.85)

    def is_outlet(self, index: int) -> bool:
        """The outlet's name alone beside the headline: origin."""
        text = self.fragments[index].text
        if not (self.head(index) or (self.over(index) and index >= self.top - 3)) or len(text) > 50:
            return False
        bare = text.strip(" :-–—|()")
        known = outlet_names.is_outlet(bare) and not outlet_names.is_weak(bare)
        if not known and core(bare) not in self.names:
            return False
        self.credits.append((index, self.line(index)))
        return self.give(index, Role.CREDIT, "an outlet's name beside the headline", 0.7)

    def is_section(self, index: int) -> bool:
        near = self.over(index) or self.head(index)
        if not near or self.observed.words[index] > 12:
            return False
        fragment = self.fragments[index]
        linked = self.zones(index) & Zone.SECTION and not self.zones(index) & Zone.NAV and fragment.link_share > 0.5
        stated = core(self.observed.page.metadata.section or "-")
        named = index == (self.title or 0) - 1 and (is_section(fragment.text) or core(fragment.text) == stated)
        if not (linked or named or (self.over(index) and _CRUMBS.match(self.observed.folded[index]))):
            return False
        return self.give(index, Role.SECTION, "the section, or the way to the page", 0.7)

    def is_tags(self, index: int) -> bool:
        fragment = self.fragments[index]
        if index in self.inside or len(fragment.text) > _LONGEST_TAGS or not self.top < index < self.last + _TAGS_BELOW:
            return False
        zones = self.zones(index)
        named = zones & Zone.TAGS and not zones & (Zone.NAV | Zone.FOOTER | Zone.ASIDE | Zone.RELATED)
        below = index > 0 and self.labels.get(index - 1, _NONE).role is Role.TAGS
        labelled = self.observed.category[index] in (Category.TAGS, Category.TAGS_LABEL) or (
            below and fragment.link_share > 0.6
        )
        if not (labelled or (named and (fragment.link_share > 0.6 or index < self.first))):
            return False
        return self.give(index, Role.TAGS, "the story's tags", 0.8)

    def is_deck(self, index: int) -> bool:
        """A line set apart between headline and story that is no paragraph of it."""
        fragment = self.fragments[index]
        if self.title is None or not self.title < index < self.first + 1 or fragment.link_share > 0.3:
            return False
        count = self.observed.words[index]
        if count not in _DECK_WORDS or self.observed.category[index] or self.observed.stamps[index]:
            return False
        if any(i in self.inside and i not in self.labels for i in range(self.title + 1, index)):
            return False
        named = self.zones(index) & Zone.SUBTITLE
        if index in self.inside and not (named and self._is_said_again(index)):
            return False
        heading = fragment.kind is Kind.HEADING
        plain = fragment.element is None and count <= 24 and index <= self.title + 3
        if not (named or heading or plain):
            return False
        return self.give(index, Role.SUBTITLE, "set apart between headline and story", 0.7)

    def _is_said_again(self, index: int) -> bool:
        if not self.observed.stopped[index]:
            return True
        following = next((i for i in self.reading.body if i > index and self.observed.words[i] >= _SURE_PARAGRAPH), None)
        mine = content_words(self.fragments[index].text)
        if following is None or not mine:
            return False
        return len(mine & content_words(self.fragments[following].text)) >= _SAID_AGAIN * len(mine)

    def _headings(self) -> None:
        """The kicker above the headline."""
        if self.title is None:
            return
        for index in range(self.title - 1, max(-1, self.title - 4), -1):
            if index in self.labels or index in self.inside:
                continue
            if self._is_kicker(index):
                self.give(index, Role.KICKER, "a short line above the headline", 0.7)
                return

    def _is_kicker(self, index: int) -> bool:
        fragment, title = self.fragments[index], self.fragments[self.title or 0]
        if self.observed.words[index] not in _KICKER_WORDS or fragment.link_share > 0.3 or self.observed.category[index]:
            return False
        if self.zones(index) & Zone.KICKER:
            return True
        if index != (self.title or 0) - 1 or self.observed.folded.count(self.observed.folded[index]) > 1:
            return False
        if fragment.element is None:
            return index == 0 and words(fragment.text) >= 3 and not title.gap
        same = title.element is not None and fragment.element.parent is title.element.parent
        return same and fragment.kind is Kind.HEADING and words(fragment.text) >= 2


_NONE = Label(Role.BOILERPLATE, "", 0.0)
_LEVELS = 3  # elements above the headline's own within which its date stands


def _near(one: Fragment, title: Fragment) -> bool:
    """Whether two blocks hang from the same part of the page, at most some levels above the headline."""
    above = []
    here = title.element
    for _ in range(_LEVELS):
        here = here.parent if here is not None else None
        if here is None or here.tag in ("body", "html"):
            break
        above.append(here)
    other = one.element
    while other is not None:
        if other in above:
            return True
        other = other.parent
    return False


_QUESTIONS: tuple[Callable[[_Around, int], bool], ...] = (
    _Around.is_title,
    _Around.repeats_title,
    _Around.is_notice,
    _Around.is_caption,
    _Around.is_author,
    _Around.is_stamp,
    _Around.is_credit,
    _Around.is_outlet,
    _Around.is_section,
    _Around.is_tags,
    _Around.is_deck,
)
