"""Every day that a page tells as the one on which its story was published or changed, and what each is worth.

Visible stamps beside headline and story, credits, JSON-LD, meta, `<time>`, the dateline and the address are asked, each
by a function of its own. No date is completed or guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from newscli import dates
from newscli.credits.credit_line import CreditLine
from newscli.dates.found import FoundDate
from newscli.dates.layout import Layout, order_in, settle, settle_in
from newscli.dates.machine import read_machine
from newscli.dates.stamp import Stamp
from newscli.dates.stamp_labels import Kind
from newscli.fields import told_days
from newscli.lexicon.source_labels import Label
from newscli.model import Role
from newscli.regex import regex
from newscli.segment.page import Metadata, Statement, Zone
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

# What each kind of place is worth, set by hand on gold and twins.
VISIBLE, VISIBLE_NAMED, CLOCK, ISSUE, ADDRESS, DATELINE = 1.2, 1.6, 0.0, 0.7, 0.5, 0.9
UPDATED = 0.46  # the day of an update is the story's where nothing else, not even the address, tells one
AMONG_OTHERS = 1.0  # of a day beside the story that the template sets in a part of other texts, at most
_RIGHT_BELOW = 2  # blocks below the story in which a day without a label may be its own
_ABOVE, _BELOW = 10, 6  # blocks around the story in which its own dates may be stated
_OPENING = 3  # paragraphs of the story in which its day may be named
_HABIT_CHARS = 400  # of a block, looked at for the page's order of day and month
_NUMERIC = regex(r"\d[./-]\d")
_OTHERS = Zone.ASIDE | Zone.RELATED | Zone.COMMENTS | Zone.FOOTER  # where dates are those of other texts


class DayEvidence(Struct, frozen=True):
    """A day that something on the page tells, as a day of publication, of a change, or of the page's clock."""

    day: str
    value: str
    kind: str  # published, modified, clock
    weight: float
    text: str
    place: str
    precise: int = 0  # 0 a day, 1 with time, 2 with time and offset
    visible: bool = False
    block: int | None = None


class _Asked(Struct, frozen=True):
    """What is asked for its days: the reading, what stands around the story, the dateline's day, the page's habits."""

    reading: Reading
    slots: Slots
    filed: str | None
    layout: Layout | None  # which of day and month comes first where the page prints a date
    machine: Layout | None  # the same of what it states: one system has written all of that

    @property
    def metadata(self) -> Metadata:
        return self.reading.page.metadata


def collected_days(reading: Reading, slots: Slots, filed: str | None) -> list[DayEvidence]:
    """Every day that is told. `filed` is the dateline's day."""
    layout, metadata = _layout(reading, slots), reading.page.metadata
    machine = order_in(statement.value for statement in (*metadata.published, *metadata.modified)) or layout
    asked = _Asked(reading, slots, filed, layout, machine)
    told = list(chain.from_iterable(ask(asked) for ask in _ALWAYS))
    if reading.body and not any(each.kind == "published" for each in told):
        told += chain.from_iterable(ask(asked) for ask in _WHERE_NONE_IS_TOLD)
    return told


def _layout(reading: Reading, slots: Slots) -> Layout | None:
    """Which of day and month comes first on this page, as its certain dates tell; looked for only where one is open."""
    is_open = any(found.readings for _, stamp in slots.stamps for found, _ in stamp.dates)
    if is_open or any(_NUMERIC.search(s.value) for s in reading.page.metadata.published):
        return order_in(fragment.text[:_HABIT_CHARS] for fragment in reading.page.fragments)
    return None


def _published(a: _Asked) -> Iterator[DayEvidence]:
    """What the page states as its day of publication."""
    return _stated(_own(a.reading, a.metadata.published), "published", a.machine)


def _modified(a: _Asked) -> Iterator[DayEvidence]:
    """What it states as the day of its last change."""
    return _stated(_own(a.reading, a.metadata.modified), "modified", a.machine)


