"""ninjs 3.1, the news in JSON of the IPTC (https://iptc.org/standards/ninjs/): one item a line, or a file.

ninjs wants date and time with an offset; a day alone, which many pages give, is told in `edNote` and never filled up.
"""

from __future__ import annotations

import re

from newscli.export.entry import Entry, entry
from newscli.export.format import Format, Row
from newscli.export.json import lines_of
from newscli.export.web import address
from newscli.model import CreditRole

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)")


def item(row: Row) -> dict[str, object]:
    """The article as a ninjs item; what is not known has no key."""
    one = entry(row)
    values: dict[str, object] = {
        "uri": address(one),
        "type": "text",
        "representationType": "full" if one.body else "partial",
        "contentCreated": _moment(one.published),
        "versionCreated": _moment(one.modified),
        "language": one.language,
        "title": one.title,
        "headlines": _headlines(one),
        "bodies": _bodies(one),
        "by": one.byline.text or "، ".join(one.authors) if one.byline else None,
        "people": [{"name": name, "rel": "author"} for name in one.authors],
        "located": "، ".join(one.places),
        "places": [{"name": name, "rel": "dateline"} for name in one.places],
        "infoSources": _sources(one),
        "subjects": [{"name": tag} for tag in one.tags],
        "renditions": [{"name": f"image-{n}", "href": href} for n, href in enumerate(one.images, 1) if "://" in href],
        "usageTerms": one.disclaimer,
        "edNote": _note(one),
        "altIds": [{"role": "sha256", "value": one.source.sha256}] if one.source else None,
        "standard": _STANDARD,
    }
    return {name: value for name, value in values.items() if value}


def _moment(value: str | None) -> str | None:
    """A date and time as RFC 3339 wants it, seconds and all; None if the page gives less."""
    if value is None or not _MOMENT.fullmatch(value):
        return None
    return value if value[16:17] == ":" else f"{value[:16]}:00{value[16:]}"


def _headlines(one: Entry) -> list[dict[str, str]]:
    lines = (("main", one.title), ("kicker", one.kicker), ("subtitle", one.subtitle))
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in lines if value]


def _bodies(one: Entry) -> list[dict[str, object]]:
    if not one.body:
        return []
    counts = {"charCount": len(one.body), "wordCount": len(one.body.split())}
    return [{"role": "main", "contentType": "text/plain", **counts, "value": one.body}]


def _sources(one: Entry) -> list[dict[str, str]]:
    credits = [credit for credit in one.attribution if credit.role is not CreditRole.AUTHOR]
    return [{"name": credit.name, "role": credit.role.value, **_uri(credit.url)} for credit in credits]


def _uri(value: str | None) -> dict[str, str]:
    """The key of a link, for what is an address: pages link to paths and scripts as well."""
    is_one = value is not None and value.isascii() and value.startswith(("http://", "https://")) and " " not in value
    return {"uri": value} if value and is_one else {}


def _note(one: Entry) -> str:
    known = (("published", one.published), ("modified", one.modified), ("section", one.section))
    told = [f"{name}: {value}" for name, value in known if value and not _moment(value)]
    return "; ".join(told)


FORMAT = Format("ninjs", "ninjs 3.1 of the IPTC, one item a line", (".ninjs.json", ".ninjs"), rendering=lines_of(item))
