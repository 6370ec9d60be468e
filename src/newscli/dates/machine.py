"""Dates that pages state for machines: JSON-LD, meta, `<time datetime>`. Nothing is guessed, nothing filled up.

What content systems write there, by how often it is met: ISO 8601 and what passes for it (a space for the T, offsets
without colon or minutes, Arabic digits, slashes), the mail form (RFC 2822), JavaScript's and Java's `toString`,
seconds and milliseconds since 1970, digits without separators, and now and then the printed date itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

from msgspec import Struct

from newscli.arabic.letters import ascii_digits, squeeze, strip_invisible
from newscli.dates.finder import find
from newscli.dates.layout import Layout, settle
from newscli.dates.tokens import SIGNS, hhmm, shift_minutes
from newscli.regex import regex

LONGEST = 100  # characters; JavaScript's form with the zone spelt out has 62
FIRST_YEAR, LAST_YEAR = 1900, 2199  # 0001 and 1601 are what systems print for no date
EPOCH_YEARS = range(1995, 2101)  # of numbers that count from 1970: others are identifiers
WIDEST_OFFSET = 14 * 60  # minutes: Kiribati is 14 hours ahead of UTC
UNITS = {10: 1, 13: 1_000, 16: 1_000_000}  # digits of a count since 1970 -> its parts of a second

# Zones of mail and of Java that are offsets (RFC 2822, 4.3). AST is Arabia's and the Atlantic's, so none.
ZONES = {"EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00"}
ZONES |= {"PST": "-08:00", "PDT": "-07:00", "UT": "Z"}

_TIME = r"""
    (?P<hour>\d{1,2}) (?: : (?P<minute>\d{2}) (?: : (?P<second>\d{2}) (?:[.,]\d{1,12})? )? )?
    \s? (?P<zone> z | (?:gmt|utc) | (?:gmt|utc)?\s?[+-]\d{1,2}(?::?\d{2})? )? (?:\s?[a-z]+/[a-z_/]+)?
"""
_SEPARATED = regex(
    rf"""(?P<year>\d{{4}}) (?P<mark>[-/.]) (?P<month>\d{{1,2}}) (?P=mark) (?P<day>\d{{1,2}})
    (?: \s?[t\s,|_-]\s? {_TIME} )?""",
    re.VERBOSE | re.IGNORECASE,
)
_COMPACT = regex(
    r"""(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)
    (?: [t\s]? (?P<hour>\d\d) (?P<minute>\d\d) (?P<second>\d\d)? (?:[.,]\d{1,12})?
        \s? (?P<zone>z|[+-]\d\d(?::?\d\d)?)? )?""",
    re.VERBOSE | re.IGNORECASE,
)
_COUNT = regex(r"(?P<digits>\d{10}|\d{13}|\d{16})(?:\.\d{1,9})?")
_DOTNET = regex(r"\\?/date\((?P<digits>\d{13})(?:[+-]\d{4})?\)\\?/", re.IGNORECASE)
_ASIDE = regex(r"[(\[][^()\[\]]*[)\]]\Z")  # (Coordinated Universal Time), [Asia/Riyadh]
_NAMED_ZONE = regex(r"(?<=\d\d:\d\d) (?!GMT|UTC|[AP]M)([A-Z]{2,5})\b")
_SPELT = str.maketrans({"−": "-", "‐": "-", "‑": "-", "–": "-", "／": "/", "：": ":", "،": ","})


class MachineDate(Struct, frozen=True):
    """A stated date. `day` is YYYY-MM-DD; `iso` is ISO 8601: the day, or day and time as far as the value gives them.

    `precise` is 0 for a day, 1 with a time, 2 with time and offset.
    """

    day: str
    iso: str
    precise: int


def read_machine(value: str, layout: Layout | None = None) -> MachineDate | None:
    """The date that a machine-readable value states; None where it states none or leaves the day open.

    `layout` is the order of day and month on the page where it is known (`dates.layout.habit`): it decides 5/4/2024.

    >>> read_machine("2024-05-14T٠٩:٤٠:٠٧+3:00").iso, read_machine("Tue, 14 May 2024 17:05:48 +0300").iso
    ('2024-05-14T09:40:07+03:00', '2024-05-14T17:05:48+03:00')
    >>> read_machine("1715672407"), read_machine("5/6/2015"), read_machine("2024-05")
    (MachineDate(day='2024-05-14', iso='2024-05-14T07:40:07Z', precise=2), None, None)
    """
    if len(value) > LONGEST:
        return None
    plain = squeeze(strip_invisible(ascii_digits(value))).translate(_SPELT).strip("\"'“”«»;, ")
    for pattern, reader in _FORMS:
        match = pattern.fullmatch(plain)
        if match:
            return reader(match)
    return _textual(_ASIDE.sub("", plain).strip(), layout)


def _written(match: re.Match[str]) -> MachineDate | None:
    """A day in digits, with its time as far as it is one."""
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:  # there is no such day
        return None
    if not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        return None
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if match["hour"] is None or hour > 23 or minute > 59 or second > 59:
        return MachineDate(day, day, 0)
    offset = _offset(match["zone"] or "")
    return MachineDate(day, f"{day}T{hour:02}:{minute:02}:{second:02}{offset}", 2 if offset else 1)


def _offset(zone: str) -> str:
    """An offset as ±HH:MM or Z; empty where there is none, or none that is possible.

    >>> [_offset(zone) for zone in ("+3:00", "-0330", "GMT+3", "utc", "+99")]
    ['+03:00', '-03:30', '+03:00', 'Z', '']
    """
    if SIGNS.isdisjoint(zone):
        return "Z" if zone else ""
    minutes = shift_minutes(zone)
    if abs(minutes) > WIDEST_OFFSET:
        return ""
    return f"{'-' if '-' in zone else '+'}{hhmm(abs(minutes))}"


def _counted(match: re.Match[str]) -> MachineDate | None:
    """Seconds, milliseconds or microseconds since 1970, which count in UTC."""
    digits = match["digits"]
    moment = datetime.fromtimestamp(int(digits) // UNITS[len(digits)], UTC)
    if moment.year not in EPOCH_YEARS:
        return None
    return MachineDate(moment.date().isoformat(), f"{moment:%Y-%m-%dT%H:%M:%S}Z", 2)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], MachineDate | None]], ...] = (
    (_COUNT, _counted),
    (_DOTNET, _counted),
    (_SEPARATED, _written),
    (_COMPACT, _written),
)


def _textual(plain: str, layout: Layout | None) -> MachineDate | None:
    """A date in words, as mail, JavaScript and people write it: the only one of the value, and most of it."""
    zone = _NAMED_ZONE.search(plain)
    plain = _NAMED_ZONE.sub("", plain)
    stated = [(found, day) for found in find(plain) if (day := settle(found, layout))]
    if len(stated) != 1:
        return None
    found, day = stated[0]
    if not FIRST_YEAR <= int(day[:4]) <= LAST_YEAR or len(found.text) * 2 < len(plain):
        return None
    if found.time is None:
        return MachineDate(day, day, 0)
    named = ZONES.get(zone[1], "") if zone and not found.offset else ""
    return MachineDate(day, found.on(day) + named, 2 if named or found.offset else 1)
