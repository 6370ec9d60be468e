"""What a call of newscli costs, in CPU time, beside `python -c pass`: interleaved runs, medians, ratios.

    python benchmarks/startup.py [--runs 15] [--sample samples/aggregator.txt] [--json]

Every round runs each program once, so that a busy machine is unkind to all alike; children are measured by the system
(user and system time of the whole process), in the Python that runs this script. Byte code is compiled first, as pip
does on installing; an editable install under PYTHONDONTWRITEBYTECODE pays for the compiler on every call instead.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import pty
import statistics
import subprocess
import sys
from pathlib import Path

import newscli

BASE = "python -c pass"
ROOT = Path(__file__).resolve().parent.parent


def programs(sample: Path) -> dict[str, list[str]]:
    """The programs to compare, by the name that stands in the table."""
    command = str(Path(sys.executable).with_name("newscli"))
    return {
        BASE: [sys.executable, "-c", "pass"],
        "import newscli": [sys.executable, "-c", "import newscli"],
        "import msgspec": [sys.executable, "-c", "import msgspec"],
        "newscli --version": [command, "--version"],
        "newscli --help": [command, "--help"],
        "newscli parse --help": [command, "parse", "--help"],
        "newscli parse --json": [command, "parse", str(sample), "--json"],
        "newscli parse --field title": [command, "parse", str(sample), "--field", "title"],
        "newscli parse (piped)": [command, "parse", str(sample)],
        "newscli parse (terminal)": [command, "parse", str(sample), "--no-pager"],
    }


def cpu_ms(command: list[str], *, terminal: bool) -> float:
    """CPU milliseconds of one run; with `terminal`, its standard output is a pseudo-terminal of 100 columns."""
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100"}
    if not terminal:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment)
    else:
        ours, theirs = pty.openpty()
        child = subprocess.Popen(command, stdin=theirs, stdout=theirs, env=environment)
        os.close(theirs)
        _drain(ours)
        os.close(ours)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return 1000 * (usage.ru_utime + usage.ru_stime)


def measure(sample: Path, runs: int) -> dict[str, float]:
    """The median CPU milliseconds of each program; a first round, which fills the caches, is not counted."""
    table = programs(sample)
    compileall.compile_dir(Path(newscli.__file__).parent, quiet=2)
    found: dict[str, list[float]] = {name: [] for name in table}
    for turn in range(runs + 1):
        for name, command in table.items():
            spent = cpu_ms(command, terminal="terminal" in name)
            if turn:
                found[name].append(spent)
    return {name: statistics.median(times) for name, times in found.items()}


def _drain(descriptor: int) -> None:
    """Read a pseudo-terminal to its end, which Linux reports as an error."""
    try:
        while os.read(descriptor, 65536):
            pass
    except OSError:
        pass


def main() -> None:
    """Measure and print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--runs", type=int, default=15)
    ask.add_argument("--sample", type=Path, default=ROOT / "samples" / "aggregator.txt")
    ask.add_argument("--json", action="store_true")
    options = ask.parse_args()
    times = measure(options.sample, options.runs)
    base = times[BASE]
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs"
    if options.json:
        ratios = {name: {"ms": round(time, 1), "ratio": round(time / base, 2)} for name, time in times.items()}
        print(json.dumps({"machine": machine, "runs": options.runs, "programs": ratios}, indent=1))
        return
    print(f"{machine}, median of {options.runs} runs\n\n| program | CPU ms | ratio |\n|---|---:|---:|")
    for name, time in times.items():
        print(f"| `{name}` | {time:.1f} | {time / base:.1f} |")


if __name__ == "__main__":
    main()
