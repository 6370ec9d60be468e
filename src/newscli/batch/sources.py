"""The records of a batch's inputs: of files of every kind, newscli's own databases and Parquet files among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newscli.errors import NewsError
from newscli.export import registry
from newscli.export.format import Row
from newscli.read import STDIN
from newscli.read.paths import File, Opened, records_of
from newscli.read.record import Options, PassedOver, Record

_DATABASES = ((b"SQLite format 3\0", "sqlite"), (b"PAR1", "parquet"))  # exports that are no text


def events(
    files: Iterable[File | NewsError], options: Options, passed_over: PassedOver, opened: Opened
) -> Iterator[Record | NewsError]:
    """The records of all files in order, and an error in the place of each that cannot be had."""
    for file in files:
        if isinstance(file, NewsError):
            yield file
        elif options.kind is None and (name := _database(file.path)):
            yield from _exported(file, name, passed_over)
        else:
            yield from records_of(file, options, passed_over, opened)


def _database(path: str) -> str | None:
    """The format of an export that is no text, by its first bytes."""
    if path == STDIN:
        return None
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            head = file.read(16)
    except (OSError, ValueError):
        return None  # reading it tells
    return next((name for start, name in _DATABASES if head.startswith(start)), None)


def _exported(file: File, name: str, passed_over: PassedOver) -> Iterator[Record | NewsError]:
    read = registry.named(name).rows
    assert read is not None
    try:
        for row in read(file.path):
            yield Record(_path(row), row)
    except NewsError as error:
        if file.inside:
            passed_over("a database that newscli did not write")
        else:
            yield error


def _path(row: Row) -> str | None:
    source = row.get("source")
    return source.get("path") if isinstance(source, dict) else None
