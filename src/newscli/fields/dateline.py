"""The dateline: where a story was filed and which agency or outlet filed it, read by a small grammar.

The order of the parts is free and so are the separators (measured on 26,000 lines of the Saudi press), so nothing is
decided by position alone: every run of words gets the readings that the tables, its form and its slot allow
(`fields.formula`), the likeliest sequence is chosen as a whole, and it is accepted only if a place or a source anchors
it. «الرياض» is a place before a person and an outlet beside another place; «قنا» is a town before «وكالات» and an
agency behind «الدوحة».
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.fields.formula import MOST_CHARACTERS, MOST_WORDS, Gap, Kind, Span, Word, first_word, spans, words_of
from newscli.fields.names import bare_name
from newscli.lexicon.agencies import is_agency, key
from newscli.lexicon.outlets import is_outlet
from newscli.lexicon.places import is_place
from newscli.lexicon.roles import (
    FUNCTION,
    NEWS,
    NOBODY,
    NOTE,
    OF_SOURCE,
    PHOTO,
    REPORTING,
    SOURCE_LINE,
    WRITER,
    opens_sentence,
)
from newscli.model import Dateline


class Match(Struct, frozen=True):
    """A dateline formula found in a text, and the persons credited inside it.

    `agencies` and `outlets` are those of `dateline.sources` that are one or the other, verbatim (وكالات is an agency).
    `end` is the offset in the given text where what follows the formula and its separator begins.
    """

    dateline: Dateline | None
    authors: tuple[str, ...]
    photographers: tuple[str, ...]
    agencies: tuple[str, ...]
    outlets: tuple[str, ...]
    end: int
    reason: str
    confidence: float


def read_line(text: str, *, outlets: Container[str] = ()) -> Match | None:
    """A line of its own, before the body or in the author's slot, read as one formula; None when it is none.

    A bare person's name and «كتب: NAME» are no datelines: `fields.byline` reads them. `outlets` are folded names of
    the page's own outlet. A place, an outlet or an agency alone gives a confidence below 0.5 where it might as well be
    a section label: the caller knows what stands around it.

    >>> read_line("الرياض - واس:").dateline.sources
    ('واس',)
    >>> read_line("سمر الحلبي (بيروت)").authors
    ('سمر الحلبي',)
    >>> read_line("وزير الخارجية - زيد الصالح") is None
    True
    """
    text = text.rstrip()
    if not 2 <= len(text) <= MOST_CHARACTERS or text[-1] in "؟?!" or _LINKED.search(text):
        return None
    words, _ = words_of(text)
    if not words or len(words) > MOST_WORDS or _sentence(words):
        return None
    own = _own(outlets)
    path = _best(words, spans(words, own), len(words))
    if path is None:
        return None
    verdict = _judge_line(path, words, own)
    return _match(text, words, path, len(text), verdict) if verdict else None


def read_prefix(text: str, *, outlets: Container[str] = ()) -> Match | None:
    """The formula that opens a paragraph and is closed by a separator; None where the paragraph opens as a sentence.

    A short text that is a formula as a whole is read as by `read_line`. «كتب - NAME: ...» gives a match whose
    `dateline` is None and whose `authors` are the writers.

    >>> match = read_prefix("دمشق، سوريا (CNN) -- أعلنت الحكومة")
    >>> match.dateline.text, match.dateline.places
    ('دمشق، سوريا (CNN)', ('دمشق', 'سوريا'))
    >>> read_prefix("قال مسؤولون: إن المطار أعيد فتحه") is None
    True
    """
    first = first_word(text)
    if not first or not _SEPARATED.search(text, 0, _LINE) or _LINKED.search(text, 0, _LINE):
        return None
    if first in SOURCE_LINE or (opens_sentence(first) and first not in WRITER and not is_outlet(first)):
        return None
    words, head = words_of(text, _LINE)
    horizon = _horizon(words)
    if not horizon:
        return None
    ends = [i for i in range(1, min(horizon, len(words) - 1) + 1) if _closes(words, i)]
    if not ends and not _may_lose_separator(words, horizon):
        return None
    if horizon == len(words) and len(text) <= _LINE:
        whole = read_line(text, outlets=outlets)
        if whole is not None and (whole.confidence > 0.6 or not ends or _closes(words, len(words))):
            return whole
    own = _own(outlets)
    readings = spans(words[: horizon + 1], own)
    match = _unseparated(text, words, readings)
    if match is not None:
        return match
    for end in reversed(ends):
        path = _best(words, readings, end)
        if path is None:
            continue
        verdict = _judge_prefix(path, words, end, own)
        if verdict:
            return _match(text, words, path, _story(head, words, end), verdict)
    return None


class _Verdict(NamedTuple):
    reason: str
    confidence: float


class _Path(NamedTuple):
    score: float
    spans: tuple[Span, ...]


_SOURCES = (Kind.AGENCY, Kind.OUTLET)
_FREE = (Kind.LINK, Kind.NOTE, Kind.WRITER, Kind.PHOTO, Kind.DATE)
_BEAM = 10
_SEPARATED = re.compile(r"[-–—‒―ـ_:/|\n()\[«\"“،,…\d]|\.\s")
_LINKED = re.compile(r"https?:|www\.|[<>@#]")
_LINE = 120  # characters: no formula alone is longer


def _own(outlets: Container[str]) -> frozenset[str]:
    return frozenset(key(name) for name in outlets) - {""} if isinstance(outlets, Iterable) else frozenset()


def _sentence(words: list[Word]) -> bool:
    """Whether a line reports something: it opens with a verb or a function word, or holds several of them."""
    first = words[0].folded
    if (opens_sentence(first) and first not in WRITER and not _alone(words, 0)) or first in SOURCE_LINE:
        return True
    return sum(word.folded in FUNCTION and word.folded not in _LINKING for word in words) >= 2


_LINKING = frozenset(("في", "من", "مع", "عن", "اول"))


def _horizon(words: list[Word]) -> int:
    """How many words at the start may belong to a formula: up to the first verb, function word or overlong part."""
    part = 0
    for i, word in enumerate(words[:MOST_WORDS]):
        folded = word.folded
        if (opens_sentence(folded) and folded not in _LINKING and not _alone(words, i)) or folded in SOURCE_LINE:
            return i
        part += 1
        if part > 12:
            return i - part + 1
        if word.gap >= Gap.BRACKET:
            part = 0
    return min(len(words), MOST_WORDS)


def _alone(words: list[Word], i: int) -> bool:
    """Whether a word that may be a verb is a part of its own, as a source's name is: «تواصل - الرياض», «(ومع)»."""
    if words[i].gap is Gap.NONE or (i and words[i - 1].gap is Gap.NONE):
        return False
    return is_outlet(words[i].folded) or is_agency(words[i].folded)


