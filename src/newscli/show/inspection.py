"""What became of every line of a source, and why: for a terminal, as plain text, or as data.

Nothing is computed here that parsing did not leave in the article anyway: the blocks with their reasons, the
candidates for each field, the decoding, the metadata.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from newscli.model import BLOCK_JSON_FIELDS, Article, Block, Candidate, Role, Weighed
from newscli.rtl.paragraph import PLAIN, Column, Span, Style, direction, typeset
from newscli.rtl.reorder import Base
from newscli.show.parts import STDIN_NAME
from newscli.show.reader import View

FIELDS = {
    "title": Role.TITLE, "kicker": Role.KICKER, "subtitle": Role.SUBTITLE, "dateline": Role.DATELINE,
    "byline": Role.BYLINE, "published": Role.DATE, "modified": Role.DATE, "body": Role.BODY,
    "attribution": Role.CREDIT, "disclaimer": Role.DISCLAIMER, "section": Role.SECTION, "tags": Role.TAGS,
    "language": None, "site": None, "url": None, "images": None,
}  # fmt: skip
"""The fields that can be asked about, each with the role of the blocks in which it stands."""

_INDENT = 2
_HEADING, _NAME, _QUIET, _WARNING = Style("1;4"), Style("1"), Style("2"), Style("31")
_VERDICTS = {True: ("taken", Style("32")), False: ("not taken", Style("31"))}
_COLOURS = {
    Role.TITLE: "1;34", Role.KICKER: "34", Role.SUBTITLE: "34", Role.DATELINE: "1;35", Role.BYLINE: "35",
    Role.DATE: "36", Role.SECTION: "36", Role.BODY: "32", Role.CREDIT: "1;36", Role.DISCLAIMER: "33",
    Role.CAPTION: "1;33", Role.TAGS: "36", Role.BOILERPLATE: "2",
}  # fmt: skip


class Choice(NamedTuple):
    """What to show of an inspection: blocks of these roles, this field; nothing chosen shows everything.

    `verbose` shows all the evidence beside each block.
    """

    roles: Collection[Role] = ()
    field: str | None = None
    verbose: bool = False

    def blocks(self, article: Article) -> list[tuple[int, Block]]:
        """The chosen blocks in source order, numbered from 1 among all of them."""
        roles = set(self.roles)
        if self.field and (role := FIELDS.get(self.field)):
            roles.add(role)
        everything = not self.roles and not self.field
        numbered = enumerate(article.blocks, start=1)
        return [(number, block) for number, block in numbered if everything or block.role in roles]

    def fields(self, article: Article) -> list[str]:
        """The chosen fields: those of the contract, then whatever else has candidates."""
        if self.field:
            return [self.field]
        if self.roles:
            return []
        return list(dict.fromkeys([*FIELDS, *(candidate.field for candidate in article.candidates)]))

    @property
    def everything(self) -> bool:
        """Whether nothing narrows it down."""
        return not self.roles and not self.field


class Value(NamedTuple):
    """A field's value as people read it, with named details: the places of a dateline, the role of a credit."""

    text: str
    facts: tuple[tuple[str, str], ...] = ()


class Row(NamedTuple):
    """One paragraph of the view: its spans, its base direction, and how far it is set in."""

    spans: tuple[Span, ...]
    base: Base = "L"
    indent: int = 0


def render(article: Article, view: View, choice: Choice = Choice()) -> Iterator[str]:  # noqa: B008  immutable
    """The inspection as lines for a terminal, without line ends; each leaves every mode it sets."""
    return typeset_rows(rows(article, choice), view)


def typeset_rows(found: Iterable[Row], view: View) -> Iterator[str]:
    """Rows as lines for a terminal, each row set from the side its direction begins on."""
    for row in found:
        spans = row.spans if view.colour else tuple(Span(span.text) for span in row.spans)
        width = max(1, min(view.width - 2, view.measure) - row.indent)
        right = view.width - 1 - row.indent if row.base == "R" else width + row.indent
        yield from typeset(spans, Column(width, right), view.strategy, row.base) or [""]


def plain(article: Article, choice: Choice = Choice()) -> Iterator[str]:  # noqa: B008  immutable
    """The inspection as lines of plain text in logical order, without line ends."""
    return plain_rows(rows(article, choice))


def plain_rows(found: Iterable[Row]) -> Iterator[str]:
    """Rows as lines of plain text in logical order."""
    for row in found:
        yield " " * row.indent + "".join(span.text for span in row.spans) if row.spans else ""


def data(article: Article, choice: Choice = Choice()) -> dict[str, object]:  # noqa: B008  immutable
    """The inspection as values for JSON: `source`, `blocks`, `fields`, and unless narrowed `metadata`, `warnings`."""
    found: dict[str, object] = {
        "source": {**_members(article.source), "decoding": article.decoding},
        "blocks": [_block_data(article, number, block, choice) for number, block in choice.blocks(article)],
        "fields": {
            name: {
                "value": getattr(article, name, None),
                "candidates": [_members(candidate) for candidate in article.explain(name)],
            }
            for name in choice.fields(article)
        },
    }
    if choice.everything:
        found["metadata"] = [{"name": name, "value": value} for name, value in article.metadata]
        found["warnings"] = article.warnings
    return found


def _block_data(article: Article, number: int, block: Block, choice: Choice) -> dict[str, object]:
    found: dict[str, object] = {name: getattr(block, name) for name in BLOCK_JSON_FIELDS}
    if choice.verbose:
        found["evidence"] = [_members(weighed) for weighed in article.evidence(number)]
    return found


