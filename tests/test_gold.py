"""The labelled articles, where they are at hand: each is an article or a clear refusal, and its JSON keeps the schema.

How well they are read is measured by `benchmarks/quality.py` and `scripts/learn.py --report`, on outlets not seen: a
floor on pages that the weights are learnt from would test the memory, not the reading. Skipped in a plain clone: the
texts belong to their publishers and are no part of the repository.
"""

import json
import os
from pathlib import Path

import jsonschema
import pytest

import newscli
from newscli.export.schema import schema

GOLD = Path(os.environ.get("NEWSCLI_SHARED") or Path(__file__).resolve().parents[2] / "shared") / "gold"
FOLDERS = ("html", "text", "dump", "not-articles")
VALIDATOR = jsonschema.Draft202012Validator(schema())

# Refused by design: a feed holds many articles.
FEEDS = {"not-articles/aksalser_rss__1.html"}


def pages(*folders):
    found = (path for folder in folders for path in sorted((GOLD / folder).glob("*")))
    named = [pytest.param(path, id=f"{path.parent.name}/{path.name}") for path in found]
    reason = "the labelled articles are not part of the repository"
    return named or [pytest.param(None, marks=pytest.mark.skip(reason=reason))]


@pytest.mark.parametrize("path", pages(*FOLDERS))
def test_every_page_is_an_article_of_the_schema_or_a_clear_refusal(path):
    if f"{path.parent.name}/{path.name}" in FEEDS:
        with pytest.raises(newscli.NewsError, match="feed"):
            newscli.parse_file(path)
        return
    article = newscli.parse_file(path)
    VALIDATOR.validate(json.loads(article.to_json(blocks=True)))
    assert ("no-article" in article.warnings) == (not article.body)


@pytest.mark.parametrize("path", pages("not-articles"))
def test_a_page_without_a_story_has_no_field_of_one(path):
    if f"{path.parent.name}/{path.name}" in FEEDS:
        pytest.skip("refused by design, as the test above says")
    found = newscli.parse_file(path)
    if found.body:
        pytest.skip("taken for a story: benchmarks count these")
    title = None if dict(found.metadata).get("meta og:type", "").startswith(("article", "video")) else found.title
    fields = (title, found.kicker, found.subtitle, found.dateline, found.byline, found.disclaimer)
    assert fields == (None,) * 6


def test_a_page_without_a_story_warns_of_nothing_else():
    """These pages are in good order: their letters stand in logical order, and were decoded once."""
    paths = [each.values[0] for each in pages("not-articles")]
    if paths == [None]:
        pytest.skip("the labelled articles are not part of the repository")
    found = {path.name: newscli.parse_file(path) for path in paths if f"not-articles/{path.name}" not in FEEDS}
    warned = {name: article.warnings for name, article in found.items() if not article.body}
    assert {name: warnings for name, warnings in warned.items() if warnings != ("no-article",)} == {}
