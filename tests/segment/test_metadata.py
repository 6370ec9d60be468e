"""What a page says about itself, in every dialect that Arabic sites speak; broken statements are mended or left out."""
# ruff: noqa: E501 - rows of data

import json
import time

import pytest

from newscli.segment.html import segment

STORY = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "افتتاح ميناء المكلا"}


def metadata(markup, url=None):
    return segment(markup, url).metadata


def meta(**named):
    """Metadata of a page with `<meta property=NAME content=VALUE>`; `__` in a name stands for a colon, `_` stays."""
    return metadata(
        "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in named.items())
    )


def ld(value):
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return metadata(f'<script type="application/ld+json">{text}</script>')


def values(statements):
    return [statement.value for statement in statements]


def story(**members):
    return {**STORY, **members}


class TestJsonLd:
    def test_a_storys_members_are_read(self):
        found = ld(story(
            datePublished="2022-03-04T10:00:00+03:00", dateModified="2022-03-05", articleSection="اقتصاد",
            inLanguage="ar-YE", url="https://x.example/1", image="https://x.example/1.jpg",
            author={"@type": "Person", "name": "سالم باوزير"}, publisher={"@type": "Organization", "name": "البيدر"},
        ))  # fmt: skip
        assert values(found.titles) == ["افتتاح ميناء المكلا"]
        assert values(found.published) == ["2022-03-04T10:00:00+03:00"]
        assert values(found.modified) == ["2022-03-05"]
        assert values(found.authors) == ["سالم باوزير"]
        assert (found.site_names, found.section, found.language) == (("البيدر",), "اقتصاد", "ar")
        assert (found.url, found.images) == ("https://x.example/1", ("https://x.example/1.jpg",))

    @pytest.mark.parametrize("kind", ["NewsArticle", "Article", "BlogPosting", "https://schema.org/NewsArticle",
                                      ["Article", "NewsArticle"], "ReportageNewsArticle"])  # fmt: skip
    def test_every_kind_of_article_is_a_story(self, kind):
        assert values(ld(story(**{"@type": kind})).titles) == ["افتتاح ميناء المكلا"]

    @pytest.mark.parametrize("kind", ["Organization", "BreadcrumbList", "ImageObject", "Event", None, 7])
    def test_what_is_no_article_gives_no_headline(self, kind):
        assert values(ld(story(**{"@type": kind})).titles) == []

    def test_a_graph_is_searched(self):
        found = ld({"@graph": [{"@type": "WebPage", "name": "صفحة"}, story(datePublished="2022-03-04")]})
        assert values(found.titles) == ["افتتاح ميناء المكلا"]
        assert values(found.published) == ["2022-03-04"]

    def test_a_list_is_searched(self):
        assert values(ld([{"@type": "Organization"}, STORY]).titles) == ["افتتاح ميناء المكلا"]

    def test_the_main_entity_of_a_page_is_searched(self):
        assert values(ld({"@type": "WebPage", "mainEntity": STORY}).titles) == ["افتتاح ميناء المكلا"]

    def test_several_scripts_are_all_read(self):
        one, two = ('<script type="application/ld+json">' + json.dumps(node) + "</script>" for node in (
            {"@type": "WebSite", "name": "البيدر"}, STORY))  # fmt: skip
        assert metadata(one + two).site_names == ("البيدر",)
        assert values(metadata(one + two).titles) == ["افتتاح ميناء المكلا"]

    def test_a_page_that_lists_many_stories_has_none_of_its_own(self):
        assert values(ld([story(headline=f"خبر {n}") for n in range(6)]).titles) == []

    def test_authors_may_be_a_name_a_node_or_a_list_of_either(self):
        assert values(ld(story(author="سالم باوزير")).authors) == ["سالم باوزير"]
        assert values(ld(story(author=["سالم باوزير", "منى عمر"])).authors) == ["سالم باوزير", "منى عمر"]
        assert values(ld(story(author=[{"name": "سالم باوزير"}, {"name": "منى عمر"}])).authors) == [
            "سالم باوزير",
            "منى عمر",
        ]

    def test_an_organisation_as_author_is_worth_little(self):
        (author,) = ld(story(author={"@type": "Organization", "name": "البيدر"})).authors
        assert author.worth < 0.5

    def test_entities_inside_strings_are_resolved(self):
        assert values(ld(story(headline="قال &quot;نعم&quot; &amp;laquo;اليوم&amp;raquo;")).titles) == [
            'قال "نعم" «اليوم»'
        ]

    def test_the_date_of_creation_stands_in_where_no_publication_is_named(self):
        assert values(ld(story(dateCreated="2022-03-04")).published) == ["2022-03-04"]
        assert values(ld(story(dateCreated="2022-03-01", datePublished="2022-03-04")).published) == ["2022-03-04"]

    @pytest.mark.parametrize(
        "kind", ["NewsArticle", ["Thing", "NewsArticle"], "http://schema.org/Article", "schema:Report"]
    )
    def test_a_type_is_known_in_any_spelling_also_below_a_main_entity(self, kind):
        found = ld({"@graph": [{"@type": "WebPage", "mainEntity": story(**{"@type": kind, "headline": "افتتاح"})}]})
        assert values(found.titles) == ["افتتاح"]

    def test_the_storys_text_is_told(self):
        assert ld(story(articleBody="فقرة أولى.\n\nفقرة ثانية.")).body == "فقرة أولى. فقرة ثانية."
        assert ld({"@type": "Comment", "articleBody": "تعليق"}).body == ""

    def test_publisher_site_and_meta_are_told_apart(self):
        found = metadata(
            '<meta property="og:site_name" content="البيدر"><script type="application/ld+json">'
            + json.dumps([{"@type": "WebSite", "name": "البيدر"}, story(publisher={"name": "شركة البيدر"})])
            + "</script>"
        )
        assert [(each.name, each.value) for each in found.sites] == [
            ("json-ld WebSite", "البيدر"), ("json-ld publisher", "شركة البيدر"), ("og:site_name", "البيدر"),
        ]  # fmt: skip
        assert found.site_names == ("البيدر", "شركة البيدر")


