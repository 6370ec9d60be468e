"""Logical to visual order of one line (UAX #9): levels and L2 by python-bidi, L3 and L4 here.

python-bidi's Rust `get_display` orders every line of BidiCharacterTest.txt rightly, but gives back text alone: no
positions, no levels, brackets not mirrored, marks before their letter. Positions and the parity of levels are read
off tags: each character is followed by one that the algorithm overlooks and that says which it is. A character at an
even level comes out before its tag, one at an odd level after it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Literal

from bidi import get_display  # type: ignore[import-untyped]

from newscli.rtl.data import MIRRORING

Base = Literal["L", "R"]

# Tags of Bidi_Class BN, which X9 takes out: tag characters, C0, C1, invisible operators, shorthand and music formats.
_TAGS = [
    chr(code)
    for codes in (
        range(0xE0020, 0xE0080),
        range(0x00, 0x09),
        range(0x0E, 0x1C),
        range(0x7F, 0x85),
        range(0x86, 0xA0),
        range(0x2060, 0x2065),
        range(0x206A, 0x2070),
        range(0x1BCA0, 0x1BCA4),
        range(0x1D173, 0x1D17B),
    )
    for code in codes
]
# Tags of Bidi_Class NSM for the last character before white space that L1 resets, since L1 resets BN with it.
_LAST_TAGS = [chr(code) for code in range(0xE0100, 0xE0100 + len(_TAGS))]
_VALUES = {tag: value for tags in (_TAGS, _LAST_TAGS) for value, tag in enumerate(tags)}

_RLM = "\u200f"
_TAB = "\t"  # stands for all that separates: its order is known, it needs no tag
# Characters of the line that would be taken for tags, or end the paragraph, as others of the same class.
_STAND_INS = (
    dict.fromkeys(map(ord, _TAGS), "\u200b")
    | dict.fromkeys(range(0xE0100, 0xE01F0), "\u0300")
    | {ord(_RLM): "\u05d0"}
    | dict.fromkeys((0x0A, 0x0B, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2029), _TAB)
)
_PARAGRAPH_ENDS = "\n\r\x1c\x1d\x1e\x85\u2029"
_RESET = (  # what L1 resets: white space, isolates, and whatever X9 takes out
    " \x0c\u1680\u2000-\u200a\u2028\u205f\u3000\u2066-\u2069\u00ad\u180e\u200b-\u200d\ufeff\u202a-\u202e"
)
_LAST = re.compile(f"[^{_RESET}\t](?=[{_RESET}]*(?:\t|$))")
# Right-to-left letters, marks, spaces and punctuation alone: a right-to-left line of these is simply reversed.
_PLAIN = re.compile(
    "[ !\"'()\\[\\]{}«».,:;?/\u2013\u2014\u2018-\u201d\u2026\u05d0-\u05ea\u060c\u061b\u061f\u0620-\u065f\u066e-\u06d5"
    "\ufb50-\ufd3d\ufe70-\ufefc]*"
)

MIRROR = {
    chr(int(char, 16)): chr(int(mirrored, 16))
    for char, _, mirrored in (pair.partition(":") for pair in MIRRORING.split())
}


def reorder(line: str, base: Base = "R") -> list[tuple[int, int]]:
    """The characters of a line in visual order, left to right, each as (index in `line`, parity of its level).

    Every index stands once. Parity 1 means that the character runs right to left. Rules P1 to L2 of UAX #9 with the
    paragraph direction `base`; characters that X9 removes stand where the character before them stands.

    >>> reorder("خبر 12")
    [(4, 0), (5, 0), (3, 1), (2, 1), (1, 1), (0, 1)]
    """
    if base == "R" and _PLAIN.fullmatch(line):
        return [(index, 1) for index in range(len(line) - 1, -1, -1)]
    if line and line[-1] in _PARAGRAPH_ENDS:  # L1 sets it to the paragraph's level
        end = (len(line) - 1, int(base == "R"))
        return [end, *reorder(line[:-1], base)] if base == "R" else [*reorder(line[:-1], base), end]
    line = _safe(line)
    tags = _tags(line)
    return _read(_display(line, tags, base), tags, base)


def _digits(length: int) -> int:
    """How many tags each character of a line of this length needs."""
    digits = 1
    while len(_TAGS) ** digits < length:
        digits += 1
    return digits


def _safe(line: str) -> str:
    """The line with stand-ins of the same bidi class, index by index."""
    try:
        line.encode()
    except UnicodeEncodeError:  # lone surrogates, which Rust does not know
        line = line.encode("utf-8", "replace").decode()
    return line.translate(_STAND_INS)


def _tags(line: str) -> list[str]:
    """A tag for each character of a line, the empty one for what stands for itself."""
    digits = _digits(len(line))
    tags = _TAGS[: len(line)] if digits == 1 else _numbers(digits, len(line) // 1024)[: len(line)]
    for match in _LAST.finditer(line):
        at = match.start()
        tags[at] = "".join(_LAST_TAGS[_VALUES[tag]] for tag in tags[at])
    if _TAB in line:
        tags = ["" if char == _TAB else tag for char, tag in zip(line, tags, strict=True)]
    return tags


@lru_cache(maxsize=4)
def _numbers(digits: int, size: int) -> list[str]:
    """The first numbers of several tags, the least place first, enough for `size` + 1 times 1024 characters."""
    count = (size + 1) * 1024
    return ["".join(reversed(places)) for places in islice(product(_TAGS, repeat=digits), count)]


def _display(line: str, tags: list[str], base: Base) -> str:
    """The tagged line in visual order.

    Where all levels are even, unicode-bidi 0.3 leaves out L1; the mark put first prevents that, and changes nothing
    else, since `sos` is R there anyway.
    """
    tagged = "".join([char + tag for char, tag in zip(line, tags, strict=True)])
    return str(get_display((_RLM if base == "R" else "") + tagged, base_dir=base))


def _read(shown: str, tags: list[str], base: Base) -> list[tuple[int, int]]:
    """The positions and parities that the tags of a displayed line tell."""
    where = {tag: index for index, tag in enumerate(tags)}
    tabs = [index for index, tag in enumerate(tags) if not tag] if "" in where else []
    if base == "L":
        tabs.reverse()
    digits = _digits(len(tags))
    order: list[tuple[int, int]] = []
    at = 0
    while at < len(shown):
        char = shown[at]
        if char in _VALUES:
            order.append((where[shown[at : at + digits][::-1]], 1))
            at += digits + 1
        elif char == _TAB:
            order.append((tabs.pop(), int(base == "R")))
            at += 1
        elif char == _RLM:
            at += 1
        else:
            order.append((where[shown[at + 1 : at + 1 + digits]], 0))
            at += digits + 1
    return order


class _Extends(dict[str, bool]):
    """Whether a character belongs to the one before it: marks, variation selectors, emoji modifiers, ZWJ."""

    def __missing__(self, char: str) -> bool:
        found = unicodedata.category(char) in ("Mn", "Me") or "\U0001f3fb" <= char <= "\U0001f3ff" or char == "\u200d"
        self[char] = found
        return found


_EXTENDS = _Extends()


def extenders(line: str) -> frozenset[int]:
    """The indices of the characters that are one with the character before them, as in UAX #29.

    Marks go with their letter, and the parts of an emoji sequence stay in their order.
    """
    flags = list(map(_EXTENDS.__getitem__, line))
    if not any(flags):
        return frozenset()
    return frozenset(
        index
        for index, flag in enumerate(flags)
        if index and (flag or (line[index - 1] == "\u200d" and line[index] >= "\u2190" and _is_symbol(line[index])))
    )


def _is_symbol(char: str) -> bool:
    return unicodedata.category(char) == "So"


def levels(text: str, base: Base = "R") -> list[int]:
    """The embedding level of each character of a paragraph without explicit formatting characters: 0, 1 or 2.

    Levels belong to the paragraph (UAX #9, 3.4): a number is what the line before has made of it. Where no character
    is embedded, parity tells the level but for 0 and 2 of a left-to-right paragraph, and there the order tells it:
    what stands at level 0 has all that precedes it to its left.

    >>> levels("خبر 12")
    [1, 1, 1, 1, 2, 2]
    >>> levels("in خبر ١٢", "L")
    [0, 0, 0, 1, 1, 1, 1, 2, 2]
    """
    order = reorder(text, base)
    found = [0] * len(order)
    places = [0] * len(order)
    for place, (index, odd) in enumerate(order):
        found[index] = 1 if odd else 2
        places[index] = place
    if base == "L":
        furthest = -1
        for index, place in enumerate(places):
            if found[index] == 2 and place == index and furthest < index:
                found[index] = 0
            furthest = max(furthest, place)
    return found


def arrange(line: Sequence[int]) -> list[int]:
    """The indices of a line in visual order, given its levels (L2).

    >>> arrange([1, 1, 2, 2])
    [2, 3, 1, 0]
    """
    order = list(range(len(line)))
    for level in range(max(line, default=0), 0, -1):
        start = None
        for place in range(len(order) + 1):
            inside = place < len(order) and line[order[place]] >= level
            if inside and start is None:
                start = place
            elif not inside and start is not None:
                order[start:place] = reversed(order[start:place])
                start = None
    return order


def visual(line: str, base: Base = "R", given: Sequence[int] | None = None) -> list[tuple[int, str]]:
    """A line as a left-to-right terminal must get it: (index in `line`, character), in the order of writing.

    Mirrored characters at odd levels are mirrored (L4), marks follow their letter (L3). `given` are the levels that
    its paragraph gives the line; without them it is a paragraph of its own.

    >>> "".join(char for _, char in visual("(12) خبر"))
    'ربخ (12)'
    """
    order = reorder(line, base) if given is None else [(index, given[index] % 2) for index in arrange(given)]
    marks = extenders(line)
    if not marks:
        turned = MIRROR.get
        return [(index, turned(char, char) if odd else char) for index, odd in order for char in (line[index],)]
    placed: list[tuple[int, str]] = []
    at = 0
    while at < len(order):
        last = at
        while order[last][1] and order[last][0] in marks and order[last + 1 : last + 2] == [(order[last][0] - 1, 1)]:
            last += 1
        for index, odd in reversed(order[at : last + 1]):
            placed.append((index, mirrored(line[index]) if odd else line[index]))
        at = last + 1
    return placed


def mirrored(char: str) -> str:
    """The character that looks like this one turned round, itself if there is none (L4).

    >>> mirrored("(")
    ')'
    """
    return MIRROR.get(char, char)
