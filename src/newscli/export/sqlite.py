"""SQLite: tables of articles, credits and blocks, and a full-text index in which spelling hides nothing.

    articles    one row an article; lists and objects are JSON, as Datasette shows and SQLite's json_each takes them
    credits     whom the page credits: article, position, role, name, text, url
    blocks      with --blocks: article, position, role, text, line, start, end, path, reason, confidence
    search      FTS5 over words as newscli.arabic.lookup folds them; columns title, text, place, agency, outlet, author,
                and day, which holds three words for each day: y2024 m202407 d20240702
    words       in how many articles the index has each word

The same bytes are one article (`key` is the SHA-256 of the source): exported again, its row is renewed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from hashlib import sha256

import msgspec

from newscli.arabic.lookup import lookup_words
from newscli.errors import InputError
from newscli.export.entry import Entry, entry
from newscli.export.format import Appending, Format, Row, Settings
from newscli.model import BLOCK_JSON_FIELDS, JSON_FIELDS, SCHEMA

TEXTS = ("schema", "title", "kicker", "subtitle", "published", "modified", "body", "disclaimer", "section", "language",
         "site", "url", "duplicate_of")  # fmt: skip
VALUES = ("dateline", "byline", "tags", "images", "warnings", "source")  # as JSON
COLUMNS = (*TEXTS, "similarity", *VALUES)
SEARCHED = ("title", "text", "place", "agency", "outlet", "author", "day")

_TABLES = f"""
CREATE TABLE IF NOT EXISTS articles (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, {", ".join(f'"{name}" TEXT' for name in TEXTS)}, similarity REAL,
  {", ".join(f"{name} TEXT" for name in VALUES)}, has_blocks INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS articles_published ON articles (published);
CREATE TABLE IF NOT EXISTS credits (
  article INTEGER NOT NULL REFERENCES articles (id), position INTEGER NOT NULL, role TEXT, name TEXT, text TEXT,
  url TEXT, PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS credits_name ON credits (name, role);
CREATE TABLE IF NOT EXISTS blocks (
  article INTEGER NOT NULL REFERENCES articles (id), position INTEGER NOT NULL, role TEXT, text TEXT, line INTEGER,
  start INTEGER, "end" INTEGER, path TEXT, reason TEXT, confidence REAL, PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5({", ".join(SEARCHED)}, tokenize='unicode61');
CREATE TABLE IF NOT EXISTS words (word TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
"""
# FTS5 can tell how often it has a word, but reads all of the word's places for it: the counts are kept.
_COUNT_WORDS = """
CREATE VIRTUAL TABLE temp.counted USING fts5vocab(main, search, row);
DELETE FROM words;
INSERT INTO words SELECT term, doc FROM temp.counted;
DROP TABLE temp.counted;
"""
_UPSERT = f"""
INSERT INTO articles (key, {", ".join(f'"{name}"' for name in COLUMNS)}, has_blocks)
VALUES (?, {", ".join("?" * len(COLUMNS))}, ?)
ON CONFLICT (key) DO UPDATE SET {", ".join(f'"{name}" = excluded."{name}"' for name in (*COLUMNS, "has_blocks"))}
RETURNING id
"""
_INDEX = f"INSERT INTO search (rowid, {', '.join(SEARCHED)}) VALUES (?{', ?' * len(SEARCHED)})"
_CREDIT = ("role", "name", "text", "url")
_CLEAR = tuple(f"DELETE FROM {table} WHERE {key} = ?" for table, key in
               (("credits", "article"), ("blocks", "article"), ("search", "rowid")))  # fmt: skip
_EVERY = 2000  # rows between two commits: the journal stays small


class _Writer:
    def __init__(self, path: str, settings: Settings) -> None:
        try:
            self._base = sqlite3.connect(path)
            self._base.executescript("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; " + _TABLES)
        except sqlite3.Error as error:
            raise OSError(str(error)) from error
        self._written = 0

    def write(self, row: Row) -> None:
        try:
            self._write(row, entry(row))
        except sqlite3.Error as error:
            raise OSError(str(error)) from error

    def _write(self, row: Row, one: Entry) -> None:
        texts = [row.get(name) for name in (*TEXTS, "similarity")]
        values = [msgspec.json.encode(row[name]).decode() if row.get(name) is not None else None for name in VALUES]
        key = (one.source.sha256 if one.source else "") or sha256(msgspec.json.encode(row)).hexdigest()
        [(id,)] = self._base.execute(_UPSERT, (key, *texts, *values, "blocks" in row)).fetchall()
        for statement in _CLEAR:
            self._base.execute(statement, (id,))
        self._add("credits", id, _CREDIT, row.get("attribution"))
        self._add("blocks", id, BLOCK_JSON_FIELDS, row.get("blocks"))
        words = [" ".join(lookup_words(text)) for text in searched(one)]
        self._base.execute(_INDEX, (id, *words))
        self._written += 1
        if self._written % _EVERY == 0:
            self._base.commit()

    def _add(self, table: str, id: int, columns: tuple[str, ...], values: object) -> None:
        if isinstance(values, list):
            names = ", ".join(f'"{name}"' for name in columns)
            marks = ", ".join("?" * (len(columns) + 2))
            rows = [(id, number, *(value.get(name) for name in columns)) for number, value in enumerate(values)]
            self._base.executemany(f"INSERT INTO {table} (article, position, {names}) VALUES ({marks})", rows)

    def stop(self) -> None:
        """Keep what was written, without the work that makes searching faster: somebody waits."""
        try:
            self._base.commit()
        except sqlite3.Error as error:
            raise OSError(str(error)) from error
        finally:
            self._base.close()

    def close(self) -> None:
        try:
            self._base.commit()
            self._base.execute("INSERT INTO search (search) VALUES ('optimize')")
            self._base.executescript(_COUNT_WORDS)
            self._base.commit()
        except sqlite3.Error as error:
            raise OSError(str(error)) from error
        finally:
            self._base.close()


def searched(one: Entry) -> tuple[str, ...]:
    """What the index's columns are made from, in their order; several names with a bar between them."""
    text = "\n\n".join(filter(None, (one.kicker, one.subtitle, one.body)))
    named = (one.places, one.agencies, one.outlets, one.authors)
    return (one.title or "", text, *(" | ".join(names) for names in named), day_words(one.day or ""))


def day_words(day: str) -> str:
    """A day as words of the index, so that years, months and days are found as words are.

    >>> day_words("2024-07-02")
    'y2024 m202407 d20240702'
    """
    plain = day.replace("-", "")
    return f"y{plain[:4]} m{plain[:6]} d{plain}" if len(plain) == 8 and plain.isdigit() else ""


def read_rows(path: str) -> Iterator[Row]:
    """The articles in the order in which they were first written. Raises `InputError` if it is no such database."""
    base = connected(path)
    try:
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        for id, has_blocks, *values in base.execute(f"SELECT id, has_blocks, {names} FROM articles ORDER BY id"):
            yield _row(base, id, dict(zip(COLUMNS, values, strict=True)), has_blocks=bool(has_blocks))
    except sqlite3.Error as error:
        raise InputError(f"is a damaged database ({error})", path=path, advice="Export it anew.") from error
    finally:
        base.close()


def connected(path: str) -> sqlite3.Connection:
    """The database, open for reading. Raises `InputError` if it is none that newscli wrote."""
    from pathlib import Path

    advice = "Give a database that newscli export -o NAME.db wrote."
    try:
        base = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)
        base.execute("SELECT key, title FROM articles LIMIT 1").fetchall()
        base.execute("SELECT word FROM words LIMIT 1").fetchall()
    except sqlite3.Error as error:
        if not Path(path).exists():
            raise InputError("there is no such file", path=path, advice="Check the name and the folder.") from None
        if not os.access(path, os.R_OK):
            raise InputError("no permission to read it", path=path, advice="Check its owner and mode.") from None
        if Path(path).is_dir():
            raise InputError("is a folder", path=path, advice=advice) from None
        raise InputError(f"is no archive of newscli ({error})", path=path, advice=advice) from error
    return base


def _row(base: sqlite3.Connection, id: int, values: Row, *, has_blocks: bool) -> Row:
    values |= {name: msgspec.json.decode(str(values[name])) for name in VALUES if values[name] is not None}
    values["attribution"] = _listed(base, "credits", id, _CREDIT)
    row: Row = {name: values[name] for name in JSON_FIELDS}
    row["schema"] = row["schema"] or SCHEMA
    if has_blocks:
        row["blocks"] = _listed(base, "blocks", id, BLOCK_JSON_FIELDS)
    return row | {name: values[name] for name in ("duplicate_of", "similarity") if values[name] is not None}


def _listed(base: sqlite3.Connection, table: str, id: int, columns: tuple[str, ...]) -> list[Row]:
    names = ", ".join(f'"{name}"' for name in columns)
    rows = base.execute(f"SELECT {names} FROM {table} WHERE article = ? ORDER BY position", (id,))
    return [dict(zip(columns, row, strict=True)) for row in rows]


FORMAT = Format(
    "sqlite", "a database with full-text search, for newscli search, Datasette and SQL", (".db", ".sqlite", ".sqlite3"),
    file=_Writer, rows=read_rows, appending=Appending.FILE,
)  # fmt: skip
