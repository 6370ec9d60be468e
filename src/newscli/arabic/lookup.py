"""Words as a full-text index holds them, so that spelling and prefixes hide no hit.

What is certain is done in the index: letters are folded, and the article goes with what is written before it (ال,
وال, بال, كال, فال). A و ف ب ل ك before a word may be its own first letter (ولد, فلسطين, بلد; للبنان is لبنان with
ل, للمدينة is المدينة with it), so it stays in the index; a query asks for the word alone and with each of them
before it.
"""

from __future__ import annotations

import re

from newscli.arabic.letters import fold

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"[وف]?[بكل]?ال(?=\w{3})")
_ATTACHED = ("", "و", "ف", "ب", "ل", "ك", "لل", "وب", "ول", "وك", "فب", "فل", "ولل", "فلل")
_PREFIXES = (re.compile(r"[وفبلك](?=\w{3})"), re.compile(r"(?:[وف][بلك]|[وف]?لل)(?=\w{3})"))


def lookup_words(text: str) -> list[str]:
    """The words of a text as the index holds them, in order.

    >>> lookup_words("وفي الجزائر، وبالقاهرة للمدينةِ")
    ['وفي', 'جزاير', 'قاهره', 'للمدينه']
    >>> lookup_words("ولد الله فلسطين")
    ['ولد', 'الله', 'فلسطين']
    """
    return list(map(bare, _WORD.findall(fold(text))))


def spans(text: str) -> list[tuple[int, int, str]]:
    """Each word of a text: where it begins and ends in it, and how the index holds it."""
    return [(found.start(), found.end(), bare(fold(found[0]))) for found in _MARKED_WORD.finditer(text)]


# A word as printed: harakat, tatweel and invisible characters stand inside of it and are no letters.
_MARKED_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u00ad])*+"
)


def bare(word: str) -> str:
    """A folded word without its article."""
    found = _ARTICLE.match(word)
    return word[found.end() :] if found else word


def spellings(word: str) -> list[str]:
    """A word as the index may hold it, by where its hamza sits: «مسئول» is «مسؤول» elsewhere.

    >>> spellings("مسئول"), spellings("البيت")
    (['مسيول', 'مسوول'], ['بيت'])
    """
    found = lookup_words(word)
    for seat, other in (("ئ", "ؤ"), ("ؤ", "ئ")):
        if seat in word:
            found += lookup_words(word.replace(seat, other))
    return list(dict.fromkeys(found))


def with_prefixes(word: str) -> list[str]:
    """The forms under which the index may hold a word (as `lookup_words` gives it): alone, and with a prefix.

    >>> with_prefixes("بيروت")[:3]
    ['بيروت', 'وبيروت', 'فبيروت']
    """
    return [prefix + word for prefix in _ATTACHED]


def without_prefixes(word: str) -> list[str]:
    """What may be left of a word if its first letters are prefixes; which reading is right, the index's counts tell.

    >>> without_prefixes("وبيروت"), without_prefixes("ولد")
    (['بيروت', 'يروت'], [])
    """
    ends = [found.end() for pattern in _PREFIXES if (found := pattern.match(word))]
    return [word[end:] for end in ends]
