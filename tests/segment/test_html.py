"""HTML into fragments: what stands apart on a page is apart, what is one paragraph is one; all of it has a place."""
# ruff: noqa: E501 - rows of data

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from newscli.model import Kind, Link
from newscli.segment.html import read_markup, segment
from newscli.segment.page import Zone


def texts(markup):
    return [fragment.text for fragment in segment(markup).fragments]


def only(markup):
    fragments = segment(markup).fragments
    assert len(fragments) == 1, [fragment.text for fragment in fragments]
    return fragments[0]


def zones(fragment):
    """The zones of all elements that hold a fragment."""
    zone, here = 0, fragment.element
    while here is not None:
        zone |= here.own
        here = here.parent
    return zone


def said(markup):
    """(kind, name, value) of what a page says about itself."""
    return [(item.kind, item.name, item.value) for item in read_markup(markup)[1]]


class TestParagraphs:
    def test_every_block_element_is_a_fragment_of_its_own(self):
        assert texts("<h1>ميناء جديد</h1><p>افتتح الميناء.</p><ul><li>رصيف</li><li>مخزن</li></ul>") == [
            "ميناء جديد", "افتتح الميناء.", "رصيف", "مخزن",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "line_break", ["<br>", "<br/>", "<br />", "<br><br>", "<BR clear=all>", "<br>\n&nbsp;<br>"]
    )
    def test_line_breaks_separate_paragraphs(self, line_break):
        assert texts(f"<div>الفقرة الأولى.{line_break}الفقرة الثانية.</div>") == ["الفقرة الأولى.", "الفقرة الثانية."]

    def test_a_rule_separates_paragraphs(self):
        assert texts("<div>فوق<hr>تحت</div>") == ["فوق", "تحت"]

    def test_text_directly_in_a_div_stands_apart_from_its_child_blocks(self):
        assert texts("<div>أول<p>ثان</p>ثالث<div>رابع</div>خامس</div>") == ["أول", "ثان", "ثالث", "رابع", "خامس"]

    def test_text_outside_any_element_is_kept(self):
        assert texts("نص بلا عنصر<p>وفقرة</p>وذيل") == ["نص بلا عنصر", "وفقرة", "وذيل"]

    def test_cells_of_a_layout_table_are_fragments(self):
        markup = "<table><tr><td><a href=/>القائمة</a></td><td>قال الوزير إن العمل بدأ.<br>وأضاف أنه مستمر.</td></tr></table>"
        assert texts(markup) == ["القائمة", "قال الوزير إن العمل بدأ.", "وأضاف أنه مستمر."]

    def test_nested_tables_are_read_in_source_order(self):
        assert texts("<table><tr><td>أ<table><tr><td>ب</td></tr></table>ج</td></tr></table>") == ["أ", "ب", "ج"]

    @pytest.mark.parametrize(
        "tag", ["a", "b", "strong", "em", "i", "u", "font", "span", "sup", "mark", "small", "abbr"]
    )
    def test_inline_elements_do_not_cut_a_paragraph(self, tag):
        assert texts(f"<p>قبل <{tag}>داخل</{tag}> بعد</p>") == ["قبل داخل بعد"]

    def test_inline_elements_in_one_another_do_not_cut_a_paragraph(self):
        assert texts("<p>قال <b><i><font color=red>الوزير</font></i></b> أمس</p>") == ["قال الوزير أمس"]

    def test_an_inline_element_cuts_no_word(self):
        assert texts("<p>ال<b>وزير</b>ة</p>") == ["الوزيرة"]

    def test_a_word_break_opportunity_cuts_no_word(self):
        assert texts("<p>المستش<wbr>فى</p>") == ["المستشفى"]

    def test_a_block_inside_an_inline_element_is_a_fragment(self):
        assert texts("<span><p>أول</p><p>ثان</p></span>") == ["أول", "ثان"]

    def test_an_inline_element_that_names_its_zone_is_a_fragment_of_its_own(self):
        fragments = segment(
            '<div><span class="author">سلمى الحداد</span><span class="date">5 مايو 2021</span></div>'
        ).fragments
        assert [fragment.text for fragment in fragments] == ["سلمى الحداد", "5 مايو 2021"]
        assert zones(fragments[0]) & Zone.AUTHOR
        assert zones(fragments[1]) & Zone.DATE

    def test_white_space_is_folded(self):
        assert texts("<p>\n  سطر\tأول\r\n   &nbsp; وسطر&nbsp;ثان \u2028</p>") == ["سطر أول وسطر ثان"]

    def test_an_element_without_text_is_no_fragment(self):
        assert texts("<div></div><p> </p><p>&nbsp;</p><span>\n</span><p>نص</p>") == ["نص"]

    def test_source_order_is_kept(self):
        numbers = [f"فقرة {number}" for number in range(50)]
        assert texts("".join(f"<div><p>{text}</p></div>" for text in numbers)) == numbers


