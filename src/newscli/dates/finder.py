"""Dates of the Arabic press: found in running text, read as far as they are certain, and never further.

    text ─tokenise→ [Token] ─read→ [Part] ─join→ [[Part]] ─decide→ [FoundDate]

A part is a weekday, a time, an age («منذ ساعتين») or a date of one calendar; parts that only separators keep apart
make one stamp. What a stamp leaves open (5/6/2015, a date without year, a Hijri date) has no value, but says what
is known of it, so that other evidence may decide.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec import Struct

from newscli.dates import hijri
from newscli.dates.clock import Clock, read_time, read_zone
from newscli.dates.named import read_day
from newscli.dates.printed import A_NAME, GREGORIAN, HIJRI, Day
from newscli.dates.tokens import Token, tokenise

_LINE = 300  # characters of a text that is likely to be asked about again
_GAP = 8  # tokens of separators that may stand between two parts of one stamp
_GLUE = frozenset(("glue", "of", "hour word", "meridiem", "zone word", "sign", "today"))
_NO_GLUE = frozenset("+%$€£?؟!@#&=")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class FoundDate(Struct, frozen=True, kw_only=True):
    """A date, time or age in a text: what is printed, where, and its value as far as it is certain.

    `text` is `source[start:end]`. `date` is YYYY-MM-DD, or YYYY-MM where only the month is said, or None; `time` is
    HH:MM on the 24-hour clock; `offset` is ±HH:MM or Z where the text gives one. `calendar` is `gregorian`, `hijri` or
    None. `month` and `day` are what is known of a Gregorian date, with or without a year. `readings` are the ISO dates
    it can be where there are several (5/6/2015; the days around a Hijri date). `warnings` name contradictions.
    `relative` marks an age or a day told from today. `reason` says how the value came about.
    """

    text: str
    start: int
    end: int
    date: str | None = None
    time: str | None = None
    offset: str | None = None
    calendar: str | None = None
    reason: str
    month: int | None = None
    day: int | None = None
    readings: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    relative: bool = False


class Part(NamedTuple):
    """A piece of a stamp: its slot, the range of its tokens, and its value."""

    slot: str
    first: int
    last: int  # index after its last token
    value: Any


Stamp = dict[str, Part]


def find(text: str) -> tuple[FoundDate, ...]:
    """Every date, time and age in a text, in order, with its place; linear in the length of the text.

    Telephone and file numbers, scores, fractions, years alone and names such as حركة 20 فبراير are none.

    >>> [found] = find("الأحد 28 رجب 1436 الموافق 17 مايو 2015")
    >>> found.date, found.calendar
    ('2015-05-17', 'gregorian')
    >>> [found] = find("نشر في 5/6/2015")
    >>> found.text, found.date, found.readings
    ('5/6/2015', None, ('2015-06-05', '2015-05-06'))
    """
    return _in_line(text) if len(text) <= _LINE else _in(text)


@lru_cache(maxsize=32)  # the lines of one page, several readers of which ask for the same one
def _in_line(text: str) -> tuple[FoundDate, ...]:
    return _in(text)


def _in(text: str) -> tuple[FoundDate, ...]:
    tokens = tokenise(text)
    stamps = _join(tokens, _parts(tokens))
    return tuple(found for stamp in stamps if (found := _found(text, tokens, stamp)))


# Reading the parts ---------------------------------------------------------------------------------------------------


def _parts(tokens: list[Token]) -> list[Part]:
    parts: list[Part] = []
    i, stop = 2, len(tokens) - 1
    while i < stop:
        part = _part(tokens, i) if tokens[i].kind in _STARTS else None
        if not part and parts and _closes(tokens, parts[-3:], i):
            part = Part("closing year", i, i + 1, None)
        if part:
            parts.append(part)
        i = part.last if part else i + 1
    return parts


def _closes(tokens: list[Token], parts: list[Part], i: int) -> bool:
    """Whether the number at i is the year after the time in «Aug 11 12:57:33 GMT 2015», already read with the day."""
    return (
        tokens[i].kind == "num"
        and parts[-1].last == i
        and parts[-1].slot in ("time", "zone")
        and any(part.slot == "day" and part.value.closed_by == i for part in parts)
    )


_STARTS = frozenset(
    (
        "num",
        "time",
        "month",
        "hijri",
        "weekday",
        "ordinal",
        "tens",
        "hour",
        "zone",
        "zone word",
        "since",
        "relative",
        "today",
        "month word",
        "period",
        "word",
        "unit",
        "count",
        "glue",
    )
)


_SLOTS = {GREGORIAN: "day", HIJRI: "hijri", A_NAME.calendar: "name"}


def _part(tokens: list[Token], i: int) -> Part | None:
    kind = tokens[i].kind
    if kind == "weekday":
        return _weekday(tokens, i)
    age = _age(tokens, i)
    if age:
        return Part("relative", i, age, False)
    if kind == "today":
        return Part("relative", i, i + 1, True)
    if kind in ("num", "ordinal", "tens", "month", "hijri", "month word") and (day := read_day(tokens, i)):
        return Part(_SLOTS[day[0].calendar], i, day[1], day[0])
    if kind in ("num", "time", "hour", "word") and (time := read_time(tokens, i)):
        return Part("time", i, time[1], time[0])
    if kind in ("zone", "zone word", "word", "glue") and (zone := read_zone(tokens, i)):
        return Part("zone", i, zone[1], _offset(zone[0], tokens[i]))
    return None


def _offset(minutes: int | None, token: Token) -> str | None:
    if minutes is None:
        return None
    if minutes == 0 and not any(sign in token.text for sign in "+-"):
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _weekday(tokens: list[Token], i: int) -> Part:
    qualified = tokens[i + 1].kind == "qualifier"
    return Part("weekday", i, i + 1 + qualified, (tokens[i].value, qualified))


_NUMBERS = frozenset(("num", "count", "teen", "tens", "hour"))
_UNIT_KINDS = frozenset(("unit", "month word", "year", "hour"))


def _age(tokens: list[Token], i: int) -> int | None:
    """Index after «منذ 3 ساعات», «أمس الأول», «بعد غد», «الأسبوع الماضي», «3 hours ago»; None where there is none."""
    token, after = tokens[i], tokens[i + 1]
    if token.kind == "since":
        return _since(tokens, i + 1)
    if token.kind == "relative":
        return i + 1 + (after.text == "الاول")
    if token.text in ("اول", "قبل") and after.text in ("امس", "البارحه"):
        return i + 2
    if token.text in ("بعد", "يوم", "ليوم") and after.text in ("غد", "الغد"):
        return i + 2
    if token.text == "غد" and after.kind == "weekday":
        return i + 1
    if token.kind in ("period", "month word", "year") and after.kind == "qualifier" and token.text.startswith("ال"):
        return i + 2
    if token.kind in ("num", "word") and after.text.isascii() and after.kind == "unit" and tokens[i + 2].kind == "ago":
        return i + 3
    return None


def _since(tokens: list[Token], j: int) -> int | None:
    if tokens[j].text in ("امس", "البارحه"):
        return j + 1
    if tokens[j].text in ("اكثر", "اقل", "ازيد") and tokens[j + 1].kind == "of":
        j += 2
    for _ in range(2):
        if tokens[j].kind in _NUMBERS and tokens[j + 1].kind in _UNIT_KINDS | {"teen"}:
            j += 1
    if tokens[j].kind not in _UNIT_KINDS or (tokens[j].kind == "year" and tokens[j + 1].kind == "num"):
        return None
    return j + 1 + (tokens[j + 1].text in ("واحد", "واحده"))


# Joining parts into stamps -------------------------------------------------------------------------------------------


def _join(tokens: list[Token], parts: list[Part]) -> list[Stamp]:
    stamps: list[Stamp] = []
    end = -1
    for index, part in enumerate(parts):
        if part.slot == "name":
            stamps.append({})
            end = -1
            continue
        joined = end >= 0 and _glued(tokens, end, part.first)
        if joined and part.slot in stamps[-1]:
            if part.value is True:  # a second «اليوم» says nothing new
                continue
            joined = False
        joined = joined and not _belongs_to_next(tokens, parts, index, stamps[-1])
        if joined:
            stamps[-1][part.slot] = part
        else:
            stamps.append({part.slot: part})
        end = part.last
    return stamps


def _glued(tokens: list[Token], end: int, start: int) -> bool:
    between = tokens[end:start]
    return len(between) <= _GAP and all(
        (token.kind in _GLUE and token.text not in _NO_GLUE) or token.text in ("ساعه", "ت") for token in between
    )


def _belongs_to_next(tokens: list[Token], parts: list[Part], index: int, stamp: Stamp) -> bool:
    """Whether a weekday after one date opens the next: «5 مايو 2012، الأحد 6 مايو 2012»."""
    part = parts[index]
    if index + 1 == len(parts) or part.slot not in ("weekday", "relative"):
        return False
    after = parts[index + 1]
    return after.slot in stamp and after.slot in ("day", "hijri") and _glued(tokens, part.last, after.first)


# Deciding ------------------------------------------------------------------------------------------------------------


class _Value(NamedTuple):
    """What a stamp's printed dates come to: `iso` is YYYY-MM-DD, YYYY-MM or None."""

    iso: str | None
    reason: str
    month: int | None = None
    day: int | None = None
    readings: tuple[date, ...] = ()
    warnings: tuple[str, ...] = ()