def values(article: Article, field: str) -> list[Value]:
    """What a field holds, for people: nothing for None, one value for each member of a list."""
    match field:
        case "dateline" if line := article.dateline:
            return [Value(line.text, _facts(places=line.places, sources=line.sources, date=line.date))]
        case "byline" if credit := article.byline:
            return [Value(credit.text or "، ".join(credit.authors), _facts(authors=credit.authors))]
        case "attribution":
            return [
                Value(party.name, _facts(role=party.role, text=party.text, url=party.url))
                for party in article.attribution
            ]
        case "tags" | "images":
            return [Value(item) for item in getattr(article, field)]
        case "body" if article.body:
            paragraphs = article.body.count("\n\n") + 1
            return [Value(f"{paragraphs} paragraphs, {len(article.body)} characters")]
        case _:
            value = getattr(article, field, None)
            return [Value(value)] if isinstance(value, str) and value else []


def place(block: Block) -> str:
    """Where a block stands in its source, for people: the CSS path in HTML, line and offsets in plain text.

    >>> place(Block("خبر", line=3, start=40, end=43))
    'line 3, characters 40 to 43'
    """
    parts = [] if block.path is None else [block.path]
    if block.line is not None:
        parts.append(f"line {block.line}")
    if block.start is not None:
        parts.append(f"characters {block.start} to {block.end}")
    return ", ".join(parts) or "place unknown"


def decoded(article: Article) -> str:
    """How the bytes became text: the encoding and the rule that chose it."""
    encoding = article.source.encoding
    return f"{encoding}: {article.decoding}" if article.decoding else encoding


def rows(article: Article, choice: Choice) -> Iterator[Row]:
    """The inspection as paragraphs; one without spans is an empty line."""
    yield Row((Span(article.source.path or STDIN_NAME, _HEADING),))
    if choice.everything:
        yield from _source(article)
        yield from _evidence(article.evidence()) if choice.verbose else ()
    for number, block in choice.blocks(article):
        yield Row(())
        yield from _block(number, block)
        yield from _evidence(article.evidence(number)) if choice.verbose else ()
    for name in choice.fields(article):
        yield Row(())
        yield from _field(article, name)
    if choice.everything:
        yield from _metadata(article)
        yield from _warnings(article)


def _source(article: Article) -> Iterator[Row]:
    source = article.source
    yield Row((Span(f"{source.format}, {source.bytes:,} bytes, sha256 {source.sha256}", _QUIET),))
    yield Row((Span("decoded as ", _QUIET), Span(decoded(article))))


def _block(number: int, block: Block) -> Iterator[Row]:
    head = Span(f"{number} ", _QUIET), Span(block.role, Style(_COLOURS[block.role])), Span(f" {block.confidence:.0%}")
    yield Row((*head, Span(f" {block.reason}")))
    yield Row((Span(place(block), _QUIET),), indent=_INDENT)
    colour = Style(_COLOURS[block.role]) if block.role is Role.BOILERPLATE else PLAIN
    yield from _text(block.text, colour)


def _evidence(found: Iterable[Weighed]) -> Iterator[Row]:
    """Each question with its log-odds, and the parts that they are the sum of, the strongest first."""
    for weighed in found:
        yield Row((Span(f"{weighed.odds:+7.2f} {weighed.question}", _NAME),), indent=_INDENT)
        for phrase, odds in weighed.parts:
            yield Row((Span(f"{odds:+7.2f} {phrase}", _QUIET),), indent=2 * _INDENT)


def _text(text: str, style: Style = PLAIN) -> Iterator[Row]:
    for line in text.splitlines() or [text]:
        yield Row((Span(line, style),), direction([line]), _INDENT)


def _field(article: Article, name: str) -> Iterator[Row]:
    held = values(article, name)
    yield Row((Span(name, _NAME), *([] if held else [Span(" none", _QUIET)])))
    for value in held:
        yield from _text(value.text)
        for label, fact in value.facts:
            yield Row((Span(f"{label}: ", _QUIET), Span(fact)), indent=2 * _INDENT)
    for candidate in article.explain(name):
        yield from _candidate(candidate)


def _candidate(candidate: Candidate) -> Iterator[Row]:
    word, style = _VERDICTS[candidate.chosen]
    reason = f": {candidate.reason}" if candidate.reason else ""
    yield Row((Span(word, style), Span(f" {candidate.place}{reason}")), indent=_INDENT)
    for text in filter(None, dict.fromkeys((candidate.value, candidate.text))):
        for row in _text(text):
            yield row._replace(indent=2 * _INDENT)


def _metadata(article: Article) -> Iterator[Row]:
    if article.metadata:
        yield Row(())
        yield Row((Span("metadata", _NAME),))
    for name, value in article.metadata:
        yield Row((Span(f"{name}: ", _QUIET), Span(value)), indent=_INDENT)


def _warnings(article: Article) -> Iterator[Row]:
    if article.warnings:
        yield Row(())
        yield Row((Span("warnings: ", _NAME), Span(", ".join(article.warnings), _WARNING)))


def _facts(**named: str | tuple[str, ...] | None) -> tuple[tuple[str, str], ...]:
    joined = {name: "، ".join(value) if isinstance(value, tuple) else value for name, value in named.items()}
    return tuple((name, value) for name, value in joined.items() if value)


def _members(struct: object) -> dict[str, object]:
    from msgspec import structs

    return structs.asdict(struct)  # type: ignore[arg-type]
