"""What each run of words in a dateline formula may be: by the tables, by its form, by the slot it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain

from msgspec.structs import replace

from newscli.credits import weights
from newscli.credits.guesses import guessed_places, guessed_source, may_be_source
from newscli.credits.likeness import Likeness, likeness, may_stand_in_name
from newscli.credits.outlet_forms import half_quoted, outlet_form, quoted, typed_domain
from newscli.credits.tokens import Gap, Kind, Span, Word, date_at, lookup_key, part_end
from newscli.lexicon import agencies, outlets, places
from newscli.lexicon import credit_words as roles
from newscli.lexicon.box_words import CORRESPONDENT
from newscli.lexicon.given_names import given_names

_LONGEST_NAME = 6
_LONGEST_PERSON = 7
_SHORT = 3
_LINKS = frozenset(("من", "في", "و", "ب", "ل", "مع", "عن"))


class Spans:
    """For each position the readings that begin there. `own` are the folded names of the page's own outlet.

    They are made when they are asked for: in most lines few positions can be reached from the line's beginning.
    """

    def __init__(self, words: list[Word], own: frozenset[str]) -> None:
        self._words = words
        self._own = own
        self._found: dict[int, list[Span]] = {}

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, first: int) -> list[Span]:
        found = self._found.get(first)
        if found is None:
            found = self._found[first] = _spans_at(self._words, first, self._own)
        return found


def _spans_at(words: list[Word], first: int, own: frozenset[str]) -> list[Span]:
    found: list[Span] = []
    stop = date_at(words, first)
    if stop > first:
        found.append(Span(first, stop, Kind.DATE, weights.DATE))
    limit = part_end(words, first)
    found.extend(_listed(words, first, limit, own))
    found.extend(half_quoted(words, first, limit))
    if words[first].opened:
        found.extend(quoted(words, first))
    found.extend(typed_domain(words, first))
    found.extend(hyphenated(words, first))
    found.extend(_of_correspondent(words, first, limit))
    found.extend(_persons(words, first, limit))
    found.extend(guessed_places(words, first, limit))
    if first == 0 or words[first - 1].gap != Gap.NONE:
        whole = next((i for i in range(first + 1, limit - 1) if words[i].folded == "من"), limit)
        if not any(span.last == whole for span in found if span.known):
            found.extend(guessed_source(words, first, whole))
    return found


@cache
def _longest() -> dict[str, int]:
    """The words that begin listed names of several words, and how many words the longest of them has."""
    longest: dict[str, int] = {}
    listed: Iterable[str] = chain(
        places.names(), agencies.forms(), outlets.forms(), roles.WRITER, roles.PHOTO, roles.NOTE, roles.NOBODY
    )
    for name in listed:
        if " " in name:
            head, _, _ = name.partition(" ")
            count = name.count(" ") + 1
            if count > longest.get(head, 1):
                longest[head] = count
    return longest


@cache
def _source_heads() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in chain(agencies.forms(), outlets.forms())) | outlets.HEADS


def begins_source(word: str) -> bool:
    """Whether a folded word is the first of an agency's or an outlet's name."""
    return word in _source_heads()


def names_source(words: list[Word], first: int) -> bool:
    """Whether a listed agency or outlet, or one by its form, fills the part of the text that a word begins."""
    limit = part_end(words, first)
    if limit - first == 1 and words[first].folded in roles.SOURCE_LINE:
        return False  # «المصدر: X»
    name = lookup_key(words, first, limit)
    if name in agencies.forms() or name in outlets.forms():
        return True
    return any(span.known for span in outlet_form(words, first, limit))


def _listed(words: list[Word], first: int, limit: int, own: frozenset[str]) -> list[Span]:
    """The readings of the runs from a word that the tables or their form give."""
    found: list[Span] = []
    head = words[first].folded
    joined = head[1:] if first and head[0] == "و" and (len(head) > _SHORT or head[1:] in _longest()) else ""
    most = _LONGEST_NAME if own and any(name.startswith(head) for name in own) else _longest().get(head, 1)
    initials = len(head) <= 2 or (head.isascii() and "." in head)
    for last in range(first + 1, min(limit, first + _LONGEST_NAME) + 1):
        count = last - first
        initials = initials and len(words[last - 1].folded) <= 2
        named: list[Span] = []
        if count <= most or initials:
            named = [Span(first, last, *reading) for reading in _readings(lookup_key(words, first, last), own)]
        if words[first].opened == "(" and words[last - 1].closed:
            named = [
                replace(span, weight=weights.AGENCY) if span.kind is Kind.AGENCY else span for span in named
            ]  # «(قنا)»
        if not named and joined and count <= min(3, _longest().get(joined, 1)):
            name = " ".join((joined, *(word.folded for word in words[first + 1 : last])))
            named = [
                Span(first, last, kind, weight - weights.JOINED, joined=True)
                for kind, weight in _readings(name, own)
                if kind in (Kind.PLACE, Kind.AGENCY, Kind.OUTLET)
            ]
        if not any(span.kind in (Kind.OUTLET, Kind.AGENCY) for span in named):
            named += outlet_form(words, first, last)
        found += named
    if head == "من" and (not first or words[first - 1].gap >= Gap.BRACKET):
        found.append(Span(first, first + 1, Kind.WRITER, weights.WRITER))  # «القاهرة - من NAME»
    if head in roles.DESK:
        found.extend(_desk(words, first, limit, own))
    return found


def _desk(words: list[Word], first: int, limit: int, own: frozenset[str]) -> list[Span]:
    """«مكتب OUTLET»: a desk with its outlet behind it is one source."""
    for last in range(min(limit, first + 4), first + 1, -1):
        if " ".join(word.folded for word in words[first:last]) in roles.NOBODY:
            continue
        behind = [kind for kind, _ in _readings(lookup_key(words, first + 1, last), own)]
        if Kind.OUTLET in behind or outlet_form(words, first + 1, last):
            return [Span(first, last, Kind.OUTLET, weights.DESK)]
        if first and last == limit == first + 2 and words[first].folded == "مكتب":
            return [Span(first, last, Kind.OUTLET, weights.DESK_UNLISTED)]
    return []


def _readings(name: str, own: frozenset[str]) -> list[tuple[Kind, float]]:
    found = _lookup(name)
    if name not in own:
        return found
    place = any(kind is Kind.PLACE for kind, _ in found)
    return [*found, (Kind.OUTLET, weights.OWN_OUTLET_OR_PLACE if place else weights.OWN_OUTLET)]


@lru_cache(maxsize=8192)
def _lookup(name: str) -> list[tuple[Kind, float]]:
    found: list[tuple[Kind, float]] = []
    if name in places.names():
        weak = places.is_weak(name) or _rather_outlet(name)
        found.append((Kind.PLACE, weights.PLACE_OR_WORD if weak else weights.PLACE))
    if (agency := agencies.forms().get(name)) is not None:
        as_word = weights.GENERIC_OR_WORD if agency.generic else weights.AGENCY_OR_WORD
        found.append((Kind.AGENCY, as_word if name in agencies.weak_forms() else weights.AGENCY))
    if name in outlets.forms():
        found.append((Kind.OUTLET, weights.OUTLET_OR_WORD if name in outlets.weak_forms() else weights.OUTLET))
    if name in roles.WRITER:
        found.append((Kind.WRITER, weights.WRITER))
    if name in roles.PHOTO:
        found.append((Kind.PHOTO, weights.PHOTO))
    if name in roles.NOTE or name in roles.NOBODY:
        found.append((Kind.NOTE, weights.NOTE))
    if name in _LINKS:
        found.append((Kind.LINK, weights.LINK))
    return found


def _rather_outlet(name: str) -> bool:
    """Whether a small town bears an outlet's name: the press means the outlet («الشروق»)."""
    return name in outlets.forms() and not places.by_hand(name)


