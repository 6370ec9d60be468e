"""What an HTML page says about itself: JSON-LD, OpenGraph, meta, Dublin Core, microdata, `<time>`, `<link>`.

Every statement is kept with the name under which it stood, so that a choice between contradicting ones can be explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from newscli.arabic.letters import squeeze
from newscli.segment.fragment import Element

# Plain text knows this module for `Metadata` alone: what reads HTML is loaded when there is some.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newscli.segment.html import HeadItem

_ARTICLE_TYPES = frozenset((
    "article", "newsarticle", "blogposting", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "liveblogposting", "reviewnewsarticle", "report", "socialmediaposting",
))

_TITLES = {"og:title": 1.0, "twitter:title": 0.8, "headline": 1.0, "dc.title": 0.7, "dcterms.title": 0.7, "title": 0.5,
           "rnews:name schema:name": 0.6, "name": 0.3}
_PUBLISHED = {
    "article:published_time": 1.0, "og:article:published_time": 1.0, "og:published_time": 0.9, "datepublished": 1.0,
    "article:published": 0.9, "parsely-pub-date": 0.9, "sailthru.date": 0.8, "pubdate": 0.9, "publishdate": 0.9,
    "publish-date": 0.9, "publish_date": 0.9, "publication_date": 0.9, "dc.date.issued": 0.9, "dcterms.issued": 0.9,
    "dcterms.created": 0.7, "dc.date.created": 0.7, "dc.date": 0.7, "dcterms.date": 0.7, "dc:date": 0.8,
    "dc:created": 0.7, "datecreated": 0.8, "date": 0.6, "article.published": 0.9, "cxenseparse:recs:publishtime": 0.9,
    "article_date_original": 0.9, "published_time": 0.9, "displaydate": 0.7, "dc:date dc:created": 0.9,
}
_MODIFIED = {
    "article:modified_time": 1.0, "og:updated_time": 0.8, "datemodified": 1.0, "lastmod": 0.6, "last-modified": 0.4,
    "dcterms.modified": 0.8, "dc.date.modified": 0.8, "dc:modified": 0.7, "article:modified": 0.8, "revised": 0.4,
    "modified_time": 0.7,
}
_AUTHORS = frozenset(("author", "article:author", "dc.creator", "dcterms.creator", "dc:creator", "byl", "byline",
                      "parsely-author", "sailthru.author", "article:author:name", "creator", "article_author"))
_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_SECTIONS = ("article:section", "articlesection", "section", "og:article:section", "parsely-section", "category")
_TAGS = ("article:tag", "og:article:tag", "parsely-tags")


_MOST_TAGS = 15  # a longer list is the site's, not the story's


class Statement(Struct, frozen=True):
    """One value that the page states, with the name it stood under, how much such a name is worth (0 to 1), and where."""

    value: str
    name: str
    worth: float
    element: Element | None = None
    at: int = 0


class Metadata(Struct, frozen=True):
    """What the page states of itself, in page order, the JSON-LD of the story first."""

    titles: tuple[Statement, ...] = ()
    published: tuple[Statement, ...] = ()
    modified: tuple[Statement, ...] = ()
    authors: tuple[Statement, ...] = ()
    sites: tuple[str, ...] = ()
    url: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    language: str | None = None
    kind: str | None = None  # og:type
    all: tuple[tuple[str, str], ...] = ()


def read_metadata(head: tuple[HeadItem, ...], url: str | None = None) -> Metadata:
    """What the page states of itself. Never raises; broken JSON-LD is mended where that is plain, else left out."""
    from html import unescape

    titles: list[Statement] = []
    published: list[Statement] = []
    modified: list[Statement] = []
    authors: list[Statement] = []
    sites: list[str] = []
    tags: list[str] = []
    images: list[str] = []
    found: dict[str, str] = {}
    every: list[tuple[str, str]] = []
    for node in _all_nodes(head):
        if _strings(node.get("@type"))[:1] == ["WebSite"]:
            sites.extend(_strings(node.get("name")))
    for node in _stories(head):
        _from_json(node, titles, published, modified, authors, sites, tags, images, found)
    for item in head:
        name, value = item.name, squeeze(unescape(item.value))
        if item.kind == "json-ld":
            every.append(("json-ld", item.value.strip()))
            continue
        if not value or item.kind == "image":
            continue
        every.append((f"{item.kind} {name}".strip(), value))
        if item.kind == "title":
            titles.append(Statement(value, "title", 0.5))
        elif item.kind == "link":
            if "canonical" in name.split():
                found.setdefault("canonical", value)
        elif item.kind == "html":
            found.setdefault("language", value)
        elif item.kind == "time":
            kind = name.lower()
            target = modified if "modif" in kind or "updat" in kind else published
            worth = 1.0 if kind.endswith(("published", "modified")) else 0.8 if kind.endswith("created") else 0.5
            target.append(Statement(value, f"<time {name}>".replace(" >", ">"), worth, item.element, item.at))
        else:
            bare = name.rpartition("schema:")[2] if name.startswith("schema:") else name
            for table, target in ((_TITLES, titles), (_PUBLISHED, published), (_MODIFIED, modified)):
                if bare in table and (table is not _TITLES or item.kind == "meta"):
                    target.append(Statement(value, name, table[bare], item.element, item.at))
            if bare in _AUTHORS and not value.startswith(("http", "www.")):
                authors.append(Statement(value, name, 1.0, item.element, item.at))
            elif bare in _SITES:
                sites.append(value)
            elif bare in _SECTIONS and item.kind == "meta":
                found.setdefault("section", value)
            elif bare in _TAGS:
                tags.extend(_listed(value))
            elif bare == "og:url":
                found.setdefault("og:url", value)
            elif bare in ("og:image", "twitter:image"):
                images.append(value)
            elif bare == "og:type":
                found.setdefault("type", value.lower())
            elif bare in ("og:locale", "content-language", "inlanguage"):
                found.setdefault("language", value)
    return Metadata(
        tuple(titles), tuple(published), tuple(modified), tuple(authors), _unique(sites),
        url or found.get("canonical") or found.get("og:url") or found.get("json-url"), found.get("section"),
        _unique(tags), _unique(images), _language(found.get("language")), found.get("type"), tuple(every),
    )


def _unique(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _listed(value: str) -> list[str]:
    return [squeeze(part) for part in re.split(r"[,،;|]", value) if part.strip()]


def _language(value: str | None) -> str | None:
    """The language alone, as BCP 47 has it: "ar_AR" and "ar-SA" are "ar"."""
    if not value:
        return None
    code = re.split(r"[-_,;\s]", value.strip().lower())[0]
    return code if 2 <= len(code) <= 3 and code.isalpha() else None


def _from_json(
    node: dict[str, object], titles: list[Statement], published: list[Statement], modified: list[Statement],
    authors: list[Statement], sites: list[str], tags: list[str], images: list[str], found: dict[str, str],
) -> None:
    for key, target in (("headline", titles), ("datePublished", published), ("dateModified", modified)):
        for value in _strings(node.get(key)):
            target.append(Statement(value, f"json-ld {key}", 1.0))
    if not published:
        published.extend(Statement(value, "json-ld dateCreated", 0.8) for value in _strings(node.get("dateCreated")))
    for author in _nodes(node.get("author")):
        kind = " ".join(_strings(author.get("@type"))).lower()
        for name in _strings(author.get("name")):
            authors.append(Statement(name, "json-ld author", 0.2 if "organi" in kind else 1.0))
    authors.extend(Statement(name, "json-ld author", 1.0) for name in _strings(node.get("author")))
    for publisher in _nodes(node.get("publisher")):
        sites.extend(_strings(publisher.get("name")))
    keywords = [tag for value in _strings(node.get("keywords")) for tag in _listed(value)]
    tags.extend(keywords if len(keywords) <= _MOST_TAGS else [])
    for value in _strings(node.get("articleSection"))[:1]:
        found.setdefault("section", value)
    for value in _strings(node.get("inLanguage"))[:1]:
        found.setdefault("language", value)
    for value in _strings(node.get("url"))[:1]:
        found.setdefault("json-url", value)
    for value in _strings(node.get("image")) + [u for n in _nodes(node.get("image")) for u in _strings(n.get("url"))]:
        images.append(value)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        from html import unescape

        text = squeeze(unescape(unescape(value)))
        return [text] if text else []
    if isinstance(value, list):
        return [text for each in value if isinstance(each, str) for text in _strings(each)]
    return []


def _nodes(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list):
        return [each for each in value if isinstance(each, dict)]
    return []


def _stories(head: tuple[HeadItem, ...]) -> list[dict[str, object]]:
    """The JSON-LD nodes that describe an article. A page that lists several describes none of them as its own."""
    found = [node for node in _all_nodes(head) if _is_story(node)]
    headlines = {str(node.get("headline") or node.get("name")) for node in found}
    return found if len(headlines) <= 2 else []


def _all_nodes(head: tuple[HeadItem, ...]) -> list[dict[str, object]]:
    return [node for item in head if item.kind == "json-ld" for node in _walk(_load(item.value))]


def _is_story(node: dict[str, object]) -> bool:
    kinds = _strings(node.get("@type"))
    return any(kind.rpartition("/")[2].lower() in _ARTICLE_TYPES for kind in kinds)


def _walk(value: object) -> Iterator[dict[str, object]]:
    """The nodes of a JSON-LD document: itself, its list, its @graph, its main entity."""
    queue: list[object] = [value]
    seen = 0
    while queue and seen < 200:
        seen += 1
        here = queue.pop(0)
        if isinstance(here, list):
            queue.extend(here)
        elif isinstance(here, dict):
            yield here
            queue.extend(here[key] for key in ("@graph", "mainEntity") if key in here)


_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_COMMENT_MARKS = re.compile(r"^\s*(?:/\*.*?\*/|<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)|(?:\]\]>|-->|//\s*\]\]>)\s*;?\s*$", re.S)


def _load(text: str) -> object:
    """JSON-LD as found, mended as far as pages break it: CDATA marks, raw newlines in strings, trailing commas."""
    try:
        return msgspec.json.decode(text.strip().encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        pass
    from json import JSONDecoder

    mended = _TRAILING_COMMA.sub("", _COMMENT_MARKS.sub("", text)).strip().rstrip(";")
    try:
        return JSONDecoder(strict=False).raw_decode(mended)[0]
    except (ValueError, RecursionError):
        return _scraps(mended)


_SCRAP = re.compile(r'"(headline|datePublished|dateModified|@type)"\s*:\s*"((?:[^"\\]|\\.)*)"')


def _scraps(text: str) -> object:
    """The plain members of JSON that cannot be read as a whole, if it calls itself an article."""
    found: dict[str, object] = {}
    for key, value in _SCRAP.findall(text):
        if key not in found or (key == "@type" and value.lower() in _ARTICLE_TYPES):
            found[key] = value
    return found
