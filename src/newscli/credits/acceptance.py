"""Whether a sequence of readings is a dateline: what anchors it, what closes it, what follows it."""

from __future__ import annotations

from typing import NamedTuple

from newscli.arabic.letters import fold
from newscli.credits import weights
from newscli.credits.sequence import Parts, Path, parts_of
from newscli.credits.tokens import Gap, Kind, Span, Word
from newscli.lexicon.agencies import key
from newscli.lexicon.credit_words import DESKS, NOTE, PHOTO, REPORTING
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

    A source whose name is an everyday word as well, or that only its form shows, needs a person or a place beside it.
    """
    if any(span.known for span in parts.places) or any(
        span.known and span.weight >= weights.AT_LEAST_SURE for span in parts.sources
    ):
        return True
    plain = bool(parts.persons) and all(span.known for span in parts.persons)
    if len(parts.sources) == 1 and plain and not parts.places and parts.sources[0].weight > 1:
        return True  # «الضفة الآن - NAME»
    if not parts.sources or not all(span.known for span in parts.sources):
        return False
    if plain or (parts.places and parts.persons):
        return True  # «NAME- المدى- البعيدة:»
    return parts.names == len(parts.sources) == len(path.spans) - len(parts.dates)


def _guessed(path: Path) -> bool:
    """Whether an unknown place holds only by its slot: one place and one plain person, «البعيدة - NAME:»."""
    if {span.kind for span in path.spans} != {Kind.PLACE, Kind.PERSON} or len(path.spans) != 2:
        return False
    return all(span.weight > weights.PLAIN for span in path.spans if span.kind is Kind.PERSON)


def _source_by_slot(path: Path, parts: Parts, words: list[Word]) -> bool:
    """Whether a name that no table has holds as a source by its slot: apart from a listed place or source."""
    guess = next(span for span in parts.sources if span.weight < 1)
    sure = [
        span for span in (*parts.places, *parts.sources) if span.known and span.weight >= weights.AT_LEAST_ADJECTIVE
    ]
    if parts.names > 4 or any(not span.known for span in (*parts.places, *parts.persons)):
        return False
    if all(_name(words, span) in countries() for span in sure):
        return False  # «البطاطا - مصر»
    if any(span.kind is Kind.LINK for span in path.spans):
        return words[-1].gap >= Gap.DASH
    before = words[guess.first - 1].gap if guess.first else Gap.DASH
    behind = words[guess.last - 1].gap if guess.last < len(words) else Gap.DASH
    return {before, behind}.isdisjoint((Gap.COMMA, Gap.STOP))


def _town_by_slot(path: Path, parts: Parts, words: list[Word], end: int) -> bool:
    """Whether a place that no table has stands apart from a listed source whose name is a word as well."""
    if len(parts.places) != 1 or not parts.sources or not all(span.known for span in parts.sources):
        return False
    if any(span.kind is Kind.LINK for span in path.spans):
        return False
    place = parts.places[0]
    gaps = [words[i - 1].gap for i in (place.first, place.last) if 0 < i < end]
    return all(gap is Gap.BRACKET or gap >= Gap.DASH for gap in gaps)


def _has_agencies_form(parts: Parts, words: list[Word]) -> bool:
    """«PLACE (OUTLET) -», «PLACE، DATE (OUTLET):»: the form holds a place no table has beside an outlet by its form."""
    if len(parts.places) != 1 or len(parts.sources) != 1:
        return False
    return parts.places[0].first == 0 and words[parts.sources[0].first].opened == "("


def judge_line(path: Path, words: list[Word], own: frozenset[str]) -> Verdict | None:
    """The verdict on a line that is read as one formula, None if it is none. `own` are the page's own outlets."""
    parts = parts_of(path.spans)
    if path.spans[0].kind is Kind.PHOTO or (words[0].folded in PHOTO and words[0].gap is Gap.COLON):
        return None  # a picture's credit
    by_slot = any(span.weight < weights.GUESSED for span in parts.sources)
    held = anchored(path, parts) or by_slot or _has_agencies_form(parts, words)
    if not (held or _town_by_slot(path, parts, words, len(words))):
        return verdict("a person beside what stands where a place does") if _guessed(path) else None
    if len(parts.places) == parts.names and not parts.dates and _label(parts, words):
        return None  # «السعودية», «مصر - السودان»: a section or a subject
    if by_slot:
        return verdict("what stands where a source does") if _source_by_slot(path, parts, words) else None
    if parts.names == 1 and parts.places and _names_desk(path, words):
        return verdict("a place and a desk")
    if parts.names == 1:
        return _judge_alone(parts, words, own)
    if any(not span.known for span in parts.persons):
        return _judge_unknown_person(parts)
    if _person_in_place(path, words):
        return None  # «NAME في PLACE», a headline
    if _may_be_words(parts, words, own):
        return verdict("a word that may be a source alone")
    return verdict("the whole line is a formula")


