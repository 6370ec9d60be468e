"""A batch in parts: a file is a task, a task gives a part of the output and a report beside it.

The report is written when the part is in its place: a task with a report is finished, one without is done anew, and a
part has the same bytes however often the work was interrupted. Tasks are values; any executor of `concurrent.futures`
does them: the processes of this machine, or those of others.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, as_completed

import msgspec

from newscli.batch.frames import Failure
from newscli.batch.plan import Plan
from newscli.errors import InputError, NewsError
from newscli.export.format import Settings
from newscli.read import files
from newscli.read.paths import File
from newscli.read.record import Options
from newscli.read.spans import Span

_PACKED = (".gz", ".bz2", ".xz", ".zst")


class Guard(msgspec.Struct, frozen=True):
    """What a record may take before it is put in quarantine: seconds by the clock (0: no limit), bytes of memory."""

    seconds: float = 60.0
    memory: int | None = None


class Input(msgspec.Struct, frozen=True):
    """A file as it was when it was read; its size in bytes, its time in nanoseconds since 1970."""

    path: str
    size: int
    modified: int


class Task(msgspec.Struct, frozen=True):
    """A file to be read into a part. `inside` a folder that was given; `format` is the name of the part's format."""

    path: str
    part: str
    format: str
    plan: Plan = Plan()
    options: Options = Options()
    settings: Settings = Settings()
    guard: Guard = Guard()
    inside: bool = False
    version: str = ""  # of newscli: another one may read otherwise
    name: str | None = None  # what the file is a copy of, if it is one
    span: Span | None = None  # the piece of the file that is read, if not all of it
    cut: bool = False  # the file cannot be read any further: the part is what was read

    @property
    def report(self) -> str:
        """The path of the report."""
        return f"{os.path.splitext(self.part)[0]}.report.json"  # noqa: PTH122

    @property
    def frames(self) -> str:
        """The path of what is noted while the task is done."""
        folder, name = os.path.split(self.part)
        return os.path.join(folder, f".{name}.newscli-frames")  # noqa: PTH118

    @property
    def digest(self) -> str:
        """What the bytes of the part depend on besides the input, as one hash."""
        plan = msgspec.structs.replace(self.plan, workers=0, ordered=True, seconds=0)
        asked = (self.version, self.format, plan, self.options, self.settings, self.inside, self.span)
        return hashlib.sha256(msgspec.msgpack.encode(asked)).hexdigest()

    def input(self) -> Input:
        """The file as it is now. Raises `InputError` if it is not there."""
        try:
            found = os.stat(self.path)  # noqa: PTH116
        except (OSError, ValueError) as error:
            raise files.not_read(self.path, error) from error
        return Input(self.name or files.shown(self.path), found.st_size, found.st_mtime_ns)

    def file(self) -> File:
        """The file as it is read."""
        return File(self.path, self.inside, self.name, self.span)


class Failed(msgspec.Struct, frozen=True):
    """A record that failed and why."""

    record: str | None
    error: str
    advice: str | None = None


class Quarantined(msgspec.Struct, frozen=True):
    """A record that ended, or held up, the process that read it. `number` counts the file's records from 1; `offset` is
    where it begins in the unpacked archive, in bytes.
    """

    record: str | None
    number: int
    offset: int | None
    cause: str


