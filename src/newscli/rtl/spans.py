"""What is typeset: text in one style, and the column that it is set in."""

from __future__ import annotations

from typing import NamedTuple


class Style(NamedTuple):
    """How a stretch of text looks: SGR parameters as in "1;31", and the address it links to (OSC 8)."""

    sgr: str = ""
    link: str | None = None


PLAIN = Style()


class Span(NamedTuple):
    """A stretch of logical text in one style."""

    text: str
    style: Style = PLAIN


class Column(NamedTuple):
    """Where lines go: no wider than `width` cells and, right to left, ending at column `right` (from 1).

    `edge` is the column at which a terminal that aligns right-to-left lines itself ends them.
    """

    width: int
    right: int
    edge: int = 0
