"""The inspection of an article as one HTML page that needs nothing but itself: no network, no script, no image.

Everything interactive is CSS (`:hover`, `:focus-within`, `:target`, `:has`) over plain links, check boxes and
`<details>`, so the page works from the keyboard, on paper and under a Content-Security-Policy that forbids everything
but its own style sheet. Page text only ever enters through `element`, which escapes it.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from newscli.model import Article, Block, Candidate, Kind, Role
from newscli.rtl import paragraph
from newscli.show.inspection import Choice, Value, decoded, place, values
from newscli.show.parts import STDIN_NAME

FOLD_FROM = 4  # a run of this many boilerplate blocks is folded: menus would bury the story


class Entry(Struct, frozen=True):
    """A line of the index: an input and its page, or why it has none (`problem`)."""

    path: str
    page: str | None = None
    title: str | None = None
    published: str | None = None
    blocks: int = 0
    warnings: tuple[str, ...] = ()
    problem: str | None = None


def entry(article: Article, page: str) -> Entry:
    """What the index says of an article whose report is `page`, an address relative to the index."""
    return Entry(
        path=article.source.path or STDIN_NAME, page=page, title=article.title, published=article.published,
        blocks=len(article.blocks), warnings=article.warnings,
    )  # fmt: skip


def report_page(article: Article, *, index: str | None = None) -> str:
    """The report on one article as a complete HTML page; `index` is the address of the index it belongs to."""
    name = article.source.path or STDIN_NAME
    return _page(
        f"{article.title or name} - newscli inspect",
        _masthead(article, name, index),
        _legend(article.blocks),
        element(
            "div",
            element("main", *_runs(article), id="text", dir="rtl", lang=article.language or "ar"),
            _beside(article),
            class_="columns",
        ),
    )


def index_page(entries: Iterable[Entry]) -> str:
    """The index of several reports as a complete HTML page: a line for each input, in the order given."""
    rows = [_row(line) for line in entries]
    heads = [element("th", label, scope="col") for label in ("Source", "Title", "Published", "Blocks", "Warnings")]
    return _page(
        "newscli inspect",
        element("header", element("h1", f"{len(rows)} sources inspected"), class_="masthead"),
        element(
            "main",
            element("table", element("thead", element("tr", *heads)), element("tbody", *rows), class_="index"),
        ),
    )


# Markup


class Markup(str):
    """Text that is HTML already. Every other string is escaped on its way into an element."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: str | None) -> Markup:
    """An HTML element with its children and attributes escaped; attributes that are None are left out.

    A trailing underscore is dropped from an attribute's name, an inner one becomes a hyphen.

    >>> element("p", "<b>", class_="text", data_role='"', id=None)
    '<p class="text" data-role="&quot;">&lt;b&gt;</p>'
    """
    inside = "".join(child if isinstance(child, Markup) else html.escape(child) for child in children)
    return Markup(f"<{name}{_attributes(attributes)}>{inside}</{name}>")


def _void(name: str, /, **attributes: str | None) -> Markup:
    return Markup(f"<{name}{_attributes(attributes)}>")


def _attributes(attributes: dict[str, str | None]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )


@cache
def _style() -> str:
    return Path(__file__).with_name("report.css").read_text("utf-8")


@cache
def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _page(title: str, *body: str) -> str:
    head = element(
        "head",
        _void("meta", charset="utf-8"),
        _void("meta", http_equiv="Content-Security-Policy", content=_policy()),
        _void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        _void("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", Markup(_style())),
    )
    return f"<!doctype html>\n{element('html', head, element('body', *body), lang='en')}\n"


def _direction(text: str) -> str:
    return "rtl" if paragraph.direction([text]) == "R" else "ltr"


def _link(address: str, text: str | None = None) -> Markup:
    """A link if the address is one of the web's, else text: no other scheme is worth the risk."""
    label = text or address
    if address.lower().startswith(("http://", "https://")):
        return element("a", label, href=address, rel="noreferrer noopener", dir="auto")
    return element("bdi", label)


# The text


def _masthead(article: Article, name: str, index: str | None) -> Markup:
    source = article.source
    facts = (source.format, f"{source.bytes:,} bytes", decoded(article), f"sha256 {source.sha256[:12]}")
    parts = [
        element("nav", element("a", "All sources", href=index), aria_label="reports") if index else Markup(),
        element("h1", element("bdi", name)),
        element("ul", *(element("li", fact) for fact in facts)),
    ]
    if article.warnings:
        parts.append(element("p", "Warnings: ", ", ".join(article.warnings), class_="warnings"))
    return element("header", element("a", "To the fields", href="#fields", class_="skip"), *parts, class_="masthead")


def _legend(blocks: Sequence[Block]) -> Markup:
    counts = Counter(block.role for block in blocks)
    pills = [
        element(
            "label",
            Markup(f'<input type="checkbox" id="show-{role}" checked>'),
            f"{role} ",
            element("span", str(counts[role])),
            data_role=role,
        )
        for role in Role
        if counts[role]
    ]
    label = element("legend", "Roles: untick one to hide its blocks")
    return element("section", element("fieldset", label, *pills, class_="legend"), aria_label="roles")


