"""Addresses of articles, for formats that must have one."""

from __future__ import annotations

from urllib.parse import quote

from newscli.export.entry import Entry


def address(one: Entry) -> str:
    """The article's address; without one a URN of its content's hash (RFC 6920 calls such names by the hash)."""
    if one.url and one.url.startswith(("http://", "https://")):
        return quote(one.url, safe=":/?#[]@!$&'()*+,;=%~")
    return f"ni:///sha-256;{one.source.sha256 if one.source else ''}"
