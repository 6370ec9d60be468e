"""Plots as SVG, right-to-left: bars begin at the right, the first day is at the right; no script, no network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

WIDTH = 720
_LABEL, _NUMBER = 230, 70  # pixels beside the bars, for the names at the right and the numbers at the left
_ROW = 28
_CELL, _HEADING = 30, 150  # pixels of the matrix
_LONGEST = 30  # characters of a label
_DARK = 0.55  # of a cell's shade, from which on its number is light


def bars(counts: Sequence[tuple[str, int]], title: str) -> str:
    """A bar for each name, longest first as they come."""
    most = max((number for _, number in counts), default=1) or 1
    room = WIDTH - _LABEL - _NUMBER
    rows = []
    for place, (name, number) in enumerate(counts):
        y = place * _ROW
        length = max(1.0, room * number / most) if number else 0.0
        x = WIDTH - _LABEL - length
        rows.append(
            f'<text class="name" x="{WIDTH - 4}" y="{y + 18}" direction="rtl">{_short(name)}</text>'
            f'<rect class="bar" x="{x:.1f}" y="{y + 5}" width="{length:.1f}" height="{_ROW - 10}" rx="2">'
            f"<title>{escape(name)}: {number:,}</title></rect>"
            f'<text class="number" x="{x - 6:.1f}" y="{y + 18}">{number:,}</text>'
        )
    return _svg(WIDTH, max(1, len(counts)) * _ROW, title, "".join(rows))


def days(counts: Sequence[tuple[str, int]], title: str) -> str:
    """Articles a day as a line with an area below it; the first day at the right."""
    height, top, bottom, side = 240, 16, 34, 48
    most = max((number for _, number in counts), default=1) or 1
    step = (WIDTH - 2 * side) / max(1, len(counts) - 1)
    points = [
        (WIDTH - side - place * step, top + (height - top - bottom) * (1 - number / most))
        for place, (_, number) in enumerate(counts)
    ]
    floor = height - bottom
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    area = f"{WIDTH - side},{floor} {line} {points[-1][0]:.1f},{floor}" if points else ""
    dots = "".join(
        f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="2.5"><title>{day}: {number:,}</title></circle>'
        for (x, y), (day, number) in zip(points, counts, strict=True)
        if number and len(counts) <= WIDTH // 2
    )
    grid = "".join(_gridline(value, top + (floor - top) * (1 - value / most), side) for value in _ticks(most))
    marks = "".join(
        f'<text class="day" x="{points[place][0]:.1f}" y="{height - 10}">{counts[place][0]}</text>'
        for place in _spread(len(counts), 5)
    )
    body = f'{grid}<polygon class="area" points="{area}"/><polyline class="line" points="{line}"/>{dots}{marks}'
    return _svg(WIDTH, height, title, body)


def _gridline(value: int, y: float, side: int) -> str:
    return (
        f'<line class="grid" x1="{side}" x2="{WIDTH - side}" y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<text class="tick" x="{WIDTH - side + 6}" y="{y + 4:.1f}">{value:,}</text>'
    )


def _ticks(most: int) -> list[int]:
    """Round numbers up to the most, some four of them.

    >>> _ticks(87), _ticks(3)
    ([0, 20, 40, 60, 80], [0, 1, 2, 3])
    """
    steps = (base * 10**power for power in range(9) for base in (1, 2, 5))
    step = next(step for step in steps if most / step <= 5)
    return list(range(0, most + 1, step))


def _spread(count: int, wanted: int) -> list[int]:
    """Places spread over a row, the first and the last among them."""
    if count <= wanted:
        return list(range(count))
    return [round(place * (count - 1) / (wanted - 1)) for place in range(wanted)]


def matrix(cells: Sequence[tuple[str, str, int]], rows: Sequence[str], columns: Sequence[str], title: str) -> str:
    """A table of shades: a row for each agency, a column for each outlet, both from the right."""
    numbers = {(row, column): number for row, column, number in cells}
    most = max(numbers.values(), default=1)
    width = _LABEL + len(columns) * _CELL + _HEADING
    left = width - _LABEL
    parts = []
    for place, column in enumerate(columns):
        x = left - place * _CELL - _CELL / 2
        parts.append(
            f'<text class="column" direction="rtl" transform="translate({x:.1f} {_HEADING - 8}) rotate(40)">'
            f"{_short(column)}</text>"
        )
    for line, row in enumerate(rows):
        y = _HEADING + line * _CELL
        parts.append(f'<text class="name" x="{width - 4}" y="{y + 20}" direction="rtl">{_short(row)}</text>')
        for place, column in enumerate(columns):
            number = numbers.get((row, column), 0)
            x = left - (place + 1) * _CELL
            parts.append(_cell(x, y, number, most, f"{row} × {column}: {number:,}"))
    return _svg(width, _HEADING + len(rows) * _CELL + 4, title, "".join(parts))


def _cell(x: float, y: float, number: int, most: int, told: str) -> str:
    shade = (number / most) ** 0.5 if number else 0.0
    tone = "inverse" if shade > _DARK else "number"
    label = f'<text class="{tone} centre" x="{x + _CELL / 2}" y="{y + 20}">{number}</text>' if number else ""
    return (
        f'<rect class="cell" x="{x + 1}" y="{y + 1}" width="{_CELL - 2}" height="{_CELL - 2}" '
        f'style="fill-opacity:{0.06 + 0.94 * shade:.2f}"><title>{escape(told)}</title></rect>{label}'
    )


def _short(text: str) -> str:
    return escape(text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…")


def _svg(width: int, height: int, title: str, body: str) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" role="img" aria-label="{escape(title)}" direction="ltr">'
        f"{body}</svg>"
    )
