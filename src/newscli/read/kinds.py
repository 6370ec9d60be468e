"""What an input is, told by its content; and the refusal of what is not one article.

Mail, feeds, JSON, tables and archives hold many articles, or one wrapped in something else: read as text they would
give garbage in silence. Only the head of an input is looked at. A name («x.csv») can support a doubtful content, never
decide.
"""

from __future__ import annotations

import codecs
import re
from enum import Enum

from newscli.errors import DecodeError, KindError, pasted
from newscli.read import shapes
from newscli.regex import regex

_HEAD = 65_536  # bytes or characters that are looked at
_UNPACK = "Unpack it first and give the text or HTML file inside."
_AS_TEXT = "Save it as plain text or HTML and give that."
_PICTURE = "Recognise its text first (for example with tesseract -l ara) and give the result."
_NO_TEXT = "Give a text or HTML file."
_ONE_OUT = "Take the text or the HTML of one article out of it and give that."
_EACH = "Read each of its articles: newscli export FILE"


class InputKind(Enum):
    """What an input is: how it is called in a message, and what to do with it. None for text and HTML."""

    ARTICLE = ("text or HTML", "")
    PDF = ("a PDF document, not text", "Turn it into text first: pdftotext FILE - | newscli parse -")
    WORD = ("a Word document, not text", _AS_TEXT)
    OFFICE = ("an office document, not text", _AS_TEXT)
    EBOOK = ("an e-book, not text", _AS_TEXT)
    RTF = ("an RTF document, not text", _AS_TEXT)
    POSTSCRIPT = ("a PostScript document, not text", "Turn it into text first: ps2ascii FILE | newscli parse -")
    ZIP = ("a zip archive, not text", _EACH)
    GZIP = ("compressed with gzip, not text", "Unpack it on the way: gzip -dc FILE | newscli parse -")
    BZIP2 = ("compressed with bzip2, not text", "Unpack it on the way: bzip2 -dc FILE | newscli parse -")
    XZ = ("compressed with xz, not text", "Unpack it on the way: xz -dc FILE | newscli parse -")
    ZSTD = ("compressed with zstd, not text", "Unpack it on the way: zstd -dc FILE | newscli parse -")
    LZ4 = ("compressed with lz4, not text", "Unpack it on the way: lz4 -dc FILE | newscli parse -")
    SEVEN_ZIP = ("a 7z archive, not text", _UNPACK)
    RAR = ("a RAR archive, not text", _UNPACK)
    TAR = ("a tar archive, not text", _EACH)
    ARCHIVE = ("an archive, not text", _UNPACK)
    PNG = ("a PNG image, not text", _PICTURE)
    JPEG = ("a JPEG image, not text", _PICTURE)
    GIF = ("a GIF image, not text", _PICTURE)
    IMAGE = ("an image, not text", _PICTURE)
    MEDIA = ("a sound or a film, not text", _NO_TEXT)
    DATABASE = ("a database, not text", "Write the article's text or HTML out of it and give that.")
    PROGRAM = ("a program, not text", _NO_TEXT)
    WEBARCHIVE = ("a web archive of Safari, not a page", "Save the page as HTML (page source) and give that.")
    MHTML = ("a web page saved as MHTML, not HTML", _EACH)
    MAIL = ("a mail, not an article", _EACH)
    ENCODED = ("text in an encoding for mail (quoted-printable or base64)", "Decode it first and give the result.")
    WARC = ("a WARC archive of many pages", _EACH)
    FEED = ("a feed (RSS or Atom), which holds many articles", _EACH)
    SITEMAP = ("a list of addresses in XML, not an article", "Give the pages that it lists.")
    SUBTITLES = ("subtitles of a film, not an article", _NO_TEXT)
    CALENDAR = ("a calendar, not an article", _NO_TEXT)
    CONTACTS = ("a list of contacts, not an article", _NO_TEXT)
    LATEX = ("a LaTeX document, not text", _AS_TEXT)
    XML = ("a document in XML that is no page", _ONE_OUT)
    JSON = ("JSON, not an article", _EACH)
    JSON_LINES = ("JSON Lines, a record a line, not one article", _EACH)
    CSV = ("a table (CSV), not one article", _EACH)

    @property
    def called(self) -> str:
        """How a message calls it."""
        return self.value[0]

    @property
    def advice(self) -> str:
        """What to do with it."""
        return self.value[1]

    def advice_for(self, path: str | None) -> str:
        """What to do with it, as a call that can be pasted where the input has a path.

        >>> InputKind.ZIP.advice_for("صفحات.zip"), InputKind.ZIP.advice_for(None)
        ("Read each of its articles: newscli export 'صفحات.zip'", 'Read each of its articles: newscli export FILE')
        """
        return self.advice.replace("FILE", pasted(path)) if path else self.advice


