"""The first pass: what one fragment is by itself."""
# ruff: noqa: E501 - rows of data

import pytest

from newscli.arabic.words import words
from newscli.classify.alone import Label, is_stamp, view
from newscli.model import Kind, Link
from newscli.segment.fragment import Element, Fragment, Zone

SENTENCE = "قال مدير الميناء إن الرصيف الجديد يستقبل أربع سفن في وقت واحد."


def line(text, **more):
    return Fragment(text, **more)


def linked(text, rest=""):
    return Fragment(text + rest, links=(Link(text, "/1"),), link_chars=len(text))


def label(fragment, zone=0):
    return view(fragment if isinstance(fragment, Fragment) else line(fragment), zone).label


def under_picture(text, description="", tag="div"):
    return line(text, picture=description, element=Element(tag, None, None, 1))


class TestProse:
    def test_a_sentence_is_prose(self):
        assert label(SENTENCE) is Label.PROSE

    def test_a_short_sentence_is_prose_by_its_full_stop(self):
        assert label("وأضاف أن العمل سيستمر غدا.") is Label.PROSE
        assert label("وأضاف أن العمل سيستمر غدا") is Label.SHORT

    def test_a_long_line_is_prose_without_any_full_stop(self):
        assert label(SENTENCE.rstrip(".")) is Label.PROSE

    def test_a_headline_is_a_short_line(self):
        assert label("ميناء المكلا يستقبل أربع سفن") is Label.SHORT

    def test_a_heading_is_no_prose_however_long(self):
        assert label(line(SENTENCE, kind=Kind.HEADING, level=2)) is Label.SHORT

    def test_longer_prose_weighs_more(self):
        assert view(line(SENTENCE * 5)).weight > view(line(SENTENCE)).weight > 0

    def test_all_that_is_no_prose_weighs_against_the_story(self):
        for each in ("عنوان قصير", "شارك الخبر", "اترك تعليقا", "5 مايو 2021", "المصدر: رويترز"):
            assert view(line(each)).weight < 0

    def test_rules_for_commenting_weigh_little(self):
        rules = "يرجى من المستخدم الالتزام بشروط الاستخدام وعدم كتابة تعليق مسيء وإلا سيحذف المشرف حسابك من الموقع."
        assert view(line(rules)).weight < 0.5 * view(line(SENTENCE)).weight

    def test_a_ticker_of_headlines_weighs_little(self):
        ticker = " ".join(["ميناء المكلا يستقبل أربع سفن في يوم واحد"] * 8)
        assert view(line(ticker)).weight < 0.5 * view(line(SENTENCE * 5)).weight

    def test_indented_list_items_of_a_dump_weigh_less(self):
        assert view(line(SENTENCE, kind=Kind.ITEM)).weight < view(line(SENTENCE)).weight


class TestFormulas:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("شارك الخبر", Label.FORMULA), ("اقرأ أيضا: خبر آخر", Label.INSERT), ("أخبار ذات صلة", Label.END),
            ("اترك تعليقا", Label.END), ("جميع الحقوق محفوظة", Label.END), ("المصدر: رويترز", Label.CREDIT),
            ("المصدر : وكالات", Label.CREDIT), ("نقلا عن جريدة البيدر", Label.CREDIT), ("مصدر الخبر / البيدر", Label.CREDIT),
            ("5 مايو 2021", Label.DATE), ("نشر في: 5 مايو 2021 - 10:15", Label.DATE), ("الأربعاء 05-05-2021", Label.DATE),
            ("تصوير: سالم باوزير", Label.CAPTION), ("صورة أرشيفية", Label.CAPTION), ("(أرشيف)", Label.CAPTION),
            ("الآراء الواردة في المقال لا تعبر بالضرورة عن رأي الصحيفة", Label.DISCLAIMER),
        ],
    )  # fmt: skip
    def test_the_words_of_a_line_give_its_label(self, text, expected):
        assert label(text) is expected

    def test_the_reason_names_the_formula(self):
        assert view(line("شارك الخبر")).reason == "formula: share"

    @pytest.mark.parametrize(
        ("text", "reason"),
        [("x.y@example.org", "mail"), ("IMG_20210505.jpg", "code"), ("<a href=x>", "markup"), ("window.x = 1", "markup"),
         ("12 / 34", "no words")],
    )  # fmt: skip
    def test_left_overs_are_template_text(self, text, reason):
        found = view(line(text))
        assert found.label is Label.FORMULA
        assert reason in found.reason

    @pytest.mark.parametrize("text", ["و م ع", "د.ب.أ", "أ ف ب"])
    def test_an_agencys_letters_are_no_left_overs(self, text):
        assert label(text) is Label.SHORT

    def test_a_sentence_about_a_source_is_no_source_line(self):
        assert label("المصدر الوحيد للمياه في القرية بئر حفرها الأجداد قبل مئة عام.") is Label.PROSE

    def test_a_sentence_with_a_date_is_no_stamp(self):
        assert label("افتتح الميناء في 5 مايو 2021 بحضور الوزير وعدد من المسؤولين.") is Label.PROSE


