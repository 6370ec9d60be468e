#!/usr/bin/env python3
"""Hostile inputs of 1 MB, read by newscli and, beside it, by another extractor: processor time and memory of each.

    python benchmarks/hostile.py [--peer trafilatura] [--size 1000000] [--faults ../shared/cases/faults] [--pairs 200]

The inputs are those of `growth.py`, an atom repeated in a slot until the page has the size, and the faults that were
seen once (`make.py` in the folder, at a scale that gives the size). An input is read in a process of its own, which is
forked from one that has read a page before: what is counted is the reading alone, to JSON with all blocks (newscli) or
to what `benchmarks/peers.py` takes (the other, which gets pages alone and gets them decoded). Its memory is that of the
whole process. Who needs over `--limit` seconds, or over 4 GB, is stopped. The table has the inputs below; of the
further pairs, chosen by chance, only those over newscli's bound. Comes back with 1 if there are any.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import growth
import peers

SECONDS, MEGABYTES = 1.0, 200  # newscli's bound for an input of up to 1 MB
OURS = "newscli"
_MEMORY = 4 << 30  # bytes of addresses
_STOPPED, _FAILED = 2, 3  # exit statuses of a process that was stopped, whose reading ended in an exception
# What was at some time quadratic or worse, here or in others, and what each kind of slot is made of.
PAIRS = (
    ("title", "|"), ("title", "ا - "), ("heading", "كلمة "), ("og:title", "ا - "), ("author meta", "محمد علي - "),
    ("date meta", "5-6-2015"), ("url", "_"), ("json-ld", "--> "), ("json-ld", "{\"a\":"), ("json-ld body", "كلمة. "),
    ("paragraph", "ا "), ("paragraph", "http://a "), ("markup", "<p><b>"), ("markup", "<b id=x>"), ("markup", "<span>"),
    ("markup", "<div>"), ("markup", "<table>"), ("markup", "<a>ا</a> "), ("markup", "ا<br>"),
    ("markup", "<p class=date>"), ("markup", "<h2>عنوان آخر</h2>"), ("markup", "<option>"), ("markup", "</p>"),
    ("class", "a "), ("link", "x/"),
    ("caption", "تصوير: "), ("byline", "محمد علي - "), ("date", "5 يناير 2015 "), ("dateline", "رويترز - "),
    ("notice", "بواسطة "), ("paragraphs", "كلمة "), ("paragraphs", "اقرأ أيضا: "), ("items", "5/6/2015 "),
    ("bytes", "<"), ("bytes", "<meta charset="), ("bytes", "&"),
    ("line", "[caption id=x]كلمة[/caption] "), ("lines", "- ا\n"),
    ("text paragraphs", "القاهرة - "), ("credit line", "محمد علي "), ("date line", "الموافق "),
    ("opening", "، رويترز"),
)  # fmt: skip


class Reading(NamedTuple):
    """What one reading took: seconds of processor time, MB; `end` says why it has no figures, or is empty."""

    seconds: float
    megabytes: float
    end: str = ""

    def __str__(self) -> str:
        return self.end or f"{self.seconds:.2f} s, {self.megabytes:.0f} MB"


def sized(slot: str, atom: str, size: int) -> bytes:
    """A page or text with an atom repeated in a slot, at most so many bytes."""
    make = growth.SLOTS[slot]
    room = size - len(make("").encode())
    times = max(1, room // len(atom.encode("utf-8", "surrogatepass")))
    while times > 1 and len(data := make(atom * times).encode("utf-8", "replace")) > size:
        times = times * size // len(data)  # what is escaped is longer
    return make(atom * times).encode("utf-8", "replace")


def faults(folder: Path, size: int) -> Iterator[tuple[str, bytes]]:
    """The faults that were seen once, those that grow as large as asked."""
    spec = spec_from_file_location("make", folder / "make.py")
    make = module_from_spec(spec)
    spec.loader.exec_module(make)

    def at(scale: float) -> dict[str, bytes]:
        made = make.faults(scale).items()
        return {name: text if isinstance(text, bytes) else text.encode() for name, text in made}

    for name, small in at(1).items():
        if name.startswith("compare"):
            continue
        grown = len(at(2)[name]) - len(small)
        scale = 1 + (size - len(small)) / grown if grown else 1
        yield name, at(scale)[name][:size]


def _newscli() -> Callable[[bytes], None]:
    import newscli

    def read(data: bytes) -> None:
        try:
            newscli.parse(data).to_json(blocks=True)
        except newscli.NewsError:
            return  # a clear error is an answer

    return read


def _peer(name: str) -> Callable[[bytes], None]:
    extract = peers.TABLE[name]()

    def read(data: bytes) -> None:
        extract(data.decode("utf-8", "replace"))

    return read


def _forked(read: Callable[[bytes], None], data: bytes, limit: int) -> Reading:
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        status = 0
        try:
            read(data)
        except BaseException as error:
            sys.stderr.write(f"{error!r:.200}\n")
            status = _STOPPED if isinstance(error, MemoryError) else _FAILED
        os._exit(status)
    _, state, used = os.wait4(child, 0)
    status = os.waitstatus_to_exitcode(state)
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if not status:
        return Reading(seconds, megabytes)
    if status == _FAILED:
        return Reading(seconds, megabytes, "an exception")
    return Reading(seconds, megabytes, f"over {limit} s" if seconds >= limit else "over 4 GB")


def _serve(system: str, folder: Path, limit: int) -> None:
    """What a process that knows one system alone does: read every file of a folder, a line of JSON each."""
    read = _newscli() if system == OURS else _peer(system)
    read(sized("title", "ا", 3_000))
    for path in sorted(folder.iterdir()):
        if system == OURS or path.suffix == ".html":
            print(json.dumps([path.name, *_forked(read, path.read_bytes(), limit)]), flush=True)


def _readings(system: str, folder: Path, limit: int) -> dict[str, Reading]:
    command = [sys.executable, __file__, "--serve", system, "--limit", str(limit), "--folder", folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        return {name: Reading(*figures) for name, *figures in map(json.loads, served.stdout)}


def _inputs(asked: argparse.Namespace) -> Iterator[tuple[str, bytes]]:
    """What stands in the table: a name for people, and the bytes."""
    for slot, atom in PAIRS:
        yield f"{slot}: {atom!r}", sized(slot, atom, asked.size)
    if asked.faults:
        yield from faults(asked.faults, asked.size)


def _table(asked: argparse.Namespace) -> list[Reading]:
    """Measure all systems, print a table in Markdown; comes back with newscli's figures."""
    systems = [OURS, *asked.peer]
    with tempfile.TemporaryDirectory() as name:
        told = {}
        for number, (words, data) in enumerate(_inputs(asked)):
            path = Path(name, f"{number:04}.{'html' if b'<' in data[:2000] else 'txt'}")
            path.write_bytes(data)
            told[path.name] = f"`{words.replace('|', chr(92) + '|')}` | {len(data) // 1000}"
        found = {system: _readings(system, Path(name), asked.limit) for system in systems}
    print("| input | KB |", " | ".join(systems), "|\n|---|---:|" + "---:|" * len(systems))
    for file, words in told.items():
        print(f"| {words} |", " | ".join(str(found[system].get(file, "–")) for system in systems), "|")
    return [*found[OURS].values()]


