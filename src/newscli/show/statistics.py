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
_LONGEST = 24  # cells of a bar
_NUMBER = 8  # cells of a number


def heading(text: str) -> Iterator[Row]:
    """An empty line and a heading."""
    yield Row(())
    yield Row((Span(text, _HEADING),))


def bars(counts: Iterable[tuple[str, int]], most: int, say: Say = str) -> Iterator[Row]:
    """The first names of a list with their numbers, and how many there are besides."""
    counts = list(counts)
    largest = max((number for _, number in counts), default=0) or 1
    for name, number in counts[:most]:
        bar = "█" * max(1 if number else 0, round(_LONGEST * number / largest))
        yield _numbered(number, Span(f"{bar:<{_LONGEST}}", _BAR), Span(f"  {name}"))
    if len(counts) > most:
        yield Row((Span(say(f"{len(counts) - most:,} others")),), indent=_NUMBER + 2)


def facts(values: Iterable[tuple[str, int]]) -> Iterator[Row]:
    """Numbers with what they are, one a line."""
    for name, number in values:
        yield _numbered(number, Span(name))


def _numbered(number: int, *spans: Span) -> Row:
    """A line that begins with a number; numbers of lines below one another end in one column."""
    told = f"{number:,}"
    return Row((Span(f"{told}  "), *spans), indent=max(0, _NUMBER - len(told)))
