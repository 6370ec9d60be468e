"""The one reading of a line: all that it could credit, from its words alone, with likelihoods.

Where the line stands and what the metadata say is further evidence, which the caller weighs. The steps:

1. marks and markup go (`clean`); dates, ages and counters are barred out (`noise`);
2. a label of sources is read, with the parties behind it (`parties`);
3. the rest is read as a dateline formula (`dateline`), as a correspondent's credit, as writers (`persons_of`);
4. where all that fails, the pieces of an info line are read one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from newscli.arabic.letters import squeeze
from newscli.credits import dateline as datelines
from newscli.credits.clean import Clean, clean, pieces, trimmed, without_noise
from newscli.credits.correspondents import correspondent
from newscli.credits.credit_line import EMPTY, CreditLine
from newscli.credits.dateline import Match
from newscli.credits.likeness import Likeness
from newscli.credits.matching import with_writers
from newscli.credits.metadata import slot_names
from newscli.credits.own import NOTHING, Own, own_in, own_names
from newscli.credits.parties import Named, Party, PartyKind, closed, kind_of, named, signed
from newscli.credits.persons import without_calling
from newscli.credits.persons_of import introduced, is_sentence, persons_of
from newscli.credits.writers import BARE, Persons, is_editors, is_masthead, less_doubted, person, writers
from newscli.lexicon.places import is_place
from newscli.lexicon.source_labels import Label
from newscli.regex import regex

LONGEST = 200  # characters: a longer line is a paragraph
_MOST_SPACES = 12  # between the words of a line without any separator
# «الميناء 2 - 0 السواعد», «الميناء - السواعد 31-24»; of the day's heat and cold «الواحة 24 - 8».
_SCORE = regex(
    r"[^\W\d_]\s+\d{1,2}\s?[-–—]\s?\d{1,2}\s+[^\W\d_]|^[^\d:]{2,40}\s[-–—]\s[^\d:]{2,40}\s\d{1,3}\s?[-–—]\s?\d{1,3}$"
    r"|^[^\d:]{2,40}\s\d{1,2}\s[-–—]\s\d{1,2}$"
)
_FORMULAIC = regex(r"[:|/•·\-–—ـ()«»\"“”،,\d]|مصدر|نقل|بقلم|بواسط|كتب|مراسل|موفد|هذا")
_OFFICE = "Role,"  # «Role, OUTLET» below «Author, NAME»: for whom he works; with a town `clean` leaves a formula
_BESIDE = 0.5  # what is left of the doubt about a person beside a date, a place or a source
_GUESS = 0.5  # the confidence up to which a formula may rest on a guessed place
_INFO = regex(r"[|\d]")  # in lines of the template's own, beside sections and counters
_BY = "بقلم: "  # the label under which writers are credited most plainly
_SURE_PIECE = 0.7  # the likelihood from which one piece of an info line is taken for a person


def read_credit(text: str, *, outlets: Iterable[str] = (), places: frozenset[str] = frozenset()) -> CreditLine:
    """The reading of one line; lines that are too long for a credit return at once.

    `outlets` are folded names of the page's own outlet, `places` of those that its story tells of.

    >>> line = read_credit("مراسل الضفاف في جنيف: رنا الصيرفي")
    >>> line.authors, line.role_word, [party.name for party in line.parties]
    (('رنا الصيرفي',), True, ['الضفاف'])
    >>> read_credit("غضب عارم").person < 0.2 < read_credit("رنا الصيرفي").person
    True
    """
    if len(text) > LONGEST:
        return _introduced(text)
    return _read(text, own_in(text, own_names(frozenset(outlets), places)))


def _introduced(text: str) -> CreditLine:
    """«هذا المقال بقلم NAME، OFFICE، والآراء الواردة ...»: the writer in a notice that may be long."""
    found = introduced(text)
    return _with_persons(EMPTY, clean(text[:LONGEST]), found) if found is not None else EMPTY


@lru_cache(maxsize=1024)  # a page's lines are asked about more than once
def _read(text: str, own: Own) -> CreditLine:
    """The reading of a line that is short enough, given the names of the page's own outlet that stand in it."""
    line = clean(text)
    if not _may_credit(line.text.strip()) or _SCORE.search(text):
        return EMPTY
    if (found := introduced(line.text)) is not None:
        return _with_persons(EMPTY, line, found)
    label = named(line.text, own)
    if label.parties or label.label_only:
        return _labelled(line, label, own)
    reading = _free(line, own)
    return replace(reading, dateline=None) if line.text.startswith(_OFFICE) else reading


def _may_credit(printed: str) -> bool:
    """Whether a line has letters, is no question or exclamation, and no sentence without any separator."""
    if len(printed) < 2 or printed[-1] in "؟?!" or not any(map(str.isalpha, printed)):
        return False
    return printed.count(" ") <= _MOST_SPACES or _FORMULAIC.search(printed) is not None


