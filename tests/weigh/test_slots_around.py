"""Dates, decks, sections, captions, notes and buttons around a story: what belongs to it and what does not."""

from __future__ import annotations

import pytest
from story import STORY, TITLE, html

import newscli

LEAD, REST = STORY.split("\n\n", 1)


@pytest.mark.parametrize("deck", ["الخط الثاني مؤجل إلى الخريف", "كلفة المضخات لم تعلن بعد", "قرار 12 أيار 2011 ألغي"])
def test_the_one_heading_between_headline_and_story_is_its_deck(deck):
    assert newscli.parse(html(f"<h2>{deck}</h2>")).subtitle == deck


@pytest.mark.parametrize("line", ["فيسبوك واتساب طباعة مشاركة", "النخيل أرسل بريدا منذ 13 ساعة", "كأس آسيا للناشئين"])
def test_what_the_story_does_not_take_up_is_no_deck_of_a_text(line):
    assert newscli.parse(f"{TITLE}\n{line}\n\n{STORY}\n").subtitle is None


@pytest.mark.parametrize("way", ["الرئيسية » اقتصاد", "الرئيسية / محليات", "الرئيسية > مياه"])
def test_a_way_has_signs_between_its_steps(way):
    assert newscli.parse(f"<body><nav>{way}</nav>{html()}").section == way.split()[-1]


@pytest.mark.parametrize("menu", ["الرئيسية أخبار رياضة", "الرئيسية العالم صور", "الرئيسية نتائج ترتيب"])
def test_a_menu_is_no_section(menu):
    assert newscli.parse(html().replace("<body>", f"<body><nav>{menu}</nav>")).section is None


@pytest.mark.parametrize("caption", ["المضخات الجديدة (تصوير: زياد نور)", "عمال في المحطة | عدسة: زياد نور"])
def test_a_line_with_its_photographer_leaves_the_body(caption):
    page = html().replace("</p><p>وأضاف", f"</p><p>{caption}</p><p>وأضاف")
    assert caption not in newscli.parse(page).body


@pytest.mark.parametrize("bar", ["فيسبوك", "واتساب", "تيليغرام"])
def test_a_share_bar_between_paragraphs_leaves_the_body(bar):
    links = f"<div class='share-bar'><a href='#'>{bar}</a> <a href='#'>إكس</a></div>"
    assert bar not in newscli.parse(html().replace("</p><p>وأضاف", f"</p>{links}<p>وأضاف")).body


@pytest.mark.parametrize("note", ["* كاتبة وباحثة من الأردن", "* أستاذ الاقتصاد في جامعة بيروت", "* محلل سياسي لبناني"])
def test_a_note_on_the_writer_below_the_story_is_no_body(note):
    page = html().replace("أيضا.</p>", f"أيضا.</p><p>{note}</p>")
    assert note.strip("* ") not in newscli.parse(page).body


@pytest.mark.parametrize("stamp", ["14 مايو 2024 - 10:20", "الثلاثاء 14 مايو 2024", "نشر في 2024-05-14"])
def test_the_date_behind_a_lead_is_the_storys(stamp):
    published = newscli.parse(f"{TITLE}\n\n{LEAD}\n\n{stamp}\n\n{REST}\n").published
    assert published is not None
    assert published.startswith("2024-05-14")


MENU = "".join(f"<div><div>{name} اليوم</div></div>" for name in ("سياسة", "اقتصاد", "رياضة", "ثقافة"))


@pytest.mark.parametrize(("between", "published"), [("", "2024-05-14"), (MENU, None)])
def test_a_date_that_the_template_names_one_is_the_storys_close_above_the_headline(between, published):
    box = f"<div><div><div><div class='post-date'>14 مايو 2024</div></div></div></div>{between}"
    assert newscli.parse(html().replace("<body>", f"<body>{box}")).published == published


