"""What an output format is. A module of this package has one, called FORMAT; other packages add theirs by an entry
point of the group `newscli.formats` that names such a value. docs/formats.md shows one.

A format writes rows: articles as the JSON contract's objects, keys in its order, possibly fewer (`--fields`) or with
`blocks`, `duplicate_of` and `similarity`. There are three ways, and a format has one or more of them:

    rendering   bytes for each row, one after the other: a file, a pipe, or one file an article in a folder
    file        a writer for a file of its own kind (SQLite, Parquet), which needs a path
    folder      a writer for a whole folder (pages and their index)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Protocol

from msgspec import Struct

Row = dict[str, object]


class Settings(Struct, frozen=True):
    """What the user wants of a format. `fields` are the keys that rows have, None for all; `append` is set where the
    file holds an export already.
    """

    fields: tuple[str, ...] | None = None
    append: bool = False
    bom: bool = False  # CSV: a byte-order mark, by which Excel knows UTF-8
    guard: bool = True  # CSV: cells that a spreadsheet would run as formulas get an apostrophe
    name: str = "{published}-{title}"  # of each file in a folder


class Rendering(Struct, frozen=True):
    """Rows as bytes. `head`, `between` and `tail` stand around them in one file; a file in a folder has none of them,
    and its text may differ: `alone`.
    """

    row: Callable[[Row], bytes]
    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""
    alone: Callable[[Row], bytes] | None = None


class Writer(Protocol):
    """Takes rows, one by one; `close` finishes what it wrote. Errors of the system come out as they are (OSError).

    A writer for which finishing is long work may have `stop` as well, called in its place when somebody interrupts.
    """

    def write(self, row: Row) -> None:
        """Write one row."""

    def close(self) -> None:
        """Finish; nothing is written after it."""


class Appending(Enum):
    """How `--append` adds to a file of a format."""

    BYTES = "bytes"  # rows are added at the end
    ROWS = "rows"  # the old rows are read and written again before the new ones
    FILE = "file"  # its writer opens the old file and adds


class Format(Struct, frozen=True):
    """An output format. A file is known by its `suffixes`; the first is that of its files in a folder."""

    name: str
    about: str
    suffixes: tuple[str, ...]
    rendering: Callable[[Settings], Rendering] | None = None
    file: Callable[[str, Settings], Writer] | None = None
    folder: Callable[[str, Settings], Writer] | None = None
    rows: Callable[[str], Iterator[Row]] | None = None  # reads its files back; raises InputError
    appending: Appending = Appending.BYTES
