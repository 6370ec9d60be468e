"""Learn the weights of `newscli.weigh` from labelled pages, and say how well they read outlets they have not seen.

    python scripts/learn.py ../shared --report   # figures by outlet, into benchmarks/cross-validated.json
    python scripts/learn.py ../shared                   # the same, and src/newscli/weigh/weights.py is written
    python scripts/learn.py ../shared --check           # whether the committed table is what the labels give

The folder holds `gold/`, `twins/`, `wire/` and `cases/` as described in their READMEs; our own small articles in
`tests/kinds/` are learnt from as well, with little weight. All models are logistic: plain sums of evidence, each weight
held to the side that its feature declares, with a little L2 so that no weight runs away. Of the lines that may be a
headline one is chosen, or none: they are learnt as rivals. The models are learnt one after the other, as they are used:
the blocks alone, the headline, the blocks with their neighbours, the whole page. How Arabic is worded, which the twins
don't know, is learnt from gold and from wire's headlines.
What one model gives to the next is always learnt without the outlets in question (nested folds): otherwise the second
pass would learn from how the first was led astray by the very page it is tested on, and its figures would flatter.

No outlet is in training and test at once; the pages of one in gold and twins, its dumps too, are in one fold. Needs
numpy and scipy: pip install '.[learn]'.
"""

from __future__ import annotations

import argparse
import json
import pprint
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from labels import FOLDS, Labelled, body_f1, folded, labelled
from scipy.optimize import minimize

from newscli.weigh import weights
from newscli.weigh.author import AUTHOR
from newscli.weigh.author_lines import author_lines
from newscli.weigh.candidates import candidates
from newscli.weigh.choose import NO_LINE, TITLE_ODDS, reckoned, story_odds
from newscli.weigh.context import CONTEXT, near
from newscli.weigh.evidence import BIAS, Evidence, Table
from newscli.weigh.features import BODY
from newscli.weigh.headline import TITLE
from newscli.weigh.observe import Observed, observe
from newscli.weigh.run import BODY_ODDS, heaviest_run
from newscli.weigh.whole import WHOLE, Whole

TARGET = Path(__file__).resolve().parent.parent / "src" / "newscli" / "weigh" / "weights.py"
FIGURES = TARGET.parents[3] / "benchmarks" / "cross-validated.json"
# L2, on weights of features that go from 0 to 1
STRENGTH = {"BODY": 0.1, "CONTEXT": 0.1, "TITLE": 0.1, "WHOLE": 1.0, "AUTHOR": 0.5}
# How much each kind of page counts; others count 1. Of invented pages and those without a story there are many.
SET_WEIGHT = {"html": 2.5, "dump": 2.5, "text": 2.5, "furnished": 0.5, "none": 0.2, "case": 0.2, "case text": 0.2}
PAGE_WEIGHT = {"none": 4.0, "html": 2.0, "case": 0.05}  # of a page; others count 1; small ones are too clean
NO_STORY = 0.5  # of a small page without a story: there are few
SNIPPETS = 0.1  # of pages with snippets alone labelled: blogs and companies, some of which tell no story
WHOLE_KINDS = frozenset(("html", "text", "twin", "none", "case"))
PLAIN_KINDS = frozenset(("text", "dump", "furnished", "twin dump", "case text"))
# How headlines are worded only real Arabic tells; the twins know what markup says of them.
TITLE_WEIGHT = {"html": 2.5, "dump": 2.5, "text": 5.0, "case": 0.15, "case text": 0.15}
# The one minimum is found to three digits: with the solver's usual bounds weights of few witnesses differ by a tenth.
SOLVED = {"maxiter": 3000, "maxfun": 30000, "ftol": 1e-13, "gtol": 1e-7}
HEADLESS = 0.1  # how much a page counts once more without its headline, so that no other line is taken for it
LEAST = 0.02  # smaller weights are left out
ROUNDING = 0.05  # what a committed weight may differ by: a clock's word more on one page moves the last figures

Row = dict[str, Any]
Lines = tuple[np.ndarray, np.ndarray, float]  # rows of features, which of them are right, the importance of the page
Weights = dict[str, float]
Rows = dict[int, Lines]
Loss = Callable[[np.ndarray], tuple[float, np.ndarray]]