def _own(reading: Reading, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of the head and those that stand beside the story; what stands elsewhere dates other stories."""
    start = (reading.title or 0) - _ABOVE
    end = reading.body[-1] + _BELOW if reading.body else 0
    return [s for s in statements if not s.at or start <= s.at <= end]


def _stated(statements: Sequence[Statement], kind: str, layout: Layout | None) -> Iterator[DayEvidence]:
    for statement in statements:
        if (found := read_machine(statement.value, layout)) is not None:
            yield DayEvidence(
                found.day, found.iso, kind, statement.worth, statement.value, statement.name, found.precise
            )


def _stamped(a: _Asked) -> Iterator[DayEvidence]:
    """What the story's own stamps say."""
    return chain.from_iterable(_visible(a.reading, index, stamp, a.layout) for index, stamp in a.slots.stamps)


def _visible(reading: Reading, index: int, stamp: Stamp, layout: Layout | None) -> Iterator[DayEvidence]:
    text = reading.text(index)
    updated = {found.date for found, kind in stamp.dates if kind is Kind.MODIFIED}
    may_tick = index < (reading.title or 0) and not (stamp.labelled or stamp.issue)
    for found, kind in _telling(stamp):
        if (day := settle_in(text, found, layout)) is not None:
            field, worth = _TOLD[kind]
            weight = ISSUE if stamp.issue else worth if stamp.told else VISIBLE
            weight = UPDATED if kind is Kind.UNLABELLED and found.date in updated else weight
            weight = min(weight, AMONG_OTHERS) if reading.observed.places[index].zones & _OTHERS else weight
            if may_tick and told_days.contradicted(day, opening(reading)):
                field, weight = "clock", CLOCK
            precise = bool(found.time) + bool(found.offset)  # which none has without a time
            yield DayEvidence(day, found.on(day), field, weight, text, "", precise, visible=True, block=index)


def _telling(stamp: Stamp) -> list[tuple[FoundDate, Kind]]:
    """The dates of a stamp that tell of its text, with their kinds."""
    return [(found, kind) for found, kind in stamp.dates if kind in _TOLD]


# What a visible date of each kind tells of, and its worth; that of an event tells of neither.
_TOLD = {
    Kind.PUBLISHED: ("published", VISIBLE_NAMED),
    Kind.MODIFIED: ("modified", VISIBLE),
    Kind.UNLABELLED: ("published", VISIBLE),
}


def _credited(a: _Asked) -> Iterator[DayEvidence]:
    """What the credits say that are no stamps."""
    return chain.from_iterable(_in_credit(a, index, line) for index, line in a.slots.credits)


def _in_credit(a: _Asked, index: int, line: CreditLine) -> Iterator[DayEvidence]:
    """The day in a credit that is no stamp: «NAME نشر في OUTLET يوم DAY», «NAME DAY SECTION», «OUTLET - AGENCY DAY»."""
    text = a.reading.text(index)
    whole = line.dateline is not None and line.dateline.end >= len(text.rstrip())
    first = 0 if whole or index in a.slots.authors or told_days.set_apart(text) else None
    start = max((party.end for party in line.parties if party.label is Label.PUBLISHED_IN), default=first)
    if start is None or a.reading.observed.stamps[index] is not None:
        return
    found = next((found for found in dates.find(text) if found.start >= start), None)
    if found is not None and (day := settle_in(text, found, a.layout)) is not None:
        weight = VISIBLE_NAMED if start else VISIBLE
        yield DayEvidence(day, found.on(day), "published", weight, text, f"block {index + 1}", visible=True)


def _clocks(a: _Asked) -> Iterator[DayEvidence]:
    """Dates in the head of the page, before the headline: the page's clock, or the date of the printed issue."""
    taken = {index for index, _ in a.slots.stamps}
    for index, stamp in _stamps(a.reading, end=a.reading.title or 0):
        kind, weight = ("published", ISSUE) if stamp.issue else ("clock", CLOCK)
        for found, _ in stamp.dates:
            if found.date and found.full and index not in taken:
                yield DayEvidence(found.date, found.date, kind, weight, a.reading.text(index), "", block=index)


def _addressed(a: _Asked) -> Iterator[DayEvidence]:
    """The day in the page's address."""
    for day, printed in told_days.days_in_address(a.metadata.address):
        yield DayEvidence(day, day, "published", ADDRESS, printed, "the page's address")


def _filed(a: _Asked) -> Iterator[DayEvidence]:
    """The dateline's day."""
    if a.filed:
        yield DayEvidence(a.filed[:10], a.filed, "published", DATELINE, a.filed, "dateline")


def _sole(a: _Asked) -> Iterator[DayEvidence]:
    """The one stamp of the page that says «نشر», wherever it stands: templates set it in boxes far from the story."""
    labelled = [
        (index, stamp)
        for index, stamp in _stamps(a.reading)
        if stamp.told and any(kind is Kind.PUBLISHED for _, kind in stamp.dates)
    ]
    if len(labelled) == 1 and not a.reading.observed.places[labelled[0][0]].zones & _OTHERS:
        yield from _visible(a.reading, *labelled[0], a.layout)


def _again(a: _Asked) -> Iterator[DayEvidence]:
    """A day right below the story that its update's stamp says as well: on that day it came out."""
    updated = {found.date for _, stamp in a.slots.stamps for found, kind in stamp.dates if kind is Kind.MODIFIED}
    below = a.reading.body[-1] + 1
    for index, stamp in _stamps(a.reading, below, below + _RIGHT_BELOW):
        if not stamp.now:
            yield from (
                e for e in _visible(a.reading, index, stamp, None) if e.kind == "published" and e.day in updated
            )


def _opened(a: _Asked) -> Iterator[DayEvidence]:
    """The day that the story opens with, «29/11/2022 - أعلنت الهيئة ...», or by which a blog closes it."""
    below = range(a.reading.body[-1] + 1, len(a.reading.page.fragments))
    for told, blocks in ((told_days.opening_date, a.reading.body), (told_days.posted, below)):
        named = told(map(a.reading.text, blocks))
        if named is not None and (day := settle(named[1], a.layout)) is not None:
            yield DayEvidence(day, named[1].on(day), "published", DATELINE, named[1].text, "", block=blocks[named[0]])


def _behind_headline(a: _Asked) -> Iterator[DayEvidence]:
    """The day behind the headline that the story names as well."""
    title, reading = a.reading.title, a.reading
    if title is not None and (closing := told_days.closing_day(reading.text(title), opening(reading))):
        day, printed = closing
        yield DayEvidence(day, day, "published", DATELINE, printed, "behind the headline", block=title)


def _stamps(reading: Reading, start: int = 0, end: int | None = None) -> Iterator[tuple[int, Stamp]]:
    """The stamps of some of the page's blocks, whosever they are, with these."""
    blocks = enumerate(reading.observed.stamps[start:end], start)
    return ((index, stamp) for index, stamp in blocks if stamp is not None)


def resolved_days(reading: Reading, slots: Slots, known: list[DayEvidence]) -> Iterator[DayEvidence]:
    """Stamps that can be read in two ways, one of which something else on the page says."""
    for index, stamp in slots.stamps:
        for found, kind in _telling(stamp):
            agreed = _agreed(reading, slots, found.readings, known) if found.readings else ()
            if len(agreed) == 1:
                [day] = agreed
                told, precise, field = reading.text(index), int(bool(found.time)), _TOLD[kind][0]
                yield DayEvidence(day, found.on(day), field, VISIBLE, told, "", precise, True, index)


def _agreed(reading: Reading, slots: Slots, days: Sequence[str], known: list[DayEvidence]) -> Collection[str]:
    """Those of some days that another candidate says, else the opening, a picture's caption, or the page's clock."""
    captions = [reading.text(index) for index in slots.of(Role.CAPTION)]
    return (
        {each.day for each in known}.intersection(days)
        or told_days.agreeing(days, opening(reading))
        or told_days.agreeing(days, captions)
        or told_days.soon_after(days, captions)
        or told_days.before_clock(days, {each.day for each in known if each.kind == "clock"})
    )


def opening(reading: Reading) -> Iterator[str]:
    """The line above the story, which may be its dateline, and the story's first paragraphs."""
    above = max(0, reading.body[0] - 1)
    return (reading.text(index)[:_HABIT_CHARS] for index in (above, *reading.body[:_OPENING]))


# Each gives the days that one kind of place tells; the second table is asked where the first tells no publication.
_ALWAYS = (_published, _modified, _stamped, _credited, _clocks, _addressed, _filed, _behind_headline)
_WHERE_NONE_IS_TOLD = (_sole, _again, _opened)