_SIGNATURES: tuple[tuple[bytes, InputKind], ...] = (
    (b"%PDF-", InputKind.PDF),
    (b"%!PS", InputKind.POSTSCRIPT),
    (b"\xd0\xcf\x11\xe0", InputKind.OFFICE),
    (b"{\\rtf", InputKind.RTF),
    (b"\x1f\x8b", InputKind.GZIP),
    (b"BZh", InputKind.BZIP2),
    (b"\xfd7zXZ\x00", InputKind.XZ),
    (b"\x28\xb5\x2f\xfd", InputKind.ZSTD),
    (b"\x04\x22\x4d\x18", InputKind.LZ4),
    (b"LZIP\x01", InputKind.ARCHIVE),
    (b"\x1f\x9d", InputKind.ARCHIVE),
    (b"!<arch>\n", InputKind.ARCHIVE),
    (b"MSCF\x00\x00", InputKind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", InputKind.SEVEN_ZIP),
    (b"Rar!\x1a\x07", InputKind.RAR),
    (b"\x89PNG\r\n", InputKind.PNG),
    (b"\xff\xd8\xff", InputKind.JPEG),
    (b"GIF87a", InputKind.GIF),
    (b"GIF89a", InputKind.GIF),
    (b"II*\x00", InputKind.IMAGE),
    (b"MM\x00*", InputKind.IMAGE),
    (b"8BPS\x00", InputKind.IMAGE),
    (b"AT&TFORM", InputKind.IMAGE),
    (b"\x00\x00\x01\x00", InputKind.IMAGE),
    (b"OggS\x00", InputKind.MEDIA),
    (b"ID3\x03", InputKind.MEDIA),
    (b"ID3\x04", InputKind.MEDIA),
    (b"fLaC\x00", InputKind.MEDIA),
    (b"\x1a\x45\xdf\xa3", InputKind.MEDIA),
    (b"SQLite format 3\x00", InputKind.DATABASE),
    (b"PAR1", InputKind.DATABASE),
    (b"\x7fELF", InputKind.PROGRAM),
    (b"bplist00", InputKind.WEBARCHIVE),
)
# Names of parts that stand in the head of a zip archive which is a document.
_ZIPPED: tuple[tuple[bytes, InputKind], ...] = (
    (b"application/epub+zip", InputKind.EBOOK),
    (b"application/vnd.oasis", InputKind.OFFICE),
    (b"word/", InputKind.WORD),
    (b"xl/", InputKind.OFFICE),
    (b"ppt/", InputKind.OFFICE),
)
BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OPENINGS: tuple[tuple[re.Pattern[str], InputKind], ...] = (  # of formats that are text
    (regex(r"WARC/|filedesc://"), InputKind.WARC),
    (regex(r"WEBVTT(?:\s|$)|\[Script Info\]|(?:\d+\s{1,3})?\d\d:\d\d:\d\d[,.]\d{3} --> "), InputKind.SUBTITLES),
    (regex(r"BEGIN:VCALENDAR\s"), InputKind.CALENDAR),
    (regex(r"BEGIN:VCARD\s"), InputKind.CONTACTS),
    (regex(r"\\documentclass\b"), InputKind.LATEX),
)
_XML_ROOTS = {
    "rss": InputKind.FEED, "feed": InputKind.FEED, "rdf": InputKind.FEED, "channel": InputKind.FEED,
    "urlset": InputKind.SITEMAP, "sitemapindex": InputKind.SITEMAP, "opml": InputKind.SITEMAP,
    "svg": InputKind.IMAGE, "plist": InputKind.WEBARCHIVE, "mediawiki": InputKind.XML, "worddocument": InputKind.WORD,
    "newsmessage": InputKind.XML, "newsml": InputKind.XML, "newsitem": InputKind.XML, "package": InputKind.WORD,
}  # fmt: skip


def sniff(data: bytes, path: str | None = None) -> InputKind:
    """What the bytes of an input are; the first 64 KiB will do.

    >>> sniff(b"%PDF-1.7"), sniff("خبر عن الميناء".encode())
    (<InputKind.PDF: ('a PDF document, not text', 'Turn it into text first: pdftotext FILE - | newscli parse -')>, \
<InputKind.ARTICLE: ('text or HTML', '')>)
    """
    kind = signature(data)
    return sniff_text(_head_of(data), path, whole=len(data) < _HEAD) if kind is InputKind.ARTICLE else kind


def signature(data: bytes) -> InputKind:
    """What the first bytes say: a binary format, or (`ARTICLE`) nothing."""
    for start, kind in _SIGNATURES:
        if data.startswith(start):
            return kind
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        head = data[:_HEAD]
        return next((kind for name, kind in _ZIPPED if name in head), InputKind.ZIP)
    if data[257:262] == b"ustar":
        return InputKind.TAR
    return _in_a_container(data[:16])


def _in_a_container(head: bytes) -> InputKind:
    """Formats whose name stands behind a length."""
    if head[4:8] == b"ftyp":
        return InputKind.IMAGE if head[8:12] in (b"heic", b"heix", b"mif1", b"avif") else InputKind.MEDIA
    if head.startswith(b"RIFF") and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return InputKind.IMAGE if head[8:12] == b"WEBP" else InputKind.MEDIA
    if head.startswith(b"BM") and head[6:10] == b"\x00\x00\x00\x00":
        return InputKind.IMAGE
    return InputKind.ARTICLE


def sniff_text(text: str, path: str | None = None, *, whole: bool = True) -> InputKind:
    """What a decoded text is; `whole` is False for the head of one.

    >>> sniff_text('{"title": "خبر", "html": "<p>نص"}').name
    'JSON'
    >>> sniff_text("{خبر عاجل} أعلنت البلدية، أمس، فتح الجسر").name
    'ARTICLE'
    """
    head = text[:_HEAD].lstrip("\ufeff \t\r\n\x0b\x0c")
    suffix = (path or "").lower().rpartition(".")[2]
    whole = whole and len(text) <= _HEAD
    for opening, kind in _OPENINGS:
        if opening.match(head):
            return kind
    if head.startswith("<"):
        return _XML_ROOTS.get(shapes.root(head), InputKind.ARTICLE)
    if found := shapes.mail(head, likely=suffix in ("eml", "mbox", "mht", "mhtml", "msg")):
        return InputKind.MHTML if found == "related" else InputKind.MAIL
    if shapes.transfer_encoded(head):
        return InputKind.ENCODED
    if values := shapes.json_values(head, whole=whole):
        return InputKind.JSON_LINES if values > 1 else InputKind.JSON
    return (
        InputKind.CSV if shapes.table(head, whole=whole, likely=suffix in ("csv", "tsv", "tab")) else InputKind.ARTICLE
    )


def refuse_bytes(data: bytes, path: str | None = None) -> None:
    """Raise `DecodeError` for a known format that is no text."""
    _refuse(signature(data), path, DecodeError)


def refuse_text(text: str, path: str | None = None) -> None:
    """Raise `KindError` for text that is not one article, such as mail, feeds, JSON and tables."""
    _refuse(sniff_text(text, path), path, KindError)


def _refuse(kind: InputKind, path: str | None, error: type[DecodeError] | type[KindError]) -> None:
    if kind is not InputKind.ARTICLE:
        raise error(f"is {kind.called}", path=path, advice=kind.advice_for(path))


def _head_of(data: bytes) -> str:
    """The head of the input as text; what does not decode matters little, structure is ASCII."""
    head = data[:_HEAD]
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    if head[1:2] == b"\x00":
        return head.decode("utf-16-le", "replace")
    return head.decode("utf-16-be" if head[:1] == b"\x00" else "utf-8", "replace")
