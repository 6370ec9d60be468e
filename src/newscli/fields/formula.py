"""The tokens of a dateline formula: words, the separators between them, and what each run of words may be.

A formula («الرياض - واس:», «(CNN) دمشق، سوريا --») is words in free order with separators in all their forms. This
module cuts a text into words and gaps, and lists for each position the readings (`Span`) that the lexicon, the form
or the slot allows. `fields.dateline` chooses among them.
"""

from __future__ import annotations

import re
from collections.abc import Container
from enum import IntEnum, StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from newscli.arabic import datewords
from newscli.arabic.letters import fold
from newscli.fields.names import Likeness, likeness
from newscli.lexicon import agencies, outlets, places, roles
from newscli.lexicon.names import given_names


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


class Word(NamedTuple):
    """A word of the text: its half-open range, its folded form and the gap behind it."""

    start: int
    end: int
    folded: str
    gap: Gap
    opened: str  # the opening bracket or quote right before it
    closed: bool  # whether a bracket or quote closes behind it


class Span(NamedTuple):
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
_LONGEST_NAME = 6

# A tatweel inside a word stretches it; at its end it serves as a dash, unless it is the «هـ» of a Hijri year.
_WORD = re.compile(
    r"(?:هـ+(?![^\W\d_ـ]))"
    r"|@?[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*"
    r"|(?:[^\W\d_ـA-Za-z][\u064b-\u065f\u0670\u200c\u200d]*(?:ـ+(?=[^\W\d_ـ]))?)+"
    r"|\d+"
)
_DASHES = frozenset("-–—‐‑‒―−ـ_/\\|~=")
_OPEN = frozenset("([{«“\"‹<'‘")
_CLOSE = frozenset(")]}»”\"›>'’")
_SKIPPED = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+")
_ENTITIES = {"&nbsp;": "      ", "&quot;": '"     ', "&laquo;": "«      ", "&raquo;": "»      ", "&ndash;": "-      "}


def first_word(text: str) -> str:
    """The first word of a text, folded; empty if there is none near its start."""
    match = _WORD.search(text, 0, 40)
    return fold(match.group()) if match else ""


def words_of(text: str, most: int = MOST_CHARACTERS) -> tuple[list[Word], str]:
    """The words at the start of the text, and the text itself with HTML entities blanked (same length)."""
    head = text[: most + 60]
    if "&" in head:
        for entity, blank in _ENTITIES.items():
            head = head.replace(entity, blank)
    found: list[tuple[int, int, str]] = []
    for match in _WORD.finditer(head):
        if match.start() > most or len(found) > MOST_WORDS + 2:
            break
        found.append((match.start(), match.end(), fold(match.group())))
    words = []
    previous = 0
    for i, (start, end, folded) in enumerate(found):
        following = found[i + 1][0] if i + 1 < len(found) else len(head)
        between = head[end:following] if i + 1 < len(found) else head[end : _tail(head, end)]
        words.append(Word(start, end, folded, _gap(between, found, i), _opened(head[previous:start]), _closed(between)))
        previous = end
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
    if not {".", "…", "•", "*", "؟", "!", "؛", ";"}.isdisjoint(symbols):
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
        "من شهر سنة عام أول"
    )
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
        if folded.isdigit():
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


def _date_goes_on(words: list[Word], i: int) -> bool:
    """Whether the dash, slash or dot behind a word is inside a date: numbers or months stand on both sides."""
    single, pairs, inside = _months()
    if words[i].gap not in (Gap.DASH, Gap.STOP) or i + 1 >= len(words):
        return False
    following = words[i + 1].folded
    named = following in single or following in pairs
    return following.isdigit() or named or (following in inside and following != "في")


def _key(words: list[Word], first: int, last: int) -> str:
    """The folded words as the lexicon keeps them: initials joined, digits apart."""
    run = [word.folded for word in words[first:last]]
    return agencies.compact(run) or " ".join(run).replace(".", " ")


def spans(words: list[Word], own: Container[str]) -> list[list[Span]]:
    """For each position the readings that begin there. `own` are the folded names of the page's own outlet."""
    return [_spans_at(words, i, own) for i in range(len(words))]


def _spans_at(words: list[Word], first: int, own: Container[str]) -> list[Span]:
    found: list[Span] = []
    stop = date_at(words, first)
    if stop > first:
        found.append(Span(first, stop, Kind.DATE, 2.0))
    limit = _part_end(words, first)
    for last in range(first + 1, min(limit, first + _LONGEST_NAME) + 1):
        found.extend(_listed(words, first, last, own))
    found.extend(_half_quoted(words, first, limit))
    found.extend(_quoted(words, first))
    found.extend(_persons(words, first, limit))
    found.extend(_guessed_places(words, first, limit))
    return found


