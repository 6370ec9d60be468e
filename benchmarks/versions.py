"""How long two versions of newscli take over the same files, one file after the other in turns; CPU time.

    python benchmarks/versions.py NAME=CHECKOUT/src NAME=CHECKOUT/src --files FOLDER [--before FOLDER | --again]
                                  [--rounds 3]

Each version runs in a process of its own and is asked for one file (`*.html`, `*.htm`, `*.txt`) at a time: a busy
machine is unkind to all alike. What a version remembers of lines is emptied before each round, and the files of
`--before`, if given, are read then: it meets every file as in the midst of a crawl. With `--again` nothing is emptied.
The figure of a file is its least over the rounds; printed are the means and their ratio to that of the first version.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ENDINGS = (".html", ".htm", ".txt")

# A version's process: the paths to read before, an empty line, then one path at a time; its answer is nanoseconds.
_READER = """
import gc, sys, time
sys.path.insert(0, sys.argv[1])
import newscli

def read(path):
    with open(path, "rb") as file:
        data = file.read()
    began = time.process_time_ns()
    try:
        newscli.parse(data).to_json()
    except newscli.NewsError:
        pass
    return time.process_time_ns() - began

def forget():
    for name in [name for name in sys.modules if name.startswith("newscli.")]:
        for value in vars(sys.modules[name]).values():
            if hasattr(value, "cache_clear") and value.cache_info().maxsize not in (None, 1):
                value.cache_clear()

lines = iter(sys.stdin.readline, "")
before = [line.rstrip("\\n") for line in iter(lambda: next(lines), "\\n")]
for line in lines:
    if line == "\\n":
        if sys.argv[2] != "again":
            forget()
        for path in before:
            read(path)
        gc.collect()
        gc.freeze()
        print("ready", flush=True)
    else:
        print(read(line.rstrip("\\n")), flush=True)
"""


def files(folders: Iterable[Path]) -> list[Path]:
    """The files with text or markup in some folders, in order."""
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix.lower() in ENDINGS]


class Version:
    """A checkout's newscli in a process of its own."""

    def __init__(self, source: Path, before: Iterable[Path], *, again: bool = False) -> None:
        command = [sys.executable, "-c", _READER, str(source.expanduser()), "again" if again else "anew"]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
        )
        self._send(*map(str, before), "")

    def begin(self) -> None:
        """Forget all that was read, and read what stands before each round."""
        self._send("")
        self._answer()

    def spent(self, path: Path) -> float:
        """CPU milliseconds of reading a file, to JSON."""
        self._send(str(path))
        return int(self._answer()) / 1e6

    def _send(self, *lines: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("".join(f"{line}\n" for line in lines))
        self.process.stdin.flush()

    def _answer(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("a version has ended before it answered: see its message above")
        return line


def measure(versions: dict[str, Version], paths: list[Path], rounds: int) -> dict[str, float]:
    """The mean milliseconds a file, by version; a first round, in which tables are built, is not counted."""
    least = {name: [float("inf")] * len(paths) for name in versions}
    for turn in range(rounds + 1):
        for version in versions.values():
            version.begin()
        for index, path in enumerate(paths):
            for name, version in versions.items():
                spent = version.spent(path)
                if turn:
                    least[name][index] = min(least[name][index], spent)
    return {name: sum(each) / len(each) for name, each in least.items()}


def main() -> None:
    """Measure and print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("versions", nargs="+", metavar="NAME=SRC")
    ask.add_argument("--files", nargs="+", type=Path, required=True, metavar="FOLDER")
    ask.add_argument("--before", nargs="*", type=Path, default=[], metavar="FOLDER")
    ask.add_argument("--again", action="store_true")
    ask.add_argument("--rounds", type=int, default=3)
    options = ask.parse_args()
    named = dict(each.split("=", 1) for each in options.versions)
    before, paths = files(options.before), files(options.files)
    if not paths:
        raise SystemExit(f"no {', '.join(ENDINGS)} in {', '.join(map(str, options.files))}")
    versions = {name: Version(Path(source), before, again=options.again) for name, source in named.items()}
    times = measure(versions, paths, options.rounds)
    base = next(iter(times.values()))
    print(f"{len(paths)} files\n\n| version | ms a file | ratio |\n|---|---:|---:|")
    for name, spent in times.items():
        print(f"| {name} | {spent:.2f} | {spent / base:.2f} |")


if __name__ == "__main__":
    main()
