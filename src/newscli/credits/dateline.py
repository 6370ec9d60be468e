"""The dateline: where a story was filed and which agency or outlet filed it, read by a small grammar.

The order of the parts is free and so are the separators (measured on 26,000 lines of the Saudi press), so nothing is
decided by position alone: every run of words gets the readings that the tables, its form and its slot allow
(`readings`), the likeliest sequence is chosen as a whole, and it is accepted only if a place or a source anchors it
(`acceptance`). «الرياض» is a place before a person and an outlet beside another place; «قنا» is a town before «وكالات»
and an agency behind «الدوحة».
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from newscli.credits import weights
from newscli.credits.acceptance import judge_line, judge_prefix
from newscli.credits.matching import Match, match_of
from newscli.credits.own import NOTHING, Own, own_names
from newscli.credits.readings import Spans, begins_source, hyphenated, names_source
from newscli.credits.sequence import Formula, likeliest
from newscli.credits.tokens import (
    MOST_CHARACTERS,
    MOST_WORDS,
    Gap,
    Word,
    begins_part,
    date_at,
    first_word,
    folded_at,
    part_end,
    words_of,
)
from newscli.lexicon import agencies
from newscli.lexicon.credit_words import FUNCTION, REPORTING, SOURCE_LINE, WRITER, opens_sentence, role_words
from newscli.lexicon.given_names import given_names
from newscli.lexicon.places import is_place
from newscli.regex import regex

__all__ = ["Match", "read_line", "read_prefix"]

_Judge = Callable[[Formula, Own], str | None]  # why a formula is one, with the page's own outlets


@lru_cache(maxsize=512)
def read_line(text: str, own: Own = NOTHING) -> Match | None:
    """A line of its own, before the body or in the author's slot, read as one formula; None when it is none.

    A bare person's name and «كتب: NAME» are no datelines: `line` reads them. A place, an outlet or an agency alone
    gives a confidence below 0.5 where it might as well be a section label: the caller knows what stands around it.

    >>> read_line("الرياض - واس:").dateline.sources
    ('واس',)
    >>> read_line("سمر الحلبي (بيروت)").authors
    ('سمر الحلبي',)
    >>> read_line("وزير الخارجية - زيد الصالح") is None
    True
    """
    text = text.rstrip()
    if not 2 <= len(text) <= MOST_CHARACTERS or text[-1] in "؟?!" or _LINKED.search(text) or "©" in text:
        return None
    words, _ = words_of(text)
    if not 0 < len(words) <= MOST_WORDS or _sentence(words) or _hopeless(words):
        return None
    return _judged(text, likeliest(words, Spans(words, own), len(words)), len(text), judge_line, own)


def _judged(text: str, formula: Formula | None, end: int, judge: _Judge, own: Own) -> Match | None:
    """The match of a formula that is one by its judge; what follows it begins at `end`."""
    if formula is None:
        return None
    reason = judge(formula, own)
    return match_of(text, formula, end, reason) if reason else None


def read_prefix(text: str, *, outlets: Iterable[str] = (), places: frozenset[str] = frozenset()) -> Match | None:
    """The formula that opens a paragraph and is closed by a separator; None where the paragraph opens as a sentence.

    A short text that is a formula as a whole is read as by `read_line`. `outlets` are folded names of the page's own
    outlet, `places` folded ones that its story tells of (`own.told_places`).

    >>> match = read_prefix("دمشق، سوريا (CNN) -- أعلنت الحكومة")
    >>> match.dateline.text, match.dateline.places
    ('دمشق، سوريا (CNN)', ('دمشق', 'سوريا'))
    >>> read_prefix("قال مسؤولون: إن المطار أعيد فتحه") is None
    True
    """
    first = first_word(text)
    if not first or (_opens_report(first) and not begins_source(first)):
        return None
    separator = _SEPARATED.search(text, 0, _LINE)
    if separator is None or text.count(" ", 0, separator.start()) > _LONGEST_PART or _LINKED.search(text, 0, _LINE):
        return None
    words, head = words_of(text, _LINE)
    if first in SOURCE_LINE and words[0].gap is Gap.COLON:
        return None  # «المصدر: X»: a label, though an outlet is called so too
    horizon = _horizon(words)
    ends = [i for i in range(1, min(horizon, len(words) - 1) + 1) if _closes(words, i)]
    if not ends and horizon == len(words):
        return None
    own = own_names(frozenset(outlets), places)
    if horizon == len(words) and len(text) <= _LINE:
        whole = read_line(text, own)
        if whole is not None and (whole.confidence > weights.SURE_LINE or _closes(words, len(words))):
            return whole
    readings = Spans(words[: horizon + 1], own)
    match = _unseparated(text, words, readings)
    if match is not None:
        return match
    for end in reversed(ends):
        match = _judged(text, likeliest(words, readings, end), _story(head, words, end), judge_prefix, own)
        if match is not None:
            return match
    return None


_SEPARATED = regex(r"[-–—‒―ـ_:/|=*•·\n()\[«\"“،,…\d]|\.\s")
_LINKED = regex(r"https?:|www\.|[<>@#]")
_LINE = 120  # characters: no formula alone is longer


def _opens_report(word: str) -> bool:
    """Whether a folded word is a verb, a function word or a label of sources: none that names a writer («كتب»)."""
    return word in SOURCE_LINE or (opens_sentence(word) and word not in WRITER)


def _sentence(words: list[Word]) -> bool:
    """Whether a line reports something: it opens with a verb or a function word, or holds several of them."""
    first = words[0].folded
    if first == "من" and folded_at(words, 1) in given_names():
        return False  # «من NAME - PLACE»
    opens = _opens_report(first) and not names_source(words, 0)
    if opens and not (words[0].gap in (Gap.BRACKET, Gap.DASH) and is_place(first)):  # no town that is such a word too
        return True
    return sum(word.folded in _TELLING for word in words) >= 2


_LINKING = frozenset(("في", "من", "مع", "عن", "اول"))
_TELLING = FUNCTION - _LINKING


def _hopeless(words: list[Word]) -> bool:
    """Whether a part holds a verb or a function word that no listed name has."""
    start = 0
    for i, word in enumerate(words):
        if _runs_on(word.folded) and not names_source(words, start) and not _in_place(words, i):
            return True
        if word.gap is not Gap.NONE:
            start = i + 1
    return False


def _in_place(words: list[Word], i: int) -> bool:
    """Whether a word that may be a function word belongs to a place: «روستوف-اون-دون»."""
    return any(span.last > i for j in range(max(0, i - 2), i) for span in hyphenated(words, j))


_LONGEST_PART = 10  # words: a role, a name and a place with nothing between


@lru_cache(maxsize=8192)
def _runs_on(word: str) -> bool:
    """Whether a word is a verb or a function word that stands in no formula."""
    if word in _LINKING or word in role_words() or word[1:] in given_names():
        return False  # «وعلي» may be «وعلى»
    return opens_sentence(word)


def _horizon(words: list[Word]) -> int:
    """How many words at the start may belong to a formula: up to the first verb or function word."""
    for i, word in enumerate(words[:MOST_WORDS]):
        if opens_sentence(word.folded) and word.folded not in _LINKING and not _alone(words, i):
            return i
    return min(len(words), MOST_WORDS)


def _alone(words: list[Word], i: int) -> bool:
    """Whether a word that may be a verb begins a source's name that is a part of its own: «تواصل - الرياض», «(ومع)»."""
    return begins_part(words, i) and names_source(words, i)