def is_label_alone(text: str, *, outlets: Iterable[str] = ()) -> bool:
    """Whether a line is a label of sources and no more: `read_credit(text).label_only`, without reading anything else.

    >>> is_label_alone("المصدر:"), is_label_alone("المصدر: رويترز")
    (True, False)
    """
    return _may_credit(text) and named(clean(text).text, own_in(text, own_names(frozenset(outlets)))).label_only


def _labelled(line: Clean, label: Named, own: Own) -> CreditLine:
    """A line with a label of sources: its parties, and the persons and the place before it or behind it."""
    writer = tuple(party for party in label.parties if _writes(party, label))
    others = [p for p in label.parties if p not in writer and not _is_desk(p)]
    if label.label is Label.BY and writer:
        others = [p for p in others if p.kind is not PartyKind.UNKNOWN]  # «بواسطة NAME - محرر الشؤون المحلية»
    parties = tuple(_placed(p, line) for p in others)
    before = trimmed(line.text, 0, label.start)
    reading = EMPTY
    if before[0] < before[1]:
        reading = _free(Clean(line.text[: before[1]], line.source, line.origin), own)
    elif writer:
        reading = _with_persons(EMPTY, line, _persons_under(line, label, writer))
    dateline = reading.dateline or _dateline_behind(line, label)
    if label.parties and all(_is_desk(party) and not party.name.isascii() for party in label.parties):
        reading = replace(reading, desk=True, role_word=True)
    return replace(reading, parties=(*reading.parties, *parties), label_only=label.label_only, dateline=dateline)


def _persons_under(line: Clean, label: Named, parties: tuple[Party, ...]) -> Persons:
    """The persons whom a label names."""
    names = tuple(without_calling(party.name) for party in parties)
    if label.label is Label.SOURCE:
        return Persons(names, likelihood=BARE[Likeness.PLAUSIBLE])
    barred = without_noise(line.text)[: parties[-1].end]
    found = persons_of(barred, *trimmed(barred, 0, len(barred)))
    if found.likelihood < BARE[Likeness.POSSIBLE]:
        found = writers(f"{_BY}{barred[label.value :]}")
    if any(person(name) >= Likeness.POSSIBLE for name in names):
        return found
    return Persons(found.authors or names, likelihood=BARE[Likeness.CLEAR], role_word=True)


def _writes(party: Party, label: Named) -> bool:
    """Whether a party is a person: behind «بواسطة», or a clear name beside another party behind «المصدر:»."""
    if party.kind is not PartyKind.UNKNOWN:
        return False
    if label.label is Label.BY:
        slot = party == label.parties[0] and slot_names(party.name)  # right behind it nothing but a writer stands
        return bool(slot) or person(party.name) >= Likeness.POSSIBLE
    return len(label.parties) > 1 and person(without_calling(party.name)) >= Likeness.CLEAR


def _is_desk(party: Party) -> bool:
    """Whether what a label names is the editors or a desk."""
    return party.kind is PartyKind.UNKNOWN and is_editors(party.name)


def _dateline_behind(line: Clean, label: Named) -> Match | None:
    """«المصدر: (PLACE - OUTLET)»: the formula behind a label, where it names a place, and no place alone."""
    if label.label is not Label.SOURCE or not label.parties:
        return None
    match = datelines.read_line(line.text[label.value : label.end or len(line.text)].strip(" :/|-–—"))
    filed = match is not None and match.dateline.places and (match.dateline.sources or match.authors)
    return match if filed else None


def _free(line: Clean, own: Own) -> CreditLine:
    """A line without a label: a formula, writers, or names of parties alone."""
    text = line.text
    if is_sentence(text):
        return EMPTY
    barred = without_noise(text)
    start, end = trimmed(barred, 0, len(barred))
    if start >= end:  # a date, a counter
        return EMPTY
    beside = (start, end) != (0, len(text))  # a date or a counter before it or behind it
    match = _match(text, own) or (_match(barred[start:end], own) if beside else None)
    if match is not None:
        return _formula(line, replace(match, end=len(text)), own)
    found = persons_of(barred, start, end)
    if found.authors or found.desk:
        if barred != text:  # a date or a counter stands beside them
            found = replace(found, likelihood=less_doubted(found.likelihood, _BESIDE))
        return _with_persons(EMPTY, line, found, own)
    parties = _signed(line, barred, start, end, own)
    if parties:
        return CreditLine(parties=parties)
    return _by_pieces(line, barred, own) or _closed(line)


