"""Rows that wait until all are known: the original of a copy may come last. They wait on disk; of each article half a
kilobyte is held in memory.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator
from itertools import combinations
from typing import IO, Any, NamedTuple

import msgspec

from newscli.batch.duplicates import BANDS, Print, likeness
from newscli.read.record import Row

_CROWD = 40  # articles with one band in common that are compared each with each; of more, each with the next ones


class Copy(NamedTuple):
    """Of which article (by its number) another is a copy, and how alike they are."""

    original: int
    similarity: float


class Spool:
    """Articles with their prints, in the order in which they came."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="newscli-")  # noqa: SIM115  closed by close()
        self._at = array("Q", [0])
        self._exact: list[bytes] = []
        self._order: list[tuple[bool, str]] = []  # agencies' own first, then the oldest; undated ones last
        self._bands: dict[int, bytes] = {}

    def add(self, row: bytes, print: Print) -> None:
        """Take an article."""
        number = len(self._exact)
        self._exact.append(print.exact)
        self._order.append((not print.own, print.published or "9999"))
        if print.bands:
            self._bands[number] = print.bands
        self._file.write(msgspec.msgpack.encode((row, print)))
        self._at.append(self._file.tell())

    def close(self) -> None:
        """Give the disk back."""
        self._file.close()

    def rows(self, copies: dict[int, Copy], *, drop: bool) -> Iterator[Row]:
        """The articles in their order; a copy says of which article, or is left out. No other key is changed."""
        for number in range(len(self._exact)):
            copy = copies.get(number)
            if copy is not None and drop:
                continue
            row: Row = msgspec.json.decode(self._read(number)[0])
            if copy is not None:
                row["duplicate_of"] = _name(msgspec.json.decode(self._read(copy.original)[0]))
                row["similarity"] = copy.similarity
            yield row

    def copies(self, threshold: float) -> dict[int, Copy]:
        """Which articles are copies, and of which. An original is no copy itself, and articles of the same words have
        the same original.
        """
        groups = self._groups()
        found = self._near([first for first, *_ in groups], threshold)
        for first, *others in groups:
            original = found.get(first, Copy(first, 1.0))
            found |= dict.fromkeys(others, original)
        return found

    def _near(self, distinct: list[int], threshold: float) -> dict[int, Copy]:
        """Which of these articles, all of different words and in the order of rank, are copies of earlier ones."""
        known = [number for number in distinct if number in self._bands]
        alike: dict[int, list[Copy]] = {}
        rank = {number: place for place, number in enumerate(distinct)}
        for pair in _meeting(known, [self._bands[number] for number in known]):
            earlier, later = sorted(pair, key=rank.__getitem__)
            similarity = likeness(self._read(earlier)[1], self._read(later)[1])
            if similarity >= threshold:
                alike.setdefault(later, []).append(Copy(earlier, similarity))
        found: dict[int, Copy] = {}
        for number in sorted(alike, key=rank.__getitem__):
            originals = [copy for copy in alike[number] if copy.original not in found]
            if originals:
                found[number] = max(originals, key=lambda copy: (copy.similarity, -rank[copy.original]))
        return found

    def _groups(self) -> list[list[int]]:
        """The articles of the same words together, the first of each in rank first; those without a story left out."""
        groups: dict[bytes, list[int]] = {}
        for number in self._ranked():
            if self._exact[number]:
                groups.setdefault(self._exact[number], []).append(number)
        return list(groups.values())

    def _ranked(self) -> list[int]:
        return sorted(range(len(self._exact)), key=lambda number: (*self._order[number], number))

    def _read(self, number: int) -> tuple[bytes, Print]:
        self._file.seek(self._at[number])
        return msgspec.msgpack.decode(
            self._file.read(self._at[number + 1] - self._at[number]), type=tuple[bytes, Print]
        )


def _meeting(numbers: list[int], bands: list[bytes]) -> set[tuple[int, int]]:
    """Pairs of numbers whose bands hold an equal digest in the same place: each band is sorted once."""
    if not numbers:
        return set()
    import numpy as np

    table: Any = np.frombuffer(b"".join(bands), dtype=np.uint64).reshape(len(numbers), BANDS)
    pairs: set[tuple[int, int]] = set()
    for band in range(BANDS):
        column = table[:, band]
        order = np.argsort(column, kind="stable")
        edges = np.flatnonzero(np.diff(column[order])) + 1
        for group in np.split(order, edges):
            if len(group) > 1:
                pairs.update(_crowd([numbers[place] for place in group.tolist()]))
    return pairs


def _crowd(group: list[int]) -> Iterator[tuple[int, int]]:
    if len(group) <= _CROWD:
        yield from combinations(group, 2)
        return
    for place, number in enumerate(group):
        for other in (group[0], *group[place + 1 : place + 1 + _CROWD]):
            if other != number:
                yield min(number, other), max(number, other)


def _name(row: Row) -> str | None:
    """How an original is named: by its path, or by the hash of its bytes."""
    source = row.get("source")
    if not isinstance(source, dict):
        return None
    return source.get("path") or source.get("sha256")
