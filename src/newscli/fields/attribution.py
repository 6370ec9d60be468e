"""Whom the page credits: writers, agencies, the origin, whom it relays, and the aggregator whose page it is.

Credits are read where they stand: the byline, the dateline, source lines, names under the story, the disclaimer, and
the site's own name. One party is listed once under each of its names, in its strongest role.
"""

from __future__ import annotations

from collections.abc import Container

from newscli.arabic.letters import fold, squeeze
from newscli.arabic.words import core
from newscli.credits.credit_line import CreditLine
from newscli.credits.parties import AGENCIES, Party, PartyKind, closing, kind_of
from newscli.credits.told import self_named
from newscli.fields.dateline import Filed
from newscli.fields.found import Found
from newscli.lexicon import outlets
from newscli.lexicon.agencies import EXCLUSIVE, find_agency, key, weak_forms
from newscli.lexicon.source_labels import Label
from newscli.model import Byline, Candidate, Credit, CreditRole, Role, replace
from newscli.notices import disclaimer as notices
from newscli.regex import regex
from newscli.segment.page import Fragment
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

_ORDER = {role: rank for rank, role in enumerate(CreditRole)}
# What an outlet follows or watches it relays: no agency.
_RELAYS = frozenset(("متابعات", "متابعه", "رصد", "متابعه خاصه", "متابعات خاصه", "متابعات اخباريه"))
_SITE_OF = regex(r"^موقع\s+(?=\S)")  # «موقع X»: the word for its kind is no part of a site's name
_HEADS = (Role.TITLE, Role.KICKER)  # where it is said to whom somebody spoke: «X لـ«OUTLET»»
_BESIDE = (Role.DATE, Role.CREDIT)  # lines whose parties may be another site, from which this one has the story
_NAMED_IN_NOTICES = {CreditRole.ORIGIN: notices.origin, CreditRole.REPUBLISHER: notices.republisher}


def read_attribution(
    reading: Reading,
    slots: Slots,
    filed: Filed,
    byline: Byline | None,
    site: str | None,
    own: Container[str],
) -> Found[tuple[Credit, ...]]:
    """The credits of a page. `own` are the folded names of the page's site."""
    found: list[Credit] = []
    if byline is not None:
        found += (Credit(CreditRole.AUTHOR, name, byline.text or name) for name in byline.authors)
    relayed = _from_disclaimer(reading, slots.first(Role.DISCLAIMER))
    found += relayed
    named = {core(credit.name) for credit in relayed}
    if filed.value is not None:
        found += _of_formula(filed.value.text, filed.value.sources, filed.agencies, named)
    beside = [*relayed]  # whom a notice, or a line beside headline or date, names
    for index, line in slots.credits:
        role = slots.labels[index].role
        if role is Role.DATELINE:
            continue
        credits = _of_line(line, reading.page.fragments[index], role, site, own, named)
        found += credits
        beside += credits if role in _BESIDE or not line.parties else ()
    elsewhere = any(c.role is CreditRole.ORIGIN and not _is_own(c.name, site, own) for c in beside)
    found += _closing(reading, slots)
    if site:
        kept = (c for c in found if c in relayed or c.role is CreditRole.AUTHOR or not _part_of(c.name, site))
        found = [replace(c, name=site) if _same(c.name, site) else c for c in kept]
        if CreditRole.REPUBLISHER not in _roles(found):
            found.append(Credit(CreditRole.REPUBLISHER if elsewhere else CreditRole.ORIGIN, site, site))
    elif _roles(found) <= {CreditRole.AUTHOR}:
        found += _self_named(reading, slots)
    once = _once(found)
    return Found(once, (), tuple(_explained(credit, once) for credit in found))


def _roles(credits: list[Credit]) -> set[CreditRole]:
    return {credit.role for credit in credits}


def _of_line(
    line: CreditLine, fragment: Fragment, role: Role, site: str | None, own: Container[str], named: set[str]
) -> list[Credit]:
    """The parties of a source line, a stamp or a signature; where it names none, the sources of its formula."""
    if line.parties or line.dateline is None:
        return list(filter(None, (_of_party(party, fragment, role, site, own) for party in line.parties)))
    match = line.dateline
    return _of_formula(squeeze(fragment.text), match.dateline.sources, match.agencies, named)


def _closing(reading: Reading, slots: Slots) -> list[Credit]:
    """The agencies that close the story's last paragraph."""
    text = "".join(map(reading.text, slots.paragraphs[-1:]))
    start, parties = closing(text) or (0, ())
    names = dict.fromkeys(party.name for party in parties)
    return [Credit(_agency_or_via(name), name, squeeze(text[start:])) for name in names]


def _agency_or_via(name: str) -> CreditRole:
    """The role of an agency or of what stands in its place: وكالات, متابعات."""
    return CreditRole.VIA if fold(name) in _RELAYS else CreditRole.AGENCY


