"""An article for reading in a terminal, right to left."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote

from newscli.model import Article
from newscli.rtl import WIDEST
from newscli.rtl.paragraph import Strategy, direction, typeset
from newscli.rtl.reorder import Base
from newscli.rtl.spans import Column, Span, Style
from newscli.rtl.width import cells
from newscli.show.colours import BOLD, MAGENTA, RED
from newscli.show.parts import STDIN_NAME, Paragraph, Stretch, Tone, plain, sections

__all__ = ["MEASURE", "View", "as_text", "lines", "plain", "render", "render_several", "spoken_date"]

MEASURE = 90  # cells: longer lines tire the eye
_RULE = "─"

THEME: dict[Tone, str] = {"text": "", "title": BOLD, "quiet": MAGENTA, "warning": RED}

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
_NARROWEST = 10  # cells that the text keeps, however wide a margin is asked for
_STAMP = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}))?")


class View(NamedTuple):
    """How to show: the terminal's width and the text's in cells, the strategy, and whether it gets colours and bold.

    `margin` cells stay free at either side. Where the screen is wider than the text, the text stands at the side it
    begins on, or in the middle if it is `centred`. `theme` has the SGR parameters of each tone. What is newscli's
    own word begins on the side `base`.
    """

    width: int = 80
    strategy: Strategy = Strategy.VISUAL
    colour: bool = True
    measure: int = MEASURE
    margin: int = 1
    centred: bool = False
    theme: Mapping[Tone, str] = THEME
    base: Base = "L"

    def column(self, base: Base, indent: int = 0) -> Column:
        """Where a paragraph goes that begins at this side, set in by so many cells."""
        margin = max(0, min(self.margin, (self.width - _NARROWEST) // 2))
        room = max(1, self.width - 2 * margin)
        text = min(room, self.measure)
        free = room - text
        left = margin + (free // 2 if self.centred else free * (base == "R"))
        width = max(1, text - indent)
        return Column(width, left + text - indent if base == "R" else left + indent + width, self.width)


def as_text(article: Article, width: int | None = None, bidi: str | None = None, *, colour: bool = False) -> str:
    """The reader's view as one text, for the terminal at hand unless told otherwise: see `Article.show`."""
    import shutil

    from newscli.rtl.terminal import configured, recognise

    terminal = configured(bidi, os.environ) or recognise(os.environ)
    margin = 0 if terminal.strategy is Strategy.LOGICAL else 1  # such a text may go anywhere
    view = View(width or min(shutil.get_terminal_size().columns, WIDEST), terminal.strategy, colour, margin=margin)
    return "\n".join(render(article, view))


def render_several(articles: Iterable[Article], view: View) -> Iterator[str]:
    """Several articles one after the other as lines for a terminal, each under a rule with the name of its file."""
    for number, article in enumerate(articles):
        yield from ("", "") if number else ()
        yield from rule(article.source.path or STDIN_NAME, view)
        yield ""
        yield from render(article, view)


def rule(name: str, view: View) -> Iterator[str]:
    """A line across the text with a name in it; a name that is too long takes more lines."""
    column = view.column("L")
    start = f"{_RULE * 2} {path_for_terminal(name)} "
    yield from typeset(
        [Span(start + _RULE * (column.width - cells(start)), Style(view.theme["quiet"] if view.colour else ""))],
        column, view.strategy, "L",
    )  # fmt: skip


def path_for_terminal(path: str) -> str:
    """A path whose folders stay in their order, whatever letters they are in: a mark on both sides of each slash.

    >>> path_for_terminal("pages/a.html"), len(path_for_terminal("أخبار/اليوم.html"))
    ('pages/a.html', 18)
    """
    return path.replace("/", "\u200e/\u200e") if "R" in (direction([folder]) for folder in path.split("/")) else path


# ASCII from a space or bracket to the last sign that is no punctuation, with a letter in it (other numbers keep their
# order), or a number with a sign before it.
_CODE = re.compile(
    r"(?:^|(?<=[\s(«،:]))(?:(?=[ -~]*[A-Za-z])[!-'*-~](?:[ -~]*[^\s.,:;!?()\x80-\U0010ffff])?|[+-]\d[\d.,]*)"
)


def code_for_terminal(text: str) -> str:
    """A sentence that runs from right to left, with marks around the code in it: it keeps its order, what follows too.

    >>> code_for_terminal("12 سطرًا، راجع: newscli --help.").replace("\u200e", "|").replace("\u200f", "<")
    '12 سطرًا، راجع: |newscli --help|<.'
    """
    return _CODE.sub("\u200e\\g<0>\u200e\u200f", text)


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
    spans = [
        Span(stretch.text, _style(stretch, view.theme) if view.colour else Style()) for stretch in paragraph.stretches
    ]
    if paragraph.bullet:
        spans.insert(0, Span(paragraph.bullet))
    yield from typeset(spans, view.column(base, paragraph.indent), view.strategy, base)


def _style(stretch: Stretch, theme: Mapping[Tone, str]) -> Style:
    return Style(theme[stretch.tone], _address(stretch.link))


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
