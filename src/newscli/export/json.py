"""JSON Lines (one article a line, compact) and JSON (one array): UTF-8, keys in the contract's order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from newscli.errors import InputError
from newscli.export.format import Appending, Format, Rendering, Row, Settings

_NO_EXPORT = "Give a file that newscli export wrote."


def lines_of(made: Callable[[Row], object]) -> Callable[[Settings], Rendering]:
    """The rendering of a format that writes what it makes of a row as JSON: one a line, alone in a file set in."""

    def line(row: Row) -> bytes:
        return msgspec.json.encode(made(row)) + b"\n"

    def alone(row: Row) -> bytes:
        return _indented(made(row)) + b"\n"

    return lambda settings: Rendering(line, alone=alone)


def _indented(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2)


def _itself(row: Row) -> Row:
    return row


def _array(settings: Settings) -> Rendering:
    return Rendering(_indented, head=b"[\n", between=b",\n", tail=b"\n]\n", alone=lines_of(_itself)(settings).alone)


def read_lines(path: str) -> Iterator[Row]:
    """The rows of JSON Lines. Raises `InputError` naming the line that is no article."""
    with open(path, "rb") as file:  # noqa: PTH123
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _decoded(line, path, number)


def _decoded(line: bytes, path: str, number: int) -> Row:
    try:
        return msgspec.json.decode(line, type=Row)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"line {number} is no article ({error})", path=path, advice=_NO_EXPORT) from error


def read_array(path: str) -> Iterator[Row]:
    """The rows of a JSON array. Raises `InputError` if it is none."""
    with open(path, "rb") as file:  # noqa: PTH123
        data = file.read()
    try:
        yield from msgspec.json.decode(data, type=list[Row])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"is no array of articles ({error})", path=path, advice=_NO_EXPORT) from error


FORMAT = Format(
    "jsonl", "JSON Lines, one article a line", (".jsonl", ".ndjson"), rendering=lines_of(_itself), rows=read_lines
)
ARRAY = Format(
    "json", "one JSON array", (".json",), rendering=_array, rows=read_array, appending=Appending.ROWS,
)  # fmt: skip
