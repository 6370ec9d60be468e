"""Which line of a page or a text is the headline: by markup, by what the page states, by what the story takes up."""

import pytest
from texts import BODY, FURTHER, OTHER, TITLE, joined, p, page, text

import newscli

STORY = p(*BODY, *FURTHER)


def title(*parts, head=""):
    """The headline of a page with these parts in its body."""
    return newscli.parse(f"<html><head>{head}</head><body><div>{''.join(parts)}</div></body></html>").title


def stated(value):
    return f'<meta property="og:title" content="{value}">'


def test_the_main_heading_above_the_story():
    assert title("<p>قائمة</p>", f"<h1>{TITLE}</h1>", STORY) == TITLE


def test_the_stated_one_among_several():
    assert title("<h1>البيدر نيوز</h1>", f"<h3>{TITLE}</h3>", STORY, head=stated(TITLE)) == TITLE


def test_the_stated_one_with_the_sites_name_behind_it():
    assert title("<h1>البيدر نيوز</h1>", f"<h3>{TITLE}</h3>", STORY, head=stated(f"{TITLE} - البيدر نيوز")) == TITLE


def test_the_one_whose_words_the_story_takes_up():
    assert title(f"<h2>{TITLE}</h2>", "<h2>انطلاق دوري كرة القدم في تعز الجمعة</h2>", STORY) == TITLE


def test_headings_below_the_story_lose():
    assert title(f"<h2>{TITLE}</h2>", STORY, f"<h2>{OTHER}</h2>") == TITLE


def test_a_linked_heading_above_loses():
    assert title(f"<h2><a href=/9>{OTHER}</a></h2>", f"<h2>{TITLE}</h2>", STORY) == TITLE


@pytest.mark.parametrize("line", ["5 مايو 2021", "المصدر: رويترز", "تصوير: سالم باوزير", "شارك الخبر", "اقتصاد"])
def test_dates_sources_pictures_buttons_and_sections_are_none(line):
    found = newscli.parse(f"<html><body><div><h2>{line}</h2>{STORY}</div></body></html>")
    assert (found.title, found.body) == (None, joined(*BODY, *FURTHER))


def test_every_line_that_was_considered_is_told():
    told = page(head=stated(TITLE)).explain("title")
    assert (told[0].value, told[0].chosen) == (TITLE, True)
    assert all(each.reason for each in told)
    assert [each.chosen for each in told].count(True) == 1


def test_the_stated_headline_is_chosen_where_no_line_of_the_page_is_one():
    told = newscli.parse(f"<head>{stated(TITLE)}</head><body><div>{STORY}</div></body>").explain("title")
    assert [(each.value, each.place) for each in told if each.chosen] == [(TITLE, "og:title")]


@pytest.mark.parametrize("following", ["في ميناء المكلا", "من المكلا إلى عدن", "على متنها القمح", "بسبب الرياح"])
def test_a_headline_of_a_text_goes_on_with_a_word_that_opens_none(following):
    found = newscli.parse(f"رصيف جديد يستقبل أربع سفن\n{following}\n\n" + joined(*BODY))
    assert (found.title, found.body) == (f"رصيف جديد يستقبل أربع سفن {following}", joined(*BODY))


@pytest.mark.parametrize("following", ["في المكلا - سبأ", "المكلا - سبأ"])
def test_a_dateline_below_a_headline_is_no_part_of_it(following):
    found = newscli.parse(f"رصيف جديد يستقبل أربع سفن\n{following}\n\n" + joined(*BODY))
    assert found.title == "رصيف جديد يستقبل أربع سفن"


@pytest.mark.parametrize("end", ["..", "...", "؟", "!"])
def test_dots_and_marks_end_a_headline_well(end):
    assert text(TITLE + end, *BODY).title == TITLE + end
