"""What an input holds: it is told by its first bytes what it is, and the reader for that kind is asked for its records.

Compressed streams and archives are opened on the way, one inside another as deep as the limits allow.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO, NamedTuple, cast

from newscli.errors import DecodeError, InputError, KindError, NewsError
from newscli.model import Source
from newscli.read import STDIN, kinds
from newscli.read.decode import refuse_binary
from newscli.read.kinds import InputKind
from newscli.read.record import Found, Limits, Options, PassedOver, Record
from newscli.read.streams import COMPRESSED, Peeked, buffered, unpacked, whole


class Place(NamedTuple):
    """Where a stream comes from, and how it is read.

    In a folder or an archive (`inside`) what is no article is no error: `passed_over` is told the reason.
    `before` is set for a piece of a file: how many of its records or lines precede it.
    """

    path: str
    options: Options
    passed_over: PassedOver
    inside: bool = False
    depth: int = 0
    before: int | None = None

    @property
    def limits(self) -> Limits:
        """How much it may be."""
        return self.options.limits


Reader = Callable[[BinaryIO, Place], Found]

# What `--input-format` may say, and which kind of input that is. "text" and "html" are one article an input.
KINDS: dict[str, InputKind] = {
    "text": InputKind.ARTICLE, "html": InputKind.ARTICLE, "jsonl": InputKind.JSON_LINES, "json": InputKind.JSON,
    "csv": InputKind.CSV, "warc": InputKind.WARC, "mhtml": InputKind.MHTML, "mail": InputKind.MAIL,
    "feed": InputKind.FEED, "zip": InputKind.ZIP, "tar": InputKind.TAR,
}  # fmt: skip

# The readers by kind: module and function, loaded when they are needed.
_READERS: dict[InputKind, tuple[str, str]] = {
    InputKind.JSON: ("tables", "json_records"),
    InputKind.JSON_LINES: ("tables", "json_records"),
    InputKind.CSV: ("tables", "csv_records"),
    InputKind.WARC: ("warc", "records"),
    InputKind.MHTML: ("mail", "mhtml_records"),
    InputKind.MAIL: ("mail", "mail_records"),
    InputKind.FEED: ("feeds", "records"),
    InputKind.ZIP: ("archives", "zip_records"),
    InputKind.TAR: ("archives", "tar_records"),
}


def records(file: BinaryIO, place: Place) -> Found:
    """The records of a stream in order, and an error in the place of each that cannot be had. Never raises those."""
    try:
        yield from _records(file, place)
    except NewsError as error:
        error.path = error.path or place.path
        yield error


def _records(file: BinaryIO, place: Place) -> Found:
    stream = Peeked(file)
    head, rest = stream.head, buffered(stream)
    packed = kinds.signature(head)
    if packed in COMPRESSED and place.depth < place.limits.depth:
        inner = unpacked(rest, packed, place.path, place.limits)
        yield from _records(inner, place._replace(depth=place.depth + 1))
        return
    kind = KINDS[place.options.kind] if place.options.kind else kinds.sniff(head, _unsuffixed(place.path))
    if kind is InputKind.ARTICLE:
        yield from _article(rest, place)
    elif kind in _READERS and place.depth < place.limits.depth:
        yield from _reader(kind)(rest, place._replace(depth=place.depth + 1))
    elif place.inside:
        place.passed_over(kind.called)
    elif kind in _READERS or kind in COMPRESSED:
        raise InputError("is packed too many times over", path=place.path, advice="Unpack it first.")
    else:
        error = KindError if kinds.signature(head) is InputKind.ARTICLE else DecodeError
        raise error(f"is {kind.called}", path=place.path, advice=kind.advice_for(place.path))


def _reader(kind: InputKind) -> Reader:
    module, function = _READERS[kind]
    return cast("Reader", getattr(import_module(f"newscli.read.{module}"), function))


def _unsuffixed(path: str) -> str:
    """The name that supports the look at the content: that of what is packed."""
    return path.removesuffix(".gz").removesuffix(".bz2").removesuffix(".xz").removesuffix(".zst")


def _article(file: BinaryIO, place: Place) -> Found:
    data = whole(file, place.path, place.limits)
    if place.inside and (reason := _no_text(data)):
        place.passed_over(reason)
        return
    format = place.options.kind if place.options.kind in ("text", "html") else None
    yield Record(None if place.path == STDIN else place.path, data, format=format)


def _no_text(data: bytes) -> str | None:
    """Why a file of a folder or an archive is passed over, None if it is text."""
    if not data.strip():
        return "an empty file"
    try:
        refuse_binary(Source(data))
    except DecodeError:
        return "binary data"
    return None
