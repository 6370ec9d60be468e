"""Whether a sequence of readings is a dateline: what anchors it, what closes it, what follows it.

A verdict is the reason why a formula is one, a key of `weights.CONFIDENCE`; None where it is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import inf
from operator import attrgetter

from newscli.arabic.letters import fold
from newscli.credits import weights
from newscli.credits.own import Own
from newscli.credits.sequence import Formula
from newscli.credits.tokens import Gap, Kind, Span, phrase
from newscli.decide import decide
from newscli.lexicon.agencies import is_generic
from newscli.lexicon.box_words import CORRESPONDENT
from newscli.lexicon.credit_words import DESKS, NOTE, PHOTO, REPORTING
from newscli.lexicon.everyday import is_everyday
from newscli.lexicon.places import NAMESAKES, PLACES_AS_SECTIONS, countries, is_place


def judge_line(formula: Formula, own: Own) -> str | None:
    """The verdict on a line that is read as one formula. `own` are the page's own outlets."""
    first = formula.words[0]
    if formula.spans[0].kind is Kind.PHOTO or (first.folded in PHOTO and first.gap is Gap.COLON):
        return None  # a picture's credit
    guess = formula.guess
    if not (_anchored(formula) or guess or _has_agencies_form(formula) or _town_by_slot(formula)):
        return "a person beside what stands where a place does" if _guessed(formula) else None
    if _is_label(formula) or _is_record(formula):
        return None  # «السعودية», «مصر - السودان»: a section or a subject
    if guess:
        exclusive = len(formula.sources) > 1 and _has_agencies_form(formula)  # «PLACE (OUTLET) خاص:»
        return "what stands where a source does" if exclusive or _source_by_slot(formula, guess) else None
    if formula.names == 1:
        return _judge_alone(formula, own)
    unknown = not _known(formula.persons)  # «لشبونة: NAME»: a name that no table has, beside a place or a source
    sure = _heaviest((*formula.places, *formula.sources)) >= weights.PLACE
    return decide(
        (unknown and sure, "a place or a source and a person"),
        (unknown, "a place and what may be a person"),
        (_person_in_place(formula), None),
        (_may_be_words(formula), "a word that may be a source alone"),
        (True, "the whole line is a formula"),
    )


def judge_prefix(formula: Formula, own: Own) -> str | None:
    """The verdict on a formula that opens a paragraph."""
    told = _told(formula)
    by_slot = told and (_town_by_slot(formula) or _has_agencies_form(formula) or _outlets_alone(formula))
    by_slot = by_slot or ((told or formula.gap is Gap.COLON) and _exclusive(formula) is not None)
    if not _anchored(formula) and not by_slot:
        guessed = told and formula.gap is Gap.COLON and _guessed(formula)
        return "a person beside what stands where a place does" if guessed else None
    if formula.following in _AFTER or not _closed(formula):
        return None
    if formula.names == 1:
        return _judge_place_alone(formula) if formula.places else _judge_source_alone(formula, own)
    guess, lightest = formula.guess, min(map(_WEIGHT, formula.places), default=inf)
    sure = told or formula.persons or _one_word_by_dashes(formula)
    return decide(
        # A name that no table has may be a person's where dashes or colons stand between all the parts.
        (not (_known(formula.persons) or formula.parted(len(formula.spans) - 1)), None),
        (lightest < weights.PLACE and not formula.sources, None),
        (guess and sure, "what stands where a source does"),
        (guess, None),
        (lightest < weights.GUESSED and len(formula.places) > 1, None),
        (True, "a formula closed by a separator"),
    )


# Words that go on with the sentence before them.
_AFTER = frozenset(fold("التي الذي الذين اللذين اللواتي حيث كما وهو وهي ثم أو و بل لكن ولكن والتي والذي حتى").split())


def _judge_alone(formula: Formula, own: Own) -> str | None:
    """A line that holds one name alone."""
    if formula.places:
        desk = Kind.NOTE in formula.kinds  # «المنامة - محرر الشؤون المحلية»
        return decide(
            (desk and _is_phrase(formula), None),
            (desk, "a place and a desk"),
            (formula.dates, "a place and a date"),
            (formula.gap >= Gap.DASH, "a place alone, closed"),
            (True, "a place alone"),
        )
    span = formula.sources[0]
    name = formula.name(span)
    return decide(
        (span.kind is Kind.OUTLET and formula.dates, None),  # a stamp with its source
        (name in own, "the page's own outlet alone"),
        (name in NOTE or name in PLACES_AS_SECTIONS, None),  # «عاجل», «الرياضية»: a label unless the page is so called
        (_is_sure(span) or formula.of_desk, "a source alone"),
        (True, "a word that may be a source alone"),
    )


