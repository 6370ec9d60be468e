"""The month of a printed date, its second name and the year after it; dates that begin with it: «أبريل 29, 2024»."""

from __future__ import annotations

from functools import cache

from newscli.dates import printed
from newscli.dates import words as datewords
from newscli.dates.printed import CALENDARS, DASHES, GREGORIAN, HIJRI, Day, Read, is_day_number, read_era, skip
from newscli.dates.tokens import Token

SEPARATORS = frozenset(",،-/.–—_|~\\")  # that stand between day, month and year
_ANOTHER_NAME = frozenset("(/\\")  # before a second name, which may say another month
_SAME_NAME = _ANOTHER_NAME | DASHES | {",", "،"}  # before one that says the same
_YEARS = {GREGORIAN: range(1000, 2200), HIJRI: range(1, 2200)}  # that four digits can mean behind a month


def read_month(tokens: list[Token], j: int) -> tuple[int | None, tuple[str, ...], int]:
    """The month at j, warnings, and the index after its second name: «كانون الثاني (يناير)», «يوليو تموز»."""
    month, after = tokens[j], j + 1
    if month.kind == "hijri":
        return month.value, (), after + (tokens[after].kind == "epithet")
    mark = tokens[after].text
    if (tokens[j - 1].text, mark) == ("(", ")"):
        again = (tokens[after + 1].kind, tokens[after + 1].value) == ("month", month.value)
        return month.value, (), after + 1 + again
    k = after + (mark in _SAME_NAME)
    second = tokens[k]
    if second.kind != "month" or (second.value != month.value and mark not in _ANOTHER_NAME):
        return month.value, (), after
    k += 1 + ((mark, tokens[k + 1].text) == ("(", ")"))
    if second.value != month.value:
        return None, ("the two month names disagree",), k
    return month.value, (), k


def read_year(tokens: list[Token], j: int, calendar: str) -> tuple[int | None, int]:
    """The year after a month: over a separator, من, عام; and the index after it and its era. None if none is said."""
    k = skip(tokens, j, SEPARATORS, 2)
    while k - j < 4 and tokens[k].kind == "of":
        k += 1
    said = tokens[k].kind == "year"
    while k - j < 6 and tokens[k].kind in ("year", "qualifier") and tokens[k + 1].kind in ("num", "year"):
        k += 1
    number = tokens[k]
    if number.kind != "num" or printed.three_numbers(tokens, k) or _is_counted(tokens, k):
        return None, j
    era, after = read_era(tokens, k + 1)
    size = len(number.text)
    if size == 4:
        fits = number.value in _YEARS[calendar]
    else:
        fits = size in (2, 3) and number.value > 31 and (era is not None or (said and size == 3))
    return (number.value, after) if fits and (calendar, era) != (GREGORIAN, 1) else (None, j)


def _is_counted(tokens: list[Token], k: int) -> bool:
    """Whether a number counts the word behind it: «2023 قراءة»; in «2023 تعليقات 3» the next number does."""
    if tokens[k + 1].text not in datewords.folded(datewords.COUNTED):
        return False
    behind = tokens[k + 2 + (tokens[k + 2].text == ":")]
    return behind.kind != "num"


def read_tail(tokens: list[Token], j: int) -> int:
    """Index after «الماضي», «الجاري», «من العام الماضي»."""
    k = j + (tokens[j].kind == "of")
    k += tokens[k].kind in ("year", "period", "month word")
    return k + 1 if tokens[k].kind == "qualifier" else j


def full_date(calendar: str, date: tuple[int, int, int], reason: str) -> Day:
    """A day of a calendar with `date` as its year, month and day."""
    return Day(calendar, *date, (date,), reason=reason)


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
    month, _, j = read_month(tokens, i)
    j += tokens[j].text in (".", ",", "-", "/")
    if (
        month is None
        or not is_day_number(tokens[j])
        or printed.three_numbers(tokens, j)
        or tokens[j + 1].kind in CALENDARS
    ):
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
    if tokens[i].text.isascii():
        return Day(calendar, None, month, day, reason="month and day, no year"), j
    return None


def _month_year(tokens: list[Token], i: int) -> Read:
    """«غشت 2020», «كانون الثاني/يناير 2016»; a month without year only where it is clearly one («أغسطس/آب»)."""
    calendar = CALENDARS[tokens[i].kind]
    month, warnings, j = read_month(tokens, i)
    year, k = read_year(tokens, j, calendar)
    if year is not None:
        if month is None:
            return Day(calendar, year, reason="two month names that disagree", warnings=warnings), k
        if calendar == GREGORIAN:
            return Day(calendar, year, month, reason="month and year"), k
        return Day(calendar, year if year < 1500 else None, month, reason="Hijri month and year"), k
    if tokens[j].kind == "month" and tokens[j].text.startswith("و"):
        return Day(calendar, None, month, reason="month alone"), j
    double = calendar == GREGORIAN and j > i + 1
    tail = read_tail(tokens, j)
    shown = tokens[i - 1].text in _before_month_alone() or tail > j
    alone = tokens[i - 1].kind == tokens[j].kind == "end"
    dashed = tokens[j].text in DASHES and tokens[j + 1].kind == tokens[i].kind == "month"
    if double or shown or alone or dashed:
        return Day(calendar, None, month, reason="month, no year", warnings=warnings), tail
    return None
