"""HTML into fragments: lexbor parses and mends the markup, one pass over its serialisation cuts it into blocks.

The pass works on lexbor's own serialisation rather than on node objects: tags are balanced there, attributes quoted,
and a compiled pattern delivers tokens several times faster than Python can visit nodes. There is no recursion, depth is
bounded, and every token is seen once, so cost is linear in the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from newscli.model import Kind, Link
from newscli.segment.bounds import DEEPEST, bounded
from newscli.segment.fragment import Element, Fragment
from newscli.segment.metadata import read_metadata
from newscli.segment.page import HeadItem, Page
from newscli.segment.zones import own_zone

# Elements whose content is no text of the page, as one token.
_SKIPPED = "script|style|svg|iframe|template|title|textarea|math|noembed|noframes|object"
_ATTRIBUTES = r'(?: [^\s>]+?="[^"]*+")*+'
# A skipped element, an end tag, a start tag, or what is none of them; and the text up to the next one. Few tokens, and
# nothing in them that Python reads twice: the time of the pass is the number of times that Python goes round the loop.
_TOKEN = re.compile(
    rf"<(?:({_SKIPPED})\b({_ATTRIBUTES})>([^<]*+(?:<(?!/\1>)[^<]*+)*+)</\1>"
    rf"|/([a-zA-Z][^>]*+)>|([a-zA-Z][^\s/>]*+)({_ATTRIBUTES})>|!--.*?-->|!DOCTYPE[^>]*+>|)"
    r"([^<]*+)",
    re.S,
)
_ATTRIBUTE = re.compile(r' ([^\s>]+?)="([^"]*)"')
_NAMING = re.compile(r' (?:class|id|role|itemprop|property|style|hidden)="[^"]*"')  # what a zone is told by
_HREF = re.compile(r' href="([^"]*)"')
_ALT = re.compile(r' alt="([^"]*)"')
_UNPARSED = re.compile(r"<(/?)(?:plaintext|xmp)\b", re.I)

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s small span strong strike sub "
    "sup time tt u var label o:p ruby rb rt option".split()
)
_VOID = frozenset(
    "area base basefont bgsound br col embed hr img input keygen link meta param source track wbr frame".split()
)
_BREAKING = frozenset(("br", "hr"))
_FORMS = {f"h{level}": (Kind.HEADING, level) for level in range(1, 7)} | {
    "li": (Kind.ITEM, 0), "blockquote": (Kind.QUOTE, 0)
}  # fmt: skip
_PLAIN = (Kind.PARAGRAPH, 0)
_DATA = frozenset(("html", "meta", "link", "time"))


def attributes_of(text: str) -> dict[str, str]:
    """The attributes of a serialised start tag, entities resolved.

    >>> attributes_of(' class="a b" hidden="" href="/x?a=1&amp;b=2"')
    {'class': 'a b', 'hidden': '', 'href': '/x?a=1&b=2'}
    """
    return {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(text)}


@lru_cache(maxsize=4096)
def _zone_of(tag: str, attributes: str) -> int:
    naming = "".join(_NAMING.findall(attributes))
    return own_zone(tag, attributes_of(naming).items())


class _Builder:
    """The fragments so far, and the text collected since the last block boundary."""

    __slots__ = ("anchor", "fragments", "head", "href", "link_chars", "links", "picture", "pieces")

    def __init__(self) -> None:
        self.fragments: list[Fragment] = []
        self.head: list[HeadItem] = []
        self.pieces: list[str] = []
        self.links: list[Link] = []
        self.link_chars = 0
        self.href: str | None = None
        self.anchor = 0  # where among the pieces the open link begins
        self.picture: tuple[str, Element] | None = None  # the last picture, and the element it stands in

    def flush(self, element: Element) -> None:
        """End the fragment that the collected text makes."""
        if self.href is not None:
            self.end_link()
        text = " ".join(_unescaped("".join(self.pieces)).split())
        if text:
            kind, level = _kind(element)
            links, picture = tuple(self.links), self.under(element) if self.picture else None
            linked = min(self.link_chars, len(text)) if links else 0
            self.fragments.append(Fragment(text, kind, level, None, None, None, element, links, linked, 0, picture))
            self.picture = None
        self.pieces.clear()
        if self.links:
            self.links.clear()
            self.link_chars = 0
        self.anchor = 0

    def under(self, element: Element) -> str | None:
        """The alternative text of the picture that the fragment stands under, None if it stands under none."""
        if self.picture is None:
            return None
        alternative, holder = self.picture
        near = (holder, holder.parent)
        return alternative if element in near or element.parent in near else None

    def end_link(self) -> None:
        """Note the link whose text ends here; it may go on after a block boundary."""
        inside = self.pieces[self.anchor :]
        self.anchor = len(self.pieces)
        label = " ".join(unescape("".join(inside)).split()) if inside else ""
        if label and self.href is not None:
            for piece in inside:
                self.link_chars += len(piece.strip())
            self.links.append(Link(label, self.href))


def _unescaped(text: str) -> str:
    """The text of a serialisation, which escapes three signs and the no-break space, each of them always."""
    if "&" not in text:
        return text
    text = text.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return unescape(text) if "&" in text else text  # what pages escape twice, as in &amp;quot;


def segment(text: str, url: str | None = None) -> Page:
    """An HTML page in pieces. `url` is its address if it is known from elsewhere. Never raises.

    Scripts, styles, templates and frames are left out; hidden parts are kept and marked with their zone.
    """
    fragments, head = read_markup(text)
    return Page(fragments, read_metadata(head, url), html=True)


def read_markup(text: str) -> tuple[tuple[Fragment, ...], tuple[HeadItem, ...]]:
    """The fragments of an HTML page in source order, and what it says about itself, as found."""
    text = bounded(text)
    markup = LexborHTMLParser(text).html or ""
    if "<plaintext" in markup or "<xmp" in markup:  # these are serialised as they came, which is no markup
        markup = LexborHTMLParser(_UNPARSED.sub(r"<\1pre", text)).html or ""
    build = _Builder()
    _walk(markup, build)
    return tuple(build.fragments), tuple(build.head)


def _walk(markup: str, build: _Builder) -> None:  # noqa: C901
    """Feed every token to the builder. One loop, since a call a token would double the cost of the pass."""
    pieces = build.pieces
    here = top = Element("#document")  # the innermost element that holds fragments; the innermost, which may be inline
    linked = -1  # how many pieces there were when the last link ended
    for token in _TOKEN.finditer(markup):
        skipped, skipped_attributes, content, end, tag, attributes, text = token.groups("")
        if tag:
            top.children += 1
            if attributes:
                if tag in _DATA or 'itemprop="' in attributes or 'property="' in attributes:
                    _tell(build, tag, attributes, here)
                if tag == "img":
                    alternative = _ALT.search(attributes)
                    build.picture = (" ".join(unescape(alternative[1]).split()) if alternative else "", here)
            if tag in _VOID:
                if tag in _BREAKING and pieces:
                    build.flush(here)
            else:
                if attributes and linked == len(pieces) and pieces:
                    pieces.append(" ")  # a link and what stands beside it are apart on the page: NAME, OFFICE
                if tag == "a":
                    address = _HREF.search(attributes)
                    build.href = unescape(address[1]) if address else None
                    build.anchor = len(pieces)
                    attributes = "".join(_NAMING.findall(attributes))  # addresses are too many to be remembered
                zone = _zone_of(tag, attributes) if attributes or tag not in _INLINE else 0
                if (not zone and tag in _INLINE) or here.depth >= DEEPEST:
                    if pieces and tag not in _INLINE:
                        build.flush(here)
                    top = Element(tag, None, top, top.children)
                else:
                    # An inline element that names its own zone (a date, an author) is a block of its own.
                    if pieces:
                        build.flush(here)
                    here = top = Element(tag, here, top, top.children, zone, here.depth + 1)
        elif end:
            if end == "a" and build.href is not None:
                build.end_link()
                build.href = None
                linked = len(pieces)
            if top.tag == end and top.holder is not None:
                if top is here:
                    if pieces:
                        build.flush(here)
                    here = here.parent or here
                top = top.holder
        elif skipped:
            top.children += 1
            _skip(build, here, skipped, skipped_attributes, content)
        if text and (pieces or not text.isspace()):
            pieces.append(text)
    if pieces:
        build.flush(here)


def _skip(build: _Builder, here: Element, tag: str, attributes: str, content: str) -> None:
    """Keep what an element without text of the page says about it: the head's title, JSON-LD."""
    if tag == "title" and here.tag == "head":
        build.head.append(HeadItem("title", "", " ".join(unescape(content).split())))
    elif tag == "script" and "ld+json" in attributes:
        build.head.append(HeadItem("json-ld", "", content))


def _kind(element: Element) -> tuple[Kind, int]:
    """The form that an element gives its text, looking at most a few ancestors up."""
    here: Element | None = element
    for _ in range(4):
        if here is None:
            break
        if here.tag in _FORMS:
            return _FORMS[here.tag]
        here = here.parent
    return _PLAIN


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
    elif tag == "html":
        if found.get("lang"):
            build.head.append(HeadItem("html", "lang", found["lang"], element, at))
    elif tag == "time" and found.get("datetime"):
        build.head.append(HeadItem("time", found.get("itemprop", ""), found["datetime"], element, at))
    else:
        name = found.get("itemprop") or found.get("property") or ""
        value = found.get("content") or found.get("datetime") or ""
        if name and value:
            build.head.append(HeadItem("itemprop", name.lower(), value, element, at))
