"""Dates of the Arabic press: found in running text, read as far as they are certain, and never further.

    text ─tokenise→ [Token] ─read_parts→ [Part] ─join→ [Group] ─values→ [FoundDate]

A part is a weekday, a time, an age («منذ ساعتين») or a date of one calendar; parts that only separators keep apart
make one date. What it leaves open (5/6/2015, a date without year, a Hijri date) has no value, but says what is known
of it, so that other evidence may decide.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from newscli.dates.clock import Clock
from newscli.dates.found import FoundDate
from newscli.dates.parts import Group, join, read_parts, trimmed
from newscli.dates.printed import GREGORIAN, HIJRI
from newscli.dates.tokens import Places, Token, hhmm, tokenise
from newscli.dates.values import Value, gregorian_value, hijri_value

_LINE = 300  # characters of a text that is likely to be asked about again


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
    return find_in_tokens(text)[1]


def find_in_tokens(text: str) -> tuple[list[Token], tuple[FoundDate, ...]]:
    """What `find` finds, and the tokens that it was found in, which are not to be changed."""
    return _in_line(text) if len(text) <= _LINE else _in(text)


def _in(text: str) -> tuple[list[Token], tuple[FoundDate, ...]]:
    """The tokens of a text and the dates in it."""
    tokens = tokenise(text)
    groups = [kept for group in join(tokens, read_parts(tokens)) if (kept := trimmed(tokens, group))]
    if not groups:
        return tokens, ()
    places = Places(text)
    return tokens, tuple(_found(text, places, tokens, group) for group in groups)


_in_line = lru_cache(maxsize=256)(_in)  # the lines of one page: stamps, credits and fields ask for the same ones


def _found(text: str, places: Places, tokens: list[Token], group: Group) -> FoundDate:
    """A date as it was found, from its parts."""
    parts = list(group.values())
    day, lunar = _value(group, "day"), _value(group, "hijri")
    weekday = group["weekday"].value[0] if "weekday" in group else None
    calendar: str | None = None
    if day:
        calendar, value = GREGORIAN, gregorian_value(day, lunar, weekday)
    elif lunar:
        calendar, value = HIJRI, hijri_value(lunar, weekday)
    else:
        value = Value(None, "time of day" if set(group) <= {"time", "zone"} else "relative to the day of writing")
    clock: Clock | None = _value(group, "time")
    start, end = places.range(tokens[parts[0].first].start, tokens[parts[-1].last - 1].end)
    return FoundDate(
        text=text[start:end],
        start=start,
        end=end,
        date=value.iso,
        time=hhmm(clock.minutes) if clock else None,
        seconds=clock.seconds if clock else None,
        offset=_value(group, "zone"),
        calendar=calendar,
        reason=value.reason,
        month=value.month,
        day=value.day,
        readings=tuple(reading.isoformat() for reading in value.readings),
        warnings=value.warnings,
        relative=value.iso is None and not lunar and ("relative" in group or not (day or "time" in group)),
    )


def _value(group: Group, slot: str) -> Any:
    return group[slot].value if slot in group else None
