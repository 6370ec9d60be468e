"""Who is credited around a story: writers, agencies, outlets, in lines of their own and under labels."""

from __future__ import annotations

import pytest
from story import STORY, TITLE, html

import newscli


def authors(article: newscli.Article) -> list[str]:
    return list(article.byline.authors) if article.byline else []


def credits(article: newscli.Article) -> set[tuple[str, str]]:
    return {(credit.role.value, credit.name) for credit in article.attribution}


@pytest.mark.parametrize(
    "beside",
    [
        "<p class='x'>الدكتور سامر الحلو وزير الأشغال العامة</p>",
        "<p>سامر الحلو</p>",
        "<p>سامر الحلو مدير البلدية</p>",
    ],
)
def test_a_person_of_the_picture_is_no_writer_where_a_line_says_who_wrote(beside):
    assert authors(newscli.parse(html(f"{beside}<p>كتبت ليلى العبدالله</p>"))) == ["ليلى العبدالله"]


@pytest.mark.parametrize("helper", ["ترجمة: نبيل قاسم", "ترجمة نبيل قاسم", "تحرير: نبيل قاسم"])
def test_a_translator_or_editor_stands_beside_the_writer(helper):
    assert "نبيل قاسم" in authors(newscli.parse(html(f"<p>بقلم: ليلى العبدالله</p><p>{helper}</p>")))


@pytest.mark.parametrize("formula", ["(عمان - الضفاف نيوز)", "عمان - رويترز", "بيروت، أ ف ب"])
def test_a_formula_below_a_label_of_sources_is_the_dateline(formula):
    article = newscli.parse(html(f"<div><span>المصدر:</span><ul><li>{formula}</li></ul></div>"))
    assert article.dateline is not None
    assert len(article.dateline.places) == 1
    assert len(article.dateline.sources) == 1


@pytest.mark.parametrize("name", ["رويترز", "د ب أ", "وكالات"])
def test_an_agency_below_a_label_of_sources_below_the_story_is_credited(name):
    article = newscli.parse(f"{TITLE}\n\n{STORY}\n\nالمصدر:\n{name}\n")
    assert ("agency", name) in credits(article)
    assert name not in article.body


@pytest.mark.parametrize("line", ["بيروت -(رويترز)-", "القاهرة – د ب أ:", "عمان - أ ف ب -"])
def test_a_formula_behind_the_lead_is_the_dateline(line):
    lead, rest = STORY.split("\n\n", 1)
    article = newscli.parse(f"{TITLE}\n\n{lead}\n\n{line}\n\n{rest}\n")
    assert article.dateline is not None
    assert article.dateline.places
    assert article.dateline.sources
    assert line not in article.body


@pytest.mark.parametrize("line", ["كتب:", "بقلم:", "كتبت:"])
def test_the_label_of_a_writer_is_no_source(line):
    article = newscli.parse(html(f"<ul><li><span>{line}</span></li><li><span>نبيل قاسم</span></li></ul>"))
    assert article.dateline is None
    assert authors(article) == ["نبيل قاسم"]


@pytest.mark.parametrize("label", ["كتبت:", "بقلم:"])
def test_the_name_below_a_writers_label_wrote_and_a_person_beside_did_not(label):
    named = f"<p>سامر الحلو</p><div>{label}</div><div>ليلى العبدالله</div>"
    assert authors(newscli.parse(html(named))) == ["ليلى العبدالله"]


@pytest.mark.parametrize(("line", "dateline"), [("الوطن", "الوطن"), ("عمان - رويترز", "عمان - رويترز"), ("عمان", None)])
def test_a_place_alone_in_the_head_is_no_dateline(line, dateline):
    found = newscli.parse(html(f"<p>{line}</p>")).dateline
    assert (found and found.text) == dateline


FAR = "".join(f"<div>{name} اليوم</div>" for name in ("سياسة", "اقتصاد", "رياضة", "ثقافة"))


@pytest.mark.parametrize(("between", "credited"), [("", {("origin", "صحيفة الضفاف")}), (FAR, set())])
def test_an_outlet_alone_close_above_the_headline_is_the_origin(between, credited):
    page = html().replace("<h1>", f"<p>صحيفة الضفاف</p>{between}<h1>")
    assert credits(newscli.parse(page)) == credited


@pytest.mark.parametrize("lines", [("عمان - رويترز", "صحيفة الضفاف"), ("صحيفة الضفاف", "عمان - رويترز")])
def test_an_outlet_on_a_line_beside_the_formula_is_the_origin_and_no_part_of_it(lines):
    article = newscli.parse(html("".join(f"<p>{line}</p>" for line in lines)))
    assert article.dateline is not None
    assert article.dateline.text == "عمان - رويترز"
    assert credits(article) == {("agency", "رويترز"), ("origin", "صحيفة الضفاف")}


@pytest.mark.parametrize("menu", ["العرب والعالم", "الوطن", "الأخبار"])
def test_a_linked_section_below_the_story_is_no_credit(menu):
    article = newscli.parse(html(tail=f"<table><tr><td><a href='/s'>{menu}</a></td></tr></table>"))
    assert not any(menu in credit.text for credit in article.attribution)


@pytest.mark.parametrize("source", ["رصد", "متابعات", "متابعة"])
def test_what_an_outlet_watches_or_follows_it_relays(source):
    article = newscli.parse(html(tail=f"<p>المصدر : {source}</p>"))
    assert ("agency", source) not in credits(article)


@pytest.mark.parametrize("name", ["بوابة النخيل", "النخيل نيوز", "صحيفة النخيل"])
def test_the_sites_own_name_in_its_box_is_origin_not_a_dateline(name):
    meta = f"<meta property='og:site_name' content='{name}'>"
    article = newscli.parse(html(f"<div class='author'>{name}</div><time>3 مارس 2023</time>", meta=meta))
    assert article.dateline is None
    assert credits(article) == {("origin", name)}
