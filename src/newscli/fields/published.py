"""When the story was published and last modified: every candidate on the page is collected, the evidence decides.

Visible stamps beside the headline, JSON-LD, meta, `<time>`, the dateline and the address are weighed by day; what says
the same day adds up. The page's clock never counts. No date is completed or guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from newscli import dates
from newscli.credits.credit_line import CreditLine
from newscli.dates.found import FoundDate
from newscli.dates.layout import Layout, order_in, settle, settle_in
from newscli.dates.machine import read_machine
from newscli.dates.stamp import Stamp
from newscli.dates.stamp_labels import Kind
from newscli.decide import decide
from newscli.fields import told_days
from newscli.fields.found import Found
from newscli.fields.told_days import Told
from newscli.lazy import Lazy
from newscli.lexicon.source_labels import Label
from newscli.model import Candidate
from newscli.regex import regex
from newscli.segment.page import Statement, Zone
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

# What each kind of place is worth, set by hand on gold and twins; a change needs ENOUGH where no publication is known.
VISIBLE, VISIBLE_NAMED, CLOCK, ISSUE, ADDRESS, DATELINE = 1.2, 1.6, 0.0, 0.7, 0.5, 0.9
ENOUGH = 0.45
UPDATED = 0.46  # the day of an update is the story's where nothing else, not even the address, tells one
MONTH = 0.3  # of a day in the month that the page's address names
SURE = 0.9  # what a statement is worth at least that tells an earlier publication from a change
_RIGHT_BELOW = 2  # blocks below the story in which a day without a label may be its own
_ABOVE, _BELOW = 10, 6  # blocks around the story in which its own dates may be stated
_FIRST_DAY, _EPOCH = "1900", "1970-01-01"  # which content systems print for no date at all
_ONE_DAY = timedelta(days=1)
_OPENING = 3  # paragraphs of the story in which its day may be named
_HABIT_CHARS = 400  # of a block, looked at for the page's order of day and month
_NUMERIC = regex(r"\d[./-]\d")
_OTHERS = Zone.ASIDE | Zone.RELATED | Zone.COMMENTS | Zone.FOOTER  # where dates are those of other texts


class Dates(Struct, frozen=True):
    """The chosen dates in ISO 8601, each with its candidates."""

    published: Found[str | None]
    modified: Found[str | None]


class _Evidence(Struct, frozen=True):
    day: str
    value: str
    kind: str  # published, modified, clock
    weight: float
    text: str
    place: str
    precise: int = 0  # 0 a day, 1 with time, 2 with time and offset
    visible: bool = False
    block: int | None = None


def read_dates(reading: Reading, slots: Slots, filed: str | None, today: date | None = None) -> Dates:
    """Published and modified of a page. `filed` is the dateline's day; `today` bounds what is possible."""
    limit = ((today or date.today()) + timedelta(days=2)).isoformat()
    metadata, layout = reading.page.metadata, _layout(reading, slots)
    # One system has written all that the page states.
    machine = order_in(statement.value for statement in (*metadata.published, *metadata.modified)) or layout
    evidence = [
        *_stated(_own(reading, metadata.published), "published", machine),
        *_stated(_own(reading, metadata.modified), "modified", machine),
        *chain.from_iterable(_visible(reading, index, stamp, layout) for index, stamp in slots.stamps),
        *chain.from_iterable(_credited(reading, slots, index, line, layout) for index, line in slots.credits),
        *_clocks(reading, slots),
        *(
            _Evidence(day, day, "published", ADDRESS, printed, "the page's address")
            for day, printed in told_days.days_in_address(metadata.address)
        ),
    ]
    if filed:
        evidence.append(_Evidence(filed[:10], filed, "published", DATELINE, filed, "dateline"))
    if reading.body and not any(e.kind == "published" for e in evidence):
        evidence.extend(_sole(reading, layout))
        evidence.extend(_again(reading, slots))
        evidence.extend(_opened(reading, layout))
    if reading.title is not None and (closing := told_days.closing_day(reading.text(reading.title), _opening(reading))):
        day, printed = closing
        evidence.append(_Evidence(day, day, "published", DATELINE, printed, "behind the headline", block=reading.title))
    known = [e for e in evidence if _FIRST_DAY < e.day <= limit and e.day != _EPOCH]
    possible = _without_changes([*known, *_resolved(reading, slots, known)])
    dated = [e for e in possible if e.kind != "modified"]
    published = _winner(dated, min(reading.body, default=0), told_days.month_in_address(metadata.address))
    modified = _latest([e for e in possible if e.kind == "modified"], published)
    every = dict.fromkeys((*possible, *(e for e in evidence if e not in known)))
    explained = Lazy(lambda: tuple(_explained(e, published, modified, limit) for e in every))

    def found(field: str, best: _Evidence | None) -> Found[str | None]:
        return Found(best.value if best else None, (), Lazy(lambda: tuple(c for c in explained if c.field == field)))

    return Dates(found("published", published), found("modified", modified))


