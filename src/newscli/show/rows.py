"""What inspect and compare show: paragraphs and records in columns, as lines for a terminal or as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newscli.rtl.paragraph import direction, painted, typeset
from newscli.rtl.reorder import Base
from newscli.rtl.spans import Span
from newscli.show.reader import View, code_for_terminal, path_for_terminal

GAP = 1  # cells between two columns
NARROWEST = 30  # cells: where the last column would get less, its lines stand below the others


class Row(NamedTuple):
    """One paragraph: its spans, its base direction, and how far it is set in. Without spans it is an empty line.

    What has no base direction of its own is newscli's own word, and has that of the view.

    Where `names_file`, a terminal gets the folders of a path in their order, whatever letters they are in.
    """

    spans: tuple[Span, ...]
    base: Base | None = None
    indent: int = 0
    names_file: bool = False


class Record(NamedTuple):
    """Cells side by side: each but the last has a width of its own, the last takes what is left and may have lines."""

    cells: tuple[Span, ...]
    widths: tuple[int, ...]
    lines: tuple[Span, ...]
    indent: int = 0


def typeset_rows(found: Iterable[Row | Record], view: View) -> Iterator[str]:
    """Rows and records as lines for a terminal, each paragraph set from the side its direction begins on.

    On a wide screen Arabic stays near what is said of it: both sides are `view.measure` apart.
    """
    edge = view.width
    near = view if view.centred else view._replace(width=min(view.width, view.measure + 2 * view.margin))
    for part in (part for row in found for part in _fitting(row, near)):
        if isinstance(part, Record):
            yield from _table(part, near)
        else:
            base = part.base or near.base
            column = near.column(base, part.indent)._replace(edge=edge)
            spans = _in_order(part, base)
            yield from typeset(_coloured(spans, near), column, near.strategy, base) or [""]


def plain_rows(found: Iterable[Row | Record]) -> Iterator[str]:
    """Rows and records as lines of plain text in logical order."""
    for row in found:
        for part in _paragraphs(row) if isinstance(row, Record) else [row]:
            yield " " * part.indent + "".join(span.text for span in part.spans) if part.spans else ""


def _fitting(row: Row | Record, view: View) -> Iterator[Row | Record]:
    """A record as columns if they fit; one with Arabic in it as paragraphs, since columns run from left to right."""
    if not isinstance(row, Record):
        yield row
    elif any(direction([span.text]) == "R" for span in (*row.cells, *row.lines)):
        yield from _paragraphs(row)
    elif view.column("L", row.indent).width - sum(row.widths) - GAP * len(row.widths) >= NARROWEST:
        yield row
    else:
        yield row._replace(lines=())
        yield from (Row((line,), indent=row.indent + 2) for line in row.lines)


def _paragraphs(record: Record) -> Iterator[Row]:
    """The cells and the first line as one paragraph, each further line as one of its own.

    English reasons stand below Arabic cells: on one line the two would run into each other.
    """
    right = direction([span.text for span in record.cells]) == "R"
    beside = 0 if right and direction([span.text for span in record.lines[:1]]) == "L" else 1
    first = [part for span in (*record.cells, *record.lines[:beside]) for part in (span, Span(" "))]
    yield Row(tuple(first[:-1]), indent=record.indent)
    for line in record.lines[beside:]:
        yield Row((line,), direction([line.text]) if right else None, indent=record.indent + 2)


def _in_order(row: Row, base: Base) -> tuple[Span, ...]:
    """The spans, with marks where folders or code would lose their order."""
    spans = row.spans
    if row.names_file:
        spans = tuple(Span(path_for_terminal(span.text), span.style) for span in spans)
    if row.base is None and base == "R":
        spans = tuple(Span(code_for_terminal(span.text), span.style) for span in spans)
    return spans


def _coloured(spans: Iterable[Span], view: View) -> tuple[Span, ...]:
    return tuple(span if view.colour else Span(span.text) for span in spans)


def _table(record: Record, view: View) -> Iterator[str]:
    """The record as lines of columns, laid out by rich."""
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    column = view.column("L", record.indent)
    table = Table.grid(padding=(0, GAP, 0, 0))
    for width in record.widths:
        table.add_column(width=width, overflow="fold")
    table.add_column(overflow="fold")
    *cells, last = (
        "\n".join(painted(span) for span in _coloured(spans, view))
        for spans in (*((cell,) for cell in record.cells), record.lines)
    )
    table.add_row(*map(Text.from_ansi, cells), Text.from_ansi(last))
    out = StringIO()
    Console(
        file=out, width=column.width, color_system="256" if view.colour else None, force_terminal=True,
        legacy_windows=False,
    ).print(table)  # fmt: skip
    margin = " " * (column.right - column.width)
    for line in out.getvalue().splitlines():
        yield (margin + line).rstrip()
