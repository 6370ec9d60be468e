"""The inspection of an article as one HTML page that needs nothing but itself: no network, no script, no image.

Everything interactive is CSS (`:hover`, `:focus-within`, `:target`, `:has`) over plain links, check boxes and
`<details>`, so the page works from the keyboard, on paper and under a Content-Security-Policy that forbids everything
but its own style sheet. Page text only ever enters through `element`, which escapes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import DecodeError, json

from newscli.model import Article, Block, Candidate, Kind, Role
from newscli.show.inspection import Choice, Value, decoded, place, size, values
from newscli.show.markup import Markup, direction, element, english, is_web, joined, link, page, path, void
from newscli.show.parts import STDIN_NAME
from newscli.wording import Language, Say, language, speaking

FOLD_FROM = 4  # a run of this many boilerplate blocks is folded: menus would bury the story
_LONG_CODE = 400  # characters; a longer JSON-LD is folded


def report_page(
    article: Article,
    *,
    index: str | None = None,
    previous: str | None = None,
    following: str | None = None,
    tongue: Language | None = None,
) -> str:
    """The report on one article as a complete HTML page, in the language of newscli.wording unless `tongue` names one.

    `index` is the address of the index it belongs to, `previous` and `following` those of the reports beside it.
    """
    tongue = tongue or language()
    say = speaking(tongue)
    name = article.source.path or STDIN_NAME
    ways = {"All sources": index, "Previous": previous, "Next": following}
    return page(
        f"{article.title or name} - newscli inspect",
        _masthead(article, name, ways, say),
        _legend(article.blocks, say),
        element(
            "div",
            element("main", *_runs(article, say), id="text", dir="rtl", lang=article.language or "ar"),
            _beside(article, say),
            class_="columns",
        ),
        tongue=tongue,
    )


# The text


def _masthead(article: Article, name: str, ways: dict[str, str | None], say: Say) -> Markup:
    source = article.source
    size = f"{source.bytes:,} {say('bytes')}"
    told = _either("span", decoded(article), decoded(article, say))
    facts = (element("bdi", source.format), element("bdi", size), told, element("bdi", f"sha256 {source.sha256[:12]}"))
    links = [
        element("a", say(label), href=address, rel={"Previous": "prev", "Next": "next"}.get(label))
        for label, address in ways.items()
        if address
    ]
    warned = f"{say('Warnings')}: ", say(", ").join(map(say, article.warnings))
    return element(
        "header",
        element("a", say("To the fields"), href="#fields", class_="skip"),
        element("nav", *links, aria_label=say("reports")) if links else Markup(),
        element("h1", element("span", path(name), dir="ltr", class_="path")),
        element("p", *warned, class_="warnings") if article.warnings else Markup(),
        element("ul", *(element("li", fact) for fact in facts)),
        class_="masthead",
    )


def _legend(blocks: Sequence[Block], say: Say) -> Markup:
    counts = Counter(block.role for block in blocks)
    pills = [
        element(
            "label",
            void("input", type="checkbox", id=f"show-{role}", checked=""),
            f"{say(role)} ",
            element("span", str(counts[role])),
            data_role=role,
        )
        for role in Role
        if counts[role]
    ]
    label = element("legend", say("Roles: untick one to hide its blocks"))
    return element("section", element("fieldset", label, *pills, class_="legend"), aria_label=say("roles"))


def _runs(article: Article, say: Say) -> Iterator[Markup]:
    """The blocks in source order, long runs of boilerplate folded (but for pages that hold no story at all)."""
    numbered = enumerate(article.blocks, start=1)
    for boring, run in groupby(numbered, key=lambda pair: pair[1].role is Role.BOILERPLATE):
        blocks = [_block(number, block, say) for number, block in run]
        if boring and len(blocks) >= FOLD_FROM:
            summary = f"{say('Blocks of boilerplate')}: {len(blocks)}"
            yield element(
                "details",
                element("summary", summary, dir="auto"),
                *blocks,
                class_="run",
                data_role=Role.BOILERPLATE,
                open=None if article.body else "",
            )
        else:
            yield from blocks


def _block(number: int, block: Block, say: Say) -> Markup:
    note = f"w{number}"
    return element(
        "div",
        element(_tag(block), block.text, class_="text", dir=direction(block.text)),
        element(
            "div",
            element("a", say(block.role), class_="role", href=f"#b{number}", aria_describedby=note),
            element(
                "div",
                _told("p", block.reason, say),
                element("p", f"{block.confidence:.0%} {say('sure')}", class_="soft", dir="auto"),
                _place(block, say),
                class_="why", id=note, role="tooltip",
            ),
            class_="margin",
        ),
        class_=f"block {block.kind}", id=f"b{number}", data_role=block.role,
    )  # fmt: skip


def _place(block: Block, say: Say) -> Markup:
    """Where a block stands: a path is code, line and offsets are words."""
    if block.path is not None:
        return english("span", place(block), class_="place")
    return element("span", place(block, say=say), class_="place")


def _tag(block: Block) -> str:
    if block.role is Role.TITLE:
        return "h2"
    return "h3" if block.kind is Kind.HEADING and block.role is not Role.BOILERPLATE else "p"


# The fields


def _beside(article: Article, say: Say) -> Markup:
    """The fields that have a value, those that have none folded below, then what the page says of itself."""
    names = Choice().fields(article)
    filled = [name for name in names if values(article, name)]
    empty = [name for name in names if name not in filled]
    parts = [
        element("h2", say("Fields")),
        element("dl", *(_field(article, name, say) for name in filled)) if filled else Markup(),
        _empty(article, empty, say) if empty else Markup(),
    ]
    if article.metadata:
        parts.append(element("h2", say("Metadata of the page")))
        rows = (
            element("div", element("dt", element("code", name)), _stated(value)) for name, value in article.metadata
        )
        parts.append(element("dl", *rows, class_="metadata"))
    return element("aside", *parts, class_="fields", id="fields", tabindex="0", aria_label=say("fields"))


def _empty(article: Article, names: list[str], say: Say) -> Markup:
    fields = (
        element("div", element("dt", say(name)), *(_candidates(article.explain(name), say) or [element("dd", "–")]))
        for name in names
    )
    summary = element("summary", f"{say('Empty fields')}: {len(names)}")
    return element("details", summary, element("dl", *fields), class_="empty")


def _field(article: Article, name: str, say: Say) -> Markup:
    stands = _stands(article, name)
    where = element("a", f"{say('block')} {stands}", href=f"#b{stands}") if stands else Markup()
    held = [
        _credit(value, say) if name == "attribution" else _value(name, value, say) for value in values(article, name)
    ]
    return element(
        "div",
        element("dt", element("span", say(name)), where),
        *held,
        *_candidates(article.explain(name), say),
    )


def _stands(article: Article, name: str) -> int | None:
    """The number of the block a field was read from; None where it came from metadata."""
    chosen = (candidate.block for candidate in article.explain(name) if candidate.chosen)
    return next((block for block in chosen if block is not None), None)


def _value(name: str, value: Value, say: Say) -> Markup:
    said = size(value.text, say) if name == "body" else value.text
    text = link(said) if name in {"url", "images"} else element("span", said)
    labelled = ((say(label), fact) for label, fact in value.facts)
    facts = [element("small", f"{label}: ", element("bdi", fact), dir=direction(label)) for label, fact in labelled]
    return element("dd", text, *facts, dir=direction(said))


def _credit(value: Value, say: Say) -> Markup:
    """A credited party on one line: its name, which is the link if it has one, its role, the phrase it stands in."""
    facts = dict(value.facts)
    phrase = facts.get("text", value.text)
    parts = [element("span", say(facts["role"]))]
    if phrase != value.text:
        parts.append(element("bdi", phrase))
    address = facts.get("url", "")
    name = link(address, value.text)
    if address and not is_web(address):
        parts.append(element("bdi", address))
    return element("dd", name, " ", element("small", joined(parts, " · ")), dir=direction(value.text), class_="credit")


def _candidates(candidates: tuple[Candidate, ...], say: Say) -> list[Markup]:
    if not candidates:
        return []
    items = (_candidate(candidate, say) for candidate in candidates)
    summary = element("summary", f"{say('Candidates')}: {len(candidates)}")
    return [element("dd", element("details", summary, element("ul", *items, class_="candidates")))]


def _candidate(candidate: Candidate, say: Say) -> Markup:
    verdict = element("strong", say("taken" if candidate.chosen else "not taken"))
    quoted = element("p", element("q", candidate.text, dir=direction(candidate.text)))
    return element(
        "li",
        element("p", *((element("bdi", candidate.value), " ") if candidate.value else ()), verdict),
        quoted if candidate.text != candidate.value else Markup(),
        _told("p", candidate.reason, say),
        _where(candidate, say),
        class_="chosen" if candidate.chosen else None,
    )


def _where(candidate: Candidate, say: Say) -> Markup:
    """The place of a candidate; one that stands in a block leads there."""
    place, told = candidate.place, say(candidate.place)
    if candidate.block:
        place, told = (element("a", text, href=f"#b{candidate.block}") for text in (place, told))
    return _either("p", place, told, class_="place soft")


def _told(name: str, text: str, say: Say, *, class_: str | None = None) -> Markup:
    """An element with a text of newscli's own; marked as English where it has no other."""
    return _either(name, text, say(text), class_=class_)


def _either(name: str, text: str, told: str, *, class_: str | None = None) -> Markup:
    """What is told, running as the page does; where it is no more than the English text, marked as English."""
    return english(name, text, class_=class_) if told == text else element(name, told, class_=class_)


# The metadata


def _stated(value: str) -> Markup:
    """A value of the metadata: code from left to right whatever letters are in it, words in their own direction."""
    code = _pretty(value)
    if code is None:
        return element("dd", value, dir=direction(value))
    shown = element("pre", element("code", code), tabindex="0")
    folded = element("details", element("summary", "JSON"), shown)
    return english("dd", folded if len(code) > _LONG_CODE else shown, class_="code")


def _pretty(value: str) -> str | None:
    """JSON with an indent; None for what is none, or no more than a number or a word."""
    if not value.lstrip().startswith(("{", "[")):
        return None
    try:
        return json.format(value, indent=2)
    except (DecodeError, RecursionError):
        return None
