"""The run of blocks that is the story: the one in which the evidence for it outweighs that against it the most."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

_WORDS_MORE, _MOST = 10, 5.0  # a paragraph counts once more for each so many words, at most so many times
_LEAST = -1.0  # what one block can take away: a box of twenty links in a story is one interruption
_PARAGRAPH, _PARAGRAPH_WORDS = 0.5, 12  # added for blocks as long as a paragraph


class Run(Struct, frozen=True):
    """Blocks `first` to `last`, both inclusive, and the sum of their weights."""

    first: int
    last: int
    weight: float


def heaviest_run(odds: Sequence[float], words: Sequence[int], start: int = 0) -> Run | None:
    """The run of blocks from `start` on with the greatest sum of log-odds, weighted by words; None if none is above 0.

    >>> heaviest_run((-3.0, 2.0, -5.0, 2.0, -5.0), (2, 40, 2, 40, 2))
    Run(first=1, last=3, weight=20.0)
    """
    best: Run | None = None
    total, first = 0.0, start
    for index in range(start, len(odds)):
        if total <= 0.0:
            total, first = 0.0, index
        total += _weight(odds[index], words[index])
        if total > (best.weight if best else 0.0):
            best = Run(first, index, total)
    return best


def _weight(odds: float, words: int) -> float:
    bonus = _PARAGRAPH if words >= _PARAGRAPH_WORDS else 0.0
    if odds > 0:
        return odds * min(1 + words / _WORDS_MORE, _MOST) + bonus
    return max(odds, _LEAST) + bonus
