"""Styled text to lines for a terminal: clean, shape, wrap, order, paint, pad.

What a terminal needs differs: some print what they get from left to right, some reorder it themselves, some do half.
A `Strategy` names each way; `_ARRANGE` says in which order it sends a line, `_FRAME` what it puts around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, groupby, repeat
from typing import NamedTuple

from newscli.rtl.reorder import Base, extenders, levels, mirrored, visual
from newscli.rtl.sanitise import clean
from newscli.rtl.shape import LETTER, PARTED_LAM_ALEF, shape
from newscli.rtl.spans import PLAIN, Column, Span, Style
from newscli.rtl.width import cells
from newscli.rtl.wrap import wrap

Placed = list[tuple[int, str]]  # characters in the order of sending, each with its index in the line


class Strategy(StrEnum):
    """How right-to-left text is sent to a terminal."""

    VISUAL = "visual"  # shaped and in visual order: terminals that only print
    VISUAL_MARKS = "visual-marks"  # the same with marks ahead of their letter: Alacritty
    EXPLICIT = "explicit"  # the same in explicit mode (CSI 8 l): VTE and mintty, and harmless elsewhere
    OVERRIDE = "override"  # the same between LRO and PDF: through tmux or a pager, whatever terminal is outside
    EMBED = "embed"  # shaped, logical order between RLE and PDF, brackets mirrored: Konsole
    WORDS = "words"  # words in visual order, letters in logical order: kitty
    LOGICAL = "logical"  # as it is: terminals that do everything themselves


_ORDERED_BY_TERMINAL = (Strategy.EMBED, Strategy.LOGICAL)


class Line(NamedTuple):
    """A line before it is ordered: `lead` are the marks that stand for what its paragraph said before."""

    text: str
    levels: Sequence[int]
    base: Base
    lead: str = ""


EXPLICIT_ON, EXPLICIT_OFF = "\x1b[8l", "\x1b[8h"  # BDSM, ECMA-48 8.3.17 as terminal-wg's BiDi specification uses it
_ALM = "\u061c"  # ARABIC LETTER MARK
_CGJ = "\u034f"  # COMBINING GRAPHEME JOINER: no width, no looks
_LRO, _RLE, _LRE, _PDF = "\u202d", "\u202b", "\u202a", "\u202c"

# Format characters that have done their work: once the text is shaped, and once the line is in its order.
_SHAPED: dict[int, None] = dict.fromkeys(map(ord, "\u200b\u200c\u2060"))
# To mlterm joiners and direction marks are a cell wide.
_VISIBLE = dict.fromkeys(map(ord, "\u200c\u200d\u200e\u200f\u061c"), "-")
_ORDERED: dict[int, None] = _SHAPED | dict.fromkeys(map(ord, "\u200e\u200f\u061c"))
_RTL = "\u05d0-\u05ea\u0620-\u064a\u066e-\u06d5\u06ee\u06ef\u06fa-\u08c9\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_LETTER = re.compile(f"[{_RTL}]")
_STRONG = re.compile(f"[{_RTL}A-Za-z\u00c0-\u024f\u0370-\u052f]")
_STRONG_OR_NUMBER = re.compile(f"\\d|{_STRONG.pattern}")
# What HarfBuzz takes for Arabic or Hebrew, by Unicode's Scripts.txt: letters, digits, signs of numbers.
_TURNED = re.compile(f"[{_RTL}\u0660-\u066d\u06f0-\u06f9]")
# What a font for terminals that has Arabic letters lacks, so that another one draws it: Hebrew, ornate parentheses,
# the signs of the Qur'an's spelling. (As DejaVu Sans Mono; kitty looks for a letter and its marks in one font.)
_OTHER_FONTS = (
    re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]"),
    re.compile("[\ufd3e\ufd3f]"),
    re.compile("[\u0610-\u061a\u0656-\u0659\u065b-\u065f\u06d6-\u06ed\u08c0-\u08ff]"),
)
# Where a sign stands at a European number, which it joins unless an Arabic letter precedes both (W2, W5).
_SIGN = "#$%\u00a2-\u00a5\u00b0\u00b1\u066a\u2030-\u2034\u20a0-\u20cf+\\-"
_LONGEST = 20_000  # characters of a paragraph that is set as one
_AT_NUMBER = re.compile(f"(?<=[0-9\u06f0-\u06f9])(?=[{_SIGN}])|(?<=[{_SIGN}])(?=[0-9\u06f0-\u06f9])")


def typeset(spans: Iterable[Span], column: Column, strategy: Strategy, base: Base = "R") -> list[str]:
    """The lines of one paragraph, ready for the terminal, without line ends; an empty paragraph has none.

    Each line is complete in itself: whatever style or mode it sets it also leaves. With the style sequences taken
    out, styled text gives the same lines as plain text. A paragraph longer than any is set in pieces.
    """
    parts = [Span(clean(text), style) for text, style in spans]
    return [line for piece in _pieces(parts) for line in _lines(piece, column, strategy, base)]


def _pieces(parts: list[Span]) -> Iterator[list[Span]]:
    """The spans of a paragraph in pieces of at most `_LONGEST` characters, parted at a space where there is one.

    What orders and shapes a line keeps a few hundred bytes for each character of its paragraph.
    """
    piece: list[Span] = []
    room = _LONGEST
    for text, style in parts:
        rest = text
        while len(rest) > room:
            end = rest.rfind(" ", 0, room) + 1 or room
            yield [*piece, Span(rest[:end], style)]
            piece, rest, room = [], rest[end:], _LONGEST
        piece.append(Span(rest, style))
        room -= len(rest)
    yield piece


def _lines(parts: list[Span], column: Column, strategy: Strategy, base: Base) -> list[str]:
    """The lines of a paragraph, or of a piece of one."""
    text = "".join(part.text for part in parts)
    if strategy is Strategy.OVERRIDE and column.width >= column.right:
        column = column._replace(width=max(1, column.width - 1))  # a blank stands before the override, see `_framed`
    shaped, origin = shape(text, PARTED_LAM_ALEF if strategy is Strategy.LOGICAL else LETTER)
    ends = list(accumulate(len(part.text) for part in parts))
    styles = [part.style for part in parts]
    slices = wrap(shaped.translate(_VISIBLE) if strategy is Strategy.LOGICAL else shaped, column.width)
    given = [] if strategy is Strategy.LOGICAL else levels(shaped, base)
    leads = _leads([shaped[start:end] for start, end in slices]) if strategy in _ORDERED_BY_TERMINAL else repeat("")
    lines = []
    for (start, end), lead in zip(slices, leads, strict=False):
        line = Line(shaped[start:end], given[start:end], base, lead)
        placed = _ARRANGE[strategy](line)
        if len(set(styles)) <= 1:
            body = _painted(((styles[0], "".join(char for _, char in placed)),), strategy)
        else:
            body = _painted(_runs(placed, start, origin, ends, styles), strategy)
        lines.append(_framed(body, cells(line.text), column, strategy, base))
    return lines


def _leads(lines: list[str]) -> Iterator[str]:
    """For each line, what a terminal that takes it for a paragraph must be told first.

    A number at the start of a line goes with the last strong letter of the lines before (W2, W7).
    """
    before = ""
    for line in lines:
        first = _STRONG_OR_NUMBER.search(line)
        if before and first and first[0].isdecimal():
            yield _ALM if _RTL_LETTER.match(before) else "\u200e"
        else:
            yield ""
        before = (_STRONG.findall(line) or [before])[-1]


def _runs(
    placed: Placed, start: int, origin: Sequence[int], ends: list[int], styles: list[Style]
) -> Iterator[tuple[Style, str]]:
    """The sent characters in stretches of one style."""
    current, chars = PLAIN, ""
    for index, char in placed:
        style = styles[bisect_right(ends, origin[start + index])]
        if style != current and chars:
            yield current, chars
            chars = ""
        current = style
        chars += char
    if chars:
        yield current, chars


def _painted(runs: Iterable[tuple[Style, str]], strategy: Strategy) -> str:
    spent = {Strategy.LOGICAL: {}, Strategy.EMBED: _SHAPED}.get(strategy, _ORDERED)
    return "".join(_paint(chars.translate(spent), style) for style, chars in runs)


def _paint(chars: str, style: Style) -> str:
    text = f"\x1b[{style.sgr}m{chars}\x1b[0m" if style.sgr else chars
    return f"\x1b]8;;{style.link}\x1b\\{text}\x1b]8;;\x1b\\" if style.link else text


def painted(span: Span) -> str:
    """A stretch of text that needs no ordering, safe to show, in its style."""
    return _paint(clean(span.text), span.style)


def _framed(body: str, size: int, column: Column, strategy: Strategy, base: Base) -> str:
    """A painted line in its place, inside what its strategy needs."""
    if strategy is Strategy.LOGICAL and base == "R":
        return " " * (column.edge - column.right) + body  # such a terminal aligns the line itself, spaces and all
    pad = " " * (column.right - size if base == "R" else column.right - column.width)
    match strategy:
        case Strategy.EXPLICIT:
            return f"{EXPLICIT_ON}{pad}{body}{EXPLICIT_OFF}"
        case Strategy.OVERRIDE:
            return f"{pad or ' '}{_LRO}{body}{_PDF}"  # VTE drops an override in its first column
        case Strategy.EMBED:
            return f"{pad}{_RLE if base == 'R' else _LRE}{body}{_PDF}"
        case _:
            return pad + body


def _visual(line: Line) -> Placed:
    return visual(line.text, line.base, line.levels)


def _embedded(line: Line) -> Placed:
    """Logical order; the terminal orders the line but does not mirror its brackets."""
    return [
        *((0, mark) for mark in line.lead),
        *((at, mirrored(char) if line.levels[at] % 2 else char) for at, char in enumerate(line.text)),
    ]


def _by_words(line: Line) -> Placed:
    """Words in visual order; of each, what kitty turns round the other way round.

    kitty hands a word to HarfBuzz in runs of one font. A run with right-to-left letters HarfBuzz turns as a whole, its
    brackets mirrored; any other stays as it is.
    """
    placed: Placed = []
    for blank, word in groupby(_visual(line), key=lambda entry: entry[1] == " "):
        if blank:
            placed += word
            continue
        for _, run in groupby(_clusters(list(word)), key=_font):
            clusters = list(run)
            turned = any(_TURNED.search(char) for cluster in clusters for _, char in cluster)
            placed += _turned(clusters) if turned else [entry for cluster in clusters for entry in cluster]
    return placed


def _font(cluster: Placed) -> int:
    """Which font draws a letter and its marks: 0 for the terminal's own, else a number for each of the others."""
    text = "".join([char for _, char in cluster])
    return next((number for number, found in enumerate(_OTHER_FONTS, start=1) if found.search(text)), 0)


