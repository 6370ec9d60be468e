"""Which day a page means: one that is typed, stated by a system, or that of an update."""

from __future__ import annotations

import pytest

import newscli

STORY = """افتتحت مكتبة الميناء أمس قاعة جديدة للأطفال تضم أربعة آلاف كتاب، بعد أن جمع الأهالي تبرعات على مدى عامين.

وقالت مديرة المكتبة سلوى الشامي إن القاعة ستفتح كل مساء، وإن المتطوعين سيقرؤون القصص للصغار يوم الجمعة.

وأوضحت أن المكتبة تحتاج إلى مزيد من الكتب العلمية المبسطة، ودعت دور النشر إلى المساهمة في سد النقص.

ويأمل القائمون عليها أن تصل القاعة إلى ألف زائر في الشهر قبل نهاية العام."""
TITLE = "قاعة جديدة للأطفال في مكتبة الميناء"
BODY = "".join(f"<p>{p}</p>" for p in STORY.split("\n\n"))


def page(head: str = "", above: str = "") -> str:
    return (
        f"<html><head><title>{TITLE}</title>{head}</head><body><article>{above}<h1>{TITLE}</h1>{BODY}</article></body>"
    )


@pytest.mark.parametrize(
    ("dateline", "day"), [("الخليل 4-6-2012 وفا-", "2012-06-04"), ("غزة 3/5/2011 - وفا -", "2011-05-03")]
)
def test_a_date_typed_in_a_dateline_has_its_day_first(dateline, day):
    article = newscli.parse(f"{TITLE}\n\n{dateline} {STORY}")
    assert article.dateline is not None
    assert article.dateline.date == day
    assert article.published == day


@pytest.mark.parametrize(
    ("line", "day"),
    [("سامي العلي نشر في المنار يوم 02 - 11 - 2012", "2012-11-02"), ("نشر في المنار يوم 05 - 04 - 2013", "2013-04-05")],
)
def test_behind_the_word_for_day_the_day_comes_first(line, day):
    assert (newscli.parse(f"{TITLE}\n{line}\n\n{STORY}\n").published or "")[:10] == day


@pytest.mark.parametrize(
    ("published", "modified", "day"),
    [("5/4/2024 10:00", "5/24/2024 9:00", "2024-05-04"), ("5/4/2024 10:00", "24/4/2024 9:00", "2024-04-05")],
)
def test_what_a_system_states_is_read_in_its_own_order(published, modified, day):
    dates = f'"datePublished": "{published}", "dateModified": "{modified}"'
    data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", {dates}}}'
    article = newscli.parse(page(f"<script type='application/ld+json'>{data}</script>"))
    assert (article.published or "")[:10] == day


@pytest.mark.parametrize("stamp", ["2024-05-14 10:31:12", "2024/05/14 08:05:41", "14-05-2024 22:10:09"])
def test_seconds_right_above_the_headline_are_the_systems_not_a_clocks(stamp):
    assert (newscli.parse(page(above=f"<div>{stamp}</div>")).published or "")[:10] == "2024-05-14"


def test_the_day_of_an_update_yields_to_the_days_of_the_address():
    text = page(above="").replace("</h1>", "</h1><div>الأربعاء، 28 آب 2013، آخر تحديث 14:00</div>")
    assert (newscli.parse(text, url="https://example.org/2013/8/3/rest").published or "")[:10] == "2013-08-03"
    assert (newscli.parse(text).published or "")[:10] == "2013-08-28"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("أمس الأربعاء", "2017-03-09"), ("اليوم الخميس", "2017-03-09"), ("اليوم الأحد", "2017-09-03"),
        ("في 9 آذار", "2017-03-09"), ("في 3 أيلول 2017", "2017-09-03"), ("يوم الخميس", None), ("اليوم السبت", None),
    ],
)  # fmt: skip
def test_the_day_that_the_story_names_tells_day_from_month(told, day):
    article = newscli.parse(f"{TITLE}\n\nنشر بتاريخ: 09/03/2017\n\n" + STORY.replace("أمس", told, 1))
    assert article.published == day


def test_a_date_alone_right_below_a_clean_text_is_its_own():
    assert newscli.parse(f"{TITLE}\n\n{STORY}\n\n2020/12/29").published == "2020-12-29"


def test_the_moment_that_blogs_state_in_an_abbreviation_is_published():
    stamp = "<abbr class='published' title='2022-07-21T16:48:00+03:00'>الخميس</abbr>"
    assert newscli.parse(page(above=stamp), format="html").published == "2022-07-21T16:48:00+03:00"
