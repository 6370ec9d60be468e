"""The tokens of a dateline formula: words, the separators between them, and what each run of words may be.

A formula («الرياض - واس:», «(CNN) دمشق، سوريا --») is words in free order with separators in all their forms. This
module cuts a text into words and gaps and finds the dates among them; `fields.readings` lists what the words may be.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from functools import cache, lru_cache
from itertools import islice

from msgspec import Struct

from newscli.arabic.letters import INVISIBLE, fold, fold_evenly
from newscli.dates import words as datewords
from newscli.lexicon.agencies import compact
from newscli.regex import regex


class Kind(StrEnum):
    """What a run of words in a formula is."""

    PLACE = "place"
    AGENCY = "agency"
    OUTLET = "outlet"
    PERSON = "person"
    DATE = "date"
    WRITER = "writer"  # a role word: كتب، حوار، متابعة
    PHOTO = "photo"  # a photographer's role word: تصوير، عدسة
    NOTE = "note"  # هاتفيا، مباشر، a desk's name
    LINK = "link"  # من، في، و


class Gap(IntEnum):
    """What stands between two words, the weakest first."""

    NONE = 0  # white space, or the dots of an abbreviation
    BRACKET = 1
    COMMA = 2
    STOP = 3
    DASH = 4  # dashes, tatweel as dash, slashes, bars
    COLON = 5
    LINE = 6


class Word(Struct, frozen=True, gc=False):
    """A word of the text: its half-open range, its folded form and the gap behind it."""

    start: int
    end: int
    folded: str
    gap: Gap
    opened: str  # the opening bracket or quote right before it
    closed: bool  # whether a bracket or quote closes behind it


class Span(Struct, frozen=True, gc=False):
    """One reading of the words `first` to `last` (exclusive): its kind and how likely it is, other things equal.

    `known` tells a listed name from one that was only recognised by its form or its slot.
    """

    first: int
    last: int
    kind: Kind
    weight: float
    known: bool = True
    joined: bool = False  # a «و» is glued to the first word and does not belong to the name


MOST_WORDS = 22
MOST_CHARACTERS = 180

# A tatweel inside a word stretches it; at its end it serves as a dash, unless it is the «هـ» of a Hijri year.
_WORD = regex(
    r"(?:هـ+(?![^\W\d_ـ]))"
    r"|@?[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*"
    r"|(?:[^\W\d_ـA-Za-z]+[\u064b-\u065f\u0670\u200c\u200d]*(?:ـ+(?=[^\W\d_ـ]))?)+"
    r"|\d+"
)
_DASHES = frozenset("-–—‐‑‒―−ـ_/\\|~=*•·")
_OPEN = frozenset("([{«“\"‹<'‘")
_CLOSE = frozenset(")]}»”\"›>'’")
_SKIPPED = regex(rf"[\s{INVISIBLE}]+")
_ENTITIES = {"&nbsp;": "      ", "&quot;": '"     ', "&laquo;": "«      ", "&raquo;": "»      ", "&ndash;": "-      "}


_FIRST = frozenset(fold(datewords.ORDINALS[0]).split())


@lru_cache(maxsize=16384)
def folded(word: str) -> str:
    """A single word folded; the words of credits are always the same few thousand."""
    return fold(word)


def first_word(text: str) -> str:
    """The first word of a text, folded; empty if there is none near its start."""
    match = _WORD.search(text, 0, 40)
    return folded(match.group()) if match else ""


@lru_cache(maxsize=512)  # the steps that read a line ask one after the other
def words_of(text: str, most: int = MOST_CHARACTERS) -> tuple[list[Word], str]:
    """The words at the start of the text, and the text itself with HTML entities blanked (same length)."""
    head = text[: most + 60]
    if "&" in head:
        for entity, blank in _ENTITIES.items():
            head = head.replace(entity, blank)
    plain, even = fold_evenly(head)
    found: list[tuple[int, int, str]] = []
    for match in islice(_WORD.finditer(head), MOST_WORDS + 3):
        start, end = match.span()
        if start > most:
            break
        found.append((start, end, plain[start:end] if even else folded(match.group())))
    words: list[Word] = []
    if not found:
        return words, head
    starts = [start for start, _, _ in found[1:]]
    starts.append(_tail(head, found[-1][1]))
    opened = _opened(head[: found[0][0]])
    for i, (start, end, name) in enumerate(found):
        between = head[end : starts[i]]
        if between == " ":  # nearly always
            words.append(Word(start, end, name, Gap.NONE, opened, False))
            opened = ""
        else:
            words.append(Word(start, end, name, _gap(between, found, i), opened, _closed(between)))
            opened = _opened(between)
    return words, head


def _tail(text: str, end: int) -> int:
    while end < len(text) and not text[end].isalnum():
        end += 1
    return end


def _gap(between: str, found: list[tuple[int, int, str]], i: int) -> Gap:
    symbols = _SKIPPED.sub("", between)
    if not symbols:
        return Gap.LINE if "\n" in between else Gap.NONE
    if ":" in symbols:
        return Gap.COLON
    if not _DASHES.isdisjoint(symbols):
        return Gap.DASH
    if "\n" in between:
        return Gap.LINE
    if symbols == "." and i + 1 < len(found):
        short = min(len(found[i][2]), len(found[i + 1][2])) <= 2
        return Gap.NONE if short or between == "." else Gap.STOP
    if not {".", "…", "؟", "!", "؛", ";"}.isdisjoint(symbols):
        return Gap.STOP
    if not {"،", ",", "+", "&"}.isdisjoint(symbols):
        return Gap.COMMA
    return Gap.BRACKET


def _opened(before: str) -> str:
    symbols = _SKIPPED.sub("", before)
    return symbols[-1] if symbols and symbols[-1] in _OPEN else ""


def _closed(between: str) -> bool:
    symbols = _SKIPPED.sub("", between)
    return bool(symbols) and symbols[0] in _CLOSE


@cache
def _months() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Month names of one word, first words of two-word months, and the words that may stand inside a date."""
    single = fold(" ".join((*datewords.GREGORIAN, *datewords.HIJRI))).split()
    inside = (
        "الموافق لـ يوم في هـ ه م ميلادي ميلادية هجري هجرية الأول الثاني الأولى الثانية الآخر الآخرة القعدة الحجة "
        "من شهر سنة عام "
    )
    inside += datewords.ORDINALS[0]
    days = fold(" ".join(datewords.WEEKDAYS)).split()
    return frozenset(single), frozenset(datewords.PAIRS) | {"ذي"}, frozenset(fold(inside).split()) | frozenset(days)