def _closes(words: list[Word], end: int) -> bool:
    """Whether the gap behind the words before `end` can close a formula."""
    gap = words[end - 1].gap
    if gap >= Gap.DASH:
        return True
    if gap is Gap.STOP:
        return True
    return gap is Gap.BRACKET and words[end - 1].closed


def _may_lose_separator(words: list[Word], horizon: int) -> bool:
    return horizon < len(words) and words[horizon].folded in REPORTING


def _unseparated(text: str, words: list[Word], readings: list[list[Span]]) -> Match | None:
    """«عمان 3 نيسان بترا أعلنت ...»: the last separator was lost, and the story's verb follows an agency or a place."""
    end = next((i for i, word in enumerate(words[: len(readings)]) if word.folded in REPORTING), 0)
    if end < 2 or words[end - 1].gap is not Gap.NONE:
        return None
    path = _best(words, readings, end)
    if path is None:
        return None
    parts = _parts(path.spans)
    last = path.spans[-1]
    closed = bool(parts.dates) or any(word.gap >= Gap.BRACKET for word in words[: end - 1])
    if not closed or parts.names < 2 or parts.persons or not _anchored(path, parts):
        return None
    if last.kind is Kind.OUTLET and last.weight < 1.8:
        return None  # «بغداد - الشعب ينتظر»
    if not parts.sources or not all(span.known for span in (*parts.places, *parts.sources)):
        return None
    return _match(text, words, path, words[end].start, _Verdict("a formula before the verb, separator lost", 0.6))


def _best(words: list[Word], readings: list[list[Span]], end: int) -> _Path | None:
    """The likeliest sequence of readings that covers the words before `end`."""
    beams: list[list[_Path]] = [[] for _ in range(end + 1)]
    beams[0] = [_Path(0.0, ())]
    for i in range(end):
        if not beams[i]:
            continue
        beams[i].sort(key=_by_score)
        for path in beams[i][:_BEAM]:
            for span in readings[i]:
                if span.last <= end and _may_follow(path.spans, span, words):
                    score = path.score + span.weight - _unseparated_cost(path.spans, span, words)
                    beams[span.last].append(_Path(score, (*path.spans, span)))
    finished = [_Path(path.score + _whole(path.spans, words), path.spans) for path in beams[end][: 4 * _BEAM]]
    return max(finished, key=lambda path: path.score, default=None)


