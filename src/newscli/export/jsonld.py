"""JSON-LD: each article as schema.org's NewsArticle, one a line, or a file."""

from __future__ import annotations

from newscli.export.entry import Entry, entry
from newscli.export.format import Format, Row
from newscli.export.json import lines_of
from newscli.export.web import address


def article(row: Row) -> dict[str, object]:
    """The article as a NewsArticle; what is not known has no key."""
    one = entry(row)
    values: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address(one),
        "url": one.url,
        "headline": one.title,
        "alternativeHeadline": one.subtitle,
        "datePublished": one.published,
        "dateModified": one.modified,
        "author": [{"@type": "Person", "name": name} for name in one.authors],
        "dateline": one.dateline.text if one.dateline else None,
        "locationCreated": [{"@type": "Place", "name": name} for name in one.places],
        "articleSection": one.section,
        "articleBody": one.body,
        "keywords": list(one.tags),
        "inLanguage": one.language,
        "image": list(one.images),
        "publisher": _organisation(one.site),
        "sourceOrganization": [_organisation(name) for name in one.agencies],
        "usageInfo": one.disclaimer,
        "identifier": _identifier(one),
    }
    return {name: value for name, value in values.items() if value}


def _organisation(name: str | None) -> dict[str, str] | None:
    return {"@type": "NewsMediaOrganization", "name": name} if name else None


def _identifier(one: Entry) -> dict[str, str] | None:
    if one.source is None:
        return None
    return {"@type": "PropertyValue", "propertyID": "sha256", "value": one.source.sha256}


FORMAT = Format("jsonld", "schema.org's NewsArticle, one a line", (".jsonld",), rendering=lines_of(article))
