"""The month of a printed date, with its second name, the year after it and what may follow instead of a year."""

from __future__ import annotations

from newscli.dates import words as datewords
from newscli.dates.numeric import three_numbers
from newscli.dates.printed import DASHES, GREGORIAN, HIJRI, Day, read_era
from newscli.dates.tokens import Token

SEPARATORS = frozenset(",،-/.–—_|~\\")  # that stand between day, month and year


def read_month(tokens: list[Token], j: int) -> tuple[int | None, tuple[str, ...], int]:
    """The month at j, warnings, and the index after its second name: «كانون الثاني (يناير)», «يوليو تموز»."""
    month, after = tokens[j], j + 1
    if month.kind == "hijri":
        return month.value, (), after + (tokens[after].kind == "epithet")
    k = after
    if tokens[k].text == ")" and tokens[j - 1].text == "(":
        again = tokens[k + 1].kind == "month" and tokens[k + 1].value == month.value
        return month.value, (), k + 1 + again
    opened = tokens[k].text == "("
    slash = tokens[k].text in ("/", "\\")
    if opened or slash or tokens[k].text in DASHES or tokens[k].text in (",", "،"):
        k += 1
    second = tokens[k]
    if second.kind != "month" or (second.value != month.value and not opened and not slash):
        return month.value, (), after
    k += 1 + (opened and tokens[k + 1].text == ")")
    if second.value != month.value:
        return None, ("the two month names disagree",), k
    return month.value, (), k


def read_year(tokens: list[Token], j: int, calendar: str) -> tuple[int | None, int]:
    """The year after a month: over a separator, من, عام; and the index after it and its era. None if none is said."""
    k = j
    for _ in range(2):
        if tokens[k].text in SEPARATORS:
            k += 1
    while k - j < 4 and tokens[k].kind == "of":
        k += 1
    said = tokens[k].kind == "year"
    while k - j < 6 and tokens[k].kind in ("year", "qualifier") and tokens[k + 1].kind in ("num", "year"):
        k += 1
    number = tokens[k]
    if number.kind != "num" or three_numbers(tokens, k) or tokens[k + 1].text in datewords.folded(datewords.COUNTED):
        return None, j
    era, after = read_era(tokens, k + 1)
    size = len(number.text)
    if size == 4:
        fits = 1000 <= number.value < 2200 if calendar == GREGORIAN else 1 <= number.value < 2200
    else:
        fits = size in (2, 3) and number.value > 31 and (era is not None or (said and size == 3))
    if calendar == GREGORIAN and era == 1:
        fits = False
    return (number.value, after) if fits else (None, j)


def read_tail(tokens: list[Token], j: int) -> int:
    """Index after «الماضي», «الجاري», «من العام الماضي»."""
    k = j + (tokens[j].kind == "of")
    k += tokens[k].kind in ("year", "period", "month word")
    return k + 1 if tokens[k].kind == "qualifier" else j


def full_date(calendar: str, date: tuple[int, int, int], reason: str, warnings: tuple[str, ...] = ()) -> Day:
    """A day of a calendar with `date` as its year, month and day; a Hijri month takes no Gregorian year."""
    year, month, day = date
    if calendar == HIJRI and year > 1500:  # «رمضان 2020»: the Hijri month of a Gregorian year
        return Day(HIJRI, None, month, day, reason="Hijri month with a Gregorian year", warnings=warnings)
    return Day(calendar, year, month, day, (date,), reason=reason, warnings=warnings)
