"""Which evidence is needed by whom: each feature's weight is set to 0, and the outlets are counted where that matters.

    python benchmarks/witnesses.py [FOLDER] [--all] [--least 2]

It matters on a page where another line becomes the headline, other blocks the body, other lines the writers' credit, or
where a story comes or goes. The pages are gold's, those without a story too, and one of each site of the twins. Printed
are the features with fewer than two outlets as witnesses: what nobody needs can go. One that is for rare things (a
notice, filler) may have few pages here that show it: look before it goes. Needs numpy (`pip install '.[learn]'`). Two
minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newscli.article import _own_names
from newscli.errors import NewsError
from newscli.fields.site import read_site
from newscli.model import Source
from newscli.read.decode import decode
from newscli.segment import segment
from newscli.segment.page import Page
from newscli.weigh import choose, weights
from newscli.weigh.author import AUTHOR
from newscli.weigh.author_lines import author_lines
from newscli.weigh.candidates import candidates
from newscli.weigh.context import CONTEXT, near
from newscli.weigh.edges import with_whole_groups
from newscli.weigh.evidence import BIAS, Evidence, Feature, Table
from newscli.weigh.features import BODY
from newscli.weigh.headline import TITLE
from newscli.weigh.observe import observe
from newscli.weigh.run import Run, heaviest_run
from newscli.weigh.whole import WHOLE, Whole

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
TABLES: dict[str, Table[Any]] = {"BODY": BODY, "TITLE": TITLE, "CONTEXT": CONTEXT, "WHOLE": WHOLE, "AUTHOR": AUTHOR}
JOBS = 2

Vectors = dict[str, np.ndarray]


class Decision(NamedTuple):
    """What the fields follow from: headline, body, and the lines that credit the writers."""

    title: int | None
    body: tuple[int, ...]
    authors: tuple[int, ...]


def vector(name: str) -> np.ndarray:
    """The weights of a table in the order of its features, the bias last."""
    learnt: dict[str, float] = getattr(weights, name)
    return np.array([*(learnt.get(feature.phrase, 0.0) for feature in TABLES[name].features), learnt[BIAS]])


def matrix(features: list[Feature[Any]], facts: Any, size: int) -> np.ndarray:
    """The columns of features, a row for each candidate, and a last column of ones for the bias."""
    return np.stack([*(np.asarray(feature.column(facts), float) for feature in features), np.ones(size)], 1)


class Staged:
    """A page whose facts are computed once; `decide` goes through the stages of `weigh.choose` with other weights."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.observed = observe(page)
        self.size = len(self.observed.words)
        self.names = _own_names(page.metadata, read_site(choose.choose(page)))
        self.alone = matrix(BODY.features, self.observed, self.size)
        self.lines = cache(self._lines)
        self.credits = cache(self._credits)
        self.seen: dict[str, np.ndarray] = {}  # the last matrix of each table

    def _lines(self, run: Run) -> tuple[list[int], np.ndarray]:
        lines = candidates(self.observed, run)
        return lines.indices, matrix(TITLE.features, lines, len(lines.indices))

    def _credits(self, title: int | None, body: tuple[int, ...]) -> tuple[list[int], np.ndarray]:
        lines = author_lines(self.observed, title, list(body), self.names)
        return lines.indices, matrix(AUTHOR.features, lines, len(lines.indices))

    def decide(self, by: Vectors) -> Decision:
        """What the page is read as with the given weights."""
        nothing = Decision(None, (), ())
        first = self._odds("BODY", self.alone, by)
        run = heaviest_run(first.tolist(), self.observed.words, self.observed.inside, self.observed.need)
        if run is None:
            return nothing
        indices, x = self.lines(run)
        sure = self._odds("TITLE", x, by)
        place = int(np.argmax(sure)) if len(indices) else None
        best, odds = (None, -9.0) if place is None else (indices[place], float(sure[place]))
        title = best if odds > choose.TITLE_ODDS else None
        best = None if best is None else choose.reckoned(self.observed, best, odds)
        second = self._second(first, best, by)
        run = heaviest_run(second.tolist(), self.observed.words, self.observed.inside, self.observed.need)
        if run is None:
            return nothing
        evidence = Evidence(tuple(second), {})
        run = with_whole_groups(self.observed, evidence, run)
        body = choose._body(self.observed, evidence, run, title)
        if not body:
            return nothing
        whole = matrix(WHOLE.features, Whole(self.observed, run, body, best, odds), 1)
        if self._odds("WHOLE", whole, by)[0] <= choose.story_odds(html=self.page.html):
            return nothing
        lines, x = self.credits(title, tuple(body))
        authors = self._odds("AUTHOR", x, by)
        return Decision(title, tuple(body), tuple(i for i, each in zip(lines, authors, strict=True) if each > 0))

    def _second(self, first: np.ndarray, title: int | None, by: Vectors) -> np.ndarray:
        facts = near(self.observed, Evidence(tuple(first.tolist()), {}), title)
        around = matrix(CONTEXT.features[len(BODY.features) :], facts, self.size)
        return self._odds("CONTEXT", np.concatenate([self.alone[:, :-1], around], 1), by)

    def _odds(self, name: str, x: np.ndarray, by: Vectors) -> np.ndarray:
        self.seen[name] = x
        return x @ by[name]


