"""Where the story was filed and which agency or outlet filed it: a line of its own, or the opening of the text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from newscli import dates
from newscli.arabic.letters import squeeze
from newscli.arabic.words import core
from newscli.credits.credit_line import CreditLine
from newscli.credits.dateline import read_prefix
from newscli.credits.own import told_places
from newscli.credits.parties import AGENCIES
from newscli.dates.layout import Layout, settle
from newscli.fields.found import Found, Span
from newscli.model import Candidate, Dateline, Role, replace
from newscli.notices.disclaimer import origin
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

_FIRST = 2  # paragraphs that may open with a dateline
_SHORT = 60  # characters: behind a longer paragraph, a lead, only a place with a source is one
_EDGES = " :-–—ـ/|"


class Filed(Found[Dateline | None], frozen=True):
    """The dateline, and what its formula says besides: the writers, and which of its sources are agencies."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


def read_dateline(reading: Reading, slots: Slots, names: Iterable[str]) -> Filed:
    """The dateline of a story. `names` are folded names of the page's own site."""
    lines = [(i, line) for i, line in slots.credits if slots.labels[i].role is Role.DATELINE]
    if not lines:
        return _opening(reading, slots, names)
    found = [_of_line(squeeze(reading.text(i)), line) for i, line in lines]
    told = [(i, formula.text) for (i, _), (formula, _, _) in zip(lines, found, strict=True)]
    candidates = tuple(Candidate("dateline", text, text, "", True, slots.labels[i].why, i) for i, text in told)
    authors = tuple(chain.from_iterable(each for _, each, _ in found))
    agencies = tuple(chain.from_iterable(each for _, _, each in found))
    return Filed(_merged([formula for formula, _, _ in found]), (), candidates, authors, agencies)


def _of_line(text: str, line: CreditLine) -> tuple[Dateline, tuple[str, ...], tuple[str, ...]]:
    """The formula, the writers and the agencies of a line that is a formula, or credits by names alone."""
    if line.dateline is not None:
        return _dated(line.dateline.dateline), line.dateline.authors, line.dateline.agencies
    sources = tuple(party.name for party in line.parties)
    agencies = tuple(party.name for party in line.parties if party.kind in AGENCIES)
    return Dateline(text.strip(_EDGES), (), sources), line.authors, agencies


def _named_as_origin(reading: Reading, slots: Slots) -> set[str]:
    """The folded names of the outlet that wrote the story by its notice: «تم كتابته بواسطة X»."""
    notice = slots.first(Role.DISCLAIMER)
    wrote = None if notice is None else origin(reading.text(notice))
    return {core(wrote[0])} if wrote else set()


def _dated(formula: Dateline) -> Dateline:
    """A formula with its day. A journalist types it, and Arabic is written day first: only systems print months first.

    >>> _dated(Dateline("الخليل 4-6-2012 وفا")).date
    '2012-06-04'
    """
    days = {settle(found, Layout.DAY_FIRST) for found in dates.find(formula.text) if found.readings}
    return replace(formula, date=days.pop()) if len(days) == 1 else formula


def _merged(found: list[Dateline]) -> Dateline:
    """The formulas of several lines as one."""
    return Dateline(
        " ".join(each.text for each in found),
        tuple(dict.fromkeys(chain.from_iterable(each.places for each in found))),
        tuple(dict.fromkeys(chain.from_iterable(each.sources for each in found))),
        next((each.date for each in found if each.date), None),
    )


def _opening(reading: Reading, slots: Slots, names: Iterable[str]) -> Filed:
    """The formula that opens one of the first paragraphs: «PLACE - AGENCY: ...»."""
    credited = (core(party.name) for _, line in slots.credits for party in line.parties)  # «المصدر: X»
    names = {*names, *_named_as_origin(reading, slots), *credited}
    behind_lead = False
    for index in slots.paragraphs[:_FIRST]:
        text = reading.text(index)
        told = told_places(text, reading.told())
        match = read_prefix(text, outlets=names, places=told)
        if match is not None and (not behind_lead or (match.dateline.places and match.dateline.sources)):
            span = Span(index, 0, match.end, Role.DATELINE, match.reason, match.confidence)
            formula = match.dateline.text
            candidate = Candidate("dateline", formula, formula, "", True, match.reason, index)
            return Filed(_dated(match.dateline), (span,), (candidate,), match.authors, match.agencies)
        behind_lead = behind_lead or len(text) > _SHORT
    return Filed(None)