class TestKinds:
    @pytest.mark.parametrize("level", range(1, 7))
    def test_headings_have_a_level(self, level):
        fragment = only(f"<h{level}>عنوان</h{level}>")
        assert (fragment.kind, fragment.level) == (Kind.HEADING, level)

    def test_a_heading_stays_one_around_a_link_or_a_span(self):
        fragment = only("<h2><a href=/1><span>عنوان</span></a></h2>")
        assert (fragment.kind, fragment.level) == (Kind.HEADING, 2)

    def test_list_items_and_quotes_are_told(self):
        item, quote, plain = segment("<ul><li>بند</li></ul><blockquote><p>قول</p></blockquote><p>نص</p>").fragments
        assert (item.kind, quote.kind, plain.kind) == (Kind.ITEM, Kind.QUOTE, Kind.PARAGRAPH)
        assert item.level == quote.level == plain.level == 0


class TestEntities:
    @pytest.mark.parametrize(
        ("escaped", "text"),
        [
            ("&quot;قال&quot;", '"قال"'), ("&laquo;قال&raquo;", "«قال»"), ("أ &amp; ب", "أ & ب"),
            ("&#1605;&#x62F;", "مد"), ("5 &lt; 7", "5 < 7"), ("ن&rlm;ص", "ن\u200fص"), ("&ndash;", "–"),
        ],
    )  # fmt: skip
    def test_entities_are_resolved(self, escaped, text):
        assert texts(f"<p>{escaped}</p>") == [text]

    @pytest.mark.parametrize(
        ("escaped", "text"),
        [("&amp;quot;قال&amp;quot;", '"قال"'), ("&amp;laquo;قال&amp;raquo;", "«قال»"), ("أ&amp;nbsp;ب", "أ ب"),
         ("&amp;#8220;قال", "“قال")],
    )  # fmt: skip
    def test_entities_escaped_twice_are_resolved(self, escaped, text):
        assert texts(f"<p>{escaped}</p>") == [text]

    def test_escaped_markup_is_text_and_no_markup(self):
        assert texts("<p>الوسم &lt;b&gt; يجعل النص غليظا</p>") == ["الوسم <b> يجعل النص غليظا"]

    def test_a_lone_ampersand_stays(self):
        assert texts("<p>شركة أ & ب</p>") == ["شركة أ & ب"]


class TestAttributes:
    def test_quotes_and_brackets_in_values_end_no_tag(self):
        fragment = only("""<p><a href="/a?x=1>2" title='قال "لا" > نعم'>رابط</a> نص</p>""")
        assert fragment.text == "رابط نص"
        assert fragment.links == (Link("رابط", "/a?x=1>2"),)

    @pytest.mark.parametrize("tag", ['<p class=a"b>', "<p 'x'=1>", "<p a<b=1>", "<p =x>", "<p onclick>", "<p a=1 a=2>"])
    def test_odd_attributes_lose_no_text(self, tag):
        assert texts(f"{tag}قبل</p><p>بعد</p>") == ["قبل", "بعد"]

    def test_attribute_names_are_lower_case_and_entities_resolved(self):
        assert only('<p><a HREF="/?a=1&amp;b=&quot;">رابط</a></p>').links == (Link("رابط", '/?a=1&b="'),)


