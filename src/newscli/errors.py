"""What can go wrong, as exceptions; the command line turns them into a message, an advice and an exit status.

    NewsError                  anything newscli raises on purpose
    ├── InputError             an input could not be read (missing, a folder, no permission, broken)
    │   ├── DecodeError        the bytes are no text (binary, or no encoding fits)
    │   └── KindError          it is text, and not one article (JSON, a table, mail, a feed, a web archive)
    ├── NoMemoryError          a record needs more memory than there is
    ├── TooSlowError           a record takes longer than it may
    ├── OutputError            a result could not be written
    └── UsageError             the call itself is wrong (unknown field, unknown format)

A page that holds no story is no error: it comes back as an `Article` with an empty body and the warning `no-article`.
"""

from __future__ import annotations


class NewsError(Exception):
    """Anything newscli raises on purpose: `message` is one line, `path` the input, `advice` what to do about it.

    >>> str(NewsError("is a folder", path="pages", advice="Give the files in it."))
    'pages: is a folder'
    """

    def __init__(self, message: str, *, path: str | None = None, advice: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.advice = advice

    def __str__(self) -> str:
        """Path and message, as a log shows them; the advice is left to who asks for it."""
        return f"{self.path}: {self.message}" if self.path else self.message


class InputError(NewsError):
    """An input could not be read."""


class DecodeError(InputError):
    """The bytes of an input are no text."""


class KindError(InputError):
    """An input is text, and not one article: it holds many, or one wrapped in something else."""


class NoMemoryError(NewsError):
    """A record needs more memory than there is."""


class TooSlowError(NewsError):
    """A record takes longer than it may."""


class OutputError(NewsError):
    """A result could not be written."""


class UsageError(NewsError):
    """The call itself is wrong."""


def pasted(path: str) -> str:
    """A path as it can be pasted into a shell behind a command, also one that looks like an option.

    >>> pasted("-خبر آخر.txt")
    "'./-خبر آخر.txt'"
    """
    import shlex

    return shlex.quote(f"./{path}" if path.startswith("-") else path)


def as_fault(error: Exception) -> NewsError:
    """An exception that nobody meant to raise, in words: what it is and where, without the traceback.

    With NEWSCLI_DEBUG set it is raised as it is.
    """
    import os

    if os.environ.get("NEWSCLI_DEBUG"):
        raise error
    if isinstance(error, MemoryError):
        return NoMemoryError("not enough memory", advice="Give fewer or smaller inputs.")
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}" if place else "?"  # noqa: PTH119
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    advice = "Please report it; NEWSCLI_DEBUG=1 shows the traceback."
    return NewsError(f"a fault in newscli ({what}, at {where})", advice=advice)


def unwritable(path: str, error: OSError) -> OutputError:
    """The error for an output that the system does not take."""
    import errno

    full = error.errno == errno.ENOSPC or "is full" in str(error)
    advice = "Check the disk." if full else "Check the folder and its permissions."
    return OutputError(f"cannot be written ({error.strerror or error})", path=path, advice=advice)
