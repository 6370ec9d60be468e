"""What segmentation hands to classification: stretches of text with place and features, for HTML and text alike."""

from __future__ import annotations

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


CHROME = (Zone.NAV | Zone.FOOTER | Zone.ASIDE | Zone.COMMENTS | Zone.RELATED | Zone.SHARE | Zone.ADVERT | Zone.FORM
          | Zone.HIDDEN | Zone.BIO)
"""Zones that hold no part of the story."""


class Element:
    """An element of the page that holds fragments: enough of the tree to compare places and to name one."""

    __slots__ = ("children", "depth", "holder", "index", "own", "parent", "tag")

    def __init__(
        self, tag: str, parent: Element | None, index: int, own: int, holder: Element | None = None
    ) -> None:
        self.tag = tag
        self.parent = parent  # the next element above that holds fragments
        self.holder = holder or parent  # the next element above, which may be an inline one
        self.index = index  # position among its holder's child elements, from 1
        self.own = own  # the zones it opens by itself
        self.depth: int = parent.depth + 1 if parent else 0
        self.children = 0

    @property
    def path(self) -> str:
        """A CSS selector that selects this element and no other."""
        steps: list[str] = []
        here: Element | None = self
        while here is not None and here.holder is not None:
            tag = here.tag if here.tag.isalnum() else "*"  # o:p and its like would need escaping
            steps.append(f"{tag}:nth-child({here.index})" if here.holder.holder else tag)
            here = here.holder
        return " > ".join(reversed(steps)) or "html"


class Fragment(Struct, frozen=True):
    """A stretch of text as the source sets it apart: a line, a paragraph, an element's own text.

    `text` is folded to single spaces. `link_chars` and `bold_chars` count its characters inside links and in bold.
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
    bold_chars: int = 0
    indent: int = 0
    picture: str | None = None  # the alternative text of the picture that stands directly before it, "" if it has none

    @property
    def link_share(self) -> float:
        """The share of the text that is inside links, 0 to 1."""
        return self.link_chars / len(self.text) if self.text else 0.0
