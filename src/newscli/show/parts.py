"""An article's parts in reading order, and the same as plain text. Knows nothing of terminals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from newscli.model import Article, Block, Credit, CreditRole, Kind, Role, replace

STDIN_NAME = "standard input"
Tone = Literal["text", "title", "quiet", "warning"]

_LABELS = {
    CreditRole.AUTHOR: "الكاتب",
    CreditRole.AGENCY: "الوكالة",
    CreditRole.ORIGIN: "المصدر",
    CreditRole.VIA: "نقلا عن",
    CreditRole.REPUBLISHER: "أعاد النشر",
}
_WARNINGS = {
    "no-article": "لا مقال في هذه الصفحة",
    "not-arabic": "النص ليس بالحرف العربي",
    "mojibake": "ترميز النص خاطئ",
    "visual-order": "الحروف مخزنة معكوسة بترتيب الشاشة",
}


class Stretch(NamedTuple):
    """A stretch of text, its tone, and the address it links to as the page gives it."""

    text: str
    tone: Tone = "text"
    link: str | None = None


class Paragraph(NamedTuple):
    """What makes one paragraph, how far it is set in, what stands before its first line; ornaments say nothing."""

    stretches: tuple[Stretch, ...]
    indent: int = 0
    bullet: str = ""
    ornament: bool = False


_RULE = Paragraph((Stretch("———", "quiet"),), ornament=True)


def plain(article: Article) -> str:
    """The article as plain text: logical order, no colour, no shaping, no padding, no words or signs of ours.

    Title, dateline, credits and date, body, disclaimer, an empty line between two parts. An article without any of
    them gives an empty text, any other ends in a line end. Warnings are no text of the article.
    """
    parts = (
        "\n".join(
            "".join(stretch.text for stretch in paragraph.stretches) for paragraph in section if not paragraph.ornament
        )
        for section in sections(replace(article, warnings=()), credits=_phrases)
    )
    text = "\n\n".join(parts)
    return text + "\n" if text else ""


def sections(
    article: Article,
    dated: Callable[[str], str] = str,
    credits: Callable[[list[Credit], list[str]], list[Paragraph]] | None = None,
) -> Iterator[list[Paragraph]]:
    """The article's parts in reading order, none of them empty.

    `dated` says how an ISO 8601 date is written, `credits` how credits are, beside the lines printed above them.
    """
    yield from filter(None, (_heads(article), _credits(article, dated, credits or _labelled)))
    for is_list, blocks in groupby(_body(article), lambda block: block.kind is Kind.ITEM):
        paragraphs = [_block(block) for block in blocks]
        yield from [paragraphs] if is_list else ([paragraph] for paragraph in paragraphs)
    if article.disclaimer:
        yield [_RULE, *(Paragraph((Stretch(line, "quiet"),)) for line in article.disclaimer.splitlines())]
    if article.warnings:
        yield [Paragraph((Stretch(_WARNINGS.get(name, name), "warning"),)) for name in article.warnings]


def _heads(article: Article) -> list[Paragraph]:
    heads: tuple[tuple[str | None, Tone], ...] = (
        (article.kicker, "quiet"),
        (article.title, "title"),
        (article.subtitle, "text"),
    )
    return [Paragraph((Stretch(text, tone),)) for text, tone in heads if text]


def _credits(
    article: Article, dated: Callable[[str], str], credits: Callable[[list[Credit], list[str]], list[Paragraph]]
) -> list[Paragraph]:
    """Dateline, byline and date, then whom the page credits; the authors are in the byline, if one is printed."""
    byline = article.byline and article.byline.text
    texts = [
        article.dateline and article.dateline.text,
        byline,
        article.published and dated(article.published),
    ]
    named = [credit for credit in article.attribution if credit.role is not CreditRole.AUTHOR or not byline]
    lines = [text for text in texts if text]
    return [Paragraph((Stretch(line, "quiet"),)) for line in lines] + credits(named, [*lines, article.disclaimer or ""])


def _labelled(credits: list[Credit], lines: list[str]) -> list[Paragraph]:
    """Each credit under a word that says its role."""
    return [
        Paragraph((Stretch(f"{_LABELS[credit.role]}: ", "quiet"), Stretch(credit.name, link=credit.url)))
        for credit in credits
    ]


def _phrases(credits: list[Credit], lines: list[str]) -> list[Paragraph]:
    """The phrases of the page that credits stand in, each once, without those that other lines hold."""
    phrases = dict.fromkeys(credit.text for credit in credits)
    return [Paragraph((Stretch(one),)) for one in phrases if not any(one in line for line in lines)]


def _body(article: Article) -> Iterable[Block]:
    """The blocks of the body; of an article that has lost its blocks (read back from JSON), its paragraphs."""
    if article.blocks:
        return [block for block in article.blocks if block.role is Role.BODY]
    return [Block(text) for text in article.body.split("\n\n") if text.strip()]


def _block(block: Block) -> Paragraph:
    match block.kind:
        case Kind.HEADING:
            return Paragraph((Stretch(block.text, "title"),))
        case Kind.QUOTE:
            return Paragraph((Stretch(block.text),), indent=4)
        case Kind.ITEM:
            return Paragraph((Stretch(block.text),), indent=2, bullet="" if block.text[:1] in "•-–*" else "• ")
        case _:
            return Paragraph((Stretch(block.text),))
