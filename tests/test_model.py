"""The values that travel: frozen, comparable, the same after pickling; the JSON has the contract's keys in order."""
# ruff: noqa: E501 - rows of data

import json
import pickle

import pytest

import newscli
from newscli.model import BLOCK_JSON_FIELDS, JSON_FIELDS, Candidate

TITLE = "رصيف جديد في ميناء المكلا يستقبل أربع سفن"
STORY = f"{TITLE}\n\nعدن - رويترز: قال مدير ميناء المكلا إن الرصيف الجديد يستقبل أربع سفن في وقت واحد، بعد عامين من العمل.\n"
KEYS = (
    "schema title kicker subtitle dateline byline published modified body attribution disclaimer section tags language site "
    "url images warnings source"
).split()


@pytest.fixture
def article():
    return newscli.parse(STORY)


def test_the_json_has_the_keys_of_the_contract_in_order(article):
    assert list(json.loads(article.to_json())) == list(JSON_FIELDS) == KEYS


def test_blocks_come_last_and_only_when_asked_for(article):
    assert list(json.loads(article.to_json(blocks=True))) == [*KEYS, "blocks"]
    assert tuple(json.loads(article.to_json(blocks=True))["blocks"][0]) == BLOCK_JSON_FIELDS


def test_json_is_one_line_unless_indented(article):
    assert "\n" not in article.to_json()
    assert article.to_json(indent=1).startswith('{\n "schema"')
    assert json.loads(article.to_json(indent=1)) == json.loads(article.to_json())


def test_arabic_stands_in_json_as_it_is(article):
    assert TITLE in article.to_json()


def test_blocks_are_a_sequence(article):
    blocks = article.blocks
    assert len(blocks) == len(list(blocks)) == 3
    assert blocks[0].text == TITLE
    assert blocks[-1] == list(blocks)[-1]
    assert blocks[:2] == tuple(blocks)[:2]


def test_two_readings_of_one_text_are_equal(article):
    again = newscli.parse(STORY)
    assert article == again
    assert article.blocks == again.blocks == tuple(again.blocks)
    assert article != newscli.parse(STORY.replace("أربع", "ست"))


def test_an_article_survives_pickling(article):
    assert pickle.loads(pickle.dumps(article)) == article


@pytest.mark.parametrize("field", ["title", "body", "blocks", "attribution"])
def test_nothing_of_an_article_can_be_set(article, field):
    with pytest.raises(AttributeError):
        setattr(article, field, None)


def test_candidates_are_explained_the_chosen_ones_first(article):
    told = article.explain("title")
    assert told
    assert all(isinstance(each, Candidate) and each.field == "title" for each in told)
    assert [each.chosen for each in told] == sorted((each.chosen for each in told), reverse=True)
    assert article.explain("images") == ()
