"""Records out of mail: one message (.eml), a box of messages (mbox), and pages that browsers save as mail (MHTML)."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import BinaryIO

from newscli.errors import KindError
from newscli.read.containers import Place
from newscli.read.record import Found, Record
from newscli.read.streams import lines, whole

_NO_PART = "Save its text or its page as a file of its own and give that."


def mhtml_records(file: BinaryIO, place: Place) -> Found:
    """The page of an MHTML file: its first HTML part, under the address from which it was saved."""
    message = _message(whole(file, place.path, place.limits))
    part = _part(message, "html")
    if part is None:
        yield KindError("holds no page", path=place.path, advice=_NO_PART)
        return
    address = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
    yield _record(part, place.path, url=address or _header(message, "Content-Location"))


def mail_records(file: BinaryIO, place: Place) -> Found:
    """The article of each message: its HTML, or else its text under the subject. The message's day counts if the
    article has none.
    """
    for number, data in enumerate(_messages(file, place), 1):
        boxed = data.startswith(b"From ")
        message = _message(data.partition(b"\n")[2] if boxed else data)
        name = f"{place.path}#{number}" if boxed else place.path
        part = _part(message, "html") or _part(message, "plain")
        if part is None:
            yield KindError("is a mail without text", path=name, advice=_NO_PART)
            continue
        subject = _header(message, "Subject") if part.get_content_subtype() == "plain" else None
        yield _record(part, name, title=subject, date=_header(message, "Date"))


def _messages(file: BinaryIO, place: Place) -> Iterator[bytes]:
    """The bytes of each message; a line `From ` behind an empty one begins the next one of a box."""
    pieces: list[bytes] = []
    blank = False
    boxed: bool | None = None
    for _, line in lines(file, place.path, place.limits):
        if not isinstance(line, bytes):
            continue  # a line that no mail has
        boxed = line.startswith(b"From ") if boxed is None else boxed
        if boxed and blank and line.startswith(b"From "):
            yield b"".join(pieces)
            pieces = []
        pieces.append(line)
        blank = not line.strip()
    yield b"".join(pieces)


def _message(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def _part(message: EmailMessage, subtype: str) -> EmailMessage | None:
    for part in message.walk():
        if part.get_content_type() == f"text/{subtype}" and part.get_content_disposition() != "attachment":
            return part
    return None


def _record(
    part: EmailMessage, name: str, *, url: str | None = None, title: str | None = None, date: str | None = None
) -> Record:
    """The record of a part: its bytes as they were before the mail's encoding, and the charset that the mail tells."""
    data = part.get_payload(decode=True)
    content = data if isinstance(data, bytes) else b""
    format = "html" if part.get_content_subtype() == "html" else "text"
    return Record(name, content, url=url, charset=part.get_content_charset(), format=format, title=title, date=date)


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's value as text on one line; None where there is none, or none that can be read."""
    try:
        value = message[name]
    except (OverflowError, ValueError, LookupError):  # of Python's email package: a day of the year 10 ** 19
        return None
    return " ".join(str(value).split()) or None if value is not None else None
