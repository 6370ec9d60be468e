"""What a sequence of readings says, in the text's own words: the formula, its parts, and the persons in it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from newscli.arabic.letters import fold
from newscli.credits import weights
from newscli.credits.persons import bare_name, without_calling
from newscli.credits.sequence import Formula
from newscli.credits.tokens import CLOSING, OPENING, Kind, Span, folded_at
from newscli.lexicon.agencies import EXCLUSIVE, is_generic
from newscli.model import Dateline

_BESIDE_WRITERS = 0.6  # the least confidence of a place that stands in one line with a writer
_EDGES = " :-–—ـ/"


class Match(Struct, frozen=True):
    """A dateline formula found in a text, and the writers credited inside it.

    `agencies` are those of `dateline.sources` that are agencies, verbatim (وكالات is one), the others are outlets.
    `end` is the offset in the given text where what follows the formula and its separator begins.
    """

    dateline: Dateline
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    end: int
    reason: str
    confidence: float


def match_of(text: str, formula: Formula, end: int, reason: str) -> Match:
    """The match of a formula that was accepted; `end` is where what follows it begins in the text."""
    sources = [
        (span.kind, _name_of_source(text, formula, span)) for span in formula.sources if _is_source(formula, span)
    ]
    return Match(
        dateline=Dateline(
            text=_extent(text, formula),
            places=_unique(_verbatim(text, formula, span) for span in formula.places),
            sources=_unique(name for _, name in sources),
            date=_date(_verbatim(text, formula, formula.dates[0])) if formula.dates else None,
        ),
        authors=_writers(text, formula),
        agencies=_unique(name for kind, name in sources if kind is Kind.AGENCY),
        end=end,
        reason=reason,
        confidence=weights.CONFIDENCE[reason],
    )


def with_writers(place: Match, line: str, authors: tuple[str, ...]) -> Match:
    """The formula that a place and the writers beside it in one line are: alone it might be a section's name."""
    formula = replace(place.dateline, text=line.strip(_EDGES))
    return replace(place, dateline=formula, authors=authors, confidence=max(place.confidence, _BESIDE_WRITERS))


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names, each once, in its first spelling."""
    return tuple({fold(name): name for name in reversed(tuple(names))}.values())[::-1]


def _range(formula: Formula, span: Span) -> tuple[int, int]:
    return formula.words[span.first].start + span.joined, formula.words[span.last - 1].end


def _verbatim(text: str, formula: Formula, span: Span) -> str:
    return text[slice(*_range(formula, span))]


def _is_source(formula: Formula, span: Span) -> bool:
    """Whether a reading of a source names one: "exclusive" beside its outlet does not, «X - خاص», «خاص بـ«X»»."""
    if folded_at(formula.words, span.last) in {"ب", "ل"}:
        return False
    return formula.name(span) != EXCLUSIVE or all(map(is_generic, formula.keys(formula.sources)))


def _name_of_source(text: str, formula: Formula, span: Span) -> str:
    """A source verbatim, with the quote at its edge whose other half is inside."""
    start, end = _range(formula, span)
    inner = text[start:end]
    if inner.count("«") > inner.count("»") and text[end : end + 1] == "»":
        end += 1  # خدمة «نيويورك تايمز»
    if inner.count("»") > inner.count("«") and text[:start].endswith("«"):
        start -= 1  # «القدس» دوت كوم
    return text[start:end]


def _extent(text: str, formula: Formula) -> str:
    """The formula verbatim, with the brackets and quotes that open and close inside it."""
    first, last = formula.words[formula.spans[0].first].start, formula.words[formula.spans[-1].first].start
    end = formula.words[formula.end - 1].end
    opening = len(text[:first].rstrip(OPENING))
    closing = len(text) - len(text[end:].lstrip(CLOSING))
    if text[last - 1 : last] == "/" == text[end : end + 1]:
        closing += 1  # «PLACE /AGENCY/»
    return text[opening:closing]


def _writers(text: str, formula: Formula) -> tuple[str, ...]:
    """The persons but for photographers: a photographer's role word holds until the next part that is no person."""
    authors: list[str] = []
    photo = False
    for span in formula.spans:
        if span.kind is Kind.PERSON:
            authors += [] if photo else [bare_name(without_calling(_verbatim(text, formula, span)))]
        elif span.kind is not Kind.LINK:
            photo = span.kind is Kind.PHOTO
    return _unique(authors)


def _date(text: str) -> str | None:
    """The ISO day of the formula's date where it is fixed."""
    from newscli import dates  # a module of its own weight, needed by few datelines

    return next((found.date for found in dates.find(text) if found.full), None)