def _by_score(path: _Path) -> float:
    return -path.score


def _may_follow(before: tuple[Span, ...], span: Span, words: list[Word]) -> bool:
    """Whether a reading may stand behind the ones before it; names side by side need a separator, but for a few."""
    previous = before[-1] if before else None
    if span.kind is Kind.LINK:
        return previous is not None and previous.kind is not Kind.LINK and words[previous.last - 1].gap <= Gap.BRACKET
    if previous is None:
        return not span.joined
    if previous.kind is Kind.LINK:
        return _linked(before[-2], words[previous.first].folded, span)
    if span.joined:
        return previous.kind in (Kind.PERSON, Kind.PLACE, *_SOURCES)
    return words[previous.last - 1].gap is not Gap.NONE or _side_by_side(previous, span, words)


def _linked(left: Span, link: str, right: Span) -> bool:
    """What «من», «في» and «و» may tie: a writer or a source and a place, a place and a date, two of a kind."""
    if link == "و":
        return left.kind is right.kind or (left.kind is Kind.PLACE and right.kind is Kind.PERSON)
    if link == "في" and left.kind is Kind.PLACE:
        return right.kind is Kind.DATE
    if right.kind is not Kind.PLACE:
        return False
    if left.kind is Kind.PERSON:
        return right.weight >= 1 and (left.weight >= 1.4 if link == "من" else left.weight > 1.4)
    if left.kind in _SOURCES:
        return left.known and (right.known or left.weight > 2)
    return left.kind is Kind.WRITER


def _side_by_side(left: Span, right: Span, words: list[Word]) -> bool:
    """Which names may follow each other with nothing between: a date, a role and its person, a lost separator."""
    kinds = (left.kind, right.kind)
    if Kind.DATE in kinds or right.kind in (Kind.WRITER, Kind.PHOTO):
        return True
    if left.kind in (Kind.WRITER, Kind.PHOTO, Kind.NOTE):
        tied = words[left.first].folded in OF_SOURCE and (right.kind in _SOURCES or right.kind is Kind.NOTE)
        return tied or right.kind is Kind.PERSON or kinds == (Kind.NOTE, Kind.PLACE)
    if right.kind is Kind.NOTE:
        return left.kind is Kind.PERSON
    if kinds == (Kind.PERSON, Kind.PLACE):
        return left.weight > 1.4 and right.weight >= 2 and words[right.last - 1].gap is Gap.COLON
    if kinds == (Kind.PLACE, Kind.PERSON):
        return left.first == 0 and left.weight >= 2 and right.weight > 1.4
    if Kind.PLACE in kinds:
        return left.weight >= 2 and right.weight >= 2 and Kind.PERSON not in kinds and left.kind is not right.kind
    return kinds == (Kind.OUTLET, Kind.AGENCY) and left.weight >= 1.8 and right.weight >= 1.6


def _unseparated_cost(before: tuple[Span, ...], span: Span, words: list[Word]) -> float:
    """What it costs that two names stand side by side with no separator."""
    if not before or span.joined or words[span.first - 1].gap != Gap.NONE:
        return 0.0
    if before[-1].kind in _FREE or span.kind in (Kind.LINK, Kind.DATE):
        return 0.0
    if span.kind in (Kind.WRITER, Kind.PHOTO, Kind.NOTE):
        return 0.4
    if before[-1].kind is Kind.PERSON:
        return 1.0  # the place of the next credit, shown by its colon
    return 2.2 if span.kind is Kind.PLACE else 1.5


def _whole(path: tuple[Span, ...], words: list[Word]) -> float:
    """What speaks for a sequence as a whole: a place and a source, one outlet, no unknown place beside a known one."""
    found = [span for span in path if span.kind is Kind.PLACE]
    known = any(span.known for span in found)
    sources = [span for span in path if span.kind in _SOURCES]
    outlets = [span for span in sources if span.kind is Kind.OUTLET]
    score = 0.5 * bool(found) + 0.5 * bool(sources) - 1.0 * max(0, len(outlets) - 1)
    if known:
        guessed = [span for span in found if not span.known and span.weight < 1]
        score -= 0.8 * sum(not _beside_place(path, span, words) for span in guessed)
    # A role word credits somebody or something; alone it is a generic credit or nothing.
    for span, following in pairwise((*path, None)):
        role = span is not None and span.kind in (Kind.WRITER, Kind.PHOTO)
        if role and (following is None or following.kind in _FREE):
            score -= 1.0
        elif role and following is not None and following.kind is Kind.PERSON:
            score += 0.8
    return score


