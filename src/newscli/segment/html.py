"""HTML into fragments: lexbor parses and mends the markup, one walk over its nodes cuts the page into blocks.

There is no recursion, depth is bounded, and every node is seen once, so cost is linear in the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from newscli.regex import regex
from newscli.segment.bounds import DEEPEST, bounded
from newscli.segment.builder import Builder
from newscli.segment.metadata import read_metadata
from newscli.segment.page import HEADINGS, MOST_FRAGMENTS, Element, Fragment, HeadItem, Page
from newscli.segment.verse import with_verse
from newscli.segment.zones import own_zone

# Elements whose content is no text of the page.
_SKIPPED = frozenset("script style svg iframe template title textarea math noembed noframes object".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s small span strong strike sub "
    "sup time tt u var label o:p ruby rb rt option".split()
)
_BOXES = frozenset("address div footer header li section td".split())  # in whose own text words are not cut by markup
_VOID = frozenset(
    "area base basefont bgsound br col embed hr img input keygen link meta param source track wbr frame".split()
)
_MICROFORMAT = regex(r"\b(?:published|updated)\b")
_ISO = regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_CODE = regex(r"[{}<>;=]")  # of programs, whose lines are none of a text
_SHOWN = frozenset(("plaintext", "xmp"))  # browsers show their content as it stands; here it is read as markup
_UNPARSED = regex(r"<(/?)(?:plaintext|xmp)\b", re.I)
_OPTIONS = LexborDocumentOptions.WO_EVENTS.value  # nothing is mirrored between a form's options, which takes n² steps

Attributes = Mapping[str, str | None]


def segment(text: str, url: str | None = None) -> Page:
    """An HTML page in pieces. `url` is its address if it is known from elsewhere. Never raises.

    Scripts, styles, templates and frames are left out; hidden parts are kept and marked with their zone.
    """
    fragments, head = read_markup(text)
    metadata = read_metadata(head, url)
    return Page(with_verse(fragments[:MOST_FRAGMENTS]), metadata, html=True, rest=fragments[MOST_FRAGMENTS:])


def read_markup(text: str) -> tuple[tuple[Fragment, ...], tuple[HeadItem, ...]]:
    """The fragments of an HTML page in source order, and what it says about itself, as found."""
    text = bounded(text)
    build = _built(text) or _built(_UNPARSED.sub(r"<\1pre", text))
    return build.result() if build is not None else ((), ())


def _built(text: str) -> Builder | None:
    """What the nodes of a page make; None where it has elements whose content browsers show as it stands."""
    build = Builder()
    root = LexborHTMLParser(text, options=_OPTIONS).root
    return build if root is None or _walk(root, build) else None


def _walk(root: LexborNode, build: Builder) -> bool:  # noqa: C901
    """Feed every node to the builder. One loop, since a call a node would double the cost of the walk.

    False, and no more is read, at an element of `_SHOWN`.
    """
    pieces = build.pieces
    here = top = Element("#document")  # the innermost element that holds fragments; the innermost, which may be inline
    opened: list[LexborNode] = []
    node = root
    while True:
        entered = False
        tag = node.tag or "-"
        if tag == "-text":
            text = node.text_content or ""
            if here.tag == "pre" and not _CODE.search(text):
                _keep_lines(build, here, text)
            elif pieces or not text.isspace():
                pieces.append(text)
        elif tag in _SKIPPED:
            top.children += 1
            _skip(build, here, tag, node)
        elif tag in _SHOWN:
            return False
        elif tag[0] != "-":  # a comment, the doctype
            top.children += 1
            attributes = node.attributes
            if tag in _SAYS or "itemprop" in attributes or "property" in attributes:
                _tell(build, tag, attributes, here)
            if tag in _VOID:
                _stand_alone(build, tag, attributes, here)
            else:
                if pieces and build.ended == len(pieces) and _stands_apart(build, node, tag, attributes):
                    pieces.append(" ")
                if tag == "a":
                    build.href = _address(attributes)
                    build.anchor = len(pieces)
                zone = own_zone(tag, attributes) if attributes or tag not in _INLINE else 0
                if (not zone and tag in _INLINE) or here.depth >= DEEPEST:
                    if pieces and tag not in _INLINE:
                        build.flush(here)
                    top = Element(tag, None, top, top.children)
                    if here.tag in HEADINGS or (here.parent is not None and here.parent.tag in HEADINGS):
                        build.open_inner(top)
                else:
                    # An inline element that names its own zone (a date, an author) is a block of its own.
                    if pieces:
                        build.flush(here)
                    build.broken = 0
                    here = top = Element(tag, here, top, top.children, zone, here.depth + 1)
                if name := attributes.get("id"):
                    build.note_id(name, top)
                opened.append(node)
                entered = True
        following = node.first_child if entered else node.next
        while following is None:  # elements end here
            if not opened:
                build.finish(here)
                return True
            node = opened.pop()
            build.linked = top.tag == "a"
            if build.linked and build.href is not None:
                build.end_link()
                build.href = None
            build.ended = len(pieces)
            if top is here:
                if pieces:
                    build.flush(here)
                here = here.parent or here
            elif top is build.inner:
                build.end_inner(here, last=_ends_heading(node))
            top = top.holder or top
            following = node.next
        node = following


def _address(attributes: Attributes) -> str | None:
    """Where a link leads: "" where a script knows, None for the anchors that links lead to."""
    if "href" in attributes:
        return attributes["href"] or ""
    return None if "name" in attributes or "id" in attributes else ""


def _stands_apart(build: Builder, node: LexborNode, tag: str, attributes: Attributes) -> bool:
    """Whether an inline element right behind another one is apart from it on the page: NAME, OFFICE.

    Links are; elements of two kinds in a box that is no paragraph; those that the template names otherwise than their
    neighbour, or that follow several words under one name, which styles keep apart; and bare ones, which are there for
    nothing else.
    """
    if build.linked or tag == "a":
        return True
    before = node.prev
    if before is None:
        return False
    if before.tag != tag:
        return node.parent is not None and node.parent.tag in _BOXES
    name, other = attributes.get("class"), before.attributes.get("class")
    if name and other:
        return name != other or " " in before.text().strip()
    return tag == "span" and not attributes and not before.attributes


def _keep_lines(build: Builder, pre: Element, text: str) -> None:
    """Collect a text whose lines browsers show as they stand: its line ends are breaks."""
    for number, line in enumerate(text.split("\n")):
        if number:
            build.line_break(pre)
        if build.pieces or (line and not line.isspace()):
            build.pieces.append(line)


def _ends_heading(node: LexborNode) -> bool:
    """Whether nothing but white space stands between the end of an element and that of the heading it lies in."""
    outer: LexborNode | None = node
    while outer is not None and outer.tag not in HEADINGS:
        following = outer.next
        if following is not None and following.is_empty_text_node:
            following = following.next
        if following is not None:
            return False
        outer = outer.parent
    return outer is not None


def _stand_alone(build: Builder, tag: str, attributes: Attributes, here: Element) -> None:
    """Take an element that holds nothing: the end of a line, a picture."""
    if name := attributes.get("id"):
        build.note_id(name, None)
    if tag == "img":
        build.picture = (" ".join((attributes.get("alt") or "").split()), here)
    elif tag == "br":
        build.line_break(here)
    elif tag == "hr":
        build.broken = 0
        build.flush(here)


def _skip(build: Builder, here: Element, tag: str, node: LexborNode) -> None:
    """Keep what an element without text of the page says about it: the head's title, JSON-LD, ids that are taken."""
    for element in node.traverse():
        if name := element.id:
            build.note_id(name, None)
    if tag == "title" and here.tag == "head":
        build.head.append(HeadItem("title", "", " ".join(node.text().split())))
    elif "ld+json" in (node.attributes.get("type") or ""):
        build.head.append(HeadItem("json-ld", "", node.text()))


