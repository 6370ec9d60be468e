"""Arabic letters as the press types them: folding for comparison, digits, white space, and how Arabic a text is.

Folding is for matching alone; what is shown or handed on is always the verbatim text.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from newscli.regex import regex

# Marks that carry no identity: harakat U+064B-065F, superscript alef U+0670, Quranic signs, tatweel U+0640.
_HARAKAT = (
    *range(0x0610, 0x061B),
    *range(0x064B, 0x0660),
    0x0670,
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E5),
    0x06E7,
    0x06E8,
    *range(0x06EA, 0x06EE),
    0x0640,
)
# What shows nothing: soft hyphen, direction marks and isolates, zero-width characters, byte-order mark.
INVISIBLE = "".join(
    map(chr, (0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))
)

_LETTERS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",  # alef with hamza above, below, madda; alef wasla
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",  # alef maqsura, Farsi yeh
    "ة": "ه",
    "ہ": "ه",
    "ە": "ه",  # taa marbuta, heh goal, ae
    "ک": "ك",  # keheh
    "ؤ": "و",
    "ئ": "ي",  # hamza seats, as in مسؤول, مسئول
    "گ": "ك",
}
_DIGITS = {chr(0x0660 + d): str(d) for d in range(10)} | {chr(0x06F0 + d): str(d) for d in range(10)}

# Letters in their joined shapes, as they are in text that was taken out of PDF files.
_SHAPES = {
    chr(c): "".join(_LETTERS.get(letter, letter) for letter in unicodedata.normalize("NFKC", chr(c)))
    for c in range(0xFE80, 0xFEFD)
}
_FOLD: dict[str, str] = _LETTERS | _SHAPES | _DIGITS | dict.fromkeys((*map(chr, _HARAKAT), *INVISIBLE), "")
# Letters of nearly every sentence, replaced one by one: that is several times faster than `str.translate`, which raises
# and catches a KeyError for each character that its table does not have. The others are looked for before.
FREQUENT = "أإآىةؤئ"
_RARE = regex("[" + "".join(sorted(_FOLD.keys() - FREQUENT)) + "]")
_MOST_FREQUENT = "ابتدرعلمنهوي"
_SHORT = 120  # characters of a text whose folding is remembered
_TO_ASCII_DIGITS = str.maketrans(_DIGITS)
_ANY_DIGIT = regex(f"[{''.join(_DIGITS)}]")
_ANY_INVISIBLE = regex(f"[{INVISIBLE}]")

VOWELS = "\u064b-\u0652\u0670"  # for a class of characters: harakat as they are typed
ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_ARABIC_LETTERS = regex(f"[{ARABIC}]+")


def fold(text: str) -> str:
    """Text with the spelling variants of the press folded away, for matching.

    Hamza carriers, taa marbuta, alef maqsura, Persian look-alikes, Eastern and Persian digits become one form each;
    harakat, tatweel and invisible characters vanish. Lower-cased. Idempotent.

    >>> fold("الأُولــى") == fold("الاولي")
    True
    >>> fold("ﺧﺎﻟﺪ") == fold("خالد")
    True
    >>> fold("٢٠٢٤")
    '2024'
    """
    if text.isascii():
        return text.lower()
    return (_fold_short(text) if len(text) <= _SHORT else fold_evenly(text))[0]


def fold_evenly(text: str) -> tuple[str, bool]:
    """The folded text, and whether each of its characters stands for one of the text: then heads are folds of heads.

    >>> fold_evenly("الأولى"), fold_evenly("الأُولى")
    (('الاولي', True), ('الاولي', False))
    """
    if text.isascii():
        return text.lower(), True
    plain, rare = _RARE.subn(lambda found: _FOLD[found[0]], fold_frequent(text))
    plain = plain.lower()  # nothing that lower() gives is folded
    return plain, not rare and len(plain) == len(text)


def fold_frequent(text: str) -> str:
    """The text with those letters folded that stand in nearly every sentence, `FREQUENT`."""
    text = text.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")
    return text.replace("ى", "ي").replace("ة", "ه").replace("ؤ", "و").replace("ئ", "ي")


_fold_short = lru_cache(maxsize=4096)(fold_evenly)  # names and lines, each of which a dozen questions are asked about


def ascii_digits(text: str) -> str:
    """Text with Eastern Arabic and Persian digits as 0-9, every other character untouched (same length).

    >>> ascii_digits("٢٣/۴")
    '23/4'
    """
    return text.translate(_TO_ASCII_DIGITS) if _ANY_DIGIT.search(text) else text


def squeeze(text: str) -> str:
    """Text with every run of white space as one space, none at the ends; NBSP and line separators are white space.

    >>> squeeze(" دمشق \\u00a0-\\n سانا ")
    'دمشق - سانا'
    """
    return " ".join(text.split())


def strip_invisible(text: str) -> str:
    """Text without zero-width characters, bidi controls, soft hyphens and byte-order marks.

    ZWNJ and ZWJ (U+200C, U+200D) go as well: use it for reading a value, not for showing one.
    """
    return text if text.isascii() else _ANY_INVISIBLE.sub("", text)


def frequent_letters(text: str) -> int:
    """How many of the twelve most frequent Arabic letters a text holds: two of three characters of prose are these.

    Counting a letter is far faster than looking each character up, so this tells plainly Arabic text quickly.
    """
    return sum(map(text.count, _MOST_FREQUENT))


def arabic_letters(text: str) -> int:
    """How many characters of the Arabic blocks the text holds."""
    return sum(map(len, _ARABIC_LETTERS.findall(text)))
