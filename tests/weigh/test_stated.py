"""How well a visible line agrees with the headline that the page states, and what is cut off a stated headline."""

import pytest
from texts import TITLE

from newscli.fields.title import without_site
from newscli.segment.page import Metadata, Statement
from newscli.weigh.stated import StatedTitles


def stated(*values, worth=1.0):
    return StatedTitles(Metadata(titles=tuple(Statement(value, "og:title", worth) for value in values)))


class TestAgreement:
    def test_the_stated_headline_agrees_fully(self):
        assert stated(TITLE).agreement(TITLE) == 1.0

    @pytest.mark.parametrize("shown", [TITLE.replace("أ", "ا"), f"«{TITLE}»", f"{TITLE} ..", TITLE.replace(" ", "  ")])
    def test_spelling_and_punctuation_do_not_matter(self, shown):
        assert stated(TITLE).agreement(shown) == 1.0

    def test_the_sites_suffix_does_not_matter(self):
        assert stated(f"{TITLE} - البيدر نيوز").agreement(TITLE) == 1.0

    def test_the_sites_name_alone_agrees_little(self):
        assert stated(f"{TITLE} - البيدر نيوز").agreement("البيدر نيوز") < 0.7

    @pytest.mark.parametrize("separator", [" - ", " | ", " – "])
    def test_a_short_headline_before_a_long_name_agrees_whatever_stands_between(self, separator):
        assert stated(f"فضل السكوت{separator}صحيفة البيدر الإلكترونية").agreement("فضل السكوت") == 0.8

    def test_a_headline_with_a_word_more_agrees_mostly(self):
        assert 0.7 <= stated(TITLE).agreement(TITLE + " ضخمة") < 1.0

    def test_of_many_separators_the_outer_ones_part_it(self):
        many = " - ".join("ابتثجحخدذرزسشص")
        assert stated(f"{TITLE} - {many}").agreement(TITLE) == stated(f"{many} - {TITLE}").agreement(TITLE)
        assert stated(f"{many} - {TITLE} - {many}").agreement(TITLE) < stated(f"{many} - {TITLE}").agreement(TITLE)

    def test_other_headlines_do_not_agree(self):
        assert stated(TITLE).agreement("انطلاق دوري كرة القدم في تعز") == 0.0

    def test_where_nothing_is_stated_nothing_agrees(self):
        assert stated().agreement(TITLE) == 0.0
        assert stated(TITLE, worth=0.3).agreement(TITLE) == 0.0


class TestWithoutSite:
    @pytest.mark.parametrize("separator", [" - ", " – ", " | ", "|", " :: ", " » ", " • ", " : "])
    def test_the_sites_name_behind_is_cut_off(self, separator):
        assert without_site(f"{TITLE}{separator}البيدر نيوز", ["البيدر نيوز"]) == TITLE

    def test_the_sites_name_before_is_cut_off(self):
        assert without_site(f"البيدر نيوز | {TITLE}", ["البيدر نيوز"]) == TITLE

    def test_other_spellings_of_the_name_are_cut_off_too(self):
        assert without_site(f"{TITLE} - الأهالي اليوم", ["الاهالي اليوم"]) == TITLE

    def test_a_dash_inside_the_headline_stays(self):
        title = "المكلا - عدن: طريق جديد"
        assert without_site(title, ["البيدر"]) == title
        assert without_site(f"{title} - البيدر", ["البيدر"]) == title

    def test_the_name_inside_the_headline_stays(self):
        assert without_site("مدير البيدر: الميناء يعمل", ["البيدر"]) == "مدير البيدر: الميناء يعمل"

    def test_without_a_known_name_nothing_is_cut(self):
        assert without_site(f"{TITLE} - البيدر", []) == f"{TITLE} - البيدر"
        assert without_site(f"  {TITLE}\n", [""]) == TITLE
