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

import sys

from newscli.cli import screen
from newscli.cli.articles import given, parsed
from newscli.cli.output import is_device, write_whole
from newscli.errors import UsageError
from newscli.read.files import expand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from newscli.cli.report import Report
    from newscli.model import Article
    from newscli.show.inspection import Choice
    from newscli.show.reader import View
    from newscli.show.report_index import Entry


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments of `newscli inspect`."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help='file, folder or glob; "-" is standard input')
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="the same as data, one JSON object a source")
    output.add_argument("--html", metavar="OUT", help="write it as a page to this file; several sources get an index")
    parser.add_argument("--role", action="append", default=[], help="only blocks of this role; can be repeated")
    parser.add_argument("--field", metavar="NAME", help="only this field, its candidates and its blocks")
    parser.add_argument("--verbose", action="store_true", help="all the evidence on each block, part by part")
    parser.add_argument("--from", dest="format", choices=("text", "html"), help="read as this, whatever it looks like")
    screen.configure(parser)


def run(options: Namespace, report: Report) -> None:
    """Show, print or write the inspection of each input as soon as it is parsed."""
    choice = _choice(options)
    if options.html:
        _write(options, report)
        return
    articles = parsed(expand(given(options.paths), report.error), report, format=options.format)
    if options.json:
        _print_json(articles, choice)
    elif sys.stdout.isatty():
        screen.present(lambda view: _lines(articles, view, choice), options)
    else:
        _print_plain(articles, choice)


def _choice(options: Namespace) -> Choice:
    from newscli.model import Role
    from newscli.show.inspection import FIELDS, Choice

    for role in options.role:
        if role not in set(Role):
            raise UsageError(f"unknown role {role!r}", advice=f"Roles: {', '.join(Role)}.")
    if options.field and options.field not in FIELDS:
        raise UsageError(f"unknown field {options.field!r}", advice=f"Fields: {', '.join(FIELDS)}.")
    if options.html and (options.field or options.role or options.verbose):
        advice = "Leave out --field, --role and --verbose: the page has its switches."
        raise UsageError("--html shows everything", advice=advice)
    return Choice(frozenset(map(Role, options.role)), options.field, options.verbose)


def _lines(articles: Iterable[Article], view: View, choice: Choice) -> Iterator[str]:
    from newscli.show.inspection import render

    for number, article in enumerate(articles):
        if number:
            yield ""
        yield from render(article, view, choice)


def _print_plain(articles: Iterable[Article], choice: Choice) -> None:
    from newscli.show.inspection import plain

    for number, article in enumerate(articles):
        print(*([""] if number else []), *plain(article, choice), sep="\n", flush=True)


def _print_json(articles: Iterable[Article], choice: Choice) -> None:
    from msgspec import json

    from newscli.show.inspection import data

    for article in articles:
        print(json.format(json.encode(data(article, choice)), indent=2).decode(), flush=True)


# HTML


def _write(options: Namespace, report: Report) -> None:
    """One page for one input; for several an index, and numbered pages in a folder beside it."""
    from pathlib import Path

    from newscli.show.report import report_page
    from newscli.show.report_index import index_page

    paths = given(options.paths)
    inputs = list(expand(paths, report.error))
    if not inputs:
        return
    out = Path(options.html)
    if out.is_dir():
        out /= "index.html"
    _keep_apart(out, inputs)
    if inputs != paths or len(inputs) > 1:
        if is_device(str(out)):
            advice = "Give a file or a folder, or one source."
            raise UsageError("the index and pages of several sources need files", advice=advice)
        _save(out, index_page(_pages(inputs, out, options, report)))
    else:
        for article in parsed(inputs, report, format=options.format):
            _save(out, report_page(article))


def _pages(inputs: list[str], out: Path, options: Namespace, report: Report) -> Iterator[Entry]:
    """Write the page of each input into the folder `OUT.pages`; comes back with the lines of the index."""
    from urllib.parse import quote

    from newscli.read.files import shown
    from newscli.show.report_index import series

    folder = out.with_name(f"{out.stem}.pages")
    found = ((shown(path), next(parsed([path], report, format=options.format), None)) for path in inputs)
    for page in series(found, index=quote(f"../{out.name}"), folder=quote(folder.name)):
        if page.name and page.html:
            _save(folder / page.name, page.html)
        yield page.entry


def _keep_apart(out: Path, inputs: list[str]) -> None:
    """`UsageError` where the report would take the place of an input."""
    import os

    for path in inputs if out.exists() else ():
        if os.path.exists(path) and os.path.samefile(path, out):  # noqa: PTH110, PTH121  surrogates, null characters
            raise UsageError(f"--html {out} is an input", advice="Give the report another name.")


def _save(path: Path, page: str) -> None:
    write_whole(str(path), page.encode("utf-8", "replace"))
