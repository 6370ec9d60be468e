"""Whether a page holds a story at all: signs weighed against each other, with the reason told."""
# ruff: noqa: E501 - rows of data

import pytest

from newscli.classify.alone import view
from newscli.classify.listing import lists_stories
from newscli.model import Kind
from newscli.segment.fragment import Fragment
from newscli.segment.metadata import Metadata, Statement

TITLE = "رصيف جديد في ميناء المكلا"
PROSE = "قال مدير الميناء إن الرصيف الجديد يستقبل أربع سفن في وقت واحد، وإن العمل فيه استغرق عامين."


def titled(*values, name="title", dates=0):
    return Metadata(
        titles=tuple(Statement(value, name, 1.0) for value in values),
        published=tuple(Statement("2021-05-05", "<time>", 0.5) for _ in range(dates)),
    )


def reason(paragraphs, metadata=Metadata(), kind=Kind.PARAGRAPH, title=TITLE):  # noqa: B008 - frozen
    fragments = [Fragment(title, Kind.HEADING, 1), *(Fragment(text, kind) for text in paragraphs)]
    return lists_stories([view(fragment) for fragment in fragments], (1, len(paragraphs)), 0, metadata)


def test_a_headline_that_the_metadata_state_and_prose_are_a_story():
    assert reason([PROSE] * 3, titled(TITLE)) is None


def test_much_prose_is_a_story_without_any_metadata():
    assert reason([PROSE] * 12) is None


def test_an_article_by_its_own_word_is_a_story_however_short():
    assert reason([PROSE], Metadata(kind="article")) is None
    assert reason([PROSE], titled(TITLE, name="json-ld headline")) is None


def test_prose_in_list_items_alone_is_a_listing():
    assert reason([PROSE] * 8, kind=Kind.ITEM) == "prose in list items alone"


@pytest.mark.parametrize(
    "title",
    ["نتائج البحث عن ميناء", "الأخبار - الصفحة 3", "أرشيف مايو", "وسم: ميناء", "تصنيف : اقتصاد", "Search Results", "404 Not Found",
     "الصفحة غير موجودة", "Category: ports"],
)  # fmt: skip
def test_a_title_can_say_that_the_page_lists(title):
    assert reason([PROSE] * 8, titled(title)) == f"a listing: {title}"


@pytest.mark.parametrize("title", ["العثور على أرشيف السينما في مخزن قديم", "إصابة 404 أشخاص بالزكام في المدينة"])
def test_headlines_with_words_of_listings_are_headlines(title):
    assert reason([PROSE] * 4, titled(title), title=title) is None


@pytest.mark.parametrize("title", ["ميناء المكلا: الرصيف رقم 3", "البحث عن ناجين مستمر", "كاتب يفوز بجائزة"])
def test_headlines_of_stories_say_no_such_thing(title):
    assert reason([PROSE] * 8, titled(title), title=title) is None


@pytest.mark.parametrize("title", ["من نحن", "اتصل بنا", "سياسة الخصوصية", "شروط الاستخدام", "تسجيل الدخول"])
def test_pages_of_the_site_itself_are_named(title):
    assert reason([PROSE] * 4, titled(title), title=title) == f"a page of the site itself: {title}"


def test_many_dates_speak_against_a_story():
    assert reason([PROSE] * 5, titled("البيدر", dates=1)) is None
    assert reason([PROSE] * 5, titled("البيدر", dates=9)) is not None
