"""The agencies and outlets that a line names as its source: under a label, or alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.credits.clean import between, folded_with_offsets, trimmed, without_noise
from newscli.credits.likeness import Likeness, likeness
from newscli.credits.own import NOTHING, Own
from newscli.credits.persons import SPEAKS_TO
from newscli.lexicon import agencies, outlets, source_labels
from newscli.lexicon.credit_words import INTERFACE, LABELS, NEWS, SOURCE_LINE, opens_sentence
from newscli.lexicon.places import is_place
from newscli.lexicon.source_labels import Label, label_at
from newscli.regex import regex

_LONGEST_NAME = 60  # characters
_MOST_WORDS = 7  # of a name under a label
_UNLISTED = 3  # words: a longer name without a label must be known
_CLOSED_WORDS = 4
_SHORTEST = 2  # characters
_RESERVED = "الحقوق محفوظ"  # stands in the footers of sites
_LONGEST_SIGNATURE = 90  # characters


class PartyKind(StrEnum):
    """What a party is."""

    AGENCY = "agency"
    OUTLET = "outlet"
    GENERIC = "generic"  # وكالات، متابعات
    UNKNOWN = "unknown"


AGENCIES = frozenset((PartyKind.AGENCY, PartyKind.GENERIC))  # and what stands in their place


class Party(Struct, frozen=True):
    """A party that a line names, verbatim, how it is named, and its half-open range in the line."""

    name: str
    kind: PartyKind
    label: Label
    start: int
    end: int


class Named(Struct, frozen=True):
    """What a line's label says: its parties, and where it, its value and what follows begin."""

    parties: tuple[Party, ...] = ()
    label_only: bool = False
    label: Label = Label.NONE
    start: int = 0
    value: int = 0
    end: int = 0  # where the next label begins, 0 where none does


def kind_of(name: str, own: Own = NOTHING) -> PartyKind:
    """What a name names. `own` are the keys of the page's own outlet.

    >>> kind_of("د.ب.أ").name, kind_of("وكالات").name, kind_of("صحيفة الضفاف").name, kind_of("الضفاف").name
    ('AGENCY', 'GENERIC', 'OUTLET', 'UNKNOWN')
    """
    name = name.strip(_QUOTES)
    agency = agencies.find_agency(name)
    if agency is not None:
        return PartyKind.GENERIC if agency.generic else PartyKind.AGENCY
    if agencies.key(name) in own or outlets.is_outlet(name):
        words = agencies.key(name).split()
        return PartyKind.AGENCY if words[0] == "وكاله" else PartyKind.OUTLET
    return PartyKind.UNKNOWN


_QUOTES = " \t\"'«»“”‘’()[]<>‹›*-–—ـ_:/\\|.،,؛;+&"
_PARTS = regex(
    r"\s*[+،,/|؛;&]\s*|\s+[-–—ـ]+\s*|\s*[-–—]+\s+|\s+and\s+|\s+و\s+|\s+و(?=ال|وكال|متابع|مراسل|[«\"“])|\s*[()]\s*"
)
_ADDRESS = regex(r"(?:https?://(?:www\.)?|www\.)(?P<host>[^\s/()]+)[^\s()]*", re.IGNORECASE)
_KIND_QUOTED = regex(r"\s*(\w+)\s+[«\"“](.+)[»\"”]\s*(?:ال\w+ي[ةه]?)?\s*")


def named(text: str, own: Own = NOTHING) -> Named:
    """The parties that a line names under a label. The label may stand behind a writer, «NAME نشر في X يوم D».

    >>> [p.name for p in named("المصدر: رويترز + أ ف ب").parties], named("المصدر:").label_only
    (['رويترز', 'أ ف ب'], True)
    >>> named("المصدر: الذي رفض كشف اسمه قال إن العمل توقف").parties
    ()
    """
    if wrote := source_labels.WROTE_IN.match(text):
        party = _party(text, *wrote.span("outlet"), Label.WROTE_IN, own)
        return Named((party,) if party else (), label=Label.WROTE_IN, start=wrote.end("name"))
    start = _label_start(fold(text))
    if start is None:
        return _unmarked(text, own)
    folded, offsets = folded_with_offsets(text)
    found = label_at(folded[start:])
    if found is None:
        return Named()
    begin, end = offsets[start + found.end], len(text)
    if found.needs == "day":
        day = source_labels.BEFORE_DAY.search(text, begin + 2)
        if day is None or not any(map(str.isdigit, text[day.end() :])):
            return Named()
        end = day.start()
    if not text[begin:end].strip(_QUOTES):
        alone = found.label is Label.SOURCE and found.needs == "mark"
        return Named(label_only=alone, label=found.label)
    following = source_labels.NEXT_LABEL.search(text, begin, end)
    end = following.start() if following else end
    # Archives of the press name their papers so, whatever else the name is.
    filed = found.needs == "day" and source_labels.IN_FIGURES.match(text, end)
    parties = tuple(
        party for party in _parties(text, begin, end, found.label, own) if filed or not _is_unlisted_place(party)
    )
    if found.label is Label.BY:
        parties = _none_beyond_bar(parties, without_noise(text))
    told = any(map(opens_sentence, fold(text[begin:end]).split()))  # no names alone: a sentence
    if not parties or (found.needs == "name" and not found.marked and told):
        return Named()
    behind = end if following else 0
    return Named(parties, label=found.label, start=offsets[start], value=begin, end=behind)


