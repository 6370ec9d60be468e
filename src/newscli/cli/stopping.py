"""How a long call is stopped: Ctrl-C, and SIGTERM like it; what was done is kept, and where is told."""

from __future__ import annotations

import signal
from contextlib import contextmanager

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


def _terminate(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one must not interrupt the keeping
    raise Terminated


@contextmanager
def stoppable(report: Report, output: Keeping) -> Iterator[None]:
    """Within it SIGTERM stops as Ctrl-C does. What the output kept then is told on standard error."""
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    except KeyboardInterrupt:
        if output.kept:
            report.error(OutputError("stopped; what was done is here", path=output.kept))
        raise
    finally:
        signal.signal(signal.SIGTERM, before)
