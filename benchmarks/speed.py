"""What newscli costs beside bare parsing and the other extractors: pages, plain text, start-up, memory.

    python benchmarks/speed.py FOLDER... [--rounds 5] [--peers NAME ...] [--no-start] [--json]

Every page (`*.html`, `*.htm`, found in the folders at any depth) goes through every system in each round, one system
after the other, so that a busy machine is unkind to all alike. What is counted is CPU time of one process; the figure
of a page is its median over the rounds. newscli starts from bytes and gives all its fields; the others get the page
decoded. Plain texts (`*.txt`) are newscli's alone: peers read none. Peers come with `pip install "newscli[peers]"`.
"""

from __future__ import annotations

import argparse
import gc
import json
import logging
import os
import platform
import statistics
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import peers
import startup
from guard import forget
from selectolax.lexbor import LexborHTMLParser

import newscli
from newscli.errors import NewsError
from newscli.model import Source
from newscli.read.decode import decode

PARSE, OURS = "lexbor, bare parse", "newscli, all fields"
PEERS = ["resiliparse", "trafilatura", "newspaper4k", "readability-lxml"]
CLASSES = ((50_000, "under 50 KB"), (150_000, "50 to 150 KB"), (1 << 62, "over 150 KB"))
SMALL = 4096  # bytes of an article when plain text is counted

# A fresh process, told how to use one large page; its answer is the peak of its memory in bytes.
_PEAK = """
import sys
from pathlib import Path
page = Path(sys.argv[2]).read_bytes()
if sys.argv[1] == "newscli":
    import newscli
    newscli.parse(page)
elif sys.argv[1] == "lexbor":
    from selectolax.lexbor import LexborHTMLParser
    LexborHTMLParser(page.decode())
status = Path("/proc/self/status")
if status.exists():
    print(next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM")))
else:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024))
"""


