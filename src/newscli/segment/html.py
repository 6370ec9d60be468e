"""HTML into fragments: lexbor parses and mends the markup, one pass over its serialisation cuts it into blocks.

The pass works on lexbor's own serialisation rather than on node objects: tags are balanced there, attributes quoted, and
a compiled pattern delivers tokens several times faster than Python can visit nodes. There is no recursion, so depth
costs nothing, and every token is seen once, so cost is linear in the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from newscli.model import Kind, Link
from newscli.segment.fragment import Element, Fragment, Zone
from newscli.segment.zones import own_zone

_TOKEN = re.compile(
    r"<!--.*?-->|<!DOCTYPE[^>]*>"
    r"|<(?P<raw>script|style|svg|iframe|template|title|textarea|math|noembed|noframes|object)\b(?P<raw_attributes>(?: [^\s>]+?=\"[^\"]*\")*)>"
    r"(?P<content>.*?)</(?P=raw)>"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>(?: [^\s>]+?=\"[^\"]*\")*)>"
    r"|(?P<text>[^<]+|<)",
    re.S,
)
_ATTRIBUTE = re.compile(r' ([^\s>]+?)="([^"]*)"')

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s small span strong strike sub "
    "sup time tt u var wbr label img o:p bdo ruby rb rt option".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr keygen frame".split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset(("b", "strong"))
_DATA = frozenset(("meta", "link", "time"))
_PROPERTY = re.compile(r'\b(?:itemprop|property)="')


class HeadItem(Struct, frozen=True):
    """One statement of the page about itself: `kind` is meta, link, json-ld, title, time, itemprop or html."""

    kind: str
    name: str
    value: str
    element: Element | None = None
    at: int = 0  # how many fragments stood before it


class Page(Struct, frozen=True):
    """A page in pieces: its fragments in source order and what it says about itself."""

    fragments: tuple[Fragment, ...]
    head: tuple[HeadItem, ...] = ()


def attributes_of(text: str) -> dict[str, str]:
    """The attributes of a serialised start tag, entities resolved.

    >>> attributes_of(' class="a b" hidden="" href="/x?a=1&amp;b=2"')
    {'class': 'a b', 'hidden': '', 'href': '/x?a=1&b=2'}
    """
    return {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(text)}


@lru_cache(maxsize=4096)
def _zone_of(tag: str, attributes: str) -> int:
    return own_zone(tag, attributes_of(attributes).items() if attributes else ())


class _Builder:
    """The state of the pass: the open elements and the text collected since the last block boundary."""

    def __init__(self) -> None:
        self.fragments: list[Fragment] = []
        self.head: list[HeadItem] = []
        self.pieces: list[str] = []
        self.links: list[Link] = []
        self.link_chars = 0
        self.bold_chars = 0
        self.href: str | None = None
        self.anchor: list[str] = []
        self.bold = 0
        self.picture: tuple[str, Element] | None = None  # the last picture, and the element it stands in

    def flush(self, element: Element, kind: Kind, level: int) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        self.pieces.clear()
        if "&" in text:
            text = unescape(text)
            if "&" in text:  # escaped twice, as in &amp;quot;
                text = unescape(text)
        text = " ".join(text.split())
        if text:
            self.close_anchor(reopen=True)
            self.fragments.append(
                Fragment(text, kind, level, None, None, None, element, tuple(self.links),
                         min(self.link_chars, len(text)), min(self.bold_chars, len(text)), 0, self.under(element))
            )
            self.picture = None
        self.links.clear()
        self.link_chars = self.bold_chars = 0

    def under(self, element: Element) -> str | None:
        """The alternative text of the picture that the fragment stands under, None if it stands under none."""
        if self.picture is None:
            return None
        alternative, holder = self.picture
        near = (holder, holder.parent)
        return alternative if element in near or element.parent in near else None

    def close_anchor(self, *, reopen: bool = False) -> None:
        if self.href is not None and self.anchor:
            label = " ".join(unescape("".join(self.anchor)).split())
            if label:
                self.links.append(Link(label, unescape(self.href)))
        self.anchor.clear()
        if not reopen:
            self.href = None


def segment(text: str) -> Page:
    """The fragments of an HTML page in source order, with what the page says about itself. Never raises.

    Scripts, styles, templates and frames are left out; hidden parts are kept and marked with their zone.
    """
    markup = LexborHTMLParser(text).html or ""
    build = _Builder()
    root = Element("#document", None, 1, 0)
    stack = [root]
    _walk(markup, build, stack)
    build.flush(stack[-1], Kind.PARAGRAPH, 0)
    return Page(tuple(build.fragments), tuple(build.head))


def _walk(markup: str, build: _Builder, stack: list[Element]) -> None:  # noqa: C901
    """Feed every token to the builder. One loop, since a call a token would double the cost of the pass."""
    pieces = build.pieces
    here = stack[-1]
    inline: list[Element] = []  # the open inline elements inside `here`; they hold no fragments
    outside = [inline]  # the same for each element of the stack
    kind, level = Kind.PARAGRAPH, 0
    for token in _TOKEN.finditer(markup):
        which = token.lastgroup
        if which == "text":
            run = token["text"]
            pieces.append(run)
            if build.href is not None:
                build.anchor.append(run)
                build.link_chars += len(run.strip())
            if build.bold:
                build.bold_chars += len(run.strip())
            continue
        if which == "attributes":
            tag, attributes = token["tag"], token["attributes"]
            if token["close"]:
                if tag in _INLINE:
                    if tag == "a":
                        build.close_anchor()
                    elif tag in _BOLD and build.bold:
                        build.bold -= 1
                    if inline and inline[-1].tag == tag:
                        inline.pop()
                        continue
                if here.tag == tag and len(stack) > 1:
                    build.flush(here, kind, level)
                    stack.pop()
                    here = stack[-1]
                    outside.pop()
                    inline = outside[-1]
                    kind, level = _kind(here)
                continue
            holder = inline[-1] if inline else here
            holder.children += 1
            if tag == "br" or tag == "hr":
                build.flush(here, kind, level)
                continue
            zone = _zone_of(tag, attributes) if attributes or tag not in _INLINE else 0
            if attributes and (tag in _DATA or _PROPERTY.search(attributes)):
                _tell(build, tag, attributes, here)
            if tag in _VOID:
                if tag == "img":
                    _image(build, attributes, here)
                continue
            if tag in _INLINE:
                if tag == "a":
                    build.href = None
                    found = attributes_of(attributes).get("href") if attributes else None
                    build.anchor.clear()
                    build.href = found
                elif tag in _BOLD:
                    build.bold += 1
                if not zone:
                    inline.append(Element(tag, holder, holder.children, 0))
                    continue
                # An inline element that names its own zone (a date, an author) is a block of its own.
            build.flush(here, kind, level)
            here = Element(tag, here, holder.children, zone, holder)
            stack.append(here)
            inline = []
            outside.append(inline)
            kind, level = _kind(here)
        elif which == "content":
            (inline[-1] if inline else here).children += 1
            raw = token["raw"]
            if raw == "title" and here.tag == "head":
                build.head.append(HeadItem("title", "", " ".join(unescape(token["content"]).split())))
            elif raw == "script" and "ld+json" in token["raw_attributes"]:
                build.head.append(HeadItem("json-ld", "", token["content"]))


def _kind(element: Element) -> tuple[Kind, int]:
    """The form that an element gives its text, looking at most a few ancestors up."""
    here: Element | None = element
    for _ in range(4):
        if here is None:
            break
        if here.tag in _HEADINGS:
            return Kind.HEADING, _HEADINGS[here.tag]
        if here.tag == "li":
            return Kind.ITEM, 0
        if here.tag == "blockquote":
            return Kind.QUOTE, 0
        here = here.parent
    return Kind.PARAGRAPH, 0


def _tell(build: _Builder, tag: str, attributes: str, element: Element) -> None:
    """Keep what a meta, link or time element, or an element with itemprop or property, says."""
    found = attributes_of(attributes)
    at = len(build.fragments)
    if tag == "meta":
        name = found.get("property") or found.get("name") or found.get("itemprop") or found.get("http-equiv") or ""
        if name and found.get("content"):
            build.head.append(HeadItem("meta", name.lower(), found["content"].strip(), element, at))
    elif tag == "link":
        if found.get("href"):
            build.head.append(HeadItem("link", found.get("rel", "").lower(), found["href"], element, at))
    elif tag == "time" and found.get("datetime"):
        build.head.append(HeadItem("time", found.get("itemprop", ""), found["datetime"], element, at))
    else:
        name = found.get("itemprop") or found.get("property") or ""
        value = found.get("content") or found.get("datetime") or ""
        if name and value:
            build.head.append(HeadItem("itemprop", name.lower(), value, element, at))


def _image(build: _Builder, attributes: str, element: Element) -> None:
    found = attributes_of(attributes)
    address = found.get("src") or found.get("data-src") or ""
    build.picture = (" ".join(found.get("alt", "").split()), element)
    if address:
        build.head.append(HeadItem("image", found.get("alt", ""), address, element, len(build.fragments)))
