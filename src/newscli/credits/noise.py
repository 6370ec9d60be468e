"""What an info line holds beside the credit: dates, ages, minutes of reading, counters, buttons; and its pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from newscli import dates
from newscli.lexicon import lines
from newscli.regex import regex

_NOISE, _DAY_LABEL = regex(lines.NOISE, re.VERBOSE | re.IGNORECASE), regex(lines.DAY_LABEL, re.IGNORECASE)
_SEPARATOR = regex(r"\s*[|•·●▪┃¦\t\n◆►]+\s*|\s+[-–—/]+\s+|\s*//+\s*|\s{3,}")
_PARTING = regex(r"[|•·●▪┃¦\t\n◆►/–—-]|\s\s\s")  # one of these stands in every separator
_KEPT = "«»\"“”'‘’@"
_EDGES = " \t\n|•·-–—ـ_/:،,.()[]"


def without_noise(text: str) -> str:
    """The line with bars in the place of dates, ages, minutes of reading and counters (same length).

    >>> without_noise("مها الطويل · 6 دقائق للقراءة").split(" ·")[0]
    'مها الطويل'
    """
    found = _NOISE.finditer(text) if _HINT.search(text) else ()
    spans = [(_labelled(text, m.start()) if m["clock"] else m.start(), m.end()) for m in found]
    if _DIGIT.search(text):
        spans += [(_labelled(text, date.start), date.end) for date in dates.find(text)]
    for start, end in spans:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


_DIGIT = regex(r"\d")
_HINT = regex(r"\d|منذ|قبل|مضى|قراء|تعليق|طباع|شارك|استمع|دقيق|دقائق|نسخ")


def _labelled(text: str, start: int) -> int:
    """Where the label of a date begins that stands at `start`."""
    label = _DAY_LABEL.search(text, 0, start)
    return label.start() if label else start


def may_be_parted(text: str) -> bool:
    """Whether a line holds what separators are made of: the cheap test before its pieces are looked for."""
    return _PARTING.search(text) is not None


def pieces(text: str) -> list[tuple[int, int]]:
    """The ranges of an info line between its separators, bare of punctuation, the empty ones left out.

    >>> [("مها الطويل | سياسة")[a:b] for a, b in pieces("مها الطويل | سياسة")]
    ['مها الطويل', 'سياسة']
    """
    bare = (trimmed(text, *piece) for piece in between(_SEPARATOR, text))
    return [(start, end) for start, end in bare if start < end]


def between(separator: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """The ranges of a text before, between and behind the matches of a pattern."""
    start = 0
    for match in separator.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range of the text without punctuation and symbols at its ends; a bracket that closes one inside stays."""
    limit, first = end, start
    while start < end and _is_edge(text[start]):
        start += 1
    while end > start and _is_edge(text[end - 1]):
        end -= 1
    inner = text[start:end]
    if inner.count("(") > inner.count(")"):
        end += text.startswith(")", end, limit)
    elif inner.count(")") > inner.count("("):
        start -= text.endswith("(", first, start)
    return start, end


def _is_edge(character: str) -> bool:
    """Whether a character is none of a credit's own at its end: all but letters, digits, quotes and their like."""
    return character in _EDGES or not (character.isalnum() or character in _KEPT or unicodedata.combining(character))
