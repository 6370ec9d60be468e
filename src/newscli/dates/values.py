"""What printed days mean: the one reading that weekday and other calendar leave, or none; contradictions are told.

The press of each country sees the new moon for itself, so a printed Hijri date may be a day or two away from the
Umm al-Qura calendar that is computed here (hijridate, 1343-1500 AH). That is why no Hijri date alone becomes a value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from newscli.dates.printed import Day

TOLERANCE = 2  # days between printed Hijri and Gregorian that are no contradiction
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Value(NamedTuple):
    """What the printed days of one date come to: `iso` is YYYY-MM-DD, YYYY-MM or None."""

    iso: str | None
    reason: str
    month: int | None = None
    day: int | None = None
    readings: tuple[date, ...] = ()
    warnings: tuple[str, ...] = ()


def gregorian_value(day: Day, lunar: Day | None, weekday: int | None) -> Value:
    """What a Gregorian date comes to beside a Hijri one and a weekday (`datetime.date.weekday()`), where printed."""
    if not day.single:
        return Value(None, day.reason, warnings=day.warnings)
    moons = _moons(lunar)
    if day.readings:
        return _settled(day, moons, weekday)
    if day.year and day.month:
        return Value(f"{day.year:04}-{day.month:02}", day.reason, day.month, warnings=day.warnings)
    if day.month and day.day and (near := _of_year_near(day.month, day.day, moons)):
        reason = f"{day.reason}; the year by the Hijri date"
        warnings = day.warnings + _weekday_warning([near], weekday)
        return Value(near.isoformat(), reason, day.month, day.day, warnings=warnings)
    return Value(None, day.reason, day.month, day.day, warnings=day.warnings)


def _settled(day: Day, moons: list[date], weekday: int | None) -> Value:
    """The one reading that weekday and Hijri date leave, or none; contradictions are told."""
    possible = [reading for triple in day.readings if (reading := _date(*triple))]
    if not possible:
        return Value(None, day.reason, warnings=("there is no such day",))

    def by_moon(reading: date) -> bool:
        return any(_agree(moon, reading) for moon in moons)

    fits, weekday_settles = _narrowed(possible, lambda reading: reading.weekday() == weekday, "the weekday")
    fits, moon_settles = _narrowed(fits, by_moon, "the Hijri date")
    one_order = "; only one of the orders is a day" if len(day.readings) > len(possible) == 1 else ""
    reason = day.reason + one_order + weekday_settles + moon_settles
    warnings = day.warnings + _weekday_warning(fits, weekday)
    if moons and not any(map(by_moon, fits)):
        warnings += ("the Hijri and the Gregorian date are more than two days apart",)
    if len(fits) == 1:
        return Value(fits[0].isoformat(), reason, fits[0].month, fits[0].day, warnings=warnings)
    return Value(None, reason, readings=tuple(fits), warnings=warnings)


def _narrowed(fits: list[date], agrees: Callable[[date], bool], what: str) -> tuple[list[date], str]:
    """The readings that something else printed agrees with, where any does, and what to say if that leaves one."""
    left = list(filter(agrees, fits))
    if len(fits) == 1 or not left:
        return fits, ""
    return left, f"; settled by {what}" if len(left) == 1 else ""


def _weekday_warning(fits: list[date], weekday: int | None) -> tuple[str, ...]:
    """A warning where the weekday that is printed is none of the day's."""
    real = [reading.weekday() for reading in fits]
    if weekday is None or weekday in real:
        return ()
    was = f"{fits[0].isoformat()} was a {WEEKDAY_NAMES[real[0]]}"
    return (f"the weekday contradicts: {WEEKDAY_NAMES[weekday]} is printed, {was}",)


def hijri_value(lunar: Day, weekday: int | None) -> Value:
    """No value: a Hijri date is a day or two uncertain. Its readings are the days it may be, the computed one first."""
    near = [moon + timedelta(days=shift) for moon in _moons(lunar) for shift in (0, 1, -1)]
    on_weekday = [reading for reading in near if reading.weekday() == weekday]
    return Value(None, f"Hijri date: {lunar.reason}", readings=tuple(on_weekday or near), warnings=lunar.warnings)


def _moons(lunar: Day | None) -> list[date]:
    """The Gregorian days of a full Hijri date, one for each order its numbers can be read in."""
    if not lunar:
        return []
    return [moon for triple in lunar.readings if (moon := gregorian_of(*triple))]


def _of_year_near(month: int, day: int, moons: list[date]) -> date | None:
    """The day of a Gregorian year that one of some days by the moon falls on, give or take a day."""
    near = (
        reading
        for moon in moons
        for year in (moon.year, moon.year - 1, moon.year + 1)
        if (reading := _date(year, month, day)) and _agree(moon, reading)
    )
    return next(near, None)


def _date(year: int, month: int, day: int) -> date | None:
    """The day of a calendar, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def gregorian_of(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date by the Umm al-Qura calendar; None outside 1343-1500 AH or where there is none.

    The 30th of a month of 29 days is the day after its 29th: another country's month may well have had it.

    >>> gregorian_of(1436, 10, 25)
    datetime.date(2015, 8, 10)
    """
    if not (1343 <= year <= 1500 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    from hijridate import Hijri  # wanted by few texts only

    first = Hijri(year, month, 1).to_gregorian()
    return date(first.year, first.month, first.day) + timedelta(days=day - 1)


def _agree(moon: date, day: date) -> bool:
    """Whether a printed Gregorian day may be the same as a computed one."""
    return abs((moon - day).days) <= TOLERANCE
