"""The tokens of a dateline formula: words, the separators between them, and what each run of words may be.

A formula («الرياض - واس:», «(CNN) دمشق، سوريا --») is words in free order with separators in all their forms. This
module cuts a text into words and gaps and finds the dates among them; `readings` lists what the words may be.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from functools import cache, lru_cache
from itertools import islice, pairwise

from msgspec import Struct

from newscli.arabic.letters import INVISIBLE, fold, fold_evenly
from newscli.dates import words as datewords
from newscli.lexicon.agencies import compact
from newscli.lexicon.given_names import told_apart
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


SOURCES = (Kind.AGENCY, Kind.OUTLET)


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

# A tatweel inside a word stretches it, also before its number, «كشـ24»; at its end it serves as a dash, unless it is
# the «هـ» of a Hijri year.
_WORD = regex(
    r"(?:هـ+(?![^\W\d_ـ]))"
    r"|@?[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*"
    r"|(?:[^\W\d_ـA-Za-z]+[\u064b-\u065f\u0670\u200c\u200d]*(?:ـ+(?=[^\W\d_ـ]|\d+(?![\d/.-]|\s*\w)))?)+"
    r"|\d+"
)
_DASHES = frozenset("-–—‐‑‒―−ـ_/\\|~=*•·")
OPENING, CLOSING = "([{«“\"‹<'‘", ")]}»”\"›>'’"
_OPEN, _CLOSE = frozenset(OPENING), frozenset(CLOSING)
QUOTES = frozenset('«“"‹')  # those of them that quote a name
_SKIPPED = regex(rf"[\s{INVISIBLE}]+")
_ENTITIES = {"&nbsp;": "      ", "&quot;": '"     ', "&laquo;": "«      ", "&raquo;": "»      ", "&ndash;": "-      "}
_ENTITY = regex("|".join(_ENTITIES))


_FIRST = frozenset(("اول", "فاتح", "غره"))  # «أول ديسمبر», «فاتح ماي»


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
        head = _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], head)
    plain, even = fold_evenly(head := told_apart(head))
    found: list[tuple[int, int, str]] = []
    for match in islice(_WORD.finditer(head), MOST_WORDS + 3):
        start, end = match.span()
        if start > most:
            break
        found.append((start, end, plain[start:end] if even else folded(match.group())))
    if not found:
        return [], head
    end = found[-1][1]
    tail = next((i for i in range(end, len(head)) if head[i].isalnum()), len(head))
    words: list[Word] = []
    symbols, _ = _signs(head[: found[0][0]])
    nothing = Gap.NONE  # members of an enum are dear to look up
    for (start, end, name), (behind, _, following) in pairwise((*found, (tail, tail, ""))):
        opened = symbols[-1:] if symbols[-1:] in _OPEN else ""
        between = head[end:behind]
        if between == " ":  # nearly always
            words.append(Word(start, end, name, nothing, opened, False))
            symbols = ""
            continue
        symbols, gap = _signs(between)
        if following == "نت":  # «المواطن – نت»
            gap = nothing
        if gap is Gap.STOP and symbols == "." and following and _abbreviates(between, name, following):
            gap = nothing
        words.append(Word(start, end, name, gap, opened, symbols[:1] in _CLOSE))
    return words, head


@lru_cache(maxsize=1024)  # a few strings stand between nearly all words
def _signs(between: str) -> tuple[str, Gap]:
    """What is seen of a text between two words, and how it parts them."""
    symbols = _SKIPPED.sub("", between)
    weakest = Gap.BRACKET if symbols else Gap.NONE
    return symbols, next((gap for characters, gap in _GAPS if not characters.isdisjoint(between)), weakest)


def _abbreviates(between: str, word: str, following: str) -> bool:
    """Whether a dot stands behind a part of an abbreviation; «X نت. وقالت ...» has none."""
    return between == "." or (word != "نت" and min(len(word), len(following)) <= _INITIALS)


_INITIALS = 2  # letters of an abbreviation's part
_GAPS = (
    (frozenset(":"), Gap.COLON),
    (_DASHES, Gap.DASH),
    (frozenset("\n"), Gap.LINE),
    (frozenset(".…؟!؛;"), Gap.STOP),
    (frozenset("،,+&"), Gap.COMMA),
)


@cache
def _months() -> tuple[frozenset[str], frozenset[str]]:
    """Month names of one word or the first of two, and all the words that may stand inside a date."""
    months = fold(" ".join((*datewords.GREGORIAN, *datewords.HIJRI))).split()
    inside = (
        "الموافق لـ يوم في هـ ه م ميلادي ميلادية هجري هجرية الأول الثاني الأولى الثانية الآخر الآخرة القعدة الحجة "
        "من شهر سنة عام أول فاتح غرة"
    )
    days = " ".join(datewords.WEEKDAYS)
    named = frozenset((*months, *datewords.PAIRS, "ذي"))
    return named, named.union(fold(f"{inside} {days}").split())


_NEVER_FIRST = frozenset(("م", "ه", "من"))  # of a date's words
_NEVER_LAST = frozenset(("في", "يوم", "الموافق", "من", "ل"))
_LONGEST_DATE = 14  # words
_TIME = regex(r"[0-2]?\d [0-5]\d$")
_MERIDIEM = frozenset(fold("ص م صباحا مساء ظهرا فجرا ليلا").split())


def date_at(words: list[Word], first: int) -> int:
    """The end of the date that begins at a word, or `first` where none does: a number and a month, or three numbers."""
    named, inside = _months()
    numbers = months = 0
    last = first
    if folded_at(words, first) in _NEVER_FIRST:
        return first
    for i, word in enumerate(words[first : first + _LONGEST_DATE], first):
        number = word.folded.isdigit() or _is_first_of_month(words, i)
        if not (number or word.folded in inside or (i == first and is_bare_weekday(words, i))):
            break
        numbers += number
        months += word.folded in named
        if word.folded not in _NEVER_LAST:
            last = i + 1
        if word.gap >= Gap.STOP and not _date_goes_on(words, i):
            break
    # Day and month before the agency: «الكويت - 4 - 5 (كونا)».
    before_agency = numbers == 2 and (words[first].gap, words[last - 1].gap) == (Gap.DASH, Gap.BRACKET)
    return _past_minutes(words, last) if numbers >= 3 or (numbers and months) or before_agency else first


def _past_minutes(words: list[Word], last: int) -> int:
    """The end of a time of day, «12:29 مساء», whose hour a date has taken in as its last number; else `last`.

    «2024: 12 قتيلا» tells none, and a line that ends with one is a stamp.
    """
    if words[last - 1].gap is not Gap.COLON or not _TIME.match(phrase(words, last - 1, last + 1)):
        return last
    end = last + 1 + (folded_at(words, last + 1) in _MERIDIEM)
    return end if words[last].start - words[last - 1].end == 1 and end < len(words) else last


def is_bare_weekday(words: list[Word], i: int) -> bool:
    """Whether «خميس» or its like opens a part and a number stands behind it: «خميس، 12 مارس»."""
    return begins_part(words, i) and words[i].folded in datewords.BARE_WEEKDAYS and folded_at(words, i + 1).isdigit()


def _is_first_of_month(words: list[Word], i: int) -> bool:
    """Whether a word such as «أول» and a month's name behind it are the first day of that month."""
    return words[i].folded in _FIRST and words[i].gap is Gap.NONE and folded_at(words, i + 1) in _months()[0]


