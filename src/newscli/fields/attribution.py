"""Whom the page credits: writers, agencies, the origin, whom it relays, and the aggregator whose page it is.

Credits are read where they stand: the byline, the dateline, source lines, names under the story, the disclaimer, and
the site's own name. One party is listed once under each of its names, in its strongest role.
"""

from __future__ import annotations

from collections.abc import Container

from newscli.arabic.letters import fold, squeeze
from newscli.arabic.words import core
from newscli.credits.closing import closing
from newscli.credits.parties import Party, PartyKind, kind_of
from newscli.credits.self_naming import self_named
from newscli.fields.dateline import Filed
from newscli.fields.found import Found
from newscli.lexicon import outlets
from newscli.lexicon.source_labels import Label
from newscli.model import Byline, Candidate, Credit, CreditRole, Role, replace
from newscli.notices import disclaimer as notices
from newscli.regex import regex
from newscli.segment.fragment import Fragment
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

_ORDER = {role: rank for rank, role in enumerate(CreditRole)}
_RELAYS = frozenset(("متابعات", "متابعه", "رصد"))  # what an outlet follows or watches it relays: no agency
_SITE_OF = regex(r"^موقع\s+(?=\S)")  # «موقع X»: the word for its kind is no part of a site's name
_HEADS = (Role.TITLE, Role.KICKER)  # where it is said to whom somebody spoke: «X لـ«OUTLET»»
_OWN = "خاص"  # "exclusive" names nobody


def read_attribution(
    reading: Reading,
    slots: Slots,
    filed: Filed,
    byline: Byline | None,
    disclaimer: int | None,
    site: str | None,
    own: Container[str],
) -> Found[tuple[Credit, ...]]:
    """The credits of a page. `disclaimer` is the block of its notice, `own` the folded names of the page's site."""
    found: list[Credit] = []
    if byline is not None:
        found.extend(Credit(CreditRole.AUTHOR, name, byline.text or name) for name in byline.authors)
    relayed = _from_disclaimer(reading, disclaimer)
    found.extend(relayed)
    named = {core(credit.name) for credit in relayed}
    beside: list[Credit] = []  # origins named beside headline or date
    if filed.value is not None:
        found.extend(_of_formula(filed.value.text, filed.value.sources, filed.agencies, named))
    for index, line in slots.credits:
        fragment = reading.page.fragments[index]
        role = slots.labels[index].role
        if role is Role.DATELINE:
            continue
        credits = [_of_party(party, fragment, role, site, own) for party in line.parties]
        beside.extend(c for c in credits if c is not None and role in (Role.DATE, Role.CREDIT))
        found.extend(c for c in credits if c is not None)
        if not line.parties and line.dateline is not None:
            match = line.dateline
            sources = _of_formula(squeeze(fragment.text), match.dateline.sources, match.agencies, named)
            beside.extend(sources)
            found.extend(sources)
    found.extend(_closing(reading, slots))
    found = [c for c in found if c in relayed or c.role is CreditRole.AUTHOR or not (site and _part_of(c.name, site))]
    found = [replace(c, name=site) if site and _same(c.name, site) else c for c in found]
    if site and not any(c.role is CreditRole.REPUBLISHER for c in found):
        elsewhere = any(
            c.role is CreditRole.ORIGIN and not _same(c.name, site) and core(c.name) not in own for c in beside
        )
        found.append(Credit(CreditRole.REPUBLISHER if elsewhere else CreditRole.ORIGIN, site, site))
    if not site and all(credit.role is CreditRole.AUTHOR for credit in found):
        found.extend(_self_named(reading, slots))
    kept = _once(found)
    return Found(kept, (), tuple(_explained(credit, kept) for credit in found if credit.name))


def _closing(reading: Reading, slots: Slots) -> list[Credit]:
    """The agencies in brackets that close the story's last paragraph."""
    text = reading.page.fragments[slots.paragraphs[-1]].text if slots.paragraphs else ""
    signed = closing(text)
    if signed is None:
        return []
    phrase = squeeze(text[signed[0] :])
    roles = {party.name: CreditRole.VIA if fold(party.name) in _RELAYS else CreditRole.AGENCY for party in signed[1]}
    return [Credit(role, name, phrase) for name, role in roles.items()]


