"""Records to processes and outcomes back, in the order of the inputs, with no more under way than a few batches.

A process that dies (out of memory, killed) costs the one record at which it dies.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import connection, get_all_start_methods, get_context, parent_process
from typing import ParamSpec, TypeVar

from newscli.batch.interrupts import step
from newscli.batch.plan import Plan
from newscli.batch.work import Event, Outcome, outcomes
from newscli.errors import NewsError
from newscli.read.record import Record

P = ParamSpec("P")
T = TypeVar("T")

BATCH, BATCH_BYTES = 16, 1 << 20  # records, and about how much of them, that go to a process at once
_LAST_WORDS = 2.0  # seconds that the pool's own thread has to end
AHEAD = 3  # batches a worker that may be under way


def _batches(events: Iterable[Event]) -> Iterator[list[Event]]:
    batch: list[Event] = []
    size = 0
    for event in events:
        batch.append(event)
        size += _size(event)
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(event: Event) -> int:
    """About how many bytes an event has; an exported article about as many as pages have."""
    content = None if isinstance(event, NewsError) else event.content
    return len(content) if isinstance(content, bytes | str) else 4096


class _Task:
    """A batch under way: errors keep their places among the records that a process reads."""

    def __init__(self, batch: list[Event], pool: ProcessPoolExecutor, plan: Plan) -> None:
        self.batch = batch
        self.records = [event for event in batch if not isinstance(event, NewsError)]
        self.future: Future[list[Outcome]] = pool.submit(outcomes, self.records, plan)

    def outcomes(self, read: list[Outcome]) -> Iterator[Outcome]:
        done = iter(read)
        for event in self.batch:
            yield Outcome(error=event) if isinstance(event, NewsError) else next(done)


def read_in_processes(events: Iterator[Event], plan: Plan, workers: int) -> Iterator[Outcome]:
    """What becomes of each event, read by so many processes."""
    batches = _batches(events)
    tasks: deque[_Task] = deque()
    pool = pool_of(workers)
    try:
        while True:
            for batch in islice(batches, workers * AHEAD - len(tasks)):
                tasks.append(_Task(batch, pool, plan))
            if not tasks:
                return
            task = _next(tasks, ordered=plan.ordered)
            try:
                yield from task.outcomes(task.future.result())
            except BrokenProcessPool:
                waiting = [task, *tasks]
                tasks.clear()
                pool.shutdown(cancel_futures=True)
                for each in waiting:
                    yield from each.outcomes(_one_by_one(each.records, plan))
                pool = pool_of(workers)
    finally:
        stop(pool)


def _next(tasks: deque[_Task], *, ordered: bool) -> _Task:
    if ordered:
        return tasks.popleft()
    done, _ = wait([task.future for task in tasks], return_when=FIRST_COMPLETED)
    task = next(task for task in tasks if task.future in done)
    tasks.remove(task)
    return task


def _one_by_one(records: list[Record], plan: Plan) -> list[Outcome]:
    """Outcomes of records one of which may kill a process: each alone, so that it costs itself."""
    found: list[Outcome] = []
    pool = pool_of(1)
    try:
        for record in records:
            try:
                found += pool.submit(outcomes, [record], plan).result()
            except BrokenProcessPool:
                found.append(Outcome(error=_died(record)))
                pool.shutdown(cancel_futures=True)
                pool = pool_of(1)
    finally:
        stop(pool)
    return found


def _died(record: Record) -> NewsError:
    advice = "It may need more memory than there is: try it alone, with newscli parse."
    return NewsError("ended the process that read it", path=record.name, advice=advice)


# Processes


class _Pool(ProcessPoolExecutor):
    """Processes whose start an interrupt waits for: half started, nobody would end them."""

    def submit(self, call: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> Future[T]:
        with step(), _deaf():
            return super().submit(call, *arguments, **named)


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that are started inside never hear of Ctrl-C, which a terminal sends to all; this one does, later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def pool_of(workers: int) -> ProcessPoolExecutor:
    """Processes that have loaded what they need. They are not forked off this one, whose threads they would copy."""
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["newscli.batch.work"])
    return _Pool(workers, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Ctrl-C is the parent's to handle, which lets the processes end; without it they end as well."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def stop(pool: ProcessPoolExecutor) -> None:
    """End the processes now; after Ctrl-C nobody waits for what they are reading."""
    if sys.exc_info()[0] is None:
        pool.shutdown(cancel_futures=True)
        return
    processes = list((pool._processes or {}).values())
    manager: threading.Thread | None = getattr(pool, "_executor_manager_thread", None)
    answers = getattr(pool, "_result_queue", None)
    for process in processes:
        process.terminate()
    pool.shutdown(wait=False, cancel_futures=True)
    if manager is not None:
        if answers is not None:  # a process that ended amid its answer sends no rest: without this end of the pipe
            answers._writer.close()  # the manager would wait for it, and Python, at its end, for the manager
        manager.join(_LAST_WORDS)  # else it may close its pipe while Python, at its end, writes to it
