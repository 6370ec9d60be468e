"""The values that travel through newscli, all frozen.

    Source ─decode→ Document ─segment→ Page ─weigh→ Reading, Slots ─fields→ Found ─assemble→ Article

Source, Document and Article are here; what is between them belongs to the stage that makes it (segment/page.py,
weigh/choose.py, weigh/slots.py, fields/found.py). The words are those of the contract: an article has a title, a
dateline, a byline, a body, an attribution and a disclaimer; a block is a stretch of the source with the role it got,
the reason and a confidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from msgspec import DecodeError, Struct, json, structs

from newscli.errors import InputError

SCHEMA = "newscli/article/1"
WARNINGS = ("no-article", "not-arabic", "mojibake", "visual-order")


class Source(Struct, frozen=True):
    """Bytes as they were found. `path` names them to people; `charset` is what HTTP said of them, if anything."""

    data: bytes
    path: str | None = None
    url: str | None = None
    charset: str | None = None


class Document(Struct, frozen=True):
    """A decoded source. `text` keeps every character of the source; `rule` tells which rule chose the encoding."""

    text: str
    info: SourceInfo
    rule: str
    url: str | None = None


class Role(StrEnum):
    """What a block is in its article. A block that is in no field is `BOILERPLATE`."""

    TITLE = "title"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    DATELINE = "dateline"
    BYLINE = "byline"
    DATE = "date"  # the template's time stamp: published or modified
    SECTION = "section"
    BODY = "body"
    CREDIT = "credit"  # a source line: whom the page names as writer, agency or origin
    DISCLAIMER = "disclaimer"
    CAPTION = "caption"
    TAGS = "tags"
    BOILERPLATE = "boilerplate"


class Kind(StrEnum):
    """The form of a block, as its markup or its punctuation tells."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    VERSE = "verse"  # a line of verse


class Link(Struct, frozen=True):
    """A hyperlink inside a block: its anchor text and its address as the page gives it."""

    text: str
    url: str


class Block(Struct, frozen=True):
    """A stretch of the source: its folded text, where it stands, and what it was taken for and why.

    In plain text the place is `line` (from 1) and the half-open range `start`..`end` of characters in the decoded text;
    in HTML it is `path`, a CSS selector of the element that holds the text. `confidence` is between 0 and 1.
    """

    text: str
    kind: Kind = Kind.PARAGRAPH
    line: int | None = None
    start: int | None = None
    end: int | None = None
    path: str | None = None
    role: Role = Role.BOILERPLATE
    reason: str = "unclassified"
    confidence: float = 0.0


class Dateline(Struct, frozen=True):
    """Where the story was filed and which agency or outlet filed it. `date` is ISO 8601 where the formula fixes one."""

    text: str
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    date: str | None = None


class Byline(Struct, frozen=True):
    """The credit line of the writers (None where only the metadata name them) and their bare names."""

    text: str | None
    authors: tuple[str, ...] = ()


class CreditRole(StrEnum):
    """What a person or an organisation did for the story, in the contract's words."""

    AUTHOR = "author"
    AGENCY = "agency"
    ORIGIN = "origin"
    VIA = "via"
    REPUBLISHER = "republisher"


class Credit(Struct, frozen=True):
    """One party credited by the page: `text` is the phrase where the credit stands, `url` its link if it has one."""

    role: CreditRole
    name: str
    text: str
    url: str | None = None


class SourceInfo(Struct, frozen=True):
    """Which input an article came from and how it was decoded. `bytes` is its size."""

    path: str | None
    format: str  # "text" or "html"
    encoding: str
    bytes: int
    sha256: str


class Candidate(Struct, frozen=True):
    """A value that was considered for a field: where it stood on the page, whether it won, and why (or why not).

    `block` is the number, from 1, of the block in `Article.blocks` where it stands; None where it stands in none.
    """

    field: str
    value: str
    text: str
    place: str
    chosen: bool
    reason: str
    block: int | None = None


class Weighed(Struct, frozen=True):
    """The evidence on one question about a block or a page: the log-odds, and the parts that they are the sum of."""

    question: str
    odds: float
    parts: tuple[tuple[str, float], ...]


