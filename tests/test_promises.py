"""docs/promises.md names tests and commands that there are, and forgets no promise of the README."""

import ast
import re
from pathlib import Path

import pytest

from newscli.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "promises.md").read_text("utf-8")
ROWS = [line for line in TEXT.splitlines() if line.startswith("| ") and not line.startswith("| promise")]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEXT)))


@pytest.mark.parametrize(("path", "name"), NAMED, ids=lambda value: value.rpartition("/")[2])
def test_a_test_that_is_named_exists(path, name):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_there_are_many():
    assert len(NAMED) > 60


@pytest.mark.parametrize("row", ROWS)
def test_every_promise_is_shown_by_something(row):
    _, promise, shown, _ = (cell.strip() for cell in row.split("|"))
    assert promise
    assert re.search(r"`(tests/[\w/]+\.py::\w+|python [\w/]+\.py[^`]*|\.ci/run)`", shown)


@pytest.mark.parametrize("script", sorted(set(re.findall(r"`python ([\w/]+\.py)", TEXT))))
def test_a_script_that_is_named_exists(script):
    assert (ROOT / script).is_file()


def test_no_promise_of_the_readme_is_missing():
    readme = (ROOT / "README.md").read_text("utf-8")
    section = re.search(r"^## What it promises\n(.*?)^## ", readme, re.MULTILINE | re.DOTALL)[1]
    promises = re.findall(r"^- \*\*(.*?)\.?\*\*", section, re.MULTILINE)
    assert len(promises) == 5
    told = " ".join(ROWS)
    assert [promise for promise in promises if promise not in told] == []


def test_no_command_is_missing():
    told = " ".join(ROWS)
    assert [
        name
        for name in COMMANDS
        if name not in ("help", "lexicon") and f"`{name}`" not in told and f"newscli {name}`" not in told
    ] == []
