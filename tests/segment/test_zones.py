"""Zones: what tag, role, class and id say of a part of the page, in the words that templates use."""
# ruff: noqa: E501 - rows of data

import pytest

from newscli.segment.page import Zone
from newscli.segment.zones import own_zone

# What holds no part of the story.
CHROME = (
    Zone.NAV | Zone.FOOTER | Zone.ASIDE | Zone.COMMENTS | Zone.RELATED | Zone.SHARE | Zone.ADVERT | Zone.FORM | Zone.HIDDEN
    | Zone.BIO
)  # fmt: skip


def zone(tag="div", **attributes):
    return own_zone(tag, {name.rstrip("_"): value for name, value in attributes.items()})


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


@pytest.mark.parametrize(
    "classes",
    [
        "post-4411 post type-post status-publish format-standard hentry category-social tag-share tag-comments",
        "type-post status-publish tag-social-media tag-popular-culture post_tag-weather category-archive",
        "hentry author-newsletter-desk section-related-crafts",
        "category-trending",
        "tag-sidebar-chat author-subscribe",
        "post-social-rights",
    ],
)
def test_slugs_on_a_storys_element_are_its_subject_and_no_zone(classes):
    assert not own_zone("article", {"class": classes}) & (CHROME | Zone.TAGS | Zone.SECTION | Zone.AUTHOR)


def test_slugs_of_post_class_are_none_on_other_elements_too():
    assert not own_zone("div", {"class": "post-17 type-post tag-share"}) & (CHROME | Zone.TAGS)
    assert not own_zone("li", {"class": "status-publish category-newsletter"}) & (CHROME | Zone.SECTION)


@pytest.mark.parametrize(
    ("tag", "classes", "zone"),
    [
        ("article", "post-content", Zone.BODY), ("article", "article-body tag-share", Zone.BODY),
        ("div", "tag-list", Zone.TAGS), ("div", "category-label", Zone.SECTION), ("div", "author-box", Zone.BIO),
        ("article", "related-item", Zone.RELATED), ("article", "sidebar", Zone.ASIDE),
    ],
)  # fmt: skip
def test_what_looks_like_a_slug_elsewhere_keeps_its_zone(tag, classes, zone):
    assert own_zone(tag, {"class": classes}) & zone


@pytest.mark.parametrize(
    "classes",
    [
        "print:hidden", "print:break-inside-avoid", "hidden md:block", "hidden lg:flex", "md:hidden", "d-none d-md-block",
        "hidden sm:inline-block", "[&_.newsletter]:hidden", "[&>.share]:mt-4", "md:flex", "group-hover:opacity-50",
        "peer-focus:underline", "max-lg:hidden", "dark:prose-invert", "hidden xl:table-cell", "hidden min-screen:block",
    ],
)  # fmt: skip
def test_classes_for_a_width_or_a_state_open_no_zone_and_hide_nothing(classes):
    assert own_zone("div", {"class": classes}) == 0


@pytest.mark.parametrize("classes", ["hidden", "hidden mt-4", "d-none text-block", "sr-only", "hidden flex-col"])
def test_hidden_without_a_counterpart_hides(classes):
    assert own_zone("div", {"class": classes}) & Zone.HIDDEN


@pytest.mark.parametrize(
    "name",
    ["sidebar-grid", "with-sidebar", "has-sidebar", "no-sidebar", "layout-sidebar", "has-sidebar-right", "no-comments",
     "content-with-aside", "hasSidebar", "without-ads", "sidebar_layout", "page-ad-margins", "theiaStickySidebar",
     "elementor-widget-container", "elementor-widget", "long-form"],
)  # fmt: skip
def test_names_that_tell_of_a_part_are_not_the_part(name):
    assert not own_zone("div", {"class": name}) & CHROME
    assert not own_zone("div", {"id": name}) & CHROME


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("sidebar", Zone.ASIDE),
        ("right-sidebar", Zone.ASIDE),
        ("sidebar-inner", Zone.ASIDE),
        ("related-grid", Zone.RELATED),
    ],
)
def test_parts_themselves_keep_their_zone(name, zone):
    assert own_zone("div", {"class": name}) & zone
