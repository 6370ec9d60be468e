"""Records out of JSON, JSON Lines and CSV: an object or a row with html or text, and what else it says of an article.

An object that newscli exported before is an article already and is handed on as it is.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, cast

import msgspec

from newscli.errors import InputError, KindError, NewsError
from newscli.model import SCHEMA
from newscli.read.containers import Place
from newscli.read.record import Found, Keys, Record, Row
from newscli.read.streams import lines, whole

_NO_JSON = "Repair it, or leave it out; the other records were read."
_NO_KEYS = "Say which key holds it: --html-key NAME or --text-key NAME. It has: {keys}"
_NOT_JSON = (msgspec.DecodeError, UnicodeDecodeError)
_MOST_KEYS = 12  # that a message names


def json_records(file: BinaryIO, place: Place) -> Found:
    """The records of JSON Lines, of one JSON array of objects, or of one object, whichever the first line begins."""
    numbered = lines(file, place.path, place.limits, place.before)
    number, first = next(numbered, (1, b""))
    if isinstance(first, NewsError) or place.before is not None or _is_object(first):
        yield from _of_lines(chain([(number, first)], numbered), place)
        return
    data = first + whole(file, place.path, place.limits)
    try:
        value = _decoded(data)
    except _NOT_JSON as error:
        if _is_object(data.rstrip().rpartition(b"\n")[2]):  # lines whose first one is broken
            yield from _of_lines(lines(io.BytesIO(data), place.path, place.limits), place)
        else:
            yield _broken(place.path, error)
        return
    if isinstance(value, list):
        for number, each in enumerate(value, 1):
            yield from _of_value(each, number, place)
    else:
        yield from _of_value(value, None, place)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(_decoded(line), dict)
    except _NOT_JSON:
        return False


def _decoded(data: bytes) -> object:
    """The value of some JSON, which may begin with a byte-order mark."""
    return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))


def _of_lines(numbered: Iterator[tuple[int, bytes | NewsError]], place: Place) -> Found:
    for number, line in numbered:
        if isinstance(line, NewsError):
            yield line
        elif line.strip():
            try:
                value = _decoded(line)
            except _NOT_JSON as error:
                yield _broken(f"{place.path}#{number}", error)
            else:
                yield from _of_value(value, number, place)


def _of_value(value: object, number: int | None, place: Place) -> Found:
    """The record of one JSON value; `number` is its place among others, None if it stands alone."""
    if not isinstance(value, dict):
        name = place.path if number is None else f"{place.path}#{number}"
        yield KindError("is JSON, and no object", path=name, advice="Give objects with html or text.")
        return
    if value.get("schema") == SCHEMA:
        yield Record(_stated_path(value), value)
        return
    yield from _of_row(value, number, place, place.options.keys)


def _stated_path(row: Row) -> str | None:
    source = row.get("source")
    path = source.get("path") if isinstance(source, dict) else None
    return path if isinstance(path, str) else None


def _of_row(row: Row, number: int | None, place: Place, keys: Keys) -> Found:
    id = _text_of(row, keys.id)
    name = place.path if number is None else f"{place.path}#{id or number}"
    html = _text_of(row, keys.html)
    text = html if html is not None else _text_of(row, keys.text)
    if text is None and place.inside:
        place.passed_over("JSON or a table without html or text")
        return
    if text is None:
        known = ", ".join(list(row)[:_MOST_KEYS])
        empty = next((key for key in (*keys.html, *keys.text) if key in row), None)
        message = f"has nothing to read in {empty!r}" if empty else "has neither html nor text"
        yield KindError(message, path=name, advice=_NO_KEYS.format(keys=known))
        return
    yield Record(
        name,
        text,
        url=_text_of(row, keys.url),
        format="text" if html is None else "html",
        title=None if html is not None else _text_of(row, keys.title),
        date=_text_of(row, keys.date),
    )


def _text_of(row: Row, names: tuple[str, ...]) -> str | None:
    """The first of these keys that holds text or a number; empty text is none."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return None


def _broken(path: str, error: Exception) -> KindError:
    return KindError(f"is no valid JSON ({error})", path=path, advice=_NO_JSON)


# Tables


def csv_records(file: BinaryIO, place: Place) -> Found:
    """The records of a table whose first row names its columns; comma, semicolon, tab or bar between them."""
    import csv

    text = io.TextIOWrapper(file, _encoding(file), errors="replace", newline="")
    first = text.readline()
    csv.field_size_limit(place.limits.record)
    delimiter = max(",;\t|", key=first.count)
    columns = next(csv.reader([first], delimiter=delimiter), [])
    header = [column.strip().lower() for column in columns]
    rows = csv.reader(text, delimiter=delimiter)
    number = 1
    while True:
        number += 1
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield InputError(f"has a broken row ({error})", path=f"{place.path}#{number}", advice=_NO_JSON)
            continue
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            row = cast("Row", dict(zip(header, cells, strict=False)))
            yield from _of_row(row, number, place, _lowered(place.options.keys))


def _encoding(file: BinaryIO) -> str:
    """UTF-8, UTF-16 by its mark, or windows-1256, in which Arabic Excel saves CSV."""
    head = cast("io.BufferedReader", file).peek(65_536)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    strays = head.decode("utf-8", "replace").count("\ufffd")
    return "windows-1256" if strays > len(head) * 0.05 else "utf-8-sig"


def _lowered(keys: Keys) -> Keys:
    return Keys(*(tuple(name.lower() for name in getattr(keys, field)) for field in Keys.__struct_fields__))
