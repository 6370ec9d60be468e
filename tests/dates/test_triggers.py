"""The cheap test before dates are read leaves out no text that has one: what is found is the same without it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.dates import find, finder, tokens
from newscli.dates import words as datewords

GOLD = Path(os.environ.get("NEWSCLI_SHARED", Path(__file__).parents[2] / ".." / "shared")) / "gold"
WORDS = [*datewords.vocabulary(), *datewords.clocks(), "كانون الثاني", "ربيع الأول", "ذو الحجة", "GMT+3", "gmt", "ت م"]
WORDS += [
    "5",
    "24",
    "2024",
    "10.30",
    "20h30",
    "8 p.m",
    "3 ت2",
    "5/6",
    "5-7/6/2012",
    "1 / 6",
    "١٠:٣٠",
    "ت.غ",
    "منتصف الليل",
]
WORDS += ["/", "-", ".", ":", "،", "\n", "س", "سا", "h", "و", "م", "ص", "الوزير", "بتاريخ", "غرينتش", "بالتوقيت"]
SPACES = st.sampled_from(["", " ", "  "])
DATE_LIKE = st.lists(st.tuples(st.sampled_from(WORDS), SPACES), max_size=8).map(lambda p: "".join(map("".join, p)))


def unfiltered(text: str) -> object:
    """What is found where every text is read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "may_hold_date", lambda folded: True)
        return finder._in(text)[1]


@given(DATE_LIKE)
def test_no_date_is_lost(text: str) -> None:
    assert find(text) == unfiltered(text)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled articles are not part of the repository")
def test_no_date_is_lost_in_any_labelled_line() -> None:
    rows = [json.loads(row)["text"] for row in (GOLD / "dates.jsonl").read_text("utf-8").splitlines()]
    pages = [path.read_text("utf-8", "replace") for kind in ("dump", "text") for path in (GOLD / kind).iterdir()]
    for line in {*rows, *(line for page in pages for line in page.splitlines())}:
        assert find(line) == unfiltered(line)


@given(st.text())
def test_folding_is_that_of_the_table(text: str) -> None:
    assert tokens._folded(text) == text.translate(tokens._table())