def fit(table: Table[Any], x: np.ndarray, y: np.ndarray, w: np.ndarray, strength: float) -> Weights:
    """Logistic weights of a table, for rows `x` with labels `y` and importance `w`: each row is asked for itself."""
    w = w * (len(w) / w.sum())

    def loss(z: np.ndarray) -> tuple[float, np.ndarray]:
        return float((w * (np.logaddexp(0, z) - y * z)).sum()), w * (1 / (1 + np.exp(-z)) - y)

    return _solve(table, x, loss, strength)


def fit_choice(table: Table[Any], rows: Sequence[Lines], strength: float) -> Weights:
    """Weights of a table whose rows compete: of each page's rows one is right, or none, which has log-odds 0.

    What tells a headline from the other lines of its own page counts, not what tells it from all lines of all pages.
    """
    pages = [(x, y, weight) for x, y, weight in rows if len(y)]
    y = np.concatenate([y for _, y, _ in pages])
    w = np.array([weight for _, _, weight in pages])
    w = w * (len(w) / w.sum())
    first = np.cumsum([0, *(len(y) for _, y, _ in pages[:-1])])
    page = np.repeat(np.arange(len(pages)), [len(y) for _, y, _ in pages])
    none = np.array([not y.any() for _, y, _ in pages])

    def loss(z: np.ndarray) -> tuple[float, np.ndarray]:
        top = np.maximum(np.maximum.reduceat(z, first), 0.0)
        each, nothing = np.exp(z - top[page]), np.exp(-top)
        every = np.add.reduceat(each, first) + nothing
        right = np.add.reduceat(each * y, first) + nothing * none
        return float((w * np.log(every / right)).sum()), w[page] * each * (1 / every[page] - y / right[page])

    return _solve(table, np.concatenate([x for x, _, _ in pages]).astype(float), loss, strength)


def _solve(table: Table[Any], x: np.ndarray, loss: Loss, strength: float) -> Weights:
    """The weights of least loss, each on its declared side; `loss` is told of the rows' log-odds, with its gradient."""
    size = x.shape[1]

    def regular(v: np.ndarray) -> tuple[float, np.ndarray]:
        value, miss = loss(x @ v[:size] + v[size])
        gradient = np.append(x.T @ miss + strength * v[:size], miss.sum())
        return value + strength / 2 * float((v[:size] ** 2).sum()), gradient

    bounds = [(0, None) if feature.sign > 0 else (None, 0) for feature in table.features] + [(None, None)]
    found = minimize(regular, np.zeros(size + 1), jac=True, method="L-BFGS-B", bounds=bounds, options=SOLVED).x
    weights = {f.phrase: round(float(v), 3) for f, v in zip(table.features, found, strict=False) if abs(v) >= LEAST}
    return {BIAS: round(float(found[-1]), 3), **weights}


def matrix(table: Table[Any], facts: Any, size: int) -> np.ndarray:
    """The columns of a table's features, a row for each candidate."""
    columns = [np.asarray(feature.column(facts), dtype=np.float32) for feature in table.features]
    return np.stack(columns, 1) if size else np.zeros((0, len(columns)), np.float32)


def _made_up(x: np.ndarray, table: Table[Any]) -> np.ndarray:
    """The rows of a page of made-up sentences: they say nothing of how Arabic is worded."""
    return x * np.array([not feature.wording for feature in table.features], np.float32)


def odds(table: Table[Any], x: np.ndarray, weights: Weights) -> np.ndarray:
    """The log-odds of each row."""
    return x @ np.array([weights.get(f.phrase, 0.0) for f in table.features]) + weights[BIAS]


