"""Whether a sequence of readings is a dateline: what anchors it, what closes it, what follows it."""

from __future__ import annotations

from typing import NamedTuple

from newscli.arabic.letters import fold
from newscli.credits import weights
from newscli.credits.likeness import Likeness
from newscli.credits.sequence import Parts, Path, parts_of
from newscli.credits.tokens import Gap, Kind, Span, Word
from newscli.lexicon.agencies import key
from newscli.lexicon.credit_words import NEWS, NOBODY, NOTE, PHOTO, REPORTING
from newscli.lexicon.places import NAMESAKES, countries, is_place


class Verdict(NamedTuple):
    """Why a sequence was accepted, and how sure that is (0 to 1)."""

    reason: str
    confidence: float


def verdict(reason: str) -> Verdict:
    """The verdict for a reason, as sure as the table says."""
    return Verdict(reason, weights.CONFIDENCE[reason])


def anchored(path: Path, parts: Parts) -> bool:
    """Whether a listed place, an agency, or an outlet holds the formula together.

    A source whose name is an everyday word as well, or that only its form shows, needs a plain person beside it.
    """
    if any(span.known for span in parts.places) or any(
        span.known and span.weight >= weights.AT_LEAST_SURE for span in parts.sources
    ):
        return True
    plain = bool(parts.persons) and all(span.known for span in parts.persons)
    if len(parts.sources) == 1 and plain and not parts.places and parts.sources[0].weight > 1:
        return True  # «الضفة الآن - NAME»
    if len(parts.sources) == len(path.spans) == 2 and any(span.known for span in parts.sources):
        return all(span.weight > 1 for span in parts.sources)
    if parts.sources and all(span.known for span in parts.sources):
        if parts.names == len(path.spans) == 3 and parts.places and parts.persons:
            return True  # «NAME- المدى- البعيدة:»
        return plain or parts.names == len(parts.sources) == len(path.spans) - len(parts.dates)
    return False


def _guessed(path: Path, parts: Parts, words: list[Word]) -> bool:
    """Whether an unknown place holds only by its slot: one place and one plain person, «البعيدة - NAME:»."""
    photo = [span.first for span in path.spans if span.kind is Kind.PHOTO]
    named = [span for span in path.spans if not photo or span.first < photo[0]]
    if len(named) != 2 or {span.kind for span in named} != {Kind.PLACE, Kind.PERSON}:
        return False
    place, person = sorted(named, key=lambda span: span.kind is Kind.PERSON)
    ending = words[path.spans[-1].last - 1].gap >= Gap.DASH
    return person.weight > weights.PLAIN or (person.known and ending and place.last - place.first == 1)


def _source_by_slot(path: Path, parts: Parts, words: list[Word], end: int) -> bool:
    """Whether a name that no table has holds as a source by its slot: apart from a listed place or source."""
    guess = next(span for span in parts.sources if span.weight < 1)
    sure = [
        span for span in (*parts.places, *parts.sources) if span.known and span.weight >= weights.AT_LEAST_ADJECTIVE
    ]
    if not sure or parts.names > 4 or any(not span.known for span in (*parts.places, *parts.persons)):
        return False
    if all(span.kind is Kind.PLACE and _name(words, span) in countries() for span in sure):
        return False  # «البطاطا - مصر»
    linked = any(span.kind is Kind.LINK and words[span.first].folded == "من" for span in path.spans)
    if linked or end < len(words):
        return words[end - 1].gap >= Gap.DASH and not (linked and end < len(words))
    before = words[guess.first - 1].gap if guess.first else Gap.DASH
    behind = words[guess.last - 1].gap if guess.last < end else Gap.DASH
    return all(gap is not Gap.COMMA and gap is not Gap.STOP for gap in (before, behind))


def _town_by_slot(path: Path, parts: Parts, words: list[Word], end: int) -> bool:
    """Whether a place that no table has stands apart from a listed source whose name is a word as well."""
    if len(parts.places) != 1 or not parts.sources or parts.names > 3 or not all(span.known for span in parts.persons):
        return False
    if not all(span.known and span.weight >= weights.AT_LEAST_FORM for span in parts.sources):
        return False
    if any(span.kind is Kind.LINK for span in path.spans):
        return False
    place = parts.places[0]
    gaps = [words[i - 1].gap for i in (place.first, place.last) if 0 < i < end]
    return all(gap is Gap.BRACKET or gap >= Gap.DASH for gap in gaps)


def _has_agencies_form(parts: Parts, words: list[Word], end: int) -> bool:
    """«PLACE (OUTLET) -», «PLACE، DATE (OUTLET):»: the form holds a place no table has beside an outlet by its form."""
    if len(parts.places) != 1 or len(parts.sources) != 1 or parts.persons:
        return False
    place, source = parts.places[0], parts.sources[0]
    bracketed = words[source.first].opened == "(" and words[source.last - 1].closed and source.last == end
    return place.first == 0 and bracketed and source.weight >= weights.AT_LEAST_FORM


