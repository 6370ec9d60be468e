"""Times of day as the Arabic press writes them: 10:30 م, الساعة الثامنة والنصف مساء, 20h30, 13:26 ت م.

Each reader takes the tokens and an index and gives what stands there with the index after it, or None.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newscli.dates import words as datewords
from newscli.dates.printed import read_by_kind
from newscli.dates.tokens import Token
from newscli.dates.words import AFTERNOON, MORNING, NIGHT, NOON
from newscli.regex import regex

HALF_DAY = 12 * 60
DAY = 24 * 60


class Clock(NamedTuple):
    """A time of day in minutes, and its seconds where they are printed.

    `bare` is one that nothing but a colon shows to be a time (03:45).
    """

    minutes: int
    bare: bool = False
    seconds: int | None = None


_SECONDS = regex(r":\s?\d\d\s?:\s?(\d\d)")  # of a time token: 17:05:48, 17:05:48.250


def on_24_hours(minutes: int, meridiem: int | None) -> int:
    """Minutes of the day from what is printed and its ص, م, ظهرا or ليلا; 13:00 and later stands as printed.

    >>> on_24_hours(12 * 60 + 58, MORNING), on_24_hours(8 * 60 + 7, AFTERNOON), on_24_hours(22 * 60, AFTERNOON)
    (58, 1207, 1320)
    """
    return minutes + _MOVED[meridiem].get(minutes // 60, 0)


# By how many minutes the hours move that are printed with each: 11:30 ظهرا is before noon, 1:30 ظهرا after.
_MOVED: dict[int | None, dict[int, int]] = {
    None: {},
    MORNING: {12: -HALF_DAY},
    AFTERNOON: dict.fromkeys(range(1, 12), HALF_DAY),
    NOON: dict.fromkeys(range(1, 6), HALF_DAY),
    NIGHT: {12: -HALF_DAY} | dict.fromkeys(range(6, 12), HALF_DAY),
}


def read_time(tokens: list[Token], i: int) -> tuple[Clock, int] | None:
    """The time of day that begins at a token; None where none does or where morning and evening are both possible."""
    return read_by_kind(_READERS, tokens, i)


def _said(tokens: list[Token], i: int) -> bool:
    """Whether الساعة stands before, a colon or الآن between them allowed."""
    skipped = tokens[i - 1].kind == "sign" or tokens[i - 1].text == "الان"
    before = tokens[i - 1 - skipped]
    return before.kind == "hour word" or before.text == "ساعه"


def _middle(tokens: list[Token], i: int) -> tuple[Clock, int] | None:
    """«منتصف الليل», but «بعد منتصف الليل» is no time."""
    minutes = _MIDDLES.get(tokens[i + 1].text)
    if tokens[i].text != "منتصف" or minutes is None or tokens[i - 1].text in ("بعد", "قبل", "حتي", "قرابه"):
        return None
    return Clock(minutes), i + 2


_MIDDLES = {"الليل": 0, "النهار": HALF_DAY}


def _digital(tokens: list[Token], i: int) -> tuple[Clock, int]:
    """A time in digits, 10:30; bare where neither الساعة nor a part of the day or a zone stands beside it."""
    meridiem, j = read_meridiem(tokens, i + 1)
    if meridiem is None and _leads(tokens, i - 1):
        meridiem = _meridiem_of(tokens[i - 1])
    bare = meridiem is None and not _said(tokens, i) and read_zone(tokens, j) is None
    seconds = _SECONDS.search(tokens[i].text)
    return Clock(on_24_hours(tokens[i].value, meridiem), bare, int(seconds[1]) if seconds else None), j


def _leads(tokens: list[Token], i: int) -> bool:
    """Whether a ص or مساء belongs to the time after it: nothing before it that it could close."""
    before = tokens[i - 1]
    in_date = before.kind == "num" and tokens[i - 2].text in ("/", "-", ".") and tokens[i].text.isascii()
    return in_date or before.kind not in ("num", "time", "hour", "fraction")


def _meridiem_of(token: Token) -> int | None:
    """What part of the day a token names."""
    return AFTERNOON if token.text == "م" else token.value if token.kind == "meridiem" else None


def read_meridiem(tokens: list[Token], i: int) -> tuple[int | None, int]:
    """MORNING, AFTERNOON, NOON or NIGHT after a time, with the index after it; None and the same index if not said."""
    i += tokens[i].text in _UNITS
    lead = tokens[i].text
    j = i + (lead in ("من", "في", "(", "بعد", "قبل"))
    token, after = tokens[j], tokens[j + 1].text
    if (token.text, after) == ("منتصف", "الليل"):
        return NIGHT, j + 2
    if lead in _AROUND_NOON:
        return (_AROUND_NOON[lead], j + 1) if token.text in ("الظهر", "ظهر") else (None, i)
    meridiem = _meridiem_of(token)
    return (None, i) if meridiem is None else (meridiem, j + 1 + ((lead, after) == ("(", ")")))


_AROUND_NOON = {"بعد": AFTERNOON, "قبل": MORNING}


_UNITS = ("h", "سا", "س")  # of hours: «20h30», «18:00 سا»


def _numbered(tokens: list[Token], i: int) -> tuple[Clock, int] | None:
    """An hour in one or two digits, or hour and minutes in four as agencies' systems print them: «1032 جمت»."""
    if len(tokens[i].text) == _HHMM:
        return _in_four_digits(tokens, i)
    if tokens[i].value > 24 or len(tokens[i].text) > 2:
        return None
    said = _said(tokens, i)
    return _hour_and_minutes(tokens, i, said) or _full_hour(tokens, i, said)


