"""A line without invisible marks and markup remnants, each of whose characters knows where it stood; and its pieces.

What an info line holds beside the credit is barred out: dates, ages, minutes of reading, counters, buttons.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from newscli import dates
from newscli.arabic.letters import INVISIBLE, fold, strip_invisible
from newscli.lexicon import lines
from newscli.lexicon.lines import LINK_END
from newscli.regex import regex

_UNSEEN = INVISIBLE + "\ufe0e\ufe0f"  # with the selectors of emoji
_DROPPED = regex(
    rf"""
    [{_UNSEEN}]+                                     # direction marks, zero-width characters, soft hyphens
    | !?\[(?=[^\[\]\n]{{1,160}}\]\()                    # Markdown: what opens a link or a picture
    | {LINK_END}                                       # and what closes it, with the address
    | \*\*+ | ~~+ | `+ | ^\s*\#{{1,6}}\s+ | ^\s*>\s+    # emphasis, headings, quotations
    | </?(?:a|b|i|u|em|strong|span|p|br|font|div)\b[^<>]{{0,400}}>
    | (?<=\S)\s+(?:@\w{{2,40}}|\w{{2,40}}@)\s*$          # the writer's account behind his name, also set the wrong way
    | (?<![A-Za-z])A[+-](?:\s?A[+-])*(?![A-Za-z])        # buttons for the size of letters
    | ^\s*Role,\s(?=.*(?:\s[-–—]\s|،))                  # before the writer's outlet and town, for readers of screens
    | &(?:nbsp|rlm|lrm|zwnj|zwj|shy|\#8203|\#8206|\#8207|\#160);
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = regex(rf"[{_UNSEEN}\[\]*~`#<>&@]|A[+-]|^\s*Role,")  # what is dropped begins with one of these or holds it
_BETWEEN = regex(r"\u200b|&nbsp;|&#160;|<br", re.IGNORECASE)  # what parts words though nothing shows


class Clean(Struct, frozen=True):
    """A line as it is read. `origin` gives for each character its offset in `source`; None where nothing was cut."""

    text: str
    source: str
    origin: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range in the source of a range of the text."""
        if self.origin is None or start >= end:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1

    def verbatim(self, start: int, end: int) -> str:
        """The source's own words for a range of the text; without the markup, where there is any inside."""
        first, last = self.span(start, end)
        printed = self.source[first:last]
        return printed if strip_invisible(printed) == self.text[start:end] else self.text[start:end]


def clean(text: str) -> Clean:
    r"""A line without marks and markup.

    >>> clean("\u200fالمصدر: [رويترز](https://example.org/1)").text
    'المصدر: رويترز'
    """
    cuts = [match.span() for match in _DROPPED.finditer(text)] if _SIGNS.search(text) else []
    if not cuts:
        return Clean(text, text)
    pieces: list[str] = []
    origin: list[int] = []
    kept = 0
    for start, end in cuts:
        pieces.append(text[kept:start])
        origin.extend(range(kept, start))
        parted = _BETWEEN.search(text, start, end) and text[start - 1 : start].strip() and text[end : end + 1].strip()
        if parted:
            pieces.append(" ")
            origin.append(start)
        kept = end
    pieces.append(text[kept:])
    origin.extend(range(kept, len(text)))
    return Clean("".join(pieces), text, tuple(origin))


_letter = cache(fold)


def folded_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters (and its end) the offset in the text.

    >>> folded_with_offsets("نقلاً")
    ('نقلا', [0, 1, 2, 3, 5])
    """
    letters: list[str] = []
    offsets: list[int] = []
    for i, character in enumerate(text):
        letter = _letter(character)
        letters.append(letter)
        offsets.extend([i] * len(letter))
    return "".join(letters), [*offsets, len(text)]


_NOISE, _DAY_LABEL = regex(lines.NOISE, re.VERBOSE | re.IGNORECASE), regex(lines.DAY_LABEL, re.IGNORECASE)
_SEPARATOR = regex(r"\s*[|•·●▪┃¦\t\n◆►]+\s*|\s+[-–—/]+\s+|\s*//+\s*|\s{3,}")
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
