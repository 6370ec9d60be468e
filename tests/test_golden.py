"""Articles with what must come out of them, read and judged by hand: a folder each, `input.*` and `expected.json`.

The expectation is the contract's object without `source`; of a credit it holds role and name. A known failure carries
its reason in the data, under the key `xfail`. A new misread page becomes a new folder.
"""

import json
from pathlib import Path

import pytest

import newscli

FOLDERS = sorted(path.parent for path in (Path(__file__).parent / "golden").glob("*/expected.json"))


def cases():
    for folder in FOLDERS:
        expected = json.loads((folder / "expected.json").read_text("utf-8"))
        reason = expected.pop("xfail", None)
        marks = [pytest.mark.xfail(reason=reason)] if reason else []
        yield pytest.param(next(folder.glob("input.*")), expected, id=folder.name, marks=marks)


@pytest.mark.parametrize(("path", "expected"), list(cases()))
def test_an_article_is_read_as_judged(path, expected):
    found = json.loads(newscli.parse_file(path).to_json())
    del found["source"]
    found["attribution"] = [{"role": credit["role"], "name": credit["name"]} for credit in found["attribution"]]
    assert found == expected
