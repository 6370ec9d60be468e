"""Files at remote addresses (`s3a://bucket/crawl/*.warc.gz`), opened by fsspec and its package for the scheme.

A file is fetched whole to the local disk before it is read, and so may be read again from its beginning.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from newscli.errors import InputError, NewsError, OutputError, UsageError

_INSTALL = "Install fsspec and its package for {scheme}:// (s3a: s3fs) on each machine, or mount the files."


def is_address(path: str) -> bool:
    """Whether a path is an address with a scheme; `file://` counts as none.

    >>> is_address("s3a://bucket/x.warc.gz"), is_address("crawl/x.warc.gz"), is_address("file:///x")
    (True, False, False)
    """
    return "://" in path and not path.startswith("file://")


def expanded(address: str) -> Iterator[str]:
    """The addresses that one means: what a glob fits, the files of a folder, or itself. Raises `InputError`."""
    system, path = _system(address)
    with _told(InputError, "cannot be listed", address):
        found = sorted(system.glob(path)) if any(sign in path for sign in "*?[") else [path]
        files = [file for each in found for file in (sorted(system.find(each)) if system.isdir(each) else [each])]
    if not files:
        raise InputError("fits no file", path=address, advice="Check the address.")
    scheme = address.partition("://")[0]
    for file in files:
        yield f"{scheme}://{file}"


def fetch(address: str, folder: str) -> str:
    """Copy a file into a local folder; comes back with its path there. Raises `InputError`."""
    system, path = _system(address)
    place = os.path.join(folder, os.path.basename(path))  # noqa: PTH118, PTH119
    with _told(InputError, "cannot be fetched", address):
        system.get_file(path, place)
    return place


def read(address: str) -> bytes:
    """The bytes of a small file. Raises `InputError`."""
    system, path = _system(address)
    with _told(InputError, "cannot be read", address):
        data: bytes = system.cat_file(path)
    return data


def put(address: str, data: bytes) -> None:
    """Write a file at an address, whole. Raises `OutputError`."""
    system, path = _system(address)
    with _told(OutputError, "cannot be written", address):
        system.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH120
        system.pipe_file(path, data)


def _system(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it. Raises `UsageError` where its packages are missing."""
    scheme = address.partition("://")[0]
    try:
        from fsspec.core import url_to_fs

        with _told(InputError, "cannot be opened", address):
            system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:  # the scheme's own package; a scheme that nobody knows
        advice = _INSTALL.format(scheme=scheme)
        raise UsageError(f"{scheme}:// needs packages that are missing", path=address, advice=advice) from error
    return system, path


@contextmanager
def _told(kind: type[NewsError], message: str, address: str) -> Iterator[None]:
    """What fails inside, as an error of ours: each file system has its own."""
    try:
        yield
    except (ImportError, ValueError):
        raise
    except Exception as error:
        raise kind(f"{message} ({error})", path=address, advice="Check the address and the rights.") from error
