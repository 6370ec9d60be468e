"""The reference article comes out exactly as agreed: from its file, from text, and in windows-1256."""

import json
import os
from pathlib import Path

import pytest

import newscli

SHARED = Path(os.environ.get("NEWSCLI_SHARED") or Path(__file__).resolve().parents[2] / "shared")
REFERENCE = SHARED / "reference"

pytestmark = pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference article is not part of the repository")


def in_windows_1256(text):
    return text.encode("cp1256")


@pytest.mark.parametrize("given", [str, str.encode, in_windows_1256], ids=["text", "utf-8", "windows-1256"])
def test_the_reference_article_comes_out_as_agreed(given):
    text = (REFERENCE / "article.txt").read_text("utf-8")
    expected = json.loads((REFERENCE / "article.expected.json").read_text("utf-8"))
    leftovers = expected.pop("boilerplate")
    article = newscli.parse(given(text))
    found = json.loads(article.to_json())
    found["attribution"] = [{"role": credit["role"], "name": credit["name"]} for credit in found["attribution"]]
    assert {key: found[key] for key in expected} == expected
    assert [block.text for block in article.blocks if block.role == "boilerplate"] == leftovers
    assert all(credit.text and credit.text in text for credit in article.attribution)
