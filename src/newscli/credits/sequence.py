"""The likeliest sequence of readings of a dateline formula: which names may stand side by side, and what they cost."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import inf
from operator import itemgetter
from typing import NamedTuple

from newscli.credits import weights
from newscli.credits.likeness import Likeness
from newscli.credits.readings import Spans
from newscli.credits.tokens import SOURCES, Gap, Kind, Span, Word, begins_part, folded_at, lookup_key, phrase
from newscli.decide import decide
from newscli.lexicon.agencies import EXCLUSIVE, is_generic, key
from newscli.lexicon.credit_words import DESKS, OF_SOURCE
from newscli.lexicon.given_names import is_given_name
from newscli.lexicon.outlets import BEFORE
from newscli.lexicon.places import NAMESAKES, by_hand, countries

_NAMED = (Kind.PERSON, Kind.PLACE, *SOURCES)
_ROLES = (Kind.WRITER, Kind.PHOTO)
_ROLES_AND_NOTES = (*_ROLES, Kind.NOTE)
_FREE = (Kind.LINK, *_ROLES_AND_NOTES, Kind.DATE)
_JOINED = {Kind.PLACE: (Kind.PLACE,)} | dict.fromkeys(SOURCES, _NAMED)  # what a glued «و» may join each to
# What it costs that a reading stands behind a name with no separator between.
_COSTS = (
    dict.fromkeys((Kind.LINK, Kind.DATE), 0.0)
    | dict.fromkeys(_ROLES_AND_NOTES, weights.COST_ROLE)
    | dict.fromkeys(_NAMED, weights.COST_NAME)
)
# Which kinds may stand side by side with no separator between, and the least weight of each.
_SIDE_BY_SIDE = {
    (Kind.WRITER, Kind.PERSON): (0.0, 0.0),
    (Kind.PHOTO, Kind.PERSON): (0.0, 0.0),
    (Kind.NOTE, Kind.PERSON): (0.0, 0.0),
    (Kind.NOTE, Kind.PLACE): (0.0, 0.0),
    (Kind.PERSON, Kind.NOTE): (0.0, 0.0),
    (Kind.PERSON, Kind.PLACE): (weights.AT_LEAST_SURE, 0.0),  # before a colon, as `_side_by_side` asks
    (Kind.PLACE, Kind.PERSON): (weights.PLACE, weights.AT_LEAST_SURE),  # at the line's beginning
    (Kind.PLACE, Kind.AGENCY): (weights.FORM, weights.PLACE),
    (Kind.PLACE, Kind.OUTLET): (weights.FORM, weights.PLACE),
    (Kind.AGENCY, Kind.PLACE): (weights.FORM, weights.PLACE),
    (Kind.OUTLET, Kind.PLACE): (weights.FORM, weights.PLACE),
    (Kind.OUTLET, Kind.AGENCY): (weights.AT_LEAST_SURE, 0.0),
}
_NEVER = (inf, inf)
_BEAM = 10

_OF_DESK = ([Kind.OUTLET, Kind.NOTE], [Kind.DATE, Kind.OUTLET, Kind.NOTE])  # how an outlet beside its desk is read
_NEWS_OF = frozenset(("اخبار", "انباء"))  # «أخبار مصر»: a section, no outlet


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
    def kinds(self) -> list[Kind]:
        """The kinds of its readings."""
        return [span.kind for span in self.spans]

    @property
    def linked(self) -> bool:
        """Whether «من», «في» or «و» stands between two of them."""
        return Kind.LINK in self.kinds

    @property
    def guess(self) -> Span | None:
        """The first source that nothing but its slot shows."""
        return next((span for span in self.sources if span.weight < weights.GUESSED), None)

    @property
    def named_sources(self) -> list[Span]:
        """The sources but for «خاص», which says of another that it is one."""
        return [span for span in self.sources if self.name(span) != EXCLUSIVE]

    @property
    def of_desk(self) -> bool:
        """Whether an outlet by its form stands beside its desk: «صدى الساحل - غرفة الأخبار»; no «أخبار مصر»."""
        if self.kinds not in _OF_DESK or self.spans[-1].last != len(self.words):
            return False
        outlet, desk = (self.words[span.first].folded for span in (self.sources[0], self.spans[-1]))
        return self.sources[0].weight >= weights.FORM and outlet not in _NEWS_OF and desk in DESKS

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
        return folded_at(self.words, self.end)

    def name(self, span: Span) -> str:
        """The words of a reading as the lexicon keeps them."""
        return key(phrase(self.words, span.first, span.last))

    def keys(self, spans: Iterable[Span]) -> list[str]:
        """The words of some readings, initials joined."""
        return [lookup_key(self.words, span.first, span.last) for span in spans]

    def parted(self, count: int) -> bool:
        """Whether a dash or a colon stands behind each of its first readings."""
        return all(self.words[span.last - 1].gap >= Gap.DASH for span in self.spans[:count])

    def gaps_around(self, span: Span) -> list[Gap]:
        """What stands before and behind a reading, inside the formula."""
        return [self.words[i - 1].gap for i in (span.first, span.last) if 0 < i < self.end]

    def beside(self, span: Span) -> list[Span]:
        """The readings right before and behind one."""
        place = self.spans.index(span)
        return [*self.spans[max(0, place - 1) : place], *self.spans[place + 1 : place + 2]]


def _formula(words: list[Word], spans: tuple[Span, ...]) -> Formula:
    """A formula of its readings, sorted by kind."""

    def of(*kinds: Kind) -> list[Span]:
        return [span for span in spans if span.kind in kinds]

    return Formula(words, spans, of(Kind.PLACE), of(*SOURCES), of(Kind.PERSON), of(Kind.DATE))


def likeliest(words: list[Word], readings: Spans, end: int) -> Formula | None:
    """The likeliest sequence of readings that covers the words before `end`."""
    beams: list[list[Path]] = [[] for _ in range(end + 1)]
    beams[0] = [Path(0.0, ())]
    for i in range(end):
        beams[i].sort(key=itemgetter(0), reverse=True)  # by score
        for path in beams[i][:_BEAM]:
            for span in readings[i]:
                if span.last <= end and _may_follow(path.spans, span, words):
                    score = path.score + span.weight - _unseparated_cost(path.spans, span, words)
                    beams[span.last].append(Path(score, (*path.spans, span)))
    finished = [(path.score, _formula(words, path.spans)) for path in beams[end][: 4 * _BEAM]]
    return max(finished, key=lambda each: each[0] + _whole(each[1]), default=(0.0, None))[1]


def _may_follow(before: tuple[Span, ...], span: Span, words: list[Word]) -> bool:
    """Whether a reading may stand behind the ones before it; names side by side need a separator, but for a few."""
    if not before:
        return span.kind is not Kind.LINK
    previous = before[-1]
    if span.kind is Kind.LINK:
        return previous.kind is not Kind.LINK and words[previous.last - 1].gap <= Gap.BRACKET
    if previous.kind is Kind.LINK:
        return _linked(before[-2], words[before[-2].first].folded, words[previous.first].folded, span)
    if span.joined:
        return _joined(previous, span)
    if span.kind is Kind.PERSON and len(before) > 1 and words[before[-2].first].folded in OF_SOURCE:
        return True  # «مراسل OUTLET NAME»
    return begins_part(words, span.first) or _side_by_side(previous, span, words)


def _joined(left: Span, right: Span) -> bool:
    """What a glued «و» may tie: a plain name and anything, else two of a kind and a source and any name."""
    if right.kind is Kind.PERSON:
        return left.kind is Kind.PERSON or right.weight > weights.PLAIN
    return left.kind in _JOINED[right.kind]


def _linked(left: Span, opening: str, link: str, right: Span) -> bool:
    """What «من», «في» and «و» may tie: a writer or a source and a place, a place and a date, two of a kind.

    `opening` is the first word of what stands before the link.
    """
    source = left.kind in SOURCES
    return decide(
        (link in {"ب", "ل"}, left.kind in (Kind.NOTE, Kind.AGENCY, Kind.WRITER)),  # «خاص بـ«OUTLET»»
        (link == "و", left.kind is right.kind),
        (right.kind is not Kind.PLACE, False),
        (
            left.kind is Kind.PERSON,
            left.weight > weights.PLAIN or (link == "من" and left.weight >= _least_from(opening)),
        ),
        (source and not left.known, link == "من"),
        (source, right.known or left.weight >= weights.AT_LEAST_SURE),
        (True, left.kind is Kind.WRITER and link == "في"),
    )


def _least_from(first: str) -> float:
    """What «NAME من PLACE» needs: a plain name, or one that begins with a given name («كمال أوبيهي من زاكورة»)."""
    return weights.PERSON[Likeness.POSSIBLE] if is_given_name(first) else weights.PLAIN


def _side_by_side(left: Span, right: Span, words: list[Word]) -> bool:
    """Which names may follow each other with nothing between: a date, a role and its person, a lost separator."""
    kinds = (left.kind, right.kind)
    if Kind.DATE in kinds or right.kind in _ROLES:
        return True
    if kinds == (Kind.NOTE, Kind.PLACE) and words[right.first - 1].folded in BEFORE:
        return False  # «موقع محافظة X» is the name of an outlet
    if left.kind in _ROLES_AND_NOTES and words[left.first].folded in OF_SOURCE:
        return True
    closed = words[right.last - 1].gap is Gap.COLON
    if (kinds == (Kind.PERSON, Kind.PLACE) and not closed) or (kinds == (Kind.PLACE, Kind.PERSON) and left.first):
        return False
    least_left, least_right = _SIDE_BY_SIDE.get(kinds, _NEVER)
    return left.weight >= least_left and right.weight >= least_right


def _unseparated_cost(before: tuple[Span, ...], span: Span, words: list[Word]) -> float:
    """What it costs that two names stand side by side with no separator."""
    if span.joined or begins_part(words, span.first) or before[-1].kind in _FREE:
        return 0.0
    return _COSTS[span.kind]


def _whole(formula: Formula) -> float:
    """What speaks for a sequence as a whole: a place and a source, one outlet, no unknown place beside a known one."""
    outlets = [span for span in formula.sources if span.kind is Kind.OUTLET]
    score = weights.HAS_PLACE * bool(formula.places) + weights.HAS_SOURCE * bool(formula.sources)
    score -= weights.SECOND_OUTLET * max(0, len(outlets) - 1)
    score += sum(_listed_together(left, right, formula.words) for left, right in pairwise(formula.spans))
    if (guess := formula.guess) is not None:
        score += _of_guess(guess, outlets, formula)
    if formula.kinds[:3] == [Kind.OUTLET, Kind.PLACE, Kind.PERSON] and formula.parted(3 if guess else 2):
        score += weights.BEFORE_PLACE_AND_PERSON  # «الحوار - PLACE - NAME»: no interview
    if any(span.known for span in formula.places):
        lost = (not span.known and not _beside_place(formula, span) for span in formula.places)
        score -= weights.UNKNOWN_BESIDE_KNOWN * sum(lost)
    # A role word credits somebody or something; alone it is a generic credit or nothing.
    for kind, following in pairwise((*formula.kinds, Kind.NOTE)):
        if kind in _ROLES:
            score += -weights.ROLE_OF_NOTHING if following in _FREE else weights.ROLE_OF_PERSON
    return score


def _listed_together(left: Span, right: Span, words: list[Word]) -> float:
    """What a comma or a bracket between two names tells, and a town that opens the line before a person.

    A list is of one kind; what follows a bracket is a source; what stands in brackets behind a person is where he is.
    """
    gap = words[left.last - 1].gap
    if left.kind in SOURCES and right.kind in SOURCES:
        if gap is Gap.COMMA:
            return weights.AGENCIES_BY_COMMA if left.kind is right.kind is Kind.AGENCY else weights.LISTED_BY_COMMA
        return weights.BEHIND_BRACKET if words[left.last - 1].closed else 0.0
    if not left.first and (left.kind, right.kind) == (Kind.PLACE, Kind.PERSON):
        return weights.TOWN_BEFORE_PERSON * by_hand(phrase(words, left.first, left.last))
    in_brackets = (left.kind, right.kind, gap) == (Kind.PERSON, Kind.PLACE, Gap.BRACKET)
    return weights.PLACE_IN_BRACKETS if in_brackets else 0.0


def _of_guess(guess: Span, outlets: list[Span], formula: Formula) -> float:
    """What speaks for a source that no table has, or against it.

    Generic credits beside it do; a country beside it shows a town.
    """
    others = formula.keys(span for span in formula.sources if span != guess)
    score = weights.BESIDE_OUTLET * (len(outlets) > 1)
    if others and all(map(is_generic, others)):
        score += weights.BESIDE_GENERIC
    beside = set(formula.keys(formula.beside(guess))) - NAMESAKES  # «تونس - OUTLET - NAME» is filed from the capital
    return score - weights.BESIDE_COUNTRY * (not countries().isdisjoint(beside))


def _beside_place(formula: Formula, span: Span) -> bool:
    """Whether a known place stands right beside, as its country does: «سروج - تركيا»."""
    return any(
        other.known
        and other.kind is Kind.PLACE
        and formula.words[min(other.last, span.last) - 1].gap in (Gap.COMMA, Gap.BRACKET, Gap.DASH)
        for other in formula.beside(span)
    )
