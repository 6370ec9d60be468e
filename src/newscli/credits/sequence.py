"""The likeliest sequence of readings of a dateline formula: which names may stand side by side, and what they cost."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from newscli.credits import weights
from newscli.credits.readings import Spans
from newscli.credits.tokens import SOURCES, Gap, Kind, Span, Word, begins_part, lookup_key, phrase
from newscli.lexicon.agencies import is_generic, key
from newscli.lexicon.credit_words import OF_SOURCE
from newscli.lexicon.places import countries

_NAMED = (Kind.PERSON, Kind.PLACE, *SOURCES)
_FREE = (Kind.LINK, Kind.NOTE, Kind.WRITER, Kind.PHOTO, Kind.DATE)
_BEAM = 10


class Path(NamedTuple):
    """A sequence of readings and how likely it is: the sum of its weights less what missing separators cost."""

    score: float
    spans: tuple[Span, ...]


class Formula(NamedTuple):
    """A sequence of readings of a line's first words, in its order and by kind; the words behind it are of the line."""

    words: list[Word]
    spans: tuple[Span, ...]
    places: list[Span]
    sources: list[Span]
    persons: list[Span]
    dates: list[Span]

    @property
    def names(self) -> int:
        """How many places, sources and persons there are."""
        return len(self.places) + len(self.sources) + len(self.persons)

    @property
    def linked(self) -> bool:
        """Whether «من», «في» or «و» stands between two of them."""
        return any(span.kind is Kind.LINK for span in self.spans)

    @property
    def end(self) -> int:
        """The index of the word behind it."""
        return self.spans[-1].last

    @property
    def gap(self) -> Gap:
        """What closes it."""
        return self.words[self.end - 1].gap

    @property
    def following(self) -> str:
        """The word behind it, folded; empty at the end of the line."""
        return self.words[self.end].folded if self.end < len(self.words) else ""

    def name(self, span: Span) -> str:
        """The words of a reading as the lexicon keeps them."""
        return key(phrase(self.words, span.first, span.last))

    def gaps_around(self, span: Span) -> list[Gap]:
        """What stands before and behind a reading, inside the formula."""
        return [self.words[i - 1].gap for i in (span.first, span.last) if 0 < i < self.end]


def _formula(words: list[Word], spans: tuple[Span, ...]) -> Formula:
    def of(*kinds: Kind) -> list[Span]:
        return [span for span in spans if span.kind in kinds]

    return Formula(words, spans, of(Kind.PLACE), of(*SOURCES), of(Kind.PERSON), of(Kind.DATE))


def likeliest(words: list[Word], readings: Spans, end: int) -> Formula | None:
    """The likeliest sequence of readings that covers the words before `end`."""
    beams: list[list[Path]] = [[] for _ in range(end + 1)]
    beams[0] = [Path(0.0, ())]
    for i in range(end):
        beams[i].sort(key=_by_score)
        for path in beams[i][:_BEAM]:
            for span in readings[i]:
                if span.last <= end and _may_follow(path.spans, span, words):
                    score = path.score + span.weight - _unseparated_cost(path.spans, span, words)
                    beams[span.last].append(Path(score, (*path.spans, span)))
    finished = beams[end][: 4 * _BEAM]
    if not finished:
        return None
    return _formula(words, max(finished, key=lambda path: path.score + _whole(path.spans, words)).spans)


def _by_score(path: Path) -> float:
    return -path.score


def _may_follow(before: tuple[Span, ...], span: Span, words: list[Word]) -> bool:
    """Whether a reading may stand behind the ones before it; names side by side need a separator, but for a few."""
    if not before:
        return span.kind is not Kind.LINK
    previous = before[-1]
    if span.kind is Kind.LINK:
        return previous.kind is not Kind.LINK and words[previous.last - 1].gap <= Gap.BRACKET
    if previous.kind is Kind.LINK:
        return _linked(before[-2], words[previous.first].folded, span)
    if span.joined:
        if span.kind is Kind.PERSON and previous.kind is not Kind.PERSON:
            return span.weight > weights.PLAIN
        return previous.kind is Kind.PLACE if span.kind is Kind.PLACE else previous.kind in _NAMED
    if span.kind is Kind.PERSON and _reporter(before, words):
        return True
    return begins_part(words, span.first) or _side_by_side(previous, span, words)


def _reporter(before: tuple[Span, ...], words: list[Word]) -> bool:
    """Whether a role word stands before the source, so that its reporter's name follows: «مراسل OUTLET NAME»."""
    return len(before) > 1 and words[before[-2].first].folded in OF_SOURCE


def _linked(left: Span, link: str, right: Span) -> bool:
    """What «من», «في» and «و» may tie: a writer or a source and a place, a place and a date, two of a kind."""
    if link in {"ب", "ل"}:  # «خاص بـ«OUTLET»»
        return left.kind in (Kind.NOTE, Kind.AGENCY, Kind.WRITER)
    if link == "و":
        return left.kind is right.kind
    if right.kind is not Kind.PLACE:
        return False
    if left.kind is Kind.PERSON:
        return left.weight >= weights.PLAIN if link == "من" else left.weight > weights.PLAIN
    if left.kind in SOURCES:
        if not left.known:
            return link == "من"
        return right.known or left.weight >= weights.AT_LEAST_SURE
    return left.kind is Kind.WRITER and link == "في"


