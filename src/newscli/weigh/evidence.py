"""Evidence that adds up: features, their weights, and the sum for each candidate in log-odds.

A feature has a phrase for people, the side it speaks for, and a column: one number from 0 to 1 for each candidate. Its
weight stands in `weigh.weights`. The sum of weight times number over all features, and the bias, is the log-odds that
the candidate is what is asked for; the probability is the logistic function of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import compress
from math import exp, inf
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

Column = Sequence[float]  # of shares, or of flags: true is 1, false 0
Facts = TypeVar("Facts")
FOR, AGAINST = 1, -1
BIAS = "to begin with"
_NOTHING: Mapping[str, Column] = {}
_ROUNDING = 1e-9  # sums of the same numbers in another order differ by less


class Feature(Struct, Generic[Facts], frozen=True):
    """One kind of evidence: its phrase, whether it speaks for (1) or against (-1), and its column of the facts.

    `wording`: it judges how Arabic is worded, so it is learnt from real sentences alone, not from made-up ones.
    """

    phrase: str
    sign: int
    column: Callable[[Facts], Column]
    wording: bool = False
    dear: bool = False  # takes long to compute, so that only candidates that may win by it are asked
    late: bool = False  # asked of the likeliest alone, where one is looked for: few have it, and it takes a while
    markup: bool = False  # asks of markup and what it states, of which plain text has none: its lines are not asked


class Lines(Protocol):
    """Facts on some lines of a page, which are the candidates."""

    @property
    def indices(self) -> list[int]:
        """The numbers of their blocks."""


OfLines = TypeVar("OfLines", bound=Lines)


def each(phrase: str, sign: int, shows: Callable[[OfLines, int], float], **kind: bool) -> Feature[OfLines]:
    """A feature that is asked of one line after the other, by its number; `kind` is as for `Feature`."""
    return Feature(phrase, sign, lambda facts: [shows(facts, i) for i in facts.indices], **kind)


class Table(Generic[Facts]):
    """Features in their order. `marked` tells of some facts whether they are those of a page with markup."""

    def __init__(self, *features: Feature[Facts], marked: Callable[[Facts], bool] = lambda _: True) -> None:
        self.features = features
        self._plain = tuple(each for each in features if not each.markup)
        self._dear = [each.phrase for each in features if each.dear]
        self._late = [each.phrase for each in features if each.late]
        self._marked = marked

    def weigh(self, facts: Facts, size: int, weights: Mapping[str, float]) -> Evidence:
        """The log-odds of `size` candidates, and what each feature contributes to them."""
        return _weighed(self._asked(facts), facts, size, weights)

    def _asked(self, facts: Facts) -> tuple[Feature[Facts], ...]:
        return self.features if self._marked(facts) else self._plain

    def bounds(
        self, facts: Facts, size: int, weights: Mapping[str, float], known: Mapping[str, Column] = _NOTHING
    ) -> list[float]:
        """The greatest log-odds that each candidate can have, told without computing the dear features.

        A column holds numbers from 0 to 1, so a dear feature adds no more than its weight if that is positive, else 0.
        `known` has columns for some of them that make their candidates no less likely than the true ones.
        """
        return _bounded(self.quick(facts, size, weights), self._dear, weights, known)

    def quick(self, facts: Facts, size: int, weights: Mapping[str, float]) -> Evidence:
        """The evidence of all but the dear features, which tells the log-odds up to their `reach`."""
        return self._without(self._dear, facts, size, weights)

    def reach(self, weights: Mapping[str, float]) -> float:
        """How much the dear features can set two candidates apart, or one from its quick evidence."""
        return sum(abs(weights.get(phrase, 0.0)) for phrase in self._dear) + _ROUNDING

    def _without(self, left: list[str], facts: Facts, size: int, weights: Mapping[str, float]) -> Evidence:
        """The evidence of all features but some."""
        return _weighed([each for each in self._asked(facts) if each.phrase not in left], facts, size, weights)

    def contenders(self, facts: Facts, size: int, weights: Mapping[str, float]) -> list[int]:
        """The candidates that may be the likeliest, told without the dear features; at least one, if there is any.

        The dear features set no two candidates farther apart than the sum of their weights: who lies farther behind
        without them cannot win with them.
        """
        most = self.bounds(facts, size, weights)
        least = max(most, default=0.0) - self.reach(weights)
        return [place for place, each in enumerate(most) if each >= least]

    def likeliest(
        self, facts: Facts, size: int, weights: Mapping[str, float], only: Callable[[int], Facts]
    ) -> tuple[int, float]:
        """The likeliest of some candidates and its log-odds; the first of equals. `only` gives the facts of one alone.

        The dear and the late features are asked of one after the other, from the one that may be the likeliest on,
        until the others cannot win: nearly always of one.
        """
        left = self._dear + self._late
        cheap = self._without(left, facts, size, weights)
        most = _bounded(cheap, left, weights)
        best, odds = -1, -inf
        for place in sorted(range(size), key=most.__getitem__, reverse=True):
            if most[place] < odds:
                break
            own = self._odds(only(place), place, cheap, weights)
            if (own, best) > (odds, place):
                best, odds = place, own
        return best, odds

    def _odds(self, one: Facts, place: int, cheap: Evidence, weights: Mapping[str, float]) -> float:
        """The log-odds of a candidate alone, given the other features of all, in the table's order."""
        odds = weights[BIAS]
        for feature in self._asked(one):
            if weight := weights.get(feature.phrase, 0.0):
                known = cheap.column(feature.phrase)
                odds += weight * (known[place] if known else feature.column(one)[0])
        return odds


