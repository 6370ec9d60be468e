"""Show an article: title, dateline, byline, body, attribution and disclaimer, set right-to-left in a terminal.

Inputs are files, or "-" (or nothing, with a pipe) for standard input; plain text or HTML, told by the content.
Where standard output is no terminal, text is plain, in logical order, without colour.

Examples:
  newscli parse article.txt
  newscli parse page.html --json | jq -r .title
  curl -s URL | newscli parse --field body
  newscli parse *.html --field authors
"""

from __future__ import annotations

import sys
from typing import Annotated

from typer import Option

from newscli.cli import screen
from newscli.cli.articles import given, parsed
from newscli.cli.fields import names
from newscli.cli.options import Format, Json, Look, Paths, exclusive, one_of
from newscli.cli.report import Report
from newscli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscli.model import Article
    from newscli.show.reader import View


def run(
    report: Report,
    paths: Paths = None,
    json: Json = False,
    field: Annotated[
        str | None,
        Option(metavar="NAME", help="One field alone as plain text.", **one_of("field", names)),
    ] = None,
    blocks: Annotated[bool, Option("--blocks", help="With --json: every block with its role and reason.")] = False,
    format: Format = None,
    look: Look = Look(),  # noqa: B008  immutable
) -> None:
    """Print each article as soon as it is read."""
    exclusive(json=json, field=field)
    if blocks and not json:
        raise UsageError("--blocks goes with --json", advice="To look at them use: newscli inspect")
    articles = parsed(given(paths), report, format=format)
    if json:
        for article in articles:
            print(article.to_json(blocks=blocks, indent=2), flush=True)
    elif field:
        _print_field(articles, field)
    elif sys.stdout.isatty():
        screen.present(lambda view: _lines(articles, view), look)
    else:
        _print_plain(articles)


def _print_field(articles: Iterable[Article], name: str) -> None:
    from newscli.cli.fields import lines

    for article in articles:
        for line in lines(article, name):
            print(_harmless(line))


def _print_plain(articles: Iterable[Article]) -> None:
    """Articles as plain text, an empty line between two; nothing for a page without one, which was told already."""
    from newscli.show.parts import plain

    for number, text in enumerate(filter(None, map(plain, articles))):
        print("\n" if number else "", text, sep="", end="", flush=True)


def _lines(articles: Iterable[Article], view: View) -> Iterator[str]:
    """The reader's view of each article, two empty lines between two."""
    from newscli.show.reader import render

    for number, article in enumerate(articles):
        yield from ("", "") if number else ()
        yield from render(article, view)


def _harmless(line: str) -> str:
    """The line as it is for a pipe; for a terminal without the control characters it would obey."""
    if not sys.stdout.isatty():
        return line
    return "".join(sign for sign in line if sign.isprintable() or sign == "\t")
