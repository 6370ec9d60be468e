"""Days and months as the Arabic press writes them, in words and numbers, of both calendars.

Each reader takes the tokens and an index and gives what stands there with the index after it, or None. A reader says
what is printed; `newscli.dates.finder` decides what it means together with the weekday and the other calendar.
"""

from __future__ import annotations

from newscli.dates import words as datewords
from newscli.dates.lookalikes import is_name, is_numbered, names_a_place
from newscli.dates.numeric import read_numeric, read_numeric_without_year, three_numbers
from newscli.dates.printed import A_NAME, DASHES, GREGORIAN, HIJRI, Day, Read, is_day_number, read_era
from newscli.dates.tokens import Token

_LISTING = (",", "،", "و", "او", "and")
_SEPARATORS = frozenset(",،-/.–—_|~\\")


def read_day(tokens: list[Token], i: int) -> Read:
    """The date that begins at a token, of whatever form; None where none does."""
    reader = _READERS.get(tokens[i].kind)
    found = reader(tokens, i) if reader else None
    return _range(tokens, i, *found) if found and found[0] is not A_NAME else found


def _number_first(tokens: list[Token], i: int) -> Read:
    if is_numbered(tokens, i):
        return None
    return (
        read_numeric(tokens, i)
        or _several_days(tokens, i)
        or _day_month(tokens, i, tokens[i].value, i + 1)
        or _year_month_day(tokens, i)
        or _of_this_month(tokens, i, tokens[i].value, i + 1)
        or read_numeric_without_year(tokens, i)
    )


def _ordinal_first(tokens: list[Token], i: int) -> Read:
    day, j = _ordinal(tokens, i)
    return _day_month(tokens, i, day, j) or _of_this_month(tokens, i, day, j)


def _month_first(tokens: list[Token], i: int) -> Read:
    return _month_day_year(tokens, i) or _month_year(tokens, i)


def _month_word_first(tokens: list[Token], i: int) -> Read:
    """«شهر 7 من عام 2024», «شهر 7/2024»; «شهر يوليو» is read from its name."""
    number, j = tokens[i + 1], i + 2
    if number.kind != "num" or not 1 <= number.value <= 12 or len(number.text) > 2:
        return None
    year, j = _year(tokens, j, GREGORIAN)
    if year is None or year < 1500:
        return None
    return Day(GREGORIAN, year, number.value, reason="month as a number after شهر, and year"), j


# A day and the name of its month -------------------------------------------------------------------------------------


def _ordinal(tokens: list[Token], i: int) -> tuple[int, int]:
    """«الثامن عشر», «الحادي والعشرين», «العشرين», «غرة»: the day, and the index after its words."""
    value, after = tokens[i].value, tokens[i + 1]
    if after.kind == "teen":
        return value + 10, i + 2
    if tokens[i].kind == "ordinal" and after.kind == "tens" and after.text.startswith("و"):
        return value + after.value, i + 2
    if tokens[i].kind == "ordinal" and after.text == "و" and tokens[i + 2].kind == "tens":
        return value + tokens[i + 2].value, i + 3
    return value, i + 1


def _to_month(tokens: list[Token], j: int) -> int:
    """Index of the month's name after a day: over a separator, من, شهر, th."""
    if tokens[j].text in ("st", "nd", "rd", "th", "er"):
        j += 1
    for _ in range(4):
        if tokens[j].text in _SEPARATORS or tokens[j].text in ("من", "of", "de") or tokens[j].kind == "month word":
            j += 1
    return j + (tokens[j].text == "(" and tokens[j + 1].kind in ("month", "hijri"))


def _day_month(tokens: list[Token], i: int, day: int, j: int) -> Read:
    """«8 فيفري 2019», «27 من يونيو سنة 1900», «28 مايو (أيار) 1990», «الثامن عشر من يوليو», «6 أوت»."""
    if not 1 <= day <= 31 or (len(tokens[i].text) > 2 and tokens[i].kind == "num"):
        return None
    j = _to_month(tokens, j)
    if tokens[j].kind not in ("month", "hijri") or _decimal(tokens, i):
        return None
    calendar = GREGORIAN if tokens[j].kind == "month" else HIJRI
    month, warning, j = _month(tokens, j)
    year, k = _year(tokens, j, calendar)
    if year is None and tokens[j - 1].text == "صفر":  # «2 - صفر» is a score
        return None
    if names_a_place(tokens, i) or (year is None and is_name(tokens, i, j)):
        return A_NAME, k if year is not None else j
    words = "day in words" if tokens[i].kind != "num" else "day"
    if year is None:
        return Day(calendar, None, month, day, reason=f"{words} and month, no year", warning=warning), _tail(tokens, j)
    if month is None:
        return Day(calendar, year, reason="two month names that disagree", warning=warning), k
    return _full(calendar, (year, month, day), f"{words}, month and year", warning), k


