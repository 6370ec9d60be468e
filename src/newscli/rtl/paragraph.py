"""Styled text to lines for a terminal: clean, shape, wrap, order, paint, pad.

What a terminal needs differs: some print what they get from left to right, some reorder it themselves, some do half.
A `Strategy` names each way; `_ARRANGE` says in which order it sends a line, `_FRAME` what it puts around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from newscli.rtl.reorder import MIRROR, Base, reorder, visual
from newscli.rtl.sanitise import clean
from newscli.rtl.shape import shape
from newscli.rtl.width import cells
from newscli.rtl.wrap import wrap

Placed = list[tuple[int, str]]  # characters in the order of sending, each with its index in the line


class Strategy(StrEnum):
    """How right-to-left text is sent to a terminal."""

    VISUAL = "visual"  # shaped and in visual order: terminals that only print
    EXPLICIT = "explicit"  # the same in explicit mode (CSI 8 l): VTE and mintty, and harmless elsewhere
    OVERRIDE = "override"  # the same between LRO and PDF: through tmux or a pager, whatever terminal is outside
    EMBED = "embed"  # shaped, logical order between RLE and PDF, brackets mirrored: Konsole
    WORDS = "words"  # words in visual order, letters in logical order: kitty
    LOGICAL = "logical"  # as it is: terminals that do everything themselves


class Style(NamedTuple):
    """How a stretch of text looks: SGR parameters as in "1;31", and the address it links to (OSC 8)."""

    sgr: str = ""
    link: str | None = None


PLAIN = Style()


class Span(NamedTuple):
    """A stretch of logical text in one style."""

    text: str
    style: Style = PLAIN


class Column(NamedTuple):
    """Where lines go: no wider than `width` cells and, right to left, ending at column `right` (from 1)."""

    width: int
    right: int


EXPLICIT_ON, EXPLICIT_OFF = "\x1b[8l", "\x1b[8h"  # BDSM, ECMA-48 8.3.17 as terminal-wg's BiDi specification uses it
_LRO, _RLE, _LRE, _PDF = "\u202d", "\u202b", "\u202a", "\u202c"

# Format characters that have done their work once the line is in its order.
_SPENT: dict[int, None] = dict.fromkeys(map(ord, "\u200b\u200c\u200e\u200f\u061c\u2060"))
_FIRST_STRONG = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]|[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]")
_RTL_LETTER = re.compile("[\u0590-\u05ff\u0620-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def typeset(spans: Iterable[Span], column: Column, strategy: Strategy, base: Base = "R") -> list[str]:
    """The lines of one paragraph, ready for the terminal, without line ends; an empty paragraph has none.

    Each line is complete in itself: whatever style or mode it sets it also leaves. With the style sequences taken
    out, styled text gives the same lines as plain text.
    """
    parts = [Span(clean(text), style) for text, style in spans]
    text = "".join(part.text for part in parts)
    shaped, origin = (text, None) if strategy is Strategy.LOGICAL else shape(text)
    ends = list(accumulate(len(part.text) for part in parts))
    styles = [part.style for part in parts]
    lines = []
    for start, end in wrap(shaped, column.width):
        line = shaped[start:end]
        placed = _ARRANGE[strategy](line, base)
        if len(set(styles)) <= 1:
            body = _painted(((styles[0], "".join(char for _, char in placed)),), strategy)
        else:
            body = _painted(_runs(placed, start, origin, ends, styles), strategy)
        lines.append(_framed(body, cells(line), column, strategy, base))
    return lines


def _runs(
    placed: Placed, start: int, origin: list[int] | None, ends: list[int], styles: list[Style]
) -> Iterator[tuple[Style, str]]:
    """The sent characters in stretches of one style."""
    current, chars = PLAIN, ""
    for index, char in placed:
        at = start + index if origin is None else origin[start + index]
        style = styles[bisect_right(ends, at)]
        if style != current and chars:
            yield current, chars
            chars = ""
        current = style
        chars += char
    if chars:
        yield current, chars


def _painted(runs: Iterable[tuple[Style, str]], strategy: Strategy) -> str:
    spent = {} if strategy is Strategy.LOGICAL else _SPENT
    return "".join(_paint(chars.translate(spent), style) for style, chars in runs)


def _paint(chars: str, style: Style) -> str:
    text = f"\x1b[{style.sgr}m{chars}\x1b[0m" if style.sgr else chars
    return f"\x1b]8;;{style.link}\x1b\\{text}\x1b]8;;\x1b\\" if style.link else text


def _framed(body: str, size: int, column: Column, strategy: Strategy, base: Base) -> str:
    """A painted line in its place, inside what its strategy needs."""
    if strategy is Strategy.LOGICAL and base == "R":
        return body  # such a terminal aligns a right-to-left line itself
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


def _embedded(line: str, base: Base) -> Placed:
    """Logical order; the terminal orders the line but does not mirror its brackets."""
    return [
        (index, MIRROR.get(line[index], line[index]) if odd else line[index])
        for index, odd in sorted(reorder(line, base))
    ]


def _by_words(line: str, base: Base) -> Placed:
    """Words in visual order; one with right-to-left letters stays in logical order, since kitty turns it round."""
    placed: Placed = []
    word: Placed = []
    for index, char in [*visual(line, base), (-1, " ")]:
        if char != " ":
            word.append((index, char))
            continue
        if any(_RTL_LETTER.match(letter) for _, letter in word):
            word = [(at, line[at]) for at, _ in sorted(word)]
        placed += [*word, (index, char)]
        word = []
    return placed[:-1]


def _logical(line: str, base: Base) -> Placed:
    """As it is, led by a mark where the terminal would take the paragraph for a left-to-right one."""
    first = _FIRST_STRONG.search(line)
    chars = list(enumerate(line))
    if base == "R" and (first is None or not _RTL_LETTER.match(first[0])):
        return [(0, "\u200f"), *chars]
    return chars


_ARRANGE: dict[Strategy, Callable[[str, Base], Placed]] = {
    Strategy.VISUAL: visual,
    Strategy.EXPLICIT: visual,
    Strategy.OVERRIDE: visual,
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