def date_at(words: list[Word], first: int) -> int:
    """The end of the date that begins at a word, or `first` where none does: a number and a month, or three numbers."""
    single, pairs, inside = _months()
    numbers = months = 0
    last = i = first
    starts = words[first].folded
    if not (starts.isdigit() or starts in single or starts in pairs or starts in inside) or starts in {"م", "ه", "من"}:
        return first
    while i < len(words) and i - first < 14:
        folded = words[i].folded
        if folded.isdigit() or _is_first_of_month(words, i):
            numbers += 1
            last = i + 1
        elif folded in single or folded in pairs:
            months += 1
            last = i + 1
        elif folded in inside:
            if folded not in {"في", "يوم", "الموافق", "من", "ل"}:
                last = i + 1
        else:
            break
        if words[i].gap >= Gap.STOP and not _date_goes_on(words, i):
            break
        i += 1
    if numbers == 2 and not months and words[first].gap is Gap.DASH and words[last - 1].gap is Gap.BRACKET:
        return last  # day and month before the agency: «الكويت - 4 - 5 (كونا)»
    return last if (numbers and months) or numbers >= 3 else first


def _is_first_of_month(words: list[Word], i: int) -> bool:
    """Whether a word such as «أول» and a month's name behind it are the first day of that month."""
    if words[i].folded not in _FIRST or words[i].gap is not Gap.NONE or i + 1 >= len(words):
        return False
    single, pairs, _ = _months()
    return words[i + 1].folded in single or words[i + 1].folded in pairs


def _date_goes_on(words: list[Word], i: int) -> bool:
    """Whether the dash, slash or dot behind a word is inside a date: numbers or months stand on both sides."""
    single, pairs, inside = _months()
    if words[i].gap not in (Gap.DASH, Gap.STOP) or i + 1 >= len(words):
        return False
    following = words[i + 1].folded
    named = following in single or following in pairs
    return following.isdigit() or named or (following in inside and following != "في")


def lookup_key(words: list[Word], first: int, last: int) -> str:
    """The folded words as the lexicon keeps them: initials joined, digits apart."""
    if last - first == 1:
        return words[first].folded.replace(".", " ")
    run = [word.folded for word in words[first:last]]
    return compact(run) or " ".join(run).replace(".", " ")


def part_end(words: list[Word], first: int) -> int:
    """The end of the part that holds a word: no separator stands inside a part."""
    last = first
    while last < len(words) - 1 and words[last].gap == Gap.NONE:
        last += 1
    return last + 1