def large_page(size: int = 1_000_000) -> bytes:
    """A page of about `size` bytes, half of it a story and half of it lists of links."""
    story = "<p>قال الوزير في مؤتمر صحافي عقده اليوم إن الحكومة ستبدأ تنفيذ المشروع في مطلع السنة المقبلة.</p>\n"
    link = '<li class="item"><a href="/news/12345">خبر آخر من أخبار اليوم في العالم</a></li>\n'
    half = size // 2
    paragraphs, links = story * (half // len(story.encode())), link * (half // len(link.encode()))
    return f"<html><body><h1>خبر طويل</h1><article>{paragraphs}</article><ul>{links}</ul></body></html>".encode()


def inputs(folders: Iterable[Path], *endings: str) -> list[bytes]:
    """The files with these endings that hold text."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in endings:
                data = path.read_bytes()
                try:
                    decode(Source(data))
                except NewsError:
                    continue
                found.append(data)
    return found


def time_all(systems: dict[str, list[Callable[[], object]]], rounds: int) -> dict[str, list[float]]:
    """The median CPU seconds of each call, by system, after a round that is not counted.

    What the systems have loaded is frozen, or each would pay for looking through the garbage of all the others. What
    newscli remembers of lines is forgotten before each round: no page profits from having been read in the last one.
    """
    spent: dict[str, list[list[float]]] = {name: [[] for _ in calls] for name, calls in systems.items()}
    count = len(next(iter(systems.values())))
    for turn in range(rounds + 1):
        forget()
        gc.collect()
        gc.freeze()
        for index in range(count):
            for name, calls in systems.items():
                began = process_time()
                calls[index]()
                if turn:
                    spent[name][index].append(process_time() - began)
    return {name: [statistics.median(each) for each in pages] for name, pages in spent.items()}


def pages_report(data: list[bytes], others: dict[str, peers.Extract], rounds: int) -> dict[str, Any]:
    """Milliseconds a page and ratios, over all pages and by their size."""
    texts = [decode(Source(each)).text for each in data]
    systems: dict[str, list[Callable[[], object]]] = {
        PARSE: [partial(LexborHTMLParser, text) for text in texts],
        OURS: [partial(newscli.parse, each) for each in data],
        **{name: [partial(peers.guarded(name, call), text) for text in texts] for name, call in others.items()},
    }
    times = time_all(systems, rounds)
    classes = {"all": list(range(len(data)))}
    for index, each in enumerate(data):
        classes.setdefault(next(name for most, name in CLASSES if len(each) < most), []).append(index)
    return {
        name: {
            "pages": len(part), "kilobytes": round(sum(len(data[i]) for i in part) / 1024),
            "systems": _ratios({system: sum(each[i] for i in part) / len(part) for system, each in times.items()}),
        }
        for name, part in classes.items()
    }  # fmt: skip


def _ratios(seconds: dict[str, float]) -> dict[str, dict[str, float]]:
    return {
        name: {
            "ms a page": round(1000 * each, 3), "pages a second": round(1 / each, 1),
            "times bare parse": round(each / seconds[PARSE], 2), "times newscli": round(each / seconds[OURS], 2),
        }
        for name, each in seconds.items()
    }  # fmt: skip


def text_report(data: list[bytes], rounds: int) -> dict[str, float]:
    """Plain texts a second, as they are and counted in articles of 4 KB."""
    times = time_all({OURS: [partial(newscli.parse, each) for each in data]}, rounds)[OURS]
    size, seconds = sum(map(len, data)), sum(times)
    return {
        "texts": len(data), "mean bytes": round(size / len(data)), "texts a second": round(len(data) / seconds),
        "articles of 4 KB a second": round(size / SMALL / seconds),
    }  # fmt: skip


def memory_report(folder: Path) -> dict[str, float]:
    """Peak megabytes of fresh processes over a page of 1 MB: nothing done, parsed, read."""
    page = folder / "page.html"
    page.write_bytes(large_page())
    found = {}
    for name, way in (("Python alone", "nothing"), (PARSE, "lexbor"), (OURS, "newscli")):
        done = subprocess.run([sys.executable, "-c", _PEAK, way, str(page)], capture_output=True, check=True, text=True)
        found[name] = round(int(done.stdout) / 1e6, 1)
    return found


def start_report(runs: int) -> dict[str, dict[str, float]]:
    """CPU of the command's start, beside `python -c pass` and trafilatura's command where there is one."""
    sample = startup.ROOT / "samples" / "aggregator.txt"
    times = startup.measure(sample, runs)
    command = Path(sys.executable).with_name("trafilatura")
    if command.exists():
        times["trafilatura --version"] = statistics.median(
            startup.cpu_ms([str(command), "--version"], terminal=False) for _ in range(max(3, runs // 3))
        )
    base = times[startup.BASE]
    return {name: {"ms": round(time, 1), "ratio": round(time / base, 2)} for name, time in times.items()}


def machine() -> dict[str, str]:
    """What the figures were taken on."""
    model = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        names = [line.split(":", 1)[1].strip() for line in information.read_text().splitlines() if "model name" in line]
        model = names[0] if names else model
    return {
        "machine": f"{model}, {os.cpu_count()} CPUs, {platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        **peers.versions(["newscli", "selectolax", "msgspec", *peers.TABLE]),
    }


def lines_of(report: dict[str, Any]) -> Iterable[str]:
    """The report as Markdown."""
    yield ", ".join(f"{name} {version}" for name, version in report["versions"].items())
    for name, part in report.get("pages", {}).items():
        yield f"\n| {name}: {part['pages']} pages, {part['kilobytes']} KB | ms a page | pages/s | x parse | x newscli |"
        yield "|---|---:|---:|---:|---:|"
        for system, row in part["systems"].items():
            yield f"| {system} | " + " | ".join(f"{value:g}" for value in row.values()) + " |"
    for title in ("plain text", "peak MB, page of 1 MB"):
        if title in report:
            yield f"\n{title}: " + ", ".join(f"{name} {value:g}" for name, value in report[title].items())
    if "start-up" in report:
        yield "\n| start-up | CPU ms | x `python -c pass` |\n|---|---:|---:|"
        yield from (f"| `{name}` | {row['ms']} | {row['ratio']} |" for name, row in report["start-up"].items())


def main() -> None:
    """Measure and print."""
    from tempfile import TemporaryDirectory

    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--peers", nargs="*", choices=peers.TABLE, default=PEERS, help="without names, none")
    ask.add_argument("--no-start", action="store_true", help="leave start-up out")
    ask.add_argument("--json", action="store_true")
    options = ask.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    others = peers.installed(options.peers) if options.peers else {}
    report: dict[str, Any] = {"versions": machine()}
    if pages := inputs(options.folders, ".html", ".htm"):
        report["pages"] = pages_report(pages, others, options.rounds)
    if texts := inputs(options.folders, ".txt"):
        report["plain text"] = text_report(texts, options.rounds)
    with TemporaryDirectory() as scratch:
        report["peak MB, page of 1 MB"] = memory_report(Path(scratch))
    if not options.no_start:
        report["start-up"] = start_report(2 * options.rounds + 1)
    if options.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        print(*lines_of(report), sep="\n")


if __name__ == "__main__":
    main()