def _names_desk(path: Path, words: list[Word]) -> bool:
    """Whether a desk of the paper filed it: «المنامة - محرر الشؤون المحلية»."""
    return any(span.kind is Kind.NOTE and words[span.first].folded in DESKS for span in path.spans)


def _may_be_words(parts: Parts, words: list[Word], own: frozenset[str]) -> bool:
    """Whether a line is nothing but outlets whose names are words as well: «العرب والعالم» is a section of many papers."""
    if parts.dates or len(parts.sources) < parts.names:
        return False
    return all(span.weight < weights.AT_LEAST_SURE and _name(words, span) not in own for span in parts.sources)


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
    if name in NOTE:
        return None  # «عاجل», «الرياضية»: a label unless it is the page's own name
    return verdict("a source alone" if span.weight >= weights.AT_LEAST_SURE else "a word that may be a source alone")


# Words that go on with the sentence before them.
_AFTER = frozenset(fold("التي الذي الذين اللذين اللواتي حيث كما وهو وهي ثم أو و بل لكن ولكن والتي والذي حتى").split())


def judge_prefix(path: Path, words: list[Word], end: int, own: frozenset[str]) -> Verdict | None:
    """The verdict on a formula that opens a paragraph and ends before the word `end`, None if it is none."""
    parts = parts_of(path.spans)
    gap = words[end - 1].gap
    told = words[end].folded in REPORTING
    by_slot = told and (_town_by_slot(path, parts, words, end) or _has_agencies_form(parts, words))
    if not anchored(path, parts) and not by_slot:
        guessed = told and gap is Gap.COLON and _guessed(path)
        return verdict("a person beside what stands where a place does") if guessed else None
    if words[end].folded in _AFTER or (gap < Gap.DASH and not _weakly_closed(path, parts, told=told)):
        return None
    if parts.names == 1:
        return _judge_prefix_alone(parts, words, end, own)
    if any(not span.known for span in parts.persons) and not _fully_separated(path, words):
        return None
    if not parts.sources and any(span.weight < weights.PLACE for span in parts.places):
        return None
    if any(span.weight < weights.GUESSED for span in parts.sources):
        return verdict("what stands where a source does") if told or parts.persons else None
    if len(parts.places) > 1 and any(span.weight < weights.GUESSED for span in parts.places):
        return None
    return verdict("a formula closed by a separator")


def _fully_separated(path: Path, words: list[Word]) -> bool:
    """Whether dashes or colons stand between all the parts, so that a name no table has may be a person's."""
    return all(words[span.last - 1].gap >= Gap.DASH for span in path.spans[:-1])


def _weakly_closed(path: Path, parts: Parts, *, told: bool) -> bool:
    """Whether a full stop or a bracket is enough to close the formula: before the story's verb, or behind an agency."""
    return parts.names >= 2 and (told or path.spans[-1].kind is Kind.AGENCY)


def _judge_prefix_alone(parts: Parts, words: list[Word], end: int, own: frozenset[str]) -> Verdict | None:
    """One name and a separator: a town before a dash, an agency, the page's own outlet."""
    if not parts.places:
        return _judge_source_alone(parts, words, end, own)
    if parts.places[0].weight < weights.PLACE:
        return None
    if parts.dates:
        return verdict("a place and a date before a separator")
    colon = words[end - 1].gap is Gap.COLON
    country = colon and _name(words, parts.places[0]) in countries() - NAMESAKES  # «ألمانيا: تراجع الإنتاج»
    if words[end].folded in REPORTING and not country:
        return verdict("a place before the story's verb")
    if colon or _goes_on(words, end):
        return None  # «لندن: لا تغيير في الموقف», «الرياض - المدينة التي ...»
    return verdict("a place before a dash")


def _judge_source_alone(parts: Parts, words: list[Word], end: int, own: frozenset[str]) -> Verdict | None:
    gap = words[end - 1].gap
    span = parts.sources[0]
    told = words[end].folded in REPORTING
    if _name(words, span) in own:
        return verdict("the page's own outlet before a separator")
    if told and span.kind is Kind.OUTLET and span.weight > weights.MORE_THAN_WORD:
        return verdict("an outlet by its form before the story's verb")
    if span.weight < weights.AT_LEAST_SURE:
        return verdict("a source before a dash and the story's verb") if told and gap is Gap.DASH else None
    if not told and (gap is Gap.COLON or _goes_on(words, end)):
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