def _self_named(reading: Reading, slots: Slots) -> list[Credit]:
    """The outlet that a text names as its own, where nothing else credits anybody."""
    headline, text = ("\n".join(map(reading.text, each)) for each in (slots.of(*_HEADS), slots.paragraphs))
    found = self_named(headline, text)
    return [Credit(CreditRole.ORIGIN, found[0], squeeze(found[1]))] if found is not None else []


def _explained(credit: Credit, kept: tuple[Credit, ...]) -> Candidate:
    others = (each for each in kept if _same(each.name, credit.name) or _tells_more(each.name, credit.name))
    same = next(others, credit)
    chosen = credit in kept
    reason = f"credited as {credit.role}" if chosen else f"the same party as «{same.name}»"
    return Candidate("attribution", f"{credit.role}: {credit.name}", credit.text, credit.text, chosen, reason)


def _same(one: str, two: str) -> bool:
    """Whether two names are one but for spaces, hamza and the word for their kind: «نيوز يمن» and «صحيفة نيوزيمن»."""
    one, two = core(one), core(two)
    return one.replace(" ", "") == two.replace(" ", "") or outlets.bare(one) == outlets.bare(two)


def _tells_more(name: str, other: str) -> bool:
    """Whether a name in Latin letters, or one that is a word as well («وطنية»), is that of an agency named better."""
    agency, least = find_agency(other), weak_forms()
    if agency is None or agency.generic or find_agency(name) != agency or name.isascii() or key(name) in least:
        return False
    return other.isascii() or key(other) in least


def _part_of(name: str, site: str) -> bool:
    """Whether a name is the beginning of the site's own: «Sputnik» of «Sputnik Arabic»."""
    return core(site).startswith(core(name) + " ")


def _once(credits: list[Credit]) -> tuple[Credit, ...]:
    """The credits by role, each party once, under the role in which it was found first.

    An agency that stands in Latin letters too is named as the page's language does: «Reuters», «المصدر: رويترز».
    """
    kept: list[Credit] = []
    for credit in credits:
        told = any(_same(credit.name, other.name) for other in kept)
        beside = (other for other in credits if other.role is credit.role or credit.name.isascii())
        if not told and not any(_tells_more(other.name, credit.name) for other in beside):
            kept.append(credit)
    return tuple(sorted(kept, key=lambda credit: _ORDER[credit.role]))


def _from_disclaimer(reading: Reading, index: int | None) -> list[Credit]:
    """The parties that a notice on responsibility names."""
    if index is None:
        return []
    fragment = reading.page.fragments[index]
    parties = ((role, read(fragment.text)) for role, read in _NAMED_IN_NOTICES.items())
    return [Credit(role, *party, _link(fragment, party[0])) for role, party in parties if party is not None]


def _link(fragment: Fragment, name: str) -> str | None:
    """The address that a name links to; the link may hold the word for its kind too: «موقع X»."""
    wanted = core(name)
    named = (link.url for link in fragment.links if wanted in (core(link.text), outlets.bare(core(link.text))))
    return next(filter(None, named), None)


def _of_formula(text: str, sources: tuple[str, ...], agencies: tuple[str, ...], named: set[str]) -> list[Credit]:
    """The sources of a dateline: agencies; outlets as origin, or as via where the disclaimer names the origin."""
    found = []
    outlet_seen = bool(named)
    for source in sources:
        if fold(source) == EXCLUSIVE:
            continue
        if source in agencies or kind_of(source) is PartyKind.AGENCY:
            found.append(Credit(_agency_or_via(source), source, text))
        elif core(source) not in named:
            found.append(Credit(CreditRole.VIA if outlet_seen else CreditRole.ORIGIN, source, text))
            outlet_seen = True
    return found


def _of_party(party: Party, fragment: Fragment, role: Role, site: str | None, own: Container[str]) -> Credit | None:
    """The credit of one party of a line; None for what credits nobody."""
    if fold(party.name) == EXCLUSIVE or (party.kind is PartyKind.UNKNOWN and party.label is Label.NONE):
        return None
    name = _SITE_OF.sub("", party.name)
    return Credit(_role_of(party, role, site, own), name, squeeze(fragment.text), _link(fragment, name))


def _role_of(party: Party, role: Role, site: str | None, own: Container[str]) -> CreditRole:
    """In which role a party of a line is credited."""
    if party.kind in AGENCIES:
        return _agency_or_via(party.name)
    signed = (party.label, role) == (Label.SIGNATURE, Role.CREDIT) and site
    relayed = signed or party.label in (Label.SOURCE, Label.WROTE_IN)
    return CreditRole.VIA if relayed and not _is_own(party.name, site, own) else CreditRole.ORIGIN


def _is_own(name: str, site: str | None, own: Container[str]) -> bool:
    """Whether a name is that of the page's own site."""
    return core(name) in own or (site is not None and _same(name, site))
