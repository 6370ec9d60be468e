"""A task done under guard: a child process reads the records, and what ends or holds up the child costs one record.

The child notes which record it is at. When it dies, or takes too long, that record is put in quarantine and another
child goes on behind it. A file that cannot be read any further ends there. The child is a new process, no fork: it
works on every system, and beside threads.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import NamedTuple

import msgspec

from newscli.batch.child import OUT_OF_MEMORY, Note
from newscli.batch.frames import Entry, Frames
from newscli.batch.tasks import Task, TaskReport, finished, write_report
from newscli.errors import InputError, NewsError

_GRACE = 1.0  # seconds that a child has to end a slow record by itself, which what Python can interrupt lets it
_FAULT = "Please report it, with the file."


class _End(NamedTuple):
    """How a child ended: the last that it noted, and the cause if it did not finish."""

    note: Note | None
    cause: str | None


def do(task: Task) -> TaskReport:
    """Do a task from its beginning; comes back with its report, which stands beside the part.

    Raises `InputError` if the file is not there, `OutputError` if the part cannot be written.
    """
    began = time.monotonic()
    task.input()
    with suppress(FileNotFoundError):
        os.unlink(task.frames)  # noqa: PTH108  of a run that was interrupted
    try:
        _until_finished(task)
    except BaseException:
        with suppress(OSError):
            os.unlink(task.frames)  # noqa: PTH108
        raise
    report = finished(task)
    if report is None:
        raise NewsError("was changed while it was read", path=task.path, advice="Export it again.")
    report.seconds = round(time.monotonic() - began, 3)
    write_report(task, report)
    return report


def _until_finished(task: Task) -> None:
    stuck_at: int | None = None  # how many frames there were when a child ended while it read
    while (end := _attempt(task)).cause is not None:
        if end.note is None or end.note.at not in ("read", "work"):
            raise NewsError(f"could not be finished: its process {end.cause}", path=task.path, advice=_FAULT)
        with Frames(task.frames) as frames:
            if end.note.at == "work" and end.note.number == frames.count:
                frames.add(Entry(quarantined=end.cause, name=end.note.name, offset=end.note.offset))
            elif stuck_at == frames.count:
                frames.add(Entry(quarantined=f"{end.cause} while reading: the file is read up to here", name=task.path))
                task = msgspec.structs.replace(task, cut=True)
            else:
                stuck_at = frames.count


def _attempt(task: Task) -> _End:
    """Let a child do what is left. Raises the error that it tells."""
    call = [sys.executable, "-m", "newscli.batch.child"]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        try:
            note, late = _watched(child, task)
            status = child.wait()
        except BaseException:
            child.kill()
            raise
    if note is not None and note.failure is not None:
        raise InputError(note.failure.message, path=note.name, advice=note.failure.advice)
    return _End(note, f"took longer than {task.guard.seconds:g} seconds" if late else _cause(status))


def _watched(child: subprocess.Popen[bytes], task: Task) -> tuple[Note | None, bool]:
    """The last note of a child, and whether it was ended because nothing came after it in time."""
    assert child.stdin is not None
    data = msgspec.msgpack.encode(task)
    with suppress(BrokenPipeError):  # it died at once: its status tells
        child.stdin.write(len(data).to_bytes(4, "big") + data)
        child.stdin.flush()
    lines: SimpleQueue[bytes | None] = SimpleQueue()
    threading.Thread(target=_hand_on, args=(child, lines), daemon=True).start()
    note: Note | None = None
    while True:
        try:
            line = lines.get(timeout=_patience(note, task))
        except Empty:
            child.kill()
            return note, True
        if line is None:
            return note, False
        note = msgspec.json.decode(line, type=Note)


def _patience(note: Note | None, task: Task) -> float | None:
    """Seconds to wait for the next note; while a part is finished, as long as it takes."""
    if note is None or note.at == "finish" or not task.guard.seconds:
        return None
    return task.guard.seconds + _GRACE


def _hand_on(child: subprocess.Popen[bytes], lines: SimpleQueue[bytes | None]) -> None:
    assert child.stdout is not None
    with suppress(ValueError):  # closed on the way
        for line in child.stdout:
            if line.endswith(b"\n"):  # the last one may be cut off
                lines.put(line)
    lines.put(None)


def _cause(status: int) -> str | None:
    """Why a child ended, None if it finished."""
    if status == 0:
        return None
    if status == OUT_OF_MEMORY:
        return "needed more memory than it may have"
    if status < 0:
        try:
            name = signal.Signals(-status).name
        except ValueError:
            name = f"signal {-status}"
        return f"ended by {name}" + (", perhaps for lack of memory" if name == "SIGKILL" else "")
    return f"ended with status {status}"