class Learner:
    """Labelled pages with their facts; fits each model on some and applies it to others."""

    def __init__(self, pages: Sequence[Labelled]) -> None:
        self.pages = pages
        self.folds = np.array([page.fold for page in pages])
        _FACTS[:] = [observe(page.page()) for page in pages]  # before the pools, whose processes share them
        self.body = _map(_body_matrix, range(len(pages)))
        _ALONE[:] = self.body

    # The blocks

    def _importance(self, index: int) -> np.ndarray:
        page = self.pages[index]
        words = np.array(page.words)
        return SET_WEIGHT.get(page.kind, 1.0) * (50 / len(words)) ** 0.5 * (1 + np.minimum(words, 60) / 20)

    def fit_blocks(self, table: Table[Any], rows: Sequence[np.ndarray | None], train: Sequence[int]) -> Weights:
        """Weights of a model of blocks, from the pages `train`."""
        train = [i for i in train if self.pages[i].blocks is not None and rows[i] is not None]
        known = {i: np.array(self.pages[i].blocks) >= 0 for i in train}
        return fit(
            table,
            np.concatenate([rows[i][known[i]] for i in train]).astype(float),
            np.concatenate([np.array(self.pages[i].blocks)[known[i]] for i in train]).astype(float),
            np.concatenate([self._importance(i)[known[i]] for i in train]),
            STRENGTH["BODY"],
        )

    def fit_rows(self, table: Table[Any], rows: Rows, strength: float) -> Weights:
        """Weights of a model of lines or pages: for each page its rows, their labels and the page's importance."""
        return fit(
            table,
            np.concatenate([x for x, _, _ in rows.values()]).astype(float),
            np.concatenate([y for _, y, _ in rows.values()]).astype(float),
            np.concatenate([np.full(len(y), w) for _, y, w in rows.values()]),
            strength,
        )

    def learn(self, train: Sequence[int], test: Sequence[int]) -> tuple[dict[str, Weights], dict[int, Row]]:
        """All models from the pages `train`, and what they make of the pages `test`."""
        first: dict[int, np.ndarray] = {}
        for fold in sorted(set(self.folds[train])):
            weights = self.fit_blocks(BODY, self.body, [i for i in train if self.folds[i] != fold])
            first |= {i: odds(BODY, self.body[i], weights) for i in train if self.folds[i] == fold}
        body = self.fit_blocks(BODY, self.body, train)
        first |= {i: odds(BODY, self.body[i], body) for i in test}

        lines = dict(zip(first, _map(_title_rows, [(i, first[i]) for i in first]), strict=True))
        usable = {
            i: (lines[i][1], lines[i][2], TITLE_WEIGHT.get(self.pages[i].kind, 1.0))
            for i in train
            if lines[i][2] is not None
        }
        title = fit_choice(TITLE, [*usable.values(), *map(_headless, usable.values())], STRENGTH["TITLE"])
        titles = {i: _best(i, lines[i][0], odds(TITLE, lines[i][1], title)) for i in first}

        jobs = [(i, first[i], titles[i][0]) for i in first]
        rows: list[np.ndarray | None] = [None] * len(self.pages)
        for i, x in zip(first, _map(_context_matrix, jobs), strict=True):
            rows[i] = x
        context = self.fit_blocks(CONTEXT, rows, train)
        second = {i: odds(CONTEXT, rows[i], context) for i in first}

        jobs = [(i, second[i], titles[i]) for i in first]
        pages = dict(zip(first, _map(_whole_row, jobs), strict=True))
        held = {
            i: (pages[i][0], np.array([self.pages[i].is_article]), self._page_weight(i))
            for i in train
            if pages[i] is not None and self.pages[i].kind in WHOLE_KINDS
        }
        whole = self.fit_rows(WHOLE, held, STRENGTH["WHOLE"])
        storied = [i for i in first if pages[i] is not None and self.pages[i].kind != "none"]
        jobs = [(i, pages[i][1], titles[i][0]) for i in storied]
        credit = dict(zip(storied, _map(_author_rows, jobs), strict=True))
        asked = [i for i in storied if i in set(train) and credit[i][1] is not None]
        lines = {i: (credit[i][0], credit[i][1], self._set_weight(i)) for i in asked}
        author = self.fit_rows(AUTHOR, lines, STRENGTH["AUTHOR"])
        found = {
            i: {
                "authors": _names(credit[i], author) if i in credit else set(),
                "odds": second[i],
                "title": titles[i],
                "run": None if pages[i] is None else pages[i][1],
                "whole": -9.0 if pages[i] is None else float(odds(WHOLE, pages[i][0], whole)[0]),
            }
            for i in test
        }
        return {"BODY": body, "TITLE": title, "CONTEXT": context, "WHOLE": whole, "AUTHOR": author}, found

    def _page_weight(self, index: int) -> float:
        page = self.pages[index]
        if page.kind == "case" and not page.is_article:
            return NO_STORY
        return SNIPPETS if page.kind == "twin" and not page.body else PAGE_WEIGHT.get(page.kind, 1.0)

    def _set_weight(self, index: int) -> float:
        return SET_WEIGHT.get(self.pages[index].kind, 1.0)


