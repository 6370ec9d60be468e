"""`newscli export --parts`: a part of the output and a report for each input, in a folder that fills by and by."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import contextmanager
from typing import NamedTuple

from newscli.cli.export_options import Inputs, Parts, Written
from newscli.cli.report import Report, say_line
from newscli.errors import NewsError, UsageError, unwritable
from newscli.wording import speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscli.batch.plan import Plan
    from newscli.batch.run import Summary
    from newscli.batch.tasks import Task, TaskReport
    from newscli.cli.progress import Meter
    from newscli.cli.summary import Failures
    from newscli.export.format import Format
    from newscli.read.paths import File, Selection
    from newscli.read.record import Options
    from newscli.read.spans import Span

_GOES_ON = "The same call goes on from there."  # said of an interruption


class Call(NamedTuple):
    """What an export is told that is done in parts, here or by Spark."""

    report: Report
    arguments: list[str]
    inputs: Inputs
    selection: Selection
    plan: Plan
    options: Options
    written: Written
    parts: Parts
    summary: Summary


def run(call: Call) -> None:
    """Do a task for each file of the arguments, those left out that were done before."""
    from newscli.batch.tasks import finished
    from newscli.cli.progress import meter
    from newscli.cli.stopping import stoppable
    from newscli.cli.summary import Failures, tell

    summary, written = call.summary, call.written
    folder, format = _folder(written), _format(written)
    one_output(call.plan, written, "--parts")
    if call.plan.dedupe:
        from newscli.batch.duplicates import check_installed

        check_installed()
    _tell_of_memory(call.report, call.parts)
    with Failures(call.report, written.errors, quiet=written.quiet) as failures:
        tasks = _tasks(_files(call, failures), folder, format, call)
        with _locked(folder), stoppable(call.report, _Kept(folder), _GOES_ON):
            done = [found for task in tasks if call.parts.resume and (found := finished(task))]
            paths = {found.part for found in done}
            left = [task for task in tasks if os.path.basename(task.part) not in paths]  # noqa: PTH119
            for before in done:
                count(before, summary, failures)
            with meter(_read_by(left), shown=not written.quiet) as progress:
                _do(left, call.plan.workers, summary, failures, progress)
            if call.plan.dedupe:
                _join([task for task in tasks if finished(task)], summary)
    if not written.quiet:
        say = speaking()
        tell(summary)
        if done:
            say_line("  " + say(f"{len(done):,} of {len(tasks):,} parts were done before (--no-resume does all)"))
        if others := _others(folder, tasks):
            told = f"{others:,} parts in {folder} are of other inputs or another --split-size: remove those too many"
            say_line("  " + say(told))


def _folder(written: Written) -> str:
    if written.output in (None, "-"):
        raise UsageError("--parts needs a folder", advice="As in: newscli export crawl/*.warc.gz --parts -o parts/")
    assert written.output is not None
    if os.path.exists(written.output) and not os.path.isdir(written.output):  # noqa: PTH110, PTH112
        raise UsageError(f"--parts needs a folder, and {written.output} is a file", advice="Give another name.")
    return written.output.rstrip("/") or "/"


@contextmanager
def _locked(folder: str) -> Iterator[None]:
    """The folder, made if need be, to be written by nobody else."""
    from newscli.batch.lock import Lock

    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        lock = Lock(os.path.realpath(folder))
    except OSError as error:
        raise unwritable(folder, error) from error
    try:
        yield
    finally:
        lock.release()


def _format(written: Written) -> Format:
    """The format of the parts. Raises `UsageError` for one that is no single file."""
    from newscli.export import registry

    format = registry.named(written.format or "jsonl")
    if format.rendering is None and format.file is None:
        raise UsageError(f"{format.name} has no parts: it is a folder", advice="Choose another --format.")
    return format


def one_output(plan: Plan, written: Written, way: str) -> None:
    """Raise `UsageError` for what is asked of the output as a whole, where many write it."""
    asked = {
        "--append": written.append, "--unordered": not plan.ordered, "--skip": plan.skip,
        "--limit": plan.limit is not None, "--dedupe": plan.dedupe and way != "--parts",
    }  # fmt: skip
    for option, value in asked.items():
        if value:
            raise UsageError(f"{option} is for one output, and {way} makes many", advice="Leave out one of the two.")


def _tell_of_memory(report: Report, parts: Parts) -> None:
    from newscli.batch.child import can_limit_memory

    if parts.max_memory is not None and not can_limit_memory():
        report.note(NewsError("--max-memory has no effect: this system does not limit a process"))


def _files(call: Call, failures: Failures) -> list[File]:
    """The files to read; those that cannot be had are told. Raises `UsageError` for standard input."""
    from newscli.read import STDIN
    from newscli.read.paths import files_of

    found = []
    for file in files_of(call.arguments, call.selection, lambda reason: call.summary.passed_over.update((reason,))):
        if isinstance(file, NewsError):
            call.summary.fail(file)
            failures.add(file)
        elif file.path == STDIN:
            raise UsageError("--parts reads files, not standard input", advice="Give their names, or --from LIST.")
        else:
            found.append(file)
    return found


def _tasks(files: list[File], folder: str, format: Format, call: Call) -> list[Task]:
    from newscli import __version__
    from newscli.batch.tasks import Guard, Task, part_names
    from newscli.export.format import Settings

    unique = {file.path: file for file in files}
    suffix = format.suffixes[0] if format.suffixes else f".{format.name}"
    names = part_names(unique, suffix)
    plan, options = call.plan, call.options
    settings = Settings(fields=plan.fields, bom=call.written.bom, guard=not call.written.formulas)
    guard = Guard(plan.seconds, call.parts.max_memory)
    tasks = [
        Task(
            file.path, os.path.join(folder, name), format.name, plan, options, settings, guard, file.inside,  # noqa: PTH118
            __version__, span=span,
        )
        for path, file in unique.items()
        for name, span in _pieces(file, names[path], suffix, options, call.parts.split_size)
    ]  # fmt: skip
    for part, number in Counter(task.part.casefold() for task in tasks).items():
        if number > 1:  # crawl.0001.warc beside a piece of crawl.warc
            raise UsageError(f"two parts would be called {part}", advice="Give one of the inputs another name.")
    return tasks


def _pieces(
    file: File, name: str, suffix: str, options: Options, size: int | None
) -> Iterator[tuple[str, Span | None]]:
    """The pieces of a file with the names of their parts: `crawl.0001.jsonl`; of a smaller one the whole."""
    from newscli.read.spans import spans_of

    try:
        spans = spans_of(file.path, size, options) if size else []
    except OSError:
        spans = []  # reading it tells
    if not spans:
        yield name, None
    for number, span in enumerate(spans):
        yield f"{name.removesuffix(suffix)}.{number:04}{suffix}", span


def _others(folder: str, tasks: list[Task]) -> int:
    """How many parts in the folder are none of these tasks'."""
    known = {os.path.basename(task.report) for task in tasks}  # noqa: PTH119
    return sum(name.endswith(".report.json") and name not in known for name in os.listdir(folder))  # noqa: PTH208


