"""Blocks that are the story's together: sub-headings between paragraphs, rows of one form, formulas at the end."""

from __future__ import annotations

import pytest
from story import STORY, TITLE, html

import newscli
from newscli.segment.html import segment as markup
from newscli.segment.plain import segment
from newscli.weigh import groups, rows
from newscli.weigh.edges import with_whole_groups
from newscli.weigh.evidence import Evidence
from newscli.weigh.observe import observe
from newscli.weigh.run import Run

ONE, TWO, THREE, FOUR = STORY.split("\n\n")
DOUBTED = -1.0  # log-odds of lines that would not be the story's by themselves
ROW = ("حراسة المرمى: سالم باوزير", "خط الدفاع: فهد العامري – علي باحشوان", "خط الهجوم: ياسر الحامد")


def likely(*lines, of=groups.likely, gap="\n\n", odds=DOUBTED):
    """The lines that are the story's for the sake of others, where each but the paragraphs is doubted."""
    observed = observe(segment(gap.join(lines)))
    weighed = Evidence(tuple(2.0 if count > 8 else odds for count in observed.words), ())
    found = of(observed, weighed, Run(0, len(lines) - 1, 1.0))
    return [lines[index] for index in sorted(found) if weighed.odds[index] == odds]


def test_short_lines_with_blank_ones_around_head_paragraphs_together():
    assert likely(ONE, "لمسة حرير", TWO, "كلام كثير", THREE) == ["لمسة حرير", "كلام كثير"]


@pytest.mark.parametrize(
    "lines",
    [
        (ONE, "لمسة حرير", TWO, THREE),
        (ONE, "لمسة حرير", "كلام كثير", TWO),
        (ONE, "لمسة حرير", TWO, "فيسبوك", THREE),
        (ONE, "لمسة حرير", TWO, "قال نعم.", THREE),
    ],
)
def test_one_line_two_in_a_row_a_button_and_a_sentence_are_no_headings(lines):
    assert likely(*lines) == []


def test_lines_without_blank_ones_around_are_no_headings():
    assert likely(ONE, "لمسة حرير", TWO, "كلام كثير", THREE, gap="\n") == []


def test_very_unlikely_lines_are_no_headings():
    assert likely(ONE, "لمسة حرير", TWO, "كلام كثير", THREE, odds=-3.0) == []


def test_template_text_may_stand_beside_a_heading():
    lines = (ONE, "لمسة حرير", TWO, "اقرأ أيضا: خبر آخر", "كلام كثير", THREE)
    assert likely(*lines) == ["لمسة حرير", "كلام كثير"]


def test_three_lines_of_one_form_are_the_storys_together():
    assert likely(ONE, *ROW, TWO, of=rows.labelled) == [*ROW]
    assert likely(ONE, *ROW[:2], TWO, of=rows.labelled) == []
    assert likely(ONE, *ROW, TWO, of=rows.labelled, odds=-3.0) == []


@pytest.mark.parametrize(
    "entry", ["{}: هدف.", "{}' : هدف.", "{} - هدف.", "د {}: هدف.", "الدقيقة {}: هدف.", "90+{}: هدف.", "19:{} هدف."]
)
def test_minutes_are_set_in_many_forms(entry):
    minutes = tuple(map(entry.format, (76, 51, 10)))
    assert likely(ONE, *minutes, TWO, of=rows.labelled) == [*minutes]


def test_minutes_and_labels_are_two_forms():
    minutes = ("76: هدف ثان للضيوف", "51: هدف أول", "1: صافرة البداية")
    assert likely(ONE, *minutes, TWO, of=rows.labelled) == [*minutes]
    assert likely(ONE, *minutes[:2], *ROW[:2], TWO, of=rows.labelled) == []


@pytest.mark.parametrize("line", ["المصدر: وكالات", "كتب: سالم باوزير", "تصوير: سالم باوزير", "الاسم: سالم"])
def test_credits_and_forms_are_no_row(line):
    assert likely(ONE, line, line, line, TWO, of=rows.labelled) == []


def test_results_are_one_form():
    results = ("شباب صيدا 2 - 0 أهلي صور", "النبطية 1-1 زحلة", "بعلبك 0 : 3 جبيل")
    assert likely(ONE, *results, TWO, of=rows.labelled) == [*results]


ENTRIES = ("18:40", "تشغيل المضخة الأولى", "16:15", "وصول فرق الصيانة", "13:05", "إغلاق الخط القديم", "بدء العمل")


def test_the_entries_of_a_live_report_stand_below_their_hours():
    assert likely(ONE, *ENTRIES, "آخر الأخبار", of=rows.entries) == [each for each in ENTRIES if not each[0].isdigit()]
    assert likely(ONE, *ENTRIES[:2], TWO, of=rows.entries) == []
    assert likely(ONE, *ENTRIES, "آخر الأخبار", of=rows.entries, odds=-3.0) == []


