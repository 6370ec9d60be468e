"""Dates that begin with their month: «أبريل 29, 2024», «Aug 11 12:57:33 2015», «غشت 2020», «أغسطس/آب»."""

from __future__ import annotations

from newscli.dates import words as datewords
from newscli.dates.months import full_date, read_month, read_tail, read_year
from newscli.dates.numeric import three_numbers
from newscli.dates.printed import DASHES, GREGORIAN, HIJRI, Day, Read, is_day_number
from newscli.dates.tokens import Token


def month_first(tokens: list[Token], i: int) -> Read:
    """The date that begins with the month's name at a token; None where none does."""
    return _month_day_year(tokens, i) or _month_year(tokens, i)


def _month_day_year(tokens: list[Token], i: int) -> Read:
    """«أبريل 29, 2024», «July 20th, 2024», «Aug 11 12:57:33 2015»."""
    calendar = GREGORIAN if tokens[i].kind == "month" else HIJRI
    month, warnings, j = read_month(tokens, i)
    j += tokens[j].text in (".", ",", "-", "/")
    if month is None or not is_day_number(tokens[j]) or three_numbers(tokens, j):
        return None
    if tokens[j + 1].kind in ("month", "hijri"):
        return None
    day, j = tokens[j].value, j + 1
    j += tokens[j].text in ("st", "nd", "rd", "th")
    year, k = read_year(tokens, j, calendar)
    if year is not None:
        return full_date(calendar, (year, month, day), "month, day and year", warnings), k
    k = j + (tokens[j].kind == "time")
    k += tokens[k].kind == "zone"
    if k > j and tokens[k].kind == "num" and 1900 <= tokens[k].value < 2100:
        day_of_year = full_date(calendar, (tokens[k].value, month, day), "month, day, time and year", warnings)
        return day_of_year._replace(closed_by=k), j
    if tokens[i].text.isascii():
        return Day(calendar, None, month, day, reason="month and day, no year"), j
    return None


def _month_year(tokens: list[Token], i: int) -> Read:
    """«غشت 2020», «كانون الثاني/يناير 2016»; a month without year only where it is clearly one («أغسطس/آب»)."""
    calendar = GREGORIAN if tokens[i].kind == "month" else HIJRI
    month, warnings, j = read_month(tokens, i)
    year, k = read_year(tokens, j, calendar)
    if year is not None:
        if tokens[i - 1].text in ("تيريزا", "تريزا"):  # Theresa May
            return None
        if month is None:
            return Day(calendar, year, reason="two month names that disagree", warnings=warnings), k
        if calendar == GREGORIAN:
            return Day(calendar, year, month, reason="month and year"), k
        return Day(calendar, year if year < 1500 else None, month, reason="Hijri month and year"), k
    if tokens[j].kind == "month" and tokens[j].text.startswith("و"):
        return Day(calendar, None, month, reason="month alone"), j
    double = calendar == GREGORIAN and j > i + 1
    tail = read_tail(tokens, j)
    shown = tokens[i - 1].kind == "month word" or tokens[i - 1].text in datewords.folded(datewords.PARTS) or tail > j
    alone = tokens[i - 1].kind == "end" and tokens[j].kind == "end"
    dashed = tokens[j].text in DASHES and tokens[j + 1].kind == "month" and tokens[i].kind == "month"
    if double or shown or alone or dashed:
        return Day(calendar, None, month, reason="month, no year", warnings=warnings), tail
    return None
