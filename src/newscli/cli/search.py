"""Search an archive that newscli export wrote as a database (-o NAME.db).

All words of the query are looked for, whatever their spelling: hamza, ta marbuta, alif maqsura, harakat, tatweel, the
article and the prefixes و ف ب ل ك hide nothing. "Words in quotation marks" stand one after the other, a star ends the
beginning of a word, a minus leaves out, OR joins. place:, agency:, outlet:, author:, title: and text: look in one
field, since: and until: ask for days, months or years. The best hits come first, with the source's words around them.

Examples:
  newscli search "ميناء عدن since:2024-01" archive.db
  newscli search 'agency:رويترز place:القاهرة "سعر الصرف"' archive.db -n 50
  newscli search "انتخاب* -الرئاسة" archive.db --json | jq -r .url
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from newscli.cli import screen
from newscli.cli.articles import is_address
from newscli.cli.options import Json, Look
from newscli.cli.report import Report
from newscli.wording import speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newscli.search.find import Hit, Result


def run(
    report: Report,
    query: Annotated[str, Argument(metavar="QUERY", help="What to look for.")],
    archive: Annotated[str, Argument(metavar="ARCHIVE", help="The database.")],
    limit: Annotated[int, Option("--limit", "-n", metavar="N", min=1, help="How many hits to show.")] = 10,
    json: Json = False,
    open_first: Annotated[bool, Option("--open", help="Open the first hit: its address, or its file.")] = False,
    look: Look = Look(),  # noqa: B008  immutable
) -> None:
    """Print the hits; without any the status is 1, as with grep."""
    from newscli.search.find import Archive

    with Archive(archive) as base:
        result = base.search(query, limit=limit)
    if not result.hits:
        report.status = 1
    if open_first and result.hits:
        _open(result.hits[0])
    elif json:
        _print_json(result)
    else:
        _print(result, look)


def _print_json(result: Result) -> None:
    from msgspec import json

    for hit in result.hits:
        screen.print_json(json.encode(hit))


def _print(result: Result, look: Look) -> None:
    from newscli.search.find import MOST
    from newscli.show.hits import rows
    from newscli.show.inspection import plain_rows, typeset_rows

    found = rows(result.hits, result.total, MOST, speaking())
    if screen.is_shaped(look):
        screen.present(found, typeset_rows, look)
        return
    for line in plain_rows(found):
        print(line)


def _open(hit: Hit) -> None:
    """Open the hit where the desktop opens pages and files. Raises `OutputError` if nothing does."""
    import webbrowser
    from pathlib import Path

    from newscli.errors import OutputError

    # The address is what the page says it is: only the web's are handed to a browser, no file, script or option.
    place = hit.url if hit.url and is_address(hit.url) else None
    place = place or (Path(hit.path).absolute().as_uri() if hit.path and Path(hit.path).exists() else None)
    if place is None:
        advice = "Its source was a record without an address, or its file was moved."
        raise OutputError("the first hit cannot be opened", path=hit.path, advice=advice)
    if not webbrowser.open(place):
        raise OutputError("no browser could be started", path=place, advice="Set BROWSER, or open it yourself.")