class TestLeftOut:
    @pytest.mark.parametrize(
        "markup",
        [
            "<!-- تعليق -->", "<!-- <p>تعليق</p> -->", "<script>var x = '<p>نص</p>';</script>", "<style>p{}</style>",
            "<template><p>قالب</p></template>", "<iframe>إطار</iframe>", '<iframe src="/x"><p>إطار</p></iframe>',
            "<svg><text>رسم</text></svg>", "<textarea>اكتب</textarea>", "<!DOCTYPE html>", "<![CDATA[x]]>",
            "<math><mi>س</mi></math>", "<noembed>س</noembed>", "<noframes>س</noframes>",
        ],
    )  # fmt: skip
    def test_what_is_no_text_of_the_page_is_left_out(self, markup):
        assert texts(f"<p>قبل</p>{markup}<p>بعد</p>") == ["قبل", "بعد"]

    @pytest.mark.parametrize("markup", ["<!-- x -->", "<script>x</script>", "<!---->"])
    def test_what_is_left_out_cuts_no_paragraph(self, markup):
        assert texts(f"<p>أول {markup}آخر</p>") == ["أول آخر"]

    @pytest.mark.parametrize(
        "markup",
        [
            "<template><p>س</p><template><p>ص</p></template><p>ع</p></template>",
            "<svg><svg><text>س</text></svg><text>ص</text></svg>",
        ],
    )
    def test_what_lies_in_one_of_its_own_kind_is_left_out_too(self, markup):
        assert texts(f"<p>قبل</p>{markup}<p>بعد</p>") == ["قبل", "بعد"]

    def test_what_is_shown_as_it_stands_is_read_as_markup(self):
        assert texts("<p>قبل</p><XMP><p>بعد</p></XMP>") == ["قبل", "بعد"]

    def test_the_title_in_the_head_is_no_fragment(self):
        assert texts("<html><head><title>الموقع</title></head><body><p>نص</p></body></html>") == ["نص"]

    @pytest.mark.parametrize("hiding", ["hidden", 'style="display: none"', 'style="DISPLAY:NONE;"', 'class="d-none"',
                                        'style="visibility:hidden"', 'class="sr-only"'])  # fmt: skip
    def test_hidden_parts_are_kept_and_marked(self, hiding):
        shown, unseen = segment(f"<p>ظاهر</p><div {hiding}><p>خفي</p></div>").fragments
        assert unseen.text == "خفي"
        assert zones(unseen) & Zone.HIDDEN
        assert not zones(shown) & Zone.HIDDEN

    def test_noscript_is_kept_and_marked_as_hidden(self):
        _, unseen = segment("<body><p>ظاهر</p><noscript><p>فعل جافاسكربت</p></noscript></body>").fragments
        assert unseen.text == "فعل جافاسكربت"
        assert zones(unseen) & Zone.HIDDEN


class TestLinks:
    def test_a_link_keeps_its_text_and_address(self):
        assert only('<p>نقلا عن <a href="https://x.example/?a=1&amp;b=2">جريدة البيدر</a> أمس</p>').links == (
            Link("جريدة البيدر", "https://x.example/?a=1&b=2"),
        )

    def test_links_of_a_paragraph_stand_in_order(self):
        links = only("<p><a href=/1>أول</a>، <a href=/2>ثان</a></p>").links
        assert [(link.text, link.url) for link in links] == [("أول", "/1"), ("ثان", "/2")]

    def test_the_share_of_linked_text_is_told(self):
        assert only("<p><a href=/>كله رابط</a></p>").link_share == 1.0
        assert only("<p>نص</p>").link_share == 0.0
        assert 0.4 < only("<p>نصفه <a href=/>رابط</a></p>").link_share < 0.6

    @pytest.mark.parametrize(
        ("markup", "text"),
        [
            ('<a href=/1>رنا الصيرفي</a><span class="x">مراسلة</span>', "رنا الصيرفي مراسلة"),
            ("<span>رنا الصيرفي</span><a href=/1>المزيد</a>", "رنا الصيرفي المزيد"),
            ("<b>أ</b>حلام", "أحلام"),
            ('أ<span class="x">حلام</span>', "أحلام"),
            ('الشر<span class="x">كة</span>', "الشركة"),
            ("(<a href=/1>رابط</a>)", "(رابط)"),
        ],
    )
    def test_a_link_and_an_element_beside_it_are_apart(self, markup, text):
        """What one block holds says nothing of the next: a link opens the first here, in which no two words are one."""
        *_, fragment = segment(f"<p><a href=/0>رابط</a></p><p>{markup}</p>").fragments
        assert fragment.text == text

    def test_a_no_break_space_counts_as_one_character_of_a_link(self):
        assert only("<p><a href=/1>كله\u00a0&amp; رابط</a></p>").link_chars == len("كله & رابط")

    def test_a_link_around_blocks_belongs_to_each(self):
        first, second = segment("<a href=/1><h3>عنوان</h3><p>موجز</p></a>").fragments
        assert first.links == (Link("عنوان", "/1"),)
        assert second.links == (Link("موجز", "/1"),)
        assert first.link_share == second.link_share == 1.0

    def test_an_anchor_without_address_is_no_link(self):
        fragment = only("<p><a name=top>قمة</a> الصفحة</p>")
        assert (fragment.text, fragment.links) == ("قمة الصفحة", ())
        assert fragment.link_share == 0.0

    def test_the_text_of_nested_elements_is_the_links_text(self):
        assert only("<p><a href=/1>خبر <b>مهم</b></a></p>").links == (Link("خبر مهم", "/1"),)


