"""The inputs of a batch: arguments, lists of paths, folders and globs as files, and the files as records.

A folder means everything in it, at any depth, that holds articles, whatever it is called; what it holds besides is
passed over, and why is counted. Hidden files and links that lead out of the folder are passed over unread.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from typing import BinaryIO, NamedTuple

from msgspec import structs

from newscli.errors import InputError, NewsError, as_fault
from newscli.read import STDIN, files
from newscli.read.containers import Place, records
from newscli.read.record import Found, Options, PassedOver
from newscli.read.spans import Span, piece

_EMPTY = "Check the name; --include and --exclude may leave nothing."


Opened = Callable[[BinaryIO], None]


class Selection(NamedTuple):
    """Which files of a folder are taken: patterns for a name («*.html») or, with a slash, for the path in it."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class File(NamedTuple):
    """A file to be read, or a `span` of it; `inside` a folder that was given. `name` is what its records are called by,
    where that is not its path: it may be the copy of another.
    """

    path: str
    inside: bool = False
    name: str | None = None
    span: Span | None = None


def listed(path: str) -> Iterator[str]:
    """The paths in a list, a line each (or separated by NUL, as `find -print0` does); `-` is standard input.

    Raises `InputError` if the list cannot be read.
    """
    data = files.read(path).data
    separator = b"\0" if b"\0" in data else b"\n"
    for line in data.split(separator):
        if name := os.fsdecode(line.removesuffix(b"\r")):
            yield name


def files_of(arguments: Iterable[str], selection: Selection, passed_over: PassedOver) -> Iterator[File | NewsError]:
    """The files meant by arguments, in order; an error for a folder that cannot be read or holds no file."""
    for argument in arguments:
        seen: set[str] = set()  # `pages/**` fits the files of a folder as well as the folder
        for match in files.matches(argument):
            if match == STDIN or not os.path.isdir(match):  # noqa: PTH112  pathlib costs start-up
                if match not in seen:
                    yield File(match)
                seen.add(match)
                continue
            found = False
            for file in _walk(match, selection, passed_over):
                found = True
                if isinstance(file, NewsError):
                    yield file
                elif file.path not in seen:
                    seen.add(file.path)
                    yield file
            if not found and argument == match:
                yield InputError("holds no file to read", path=match, advice=_EMPTY)


def _walk(folder: str, selection: Selection, passed_over: PassedOver) -> Iterator[File | NewsError]:
    root = os.path.realpath(folder)
    errors: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        yield from (files.unreadable(error) for error in errors)
        errors.clear()
        hidden = [name for name in folders if name.startswith(".")]
        for _ in hidden:
            passed_over("a hidden folder")
        folders[:] = sorted(set(folders).difference(hidden))
        for name in sorted(names):
            path = os.path.join(parent, name)  # noqa: PTH118
            reason = _reason_against(path, os.path.relpath(path, folder), root, selection)
            if reason is None:
                yield File(path, inside=True)
            else:
                passed_over(reason)
    yield from (files.unreadable(error) for error in errors)


def _reason_against(path: str, inside: str, root: str, selection: Selection) -> str | None:
    """Why a file of a folder is not taken; None if it is."""
    if os.path.basename(path).startswith("."):  # noqa: PTH119
        return "a hidden file"
    if selection.include and not _fits(inside, selection.include):
        return "left out by --include"
    if _fits(inside, selection.exclude):
        return "left out by --exclude"
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        return "a pipe or a device"
    if os.path.islink(path) and os.path.commonpath([root, os.path.realpath(path)]) != root:  # noqa: PTH114
        return "a link that leads out of the folder"
    return None


def _fits(inside: str, patterns: tuple[str, ...]) -> bool:
    path = inside.replace(os.sep, "/")
    return any(fnmatch(path if "/" in pattern else path.rpartition("/")[2], pattern) for pattern in patterns)


def _unwatched(stream: BinaryIO) -> None:
    """Nobody asks how far a file was read."""


def records_of(file: File, options: Options, passed_over: PassedOver, opened: Opened = _unwatched) -> Found:
    """The records of one file; an error in the place of what cannot be read. `-` is standard input.

    `opened` is given the stream, whose position tells how far the reading is.
    """
    name = file.name or (file.path if file.path == STDIN else files.shown(file.path))
    place = Place(name, options, passed_over, file.inside)
    try:
        with _opened(file.path) as stream:
            opened(stream)
            if file.span is None:
                yield from records(stream, place)
                return
            of_piece = structs.replace(options, kind=file.span.kind)
            yield from records(piece(stream, file.span), place._replace(options=of_piece, before=file.span.before))
    except NewsError as error:
        error.path = error.path or place.path
        yield error
    except (OSError, ValueError) as error:
        yield files.not_read(file.path, error)
    except Exception as error:  # no memory for it, or a fault of ours: it costs this file alone
        failure = as_fault(error)
        failure.path = place.path
        yield failure


def _opened(path: str) -> BinaryIO:
    if path != STDIN:
        return open(path, "rb")  # noqa: PTH123
    if sys.stdin is None:
        raise InputError("standard input is closed", path=path, advice="Give a file, or pipe an article in.")
    return open(sys.stdin.fileno(), "rb", closefd=False)
