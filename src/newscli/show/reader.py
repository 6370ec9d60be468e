"""An article for reading: right to left in a terminal, or as plain text for a pipe."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from newscli.model import Article, Block, Credit, CreditRole, Kind, Role
from newscli.rtl.paragraph import PLAIN, Column, Span, Strategy, Style, direction, typeset
from newscli.rtl.reorder import Base

MEASURE = 90  # cells: longer lines tire the eye
_MARGIN = 1

# Bold, underlined, and the two colours that stand out on black and on white alike.
_TITLE, _HEADING, _QUIET = Style("1"), Style("1"), Style("35")
_WARNING = Style("31")

_LABELS = {
    CreditRole.AUTHOR: "الكاتب",
    CreditRole.AGENCY: "الوكالة",
    CreditRole.ORIGIN: "المصدر",
    CreditRole.VIA: "نقلا عن",
    CreditRole.REPUBLISHER: "أعاد النشر",
}
_WARNINGS = {"no-article": "لا مقال في هذه الصفحة"}
_MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)
_STAMP = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}))?")


class View(NamedTuple):
    """How to show: the terminal's width and the text's in cells, the strategy, and whether it gets colours and bold."""

    width: int = 80
    strategy: Strategy = Strategy.VISUAL
    colour: bool = True
    measure: int = MEASURE


class Paragraph(NamedTuple):
    """Spans that make one paragraph, how far it is set in, what stands before its first line; ornaments say nothing."""

    spans: tuple[Span, ...]
    indent: int = 0
    bullet: str = ""
    ornament: bool = False


_RULE = Paragraph((Span("———", _QUIET),), ornament=True)


def render(article: Article, view: View) -> Iterator[str]:
    """The article as lines for a terminal, without line ends, none wider than `view.measure` or the terminal.

    Title, dateline, credits and date, body, disclaimer, warnings; what the article lacks has no line. Each line
    leaves every mode it sets, so that the output can be cut off after any of them.
    """
    base = direction([article.title or "", article.body])
    for number, section in enumerate(_sections(article, spoken_date)):
        if number:
            yield ""
        for paragraph in section:
            yield from lines(paragraph, view, base)


def plain(article: Article) -> str:
    """The article as plain text in the same order: logical, no colour, no shaping, no padding. Ends in a line end.

    An article without any field gives an empty text.
    """
    sections = (
        "\n".join(
            paragraph.bullet + "".join(span.text for span in paragraph.spans)
            for paragraph in section
            if not paragraph.ornament
        )
        for section in _sections(article, str)
    )
    text = "\n\n".join(sections)
    return text + "\n" if text else ""


def lines(paragraph: Paragraph, view: View, base: Base) -> Iterator[str]:
    """The lines of one paragraph for a terminal, without line ends."""
    width = max(1, min(view.width - 2 * _MARGIN, view.measure) - paragraph.indent)
    right = view.width - _MARGIN - paragraph.indent
    if base == "L":
        right = width + _MARGIN + paragraph.indent
    spans = paragraph.spans if view.colour else tuple(Span(span.text) for span in paragraph.spans)
    if paragraph.bullet:
        spans = (Span(paragraph.bullet), *spans)
    yield from typeset(spans, Column(width, right), view.strategy, base)


def _sections(article: Article, dated: Callable[[str], str]) -> Iterator[list[Paragraph]]:
    """The article's parts, with an empty line between two of them."""
    yield from _filled(_heads(article), _credits(article, dated))
    for items, blocks in groupby(_body(article), lambda block: block.kind is Kind.ITEM):
        paragraphs = [_block(block) for block in blocks]
        yield from [paragraphs] if items else ([paragraph] for paragraph in paragraphs)
    if article.disclaimer:
        yield [_RULE, *(Paragraph((Span(text, _QUIET),)) for text in article.disclaimer.splitlines())]
    warnings = [Paragraph((Span(_WARNINGS.get(warning, warning), _WARNING),)) for warning in article.warnings]
    yield from _filled(warnings)


def _filled(*sections: list[Paragraph]) -> Iterator[list[Paragraph]]:
    return (section for section in sections if section)


def _heads(article: Article) -> list[Paragraph]:
    heads = ((article.kicker, _QUIET), (article.title, _TITLE), (article.subtitle, PLAIN))
    return [Paragraph((Span(text, style),)) for text, style in heads if text]


def _credits(article: Article, dated: Callable[[str], str]) -> list[Paragraph]:
    """Dateline, byline and date, then whom the page credits, each party once with its roles."""
    lines = [
        article.dateline and article.dateline.text,
        article.byline and article.byline.text,
        article.published and dated(article.published),
    ]
    paragraphs = [Paragraph((Span(text, _QUIET),)) for text in lines if text]
    named = [credit for credit in article.attribution if credit.role is not CreditRole.AUTHOR or not article.byline]
    return paragraphs + [Paragraph(_credit(credit)) for credit in named]


def _credit(credit: Credit) -> tuple[Span, ...]:
    return Span(f"{_LABELS[credit.role]}: ", _QUIET), Span(credit.name, Style(link=_address(credit.url)))


def _address(url: str | None) -> str | None:
    """A link a terminal can be given: http(s), and nothing in it but printable ASCII."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~-._", errors="replace")


def _body(article: Article) -> Iterable[Block]:
    blocks = [block for block in article.blocks if block.role is Role.BODY]
    if blocks and "\n\n".join(block.text for block in blocks) == article.body:
        return blocks
    paragraphs = [Block(text) for text in article.body.split("\n\n") if text.strip()]
    kinds = {block.text: block.kind for block in blocks}
    return [Block(block.text, kind=kinds.get(block.text, Kind.PARAGRAPH)) for block in paragraphs]


def _block(block: Block) -> Paragraph:
    match block.kind:
        case Kind.HEADING:
            return Paragraph((Span(block.text, _HEADING),))
        case Kind.QUOTE:
            return Paragraph((Span(block.text),), indent=4)
        case Kind.ITEM:
            return Paragraph((Span(block.text),), indent=2, bullet="" if block.text[:1] in "•-–*" else "• ")
        case _:
            return Paragraph((Span(block.text),))


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
