"""How far a batch is, on a terminal: articles done, how many a second, the time left, failures."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager

from newscli.errors import NewsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from rich.progress import Progress

    from newscli.batch.run import Summary
    from newscli.read.paths import File

_EVERY = 0.1  # seconds between two looks


class Meter:
    """Follows the reading: `files` are those to read, `show` is told of each record.

    `opened` is given each stream, where they are read in turn; `finished` is told of each file, where several are read
    at once.
    """

    def __init__(self, files: Iterator[File | NewsError], bar: Progress | None = None) -> None:
        self._bar = bar
        self._read = 0  # bytes of the files that are done
        self._size = 0
        self._stream: BinaryIO | None = None
        self._shown = 0.0
        self.files = files
        if bar is not None:
            listed = list(files)
            self.files = iter(listed)
            self._task = bar.add_task("", total=sum(map(_size, listed)) or None, articles=0, rate="", failed="")

    def opened(self, stream: BinaryIO) -> None:
        """Take the next stream as the one that is being read."""
        if self._bar is not None:
            self._read += self._size
            self._stream, self._size = stream, os.fstat(stream.fileno()).st_size

    def finished(self, size: int) -> None:
        """A file, or a piece, of so many bytes is done."""
        self._read += size

    def show(self, summary: Summary) -> None:
        """Show how far it is, now and then."""
        now = time.monotonic()
        if self._bar is None or now - self._shown < _EVERY:
            return
        self._shown = now
        failed = sum(summary.failed.values())
        self._bar.update(
            self._task,
            completed=self._read + self._position(),
            articles=summary.written,
            rate=f"{summary.read / max(summary.seconds, 0.1):,.0f}/s",
            failed=f"{failed:,} failed" if failed else "",
        )

    def _position(self) -> int:
        try:
            return self._stream.tell() if self._stream is not None else 0
        except (OSError, ValueError):  # a pipe, or closed by now
            return self._size


def _size(file: File | NewsError) -> int:
    try:
        if isinstance(file, NewsError):
            return 0
        return file.span.size if file.span else os.stat(file.path).st_size  # noqa: PTH116
    except (OSError, ValueError):
        return 0


@contextmanager
def meter(files: Iterator[File | NewsError], *, shown: bool) -> Iterator[Meter]:
    """A meter of these files; it shows itself on a terminal alone, and is gone when the batch ends."""
    if not shown or sys.stderr is None or not sys.stderr.isatty():
        yield Meter(files)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.fields[articles]:,} articles"),
        BarColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failed]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        yield Meter(files, bar)
