"""What is printed of a date, before anything decides what it means; and the small parts that all forms share."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import NamedTuple, TypeVar

from newscli.dates.tokens import Token

Told = TypeVar("Told")
GREGORIAN, HIJRI = "gregorian", "hijri"
CALENDARS = {"month": GREGORIAN, "hijri": HIJRI}  # by the kind of the month's name
DASHES = frozenset("-–—/")


class Day(NamedTuple):
    """What is printed of a date. `readings` are the (year, month, day) it can mean; one where it is certain.

    `year`, `month` and `day` are what is known of it, None where not said or not certain. `single` is false for a range
    of days or months, which means no single day and so has no readings.
    """

    calendar: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    readings: tuple[tuple[int, int, int], ...] = ()
    single: bool = True
    reason: str = ""
    warnings: tuple[str, ...] = ()
    closed_by: int = -1  # index of a year that stands after the time: «Aug 11 12:57:33 2015»


Read = tuple[Day, int] | None

A_NAME = Day("")  # a day and month that name something: read over, so that no part of it is taken for a date


def is_day_number(token: Token) -> bool:
    """Whether the token can be a day of a month in digits."""
    return token.kind == "num" and 1 <= token.value <= 31 and len(token.text) <= 2


def is_month_number(token: Token) -> bool:
    """Whether the token can be a month in digits."""
    return is_day_number(token) and token.value <= 12


def skip(tokens: list[Token], j: int, texts: Container[str], most: int) -> int:
    """The index behind at most so many tokens of some texts."""
    return next((k for k in range(j, j + most) if tokens[k].text not in texts), j + most)


def read_by_kind(
    readers: Mapping[str, Callable[[list[Token], int], Told | None]], tokens: list[Token], i: int
) -> Told | None:
    """What the reader for the kind of a token reads there; None where there is none for it."""
    reader = readers.get(tokens[i].kind)
    return reader(tokens, i) if reader else None


def read_era(tokens: list[Token], j: int) -> tuple[int | None, int]:
    """0 for م and ميلادي, 1 for هـ and هجري, None if not said; and the index after it."""
    token = tokens[j]
    opened = token.text == "(" and tokens[j + 1].kind == "era" and tokens[j + 2].text == ")"
    if opened:
        return tokens[j + 1].value, j + 3
    if token.kind != "era":
        return None, j
    return token.value, j + 1
