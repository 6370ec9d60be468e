"""Counts as lines for a terminal or a pipe: a heading, then number, bar and name.

Numbers and bars come first and the name last, so that a line reads right whatever the terminal does with Arabic; a
table of rich's, whose cells know no direction, does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newscli.rtl.spans import Span, Style
from newscli.show.colours import BOLD, TEAL
from newscli.show.rows import Row
from newscli.wording import Say

_HEADING, _BAR = Style(BOLD), Style(TEAL)
LONGEST, _SHORTEST = 24, 4  # cells of a bar
_NAME = 22  # cells that a narrow screen keeps for a name
_NUMBER = 8  # cells of a number


def heading(text: str) -> Iterator[Row]:
    """An empty line and a heading."""
    yield Row(())
    yield Row((Span(text, _HEADING),))


def longest(width: int) -> int:
    """How many cells the longest bar has on a screen so wide: less where a name would have to stand below it.

    >>> longest(80), longest(40), longest(20)
    (24, 6, 4)
    """
    return max(_SHORTEST, min(LONGEST, width - _NUMBER - _NAME - 4))


def bars(counts: Iterable[tuple[str, int]], most: int, say: Say = str, longest: int = LONGEST) -> Iterator[Row]:
    """The first names of a list with their numbers, and how many there are besides."""
    counts = list(counts)
    largest = max((number for _, number in counts), default=0) or 1
    for name, number in counts[:most]:
        bar = "█" * max(1 if number else 0, round(longest * number / largest))
        yield _numbered(number, Span(f"{bar:<{longest}}", _BAR), Span(f"  {name}"))
    if len(counts) > most:
        others = len(counts) - most
        yield Row((Span(say(f"{others:,} others" if others > 1 else "1 other")),), indent=_NUMBER + 2)


def facts(values: Iterable[tuple[str, int]]) -> Iterator[Row]:
    """Numbers with what they are, one a line."""
    for name, number in values:
        yield _numbered(number, Span(name))


def _numbered(number: int, *spans: Span) -> Row:
    """A line that begins with a number; numbers of lines below one another end in one column."""
    told = f"{number:,}"
    return Row((Span(f"{told}  "), *spans), indent=max(0, _NUMBER - len(told)))
