"""A limit of time for one record, so that one which takes for ever does not keep the others waiting.

The system's timer ends the reading, where there is one (not on Windows) and this is the process's main thread, as it is
in the processes of a batch. Python looks for signals between its own steps and inside its patterns.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TookTooLong(BaseException):
    """A record was not read in its time. No `Exception`, so that nothing on the way takes it for a fault to pass over.

    Its text is the limit in seconds.
    """


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let what is inside take so many seconds, then raise `TookTooLong`; 0 is no limit."""
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TookTooLong(f"{seconds:g}")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
