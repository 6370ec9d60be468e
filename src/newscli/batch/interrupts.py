"""What stops a batch from outside, Ctrl-C or SIGTERM, and the steps that it waits for.

A signal may come between any two steps of Python. In the middle of a row, or while an output is closed and put in its
place, it would leave half of it: there it waits until that is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class _State:
    steps = 0  # under way, one inside the other
    waiting: KeyboardInterrupt | None = None


def stop(interrupt: KeyboardInterrupt) -> None:
    """Raise an interrupt: now, or at the end of the step that is under way. A second one waits for nothing."""
    if not _State.steps or _State.waiting is not None:
        raise interrupt
    _State.waiting = interrupt


@contextmanager
def step() -> Iterator[None]:
    """What is inside is done whole before an interrupt is raised that comes by `stop` meanwhile."""
    _State.steps += 1
    try:
        yield
    finally:
        _State.steps -= 1
        if not _State.steps and _State.waiting is not None:
            waiting, _State.waiting = _State.waiting, None
            raise waiting
