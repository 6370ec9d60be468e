"""What an HTML page says about itself: JSON-LD, OpenGraph, meta, Dublin Core, microdata, `<time>`, `<link>`.

Every statement is kept with the name under which it stood, so that a choice between contradicting ones can be
explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscli.arabic.letters import squeeze
from newscli.segment import json_ld
from newscli.segment.json_ld import nodes_of, plain, strings
from newscli.segment.page import HeadItem, Metadata, Statement, Zone

__all__ = ["Metadata", "Statement", "read_metadata"]

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
    "uploaddate": 0.5,
    "dc:date dc:created": 0.9,
}
_MODIFIED = {
    "article:modified_time": 1.0,
    "og:article:modified_time": 1.0,
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
_AUTHORS = (
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
_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
# How much a statement of each field is worth, by the name under which it stands.
_STATED: dict[str, dict[str, float]] = {
    "titles": _TITLES,
    "published": _PUBLISHED,
    "modified": _MODIFIED,
    "authors": dict.fromkeys(_AUTHORS, 1.0),
    "sites": dict.fromkeys(_SITES, 1.0),
}
_SECTIONS = ("article:section", "articlesection", "section", "og:article:section", "parsely-section", "category")
_TAGS = ("article:tag", "og:article:tag", "parsely-tags")
_FIELD_OF = {
    **{name: field for field, names in _STATED.items() for name in names},
    **dict.fromkeys(_SECTIONS, "section"),
    **dict.fromkeys(_TAGS, "tags"),
    **dict.fromkeys(("og:image", "twitter:image"), "images"),
    "og:url": "og:url",
    "og:type": "type",
    "og:locale": "language",
    "content-language": "language",
    "inlanguage": "language",
}
_OF_META = frozenset((*_TITLES, *_SECTIONS))  # in other elements they may be those of anything on the page
# What a JSON-LD node says of its story once, and the name under which it is kept.
_STORY_FACTS = {
    "articleSection": "section",
    "inLanguage": "language",
    "url": "json-url",
    "articleBody": "body",
}
# The facts that are fields, by the name under which they are kept.
_FIELDS = {"canonical": "url", "og:url": "url", "json-url": "url", "section": "section", "language": "language"}
_MOST_TAGS = 15  # a longer list is the site's, not the story's
_OF_PAGE = 0.8  # what the day of the page is worth as that of its story
_DAYS = ("published", "modified")
# No headline, name or date is longer, and no page has more statements of one of them that differ.
_LONGEST, _MOST = 1_000, 100


def read_metadata(head: tuple[HeadItem, ...], url: str | None = None) -> Metadata:
    """What the page states of itself. Never raises; broken JSON-LD is mended where that is plain, else left out."""
    reading = _Reading()
    documents = (json_ld.load(item.value) for item in head if item.kind == "json-ld")
    nodes = [node for document in documents for node in json_ld.nodes(document)]
    for node in nodes:
        if json_ld.types_of(node)[:1] == ["website"]:
            reading.named_site(node, "json-ld WebSite")
    known = {str(node["@id"]): node for node in nodes if "@id" in node}
    for node in json_ld.stories(nodes):
        reading.story(json_ld.referred(node, known))
    for item in head:
        reading.item(item)
    if not reading.stated["published"]:
        for node in json_ld.pages(nodes):
            reading.page(node)
    return reading.metadata(url)


class _Reading:
    """The statements collected so far."""

    def __init__(self) -> None:
        self.stated: dict[str, list[Statement]] = {field: [] for field in _STATED}
        self.first: dict[str, str] = {}  # what counts where it stands first: language, section, type, addresses
        self.facts: list[tuple[str, Statement]] = []
        self.every: list[tuple[str, str]] = []

    def metadata(self, url: str | None) -> Metadata:
        """All that was collected. `url` is the page's address if it is known from elsewhere."""
        first = self.first
        titles, published, modified, authors, sites = map(_bounded, self.stated.values())
        return Metadata(
            titles,
            published,
            modified,
            authors,
            sites,
            url or first.get("canonical") or first.get("og:url") or first.get("json-url"),
            first.get("section", "")[:_LONGEST] or None,
            self._values("tags"),
            self._values("images"),
            _language(first.get("language")),
            first.get("type", "").lower(),
            first.get("body", ""),
            tuple(self.every),
            (*((("url", Statement(url, "the caller", 1.0)),) if url else ()), *self.facts),
        )

    def _fact(self, key: str, value: str, name: str) -> None:
        """Keep what counts where it stands first."""
        self.first.setdefault(key, value)
        if key in _FIELDS:
            self.facts.append((_FIELDS[key], Statement(value, name, 1.0)))

    def _many(self, field: str, values: list[str], name: str) -> None:
        """Keep values of a field that is a list."""
        self.facts.extend((field, Statement(value, name, 1.0)) for value in values)

    def _values(self, field: str) -> tuple[str, ...]:
        """All that was kept of a field that is a list, each value once."""
        return tuple(dict.fromkeys(statement.value for name, statement in self.facts if name == field))

    def named_site(self, node: json_ld.Node, name: str) -> None:
        """Take the name of a site or a publisher."""
        self.stated["sites"].extend(Statement(value, name, 1.0) for value in strings(node.get("name")))

    def story(self, node: json_ld.Node) -> None:
        """Take what a JSON-LD node says of the story."""
        published, authors = self.stated["published"], self.stated["authors"]
        self.stated["titles"] += _members(node, "headline")
        self.stated["modified"] += _members(node, "dateModified")
        published += _members(node, "datePublished")
        if not published:
            published += _members(node, "dateCreated", 0.8)
        for author in nodes_of(node.get("author")):
            worth = 0.2 if "organi" in " ".join(strings(author.get("@type"))).lower() else 1.0
            authors += (Statement(name, "json-ld author", worth) for name in strings(author.get("name")))
        authors += _members(node, "author")
        for publisher in nodes_of(node.get("publisher")):
            self.named_site(publisher, "json-ld publisher")
        keywords = [tag for value in strings(node.get("keywords")) for tag in _listed(value)]
        self._many("tags", keywords if len(keywords) <= _MOST_TAGS else [], "json-ld keywords")
        for key, name in _STORY_FACTS.items():
            for value in strings(node.get(key))[:1]:
                self._fact(name, value, f"json-ld {key}")
        self._many("images", strings(node.get("image")), "json-ld image")
        for image in nodes_of(node.get("image")):
            self._many("images", strings(image.get("url")), "json-ld image")

    def page(self, node: json_ld.Node) -> None:
        """Take the days of a JSON-LD node that describes the page."""
        for key in ("datePublished", "uploadDate"):
            self.stated["published"] += _members(node, key, _OF_PAGE)
        self.stated["modified"] += _members(node, "dateModified", _OF_PAGE)

    def item(self, item: HeadItem) -> None:
        """Take one statement of the markup."""
        if item.kind == "json-ld":
            self.every.append(("json-ld", item.value.strip()))
            return
        value = plain(item.value)
        if not value:
            return
        self.every.append((f"{item.kind} {item.name}".strip(), value))
        take = {"title": self._title, "link": self._link, "html": self._html, "time": self._time, "abbr": self._time}
        take.get(item.kind, self._named)(item, value)

    def _title(self, item: HeadItem, value: str) -> None:
        self.stated["titles"].append(Statement(value, "title", 0.5))

    def _link(self, item: HeadItem, value: str) -> None:
        if "canonical" in item.name.split():
            self._fact("canonical", value, "link canonical")

    def _html(self, item: HeadItem, value: str) -> None:
        self._fact("language", value, "html lang")

    def _time(self, item: HeadItem, value: str) -> None:
        """A moment of `<time>`, or of hAtom."""
        kind = item.name.lower()
        field = "modified" if "modif" in kind or "updat" in kind else "published"
        worth = 1.0 if kind.endswith(("published", "modified")) else 0.8 if kind.endswith("created") else 0.5
        name = f"<{item.kind} {item.name}>".replace(" >", ">")
        self.stated[field].append(Statement(value, name, worth, item.element, item.at))

    def _named(self, item: HeadItem, value: str) -> None:
        """A meta element, or an element with itemprop or property, by its name."""
        name = item.name.rpartition("schema:")[2] if item.name.startswith("schema:") else item.name
        field = _FIELD_OF.get(name, "") if item.kind == "meta" or name not in _OF_META else ""
        if item.kind == "value" and field not in _DAYS:  # some write it for «content»; what is no day may be anything
            return
        if name == "name" and item.element is not None and item.element.own & Zone.AUTHOR:
            self._state("authors", item, value, 1.0)
        if field in _STATED:
            self._state(field, item, value, _STATED[field][name])
        elif field in ("tags", "images"):
            self._many(field, _listed(value) if field == "tags" else [value], name)
        elif field:
            self._fact(field, value, name)

    def _state(self, field: str, item: HeadItem, value: str, worth: float) -> None:
        """Keep what an element states; the address of a writer's page is no name."""
        if field != "authors" or not value.startswith(("http", "www.")):
            self.stated[field].append(Statement(value, item.name, worth, item.element, item.at))


def _bounded(found: list[Statement]) -> tuple[Statement, ...]:
    """The statements that may be what their name says, up to the hundredth value; they are compared with every line."""
    values = list(dict.fromkeys(statement.value for statement in found if len(statement.value) <= _LONGEST))
    kept = frozenset(values[:_MOST])
    return tuple(statement for statement in found if statement.value in kept)


def _members(node: json_ld.Node, key: str, worth: float = 1.0) -> Iterator[Statement]:
    """What a member of a JSON-LD node states."""
    return (Statement(value, f"json-ld {key}", worth) for value in strings(node.get(key)))


def _listed(value: str) -> list[str]:
    return [squeeze(part) for part in re.split(r"[,،;|]", value) if part.strip()]


def _language(value: str | None) -> str | None:
    """The language alone, as BCP 47 has it: "ar_AR" and "ar-SA" are "ar"."""
    if not value:
        return None
    code = re.split(r"[-_,;\s]", value.strip().lower())[0]
    return code if 2 <= len(code) <= 3 and code.isalpha() else None
