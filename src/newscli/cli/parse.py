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

from newscli.cli import screen
from newscli.cli.articles import given, parsed
from newscli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator

    from newscli.cli.report import Report
    from newscli.model import Article
    from newscli.show.reader import View


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments of `newscli parse`."""
    parser.add_argument("paths", metavar="FILE", nargs="*", help='a file; "-" is standard input')
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="one JSON object an article")
    output.add_argument("--field", metavar="NAME", help="one field alone as plain text: title, body, authors ...")
    parser.add_argument("--blocks", action="store_true", help="with --json: every block with its role and reason")
    parser.add_argument("--from", dest="format", choices=("text", "html"), help="read as this, whatever it looks like")
    screen.configure(parser)


def run(options: Namespace, report: Report) -> None:
    """Print each article as soon as it is read."""
    if options.blocks and not options.json:
        raise UsageError("--blocks goes with --json", advice="To look at them use: newscli inspect")
    if options.field:
        from newscli.cli.fields import known

        known(options.field)
    articles = parsed(given(options.paths), report, format=options.format)
    if options.json:
        for article in articles:
            print(article.to_json(blocks=options.blocks, indent=2), flush=True)
    elif options.field:
        _print_field(articles, options.field)
    elif sys.stdout.isatty():
        screen.present(lambda view: _lines(articles, view), options)
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
