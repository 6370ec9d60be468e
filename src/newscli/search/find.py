"""Hits of a query in an archive, the best first, with the words of the source around what was found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Self

import msgspec
from msgspec import Struct

from newscli.arabic.lookup import spans
from newscli.errors import InputError
from newscli.export.sqlite import connected
from newscli.search.days import first_day, last_day, words
from newscli.search.query import Query, matches, read_query

LIMIT = 10  # hits that are given if nothing else is asked
_SNIPPET = 220  # characters of the source
_BEFORE = 70  # of them, before the first hit
_WEIGHTS = "8.0, 1.0, 4.0, 4.0, 4.0, 4.0, 0.0"  # of a hit in title, text, place, agency, outlet, author, day
MOST = 2000  # matches that are counted and ranked; of more the last that were added are given

_NO_DAY = "none"  # a word that stands for no day

Mark = tuple[int, int]  # from and to, in characters of the text


class Hit(Struct, frozen=True):
    """An article that was found. `marks` tell where in `snippet` and `title_marks` where in the title the words are."""

    id: int
    title: str | None
    title_marks: tuple[Mark, ...]
    snippet: str
    marks: tuple[Mark, ...]
    published: str | None
    places: tuple[str, ...]
    credits: tuple[str, ...]
    url: str | None
    path: str | None
    duplicate_of: str | None


class Result(Struct, frozen=True):
    """The hits that were asked for, and how many articles match, up to `MOST`."""

    total: int
    hits: tuple[Hit, ...]


class Archive:
    """A database that `newscli export` wrote, open for reading; a context.

    Raises `InputError` if it is none.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._base = connected(path)
        self._counted = self._base.execute("SELECT 1 FROM words LIMIT 1").fetchone() is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def search(self, text: str, *, limit: int = LIMIT) -> Result:
        """What the archive has for a query (see newscli.search.query). Raises `UsageError` for one that is none."""
        try:
            query = read_query(text, self._count)
            total, ids = self._ids(query, limit)
            return Result(total, tuple(self._hit(id, query) for id in ids))
        except sqlite3.Error as error:
            advice = "Export the archive anew: newscli export ... -o ARCHIVE.db"
            raise InputError(f"cannot be searched ({error})", path=self._path, advice=advice) from error

    def _count(self, word: str) -> int:
        """In how many articles a word stands; 1 for each in an archive whose export was interrupted before counting."""
        if not self._counted:
            return 1
        row = self._base.execute("SELECT articles FROM words WHERE word = ?", (word,)).fetchone()
        return row[0] if row else 0

    def _ids(self, query: Query, limit: int) -> tuple[int, list[int]]:
        """How many articles match, and the best of them; of very many those that were added last."""
        expression = query.expression()
        days = self._days(query)
        if expression is None:
            return self._newest(days, limit)
        if days:
            expression = f"({expression}) AND day : ({days})"
        found = self._base.execute(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?", (expression, MOST)
        )
        newest = [id for (id,) in found]
        if len(newest) == MOST:
            return MOST, newest[:limit]
        best = f"SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search, {_WEIGHTS}), rowid LIMIT ?"
        return len(newest), [id for (id,) in self._base.execute(best, (expression, limit))]

    def _newest(self, days: str | None, limit: int) -> tuple[int, list[int]]:
        """The articles of these days, the newest first."""
        found = self._base.execute(
            "SELECT rowid, (SELECT published FROM articles WHERE id = search.rowid) AS day FROM search "
            "WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?", (f"day : ({days})", MOST),
        ).fetchall()  # fmt: skip
        return len(found), [id for id, _ in sorted(found, key=lambda each: each[1] or "", reverse=True)][:limit]

    def _days(self, query: Query) -> str | None:
        """The days of a query as an expression, within those that the archive has."""
        if not (query.since or query.until):
            return None
        bounds = "SELECT (SELECT min(published) FROM articles), (SELECT max(published) FROM articles)"
        oldest, newest = self._base.execute(bounds).fetchone()
        if oldest is None:
            return _NO_DAY
        first = max(first_day(query.since or "0001"), date.fromisoformat(oldest[:10]))
        last = min(last_day(query.until or "9999"), date.fromisoformat(newest[:10]))
        return " OR ".join(words(first, last)) or _NO_DAY

    def _hit(self, id: int, query: Query) -> Hit:
        row = self._base.execute(
            "SELECT title, body, published, dateline, url, source, duplicate_of FROM articles WHERE id = ?", (id,)
        ).fetchone()
        title, body, published, dateline, url, source, duplicate_of = row
        names = self._base.execute(
            "SELECT DISTINCT name FROM credits WHERE article = ? AND role <> 'author' ORDER BY position", (id,)
        )
        snippet, marks = snippet_of(body or "", query)
        return Hit(
            id=id,
            title=title,
            title_marks=tuple(_marks(title or "", query)),
            snippet=snippet,
            marks=marks,
            published=published,
            places=tuple(msgspec.json.decode(dateline)["places"]) if dateline else (),
            credits=tuple(name for (name,) in names),
            url=url,
            path=(msgspec.json.decode(source) if source else {}).get("path"),
            duplicate_of=duplicate_of,
        )


def _marks(text: str, query: Query) -> Iterator[Mark]:
    for start, end, word in spans(text):
        if matches(query, word):
            yield start, end


def snippet_of(text: str, query: Query) -> tuple[str, tuple[Mark, ...]]:
    """The part of a text that holds the most words of the query, cut at words, and where in it they are.

    Line breaks are spaces; «…» stands where something was cut off.
    """
    plain = text.replace("\n", " ")
    marks = list(_marks(plain, query))
    first = _densest(marks)
    start = _word_edge(plain, max(0, first - _BEFORE))
    end = len(plain) if start + _SNIPPET >= len(plain) else plain.rfind(" ", start, start + _SNIPPET)
    end = end if end > start else min(len(plain), start + _SNIPPET)
    opening = "… " if start else ""
    shift = len(opening) - start
    inside = tuple((a + shift, b + shift) for a, b in marks if a >= start and b <= end)
    return opening + plain[start:end] + (" …" if end < len(plain) else ""), inside


def _densest(marks: list[Mark]) -> int:
    """Where the stretch begins that holds the most marks; the first of equal ones."""
    best, most = 0, 0
    last = 0
    for first, (start, _) in enumerate(marks):
        last = max(last, first)
        while last < len(marks) and marks[last][1] <= start + _SNIPPET - _BEFORE:
            last += 1
        if last - first > most:
            best, most = start, last - first
    return best


def _word_edge(text: str, at: int) -> int:
    return 0 if at == 0 else text.find(" ", at) + 1
