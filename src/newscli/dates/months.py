"""The month of a printed date, its second name and the year after it; dates that begin with it: «أبريل 29, 2024»."""

from __future__ import annotations

from functools import cache

from newscli.dates import words as datewords
from newscli.dates.numeric import three_numbers
from newscli.dates.printed import CALENDARS, DASHES, GREGORIAN, HIJRI, Day, Read, is_day_number, read_era, skip
from newscli.dates.tokens import Token

SEPARATORS = frozenset(",،-/.–—_|~\\")  # that stand between day, month and year
_SAME_NAME = DASHES | set("(/\\,،")  # before a second name
_YEARS = {GREGORIAN: range(1000, 2200), HIJRI: range(1, 2200)}  # that four digits can mean behind a month


def read_month(tokens: list[Token], j: int) -> tuple[int, int]:
    """The month at j, and the index after its second name: «كانون الثاني (يناير)», «يوليو تموز»."""
    month, after = tokens[j], j + 1
    if month.kind == "hijri":
        return month.value, after + (tokens[after].kind == "epithet")
    mark = tokens[after].text
    k = after + (mark in _SAME_NAME)
    second = tokens[k]
    if (second.kind, second.value) != ("month", month.value):
        return month.value, after
    return month.value, k + 1 + ((mark, tokens[k + 1].text) == ("(", ")"))


def read_year(tokens: list[Token], j: int, calendar: str) -> tuple[int | None, int]:
    """The year after a month: over a separator, من, عام; and the index after it and its era. None if none is said."""
    k = skip(tokens, j, SEPARATORS, 2)
    while k - j < 4 and tokens[k].kind == "of":
        k += 1
    while k - j < 6 and tokens[k].kind in ("year", "qualifier") and tokens[k + 1].kind in ("num", "year"):
        k += 1
    number = tokens[k]
    if number.kind != "num" or three_numbers(tokens, k):
        return None, j
    _, after = read_era(tokens, k + 1)
    fits = len(number.text) == 4 and number.value in _YEARS[calendar]
    return (number.value, after) if fits else (None, j)


def read_tail(tokens: list[Token], j: int) -> int:
    """Index after «الماضي», «الجاري», «من العام الماضي»."""
    k = j + (tokens[j].kind == "of")
    k += tokens[k].kind in ("year", "period", "month word")
    return k + 1 if tokens[k].kind == "qualifier" else j


def full_date(calendar: str, date: tuple[int, int, int], reason: str) -> Day:
    """A day of a calendar with `date` as its year, month and day."""
    year, month, day = date
    return Day(calendar, year, month, day, (date,), reason=reason)


@cache
def _before_month_alone() -> frozenset[str]:
    """The words that show that a month without a year is one: «شهر أغسطس», «منتصف أغسطس»."""
    return datewords.folded(datewords.PARTS) | datewords.of_kinds("month word")


def month_first(tokens: list[Token], i: int) -> Read:
    """The date that begins with the month's name at a token; None where none does."""
    return _month_day_year(tokens, i) or _month_year(tokens, i)


def _month_day_year(tokens: list[Token], i: int) -> Read:
    """«أبريل 29, 2024», «July 20th, 2024», «Aug 11 12:57:33 2015»."""
    calendar = CALENDARS[tokens[i].kind]
    month, j = read_month(tokens, i)
    j += tokens[j].text in (".", ",", "-", "/")
    if not is_day_number(tokens[j]) or three_numbers(tokens, j) or tokens[j + 1].kind in CALENDARS:
        return None
    day, j = tokens[j].value, j + 1
    j += tokens[j].text in ("st", "nd", "rd", "th")
    year, k = read_year(tokens, j, calendar)
    if year is not None:
        return full_date(calendar, (year, month, day), "month, day and year"), k
    k = j + (tokens[j].kind == "time")
    k += tokens[k].kind == "zone"
    if k > j and tokens[k].kind == "num" and 1900 <= tokens[k].value < 2100:
        day_of_year = full_date(calendar, (tokens[k].value, month, day), "month, day, time and year")
        return day_of_year._replace(closed_by=k), j
    return None


def _month_year(tokens: list[Token], i: int) -> Read:
    """«غشت 2020», «كانون الثاني/يناير 2016»; a month without year only where it is clearly one («أغسطس/آب»)."""
    calendar = CALENDARS[tokens[i].kind]
    month, j = read_month(tokens, i)
    year, k = read_year(tokens, j, calendar)
    if year is not None:
        if calendar == GREGORIAN:
            return Day(calendar, year, month, reason="month and year"), k
        return Day(calendar, year if year < 1500 else None, month, reason="Hijri month and year"), k
    double = calendar == GREGORIAN and j > i + 1
    tail = read_tail(tokens, j)
    shown = tokens[i - 1].text in _before_month_alone() or tail > j
    dashed = tokens[j].text in DASHES and tokens[j + 1].kind == tokens[i].kind == "month"
    if double or shown or dashed:
        return Day(calendar, None, month, reason="month, no year"), tail
    return None
