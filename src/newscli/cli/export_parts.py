"""`newscli export --parts`: a part of the output and a report for each input, in a folder that fills by and by."""

from __future__ import annotations

import os

from newscli.cli.export_options import Parts, Written
from newscli.cli.report import Report, say_line
from newscli.errors import NewsError, UsageError, unwritable
from newscli.wording import speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newscli.batch.plan import Plan
    from newscli.batch.run import Summary
    from newscli.batch.tasks import Task, TaskReport
    from newscli.cli.summary import Failures
    from newscli.export.format import Format
    from newscli.read.paths import File, Selection
    from newscli.read.record import Options

_WHOLE = "Leave it out, or leave --parts out."


def run(
    report: Report,
    arguments: list[str],
    selection: Selection,
    plan: Plan,
    options: Options,
    written: Written,
    parts: Parts,
    summary: Summary,
) -> None:
    """Do a task for each file of the arguments, those left out that were done before."""
    from newscli.batch.lock import Lock
    from newscli.batch.tasks import finished
    from newscli.cli.summary import Failures, tell

    folder, format = _folder(written), _format(written)
    _check(plan, written)
    _tell_of_memory(report, parts)
    with Failures(report, written.errors, quiet=written.quiet) as failures:
        tasks = _tasks(_files(arguments, selection, summary, failures), folder, format, plan, options, written, parts)
        try:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            lock = Lock(os.path.realpath(folder))
        except OSError as error:
            raise unwritable(folder, error) from error
        try:
            done = [found for task in tasks if parts.resume and (found := finished(task))]
            paths = {found.part for found in done}
            left = [task for task in tasks if os.path.basename(task.part) not in paths]  # noqa: PTH119
            for before in done:
                _count(before, summary, failures)
            _do(report, left, folder, plan.workers, summary, failures)
        finally:
            lock.release()
    if not written.quiet:
        tell(summary)
        if done:
            say_line(speaking()(f"  {len(done):,} of {len(tasks):,} parts were done before (--no-resume does all)"))


def _folder(written: Written) -> str:
    if written.output in (None, "-"):
        raise UsageError("--parts needs a folder", advice="As in: newscli export crawl/*.warc.gz --parts -o parts/")
    assert written.output is not None
    if os.path.exists(written.output) and not os.path.isdir(written.output):  # noqa: PTH110, PTH112
        raise UsageError(f"--parts needs a folder, and {written.output} is a file", advice="Give another name.")
    return written.output.rstrip("/") or "/"


def _format(written: Written) -> Format:
    """The format of the parts. Raises `UsageError` for one that is no single file."""
    from newscli.export import registry

    format = registry.named(written.format or "jsonl")
    if format.rendering is None and format.file is None:
        raise UsageError(f"{format.name} has no parts: it is a folder", advice="Choose another --format.")
    return format


def _check(plan: Plan, written: Written) -> None:
    """Raise `UsageError` for what is asked of the output as a whole."""
    asked = {
        "--append": written.append, "--unordered": not plan.ordered, "--dedupe": plan.dedupe, "--skip": plan.skip,
        "--limit": plan.limit is not None,
    }  # fmt: skip
    for option, value in asked.items():
        if value:
            raise UsageError(f"{option} is for one output, and --parts makes many", advice=_WHOLE)


def _tell_of_memory(report: Report, parts: Parts) -> None:
    from newscli.batch.child import can_limit_memory

    if parts.max_memory is not None and not can_limit_memory():
        report.note(NewsError("--max-memory has no effect: this system does not limit a process"))


def _files(arguments: list[str], selection: Selection, summary: Summary, failures: Failures) -> list[File]:
    """The files to read; those that cannot be had are told. Raises `UsageError` for standard input."""
    from newscli.read import STDIN
    from newscli.read.paths import files_of

    found = []
    for file in files_of(arguments, selection, lambda reason: summary.passed_over.update((reason,))):
        if isinstance(file, NewsError):
            summary.fail(file)
            failures.add(file)
        elif file.path == STDIN:
            raise UsageError("--parts reads files, not standard input", advice="Give their names, or --from LIST.")
        else:
            found.append(file)
    return found


def _tasks(
    files: list[File], folder: str, format: Format, plan: Plan, options: Options, written: Written, parts: Parts
) -> list[Task]:
    from newscli import __version__
    from newscli.batch.tasks import Guard, Task, part_names
    from newscli.export.format import Settings

    unique = {file.path: file for file in files}
    suffix = format.suffixes[0] if format.suffixes else f".{format.name}"
    names = part_names(unique, suffix)
    settings = Settings(fields=plan.fields, bom=written.bom, guard=not written.formulas)
    guard = Guard(parts.timeout_per_record, parts.max_memory)
    return [
        Task(
            path,
            os.path.join(folder, names[path]),  # noqa: PTH118
            format.name,
            plan,
            options,
            settings,
            guard,
            file.inside,
            __version__,
        )
        for path, file in unique.items()
    ]


class _Kept:
    """What stays when the work is stopped: all parts that are done."""

    def __init__(self, folder: str) -> None:
        self.kept: str | None = folder


def _do(report: Report, tasks: list[Task], folder: str, workers: int, summary: Summary, failures: Failures) -> None:
    from newscli.batch.pool import cores
    from newscli.batch.processes import pool_of, stop
    from newscli.batch.tasks import run as run_tasks
    from newscli.cli.stopping import stoppable

    if not tasks:
        return
    with stoppable(report, _Kept(folder)):
        pool = pool_of(min(workers or cores(), len(tasks)))
        try:
            for done in run_tasks(tasks, pool):
                if isinstance(done, NewsError):
                    summary.fail(done)
                    failures.add(done)
                else:
                    _count(done, summary, failures)
        finally:
            stop(pool)


def _count(done: TaskReport, summary: Summary, failures: Failures) -> None:
    """Add a task's report to the summary, and tell what failed in it."""
    summary.written += done.kept
    summary.storyless += done.no_story
    summary.left_out.update(done.left_out)
    summary.passed_over.update(done.passed_over)
    for error in done.errors():
        summary.fail(error)
        failures.add(error)