def judge_line(path: Path, words: list[Word], own: frozenset[str]) -> Verdict | None:
    """The verdict on a line that is read as one formula, None if it is none. `own` are the page's own outlets."""
    parts = parts_of(path.spans)
    if path.spans[0].kind is Kind.PHOTO or (words[0].folded in PHOTO and words[0].gap is Gap.COLON):
        return None  # a picture's credit
    by_slot = any(span.weight < weights.GUESSED for span in parts.sources)
    in_form = words[-1].gap >= Gap.DASH and _has_agencies_form(parts, words, len(words))
    if not (anchored(path, parts) or by_slot or in_form or _town_by_slot(path, parts, words, len(words))):
        return verdict("a person beside what stands where a place does") if _guessed(path, parts, words) else None
    if len(parts.places) == parts.names and not parts.dates and _label(parts, words):
        return None  # «السعودية», «مصر - السودان»: a section or a subject
    if by_slot:
        held = _source_by_slot(path, parts, words, len(words))
        return verdict("what stands where a source does") if held else None
    if parts.names == 1:
        return _judge_alone(parts, words, own)
    if any(not span.known for span in parts.persons):
        return _judge_unknown_person(parts)
    if words[-1].gap < Gap.DASH and _person_in_place(path, words):
        return None  # «NAME في PLACE», a headline
    return verdict("the whole line is a formula")


def _person_in_place(path: Path, words: list[Word]) -> bool:
    kinds = [span.kind for span in path.spans]
    return kinds == [Kind.PERSON, Kind.LINK, Kind.PLACE] and words[path.spans[1].first].folded == "في"


def _judge_unknown_person(parts: Parts) -> Verdict | None:
    """«لشبونة: NAME»: a person whose name no table has, credited beside a place or a source."""
    if any(span.weight >= 2 for span in (*parts.places, *parts.sources)):
        return verdict("a place or a source and a person")
    return verdict("a place and what may be a person")


def _judge_alone(parts: Parts, words: list[Word], own: frozenset[str]) -> Verdict | None:
    """A line that holds one name alone."""
    if parts.places:
        closed = parts.places[0].last == len(words) and words[-1].gap >= Gap.DASH
        if parts.dates:
            return verdict("a place and a date")
        return verdict("a place alone, closed" if closed else "a place alone")
    span = parts.sources[0]
    if span.kind is Kind.OUTLET and parts.dates:
        return None  # an outlet and a date alone are a source stamp
    name = _name(words, span)
    if name in own:
        return verdict("the page's own outlet alone")
    if name in NOTE or (name in NOBODY and span.kind is Kind.OUTLET):
        return None  # «عاجل», «الرياضية»: a label unless it is the page's own name
    return verdict("a source alone" if span.weight >= weights.AT_LEAST_SURE else "a word that may be a source alone")


_AFTER = frozenset(fold("التي الذي الذين اللذين اللواتي حيث كما وهو وهي ثم أو و بل لكن ولكن والتي والذي حتى").split())


def judge_prefix(path: Path, words: list[Word], end: int, own: frozenset[str]) -> Verdict | None:
    """The verdict on a formula that opens a paragraph and ends before the word `end`, None if it is none."""
    parts = parts_of(path.spans)
    gap = words[end - 1].gap
    following = words[end].folded
    if path.spans[0].kind is Kind.PHOTO:
        return None
    if _writers_credit(path, parts, gap):
        return verdict("a writer's credit before the story")
    told = following in REPORTING
    by_slot = told and (_town_by_slot(path, parts, words, end) or _has_agencies_form(parts, words, end))
    if not anchored(path, parts) and not by_slot:
        guessed = gap is Gap.COLON and following in REPORTING and _guessed(path, parts, words)
        return verdict("a person beside what stands where a place does") if guessed else None
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
    if any(span.weight < weights.GUESSED for span in parts.sources):
        told = following in REPORTING or bool(parts.persons)
        held = told and _source_by_slot(path, parts, words, end)
        return verdict("what stands where a source does") if held else None
    guessed = any(span.weight < weights.GUESSED for span in parts.places)
    if guessed and not (parts.sources and (parts.persons or len(parts.places) == 1)):
        return None
    return verdict("a formula closed by a separator")


def _fully_separated(path: Path, words: list[Word], gap: Gap) -> bool:
    """Whether dashes or colons stand between all the parts, so that a name no table has may be a person's."""
    inner = [words[span.last - 1].gap for span in path.spans[:-1]]
    return all(between >= Gap.DASH for between in inner) and (gap is Gap.COLON or len(path.spans) >= 3)


