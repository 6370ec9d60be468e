"""The batch measured: the memory of the parent over many records, workers against one, search in a large archive.

    python benchmarks/export.py memory [RECORDS]       the parent's resident memory while it exports JSON Lines
    python benchmarks/export.py workers [RECORDS]      one process against two, interleaved, by the clock
    python benchmarks/export.py search [ARTICLES]      queries in a made-up archive: milliseconds of CPU time

The records are made up: sentences of words drawn as natural language has them, few of them often and most seldom.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from newscli.export import registry
from newscli.export.format import Settings
from newscli.search.find import Archive

ROUNDS = 3
QUERIES = (
    "{common}", "{rare}", "{common} {other}", '"{common} {other}"', "{rare}*", "{common} -{other}",
    "{common} OR {other}", "title:{common}", "place:{place}", "{common} since:2024-03 until:2024-06",
    "place:{place} {common}", "agency:{agency}", "و{rare}", "{rare} {common}",
)  # fmt: skip
PLACES = ("عدن", "بيروت", "دمشق", "القاهرة", "الرباط", "تونس", "بغداد", "عمان", "الخرطوم", "طرابلس")
AGENCIES = ("رويترز", "سبأ", "سانا", "وفا", "بترا", "واس")
LETTERS = "ابتجحدرسشصعفقكلمنهوي"


def vocabulary(size: int, rng: random.Random) -> list[str]:
    """Words of three to seven letters, none twice."""
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(rng.choices(LETTERS, k=rng.randint(3, 7)))] = None
    return list(found)


class Writer:
    """Makes texts in which the word of rank n is 1/n as frequent as the first one."""

    def __init__(self, seed: int = 5, words: int = 30_000) -> None:
        self.rng = random.Random(seed)
        self.words = vocabulary(words, self.rng)
        weights = [1 / (rank + 2.7) for rank in range(words)]
        self.sums = [sum(weights[:1])]
        for weight in weights[1:]:
            self.sums.append(self.sums[-1] + weight)

    def text(self, count: int) -> str:
        """Words with the article or a prefix here and there."""
        words = self.rng.choices(self.words, cum_weights=self.sums, k=count)
        return " ".join(self.rng.choice(("", "", "ال", "و", "ب")) + word for word in words)

    def story(self, paragraphs: int = 3, length: int = 30) -> tuple[str, list[str]]:
        """A title and paragraphs."""
        return self.text(8), [f"وقال {self.text(length)}." for _ in range(paragraphs)]


def records(count: int) -> Iterator[str]:
    """Lines of JSON, a story in each."""
    writer = Writer()
    for number in range(count):
        title, body = writer.story()
        yield json.dumps({"id": number, "text": "\n\n".join([title, *body])}, ensure_ascii=False) + "\n"


def rows(count: int) -> Iterator[dict[str, object]]:
    """Articles as an export has them, of 200 words each."""
    writer = Writer()
    for number in range(count):
        title, body = writer.story(5, 40)
        place, agency = writer.rng.choice(PLACES), writer.rng.choice(AGENCIES)
        yield {
            "schema": "newscli/article/1", "title": title, "body": "\n\n".join(body),
            "published": f"2024-{writer.rng.randint(1, 12):02}-{writer.rng.randint(1, 28):02}",
            "dateline": {"text": f"{place} - {agency}", "places": [place], "sources": [agency], "date": None},
            "attribution": [{"role": "agency", "name": agency, "text": agency, "url": None}],
            "source": {
                "path": str(number), "format": "text", "encoding": "utf-8", "bytes": 1, "sha256": f"{number:064x}",
            },
        }  # fmt: skip


def export(path: Path, *options: str) -> subprocess.Popen[bytes]:
    """A running export of a file to nowhere."""
    call = [sys.executable, "-m", "newscli", "export", str(path), "-q", *options]
    return subprocess.Popen(call, stdout=subprocess.DEVNULL)


def resident(pid: int) -> float:
    """Megabytes that a process has in memory, where the system tells."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def memory(count: int, folder: Path) -> None:
    """Print the parent's memory, the most of each tenth of the time."""
    path = folder / "records.jsonl"
    path.write_text("".join(records(min(count, 20_000))), "utf-8")
    with path.open("a", encoding="utf-8") as file:
        for _ in range(count // 20_000 - 1):
            file.writelines(records(20_000))
    child = export(path, "--workers", "2")
    found = []
    while child.poll() is None:
        try:
            found.append(resident(child.pid))
        except OSError:
            break
        time.sleep(0.2)
    tenth = max(1, len(found) // 10)
    parts = [max(found[at : at + tenth]) for at in range(0, len(found) - tenth + 1, tenth)]
    print(f"{count:,} records, {path.stat().st_size >> 20} MB, status {child.returncode}")
    print("parent's resident memory by tenths of the time, MB:", *(f"{part:.0f}" for part in parts))


def workers(count: int, folder: Path) -> None:
    """Print the seconds of one worker and of two, interleaved, and the CPU time of the parent, which tells on a busy
    machine as well how much of the work is not shared.
    """
    path = folder / "records.jsonl"
    path.write_text("".join(records(count)), "utf-8")
    seconds: dict[str, list[float]] = {"1": [], "2": []}
    cpu: dict[str, list[float]] = {"1": [], "2": []}
    for _ in range(ROUNDS):
        for number, found in seconds.items():
            began = time.perf_counter()
            usage = os.wait4(export(path, "--workers", number).pid, 0)[2]
            found.append(time.perf_counter() - began)
            cpu[number].append(usage.ru_utime + usage.ru_stime)
    one, two = (statistics.median(found) for found in seconds.values())
    print(f"{count:,} records: {one:.1f} s with one worker, {two:.1f} s with two: {one / two:.2f} times as fast")
    alone, parent = (statistics.median(found) for found in cpu.values())
    print(f"CPU time: {alone:.2f} s with one worker; of the parent of two {parent:.2f} s, {parent / alone:.0%}")
    print("all runs:", seconds)


def search(count: int, folder: Path) -> None:
    """Print the CPU time of queries in an archive of so many articles."""
    path = folder / "archive.db"
    make = registry.named("sqlite").file
    assert make is not None
    writer = make(str(path), Settings())
    for row in rows(count):
        writer.write(row)
    writer.close()
    words = Writer().words
    print(f"{count:,} articles, {path.stat().st_size >> 20} MB")
    with Archive(str(path)) as archive:
        for query in QUERIES:
            times, total = [], 0
            for round in range(10):
                asked = query.format(
                    common=words[round], other=words[20 + round], rare=words[2000 + 100 * round],
                    place=PLACES[round], agency=AGENCIES[round % 6],
                )  # fmt: skip
                began = time.process_time()
                total = archive.search(asked).total
                times.append((time.process_time() - began) * 1000)
            print(f"{statistics.median(times):7.1f} ms median {max(times):7.1f} most  {total:7,} found  {query}")


MEASURED = {"memory": (memory, 100_000), "workers": (workers, 4_000), "search": (search, 100_000)}


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description="The batch measured.")
    parser.add_argument("what", choices=MEASURED)
    parser.add_argument("count", type=int, nargs="?", help="records or articles")
    given = parser.parse_args()
    measure, usual = MEASURED[given.what]
    with tempfile.TemporaryDirectory() as folder:
        measure(given.count or usual, Path(folder))
    print(f"this process at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB")


if __name__ == "__main__":
    main()
