"""Hits of a search as lines for a terminal or a pipe: title, credits, the words around what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from newscli.rtl.paragraph import direction
from newscli.rtl.spans import Span, Style
from newscli.show.colours import BOLD, GREY, RED, bold
from newscli.show.rows import Row
from newscli.wording import Say

_TITLE, _HIT, _QUIET = Style(BOLD), Style(bold(RED)), Style(GREY)


class Hit(Protocol):
    """What is shown of a hit; newscli.search.find has it."""

    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def title_marks(self) -> tuple[tuple[int, int], ...]: ...  # noqa: D102
    @property
    def snippet(self) -> str: ...  # noqa: D102
    @property
    def marks(self) -> tuple[tuple[int, int], ...]: ...  # noqa: D102
    @property
    def published(self) -> str | None: ...  # noqa: D102
    @property
    def places(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def credits(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def url(self) -> str | None: ...  # noqa: D102
    @property
    def path(self) -> str | None: ...  # noqa: D102


def rows(hits: Iterable[Hit], total: int, most: int, say: Say = str) -> Iterator[Row]:
    """The hits one below the other, and how many there are in all; `most` is where the counting ends."""
    shown = 0
    for shown, hit in enumerate(hits, 1):
        title = hit.title or "بلا عنوان"
        base = direction([title, hit.snippet])
        yield Row((Span(f"{shown}. ", _QUIET), *_marked(title, hit.title_marks, _TITLE)), base)
        facts = [hit.published and hit.published[:10], "، ".join(hit.places), "، ".join(dict.fromkeys(hit.credits))]
        if any(facts):
            yield Row((Span(" · ".join(fact for fact in facts if fact), _QUIET),), base, indent=3)
        if hit.snippet:
            yield Row(tuple(_marked(hit.snippet, hit.marks, Style())), base, indent=3)
        if place := hit.url or hit.path:
            yield Row((Span(place, _QUIET),), "L", indent=3)
        yield Row(())
    several = f"{total:,} or more articles" if total == most else f"{total:,} articles"
    articles = say("1 article" if total == 1 else several)
    yield Row((Span(articles + (say(f", {shown} shown") if shown < total else ""), _QUIET),))


def _marked(text: str, marks: Iterable[tuple[int, int]], style: Style) -> Iterator[Span]:
    at = 0
    for start, end in marks:
        if text[at:start]:
            yield Span(text[at:start], style)
        yield Span(text[start:end], _HIT)
        at = end
    if text[at:]:
        yield Span(text[at:], style)
