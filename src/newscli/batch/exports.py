"""Exports read back: rows of whatever `newscli export` wrote that can be read back, told by the content."""

from __future__ import annotations

from collections.abc import Iterator

from newscli.batch.sources import events
from newscli.errors import InputError, NewsError
from newscli.export import csv
from newscli.export.format import Row
from newscli.read import STDIN
from newscli.read.paths import File
from newscli.read.record import Options

_ADVICE = "Give what newscli export wrote: JSON Lines, JSON, CSV, a database or Parquet."


def rows_of(path: str) -> Iterator[Row]:
    """The articles of an export. Raises `InputError` for a file that is none, or is broken."""
    if _is_csv(path):
        yield from csv.read_rows(path)
        return
    for event in events([File(path)], Options(), lambda reason: None, lambda stream: None):
        if isinstance(event, NewsError):
            raise event
        if not isinstance(event.content, dict):
            raise InputError("is no export of newscli", path=path, advice=_ADVICE)
        yield event.content


def _is_csv(path: str) -> bool:
    """Whether the first line has the columns of an export."""
    if path == STDIN:
        return False
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            first = file.readline(4096).decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return False  # reading it tells
    return {"title", "body"} <= set(first.strip().split(","))
