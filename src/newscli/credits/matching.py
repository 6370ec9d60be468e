"""What a sequence of readings says, in the text's own words: the formula, its parts, and the persons in it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.credits.acceptance import Verdict
from newscli.credits.persons import bare_name, without_calling
from newscli.credits.sequence import Path, parts_of
from newscli.credits.tokens import Kind, Span, Word
from newscli.model import Dateline


class Match(Struct, frozen=True):
    """A dateline formula found in a text, and the persons credited inside it.

    `agencies` and `outlets` are those of `dateline.sources` that are one or the other, verbatim (وكالات is an agency).
    `end` is the offset in the given text where what follows the formula and its separator begins.
    """

    dateline: Dateline
    authors: tuple[str, ...]
    photographers: tuple[str, ...]
    agencies: tuple[str, ...]
    outlets: tuple[str, ...]
    end: int
    reason: str
    confidence: float


def match_of(text: str, words: list[Word], path: Path, end: int, verdict: Verdict) -> Match:
    """The match of a path that was accepted; `end` is where what follows the formula begins in the text."""
    spans_ = path.spans
    authors, photographers = _people(text, words, spans_)
    parts = parts_of(spans_)

    def verbatim(span: Span) -> str:
        return text[words[span.first].start + span.joined : words[span.last - 1].end]

    line = _extent(text, words, spans_)
    sources = _sources(text, words, [span for span in parts.sources if not _owned(span, words)])
    return Match(
        dateline=Dateline(
            text=line,
            places=_unique(verbatim(span) for span in parts.places),
            sources=_unique(name for _, name in sources),
            date=_date(verbatim(parts.dates[0])) if parts.dates else None,
        ),
        authors=authors,
        photographers=photographers,
        agencies=_unique(name for kind, name in sources if kind is Kind.AGENCY),
        outlets=_unique(name for kind, name in sources if kind is Kind.OUTLET),
        end=end,
        reason=verdict.reason,
        confidence=verdict.confidence,
    )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple({fold(name): name for name in reversed(tuple(names))}.values())[::-1]


def _owned(span: Span, words: list[Word]) -> bool:
    """Whether a generic credit only leads to its outlet: «خاص بـ«OUTLET»»."""
    return span.last < len(words) and words[span.last].folded in {"ب", "ل"}


def _sources(text: str, words: list[Word], found: list[Span]) -> list[tuple[Kind, str]]:
    names = []
    for span in found:
        start, end = words[span.first].start + span.joined, words[span.last - 1].end
        inner = text[start:end]
        if inner.count("«") > inner.count("»") and text[end : end + 1] == "»":
            end += 1  # خدمة «نيويورك تايمز»
        if inner.count("»") > inner.count("«") and text[:start].endswith("«"):
            start -= 1  # «القدس» دوت كوم
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
    last = words[path[-1].first].start
    if text[last - 1 : last] == "/" == text[end : end + 1]:
        closing += 1  # «PLACE /AGENCY/»
    return text[opening:closing]


def _people(text: str, words: list[Word], path: tuple[Span, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Authors and photographers: a photographer's role word holds until the next part that is no person."""
    authors: list[str] = []
    photographers: list[str] = []
    photo = False
    for span in path:
        if span.kind is Kind.PHOTO:
            photo = True
        elif span.kind is Kind.PERSON:
            name = bare_name(without_calling(text[words[span.first].start + span.joined : words[span.last - 1].end]))
            (photographers if photo else authors).append(name)
        elif span.kind is not Kind.LINK:
            photo = False
    return _unique(authors), _unique(photographers)


def _date(text: str) -> str | None:
    """The ISO day of the formula's date where it is fixed."""
    from newscli import dates  # a module of its own weight, needed by few datelines

    for found in dates.find(text):
        value = found.date
        if value is not None and len(value) == 10:
            return value
    return None