def _label_start(folded: str) -> int | None:
    """Where a label begins in a folded line: with it, or behind a credit or a separator."""
    if label_at(folded):
        return 0
    late = source_labels.LATE.search(folded) if any(word in folded for word in source_labels.LATE_WORDS) else None
    return late.start() if late else None


def _unmarked(text: str, own: Own) -> Named:
    """«المصدر رويترز»: the label without a mark, before a listed name alone."""
    match = source_labels.UNMARKED.match(text)
    if match is None or kind_of(match[1], own) is PartyKind.UNKNOWN:
        return Named()
    party = _party(text, *match.span(1), Label.SOURCE, own)
    return Named((party,) if party else (), label=Label.SOURCE, value=match.start(1))


def _parties(text: str, start: int, end: int, label: Label, own: Own) -> Iterator[Party]:
    """The names in a range behind a label; none where it is a sentence."""
    value = without_noise(text[start:end])
    bare = _ADDRESS.sub(lambda address: " " * len(address[0]), value)
    value = bare if bare.strip(_QUOTES) else _ADDRESS.sub(_host, value)
    if _KIND_QUOTED.fullmatch(value) is None and any(map(_is_no_name, _PARTS.split(value))):
        return  # it goes on as a sentence
    line = text[:start] + value
    for first, last in _ranges(value):
        party = _party(line, start + first, start + last, label, own)
        if party is not None:
            yield party


def _is_unlisted_place(party: Party) -> bool:
    """Whether a label names a place rather than a party."""
    return party.kind is PartyKind.UNKNOWN and is_place(party.name)


def _none_beyond_bar(parties: tuple[Party, ...], text: str) -> tuple[Party, ...]:
    """The parties but for what bars or a day part from the writer: «بواسطة NAME | DAY | SECTION»."""
    return tuple(
        party
        for party in parties
        if "|" not in text[parties[0].end : party.start]
        or party.kind is not PartyKind.UNKNOWN
        or likeness(fold(party.name).split()) >= Likeness.PLAUSIBLE
    )


def _host(address: re.Match[str]) -> str:
    """An address with all but its host blanked (same length)."""
    before, behind = address.start("host") - address.start(), address.end() - address.end("host")
    return " " * before + address["host"] + " " * behind


def _is_no_name(part: str) -> bool:
    """Whether a part has more words than names have, or one that no name holds: a verb, a relative."""
    words = fold(part.strip(_QUOTES)).split()
    return len(words) > _MOST_WORDS or any(map(opens_sentence, set(words) - _INSIDE))


_INSIDE = frozenset(("في", "من", "مع", "عن", "اول", "لا", "كل"))


def _ranges(value: str) -> Iterable[tuple[int, int]]:
    """The ranges between the separators of a list of names; a listed name may hold one («الشرق - الأوسط»)."""
    whole = trimmed(value, 0, len(value))
    return [whole] if agencies.is_agency(value[slice(*whole)].strip(_QUOTES)) else between(_PARTS, value)


def _party(text: str, start: int, end: int, label: Label, own: Own) -> Party | None:
    """The party named in a range, without quotes, brackets and the word for its kind before a quoted name."""
    quoted = _KIND_QUOTED.fullmatch(text, start, end)
    if quoted and fold(quoted[1]) in outlets.BEFORE:
        start, end = quoted.span(2)
    start = end - len(text[start:end].lstrip(_QUOTES))
    name = text[start:end].rstrip(_QUOTES)
    if not _SHORTEST <= len(name) <= _LONGEST_NAME or not any(map(str.isalpha, name)):
        return None
    return Party(name, kind_of(name, own), label, start, start + len(name))