class TestPictures:
    def test_a_text_under_a_picture_knows_its_description(self):
        under, after = segment(
            '<div><img src=a.jpg alt="ميناء صور"><div>ميناء صور أمس</div></div><p>قال الوزير.</p>'
        ).fragments
        assert under.picture == "ميناء صور"
        assert after.picture is None

    def test_a_picture_without_description_is_an_empty_one(self):
        assert only("<div><img src=a.jpg><span>أرشيف</span></div>").picture == ""

    def test_a_picture_far_above_is_none(self):
        _, text = segment(
            "<div><div><div><img src=a.jpg alt=س></div></div></div><p>أول</p><section><div><p>نص</p></div></section>"
        ).fragments
        assert text.picture is None

    def test_a_figures_caption_is_in_its_zone(self):
        caption, paragraph = segment(
            "<figure><img src=a.jpg><figcaption>الجسر مساء</figcaption></figure><p>نص</p>"
        ).fragments
        assert zones(caption) & Zone.CAPTION
        assert not zones(paragraph) & Zone.CAPTION


class TestPlaces:
    MARKUP = """<html><body><div id="1x"><p>أول <b>غليظ</b></p><!-- x --><p>ثان<br>ثالث</p></div>
        <table><tr><td>خانة</td><td>أخرى</td></tr></table><o:p>غريب</o:p><p><span>داخل</span></p>
        <ul><li>بند</li></ul>ذيل</body></html>"""

    def test_the_path_of_a_fragment_selects_its_element_alone(self):
        page = LexborHTMLParser(self.MARKUP)
        for fragment in segment(self.MARKUP).fragments:
            found = page.css(fragment.element.path)
            assert len(found) == 1, fragment.element.path
            assert fragment.text in " ".join(found[0].text().split())

    def test_a_fragment_of_html_has_no_line_and_no_offsets(self):
        fragment = only("<p>نص</p>")
        assert (fragment.line, fragment.start, fragment.end) == (None, None, None)

    def test_void_elements_and_left_out_ones_count_as_children(self):
        fragment = only("<body><img src=a><script>x</script><input><p>نص</p></body>")
        assert fragment.element.path.endswith("p:nth-child(4)")