@pytest.mark.parametrize(
    ("below", "published"),
    [
        ("<p class='date'>14 مايو 2024</p>", "2024-05-14"),
        ("<p>نشر: 14 مايو 2024</p>", "2024-05-14"),
        ("<p class='date'>14 مايو 2024 10:20:33</p>", None),  # it ticks
        ("<p>الآن: 14 مايو 2024 10:20</p>", None),
        ("<p>14 مايو 2024</p>", None),
    ],
)
def test_a_date_below_the_story_is_its_own_by_name_or_label_and_no_clock_is(below, published):
    assert newscli.parse(html(tail=below)).published == published


def test_the_lines_of_a_list_are_the_storys_and_the_date_below_them_is_not():
    villages = "قرية السد\n\nقرية النهر\n\nقرية الجبل"
    article = newscli.parse(f"{TITLE}\n\n{STORY}\n\nوالقرى هي:\n\n{villages}\n\n14 مايو 2024\n")
    assert article.body == f"{STORY}\n\nوالقرى هي:\n\n{villages}"


@pytest.mark.parametrize("zone", ["sidebar", "related-posts", "comments"])
def test_dates_of_other_texts_are_not_the_storys(zone):
    box = f"<div class='{zone}'><p>12 آذار 2021</p><p>خبر آخر عن المدينة</p><p>12 آذار 2021</p></div>"
    assert newscli.parse(html(tail=box)).published is None


@pytest.mark.parametrize(
    ("label", "published"), [("موعد الافتتاح", None), ("تاريخ النشر", "2021-05-12"), ("التاريخ:", "2021-05-12")]
)
@pytest.mark.parametrize("row", ["<dl><dt>{}</dt><dd>{}</dd></dl>", "<table><tr><th>{}</th><td>{}</td></tr></table>"])
def test_the_cell_beside_a_date_tells_what_it_is(row, label, published):
    assert newscli.parse(html(row.format(label, "12 أيار 2021"))).published == published


@pytest.mark.parametrize("line", ["رئيس القسم الرياضي: زياد نور", "مدير التحرير: سلمى الحداد"])
def test_an_editor_of_the_imprint_is_no_line_of_the_story(line):
    article = newscli.parse(f"{TITLE}\n\n{line}\n\n{STORY}\n")
    assert line not in article.body
    assert article.byline is None


def test_a_second_text_below_a_rule_is_left_out():
    head = "بلدية النخيل تفتح حديقة للأطفال\n\nالنخيل - وكالات\n\nتفتح بلدية النخيل غدا حديقة للأطفال في وسط المدينة. "
    other = head + REST.replace("المضخات", "الألعاب")
    article = newscli.parse(f"{TITLE}\n\n{STORY}\n\n**********\n\n{other}\n")
    assert "الألعاب" not in article.body
    assert newscli.parse(f"**********\n\n{TITLE}\n\nالنخيل - وكالات\n\n{STORY}\n").title == TITLE


def test_a_writer_below_another_storys_headline_is_not_this_ones():
    below = f"<h1>بلدية النخيل تفتح حديقة للأطفال</h1><div class=author>زياد نور</div><p>{LEAD}</p>"
    assert newscli.parse(html().replace("</body>", f"<div class=post>{below}</div></body>")).byline is None


@pytest.mark.parametrize("formula", ["موسكو — سبوتنيك. ", "عدن - سبأ: ", "القاهرة (رويترز) - "])
def test_what_stands_above_the_formula_that_opens_a_text_is_its_deck(formula):
    deck = "تستعد البلدية لتشغيل محطة الضخ الجديدة في الأحياء الشرقية قبل حلول الصيف."
    read = newscli.parse(f"{TITLE}\n15:27 03.10.2016\n{deck}\n{formula}{STORY}")
    assert read.subtitle == deck
    assert read.body == STORY
    assert newscli.parse(f"{TITLE}\n15:27 03.10.2016\n{deck}\n{STORY}").body == f"{deck}\n\n{STORY}"
