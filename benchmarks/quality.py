"""newscli's fields beside the other extractors', on pages labelled by hand.

    python benchmarks/quality.py FOLDER... [--peers [NAME ...]] [--worst 5] [--json]

A folder holds `articles.jsonl`, one labelled article a line in newscli's keys (`body` a list of paragraphs) with `id`,
`source` (the outlet), `kind` (html or text), `is_article` and `input` (the page's path in the folder); and maybe
`not-articles/`, pages without a story. The figures:

  body        F1 of the multisets of 4-word shingles, averaged over an outlet's pages, then over the outlets
  perfect     share of pages with body F1 of 0.98 and more; `bad`: below 0.80
  leak        share of the body's shingles that the labelled body does not have
  title       share of pages where it is the labelled one, letters folded; `published`: of those dated, the same day
  date_wrong  share of pages given a wrong date, which is worse than none
  others      F1 over all the pages of exact, folded strings; `roles` wants role and name of a credit; a disclaimer
              counts when its words agree to 0.8
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import peers

import newscli
from newscli.arabic.letters import fold
from newscli.model import Source
from newscli.read.decode import decode

Row = dict[str, Any]
GOOD, POOR, SAME_NOTICE = 0.98, 0.80, 0.8


def words(text: str | None) -> list[str]:
    """The words of a text, folded, without punctuation."""
    kept = "".join(c if c.isalnum() or c == "_" else " " for c in fold(unicodedata.normalize("NFKC", text or "")))
    return kept.split()


def plain(text: str | None) -> str:
    """A string as it is compared."""
    return " ".join(words(text))


def shingles(text: str | None, size: int = 4) -> Counter[tuple[str, ...]]:
    """The runs of `size` words; a shorter text is one run."""
    found = words(text)
    if len(found) < size:
        return Counter([tuple(found)] if found else [])
    return Counter(zip(*(found[i:] for i in range(size)), strict=False))


def overlap(gold: Counter[Any], found: Counter[Any]) -> tuple[float, float]:
    """(precision, F1) of what was found."""
    if not gold and not found:
        return 1.0, 1.0
    same = (gold & found).total()
    return (same / found.total() if found else 0.0), 2 * same / (gold.total() + found.total())


class Tally:
    """Hits, extras and misses of sets of strings, and the F1 they make."""

    def __init__(self) -> None:
        self.hits = self.strays = 0

    def add(self, gold: Iterable[str | None], found: Iterable[str | None]) -> None:
        """Count what one page should have and what it got."""
        wanted, got = {each for each in gold if each}, {each for each in found if each}
        self.hits += len(wanted & got)
        self.strays += len(wanted ^ got)

    def f1(self) -> float | None:
        """None where no page has the field and none was given it."""
        return 2 * self.hits / (2 * self.hits + self.strays) if self.hits or self.strays else None


def _part(article: Row, field: str, key: str) -> list[str]:
    value = (article.get(field) or {}).get(key)
    return [value] if isinstance(value, str) else list(value or ())


def strings(article: Row) -> dict[str, set[str]]:
    """The fields that are sets of exact strings, folded."""
    credits = article.get("attribution") or []
    return {
        "byline": {plain(name) for name in article.get("authors") or _part(article, "byline", "authors")},
        "dateline": {plain(text) for text in _part(article, "dateline", "text")},
        "places": {plain(place) for place in _part(article, "dateline", "places")},
        "sources": {plain(source) for source in _part(article, "dateline", "sources")},
        "attribution": {plain(credit["name"]) for credit in credits},
        "roles": {f"{credit['role']} {plain(credit['name'])}" for credit in credits},
    }


def notices(gold: str | None, found: str | None) -> tuple[list[str], list[str]]:
    """A labelled disclaimer and the one found, as strings that are equal if they agree well enough."""
    same = overlap(shingles(gold, 1), shingles(found, 1))[1] >= SAME_NOTICE
    return ["notice"] if gold else [], ["notice" if same else "another"] if found else []


def score(pages: list[tuple[Row, Row]]) -> tuple[dict[str, float | int | None], list[tuple[float, str]]]:
    """The figures over pairs of a labelled article and the one found, and (body F1, id) of each, the worst first."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    outlets: defaultdict[str, list[float]] = defaultdict(list)
    rows, leaks = [], []
    titles = dated = dates = wrong = 0
    for gold, found in pages:
        body = found.get("body") or ""
        precision, f1 = overlap(shingles("\n".join(gold["body"])), shingles(body))
        outlets[gold["source"]].append(f1)
        rows.append((f1, gold["id"]))
        leaks.append(1 - precision if body else 0.0)
        titles += plain(gold["title"]) == plain(found.get("title"))
        day = (found.get("published") or "")[:10] or None
        dated += bool(gold["published"])
        dates += bool(gold["published"]) and day == gold["published"]
        wrong += day is not None and day != gold["published"]
        wanted, got = strings(gold), strings(found)
        for field in wanted:
            tallies[field].add(wanted[field], got[field])
        tallies["disclaimer"].add(*notices(gold["disclaimer"], found.get("disclaimer")))
    count = len(pages)
    return {
        "pages": count,
        "body": sum(sum(each) / len(each) for each in outlets.values()) / len(outlets),
        "perfect": sum(f1 >= GOOD for f1, _ in rows) / count,
        "bad": sum(f1 < POOR for f1, _ in rows) / count,
        "leak": sum(leaks) / count,
        "title": titles / count,
        "published": dates / dated if dated else None,
        "date_wrong": wrong / count,
        **{field: tally.f1() for field, tally in tallies.items()},
    }, sorted(rows)


