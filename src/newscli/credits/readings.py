"""What each run of words in a dateline formula may be: by the tables, by its form, by the slot it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain, pairwise

from newscli.credits import weights
from newscli.credits.guesses import guessed_places, guessed_source, may_be_in_source, may_be_source
from newscli.credits.likeness import Likeness, likeness, may_stand_in_name
from newscli.credits.outlet_forms import half_quoted, outlet_form, quoted, typed_domain
from newscli.credits.own import Own
from newscli.credits.tokens import (
    QUOTES,
    SOURCES,
    Gap,
    Kind,
    Span,
    Word,
    begins_part,
    date_at,
    is_bare_weekday,
    lookup_key,
    part_end,
    phrase,
    run_of,
)
from newscli.lexicon import agencies, outlets, places
from newscli.lexicon import credit_words as roles
from newscli.lexicon.box_words import CORRESPONDENT
from newscli.lexicon.given_names import given_names

_LONGEST_NAME = 6
_LONGEST_PERSON = 7
_SHORT = 3


class Spans(dict[int, list[Span]]):
    """For each position the readings that begin there. `own` are the folded names of the page's own outlet.

    They are made when they are asked for: in most lines few positions can be reached from the line's beginning.
    """

    def __init__(self, words: list[Word], own: Own) -> None:
        super().__init__()
        self.words = words
        self._own = own

    def __missing__(self, first: int) -> list[Span]:
        found = self[first] = _spans_at(self.words, first, self._own)
        return found


def _spans_at(words: list[Word], first: int, own: Own) -> list[Span]:
    """All that the runs from one word on may be."""
    limit = part_end(words, first)
    stop = date_at(words, first)
    found = [Span(first, stop, Kind.DATE, weights.DATE)] if stop > first else []
    if found and is_bare_weekday(words, first):  # the village «خميس» has no number behind it
        return found
    found += _listed(words, first, limit, own)
    found += hyphenated(words, first)
    for read in (half_quoted, quoted, typed_domain, _of_correspondent, _persons, guessed_places):
        found += read(words, first, limit)
    if begins_part(words, first):
        whole = next((i for i in range(first + 1, limit) if words[i].folded == "من" or date_at(words, i) > i), limit)
        if not any(span.last == whole for span in found if span.known and not _is_doubtful_person(span)):
            found += guessed_source(words, first, whole)
    quoted_first = not first and words[first].opened in QUOTES  # «أم سعيد» in quotes is who, behind an outlet where
    if quoted_first or _ends_role(words, first):
        return [span for span in found if span.kind is not Kind.PLACE]
    return found


def _ends_role(words: list[Word], first: int) -> bool:
    """Whether a word is the second of a role phrase: in «كتب الخبر: NAME» the last is no town."""
    return not begins_part(words, first) and phrase(words, first - 1, first + 1) in roles.WRITER


def _is_doubtful_person(span: Span) -> bool:
    """Whether a run is a person by its form rather than by its name, and so may as well be an outlet's."""
    return span.kind is Kind.PERSON and span.weight <= weights.PLAIN


@cache
def _longest() -> dict[str, int]:
    """The words that begin listed names of several words, and how many words the longest of them has."""
    longest: dict[str, int] = {}
    listed: Iterable[str] = chain(
        places.names(), agencies.forms(), outlets.forms(), roles.WRITER, roles.PHOTO, roles.NOTE, roles.NOBODY
    )
    for name in listed:
        if " " in name:
            head = name[: name.index(" ")]
            longest[head] = max(longest.get(head, 1), name.count(" ") + 1)
    return longest


@cache
def _source_heads() -> frozenset[str]:
    """The first words of agencies' and outlets' names."""
    return frozenset(name.partition(" ")[0] for name in chain(agencies.forms(), outlets.forms())) | outlets.HEADS


def begins_source(word: str) -> bool:
    """Whether a folded word is the first of an agency's or an outlet's name."""
    return word in _source_heads()