def _side_by_side(left: Span, right: Span, words: list[Word]) -> bool:
    """Which names may follow each other with nothing between: a date, a role and its person, a lost separator."""
    kinds = (left.kind, right.kind)
    if Kind.DATE in kinds or right.kind in (Kind.WRITER, Kind.PHOTO):
        return True
    if left.kind in (Kind.WRITER, Kind.PHOTO, Kind.NOTE):
        tied = words[left.first].folded in OF_SOURCE
        return tied or right.kind is Kind.PERSON or kinds == (Kind.NOTE, Kind.PLACE)
    if right.kind is Kind.NOTE:
        return left.kind is Kind.PERSON
    if kinds == (Kind.PERSON, Kind.PLACE):
        return left.weight > weights.PLAIN and words[right.last - 1].gap is Gap.COLON
    if kinds == (Kind.PLACE, Kind.PERSON):
        return left.first == 0 and left.weight >= weights.PLACE and right.weight > weights.PLAIN
    if Kind.PLACE in kinds:
        return left.weight >= weights.FORM and right.weight >= weights.PLACE and left.kind is not right.kind
    return kinds == (Kind.OUTLET, Kind.AGENCY) and left.weight >= weights.AT_LEAST_SURE


def _unseparated_cost(before: tuple[Span, ...], span: Span, words: list[Word]) -> float:
    """What it costs that two names stand side by side with no separator."""
    if span.joined or begins_part(words, span.first):
        return 0.0
    if before[-1].kind in _FREE or span.kind in (Kind.LINK, Kind.DATE):
        return 0.0
    return weights.COST_ROLE if span.kind in (Kind.WRITER, Kind.PHOTO, Kind.NOTE) else weights.COST_NAME


def _whole(path: tuple[Span, ...], words: list[Word]) -> float:
    """What speaks for a sequence as a whole: a place and a source, one outlet, no unknown place beside a known one."""
    found = [span for span in path if span.kind is Kind.PLACE]
    known = any(span.known for span in found)
    sources = [span for span in path if span.kind in SOURCES]
    outlets = [span for span in sources if span.kind is Kind.OUTLET]
    guesses = [span for span in outlets if span.weight < 1]
    score = weights.HAS_PLACE * bool(found) + weights.HAS_SOURCE * bool(sources)
    score -= weights.SECOND_OUTLET * max(0, len(outlets) - 1)
    score += sum(_listed_together(left, right, words) for left, right in pairwise(path))
    if guesses:
        score += _of_guess(guesses[0], path, words)
    if known:
        guessed = [span for span in found if not span.known]
        score -= weights.UNKNOWN_BESIDE_KNOWN * sum(not _beside_place(path, span, words) for span in guessed)
    # A role word credits somebody or something; alone it is a generic credit or nothing.
    for span, following in zip(path, (*path[1:], None), strict=True):
        if span.kind in (Kind.WRITER, Kind.PHOTO):
            nobody = following is None or following.kind in _FREE
            score += -weights.ROLE_OF_NOTHING if nobody else weights.ROLE_OF_PERSON
    return score


def _listed_together(left: Span, right: Span, words: list[Word]) -> float:
    """What a comma or a bracket between two names tells.

    A list is of one kind; what follows a bracket is a source; what stands in brackets behind a person is where he is.
    """
    gap = words[left.last - 1].gap
    if left.kind in SOURCES and right.kind in SOURCES:
        if gap is Gap.COMMA:
            return weights.AGENCIES_BY_COMMA if left.kind is right.kind is Kind.AGENCY else weights.LISTED_BY_COMMA
        return weights.BEHIND_BRACKET if words[left.last - 1].closed else 0.0
    if left.kind is Kind.PERSON and right.kind is Kind.PLACE and gap is Gap.BRACKET:
        return weights.PLACE_IN_BRACKETS
    return 0.0


def _of_guess(guess: Span, path: tuple[Span, ...], words: list[Word]) -> float:
    """What speaks for a source that no table has: generic credits beside it; a country beside it shows a town."""
    others = [span for span in path if span.kind in SOURCES and span is not guess]
    score = weights.BESIDE_OUTLET * any(span.kind is Kind.OUTLET for span in others)
    if others and all(is_generic(lookup_key(words, span.first, span.last)) for span in others):
        score += weights.BESIDE_GENERIC
    near = [span for span in path if guess.first == span.last or guess.last == span.first]
    return score - weights.BESIDE_COUNTRY * any(
        lookup_key(words, span.first, span.last) in countries() for span in near
    )


def _beside_place(path: tuple[Span, ...], span: Span, words: list[Word]) -> bool:
    """Whether a known place stands right beside, as its country does: «سروج - تركيا»."""
    return any(
        other.known
        and other.kind is Kind.PLACE
        and (other.last == span.first or other.first == span.last)
        and words[min(other.last, span.last) - 1].gap in (Gap.COMMA, Gap.BRACKET, Gap.DASH)
        for other in path
    )
