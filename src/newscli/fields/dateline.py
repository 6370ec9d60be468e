"""Where the story was filed and which agency or outlet filed it: a line of its own, or the opening of the text."""

from __future__ import annotations

from collections.abc import Iterable

from newscli import dates
from newscli.arabic.letters import squeeze
from newscli.credits.credit_line import CreditLine
from newscli.credits.dateline import read_prefix
from newscli.credits.parties import PartyKind
from newscli.dates.layout import Layout, settle
from newscli.fields.found import Found, Span
from newscli.model import Candidate, Dateline, Role, replace
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

_OPENING = 2  # paragraphs that may open with a dateline
_SHORT = 60  # characters: behind a longer paragraph none is looked for
_EDGES = " :-–—ـ/|"


class Filed(Found[Dateline | None], frozen=True):
    """The dateline, and what its formula says besides: writers, and which of its sources are agencies or outlets."""

    authors: tuple[str, ...] = ()
    byline: str | None = None  # the credit that opens the text, where it names persons alone
    agencies: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()


def read_dateline(reading: Reading, slots: Slots, names: Iterable[str]) -> Filed:
    """The dateline of a story. `names` are folded names of the page's own site."""
    lines = [(i, line) for i, line in slots.credits if slots.labels[i].role is Role.DATELINE]
    found = [_of_line(squeeze(reading.page.fragments[i].text), line) for i, line in lines]
    if found:
        told = [each for each in found if each.value is not None]
        candidates = tuple(
            Candidate("dateline", each.value.text, each.value.text, "", True, slots.labels[i].why, i)
            for each, (i, _) in zip(found, lines, strict=True)
            if each.value is not None
        )
        return Filed(
            _merged([each.value for each in told if each.value is not None]),
            (),
            candidates,
            tuple(name for each in found for name in each.authors),
            None,
            tuple(name for each in found for name in each.agencies),
            tuple(name for each in found for name in each.outlets),
        )
    return _prefix(reading, slots, names)


def _of_line(text: str, line: CreditLine) -> Filed:
    match = line.dateline
    if match is not None:
        return Filed(_dated(match.dateline), (), (), match.authors, None, match.agencies, match.outlets)
    sources = tuple(party.name for party in line.parties)
    agencies = tuple(p.name for p in line.parties if p.kind in (PartyKind.AGENCY, PartyKind.GENERIC))
    outlets = tuple(name for name in sources if name not in agencies)
    return Filed(Dateline(text.strip(_EDGES), (), sources), (), (), line.authors, None, agencies, outlets)


def _dated(formula: Dateline) -> Dateline:
    """A formula with its day. A journalist types it, and Arabic is written day first: only systems print months first.

    >>> _dated(Dateline("الخليل 4-6-2012 وفا")).date
    '2012-06-04'
    """
    if formula.date is not None:
        return formula
    days = {settle(found, Layout.DAY_FIRST) for found in dates.find(formula.text) if found.readings}
    return replace(formula, date=days.pop()) if len(days) == 1 else formula


def _merged(found: list[Dateline]) -> Dateline | None:
    if not found:
        return None
    return Dateline(
        " ".join(each.text for each in found),
        tuple(dict.fromkeys(place for each in found for place in each.places)),
        tuple(dict.fromkeys(source for each in found for source in each.sources)),
        next((each.date for each in found if each.date), None),
    )


def _prefix(reading: Reading, slots: Slots, names: Iterable[str]) -> Filed:
    """The formula that opens the first paragraph: «PLACE - AGENCY: ...», «كتب - NAME: ...»."""
    for index in slots.paragraphs[:_OPENING]:
        text = reading.page.fragments[index].text
        match = read_prefix(text, outlets=names)
        if match is not None:
            span = Span(index, 0, match.end, Role.DATELINE, match.reason, match.confidence)
            told = match.dateline.text
            candidate = Candidate("dateline", told, told, "", True, match.reason, index)
            return Filed(
                _dated(match.dateline), (span,), (candidate,), match.authors, None, match.agencies, match.outlets
            )
        if match is not None and match.authors and not slots.authors:
            span = Span(index, 0, match.end, Role.BYLINE, match.reason, match.confidence)
            return Filed(None, (span,), (), match.authors, text[: match.end].rstrip(_EDGES))
        if len(text) > _SHORT:
            break
    return Filed(None)