def names_source(words: list[Word], first: int) -> bool:
    """Whether a listed agency or outlet, or one by its form, fills the part of the text that a word begins."""
    limit = part_end(words, first)
    if phrase(words, first, limit) in roles.SOURCE_LINE:
        return False  # «المصدر: X»
    name = lookup_key(words, first, limit)
    listed = name in agencies.forms() or name in outlets.forms()
    return listed or any(span.known for span in outlet_form(words, first, limit))


def _listed(words: list[Word], first: int, limit: int, own: Own) -> list[Span]:
    """The readings of the runs from a word that the tables or their form give."""
    found: list[Span] = []
    head = words[first].folded
    joined = head[1:] if first and head[0] == "و" and (len(head) > _SHORT or head[1:] in _longest()) else ""
    most = _LONGEST_NAME if any(name.startswith(head) for name in own) else _longest().get(head, 1)
    initials = True
    for last in range(first + 1, min(limit, first + _LONGEST_NAME) + 1):
        count = last - first
        initials = initials and len(words[last - 1].folded) <= 2
        named = _named(words, first, last, own) if count <= most or initials else []
        if not named and joined and count <= min(3, _longest().get(joined, 1)):
            name = phrase(words, first, last)[1:]
            named = [
                Span(first, last, kind, weight - weights.JOINED, joined=True)
                for kind, weight in _readings(name, own)
                if kind in _JOINABLE
            ]
        if not any(span.kind in SOURCES for span in named):
            named += outlet_form(words, first, last)
        found += named
    if head == "من" and begins_part(words, first):
        found.append(Span(first, first + 1, Kind.WRITER, weights.WRITER))  # «القاهرة - من NAME»
    if head in roles.DESK:
        found.extend(_desk(words, first, limit, own))
    return found


_JOINABLE = (Kind.PLACE, *SOURCES)  # what a «و» may be glued to


def _named(words: list[Word], first: int, last: int, own: Own) -> list[Span]:
    """The readings of a run that a table names; in brackets an agency's name is no word: «(قنا)»."""
    bracketed = words[first].opened == "(" and words[last - 1].closed
    surer = {Kind.AGENCY: weights.AGENCY} if bracketed else {}
    readings = _readings(lookup_key(words, first, last), own)
    return [Span(first, last, kind, surer.get(kind, weight)) for kind, weight in readings]


def _desk(words: list[Word], first: int, limit: int, own: Own) -> list[Span]:
    """«مكتب OUTLET»: a desk with its outlet behind it is one source."""
    for last in range(min(limit, first + 4), first + 1, -1):
        if phrase(words, first, last) in roles.NOBODY:
            continue
        behind = dict(_readings(lookup_key(words, first + 1, last), own))
        if Kind.OUTLET in behind or outlet_form(words, first + 1, last):
            return [Span(first, last, Kind.OUTLET, weights.DESK)]
        if first and last == limit == first + 2 and words[first].folded == "مكتب":
            return [Span(first, last, Kind.OUTLET, weights.DESK_UNLISTED)]
    return []


def _readings(name: str, own: Own) -> list[tuple[Kind, float]]:
    """What a name may be, by the tables, the page's own outlet and the places of its story."""
    if name in own.places:
        return [*_lookup(name), (Kind.PLACE, weights.PLACE)]
    if name not in own:
        return _lookup(name)
    weight = weights.OWN_OUTLET_OR_PLACE if name in places.names() else weights.OWN_OUTLET
    return [*_lookup(name), (Kind.OUTLET, weight)]


@lru_cache(maxsize=8192)
def _lookup(name: str) -> list[tuple[Kind, float]]:
    """What a name is by the tables, with the weight of each; less where it is an everyday word too."""
    found: list[tuple[Kind, float]] = []
    if name in places.names():
        # A small town that bears an outlet's name: the press means the outlet («الشروق»).
        weak = places.is_weak(name) or (name in outlets.forms() and not places.by_hand(name))
        found.append((Kind.PLACE, weights.PLACE_OR_WORD if weak else weights.PLACE))
    if (agency := agencies.forms().get(name)) is not None:
        as_word = weights.GENERIC_OR_WORD if agency.generic else weights.AGENCY_OR_WORD
        found.append((Kind.AGENCY, as_word if name in agencies.weak_forms() else weights.AGENCY))
    if name in outlets.forms():
        found.append((Kind.OUTLET, weights.OUTLET_OR_WORD if name in outlets.weak_forms() else weights.OUTLET))
    found += [(kind, weight) for names, kind, weight in _ROLES if name in names]
    return found


