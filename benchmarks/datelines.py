"""Figures of the dateline reader on a file of labelled lines.

    python benchmarks/datelines.py FILE [--show]

FILE holds a JSON object a line: {id, kind: "slot" | "first_line", text, dateline: {text, places, sources} | null,
authors}. Figures are micro F1 over folded exact strings; `none` is the share of the lines without a
dateline for which none was found. `--show` prints each line that differs.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newscli.credits.dateline import Match, read_line, read_prefix
from newscli.credits.line import read_credit

MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
LINE = 90  # characters: a longer first line is a paragraph
LIKELY, SURE = 0.45, 0.6  # a person, in the slot of the writer and elsewhere


def folded(text: str | None) -> str:
    """Words of the text without marks and letter variants, as the labels are compared."""
    text = MARKS.sub("", unicodedata.normalize("NFKC", text or ""))
    text = re.sub("[أإآٱ]", "ا", text).replace("ى", "ي").replace("ة", "ه")
    return " ".join(re.findall(r"\w+", text.lower()))


def read(kind: str, text: str) -> tuple[Match | None, tuple[str, ...]]:
    """The match and the authors of one labelled line."""
    slot = kind == "slot"
    match = None
    if not slot:
        match = read_prefix(text)
    if match is None and (slot or len(text) <= LINE):
        match = read_line(text)
    if match is not None:
        return match, match.authors
    credit = read_credit(" ".join(text.replace("&nbsp;", " ").split()))
    sure = (credit.role_word and credit.person >= SURE) or credit.filed >= SURE
    return None, credit.authors if credit.person >= LIKELY and (slot or sure) else ()


def count(gold: dict[str, Any], tally: dict[str, list[int]]) -> list[tuple[str, set[str], set[str]]]:
    """Enter one labelled line into the tally; what differs comes back: field, wanted, given."""
    match, authors = read(gold["kind"], gold["text"])
    label: dict[str, Any] = gold["dateline"] or {}
    mine = match.dateline if match else None
    pairs: dict[str, tuple[Iterable[str | None], Iterable[str | None]]] = {
        "dateline": ([label.get("text")], [mine.text if mine else None]),
        "places": (label.get("places", []), mine.places if mine else []),
        "sources": (label.get("sources", []), mine.sources if mine else []),
        "authors": (gold["authors"], authors),
    }
    differs = []
    for field, (right, given) in pairs.items():
        wanted, got = {folded(t) for t in right} - {""}, {folded(t) for t in given} - {""}
        tally[field][0] += len(wanted & got)
        tally[field][1] += len(got - wanted)
        tally[field][2] += len(wanted - got)
        if wanted != got:
            differs.append((field, wanted, got))
    if not gold["dateline"]:
        tally["none"][0 if match is None else 1] += 1
    return differs


def figures(lines: list[dict[str, Any]], *, show: bool = False) -> dict[str, float]:
    """The F1 of each field, and under `none` the share of lines without a dateline for which none was found."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for gold in lines:
        for field, wanted, got in count(gold, tally):
            if show:
                print(gold["id"], field, sorted(wanted), sorted(got), "|", gold["text"][:100])
    shares = {}
    for field, (hit, extra, missed) in tally.items():
        total = hit + extra if field == "none" else (2 * hit + extra + missed) / 2
        shares[field] = hit / total if total else 1.0
    return shares


def main(argv: list[str]) -> int:
    """Print the figures of one file."""
    parser = argparse.ArgumentParser(description="Figures of the dateline reader on a file of labelled lines.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print each line that differs")
    given = parser.parse_args(argv)
    lines = [json.loads(line) for line in given.file.read_text("utf-8").splitlines()]
    started = time.perf_counter()
    shares = figures(lines, show=given.show)
    took = time.perf_counter() - started
    for field, share in shares.items():
        print(f"{field:14} {share:.3f}")
    print(f"{len(lines)} lines in {took * 1000:.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
