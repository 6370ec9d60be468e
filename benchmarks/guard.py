"""What may not grow, counted instead of timed, so that the same code gives the same numbers on every machine.

    python benchmarks/guard.py [--json]

Counts what one piped call imports and compiles (in a process of its own), and how often the pages of `samples/` make
newscli go over all their blocks, look for dates, read lines for credits and for stamps, and compile patterns that were
compiled before. Exit status 1 where a count is above its limit in `LIMITS`. Whoever makes it smaller lowers the limit;
whoever must raise one says why in the commit.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import newscli
from newscli.segment.page import Page

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
_ARTICLE: Any = importlib.import_module("newscli.article")

# The most that is allowed: what was counted on 26 November 2026 under Python 3.11. Other Pythons load other modules of
# their own: ten more of these are no growth.
LIMITS = {
    # Lines observed, ends of stories, broken headlines, writers' slots, days that a story names, groups of blocks,
    # openings, marks of markup in text, headings of pages without a story, the days told, sections, pictures and what a
    # story breaks off at are modules of their own.
    "modules of newscli that a piped parse loads": 149,
    "other modules that a piped parse loads": 120,
    "patterns compiled by a piped parse": 24,  # that of addresses
    "patterns compiled by a page that was read before": 0,
    # Lines of link between the paragraphs, and lists, stand or fall whole; a box ends where the story goes on.
    "passes over the blocks of a page": 23,
    "texts of a page in which dates are looked for": 15,  # the writer's line too, where it is no stamp
    # Lines that could credit somebody by a word alone are read only where they may hold one.
    "lines of a page read for credits": 17,
    "lines of a page read as stamps": 13,
}

# What the child process runs: it counts patterns from the first import on, and prints the counts on standard error.
_CALL = """
import re, sys
before = set(sys.modules)
from re import _compiler
compiled = 0
whole = _compiler.compile
def counting(*given):
    global compiled
    compiled += 1
    return whole(*given)
_compiler.compile = counting
sys.argv = ["newscli", *sys.argv[1:]]
from newscli.__main__ import main
main()
loaded = [name for name in sys.modules if name not in before and sys.modules[name] is not None]
own = [name for name in loaded if name.partition(".")[0] == "newscli"]
print(len(own), len(loaded) - len(own), compiled, file=sys.stderr)
"""

# The function through which each page's work of a kind goes, and the module that calls it.
_DOORS = {
    "patterns compiled by a page that was read before": ("newscli.regex", "_compiled"),
    "texts of a page in which dates are looked for": ("newscli.dates.finder", "tokenise"),
    "lines of a page read for credits": ("newscli.credits.line", "clean"),
    "lines of a page read as stamps": ("newscli.dates.stamp", "read_pieces"),
}


class Blocks(tuple[Any, ...]):
    """The blocks of a page, which count how often somebody goes over all of them."""

    passes = 0

    def __iter__(self) -> Iterator[Any]:
        Blocks.passes += 1
        return super().__iter__()


def count() -> dict[str, int]:
    """All counts; those of pages are the greatest of any sample."""
    return _of_calls() | _of_pages([path for path in sorted(SAMPLES.iterdir()) if path.suffix in (".txt", ".html")])


def _of_calls() -> dict[str, int]:
    call = [sys.executable, "-c", _CALL, "parse", str(SAMPLES / "aggregator.txt")]
    done = subprocess.run(call, check=True, capture_output=True, text=True, encoding="utf-8")
    own, others, patterns = map(int, done.stderr.split()[-3:])
    return {
        "modules of newscli that a piped parse loads": own,
        "other modules that a piped parse loads": others,
        "patterns compiled by a piped parse": patterns,
    }


def _of_pages(paths: list[Path]) -> dict[str, int]:
    most = dict.fromkeys(("passes over the blocks of a page", *_DOORS), 0)
    for path in paths:
        for name, found in _of_page(path.read_bytes()).items():
            most[name] = max(most[name], found)
    return most


def _of_page(data: bytes) -> dict[str, int]:
    """The counts of one page, read as if it were the first: nothing of it is remembered but the patterns."""
    newscli.parse(data)
    forget()
    Blocks.passes = 0
    counts = dict.fromkeys(_DOORS, 0)
    doors = [(importlib.import_module(module), function) for module, function in _DOORS.values()]
    whole = [(_ARTICLE, "segment", _ARTICLE.segment), *((door, name, getattr(door, name)) for door, name in doors)]
    try:
        _ARTICLE.segment = _counting_blocks(_ARTICLE.segment)
        for name, (door, function) in zip(_DOORS, doors, strict=True):
            setattr(door, function, _counting(counts, name, getattr(door, function)))
        newscli.parse(data).to_json()
    finally:
        for door, function, given in whole:
            setattr(door, function, given)
    return {"passes over the blocks of a page": Blocks.passes, **counts}


def _counting_blocks(segment: Callable[..., Page]) -> Callable[..., Page]:
    def counted(*given: Any) -> Page:
        page = segment(*given)
        return Page(Blocks(page.fragments), page.metadata, page.html)

    return counted


def _counting(counts: dict[str, int], name: str, whole: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*given: Any) -> Any:
        counts[name] += 1
        return whole(*given)

    return counted


def forget() -> None:
    """Empty all that newscli remembers of texts it has read."""
    for module in [module for name, module in sys.modules.items() if name.startswith("newscli.")]:
        for value in vars(module).values():
            if hasattr(value, "cache_clear") and value.cache_info().maxsize not in (None, 1):
                value.cache_clear()


def grown(counts: dict[str, int]) -> list[str]:
    """What is above its limit, a line for each."""
    return [f"{name}: {found}, and no more than {LIMITS[name]} are allowed" for name, found in counts.items()
            if found > LIMITS[name]]  # fmt: skip


def main() -> int:
    """Print the counts beside their limits."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--json", action="store_true")
    counts = count()
    if ask.parse_args().json:
        print(json.dumps(counts, indent=1))
    else:
        print("| counted | found | at most |\n|---|---:|---:|")
        for name, found in counts.items():
            print(f"| {name} | {found} | {LIMITS[name]} |")
    for line in grown(counts):
        print(line, file=sys.stderr)
    return 1 if grown(counts) else 0


if __name__ == "__main__":
    sys.exit(main())
