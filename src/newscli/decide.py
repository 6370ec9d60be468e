"""A decision as a table: a row says when it holds and what is decided then, and the first row that holds decides."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")


def decide(*rows: tuple[object, T]) -> T:
    """What the first row that holds decides; all rows are worked out before, and the last holds always.

    >>> decide((3 > 4, "more"), (3 == 4, "as many"), (True, "fewer"))
    'fewer'
    """
    for holds, decided in rows:
        if holds:
            return decided
    raise AssertionError("the last row of a decision holds always")
