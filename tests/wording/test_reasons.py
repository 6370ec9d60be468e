"""Reasons are said in Arabic as a whole, phrase by phrase; what is not known in them leaves them English."""

import importlib
import json
import pkgutil
import re
from pathlib import Path

import pytest

import newscli
from newscli import weigh
from newscli.weigh.evidence import Table
from newscli.wording import speaking
from newscli.wording.features import FEATURES
from newscli.wording.reasons import REASONS, said
from tests.wording.said import strings

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*ROOT.glob("samples/*.[th]*"), *ROOT.glob("tests/golden/*/input.*")]
SAY = speaking("ar")


def phrases():
    """The phrase of every feature of every table."""
    modules = (importlib.import_module(f"newscli.weigh.{found.name}") for found in pkgutil.iter_modules(weigh.__path__))
    tables = {id(table): table for module in modules for table in vars(module).values() if isinstance(table, Table)}
    return {feature.phrase for table in tables.values() for feature in table.features}


def told(article):
    """Every reason of an article, and every part of its evidence."""
    yield article.decoding
    yield from (block.reason for block in article.blocks)
    for number in (None, *range(1, len(article.blocks) + 1)):
        evidence = article.evidence(number) if number else article.evidence()
        for weighed in evidence:
            yield weighed.question
            yield from (phrase for phrase, _ in weighed.parts)
    yield from (candidate.reason for candidate in article.candidates if candidate.reason)


def test_every_phrase_of_the_evidence_has_its_arabic_and_none_is_left_over():
    assert phrases() - set(FEATURES) == set()
    assert set(FEATURES) - phrases() == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_all_that_is_told_of_a_page_is_arabic(page):
    article = newscli.parse_file(page)
    assert [reason for reason in told(article) if reason and said(reason) is None] == []


def test_all_that_is_told_of_labelled_pages_is_arabic(shared):
    rows = (shared / "gold" / "articles.jsonl").read_text("utf-8").splitlines()
    articles = (newscli.parse_file(shared / "gold" / json.loads(row)["input"]) for row in rows)
    assert {reason for article in articles for reason in told(article) if reason and said(reason) is None} == set()


def test_no_reason_is_left_over():
    ours = "\n".join([*strings(), *FEATURES])
    composed = re.compile(
        r"(begins|ends|begins and ends) the story|stands (above|below) the|Is (it|the paragraph)|one block of"
        r"| blocks of| ?\(?(the page|HTTP) declares"
    )
    assert [phrase for phrase in REASONS if phrase.strip(" (") not in ours and not composed.match(phrase)] == []


def test_a_sentence_is_put_together_in_arabic():
    reason = (
        "stands below the end of the story, is template text, and is far below the prose, although it is a list item"
    )
    assert SAY(reason) == "يقع بعد نهاية الخبر، ونصه من القالب، ويقع بعيدًا تحت النص، وإن كان يرد عنصرًا في قائمة"


def test_what_is_not_known_leaves_all_of_it_english():
    assert said("is a list item, and dances") is None
    assert SAY("is a list item, and dances") == "is a list item, and dances"
