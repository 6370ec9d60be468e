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

from newscli.regex import regex
from newscli.segment.bounds import DEEPEST, bounded
from newscli.segment.builder import Builder
from newscli.segment.fragment import MOST_FRAGMENTS, Element, Fragment
from newscli.segment.metadata import read_metadata
from newscli.segment.page import HeadItem, Page
from newscli.segment.zones import own_zone

# Elements whose content is no text of the page, as one token.
_SKIPPED = "script|style|svg|iframe|template|title|textarea|math|noembed|noframes|object"
_ATTRIBUTES = r'(?: [^ \t\n\f\r>]+?="[^"]*+")*+'
# A skipped element, an end tag, a start tag, or what is none of them; and the text up to the next one. Few tokens, and
# nothing in them that Python reads twice: the time of the pass is the number of times that Python goes round the loop.
_TOKEN = regex(
    rf"<(?:({_SKIPPED})\b({_ATTRIBUTES})>([^<]*+(?:<(?!/\1>)[^<]*+)*+)</\1>"
    rf"|/([a-zA-Z][^>]*+)>|([a-zA-Z][^ \t\n\f\r/>]*+)({_ATTRIBUTES})>|!--.*?-->|!DOCTYPE[^>]*+>|)"
    r"([^<]*+)",
    re.S,
)
_ATTRIBUTE = regex(r' ([^ \t\n\f\r>]+?)="([^"]*)"')
_NAMING = regex(r' (?:class|id|role|itemprop|property|style|hidden)="[^"]*"')  # what a zone is told by
_NAMED = regex(r' (class|id|role|itemprop|property|style|hidden)="([^"]*)"')  # the same, name and value
_ID = regex(r' id="([^"]*)"')
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HREF = regex(r' href="([^"]*)"')
_ALT = regex(r' alt="([^"]*)"')
_UNPARSED = regex(r"<(/?)(?:plaintext|xmp)\b", re.I)

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s small span strong strike sub "
    "sup time tt u var label o:p ruby rb rt option".split()
)
_VOID = frozenset(
    "area base basefont bgsound br col embed hr img input keygen link meta param source track wbr frame".split()
)
_DATA = frozenset(("html", "meta", "link", "time"))


def attributes_of(text: str) -> dict[str, str]:
    """The attributes of a serialised start tag, entities resolved.

    >>> attributes_of(' class="a b" hidden="" href="/x?a=1&amp;b=2"')
    {'class': 'a b', 'hidden': '', 'href': '/x?a=1&b=2'}
    """
    return {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(text)}


@lru_cache(maxsize=4096)
def _zone_of(tag: str, attributes: str) -> int:
    return own_zone(
        tag, [(name, unescape(value) if "&" in value else value) for name, value in _NAMED.findall(attributes)]
    )


def segment(text: str, url: str | None = None) -> Page:
    """An HTML page in pieces. `url` is its address if it is known from elsewhere. Never raises.

    Scripts, styles, templates and frames are left out; hidden parts are kept and marked with their zone.
    """
    fragments, head = read_markup(text)
    metadata = read_metadata(head, url)
    return Page(fragments[:MOST_FRAGMENTS], metadata, html=True, rest=fragments[MOST_FRAGMENTS:])


def read_markup(text: str) -> tuple[tuple[Fragment, ...], tuple[HeadItem, ...]]:
    """The fragments of an HTML page in source order, and what it says about itself, as found."""
    text = bounded(text)
    markup = LexborHTMLParser(text).html or ""
    if "<plaintext" in markup or "<xmp" in markup:  # these are serialised as they came, which is no markup
        markup = LexborHTMLParser(_UNPARSED.sub(r"<\1pre", text)).html or ""
    build = Builder()
    _walk(markup, build)
    return build.result()


def _walk(markup: str, build: Builder) -> None:  # noqa: C901
    """Feed every token to the builder. One loop, since a call a token would double the cost of the pass."""
    pieces = build.pieces
    here = top = Element("#document")  # the innermost element that holds fragments; the innermost, which may be inline
    linked = -1  # how many pieces there were when the last link ended
    for token in _TOKEN.finditer(markup):
        skipped, skipped_attributes, content, end, tag, attributes, text = token.groups("")
        if tag:
            top.children += 1
            named = None
            if attributes:
                if tag in _DATA or 'itemprop="' in attributes or 'property="' in attributes:
                    _tell(build, tag, attributes, here)
                if ' id="' in attributes:
                    named = _ID.search(attributes)
                if tag == "img":
                    alternative = _ALT.search(attributes)
                    build.picture = (" ".join(unescape(alternative[1]).split()) if alternative else "", here)
            if tag in _VOID:
                if tag == "br":
                    build.line_break(here)
                elif tag == "hr":
                    build.broken = 0
                    if pieces:
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
                    if here.tag in _HEADINGS:
                        build.open_inner(top)
                else:
                    # An inline element that names its own zone (a date, an author) is a block of its own.
                    if pieces:
                        build.flush(here)
                    build.broken = 0
                    here = top = Element(tag, here, top, top.children, zone, here.depth + 1)
            if named is not None:
                build.note_id(named[1], None if tag in _VOID else top)
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
                elif top is build.inner:
                    build.end_inner(here, last=not text.strip() and markup.startswith("</h", token.end()))
                top = top.holder
        elif skipped:
            top.children += 1
            _skip(build, here, skipped, skipped_attributes, content)
        if text and (pieces or not text.isspace()):
            pieces.append(text)
    build.finish(here)


def _skip(build: Builder, here: Element, tag: str, attributes: str, content: str) -> None:
    """Keep what an element without text of the page says about it: the head's title, JSON-LD, ids that are taken."""
    for name in _ID.findall(attributes + content) if ' id="' in attributes or ' id="' in content else ():
        build.note_id(name, None)
    if tag == "title" and here.tag == "head":
        build.head.append(HeadItem("title", "", " ".join(unescape(content).split())))
    elif tag == "script" and "ld+json" in attributes:
        build.head.append(HeadItem("json-ld", "", content))


def _tell(build: Builder, tag: str, attributes: str, element: Element) -> None:
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