_HHMM = 4  # digits of hour and minutes without a colon


def _in_four_digits(tokens: list[Token], i: int) -> tuple[Clock, int] | None:
    """Hour and minutes in four digits, the clock of Greenwich right behind them."""
    hour, minutes = divmod(tokens[i].value, 100)
    behind = tokens[i + 1]
    greenwich = (behind.kind, behind.value) == ("zone", 0) or behind.text in datewords.folded(datewords.GREENWICH)
    return (Clock(hour * 60 + minutes), i + 1) if greenwich and hour < 24 and minutes < 60 else None


def _hour_and_minutes(tokens: list[Token], i: int, said: bool) -> tuple[Clock, int] | None:
    """«الساعة 20.30», «10.30 مساء», «18.30 GMT», «20h30», «20س»."""
    hour, unit, after = tokens[i].value, tokens[i + 1], tokens[i + 2]
    glued = unit.start == tokens[i].end
    two_digits = after.kind == "num" and len(after.text) == 2 and after.value < 60 and hour < 24
    if unit.text in _UNITS and glued and (two_digits or said):
        return Clock(hour * 60 + after.value * two_digits), i + 2 + two_digits
    marked = unit.text == "و" or (unit.text in (".", ",") and after.start == unit.end)
    if not two_digits or not marked:
        return None
    meridiem, j = read_meridiem(tokens, i + 3 + (said and tokens[i + 3].text in ("دقيقه", "د")))
    shown = read_zone(tokens, j) if meridiem is None else _spelt(tokens, j, meridiem)
    certain = said or (unit.text == "." and glued and shown)
    return (Clock(on_24_hours(hour * 60 + after.value, meridiem)), j) if certain else None


def _full_hour(tokens: list[Token], i: int, said: bool) -> tuple[Clock, int] | None:
    """«8 مساء», «الساعة 20», «الساعة 8 والنصف صباحا»."""
    hour = tokens[i].value
    minutes, j = _fraction(tokens, i + 1)
    meridiem, k = read_meridiem(tokens, j)
    of_twelve = 1 <= hour <= 12
    if said:
        certain = meridiem is not None or not of_twelve
    else:
        certain = of_twelve and tokens[i - 1].text not in _DAY_WORDS and _spelt(tokens, k, meridiem)
    return _clock(hour, minutes, meridiem, k) if certain else None