def _found(text: str, tokens: list[Token], stamp: Stamp) -> FoundDate | None:
    stamp = _trimmed(tokens, stamp) if stamp else stamp
    if not stamp:
        return None
    first = min(part.first for part in stamp.values())
    last = max(part.last for part in stamp.values())
    day, lunar = _value(stamp, "day"), _value(stamp, "hijri")
    weekday = stamp["weekday"].value[0] if "weekday" in stamp else None
    if day:
        value = _gregorian_value(day, lunar, weekday)
    elif lunar:
        value = _hijri_value(lunar, weekday)
    else:
        value = _Value(None, "time of day" if set(stamp) <= {"time", "zone"} else "relative to the day of writing")
    clock: Clock | None = _value(stamp, "time")
    start, end = tokens[first].start, tokens[last - 1].end
    return FoundDate(
        text=text[start:end],
        start=start,
        end=end,
        date=value.iso,
        time=f"{clock.minutes // 60:02}:{clock.minutes % 60:02}" if clock else None,
        offset=_value(stamp, "zone"),
        calendar=GREGORIAN if day else HIJRI if lunar else None,
        reason=value.reason,
        month=value.month,
        day=value.day,
        readings=tuple(reading.isoformat() for reading in value.readings),
        warnings=value.warnings,
        relative=value.iso is None and not lunar and ("relative" in stamp or not (day or "time" in stamp)),
    )


