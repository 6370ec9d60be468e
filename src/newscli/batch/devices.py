"""Places that are no files: devices and pipes are written straight, nothing is put in their place."""

from __future__ import annotations

import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

_STREAMS = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/")  # written straight, even where they lead to a file


def is_device(path: str) -> bool:
    """Whether this is there and neither a file nor a folder; /dev/stdout counts, whatever it leads to."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except OSError:
        return False
    return path.startswith(_STREAMS) or not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def straight(path: str) -> BinaryIO:
    """A device or a pipe, open; where /dev/stdout leads to a file, what is in that file stays."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND), "wb")
