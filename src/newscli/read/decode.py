"""Bytes to text, and which rule chose the encoding.

Evidence beats declaration: Arabic pages name the wrong charset often, but text that is valid UTF-8 and not plain ASCII
is UTF-8, and the definite article stands in every Arabic text. So the rules are asked in this order, the first that
fits wins, and `Document.rule` says which: byte-order mark, UTF-16 pattern, valid UTF-8, UTF-8 with stray bytes,
a declared charset of another script, Arabic single-byte encodings, a declared Latin charset, the web's default.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from importlib import import_module
from sys import modules

from newscli.errors import DecodeError, UsageError
from newscli.model import Document, Source, SourceInfo
from newscli.read import kinds
from newscli.regex import regex

REPLACEMENT = "\ufffd"
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FORMATS = ("text", "html")

_HEAD = 65_536  # what is looked at where a look at everything would cost
_BINARY_ADVICE = "Give a text or HTML file; newscli does not read binary formats."
_CONTROLS = bytes({*range(0x09), *range(0x0E, 0x20)} - {0x1B})  # not tab, line ends, form feed; escape is in dumps
_BINARY_SHARE = 0.05  # controls among the bytes; evenly spread bytes have 0.10, text next to none
_LETTERS = bytes(range(0xC0, 0x100))  # of Arabic and of western European single-byte encodings
_STRAY_SHARE = 0.2  # replaced among the characters beyond ASCII; windows-1256 read as UTF-8 has over 0.9
_RUN_SHARE = 0.5  # high bytes in runs of three and more; western European text has next to none

_LATIN = {"iso8859-1", "iso8859-15", "cp1252", "ascii"}
_ARABIC = {"cp1256": "windows-1256", "iso8859-6": "iso-8859-6"}  # as Python calls them, as pages do
_OTHER_SCRIPTS = {
    *(f"cp125{n}" for n in "0134578"), *(f"iso8859-{n}" for n in (2, 3, 4, 5, 7, 8, 9, 10, 11, 13, 14, 16)),
    "koi8-r", "koi8-u", "cp866", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949",
}  # fmt: skip

_MARKED_LINES = 0.25  # lines with tags among those of a page without a frame
_TAG = regex(
    r"<(?:!doctype\s+html|!--|\?xml|/?(?:html|head|body|title|meta|link|script|style|div|p|span|a|img|br|h1|h2|h3|ul|li"
    r"|table|tr|td|article|section|header|main|strong|b)\b[^<>]*>)",
    re.IGNORECASE,
)
_FRAME = regex(r"<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)


def decode(source: Source, format: str | None = None) -> Document:
    """The text of a source, with the encoding's name, the rule that chose it, and the format ("text" or "html").

    No character is changed or dropped but the byte-order mark; bytes that fit no character become U+FFFD and the rule
    says so. `format` overrides the look at the content. Raises `DecodeError` for binary data, `KindError` for text that
    is not one article (unless `format` says what it is), `UsageError` for an unknown format.
    """
    _known(format)
    refuse_binary(source)
    text, encoding, rule = to_text(source)
    if format is None:
        kinds.refuse_text(text, source.path)
    return _document(source, text, encoding, rule, format)


def from_text(text: str, *, path: str | None = None, url: str | None = None, format: str | None = None) -> Document:
    """A document of text that somebody else decoded; size and hash are those of its UTF-8.

    Raises `KindError` and `UsageError` as `decode` does. Surrogates, as JSON and the file system bring them in, are no
    text: pairs are joined, lone ones become U+FFFD.
    """
    _known(format)
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if format is None:
        kinds.refuse_text(whole, path)
    source = Source(data=whole.encode(), path=path, url=url)
    return _document(source, whole.removeprefix("\ufeff"), "utf-8", "given as text", format)


def _known(format: str | None) -> None:
    if format is not None and format not in FORMATS:
        raise UsageError(f"unknown format {format!r}", advice=f"Known: {', '.join(FORMATS)}.")


def _document(source: Source, text: str, encoding: str, rule: str, format: str | None) -> Document:
    info = SourceInfo(
        path=source.path,
        format=format or ("html" if looks_like_html(text) else "text"),
        encoding=encoding,
        bytes=len(source.data),
        sha256=_sha256(openssl=len(source.data) > _HEAD or "_hashlib" in modules)(source.data).hexdigest(),
    )
    return Document(text=text, info=info, rule=rule, url=source.url)


@cache
def _sha256(*, openssl: bool) -> Any:
    """The hash function: Python's own for a small input; else OpenSSL's, fast but 3 ms to load."""
    for name in () if openssl else ("_sha2", "_sha256"):  # Python from 3.12 on, and 3.11
        try:
            return import_module(name).sha256
        except ImportError:
            continue
    return import_module("hashlib").sha256


def looks_like_html(text: str) -> bool:
    """Whether a text is markup: it opens with a tag, holds a page's frame, or is dense with tags HTML knows.

    >>> looks_like_html("<p>خبر</p>")
    True
    >>> looks_like_html("قال إن 3 < 5 وإن النسبة > 2")
    False
    """
    head = text[:_HEAD]
    if "<" not in head:
        return False
    if _TAG.match(head.lstrip()) or _FRAME.search(head):
        return True
    if sum(1 for _ in _TAG.finditer(head)) < 5:
        return False
    # Markup lays out most lines of a page; a browser's dump has stray tags in a few.
    lines = [line for line in head.splitlines() if line.strip()]
    return sum(1 for line in lines if _TAG.search(line)) >= _MARKED_LINES * len(lines)


def refuse_binary(source: Source) -> None:
    """Raise `DecodeError` for known binary formats and for bytes that hold too many control characters."""
    head = source.data[:_HEAD]
    kinds.refuse_bytes(source.data, source.path)
    if head.startswith(tuple(mark for mark, _ in kinds.BYTE_ORDER_MARKS)) or _utf16(head):
        return
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > len(head) * _BINARY_SHARE:
        raise DecodeError("is binary data, not text", path=source.path, advice=_BINARY_ADVICE)


def to_text(source: Source) -> tuple[str, str, str]:
    """The text of a source, the name of its encoding, and the rule that chose it."""
    data = source.data
    for mark, marked in kinds.BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], marked, f"byte-order mark of {marked}")
    if wide := _utf16(data[:_HEAD]):
        return _replacing(data, wide, f"every second byte is that of Arabic letters and spaces in {wide}")
    try:
        return data.decode(), "utf-8", "all bytes are plain ASCII" if data.isascii() else "all bytes are valid UTF-8"
    except UnicodeDecodeError:
        return _utf8_with_strays(data) or _single_byte(source)


def _replacing(data: bytes, encoding: str, rule: str) -> tuple[str, str, str]:
    """The decoded text; the rule tells how many characters had to be replaced, if any."""
    try:
        return data.decode(encoding), encoding, rule
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, encoding, f"{rule}; {text.count(REPLACEMENT)} broken characters are replaced by U+FFFD"


def _utf16(head: bytes) -> str | None:
    """UTF-16 without a mark: one byte of each pair is 06 (the Arabic block) or 00 (Latin-1, where the space is)."""
    if len(head) < 4 or (b"\x06" not in head and b"\x00" not in head):
        return None
    for encoding, high, low in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        fitting = high.count(b"\x06") + high.count(b"\x00")
        if fitting >= 0.8 * len(high) and low.count(b"\x00") <= 0.1 * len(low):
            return encoding
    return None


def _utf8_with_strays(data: bytes) -> tuple[str, str, str] | None:
    """UTF-8 with a few broken characters: cut off at the end, or a piece in another encoding pasted in."""
    text = data.decode("utf-8", "replace")
    strays = text.count(REPLACEMENT)
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if strays > beyond_ascii * _STRAY_SHARE:
        return None
    return text, "utf-8", f"nearly all bytes are valid UTF-8; {strays} broken characters are replaced by U+FFFD"


def _single_byte(source: Source) -> tuple[str, str, str]:
    """What is not UTF: the declaration counts unless it is a Latin one over Arabic bytes."""
    data = source.data
    declared, by = _declared(source)
    codec = _codec(declared)
    if codec in _OTHER_SCRIPTS:
        return _replacing(data, codec, f"{by} declares {declared}")
    if _in_runs(data):
        encoding = _of_two(data, _ARABIC.get(codec))
        if encoding == _ARABIC.get(codec):
            return _replacing(data, encoding, f"{by} declares {declared}, and the bytes read as Arabic in it")
        lie = f" ({by} declares {declared})" if declared else ""
        return _replacing(data, encoding, f"the bytes are no UTF-8, and read as Arabic in {encoding}{lie}")
    if codec in _ARABIC:
        return _replacing(data, _ARABIC[codec], f"{by} declares {declared}")
    if codec in _LATIN:
        return _replacing(data, "windows-1252", f"{by} declares {declared}, and the bytes do not read as Arabic")
    return _replacing(data, "windows-1252", "no UTF-8, nothing usable declared, not Arabic: the web's default")


def _declared(source: Source) -> tuple[str | None, str]:
    """The charset's name as HTTP, or else the markup's head, tells it; and who tells it."""
    if source.charset:
        return source.charset, "HTTP"
    for tag in re.findall(rb"(?i)<(?:meta|\?xml)([^<>]*+)", source.data[:4096]):
        if found := re.search(rb"""(?i)(?:charset|encoding)\s*+=\s*+["']?\s*+([\w.:-]++)""", tag):
            return found[1].decode("ascii", "replace"), "the page"
    return None, ""


def _codec(name: str | None) -> str:
    """Python's name of an encoding, empty for unknown ones (so that no codec that is no charset is ever run)."""
    try:
        return codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return ""


def _in_runs(data: bytes) -> bool:
    """Whether the bytes read as Arabic words in an Arabic single-byte encoding.

    Its letters are the bytes from C0 on and stand in runs, where western European letters stand alone between ASCII
    ones.
    """
    sample = data[: 16 * _HEAD]
    high = len(sample) - len(sample.translate(None, _LETTERS))
    runs = len(b"".join(re.findall(rb"[\xc0-\xff]{3,}", sample)))
    return high > 0 and runs >= high * _RUN_SHARE


def _of_two(data: bytes, declared: str | None) -> str:
    """Which of the two Arabic encodings it is: the definite article tells, else what is declared.

    It is the most frequent pair of letters in Arabic: alef is C7 in both, lam E1 in windows-1256 and E4 in ISO-8859-6.
    """
    windows, iso = data.count(b"\xc7\xe1"), data.count(b"\xc7\xe4")
    if windows == iso:
        return declared or "windows-1256"
    return "windows-1256" if windows > iso else "iso-8859-6"