def _map(function: Callable[[Any], Any], jobs: Sequence[Any]) -> list[Any]:
    with Pool() as pool:
        return pool.map(function, jobs, chunksize=16)


_FACTS: list[Observed] = []
_PAGES: list[Labelled] = []
_ALONE: list[np.ndarray] = []


def _body_matrix(index: int) -> np.ndarray:
    x = matrix(BODY, _FACTS[index], len(_FACTS[index].words))
    return _made_up(x, BODY) if "twin" in _PAGES[index].kind else x


def _title_rows(job: tuple[int, np.ndarray]) -> tuple[list[int], np.ndarray, np.ndarray | None]:
    index, first = job
    page, facts = _PAGES[index], _FACTS[index]
    run = heaviest_run(first.tolist(), facts.words, facts.inside, facts.need)
    if run is None:
        return [], np.zeros((0, len(TITLE.features)), np.float32), None
    lines = candidates(facts, run)
    x = matrix(TITLE, lines, len(lines.indices))
    wanted = folded(page.title) if page.title else None
    if "twin" in page.kind:
        x = _made_up(x, TITLE)
    y = np.array([_is_headline(folded(f.text), wanted) for f in lines.fragments], float)
    return lines.indices, x, y if y.any() or (wanted is None and page.has_no_title) else None


def _is_headline(line: str, wanted: str | None) -> bool:
    """The headline, or the first of the two lines that it is broken into."""
    return wanted is not None and (line == wanted or (wanted.startswith(f"{line} ") and 2 * len(line) >= len(wanted)))


def _names(rows: tuple[np.ndarray, Any, list[tuple[str, ...]]], weights: Weights) -> set[str]:
    x, _, names = rows
    sure = odds(AUTHOR, x, weights) if len(names) else []
    return {folded(name) for value, each in zip(sure, names, strict=True) if value > 0 for name in each}


def _headless(lines: Lines) -> Lines:
    """A page's lines without its headline: where it is missing, none of the others is it."""
    x, y, weight = lines
    return x[y == 0], y[y == 0], HEADLESS * weight if y.any() else 0.0


def _best(page: int, indices: Sequence[int], values: np.ndarray) -> tuple[int | None, float]:
    """The likeliest line of a page, None if it is too unlikely to be reckoned with, and its log-odds."""
    if not len(values):
        return None, NO_LINE
    best = int(np.argmax(values))
    return reckoned(_FACTS[page], indices[best], float(values[best])), float(values[best])


def _columns(index: int) -> dict[str, tuple[float, Any]]:
    return {f.phrase: (1.0, _ALONE[index][:, i].tolist()) for i, f in enumerate(BODY.features)}


def _context_matrix(job: tuple[int, np.ndarray, int | None]) -> np.ndarray:
    index, first, title = job
    facts = _FACTS[index]
    x = matrix(CONTEXT, near(facts, Evidence(tuple(first.tolist()), _columns(index)), title), len(facts.words))
    return _made_up(x, CONTEXT) if "twin" in _PAGES[index].kind else x


def _author_rows(job: tuple[int, list[int], int | None]) -> tuple[np.ndarray, np.ndarray | None, list[tuple[str, ...]]]:
    index, body, title = job
    page = _PAGES[index]
    lines = author_lines(_FACTS[index], title, body)
    names = [line.authors for line in lines.credits.values()]
    wanted = page.authors
    right = [bool({folded(name) for name in each} & wanted) for each in names] if wanted is not None else None
    y = np.array(right, float) if right is not None else None
    return matrix(AUTHOR, lines, len(names)), y, names


def _whole_row(job: tuple[int, np.ndarray, tuple[int | None, float]]) -> tuple[np.ndarray, list[int]] | None:
    number, second, title = job
    facts = _FACTS[number]
    run = heaviest_run(second.tolist(), facts.words, facts.inside, facts.need)
    if run is None:
        return None
    index, sure = title
    body = [i for i in range(run.first, run.last + 1) if second[i] > BODY_ODDS and (i != index or sure <= TITLE_ODDS)]
    return (matrix(WHOLE, Whole(facts, run, body, index, sure), 1), body) if body else None