def _part_end(words: list[Word], first: int) -> int:
    """The end of the part that holds a word: no separator stands inside a part."""
    last = first
    while last < len(words) - 1 and words[last].gap == Gap.NONE:
        last += 1
    return last + 1


_LINKS = frozenset(("من", "في", "و", "ب", "مع", "عن"))


def _listed(words: list[Word], first: int, last: int, own: Container[str]) -> list[Span]:
    """The readings of a run that the tables or its form give."""
    name = _key(words, first, last)
    found = [Span(first, last, kind, weight) for kind, weight in _readings(name, own)]
    if not found and first and len(name) > 3 and name[0] == "و" and last - first <= 3:
        found = [
            Span(first, last, kind, weight - 0.2, joined=True)
            for kind, weight in _readings(name[1:], own)
            if kind in (Kind.PLACE, Kind.AGENCY, Kind.OUTLET)
        ]
    run = [word.folded for word in words[first:last]]
    if not any(span.kind in (Kind.OUTLET, Kind.AGENCY) for span in found):
        weight, known = _outlet_form(run)
        if weight:
            found.append(Span(first, last, Kind.OUTLET, weight, known=known))
    if run == ["من"] and first and words[first - 1].gap >= Gap.BRACKET:
        found.append(Span(first, last, Kind.WRITER, 1.2))  # «القاهرة - من NAME»
    if run[0] in roles.DESK and " ".join(run) not in roles.NOBODY and 2 <= last - first <= 4 and any(
        kind in (Kind.OUTLET, Kind.AGENCY) for kind, _ in _readings(_key(words, first + 1, last), own)
    ):
        found.append(Span(first, last, Kind.OUTLET, 3.4 if first else 2.2))
    return found


def _half_quoted(words: list[Word], first: int, limit: int) -> list[Span]:
    """A listed source with quotes around a part of its name: «القدس» دوت كوم, خدمة «نيويورك تايمز»."""
    if limit >= len(words) or words[limit - 1].gap is not Gap.BRACKET:
        return []
    if not words[first].opened and not words[limit].opened:
        return []
    for last in range(limit + 1, min(_part_end(words, limit), first + 4) + 1):
        name = _key(words, first, last)
        if name in agencies.forms():
            return [Span(first, last, Kind.AGENCY, 4.5)]
        if name in outlets.forms():
            return [Span(first, last, Kind.OUTLET, 4.5)]
    return []


def _outlet_form(run: list[str]) -> tuple[float, bool]:
    """How likely a run is an outlet by its form, and whether the form alone is enough."""
    if any(roles.opens_sentence(word) for word in run):
        return 0.0, False
    if run[0].isascii() and run[0][0].isalpha():
        domain = len(run) == 1 and outlets.is_domain(run[0])
        return (1.8, True) if domain else (1.0, False) if len(run) <= 2 and "".join(run).isalnum() else (0.0, False)
    if outlets.by_form(run):
        strong = run[-1] in outlets.BEHIND or len(run) == 1
        if not strong and run[1].endswith("يه") and not run[1].startswith("ال"):
            return 0.0, False  # «قناة رياضية جديدة»
        return (1.8, True) if strong else (1.5, run[1] not in roles.NEWS)
    return (1.3, False) if 2 <= len(run) <= 3 and run[-1] in outlets.ADJECTIVES else (0.0, False)


def _readings(name: str, own: Container[str]) -> list[tuple[Kind, float]]:
    found = _lookup(name)
    if name not in own:
        return found
    place = any(kind is Kind.PLACE for kind, _ in found)
    return [reading for reading in found if reading[0] is not Kind.OUTLET] + [(Kind.OUTLET, 1.9 if place else 2.5)]


@lru_cache(maxsize=8192)
def _lookup(name: str) -> list[tuple[Kind, float]]:
    found: list[tuple[Kind, float]] = []
    if name in places.names():
        found.append((Kind.PLACE, 1.0 if places.is_weak(name) or _rather_outlet(name) else 2.0))
    agency = agencies.forms().get(name)
    if agency is not None:
        weak = name in agencies.weak_forms()
        found.append((Kind.AGENCY, (1.6 if not agency.generic else 1.3) if weak else 2.2))
    if name in outlets.forms():
        found.append((Kind.OUTLET, 1.2 if name in outlets.weak_forms() else 2.2))
    if name in roles.WRITER:
        found.append((Kind.WRITER, 1.2))
    if name in roles.PHOTO:
        found.append((Kind.PHOTO, 1.3))
    if name in roles.NOTE or name in roles.NOBODY:
        found.append((Kind.NOTE, 0.9))
    if name in _LINKS:
        found.append((Kind.LINK, 0.8))
    return found


