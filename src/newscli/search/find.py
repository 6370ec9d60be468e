"""Hits of a query in an archive, the best first, with the words of the source around what was found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Self

import msgspec
from msgspec import Struct

from newscli.arabic.lookup import spans
from newscli.errors import InputError
from newscli.export.sqlite import connected
from newscli.search.query import Query, folded_days, matches, read_query

LIMIT = 10  # hits that are given if nothing else is asked
_SNIPPET = 220  # characters of the source
_BEFORE = 70  # of them, before the first hit
_WEIGHTS = "8.0, 1.0, 4.0, 4.0, 4.0, 4.0"  # of a hit in title, text, place, agency, outlet, author
_CANDIDATES = 2000  # matches that are ranked; of more than that the newest

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
    """The hits that were asked for, and how many articles match."""

    total: int
    hits: tuple[Hit, ...]


class Archive:
    """A database that `newscli export` wrote, open for reading; a context.

    Raises `InputError` if it is none.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._base = connected(path)

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
        row = self._base.execute("SELECT doc FROM search_words WHERE term = ?", (word,)).fetchone()
        return row[0] if row else 0

    def _ids(self, query: Query, limit: int) -> tuple[int, list[int]]:
        """How many articles match, and the best of them: by rank, of very many the newest by rank."""
        since, until = folded_days(query)
        dated = bool(query.since or query.until)
        days = "articles.published >= ? AND articles.published <= ?" if dated else "1"
        bounds = (since, until) if dated else ()
        expression = query.expression()
        if expression is None:
            [total] = self._base.execute(f"SELECT count(*) FROM articles WHERE {days}", bounds).fetchone()
            newest = f"SELECT id FROM articles WHERE {days} ORDER BY published DESC, id LIMIT ?"
            return total, [id for (id,) in self._base.execute(newest, (*bounds, limit))]
        joined = "search JOIN articles ON articles.id = search.rowid" if dated else "search"
        where = f"search MATCH ? AND {days}"
        [total] = self._base.execute(f"SELECT count(*) FROM {joined} WHERE {where}", (expression, *bounds)).fetchone()
        ranked = f"bm25(search, {_WEIGHTS})"
        if total <= _CANDIDATES:
            best = f"SELECT search.rowid FROM {joined} WHERE {where} ORDER BY {ranked}, search.rowid LIMIT ?"
            return total, [id for (id,) in self._base.execute(best, (expression, *bounds, limit))]
        newest = f"SELECT search.rowid FROM {joined} WHERE {where} ORDER BY search.rowid DESC LIMIT ?"
        return total, [id for (id,) in self._base.execute(newest, (expression, *bounds, limit))]

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
