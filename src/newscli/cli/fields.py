"""One field of an article as plain text, for shell scripts."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newscli.model import Article, Credit

_SHORT = {  # what is asked for most, without the name of the field it stands in
    "authors": "byline.authors",
    "places": "dateline.places",
    "sources": "dateline.sources",
    "origin": "attribution.origin",
    "agency": "attribution.agency",
}
_OBJECTS = ("dateline", "byline", "source")


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


def lines(article: Article, name: str) -> list[str]:
    """The lines of one field; none if it is unknown in this article.

    A dateline or byline is its text, a list gives a line for each item, a credit is its role and name with a tab
    between, or the name alone where one role is asked for (`attribution.origin`).
    """
    outer, _, inner = _SHORT.get(name, name).partition(".")
    value = getattr(article, outer)
    if outer == "attribution":
        return [_credit(credit, inner) for credit in value if inner in ("", credit.role)]
    if value is not None and outer in _OBJECTS:
        value = getattr(value, inner or "text")
    if value is None or value == "":
        return []
    return [str(item) for item in value] if isinstance(value, tuple) else str(value).split("\n")


def _credit(credit: Credit, role: str) -> str:
    return credit.name if role else f"{credit.role}\t{credit.name}"