def _judge_place_alone(formula: Formula) -> str | None:
    """A place and a separator: a town before a dash."""
    place = formula.places[0]
    country = formula.gap is Gap.COLON and formula.name(place) in _countries()  # «ألمانيا: تراجع الإنتاج»
    return decide(
        (place.weight < weights.PLACE, None),
        (formula.dates, "a place and a date before a separator"),
        (_told(formula) and not country, "a place before the story's verb"),
        (_goes_on(formula), None),  # «لندن: لا تغيير في الموقف», «الرياض - المدينة التي ...»
        (True, "a place before a dash"),
    )


def _judge_source_alone(formula: Formula, own: Own) -> str | None:
    """An agency or an outlet and a separator."""
    span, told = formula.sources[0], _told(formula)
    formed = span.kind is Kind.OUTLET and span.weight > weights.MORE_THAN_WORD
    agency = span.kind is Kind.AGENCY and not is_generic(formula.name(span))
    bracketed = formula.words[span.first].opened == "(" and formula.words[span.last - 1].closed
    return decide(
        (formula.name(span) in own, "the page's own outlet before a separator"),
        (told and formed, "an outlet by its form before the story's verb"),
        (told and formula.gap is Gap.DASH and not _is_sure(span), "a source before a dash and the story's verb"),
        (told and agency and formula.gap is Gap.COLON, "a source before a separator"),  # «وام: أعلنت ...»
        (not _is_sure(span), None),
        (told or (bracketed and agency), "a source before a separator"),  # «(سونا): يجلس ...»
        (_goes_on(formula), None),  # a headline, «رويترز: لا اتفاق», or a counter, «ضفاف نيوز | 120 قراءة»
        (True, "a source before a separator"),
    )


def _anchored(formula: Formula) -> bool:
    """Whether a listed place, an agency, or an outlet holds the formula together.

    A source whose name is an everyday word as well, or that only its form shows, needs a person or a place beside it.
    """
    places, sources, persons = formula.places, formula.sources, formula.persons
    plain, outlet = _some_known(persons), _exclusive(formula)
    alone = formula.names == len(sources) == len(formula.spans) - len(formula.dates)
    return any(
        (
            any(map(_IS_KNOWN, places)),
            _surely_known(sources, weights.AT_LEAST_SURE),
            len(sources) == 1 and plain and not places and sources[0].weight > 1,  # «الضفة الآن - NAME»
            formula.of_desk,
            outlet is not None and outlet.weight >= weights.FORM_WEAK,
            _some_known(sources) and (plain or (places and persons) or alone),  # «NAME- المدى- البعيدة:»
        )
    )


def _exclusive(formula: Formula) -> Span | None:
    """The outlet of «OUTLET / خاص:», «خاص - OUTLET»; None in other formulas. No table needs to have it."""
    parted = len(formula.spans) == len(formula.sources) == 2 and formula.parted(1)
    others = formula.named_sources
    return others[0] if parted and len(others) == 1 else None


def _guessed(formula: Formula) -> bool:
    """Whether an unknown place holds only by its slot: one place and one plain person, «البعيدة - NAME:»."""
    one_of_each = sorted(formula.kinds) == [Kind.PERSON, Kind.PLACE]
    return one_of_each and formula.persons[0].weight > weights.PLAIN


def _source_by_slot(formula: Formula, guess: Span) -> bool:
    """Whether a name that no table has holds as a source by its slot: apart from a listed place or source."""
    if formula.names > 4 or not _known((*formula.places, *formula.persons)):
        return False
    sure = _surely_known((*formula.places, *formula.sources), weights.AT_LEAST_ADJECTIVE)
    if _countries().issuperset(map(formula.name, sure)):
        return False  # «البطاطا - مصر»
    if formula.linked:
        return formula.gap >= Gap.DASH
    return {Gap.COMMA, Gap.STOP}.isdisjoint(formula.gaps_around(guess))


def _town_by_slot(formula: Formula) -> bool:
    """Whether a place that no table has stands apart from a listed source whose name is a word as well."""
    if len(formula.places) != 1 or not _some_known(formula.sources) or formula.linked:
        return False
    return {Gap.NONE, Gap.COMMA, Gap.STOP}.isdisjoint(formula.gaps_around(formula.places[0]))


def _has_agencies_form(formula: Formula) -> bool:
    """«PLACE (OUTLET) -», «PLACE، DATE (OUTLET):»: the form holds a place no table has beside an outlet by its form."""
    sources = formula.named_sources
    one_of_each = len(formula.places) == len(sources) == 1
    return one_of_each and formula.places[0].first == 0 and formula.words[sources[0].first].opened == "("