def _layout(reading: Reading, slots: Slots) -> Layout | None:
    """Which of day and month comes first on this page, as its certain dates tell; looked for only where one is open."""
    is_open = any(found.readings for _, stamp in slots.stamps for found, _ in stamp.dates)
    if is_open or any(_NUMERIC.search(s.value) for s in reading.page.metadata.published):
        return order_in(fragment.text[:_HABIT_CHARS] for fragment in reading.page.fragments)
    return None


def _sole(reading: Reading, layout: Layout | None) -> Iterator[_Evidence]:
    """The one stamp of the page that says «نشر», wherever it stands: templates set it in boxes far from the story."""
    labelled = [
        (index, stamp)
        for index, stamp in _stamps(reading)
        if stamp.told and any(kind is Kind.PUBLISHED for _, kind in stamp.dates)
    ]
    if len(labelled) == 1 and not reading.observed.places[labelled[0][0]].zones & _OTHERS:
        yield from _visible(reading, *labelled[0], layout)


def _again(reading: Reading, slots: Slots) -> Iterator[_Evidence]:
    """A day right below the story that its update's stamp says as well: on that day it came out."""
    updated = {found.date for _, stamp in slots.stamps for found, kind in stamp.dates if kind is Kind.MODIFIED}
    below = reading.body[-1] + 1
    for index, stamp in _stamps(reading, below, below + _RIGHT_BELOW):
        if not stamp.now:
            yield from (e for e in _visible(reading, index, stamp, None) if e.kind == "published" and e.day in updated)


def _opened(reading: Reading, layout: Layout | None) -> Iterator[_Evidence]:
    """The day that the story opens with, «29/11/2022 - أعلنت الهيئة ...», or by which a blog closes it."""
    below = range(reading.body[-1] + 1, len(reading.page.fragments))
    for told, blocks in ((told_days.opening_date, reading.body), (told_days.posted, below)):
        named = told(map(reading.text, blocks))
        if named is not None and (day := settle(named[1], layout)) is not None:
            yield _Evidence(day, named[1].on(day), "published", DATELINE, named[1].text, "", block=blocks[named[0]])


def _stamps(reading: Reading, start: int = 0, end: int | None = None) -> Iterator[tuple[int, Stamp]]:
    """The stamps of some of the page's blocks, whosever they are, with these."""
    blocks = enumerate(reading.observed.stamps[start:end], start)
    return ((index, stamp) for index, stamp in blocks if stamp is not None)