def _full(calendar: str, date: tuple[int, int, int], reason: str, warning: str = "") -> Day:
    year, month, day = date
    if calendar == HIJRI and year > 1500:  # «رمضان 2020»: the Hijri month of a Gregorian year
        return Day(HIJRI, None, month, day, reason="Hijri month with a Gregorian year", warning=warning)
    return Day(calendar, year, month, day, (date,), reason=reason, warning=warning)


def _decimal(tokens: list[Token], i: int) -> bool:
    """Whether the number at i is the end of another: «1.5 مايو», or of a score: «2-1 مايو»."""
    mark = tokens[i - 1]
    glued = mark.text in (".", ",", ":", "-") and mark.end == tokens[i].start
    return glued and tokens[i - 2].kind == "num" and tokens[i - 2].end == mark.start and len(tokens[i - 2].text) < 3


def _month(tokens: list[Token], j: int) -> tuple[int | None, str, int]:
    """The month at j, its second name with it («أيلول/سبتمبر», «كانون الثاني (يناير)», «يوليو تموز»)."""
    month, after = tokens[j], j + 1
    if month.kind == "hijri":
        return month.value, "", after + (tokens[after].kind == "epithet")
    k = after
    if tokens[k].text == ")" and tokens[j - 1].text == "(":
        again = tokens[k + 1].kind == "month" and tokens[k + 1].value == month.value
        return month.value, "", k + 1 + again
    opened = tokens[k].text == "("
    slash = tokens[k].text in ("/", "\\")
    if opened or slash or tokens[k].text in DASHES or tokens[k].text in (",", "،"):
        k += 1
    second = tokens[k]
    if second.kind != "month" or (second.value != month.value and not opened and not slash):
        return month.value, "", after
    k += 1 + (opened and tokens[k + 1].text == ")")
    if second.value != month.value:
        return None, "the two month names disagree", k
    return month.value, "", k


def _year(tokens: list[Token], j: int, calendar: str) -> tuple[int | None, int]:
    """The year after a month: over a separator, من, عام; and the index after it and its era. None if none is said."""
    k = j
    for _ in range(2):
        if tokens[k].text in _SEPARATORS:
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


def _tail(tokens: list[Token], j: int) -> int:
    """Index after «الماضي», «الجاري», «من العام الماضي»."""
    k = j + (tokens[j].kind == "of")
    k += tokens[k].kind in ("year", "period", "month word")
    return k + 1 if tokens[k].kind == "qualifier" else j


def _several_days(tokens: list[Token], i: int) -> Read:
    """«24 - 28 يونيو 2012», «24 و25 يونيو», «24، 25 و26 يونيو»: no single day."""
    if not is_day_number(tokens[i]):
        return None
    j, last, joined = i + 1, tokens[i].value, False
    for _ in range(6):
        mark, number = tokens[j], tokens[j + 1]
        if not (mark.text in DASHES or mark.text in _LISTING or mark.text in datewords.folded(datewords.TO)):
            break
        if not is_day_number(number) or number.value <= last:
            break
        joined = mark.text not in (",", "،")
        j, last = j + 2, number.value
    if not joined:
        return None
    found = _day_month(tokens, i, last, j)
    if not found:
        return None
    day, k = found
    if day is A_NAME:
        return found
    return day._replace(day=None, readings=(), single=False, reason="range of days"), k