class Fields(Struct, frozen=True, kw_only=True):
    """The fields of the JSON contract in its order, but for `source`. What is not known is None or empty."""

    schema: str = SCHEMA
    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    dateline: Dateline | None = None
    byline: Byline | None = None
    published: str | None = None
    modified: str | None = None
    body: str = ""
    attribution: tuple[Credit, ...] = ()
    disclaimer: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    site: str | None = None
    url: str | None = None
    images: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Article(Fields, frozen=True, kw_only=True):
    """One article.

    `blocks`, `candidates`, `weighed` and `decoding` tell how it came about; they are no part of the JSON unless asked
    for.
    """

    source: SourceInfo
    blocks: Sequence[Block] = ()
    candidates: Sequence[Candidate] = ()
    weighed: Sequence[tuple[Weighed, ...]] = ()  # of the page as a whole, then of each block
    decoding: str = ""  # which rule chose the encoding
    metadata: tuple[tuple[str, str], ...] = ()  # what the page's head says: (name, value), in page order

    @classmethod
    def from_json(cls, text: str | bytes) -> Article:
        """The article in a JSON text that `to_json`, `newscli parse --json` or a line of `newscli export` gave.

        Whatever was written comes back: the fields, and the blocks if they are there; how the article came about
        (`explain`, `evidence`) is not in the JSON. Keys that the contract doesn't know are passed over. Raises
        `InputError` for a text that holds no article.
        """
        try:
            article = json.decode(text, type=cls)
        except (DecodeError, UnicodeError, RecursionError) as error:
            advice = "Give one object of: newscli parse --json, or one line of: newscli export"
            raise InputError(f"is no article ({error})", advice=advice) from error
        return structs.replace(article, blocks=tuple(article.blocks))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the body, headings and quotations among them; the lines of a verse stay together."""
        return tuple(self.body.split("\n\n")) if self.body else ()

    @property
    def published_at(self) -> datetime | date | None:
        """`published` as Python's own: a `datetime` where the page tells the time, with a zone if it tells one.

        A `date` where it tells the day alone. None where it tells no more than a month, as nothing is filled up.
        """
        return _moment(self.published) if self.published else None

    def show(self, *, width: int | None = None, bidi: str | None = None, colour: bool = False) -> str:
        """The article as a reader sees it in the terminal at hand, right to left, ready for `print(article.show())`.

        A text is returned and nothing printed: the caller alone knows where it shall go. `width` is in cells, the
        terminal's own without it; `bidi` names a strategy (docs/terminals.md), else NEWSCLI_BIDI, the configuration or
        the terminal's variables tell it. The terminal is not asked. Raises `UsageError` for an unknown strategy. For a
        notebook or a file, which order Arabic themselves, use `bidi="logical"`.
        """
        from newscli.show.reader import as_text  # the house's one way up, for people at a prompt

        return as_text(self, width, bidi, colour=colour)

    def __repr__(self) -> str:
        """One line that tells this article from others; `to_json(indent=2)` shows all of it."""
        title = repr(self.title if self.title is None or len(self.title) <= 60 else f"{self.title[:59]}…")
        facts = (title, self.published, f"{len(self.paragraphs)} paragraphs", self.source.path)
        return f"<Article {', '.join(filter(None, facts))}>"

    def explain(self, field: str) -> tuple[Candidate, ...]:
        """Every candidate for a field, the chosen ones first. Fields without candidates give an empty tuple."""
        found = [candidate for candidate in self.candidates if candidate.field == field]
        return tuple(sorted(found, key=lambda candidate: not candidate.chosen))

    def evidence(self, number: int = 0) -> tuple[Weighed, ...]:
        """All that was weighed about the block of that number, from 1; without a number, about the page as a whole."""
        return self.weighed[number] if 0 <= number < len(self.weighed) else ()

    def to_dict(self, *, blocks: bool = False) -> dict[str, object]:
        """The article as the JSON contract's object, keys in order; with `blocks`, the classified source as well."""
        fields: dict[str, object] = {name: getattr(self, name) for name in JSON_FIELDS}
        if blocks:
            fields["blocks"] = [{name: getattr(block, name) for name in BLOCK_JSON_FIELDS} for block in self.blocks]
        return fields

    def to_json(self, *, blocks: bool = False, indent: int | None = None) -> str:
        """The article as JSON text (one line unless `indent` is given): UTF-8, logical order, nothing shaped."""
        encoded = json.encode(self.to_dict(blocks=blocks))
        return (json.format(encoded, indent=indent) if indent else encoded).decode()


def _moment(stamp: str) -> datetime | date | None:
    """An ISO 8601 stamp as a datetime or a date; None for one that names no day."""
    try:
        return datetime.fromisoformat(stamp) if "T" in stamp else date.fromisoformat(stamp)
    except ValueError:
        return None


_TRACE = ("blocks", "candidates", "weighed", "decoding", "metadata")
JSON_FIELDS = tuple(name for name in Article.__struct_fields__ if name not in _TRACE)
BLOCK_JSON_FIELDS = ("role", "text", "line", "start", "end", "path", "reason", "confidence")

replace = structs.replace
