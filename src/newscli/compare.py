"""What changed between two exports of the same inputs, article by article and field by field.

Articles are matched by `source.path` and `source.sha256` together; what is left over then by the hash alone (the file
was moved), and last by the path alone (the file itself changed). Both files are read side by side, so exports in the
same order need the memory of one article; of an article that stands elsewhere only its key and its offset are held
(of a pipe or a compressed file, which cannot be gone back in, its line).
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import zip_longest
from typing import BinaryIO, NamedTuple, cast

from msgspec import DecodeError, Struct, json

from newscli.errors import InputError, NewsError, pasted
from newscli.read.files import not_read

Problem = Callable[[NewsError], None]


class Status(StrEnum):
    """How an article of one export stands to the other."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


class Difference(Struct, frozen=True):
    """A field that differs. Parts of an object are named with a dot: `dateline.places`."""

    field: str
    old: object
    new: object


class Comparison(Struct, frozen=True):
    """One article of either export or of both; `changes` is empty unless its status is CHANGED."""

    path: str | None
    sha256: str | None
    status: Status
    changes: tuple[Difference, ...] = ()


def compare_exports(old: str, new: str, problem: Problem) -> Iterator[Comparison]:
    """Every article of two JSON Lines exports with what changed, as soon as its other half is found.

    `old` and `new` are paths, one of which may be "-" for standard input. A line that is no article is handed to
    `problem` as an `InputError` naming file and line, and passed over. Raises `InputError` if a file cannot be read or
    does not begin with an article: then it is no export at all.
    """
    with _Export(old, problem) as before, _Export(new, problem) as after:
        for left, right in zip_longest(before.articles(), after.articles()):
            if left and right and left.key == right.key:
                yield _compared(left.fields, right.fields)
                continue
            if left:
                if left.key in after.waiting:
                    yield _compared(left.fields, after.take(left.key))
                else:
                    before.hold(left)
            if right:
                if right.key in before.waiting:
                    yield _compared(before.take(right.key), right.fields)
                else:
                    after.hold(right)
        yield from _leftovers(before, after)


def differences(old: dict[str, object], new: dict[str, object]) -> tuple[Difference, ...]:
    """The fields in which two articles of an export differ, in the order of their keys.

    A key that one side does not have counts as null; `blocks` counts only where both have it.

    >>> old = {"title": "خبر", "dateline": {"text": "دمشق", "places": []}}
    >>> new = {"title": "خبر", "dateline": {"text": "دمشق", "places": ["دمشق"]}, "section": None}
    >>> differences(old, new)
    (Difference(field='dateline.places', old=[], new=['دمشق']),)
    """
    return tuple(_differences(old, new, ""))


def _differences(old: dict[str, object], new: dict[str, object], prefix: str) -> Iterator[Difference]:
    for name in {**old, **new}:
        before, after = old.get(name), new.get(name)
        if before == after or (name == "blocks" and not (name in old and name in new)):
            continue
        if isinstance(before, dict) and isinstance(after, dict):
            yield from _differences(before, after, f"{prefix}{name}.")
        else:
            yield Difference(prefix + name, before, after)


# Matching


class _Key(NamedTuple):
    path: str | None
    sha256: str | None


class _Article(NamedTuple):
    key: _Key
    fields: dict[str, object]
    held: int | bytes  # its offset, or its line where the file cannot be gone back in


