"""Whose page it is by its copyright line, where nothing else tells."""

from __future__ import annotations

import pytest

import newscli
from newscli.fields import site

STORY = """افتتحت مكتبة الميناء أمس قاعة جديدة للأطفال تضم أربعة آلاف كتاب، بعد أن جمع الأهالي تبرعات على مدى عامين.

وقالت مديرة المكتبة سلوى الشامي إن القاعة ستفتح كل مساء، وإن المتطوعين سيقرؤون القصص للصغار يوم الجمعة.

وأوضحت أن المكتبة تحتاج إلى مزيد من الكتب العلمية المبسطة، ودعت دور النشر إلى المساهمة في سد النقص.

ويأمل القائمون عليها أن تصل القاعة إلى ألف زائر في الشهر قبل نهاية العام."""
TITLE = "قاعة جديدة للأطفال في مكتبة الميناء"


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("جميع الحقوق محفوظة لموقع النخيل نيوز © 2024", "النخيل نيوز"),
        ("© 2010 حقوق النشر محفوظة لصحيفة الميناء", "صحيفة الميناء"),
        ("2023 © جميع الحقوق محفوظة - بوابة الضفاف", "بوابة الضفاف"),
    ],
)
def test_the_copyright_line_names_the_site_of_a_text(line, site):
    assert newscli.parse(f"{TITLE}\n\n{STORY}\n\n{line}\n").site == site


@pytest.mark.parametrize(
    "line", ["جميع الحقوق محفوظة لمؤسسة الساحل الصحفية", "© 2024 جميع الحقوق محفوظة", "© Harbour Media Group"]
)
def test_a_company_or_nobody_is_no_site(line):
    assert newscli.parse(f"{TITLE}\n\n{STORY}\n\n{line}\n").site is None


@pytest.mark.parametrize(
    ("above", "site"), [("الساحل | محليات", "الساحل"), ("محليات", None), ("الساحلي | محليات", None)]
)
def test_a_name_that_no_table_has_counts_where_it_stands_elsewhere_too(above, site):
    page = f"{above}\n\n{TITLE}\n\n{STORY}\n\nجميع الحقوق محفوظة لموقع الساحل © 2024\n"
    assert newscli.parse(page).site == site


def test_the_owners_name_may_be_glued_to_its_preposition():
    page = f"ساحل المدينة\n\n{TITLE}\n\n{STORY}\n\nكل الحقوق محفوظة لساحل المدينة 2023\n"
    assert newscli.parse(page).site == "ساحل المدينة"


@pytest.mark.parametrize(
    "formula", ["صيدا - مباشر الساحل: ", "مباشر الساحل - صيدا: ", "صيدا (مباشر الساحل) - ", "صيدا - مباشر الساحل\n\n"]
)
def test_a_line_that_the_opening_formula_names_again_is_the_site(formula):
    found = newscli.parse(f"مباشر الساحل\n\n{TITLE}\n\n{formula}{STORY}\n")
    assert (found.site, found.dateline.sources, found.byline) == ("مباشر الساحل", ("مباشر الساحل",), None)
    assert found.body == STORY


@pytest.mark.parametrize("line", ["أحمد الراشد", "رويترز", "محليات", "لبنان"])
def test_a_person_an_agency_a_section_or_a_place_is_not(line):
    assert newscli.parse(f"{line}\n\n{TITLE}\n\nصيدا - {line}: {STORY}\n").site is None


@pytest.mark.parametrize("writer", ["سمير الحلبي", "رنا الخازن", "محمد عبد الله"])
def test_a_writer_in_the_title_element_is_no_site(writer):
    body = "".join(f"<p>{p}</p>" for p in STORY.split("\n\n"))
    page = (
        f"<html><head><title>{TITLE} - {writer}</title></head><body><h1>{TITLE}</h1><p>{writer}</p>{body}</body></html>"
    )
    assert newscli.parse(page).site is None


def test_the_formula_that_names_the_site_is_looked_for_next_to_headline_and_story(monkeypatch):
    asked = []
    monkeypatch.setattr(site, "words_in", lambda text: asked.append(text) or [])
    between = "".join(f"<div>بند {number}</div>" for number in range(300))
    sentence = "<p>قال الوزير إن الرصيف {} في الميناء الكبير يستقبل أربع سفن، وإن افتتاح غيره يبدأ في الصيف.</p>"
    story = "".join(map(sentence.format, ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس")))
    article = newscli.parse(f"<h1>افتتاح رصيف جديد في الميناء الكبير</h1>{between}{story}", format="html")
    assert article.body
    assert 0 < len(asked) <= 16
