"""Whom the page credits: writers, agencies, the origin, whom it relays, and the aggregator whose page it is.

Credits are read where they stand: the byline, the dateline, source lines, names under the story, the disclaimer, and
the site's own name. One party is listed once under each of its names, in its strongest role.
"""

from __future__ import annotations

import re
from collections.abc import Container as Names

from newscli import dates
from newscli.arabic.letters import fold, squeeze, strip_invisible
from newscli.arabic.words import core
from newscli.classify.credit import signed_by
from newscli.classify.story import Story
from newscli.credits import dateline as datelines
from newscli.credits.persons import looks_like_person
from newscli.fields import disclaimer as disclaimers
from newscli.lexicon import agencies, outlets
from newscli.model import Byline, Candidate, Credit, CreditRole, replace
from newscli.segment.fragment import Fragment

_ORDER = {role: rank for rank, role in enumerate(CreditRole)}
_LABEL = re.compile(
    r"\W*(?:المصادر|المصدر|مصدر الخبر|المصدر الأصلي|مصدر|نقلا عن|نقلاً عن|نقلًا عن|عن|متابعة عن|عن موقع|بالاتفاق مع|"
    r"خدمة|خاص ب|source)"
    r"(?=[\s:：|/«\"“–-]|$)[\s:：|/\-–]*(?:موقع)?\s*",
    re.I,
)
_SOURCE_LABEL = re.compile(r"\W*(?:(?:ال)?مصدر(?: الخبر)?|نقل[اًا]*\s+عن|source)\s*[:：/|–-]?\s*", re.I)  # beside a date
_QUOTES = " \t\"'«»“”()[]<>*-–—:|/.،,"
# «صحيفة «X»»: the quoted name alone is the name.
_QUOTED_NAME = re.compile(r"\W*(\w+)\s+[«\"“](.+)[»\"”]\W*")
_PARTS = re.compile(r"\s*(?:[+،,/|]|\s-\s|\s–\s|\sو(?=ال|كال))\s*")
_PUBLISHED_IN = re.compile(r"نشر(?:ت)? في\s+(.{2,40}?)\s+(?:يوم|بتاريخ|في)\s+\d")
_BY = re.compile(r"\W*بواسط[ةه]\s*[:\-–/]?\s*(.{2,50})$")
# A statement given to an outlet alone: "in a statement to «X»", "in a talk with X".
_STATEMENT = re.compile(
    r"(?:تصريح|تصريحات|حديث|حوار|لقاء|مقابلة|اتصال)(?: (?:خاص|خاصة|صحفي|صحفية|هاتفي|هاتفية|حصري|له|لها|أجرته|اجرته))*"
    r"\s+(?:(لـ*)\s*(?=[«»\"“'’])|(مع|إلى|الى)\s+)[«»\"“'’]*\s*([^«»\"“”،.:؛()]{2,30})"
)
_STATEMENT_WITHIN = 10_000
_SAYS_WHEN = re.compile(r"\s+(?:نشرت?|تاريخ النشر|في|بتاريخ|يوم)(?:\s+(?:في|بتاريخ|يوم))?\s*:?$")
_LONGEST_NAME = 60


def read_attribution(
    story: Story,
    byline: Byline | None,
    disclaimer: int | None,
    site: str | None,
    own: Names[str],
) -> tuple[tuple[Credit, ...], tuple[Candidate, ...]]:
    """The credits of a page, and all that was considered for one.

    `disclaimer` is the index of its fragment, `own` the folded names of the page's site.
    """
    found: list[Credit] = []
    if byline is not None:
        found.extend(Credit(CreditRole.AUTHOR, name, byline.text) for name in byline.authors)
    relayed = _from_disclaimer(story, disclaimer)
    found.extend(relayed)
    named = {core(credit.name) for credit in relayed}
    found.extend(_from_stamps(story))
    for _, match in story.datelines:
        found.extend(_from_dateline(match, named))
    for index in story.credits:
        found.extend(_from_source_line(story, index, own))
    for index in story.signatures:
        found.extend(_from_signature(squeeze(story.views[index].fragment.text), site))
    for index, name in story.relays:
        found.append(Credit(CreditRole.VIA, name, squeeze(story.views[index].fragment.text)))
    found = [c for c in found if c in relayed or c.role is CreditRole.AUTHOR or not (site and _part_of(c.name, site))]
    found = [replace(c, name=site) if site and _same(c.name, site) else c for c in found]
    elsewhere = any(
        c.role is CreditRole.ORIGIN
        and site
        and not _same(c.name, site)
        and core(c.name) not in own
        and _is_stamp_credit(story, c)
        for c in found
    )
    if site and not any(c.role is CreditRole.REPUBLISHER for c in found):
        found.append(Credit(CreditRole.REPUBLISHER if elsewhere else CreditRole.ORIGIN, site, site))
    if not any(c.role in (CreditRole.ORIGIN, CreditRole.VIA) for c in found):
        found.extend(_from_statement(story))
    kept = _once(found)
    return kept, tuple(_explained(credit, kept) for credit in found if credit.name)


def _explained(credit: Credit, kept: tuple[Credit, ...]) -> Candidate:
    chosen = credit in kept
    if chosen:
        reason = f"credited as {credit.role}"
    else:
        reason = f"the same party as «{next(k.name for k in kept if _same(k.name, credit.name))}»"
    return Candidate("attribution", f"{credit.role}: {credit.name}", credit.text, "the page", chosen, reason)


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


def _from_disclaimer(story: Story, index: int | None) -> list[Credit]:
    if index is None:
        return []
    fragment = story.views[index].fragment
    found = []
    for role, read in ((CreditRole.ORIGIN, disclaimers.origin), (CreditRole.REPUBLISHER, disclaimers.republisher)):
        party = read(fragment.text)
        if party is not None:
            found.append(Credit(role, party[0], party[1], _link(fragment, party[0])))
    return found