_DAY_WORDS = ("يوم", "ليوم", "بتاريخ", "من", "-", "/", ".", ",")


def _spelt(tokens: list[Token], end: int, meridiem: int | None) -> bool:
    """Whether a part of the day stands before `end`, and not as one letter: «8 م» may be metres."""
    return meridiem is not None and len(tokens[end - 1].text) > 1


def _clock(hour: int, minutes: int, meridiem: int | None, end: int) -> tuple[Clock, int]:
    """The time of some hour and minutes, and the index after it."""
    return Clock((on_24_hours(hour % 24 * 60, meridiem) + minutes) % DAY), end


def _worded(tokens: list[Token], i: int) -> tuple[Clock, int] | None:
    """«الثامنة والنصف مساء», «الواحدة ونصف ظهرا», «الثانية عشرة إلا ربعا ليلا»."""
    hour, j = tokens[i].value, i + 1
    if tokens[j].kind == "teen":
        hour, j = hour + 10, j + 1
    minutes, j = _fraction(tokens, j)
    meridiem, k = read_meridiem(tokens, j)
    certain = _spelt(tokens, k, meridiem) or (meridiem is not None and _said(tokens, i))
    return _clock(hour, minutes, meridiem, k) if certain and hour <= 12 else None


def _fraction(tokens: list[Token], i: int) -> tuple[int, int]:
    """Minutes after (or before, «إلا») the hour, and the index after them."""
    lead = tokens[i].text
    if not lead.startswith("و") and lead != "الا":
        return 0, i
    sign = -1 if lead == "الا" else 1
    j = i + (lead in ("الا", "و"))  # «و» may also be glued to the fraction
    token = tokens[j]
    if token.kind == "fraction":
        return sign * token.value, j + 1
    minutes = token.value if token.kind == "num" else datewords.MINUTES.get(token.text.removeprefix("و"), -1)
    if 0 <= minutes < 60 and tokens[j + 1].text in ("دقايق", "دقيقه"):
        return sign * minutes, j + 2
    return 0, i


_READERS: dict[str, Callable[[list[Token], int], tuple[Clock, int] | None]]
_READERS = {"time": _digital, "num": _numbered, "hour": _worded, "word": _middle}


def read_zone(tokens: list[Token], i: int) -> tuple[int | None, int] | None:
    """Offset from UTC in minutes that begins at a token, and the index after it.

    The offset is None where the clock is named but moves with the season (بتوقيت القاهرة).
    """
    token = tokens[i]
    if token.kind == "zone":
        return token.value, i + 1
    if token.kind == "zone word":
        place = tokens[i + 1]
        if place.kind == "zone":
            return place.value, i + 2
        beside_time = "time" in (tokens[i - 1].kind, tokens[i + 2].kind) or token.text.startswith("ب")
        if place.text in datewords.clocks() or (place.kind == "word" and beside_time):
            return _shifted(tokens, i + 1)
    if token.text in ("بالتوقيت", "التوقيت"):
        return datewords.clocks().get(tokens[i + 1].text), i + 2
    if token.text in datewords.folded(datewords.GREENWICH):
        return _shifted(tokens, i)
    bracketed = tokens[i - 1].text == "(" and tokens[i - 2].kind in ("time", "meridiem")
    zone = _shifted(tokens, i) if bracketed and token.text in datewords.clocks() else None
    return zone if zone and tokens[zone[1]].text == ")" else None


def _shifted(tokens: list[Token], i: int) -> tuple[int | None, int]:
    """The offset of a place's clock, and the index after it: «مكة المكرمة», «غرينتش», «غرينتش+3»."""
    name, j = tokens[i].text, i + 1
    j += tokens[j].text in ("المكرمه", "العالمي", "العربيه")
    hours = tokens[j + 1]
    if name in datewords.folded(datewords.GREENWICH) and tokens[j].text == "+" and hours.kind in ("num", "time"):
        return (hours.value if hours.kind == "time" else hours.value * 60), j + 2
    return datewords.clocks().get(name), j
