"""What is printed of a date, before anything decides what it means; the parts that all forms share; dates in numbers.

What looks like a date in numbers is told apart: phone and page numbers, scores, squares named after a day.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from itertools import pairwise
from typing import NamedTuple, TypeVar

from newscli.dates import words as datewords
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


_SEPARATORS = frozenset("/.-–\\_")


def read_numeric(tokens: list[Token], i: int) -> Read:
    """«2012/06/04», «26-05-2014», «28 / 10 / 1436 هـ», «5-7/6/2012»."""
    numbers = three_numbers(tokens, i)
    if not numbers:
        return _numeric_range(tokens, i)
    if _chained(tokens, i):
        return None
    era, j = read_era(tokens, i + 5)
    day = _by_digits(*numbers, era, tokens[i + 1].text)
    return (day, j) if day else None


def three_numbers(tokens: list[Token], i: int) -> tuple[Token, Token, Token] | None:
    """Three short numbers with one separator twice, close together."""
    first, mark, second, again, third = run = tokens[i : i + 5]
    if mark.text not in _SEPARATORS or again.text != mark.text:
        return None
    if not all(token.kind == "num" and len(token.text) <= 4 for token in (first, second, third)):
        return None
    room = 1 if mark.text == "." else 2
    close = all(b.start - a.end <= room for a, b in pairwise(run))
    return (first, second, third) if close else None


def _chained(tokens: list[Token], i: int) -> bool:
    """Whether the three numbers are part of a longer chain, as in phone and file numbers, scores and versions."""
    link = ("num", tokens[i + 1].text)
    before, lead = tokens[i - 2 : i]
    tail, behind = tokens[i + 5 : i + 7]
    led = lead.end == tokens[i].start and ((before.kind, lead.text) == link or _is_latin(lead))
    goes_on = (behind.kind, tail.text) == link or (_is_latin(tail) and tail.text != "t")
    address = lead.text == "/" and before.end == lead.start and _is_latin(before)
    return led or address or (goes_on and tail.start == tokens[i + 4].end)


def _is_latin(token: Token) -> bool:
    """Whether a token is a word in Latin letters."""
    return token.text.isascii() and token.text.isalpha()


def _numeric_range(tokens: list[Token], i: int) -> Read:
    """«5-7/6/2012» and «25/6 - 28/6/2012»: days of one month, or of two."""
    if not is_day_number(tokens[i]):
        return None
    for k in (i + 2, i + 4):
        dash, mark, numbers = tokens[k - 1].text, tokens[k + 1].text, three_numbers(tokens, k)
        if dash not in DASHES - {mark} or not numbers or (k == i + 4 and tokens[i + 1].text != mark):
            continue
        era, j = read_era(tokens, k + 5)
        last = _by_digits(*numbers, era)
        if last and last.year:
            return last._replace(day=None, readings=(), single=False, reason="range of days"), j
    return None


def _by_digits(first: Token, second: Token, third: Token, era: int | None, mark: str = "/") -> Day | None:
    """The date that three numbers are, by how many digits each has; None where that is none's."""
    a, b, c = first.value, second.value, third.value
    sizes = len(first.text), len(second.text), len(third.text)
    if sizes[1] > 2:
        return None
    if sizes[0] == 4 and sizes[2] <= 2:
        orders = [(a, b, c)] if b <= 12 else [(a, c, b)]
        why = "numeric, year first"
    elif sizes[0] > 2:
        return None
    elif sizes[2] == 4:
        orders = [(c, b, a), (c, a, b)]
        why = "numeric"
    elif sizes[2] == 2 and first.end + 1 == second.start and mark in ("/", "-"):
        short = [(century + c, m, d) for century in (2000, 1900) for m, d in ((b, a), (a, b))]
        orders = short + [(century + a, b, c) for century in (2000, 1900) if sizes[0] == 2]
        why = "numeric with a year of two digits"
    else:
        return None
    readings = tuple(dict.fromkeys(order for order in orders if 1 <= order[1] <= 12 and 1 <= order[2] <= 31))
    if not readings:
        return None
    return _numeric_day(readings, era, why)


def _numeric_day(readings: tuple[tuple[int, int, int], ...], era: int | None, why: str) -> Day | None:
    """The date of which `readings` are the ways to read it, of the calendar that era or year tells."""
    years = {year for year, _, _ in readings}
    year = years.pop() if len(years) == 1 else None
    hijri = era == 1 or (era is None and year in range(1300, 1500))
    calendar = HIJRI if hijri else GREGORIAN
    if year is not None and not _EARLIEST[era] <= year <= _LATEST[calendar]:
        return None
    if len(readings) > 1:
        return Day(calendar, year, None, None, readings, reason=f"{why}; day and month could be either")
    [(_, month, date)] = readings
    if why == "numeric":
        why = "numeric, day and month equal" if month == date else "numeric, one number is above 12"
    return Day(calendar, year, month, date, readings, reason=why)


_EARLIEST = {None: 1300, 0: 1000, 1: 1}  # year of a numeric date, by the era that is printed with it
_LATEST = {GREGORIAN: 2199, HIJRI: 1500}


def read_numeric_without_year(tokens: list[Token], i: int) -> Read:
    """«الخميس 25/4»: only where a weekday or بتاريخ shows that it is a date at all."""
    day, mark, month = tokens[i : i + 3]
    on_weekday = tokens[i - 1 - (tokens[i - 1].kind == "sign")].kind == "weekday"
    shown = on_weekday or tokens[i - 1].text in ("بتاريخ", "تاريخ")
    numbered = mark.text == "/" and is_day_number(day) and is_month_number(month)
    if not shown or not numbered or three_numbers(tokens, i):
        return None
    if is_month_number(day):  # day and month could be either
        return Day(GREGORIAN, reason="numeric without year"), i + 3
    return Day(GREGORIAN, None, month.value, day.value, reason="numeric without year"), i + 3


def is_numbered(tokens: list[Token], i: int) -> bool:
    """Whether the number at i is a file, page, phone or issue number by the word before it."""
    mark = tokens[i - 1].text
    before = tokens[i - 1 - (mark in (":", ".", "("))].text
    if mark == ":" and tokens[i + 1].kind in CALENDARS:  # «آخر تعديل على الصفحة: 15 مايو 2024»
        return False
    if before in datewords.definite(datewords.NUMBERED):
        return True
    return before in datewords.definite(datewords.ISSUES) and not three_numbers(tokens, i)


def is_name(tokens: list[Token], i: int, j: int) -> bool:
    """Whether the day and month from i to j, without a year, are the name of something (حركة 20 فبراير)."""
    if _noun_before(tokens, i) in datewords.named(events=True):
        return True
    if tokens[i - 1].text in ("«", '"', "“", "”", "'") and tokens[j].text in ("»", '"', "”", "“", "'"):
        return True
    first = tokens[i - 1].kind == "end" or tokens[i - 1].text in ("/", "-", "ـ", "(")
    k = j + (tokens[j].text in ("/", "-", ":", "–", ")"))
    return (first or k == j) and tokens[k].text in datewords.folded(datewords.SOURCE_SLOT)


def names_a_place(tokens: list[Token], i: int) -> bool:
    """Whether the noun before the date at i is an institution's, whose name a year belongs to (جامعة 8 ماي 1945)."""
    return _noun_before(tokens, i) in datewords.named(events=False)


def _noun_before(tokens: list[Token], i: int) -> str:
    """The word before a date, a quote or bracket left out."""
    return tokens[i - 1 - (tokens[i - 1].text in ("«", '"', "“", "(", "'"))].text