def _turned(clusters: list[Placed]) -> Placed:
    """Letters from right to left, mirrored, each mark still behind its letter, and behind each letter as many.

    kitty 0.26 spreads the marks of a run it turns over the wrong cells, unless all cells hold the same number.
    """
    most = max(map(len, clusters))
    filled = [[*cluster, *[(cluster[0][0], _CGJ)] * (most - len(cluster))] for cluster in clusters]
    return [(at, mirrored(char)) for cluster in reversed(filled) for at, char in cluster]


def _marks_ahead(line: Line) -> Placed:
    """Visual order, but a right-to-left letter after its marks: drawn a cell to the right, they meet it there."""
    placed: Placed = []
    for cluster in _clusters(_visual(line)):
        placed += reversed(cluster) if _RTL_LETTER.match(cluster[0][1]) else cluster
    return placed


def _clusters(placed: Placed) -> list[Placed]:
    """Characters with the marks that stand behind them."""
    marks = extenders("".join([char for _, char in placed]))
    if not marks:
        return [[entry] for entry in placed]
    clusters: list[Placed] = []
    for at, entry in enumerate(placed):
        if at in marks:
            clusters[-1].append(entry)
        else:
            clusters.append([entry])
    return clusters


def _logical(line: Line) -> Placed:
    """As it is, led by a mark where the terminal would take the line for a left-to-right one.

    mlterm draws U+061C as a box, so U+200F stands for it, and parts the numbers it leads from their signs.
    """
    first = _STRONG.search(line.text)
    after_arabic = line.lead == _ALM
    foreign = line.base == "R" and (first is None or not _RTL_LETTER.match(first[0]))
    lead = "\u200f" * (foreign or after_arabic) + ("" if after_arabic else line.lead)
    end = (first.start() if first else len(line.text)) if after_arabic else 0
    parted = {found.start() for found in _AT_NUMBER.finditer(line.text, 0, end)}
    placed: Placed = [(0, mark) for mark in lead]
    for at, char in enumerate(line.text.replace(_ALM, "\u200f")):
        placed += [(at, "\u200f"), (at, char)] if at in parted else [(at, char)]
    return placed


_ARRANGE: dict[Strategy, Callable[[Line], Placed]] = {
    Strategy.VISUAL: _visual,
    Strategy.VISUAL_MARKS: _marks_ahead,
    Strategy.EXPLICIT: _visual,
    Strategy.OVERRIDE: _visual,
    Strategy.EMBED: _embedded,
    Strategy.WORDS: _by_words,
    Strategy.LOGICAL: _logical,
}


def direction(texts: Sequence[str]) -> Base:
    """The base direction for an article: R where right-to-left letters are not outnumbered by Latin ones.

    By majority and not by the first strong letter, since an Arabic paragraph may begin with a Latin name.

    >>> direction(["CNN: قالت الوكالة"])
    'R'
    """
    text = "\n".join(texts)
    right = len(_RTL_LETTER.findall(text))
    left = sum(char.isalpha() for char in text) - right
    return "R" if right and right >= left / 2 else "L"