class TestStamps:
    @pytest.mark.parametrize(
        "text",
        ["5 مايو 2021", "الأربعاء 5 أيار 2021", "2021-05-05 10:15", "تاريخ النشر: 05/05/2021", "آخر تحديث: 5 مايو 2021 - 10:15 ص",
         "5 ماي 2021 على الساعة 10:15", "23 رمضان 1442هـ - 5 مايو 2021م", "منذ ساعتين"],
    )  # fmt: skip
    def test_a_date_and_little_else_is_a_stamp(self, text):
        assert is_stamp(text)

    @pytest.mark.parametrize(
        "text", ["", "2021", "عنوان الخبر", "43 مشاهدة", "قمة 5 مايو 2021 تبحث إعادة فتح الموانئ في المنطقة كلها"]
    )
    def test_other_lines_are_none(self, text):
        assert not is_stamp(text)


class TestLinksAndPictures:
    def test_a_link_alone_is_a_link(self):
        assert label(linked("ميناء المكلا يستقبل أربع سفن")) is Label.LINK

    def test_a_sentence_with_a_link_is_prose(self):
        assert label(linked("ميناء المكلا", " يستقبل أربع سفن في وقت واحد بعد عامين من العمل.")) is Label.PROSE

    def test_the_description_of_a_picture_is_its_caption(self):
        assert label(under_picture("سفينة في ميناء المكلا", "سفينة في ميناء المكلا.", tag="p")) is Label.CAPTION

    def test_a_short_line_under_a_picture_is_its_caption(self):
        assert label(under_picture("السفينة الأولى عند الرصيف")) is Label.CAPTION

    def test_a_sentence_or_a_paragraph_under_a_picture_is_none(self):
        assert label(under_picture(SENTENCE)) is Label.PROSE
        assert label(under_picture("السفينة الأولى عند الرصيف", tag="p")) is Label.SHORT

    def test_what_lies_in_a_captions_zone_is_a_caption(self):
        assert label("السفينة الأولى عند الرصيف", Zone.CAPTION) is Label.CAPTION

    @pytest.mark.parametrize("zone", [Zone.NAV, Zone.FOOTER, Zone.ASIDE, Zone.COMMENTS, Zone.RELATED, Zone.SHARE, Zone.ADVERT,
                                      Zone.FORM, Zone.HIDDEN, Zone.BIO])  # fmt: skip
    def test_what_lies_in_the_pages_furniture_is_furniture_whatever_it_says(self, zone):
        found = view(line(SENTENCE), zone)
        assert found.label is Label.CHROME
        assert zone.name.lower() in found.reason


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("قال الوزير", 2),
        ("قال «الوزير»: نعم", 3),
        ("5 / 7", 0),
        ("أ ب", 0),
        ("https://x.example/abc", 0),
        ("انظر www.x.example", 1),
    ],
)
def test_words_are_counted_by_letters_and_addresses_have_none(text, count):
    assert words(text) == count