class _Says(NamedTuple):
    """What an element says of the page: its kind, and the attributes of which the first that is there has the name."""

    kind: str
    names: tuple[str, ...]
    values: tuple[str, ...]  # the same of the value
    unnamed: str | None = None  # the name where no attribute has one; None where such an element says nothing
    spelt: Callable[[str], str | None] = str.lower


def _microformat(name: str) -> str | None:
    """«<abbr class=published title=2022-07-21T16:48:00Z>» of hAtom."""
    found = _MICROFORMAT.search(name)
    return found.group() if found else None


def _moment(title: str) -> str | None:
    """No name, where an abbreviation spells a moment out: «<abbr title=2022-07-21T16:48:00+03:00>4:48 م</abbr>»."""
    return "" if _ISO.match(title) else None


_META_NAMES = ("property", "name", "itemprop", "http-equiv")
_PROPERTY = _Says("itemprop", ("itemprop", "property"), ("content", "datetime"))
_SHOWN_SHORT = _Says("abbr", ("title",), ("title",), spelt=_moment)
_SAYS = {
    "meta": (_Says("meta", _META_NAMES, ("content",)), _Says("value", _META_NAMES, ("value",))),
    "link": (_Says("link", ("rel",), ("href",), unnamed=""),),
    "html": (_Says("html", (), ("lang",), unnamed="lang"),),
    "time": (_Says("time", ("itemprop",), ("datetime",), unnamed="", spelt=str), _PROPERTY),
    "abbr": (_Says("abbr", ("class",), ("title",), spelt=_microformat), _SHOWN_SHORT, _PROPERTY),
}


def _tell(build: Builder, tag: str, attributes: Attributes, element: Element) -> None:
    """Keep what a meta, link or time element, or an element with itemprop or property, says."""
    for says in _SAYS.get(tag, (_PROPERTY,)):
        given = next(filter(None, map(attributes.get, says.names)), says.unnamed)
        value = next(filter(None, map(attributes.get, says.values)), None)
        name = given and says.spelt(given)
        if value and name is not None:
            build.head.append(HeadItem(says.kind, name, value, element, len(build.fragments)))
            return
