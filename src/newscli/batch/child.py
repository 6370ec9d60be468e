"""The process that does a task: `python -m newscli.batch.child`, started by `newscli.batch.guard`.

It takes the task from its standard input and ends when that is closed, which is when the guard ends. On its standard
output it notes what it is at: lines of JSON. What became of each record goes to the task's frames, so that a process
that comes after this one goes on where it ended.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress

import msgspec

from newscli.batch.frames import Entry, Failure, Frames
from newscli.batch.output import Output
from newscli.batch.run import projected
from newscli.batch.sources import events
from newscli.batch.tasks import Failed, Quarantined, Task, TaskReport, failure, write_report
from newscli.batch.work import Event, outcome_of, row_of
from newscli.errors import NewsError, NoMemoryError, TooSlowError, as_fault, unwritable
from newscli.export import registry
from newscli.read.record import Record

OUT_OF_MEMORY = 77  # the status of a child that needed more than it may have


class Note(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a child is at: "read" the next record, "work" on the one named, "finish" the part; or it "failed"."""

    at: str
    number: int = 0  # how many records come before the one worked on
    name: str | None = None
    offset: int | None = None
    failure: Failure | None = None


Tell = Callable[[Note], None]
_READ, _FINISH = Note("read"), Note("finish")


def do(task: Task, tell: Tell) -> None:
    """Do what is left of a task: read the records, write the part, put the report beside it."""
    passed_over: Counter[str] = Counter()

    def pass_over(reason: str) -> None:
        passed_over[reason] += 1
        tell(_READ)

    with Frames(task.frames) as frames:
        if not task.cut:
            _read(task, frames, pass_over, tell)
        tell(_FINISH)
        _finish(task, frames, passed_over)
    if not task.plan.dedupe:  # else it is read again when all parts are there
        os.unlink(task.frames)  # noqa: PTH108


def _read(task: Task, frames: Frames, pass_over: Callable[[str], None], tell: Tell) -> None:
    """Add what becomes of each record; those that have a frame already are only read over."""
    found = events([task.file()], task.options, pass_over, lambda stream: None)
    done = frames.count
    tell(_READ)
    for number, event in enumerate(found):
        if number >= done:
            frames.add(_entry(event, number, task, tell))
        tell(_READ)


def _entry(event: Event, number: int, task: Task, tell: Tell) -> Entry:
    name = event.path if isinstance(event, NewsError) else event.name
    offset = event.offset if isinstance(event, Record) else None
    tell(Note("work", number, name, offset))
    outcome = outcome_of(event, msgspec.structs.replace(task.plan, seconds=task.guard.seconds))
    if isinstance(outcome.error, NoMemoryError):
        os._exit(OUT_OF_MEMORY)  # what is left of the memory is in pieces: the next process goes on
    if isinstance(outcome.error, TooSlowError):
        return Entry(quarantined=outcome.error.message, name=outcome.error.path, offset=offset)
    if outcome.error is not None:
        return Entry(failure=failure(outcome.error), name=outcome.error.path, offset=offset)
    return Entry(outcome.row, outcome.story, outcome.print, outcome.left_out)


def _finish(task: Task, frames: Frames, passed_over: Counter[str]) -> None:
    report = TaskReport(task.input(), os.path.basename(task.part), task.digest, task.guard, task.span)  # noqa: PTH119
    report.passed_over = dict(passed_over)
    with Output(task.part, registry.named(task.format), task.settings) as output:
        for row in _rows(frames, report):
            output.write(projected(row_of(row), task.plan.fields))
    report.bytes = os.path.getsize(task.part)  # noqa: PTH202
    report.held = os.path.getsize(task.frames) if task.plan.dedupe else 0  # noqa: PTH202
    write_report(task, report)


def _rows(frames: Frames, report: TaskReport) -> Iterator[bytes]:
    """The rows of the part, all entries counted on the way."""
    for number, entry in enumerate(frames.entries(), 1):
        report.read += 1
        if entry.row is not None:
            report.kept += 1
            report.no_story += not entry.story
            yield entry.row
        elif entry.left_out is not None:
            report.left_out[entry.left_out] = report.left_out.get(entry.left_out, 0) + 1
        elif entry.quarantined is not None:
            report.quarantined.append(Quarantined(entry.name, number, entry.offset, entry.quarantined))
        elif entry.failure is not None:
            report.failed.append(Failed(entry.name, entry.failure.message, entry.failure.advice))


# The process


def main() -> None:
    """Do the task that standard input brings."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the guard's to handle
    notes = os.dup(1)
    os.dup2(2, 1)  # whatever a library prints is no note
    size = int.from_bytes(_exactly(4), "big")
    task = msgspec.msgpack.decode(_exactly(size), type=Task)
    threading.Thread(target=_end_with_the_guard, daemon=True).start()

    def tell(note: Note) -> None:
        try:
            os.write(notes, msgspec.json.encode(note) + b"\n")
        except BrokenPipeError:  # the guard is gone
            os._exit(1)

    limit_memory(task.guard.memory)
    try:
        do(task, tell)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except NewsError as error:
        tell(Note("failed", name=error.path, failure=failure(error)))
    except OSError as error:
        told = unwritable(task.part, error)
        tell(Note("failed", name=told.path, failure=failure(told)))
    except Exception as error:
        tell(Note("failed", name=task.path, failure=failure(as_fault(error))))


def _exactly(size: int) -> bytes:
    """Bytes of standard input, without a buffer that would take more."""
    data = b""
    while len(data) < size and (piece := os.read(0, size - len(data))):
        data += piece
    if len(data) < size:
        sys.exit(1)
    return data


def _end_with_the_guard() -> None:
    os.read(0, 1)
    os._exit(1)


def limit_memory(size: int | None) -> None:
    """Let this process have so many bytes of memory, where the system can see to it.

    On Linux that is what it may write to (RLIMIT_DATA, since 4.7 mappings too), elsewhere all addresses (RLIMIT_AS):
    libraries reserve many that they never use.
    """
    if size is None or not can_limit_memory():
        return
    import resource

    which = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    with suppress(ValueError, OSError):  # the system allows less already
        resource.setrlimit(which, (size, resource.getrlimit(which)[1]))


def can_limit_memory() -> bool:
    """Whether this system limits the memory of a process."""
    try:
        import resource  # noqa: F401
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    main()