# Figures


def figures(pages: Sequence[Labelled], found: dict[int, Row]) -> dict[str, dict[str, dict[str, float | int]]]:
    """The cross-validated tables: a row for each kind of page, pages without a story, what the probabilities say."""
    kinds = ("html", "text", "dump", "furnished", "twin", "twin dump", "case", "case text")
    empty = [row["whole"] <= story_odds(html=True) for i, row in found.items() if pages[i].kind == "none"]
    return {
        "cross-validated by outlet": {kind: _of_kind(kind, pages, found) for kind in kinds},
        "the same, pages without a story": {
            "pages": {"pages": len(empty), "recognised": round(float(np.mean(empty)), 3)}
        },
        "what is said of a block": reliability(pages, found),
    }


def _of_kind(kind: str, pages: Sequence[Labelled], found: dict[int, Row]) -> dict[str, float | int]:
    by_outlet: dict[str, list[float]] = defaultdict(list)
    leaks, titles, kept, hits = [], [], [], np.zeros(3)
    for i, row in found.items():
        page = pages[i]
        if page.kind != kind:
            continue
        if page.authors is not None:
            hits += len(page.authors & row["authors"]), len(page.authors), len(row["authors"])
        if page.title is not None or page.has_no_title:
            titles.append(folded(_headline(page, row)) == folded(page.title))
        if not page.body:
            continue
        f1, precision = body_f1(page, row["run"] or [])
        by_outlet[page.outlet].append(f1)
        leaks.append(1 - precision if row["run"] else 0.0)
        kept.append(row["whole"] > story_odds(html=kind not in PLAIN_KINDS))
    flat = [f1 for values in by_outlet.values() for f1 in values]
    told = {
        "body": np.mean([np.mean(values) for values in by_outlet.values()]),
        "body/page": np.mean(flat),
        "perfect": np.mean([f1 >= 0.98 for f1 in flat]),
        "bad": np.mean([f1 < 0.8 for f1 in flat]),
        "leak": np.mean(leaks),
        "title": np.mean(titles),
        "kept": np.mean(kept),
        "authors": 2 * hits[0] / (hits[1] + hits[2]),
    }
    return {"pages": len(flat), "outlets": len(by_outlet), **{name: round(float(v), 3) for name, v in told.items()}}


def _headline(page: Labelled, row: Row) -> str | None:
    """The line taken for the headline, if one is likely enough."""
    index, sure = row["title"]
    return page.texts[index] if index is not None and sure > TITLE_ODDS else None


def reliability(pages: Sequence[Labelled], found: dict[int, Row]) -> dict[str, dict[str, float | int]]:
    """What the blocks' probabilities say, and how many of them are right, by tenths."""
    fitted = calibration(pages, found)
    parts = [(_said(row, fitted), np.array(pages[i].blocks)) for i, row in found.items() if pages[i].body is not None]
    said, true = (np.concatenate(column) for column in zip(*parts, strict=True))
    said, true = said[true >= 0], true[true >= 0]
    rows: dict[str, dict[str, float | int]] = {}
    for low in range(0, 100, 10):
        inside = (said >= low / 100) & (said < (low + 10) / 100)
        mean, right = round(float(said[inside].mean()), 2), round(float(true[inside].mean()), 2)
        rows[f"{low} to {low + 10} %"] = {"said": mean, "is the story": right, "blocks": int(inside.sum())}
    return rows


def _said(row: Row, fitted: dict[str, tuple[float, float]]) -> np.ndarray:
    """The calibrated probability of each block of a page."""
    index = np.arange(len(row["odds"]))
    first, last = (row["run"][0], row["run"][-1]) if row["run"] else (1, 0)
    (slope, shift), (slope_out, shift_out) = fitted["inside the run"], fitted["outside"]
    inside = (index >= first) & (index <= last)
    odds_ = np.where(inside, slope * row["odds"] + shift, slope_out * row["odds"] + shift_out)
    return 1 / (1 + np.exp(-odds_))