def _link(fragment: Fragment, name: str) -> str | None:
    """The address that a name links to; the link may hold the word for its kind too: «موقع X»."""
    wanted = core(name)
    return next(
        (
            link.url
            for link in fragment.links
            if link.url and wanted in (core(link.text), outlets.bare(core(link.text)))
        ),
        None,
    )


def _from_dateline(match: datelines.Match, named: set[str]) -> list[Credit]:
    """The sources of a dateline: agencies; outlets as origin, or as via where the disclaimer names the origin."""
    assert match.dateline is not None
    text = match.dateline.text
    found = []
    outlet_seen = False
    for source in match.dateline.sources:
        if source in match.agencies:
            generic = fold(source) in ("متابعات", "متابعه", "خاص")
            if fold(source) == "خاص":
                continue
            found.append(Credit(CreditRole.VIA if generic else CreditRole.AGENCY, source, text))
        elif core(source) in named:
            outlet_seen = True
        else:
            via = outlet_seen or bool(named)
            found.append(Credit(CreditRole.VIA if via else CreditRole.ORIGIN, source, text))
            outlet_seen = True
    return found


def _from_source_line(story: Story, index: int, own: Names[str]) -> list[Credit]:
    fragment = story.views[index].fragment
    text = squeeze(fragment.text)
    label = _LABEL.match(strip_invisible(text))
    value = strip_invisible(text)[label.end() :] if label else strip_invisible(text)
    found = []
    match = datelines.read_line(value) if value else None
    if match is not None and match.dateline is not None and match.dateline.places:
        return [c for c in _from_dateline(match, set()) if c.role is not CreditRole.AUTHOR]
    for part in _PARTS.split(value):
        quoted = _QUOTED_NAME.fullmatch(part)
        name = (quoted[2] if quoted and fold(quoted[1]) in outlets.BEFORE else part).strip(_QUOTES)
        if not 1 < len(name) <= _LONGEST_NAME or not any(c.isalpha() for c in name):
            continue
        agency = agencies.find_agency(name)
        if agency is not None and (not agency.generic or fold(name).endswith("وكالات")):
            role = CreditRole.AGENCY
        elif core(name) in own:
            role = CreditRole.ORIGIN
        else:
            role = CreditRole.VIA
        found.append(Credit(role, name, text, _link(fragment, name)))
    return found


def _from_signature(text: str, site: str | None) -> list[Credit]:
    """The parties of a line that names agencies and outlets under the story."""
    found = []
    for name in signed_by(text):
        if agencies.is_agency(name) and fold(name) not in ("متابعات", "متابعه"):
            role = CreditRole.AGENCY
        else:
            role = CreditRole.VIA if site and not _same(name, site) else CreditRole.ORIGIN
        found.append(Credit(role, name, text))
    return found


def _is_stamp_credit(story: Story, credit: Credit) -> bool:
    return any(credit.text == squeeze(story.views[index].fragment.text) for index in (*story.stamps, *story.sources))


def _from_stamps(story: Story) -> list[Credit]:
    """An outlet beside the date under the headline, or «نشر في X يوم»: the one that published it first."""
    found = []
    for index in (*story.stamps, *story.sources):
        fragment = story.views[index].fragment
        text = squeeze(fragment.text)
        if match := _PUBLISHED_IN.search(text):
            found.append(Credit(CreditRole.ORIGIN, match[1].strip(_QUOTES), text))
        elif match := _BY.match(_undated(text)):
            name = match[1].strip(_QUOTES)
            if not looks_like_person(name) or outlets.is_outlet(name):
                found.append(Credit(CreditRole.ORIGIN, name, text))
        elif index in story.stamps:
            found.extend(_beside_date(text))
        elif index in story.sources:
            found.append(Credit(CreditRole.ORIGIN, text.strip(_QUOTES), text, _link(fragment, text)))
    return found


def _undated(text: str) -> str:
    """A line with a bar in the place of each date."""
    for date in reversed(dates.find(text)):
        text = text[: date.start] + "|" + text[date.end :]
    return text.strip(" |-–")


def _beside_date(text: str) -> list[Credit]:
    """An outlet or an agency that shares the line with the date: «وكالة X | DATE»."""
    for part in map(str.strip, _PARTS.split(_undated(text))):
        label = _SOURCE_LABEL.match(part)
        name = _SAYS_WHEN.sub("", part[label.end() :] if label else part).strip(_QUOTES)
        if label and 1 < len(name) <= _LONGEST_NAME:
            return [Credit(CreditRole.AGENCY if agencies.is_agency(name) else CreditRole.VIA, name, text)]
        if len(name) < 3 or not (outlets.is_outlet(name) or agencies.is_agency(name)) or outlets.is_weak(name):
            continue
        agency = agencies.is_agency(name) or name.startswith("وكالة")
        return [Credit(CreditRole.AGENCY if agency else CreditRole.ORIGIN, name, text)]
    return []


def _from_statement(story: Story) -> list[Credit]:
    """The outlet to which the story's first statement was given, where nothing else names an origin."""
    for index in story.body[:6]:
        for match in _STATEMENT.finditer(story.views[index].fragment.text[:_STATEMENT_WITHIN]):
            words = match[3].split()
            for size in range(min(3, len(words)), 0, -1):
                name = " ".join(words[:size]).strip(_QUOTES)
                if outlets.is_outlet(name):
                    return [Credit(CreditRole.ORIGIN, name, squeeze(match.group()).strip(' «"'))]
    return []
