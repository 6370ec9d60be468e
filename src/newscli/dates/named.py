"""Days and months as the Arabic press writes them, in words and numbers, of both calendars.

Each reader takes the tokens and an index and gives what stands there with the index after it, or None. A reader says
what is printed; `newscli.dates.finder` decides what it means together with the weekday and the other calendar.
"""

from __future__ import annotations

from functools import cache

from newscli.dates import printed
from newscli.dates import words as datewords
from newscli.dates.months import SEPARATORS, full_date, month_first, read_month, read_tail, read_year
from newscli.dates.printed import A_NAME, CALENDARS, DASHES, GREGORIAN, Day, Read, is_day_number, is_month_number, skip
from newscli.dates.tokens import Token


@cache
def _between_days() -> frozenset[str]:
    """What stands between the days of a list or a range."""
    return DASHES | {",", "،", "و", "او", "and"} | datewords.folded(datewords.TO)


@cache
def _before_month() -> frozenset[str]:
    """What stands between a day and the name of its month."""
    return SEPARATORS | {"من", "of", "de"} | datewords.of_kinds("month word")


def read_day(tokens: list[Token], i: int) -> Read:
    """The date that begins at a token, of whatever form; None where none does."""
    found = printed.read_by_kind(_READERS, tokens, i)
    return _range(tokens, i, *found) if found and found[0] is not A_NAME else found


def _number_first(tokens: list[Token], i: int) -> Read:
    """The date that begins with a number, of whatever kind."""
    if printed.is_numbered(tokens, i):
        return None
    for read in _OF_NUMBERS:
        if found := read(tokens, i):
            return found
    return None


def _day_first(tokens: list[Token], i: int) -> Read:
    """The date that begins with a day, in digits or as an ordinal in words: «الأول من مايو»."""
    day, j = (tokens[i].value, i + 1) if tokens[i].kind == "num" else _ordinal(tokens, i)
    return _day_month(tokens, i, day, j) or _of_this_month(tokens, i, day, j)


def _month_word_first(tokens: list[Token], i: int) -> Read:
    """«شهر 7 من عام 2024», «شهر 7/2024»; «شهر يوليو» is read from its name."""
    number = tokens[i + 1]
    year, j = read_year(tokens, i + 2, GREGORIAN)
    if not is_month_number(number) or year is None or year < 1500:
        return None
    return Day(GREGORIAN, year, number.value, reason="month as a number after شهر, and year"), j


# A day and the name of its month -------------------------------------------------------------------------------------


def _ordinal(tokens: list[Token], i: int) -> tuple[int, int]:
    """«الثامن عشر», «الحادي والعشرين», «العشرين», «غرة»: the day, and the index after its words."""
    value, after = tokens[i].value, tokens[i + 1]
    if after.kind == "teen":
        return value + 10, i + 2
    j = i + 1 + (after.text == "و")  # which may also be glued to the tens
    if after.text.startswith("و") and (tokens[i].kind, tokens[j].kind) == ("ordinal", "tens"):
        return value + tokens[j].value, j + 1
    return value, i + 1


def _to_month(tokens: list[Token], j: int) -> int:
    """Index of the month's name after a day: over a separator, من, شهر, th."""
    j += tokens[j].text in ("st", "nd", "rd", "th", "er")
    j = skip(tokens, j, _before_month(), 4)
    return j + (tokens[j].text == "(" and tokens[j + 1].kind in CALENDARS)


def _day_month(tokens: list[Token], i: int, day: int, j: int) -> Read:
    """«8 فيفري 2019», «27 من يونيو سنة 1900», «28 مايو (أيار) 1990», «الثامن عشر من يوليو», «6 أوت»."""
    if not 1 <= day <= 31 or (len(tokens[i].text) > 2 and tokens[i].kind == "num"):
        return None
    j = _to_month(tokens, j)
    calendar = CALENDARS.get(tokens[j].kind)
    if calendar is None or _decimal(tokens, i):
        return None
    month, warnings, j = read_month(tokens, j)
    year, k = read_year(tokens, j, calendar)
    if year is None and tokens[j - 1].text == "صفر":  # «2 - صفر» is a score
        return None
    if printed.names_a_place(tokens, i) or (year is None and printed.is_name(tokens, i, j)):
        return A_NAME, k
    words = "day in words" if tokens[i].kind != "num" else "day"
    if year is None:
        bare = Day(calendar, None, month, day, reason=f"{words} and month, no year", warnings=warnings)
        return bare, read_tail(tokens, j)
    if month is None:
        return Day(calendar, year, reason="two month names that disagree", warnings=warnings), k
    return full_date(calendar, (year, month, day), f"{words}, month and year"), k


def _decimal(tokens: list[Token], i: int) -> bool:
    """Whether the number at i is the end of another: «1.5 مايو», or of a score: «2-1 مايو»."""
    mark = tokens[i - 1]
    glued = mark.text in (".", ",", ":", "-") and mark.end == tokens[i].start
    return glued and tokens[i - 2].kind == "num" and tokens[i - 2].end == mark.start and len(tokens[i - 2].text) < 3