def show(tables: dict[str, dict[str, dict[str, float | int]]]) -> None:
    """Print tables, a line for each row."""
    for name, rows in tables.items():
        columns = list(next(iter(rows.values())))
        print(f"{name:32}", *(f"{column:>12}" for column in columns))
        for row, values in rows.items():
            print(f"{row:32}", *(f"{values[column]:12}" for column in columns))


def cross_validate(learner: Learner) -> dict[int, Row]:
    """What each page is read as by models that have not seen its outlet."""
    found: dict[int, Row] = {}
    for fold in range(FOLDS):
        inside = np.flatnonzero(learner.folds == fold)
        found |= learner.learn(np.flatnonzero(learner.folds != fold).tolist(), inside.tolist())[1]
    return found


_HEADER = '''"""The weights of all evidence, in log-odds. Made by `scripts/learn.py` from labelled pages: do not edit.

One table for each question: the blocks by themselves, the headline, the blocks with their neighbours, the whole page.
"""

from __future__ import annotations

'''


def calibration(pages: Sequence[Labelled], found: dict[int, Row]) -> dict[str, tuple[float, float]]:
    """Slope and shift from the second pass's log-odds to those that are true of blocks in the run and outside of it."""
    rows: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {"inside the run": [], "outside": []}
    for i, row in found.items():
        if pages[i].body is None or row["run"] is None:
            continue
        true, index = np.array(pages[i].blocks), np.arange(len(row["odds"]))
        inside = (index >= row["run"][0]) & (index <= row["run"][-1])
        for name, side in (("inside the run", inside), ("outside", ~inside)):
            mask = side & (true >= 0)
            rows[name].append((row["odds"][mask], true[mask]))
    fitted = {}
    for name, parts in rows.items():
        x, y = np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])

        def loss(v: np.ndarray, x: np.ndarray = x, y: np.ndarray = y) -> float:
            z = v[0] * x + v[1]
            return float(np.mean(np.logaddexp(0, z) - y * z))

        slope, shift = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
        fitted[name] = (round(float(slope), 3), round(float(shift), 3))
    return fitted


def source(models: dict[str, Weights], calibrated: dict[str, tuple[float, float]]) -> str:
    """The module that holds the weights."""
    tables = [
        f"{name}: dict[str, float] = {pprint.pformat(weights, sort_dicts=False, width=118)}\n"
        for name, weights in models.items()
    ]
    said = "# Slope and shift of the blocks' log-odds, from pages of outlets that were not learnt from.\n"
    said += f"CALIBRATION = {calibrated!r}\n"
    return _HEADER + "\n".join([*tables, said])


def main() -> int:
    """Learn, report, write or compare."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--report", action="store_true", help="only the figures, for benchmarks/quality.py")
    ask.add_argument("--check", action="store_true", help="only compare with the committed table")
    ask.add_argument("--quick", action="store_true", help="write without the figures")
    args = ask.parse_args()
    started = time.time()
    _PAGES[:] = labelled(args.folder)
    learner = Learner(_PAGES)
    print(f"{len(learner.pages)} pages observed in {time.time() - started:.0f} s", file=sys.stderr)
    calibrated = weights.CALIBRATION
    if not args.check and not args.quick:
        found = cross_validate(learner)
        tables, calibrated = figures(learner.pages, found), calibration(learner.pages, found)
        show(tables)
        FIGURES.write_text(json.dumps(tables, indent=1) + "\n", "utf-8")
        print(f"{time.time() - started:.0f} s", file=sys.stderr)
    if args.report:
        return 0
    everything = list(range(len(learner.pages)))
    models = learner.learn(everything, [])[0]
    if args.check:
        return check(models)
    TARGET.write_text(source(models, calibrated), "utf-8")
    return 0


def check(models: dict[str, Weights]) -> int:
    """1, and a line for each, where committed weights are not what the labels give, up to rounding."""
    wrong = [
        (name, phrase, committed.get(phrase, 0.0), made.get(phrase, 0.0))
        for name, made in models.items()
        for committed in [getattr(weights, name)]
        for phrase in {**made, **committed}
        if abs(committed.get(phrase, 0.0) - made.get(phrase, 0.0)) > ROUNDING
    ]
    for name, phrase, committed, made in wrong:
        print(f"{name}: {phrase}: {committed} is committed, {made} is learnt", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
