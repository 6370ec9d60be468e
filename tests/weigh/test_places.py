"""Where blocks lie: a name of furniture counts by the share of the page's prose that lies outside the part so named."""

import pytest
from hypothesis import given, settings
from pages import MARKUP, cut
from texts import BODY, COMMENT, FURTHER, LEAD, OTHER, p

from newscli.arabic.words import words
from newscli.segment.page import Zone
from newscli.weigh.places import NOWHERE, places

STORY = p(*BODY, *FURTHER)


def found(markup):
    """text -> place of each block."""
    fragments = cut(markup).fragments
    return dict(zip((f.text for f in fragments), places(fragments, [words(f.text) for f in fragments]), strict=True))


def test_a_name_around_all_prose_says_nothing():
    here = found(f"<div class='page-with-sidebar comments-open'><h1>{OTHER}</h1>{STORY}</div>")
    assert here[LEAD].furniture.get("sidebar", 0.0) == here[LEAD].furniture.get("comments", 0.0) == 0.0


def test_a_name_around_no_prose_says_all():
    here = found(f"<div>{STORY}</div><div class=sidebar>جانب</div><footer>ذيل</footer>")
    assert here["جانب"].furniture == {"sidebar": 1.0}
    assert here["ذيل"].furniture == {"footer": 1.0}


def test_a_name_around_half_of_it_says_half():
    here = found(f"<div>{p(LEAD)}</div><div class=related>{p(LEAD + ' ')}</div><div class=related>قصير</div>")
    assert here["قصير"].furniture["related"] == 1.0
    assert here[LEAD].furniture["related"] == pytest.approx(0.5)  # the later of the two


def test_names_of_all_parts_around_add_up():
    here = found(f"<div>{STORY}<div class=related><div class=share>شارك</div></div></div>")
    assert set(here["شارك"].furniture) == {"related", "share"}


def test_the_part_named_as_the_storys_text_counts_by_what_it_holds():
    here = found(f"<div itemprop=articleBody>{STORY}</div><div itemprop=articleBody>قصير</div><p>خارج</p>")
    assert here[LEAD].body == pytest.approx(1.0)
    assert here["قصير"].body == here["خارج"].body == 0.0


def test_distance_counts_the_levels_from_the_element_with_most_prose():
    here = found(f"<p>بعيد</p><section><p>قريب</p><div>{STORY}<p>داخل</p></div></section>")
    assert (here["داخل"].distance, here["قريب"].distance, here["بعيد"].distance) == (0, 1, 2)


def test_the_element_with_most_prose_is_none_that_is_named_comments():
    comments = f"<div class=comments>{p(COMMENT, COMMENT + ' ')}</div>"
    few = found(f"<div><div>{STORY}</div>{comments}</div>")
    assert (few[LEAD].distance, few[COMMENT].distance) == (0, 1)
    many = found(f"<div><div>{p(*BODY)}</div>{comments * 9}</div>")  # then it is the one around both
    assert (many[LEAD].distance, many[COMMENT].distance) == (0, 0)


def test_prose_in_links_is_no_prose():
    teasers = "".join(f"<p><a href=/{n}>{text}</a></p>" for n, text in enumerate((*BODY, *FURTHER)))
    here = found(f"<div class=related>{teasers}<p>قصير</p></div><div>{p(LEAD + ' ثم')}</div>")
    assert here["قصير"].furniture["related"] == 1.0


def test_zones_are_those_of_parts_that_hold_less_than_half():
    here = found(f"<div class=author>سالم باوزير</div><div class=author-page>{STORY}</div>")
    assert here["سالم باوزير"].zones & Zone.AUTHOR
    assert not here[LEAD].zones & Zone.AUTHOR


def test_a_page_without_elements_has_no_places():
    fragments = cut(LEAD, "text").fragments
    assert places(fragments, [9]) == [NOWHERE]


@settings(max_examples=60, deadline=None)
@given(markup=MARKUP)
def test_shares_are_shares(markup):
    for place in found(markup).values():
        assert all(0.0 < share <= 1.0 for share in place.furniture.values())
        assert 0.0 <= place.body <= 1.0
        assert 0.0 <= place.article <= 1.0
        assert place.distance >= 0
