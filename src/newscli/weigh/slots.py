"""The lesser roles around headline and story: stamps, credits, deck, kicker, section, captions, tags, notices.

A block is asked what it could be in an order that begins with what leaves least doubt. Its words and its place both
speak: a date below the headline is the story's, the same date in the page's corner is the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter

from msgspec import Struct

from newscli.credits.credit_line import CreditLine
from newscli.dates.stamp import Stamp
from newscli.model import Role
from newscli.weigh import slots_author, slots_credit, slots_date, slots_head, slots_section, slots_side, slots_title
from newscli.weigh.around import ABOVE, Around, Label, Where
from newscli.weigh.choose import Reading

__all__ = ["Label", "Slots", "slots"]

_ANY_LENGTH = 1_000_000_000  # words or characters


class Slots(Struct, frozen=True):
    """What stands around a story. Blocks are given by number; `labels` holds those that are not body or boilerplate."""

    labels: dict[int, Label]
    authors: dict[int, float]  # the lines that credit the writers, with their log-odds
    credits: tuple[tuple[int, CreditLine], ...] = ()  # lines that credit somebody, with what they say
    stamps: tuple[tuple[int, Stamp], ...] = ()
    paragraphs: tuple[int, ...] = ()  # the body's blocks, credits and notices taken out

    def of(self, *roles: Role) -> list[int]:
        """The blocks of some roles, in page order."""
        return sorted(index for index, label in self.labels.items() if label.role in roles)

    def first(self, role: Role) -> int | None:
        """The first block of a role, if there is one."""
        return next(iter(self.of(role)), None)


def slots(reading: Reading, names: frozenset[str]) -> Slots:
    """The roles of the blocks around a reading's story. `names` are folded names of the page's own site."""
    if not reading.body:
        return Slots(_headed(reading), {})
    around = Around(reading, names)
    slots_author.settle_authors(around)
    for index in _order(around):
        if index not in around.labels:
            _ask(around, index)
    slots_title.find_kicker(around)
    slots_credit.yield_to_formula(around)
    credits = tuple(sorted(around.credits, key=itemgetter(0)))
    paragraphs = tuple(index for index in reading.body if index not in around.labels)
    return Slots(around.labels, around.authors, credits, tuple(around.stamps), paragraphs)


def _headed(reading: Reading) -> dict[int, Label]:
    """The heading of a page that holds no story."""
    label = Label(Role.TITLE, "heads the page as the page states, which holds no story", 0.9)
    return {} if reading.heading is None else {reading.heading: label}


def _order(around: Around) -> Iterator[int]:
    """The blocks that can have a role of their own, in page order."""
    size = len(around.fragments)
    start, end = max(0, around.top - ABOVE), min(size, around.last + slots_side.TAGS_BELOW)
    yield from range(start, end)
    yield from (i for i in range(start) if around.observed.stamps[i] and around.title is None)
    yield from (i for i in around.authors if not start <= i < end)
    far = (*range(start), *range(end, size))
    yield from (i for i in far if around.observed.notice[i] >= slots_side.NOTICE_ANYWHERE)


def _ask(around: Around, index: int) -> None:
    """Ask what a block may be, one question after the other, until one says yes."""
    where, words, characters = around.where(index), around.words[index], len(around.fragments[index].text)
    for may_be in _IN_STORY if index in around.inside else _BESIDE:
        fits = where & may_be.where and words <= may_be.words and characters <= may_be.characters
        if fits and may_be.shows(around, index):
            if may_be.label is not None:
                around.labels[index] = may_be.label
            return


class _MayBe(Struct, frozen=True):
    """What a block may be: the question that tells, where such blocks stand, and how long they are at most.

    `label` is what the block then has; None where the question gives one of several by itself.
    """

    shows: Callable[[Around, int], bool]
    label: Label | None = None
    where: int = Where.OVER | Where.HEAD | Where.TAIL | Where.FAR
    words: int = _ANY_LENGTH
    characters: int = _ANY_LENGTH


# How sure each label is: how often blocks are rightly taken for it on the labelled pages and their dumps, 63 captions,
# 16 notices, 41 tags among them; no section of 43 is wrong.
_CAPTION = Label(Role.CAPTION, "caption or credit of a picture", 0.9)
_NOTICE = Label(Role.DISCLAIMER, "says who answers for the text", 0.8)
_SECTION = Label(Role.SECTION, "the section, or the way to the page", 0.95)
_TAGS = Label(Role.TAGS, "the story's tags", 0.95)
_NEAR_HEADLINE = Where.OVER | Where.HEAD


def _left_out(shows: Callable[[Around, int], bool], why: str, chance: float, words: int = _ANY_LENGTH) -> _MayBe:
    return _MayBe(shows, Label(Role.BOILERPLATE, why, chance), words=words)


_TITLE = (_MayBe(slots_title.is_title),)
_COPIES = (_left_out(slots_title.repeats_title, "repeats the headline", 0.95, words=40),)  # none is in the story
_FIRST = (
    _MayBe(slots_side.is_notice, _NOTICE, where=_NEAR_HEADLINE | Where.TAIL),
    _MayBe(slots_side.is_sure_notice, _NOTICE),
    _MayBe(slots_author.is_author),
    _MayBe(slots_side.is_caption, _CAPTION),
    _MayBe(slots_author.is_pictured, _CAPTION, where=Where.HEAD, words=5),  # a title and a name
    _left_out(slots_side.is_bio, "a note on the writer", 0.9),
)
_BETWEEN_PARAGRAPHS = (
    _left_out(slots_side.is_button_row, "buttons to share the story", 0.95),
    _left_out(slots_side.numbers_page, "the number of a printed page", 0.95),
    _left_out(slots_side.is_call, "asks the readers to do something, or announces an advertisement", 0.95),
    _left_out(slots_side.is_labelled_link, "a link below a label such as read also", 0.95),
    _left_out(slots_side.is_in_labelled_box, "in a box of another story, by its label or its button", 0.9),
    _left_out(slots_side.is_offer, "a label such as read also, with a headline or without", 0.95),
    _left_out(slots_side.is_offered, slots_side.OFFERED, 0.95),
    _left_out(slots_author.heads_writers, "a word for writing above the writers", 0.9),
    _left_out(slots_author.is_newsroom, "credits the newsroom", 0.9),
)
_LAST = (
    _MayBe(slots_section.is_way, _SECTION, where=Where.OVER, words=12),
    _MayBe(slots_date.is_stamp),
    _MayBe(slots_credit.is_credit, characters=160),
    _MayBe(slots_credit.is_outlet, where=_NEAR_HEADLINE, characters=50),
    _MayBe(slots_section.links_section, _SECTION, where=_NEAR_HEADLINE, words=12),
    _MayBe(slots_section.names_section, _SECTION, where=_NEAR_HEADLINE, words=12),
)
_LISTED = (_MayBe(slots_side.is_tags, _TAGS, characters=250),)  # in the story there are none
_DECK = (_MayBe(slots_head.is_deck),)
_IN_STORY = _TITLE + _FIRST + _BETWEEN_PARAGRAPHS + _LAST + _DECK
_BESIDE = _TITLE + _COPIES + _FIRST + _LAST + _LISTED + _DECK
