"""The labels under which pages name their sources."""

from __future__ import annotations

import pytest

from newscli.arabic.letters import fold
from newscli.lexicon.source_labels import Label, label_at


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("المصدر: المنارة", Label.SOURCE),
        ("مصدر الخبر / المنارة", Label.SOURCE),
        ("المصدر", Label.SOURCE),
        ("Source - Manara", Label.SOURCE),
        ("نقلاً عن المنارة", Label.SOURCE),
        ("منقول من المنارة", Label.SOURCE),
        ("عن «المنارة»", Label.SOURCE),
        ("خدمة «المنارة»", Label.SOURCE),
        ("بواسطة المنارة", Label.BY),
        ("Posted by Manara", Label.BY),
        ("نشر في المنارة يوم 3", Label.PUBLISHED_IN),
    ],
)
def test_a_label_opens_a_line(line: str, label: Label) -> None:
    found = label_at(fold(line))
    assert found is not None
    assert found.label is label


@pytest.mark.parametrize(
    "line",
    ["المصدر الأمني أكد الخبر", "مصدر مسؤول ينفي", "عن الحرب", "خدمة المواطنين", "مصادر طبية", "الناقل الوطني يتوسع"],
)
def test_a_sentence_that_opens_with_the_same_words(line: str) -> None:
    assert label_at(fold(line)) is None
