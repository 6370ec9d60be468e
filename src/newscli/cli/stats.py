"""Count what exports hold: articles a day, by outlet, agency, place, author, language and length; what is missing.

Takes whatever newscli export wrote and can be read back (JSON Lines, JSON, CSV, a database, Parquet); several are
counted together. An agency is one, however it is spelled. With --html it is one page of plots that needs no network.

Examples:
  newscli stats articles.jsonl
  newscli stats archive.db --html stats.html
  newscli stats articles.parquet --json | jq '.agencies[:5]'
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from newscli.cli import screen
from newscli.cli.options import Json, Look, exclusive
from newscli.cli.report import Report
from newscli.wording import speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscli.export.format import Row as Article
    from newscli.show.inspection import Row
    from newscli.stats.count import Statistics


def run(
    report: Report,
    files: Annotated[list[str], Argument(metavar="FILE...", help='An export; "-" is standard input.')],
    json: Json = False,
    html: Annotated[str | None, Option("--html", metavar="FILE", help="Write a page of plots.")] = None,
    most: Annotated[int, Option("--most", "-n", metavar="N", min=1, help="Names of each list.")] = 10,
    look: Look = Look(),  # noqa: B008  immutable
) -> None:
    """Print the counts, or write them as a page."""
    from newscli.stats.count import count

    exclusive(json=json, html=html)
    found = count(_articles(files, report))
    if report.status and not found.articles:  # nothing could be read, which was told
        return
    if html is not None:
        from newscli.cli.output import write_whole
        from newscli.stats.page import page

        write_whole(html, page(found, "، ".join(files)).encode("utf-8", "replace"))
    elif json:
        _print_json(found)
    else:
        _print(found, most, look)


def _articles(files: list[str], report: Report) -> Iterator[Article]:
    """The articles of all files; a file that is no export, or breaks off, is reported."""
    from newscli.batch.exports import rows_of
    from newscli.errors import NewsError

    for path in files:
        try:
            yield from rows_of(path)
        except NewsError as error:
            error.path = error.path or path
            report.error(error)


def _print_json(found: Statistics) -> None:
    from msgspec import json

    screen.print_json(json.encode(found))


def _print(found: Statistics, most: int, look: Look) -> None:
    from newscli.show import statistics
    from newscli.show.inspection import plain_rows, typeset_rows

    if not screen.is_shaped(look):
        for line in plain_rows(_rows(found, most, statistics.LONGEST)):
            print(line)
        return
    bar = statistics.longest(min(look.width or screen.columns(), screen.columns()))
    screen.present(_rows(found, most, bar), typeset_rows, look)


def _rows(found: Statistics, most: int, bar: int) -> Iterator[Row]:
    """What is printed, the longest bar of `bar` cells."""
    from newscli.show import statistics

    say = speaking()
    dated = [(day, number) for day, number in found.days if number]
    facts = {
        f"articles ({dated[0][0]} to {dated[-1][0]})" if dated else "articles": found.articles,
        "without a story": found.storyless,
        "duplicates": found.duplicates,
        "without a day": found.undated,
        "words in half of them or fewer": found.words[2],
    }
    yield from statistics.facts((say(name), number) for name, number in facts.items())
    lists = (
        ("Outlets", found.outlets),
        ("Agencies", found.agencies),
        ("Places", found.places),
        ("Authors", found.authors),
        ("Languages", [(say(tag), number) for tag, number in found.languages]),
        ("Busiest days", sorted(dated, key=lambda each: (-each[1], each[0]))),
        ("Agency and outlet", [(f"{agency} - {outlet}", n) for agency, outlet, n in found.agencies_by_outlet]),
    )
    for title, counts in lists:
        if counts:
            yield from statistics.heading(say(title))
            yield from statistics.bars(counts, most, say, bar)
    yield from statistics.heading(say("Words"))
    yield from statistics.bars(found.lengths, len(found.lengths), longest=bar)
    yield from statistics.heading(say("Missing"))
    missing = [(say(name), number) for name, number in found.missing]
    yield from statistics.bars(missing, len(missing), longest=bar)
