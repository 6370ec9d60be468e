"""Texts as people paste them: with a menu in one line, a page's tail, comments, a second story, or set in."""

import pytest
from texts import BODY, FURTHER, OTHER, TITLE

import newscli
from newscli.model import CreditRole
from newscli.segment.plain import segment

STORY = "\n\n".join((*BODY, *FURTHER))
TAIL = (
    "مشاركة\nفيسبوك\nتويتر\n\nأخبار ذات صلة\n\nانطلاق مهرجان الزيتون\nارتفاع أسعار الخضار\n\n"
    "التعليقات\n\nاكتب تعليقك\nالاسم"
)
TICKER = "    ".join(
    ("انهزام نسور الساحل أمام ضيفه", "صفاقس تحتفي بشهر التراث", "الترفيع في سعر الحليب", "وفاة الممثل القدير")
)


def test_a_row_of_headlines_is_no_verse_and_stands_apart_from_the_headline():
    fragments = segment(f"{TICKER}\n{TITLE}\nسالم باوزير\nنشر في الوادي يوم 23 - 04 - 2023\n{STORY}").fragments
    assert [each.kind.name for each in fragments[:6]] == ["ITEM"] * 4 + ["PARAGRAPH"] * 2
    assert fragments[4].gap == 1


def test_an_archives_line_names_the_paper_though_it_is_a_place_too():
    article = newscli.parse(f"{TICKER}\n{TITLE}\nسالم باوزير\nنشر في الوادي يوم 23 - 04 - 2023\n{STORY}")
    assert (article.title, article.byline.authors, article.published) == (TITLE, ("سالم باوزير",), "2023-04-23")
    assert ("الوادي", CreditRole.ORIGIN) in {(each.name, each.role) for each in article.attribution}


@pytest.mark.parametrize("headed", [True, False])
def test_a_tail_below_takes_neither_headline_nor_first_paragraph(headed):
    text = "\n\n".join(([TITLE] if headed else []) + [STORY])
    article = newscli.parse(f"{text}\n\n{TAIL}")
    assert (article.title, article.body) == (TITLE if headed else None, STORY)


def test_what_readers_say_below_does_not_date_the_story():
    comments = "تعليقات (2)\n1 - ابن البلد\nشكرا لكم\nبتاريخ: الأحد، 13 مارس 2016 - 09:02 ص"
    article = newscli.parse(f"{TITLE}\n\n12 مارس 2016\n\n{STORY}\n\n{comments}")
    assert article.published == "2016-03-12"


def test_a_place_and_a_day_below_the_story_are_no_dateline():
    article = newscli.parse(f"{TITLE}\n\n{STORY}\n\nصنعاء، 3 مارس 2013")
    assert (article.dateline, article.published) == (None, "2013-03-03")


def test_an_agency_and_its_editors_below_the_story_are_no_writers():
    article = newscli.parse(f"{TITLE}\n\nأبوظبي في 3 ديسمبر 2020 / وام / {STORY}\n\nوام/منى الحداد/سالم باوزير")
    assert (article.dateline.places, article.dateline.sources, article.byline) == (("أبوظبي",), ("وام",), None)


def test_the_papers_chiefs_above_the_headline_are_no_writers():
    masthead = "رئيس مجلس الإدارة\nمنى الشاذلي\nرئيس التحرير\nد. عصام زهران"
    article = newscli.parse(f"{masthead}\n\n{TITLE}\n\nكتب: سالم باوزير\n\n{STORY}\n\n{TAIL}")
    assert article.byline.authors == ("سالم باوزير",)


def test_the_writer_in_the_dateline_stands_before_his_translator():
    article = newscli.parse(f"{TITLE}\n\nسالم باوزير - (رويترز)\nترجمة: منى الحداد\n\n{STORY}")
    assert article.byline.authors == ("سالم باوزير", "منى الحداد")


def test_another_story_below_a_label_is_not_this_one():
    told = f"{OTHER} في حفل كبير أقيم مساء أمس في القاعة الكبرى بحضور جمع من الأهالي والضيوف والمسؤولين."
    article = newscli.parse(
        f"{TITLE}\n\n{STORY}\n\nاقرأ أيضا:\n{OTHER}\nالمكلا - وكالات\n{told}\n{told} ثم انصرفوا جميعا."
    )
    assert article.body == STORY


ROW = " ".join(["مدينة"] * 7)  # a line that fills the width
END = f"{ROW[:-1]}."


@pytest.mark.parametrize("line", ["(البقية ص 7)", "(تتمة المنشور في الصفحة الأولى)"])
def test_a_line_that_sends_to_another_page_is_no_part_of_a_broken_paragraph(line):
    texts = [each.text for each in segment("\n".join((*[ROW] * 6, line, *[ROW] * 6, END, ROW, ROW, END))).fragments]
    assert line in texts


def test_a_line_set_in_begins_a_paragraph_of_print():
    paragraph = [f"  {ROW}", ROW, ROW, END]
    assert len(segment("\n".join(paragraph * 3)).fragments) == 3


def test_the_editor_whom_a_letter_addresses_did_not_write_it():
    article = newscli.parse(f"{TITLE}\n\nالسيد المحرر\n\n{STORY}\n\nسالم باوزير")
    assert article.byline.authors == ("سالم باوزير",)


def test_links_of_a_markdown_text_between_and_below_the_paragraphs_are_other_stories():
    first, second, third = (f"[{OTHER} {number}](https://example.com/{number})" for number in range(3))
    picture = "![](/sites/default/files/port.jpg)"
    lines = (TITLE, BODY[0], first, picture, BODY[1], second, *BODY[2:], *FURTHER, third)
    article = newscli.parse("\n\n".join(lines))
    assert (article.title, article.body) == (TITLE, STORY)