def _outlets_alone(formula: Formula) -> bool:
    """«أخبار الساحل:», «سنديان الأردن 5/6/2015 -»: an outlet by its form; one called after a country needs a dash."""
    if len(formula.sources) + len(formula.dates) != len(formula.spans):
        return False
    if _heaviest(formula.sources) >= weights.FORM:
        return True
    guess = formula.guess
    titled = guess is not None and guess.weight >= weights.SOURCE_TITLE and not is_everyday(formula.words[0].folded)
    return titled and formula.gap is Gap.DASH


def _one_word_by_dashes(formula: Formula) -> bool:
    """«PLACE- OUTLET- ...», «PLACE / 12 آذار / مارس / AGENCY –»: one word no table has, set apart behind a town."""
    source = formula.spans[-1]
    if source.last - source.first != 1 or formula.gap is not Gap.DASH:
        return False
    word = formula.words[source.first]
    in_brackets = word.opened == "(" and word.closed
    return decide(
        (formula.kinds == [Kind.PLACE, Kind.OUTLET], formula.parted(2) and not is_everyday(formula.name(source))),
        (formula.kinds == [Kind.PLACE, Kind.DATE, Kind.OUTLET], in_brackets or formula.parted(2)),
        (True, False),
    )


def _is_label(formula: Formula) -> bool:
    """Whether countries stand alone, with nothing that closes them; «عمان» is a capital too. Or sections: «محافظات»."""
    if len(formula.places) != formula.names or formula.gap >= Gap.DASH:
        return False
    names = set(map(formula.name, formula.places))
    return names <= PLACES_AS_SECTIONS or (not formula.dates and _countries() >= names)


def _is_phrase(formula: Formula) -> bool:
    """«تحرير القدس»: a note and a place with nothing between, unless it is a desk: «مكتب القدس», «مراسلنا في القدس»."""
    first = formula.words[0]
    return formula.spans[0].kind is Kind.NOTE and first.gap is Gap.NONE and first.folded not in DESKS | CORRESPONDENT


def _is_record(formula: Formula) -> bool:
    """«النادي: مانشستر سيتي»: what no table has as a place, and a colon, may be any label before an outlet's form."""
    if formula.kinds != [Kind.PLACE, Kind.OUTLET] or formula.places[0].weight >= weights.GUESSED:
        return False
    return formula.gaps_around(formula.places[0]) == [Gap.COLON]


def _may_be_words(formula: Formula) -> bool:
    """Whether a line is nothing but outlets whose names are words as well: «العرب والعالم» is many papers' section."""
    alone = not formula.dates and len(formula.sources) == formula.names
    return alone and _heaviest(formula.sources) < weights.AT_LEAST_SURE


def _person_in_place(formula: Formula) -> bool:
    """«NAME في PLACE», a headline."""
    in_place = formula.kinds == [Kind.PERSON, Kind.LINK, Kind.PLACE]
    return in_place and formula.words[formula.spans[1].first].folded == "في"


def _told(formula: Formula) -> bool:
    """Whether the story's verb follows: «أعلنت», behind a lead «وأعلنت»."""
    return formula.following in REPORTING or formula.following.removeprefix("و") in REPORTING


def _closed(formula: Formula) -> bool:
    """Whether a dash or a colon closes the formula; before the story's verb or behind an agency less is enough."""
    several = formula.names >= 2 and (_told(formula) or formula.spans[-1].kind is Kind.AGENCY)
    return formula.gap >= Gap.DASH or several


def _goes_on(formula: Formula) -> bool:
    """Whether what follows a name belongs to it: all behind a colon, a noun with the article, a place, a number."""
    if formula.gap is Gap.COLON or formula.following.startswith("ال") or formula.following.isdigit():
        return True
    return any(is_place(phrase(formula.words, formula.end, formula.end + count)) for count in (1, 2, 3))


def _is_sure(span: Span) -> bool:
    """Whether a name is no word of everyday as well."""
    return span.weight >= weights.AT_LEAST_SURE


def _known(spans: Iterable[Span]) -> bool:
    """Whether all of some readings are known."""
    return all(map(_IS_KNOWN, spans))


def _some_known(spans: list[Span]) -> bool:
    """Whether there are any, and all of them known."""
    return bool(spans) and _known(spans)


def _surely_known(spans: Iterable[Span], least: float) -> list[Span]:
    """Those that are known and weigh enough."""
    return [span for span in spans if span.known and span.weight >= least]


def _heaviest(spans: Iterable[Span]) -> float:
    """The greatest weight, 0 where there is none."""
    return max(map(_WEIGHT, spans), default=0.0)


_IS_KNOWN, _WEIGHT = attrgetter("known"), attrgetter("weight")


@cache
def _countries() -> frozenset[str]:
    """The countries whose names are no town's as well."""
    return countries() - NAMESAKES
