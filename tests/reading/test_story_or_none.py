"""Whether a page holds a story at all: what its title says, what its prose is, what stands around it."""

import pytest
from texts import BODY, COMMENT, FURTHER, OTHER, TITLE, joined, p, page, text

import newscli

STORY = (*BODY, *FURTHER)


def titled(title, *paragraphs):
    """A page that states no more than its title and shows it as its heading."""
    return page(title, body=paragraphs or STORY)


def test_prose_under_a_headline_is_a_story():
    assert titled(TITLE).body == joined(*STORY)


def test_an_article_by_its_own_word_is_a_story_however_short():
    assert page(head='<meta property="og:type" content="article">', body=BODY[:1]).body == BODY[0]


@pytest.mark.parametrize(
    "title",
    ["نتائج البحث عن ميناء", "الأخبار - الصفحة 3", "أرشيف مايو", "وسم: ميناء", "تصنيف : اقتصاد", "Search Results",
     "404 Not Found", "الصفحة غير موجودة", "Category: ports"],
)  # fmt: skip
def test_teasers_under_a_title_that_lists_are_no_story(title):
    teasers = "".join(
        f"<div><h2><a href=/{n}>{OTHER} {n}</a></h2><p>{line[:70]} [...]</p></div>" for n, line in enumerate(STORY)
    )
    found = newscli.parse(f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{teasers}</body></html>")
    assert (found.body, found.warnings) == ("", ("no-article",))


@pytest.mark.parametrize(
    "title",
    ["العثور على أرشيف السينما في مخزن قديم", "إصابة 404 أشخاص بالزكام في المدينة", "ميناء المكلا: الرصيف رقم 3",
     "البحث عن ناجين مستمر", "كاتب يفوز بجائزة"],
)  # fmt: skip
def test_headlines_with_words_of_listings_are_headlines(title):
    found = titled(title)
    assert (found.title, found.body) == (title, joined(*STORY))


@pytest.mark.parametrize("title", ["من نحن", "اتصل بنا", "سياسة الخصوصية", "شروط الاستخدام", "تسجيل الدخول"])
def test_pages_of_the_site_itself_hold_no_story(title):
    assert titled(title, COMMENT, f"{COMMENT} آمين").warnings == ("no-article",)


def test_a_ticker_of_headlines_is_no_story():
    found = newscli.parse(f"<html><body><div>{' '.join([OTHER] * 8)}</div></body></html>")
    assert found.body == ""


def test_a_form_with_rules_for_commenting_is_no_story():
    rules = "يرجى من المستخدم الالتزام بشروط الاستخدام وعدم كتابة تعليق مسيء وإلا سيحذف المشرف حسابك من الموقع."
    found = text(TITLE, *BODY, "اترك تعليقا", rules)
    assert found.body == joined(*BODY)


def test_the_story_is_where_most_prose_is():
    menu = "".join(f"<li><a href=/{n}>باب {n}</a></li>" for n in range(20))
    found = newscli.parse(
        f"<html><head><title>{TITLE}</title></head><body><div>{p(COMMENT)}</div><ul>{menu}</ul>"
        f"<div><h1>{TITLE}</h1>{p(*STORY)}</div></body></html>"
    )
    assert (found.title, found.body) == (TITLE, joined(*STORY))


@pytest.mark.parametrize(
    ("kind", "title"), [("video.other", TITLE), ("article", TITLE), ("website", None), ("profile", None)]
)
def test_a_page_that_shows_one_thing_without_a_story_has_its_heading(kind, title):
    head = f'<meta property="og:type" content="{kind}"><meta property="og:title" content="{TITLE} - الرصيف">'
    found = newscli.parse(f"<html><head>{head}</head><body><h1>{TITLE}</h1><video src=1.mp4></video></body></html>")
    assert (found.title, found.body, found.warnings) == (title, "", ("no-article",))


def test_a_heading_that_the_page_does_not_state_is_no_title_without_a_story():
    head = f'<meta property="og:type" content="article"><meta property="og:title" content="{OTHER}">'
    assert newscli.parse(f"<html><head>{head}</head><body><h1>{TITLE}</h1></body></html>").title is None