class TestWhatThePageSays:
    def test_the_heads_title_is_told(self):
        assert said("<head><title>ميناء جديد &amp; قديم\n - البيدر</title></head>") == [
            ("title", "", "ميناء جديد & قديم - البيدر")
        ]

    def test_meta_is_told_by_property_name_or_itemprop(self):
        markup = (
            '<meta property="OG:Title" content="أ"><meta name="Author" content="ب"><meta itemprop="datePublished" content="ج">'
            '<meta name=empty content=""><meta charset=utf-8>'
        )
        assert said(markup) == [("meta", "og:title", "أ"), ("meta", "author", "ب"), ("meta", "datepublished", "ج")]

    def test_a_link_is_told_by_its_relation(self):
        assert ("link", "canonical", "https://x.example/1") in said('<link rel="canonical" href="https://x.example/1">')

    def test_json_ld_is_told_as_it_stands(self):
        assert said('<script type="application/ld+json">{"a": "<b>"}</script>') == [("json-ld", "", '{"a": "<b>"}')]

    def test_other_scripts_tell_nothing(self):
        assert said("<script>var date = '2020-01-01'</script><script type=text/javascript>x</script>") == []

    def test_the_language_of_the_page_is_told(self):
        assert ("html", "lang", "ar") in said('<html lang="ar"><body></body></html>')

    def test_a_time_element_tells_its_date_and_where_it_stands(self):
        _, head = read_markup("<p>أول</p><p>ثان <time datetime=2021-05-05 itemprop=datePublished>5 مايو</time></p>")
        (item,) = [item for item in head if item.kind == "time"]
        assert (item.name.lower(), item.value) == ("datepublished", "2021-05-05")
        assert item.at in (1, 2)

    def test_microdata_outside_meta_is_told_with_its_value(self):
        assert ("itemprop", "datepublished", "2021-05-05") in said(
            '<span itemprop="datePublished" content="2021-05-05">أمس</span>'
        )

    def test_a_title_inside_a_drawing_is_not_the_pages(self):
        assert said("<body><svg><title>شعار</title></svg></body>") == []


@pytest.mark.parametrize(
    "markup", ["", " ", "<p", "</p>", "<!--", "<p>س<p>س<div>س", "\x00", "<a href=x>س", "<b><p>س</b>س"]
)
def test_broken_markup_is_read_as_far_as_it_goes(markup):
    assert "".join("".join(texts(markup)).split()) == "س" * markup.count("س")


class TestHeadings:
    @pytest.mark.parametrize(
        "inside",
        ["سوق الأسماك<br>تغلق أسبوعا للترميم", "سوق الأسماك <br/>\n تغلق أسبوعا<br>للترميم", "<span>سوق الأسماك<br>تغلق</span> أسبوعا للترميم",
         "<a href=/1>سوق الأسماك<br>تغلق أسبوعا للترميم</a>"],
    )  # fmt: skip
    def test_a_heading_over_several_lines_is_one(self, inside):
        fragment = only(f"<h1>{inside}</h1>")
        assert fragment.kind is Kind.HEADING
        assert fragment.text.startswith("سوق الأسماك تغلق")

    def test_a_story_in_letters_of_a_heading_is_no_heading(self):
        lines = ["أغلقت البلدية السوق.", "وقال الباعة إنهم سيعودون."]
        assert texts("<h2>" + "<br>".join(lines) + "</h2>") == lines

    @pytest.mark.parametrize(
        ("inside", "aside"),
        [
            ("<small>الأحد 5 مايو 2019</small>", "الأحد 5 مايو 2019"), ("<span>(12 تعليقا)</span>", "(12 تعليقا)"),
            ('<a href="#respond">[7]</a>', "[7]"), ("<em>2019-05-05</em>", "2019-05-05"), ("<time>10:30</time>", "10:30"),
            ("<span>٥ مايو ٢٠١٩ - 10:30</span>", "٥ مايو ٢٠١٩ - 10:30"), ("<span>(لا تعليقات 0)</span>", "(لا تعليقات 0)"),
        ],
    )  # fmt: skip
    def test_small_print_counters_and_stamps_leave_the_heading(self, inside, aside):
        heading, other = segment(f"<h1>سوق الأسماك تغلق للترميم {inside}</h1>").fragments
        assert (heading.text, heading.kind) == ("سوق الأسماك تغلق للترميم", Kind.HEADING)
        assert other.text == aside
        assert other.element.parent.tag == "h1"

    @pytest.mark.parametrize(
        "inside",
        ["<span>100 قارب</span> في السباق", "سوق <b>2019</b>", "سعر الذهب <span>اليوم</span>", "أ<small>&nbsp;</small>ب",
         "سوق <small>1</small> الأسماك", "خطة <span>(المدينة)</span>", "«<em>ليل المدينة</em>»"],
    )  # fmt: skip
    def test_words_of_the_heading_stay(self, inside):
        only(f"<h1>{inside}</h1>")