def _weakly_closed(path: Path, parts: Parts, words: list[Word], end: int) -> bool:
    """Whether a full stop or a bracket alone is enough to close the formula."""
    told = words[end].folded in REPORTING
    if words[end - 1].gap is Gap.STOP:
        separated = sum(word.gap >= Gap.DASH for word in words[: end - 1])
        least = 2 if told else 3
        return parts.names >= least and separated >= least - 1
    if told and parts.names >= 2 and all(span.weight >= weights.GUESSED for span in path.spans):
        return True
    last = path.spans[-1]
    return (
        last.kind is Kind.AGENCY
        and last.weight > weights.MORE_THAN_WORD
        and bool(parts.places or parts.dates)
        and parts.names >= 2
    )


def _writers_credit(path: Path, parts: Parts, gap: Gap) -> bool:
    """«كتب - NAME: ...»: a role word and plain persons, no dateline."""
    return (
        path.spans[0].kind is Kind.WRITER
        and bool(parts.persons)
        and gap >= Gap.DASH
        and all(span.kind in (Kind.WRITER, Kind.LINK, Kind.PHOTO) or span.weight > weights.PLAIN for span in path.spans)
        and parts.names == len(parts.persons)
    )


def _persons_hold(parts: Parts, words: list[Word], end: int) -> bool:
    """Without a source, a place and a person open a story only if both are plain, or its verb follows."""
    if words[end].folded in REPORTING and all(span.weight > weights.PLAIN for span in parts.persons):
        return True
    least = weights.PLAIN if words[end - 1].gap >= Gap.DASH else weights.PERSON[Likeness.CLEAR]
    return any(span.weight >= 2 for span in parts.places) and all(span.weight >= least for span in parts.persons)


def _places_hold(parts: Parts, words: list[Word], end: int) -> bool:
    """Places alone («الرياض، جدة:») open a story if all are known and nothing ties them to the sentence."""
    return all(span.known and span.weight >= 2 for span in parts.places) and len(parts.places) <= 4


def _judge_prefix_alone(parts: Parts, words: list[Word], end: int, own: frozenset[str]) -> Verdict | None:
    """One name and a separator: a town before a dash, an agency, the page's own outlet."""
    gap = words[end - 1].gap
    if parts.places:
        span = parts.places[0]
        if span.weight < 2:
            return None
        if parts.dates:
            return verdict("a place and a date before a separator")
        country = gap is Gap.COLON and _name(words, span) in countries() - NAMESAKES
        if words[end].folded in REPORTING and not country:
            return verdict("a place before the story's verb")
        if gap is Gap.COLON or _goes_on(words, end):
            return None  # «لندن: لا تغيير في الموقف», «الرياض - المدينة التي ...»
        return verdict("a place before a dash")
    return _judge_source_alone(parts, words, end, own) if parts.sources else None


def _judge_source_alone(parts: Parts, words: list[Word], end: int, own: frozenset[str]) -> Verdict | None:
    gap = words[end - 1].gap
    span = parts.sources[0]
    if _name(words, span) in own:
        return verdict("the page's own outlet before a separator")
    if (
        span.kind is Kind.OUTLET
        and span.known
        and span.weight > weights.MORE_THAN_WORD
        and words[end].folded in REPORTING
    ):
        return verdict("an outlet by its form before the story's verb")
    if span.kind is Kind.OUTLET and (
        not span.known or (words[span.first].folded in NEWS and span.weight < weights.OUTLET)
    ):
        return None
    if parts.dates and span.kind is Kind.OUTLET:
        return None
    if span.weight < weights.AT_LEAST_SURE:
        told = gap is Gap.DASH and words[end].folded in REPORTING
        return verdict("a source before a dash and the story's verb") if told else None
    if words[end].folded not in REPORTING and (gap is Gap.COLON or _goes_on(words, end)):
        return None  # a headline («رويترز: لا اتفاق») or a counter («ضفاف نيوز | 120 قراءة»)
    return verdict("a source before a separator")


def _label(parts: Parts, words: list[Word]) -> bool:
    """Whether countries stand alone, with nothing that closes them; «عمان» is a capital too."""
    return words[-1].gap < Gap.DASH and all(_name(words, span) in countries() - NAMESAKES for span in parts.places)


def _name(words: list[Word], span: Span) -> str:
    """A reading's words as the lexicon keeps them."""
    return key(" ".join(word.folded for word in words[span.first : span.last]))


def _goes_on(words: list[Word], end: int) -> bool:
    """Whether what follows a place and its dash belongs to it: a noun with the article, a place, a number."""
    following = words[end].folded
    if following.startswith("ال") or following.isdigit():
        return True
    return any(is_place(" ".join(word.folded for word in words[end:last])) for last in range(end + 1, end + 4))