def _value(stamp: Stamp, slot: str) -> Any:
    return stamp[slot].value if slot in stamp else None


def _trimmed(tokens: list[Token], stamp: Stamp) -> Stamp:
    """The stamp without what is none by itself: an offset without time, a weekday or a bare 3:45 in running text."""
    slots = set(stamp)
    if "time" not in slots:
        slots.discard("zone")
    today = "relative" in slots and stamp["relative"].value is True
    if today and not slots & {"weekday", "time"}:
        slots.discard("relative")
        if not slots and _alone(tokens, stamp["relative"], stamp["relative"]):
            return stamp
    if slots == {"weekday"} and not stamp["weekday"].value[1]:
        return {}
    if slots in ({"time"}, {"time", "zone"}) and stamp["time"].value.bare and "zone" not in slots:
        return stamp if _alone(tokens, stamp["time"], stamp["time"]) else {}
    return {slot: part for slot, part in stamp.items() if slot in slots}


def _alone(tokens: list[Token], first: Part, last: Part) -> bool:
    """Whether nothing but marks stands on the line beside the parts."""
    i, j = first.first - 1, last.last
    while tokens[i].kind == "sign" and first.first - i <= _GAP:
        i -= 1
    while tokens[j].kind == "sign" and j - last.last <= _GAP:
        j += 1
    return tokens[i].kind in ("end", "line") and tokens[j].kind in ("end", "line")