def _further(asked: argparse.Namespace) -> Iterator[Reading]:
    """Measure newscli on pairs chosen by chance; those over the bound are printed as they are found."""
    every = [(slot, atom) for slot in growth.SLOTS for atom in growth.ATOMS]
    read = _newscli()
    for slot, atom in random.Random(asked.seed).sample(every, min(asked.pairs, len(every))):
        reading = _forked(read, sized(slot, atom, asked.size), asked.limit)
        if _over(reading):
            print(f"{slot}: {atom!r}: {reading}", flush=True)
        yield reading


def _over(reading: Reading) -> bool:
    return bool(reading.end) or reading.seconds > SECONDS or reading.megabytes > MEGABYTES


def main() -> int:
    """Measure what is asked."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--peer", action="append", default=[], choices=list(peers.TABLE))
    options.add_argument("--size", type=int, default=1_000_000, metavar="BYTES")
    options.add_argument("--faults", type=Path, metavar="FOLDER")
    options.add_argument("--pairs", type=int, default=0, help="further pairs of slot and atom")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--limit", type=int, default=60, metavar="SECONDS")
    options.add_argument("--serve", help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.serve:
        _serve(asked.serve, asked.folder, asked.limit)
        return 0
    readings = [*_table(asked), *_further(asked)]
    over = sum(map(_over, readings))
    slowest, most = (max(each[place] for each in readings) for place in (0, 1))
    print(f"\n{over} of {len(readings)} over the bound; at most {slowest:.2f} s and {most:.0f} MB")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
