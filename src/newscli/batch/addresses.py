"""Files at remote addresses (`s3a://bucket/crawl/*.warc.gz`), opened by fsspec and its package for the scheme.

A file is fetched whole to the local disk before it is read, and so may be read again from its beginning.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from newscli.errors import InputError, OutputError, UsageError

_INSTALL = "Install fsspec and its package for {scheme}:// (for s3a:// that is s3fs), on each machine; or mount the files."


def is_address(path: str) -> bool:
    """Whether a path is an address with a scheme; `file://` counts as none.

    >>> is_address("s3a://bucket/x.warc.gz"), is_address("crawl/x.warc.gz"), is_address("file:///x")
    (True, False, False)
    """
    return "://" in path and not path.startswith("file://")


def expanded(address: str) -> Iterator[str]:
    """The addresses that one means: what a glob fits, the files of a folder, or itself. Raises `InputError`."""
    system, path = _system(address)
    try:
        found = sorted(system.glob(path)) if any(sign in path for sign in "*?[") else [path]
        files = [file for each in found for file in (sorted(system.find(each)) if system.isdir(each) else [each])]
    except Exception as error:  # each file system has its own
        raise InputError(f"cannot be listed ({error})", path=address, advice="Check the address and rights.") from error
    if not files:
        raise InputError("fits no file", path=address, advice="Check the address.")
    scheme = address.partition("://")[0]
    for file in files:
        yield f"{scheme}://{file.partition('://')[2] or file}"


def fetch(address: str, folder: str) -> str:
    """Copy a file into a local folder; comes back with its path there. Raises `InputError`."""
    system, path = _system(address)
    place = os.path.join(folder, os.path.basename(path))  # noqa: PTH118, PTH119
    try:
        system.get_file(path, place)
    except Exception as error:  # each file system has its own
        raise InputError(f"cannot be fetched ({error})", path=address, advice="Check the address and rights.") from error
    return place


def put(address: str, data: bytes) -> None:
    """Write a file at an address, whole. Raises `OutputError`."""
    system, path = _system(address)
    try:
        system.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH120
        system.pipe_file(path, data)
    except Exception as error:  # each file system has its own
        raise OutputError(f"cannot be written ({error})", path=address, advice="Check the address and rights.") from error


def read(address: str) -> bytes:
    """The bytes of a small file. Raises `InputError`."""
    system, path = _system(address)
    try:
        data: bytes = system.cat_file(path)
    except Exception as error:  # each file system has its own
        raise InputError(f"cannot be read ({error})", path=address, advice="Check the address and rights.") from error
    return data


def _system(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it. Raises `UsageError` where its packages are missing."""
    scheme = address.partition("://")[0]
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise _not_installed(address, scheme) from None
    try:
        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:  # the scheme's own package; a scheme that nobody knows
        raise _not_installed(address, scheme) from error
    except Exception as error:
        raise InputError(f"cannot be opened ({error})", path=address, advice="Check the address and rights.") from error
    return system, path


def _not_installed(address: str, scheme: str) -> UsageError:
    return UsageError(f"{scheme}:// needs packages that are missing", path=address, advice=_INSTALL.format(scheme=scheme))