class TestBrokenLines:
    BROKEN = (
        "أعلنت هيئة الموانئ أن الحوض الغربي سيفتح<br>\nأمام السفن الصغيرة في مطلع الشهر، بعد<br>\nأن انتهت أعمال الحفر."
    )

    def test_lines_of_one_sentence_are_joined(self):
        (text,) = texts(f"<p>{self.BROKEN}</p>")
        assert (
            text
            == "أعلنت هيئة الموانئ أن الحوض الغربي سيفتح أمام السفن الصغيرة في مطلع الشهر، بعد أن انتهت أعمال الحفر."
        )

    def test_two_breaks_keep_paragraphs_apart(self):
        assert len(texts(f"<div>{self.BROKEN}<br><br>{self.BROKEN}<br>&nbsp;<br>{self.BROKEN}</div>")) == 3

    def test_a_paragraph_without_a_stop_is_joined_where_its_lines_hang(self):
        assert (
            len(
                texts(
                    "<p>وأوضح المدير أن أعمال الصيانة في<br>الحوض الغربي كلفت عشرين مليونا من<br>الدنانير على مدى عام</p>"
                )
            )
            == 1
        )

    def test_links_of_joined_lines_stand_in_order(self):
        fragment = only(
            f"<p>{self.BROKEN.replace('الحوض', '<a href=/1>الحوض</a>').replace('الحفر', '<a href=/2>الحفر</a>')}</p>"
        )
        assert [link.url for link in fragment.links] == ["/1", "/2"]
        assert fragment.link_chars == len("الحوض") + len("الحفر")

    def test_statements_still_know_how_many_fragments_stood_before(self):
        page = segment(f"<p>{self.BROKEN}</p><p>س <time datetime=2021-05-05>أمس</time></p>")
        (when,) = page.metadata.published
        assert page.fragments[when.at - 1].text in ("س", page.fragments[0].text)
        assert when.at <= len(page.fragments)

    @pytest.mark.parametrize(
        "lines",
        [
            ["المكلا - (رويترز)", "قال مدير الميناء إن العمل في الحوض الغربي انتهى أمس."],
            ["قال مدير الميناء إن العمل انتهى.", "وأضاف أن السفن ستعود."],
            ["التمر: 900 ريال", "العسل: 4000 ريال", "السمك: 1200 ريال"],
            ["سعيد باحميد", "منى العمودي", "خالد بن طالب"],
            ["1- إصلاح الرصيف القديم في الميناء الغربي", "2- شراء رافعتين جديدتين للحوض الشرقي", "3- طلاء المنارة."],
            ["يا ليل هل في الدرب من أثر", "أم أن خطوي وحده ضاعا", "ما كان لي في البحر من سفن", "إلا شراع خانني شاعا"],
            ["كلمة قصيرة بلا نقطة", "ثم فقرة طويلة لا علاقة لها بما قبلها سوى أنها تحته في الصفحة نفسها كما ترى هنا في هذا المثال."],
            ["- متى بدأتم العمل؟", "- في الربيع."],
        ],
        ids=["dateline", "sentences", "prices", "names", "numbers", "verse", "lead-in", "dialogue"],
    )  # fmt: skip
    def test_lines_that_are_things_of_their_own_stay(self, lines):
        assert texts("<div>" + "<br>".join(lines) + "</div>") == lines

    def test_verse_is_told(self):
        lines = [
            "يا ليل هل في الدرب من أثر",
            "أم أن خطوي وحده ضاعا",
            "ما كان لي في البحر من سفن",
            "إلا شراع خانني شاعا",
        ]
        assert {each.kind for each in segment("<p>" + "<br>".join(lines) + "</p>").fragments} == {Kind.VERSE}


