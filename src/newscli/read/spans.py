"""Pieces of a large file that can be read on their own: they begin where a record begins.

JSON Lines are cut behind a line, web archives (plain, or packed record by record as crawlers do) before a record. All
other files stay whole. To find the bounds a file is read once: 150 MB of a packed archive a second.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO

from msgspec import Struct

from newscli.read import kinds
from newscli.read.kinds import InputKind
from newscli.read.record import Options
from newscli.read.streams import HEAD, Raw, buffered

_GZIP = b"\x1f\x8b"
_PIECE = 1 << 20  # bytes of a line that are read at once

_Bound = tuple[int, int]  # where a record begins, in bytes, and how many records or lines stand before it


class Span(Struct, frozen=True):
    """A piece of a file, in bytes; `before` is how many of its records (or lines) precede it, `kind` what it holds."""

    kind: str
    start: int
    end: int
    before: int

    @property
    def size(self) -> int:
        """Bytes."""
        return self.end - self.start


def spans_of(path: str, size: int, options: Options) -> list[Span]:
    """The pieces of a file, each of them so many bytes or a little more; none where it is not larger, or not cut.

    What cannot be read any further is left to the last one. Raises `OSError` if the file cannot be read.
    """
    whole = os.path.getsize(path)  # noqa: PTH202
    if whole <= size:
        return []
    with open(path, "rb") as file:  # noqa: PTH123
        kind = options.kind or _kind(file.read(HEAD), path)
        if kind not in _BOUNDS:
            return []
        file.seek(0)
        bounds = [(0, 0), *_far_apart(_BOUNDS[kind](file), size)]
    ends = pairwise([*bounds, (whole, 0)])
    return [Span(kind, start, end, before) for (start, before), (end, _) in ends] if len(bounds) > 1 else []


def piece(file: BinaryIO, span: Span) -> BinaryIO:
    """The bytes of a piece as a stream."""
    file.seek(span.start)
    return buffered(_Piece(file, span.size))


def _kind(head: bytes, path: str) -> str | None:
    """What a file holds that can be cut: "warc", "jsonl"."""
    if head.startswith(_GZIP):
        return "warc" if zlib.decompressobj(31).decompress(head, 16).startswith(b"WARC/") else None
    return {InputKind.WARC: "warc", InputKind.JSON_LINES: "jsonl"}.get(kinds.sniff(head, path))


def _far_apart(bounds: Iterator[_Bound], size: int) -> Iterator[_Bound]:
    last = 0
    for at, before in bounds:
        if at - last >= size:
            yield at, before
            last = at


def _lines(file: BinaryIO) -> Iterator[_Bound]:
    at = number = 0
    while data := file.readline(_PIECE):
        at += len(data)
        if data.endswith(b"\n"):
            number += 1
            yield at, number


def _records(file: BinaryIO) -> Iterator[_Bound]:
    from newscli.read.warc import entries

    try:
        for number, entry in enumerate(entries(file, parse_http=False)):
            yield entry.stream_pos, number
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException:  # as in read.warc: who reads the last piece is told
        return


_BOUNDS = {"jsonl": _lines, "warc": _records}


class _Piece(Raw):
    """So many bytes of a file, from where it stands."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._left = file, size

    def _next(self, size: int) -> bytes:
        data = self._file.read(min(size, self._left))
        self._left -= len(data)
        return data