class TestBrokenJsonLd:
    @pytest.mark.parametrize("half", [r"\ud83d", r"\uDE00", r"\ud83d نص", r"\ud83d\ud83d", r"\ude00\ud83d"])
    def test_half_a_surrogate_pair_becomes_the_sign_for_no_character(self, half):
        found = ld('{"@type": "NewsArticle", "headline": "افتتاح ' + half + '"}')
        (value,) = values(found.titles)
        assert value.startswith("افتتاح \ufffd")
        assert value.encode("utf-8")

    def test_a_whole_surrogate_pair_is_its_character(self):
        broken = '{"@type": "NewsArticle", "headline": "افتتاح ' + r"\ud83d\ude00" + '",}'
        assert values(ld(broken).titles) == ["افتتاح 😀"]

    @pytest.mark.parametrize("mark", ["-->", "/*", ",", "//", '"headline": "', "]]>"])
    def test_long_damage_costs_no_more_than_its_length(self, mark):
        started = time.perf_counter()
        ld('{"@type": "NewsArticle"' + (mark + " " * 200_000) + mark * 20_000)
        assert time.perf_counter() - started < 2

    @pytest.mark.parametrize(
        "text",
        [
            '{"@type": "NewsArticle", "headline": "افتتاح\nميناء المكلا", "datePublished": "2022-03-04"}',
            '{"@type": "NewsArticle", "headline": "افتتاح ميناء المكلا", "datePublished": "2022-03-04",}',
            '[{"@type": "NewsArticle", "headline": "افتتاح ميناء المكلا", "datePublished": "2022-03-04",},]',
            '//<![CDATA[\n{"@type": "NewsArticle", "headline": "افتتاح ميناء المكلا", "datePublished": "2022-03-04"}\n//]]>',
            '/*<![CDATA[*/{"@type": "NewsArticle", "headline": "افتتاح ميناء المكلا", "datePublished": "2022-03-04"}/*]]>*/',
            '<!--{"@type": "NewsArticle", "headline": "افتتاح ميناء المكلا", "datePublished": "2022-03-04"}-->',
            '{"@type": "NewsArticle", "headline": "افتتاح ميناء المكلا", "datePublished": "2022-03-04"};',
            '{"@type": "NewsArticle", "headline": "افتتاح ميناء المكلا", "datePublished": "2022-03-04"}}',
            '{"@type": "NewsArticle", "headline": "افتتاح ميناء المكلا", "datePublished": "2022-03-04", "body": "قال "نعم""}',
            '{"@type": "NewsArticle", "headline": "افتتاح ميناء المكلا", "datePublished": "2022-03-04", "articleBody": "قا',
        ],
        ids=["raw newline", "trailing comma", "trailing commas", "cdata", "cdata in comments", "html comment", "semicolon",
             "brace too many", "bare quotes", "cut off"],
    )  # fmt: skip
    def test_what_pages_break_is_mended(self, text):
        found = ld(text)
        assert values(found.titles) == ["افتتاح ميناء المكلا"]
        assert values(found.published) == ["2022-03-04"]

    @pytest.mark.parametrize("text", ["", "null", "7", "{", "[[[[", '"x"', "undefined", "{{ story }}", "[" * 5000])
    def test_what_is_no_json_says_nothing(self, text):
        found = ld(text)
        assert (found.titles, found.published, found.authors) == ((), (), ())

    @pytest.mark.parametrize("value", [None, 7, {}, [], [None], {"name": None}, [[]], "", " "])
    def test_members_of_a_wrong_type_say_nothing(self, value):
        found = ld(
            story(headline=value, datePublished=value, author=value, publisher=value, keywords=value, image=value)
        )
        assert (found.titles, found.published, found.site_names, found.tags) == ((), (), (), ())


