"""CSV for spreadsheets: a row an article, several values of one column with a bar between them.

A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"), unless
`Settings.guard` is off. Not everything fits into columns: the phrases of the credits are in JSON alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

from newscli.errors import InputError
from newscli.export.entry import Entry, entry
from newscli.export.format import Format, Rendering, Row, Settings
from newscli.model import SCHEMA, CreditRole

BETWEEN = " | "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_LARGEST = 1 << 30  # characters of a cell

Value = str | int | float | None | tuple[str, ...]
# Column, the key of the row that it is taken from, and its value.
COLUMNS: tuple[tuple[str, str, Callable[[Entry], Value]], ...] = (
    ("title", "title", lambda one: one.title),
    ("kicker", "kicker", lambda one: one.kicker),
    ("subtitle", "subtitle", lambda one: one.subtitle),
    ("dateline", "dateline", lambda one: one.dateline.text if one.dateline else None),
    ("places", "dateline", lambda one: one.places),
    ("sources", "dateline", lambda one: one.dateline.sources if one.dateline else ()),
    ("byline", "byline", lambda one: one.byline.text if one.byline else None),
    ("authors", "byline", lambda one: one.authors),
    ("published", "published", lambda one: one.published),
    ("modified", "modified", lambda one: one.modified),
    ("body", "body", lambda one: one.body),
    *((role.value, "attribution", lambda one, role=role: one.credited(role)) for role in CreditRole),
    ("disclaimer", "disclaimer", lambda one: one.disclaimer),
    ("section", "section", lambda one: one.section),
    ("tags", "tags", lambda one: one.tags),
    ("language", "language", lambda one: one.language),
    ("site", "site", lambda one: one.site),
    ("url", "url", lambda one: one.url),
    ("images", "images", lambda one: one.images),
    ("warnings", "warnings", lambda one: one.warnings),
    ("path", "source", lambda one: one.source.path if one.source else None),
    ("format", "source", lambda one: one.source.format if one.source else None),
    ("encoding", "source", lambda one: one.source.encoding if one.source else None),
    ("bytes", "source", lambda one: one.source.bytes if one.source else None),
    ("sha256", "source", lambda one: one.source.sha256 if one.source else None),
    ("duplicate_of", "duplicate_of", lambda one: one.duplicate_of),
    ("similarity", "similarity", lambda one: one.similarity),
)


def _rendering(settings: Settings) -> Rendering:
    fields = settings.fields
    columns = COLUMNS if fields is None else [column for name in fields for column in COLUMNS if column[1] == name]

    def render(row: Row) -> bytes:
        one = entry(row)
        return _line([_cell(value(one), guard=settings.guard) for _, _, value in columns])

    head = (b"\xef\xbb\xbf" if settings.bom else b"") + _line([name for name, _, _ in columns])
    return Rendering(render, head=head)


def _cell(value: Value, *, guard: bool) -> str:
    text = BETWEEN.join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return f"'{text}" if guard and text.startswith(_FORMULA) else text


def _line(cells: list[str]) -> bytes:
    """One row as RFC 4180 has it. NUL, which no spreadsheet takes, is left out."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cell.replace("\0", "") for cell in cells)
    return text.getvalue().encode()


def read_rows(path: str) -> Iterator[Row]:
    """What the columns hold of the articles. Raises `InputError` if they are not those of an export."""
    csv.field_size_limit(_LARGEST)
    with open(path, encoding="utf-8-sig", newline="") as file:  # noqa: PTH123
        rows = csv.DictReader(file)
        if not {"title", "body", "published"} & set(rows.fieldnames or ()):
            raise InputError("has no columns of an export", path=path, advice="Give a file that newscli export wrote.")
        for row in rows:
            yield _read(row)


def _read(row: dict[str, str]) -> Row:
    text = {name: _unguarded(cell) for name, cell in row.items() if name and cell}
    many = {name: cell.split(BETWEEN) for name, cell in text.items()}
    credits = [
        {"role": role.value, "name": name, "text": name, "url": None}
        for role in CreditRole
        for name in many.get(role.value, ())
    ]
    dateline = {"text": text.get("dateline", ""), "places": many.get("places", []), "sources": many.get("sources", [])}
    plain = ("title", "kicker", "subtitle", "published", "modified", "disclaimer", "section", "language", "site", "url")
    return {
        "schema": SCHEMA,
        **{name: text.get(name) for name in plain},
        "dateline": {**dateline, "date": None} if any(dateline.values()) else None,
        "byline": {"text": text.get("byline"), "authors": many.get("authors", [])} if "authors" in text else None,
        "body": text.get("body", ""),
        "attribution": credits,
        **{name: many.get(name, []) for name in ("tags", "images", "warnings")},
        **({"duplicate_of": text["duplicate_of"]} if "duplicate_of" in text else {}),
        **({"similarity": float(text["similarity"])} if "similarity" in text else {}),
        "source": {
            "path": text.get("path"), "format": text.get("format", "text"), "encoding": text.get("encoding", "utf-8"),
            "bytes": int(text.get("bytes", 0)), "sha256": text.get("sha256", ""),
        },
    }  # fmt: skip


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


FORMAT = Format("csv", "a table for spreadsheets", (".csv",), rendering=_rendering, rows=read_rows)
