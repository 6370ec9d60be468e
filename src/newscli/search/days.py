"""Days of a query as words of the index: as few years, months and days as cover them."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta


def first_day(value: str) -> date:
    """The first day of a year, a month, or the day itself.

    >>> first_day("2024-02").isoformat()
    '2024-02-01'
    """
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(value: str) -> date:
    """The last day of a year, a month, or the day itself.

    >>> last_day("2024-02").isoformat(), last_day("2024").isoformat()
    ('2024-02-29', '2024-12-31')
    """
    parts = [int(part) for part in value.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def words(first: date, last: date) -> Iterator[str]:
    """The words of the index that stand for the days from the first to the last.

    >>> list(words(date(2023, 12, 30), date(2024, 12, 31)))
    ['d20231230', 'd20231231', 'y2024']
    >>> list(words(date(2024, 1, 1), date(2024, 2, 2)))
    ['m202401', 'd20240201', 'd20240202']
    """
    day = first
    while day <= last:
        year, month = date(day.year, 12, 31), last_day(f"{day:%Y-%m}")
        if day.day == day.month == 1 and year <= last:
            yield f"y{day:%Y}"
            day = year
        elif day.day == 1 and month <= last:
            yield f"m{day:%Y%m}"
            day = month
        else:
            yield f"d{day:%Y%m%d}"
        day += timedelta(1)
