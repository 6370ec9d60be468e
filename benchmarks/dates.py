"""How well dates are read: figures of `newscli.dates.find` over a file of labelled expressions.

    python benchmarks/dates.py FILE [--misses]

FILE is JSONL, one object a line: {"text", "date", "time", "kind"}; `date` and `time` are null where they cannot be
known. The first date found in a text counts. `--misses` lists the texts read wrongly.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from time import perf_counter

from newscli.dates import find


def main() -> None:
    """Print the share of right dates and times, in all and by kind, and how fast the texts were read."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true", help="list the texts read wrongly")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    find(rows[0]["text"])  # tables and patterns are built on first use
    begun = perf_counter()
    results = [find(row["text"]) for row in rows]
    seconds = perf_counter() - begun
    for row, found in zip(rows, results, strict=True):
        first = found[0] if found else None
        date, time = (first.date, first.time) if first else (None, None)
        silent = row["kind"] != "not-a-date" or all(other.date is None for other in found)
        fine = {"date": date == row["date"] and silent, "time": time == row["time"]}
        for what, is_right in fine.items():
            total.update([what, f"{what} {row['kind']}"])
            right.update([what, f"{what} {row['kind']}"] if is_right else [])
        if row["date"] is None:
            total.update(["null date"])
            right.update(["null date"] if all(other.date is None for other in found) else [])
        if options.misses and not all(fine.values()):
            print(f"  {row['text']!r}: wanted {row['date']} {row['time']}, found {date} {time}")
    for what in sorted(total):
        print(f"{what:28} {right[what] / total[what]:.3f}  ({right[what]} of {total[what]})")
    print(f"{len(rows) / seconds:,.0f} texts a second")


if __name__ == "__main__":
    main()
