"""The headline: cut free of the site's name, agreed with the metadata, found among headings and lines."""

import pytest

from newscli.arabic.words import content_words, echo
from newscli.classify.alone import view
from newscli.classify.headline import Stated, find_heading, goes_on, score_line
from newscli.fields.title import without_site
from newscli.model import Kind
from newscli.segment.fragment import Element, Fragment, Zone
from newscli.segment.metadata import Metadata, Statement

TITLE = "رصيف جديد في ميناء المكلا يستقبل أربع سفن"


def stated(*values, worth=1.0):
    return Metadata(titles=tuple(Statement(value, "og:title", worth) for value in values))


def heading(text, level=1, zone=0):
    return Fragment(text, Kind.HEADING, level, element=Element(f"h{level}", None, None, 1, zone))


def paragraph(text, zone=0):
    return Fragment(text, element=Element("p", None, None, 1, zone))


def find(*fragments, metadata=Metadata(), first=None, story=""):  # noqa: B008 - frozen
    """The text of the fragment that is the headline, or None. `first` defaults to the page's end."""
    views = [view(fragment) for fragment in fragments]
    index, _, _ = find_heading(views, metadata, len(views) if first is None else first, content_words(story))
    return None if index is None else fragments[index].text


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


class TestAgreement:
    def test_the_stated_headline_agrees_fully(self):
        assert Stated(stated(TITLE)).agreement(TITLE) == 1.0

    @pytest.mark.parametrize("shown", [TITLE.replace("أ", "ا"), f"«{TITLE}»", f"{TITLE} ..", TITLE.replace(" ", "  ")])
    def test_spelling_and_punctuation_do_not_matter(self, shown):
        assert Stated(stated(TITLE)).agreement(shown) == 1.0

    def test_the_sites_suffix_does_not_matter(self):
        assert Stated(stated(f"{TITLE} - البيدر نيوز")).agreement(TITLE) == 1.0

    def test_the_sites_name_alone_agrees_little(self):
        assert Stated(stated(f"{TITLE} - البيدر نيوز")).agreement("البيدر نيوز") < 0.7

    def test_a_headline_with_a_word_more_agrees_mostly(self):
        assert 0.7 <= Stated(stated(TITLE)).agreement(TITLE + " ضخمة") < 1.0

    def test_other_headlines_do_not_agree(self):
        assert Stated(stated(TITLE)).agreement("انطلاق دوري كرة القدم في تعز") == 0.0

    def test_where_nothing_is_stated_nothing_agrees(self):
        assert Stated(Metadata()).agreement(TITLE) == 0.0
        assert Stated(stated(TITLE, worth=0.3)).agreement(TITLE) == 0.0


class TestFindHeading:
    def test_the_main_heading_above_the_story(self):
        assert find(paragraph("قائمة"), heading(TITLE)) == TITLE

    def test_the_stated_one_among_several(self):
        assert find(heading("البيدر نيوز"), heading(TITLE, 3), metadata=stated(TITLE)) == TITLE

    def test_a_line_that_is_no_heading_where_it_is_stated(self):
        assert find(heading("البيدر نيوز"), paragraph(TITLE), metadata=stated(TITLE)) == TITLE

    def test_a_line_that_is_no_heading_and_not_stated_is_none(self):
        assert find(paragraph(TITLE)) is None

    def test_a_line_that_the_template_calls_title(self):
        assert find(paragraph(TITLE, Zone.TITLE)) == TITLE

    def test_the_one_whose_words_the_story_takes_up(self):
        other = "انطلاق دوري كرة القدم في تعز الجمعة"
        assert find(heading(TITLE, 2), heading(other, 2), story="استقبل ميناء المكلا سفن القمح عند رصيف جديد") == TITLE

    def test_headings_below_the_story_lose(self):
        assert find(heading(TITLE, 2), paragraph("نص"), heading("خبر آخر في أسفل الصفحة", 2), first=1) == TITLE

    def test_a_linked_heading_loses(self):
        linked = Fragment(
            "خبر آخر في أعلى الصفحة", Kind.HEADING, 2, element=Element("h2", None, None, 1), link_chars=22
        )
        assert find(linked, heading(TITLE, 2)) == TITLE

    @pytest.mark.parametrize("text", ["5 مايو 2021", "المصدر: رويترز", "قلم", "س" * 300])
    def test_dates_sources_scraps_and_paragraphs_are_none(self, text):
        assert find(heading(text)) in (None, "قلم")

    def test_every_score_is_told(self):
        views = [view(heading(TITLE)), view(heading("خبر آخر في الصفحة", 3))]
        index, reason, scores = find_heading(views, stated(TITLE), 2, frozenset())
        assert (index, reason) == (0, "visible headline as the metadata state it")
        assert [i for i, _ in scores] == [0, 1]
        assert scores[0][1] > scores[1][1]


class TestLines:
    @pytest.mark.parametrize("following", ["في ميناء المكلا", "من المكلا إلى عدن", "على متنها القمح", "بسبب الرياح"])
    def test_a_headline_goes_on_with_a_word_that_opens_none(self, following):
        assert goes_on("رصيف جديد يستقبل أربع سفن", following)

    @pytest.mark.parametrize(
        ("line", "following"),
        [
            ("رصيف جديد يستقبل أربع سفن", "وزير النقل يفتتحه غدا"), ("رصيف جديد يستقبل أربع سفن.", "في ميناء المكلا"),
            ("رصيف جديد يستقبل أربع سفن", "في المكلا - سبأ"), ("رصيف جديد يستقبل أربع سفن", ""),
            ("كلمة " * 12, "في ميناء المكلا"),
        ],
    )  # fmt: skip
    def test_other_lines_do_not(self, line, following):
        assert not goes_on(line, following)

    def test_a_comma_belongs_to_no_word(self):
        assert content_words("وصل الوزير، ثم المدير") == content_words("وصل الوزير ثم المدير")

    def test_the_words_that_carry_meaning(self):
        assert content_words("والوزير في المدينة بعد أن كان هذا الخبر") == {"وزير", "مدينه", "خبر"}

    def test_the_story_echoes_its_headline(self):
        story = content_words("استقبل رصيف جديد في ميناء المكلا أربع سفن")
        assert echo(TITLE, story) > 2.0
        assert echo("انطلاق دوري كرة القدم في تعز", story) == 0.0
        assert echo("ميناء", story) == 0.0

    def score(self, text, distance=0, repeated=False, opens=False):
        return score_line(view(Fragment(text)), distance, repeated=repeated, opens=opens)

    def test_a_line_of_a_headlines_length_scores_most(self):
        assert self.score(TITLE) > self.score("رصيف جديد") > self.score("رصيف")

    def test_a_line_repeated_on_the_page_scores_more(self):
        assert self.score(TITLE, repeated=True) > self.score(TITLE)

    def test_the_first_line_and_the_nearest_one_score_more(self):
        assert self.score(TITLE, opens=True) > self.score(TITLE) > self.score(TITLE, distance=5)

    @pytest.mark.parametrize("end", [":", "،", "."])
    def test_what_ends_like_a_label_or_a_sentence_scores_less(self, end):
        assert self.score(TITLE + end) < self.score(TITLE)

    def test_three_dots_end_a_headline_well(self):
        assert self.score(TITLE + "..") == self.score(TITLE)
