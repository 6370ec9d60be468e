"""What a batch was asked for, as values that go to the processes with the work."""

from __future__ import annotations

import re

from msgspec import Struct

from newscli.errors import UsageError
from newscli.model import JSON_FIELDS

OPTIONAL_FIELDS = ("blocks", "duplicate_of", "similarity")


class Selection(Struct, frozen=True):
    """Which articles are taken. Days are YYYY-MM-DD, or a month or a year of that form; both ends are included."""

    languages: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    having: tuple[str, ...] = ()  # fields that must not be empty
    lacking: tuple[str, ...] = ()
    articles_only: bool = False


class Plan(Struct, frozen=True):
    """How a batch is done. `workers` 0 decides by the number of records; `dedupe` is "mark", "drop" or None."""

    selection: Selection = Selection()
    fields: tuple[str, ...] | None = None
    blocks: bool = False
    workers: int = 0
    ordered: bool = True
    limit: int | None = None
    skip: int = 0
    dedupe: str | None = None
    threshold: float = 0.0  # 0: the measured default
    seconds: float = 60.0  # that one record may take; an article takes hundredths


def known_fields(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of fields, checked. Raises `UsageError` for one that no article has."""
    for name in names:
        if name not in (*JSON_FIELDS, *OPTIONAL_FIELDS):
            import difflib

            near = difflib.get_close_matches(name, JSON_FIELDS, n=1)
            advice = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(JSON_FIELDS)}."
            raise UsageError(f"unknown field {name!r}", advice=advice)
    return names


def a_day(value: str | None, option: str) -> str | None:
    """A day, a month or a year as `--since` and `--until` take it. Raises `UsageError` for anything else."""
    if value is not None and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        raise UsageError(f"{option} {value!r} is no day", advice="As in: 2024-01-31, 2024-01 or 2024.")
    return value


def is_only_arabic(languages: tuple[str, ...], *, all_languages: bool) -> bool:
    """Whether nothing but Arabic is asked for, so that other pages need not be parsed."""
    return not all_languages and all(tag.lower().split("-")[0] == "ar" for tag in languages)


def left_out(row: dict[str, object], selection: Selection) -> str | None:
    """Why an article is not taken, in words that are counted; None if it is taken."""
    if selection.articles_only and not row.get("body"):
        return "no story"
    if selection.languages and not _speaks(row.get("language"), selection.languages):
        return "another language"
    if (selection.since or selection.until) and (reason := _outside(row.get("published"), selection)):
        return reason
    for name in selection.having:
        if not row.get(name):
            return f"without {name}"
    for name in selection.lacking:
        if row.get(name):
            return f"with {name}"
    return None


def _speaks(language: object, wanted: tuple[str, ...]) -> bool:
    """Whether a language is one of those wanted: `ar` takes `ar-EG`, and `und` what has none."""
    tag = str(language or "und").lower()
    return any(tag == one or tag.startswith(f"{one}-") for one in map(str.lower, wanted))


def _outside(published: object, selection: Selection) -> str | None:
    if not isinstance(published, str):
        return "without a day"
    if selection.since and published[:10] < selection.since:
        return "before --since"
    # a month or a year ends with its last day: what begins with it is in it
    if selection.until and published[: len(selection.until)] > selection.until:
        return "after --until"
    return None
