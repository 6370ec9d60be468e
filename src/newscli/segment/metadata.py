"""What an HTML page says about itself: JSON-LD, OpenGraph, meta, Dublin Core, microdata, `<time>`, `<link>`.

Every statement is kept with the name under which it stood, so that a choice between contradicting ones can be
explained.
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

_ARTICLE_TYPES = frozenset(
    (
        "article",
        "newsarticle",
        "blogposting",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "liveblogposting",
        "reviewnewsarticle",
        "report",
        "socialmediaposting",
    )
)

_TITLES = {
    "og:title": 1.0,
    "twitter:title": 0.8,
    "headline": 1.0,
    "dc.title": 0.7,
    "dcterms.title": 0.7,
    "title": 0.5,
    "rnews:name schema:name": 0.6,
    "name": 0.3,
}
_PUBLISHED = {
    "article:published_time": 1.0,
    "og:article:published_time": 1.0,
    "og:published_time": 0.9,
    "datepublished": 1.0,
    "article:published": 0.9,
    "parsely-pub-date": 0.9,
    "sailthru.date": 0.8,
    "pubdate": 0.9,
    "publishdate": 0.9,
    "publish-date": 0.9,
    "publish_date": 0.9,
    "publication_date": 0.9,
    "dc.date.issued": 0.9,
    "dcterms.issued": 0.9,
    "dcterms.created": 0.7,
    "dc.date.created": 0.7,
    "dc.date": 0.7,
    "dcterms.date": 0.7,
    "dc:date": 0.8,
    "dc:created": 0.7,
    "datecreated": 0.8,
    "date": 0.6,
    "article.published": 0.9,
    "cxenseparse:recs:publishtime": 0.9,
    "article_date_original": 0.9,
    "published_time": 0.9,
    "displaydate": 0.7,
    "dc:date dc:created": 0.9,
}
_MODIFIED = {
    "article:modified_time": 1.0,
    "og:updated_time": 0.8,
    "datemodified": 1.0,
    "lastmod": 0.6,
    "last-modified": 0.4,
    "dcterms.modified": 0.8,
    "dc.date.modified": 0.8,
    "dc:modified": 0.7,
    "article:modified": 0.8,
    "revised": 0.4,
    "modified_time": 0.7,
}
_AUTHORS = frozenset(
    (
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "dc:creator",
        "byl",
        "byline",
        "parsely-author",
        "sailthru.author",
        "article:author:name",
        "creator",
        "article_author",
    )
)
_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_SECTIONS = ("article:section", "articlesection", "section", "og:article:section", "parsely-section", "category")
_IMAGES = ("og:image", "twitter:image")
_FIRST = {
    **dict.fromkeys(_SECTIONS, "section"),
    "og:url": "og:url",
    "og:type": "type",
    "og:locale": "language",
    "content-language": "language",
    "inlanguage": "language",
}
_TAGS = ("article:tag", "og:article:tag", "parsely-tags")


_MOST_TAGS = 15  # a longer list is the site's, not the story's


class Statement(Struct, frozen=True):
    """One value that the page states, the name it stood under, how much such a name is worth (0 to 1), and where."""

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
    reading = _Reading()
    for node in _all_nodes(head):
        if _strings(node.get("@type"))[:1] == ["WebSite"]:
            reading.sites.extend(_strings(node.get("name")))
    for node in _stories(head):
        reading.story(node)
    for item in head:
        reading.item(item)
    return reading.metadata(url)


class _Reading:
    """The statements collected so far."""

    def __init__(self) -> None:
        self.titles: list[Statement] = []
        self.published: list[Statement] = []
        self.modified: list[Statement] = []
        self.authors: list[Statement] = []
        self.sites: list[str] = []
        self.tags: list[str] = []
        self.images: list[str] = []
        self.first: dict[str, str] = {}  # what counts where it stands first: language, section, type, addresses
        self.every: list[tuple[str, str]] = []

    def metadata(self, url: str | None) -> Metadata:
        """All that was collected. `url` is the page's address if it is known from elsewhere."""
        first = self.first
        return Metadata(
            tuple(self.titles),
            tuple(self.published),
            tuple(self.modified),
            tuple(self.authors),
            _unique(self.sites),
            url or first.get("canonical") or first.get("og:url") or first.get("json-url"),
            first.get("section"),
            _unique(self.tags),
            _unique(self.images),
            _language(first.get("language")),
            first["type"].lower() if "type" in first else None,
            tuple(self.every),
        )

    def story(self, node: dict[str, object]) -> None:
        """Take what a JSON-LD node says of the story."""
        for key, target in (
            ("headline", self.titles),
            ("datePublished", self.published),
            ("dateModified", self.modified),
        ):
            target.extend(Statement(value, f"json-ld {key}", 1.0) for value in _strings(node.get(key)))
        if not self.published:
            created = _strings(node.get("dateCreated"))
            self.published.extend(Statement(value, "json-ld dateCreated", 0.8) for value in created)
        for author in _nodes(node.get("author")):
            worth = 0.2 if "organi" in " ".join(_strings(author.get("@type"))).lower() else 1.0
            self.authors.extend(Statement(name, "json-ld author", worth) for name in _strings(author.get("name")))
        self.authors.extend(Statement(name, "json-ld author", 1.0) for name in _strings(node.get("author")))
        for publisher in _nodes(node.get("publisher")):
            self.sites.extend(_strings(publisher.get("name")))
        keywords = [tag for value in _strings(node.get("keywords")) for tag in _listed(value)]
        self.tags.extend(keywords if len(keywords) <= _MOST_TAGS else [])
        for key, name in (("articleSection", "section"), ("inLanguage", "language"), ("url", "json-url")):
            for value in _strings(node.get(key))[:1]:
                self.first.setdefault(name, value)
        self.images.extend(_strings(node.get("image")))
        for image in _nodes(node.get("image")):
            self.images.extend(_strings(image.get("url")))

    def item(self, item: HeadItem) -> None:
        """Take one statement of the markup."""
        if item.kind == "json-ld":
            self.every.append(("json-ld", item.value.strip()))
            return
        value = _plain(item.value)
        if not value:
            return
        self.every.append((f"{item.kind} {item.name}".strip(), value))
        if item.kind == "title":
            self.titles.append(Statement(value, "title", 0.5))
        elif item.kind == "link":
            if "canonical" in item.name.split():
                self.first.setdefault("canonical", value)
        elif item.kind == "html":
            self.first.setdefault("language", value)
        elif item.kind == "time":
            self._time(item, value)
        else:
            self._named(item, value)

    def _time(self, item: HeadItem, value: str) -> None:
        kind = item.name.lower()
        target = self.modified if "modif" in kind or "updat" in kind else self.published
        worth = 1.0 if kind.endswith(("published", "modified")) else 0.8 if kind.endswith("created") else 0.5
        target.append(Statement(value, f"<time {item.name}>".replace(" >", ">"), worth, item.element, item.at))

    def _named(self, item: HeadItem, value: str) -> None:
        """A meta element, or an element with itemprop or property, by its name."""
        name = item.name.rpartition("schema:")[2] if item.name.startswith("schema:") else item.name
        for table, target in ((_TITLES, self.titles), (_PUBLISHED, self.published), (_MODIFIED, self.modified)):
            if name in table and (table is not _TITLES or item.kind == "meta"):
                target.append(Statement(value, item.name, table[name], item.element, item.at))
        if name in _AUTHORS and not value.startswith(("http", "www.")):
            self.authors.append(Statement(value, item.name, 1.0, item.element, item.at))
        elif name in _SITES:
            self.sites.append(value)
        elif name in _TAGS:
            self.tags.extend(_listed(value))
        elif name in _IMAGES:
            self.images.append(value)
        elif name in _FIRST and (item.kind == "meta" or _FIRST[name] != "section"):
            self.first.setdefault(_FIRST[name], value)


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


def _plain(value: str) -> str:
    """Text without entities and superfluous white space."""
    from html import unescape  # here, since its table of entities costs a call that reads plain text

    return squeeze(unescape(value))


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        text = _plain(_plain(value))
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
_COMMENT_MARKS = re.compile(
    r"^\s*(?:/\*.*?\*/|<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)|(?:\]\]>|-->|//\s*\]\]>)\s*;?\s*$", re.S
)


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
