"""The table of weights fits the tables of features: names, signs, nothing dead; and it is what the labels give."""

import subprocess
import sys
from pathlib import Path

import pytest
from pages import TABLES

from newscli.weigh import weights
from newscli.weigh.evidence import BIAS

ROOT = Path(__file__).resolve().parents[2]


def names(table):
    return [feature.phrase for feature in TABLES[table].features]


def test_there_is_a_table_of_weights_for_each_table_of_features():
    assert set(weights.__annotations__) == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_each_phrase_names_one_feature(table):
    assert sorted(names(table)) == sorted(set(names(table)))


@pytest.mark.parametrize("table", TABLES)
def test_each_weight_is_of_a_feature_that_there_is(table):
    assert set(getattr(weights, table)) - set(names(table)) == {BIAS}


@pytest.mark.parametrize("table", TABLES)
def test_each_weight_is_on_the_side_that_its_feature_declares(table):
    signs = {feature.phrase: feature.sign for feature in TABLES[table].features}
    assert set(signs.values()) <= {1, -1}
    learnt = {phrase: weight for phrase, weight in getattr(weights, table).items() if phrase != BIAS}
    assert {phrase: weight for phrase, weight in learnt.items() if weight * signs[phrase] <= 0} == {}


@pytest.mark.parametrize("table", TABLES)
def test_no_feature_is_dead(table):
    """A feature that the labels give no weight costs time and explains nothing: delete it.

    The blocks are weighed twice with the same features, by themselves and with their neighbours: one weight is enough.
    """
    weighed = set(getattr(weights, table))
    weighed |= set(weights.CONTEXT) if table == "BODY" else set(weights.BODY) if table == "CONTEXT" else set()
    assert [phrase for phrase in names(table) if phrase not in weighed] == []


@pytest.mark.slow
def test_the_table_is_what_the_labels_give(shared):
    pytest.importorskip("numpy")
    pytest.importorskip("scipy")
    command = [sys.executable, ROOT / "scripts" / "learn.py", shared, "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"learn again: python scripts/learn.py {shared}\n{done.stderr[-2000:]}"