def _self_named(reading: Reading, slots: Slots) -> list[Credit]:
    """The outlet that a text names as its own, where nothing else credits anybody."""
    texts = [reading.page.fragments[i].text for i in slots.paragraphs]
    heads = (i for i, label in sorted(slots.labels.items()) if label.role in _HEADS)
    headline = "\n".join(reading.page.fragments[i].text for i in heads)
    found = self_named(headline, "\n".join(texts))
    return [Credit(CreditRole.ORIGIN, found[0], squeeze(found[1]))] if found is not None else []


def _explained(credit: Credit, kept: tuple[Credit, ...]) -> Candidate:
    chosen = credit in kept
    if chosen:
        reason = f"credited as {credit.role}"
    else:
        reason = f"the same party as «{next(k.name for k in kept if _same(k.name, credit.name))}»"
    return Candidate("attribution", f"{credit.role}: {credit.name}", credit.text, credit.text, chosen, reason)


def _same(one: str, two: str) -> bool:
    """Whether two names are one but for spaces, hamza and the word for their kind: «نيوز يمن» and «صحيفة نيوزيمن»."""
    one, two = core(one), core(two)
    return one.replace(" ", "") == two.replace(" ", "") or outlets.bare(one) == outlets.bare(two)


def _part_of(name: str, site: str) -> bool:
    """Whether a name is the beginning of the site's own: «Sputnik» of «Sputnik Arabic»."""
    return core(site).startswith(core(name) + " ")


def _once(credits: list[Credit]) -> tuple[Credit, ...]:
    kept: list[Credit] = []
    for credit in credits:
        if credit.name and not any(_same(credit.name, other.name) for other in kept):
            kept.append(credit)
    return tuple(sorted(kept, key=lambda credit: _ORDER[credit.role]))


def _from_disclaimer(reading: Reading, index: int | None) -> list[Credit]:
    if index is None:
        return []
    fragment = reading.page.fragments[index]
    found = []
    for role, read in ((CreditRole.ORIGIN, notices.origin), (CreditRole.REPUBLISHER, notices.republisher)):
        party = read(fragment.text)
        if party is not None:
            found.append(Credit(role, party[0], party[1], _link(fragment, party[0])))
    return found


def _link(fragment: Fragment, name: str) -> str | None:
    """The address that a name links to; the link may hold the word for its kind too: «موقع X»."""
    wanted = core(name)
    for link in fragment.links:
        if link.url and wanted in (core(link.text), outlets.bare(core(link.text))):
            return link.url
    return None


def _of_formula(text: str, sources: tuple[str, ...], agencies: tuple[str, ...], named: set[str]) -> list[Credit]:
    """The sources of a dateline: agencies; outlets as origin, or as via where the disclaimer names the origin."""
    found = []
    outlet_seen = bool(named)
    for source in sources:
        if fold(source) == _OWN:
            continue
        if source in agencies or kind_of(source) is PartyKind.AGENCY:
            role = CreditRole.VIA if fold(source) in _RELAYS else CreditRole.AGENCY
            found.append(Credit(role, source, text))
        elif core(source) not in named:
            found.append(Credit(CreditRole.VIA if outlet_seen else CreditRole.ORIGIN, source, text))
            outlet_seen = True
    return found


def _of_party(party: Party, fragment: Fragment, role: Role, site: str | None, own: Container[str]) -> Credit | None:
    """A party of a source line, a stamp or a signature."""
    if fold(party.name) == _OWN or (party.kind is PartyKind.UNKNOWN and party.label is Label.NONE):
        return None
    name = _SITE_OF.sub("", party.name)
    return Credit(_role_of(party, role, site, own), name, squeeze(fragment.text), _link(fragment, name))


def _role_of(party: Party, role: Role, site: str | None, own: Container[str]) -> CreditRole:
    if party.kind is PartyKind.AGENCY:
        return CreditRole.AGENCY
    if party.kind is PartyKind.GENERIC:
        return CreditRole.VIA if fold(party.name) in _RELAYS else CreditRole.AGENCY
    if core(party.name) in own or (site and _same(party.name, site)):
        return CreditRole.ORIGIN
    if party.label in (Label.SOURCE, Label.WROTE_IN):
        return CreditRole.VIA
    if party.label is Label.SIGNATURE and role is Role.CREDIT and site:
        return CreditRole.VIA
    return CreditRole.ORIGIN
