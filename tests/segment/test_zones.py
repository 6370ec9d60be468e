"""Zones: what tag, role, class and id say of a part of the page, in the words that templates use."""
# ruff: noqa: E501 - rows of data

import pytest

from newscli.segment.fragment import CHROME, Zone
from newscli.segment.zones import own_zone


def zone(tag="div", **attributes):
    return own_zone(tag, [(name.rstrip("_"), value) for name, value in attributes.items()])


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("nav", Zone.NAV), ("footer", Zone.FOOTER), ("aside", Zone.ASIDE), ("form", Zone.FORM), ("figcaption", Zone.CAPTION),
     ("article", Zone.ARTICLE), ("main", Zone.ARTICLE), ("noscript", Zone.HIDDEN), ("time", Zone.DATE),
     ("blockquote", Zone.QUOTE), ("marquee", Zone.NAV)],
)  # fmt: skip
def test_a_tag_opens_its_zone(tag, expected):
    assert zone(tag) & expected


@pytest.mark.parametrize("tag", ["div", "p", "span", "td", "section", "ul"])
def test_a_tag_without_meaning_opens_none(tag):
    assert zone(tag) == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("main-menu", Zone.NAV), ("navbar-default", Zone.NAV), ("breadcrumbs", Zone.SECTION), ("site-footer", Zone.FOOTER),
        ("sidebar", Zone.ASIDE), ("right_sidebar_2", Zone.ASIDE), ("comment-list", Zone.COMMENTS), ("RelatedNews", Zone.RELATED),
        ("relatedArticles", Zone.RELATED), ("share-buttons", Zone.SHARE), ("fontSize", Zone.SHARE), ("adsense", Zone.ADVERT),
        ("wp-caption-text", Zone.CAPTION), ("post-tags", Zone.TAGS), ("author-name", Zone.AUTHOR), ("author-box", Zone.BIO),
        ("post-date", Zone.DATE), ("entry-title", Zone.TITLE), ("kicker", Zone.KICKER), ("standfirst", Zone.SUBTITLE),
        ("twitter-tweet", Zone.EMBED), ("disclaimer", Zone.NOTICE), ("entry-content", Zone.BODY), ("articleBody", Zone.BODY),
        ("katib", Zone.AUTHOR), ("tarikh", Zone.DATE), ("masdar", Zone.SOURCE), ("taleeqat", Zone.COMMENTS), ("e3lan", Zone.ADVERT),
    ],
)  # fmt: skip
@pytest.mark.parametrize("attribute", ["class_", "id"])
def test_class_and_id_open_the_zone_their_words_name(name, expected, attribute):
    assert zone(**{attribute: name}) & expected


@pytest.mark.parametrize("name", ["load", "header-shadow", "capacity", "wrapper", "col-md-8", "navy", "template", "hidden-xs", "overflow-hidden",
                                  "commentary", "dateless", "sharepoint"])  # fmt: skip
def test_a_word_inside_a_longer_word_opens_nothing(name):
    assert zone(class_=name) & CHROME == 0


def test_all_names_of_an_element_count():
    assert zone(class_="box share-bar", id="comments") & (Zone.SHARE | Zone.COMMENTS) == Zone.SHARE | Zone.COMMENTS


@pytest.mark.parametrize(("role", "expected"), [("navigation", Zone.NAV), ("CONTENTINFO", Zone.FOOTER), ("complementary", Zone.ASIDE),
                                                ("main", Zone.ARTICLE), ("dialog", Zone.HIDDEN)])  # fmt: skip
def test_a_role_opens_its_zone(role, expected):
    assert zone(role=role) & expected


@pytest.mark.parametrize(("name", "expected"), [("articleBody", Zone.BODY), ("headline", Zone.TITLE), ("author", Zone.AUTHOR),
                                                ("schema:datePublished", Zone.DATE)])  # fmt: skip
@pytest.mark.parametrize("attribute", ["itemprop", "property"])
def test_microdata_and_rdfa_open_zones(name, expected, attribute):
    assert zone(**{attribute: name}) & expected


@pytest.mark.parametrize("attributes", [{"hidden": ""}, {"style": "color:red; display : NONE"}, {"style": "visibility:hidden"},
                                        {"class_": "hidden"}, {"class_": "box d-none"}, {"class_": "sr-only"}])  # fmt: skip
def test_what_is_not_shown_is_hidden(attributes):
    assert zone(**attributes) & Zone.HIDDEN


@pytest.mark.parametrize(
    "attributes",
    [{"style": "display:block"}, {"class_": "hidden-xs"}, {"class_": "d-none-md"}, {"aria-hidden": "false"}],
)
def test_what_is_shown_somewhere_is_not_hidden(attributes):
    assert not zone(**attributes) & Zone.HIDDEN


@pytest.mark.parametrize("tag", ["html", "body"])
def test_class_words_of_the_whole_page_open_nothing(tag):
    assert zone(tag, class_="single has-sidebar comments-open") == 0