def _gregorian_value(day: Day, lunar: Day | None, weekday: int | None) -> _Value:
    warnings = (day.warning,) if day.warning else ()
    if not day.single:
        return _Value(None, day.reason, warnings=warnings)
    moons = _moons(lunar)
    if day.readings:
        return _settled(day, moons, weekday)
    if day.year and day.month:
        return _Value(f"{day.year:04}-{day.month:02}", day.reason, day.month, warnings=warnings)
    if day.month and day.day and moons:
        near = _of_year_near(day.month, day.day, moons)
        if near:
            return _Value(
                near.isoformat(),
                f"{day.reason}; the year by the Hijri date",
                day.month,
                day.day,
                warnings=warnings + _weekday_warning([near], weekday),
            )
    return _Value(None, day.reason, day.month, day.day, warnings=warnings)


def _settled(day: Day, moons: list[date], weekday: int | None) -> _Value:
    """The one reading that weekday and Hijri date leave, or none; contradictions are told."""
    possible = [reading for reading in (_date(*triple) for triple in day.readings) if reading]
    if not possible:
        return _Value(None, day.reason, warnings=("there is no such day",))
    fits, reason = possible, day.reason
    warnings: tuple[str, ...] = (day.warning,) if day.warning else ()
    if len(possible) < len(day.readings) and len(possible) == 1:
        reason += "; only one of the orders is a day"
    on_weekday = [reading for reading in fits if reading.weekday() == weekday]
    if len(fits) > 1 and on_weekday:
        reason += "; settled by the weekday" if len(on_weekday) == 1 else ""
        fits = on_weekday
    by_moon = [reading for reading in fits if any(hijri.agree(moon, reading) for moon in moons)]
    if len(fits) > 1 and by_moon:
        reason += "; settled by the Hijri date" if len(by_moon) == 1 else ""
        fits = by_moon
    warnings += _weekday_warning(fits, weekday)
    if moons and not by_moon:
        warnings += ("the Hijri and the Gregorian date are more than two days apart",)
    if len(fits) == 1:
        return _Value(fits[0].isoformat(), reason, fits[0].month, fits[0].day, warnings=warnings)
    return _Value(None, reason, readings=tuple(fits), warnings=warnings)


def _weekday_warning(fits: list[date], weekday: int | None) -> tuple[str, ...]:
    if weekday is None or any(reading.weekday() == weekday for reading in fits):
        return ()
    printed = WEEKDAY_NAMES[weekday]
    real = WEEKDAY_NAMES[fits[0].weekday()]
    return (f"the weekday contradicts: {printed} is printed, {fits[0].isoformat()} was a {real}",)


def _hijri_value(lunar: Day, weekday: int | None) -> _Value:
    """No value: a Hijri date is a day or two uncertain. Its readings are the days it may be, the computed one first."""
    warnings = (lunar.warning,) if lunar.warning else ()
    moons = _moons(lunar) if lunar.single else []
    near = [moon + timedelta(days=shift) for moon in moons for shift in (0, 1, -1)]
    on_weekday = [reading for reading in near if reading.weekday() == weekday]
    return _Value(None, f"Hijri date: {lunar.reason}", readings=tuple(on_weekday or near), warnings=warnings)


def _moons(lunar: Day | None) -> list[date]:
    """The Gregorian days of a full Hijri date, one for each order its numbers can be read in."""
    if not lunar:
        return []
    return [moon for triple in lunar.readings if (moon := hijri.gregorian(*triple))]


def _of_year_near(month: int, day: int, moons: list[date]) -> date | None:
    near = (
        reading
        for moon in moons
        for year in (moon.year, moon.year - 1, moon.year + 1)
        if (reading := _date(year, month, day)) and hijri.agree(moon, reading)
    )
    return next(near, None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
