"""The files that results are written to, as the user named them: links are followed, devices and pipes stay."""

from __future__ import annotations

import os
import stat

from newscli.batch.devices import is_device, straight
from newscli.errors import unwritable


def write_whole(path: str, data: bytes) -> None:
    """Write a file whole or not at all, so that what somebody looks at is never half of one.

    A link stays one: what it leads to is written. A device or a pipe gets the data straight. Raises `OutputError`.
    """
    try:
        if is_device(path):
            with straight(path) as file:
                file.write(data)
        else:
            _replace(os.path.realpath(path), data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(path, error) from error


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
