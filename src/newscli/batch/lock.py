"""The lock of an output: a second run to the same place is told that the first is still at work."""

from __future__ import annotations

import os
from contextlib import suppress

from newscli.errors import OutputError


class Lock:
    """A file beside the output that is locked while it is written. Raises `OutputError` if another run has it.

    The lock is the system's: it goes with the process, however that ends; the file is removed by whoever holds it.
    """

    def __init__(self, path: str) -> None:
        folder, name = os.path.split(path)
        self._path = os.path.join(folder, f".{name}.newscli-lock")  # noqa: PTH118
        while True:
            self._descriptor = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
            if not _try_lock(self._descriptor):
                os.close(self._descriptor)
                advice = "Wait until it is done, or give another name."
                raise OutputError("is being written by another newscli", path=path, advice=advice)
            try:  # the one before may have removed the file that was opened here
                if os.path.samestat(os.fstat(self._descriptor), os.stat(self._path)):  # noqa: PTH116
                    return
            except FileNotFoundError:
                pass
            os.close(self._descriptor)

    def release(self) -> None:
        """Let others have it."""
        with suppress(OSError):  # Windows keeps a file that is open
            os.unlink(self._path)  # noqa: PTH108
        os.close(self._descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        import fcntl
    except ImportError:
        return _try_lock_on_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _try_lock_on_windows(descriptor: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