def needed(job: tuple[str, bytes]) -> tuple[str, set[tuple[str, str]]]:
    """The outlet of a page, and the features without which the page is read otherwise: (table, phrase)."""
    outlet, data = job
    try:
        page = Staged(segment(decode(Source(data))))
    except NewsError:
        return outlet, set()
    if not page.size:
        return outlet, set()
    usual = {name: vector(name) for name in TABLES}
    now = page.decide(usual)
    found = set()
    for name, x in dict(page.seen).items():
        for column, feature in enumerate(TABLES[name].features):
            if usual[name][column] and x[:, column].any():
                without = usual[name].copy()
                without[column] = 0.0
                if page.decide({**usual, name: without}) != now:
                    found.add((name, feature.phrase))
    return outlet, found


def pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Pages with their outlets: all of gold, and the first of each site of the twins."""
    gold, twins = folder / "gold", folder / "twins"
    for row in map(json.loads, (gold / "articles.jsonl").read_text("utf-8").splitlines()):
        yield row["source"], (gold / row["input"]).read_bytes()
        if row["kind"] == "html" and row["is_article"]:
            yield row["source"], (gold / "dump" / f"{row['id']}.txt").read_bytes()
    for path in sorted((gold / "not-articles").glob("*.html")):
        yield path.stem.partition("_")[0], path.read_bytes()
    sites = set()
    for row in map(json.loads, (twins / "articles.jsonl").read_text("utf-8").splitlines()):
        if row["source"] not in sites and "body" in row["labelled"]:
            sites.add(row["source"])
            yield row["source"], gzip.decompress((twins / "html" / f"{row['id']}.html.gz").read_bytes())


def main() -> None:
    """Count and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", nargs="?", type=Path, default=SHARED)
    ask.add_argument("--all", action="store_true", help="every feature with its number of outlets")
    ask.add_argument("--least", type=int, default=2, help="outlets that a feature should have (2)")
    options = ask.parse_args()
    witnesses: dict[tuple[str, str], set[str]] = defaultdict(set)
    outlets = set()
    with Pool(JOBS) as pool:
        for outlet, found in pool.imap_unordered(needed, pages(options.folder), chunksize=4):
            outlets.add(outlet)
            for feature in found:
                witnesses[feature].add(outlet)
    print(f"{len(outlets)} outlets")
    for name, table in TABLES.items():
        print(f"\n{name}")
        for phrase, weight in zip((f.phrase for f in table.features), vector(name), strict=False):
            count = len(witnesses[name, phrase])
            if options.all or count < options.least:
                print(f"{count:5} {weight:+7.2f}  {phrase}" + ("" if weight else "  (has no weight)"))


if __name__ == "__main__":
    main()
