"""Records out of feeds (RSS, RDF and Atom): the items that carry their full text. The others are told: a teaser is no
article.
"""

from __future__ import annotations

from html import escape
from typing import BinaryIO
from xml.etree import ElementTree

from newscli.errors import KindError
from newscli.read.containers import Place
from newscli.read.record import Found, Record
from newscli.read.streams import whole

_ITEMS = ("item", "entry")
_FULL = ("encoded", "content")  # content:encoded of RSS, content of Atom
_SHORT = ("description", "summary")
_FEWEST = 1000  # characters of text in a description that count as a story: teasers are cut at 200 to 500
_GET = "Fetch the page that it links to and give that."
_BROKEN = "Repair it, or give the pages that it lists."


def records(file: BinaryIO, place: Place) -> Found:
    """The articles of a feed, each as a small page of the item's headline, day and text."""
    try:
        root = ElementTree.fromstring(whole(file, place.path, place.limits))  # expat >= 2.4.1 bounds its entities
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise KindError(f"is a broken feed ({error})", path=place.path, advice=_BROKEN) from error
    items = [element for element in root.iter() if _name(element) in _ITEMS]
    for number, item in enumerate(items, 1):
        yield _record(item, f"{place.path}#{number}")


def _record(item: ElementTree.Element, path: str) -> Record | KindError:
    address = _address(item)
    content = _markup(item, _FULL)
    if not content:
        content = _markup(item, _SHORT)
        if len(content) < _FEWEST:
            return KindError("is an item without its full text", path=address or path, advice=_GET)
    date = _text(item, "pubdate", "published", "date", "updated") or None
    return Record(path, _page(_text(item, "title"), content), url=address, format="html", date=date)


def _page(title: str, content: str) -> str:
    return f"<html><head><title>{escape(title)}</title></head><body><h1>{escape(title)}</h1>{content}</body></html>"


def _name(element: ElementTree.Element) -> str:
    """The name of an element in lower case, without its namespace."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _markup(item: ElementTree.Element, names: tuple[str, ...]) -> str:
    """The HTML of the first of these elements; XHTML that stands in an Atom entry as elements is written out."""
    for child in item:
        if _name(child) in names:
            for element in child.iter():
                element.tag = _name(element)
            inner = "".join(ElementTree.tostring(each, "unicode", method="html") for each in child)
            text = inner or (child.text or "")
            return text if "<" in text else escape(text)
    return ""


def _text(item: ElementTree.Element, *names: str) -> str:
    for name in names:
        for child in item:
            if _name(child) == name and (child.text or "").strip():
                return " ".join((child.text or "").split())
    return ""


def _address(item: ElementTree.Element) -> str | None:
    for child in item:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            return child.get("href") or (child.text or "").strip() or None
    return None
