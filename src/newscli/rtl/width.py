"""How many cells a terminal gives to a text.

Marks and format characters take none, East Asian wide characters and emoji two, all else one (Unicode UAX #11, and as
probed in nine terminals). Where terminals differ, the larger count is taken: a line may then stop a cell short of the
edge, but it never wraps by one.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

# Format characters that are drawn: number signs, end of ayah, Syriac abbreviation, disputed end of ayah.
_DRAWN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
_EMOJI_PRESENTATION = "\ufe0f"  # VARIATION SELECTOR-16 widens its base to two cells where it is honoured


class _Cells(dict[str, int]):
    """Cells of a character, worked out when first met: the loop over a text then runs in C."""

    def __missing__(self, char: str) -> int:
        category = unicodedata.category(char)
        joins_syllable = "\u1160" <= char <= "\u11ff"  # HANGUL JUNGSEONG and JONGSEONG
        if category in ("Mn", "Me") or (category == "Cf" and char not in _DRAWN_FORMATS) or joins_syllable:
            count = 0
        else:
            count = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        self[char] = count
        return count


CELLS = _Cells()


def cells(text: str) -> int:
    """The width of a text in cells.

    >>> cells("سلام"), cells("مُحَمَّد"), cells("日本"), cells("👍🏽")
    (4, 4, 4, 4)
    """
    count = sum(map(CELLS.__getitem__, text))
    if _EMOJI_PRESENTATION in text:
        count += sum(CELLS[base] == 1 for base, mark in pairwise(text) if mark == _EMOJI_PRESENTATION)
    return count
