"""What the finder gives: a date, time or age as it is printed, where it stands, and its value where it is certain."""

from __future__ import annotations

from msgspec import Struct

_FULL = len("2024-05-14")


class FoundDate(Struct, frozen=True, kw_only=True):
    """A date, time or age in a text: what is printed, where, and its value as far as it is certain.

    `text` is `source[start:end]`. `date` is YYYY-MM-DD, or YYYY-MM where only the month is said, or None; `time` is
    HH:MM on the 24-hour clock and `seconds` 0 to 59 where they are printed; `offset` is ±HH:MM or Z where the text
    gives one. `calendar` is `gregorian`, `hijri` or None. `month` and `day` are what is known of a Gregorian date, with
    or without a year. `readings` are the ISO dates it can be where there are several (5/6/2015; the days around a Hijri
    date). `warnings` name contradictions. `relative` marks an age or a day told from today. `reason` says how the value
    came about.
    """

    text: str
    start: int
    end: int
    date: str | None = None
    time: str | None = None
    seconds: int | None = None
    offset: str | None = None
    calendar: str | None = None
    reason: str
    month: int | None = None
    day: int | None = None
    readings: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    relative: bool = False

    @property
    def full(self) -> bool:
        """Whether year, month and day are all known."""
        return self.date is not None and len(self.date) == _FULL

    @property
    def iso(self) -> str | None:
        """The date in ISO 8601, with time, seconds and offset where they are printed; None where the day is not known.

        >>> from newscli.dates import find
        >>> find("14 مايو 2024 - ١٧:٠٥:٤٨")[0].iso, find("14 مايو 2024")[0].iso, find("مايو 2024")[0].iso
        ('2024-05-14T17:05:48', '2024-05-14', None)
        """
        return self.on(self.date) if self.date is not None and self.full else None

    def on(self, day: str) -> str:
        """A day (YYYY-MM-DD), say one of `readings`, with this date's time, seconds and offset.

        >>> from newscli.dates import find
        >>> [found] = find("5/6/2015 10:31")
        >>> [found.on(day) for day in found.readings]
        ['2015-06-05T10:31:00', '2015-05-06T10:31:00']
        """
        return f"{day}T{self.time}:{self.seconds or 0:02}{self.offset or ''}" if self.time else day