def _beside_place(path: tuple[Span, ...], span: Span, words: list[Word]) -> bool:
    """Whether a known place stands right beside, as its country does: «سروج - تركيا»."""
    return any(
        other.known and other.kind is Kind.PLACE and (other.last == span.first or other.first == span.last)
        and words[min(other.last, span.last) - 1].gap in (Gap.COMMA, Gap.BRACKET, Gap.DASH)
        for other in path
    )


class _Parts(NamedTuple):
    """A sequence by kinds."""

    places: list[Span]
    sources: list[Span]
    persons: list[Span]
    dates: list[Span]

    @property
    def names(self) -> int:
        return len(self.places) + len(self.sources) + len(self.persons)


def _parts(path: tuple[Span, ...]) -> _Parts:
    return _Parts(
        [span for span in path if span.kind is Kind.PLACE],
        [span for span in path if span.kind in _SOURCES],
        [span for span in path if span.kind is Kind.PERSON],
        [span for span in path if span.kind is Kind.DATE],
    )


def _anchored(path: _Path, parts: _Parts) -> bool:
    """Whether a listed place, an agency, or an outlet holds the formula together.

    A source whose name is an everyday word as well, or that only its form shows, needs a plain person beside it.
    """
    if any(span.known for span in parts.places) or any(span.known and span.weight >= 1.8 for span in parts.sources):
        return True
    plain = bool(parts.persons) and all(span.known for span in parts.persons)
    if any(span.known for span in parts.sources):
        if parts.names == len(path.spans) == 3 and parts.places and parts.persons:
            return True  # «NAME- المدى- البعيدة:»
        return plain or parts.names == len(parts.sources) == len(path.spans) - len(parts.dates)
    return False


def _guessed(path: _Path, parts: _Parts, words: list[Word]) -> bool:
    """Whether an unknown place holds only by its slot: one place and one plain person, «البعيدة - NAME:»."""
    photo = [span.first for span in path.spans if span.kind is Kind.PHOTO]
    named = [span for span in path.spans if not photo or span.first < photo[0]]
    if len(named) != 2 or {span.kind for span in named} != {Kind.PLACE, Kind.PERSON}:
        return False
    place, person = sorted(named, key=lambda span: span.kind is Kind.PERSON)
    ending = words[path.spans[-1].last - 1].gap >= Gap.DASH
    return person.weight > 1.4 or (person.known and ending and place.last - place.first == 1)


def _judge_line(path: _Path, words: list[Word], own: frozenset[str]) -> _Verdict | None:
    parts = _parts(path.spans)
    if path.spans[0].kind is Kind.PHOTO or (words[0].folded in PHOTO and words[0].gap is Gap.COLON):
        return None  # a picture's credit
    if not _anchored(path, parts):
        return _Verdict("a person beside what stands where a place does", 0.5) if _guessed(path, parts, words) else None
    if parts.names == 1:
        return _judge_alone(parts, words, own)
    if any(not span.known for span in parts.persons):
        return _judge_unknown_person(parts)
    return _Verdict("the whole line is a formula", 0.9)


def _judge_unknown_person(parts: _Parts) -> _Verdict | None:
    """«لشبونة: NAME»: a person whose name no table has, credited beside a place or a source."""
    if any(span.weight >= 2 for span in (*parts.places, *parts.sources)):
        return _Verdict("a place or a source and a person", 0.6)
    return _Verdict("a place and what may be a person", 0.45)


def _judge_alone(parts: _Parts, words: list[Word], own: frozenset[str]) -> _Verdict | None:
    """A line that holds one name alone."""
    if parts.places:
        closed = parts.places[0].last == len(words) and words[-1].gap >= Gap.DASH
        if parts.dates:
            return _Verdict("a place and a date", 0.7)
        return _Verdict("a place alone", 0.6 if closed else 0.4)
    span = parts.sources[0]
    if span.kind is Kind.OUTLET and parts.dates:
        return None  # an outlet and a date alone are a source stamp
    name = key(" ".join(word.folded for word in words[span.first : span.last]))
    if name in own:
        return _Verdict("the page's own outlet alone", 0.6)
    if name in NOTE or name in NOBODY:
        return None  # «عاجل», «الرياضية»: a label unless it is the page's own name
    return _Verdict("a source alone", 0.6 if span.weight >= 1.8 else 0.4)


