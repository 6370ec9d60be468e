"""What became of the records of a task, on disk as it happens: a child that dies leaves what it did to the next one.

A frame is four bytes with its length, then an `Entry` as MessagePack. Each is handed to the system at once, so that
nothing of it is lost with the process; of a frame that was cut off, nothing counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO, Self

import msgspec

from newscli.batch.duplicates import Print

_LENGTH = 4  # bytes that say how long a frame is


class Failure(msgspec.Struct, frozen=True):
    """An error that cost a record, as a value: its message without the path, and what to do about it."""

    message: str
    advice: str | None = None


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of a record: a row as JSON, a reason why it was left out, a failure, or the cause of a quarantine.

    `print` tells copies of a row, where they are asked for. `name` and `offset` tell the record where it failed.
    """

    row: bytes | None = None
    story: bool = False
    print: Print | None = None
    left_out: str | None = None
    failure: Failure | None = None
    quarantined: str | None = None
    name: str | None = None
    offset: int | None = None


class Frames:
    """The frames of a file, to be read and added to; a context. `count` is how many there are."""

    def __init__(self, path: str) -> None:
        self._file: BinaryIO = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT), "r+b", buffering=0)
        self.count = 0
        end = 0
        for data in self._whole():
            self.count += 1
            end += _LENGTH + len(data)
        if self._file.seek(0, os.SEEK_END) > end:
            self._file.truncate(end)
        self._file.seek(end)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, entry: Entry) -> None:
        """Add a frame at the end."""
        data = msgspec.msgpack.encode(entry)
        left = memoryview(len(data).to_bytes(_LENGTH, "big") + data)
        while left:
            left = left[self._file.write(left) :]
        self.count += 1

    def entries(self) -> Iterator[Entry]:
        """All frames, from the first one."""
        for data in self._whole():
            yield msgspec.msgpack.decode(data, type=Entry)

    def _whole(self) -> Iterator[bytes]:
        self._file.seek(0)
        with os.fdopen(os.dup(self._file.fileno()), "rb") as file:
            while len(head := file.read(_LENGTH)) == _LENGTH:
                data = file.read(int.from_bytes(head, "big"))
                if len(data) < int.from_bytes(head, "big"):
                    return
                yield data
