"""JSON Lines: one article a line, compact, UTF-8, keys in the contract's order."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newscli.model import Article


def line(article: Article, *, blocks: bool = False) -> bytes:
    """The article as one line of JSON, its line feed included; with `blocks`, the classified source as well."""
    return article.to_json(blocks=blocks).encode() + b"\n"