_AFTER = frozenset(fold("التي الذي الذين اللذين اللواتي حيث كما وهو وهي ثم أو و بل لكن ولكن والتي والذي حتى").split())


def _judge_prefix(path: _Path, words: list[Word], end: int, own: frozenset[str]) -> _Verdict | None:
    parts = _parts(path.spans)
    gap = words[end - 1].gap
    following = words[end].folded
    if path.spans[0].kind is Kind.PHOTO:
        return None
    if _writers_credit(path, parts, gap):
        return _Verdict("a writer's credit before the story", 0.7)
    if not _anchored(path, parts):
        guessed = gap is Gap.COLON and following in REPORTING and _guessed(path, parts, words)
        return _Verdict("a person beside what stands where a place does", 0.5) if guessed else None
    if following in _AFTER or (gap < Gap.DASH and not _weakly_closed(path, parts, words, end)):
        return None
    if parts.names == 1:
        return _judge_prefix_alone(parts, words, end, own)
    if any(not span.known for span in parts.persons) and not _fully_separated(path, words, gap):
        return None
    if parts.persons and not parts.sources and not _persons_hold(parts, words, end):
        return None
    if not parts.sources and not parts.persons and not _places_hold(parts, words, end):
        return None
    guessed = any(span.weight < 1 for span in parts.places)
    if guessed and not (parts.sources and (parts.persons or len(parts.places) == 1)):
        return None
    return _Verdict("a formula closed by a separator", 0.9)


def _fully_separated(path: _Path, words: list[Word], gap: Gap) -> bool:
    """Whether dashes or colons stand between all the parts, so that a name no table has may be a person's."""
    inner = [words[span.last - 1].gap for span in path.spans[:-1]]
    return all(between >= Gap.DASH for between in inner) and (gap is Gap.COLON or len(path.spans) >= 3)


def _weakly_closed(path: _Path, parts: _Parts, words: list[Word], end: int) -> bool:
    """Whether a full stop or a bracket alone is enough to close the formula."""
    told = words[end].folded in REPORTING
    if words[end - 1].gap is Gap.STOP:
        separated = sum(word.gap >= Gap.DASH for word in words[: end - 1])
        least = 2 if told else 3
        return parts.names >= least and separated >= least - 1
    if told and parts.names >= 2 and all(span.weight >= 1 for span in path.spans):
        return True
    last = path.spans[-1]
    return last.kind is Kind.AGENCY and last.weight > 1.5 and bool(parts.places or parts.dates) and parts.names >= 2


def _writers_credit(path: _Path, parts: _Parts, gap: Gap) -> bool:
    """«كتب - NAME: ...»: a role word and plain persons, no dateline."""
    return (
        path.spans[0].kind is Kind.WRITER
        and bool(parts.persons)
        and gap >= Gap.DASH
        and all(span.kind in (Kind.WRITER, Kind.LINK, Kind.PHOTO) or span.weight > 1.4 for span in path.spans)
        and parts.names == len(parts.persons)
    )


def _persons_hold(parts: _Parts, words: list[Word], end: int) -> bool:
    """Without a source, a place and a person open a story only if both are plain, or its verb follows."""
    if words[end].folded in REPORTING and all(span.weight > 1.4 for span in parts.persons):
        return True
    least = 1.4 if words[end - 1].gap >= Gap.DASH else 1.9
    return any(span.weight >= 2 for span in parts.places) and all(span.weight >= least for span in parts.persons)


def _places_hold(parts: _Parts, words: list[Word], end: int) -> bool:
    """Places alone («الرياض، جدة:») open a story if all are known and nothing ties them to the sentence."""
    return all(span.known and span.weight >= 2 for span in parts.places) and len(parts.places) <= 4