@pytest.mark.parametrize(("odds", "last"), [(DOUBTED, 7), (-3.0, 4)])
def test_the_last_entry_of_a_live_report_follows_the_others(odds, last):
    observed = observe(segment("\n\n".join((ONE, *ENTRIES, "آخر الأخبار", "18:50", "خبر آخر عن المدينة"))))
    weighed = Evidence(tuple(odds for _ in observed.words), ())
    assert with_whole_groups(observed, weighed, Run(0, 4, 1.0)).last == last
    assert with_whole_groups(observed, weighed, Run(0, 2, 1.0)).last == 2


LEAD, ITEMS = "وتضم المرحلة الثانية:", ("- مضخة كبيرة", "- خزان ثان", "- غرفة تحكم")


def test_a_paragraph_and_the_line_below_it_lead_to_a_row():
    assert likely(ONE, LEAD, *ITEMS, TWO, of=rows.led) == [LEAD, *ITEMS]
    assert likely(ONE, LEAD, *ITEMS, TWO, of=rows.led, odds=-3.0) == []
    assert likely(LEAD, *ITEMS, TWO, THREE, of=rows.led) == []
    assert likely(ONE, "اقرأ أيضا:", *ITEMS, TWO, of=rows.led) == []


@pytest.mark.parametrize(("odds", "first"), [(DOUBTED, 0), (-3.0, 5)])
def test_a_story_may_begin_above_the_row_that_its_first_paragraph_leads_to(odds, first):
    observed = observe(segment("\n\n".join((ONE, LEAD, *ITEMS, TWO, THREE))))
    weighed = Evidence((1.0, *[odds] * 4, 2.0, 2.0), ())
    assert with_whole_groups(observed, weighed, Run(5, 6, 1.0)).first == first


@pytest.mark.parametrize(
    "line",
    ["إنا لله وإنا إليه راجعون.", "والله من وراء القصد", "وللحديث بقية..", "رحم الله الفقيد وألهم ذويه الصبر",
     "— قناة الميناء (@almina_tv) July 20, 2024"],
)  # fmt: skip
def test_formulas_close_a_story(line):
    assert likely(ONE, TWO, line) == [line]
    assert likely(ONE, line, TWO) == []


def headings(*odds):
    """Which of some sub-headings between paragraphs are the story's, by their log-odds."""
    page = "".join(f"<p>{ONE}</p><h3>بند رقم {number}</h3>" for number in range(len(odds))) + f"<p>{TWO}</p>"
    observed = observe(markup(page))
    heads = [index for index, each in enumerate(observed.fragments) if each.level]
    weighed = Evidence(tuple(odds[heads.index(i)] if i in heads else 2.0 for i in range(len(observed.words))), ())
    found = groups.sub_headings(observed, weighed, Run(0, len(observed.words) - 1, 1.0))
    return [index in found for index in heads]


def test_sub_headings_of_one_level_stand_or_fall_together():
    assert headings(1.0, 0.5, -0.8) == [True, True, True]
    assert headings(-1.0, -2.0, -0.8) == [False, False, False]


def test_a_heading_much_less_likely_than_the_others_is_none_of_them():
    assert headings(2.0, 2.0, -1.5) == [True, True, False]


@pytest.mark.parametrize("label", ["<h3>روابط مفيدة</h3>", "<p>تقييم القراء:</p>"])
def test_a_heading_or_a_label_ends_no_story(label):
    page = html().replace("</div></article>", f"{label}</div></article>")
    assert newscli.parse(page).body == STORY


OFFERS = (
    "اقرأ أيضا: إصابات في حريق مصنع للورق",
    "قد يهمك\nالورق المستعمل.. أرقام عشر سنوات",
    "اقرأ أيضا:\nحريق في مصنع للورق",
)


@pytest.mark.parametrize("offer", OFFERS)
@pytest.mark.parametrize("last", ["ويعمل في محطة الضخ تسعة موظفين.", "وتخدم المحطة الأحياء الشرقية وثلاث قرى مجاورة."])
def test_a_story_goes_on_behind_another_that_is_offered_in_its_midst(offer, last):
    found = body(f"{STORY}\n{offer}\n{last}")
    assert found.endswith(last), found
    assert "الورق" not in found


@pytest.mark.parametrize(
    "below",
    [
        "اقرأ أيضا: حريق في مصنع للورق\nوزير الصناعة يزور مصنع الورق",
        "قد يهمك\nالورق المستعمل\nأسعار الورق ترتفع من جديد",
    ],
)
def test_no_other_story_is_gone_on_with(below):
    assert body(f"{STORY}\n{below}").endswith(FOUR)


def body(story):
    return newscli.parse(f"{TITLE}\n{story}").body or ""
