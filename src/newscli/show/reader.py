"""An article for reading in a terminal, right to left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from newscli.model import Article
from newscli.regex import regex
from newscli.rtl.paragraph import Column, Span, Strategy, Style, direction, typeset
from newscli.rtl.reorder import Base
from newscli.show.parts import Paragraph, Stretch, Tone, plain, sections

__all__ = ["MEASURE", "View", "lines", "plain", "render", "spoken_date"]

MEASURE = 90  # cells: longer lines tire the eye
_MARGIN = 1

# Bold, and the two colours that stand out on black and on white alike: magenta and red.
_SGR: dict[Tone, str] = {"text": "", "title": "1", "quiet": "35", "warning": "31"}

_MONTHS = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)
_STAMP = regex(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}))?")


class View(NamedTuple):
    """How to show: the terminal's width and the text's in cells, the strategy, and whether it gets colours and bold."""

    width: int = 80
    strategy: Strategy = Strategy.VISUAL
    colour: bool = True
    measure: int = MEASURE


def render(article: Article, view: View) -> Iterator[str]:
    """The article as lines for a terminal, without line ends, none wider than `view.measure` or the terminal.

    Title, dateline, credits and date, body, disclaimer, warnings; what the article lacks has no line. Each line
    leaves every mode it sets, so that the output can be cut off after any of them.
    """
    texts = [article.title or "", article.body]
    base = direction(texts) if any(texts) else "R"  # what is left to say is said in Arabic
    for number, section in enumerate(sections(article, spoken_date)):
        if number:
            yield ""
        for paragraph in section:
            yield from lines(paragraph, view, base)


def lines(paragraph: Paragraph, view: View, base: Base) -> Iterator[str]:
    """The lines of one paragraph for a terminal, without line ends."""
    width = max(1, min(view.width - 2 * _MARGIN, view.measure) - paragraph.indent)
    right = view.width - _MARGIN - paragraph.indent
    if base == "L":
        right = width + _MARGIN + paragraph.indent
    spans = [Span(stretch.text, _style(stretch) if view.colour else Style()) for stretch in paragraph.stretches]
    if paragraph.bullet:
        spans.insert(0, Span(paragraph.bullet))
    yield from typeset(spans, Column(width, right), view.strategy, base)


def _style(stretch: Stretch) -> Style:
    return Style(_SGR[stretch.tone], _address(stretch.link))


def _address(url: str | None) -> str | None:
    """A link a terminal can be given: http(s), and nothing in it but printable ASCII."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~-._", errors="replace")


def spoken_date(stamp: str) -> str:
    """An ISO 8601 date as a reader says it; a stamp of another form as it is.

    >>> spoken_date("2024-07-02T10:15:00+03:00")
    '2 يوليو 2024، 10:15'
    """
    found = _STAMP.match(stamp)
    if not found or not 1 <= int(found[2]) <= 12:
        return stamp
    date = f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}"
    return f"{date}، {found[4]}" if found[4] else date
