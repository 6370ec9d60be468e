"""Records to outcomes: the first in this process, the others in several if there are enough to be worth it.

Starting processes costs more than reading a few dozen pages, and loading what starts them more than reading one.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from itertools import chain, islice

from newscli.batch.plan import Plan
from newscli.batch.work import Event, Outcome, outcome_of

FEW = 48  # records: 0.3 s of reading, what starting processes costs


def cores() -> int:
    """How many processes this one may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_all(events: Iterator[Event], plan: Plan) -> Generator[Outcome, None, None]:
    """What becomes of each event, in order (in any order if the plan says so)."""
    workers = plan.workers or cores()
    here = events if workers == 1 else islice(events, 0 if plan.workers else FEW)
    for event in here:
        yield outcome_of(event, plan)
    first = next(events, None)
    if first is not None:
        from newscli.batch.processes import read_in_processes

        yield from read_in_processes(chain([first], events), plan, workers)