def _closes(words: list[Word], end: int) -> bool:
    """Whether the gap behind the words before `end` can close a formula; none does inside a bracket before all."""
    if words[0].opened == "(" and not any(word.closed for word in words[:end]):
        return False
    return words[end - 1].gap >= Gap.STOP or words[end - 1].closed


def _unseparated(text: str, words: list[Word], readings: Spans) -> Match | None:
    """«عمان 3 نيسان بترا أعلنت ...»: the last separator was lost, and the story's verb follows an agency or a place."""
    verb = next((i for i, word in enumerate(readings.words) if word.folded in REPORTING), 0)
    end = _behind_agency(words) or verb
    if end < 2 or begins_part(words, end):
        return None
    formula = likeliest(words, readings, end)
    if formula is None:
        return None
    separated = bool(formula.dates) or part_end(words, 0) < end
    if not separated or formula.names < 2 or not formula.sources or formula.persons:
        return None
    return match_of(text, formula, words[end].start, "a formula before the verb, separator lost")


def _behind_agency(words: list[Word]) -> int:
    """The word behind «PLACE DATE AGENCY», as the Saudi agency opens its stories; 0 where a line opens otherwise."""
    for first in range(1, min(_PLACE_WORDS, len(words) - 1) + 1):
        behind = date_at(words, first)
        if behind > first:
            filed = words[first].folded.isdigit() and folded_at(words, behind) in agencies.forms()
            return behind + 1 if filed and behind + 1 < len(words) else 0
    return 0


_PLACE_WORDS = 3


def _story(head: str, words: list[Word], end: int) -> int:
    """Where the story begins: at the next word, with the quote or bracket that opens it."""
    start = words[end].start
    while head[start - 1] in "«“\"‹([{'‘#@":
        start -= 1
    return start