def measure(folder: Path, others: dict[str, peers.Extract], worst: int) -> dict[str, Any]:
    """The figures of newscli and the others on one folder, by kind of page, and the pages wrongly taken for stories."""
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        labelled = [row for row in map(json.loads, lines) if row["is_article"]]
    report: dict[str, Any] = {}
    for kind in sorted({row["kind"] for row in labelled}):
        part = [row for row in labelled if row["kind"] == kind]
        data = [(folder / row["input"]).read_bytes() for row in part]
        found = {"newscli": [json.loads(newscli.parse(each).to_json()) for each in data]}
        if kind == "html":
            texts = [decode(Source(each)).text for each in data]
            for name, extract in others.items():
                found[name] = [peers.guarded(name, extract)(text) for text in texts]
        report[kind] = {}
        for name, articles in found.items():
            figures, rows = score(list(zip(part, articles, strict=True)))
            report[kind][name] = figures | ({"worst": rows[:worst]} if worst else {})
    without = sorted((folder / "not-articles").glob("*.html"))
    if without:
        stories = [page.stem for page in without if newscli.parse_file(page).body]
        report["without a story"] = {"pages": len(without), "taken for stories": stories}
    return report


def lines_of(report: dict[str, Any]) -> Iterable[str]:
    """The report as Markdown tables."""
    for kind, systems in report.items():
        if kind == "without a story":
            wrong = systems["taken for stories"]
            yield f"\n{kind}: {systems['pages'] - len(wrong)} of {systems['pages']} pages recognised {' '.join(wrong)}"
            continue
        columns = [name for name in next(iter(systems.values())) if name != "worst"]
        yield f"\n| {kind} | " + " | ".join(columns) + " |"
        yield "|---|" + "---:|" * len(columns)
        for name, figures in systems.items():
            yield f"| {name} | " + " | ".join(_cell(figures[column]) for column in columns) + " |"
        for name, figures in systems.items():
            yield from (f"  {name}: body {f1:.2f} {page}" for f1, page in figures.get("worst", ()))


def _cell(value: float | int | None) -> str:
    return "–" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"


def main() -> None:
    """Score and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    ask.add_argument("--peers", nargs="*", choices=peers.TABLE, help="these alone; without names, none")
    ask.add_argument("--worst", type=int, default=0, help="name each system's worst pages")
    ask.add_argument("--json", action="store_true")
    options = ask.parse_args()
    others = {} if options.peers == [] else peers.installed(options.peers)
    reports = {str(folder): measure(folder, others, options.worst) for folder in options.folders}
    used = peers.versions(["newscli", *others])
    if options.json:
        print(json.dumps({"versions": used, "folders": reports}, ensure_ascii=False, indent=1))
        return
    for folder, report in reports.items():
        print(f"{folder}: {', '.join(f'{name} {version}' for name, version in used.items())}")
        print(*lines_of(report), sep="\n")


if __name__ == "__main__":
    main()
