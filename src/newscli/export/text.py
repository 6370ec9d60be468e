"""Plain text: title, credits and paragraphs, as a reader would type them; a row of stars between two articles."""

from __future__ import annotations

from newscli.export.entry import Entry, entry
from newscli.export.format import Format, Rendering, Row, Settings

_BETWEEN = b"\n* * *\n\n"


def _article(row: Row) -> bytes:
    return ("\n\n".join(filter(None, _parts(entry(row)))) + "\n").encode()


def _parts(one: Entry) -> list[str | None]:
    """The parts of an article in the order of the page; a dateline stands before the first paragraph."""
    body = one.body
    if one.dateline and body:
        body = f"{one.dateline.text} - {body}"
    writers = one.byline.text or "، ".join(one.authors) if one.byline else None
    return [one.kicker, one.title, one.subtitle, writers, one.published, body, one.disclaimer]


def _rendering(settings: Settings) -> Rendering:
    return Rendering(_article, between=_BETWEEN)


FORMAT = Format("txt", "plain text", (".txt",), rendering=_rendering)
