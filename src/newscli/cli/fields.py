"""Fields of an article as plain text, for shell scripts."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newscli.model import Article

_SHORT = {  # what is asked for most, without the name of the field it stands in
    "authors": "byline.authors",
    "places": "dateline.places",
    "sources": "dateline.sources",
    "origin": "attribution.origin",
    "agency": "attribution.agency",
}
_OBJECTS = ("dateline", "byline", "source")
_BETWEEN = "; "  # two items of a list that share a cell


def names() -> tuple[str, ...]:
    """Every field that can be asked for."""
    from newscli.model import JSON_FIELDS, Byline, CreditRole, Dateline, SourceInfo

    objects = zip(_OBJECTS, (Dateline, Byline, SourceInfo), strict=True)
    return (
        *(name for name in JSON_FIELDS if name not in ("schema", "source")),
        *(f"{outer}.{inner}" for outer, struct in objects for inner in struct.__struct_fields__),
        *(f"attribution.{role}" for role in CreditRole),
        *_SHORT,
    )


def root(name: str) -> str:
    """The field of the contract in which this one stands: byline for authors or byline.authors."""
    return _SHORT.get(name, name).partition(".")[0]


def lines(article: Article, name: str) -> list[str]:
    """The lines of one field; a single empty one if it is unknown in this article.

    A dateline or byline is its text, a list gives a line for each item, a credit is its role and name with a tab
    between, or the name alone where one role is asked for (`attribution.origin`).
    """
    return [line for item in _items(article, name) for line in "\t".join(item).split("\n")] or [""]


def row(article: Article, chosen: list[str]) -> str:
    """One line for an article, a cell for each field: white space folded, the items of a list apart by `; `."""
    return "\t".join(
        _BETWEEN.join(" ".join(" ".join(item).split()) for item in _items(article, name)) for name in chosen
    )


def _items(article: Article, name: str) -> list[tuple[str, ...]]:
    """The items of a field; a credit's role and name are two parts of one item."""
    outer, _, inner = _SHORT.get(name, name).partition(".")
    value = getattr(article, outer)
    if outer == "attribution":
        found = [credit for credit in value if inner in ("", credit.role)]
        return [(credit.name,) if inner else (credit.role, credit.name) for credit in found]
    if value is not None and outer in _OBJECTS:
        value = getattr(value, inner or "text")
    if value is None or value == "":
        return []
    return [(str(item),) for item in (value if isinstance(value, tuple) else [value])]