def _match(text: str, own: Own) -> Match | None:
    """The formula that a text is, if it is not a name and its bearer's office: «NAME كاتب وصحفي من PLACE»."""
    match = datelines.read_line(text, own)
    if match is None or not match.authors or match.dateline.sources:
        return match
    if text.lstrip().startswith(match.dateline.places) and min(map(person, match.authors)) >= Likeness.PLAUSIBLE:
        return match
    office = correspondent(text)
    return None if office is not None and office.start == len(text) - len(text.lstrip()) else match


def _signed(line: Clean, barred: str, start: int, end: int, own: Own) -> tuple[Party, ...]:
    """The parties that a range of the line names and nothing else, with their ranges in the source."""
    parties = signed(barred[start:end], own)
    return tuple(_placed(replace(party, start=party.start + start, end=party.end + start), line) for party in parties)


def _closed(line: Clean) -> CreditLine:
    """The source that a few words and a separator name, if they do."""
    party = closed(line.text)
    return CreditLine(parties=(_placed(party, line),)) if party else EMPTY


def _by_pieces(line: Clean, barred: str, own: Own) -> CreditLine | None:
    """An info line's pieces, read one by one: «OUTLET - NAME - DATE», «NAME | سياسة | 88 مشاهدة»."""
    cut = pieces(barred)
    if (len(cut) < 2 and barred == line.text) or is_masthead(barred):
        return None
    reading = EMPTY
    for start, end in cut:
        parties = _signed(line, barred, start, end, own)
        if parties:
            reading = replace(reading, parties=(*reading.parties, *parties))
            continue
        found = persons_of(barred, start, end)
        if found.likelihood >= _SURE_PIECE and not reading.authors:
            reading = _with_persons(reading, line, found, own)
        elif reading.dateline is None:
            match = datelines.read_line(barred[start:end], own)
            reading = replace(reading, dateline=match if match and match.dateline.places else None)
    if reading.authors and reading.dateline is not None and not _INFO.search(barred):
        reading = replace(reading, dateline=with_writers(reading.dateline, barred, reading.authors))
    return reading if reading != EMPTY else None


def _formula(line: Clean, match: Match, own: Own) -> CreditLine:
    """A dateline formula with its sources as parties and its persons as authors.

    A place that was only guessed by its slot may be an outlet that no table has: it is an unknown party too.
    """
    formula = match.dateline
    alone = not formula.places and not match.authors
    label = Label.SIGNATURE if alone else Label.NONE
    guessed = [name for name in formula.places if match.confidence <= _GUESS and not is_place(name)]
    kinds = (*(kind_of(name, own) for name in formula.sources), *(PartyKind.UNKNOWN for _ in guessed))
    ranges = (*_ranges(formula.sources, line.text), *_ranges(guessed, line.text))
    parties = (
        Party(line.text[slice(*range_)], kind, label, *range_) for kind, range_ in zip(kinds, ranges, strict=True)
    )
    reading = CreditLine(dateline=_verbatim(match, line), parties=tuple(_placed(party, line) for party in parties))
    if not match.authors:
        return reading
    likely = min(BARE[person(name)] for name in match.authors)
    found = Persons(match.authors, likelihood=1 - (1 - likely) * _BESIDE)
    return _with_persons(reading, line, found, own)


def _verbatim(match: Match, line: Clean) -> Match:
    """The match with the source's own words and offset, where marks or markup were cut."""
    if line.origin is None:
        return match
    start = line.text.find(match.dateline.text)
    if start < 0:
        return match
    text = line.verbatim(start, start + len(match.dateline.text))
    return replace(match, dateline=replace(match.dateline, text=text), end=len(line.source))


def _with_persons(reading: CreditLine, line: Clean, found: Persons, own: Own = NOTHING) -> CreditLine:
    """The reading with persons in it, in the source's own words."""
    names = (squeeze(line.verbatim(*range_)) for range_ in _ranges(found.authors, line.text))
    outlet: tuple[Party, ...] = ()
    if found.outlet is not None:
        name = line.text[slice(*found.outlet)]
        outlet = (_placed(Party(name, kind_of(name, own), Label.NONE, *found.outlet), line),)
    return replace(
        reading,
        authors=tuple(names),
        person=found.likelihood,
        role_word=found.role_word,
        desk=found.desk,
        parties=(*reading.parties, *outlet),
    )


def _ranges(names: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where names stand in a line, whatever white space is between their words; best each behind the one before it."""
    end = 0
    for name in names:
        start = text.find(name, end)
        if start >= 0:
            end = start + len(name)
        else:
            pattern = re.compile(r"\W+".join(map(re.escape, name.split())))
            match = pattern.search(text, end) or pattern.search(text)
            start, end = match.span() if match else (end, end)
        yield start, end


def _placed(party: Party, line: Clean) -> Party:
    """A party with its range in the source and the source's own spelling."""
    start, end = line.span(party.start, party.end)
    return replace(party, name=line.verbatim(party.start, party.end), start=start, end=end)