class _Export:
    """One export being read. `waiting` holds where the articles stand whose other half was not met yet."""

    def __init__(self, path: str, problem: Problem) -> None:
        self.path = path
        self.waiting: dict[_Key, list[int | bytes]] = {}
        self._problem = problem

    def __enter__(self) -> _Export:
        try:
            self._file = _opened(self.path)
            self._seekable = self._file.seekable() and not isinstance(self._file, gzip.GzipFile)
        except (OSError, ValueError) as error:
            raise _unreadable(self.path, error) from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not sys.stdin.buffer:
            self._file.close()

    def articles(self) -> Iterator[_Article]:
        """The articles in file order; lines that are none are reported."""
        offset, none_yet = 0, True
        for number, line in enumerate(self._lines(), start=1):
            try:
                if line.strip():
                    yield _article(line, offset if self._seekable else line)
                    none_yet = False
            except (DecodeError, RecursionError, ValueError) as error:
                reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
                if none_yet:
                    raise _no_export(self.path, reason) from error
                advice = "The line is passed over; write the export again if it matters."
                self._problem(InputError(f"is no article ({reason})", path=f"{self.path}:{number}", advice=advice))
            offset += len(line)

    def hold(self, article: _Article) -> None:
        """Let an article wait for its other half."""
        self.waiting.setdefault(article.key, []).append(article.held)

    def take(self, key: _Key) -> dict[str, object]:
        """The fields of an article that waits, the first of several with the same key; it waits no longer."""
        first, *others = self.waiting.pop(key)
        if others:
            self.waiting[key] = others
        return self._fetch(first)

    def _fetch(self, held: int | bytes) -> dict[str, object]:
        if isinstance(held, bytes):
            return _article(held, held).fields
        here = self._file.tell()
        self._file.seek(held)
        line = self._file.readline()
        self._file.seek(here)
        return _article(line, held).fields

    def _lines(self) -> Iterator[bytes]:
        try:
            while line := self._file.readline():
                yield line
        except (OSError, EOFError) as error:
            raise _unreadable(self.path, error) from error


def _opened(path: str) -> BinaryIO:
    if path == "-":
        return sys.stdin.buffer
    if path.endswith(".gz"):
        return cast("BinaryIO", gzip.open(path))
    return open(path, "rb")  # noqa: PTH123  pathlib costs 4 ms of start-up


def _unreadable(path: str, error: Exception) -> InputError:
    if isinstance(error, OSError) and error.strerror:  # what the system says; gzip's own errors have no such text
        return not_read(path, error)
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"cannot be read ({reason})", path=path, advice="Give two files written by: newscli export")


def _no_export(path: str, reason: str) -> InputError:
    message = f"is no JSON Lines export (its first line is no article: {reason})"
    return InputError(message, path=path, advice=f"Write it with: newscli export {pasted(path)} -o NAME.jsonl")


def _article(line: bytes, held: int | bytes) -> _Article:
    """The article in a line. Raises `ValueError` or msgspec's `DecodeError` where the line is none."""
    fields = json.decode(line, type=dict[str, object])
    source = fields.get("source")
    if not isinstance(source, dict):
        raise ValueError('it has no "source"')
    key = _Key(_text(source.get("path")), _text(source.get("sha256")))
    if key == (None, None):
        raise ValueError('its "source" has neither path nor sha256')
    return _Article(key, fields, held)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _compared(old: dict[str, object], new: dict[str, object]) -> Comparison:
    changes = differences(old, new)
    return _comparison(new, Status.CHANGED if changes else Status.SAME, changes)


def _comparison(fields: dict[str, object], status: Status, changes: tuple[Difference, ...] = ()) -> Comparison:
    source = cast("dict[str, object]", fields["source"])
    return Comparison(_text(source.get("path")), _text(source.get("sha256")), status, changes)


def _leftovers(before: _Export, after: _Export) -> Iterator[Comparison]:
    """What found no article with both path and hash: matched by one of them, else only in one export."""
    for part in ("sha256", "path"):
        known: dict[str | None, list[_Key]] = {}
        for key in before.waiting:
            known.setdefault(getattr(key, part), []).append(key)
        known.pop(None, None)
        for key in tuple(after.waiting):
            for partner in known.get(getattr(key, part), ()):
                while partner in before.waiting and key in after.waiting:
                    yield _compared(before.take(partner), after.take(key))
    for export, status in ((before, Status.REMOVED), (after, Status.ADDED)):
        for key in tuple(export.waiting):
            while key in export.waiting:
                yield _comparison(export.take(key), status)
