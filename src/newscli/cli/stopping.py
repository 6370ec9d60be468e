"""How a long call is stopped: Ctrl-C, and SIGTERM like it; what was done is kept, and where is told."""

from __future__ import annotations

import signal
from contextlib import contextmanager

from newscli.batch.interrupts import stop
from newscli.cli.report import Report
from newscli.errors import OutputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import Protocol

    class Keeping(Protocol):
        """An output; `kept` is where it put what was done when it was stopped."""

        kept: str | None


class Terminated(KeyboardInterrupt):
    """SIGTERM came; `status` is what shells expect then: 128 + 15."""

    status = 143


def _interrupted(number: int, frame: FrameType | None) -> None:
    stop(KeyboardInterrupt())


def _terminated(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one must not interrupt the keeping
    stop(Terminated())


@contextmanager
def stoppable(report: Report, output: Keeping, advice: str | None = None) -> Iterator[None]:
    """Within it SIGTERM stops as Ctrl-C does, both between two steps; what the output kept is told then."""
    handlers = {signal.SIGINT: _interrupted, signal.SIGTERM: _terminated}
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a shell
        del handlers[signal.SIGINT]
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    except KeyboardInterrupt:
        if output.kept:
            report.error(OutputError("stopped; what was done is here", path=output.kept, advice=advice))
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
