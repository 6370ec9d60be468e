"""What became of every line of a source, and why: for a terminal, as plain text, or as data.

Nothing is computed here that parsing did not leave in the article anyway: the blocks with their reasons, the
candidates for each field, the decoding, the metadata.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from newscli.model import BLOCK_JSON_FIELDS, Article, Block, Candidate, Role, Weighed
from newscli.rtl.paragraph import direction
from newscli.rtl.spans import PLAIN, Span, Style
from newscli.show.colours import (
    AMBER,
    AZURE,
    BLUE,
    BOLD,
    GREEN,
    GREY,
    HEADING,
    INDIGO,
    JADE,
    MAGENTA,
    OLIVE,
    PURPLE,
    RED,
    SAGE,
    TEAL,
    VIOLET,
    bold,
)  # fmt: skip
from newscli.show.parts import STDIN_NAME
from newscli.show.reader import View
from newscli.show.rows import Record, Row, plain_rows, typeset_rows
from newscli.wording import Say

__all__ = ["FIELDS", "Choice", "Row", "Value", "data", "plain", "plain_rows", "render", "rows", "typeset_rows"]

FIELDS = {
    "title": Role.TITLE, "kicker": Role.KICKER, "subtitle": Role.SUBTITLE, "dateline": Role.DATELINE,
    "byline": Role.BYLINE, "published": Role.DATE, "modified": Role.DATE, "body": Role.BODY,
    "attribution": Role.CREDIT, "disclaimer": Role.DISCLAIMER, "section": Role.SECTION, "tags": Role.TAGS,
    "language": None, "site": None, "url": None, "images": None,
}  # fmt: skip
"""The fields that can be asked about, each with the role of the blocks in which it stands."""

_INDENT = 2
_LONG_PATH = re.compile(r"(?<!\S)(?:[^\s>]+ > )+([^\s>]+ > [^\s>]+)")
_HEADING, _NAME, _QUIET, _WARNING = Style(HEADING), Style(BOLD), Style(GREY), Style(RED)
_VERDICTS = {True: ("taken", Style(GREEN)), False: ("not taken", Style(RED))}
_COLOURS = {
    Role.TITLE: bold(BLUE), Role.KICKER: AZURE, Role.SUBTITLE: INDIGO, Role.DATELINE: bold(PURPLE),
    Role.BYLINE: MAGENTA, Role.DATE: TEAL, Role.SECTION: JADE, Role.BODY: GREEN, Role.CREDIT: bold(VIOLET),
    Role.DISCLAIMER: AMBER, Role.CAPTION: OLIVE, Role.TAGS: SAGE, Role.BOILERPLATE: GREY,
}  # fmt: skip
_ROLE_WIDTH, _SURE_WIDTH, _VERDICT_WIDTH = max(map(len, Role)), len("100%"), len("not taken")


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


def render(article: Article, view: View, choice: Choice = Choice(), say: Say = str) -> Iterator[str]:  # noqa: B008
    """The inspection as lines for a terminal, without line ends; each leaves every mode it sets."""
    return typeset_rows(rows(article, choice, say), view)


def plain(article: Article, choice: Choice = Choice(), say: Say = str) -> Iterator[str]:  # noqa: B008  immutable
    """The inspection as lines of plain text in logical order, without line ends."""
    return plain_rows(rows(article, choice, say))


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


def size(text: str, say: Say) -> str:
    """What is told of a body, in the language that `say` speaks."""
    return say(", ").join(map(say, text.split(", ")))


def place(block: Block, *, short: bool = False, say: Say = str) -> str:
    """Where a block stands in its source, for people: the CSS path in HTML, line and offsets in plain text.

    >>> place(Block("خبر", line=3, start=40, end=43))
    'line 3, characters 40 to 43'
    >>> place(Block("خبر", path="html > body > main > div > p:nth-of-type(2)"), short=True)
    '… > div > p:nth-of-type(2)'
    """
    parts = [] if block.path is None else [shortened(block.path) if short else block.path]
    if block.line is not None:
        parts.append(say(f"line {block.line}"))
    if block.start is not None:
        parts.append(say(f"characters {block.start} to {block.end}"))
    return say(", ").join(parts) or say("place unknown")


def shortened(text: str) -> str:
    """A text in which of each CSS path only the last two steps are left.

    >>> shortened("h1 in html > body > header > h1")
    'h1 in … > header > h1'
    """
    return _LONG_PATH.sub(r"… > \1", text)


def decoded(article: Article, say: Say = str) -> str:
    """How the bytes became text: the encoding and the rule that chose it."""
    encoding = article.source.encoding
    return f"{encoding}: {say(article.decoding)}" if article.decoding else encoding


def rows(article: Article, choice: Choice, say: Say = str) -> Iterator[Row | Record]:
    """The inspection as paragraphs and records; a row without spans is an empty line."""
    yield Row((Span(article.source.path or say(STDIN_NAME), _HEADING),), names_file=True)
    if choice.everything:
        yield from _source(article, say, short=not choice.verbose)
        yield from _evidence(article.evidence(), say) if choice.verbose else ()
    chosen = choice.blocks(article)
    digits = max((len(str(number)) for number, _ in chosen), default=0)
    for number, block in chosen:
        yield Row(())
        yield _head(number, block, digits, say, short=not choice.verbose)
        yield from _text(block.text, _QUIET if block.role is Role.BOILERPLATE else PLAIN)
        yield from _evidence(article.evidence(number), say) if choice.verbose else ()
    for name in choice.fields(article):
        yield Row(())
        yield from _field(article, name, say, short=not choice.verbose)
    if choice.everything:
        yield from _metadata(article, say)
        yield from _warnings(article, say)


def _source(article: Article, say: Say, *, short: bool) -> Iterator[Row]:
    source = article.source
    digest = source.sha256[:12] if short else source.sha256
    facts = (source.format, f"{source.bytes:,} {say('bytes')}", f"sha256 {digest}")
    yield Row((Span(say(", ").join(facts), _QUIET),))
    yield Row((Span(f"{say('decoded as')} ", _QUIET), Span(decoded(article, say))))


def _head(number: int, block: Block, digits: int, say: Say, *, short: bool) -> Record:
    """What became of a block: its number, role, confidence; reason and place below each other."""
    return Record(
        (
            Span(str(number), _QUIET),
            Span(say(block.role), Style(_COLOURS[block.role])),
            Span(f"{block.confidence:.0%}"),
        ),
        (digits, _ROLE_WIDTH, _SURE_WIDTH),
        (Span(say(block.reason)), Span(place(block, short=short, say=say), _QUIET)),
    )


def _evidence(found: Iterable[Weighed], say: Say) -> Iterator[Row]:
    """Each question with its log-odds, and the parts that they are the sum of, the strongest first."""
    for weighed in found:
        yield Row((Span(f"{weighed.odds:+7.2f} {say(weighed.question)}", _NAME),), indent=_INDENT)
        for phrase, odds in weighed.parts:
            yield Row((Span(f"{odds:+7.2f} {say(phrase)}", _QUIET),), indent=2 * _INDENT)


def _text(text: str, style: Style = PLAIN) -> Iterator[Row]:
    for line in text.splitlines() or [text]:
        yield Row((Span(line, style),), direction([line]), _INDENT)


def _field(article: Article, name: str, say: Say, *, short: bool) -> Iterator[Row | Record]:
    held = values(article, name)
    yield Row((Span(say(name), _NAME), *([] if held else [Span(f" {say('none')}", _QUIET)])))
    for value in held:
        yield from _text(size(value.text, say) if name == "body" else value.text)
        for label, fact in value.facts:
            yield Row(
                (Span(f"{say(label)}: ", _QUIET), Span(say(fact) if label == "role" else fact)), indent=2 * _INDENT
            )
    for candidate in article.explain(name):
        yield from _candidate(candidate, say, short=short)


def _candidate(candidate: Candidate, say: Say, *, short: bool) -> Iterator[Row | Record]:
    word, style = _VERDICTS[candidate.chosen]
    stood = shortened(candidate.place) if short else candidate.place
    reason = f"{say(stood)}: {say(candidate.reason)}" if candidate.reason else say(stood)
    yield Record((Span(say(word), style),), (_VERDICT_WIDTH,), (Span(reason),), _INDENT)
    for text in filter(None, dict.fromkeys((candidate.value, candidate.text))):
        for row in _text(text):
            yield row._replace(indent=2 * _INDENT)


def _metadata(article: Article, say: Say) -> Iterator[Row]:
    if article.metadata:
        yield Row(())
        yield Row((Span(say("metadata"), _NAME),))
    for name, value in article.metadata:
        yield Row((Span(f"{name}: ", _QUIET), Span(value)), "L", _INDENT)


def _warnings(article: Article, say: Say) -> Iterator[Row]:
    if article.warnings:
        yield Row(())
        told = say(", ").join(map(say, article.warnings))
        yield Row((Span(f"{say('warnings')}: ", _NAME), Span(told, _WARNING)))


def _facts(**named: str | tuple[str, ...] | None) -> tuple[tuple[str, str], ...]:
    joined = {name: "، ".join(value) if isinstance(value, tuple) else value for name, value in named.items()}
    return tuple((name, value) for name, value in joined.items() if value)


def _members(struct: object) -> dict[str, object]:
    from msgspec import structs

    return structs.asdict(struct)  # type: ignore[arg-type]