def _date_goes_on(words: list[Word], i: int) -> bool:
    """Whether the dash, slash or dot behind a word is inside a date: numbers or months stand on both sides."""
    following = folded_at(words, i + 1)
    goes_on = following.isdigit() or following in _months()[1] - {"في"}
    return goes_on and words[i].gap in (Gap.DASH, Gap.STOP)


def folded_at(words: list[Word], i: int) -> str:
    """The word at an index, folded; empty behind the last."""
    return words[i].folded if i < len(words) else ""


def run_of(words: list[Word], first: int, last: int | None = None) -> list[str]:
    """The folded words of a range."""
    return [word.folded for word in words[first:last]]


def phrase(words: list[Word], first: int, last: int | None = None) -> str:
    """The folded words of a range with a space between them."""
    return " ".join(run_of(words, first, last))


def lookup_key(words: list[Word], first: int, last: int) -> str:
    """The folded words as the lexicon keeps them: initials joined, digits apart."""
    if last - first == 1:
        return words[first].folded.replace(".", " ")
    run = run_of(words, first, last)
    return compact(run) or " ".join(run).replace(".", " ")


def begins_part(words: list[Word], first: int) -> bool:
    """Whether a word is the first of the line, or the first behind a separator."""
    return first == 0 or words[first - 1].gap is not Gap.NONE


def part_end(words: list[Word], first: int) -> int:
    """The end of the part that holds a word: no separator stands inside a part."""
    return next((i + 1 for i in range(first, len(words)) if words[i].gap is not Gap.NONE), len(words))
