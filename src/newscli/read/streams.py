"""Streams that can be looked at before they are read, that are unpacked on the way, and that do not grow for ever."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib import import_module
from typing import Any, BinaryIO, cast

from newscli.errors import InputError, NewsError
from newscli.read.kinds import InputKind
from newscli.read.record import Limits

_AT_ONCE = 1 << 20  # bytes
HEAD = 65_536  # bytes that are looked at to tell what a stream is
COMPRESSED = (InputKind.GZIP, InputKind.BZIP2, InputKind.XZ, InputKind.ZSTD)

_DAMAGED = "It was cut off or changed on its way: fetch it again. What could be read before the damage was read."
_TRUST = "If you trust it, unpack it first and give what is inside, or allow more with --max-ratio."


class Raw(io.RawIOBase):
    """A stream over another one; `_next` gives its next bytes, no more than are asked for, none at its end."""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill the buffer; comes back with the number of bytes."""
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes | memoryview:
        raise NotImplementedError


class Peeked(Raw):
    """A stream whose first bytes were read already; `head` has them, reading gives them once more."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.head = _up_to(file, HEAD)
        self._left = memoryview(self.head)

    def _next(self, size: int) -> bytes | memoryview:
        if not self._left:
            return self._file.read(size)
        data, self._left = self._left[:size], self._left[size:]
        return data


def buffered(file: io.RawIOBase) -> BinaryIO:
    """A raw stream with lines and a buffer."""
    return cast("BinaryIO", io.BufferedReader(file, HEAD))


def _up_to(file: BinaryIO, size: int) -> bytes:
    """The first bytes of a stream, as many as are wanted if it has them: one read of a pipe gives fewer."""
    pieces: list[bytes] = []
    while size > 0 and (piece := file.read(min(size, _AT_ONCE))):  # room for all that is asked for is made at once
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def unpacked(file: BinaryIO, kind: InputKind, path: str, limits: Limits) -> BinaryIO:
    """What a compressed stream holds. Reading it raises `InputError` where it is damaged or grows beyond the limits."""
    source = _Counted(file)
    return buffered(_Unpacked(source, _opened(kind, buffered(source)), path, limits))


def _opened(kind: InputKind, file: BinaryIO) -> BinaryIO:
    if kind is InputKind.GZIP:
        import gzip

        return cast("BinaryIO", gzip.GzipFile(fileobj=file))
    if kind is InputKind.BZIP2:
        import bz2

        return cast("BinaryIO", bz2.BZ2File(file))
    if kind is InputKind.XZ:
        import lzma

        return cast("BinaryIO", lzma.LZMAFile(file))
    return cast("BinaryIO", _zstd().ZstdFile(file))


def _zstd() -> Any:
    """Python's module, from 3.14 on, or its backport; zstandard does not tell a stream that was cut off."""
    try:
        return import_module("compression.zstd")
    except ImportError:
        return import_module("backports.zstd")


class _Counted(Raw):
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.taken = 0

    def _next(self, size: int) -> bytes:
        data = self._file.read(size)
        self.taken += len(data)
        return data


class _Unpacked(Raw):
    """What a compressed stream gives, its damages as `InputError`; more than the limits allow is one as well."""

    def __init__(self, source: _Counted, file: BinaryIO, path: str, limits: Limits) -> None:
        self._source, self._file, self._path, self._limits = source, file, path, limits
        self._given = 0
        self._ended = False

    def _next(self, size: int) -> bytes:
        if self._ended:
            return b""
        try:
            data = self._file.read(size)
        except (NewsError, MemoryError):
            raise
        except Exception as error:  # each library has its own: EOFError, BadGzipFile, zlib.error, LZMAError ...
            self._ended = True
            raise damaged(self._path, error) from error
        self._given += len(data)
        if self._given > max(self._limits.free, self._limits.ratio * self._source.taken):
            self._ended = True
            raise too_dense(self._path, self._limits)
        return data


def whole(file: BinaryIO, path: str, limits: Limits) -> bytes:
    """All bytes of a stream that is one record. Raises `InputError` for more than the limit."""
    data = _up_to(file, limits.record + 1)
    if len(data) > limits.record:
        raise too_large(path, limits)
    return data


def lines(
    file: BinaryIO, path: str, limits: Limits, before: int | None = None
) -> Iterator[tuple[int, bytes | NewsError]]:
    """The lines of a stream with their numbers, from 1 or behind so many before it.

    A line over the limit is an error, the others still come.
    """
    number = before or 0
    while line := file.readline(limits.record + 1):
        number += 1
        if len(line) <= limits.record:
            yield number, line
            continue
        yield number, too_large(f"{path}#{number}", limits)
        while line and not line.endswith(b"\n"):
            line = file.readline(1 << 20)


def damaged(path: str, error: Exception) -> InputError:
    """The error for packed data that does not unpack."""
    said = str(error).rstrip(".") or type(error).__name__
    return InputError(f"is damaged or cut off ({said})", path=path, advice=_DAMAGED)


def too_dense(path: str, limits: Limits) -> InputError:
    """The error for packed data that grows as no articles do."""
    return InputError(f"unpacks to more than {limits.ratio} times its size", path=path, advice=_TRUST)


def too_large(path: str, limits: Limits) -> InputError:
    """The error for one record that is larger than any article."""
    size = f"{limits.record >> 20} MiB" if limits.record >= 1 << 20 else f"{limits.record} bytes"
    advice = "Split it: one article a record. Or allow more with --max-bytes."
    return InputError(f"is larger than {size}", path=path, advice=advice)
