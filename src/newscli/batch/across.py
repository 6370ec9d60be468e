"""Copies across the parts of a batch: told when all parts are there, from the prints that their tasks left beside them.

A part that has been joined is its task's rows, copies marked or left out, and its report says with which others it was:
the same call leaves it alone, and one with more inputs writes all parts anew, without reading an input again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import islice

import msgspec

from newscli.batch.duplicates import THRESHOLD
from newscli.batch.frames import Frames
from newscli.batch.output import Output
from newscli.batch.run import projected
from newscli.batch.spool import Spool
from newscli.batch.tasks import Task, TaskReport, report_of, write_report
from newscli.export import registry
from newscli.read.record import Row


def join(tasks: Sequence[Task]) -> list[TaskReport]:
    """Mark or leave out the copies among the articles of these tasks, all finished; comes back with their reports.

    The originals are those of a plain export of the same inputs in the same order.
    """
    company = _company(tasks)
    reports = [report_of(task) for task in tasks]
    if not all(_is_joined(task, report, company) for task, report in zip(tasks, reports, strict=True)):
        with closing(Spool()) as spool:
            counts = [_add(task, spool) for task in tasks]
            _write(tasks, reports, counts, spool, company)
    return reports


def _company(tasks: Sequence[Task]) -> str:
    """All inputs and options that have a say in which articles are copies, as one hash."""
    known = [(task.digest, task.input()) for task in tasks]
    return hashlib.sha256(msgspec.msgpack.encode(known)).hexdigest()


def _is_joined(task: Task, report: TaskReport, company: str) -> bool:
    try:
        return report.joined == company and os.path.getsize(task.part) == report.bytes  # noqa: PTH202
    except OSError:
        return False


def _add(task: Task, spool: Spool) -> int:
    """Put the rows of a task into the spool; how many they are."""
    count = 0
    with Frames(task.frames) as frames:
        for entry in frames.entries():
            if entry.row is not None and entry.print is not None:
                spool.add(entry.row, entry.print)
                count += 1
    return count


def _write(
    tasks: Sequence[Task], reports: list[TaskReport], counts: list[int], spool: Spool, company: str
) -> None:  # fmt: skip
    drop = tasks[0].plan.dedupe == "drop"
    copies = spool.copies(tasks[0].plan.threshold or THRESHOLD)
    rows = spool.rows(copies, drop=drop)
    begin = 0
    for task, report, count in zip(tasks, reports, counts, strict=True):
        report.duplicates = sum(number in copies for number in range(begin, begin + count))
        begin += count
        report.kept = count - report.duplicates if drop else count
        report.left_out.pop("duplicate", None)
        if drop and report.duplicates:
            report.left_out["duplicate"] = report.duplicates
        report.joined = company
        _write_part(task, report, islice(rows, report.kept))


def _write_part(task: Task, report: TaskReport, rows: Iterable[Row]) -> None:
    with Output(task.part, registry.named(task.format), task.settings) as output:
        for row in rows:
            output.write(projected(row, task.plan.fields))
    report.bytes = os.path.getsize(task.part)  # noqa: PTH202
    write_report(task, report)