class TaskReport(msgspec.Struct):
    """What became of a task, as it stands beside the part. Counts are of records; `passed_over` are no records.

    `held` is the size of what copies are told from, in bytes; `joined` a hash of all inputs among which they were told.
    """

    input: Input
    part: str
    digest: str
    guard: Guard
    span: Span | None = None
    bytes: int = 0  # of the part
    read: int = 0
    kept: int = 0
    no_story: int = 0  # of those kept
    left_out: dict[str, int] = msgspec.field(default_factory=dict)
    passed_over: dict[str, int] = msgspec.field(default_factory=dict)
    failed: list[Failed] = msgspec.field(default_factory=list)
    quarantined: list[Quarantined] = msgspec.field(default_factory=list)
    seconds: float = 0.0
    duplicates: int = 0  # marked or left out
    held: int = 0
    joined: str | None = None

    def errors(self) -> Iterator[NewsError]:
        """What failed and what is in quarantine, as errors."""
        for one in self.failed:
            yield InputError(one.error, path=one.record, advice=one.advice)
        for lost in self.quarantined:
            advice = "It is left out; see the report beside the part. The others are done."
            yield InputError(f"is in quarantine ({lost.cause})", path=lost.record or self.input.path, advice=advice)


def failure(error: NewsError) -> Failure:
    """An error as a value."""
    return Failure(error.message, error.advice)


def part_names(paths: Iterable[str], suffix: str) -> dict[str, str]:
    """A name for the part of each file: that of the file, with a hash of its path where two have the same.

    >>> part_names(["crawl/a.warc.gz", "b.html"], ".jsonl")
    {'crawl/a.warc.gz': 'a.jsonl', 'b.html': 'b.jsonl'}
    >>> part_names(["x/a.warc", "y/a.warc"], ".jsonl")["y/a.warc"]
    'a-28a89f0b.jsonl'
    """
    stems = {path: _stem(path) for path in paths}
    often = Counter(stem.casefold() for stem in stems.values())
    return {
        path: f"{stem}{suffix}" if often[stem.casefold()] == 1 else hashed_name(path, suffix)
        for path, stem in stems.items()
    }


def _stem(path: str) -> str:
    name = os.path.basename(path)  # noqa: PTH119
    root, suffix = os.path.splitext(name)  # noqa: PTH122
    return (os.path.splitext(root)[0] if suffix.lower() in _PACKED else root) or name  # noqa: PTH122


def hashed_name(path: str, suffix: str) -> str:
    """A name for the part of a file that no other file's has."""
    return f"{_stem(path)}-{hashlib.sha256(os.fsencode(path)).hexdigest()[:8]}{suffix}"


def finished(task: Task) -> TaskReport | None:
    """The report of a task that was done before, with the same input and options; None if there is none.

    One that has records in quarantine counts if they were given as much as they would be now.
    """
    try:
        report = report_of(task)
        same = report.input == task.input() and report.digest == task.digest
        whole = (
            os.path.getsize(task.frames) == report.held  # noqa: PTH202  the part can be made from it
            if task.plan.dedupe
            else os.path.getsize(task.part) == report.bytes  # noqa: PTH202
        )
    except (OSError, NewsError, msgspec.DecodeError):
        return None
    as_guarded = not report.quarantined or report.guard == task.guard
    return report if same and whole and as_guarded else None


def report_of(task: Task) -> TaskReport:
    """The report beside a part. Raises `OSError` if there is none, `msgspec.DecodeError` for anything else."""
    with open(task.report, "rb") as file:  # noqa: PTH123
        return read_report(file.read())


def read_report(data: bytes) -> TaskReport:
    """A report as it stands beside a part. Raises `msgspec.DecodeError` for anything else."""
    return msgspec.json.decode(data, type=TaskReport)


def write_report(task: Task, report: TaskReport) -> None:
    """Put the report beside the part, whole or not at all."""
    part = f"{task.report}.newscli-part"
    with open(part, "wb") as file:  # noqa: PTH123
        file.write(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, task.report)  # noqa: PTH105


def run(tasks: Iterable[Task], executor: Executor) -> Iterator[TaskReport | NewsError]:
    """Do the tasks with an executor of `concurrent.futures`: reports as they come, an error for a task that failed.

    Each task is done by a process of its own, which the executor's worker guards; an executor of threads will do.
    """
    from newscli.batch.guard import do

    for future in as_completed([executor.submit(do, task) for task in tasks]):
        try:
            yield future.result()
        except NewsError as error:
            yield error