_ROLES = (
    (roles.WRITER, Kind.WRITER, weights.WRITER),
    (roles.PHOTO, Kind.PHOTO, weights.PHOTO),
    (roles.NOTE | roles.NOBODY, Kind.NOTE, weights.NOTE),
    (frozenset(("من", "في", "و", "ب", "ل", "مع", "عن")), Kind.LINK, weights.LINK),
)


def _persons(words: list[Word], first: int, limit: int) -> list[Span]:
    """Runs from a word that may be a person's name; a name ends with its part or before what may stand beside it."""
    found = []
    joined = _joined_name(words, first)
    start = first
    while start < limit - 1 and words[start].folded in roles.TITLES:
        start += 1
    run = run_of(words, start, min(limit, first + _LONGEST_PERSON))
    if joined and start == first:
        run[0] = run[0][1:]
    for last, (before, word) in enumerate(pairwise(("", *run)), start + 1):
        if last < limit and not _may_follow_person(words[last].folded):
            if not may_stand_in_name(word, before):
                break
        elif sure := likeness(run[: last - start]):
            known = sure >= Likeness.PLAUSIBLE
            found.append(Span(first, last, Kind.PERSON, weights.PERSON[sure], known=known, joined=joined))
    return found


@lru_cache(maxsize=8192)
def _may_follow_person(word: str) -> bool:
    """Whether a word may stand right behind a name: a role, a place, «و» and the next name, «من», a verb."""
    return word[0] == "و" or roles.opens_sentence(word) or bool(_lookup(word)) or word in _longest()


def _joined_name(words: list[Word], first: int) -> bool:
    """Whether «و» and a person's name are one word here: «وسامر»."""
    folded = words[first].folded
    if not first or len(folded) < 4 or folded[0] != "و" or folded in given_names():
        return False
    # «A B وC D»: behind two words; foreign names in «وا», «وي», «وو», «وه» are names.
    behind_name = first >= 2 and words[first - 1].gap is Gap.NONE and folded[1] not in "ايوه"
    return folded[1:] in given_names() or behind_name


def _of_correspondent(words: list[Word], first: int, limit: int) -> list[Span]:
    """The outlet behind «خاص», also «خاص بالرواق», or between a role and a plain name: «مراسل OUTLET NAME»."""
    if begins_part(words, first):
        return []
    before = words[first - 1].folded
    if before == "خاص":
        head, *rest = run_of(words, first, limit)
        joined = head.startswith("بال")
        named = all(map(may_be_in_source, (head[joined:], *rest)))
        return [Span(first, limit, Kind.OUTLET, weights.EXCLUSIVE, known=False, joined=joined)] if named else []
    if before not in CORRESPONDENT or words[first].folded in given_names():
        return []
    for last in range(first + 1, min(first + _SHORT, limit - 1) + 1):
        if words[last].folded in given_names():
            return [Span(first, last, Kind.OUTLET, weights.OF_CORRESPONDENT)]
    if limit - first <= _SHORT and words[limit - 1].closed and all(map(may_be_source, run_of(words, first, limit))):
        return [Span(first, limit, Kind.OUTLET, weights.EXCLUSIVE, known=False)]  # «(PLACE – مراسل OUTLET)»
    return []


def hyphenated(words: list[Word], first: int) -> list[Span]:
    """A listed place of several words written with hyphens: «روستوف-اون-دون»."""
    last = first
    while last < len(words) - 1 and last - first < _SHORT and words[last].gap is Gap.DASH:
        last += 1
    for end in range(last + 1, first + 1, -1):
        if phrase(words, first, end) in places.names():
            return [Span(first, end, Kind.PLACE, weights.PLACE)]
    return []