def _join(tasks: list[Task], summary: Summary) -> None:
    """Tell the copies among all parts, and count anew what they leave."""
    from newscli.batch.across import join

    reports = join(tasks) if tasks else []
    summary.written = sum(done.kept for done in reports)
    summary.duplicates = sum(done.duplicates for done in reports)
    summary.left_out["duplicate"] = sum(done.left_out.get("duplicate", 0) for done in reports)


class _Kept:
    """What stays when the work is stopped: all parts that are done."""

    def __init__(self, folder: str) -> None:
        self.kept: str | None = folder


def _read_by(tasks: list[Task]) -> Iterator[File]:
    return (task.file() for task in tasks)


def _do(tasks: list[Task], workers: int, summary: Summary, failures: Failures, progress: Meter) -> None:
    from newscli.batch.pool import cores
    from newscli.batch.processes import pool_of, stop
    from newscli.batch.tasks import run as run_tasks

    if not tasks:
        return
    pool = pool_of(min(workers or cores(), len(tasks)))
    try:
        for done in run_tasks(tasks, pool):
            if isinstance(done, NewsError):
                summary.fail(done)
                failures.add(done)
            else:
                progress.finished(done.span.size if done.span else done.input.size)
                count(done, summary, failures)
            progress.show(summary)
    finally:
        stop(pool)


def count(done: TaskReport, summary: Summary, failures: Failures) -> None:
    """Add a task's report to the summary, and tell what failed in it."""
    summary.written += done.kept
    summary.storyless += done.no_story
    summary.left_out.update(done.left_out)
    summary.passed_over.update(done.passed_over)
    for error in done.errors():
        summary.fail(error)
        failures.add(error)