def _range(tokens: list[Token], i: int, day: Day, j: int) -> Read:
    """«من 24 يونيو إلى 2 يوليو 2012», «مارس - مايو 2012», «مارس ومايو 2012»: one range up to its second end."""
    mark = tokens[j]
    k = j + 1
    if mark.text in datewords.folded(datewords.TO):
        k += tokens[k].text in ("غايه", "يوم") or tokens[k].kind == "weekday"
    elif mark.kind == "month" and mark.text.startswith("و") and day.day is None and day.year is None:
        k = j
    elif not _spans(tokens[i - 1], mark, day):
        return day, j
    reader = {"num": _number_first, "ordinal": _ordinal_first, "tens": _ordinal_first, "month": _any_month}.get(
        tokens[k].kind
    )
    found = reader(tokens, k) if reader else None
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
    month, warning, k = _month(tokens, j)
    year, k = _year(tokens, k, GREGORIAN)
    return Day(GREGORIAN, year, month, reason="month", warning=warning), k


# The month first -----------------------------------------------------------------------------------------------------


def _month_day_year(tokens: list[Token], i: int) -> Read:
    """«أبريل 29, 2024», «July 20th, 2024», «Aug 11 12:57:33 2015»."""
    calendar = GREGORIAN if tokens[i].kind == "month" else HIJRI
    month, warning, j = _month(tokens, i)
    j += tokens[j].text in (".", ",", "-", "/")
    if month is None or not is_day_number(tokens[j]) or three_numbers(tokens, j):
        return None
    if tokens[j + 1].kind in ("month", "hijri"):
        return None
    day, j = tokens[j].value, j + 1
    j += tokens[j].text in ("st", "nd", "rd", "th")
    year, k = _year(tokens, j, calendar)
    if year is not None:
        return _full(calendar, (year, month, day), "month, day and year", warning), k
    k = j + (tokens[j].kind == "time")
    k += tokens[k].kind == "zone"
    if k > j and tokens[k].kind == "num" and 1900 <= tokens[k].value < 2100:
        day_of_year = _full(calendar, (tokens[k].value, month, day), "month, day, time and year", warning)
        return day_of_year._replace(closed_by=k), j
    if tokens[i].text.isascii():
        return Day(calendar, None, month, day, reason="month and day, no year"), j
    return None


def _month_year(tokens: list[Token], i: int) -> Read:
    """«غشت 2020», «كانون الثاني/يناير 2016»; a month without year only where it is clearly one («أغسطس/آب»)."""
    calendar = GREGORIAN if tokens[i].kind == "month" else HIJRI
    month, warning, j = _month(tokens, i)
    year, k = _year(tokens, j, calendar)
    if year is not None:
        if tokens[i - 1].text in ("تيريزا", "تريزا"):  # Theresa May
            return None
        if month is None or calendar == HIJRI:
            reason = "two month names that disagree" if month is None else "Hijri month and year"
            return Day(
                calendar, year if year < 1500 or calendar == GREGORIAN else None, month, reason=reason, warning=warning
            ), k
        return Day(calendar, year, month, reason="month and year"), k
    if tokens[j].kind == "month" and tokens[j].text.startswith("و"):
        return Day(calendar, None, month, reason="month alone"), j
    double = calendar == GREGORIAN and j > i + 1
    tail = _tail(tokens, j)
    shown = tokens[i - 1].kind == "month word" or tokens[i - 1].text in datewords.folded(datewords.PARTS) or tail > j
    alone = tokens[i - 1].kind == "end" and tokens[j].kind == "end"
    dashed = tokens[j].text in DASHES and tokens[j + 1].kind == "month" and tokens[i].kind == "month"
    if double or shown or alone or dashed:
        return Day(calendar, None, month, reason="month, no year", warning=warning), tail
    return None


def _year_month_day(tokens: list[Token], i: int) -> Read:
    """«2012 أغسطس 5», «2015-Aug-11»."""
    year = tokens[i]
    if len(year.text) != 4 or not 1500 <= year.value < 2200:
        return None
    j = i + 1 + (tokens[i + 1].text in _SEPARATORS)
    if tokens[j].kind != "month":
        return None
    month, warning, k = _month(tokens, j)
    k += tokens[k].text in _SEPARATORS
    if month is None or not is_day_number(tokens[k]) or tokens[k + 1].text in ("/", "."):
        return None
    if tokens[k + 1].kind in ("month", "hijri"):
        return None
    return _full(GREGORIAN, (year.value, month, tokens[k].value), "year, month and day", warning), k + 1


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


_READERS = {
    "num": _number_first,
    "ordinal": _ordinal_first,
    "tens": _ordinal_first,
    "month": _month_first,
    "hijri": _month_first,
    "month word": _month_word_first,
}
