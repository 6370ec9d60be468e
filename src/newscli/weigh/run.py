"""The run of blocks that is the story: the one in which the evidence for it outweighs that against it the most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from newscli.segment.page import Element, Fragment, lies_in
from newscli.weigh.places import PARAGRAPH_WORDS

BODY_ODDS = -0.3  # log-odds from which a block inside the run is the story's; cross-validated on gold and twins
_WORDS_MORE, _MOST = 10, 5.0  # a paragraph counts once more for each so many words, at most so many times
# What one block can take away: a box of twenty links in a story is one interruption, and in the element that holds the
# prose a lesser one, for the story may go on behind it.
_LEAST, _LEAST_INSIDE = -1.0, -0.6
_PARAGRAPH = 0.8  # added for blocks as long as a paragraph
# Log-odds from which a short block that is no sentence lengthens a run: captions, calls and labels stand at its ends.
# Sub-headings may open a story, verse close it. Not where there is nothing else.
_LENGTHENS, _SET_APART_LENGTHENS = 1.0, 0.4


class Run(Struct, frozen=True):
    """Blocks `first` to `last`, both inclusive, and the sum of their weights."""

    first: int
    last: int
    weight: float

    @property
    def blocks(self) -> range:
        """The numbers of its blocks."""
        return range(self.first, self.last + 1)


def stretch(index: int, size: int, belongs: Callable[[int], bool]) -> range:
    """The blocks around one of a page with `size` blocks that belong to it, up to the first on each side that does not.

    >>> stretch(3, 6, lambda index: index in (0, 2, 4, 5))
    range(2, 6)
    """
    first = last = index
    while first > 0 and belongs(first - 1):
        first -= 1
    while last + 1 < size and belongs(last + 1):
        last += 1
    return range(first, last + 1)


def needed(words: int, *, sentence: bool, set_apart: bool) -> float:
    """The log-odds from which a block lengthens a run: any does for paragraphs and sentences.

    `set_apart`: whether it is a sub-heading or verse.
    """
    if sentence or words >= PARAGRAPH_WORDS:
        return 0.0
    return _SET_APART_LENGTHENS if set_apart else _LENGTHENS


def heaviest_run(
    odds: Sequence[float], words: Sequence[int], inside: Sequence[bool], need: Sequence[float]
) -> Run | None:
    """The run of blocks with the greatest sum of log-odds, weighted by words; None if none is above 0.

    `inside`: whether a block lies in the element that holds most of the page's prose; `need`: the log-odds from which
    it lengthens a run, as `needed` tells.

    >>> heaviest_run((-3.0, 2.0, -5.0, 2.0, 0.9), (2, 40, 2, 40, 2), [False] * 5, (1.0, 0.0, 1.0, 0.0, 1.0))
    Run(first=1, last=3, weight=20.6)
    """
    strict = [value - least for value, least in zip(odds, need, strict=True)]
    return _heaviest(strict, words, inside) or _heaviest(odds, words, inside)


def _heaviest(odds: Sequence[float], words: Sequence[int], inside: Sequence[bool]) -> Run | None:
    """The same, where any log-odds above 0 lengthen a run."""
    best: tuple[int, int] | None = None
    most, total, first = 0.0, 0.0, 0
    for index, (value, count, within) in enumerate(zip(odds, words, inside, strict=True)):
        if total <= 0.0:
            total, first = 0.0, index
        total += _weight(value, count, _LEAST_INSIDE if within else _LEAST)
        if total > most:
            best, most = (first, index), total
    return Run(*best, most) if best else None


def _weight(odds: float, words: int, least: float) -> float:
    """What a block adds to a run: its log-odds, more for long blocks, no less than `least` for unlikely ones."""
    bonus = _PARAGRAPH if words >= PARAGRAPH_WORDS else 0.0
    if odds > 0:
        return odds * min(1 + words / _WORDS_MORE, _MOST) + bonus
    return max(odds, least) + bonus


def blocks_in(part: Element, fragments: Sequence[Fragment], inside: int) -> range:
    """The blocks of a part, one of which is known."""
    return stretch(inside, len(fragments), lambda index: lies_in(fragments[index].element, part))
