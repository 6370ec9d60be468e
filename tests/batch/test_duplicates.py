"""Copies of a story are found whatever the outlet did to it; which one is the original does not hang on the order."""

import json
import random

import pytest

from newscli.batch.duplicates import THRESHOLD, likeness, print_of
from newscli.batch.spool import Spool
from tests.texts import BODY, FURTHER, joined

STORY = (*BODY, *FURTHER)
NUMBERS = tuple(
    f"قال الشاهد رقم {n} في القضية إن ما رآه ليلة الحادث يختلف عما قيل في جلسة سابقة {n * 7}." for n in range(6)
)
OTHER = tuple(
    f"وأوضح المتحدث في الفقرة {n} أن الفريق سافر إلى ملعب المدينة {n * 3} استعدادا للمباراة." for n in range(9)
)


def row(path, *paragraphs, published=None, site=None, agency=None):
    credits = [("agency", agency), ("origin", site)]
    return {
        "source": {"path": path, "format": "text", "encoding": "utf-8", "bytes": 0, "sha256": path},
        "title": path, "body": joined(*paragraphs), "published": published, "site": site,
        "attribution": [{"role": role, "name": name, "text": name, "url": None} for role, name in credits if name],
    }  # fmt: skip


def alike(one, other):
    return likeness(print_of(row("a", *one)), print_of(row("b", *other)))


def copies(*rows):
    """Which row is a copy of which, by their paths."""
    spool = Spool()
    for one in rows:
        spool.add(json.dumps(one).encode(), print_of(one))
    found = {one["source"]["path"]: one.get("duplicate_of") for one in spool.rows(spool.copies(THRESHOLD), drop=False)}
    spool.close()
    return {path: original for path, original in found.items() if original}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(STORY, id="the same"),
        pytest.param([text.replace("أ", "ا").replace("ة", "ه") + "ـ" for text in STORY], id="another spelling"),
        pytest.param(STORY[:3], id="cut"),
        pytest.param([*STORY, *OTHER[:2]], id="background added"),
        pytest.param(["وقالت مصادر محلية للصحيفة يوم أمس:", *STORY], id="an opening of its own"),
        pytest.param([STORY[0].replace("أربع", "خمس"), *STORY[1:]], id="a word corrected"),
    ],
)
def test_copies_are_told(other):
    assert alike(STORY, other) >= THRESHOLD
    assert copies(row("a", *STORY, published="2024-01-01"), row("b", *other, published="2024-01-02")) == {"b": "a"}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(OTHER, id="another story"),
        pytest.param([*OTHER[:3], *STORY[3:]], id="a new story over old background"),
        pytest.param([*OTHER, STORY[-1]], id="a paragraph in common"),
    ],
)
def test_others_are_not(other):
    assert alike(STORY, other) < THRESHOLD
    assert copies(row("a", *STORY), row("b", *other)) == {}


def test_short_texts_are_copies_only_if_they_are_equal():
    assert copies(row("a", "خبر قصير"), row("b", "خَبَرٌ قصير"), row("c", "خبر قصير جدا")) == {"b": "a"}


def test_pages_without_a_story_are_copies_of_nothing():
    assert copies(row("a"), row("b")) == {}


def test_the_oldest_is_the_original_and_undated_ones_come_last():
    rows = [
        row("undated", *STORY),
        row("new", *STORY, published="2024-05-02"),
        row("old", *STORY, published="2024-05-01"),
    ]
    assert copies(*rows) == {"undated": "old", "new": "old"}


def test_an_agencys_own_is_the_original():
    rows = [
        row("paper", *STORY, published="2024-05-01", site="البيدر", agency="سبأ"),
        row("agency", *STORY, published="2024-05-02", site="سبأ", agency="سبأ"),
        row("page", *STORY, published="2024-05-03", site="رويترز"),
    ]
    assert copies(*rows) == {"paper": "agency", "page": "agency"}


def test_the_order_changes_nothing():
    rows = [
        row(f"{kind}{n}", *texts[: len(texts) - n % 2], published=f"2024-05-{n + 1:02}")
        for kind, texts in (("s", STORY), ("n", NUMBERS), ("o", OTHER))
        for n in range(8)
    ]
    wanted = copies(*rows)
    assert len(wanted) == 21
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        assert copies(*rows) == wanted