def _bounded(
    cheap: Evidence, left: list[str], weights: Mapping[str, float], known: Mapping[str, Column] = _NOTHING
) -> list[float]:
    """The greatest log-odds that candidates can have, from the evidence of all features but those that are left."""
    most = sum(max(0.0, weights.get(phrase, 0.0)) for phrase in left if phrase not in known)
    found = [total + most + _ROUNDING for total in cheap.odds]
    for phrase, column in known.items():
        found = [total + weights.get(phrase, 0.0) * value for total, value in zip(found, column, strict=True)]
    return found


def _weighed(features: Iterable[Feature[Facts]], facts: Facts, size: int, weights: Mapping[str, float]) -> Evidence:
    """The sum of some features' weighted columns for each of `size` candidates. What has no weight is not asked."""
    if not size:
        return Evidence((), {})
    odds = [weights[BIAS]] * size
    places = list(range(size))
    columns = {}
    for feature in features:
        weight = weights.get(feature.phrase, 0.0)
        if weight:
            column = feature.column(facts)
            if len(column) != size:
                raise ValueError(f"{feature.phrase!r}: the column is shorter or longer than the candidates are many")
            columns[feature.phrase] = weight, column
            for place in compress(places, column):  # most numbers are 0
                odds[place] += weight * column[place]
    return Evidence(tuple(odds), columns)


class Evidence(Struct, frozen=True):
    """The log-odds of each candidate, and the weighed columns that they are the sums of."""

    odds: tuple[float, ...]
    columns: dict[str, tuple[float, Column]]  # by phrase, each with its weight

    def column(self, phrase: str) -> Column:
        """The numbers of one feature, nothing where it has no weight."""
        return self.columns[phrase][1] if phrase in self.columns else ()

    def parts(self, index: int) -> list[tuple[str, float]]:
        """What spoke for and against one candidate, (phrase, log-odds), the strongest first."""
        found = [(phrase, weight * column[index]) for phrase, (weight, column) in self.columns.items() if column[index]]
        return sorted(found, key=lambda part: -abs(part[1]))


def probability(odds: float) -> float:
    """The probability that log-odds say.

    >>> probability(0.0), round(probability(2.2), 2)
    (0.5, 0.9)
    """
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))


def chance_among(odds: Sequence[float], place: int) -> float:
    """The probability that the candidate at a place is the one that is asked for, where one is or none, with odds of 0.

    >>> round(chance_among([2.2, 0.0], 0), 2)
    0.82
    """
    most = max(0.0, *odds)
    return exp(odds[place] - most) / (exp(-most) + sum(exp(each - most) for each in odds))


def share_of(most: int, counts: Sequence[int]) -> Column:
    """Which share of the most that tells each count is, 1 from there on.

    >>> share_of(4, (1, 4, 9))
    [0.25, 1.0, 1.0]
    """
    shares = _shares(most)
    return [shares[count] if count < most else 1.0 for count in counts]


@cache
def _shares(most: int) -> tuple[float, ...]:
    return tuple(count / most for count in range(most))
