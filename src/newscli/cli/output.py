"""The files that results are written to, as the user named them: links are followed, devices and pipes stay."""

from __future__ import annotations

import errno
import os
import stat

from newscli.errors import OutputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

_STREAMS = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/")  # written straight, even where they lead to a file


def opened(path: str) -> BinaryIO:
    """The file, emptied; a device or a pipe as it is. Raises `OutputError` if it cannot be opened."""
    try:
        return _straight(path) if is_device(path) else open(path, "wb")  # noqa: PTH123
    except OSError as error:
        raise unwritable(path, error) from error


def write_whole(path: str, data: bytes) -> None:
    """Write a file whole or not at all, so that what somebody looks at is never half of one.

    A link stays one: what it leads to is written. A device or a pipe gets the data straight. Raises `OutputError`.
    """
    try:
        if is_device(path):
            with _straight(path) as file:
                file.write(data)
        else:
            _replace(os.path.realpath(path), data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(path, error) from error


def is_device(path: str) -> bool:
    """Whether this is there and no regular file; /dev/stdout counts, whatever it leads to."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode) or path.startswith(_STREAMS)  # noqa: PTH116
    except FileNotFoundError:
        return False


def unwritable(path: str, error: OSError) -> OutputError:
    """The message for a file that cannot be written."""
    advice = "Check the disk." if error.errno == errno.ENOSPC else "Check the folder and its permissions."
    return OutputError(f"cannot be written ({error.strerror})", path=path, advice=advice)


def _straight(path: str) -> BinaryIO:
    """A device or a pipe, open; where /dev/stdout leads to a file, what is in that file stays."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND), "wb")


def _replace(path: str, data: bytes) -> None:
    """Write into a file of another name in the same folder, then give it this name and the mode of the old file."""
    folder = os.path.dirname(path)  # noqa: PTH120
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    part = os.path.join(folder, f".newscli-{os.urandom(8).hex()}.part")  # noqa: PTH118
    file = open(part, "xb")  # noqa: PTH123, SIM115
    try:
        with file:
            file.write(data)
        if os.path.exists(path):  # noqa: PTH110
            os.chmod(part, stat.S_IMODE(os.stat(path).st_mode))  # noqa: PTH101, PTH116
        os.replace(part, path)  # noqa: PTH105
    except BaseException:
        os.unlink(part)  # noqa: PTH108
        raise
