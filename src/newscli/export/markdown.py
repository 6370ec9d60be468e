"""Markdown with front matter (YAML, written as JSON values, which YAML reads): what people feed to language models and
to site generators. The text is the source's; a sign that Markdown would obey at a line's beginning is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from newscli.export.entry import Entry, entry
from newscli.export.format import Format, Rendering, Row, Settings

# At the beginning of a line: headings, quotes, lists, rules, fences, tables; anywhere: markup, links, code, emphasis.
_BEGINS = re.compile(r"^(\s*)([#>+=|~-]|\d+(?=[.)]\s))", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s)", re.MULTILINE)
_INSIDE = re.compile(r"[\\`*_\[\]<]")


def _article(row: Row) -> bytes:
    one = entry(row)
    return "\n".join(["---", *_front(one), "---", "", *_text(one)]).encode()


def _front(one: Entry) -> Iterator[str]:
    """The lines of the front matter, of what is known alone."""
    known: dict[str, object] = {
        "title": one.title,
        "date": one.published,
        "modified": one.modified,
        "authors": one.authors,
        "places": one.places,
        "agencies": one.agencies,
        "outlets": one.outlets,
        "section": one.section,
        "tags": one.tags,
        "language": one.language,
        "url": one.url,
        "source": one.source.path if one.source else None,
        "sha256": one.source.sha256 if one.source else None,
        "warnings": one.warnings,
        "duplicate_of": one.duplicate_of,
    }
    for name, value in known.items():
        if value:
            yield f"{name}: {msgspec.json.encode(value).decode()}"


def _text(one: Entry) -> Iterator[str]:
    if one.title:
        yield f"# {escaped(one.title)}\n"
    if one.subtitle:
        yield f"**{escaped(one.subtitle)}**\n"
    for number, paragraph in enumerate(one.paragraphs):
        opening = f"{escaped(one.dateline.text)} - " if one.dateline and number == 0 else ""
        yield f"{opening}{escaped(paragraph)}\n"
    if one.disclaimer:
        yield f"---\n\n*{escaped(one.disclaimer)}*\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is.

    >>> escaped("1. أولا"), escaped("- قال"), escaped("# عاجل"), escaped("5 * 3")
    ('1\\\\. أولا', '\\\\- قال', '\\\\# عاجل', '5 \\\\* 3')
    """
    text = _INSIDE.sub(lambda sign: "\\" + sign[0], text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    return _BEGINS.sub(lambda sign: sign[0] if sign[2].isdigit() else f"{sign[1]}\\{sign[2]}", text)


def _rendering(settings: Settings) -> Rendering:
    return Rendering(_article, between=b"\n")


FORMAT = Format("markdown", "Markdown with front matter", (".md", ".markdown"), rendering=_rendering)