def _rather_outlet(name: str) -> bool:
    """Whether a small town bears an outlet's name: the press means the outlet («الشروق»)."""
    return name in outlets.forms() and not places.by_hand(name)


def _quoted(words: list[Word], first: int) -> list[Span]:
    """A run of at most four words in quotes: an outlet's name, listed or not."""
    if words[first].opened not in "«“\"‹" or not words[first].opened:
        return []
    for last in range(first + 1, min(first + 5, len(words)) + 1):
        if words[last - 1].closed:
            run = words[first:last]
            if any(roles.opens_sentence(word.folded) for word in run) or run[0].folded in roles.TITLES:
                return []
            return [Span(first, last, Kind.OUTLET, 2.1, known=False)]
        if words[last - 1].gap != Gap.NONE:
            break
    return []


def _persons(words: list[Word], first: int, limit: int) -> list[Span]:
    """Runs from a word that may be a person's name."""
    found = []
    joined = _joined_name(words, first)
    for last in range(first + 1, min(limit, first + 7) + 1):
        run = [word.folded for word in words[first:last]]
        if joined:
            run[0] = run[0][1:]
        while len(run) > 1 and run[0] in roles.TITLES and run[0] not in given_names():
            run = run[1:]
        if any(word[0] == "و" and word[1:] in agencies.forms() for word in run[1:] if len(word) > 4):
            break  # «NAME ووكالات»
        sure = likeness(run)
        if sure:
            weight = {Likeness.CLEAR: 1.9, Likeness.PLAUSIBLE: 1.4}.get(sure, 0.8)
            found.append(Span(first, last, Kind.PERSON, weight, known=sure >= Likeness.PLAUSIBLE, joined=joined))
    return found


def _joined_name(words: list[Word], first: int) -> bool:
    folded = words[first].folded
    if not first or len(folded) < 4 or folded[0] != "و" or folded in given_names():
        return False
    if folded[1:] in given_names() or folded[1:] == "عبد" or folded[1:].startswith("عبدال"):
        return True
    # «A B وC D»: behind two words and before another one; foreign names in «وا», «وي», «وو», «وه» are names.
    between = words[first - 1].gap is Gap.NONE and words[first].gap is Gap.NONE and first + 1 < len(words)
    return between and first >= 2 and folded[1] not in "ايوه" and words[first - 2].gap is Gap.NONE


# What begins a place's name: «مخيم ...», «محافظة ...», «قرية ...».
_PLACE_HEADS = frozenset(
    fold(
        "محافظة مدينة قرية مخيم بلدة منطقة ولاية إقليم مديرية لواء قضاء ناحية حي هجرة مركز وادي جبل جزيرة معبر ميناء "
        "مطار عين أم بني كفر بيت تل دير خان رأس حوطة روضة سوق سيدي آيت أيت أولاد برج قصر حاسي بئر خربة عزبة كوم ميت "
        "منية شبه أبو سان سانت سانتا نيو بور بورت جنوب شمال شرق غرب وسط ريف ضواحي جمهورية مملكة إمارة جهة جماعة دوار"
    ).split()
)


def _guessed_places(words: list[Word], first: int, limit: int) -> list[Span]:
    """Runs that may be a place though no table has them: a whole part of one or two words, or «مخيم ...»."""
    found = []
    head = words[first].folded
    for last in range(first + 1, min(limit, first + 4) + 1):
        run = [word.folded for word in words[first:last]]
        if any(not _may_be_place(word) for word in run[1 if head in _PLACE_HEADS and len(run) > 1 else 0 :]):
            break
        if len(run) > 1 and head in _PLACE_HEADS:
            found.append(Span(first, last, Kind.PLACE, 1.7, known=False))
        elif last == limit and len(run) <= 2 and (first == 0 or words[first - 1].gap != Gap.NONE):
            found.append(Span(first, last, Kind.PLACE, 0.5 if len(run) == 1 else 0.2, known=False))
    return found


_PHRASE = re.compile(r"(?:وال|لل)..|[يت]\w{2,}ون$|\w{3,}ات$")  # words that stand inside a sentence


def _may_be_place(word: str) -> bool:
    if not word.isalpha() or len(word) < 3 or word.isascii() or roles.opens_sentence(word):
        return False
    if word[:2] != "ال" and _PHRASE.match(word):
        return False
    return not any(word in words for words in (roles.NEWS, roles.NOBODY, roles.CALLING, roles.TITLES, given_names()))
