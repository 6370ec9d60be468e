"""A record: one article-to-be as it was found in an input, and what an input gives besides records.

An input is a file or a stream; it holds one record (a page, a text) or many (JSON Lines, a table, a web archive, a
feed, an archive of files). Whatever it is, reading it gives records and, where one of them cannot be had, the error
in its place: one bad record costs one record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from newscli.errors import NewsError
from newscli.read import files

Row = dict[str, object]  # an article as the JSON contract's object


class Record(Struct, frozen=True):
    """One article-to-be. `name` is the input's path and what tells the record inside it: `pages.jsonl#17`.

    `content` is bytes of any encoding, text, or an article that newscli exported before. `format` ("text", "html") is
    what the record's own key or header says it is; `charset` what HTTP or mail says; `title` and `date` what the
    container says of an article that does not say it itself; `offset` where it begins in an unpacked web archive, in
    bytes.
    """

    name: str | None
    content: bytes | str | Row
    url: str | None = None
    charset: str | None = None
    format: str | None = None
    title: str | None = None
    date: str | None = None
    offset: int | None = None


Found = Iterator[Record | NewsError]
PassedOver = Callable[[str], None]  # is told why something in a folder or an archive was not read


class Keys(Struct, frozen=True):
    """Under which names a JSON object or a table's row holds what makes a record; the first that is there counts."""

    html: tuple[str, ...] = ("html", "raw_html", "page")
    text: tuple[str, ...] = ("text", "body", "content", "النص", "نص", "المحتوى")
    url: tuple[str, ...] = ("url", "link", "الرابط", "رابط")
    id: tuple[str, ...] = ("id", "guid")
    date: tuple[str, ...] = ("date", "published", "published_at", "pubdate", "التاريخ", "تاريخ")
    title: tuple[str, ...] = ("title", "headline", "العنوان", "عنوان")


class Limits(Struct, frozen=True):
    """How much an input may be before it counts as a mistake or an attack. Sizes in bytes."""

    record: int = files.LIMIT  # one article
    free: int = 64 << 20  # what a compressed input may always unpack to
    ratio: int = 200  # beyond it: how many times its own size; pages have 4 to 30, repeated ones 100
    depth: int = 3  # containers inside containers
    count: int = 1_000_000  # members of one archive


class Options(Struct, frozen=True):
    """How inputs are read. `kind` says what they are, whatever they look like: see `read.containers.KINDS`. With
    `arabic`, pages of web archives that cannot be Arabic are passed over.
    """

    kind: str | None = None
    keys: Keys = Keys()
    limits: Limits = Limits()
    arabic: bool = False
