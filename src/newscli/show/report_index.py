"""Several reports: the index with its totals, and the pages that lead from one to the next.

The index sorts and filters by a script of its own, the only one that its Content-Security-Policy lets run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from newscli.model import Article
from newscli.show.markup import Markup, direction, element, page, path, void
from newscli.show.parts import STDIN_NAME
from newscli.show.report import report_page
from newscli.wording import Language, Say, language, speaking

_HEADS = ("Source", "Title", "Published", "Blocks", "Warnings")
_STATES = {"failed": "Not read", "warned": "With warnings", "fine": "Articles"}  # in the order of the index


class Entry(Struct, frozen=True):
    """A line of the index: an input and its page, or why it has none (`problem`)."""

    path: str
    page: str | None = None
    title: str | None = None
    published: str | None = None
    blocks: int = 0
    warnings: tuple[str, ...] = ()
    problem: str | None = None

    @property
    def state(self) -> str:
        """`failed`, `warned` or `fine`."""
        return "failed" if self.problem is not None else "warned" if self.warnings else "fine"


class Page(NamedTuple):
    """A report of a series: its line in the index, its file's name, and its HTML; neither of what failed."""

    entry: Entry
    name: str | None = None
    html: str | None = None


def entry(article: Article, page: str) -> Entry:
    """What the index says of an article whose report is `page`, an address relative to the index."""
    return Entry(
        path=article.source.path or STDIN_NAME, page=page, title=article.title, published=article.published,
        blocks=len(article.blocks), warnings=article.warnings,
    )  # fmt: skip


def series(
    found: Iterable[tuple[str, Article | None]], *, index: str, folder: str, tongue: Language | None = None
) -> Iterator[Page]:
    """The report of each input (its path, and its article if it could be read), with links to its neighbours.

    `index` is the address of the index as seen from a page, `folder` that of the pages as seen from the index. An
    article is held until the next one is known, so inputs may come one by one.
    """
    tongue = tongue or language()
    say = speaking(tongue)
    before: str | None = None
    waiting: tuple[str, Article] | None = None
    failed: list[Page] = []
    for number, (name, article) in enumerate(found, start=1):
        if article is None:
            failed.append(Page(Entry(name, problem=say("could not be read"))))
            continue
        file = f"{number:04}.html"
        if waiting:
            yield _paged(*waiting, (before, file), index, folder, tongue)
            before = waiting[0]
        yield from failed
        failed = []
        waiting = file, article
    if waiting:
        yield _paged(*waiting, (before, None), index, folder, tongue)
    yield from failed


def _paged(
    file: str, article: Article, beside: tuple[str | None, str | None], index: str, folder: str, tongue: Language
) -> Page:
    html = report_page(article, index=index, previous=beside[0], following=beside[1], tongue=tongue)
    return Page(entry(article, f"{folder}/{file}"), file, html)


def index_page(entries: Iterable[Entry], *, tongue: Language | None = None) -> str:
    """The index of several reports as a complete HTML page: totals, then a line for each input.

    What could not be read stands first, then what has warnings, each in the order given.
    """
    tongue = tongue or language()
    say = speaking(tongue)
    lines = sorted(entries, key=lambda line: list(_STATES).index(line.state))
    heads = [element("th", say(label), scope="col") for label in _HEADS]
    head, body = element("thead", element("tr", *heads)), element("tbody", *(_row(line, say) for line in lines))
    title = f"{say('Sources inspected')}: {len(lines)}"
    return page(
        title,
        element("header", element("h1", title), _totals(lines, say), class_="masthead"),
        _controls(say),
        element("main", element("table", head, body, class_="index")),
        tongue=tongue,
        script="index.js",
    )


def _totals(lines: list[Entry], say: Say) -> Markup:
    without = sum("no-article" in line.warnings for line in lines)
    read = [line for line in lines if line.problem is None]
    counts = {
        "Articles": len(read) - without,
        "Without a story": without,
        "With warnings": sum(line.state == "warned" for line in lines),
        "Not read": len(lines) - len(read),
        "Blocks": sum(line.blocks for line in lines),
    }
    return element("ul", *(element("li", f"{say(name)}: {count:,}") for name, count in counts.items()), class_="totals")


def _controls(say: Say) -> Markup:
    """What the script works with; hidden until it runs."""
    states = {"all": "all", "failed": "Not read", "warned": "With warnings"}
    orders = {"-1": "warnings first", **{str(column): name for column, name in enumerate(_HEADS)}}
    return element(
        "search",
        element("label", say("Find"), " ", void("input", type="search", id="find")),
        element("label", say("Show"), " ", _select("show", states, say)),
        element("label", say("Sort"), " ", _select("sort", orders, say)),
        element("span", say("Shown"), ": ", element("output", id="shown")),
        id="controls",
        hidden="",
    )


def _select(name: str, options: dict[str, str], say: Say) -> Markup:
    return element("select", *(element("option", say(label), value=value) for value, label in options.items()), id=name)


def _row(line: Entry, say: Say) -> Markup:
    name = path(line.path)
    source = element("td", element("a", name, href=line.page) if line.page else name, dir="ltr", class_="path")
    if line.problem is not None:
        problem = element("td", line.problem, colspan="4", class_="failed")
        return element("tr", source, problem, data_state=line.state)
    title = line.title or say("no title")
    return element(
        "tr",
        source,
        element("td", title, dir=direction(title)),
        element("td", line.published or "", class_="date", data_label=say("published")),
        element("td", str(line.blocks), class_="number", data_label=say("Blocks")),
        element("td", say(", ").join(map(say, line.warnings)), class_="warned" if line.warnings else None),
        data_state=line.state,
    )
