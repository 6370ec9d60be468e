"""Where bytes come from: a file, standard input, a folder, a glob."""

from __future__ import annotations

import os
import sys

from newscli.errors import InputError, pasted
from newscli.model import Source
from newscli.read import STDIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

LIMIT = 50 << 20  # bytes; beyond it an input is no article but a mistake (a disk image, an endless device)
SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml")  # what is taken out of a folder

_TOO_LARGE = "Split it: one article a file. Larger ones takes: newscli export --max-bytes"
_REASONS = (
    (IsADirectoryError, "is a folder", "Give the files in it, or use: newscli export {path}"),
    (FileNotFoundError, "there is no such file", "Check the name and the folder."),
    (PermissionError, "no permission to read it", "Check its owner and mode."),
)


def read(path: str) -> Source:
    """The bytes of a file; `-` is standard input, which has no path. Raises `InputError` if they cannot be had."""
    try:
        if path == STDIN and sys.stdin is None:
            raise InputError("standard input is closed", path=path, advice="Give a file, or pipe an article in.")
        if path == STDIN:
            data = _bounded(sys.stdin.buffer)
        else:
            with open(path, "rb") as file:  # noqa: PTH123  pathlib costs 4 ms of start-up
                data = _bounded(file)
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise not_read(path, error) from error
    if len(data) > LIMIT:
        raise InputError(f"is larger than {LIMIT >> 20} MiB", path=path, advice=_TOO_LARGE)
    return Source(data=data, path=None if path == STDIN else shown(path))


def not_read(path: str, error: OSError | ValueError) -> InputError:
    """The error for a file that cannot be opened or read, with what to do about it."""
    if path.lower().startswith(("http://", "https://")):
        advice = f"Write its article to a file first: newscli parse {pasted(path)} --json"
        return InputError("is an address, and files are read here", path=path, advice=advice)
    for kind, message, advice in _REASONS:
        if isinstance(error, kind):
            return InputError(message, path=path, advice=advice.format(path=pasted(path)))
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"cannot be read ({reason})", path=path, advice="Check the name and the disk.")


def expand(arguments: Iterable[str], failed: Callable[[InputError], None]) -> Iterator[str]:
    """The files meant by command-line arguments, in order: a folder means its text and HTML files, at any depth.

    A glob is expanded where the shell did not. A name that fits nothing is handed on as it is, so that reading it
    fails with its name. `failed` is told of folders that cannot be read, and of arguments that hold nothing to read.
    """
    for argument in arguments:
        errors: list[OSError] = []
        # a dict: `pages/**` fits the files of a folder as well as the folder
        paths = dict.fromkeys(path for match in matches(argument) for path in _files(match, errors.append))
        for error in errors:
            failed(unreadable(error))
        if not paths and not errors:
            failed(InputError("holds no .txt or .html file", path=argument, advice="Check the name, or name files."))
        yield from paths


def shown(path: str) -> str:
    """A path as people and JSON can have it: bytes of a file name that are no UTF-8 as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def identity(path: str) -> tuple[int, int] | None:
    """What a file is the same by under any name; None if there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):  # ValueError: a null character in the name
        return None
    return found.st_dev, found.st_ino


def _bounded(file: BinaryIO) -> bytes:
    """All bytes of a file, but little more than the limit of an endless one."""
    pieces: list[bytes] = []
    size = 0
    while size <= LIMIT and (piece := file.read(1 << 20)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def matches(argument: str) -> list[str]:
    """The paths that an argument means: what a glob fits where the shell did not expand it, else itself.

    A glob means no pipes and devices, which may never end, and `**` follows no links, which may lead in circles.
    """
    if argument == STDIN or not any(sign in argument for sign in "*?[") or os.path.lexists(argument):
        return [argument]
    found = sorted(path for path in set(_fitting(argument)) if os.path.isdir(path) or not _is_special(path))  # noqa: PTH112
    return found or [argument]


def _fitting(pattern: str) -> Iterator[str]:
    """The paths that a glob fits; `**` as a part of its own means any folders, hidden ones left out."""
    import glob
    import re

    parts = re.split(r"(?:^|(?<=/))\*\*(?:/|$)", pattern.replace(os.sep, "/"), maxsplit=1)
    if len(parts) == 1:
        yield from glob.glob(pattern)  # noqa: PTH207  pathlib costs 4 ms of start-up
        return
    head, tail = parts
    for root in glob.glob(head) if head else ["."]:  # noqa: PTH207
        for parent, folders, _ in os.walk(root):
            folders[:] = (name for name in folders if not name.startswith("."))
            inside = os.path.join(parent, "") if head else os.path.join(parent, "")[2:]  # noqa: PTH118
            if not tail and inside:
                yield inside.rstrip(os.sep)
            yield from _fitting(glob.escape(inside) + (tail or "*"))


def _files(path: str, failed: Callable[[OSError], None]) -> Iterator[str]:
    """The path itself; of a folder the text and HTML files in it."""
    if path == STDIN or not os.path.isdir(path):  # noqa: PTH112  as above
        yield path
        return
    for parent, folders, names in os.walk(path, onerror=failed):
        folders.sort()
        inside = (os.path.join(parent, name) for name in sorted(names) if name.lower().endswith(SUFFIXES))  # noqa: PTH118
        yield from (file for file in inside if not _is_special(file))


def _is_special(path: str) -> bool:
    """Whether this is a pipe or a device, which may never end; a link that leads nowhere is none: reading it fails."""
    return os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113


def unreadable(error: OSError) -> InputError:
    """The error for a folder that cannot be listed."""
    advice = "Check its owner and mode; nothing in it was read."
    return InputError(f"the folder cannot be read ({error.strerror})", path=error.filename, advice=advice)
