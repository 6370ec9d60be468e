"""The batch in parts measured, on an archive made up by benchmarks/archive.py.

    python -m benchmarks.scale workers [RECORDS]   a bare loop in one process against --parts with one worker and two
    python -m benchmarks.scale filter [RECORDS]    one in ten Arabic: with the filter, and all parsed
    python -m benchmarks.scale reading [RECORDS]   the share of reading WARC, and of the filter, in a loop over a file
    python -m benchmarks.scale memory [RECORDS]    resident memory of a task's process, by tenths of the time

CPU time is that of a call with its children.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.archive import write
from newscli.batch.plan import Plan
from newscli.batch.work import outcome_of
from newscli.errors import NewsError
from newscli.model import Source
from newscli.read.paths import File, records_of
from newscli.read.record import Options, Record
from newscli.read.script import can_be_arabic

ROUNDS = 3
TASKS = """
import sys
from concurrent.futures import ThreadPoolExecutor
from newscli.batch import tasks
from newscli.read.record import Options
workers, arabic, folder, *paths = sys.argv[1:]
options = Options(arabic=arabic == "arabic")
given = [tasks.Task(path, f"{folder}/{number}.jsonl", "jsonl", options=options) for number, path in enumerate(paths)]
with ThreadPoolExecutor(int(workers)) as executor:
    for report in tasks.run(given, executor):
        assert not isinstance(report, Exception), report
"""
LOOP = """
import sys
from newscli.batch.plan import Plan
from newscli.batch.sources import events
from newscli.batch.work import outcome_of
from newscli.read.paths import File
from newscli.read.record import Options
with open(sys.argv[1], "wb") as out:
    for event in events(map(File, sys.argv[2:]), Options(), lambda reason: None, lambda stream: None):
        row = outcome_of(event, Plan()).row
        if row is not None:
            out.write(row + b"\\n")
"""


def timed(call: list[str]) -> tuple[float, float]:
    """Seconds by the clock and of CPU that a call takes, with all its children."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(call, check=False, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, cpu


def compare(calls: dict[str, list[str]]) -> None:
    """Print the times of calls, interleaved."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            found[name].append(timed(call))
    for name, times in found.items():
        clock, cpu = (statistics.median(each) for each in zip(*times, strict=True))
        best = min(clock for clock, _ in times)
        print(f"{name:24} {clock:7.1f} s by the clock (best {best:.1f}), {cpu:7.1f} s of CPU")


def tasks(workers: int, which: str, paths: list[Path], folder: Path) -> list[str]:
    """The call that does an archive in parts, `which` is "arabic" or "all". Threads guard the processes: their CPU time
    counts.
    """
    return [sys.executable, "-c", TASKS, str(workers), which, str(folder), *map(str, paths)]


def parts(paths: list[Path], folder: Path, *options: str) -> list[str]:
    """The call that exports an archive in parts, all of it."""
    call = [sys.executable, "-m", "newscli", "export", *map(str, paths), "--parts", "-o", str(folder / "parts"), "-q"]
    return [*call, "--no-resume", *options]


def workers(count: int, folder: Path) -> None:
    """One loop against one worker and two, nothing filtered."""
    paths = write(folder / "in", count, 4)
    compare(
        {
            "a bare loop": [sys.executable, "-c", LOOP, str(folder / "loop.jsonl"), *map(str, paths)],
            "one worker": tasks(1, "all", paths, folder),
            "two workers": tasks(2, "all", paths, folder),
        }
    )


def filtered(count: int, folder: Path) -> None:
    """The filter against all languages, one worker."""
    paths = write(folder / "in", count, 1)
    compare({which: tasks(1, which, paths, folder) for which in ("arabic", "all")})


def reading(count: int, folder: Path) -> None:
    """CPU time of reading, of the filter and of parsing all."""
    [path] = write(folder / "in", count, 1)
    records: list[Record | NewsError] = []

    def read() -> None:
        records.extend(records_of(File(str(path)), Options(), lambda reason: None))

    def look() -> None:
        for one in records:
            if isinstance(one, Record) and isinstance(one.content, bytes):
                can_be_arabic(Source(one.content, charset=one.charset))

    def parse() -> None:
        for one in records:
            outcome_of(one, Plan())

    times = {step.__name__: cpu(step) for step in (read, look, parse)}
    whole = times["read"] + times["parse"]
    print(
        *(
            f"{name} {seconds:.2f} s ({seconds / whole:.1%} of reading and parsing all)"
            for name, seconds in times.items()
        )
    )


def cpu(step: Callable[[], None]) -> float:
    """The CPU time of a step in seconds."""
    began = time.process_time()
    step()
    return time.process_time() - began


def memory(count: int, folder: Path) -> None:
    """The memory of the process that does one task."""
    paths = write(folder / "in", count, 1)
    found = []
    with subprocess.Popen(parts(paths, folder, "--workers", "1")) as process:
        while process.poll() is None:
            found += [resident(pid) for pid in children(process.pid)]
            time.sleep(0.2)
    tenth = max(1, len(found) // 10)
    tenths = [max(found[at : at + tenth]) for at in range(0, len(found) - tenth + 1, tenth)]
    print(f"{count:,} records, MB by tenths of the time:", *(f"{each:.0f}" for each in tenths))


def children(pid: int) -> list[int]:
    """The processes below one that do tasks."""
    found = []
    for status in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if b"newscli.batch.child" in status.read_bytes():
                found.append(int(status.parent.name))
        except OSError:
            continue
    return [each for each in found if pid in ancestors(each)]


def ancestors(pid: int) -> set[int]:
    """The processes above one."""
    found: set[int] = set()
    while pid > 1:
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            break
        found.add(pid)
    return found


def resident(pid: int) -> float:
    """Megabytes that a process has in memory; 0 if it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def main() -> None:
    """Measure what was asked for."""
    measured = {"workers": workers, "filter": filtered, "reading": reading, "memory": memory}
    parser = argparse.ArgumentParser(description="The batch in parts measured.")
    parser.add_argument("what", choices=measured)
    parser.add_argument("records", type=int, nargs="?", default=4_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured[given.what](given.records, Path(folder))


if __name__ == "__main__":
    main()
