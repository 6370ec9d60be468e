"""The lesser roles around headline and story: stamps, credits, deck, kicker, section, captions, tags, notices.

A block is asked what it could be in an order that begins with what leaves least doubt. Its words and its place both
speak: a date below the headline is the story's, the same date in the page's corner is the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from newscli.credits.credit_line import CreditLine
from newscli.dates.stamp import Stamp
from newscli.model import Role
from newscli.weigh import slots_credit, slots_date, slots_head, slots_side
from newscli.weigh.around import ABOVE, Around, Label
from newscli.weigh.choose import Reading

__all__ = ["Label", "Slots", "slots"]

_TAGS_BELOW = 40  # blocks below the story in which its tags may stand
_HEADS = 0.9  # how surely a line heads a page that holds no story, if the page states the same
_NOTICE_ANYWHERE = 0.7  # how surely a block is a notice far from the story


class Slots(Struct, frozen=True):
    """What stands around a story. Blocks are given by number; `labels` holds those that are not body or boilerplate."""

    labels: dict[int, Label]
    authors: dict[int, float]  # the lines that credit the writers, with their log-odds
    credits: tuple[tuple[int, CreditLine], ...] = ()  # lines that credit somebody, with what they say
    stamps: tuple[tuple[int, Stamp], ...] = ()
    paragraphs: tuple[int, ...] = ()  # the body's blocks, credits and notices taken out


def slots(reading: Reading, names: frozenset[str]) -> Slots:
    """The roles of the blocks around a reading's story. `names` are folded names of the page's own site."""
    if not reading.body:
        return Slots(_headed(reading), {})
    around = Around(reading, names)
    slots_credit.settle_authors(around)
    for index in _order(around):
        if index not in around.labels:
            _ask(around, index)
    slots_head.find_kicker(around)
    slots_credit.yield_to_formula(around)
    return Slots(
        around.labels,
        around.authors,
        tuple(sorted(around.credits, key=lambda credit: credit[0])),
        tuple(around.stamps),
        tuple(index for index in reading.body if index not in around.labels),
    )


def _headed(reading: Reading) -> dict[int, Label]:
    """The heading of a page that holds no story."""
    why = "heads the page as the page states, which holds no story"
    return {} if reading.heading is None else {reading.heading: Label(Role.TITLE, why, _HEADS)}


def _order(around: Around) -> Iterator[int]:
    """The blocks that can have a role of their own, in page order."""
    size = len(around.fragments)
    start, end = max(0, around.top - ABOVE), min(size, around.last + _TAGS_BELOW)
    yield from range(start, end)
    yield from (i for i in range(start) if around.observed.stamps[i] and around.title is None)
    yield from (i for i in around.authors if not start <= i < end)
    yield from (i for i in (*range(start), *range(end, size)) if around.observed.notice[i] >= _NOTICE_ANYWHERE)


def _ask(around: Around, index: int) -> None:
    for question in _QUESTIONS:
        if question(around, index):
            return


_QUESTIONS: tuple[Callable[[Around, int], bool], ...] = (
    slots_head.is_title,
    slots_head.repeats_title,
    slots_side.is_notice,
    slots_side.is_caption,
    slots_credit.is_author,
    slots_side.is_bio,
    slots_side.is_button_row,
    slots_side.is_call,
    slots_side.is_labelled_link,
    slots_side.is_offered,
    slots_credit.is_newsroom,
    slots_date.is_stamp,
    slots_credit.is_credit,
    slots_credit.is_outlet,
    slots_head.is_section,
    slots_side.is_tags,
    slots_head.is_deck,
)
