"""A batch from its inputs to its output, and what became of them in numbers."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice

import msgspec

from newscli.batch.output import Output
from newscli.batch.plan import OPTIONAL_FIELDS, Plan
from newscli.batch.pool import read_all
from newscli.batch.work import Event, Outcome, row_of
from newscli.errors import NewsError
from newscli.read.record import Row


class Summary:
    """What became of the records of a batch, as numbers."""

    def __init__(self) -> None:
        self.written = 0
        self.storyless = 0  # of those written
        self.duplicates = 0
        self.failed: Counter[str] = Counter()  # by reason, as the next two
        self.left_out: Counter[str] = Counter()
        self.passed_over: Counter[str] = Counter()
        self._began = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long the batch took."""
        return time.monotonic() - self._began

    @property
    def read(self) -> int:
        """How many records were looked at."""
        return self.written + sum(self.failed.values()) + sum(self.left_out.values())

    def fail(self, error: NewsError) -> None:
        """Count an error by its reason: the message without what is in brackets."""
        self.failed[error.message.partition(" (")[0]] += 1


class Watch(msgspec.Struct, frozen=True):
    """Who is told during a batch: of each error, and of each record that is done."""

    failed: Callable[[NewsError], None]
    done: Callable[[Summary], None] = lambda summary: None


def run(events: Iterator[Event], plan: Plan, output: Output, watch: Watch, summary: Summary) -> None:
    """Read the events' records, take those that the plan wants, and write them. The output is a context, entered.

    Raises `OutputError` if the output cannot be written; errors of records are told to `watch` and counted. Where no
    input could be read, what stood in the output's place stays.
    """
    if plan.dedupe:
        from newscli.batch.duplicates import check_installed

        check_installed()
    with closing(read_all(islice(events, plan.skip, None), plan)) as read:
        taken = _taken(read, plan, watch, summary)
        rows = _without_copies(taken, plan, summary) if plan.dedupe else _rows(taken)
        for row in islice(rows, plan.limit):
            output.write(projected(row, plan.fields))
            summary.written += 1
            summary.storyless += not row.get("body")
            watch.done(summary)
    if summary.failed and not summary.written and not summary.left_out:
        output.drop()


def _taken(read: Iterator[Outcome], plan: Plan, watch: Watch, summary: Summary) -> Iterator[Outcome]:
    """The outcomes that have a row; the others are counted and told."""
    for outcome in read:
        if outcome.error is not None:
            summary.fail(outcome.error)
            watch.failed(outcome.error)
            watch.done(summary)
        elif outcome.left_out is not None:
            summary.left_out[outcome.left_out] += 1
            watch.done(summary)
        else:
            yield outcome


def _rows(taken: Iterator[Outcome]) -> Iterator[Row]:
    return (row_of(outcome.row) for outcome in taken if outcome.row is not None)


def _without_copies(taken: Iterator[Outcome], plan: Plan, summary: Summary) -> Iterator[Row]:
    """The rows when all are known: copies marked or left out. The originals are the same whatever came first."""
    from newscli.batch.duplicates import THRESHOLD
    from newscli.batch.spool import Spool

    with closing(Spool()) as spool:
        for outcome in taken:
            if outcome.row is not None and outcome.print is not None:
                spool.add(outcome.row, outcome.print)
        copies = spool.copies(plan.threshold or THRESHOLD)
        summary.duplicates = len(copies)
        if plan.dedupe == "drop":
            summary.left_out["duplicate"] += len(copies)
        yield from spool.rows(copies, drop=plan.dedupe == "drop")


def projected(row: Row, fields: tuple[str, ...] | None) -> Row:
    """The row with the fields that were asked for, in the order asked; what is not there is null."""
    if fields is None:
        return row
    return {name: row.get(name) for name in fields if name in row or name not in OPTIONAL_FIELDS}
