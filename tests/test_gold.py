"""The figures of the issues, taken over the labelled articles where they are at hand: the library, no process a page.

Skipped in a plain clone: the texts belong to their publishers and are no part of the repository.
"""

import importlib.util
import json
import os
from pathlib import Path

import pytest

import newscli

SHARED = Path(os.environ.get("NEWSCLI_SHARED") or Path(__file__).resolve().parents[2] / "shared")
GOLD = SHARED / "gold"
SCORE = SHARED / "eval" / "score.py"

pytestmark = pytest.mark.skipif(
    not (GOLD.is_dir() and SCORE.is_file()), reason="the labelled articles are not part of the repository"
)

# What must hold of each kind of source: figure -> least value (of `bad`, `leak` and `date_wrong` the greatest).
BOUNDS = {
    "text": {
        "title": 0.90, "body": 0.985, "perfect": 0.85, "bad": 0.0, "dateline": 0.85, "byline": 0.85, "published": 0.90,
        "date_wrong": 0.0, "attribution": 0.80,
    },
    "html": {
        "body": 0.985, "perfect": 0.90, "bad": 0.0, "leak": 0.01, "title": 0.96, "published": 0.95, "date_wrong": 0.0,
        "byline": 0.90, "dateline": 0.90, "places": 0.90, "sources": 0.90, "attribution": 0.85, "disclaimer": 1.0,
    },
    "dump": {"body": 0.90, "bad": 0.1, "title": 0.85, "disclaimer": 1.0},
}  # fmt: skip
AT_MOST = {"bad", "leak", "date_wrong"}
SUFFIX = {"text": ".txt", "html": ".html", "dump": ".txt"}


def oracle():
    """The module that counts, as it stands beside the labelled articles."""
    specification = importlib.util.spec_from_file_location("score", SCORE)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=sorted(BOUNDS))
def measured(request, tmp_path_factory):
    """(kind, its figures)."""
    kind, folder = request.param, tmp_path_factory.mktemp(request.param)
    score = oracle()
    labelled = []
    for label in score.read_gold(GOLD / "articles.jsonl"):
        path = GOLD / kind / (label["id"] + SUFFIX[kind])
        if path.exists():
            labelled.append(label)
            (folder / f"{label['id']}.json").write_text(newscli.parse_file(path).to_json(), "utf-8")
    assert labelled
    return kind, score.score(labelled, folder)[0]


def test_the_figures_hold(measured):
    kind, figures = measured
    missed = {
        name: (figures[name], bound)
        for name, bound in BOUNDS[kind].items()
        if not (figures[name] <= bound if name in AT_MOST else figures[name] >= bound)
    }
    assert missed == {}, json.dumps(figures, indent=1)


def pages_without_a_story():
    return sorted((GOLD / "not-articles").glob("*")) if GOLD.is_dir() else []


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in pages_without_a_story()])
def test_a_page_without_a_story_is_recognised(path):
    found = newscli.parse_file(path)
    assert (found.body, found.warnings) == ("", ("no-article",))