def signed(text: str, own: Own = NOTHING) -> tuple[Party, ...]:
    """The agencies and outlets of a line that names nobody else: «(أ ف ب، رويترز)», «X – وكالات»; () for other lines.

    Desk initials beside the brackets («ع.م/ ط.أ (د ب أ)») name nobody, nor does a place in them («(وال - طرابلس) ف خ»).

    >>> [party.name for party in signed("ع.م (د ب أ، رويترز)")]
    ['د ب أ', 'رويترز']
    >>> signed("الكتب، الأقلام"), signed("صحيفة السنديان. جميع الحقوق محفوظة")
    ((), ())
    """
    if "©" in text or _RESERVED in text or len(text) > _LONGEST_SIGNATURE:
        return ()  # a picture's owner, a site's footer, a sentence
    bracketed = _BRACKETED.match(text) if "(" in text else None
    start, end = bracketed.span(1) if bracketed else (0, len(text))
    ranges = _ranges(text[start:end])
    parties = (_party(text, start + first, start + last, Label.SIGNATURE, own) for first, last in ranges)
    found = tuple(party for party in parties if party is not None and not _is_unlisted_place(party))
    if any(party.kind in AGENCIES for party in found):
        unknown = (party.name for party in found if party.kind is PartyKind.UNKNOWN)
        return found if all(map(_may_be_name, unknown)) else ()
    return found if all(_is_sure_outlet(party, own) for party in found) else ()


def _is_sure_outlet(party: Party, own: Own) -> bool:
    """Whether a party is an outlet, and its name no everyday word unless it is the page's own."""
    sure = not outlets.is_weak(party.name) or agencies.key(party.name) in own
    return sure and party.kind is PartyKind.OUTLET


_BRACKETED = regex(r"^(?:[^()]{0,40}\s)?\(([^()]{2,60})\)(?:\W*|\s(?:[^\W\d_]{1,2}[\s./]*){1,8})$")


def _may_be_name(name: str) -> bool:
    """Whether an unlisted name beside an agency may be an outlet's: short, no person, no phrase."""
    words = fold(name).split()
    told = any(map(opens_sentence, words)) or any(map(str.isdigit, words)) or not INTERFACE.isdisjoint(words)
    return 1 <= len(words) <= _UNLISTED and likeness(words) < Likeness.PLAUSIBLE and not told


def closed(text: str) -> Party | None:
    """A few words and a separator, «X نت/ -», «جبال X الاخباري:»: a source where it stands directly above the story.

    >>> closed("الضفاف/ -").name, closed("وقال:") is None
    ('الضفاف', True)
    """
    party = _party(text, 0, len(text), Label.CLOSED, NOTHING) if _CLOSED.search(text) else None
    if party is None or any(map(str.isdigit, party.name)):
        return None
    words = fold(party.name).split()
    speaker = words[0] in _OFFICIAL or SPEAKS_TO.search(text) or likeness(words) > Likeness.FAINT
    told = len(words) > _CLOSED_WORDS or not _LABELLING.isdisjoint(words) or any(map(opens_sentence, words))
    return None if speaker or told else party


_LABELLING = SOURCE_LINE | LABELS
_OFFICIAL = NEWS - outlets.HEADS  # «وزارة الثقافة:», «رئيس البلدية NAME:»: who speaks
_CLOSED = regex(r"(?:[:/]|//|\.\./|,,|[-–—ـ])\s*$")


def closing(text: str) -> tuple[int, tuple[Party, ...]] | None:
    """Where the agencies begin that close a story's last paragraph, and who they are; None where none do.

    They stand in brackets, or behind the last full stop and a star or «المصدر:».

    >>> start, parties = closing("وأعلن ذلك وزير النقل أمس. (رويترز، أ ف ب)")
    >>> start, [party.name for party in parties]
    (25, ['رويترز', 'أ ف ب'])
    >>> [closing(f"وأعلن ذلك أمس. {end}")[1][0].name for end in ("*وكالات", "المصدر: رويترز")]
    ['وكالات', 'رويترز']
    >>> closing("وقالت الشركة ذلك لوكالة (رويترز)") is None, closing("وفاز فريق الميناء (ثلاثة أهداف)") is None
    (True, True)
    """
    match = _CLOSING.search(text)
    if match is None or not text[: match.start()].strip() or _NAMED_INSIDE.search(fold(text[: match.start()])):
        return None
    parties = signed(f"({match[1] or match[2]})")
    only_agencies = all(party.kind in AGENCIES for party in parties)
    return (match.start(), parties) if parties and only_agencies else None


_CLOSING = regex(
    r"\s*\(([^()]{2,40})\)\W{0,3}$|(?<=[.!؟…»\"”])\s*(?:\*+|(?:ال)?مصدر\s?[:：])\s?([^().:\n]{2,40})\W{0,3}$"
)
_NAMED_INSIDE = regex(r"(?:وكال\w*|شبكه|قناه|صحيفه|مع|الي)$")  # «قال لوكالة (رويترز)»: part of the sentence
