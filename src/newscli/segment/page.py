"""A page in pieces: what both segmenters give, HTML and text alike. Behind them no stage asks for the format."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from msgspec import Struct

from newscli.model import Kind, Link


class Zone(IntEnum):
    """Which parts of a page a fragment lies in, as tags, classes, ids and roles of its ancestors say."""

    NONE = 0
    ARTICLE = 1  # article, main, itemprop=articleBody, "post-content"
    TITLE = 2
    SUBTITLE = 4
    AUTHOR = 8
    DATE = 16
    SOURCE = 32
    CAPTION = 64
    TAGS = 128
    SECTION = 256  # breadcrumb, category
    NAV = 512
    FOOTER = 1024
    ASIDE = 2048  # sidebar, widget
    COMMENTS = 4096
    RELATED = 8192
    SHARE = 16384
    ADVERT = 32768
    FORM = 65536
    HIDDEN = 131072
    HEADER = 262144
    QUOTE = 524288
    EMBED = 1048576  # a post of a social network, quoted as it stands
    BIO = 2097152  # the box about the author
    NOTICE = 4194304  # disclaimer, copyright
    BODY = 8388608  # explicitly the story's text: itemprop=articleBody and the like
    KICKER = 16777216
    VERSE = 33554432


HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

MOST_FRAGMENTS = 20_000
"""Fragments of a page that are read. No story is so far down; and each costs some microseconds, in HTML for 3 bytes."""
TOGETHER = 2_000
"""Characters of a piece of what lies behind them, where neighbours are put together."""

MOST_STEPS = 32
"""Steps of a selector: pages nest less than this below an element with an id; what nests deeper is broken."""


class Element(Struct, eq=False, gc=False):  # it knows those above it alone, so that no circle arises
    """An element of the page that holds fragments: enough of the tree to compare places and to name one."""

    tag: str
    parent: Element | None = None  # the next element above that holds fragments
    holder: Element | None = None  # the next element above, which may be an inline one
    index: int = 1  # position among its holder's child elements, from 1
    own: int = 0  # the zones it opens by itself
    depth: int = 0  # elements above it that hold fragments
    children: int = 0
    selector: str | None = None  # its path, kept when it or one below it is asked for
    id: str | None = None  # as a selector spells it, where no other element of the page has it

    def __repr__(self) -> str:
        """Short: an element knows two others above it, and they two each."""
        return f"<{self.tag} {self.path!r}>"

    @property
    def path(self) -> str:
        """A CSS selector of this element and no other: from the nearest element with an id of its own, else the root.

        An element that lies more than `MOST_STEPS` below that one is told by the one above it that lies so deep, so
        that the path is bounded.
        """
        unnamed = []
        here: Element | None = self
        while here is not None and here.selector is None:
            unnamed.append(here)
            here = here.holder
        for element in reversed(unnamed):
            element.selector = element._below(element.holder)
        return self.selector or "html"

    def _below(self, holder: Element | None) -> str:
        """The path, given that the holder's is known."""
        if self.id:
            return f"#{self.id}"
        if holder is None:
            return ""  # the document
        above = holder.selector or ""
        if above.count(" > ") >= MOST_STEPS - 1:
            return above
        return f"{above} > {self._step}" if above else self._step

    @property
    def _step(self) -> str:
        tag = self.tag if self.tag.isalnum() else "*"  # o:p and its like would need escaping
        return f"{tag}:nth-child({self.index})" if self.holder and self.holder.holder else tag


def upwards(element: Element | None) -> Iterator[Element]:
    """An element and those above it that hold fragments, the innermost first; nothing for what lies in no element."""
    while element is not None:
        yield element
        element = element.parent


def lies_in(element: Element | None, part: Element) -> bool:
    """Whether an element is a part of the page or lies in it."""
    while element is not None and element.depth > part.depth:
        element = element.parent
    return element is part


class Fragment(Struct, frozen=True, gc=False):
    """A stretch of text as the source sets it apart: a line, a paragraph, an element's own text.

    `text` is folded to single spaces. `link_chars` counts its characters inside links.
    """

    text: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0  # of a heading, 1 to 6
    line: int | None = None
    start: int | None = None
    end: int | None = None
    element: Element | None = None
    links: tuple[Link, ...] = ()
    link_chars: int = 0
    indent: int = 0
    picture: str | None = None  # the alternative text of the picture that stands directly before it, "" if it has none
    gap: int = 0  # blank lines before it in plain text, 0 in HTML
    pictured: Element | None = None  # the element that holds the last picture before it, behind the text above it

    @property
    def link_share(self) -> float:
        """The share of the text that is inside links, 0 to 1."""
        return self.link_chars / len(self.text) if self.text else 0.0

    @property
    def tag(self) -> str:
        """The tag of the element that holds it; "" in plain text."""
        return self.element.tag if self.element is not None else ""

    @property
    def parent(self) -> Element | None:
        """The element around the one that holds it; None in plain text."""
        return self.element.parent if self.element is not None else None


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
    kind: str = ""  # og:type
    body: str = ""  # the JSON-LD's articleBody: the story's text, white space folded
    all: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, Statement], ...] = ()  # each statement of url, section, tags, language and images

    def stated(self, field: str) -> tuple[Statement, ...]:
        """Every statement of a field of which the page states one value, in page order."""
        return tuple(statement for name, statement in self.facts if name == field)

    @property
    def address(self) -> str:
        """The page's address, "" where it is not known."""
        return self.url or ""

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
