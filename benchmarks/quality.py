"""How well newscli reads: every labelled set in one run, with the other extractors where they can take part.

    python benchmarks/quality.py [FOLDER] [--only gold twins cases] [--peers [NAME ...]] [--worst 5] [--json FILE]

FOLDER (../shared) holds `eval/`, whose functions score, and the sets:

  gold     Arabic pages labelled by hand: as HTML, as plain text, and the HTML pages as a text browser dumps them; and
           `not-articles/`, which must come back without a body
  twins    pages of other languages whose words were made Arabic, with their public labels: as HTML and as dumps
  cases    small invented articles of faults that were reported, and controls, each with the fields that matter

What newscli's weights were learnt from it reads better than pages of other outlets. So the figures end with those that
`scripts/learn.py` cross-validated by outlet, from `benchmarks/cross-validated.json`. What a column means is told by
FOLDER/eval/score.py and FOLDER/twins/evaluate.py. Two minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from multiprocessing import Pool
from pathlib import Path
from types import ModuleType
from typing import Any

import peers

import newscli
from newscli.model import Source
from newscli.read.decode import decode

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
LEARNT = HERE / "cross-validated.json"
SETS = ("gold", "twins", "cases")
JOBS = 2

Row = dict[str, Any]
Figures = dict[str, float | int]
Tables = dict[str, dict[str, Figures]]


class Shared:
    """The folder of labelled sets, and the scoring that comes with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.scoring = _module(folder / "eval" / "score.py", "score")  # the others import it by this name
        self.gold = _module(folder / "eval" / "evaluate.py", "gold_evaluate")
        self.twins = _module(folder / "twins" / "evaluate.py", "twins_evaluate")
        self.cases = _module(folder / "cases" / "check.py", "cases_check")

    def rows(self, name: str) -> list[Row]:
        """The labelled rows of a set."""
        file = self.folder / name / ("cases.jsonl" if name == "cases" else "articles.jsonl")
        return [json.loads(line) for line in file.read_text("utf-8").split("\n") if line]


def _module(path: Path, name: str) -> ModuleType:
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(data: bytes) -> Row:
    """What newscli makes of a page, in the keys of its JSON; what it refuses says so."""
    try:
        return dict(json.loads(newscli.parse(data).to_json()))
    except newscli.NewsError as error:
        return {"refused": str(error)}


def read_all(pages: Sequence[bytes]) -> list[Row]:
    """The same of many, by two processes."""
    with Pool(JOBS) as pool:
        return pool.map(read, pages, chunksize=8)


# Gold


def gold_kinds(shared: Shared) -> Iterator[tuple[str, list[Row], list[Path]]]:
    """The labelled articles of each kind with their files."""
    folder = shared.folder / "gold"
    articles = [row for row in shared.rows("gold") if row["is_article"]]
    for kind in ("html", "text"):
        rows = [row for row in articles if row["kind"] == kind]
        yield kind, rows, [folder / row["input"] for row in rows]
    pages = [row for row in articles if row["kind"] == "html"]
    dumps = [folder / "dump" / f"{row['id']}.txt" for row in pages]
    yield "dump", [shared.gold.as_dump(row, file) for row, file in zip(pages, dumps, strict=True)], dumps


def gold(shared: Shared, others: dict[str, peers.Extract], worst: int) -> Tables:
    """A table with a row for each kind of page, and a row for each other extractor on HTML."""
    found: dict[str, Figures] = {}
    for kind, rows, files in gold_kinds(shared):
        data = [file.read_bytes() for file in files]
        systems = {f"newscli, {kind}": read_all(data)}
        if kind == "html":
            texts = [decode(Source(each)).text for each in data]
            systems |= {
                name: [peers.guarded(name, extract)(text) for text in texts] for name, extract in others.items()
            }
        for name, articles in systems.items():
            found[name] = _scored(shared, rows, articles, worst if name.startswith("newscli") else 0)
    return {"gold": found, "pages without a story": storyless(shared)}


def _scored(shared: Shared, rows: list[Row], articles: list[Row], worst: int) -> Figures:
    with tempfile.TemporaryDirectory() as scratch:
        for row, article in zip(rows, articles, strict=True):
            Path(scratch, f"{row['id']}.json").write_text(json.dumps(article), "utf-8")
        figures, pages = shared.scoring.score(rows, scratch)
    for f1, precision, recall, name in pages[:worst]:
        print(f"  body {f1:.2f} (precision {precision:.2f}, recall {recall:.2f}) {name}", file=sys.stderr)
    return dict(figures)


