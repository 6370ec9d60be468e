"""How a change reads: only what differs, what went before what came."""

import pytest

from newscli.rtl.paragraph import Strategy
from newscli.rtl.width import cells
from newscli.show.comparison import alone, changed, delta, summary
from newscli.show.inspection import plain_rows, typeset_rows
from newscli.show.reader import View

AGENCY = {"role": "agency", "name": "سانا", "text": "دمشق - سانا", "url": None}
VIA = {"role": "via", "name": "النهر", "text": "المصدر: النهر", "url": "https://example.org/"}


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("قديم", "جديد", [("-", "قديم"), ("+", "جديد")]),
        (None, "جديد", [("+", "جديد")]),
        ("قديم", None, [("-", "قديم")]),
        ("أ\n\nب\n\nج", "أ\n\nج", [("-", "ب")]),
        ("أ\n\nج", "أ\n\nب\n\nج", [("+", "ب")]),
        (["دمشق"], ["دمشق", "حلب"], [("+", "حلب")]),
        (["أ", "ب"], ["ب", "أ"], [("+", "ب"), ("-", "ب")]),
        ([AGENCY], [AGENCY, VIA], [("+", "role: via, name: النهر, text: المصدر: النهر, url: https://example.org/")]),
        ({"text": "دمشق", "places": ["دمشق"], "date": None}, None, [("-", 'text: دمشق, places: ["دمشق"]')]),
        (4, 5, [("-", "4"), ("+", "5")]),
        ("", [], []),
    ],
)
def test_what_went_and_what_came(old, new, shown):
    assert delta(old, new) == shown


def test_a_changed_article_names_itself_and_its_fields():
    assert list(plain_rows(changed("1.html", [("title", "قديم", "جديد"), ("tags", [], ["نهر"])]))) == [
        "1.html", "  title", "    - قديم", "    + جديد", "  tags", "    + نهر", "",
    ]  # fmt: skip


def test_an_article_of_one_export_alone_says_which():
    assert next(iter(plain_rows(alone("1.html", "-", "only in old.jsonl")))) == "- 1.html only in old.jsonl"


def test_the_counts_begin_with_what_changed_most():
    lines = list(plain_rows(summary({"same": 7, "changed": 3}, {"byline": 1, "title": 3, "body": 1})))
    assert lines == ["7 same, 3 changed", "     3  title", "     1  body", "     1  byline"]


def test_in_a_terminal_arabic_changes_stand_at_the_right():
    lines = list(typeset_rows(changed("1.html", [("title", "قديم", "Latin")]), View(60, Strategy.VISUAL, colour=False)))
    assert lines[2].endswith(" -")
    assert cells(lines[2]) == 60 - 1 - 4
    assert lines[3] == "    + Latin"
