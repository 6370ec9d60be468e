"""What goes wrong during a call: told on standard error as it happens, and remembered for the exit status."""

from __future__ import annotations

import re
import sys

from newscli.errors import NewsError, pasted
from newscli.read import STDIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newscli.model import Article

NO_ARTICLE = "no-article"
STDIN_NAME = "standard input"
# What the other warnings say where the output itself has no room for them, and what to do.
_WARNED = {
    "not-arabic": ("is not in the Arabic script, for which newscli is made", None),
    "mojibake": ("was decoded wrongly before it came here", "Fetch it anew from where it stands."),
    "visual-order": ("has its letters in the order of the screen", "Fetch it anew from where it stands."),
}

# What a file name may hold and a terminal would obey: controls, line ends, bidi controls; bytes that are no UTF-8.
_OBEYED = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]"
_SURROGATE = "[\ud800-\udfff]"


def harmless(text: str) -> str:
    r"""The text as one line for a terminal: what it would obey is spelt out, a lone surrogate is U+FFFD.

    >>> harmless("a\n\x1b[2Jخبر.txt")
    'a\\n\\x1b[2Jخبر.txt'
    """
    spelt = re.sub(_OBEYED, lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
    return re.sub(_SURROGATE, "\ufffd", spelt)


def say_line(line: str) -> None:
    """Say a line on standard error; on a terminal it is set as its letters need."""
    if sys.stderr is None:  # closed by the caller; print would take standard output instead
        return
    if sys.stderr.isatty() and not line.isascii():
        from newscli.cli.screen import message_lines

        line = "\n".join(message_lines(line))
    print(line, file=sys.stderr)


class Report:
    """The failures of one call. `status` is 0 until something failed, then 1.

    `shows_why` says that the call itself shows why an input holds no story, as inspect does.
    """

    def __init__(self) -> None:
        self.status = 0
        self.shows_why = False

    def error(self, error: NewsError) -> None:
        """Say what failed, where, and what to do about it."""
        self._say(STDIN_NAME if error.path == STDIN else error.path, error.message, error.advice)

    def check(self, article: Article) -> None:
        """Say so if the input holds no story."""
        if NO_ARTICLE not in article.warnings:
            return
        path = article.source.path
        if not article.source.bytes:
            self._say(path or STDIN_NAME, "is empty, and holds no article", "Give a file, or pipe an article in.")
        else:
            command = f"newscli inspect {pasted(path)}" if path else "send the same to newscli inspect"
            self._say(path or STDIN_NAME, "holds no article", None if self.shows_why else f"See why: {command}")

    def warn(self, article: Article) -> None:
        """Say what a reader should know of the text that follows; it does not count as a failure."""
        for warning in filter(_WARNED.__contains__, article.warnings):
            self._print(article.source.path or STDIN_NAME, *_WARNED[warning])

    def note(self, error: NewsError) -> None:
        """Say what was passed over; it does not count as a failure."""
        self._print(error.path, error.message, error.advice)

    def _say(self, path: str | None, message: str, advice: str | None) -> None:
        self.status = 1
        self._print(path, message, advice)

    def _print(self, path: str | None, message: str, advice: str | None) -> None:
        from newscli.wording import speaking  # a call that says nothing needs no language

        say = speaking()
        told = [part for part in ("newscli", path and say(path), say(message)) if part]
        line = harmless(": ".join(told) + (f". {say(advice)}" if advice else ""))
        say_line(line)
