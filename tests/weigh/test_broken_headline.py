"""Headlines over several lines: what makes them one, and what stands below them and is none of it."""

from __future__ import annotations

import textwrap

import pytest
from story import STORY

import newscli


def text(width: int) -> str:
    return "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in STORY.split("\n\n"))


def title(width: int, *lines: str) -> str | None:
    return newscli.parse("\n".join(lines) + f"\n\n{text(width)}\n").title


@pytest.mark.parametrize(
    "lines",
    [
        ("كامل الزين يعلن عن وصول المضخات الجديدة", "إلى الأحياء الشرقية في رأس العين"),
        ("بلدية رأس العين ترفع قدرة محطة الضخ التي", "تغذي الأحياء الشرقية بعد شكاوى الناس من", "ضعف المياه"),
    ],
)
def test_in_a_text_broken_at_a_width_lines_that_fill_it_are_one_headline(lines):
    assert title(40, *lines) == " ".join(lines)


@pytest.mark.parametrize("width", [40, 70])
@pytest.mark.parametrize("below", ["كتب: كامل الزين", "14 مايو 2024", "رأس العين - رويترز"])
def test_a_credit_or_date_below_it_is_no_part_of_it(below, width):
    headline = "بلدية رأس العين ترفع قدرة محطة الضخ"
    assert title(width, headline, below) == headline


def test_a_line_much_shorter_than_the_one_below_is_a_kicker_or_a_headline_of_its_own():
    lines = ("شكاوى من المياه", "بلدية رأس العين ترفع قدرة محطة الضخ في الأحياء الشرقية")
    assert title(70, *lines) in lines