def _persons(words: list[Word], first: int, limit: int) -> list[Span]:
    """Runs from a word that may be a person's name; a name ends with its part or before what may stand beside it."""
    run: list[str] = []
    found = []
    joined = _joined_name(words, first)
    start = first
    while start < limit - 1 and words[start].folded in roles.TITLES:
        start += 1
    reach = min(limit, first + _LONGEST_PERSON)
    for last in range(start + 1, reach + 1):
        word = words[last - 1].folded
        if joined and last == first + 1:
            word = word[1:]
        run.append(word)
        if last < limit and not _may_follow_person(words[last].folded):
            if not may_stand_in_name(word, run[-2] if len(run) > 1 else ""):
                break
            continue
        sure = likeness(run)
        if sure:
            known = sure >= Likeness.PLAUSIBLE
            found.append(Span(first, last, Kind.PERSON, weights.PERSON[sure], known=known, joined=joined))
    return found


@lru_cache(maxsize=8192)
def _may_follow_person(word: str) -> bool:
    """Whether a word may stand right behind a name: a role, a place, «و» and the next name, «من», a verb."""
    return word[0] == "و" or roles.opens_sentence(word) or bool(_lookup(word)) or word in _longest()


def _joined_name(words: list[Word], first: int) -> bool:
    folded = words[first].folded
    if not first or len(folded) < 4 or folded[0] != "و" or folded in given_names():
        return False
    # «A B وC D»: behind two words; foreign names in «وا», «وي», «وو», «وه» are names.
    behind_name = first >= 2 and words[first - 1].gap is Gap.NONE and folded[1] not in "ايوه"
    return folded[1:] in given_names() or behind_name


def _of_correspondent(words: list[Word], first: int, limit: int) -> list[Span]:
    """The outlet behind «خاص», or between a correspondent's role and a plain name: «مراسل OUTLET NAME»."""
    if not first or words[first - 1].gap is not Gap.NONE:
        return []
    if words[first - 1].folded == "خاص":
        named = all(may_be_source(word.folded) for word in words[first:limit])
        return [Span(first, limit, Kind.OUTLET, weights.EXCLUSIVE, known=False)] if named else []
    if words[first - 1].folded not in CORRESPONDENT or words[first].folded in given_names():
        return []
    for last in range(first + 1, min(first + _SHORT, limit - 1) + 1):
        if words[last].folded in given_names():
            return [Span(first, last, Kind.OUTLET, weights.OF_CORRESPONDENT)]
    return []


def hyphenated(words: list[Word], first: int) -> list[Span]:
    """A listed place of several words written with hyphens: «روستوف-اون-دون»."""
    last = first
    while last < len(words) - 1 and last - first < _SHORT and words[last].gap is Gap.DASH:
        last += 1
    for end in range(last + 1, first + 1, -1):
        if " ".join(word.folded for word in words[first:end]) in places.names():
            return [Span(first, end, Kind.PLACE, weights.PLACE)]
    return []