class TestMeta:
    def test_open_graph(self):
        found = meta(
            og__title="افتتاح الميناء", og__site_name="البيدر", og__url="https://x.example/1", og__type="Article",
            og__image="https://x.example/1.jpg", og__locale="ar_SA", article__section="اقتصاد", article__tag="موانئ",
            article__published_time="2022-03-04T10:00:00+03:00", article__modified_time="2022-03-05T10:00:00+03:00",
            article__author="سالم باوزير",
        )  # fmt: skip
        assert values(found.titles) == ["افتتاح الميناء"]
        assert values(found.published) == ["2022-03-04T10:00:00+03:00"]
        assert values(found.modified) == ["2022-03-05T10:00:00+03:00"]
        assert values(found.authors) == ["سالم باوزير"]
        assert (found.site_names, found.url, found.kind) == (("البيدر",), "https://x.example/1", "article")
        assert (found.section, found.tags, found.language) == ("اقتصاد", ("موانئ",), "ar")
        assert found.images == ("https://x.example/1.jpg",)

    def test_dublin_core(self):
        found = metadata(
            '<meta name="DC.title" content="افتتاح الميناء"><meta name="DC.date.issued" content="2022-03-04">'
            '<meta name="DCTERMS.modified" content="2022-03-05"><meta name="DC.creator" content="سالم باوزير">'
        )
        assert values(found.titles) == ["افتتاح الميناء"]
        assert values(found.published) == ["2022-03-04"]
        assert values(found.modified) == ["2022-03-05"]
        assert values(found.authors) == ["سالم باوزير"]

    def test_microdata(self):
        found = metadata(
            '<h1 itemprop="headline">افتتاح الميناء</h1><meta itemprop="datePublished" content="2022-03-04">'
            '<span itemprop="dateModified" content="2022-03-05">أمس</span><meta itemprop="author" content="سالم باوزير">'
        )
        assert values(found.published) == ["2022-03-04"]
        assert values(found.modified) == ["2022-03-05"]
        assert values(found.authors) == ["سالم باوزير"]

    def test_time_elements(self):
        found = metadata(
            '<time datetime="2022-03-04">4 مارس</time><time itemprop="dateModified" datetime="2022-03-05">أمس</time>'
        )
        assert values(found.published) == ["2022-03-04"]
        assert values(found.modified) == ["2022-03-05"]

    def test_a_time_that_says_what_it_is_is_worth_more(self):
        plain, named = metadata(
            '<time datetime="2022-03-04">س</time><time itemprop="datePublished" datetime="2022-03-04">س</time>'
        ).published
        assert plain.worth < named.worth

    def test_the_title_element_is_worth_less_than_a_headline(self):
        found = metadata(
            "<head><title>افتتاح الميناء - البيدر</title><meta property=og:title content='افتتاح الميناء'></head>"
        )
        assert {each.value: each.worth for each in found.titles} == {
            "افتتاح الميناء - البيدر": 0.5,
            "افتتاح الميناء": 1.0,
        }

    def test_an_address_is_no_author(self):
        assert meta(article__author="https://facebook.com/x").authors == ()

    def test_empty_values_say_nothing(self):
        assert meta(og__title="  ", og__site_name="").titles == ()

    def test_entities_escaped_twice_are_resolved(self):
        assert values(meta(og__title="قال &amp;quot;نعم&amp;quot;").titles) == ['قال "نعم"']


