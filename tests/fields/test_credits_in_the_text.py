"""Credits that stand in the running text: agencies that close it, the outlet that it names as its own."""

from __future__ import annotations

import pytest

import newscli

TITLE = "مرفأ الصيادين يعود إلى العمل"
STORY = """عاد مرفأ الصيادين في صور إلى العمل صباح أمس، بعد أن أصلحت الورش الرصيف الذي تصدع في عاصفة الشتاء الماضي.

وقال نقيب الصيادين خليل طه إن مئة وعشرين مركبا خرجت في اليوم الأول، وإن الأسعار بدأت تنخفض في السوق.

وأضاف أن النقابة ستطلب توسيع الحوض الشمالي لأن المراكب الكبيرة لا تجد مكانا ترسو فيه"""


def credits(text: str) -> set[tuple[str, str]]:
    return {(credit.role.value, credit.name) for credit in newscli.parse(text).attribution}


@pytest.mark.parametrize("names", [["رويترز"], ["أ ف ب", "د ب أ"], ["وكالات"]])
def test_agencies_in_brackets_close_the_story(names):
    bracket = f"({'، '.join(names)})"
    article = newscli.parse(f"{TITLE}\n\n{STORY}. {bracket}\n")
    assert {("agency", name) for name in names} <= {(c.role.value, c.name) for c in article.attribution}
    assert bracket not in article.body


@pytest.mark.parametrize("end", ["، كما قال لوكالة (رويترز)", " (وهو الأكبر)", " (نحو مئة متر)"])
def test_other_brackets_stay(end):
    article = newscli.parse(f"{TITLE}\n\n{STORY}{end}\n")
    assert article.body.endswith(end.strip("، "))
    assert not any(credit.role.value == "agency" for credit in article.attribution)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("وجاء في بيان للنقابة تلقت صحيفة السفير نسخة منه", None),
        ("وجاء في بيان للنقابة حصلت عكاظ على نسخة منه", "عكاظ"),
        ("وقال النقيب في حديث خاص مع صحيفة «السفير» إن العمل سيستمر", "السفير"),
        ("وقال النقيب في تصريح لوكالة رويترز إن العمل سيستمر", None),
        ("وقال النقيب في تصريح لهسبريس إن العمل سيستمر", None),
    ],
)
def test_the_outlet_that_a_text_names_as_its_own(sentence, name):
    found = credits(f"{TITLE}\n\n{STORY}.\n\n{sentence}.\n")
    assert found == ({("origin", name)} if name else set())


@pytest.mark.parametrize("headline", ["نقيب الصيادين لـ«عكاظ»: عدنا إلى البحر", 'رئيس النقابة لـ"الرياض": الرصيف آمن'])
def test_the_outlet_in_the_headline_of_an_interview(headline):
    assert {role for role, _ in credits(f"{headline}\n\n{STORY}.\n")} == {"origin"}


@pytest.mark.parametrize(
    ("credit", "writers"),
    [("كتبت: هدى سلامة", ("هدى سلامة",)), ("تقرير: هدى سلامة", ("هدى سلامة",)), ("", ("Hoda Salama",))],
)
def test_a_login_in_latin_letters_is_no_second_writer(credit, writers):
    paragraphs = "".join(f"<p>{each}.</p>" for each in STORY.split(".\n\n"))
    page = f"""<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>
    <div class="post-meta"><a class="author-name" href="/author/hoda">Hoda Salama</a> <time>12 مايو 2024</time></div>
    <div class="entry-content"><p>{credit}</p>{paragraphs}</div></article></body></html>"""
    assert newscli.parse(page.encode()).byline.authors == writers
