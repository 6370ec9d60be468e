"""When the story was published and last modified: of all days that the page tells, the evidence decides.

What says the same day adds up; the page's clock never counts. No date is completed or guessed.
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from newscli.decide import decide
from newscli.fields import told_days
from newscli.fields.day_evidence import UPDATED, DayEvidence, collected_days, resolved_days
from newscli.fields.found import Found
from newscli.fields.told_days import Told
from newscli.lazy import Lazy
from newscli.model import Candidate
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

ENOUGH = 0.45  # a change needs so much where no publication is known
MONTH = 0.3  # of a day in the month that the page's address names
SURE = 0.9  # what a statement is worth at least that tells an earlier publication from a change
_FIRST_DAY, _EPOCH = "1900", "1970-01-01"  # which content systems print for no date at all
_ONE_DAY = timedelta(days=1)


class Dates(Struct, frozen=True):
    """The chosen dates in ISO 8601, each with its candidates."""

    published: Found[str | None]
    modified: Found[str | None]


def read_dates(reading: Reading, slots: Slots, filed: str | None, today: date | None = None) -> Dates:
    """Published and modified of a page. `filed` is the dateline's day; `today` bounds what is possible."""
    limit = ((today or date.today()) + timedelta(days=2)).isoformat()
    evidence = collected_days(reading, slots, filed)
    known = [e for e in evidence if _FIRST_DAY < e.day <= limit and e.day != _EPOCH]
    possible = _without_changes([*known, *resolved_days(reading, slots, known)])
    dated = [e for e in possible if e.kind != "modified"]
    published = _winner(dated, min(reading.body, default=0), told_days.month_in_address(reading.page.metadata.address))
    modified = _latest([e for e in possible if e.kind == "modified"], published)
    every = dict.fromkeys((*possible, *(e for e in evidence if e not in known)))
    explained = Lazy(lambda: tuple(_explained(e, published, modified, limit) for e in every))

    def found(field: str, best: DayEvidence | None) -> Found[str | None]:
        return Found(best.value if best else None, (), Lazy(lambda: tuple(c for c in explained if c.field == field)))

    return Dates(found("published", published), found("modified", modified))


def _without_changes(evidence: list[DayEvidence]) -> list[DayEvidence]:
    """The evidence, where what is stated falls on the day of a change worth little as that of a publication."""
    stated = [e for e in evidence if e.block is None and not e.visible]
    days = told_days.days_of_change(Told(e.value, e.day, e.kind == "modified", e.weight >= SURE) for e in stated)
    return [replace(e, weight=min(e.weight, UPDATED)) if e.day in days and e in stated else e for e in evidence]


def _winner(evidence: list[DayEvidence], start: int, month: str | None) -> DayEvidence | None:
    """The most precise candidate of the day with the greatest weight; neighbours of a visible day yield to it.

    A day in the month of the page's address weighs more. Of two as likely it is the one that stands nearer to the
    story's first block, `start`: the other is a clock's, or another story's.
    """
    told = sorted(evidence, key=lambda each: 0 if each.block is None else abs(each.block - start))
    weights = dict.fromkeys((each.day for each in told), 0.0)
    shown: dict[str, float] = {}
    for each in evidence:
        if each.visible:  # what is printed twice is no surer than what is printed once
            shown[each.day] = max(shown.get(each.day, 0.0), each.weight)
        else:
            weights[each.day] += each.weight
    for day in weights:
        weights[day] += shown.get(day, 0.0)
        weights[day] += MONTH * (month == day[:7] and weights[day] > 0)
    for day in sorted(shown):
        # A time stated in UTC falls on the day after or before the local one that the page shows.
        for near in (_ONE_DAY, -_ONE_DAY):
            stated = (date.fromisoformat(day) + near).isoformat()
            if stated not in shown:
                weights[day] += weights.pop(stated, 0.0)
    return _most_precise(evidence, max(weights, key=weights.__getitem__, default=""))


def _most_precise(evidence: list[DayEvidence], day: str) -> DayEvidence | None:
    """The most precise of what says that it is a day, and counts."""
    of_day = (each for each in evidence if each.day == day and each.weight > 0)
    return max(of_day, key=lambda each: (each.precise, each.weight), default=None)


def _latest(evidence: list[DayEvidence], published: DayEvidence | None) -> DayEvidence | None:
    """The most precise of the best modification's day, which is not before the publication; if that is known."""
    possible = [e for e in evidence if (e.day >= published.day if published is not None else e.weight >= ENOUGH)]
    best = max(possible, key=lambda e: (e.weight, e.precise), default=None)
    return _most_precise(possible, best.day) if best else None


def _explained(each: DayEvidence, published: DayEvidence | None, modified: DayEvidence | None, limit: str) -> Candidate:
    field = "modified" if each.kind == "modified" else "published"
    day = published.day if published is not None else ""
    reason = decide(
        (each is published, "the best supported day"),
        (each is modified, "the best supported modification"),
        (each.day > limit, "in the future"),
        (each.kind == "clock", "the page's clock, not the story's date"),
        (field == "modified" and each.day < day, "before the publication, so impossible"),
        (each.day == day, "agrees with the chosen day"),
        (True, "less evidence than the chosen day"),
    )
    chosen = each is published or each is modified
    return Candidate(field, each.value, each.text, each.place, chosen, reason, each.block)
