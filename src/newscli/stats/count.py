"""One pass over the articles of an export, and what they are in numbers."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from msgspec import Struct

from newscli.export.entry import Entry, entry
from newscli.export.format import Row
from newscli.lexicon import agencies
from newscli.model import CreditRole

FIELDS = ("title", "dateline", "byline", "published", "body", "attribution", "section", "tags", "site", "url", "images")
LENGTHS = (50, 100, 200, 400, 800, 1600)  # words: the upper bounds of the classes of length; the last has none
MOST = 1000  # names of a list that are given; the others are counted together

Key = TypeVar("Key")
Counts = tuple[tuple[str, int], ...]


class Statistics(Struct, frozen=True):
    """An export in numbers. Lists of names have the most frequent first; days are in order, those without articles too.

    `agencies_by_outlet` says who prints whose wire: agency, outlet, articles. `words` are those of bodies: least,
    quartiles, most.
    """

    articles: int
    storyless: int
    duplicates: int
    days: Counts
    undated: int
    outlets: Counts
    agencies: Counts
    places: Counts
    authors: Counts
    languages: Counts
    lengths: Counts
    words: tuple[int, int, int, int, int]
    missing: Counts
    agencies_by_outlet: tuple[tuple[str, str, int], ...]


def count(rows: Iterable[Row]) -> Statistics:
    """The articles of an export in numbers."""
    tally = _Tally()
    for row in rows:
        tally.add(entry(row))
    return tally.statistics()


class _Tally:
    def __init__(self) -> None:
        self.articles = self.storyless = self.duplicates = self.undated = 0
        self.days: Counter[str] = Counter()
        self.outlets: Counter[str] = Counter()
        self.agencies: Counter[str] = Counter()
        self.places: Counter[str] = Counter()
        self.authors: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.missing: Counter[str] = Counter()
        self.matrix: Counter[tuple[str, str]] = Counter()
        self.words = array("I")

    def add(self, one: Entry) -> None:
        """Count an article; a page without a story counts as one and in nothing else."""
        self.articles += 1
        if not one.body:
            self.storyless += 1
            return
        self.duplicates += one.duplicate_of is not None
        self._add_day(one.day)
        outlet = printed_by(one)
        wires = set(map(_agency, one.agencies))
        self.outlets.update([outlet] if outlet else [])
        self.agencies.update(wires)
        self.matrix.update((wire, outlet) for wire in wires if outlet)
        self.places.update(set(one.places))
        self.authors.update(set(one.authors))
        self.languages[one.language or "und"] += 1
        self.missing.update(name for name in FIELDS if not getattr(one, name))
        self.words.append(len(one.body.split()))

    def _add_day(self, day: str | None) -> None:
        if day is None:
            self.undated += 1
        else:
            self.days[day] += 1

    def statistics(self) -> Statistics:
        """What was counted."""
        return Statistics(
            articles=self.articles,
            storyless=self.storyless,
            duplicates=self.duplicates,
            days=_every_day(self.days),
            undated=self.undated,
            outlets=_listed(self.outlets),
            agencies=_listed(self.agencies),
            places=_listed(self.places),
            authors=_listed(self.authors),
            languages=_listed(self.languages),
            lengths=_classes(self.words),
            words=_quartiles(self.words),
            missing=tuple((name, self.missing[name]) for name in FIELDS),
            agencies_by_outlet=tuple((*pair, number) for pair, number in _ordered(self.matrix)),
        )


def printed_by(one: Entry) -> str | None:
    """The outlet on whose page it stands: the site, or who republished it, or who is credited for it."""
    republished = one.credited(CreditRole.REPUBLISHER)
    return one.site or next(iter((*republished, *one.outlets)), None)


def _agency(name: str) -> str:
    """One name for each agency, whatever the spelling: «د ب أ» and «الألمانية» are one."""
    known = agencies.find_agency(name)
    return known.name if known else name


def _ordered(counts: Counter[Key]) -> list[tuple[Key, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], str(each[0])))


def _listed(counts: Counter[str]) -> Counts:
    return tuple(_ordered(counts)[:MOST])


_LONGEST_GAP = 400  # days without articles that are filled in: beyond it an export is of different times


def _every_day(counts: Counter[str]) -> Counts:
    """The days in order, and between them those without articles, unless years lie between two."""
    found: list[tuple[str, int]] = []
    for day in sorted(counts):
        try:
            now = date.fromisoformat(day)
        except ValueError:
            continue
        if found:
            last = date.fromisoformat(found[-1][0])
            gap = (now - last).days
            if gap <= _LONGEST_GAP:
                found += [((last + timedelta(step)).isoformat(), 0) for step in range(1, gap)]
        found.append((day, counts[day]))
    return tuple(found)


def _classes(words: array[int]) -> Counts:
    bounds = zip((0, *LENGTHS), (*LENGTHS, None), strict=True)
    return tuple(
        (f"{low}-{high}" if high else f"{low}+", sum(low <= number < (high or number + 1) for number in words))
        for low, high in bounds
    )


def _quartiles(words: array[int]) -> tuple[int, int, int, int, int]:
    ordered = sorted(words) or [0]
    last = len(ordered) - 1
    least, low, middle, high, most = (ordered[last * quarter // 4] for quarter in range(5))
    return least, low, middle, high, most
