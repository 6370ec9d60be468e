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

from newscli.cli.articles import given, parsed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from newscli.cli.report import Report
    from newscli.model import Article


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments of `newscli parse`."""
    parser.add_argument("paths", metavar="FILE", nargs="*", help='a file; "-" is standard input')
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="one JSON object an article")
    output.add_argument("--field", metavar="NAME", help="one field alone as plain text: title, body, authors ...")
    parser.add_argument("--blocks", action="store_true", help="with --json: every block with its role and reason")
    parser.add_argument("--from", dest="format", choices=("text", "html"), help="read as this, whatever it looks like")


def run(options: Namespace, report: Report) -> None:
    """Print each article as soon as it is read."""
    if options.field:
        from newscli.cli.fields import known

        known(options.field)
    for article in parsed(given(options.paths), report, format=options.format):
        for piece in _pieces(article, options):
            print(piece)


def _pieces(article: Article, options: Namespace) -> Iterator[str]:
    if options.json:
        yield article.to_json(blocks=options.blocks, indent=2)
    elif options.field:
        from newscli.cli.fields import lines

        yield from lines(article, options.field)
    else:
        yield article.body
