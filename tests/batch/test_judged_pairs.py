"""Copies are told from stories that share only blocks, background or the event: real pairs, judged by hand."""

import gzip
import json
from pathlib import Path

import pytest

from newscli.batch.duplicates import THRESHOLD, print_of
from newscli.batch.spool import Spool

PAIRS = Path(__file__).parent / "pairs.tsv"
COPIES = ("copy", "update")


@pytest.fixture(scope="module")
def judged():
    lines = [line.split("\t") for line in PAIRS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {frozenset(ids): verdict for verdict, *ids in lines}


@pytest.fixture(scope="module")
def stories(shared):
    """The stories of wire and gold as rows, by their ids."""
    with gzip.open(shared / "wire" / "stories.jsonl.gz", "rt", encoding="utf-8") as file:
        wire = list(map(json.loads, file))
    found = {one["id"]: (one["title"], one["paragraphs"], one["published"]) for one in wire}
    for line in (shared / "gold" / "articles.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        if one["body"]:
            found[f"gold/{one['id']}"] = (one["title"], one["body"], one["published"])
    return {
        id: {"title": title, "body": "\n\n".join(body), "published": published}
        for id, (title, body, published) in found.items()
    }


def test_precision_and_recall_of_the_judged_pairs(judged, stories):
    assert len(judged) >= 60
    names = list(stories)
    spool = Spool()
    for name in names:
        row = {"source": {"path": name, "format": "text", "encoding": "utf-8", "bytes": 0, "sha256": ""}} | stories[
            name
        ]
        spool.add(json.dumps(row).encode(), print_of(row))
    copies = spool.copies(THRESHOLD)
    spool.close()
    found = {frozenset((names[number], names[copy.original])) for number, copy in copies.items()}
    assert found <= judged.keys(), "copies that nobody judged"
    right = {pair for pair, verdict in judged.items() if verdict in COPIES}
    assert len(found & right) / len(found) >= 0.98
    assert len(found & right) / len(right) >= 0.9
