"""Articles in all that newscli takes apart: web archives, mail, saved pages, feeds, tables, archives, compressed."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable

_MAIL = (
    b"From a@b Sat Jan 1 00:00:00 2020\nFrom: a@b.c\nSubject: =?utf-8?b?2YXYsdit2KjYpw==?=\nMIME-Version: 1.0\n"
    b'Date: Sat, 01 Jan 2020 00:00:00 +0000\nContent-Type: multipart/alternative; boundary="x"\n\n--x\n'
    b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n%b\n--x\n"
    b"Content-Type: text/html; charset=windows-1256\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C7=E1</p>"
    b"\n--x--\n"
)
_MHTML = (
    b"From: <Saved by Blink>\nSnapshot-Content-Location: http://a.b/\nSubject: x\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="--B"\n\n----B\nContent-Type: text/html\n'
    b"Content-Transfer-Encoding: quoted-printable\nContent-Location: http://a.b/\n\n%b\n----B--\n"
)
_FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>x</title><item><title>y</title><link>http://a.b/c</link><description>d</description>"
    "<pubDate>Sat, 01 Jan 2020 00:00:00 GMT</pubDate><content:encoded><![CDATA[{}]]></content:encoded></item>"
    "</channel></rss>"
)
_RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n%b"
_WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://a.b/c\r\n"
    b"WARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    b"%b\r\n\r\n"
)


def _warc(page: bytes) -> bytes:
    response = _RESPONSE % page
    return _WARC % (len(response), response) * 2


def _zip(page: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("a.html"), page)
        archive.writestr(zipfile.ZipInfo("b/c.txt"), page[:50])
    return out.getvalue()


def _tar(page: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("a.html")
        member.size = len(page)
        archive.addfile(member, io.BytesIO(page))
    return out.getvalue()


def _read(page: bytes) -> str:
    return page.decode("utf-8", "replace")


FORMS: tuple[Callable[[bytes], bytes], ...] = (
    _warc,
    _zip,
    _tar,
    lambda page: _MAIL % base64.encodebytes(page),
    lambda page: _MHTML % page,
    lambda page: _FEED.format(_read(page)).encode(),
    lambda page: b"\n".join(json.dumps({"id": n, "html": _read(page)}, ensure_ascii=bool(n)).encode() for n in (0, 1)),
    lambda page: json.dumps([{"text": _read(page)}, {"title": "x", "body": "y", "date": "2020-01-01"}]).encode(),
    lambda page: b'id,text,url\n1,"' + page.replace(b'"', b'""') + b'",http://a.b\n2,x;y,z\n',
)
PACKERS: tuple[Callable[[bytes], bytes], ...] = (
    *[bytes] * 6, lambda data: gzip.compress(data, mtime=0), bz2.compress, lzma.compress,
)  # fmt: skip


def packed(page: bytes, mutate: Callable[[bytes], bytes], chance: random.Random) -> bytes:
    """A page in one of the forms, perhaps compressed; mutated before that or after."""
    form, packer = chance.choice(FORMS), chance.choice(PACKERS)
    if chance.random() < 0.5:
        return packer(mutate(form(page)))
    return mutate(packer(form(page)))