def _several_days(tokens: list[Token], i: int) -> Read:
    """«24 - 28 يونيو 2012», «24 و25 يونيو», «24، 25 و26 يونيو»: no single day."""
    if not is_day_number(tokens[i]):
        return None
    j, last, joined = i + 1, tokens[i].value, False
    for _ in range(6):
        mark, number = tokens[j], tokens[j + 1]
        if mark.text not in _between_days() or not is_day_number(number) or number.value <= last:
            break
        joined = mark.text not in (",", "،")
        j, last = j + 2, number.value
    if not joined:
        return None
    found = _day_month(tokens, i, last, j)
    if not found or found[0] is A_NAME:
        return found
    day, k = found
    return day._replace(day=None, readings=(), single=False, reason="range of days"), k


def _range(tokens: list[Token], i: int, day: Day, j: int) -> Read:
    """«من 24 يونيو إلى 2 يوليو 2012», «مارس - مايو 2012», «مارس ومايو 2012»: one range up to its second end."""
    mark = tokens[j]
    k = j + 1
    if mark.text in datewords.folded(datewords.TO):
        k += tokens[k].text in ("غايه", "يوم") or tokens[k].kind == "weekday"
    elif mark.kind == "month" and mark.text.startswith("و") and (day.day, day.year) == (None, None):
        k = j
    elif not _spans(tokens[i - 1], mark, day):
        return day, j
    found = printed.read_by_kind(_SECOND_ENDS, tokens, k)
    if not found or found[0].calendar != day.calendar or found[0].readings < day.readings:
        return day, j
    whole = Day(day.calendar, found[0].year, single=False, reason="range of days or months")
    return whole, found[1]


def _spans(before: Token, mark: Token, day: Day) -> bool:
    """Whether the mark after a date opens the second end of a range: a dash, or the و of بين."""
    if mark.text == "و":
        return before.text in ("بين", "ما")
    return mark.text in ("-", "–", "—") and ((day.year is None and day.month is not None) or len(day.readings) == 1)


def _any_month(tokens: list[Token], j: int) -> Read:
    """A month's name with or without year, as the second end of a range."""
    month, warnings, k = read_month(tokens, j)
    year, k = read_year(tokens, k, GREGORIAN)
    return Day(GREGORIAN, year, month, reason="month", warnings=warnings), k


# The year first, and days of months that are not named ----------------------------------------------------------------


def _jumbled(tokens: list[Token], i: int) -> Read:
    """«21 12:51 2021 جويلية»: how «21 جويلية 2021 12:51» is stored where its numbers were set from left to right."""
    day, time, year, month = tokens[i : i + 4]
    if not is_day_number(day) or (time.kind, month.kind) != ("time", "month") or not 1990 <= year.value < 2200:
        return None
    if tokens[i - 1].kind not in ("end", "line") or tokens[i + 4].kind not in ("end", "line"):
        return None
    date = full_date(GREGORIAN, (year.value, month.value, day.value), "day, time, year and month")
    return date._replace(closed_by=i + 2), i + 1


def _year_month_day(tokens: list[Token], i: int) -> Read:
    """«2012 أغسطس 5», «2015-Aug-11»."""
    year = tokens[i]
    if len(year.text) != 4 or not 1500 <= year.value < 2200:
        return None
    j = i + 1 + (tokens[i + 1].text in SEPARATORS)
    if tokens[j].kind != "month":
        return None
    month, _, k = read_month(tokens, j)
    k += tokens[k].text in SEPARATORS
    after = tokens[k + 1]
    if month is None or not is_day_number(tokens[k]) or after.text in ("/", ".") or after.kind in CALENDARS:
        return None
    return full_date(GREGORIAN, (year.value, month, tokens[k].value), "year, month and day"), k + 1


def _of_this_month(tokens: list[Token], i: int, day: int, j: int) -> Read:
    """«25 من الشهر الماضي», «الخامس من الشهر الجاري», «25 الجاري»: the month is not said."""
    if not 1 <= day <= 31:
        return None
    k = j + (tokens[j].kind == "of")
    named = tokens[k].kind in ("month word", "period") and "شهر" in tokens[k].text
    k += named
    if tokens[k].kind != "qualifier" or not (named or (tokens[i].kind == "num" and tokens[k].text == "الجاري")):
        return None
    return Day(GREGORIAN, None, None, None, reason="day of a month that is not named"), k + 1


_OF_NUMBERS = (
    printed.read_numeric,
    _several_days,
    _day_first,
    _year_month_day,
    _jumbled,
    printed.read_numeric_without_year,
)
_SECOND_ENDS = {"num": _number_first, "ordinal": _day_first, "tens": _day_first, "month": _any_month}
_READERS = {
    "num": _number_first,
    "ordinal": _day_first,
    "tens": _day_first,
    "month": month_first,
    "hijri": month_first,
    "month word": _month_word_first,
}
