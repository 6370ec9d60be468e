"""A page in pieces: what both segmenters give, HTML and text alike. Behind them no stage asks for the format."""

from __future__ import annotations

from msgspec import Struct

from newscli.segment.fragment import Element, Fragment


class HeadItem(Struct, frozen=True):
    """One statement of the page about itself: `kind` is meta, link, json-ld, title, time, itemprop or html."""

    kind: str
    name: str
    value: str
    element: Element | None = None
    at: int = 0  # how many fragments stood before it


class Statement(Struct, frozen=True):
    """One value that the page states, the name it stood under, how much such a name is worth (0 to 1), and where."""

    value: str
    name: str
    worth: float
    element: Element | None = None
    at: int = 0


class Metadata(Struct, frozen=True):
    """What the page states of itself, in page order, the JSON-LD of the story first. Plain text states nothing.

    `sites` keeps every statement of the site's name, also those that say the same: "json-ld WebSite", "json-ld
    publisher" (who publishes the story) and the names of meta elements such as "og:site_name".
    """

    titles: tuple[Statement, ...] = ()
    published: tuple[Statement, ...] = ()
    modified: tuple[Statement, ...] = ()
    authors: tuple[Statement, ...] = ()
    sites: tuple[Statement, ...] = ()
    url: str | None = None  # the caller's, else the canonical one
    section: str | None = None
    tags: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    language: str | None = None
    kind: str | None = None  # og:type
    body: str | None = None  # the JSON-LD's articleBody: the story's text, white space folded
    all: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, Statement], ...] = ()  # each statement of url, section, tags, language and images

    def stated(self, field: str) -> tuple[Statement, ...]:
        """Every statement of a field of which the page states one value, in page order."""
        return tuple(statement for name, statement in self.facts if name == field)

    @property
    def site_names(self) -> tuple[str, ...]:
        """The names that the page gives its site and its publisher, each once, in the order of `sites`."""
        return tuple(dict.fromkeys(each.value for each in self.sites))


class Page(Struct, frozen=True):
    """The fragments of a document in source order and what it states of itself. `html` tells the markup from text.

    `marked`: a text shows links and headings as text browsers and Markdown do. `wrapped`: most lines of the text are
    paragraphs broken at a width. `rest` is what lies behind the first `MOST_FRAGMENTS`, in large pieces: it is kept,
    but nobody reads it.
    """

    fragments: tuple[Fragment, ...]
    metadata: Metadata = Metadata()
    html: bool = False
    marked: bool = False
    wrapped: bool = False
    rest: tuple[Fragment, ...] = ()

    @property
    def has_markup(self) -> bool:
        """Whether anything tells links and headings from other lines."""
        return self.html or self.marked