def storyless(shared: Shared) -> dict[str, Figures]:
    """How many pages without a story come back without a body."""
    folder = shared.folder / "gold"
    files = [folder / row["input"] for row in shared.rows("gold") if not row["is_article"]]
    files += sorted((folder / "not-articles").glob("*.html"))
    articles = read_all([file.read_bytes() for file in files])
    wrong = [file.stem for file, article in zip(files, articles, strict=True) if article.get("body")]
    if wrong:
        print("  taken for stories:", *wrong, file=sys.stderr)
    return {"newscli": {"pages": len(files), "recognised": len(files) - len(wrong)}}


# Twins and cases


def twins(shared: Shared, _others: dict[str, peers.Extract], worst: int) -> Tables:
    """A table with a row for HTML and one for dumps."""
    rows = shared.rows("twins")
    table: dict[str, Figures] = {}
    for kind, ending in (("html", "html.gz"), ("dump", "txt.gz")):
        folder = shared.folder / "twins" / kind
        articles = read_all([gzip.decompress((folder / f"{row['id']}.{ending}").read_bytes()) for row in rows])
        found = {row["id"]: article for row, article in zip(rows, articles, strict=True)}
        table[f"newscli, {kind}"] = shared.twins.figures(rows, found)
        scores = [(shared.twins.body_score(r, found[r["id"]])[0], r["id"]) for r in rows if "body" in r["labelled"]]
        for f1, name in sorted(scores)[:worst]:
            print(f"  body {f1:.2f} {name} ({kind})", file=sys.stderr)
    return {"twins": table}


def cases(shared: Shared, _others: dict[str, peers.Extract], worst: int) -> Tables:
    """How many cases and controls come out as wanted."""
    rows = shared.rows("cases")
    passed: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    failed = []
    for row, article in zip(rows, read_all([row["input"].encode() for row in rows]), strict=True):
        name = "controls" if row["id"][1] == "0" else "cases"
        right = not shared.cases.differences(row["want"], article)
        asked[name] += 1
        passed[name] += right
        failed += [] if right else [row["id"]]
    if worst and failed:
        print("  not as wanted:", *failed, file=sys.stderr)
    return {"cases": {name: {"asked": asked[name], "as wanted": passed[name]} for name in sorted(asked)}}


MEASURES = {"gold": gold, "twins": twins, "cases": cases}


# What is printed


def markdown(name: str, table: dict[str, Figures]) -> Iterator[str]:
    """A table in Markdown."""
    columns = list(next(iter(table.values()), {}))
    yield f"\n| {name} | " + " | ".join(columns) + " |"
    yield "|---|" + "---:|" * len(columns)
    for row, figures in table.items():
        yield f"| {row} | " + " | ".join(_cell(figures.get(column)) for column in columns) + " |"


def _cell(value: float | int | None) -> str:
    if value is None or value != value:  # NaN: nothing to measure
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def learnt() -> Tables:
    """The cross-validated figures that `scripts/learn.py` has written, if it has."""
    if not LEARNT.exists():
        return {}
    return dict(json.loads(LEARNT.read_text("utf-8")))


def main() -> None:
    """Score and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", nargs="?", type=Path, default=SHARED, metavar="FOLDER")
    ask.add_argument("--only", nargs="*", choices=SETS, default=SETS, help="these sets alone")
    ask.add_argument("--peers", nargs="*", choices=peers.TABLE, help="other extractors; without names, all there are")
    ask.add_argument("--worst", type=int, default=0, help="name the worst pages of each set, on standard error")
    ask.add_argument("--json", type=Path, help="write the figures here as well")
    options = ask.parse_args()
    others = {} if options.peers is None else peers.installed(options.peers or None)
    shared = Shared(options.folder.resolve())
    tables: Tables = {}
    print(", ".join(f"{name} {version}" for name, version in peers.versions(["newscli", *others]).items()))
    for name in options.only:
        tables |= _printed(MEASURES[name](shared, others, options.worst))
    tables |= _printed(learnt())
    if options.json:
        options.json.write_text(json.dumps(tables, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _printed(tables: Tables) -> Tables:
    lines: Iterable[str] = (line for name, table in tables.items() for line in markdown(name, table))
    print(*lines, sep="\n", flush=True)
    return tables


if __name__ == "__main__":
    main()