class TestEdges:
    @pytest.mark.parametrize("mark", ["&rlm;", "&#x202b;", "&#8203;", "&shy;", "&#xfeff;", "&#x2068;", "&lrm;&nbsp;"])
    def test_what_does_not_show_at_the_edges_is_no_text(self, mark):
        assert texts(f"<p>{mark}قال{mark}الوزير{mark}</p><p>{mark}</p>")[0].startswith("قال")
        assert len(texts(f"<p>{mark}قال{mark}</p><p>{mark}</p>")) == 1

    @pytest.mark.parametrize("space", ["\u00a0", "\u3000", "\u2003", "\u200f", "\ufeff"])
    def test_odd_white_space_in_a_tag_shows_no_markup(self, space):
        markup = f'<p{space}class="x">قبل</p><p{space}title="1 > 2">وسط</p><p a{space}b="c">بعد</p>'
        assert texts(markup) == ["قبل", "وسط", "بعد"]

    @pytest.mark.parametrize(
        "tag", ["<p title='ab'cd'>", "<p data-x='it's' y='>'>", "<p title=\"a\"b\"c\">", "<p x='' y''>", "<p class='a''b'>",
                "<p data-title=\"Super L'ig\" data-x='d'e'>"]
    )  # fmt: skip
    def test_stray_quotes_in_attributes_show_no_markup(self, tag):
        assert texts(f"{tag}قبل</p><p>بعد</p>") == ["قبل", "بعد"]


class TestSelectors:
    def test_an_id_of_its_own_shortens_the_path(self):
        markup = '<div><div id="story"><section><p>نص</p></section></div></div>'
        assert only(markup).element.path == "#story > section:nth-child(1) > p:nth-child(1)"

    @pytest.mark.parametrize(
        "markup",
        ['<div id=a><p>نص</p></div><div id=a></div>', '<div id=a><p>نص</p></div><div id=A></div>', '<div id="1a"><p>نص</p></div>',
         '<div id="a b"><p>نص</p></div>', '<div id=a><p>نص</p></div><img id=a>', '<div id=a><p>نص</p></div><svg><g id="a"/></svg>'],
    )  # fmt: skip
    def test_an_id_that_is_not_plain_or_not_alone_is_not_used(self, markup):
        path = only(markup).element.path
        assert "#" not in path
        assert len(LexborHTMLParser(markup).css(path)) == 1

    def test_a_path_is_bounded_however_deep_its_element(self):
        deep = segment("<span>" * 400 + "<div>نص</div>").fragments[0]
        assert len(deep.element.path) < 1000


class TestBounds:
    @pytest.mark.parametrize(
        "markup",
        ["".join(f"<p><b a={n}>س" for n in range(4000)), "".join(f"<i id=x{n}><p>س" for n in range(4000)),
         "".join(f"<font color={n}>" for n in range(50)) + "<p>س" * 4000, "<select><optgroup><option>س" * 4000, "س<br>" * 4000],
        ids=["paragraphs", "open", "fonts", "select", "breaks"],
    )  # fmt: skip
    def test_damage_costs_no_more_than_its_length(self, markup):
        started = time.process_time()
        found = texts(markup)
        assert "".join(found).count("س") == markup.count("س")
        assert time.process_time() - started < 2

    def test_usual_nesting_of_formatting_keeps_its_elements(self):
        fragment = only("<p>" + "<b><i>" * 3 + "نص" + "</i></b>" * 3 + "</p>")
        assert fragment.text == "نص"


@given(st.text(alphabet="<>/=\"' \n\u00a0\u200fabpbrih1سمن.&;!-", max_size=200))
def test_nothing_raises(markup):
    for fragment in segment(markup).fragments:
        assert fragment.text
        assert fragment.element.path


def test_the_lines_of_preformatted_text_are_told_apart():
    head, last = "رصيف جديد في الميناء", "وأضاف أن العمل انتهى."
    paragraph = ["قال الوزير أمس إن الرصيف الجديد في", "الميناء يستقبل أربع سفن معا."]
    pre = "\n".join([head, "", *paragraph, "", last])
    found = [fragment.text for fragment in segment(f"<pre>{pre}</pre>").fragments]
    assert found == [head, " ".join(paragraph), last]


def test_the_lines_of_a_program_are_one_text():
    assert [each.text for each in segment("<pre>if (x) {\n  return 1;\n}</pre>").fragments] == ["if (x) { return 1; }"]