class TestAddress:
    CANONICAL = '<link rel="canonical" href="https://x.example/c">'
    GRAPH = '<meta property="og:url" content="https://x.example/g">'

    def test_what_the_caller_knows_comes_first(self):
        assert metadata(self.CANONICAL + self.GRAPH, "https://x.example/given").url == "https://x.example/given"

    def test_then_the_canonical_address(self):
        assert metadata(self.GRAPH + self.CANONICAL).url == "https://x.example/c"

    def test_then_open_graphs(self):
        assert metadata(self.GRAPH).url == "https://x.example/g"

    def test_else_none(self):
        assert metadata('<link rel="shortcut icon" href="/i.png"><link rel=alternate href="/ar">').url is None


class TestLists:
    def test_tags_are_cut_at_commas_of_both_scripts(self):
        assert meta(article__tag="موانئ، شحن, اقتصاد").tags == ("موانئ", "شحن", "اقتصاد")

    def test_each_tag_is_told_once(self):
        assert metadata(
            '<meta property="article:tag" content="موانئ"><meta property="article:tag" content="موانئ">'
        ).tags == ("موانئ",)

    def test_a_site_wide_list_of_keywords_is_no_tags(self):
        assert ld(story(keywords=[f"كلمة {n}" for n in range(40)])).tags == ()
        assert ld(story(keywords="موانئ, شحن")).tags == ("موانئ", "شحن")
        assert metadata('<meta name="keywords" content="اخبار, سياسة, رياضة, اليمن, عدن">').tags == ()

    @pytest.mark.parametrize(("stated", "language"), [("ar", "ar"), ("ar-SA", "ar"), ("ar_AR", "ar"), ("AR", "ar"), ("en-us", "en"),
                                                      ("arabic", None), ("", None), ("7", None)])  # fmt: skip
    def test_the_language_is_the_languages_code_alone(self, stated, language):
        assert meta(og__locale=stated).language == language

    def test_everything_said_is_kept_in_page_order(self):
        found = metadata("<title>أ</title><meta name=x content=1><link rel=canonical href=/c>")
        assert found.all == (("title", "أ"), ("meta x", "1"), ("link canonical", "/c"))


def test_a_silent_page_says_nothing():
    found = metadata("<p>نص</p>")
    assert not any(getattr(found, name) for name in found.__struct_fields__)
