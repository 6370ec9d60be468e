"""Lines of a paragraph: breaks in the logical text, before any reordering (UAX #9, 3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscli.rtl.reorder import extenders
from newscli.rtl.width import cells

# White space that allows a break: not the no-break ones U+00A0, U+2007, U+202F; ZERO WIDTH SPACE U+200B does.
_WORD = re.compile("[^ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]+")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of a text as half-open ranges, none wider than `width` cells, white space between them left out.

    A word wider than a line is broken between two characters, never between a letter and its marks; a single
    character wider than `width` has a line to itself. Linear in the length of the text.

    >>> [("الأخبار من دمشق"[a:b]) for a, b in wrap("الأخبار من دمشق", 10)]
    ['الأخبار من', 'دمشق']
    """
    lines: list[tuple[int, int]] = []
    start = end = 0  # the line being filled
    room = 0  # what the text from `start` to `end` leaves free; 0 as long as there is no line
    for word in _WORD.finditer(text):
        size = cells(word[0])
        gap = cells(text[end : word.start()])
        if end > start and gap + size <= room:
            room -= gap + size
            end = word.end()
            continue
        if end > start:
            lines.append((start, end))
        start, end = word.span()
        if size > width:
            lines += _pieces(text, start, end, width)
            start = lines[-1][1] if lines and lines[-1][1] > start else start
            size = cells(text[start:end])
        room = width - size
    if end > start:
        lines.append((start, end))
    return lines


def _pieces(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """All lines but the last of a word that is too wide for one."""
    marks = extenders(text[start:end])
    first, cluster, used = start, start, 0
    for index in range(start, end + 1):
        if index < end and index - start in marks:
            continue
        size = cells(text[cluster:index])
        if used + size > width and cluster > first:
            yield first, cluster
            first, used = cluster, 0
        used += size
        cluster = index
