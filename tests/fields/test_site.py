"""The site's name: as the metadata state it, else what the title element adds to the headline."""

import pytest

from newscli.fields.site import site_name
from newscli.segment.page import Metadata, Statement

TITLE = "رصيف جديد في ميناء المكلا"


def named(*names):
    return tuple(Statement(name, "og:site_name", 1.0) for name in names)


def titled(value, name="title"):
    return Metadata(titles=(Statement(value, name, 0.5),))


def test_the_stated_name_is_taken():
    assert site_name(Metadata(sites=named("البيدر نيوز")), None) == "البيدر نيوز"


def test_of_several_the_one_stated_most_often_in_its_first_spelling():
    assert site_name(Metadata(sites=named("Albaydar", "البيدر نيوز", "البيدر نيوز.")), None) == "البيدر نيوز"


@pytest.mark.parametrize(
    ("names", "site"),
    [
        (("Albaydar", "البيدر"), "البيدر"), (("البيدر موقع لأخبار المدن والقرى", "البيدر"), "البيدر"),
        (("Albaydar", "البيدر موقع لأخبار المدن والقرى"), "Albaydar"),
    ],
)  # fmt: skip
def test_of_several_stated_as_often_a_short_one_in_arabic_letters(names, site):
    assert site_name(Metadata(sites=named(*names)), None) == site


@pytest.mark.parametrize("separator", [" - ", " – ", " | ", " : ", " :: ", " » ", "|"])
def test_what_the_title_element_adds_behind_is_the_name(separator):
    assert site_name(titled(f"{TITLE}{separator}البيدر نيوز"), TITLE) == "البيدر نيوز"


def test_what_the_title_element_adds_before_is_the_name():
    assert site_name(titled(f"البيدر نيوز | {TITLE}"), TITLE) == "البيدر نيوز"


@pytest.mark.parametrize("title", [f"{TITLE} - اقتصاد - البيدر نيوز", f"البيدر نيوز | اقتصاد | {TITLE}"])
def test_the_section_between_is_not_the_name(title):
    assert site_name(titled(title), TITLE) == "البيدر نيوز"


@pytest.mark.parametrize(
    "title",
    [TITLE, "البيدر", f"{TITLE} - 5 مايو 2021", f"{TITLE} - " + "شعار طويل " * 9, "قصة أخرى تماما - البيدر"],
)
def test_a_title_that_adds_no_name_gives_none(title):
    assert site_name(titled(title), TITLE) is None


def test_other_metadata_are_not_searched_for_a_name():
    assert site_name(titled(f"{TITLE} - البيدر", name="og:title"), TITLE) is None


def test_without_a_headline_there_is_nothing_to_compare():
    assert site_name(titled(f"{TITLE} - البيدر"), None) is None


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("البيدر نيوز", "البيدر نيوز"), ("صحيفة البيدر - محليات", "صحيفة البيدر"),
        ("ميناء ورصيف | شبكة البيدر", "شبكة البيدر"),
    ],
)  # fmt: skip
def test_a_title_without_the_headline_names_the_site_where_a_part_is_an_outlet(title, site):
    assert site_name(titled(title), TITLE) == site


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("سوسة : حريق في مخزن للأخشاب", "سوسة : حريق في مخزن للأخشاب"),
        ("جزء ثان من لـالخياط - المخرج يوضح الأسباب", 'جزء ثان من لـ"الخياط" - المخرج يوضح الأسباب'),
    ],
)
def test_a_part_of_the_headline_is_no_name(title, headline):
    assert site_name(titled(title), headline) is None
