"""The Hijri calendar, as far as dates of the press need it: which Gregorian days a Hijri date may be.

The press of each country sees the new moon for itself, so a printed Hijri date may be a day or two away from the
Umm al-Qura calendar that is computed here (hijridate, 1343-1500 AH). That is why no Hijri date alone becomes a value.
"""

from __future__ import annotations

from datetime import date, timedelta

TOLERANCE = 2  # days between printed Hijri and Gregorian that are no contradiction


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date by the Umm al-Qura calendar; None outside 1343-1500 AH or where there is none.

    The 30th of a month of 29 days is the day after its 29th: another country's month may well have had it.

    >>> gregorian(1436, 10, 25)
    datetime.date(2015, 8, 10)
    """
    if not (1343 <= year <= 1500 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    from hijridate import Hijri  # wanted by few texts only

    first = Hijri(year, month, 1).to_gregorian()
    return date(first.year, first.month, first.day) + timedelta(days=day - 1)


def agree(hijri: date, day: date) -> bool:
    """Whether a printed Gregorian day may be the same as a computed one.

    >>> agree(date(2012, 2, 13), date(2012, 2, 14))
    True
    """
    return abs((hijri - day).days) <= TOLERANCE
