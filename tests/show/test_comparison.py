"""How a change reads: only what differs, what went before what came."""

import re
import time

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
    assert lines[3] == "     + Latin"


LONG = " ".join(f"كلمة{number}" for number in range(200))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (LONG, LONG.replace("كلمة99", "هنا"), [("-", "كلمة99"), ("+", "هنا")]),
        (LONG, LONG.replace("كلمة0 ", "أول "), [("-", "كلمة0"), ("+", "أول")]),
        (LONG, f"{LONG} ذيل", [("+", "ذيل")]),
        (LONG, LONG.replace("كلمة99 ", ""), [("-", "كلمة99")]),
    ],
)
def test_of_a_long_paragraph_what_stands_around_the_change_is_shown(old, new, shown):
    found = dict(delta(old, new, full=False))
    for sign, text in shown:
        assert text in found[sign].split()
    for text in found.values():
        assert len(text) < 160
        assert "…" in (text[0], text[-1])
        assert [word for word in text.split() if word != "…" and word not in (old + " " + new).split()] == []
    assert delta(old, new) == [("-", old), ("+", new)]


def test_a_long_text_that_came_alone_is_cut_and_says_how_much_is_left_out():
    ((_, text),) = delta(None, LONG, full=False)
    kept, _, rest = text.partition(" … (+")
    assert LONG.startswith(kept)
    assert int(rest.rstrip(")")) == len(LONG) - len(kept)
    assert len(text) < 260


def test_nothing_long_is_shown_unless_it_is_wanted():
    change = [("body", LONG, LONG[::-1])]
    assert sum(map(len, plain_rows(changed("a", change)))) < 600
    assert sum(map(len, plain_rows(changed("a", change, full=True)))) > 2 * len(LONG)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("strategy", Strategy)
def test_a_terminal_gets_no_line_too_wide(strategy, width):
    rows = [*changed("صحف/a.html", [("body", LONG, None), ("url", "https://example.org/" + "x" * 90, "y")])]
    for line in typeset_rows(rows, View(width, strategy, colour=False)):
        assert cells(re.sub("\x1b\\[8[lh]|[\u202a-\u202e\u200f]", "", line)) <= width


@pytest.mark.parametrize("shape", ["all alike", "in turn", "turned round"])
def test_masses_of_paragraphs_are_compared_in_moments(shape):
    """Other forms of ../shared/cases/faults.md's compare: cubic once, hours for these."""
    one, two, count = "فقرة أولى", "فقرة ثانية", 20_000
    old, new = {
        "all alike": ([one] * count, [one, two] * (count // 2)),
        "in turn": ([one, two] * (count // 2), [two, two, one] * (count // 3)),
        "turned round": ([f"فقرة {n}" for n in range(count)], [f"فقرة {n}" for n in range(count)][::-1]),
    }[shape]
    began = time.process_time()
    changes = delta(old, new)
    assert time.process_time() - began < 5
    left = [text for sign, text in changes if sign == "-"], [text for sign, text in changes if sign == "+"]
    assert len(old) - len(left[0]) == len(new) - len(left[1])  # what stays stands in both