def _runs(article: Article) -> Iterator[Markup]:
    """The blocks in source order, long runs of boilerplate folded (but for pages that hold no story at all)."""
    numbered = enumerate(article.blocks, start=1)
    for boring, run in groupby(numbered, key=lambda pair: pair[1].role is Role.BOILERPLATE):
        blocks = [_block(number, block) for number, block in run]
        if boring and len(blocks) >= FOLD_FROM:
            yield element(
                "details",
                element("summary", f"{len(blocks)} blocks of boilerplate", dir="ltr", lang="en"),
                *blocks,
                class_="run",
                data_role=Role.BOILERPLATE,
                open=None if article.body else "",
            )
        else:
            yield from blocks


def _block(number: int, block: Block) -> Markup:
    note = f"w{number}"
    sure = f"{block.confidence:.0%}"
    return element(
        "div",
        element(_tag(block), block.text, class_="text", dir=_direction(block.text)),
        element(
            "div",
            element(
                "a", block.role, class_="role", href=f"#b{number}", aria_describedby=note,
            ),
            element(
                "div",
                element("p", block.reason),
                element("p", f"{sure} sure", class_="soft"),
                element("span", place(block), class_="place"),
                class_="why", id=note, role="tooltip",
            ),
            class_="margin", lang="en",
        ),
        class_=f"block {block.kind}", id=f"b{number}", data_role=block.role,
    )  # fmt: skip


def _tag(block: Block) -> str:
    if block.role is Role.TITLE:
        return "h2"
    return "h3" if block.kind is Kind.HEADING and block.role is not Role.BOILERPLATE else "p"


# The fields


def _beside(article: Article) -> Markup:
    parts = [
        element("h2", "Fields"),
        element("dl", *(_field(article, name) for name in Choice().fields(article))),
    ]
    if article.metadata:
        parts.append(element("h2", "Metadata of the page"))
        rows = (
            element("div", element("dt", element("code", name)), element("dd", value, dir=_direction(value)))
            for name, value in article.metadata
        )
        parts.append(element("dl", *rows, class_="metadata"))
    return element("aside", *parts, class_="fields", id="fields", tabindex="0", aria_label="fields")


def _field(article: Article, name: str) -> Markup:
    held = [_value(value, linked=name in {"url", "images"}) for value in values(article, name)]
    stands = _stands(article, name) if held else None
    where = element("a", f"block {stands}", href=f"#b{stands}") if stands else Markup()
    return element(
        "div",
        element("dt", element("span", name), where),
        *(held or [element("dd", "none", class_="soft")]),
        *_candidates(article.explain(name)),
    )


def _stands(article: Article, name: str) -> int | None:
    """The number of the block a field was read from; None where it came from metadata."""
    chosen = (candidate.block for candidate in article.explain(name) if candidate.chosen)
    return next((block for block in chosen if block is not None), None)


def _value(value: Value, *, linked: bool) -> Markup:
    facts = (
        element("small", f"{name}: ", _link(fact) if name == "url" else element("bdi", fact))
        for name, fact in value.facts
    )
    text = _link(value.text) if linked else element("span", value.text)
    return element("dd", text, *facts, dir=_direction(value.text))


def _candidates(candidates: tuple[Candidate, ...]) -> Iterator[Markup]:
    if candidates:
        count = f"{len(candidates)} candidates" if len(candidates) > 1 else "1 candidate"
        items = (_candidate(candidate) for candidate in candidates)
        yield element("dd", element("details", element("summary", count), element("ul", *items, class_="candidates")))


def _candidate(candidate: Candidate) -> Markup:
    verdict = "taken" if candidate.chosen else "not taken"
    quoted = element("p", element("q", candidate.text, dir=_direction(candidate.text)))
    return element(
        "li",
        element("p", *((element("bdi", candidate.value), " ") if candidate.value else ()), element("strong", verdict)),
        quoted if candidate.text != candidate.value else Markup(),
        element("p", candidate.reason),
        element("p", _where(candidate), class_="place soft"),
        class_="chosen" if candidate.chosen else None,
    )


def _where(candidate: Candidate) -> str:
    """The place of a candidate; one that stands in a block leads there."""
    return element("a", candidate.place, href=f"#b{candidate.block}") if candidate.block else candidate.place


# The index


def _row(line: Entry) -> Markup:
    name = element("bdi", line.path)
    source = element("td", element("a", name, href=line.page) if line.page else name)
    if line.problem is not None:
        return element("tr", source, element("td", line.problem, colspan="4", class_="failed"))
    title = line.title or "no title"
    return element(
        "tr",
        source,
        element("td", title, dir=_direction(title)),
        element("td", line.published or "", class_="date", data_label="published"),
        element("td", str(line.blocks), class_="number", data_label="blocks"),
        element("td", ", ".join(line.warnings)),
    )
