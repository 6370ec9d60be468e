"""Arabic letters in their joined forms, with a map back to the text they come from.

How letters join follows Joining_Type of ArabicShaping.txt; the presentation forms are arabic-reshaper's tables.
arabic-reshaper's own `reshape` is not called: it fails or loses letters at ZWJ, stops joining at a transparent
character it does not know and at every letter without presentation forms, and gives no positions back.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from arabic_reshaper.letters import LETTERS_ARABIC  # type: ignore[import-untyped]
from arabic_reshaper.ligatures import LIGATURES  # type: ignore[import-untyped]

from newscli.rtl.data import JOINING

_ISOLATED, _INITIAL, _MEDIAL, _FINAL = range(4)
# The form to take where a letter has not the one it needs: at least the join to the letter before is shown.
_NEXT_BEST = {_INITIAL: _ISOLATED, _MEDIAL: _FINAL, _FINAL: _ISOLATED, _ISOLATED: _ISOLATED}

ZWNJ, ZWJ, LAM = "\u200c", "\u200d", "\u0644"

_FORMS: dict[str, tuple[str, ...]] = {letter: tuple(forms) for letter, forms in LETTERS_ARABIC.items() if letter != ZWJ}
# Letters without presentation forms that look in every form like one that has them.
_FORMS |= {"\u06d5": ("\ufee9", "", "", "\ufeea"), "\u06c3": ("\ufe93", "", "", "\ufe94")}  # AE, TEH MARBUTA GOAL
_LAM_ALEF: dict[str, tuple[str, ...]] = {
    match[1]: tuple(forms)
    for name, (match, forms) in LIGATURES
    if name.startswith("ARABIC LIGATURE LAM WITH ALEF")
    and match[0] == LAM
    and len(match) == 2
    and forms[_ISOLATED]
    and match[1] != "\u0649"  # ALEF MAKSURA: a ligature of style, not of spelling
}
_COMPOSING = frozenset("\u0653\u0654\u0655")  # MADDAH ABOVE, HAMZA ABOVE, HAMZA BELOW


def _read_types() -> dict[str, str]:
    types = {}
    for joining, ranges in JOINING.items():
        for span in ranges.split():
            first, _, last = span.partition("-")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                types[chr(code)] = joining
    return types


class _Types(dict[str, str]):
    """Joining_Type of a character; what ArabicShaping.txt does not list is T for marks and formats, U for the rest."""

    def __missing__(self, char: str) -> str:
        joining = "T" if unicodedata.category(char) in ("Mn", "Me", "Cf") else "U"
        self[char] = joining
        return joining


_TYPES = _Types(_read_types())
LETTER = re.compile("[\u0620-\u064a\u066e-\u06d5\u06ee-\u06ff\u0750-\u077f\u0870-\u08c9]")


# A mark between lam and alef: to join them over it is more than some terminals can do.
PARTED_LAM_ALEF = re.compile("\u0644[\u064b-\u0652\u0670]+[\u0622\u0623\u0625\u0627]")
_WORD = re.compile("[^ ]+")


class Shaped(NamedTuple):
    """A shaped text in logical order; `origin[i]` is the index, in the text before, of the character at `i`."""

    text: str
    origin: list[int]


def shape(text: str, which: re.Pattern[str] = LETTER) -> Shaped:
    """The text with Arabic letters as presentation forms, lam-alef as one character, all else as it was.

    Only words in which `which` is found are shaped, by default all that have Arabic letters.

    Marks stay behind their letter, those of an alef behind its lam-alef. ZWJ and ZWNJ have done their work and go,
    except for a ZWJ between emoji. Letters without presentation forms stay, and their neighbours still join them.

    >>> shape("سلام").text == "\\ufeb3\\ufefc\\ufee1"
    True
    >>> shape("سلام").origin
    [0, 1, 3]
    """
    pieces: list[str] = []
    origin: list[int] = []
    end = 0
    for word in _WORD.finditer(text):
        if not which.search(word[0]):
            continue
        start = word.start()
        shaped, offsets = _shape_word(word[0])
        pieces += text[end:start], shaped
        origin.extend(range(end, start))
        origin.extend([start + offset for offset in offsets])
        end = word.end()
    pieces.append(text[end:])
    origin.extend(range(end, len(text)))
    return Shaped("".join(pieces), origin)


@lru_cache(maxsize=1 << 14)
def _shape_word(word: str) -> tuple[str, tuple[int, ...]]:
    letters = _compose(word)
    types = [_TYPES[char] for char, _ in letters]
    before, after = _joins(types)
    shaped: list[tuple[str, int]] = []
    taken: set[int] = set()
    for index, (char, offset) in enumerate(letters):
        if index in taken or char == ZWNJ or (char == ZWJ and _between_letters(types, index)):
            continue
        form = _form(before[index], after[index])
        alef = _next_letter(types, index) if char == LAM and after[index] else None
        if alef is not None and letters[alef][0] in _LAM_ALEF:
            shaped.append((_LAM_ALEF[letters[alef][0]][_FINAL if before[index] else _ISOLATED], offset))
            taken.add(alef)
        else:
            shaped.append((_glyph(char, form), offset))
    return "".join(char for char, _ in shaped), tuple(offset for _, offset in shaped)


def _compose(word: str) -> list[tuple[str, int]]:
    """The characters of a word with their offsets, a combining hamza or maddah made one with its letter (NFC)."""
    letters: list[tuple[str, int]] = []
    base = -1
    for offset, char in enumerate(word):
        if char in _COMPOSING and base >= 0:
            whole = unicodedata.normalize("NFC", letters[base][0] + char)
            if len(whole) == 1:
                letters[base] = (whole, letters[base][1])
                continue
        if char in _DECOMPOSED:
            letters += [(part, offset) for part in unicodedata.normalize("NFD", char)]
            base = -1
            continue
        if _TYPES[char] != "T":
            base = len(letters)
        letters.append((char, offset))
    return letters


# HEH GOAL WITH HAMZA ABOVE has no presentation forms, its parts have.
_DECOMPOSED = frozenset("\u06c2")


def _joins(types: list[str]) -> tuple[list[bool], list[bool]]:
    """For each character whether it joins the one before and the one after it, transparent ones left aside."""
    before, after = [False] * len(types), [False] * len(types)
    last: int | None = None
    for index, joining in enumerate(types):
        if joining == "T":
            continue
        if last is not None and types[last] in "LDC" and joining in "RDC":
            after[last] = before[index] = True
        last = index
    return before, after


def _form(before: bool, after: bool) -> int:
    return (_MEDIAL if after else _FINAL) if before else (_INITIAL if after else _ISOLATED)


def _glyph(char: str, form: int) -> str:
    forms = _FORMS.get(char)
    if forms is None:
        return char
    return forms[form] or forms[_NEXT_BEST[form]] or forms[_ISOLATED] or char


def _next_letter(types: list[str], index: int) -> int | None:
    return next((at for at in range(index + 1, len(types)) if types[at] != "T"), None)


def _between_letters(types: list[str], index: int) -> bool:
    """Whether a ZWJ stands beside a letter that joins, and is no part of an emoji sequence."""
    previous = next((types[at] for at in range(index - 1, -1, -1) if types[at] != "T"), "U")
    following = next((types[at] for at in range(index + 1, len(types)) if types[at] != "T"), "U")
    return previous in "RDLC" or following in "RDLC"
