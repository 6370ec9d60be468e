"""Show what became of every block of a source and why: role, confidence, rule, place; and what each field was
chosen from.

Inputs are files, folders, globs, or "-" (or nothing, with a pipe) for standard input. Several inputs with --html give
an index and, in a folder beside it, a page each.

Examples:
  newscli inspect page.html
  newscli inspect page.html --role boilerplate
  newscli inspect page.html --field published
  newscli inspect page.html --role body --verbose
  newscli inspect page.html --json | jq '.fields.published.candidates'
  newscli inspect page.html --html report.html
  newscli inspect pages/ --html reports/index.html
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from newscli.batch.devices import is_device
from newscli.cli import screen
from newscli.cli.articles import given, parsed
from newscli.cli.fields import names, root
from newscli.cli.options import Format, Json, Look, Paths, exclusive, one_of
from newscli.cli.output import write_whole
from newscli.cli.report import Report
from newscli.errors import UsageError
from newscli.read.files import expand
from newscli.wording import speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from newscli.model import Article
    from newscli.show.inspection import Choice
    from newscli.show.reader import View
    from newscli.show.report_index import Entry


def _roles() -> list[str]:
    from newscli.model import Role

    return list(Role)


def run(
    report: Report,
    paths: Paths = None,
    json: Json = False,
    html: Annotated[
        str | None, Option(metavar="OUT", help="Write it as a page to this file; several sources get an index.")
    ] = None,
    role: Annotated[
        list[str] | None, Option(metavar="ROLE", help="Only blocks of this role; repeatable.", **one_of("role", _roles))
    ] = None,
    field: Annotated[
        str | None,
        Option(metavar="NAME", help="Only this field, its candidates and its blocks.", **one_of("field", names)),
    ] = None,
    verbose: Annotated[bool, Option("--verbose", help="All the evidence on each block, part by part.")] = False,
    format: Format = None,
    look: Look = Look(),  # noqa: B008  immutable
) -> None:
    """Show, print or write the inspection of each input as soon as it is parsed."""
    from newscli.model import Role
    from newscli.show.inspection import Choice

    exclusive(json=json, html=html)
    report.shows_why = True
    choice = Choice(frozenset(map(Role, role or ())), root(field) if field else None, verbose)
    if html:
        if role or field or verbose:
            advice = "Leave out --field, --role and --verbose: the page has its switches."
            raise UsageError("--html shows everything", advice=advice)
        _write(given(paths, "inspect"), html, format, report)
        return
    articles = parsed(expand(given(paths, "inspect"), report.error), report, format=format)
    if json:
        _print_json(articles, choice)
    elif screen.is_shaped(look):
        screen.present(articles, lambda articles, view: _lines(articles, view, choice), look)
    else:
        _print_plain(articles, choice)


def _lines(articles: Iterable[Article], view: View, choice: Choice) -> Iterator[str]:
    from newscli.show.inspection import render

    for number, article in enumerate(articles):
        if number:
            yield ""
        yield from render(article, view, choice, speaking())


def _print_plain(articles: Iterable[Article], choice: Choice) -> None:
    from newscli.show.inspection import plain

    for number, article in enumerate(articles):
        print(*([""] if number else []), *plain(article, choice, speaking()), sep="\n", flush=True)


def _print_json(articles: Iterable[Article], choice: Choice) -> None:
    from msgspec import json

    from newscli.show.inspection import data

    for article in articles:
        screen.print_json(json.format(json.encode(data(article, choice)), indent=2))


# HTML


def _write(paths: list[str], html: str, format: str | None, report: Report) -> None:
    """One page for one input; for several an index, and numbered pages in a folder beside it."""
    from pathlib import Path

    from newscli.show.report import report_page
    from newscli.show.report_index import index_page

    inputs = list(expand(paths, report.error))
    if not inputs:
        return
    out = Path(html)
    if out.is_dir():
        out /= "index.html"
    _keep_apart(out, inputs)
    if inputs != paths or len(inputs) > 1:
        if is_device(str(out)):
            advice = "Give a file or a folder, or one source."
            raise UsageError("the index and pages of several sources need files", advice=advice)
        entries: list[Entry] = []
        try:
            for entry in _pages(inputs, out, format, report):
                entries.append(entry)  # noqa: PERF402 - `extend` may add nothing of what an interruption ends
        finally:  # what was read before is found from the index
            _save(out, index_page(entries))
    else:
        for article in parsed(inputs, report, format=format):
            _save(out, report_page(article))


def _pages(inputs: list[str], out: Path, format: str | None, report: Report) -> Iterator[Entry]:
    """Write the page of each input into the folder `OUT.pages`; comes back with the lines of the index."""
    from urllib.parse import quote

    from newscli.read.files import shown
    from newscli.show.report_index import series

    folder = _folder(out)
    found = ((shown(path), next(parsed([path], report, format=format), None)) for path in inputs)
    for page in series(found, index=quote(f"../{out.name}"), folder=quote(folder.name)):
        if page.name and page.html:
            _save(folder / page.name, page.html)
        yield page.entry


def _folder(out: Path) -> Path:
    """Where the pages of several inputs go."""
    return out.with_name(f"{out.stem}.pages")


def _keep_apart(out: Path, inputs: list[str]) -> None:
    """`UsageError` where the report, or a page of it, would take the place of an input."""
    from newscli.read.files import identity

    written = {identity(str(path)): path for path in (out, *_folder(out).glob("*.html"))}
    for path in inputs:
        known = identity(path)
        if known and known in written:
            raise UsageError(
                f"--html {out} would be written over an input, {written[known]}",
                advice="Give the report another name.",
            )


def _save(path: Path, page: str) -> None:
    write_whole(str(path), page.encode("utf-8", "replace"))