def _own(reading: Reading, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of the head and those that stand beside the story; what stands elsewhere dates other stories."""
    start = (reading.title or 0) - _ABOVE
    end = reading.body[-1] + _BELOW if reading.body else 0
    return [s for s in statements if not s.at or start <= s.at <= end]


def _stated(statements: Sequence[Statement], kind: str, layout: Layout | None) -> Iterator[_Evidence]:
    for statement in statements:
        if (found := read_machine(statement.value, layout)) is not None:
            yield _Evidence(found.day, found.iso, kind, statement.worth, statement.value, statement.name, found.precise)


def _visible(reading: Reading, index: int, stamp: Stamp, layout: Layout | None) -> Iterator[_Evidence]:
    text = reading.text(index)
    updated = {found.date for found, kind in stamp.dates if kind is Kind.MODIFIED}
    may_tick = index < (reading.title or 0) and not (stamp.labelled or stamp.issue)
    for found, kind in _telling(stamp):
        if (day := settle_in(text, found, layout)) is not None:
            field, worth = _TOLD[kind]
            weight = ISSUE if stamp.issue else worth if stamp.told else VISIBLE
            weight = UPDATED if kind is Kind.UNLABELLED and found.date in updated else weight
            if may_tick and told_days.contradicted(day, _opening(reading)):
                field, weight = "clock", CLOCK
            precise = bool(found.time) + bool(found.offset)  # which none has without a time
            yield _Evidence(day, found.on(day), field, weight, text, "", precise, visible=True, block=index)


def _telling(stamp: Stamp) -> list[tuple[FoundDate, Kind]]:
    """The dates of a stamp that tell of its text, with their kinds."""
    return [(found, kind) for found, kind in stamp.dates if kind in _TOLD]


# What a visible date of each kind tells of, and its worth; that of an event tells of neither.
_TOLD = {
    Kind.PUBLISHED: ("published", VISIBLE_NAMED),
    Kind.MODIFIED: ("modified", VISIBLE),
    Kind.UNLABELLED: ("published", VISIBLE),
}


def _credited(
    reading: Reading, slots: Slots, index: int, line: CreditLine, layout: Layout | None
) -> Iterator[_Evidence]:
    """The day in a credit that is no stamp: «NAME نشر في OUTLET يوم DAY», «NAME DAY SECTION», «OUTLET - AGENCY DAY»."""
    text = reading.text(index)
    whole = line.dateline is not None and line.dateline.end >= len(text.rstrip())
    first = 0 if whole or index in slots.authors or told_days.set_apart(text) else None
    start = max((party.end for party in line.parties if party.label is Label.PUBLISHED_IN), default=first)
    if start is None or reading.observed.stamps[index] is not None:
        return
    found = next((found for found in dates.find(text) if found.start >= start), None)
    if found is not None and (day := settle_in(text, found, layout)) is not None:
        weight = VISIBLE_NAMED if start else VISIBLE
        yield _Evidence(day, found.on(day), "published", weight, text, f"block {index + 1}", visible=True)


def _clocks(reading: Reading, slots: Slots) -> Iterator[_Evidence]:
    """Dates in the head of the page, before the headline: the page's clock, or the date of the printed issue."""
    taken = {index for index, _ in slots.stamps}
    for index, stamp in _stamps(reading, end=reading.title or 0):
        kind, weight = ("published", ISSUE) if stamp.issue else ("clock", CLOCK)
        for found, _ in stamp.dates:
            if found.date and found.full and index not in taken:
                yield _Evidence(found.date, found.date, kind, weight, reading.text(index), "", block=index)


def _resolved(reading: Reading, slots: Slots, known: list[_Evidence]) -> Iterator[_Evidence]:
    """Stamps that can be read in two ways, one of which another candidate says, the opening or the page's clock."""
    days, clocks = {e.day for e in known}, {e.day for e in known if e.kind == "clock"}
    for index, stamp in slots.stamps:
        for found, kind in _telling(stamp):
            if not found.readings:
                continue
            agreed = set(found.readings) & days or told_days.agreeing(found.readings, _opening(reading))
            agreed = agreed or told_days.before_clock(found.readings, clocks)
            if len(agreed) == 1:
                [day] = agreed
                told, precise, field = reading.text(index), int(bool(found.time)), _TOLD[kind][0]
                yield _Evidence(day, found.on(day), field, VISIBLE, told, "", precise, True, index)


def _opening(reading: Reading) -> Iterator[str]:
    """The line above the story, which may be its dateline, and the story's first paragraphs."""
    above = max(0, reading.body[0] - 1)
    return (reading.text(index)[:_HABIT_CHARS] for index in (above, *reading.body[:_OPENING]))


def _without_changes(evidence: list[_Evidence]) -> list[_Evidence]:
    """The evidence, where what is stated falls on the day of a change worth little as that of a publication."""
    stated = [e for e in evidence if e.block is None and not e.visible]
    days = told_days.days_of_change(Told(e.value, e.day, e.kind == "modified", e.weight >= SURE) for e in stated)
    return [replace(e, weight=min(e.weight, UPDATED)) if e.day in days and e in stated else e for e in evidence]


def _winner(evidence: list[_Evidence], start: int, month: str | None) -> _Evidence | None:
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


def _most_precise(evidence: list[_Evidence], day: str) -> _Evidence | None:
    """The most precise of what says that it is a day, and counts."""
    of_day = (each for each in evidence if each.day == day and each.weight > 0)
    return max(of_day, key=lambda each: (each.precise, each.weight), default=None)


def _latest(evidence: list[_Evidence], published: _Evidence | None) -> _Evidence | None:
    """The most precise of the best modification's day, which is not before the publication; if that is known."""
    possible = [e for e in evidence if (e.day >= published.day if published is not None else e.weight >= ENOUGH)]
    best = max(possible, key=lambda e: (e.weight, e.precise), default=None)
    return _most_precise(possible, best.day) if best else None


def _explained(each: _Evidence, published: _Evidence | None, modified: _Evidence | None, limit: str) -> Candidate:
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
