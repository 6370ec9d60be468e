"""Which paragraphs of two versions differ, in time that grows with their number.

Python's `difflib` finds the longest stretch in common again and again, which is cubic where many paragraphs are alike.
So the paragraphs that stand once in each version are matched first, in the longest order that both have (Cohen's
patience diff), and `difflib` sees only the gaps between them, as long as those are small.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

Step = tuple[int, int, int, int]  # before[a:b] became after[c:d]

_MOST_WORK = 4_000_000  # comparisons in all gaps together, at the worst: a second


def steps(before: Sequence[str], after: Sequence[str]) -> Iterator[Step]:
    """The stretches that differ, in order. Where the gaps are too large to compare, all of a gap has changed.

    >>> list(steps("أ ب ج".split(), "أ د ج".split()))
    [(1, 2, 1, 2)]
    """
    left = _MOST_WORK
    for gap in _gaps(before, after):
        a, b, c, d = _trimmed(before, after, gap)
        work = (b - a) * (d - c) * min(b - a, d - c)
        if a == b and c == d:
            continue
        if work > left or not work:
            yield a, b, c, d
            continue
        left -= work
        yield from _compared(before, after, (a, b, c, d))


def _gaps(before: Sequence[str], after: Sequence[str]) -> Iterator[Step]:
    """What lies between the paragraphs that are matched for sure."""
    ends = [(-1, -1), *_anchors(before, after), (len(before), len(after))]
    for (a, c), (b, d) in pairwise(ends):
        yield a + 1, b, c + 1, d


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The places of paragraphs that stand once in each version, as many as stand in the same order in both."""
    once = [unit for unit, count in Counter(before).items() if count == 1]
    counted = Counter(after)
    where = {unit: place for place, unit in enumerate(after) if counted[unit] == 1}
    place = {unit: index for index, unit in enumerate(before)}
    return _rising([(place[unit], where[unit]) for unit in once if unit in where])


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of pairs, ordered by the first, in which the second rises too (patience sorting).

    >>> _rising([(0, 5), (1, 0), (2, 1), (3, 3)])
    [(1, 0), (2, 1), (3, 3)]
    """
    tops: list[int] = []  # the least of the negated seconds with which a part of each length begins, read from the end
    heads: list[int] = []  # the pair it belongs to
    following: list[int] = []  # for each pair the one after it in the longest part that begins with it
    backwards = pairs[::-1]  # so that of two parts as long the one that begins earlier is taken, as difflib does
    for number, (_, second) in enumerate(backwards):
        length = bisect_left(tops, -second)
        following.append(heads[length - 1] if length else -1)
        tops[length : length + 1] = [-second]
        heads[length : length + 1] = [number]
    found, here = [], heads[-1] if heads else -1
    while here >= 0:
        found.append(backwards[here])
        here = following[here]
    return found


def _trimmed(before: Sequence[str], after: Sequence[str], gap: Step) -> Step:
    """A gap without what both sides begin and end with."""
    a, b, c, d = gap
    while a < b and c < d and before[a] == after[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and before[b - 1] == after[d - 1]:
        b, d = b - 1, d - 1
    return a, b, c, d


def _compared(before: Sequence[str], after: Sequence[str], gap: Step) -> Iterator[Step]:
    """What differs within a small gap."""
    from difflib import SequenceMatcher

    a, b, c, d = gap
    for step, i, j, k, m in SequenceMatcher(None, before[a:b], after[c:d], autojunk=False).get_opcodes():
        if step != "equal":
            yield a + i, a + j, c + k, c + m
