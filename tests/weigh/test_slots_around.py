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


@pytest.mark.parametrize("zone", ["sidebar", "related-posts", "comments"])
def test_dates_of_other_texts_are_not_the_storys(zone):
    box = f"<div class='{zone}'><p>12 آذار 2021</p><p>خبر آخر عن المدينة</p><p>12 آذار 2021</p></div>"
    assert newscli.parse(html(tail=box)).published is None
