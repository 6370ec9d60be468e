"""A page from the web, with httpx (the extra `web`): as a careful guest, and only when an address was given.

Redirects are followed, each after a look at the robots.txt of its site (RFC 9309); what is too large or takes too long
is given up.
"""

from __future__ import annotations

import time
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from newscli.errors import InputError, UsageError
from newscli.model import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx

AGENT = "newscli"  # as robots.txt names it
LIMIT = 32 * 1024 * 1024  # bytes of a page
SECONDS = 30.0  # for a page as a whole, redirects and robots.txt with it
REDIRECTS = 10
_ROBOTS_LIMIT = 512 * 1024  # bytes, as RFC 9309 asks for at least 500 KiB
_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1"


class _Answer(NamedTuple):
    """What a server sent: `location` is where it sends on to, empty where the content is here."""

    url: str
    status: int
    data: bytes
    charset: str | None
    location: str


def fetch(address: str, version: str) -> Source:
    """The page at an http(s) address; `path` and `url` are the address that it came from in the end.

    The server is told which version of newscli asks.

    Raises `InputError` where the server cannot be reached, answers with an error, forbids robots, sends too much or
    takes too long; `UsageError` where httpx is not installed.
    """
    try:
        import httpx
    except ImportError:
        raise UsageError(
            "reading from the web needs the extra web", path=address, advice="pip install 'newscli[web]'"
        ) from None
    deadline = time.monotonic() + SECONDS
    headers = {"User-Agent": f"{AGENT}/{version}", "Accept": _ACCEPT, "Accept-Language": "ar, *;q=0.5"}
    try:
        with httpx.Client(headers=headers, timeout=10.0, follow_redirects=False) as client:
            return _followed(client, address, deadline)
    except httpx.TimeoutException:
        raise _failed(address, "took too long", "Try again later.") from None
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise _failed(
            address, f"cannot be fetched ({str(error).rstrip('.')})", "Check the address and the network."
        ) from error


def _followed(client: httpx.Client, address: str, deadline: float) -> Source:
    """The page that an address leads to in the end."""
    url = address
    for _ in range(REDIRECTS):
        if urlsplit(url).scheme not in ("http", "https"):
            raise _failed(address, f"leads to {url}, which is no web page", "Check the address.")
        if not _allowed(client, url, deadline):
            site = urlsplit(url).netloc
            raise _failed(address, f"the robots.txt of {site} forbids it", "Save the page in a browser, read the file.")
        answer = _get(client, url, deadline, LIMIT)
        if answer.status >= 400:
            raise _failed(address, f"the server answered {answer.status}", "Check the address in a browser.")
        if not answer.location:
            return Source(data=answer.data, path=answer.url, url=answer.url, charset=answer.charset)
        url = answer.location
    raise _failed(address, f"leads on more than {REDIRECTS} times", "Check the address in a browser.")


def _allowed(client: httpx.Client, url: str, deadline: float) -> bool:
    """Whether the site's robots.txt lets us in. None there: everything is allowed; not to be had: nothing is."""
    parts = urlsplit(url)
    robots = f"{parts.scheme}://{parts.netloc}/robots.txt"
    for _ in range(5):
        answer = _get(client, robots, deadline, _ROBOTS_LIMIT)
        if not answer.location:
            break
        robots = answer.location
    if answer.status >= 500:
        return False
    if answer.status >= 400 or answer.location:
        return True
    rules = RobotFileParser()
    rules.parse(answer.data.decode("utf-8", "replace").splitlines())
    return rules.can_fetch(AGENT, url)


def _get(client: httpx.Client, url: str, deadline: float, limit: int) -> _Answer:
    """One request, its answer read piece by piece up to the limit and the deadline."""
    with client.stream("GET", url) as response:
        following = response.next_request
        if following is not None:
            return _Answer(url, response.status_code, b"", None, str(following.url))
        data = bytearray()
        for piece in response.iter_bytes():
            data += piece
            if len(data) > limit:
                raise _failed(url, f"is larger than {limit >> 20 or limit >> 10} {'MiB' if limit >> 20 else 'KiB'}", "")
            if time.monotonic() > deadline:
                raise _failed(url, f"took longer than {SECONDS:.0f} seconds", "Try again later.")
        return _Answer(str(response.url), response.status_code, bytes(data), response.charset_encoding, "")


def _failed(address: str, message: str, advice: str) -> InputError:
    return InputError(message, path=address, advice=advice or None)
