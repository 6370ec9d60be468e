"""JSON-LD as pages have it: decoded once, mended where the damage is plain, and its nodes found.

The vocabulary is that of schema.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from newscli.arabic.letters import squeeze
from newscli.regex import regex

Node = dict[str, object]

ARTICLE_TYPES = frozenset(
    "article newsarticle blogposting reportagenewsarticle analysisnewsarticle opinionnewsarticle "
    "backgroundnewsarticle liveblogposting reviewnewsarticle report socialmediaposting".split()
)
# What a page calls itself that is no article; a clip's day is that of its upload.
_PAGE_TYPES = frozenset(("webpage", "itempage", "videoobject"))
# A page states fewer nodes about its story than this; those that list a whole shop or archive state more.
_MOST_NODES = 200


def load(text: str) -> object:
    """A JSON-LD script decoded: CDATA marks, raw newlines in strings, trailing commas are mended. Never raises.

    Of what cannot be mended the plain members that tell of an article are kept, if there are any.

    >>> load('{"headline": "ميناء جديد",}')
    {'headline': 'ميناء جديد'}
    """
    try:
        return msgspec.json.decode(text.strip().encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        pass
    from json import JSONDecoder

    # What stands behind the first value (closing marks, a semicolon, a brace too many) is not looked at.
    mended = _TRAILING_COMMA.sub("", _OPENING_MARK.sub("", text)).strip()
    try:
        return JSONDecoder(strict=False).raw_decode(mended)[0]
    except (ValueError, RecursionError):
        return _scraps(mended)


_TRAILING_COMMA = regex(r",\s*(?=[}\]])")
_OPENING_MARK = regex(r"\A\s*(?:/\*.*?\*/|<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)", re.S)
_SCRAP = regex(r'"(headline|datePublished|dateModified|@type)"\s*:\s*"((?:[^"\\]|\\.)*)"')


def _scraps(text: str) -> Node:
    """The plain members of JSON that cannot be read as a whole; the type of an article before other types."""
    found: Node = {}
    for key, value in _SCRAP.findall(text):
        if key not in found or (key == "@type" and value.lower() in ARTICLE_TYPES):
            found[key] = value
    return found


def nodes(document: object) -> Iterator[Node]:
    """The nodes that a decoded document states of its page: itself, its list, its @graph, its main entity."""
    queue: list[object] = [document]
    for here in islice(queue, _MOST_NODES):  # the queue grows while it is read
        if isinstance(here, list):
            queue.extend(here)
        elif isinstance(here, dict):
            yield here
            queue.extend(here[key] for key in ("@graph", "mainEntity") if key in here)


def types_of(node: Node) -> list[str]:
    """The types of a node, in lower case and without the address of the vocabulary.

    >>> types_of({"@type": ["schema:Article", "http://schema.org/NewsArticle"]})
    ['article', 'newsarticle']
    """
    return [kind.rpartition("/")[2].rpartition(":")[2].lower() for kind in strings(node.get("@type"))]


def stories(found: list[Node]) -> list[Node]:
    """The nodes that describe an article. A page that lists several describes none of them as its own."""
    articles = [node for node in found if not ARTICLE_TYPES.isdisjoint(types_of(node))]
    headlines = {str(node.get("headline") or node.get("name")) for node in articles}
    return articles if len(headlines) <= 2 else []


def pages(found: list[Node]) -> list[Node]:
    """The nodes that describe the page, or the clip that it shows, and no article.

    >>> pages([{"@type": "WebPage", "datePublished": "2024-05-14"}, {"@type": "WebSite"}])
    [{'@type': 'WebPage', 'datePublished': '2024-05-14'}]
    """
    return [node for node in found if types_of(node)[:1] and types_of(node)[0] in _PAGE_TYPES]


def referred(node: Node, known: dict[str, Node]) -> Node:
    """A node with those that it names by their @id alone in their place; `known` are the document's nodes by @id.

    >>> referred({"author": {"@id": "#p"}}, {"#p": {"name": "رنا الصيرفي"}})
    {'author': {'name': 'رنا الصيرفي'}}
    """
    return {key: _meant(value, known) for key, value in node.items()}


def _meant(value: object, known: dict[str, Node]) -> object:
    """A value, or the node that it names by its @id alone."""
    if isinstance(value, list):
        return [_meant(one, known) for one in value]
    if isinstance(value, dict) and len(value) == 1 and isinstance(name := value.get("@id"), str):
        return known.get(name, value)
    return value


def nodes_of(value: object) -> list[Node]:
    """The nodes of a member that is one or a list of them."""
    return [node for node in _each(value) if isinstance(node, dict)]


def strings(value: object) -> list[str]:
    """The strings of a member that is one or a list of them, as plain text; empty ones are left out."""
    # Pages escape twice what stands in JSON.
    found = (plain(plain(text)) for text in _each(value) if isinstance(text, str))
    return list(filter(None, found))


def _each(value: object) -> list[object]:
    """What a member holds: one value, or a list of them."""
    return value if isinstance(value, list) else [value]


def plain(value: str) -> str:
    """Text without entities and superfluous white space. Half a surrogate pair, which is no character, is U+FFFD.

    >>> plain(" قال &quot;نعم&quot;")
    'قال "نعم"'
    """
    if "&" in value:
        from html import unescape  # here, since its table of entities costs a call that reads plain text

        value = unescape(value)
    text = squeeze(value)
    try:
        text.encode()  # ten times as fast as to search for one
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
