"""Show an article: title, dateline, byline, body, attribution and disclaimer, set right-to-left in a terminal.

Inputs are files, globs, web addresses (with the extra `web`), or "-" (or nothing, with a pipe) for standard input;
plain text or HTML, told by the content. Where standard output is no terminal, text is plain, in logical order, without
colour, unless --bidi, --color, --width or --margin say otherwise.

--field prints what shell scripts need: a list gives a line for each item, a field that is not known an empty line.
Several fields, or -H, make it one line an article, its cells apart by tabs.

Examples:
  newscli parse article.txt
  newscli parse page.html --json | jq -r .title
  newscli parse https://example.org/story
  curl -s URL | newscli parse --url URL --field body
  newscli parse *.html -H --field published --field title
  fzf --preview 'newscli parse {} --bidi visual --color'
"""

from __future__ import annotations

import sys
from typing import Annotated

from typer import Argument, Option

from newscli.cli import screen
from newscli.cli.articles import found, parsed
from newscli.cli.fields import names
from newscli.cli.options import Format, Json, Look, exclusive, one_of
from newscli.cli.report import Report
from newscli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscli.model import Article
    from newscli.show.reader import View


def _formats() -> list[str]:
    """The output formats that an article can be printed in; others make a file or a folder."""
    from newscli.export import registry

    return [name for name in registry.names() if registry.named(name).rendering]


def run(
    report: Report,
    paths: Annotated[
        list[str] | None, Argument(metavar="PATH...", help='File, glob or web address; "-" is standard input.')
    ] = None,
    json: Json = False,
    output_format: Annotated[
        str | None, Option("--format", metavar="FORMAT", help="In this format.", **one_of("format", _formats))
    ] = None,
    field: Annotated[
        list[str] | None,
        Option(metavar="NAME", help="Only this field, as plain text; repeatable.", **one_of("field", names)),
    ] = None,
    with_filename: Annotated[
        bool, Option("--with-filename", "-H", help="With --field: the file's name before each line.")
    ] = False,
    null: Annotated[bool, Option("--null", "-0", help="With --field: NUL instead of a line end.")] = False,
    blocks: Annotated[bool, Option("--blocks", help="With --json: every block with its role and reason.")] = False,
    url: Annotated[str | None, Option(metavar="URL", help="The address that the input comes from.")] = None,
    format: Format = None,
    look: Look = Look(),  # noqa: B008  immutable
) -> None:
    """Print each article as soon as it is read."""
    exclusive(json=json, field=field, format=output_format)
    _together(blocks, "--blocks", json, "--json")
    _together(with_filename, "--with-filename", field, "--field")
    _together(null, "--null", field, "--field")
    sources = list(found(paths))
    _together(url, "--url", len(sources) == 1, "a single input")
    articles = parsed(sources, report, format=format, url=url)
    if json:
        for article in articles:
            screen.print_json(article.to_json(blocks=blocks, indent=2))
    elif output_format:
        _print_format(articles, output_format)
    elif field and null:
        for article in _warned(articles, report):
            print(*map(_harmless, _lines(article, field, named=with_filename)), sep="\n", end="\0", flush=True)
    elif field:
        texts = (line for article in _warned(articles, report) for line in _lines(article, field, named=with_filename))
        screen.print_texts(map(_harmless, texts), look)
    elif screen.is_shaped(look):
        from newscli.show.reader import render_several

        screen.present(articles, _one if len(sources) == 1 else render_several, look)
    else:
        _print_plain(_warned(articles, report))


def _together(given: object, flag: str, other: object, needed: str) -> None:
    """`UsageError` for an option without what it goes with."""
    if given and not other:
        raise UsageError(f"{flag} goes with {needed}", advice="See: newscli parse --help")


def _lines(article: Article, field: list[str], *, named: bool) -> list[str]:
    """The lines of a field; with several fields or a name before them, one line."""
    from newscli.cli.fields import lines, row
    from newscli.cli.report import STDIN_NAME

    if len(field) == 1 and not named:
        return lines(article, field[0])
    return ["\t".join([*([article.source.path or STDIN_NAME] if named else []), row(article, field)])]


def _print_format(articles: Iterable[Article], name: str) -> None:
    """The articles in one of the formats of export, as one stream."""
    from newscli.export import registry
    from newscli.export.format import Settings

    make = registry.named(name).rendering
    assert make is not None  # as `_formats` says
    form = make(Settings())
    output = screen.stream()
    output.write(form.head)
    for number, article in enumerate(articles):
        output.write(form.between * bool(number) + form.row(article.to_dict()))
        output.flush()
    output.write(form.tail)
    output.flush()


def _warned(articles: Iterable[Article], report: Report) -> Iterator[Article]:
    """Articles whose warnings are told before they are printed as text, which has no room for them."""
    for article in articles:
        report.warn(article)
        yield article


def _print_plain(articles: Iterable[Article]) -> None:
    """Articles as plain text, an empty line between two; nothing for a page without one, which was told already."""
    from newscli.show.parts import plain

    for number, text in enumerate(filter(None, map(plain, articles))):
        print("\n" if number else "", text, sep="", end="", flush=True)


def _one(articles: Iterable[Article], view: View) -> Iterator[str]:
    """The reader's view of a single article, without its name."""
    from newscli.show.reader import render

    for article in articles:
        yield from render(article, view)


def _harmless(line: str) -> str:
    """The line as it is for a pipe; for a terminal without the control characters it would obey."""
    if not sys.stdout.isatty():
        return line
    return "".join(sign for sign in line if sign.isprintable() or sign == "\t")
