"""Records out of WARC (ISO 28500): the responses that are pages, as the crawler got them. Needs the extra `warc`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from newscli.errors import InputError, NewsError
from newscli.model import Source
from newscli.read.containers import Place
from newscli.read.record import Found, Record
from newscli.read.script import can_be_arabic
from newscli.read.streams import too_large

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_AGAIN = "The records before it were read; fetch the archive again for the others."
_INSTALL = "Install it: pip install 'newscli[warc]'"


def records(file: BinaryIO, place: Place) -> Found:
    """The pages of a web archive: responses of status 200 that are HTML or text, and resource records of these types.

    The URL is the record's, the charset that of HTTP, the date the day of the crawl's (which is no day of publication
    and is not handed on).
    """
    number = place.before or 0
    try:
        for entry in entries(cast("BinaryIO", _Told(file)), auto_decode="all"):
            number += 1
            yield from _of_entry(entry, f"{place.path}#{number}", place)
    except NewsError as error:
        error.path = error.path or place.path
        yield error
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # the library's errors have no common class, and its panics are no Exceptions
        yield InputError(f"is a damaged WARC ({error})", path=f"{place.path}#{number + 1}", advice=_AGAIN)


def entries(file: BinaryIO, **how: Any) -> Iterator[Any]:
    """The entries of an archive that may be pages. Raises `InputError` where fastwarc is not installed."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise InputError("needs the package fastwarc to be read", advice=_INSTALL) from None
    yield from ArchiveIterator(file, record_types=WarcRecordType.response | WarcRecordType.resource, **how)


class _Told:
    """A stream that says how far it was read: fastwarc asks, and pipes and unpacked streams do not know."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._file.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at


def _of_entry(entry: Any, name: str, place: Place) -> Found:
    http = entry.http_headers
    status = http.status_code if http is not None else 200
    media = (entry.http_content_type or entry.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if status != 200:
        place.passed_over(f"a response of status {status}")
    elif media not in _PAGES:
        place.passed_over(f"a response of type {media or 'unknown'}")
    elif entry.content_length > place.limits.record:
        yield too_large(name, place.limits)
    else:
        data = entry.reader.read(place.limits.record + 1)
        encoded = http is not None and (http.get("Content-Encoding") or http.get("Transfer-Encoding"))
        if len(data) < entry.content_length and not encoded:
            yield InputError("is cut off", path=name, advice=_AGAIN)
        elif place.options.arabic and not can_be_arabic(Source(data, charset=entry.http_charset)):
            place.passed_over("a page that cannot be Arabic")
        else:
            address = entry.headers.get("WARC-Target-URI")
            yield Record(name, data, url=address, charset=entry.http_charset, offset=entry.stream_pos)