def _judge_prefix_alone(parts: _Parts, words: list[Word], end: int, own: frozenset[str]) -> _Verdict | None:
    """One name and a separator: a town before a dash, an agency, the page's own outlet."""
    gap = words[end - 1].gap
    if parts.places:
        span = parts.places[0]
        if span.weight < 2:
            return None
        if parts.dates:
            return _Verdict("a place and a date before a separator", 0.7)
        if words[end].folded in REPORTING:
            return _Verdict("a place before the story's verb", 0.7)
        if gap is Gap.COLON or _goes_on(words, end):
            return None  # «لندن: لا تغيير في الموقف», «الرياض - المدينة التي ...»
        return _Verdict("a place before a dash", 0.5)
    if not parts.sources:
        return None
    span = parts.sources[0]
    name = key(" ".join(word.folded for word in words[span.first : span.last]))
    if name in own:
        return _Verdict("the page's own outlet before a separator", 0.8)
    if span.kind is Kind.OUTLET and (not span.known or (words[span.first].folded in NEWS and span.weight < 2.2)):
        return None
    if parts.dates and span.kind is Kind.OUTLET:
        return None
    if span.weight < 1.8:
        told = gap is Gap.DASH and words[end].folded in REPORTING
        return _Verdict("a source before a dash and the story's verb", 0.5) if told else None
    if words[end].folded.isdigit():
        return None  # a counter: «ضفاف نيوز | 120 قراءة»
    return _Verdict("a source before a separator", 0.6)


def _goes_on(words: list[Word], end: int) -> bool:
    """Whether what follows a place and its dash belongs to it: a noun with the article, a place, a number."""
    following = words[end].folded
    if following.startswith("ال") or following.isdigit():
        return True
    return any(is_place(" ".join(word.folded for word in words[end:last])) for last in range(end + 1, end + 4))


def _story(head: str, words: list[Word], end: int) -> int:
    """Where the story begins: at the next word, with the quote or bracket that opens it."""
    start = words[end].start
    while start > words[end - 1].end and head[start - 1] in "«“\"‹([{'‘#@":
        start -= 1
    between = head[words[end - 1].end : start]
    if between and not between.strip() and words[end].opened:
        return words[end].start
    return start


def _match(text: str, words: list[Word], path: _Path, end: int, verdict: _Verdict) -> Match:
    spans_ = path.spans
    authors, photographers = _people(text, words, spans_)
    parts = _parts(spans_)

    def verbatim(span: Span) -> str:
        return text[words[span.first].start + span.joined : words[span.last - 1].end]

    line = _extent(text, words, spans_)
    sources = _sources(text, words, parts.sources)
    return Match(
        dateline=Dateline(
            text=line,
            places=_unique(verbatim(span) for span in parts.places),
            sources=_unique(name for _, name in sources),
            date=_date(verbatim(parts.dates[0])) if parts.dates else None,
        )
        if parts.places or parts.sources
        else None,
        authors=authors,
        photographers=photographers,
        agencies=_unique(name for kind, name in sources if kind is Kind.AGENCY),
        outlets=_unique(name for kind, name in sources if kind is Kind.OUTLET),
        end=end,
        reason=verdict.reason,
        confidence=verdict.confidence,
    )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _sources(text: str, words: list[Word], found: list[Span]) -> list[tuple[Kind, str]]:
    names = []
    for span in found:
        start, end = words[span.first].start + span.joined, words[span.last - 1].end
        inner = text[start:end]
        if inner.count("«") > inner.count("»") and text[end : end + 1] == "»":
            end += 1  # خدمة «نيويورك تايمز»
        names.append((span.kind, text[start:end]))
    return names


def _extent(text: str, words: list[Word], path: tuple[Span, ...]) -> str:
    """The formula verbatim, with the brackets and quotes that open and close inside it."""
    start, end = words[path[0].first].start, words[path[-1].last - 1].end
    opening = start
    while opening > 0 and text[opening - 1] in "([{«“\"‹<'‘":
        opening -= 1
    closing = end
    while closing < len(text) and text[closing] in ")]}»”\"›>'’":
        closing += 1
    return text[opening:closing]


def _people(text: str, words: list[Word], path: tuple[Span, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Authors and photographers: a photographer's role word holds until the next part that is no person."""
    authors: list[str] = []
    photographers: list[str] = []
    photo = False
    for span in path:
        if span.kind is Kind.PHOTO:
            photo = True
        elif span.kind is Kind.WRITER:
            photo = False
        elif span.kind is Kind.PERSON:
            name = bare_name(text[words[span.first].start + span.joined : words[span.last - 1].end])
            (photographers if photo else authors).append(name)
        elif span.kind is not Kind.LINK:
            photo = False
    return _unique(authors), _unique(photographers)


def _date(text: str) -> str | None:
    """The ISO day of the formula's date where it is fixed."""
    from newscli.arabic import dates  # a module of its own weight, needed by few datelines

    for found in dates.find(text):
        value = found.date
        if value is not None and len(value) == 10:
            return value
    return None
