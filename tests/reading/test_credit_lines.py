"""Lines that credit somebody, where they stand: a dateline, a byline, a source, a signature, a name beside a date."""

import pytest
from texts import BODY, TITLE, joined, page, text

from newscli.model import Role


def credits(article):
    return [(credit.role.value, credit.name) for credit in article.attribution]


def role_of(article, line):
    (found,) = {block.role for block in article.blocks if block.text == line}
    return found


class TestAboveTheStory:
    @pytest.mark.parametrize("line", ["بيروت - رويترز", "رويترز", "عدن (سبأ)", "الرباط - هبة بريس", "وكالات"])
    def test_a_dateline_on_a_line_of_its_own(self, line):
        for found in (text(TITLE, line, *BODY), page(above=f"<div>{line}</div>")):
            assert (found.dateline.text, found.body) == (line, joined(*BODY))
            assert role_of(found, line) is Role.DATELINE

    @pytest.mark.parametrize("desk", ["محرر الشئون المحلية", "المحرر الاقتصادي", "قسم الأخبار", "مراسلنا", "محليات"])
    def test_a_place_and_a_desk_of_the_paper(self, desk):
        found = text(TITLE, f"المكلا - {desk}", *BODY)
        assert (found.dateline.text, found.dateline.places) == (f"المكلا - {desk}", ("المكلا",))
        assert (found.dateline.sources, found.byline, found.body) == ((), None, joined(*BODY))

    @pytest.mark.parametrize("line", ["كتب: سالم باوزير", "بقلم/ منى الحداد", "سالم باوزير"])
    def test_a_writers_line(self, line):
        for found in (text(TITLE, line, *BODY), page(above=f"<div>{line}</div>")):
            assert (found.byline.text, found.body) == (line, joined(*BODY))
            assert role_of(found, line) is Role.BYLINE

    def test_bare_names_in_a_row_are_guests_or_a_cast(self):
        assert text(TITLE, "سالم باوزير", "منى الحداد", "ليلى العمودي", *BODY).byline is None

    def test_a_bare_name_is_a_writers_only_in_the_writers_slot(self):
        assert page(side="<div>سالم باوزير</div>" * 1, below="<p>تابعونا</p>" * 9).byline is None

    @pytest.mark.parametrize("line", ["ميناء جديد في المدينة", "شارك", "قال الوزير إن العمل بدأ."])
    def test_other_lines_credit_nobody(self, line):
        found = text(TITLE, line, *BODY)
        assert (found.byline, found.dateline, credits(found)) == (None, None, [])

    @pytest.mark.parametrize("line", ["تاريخ النشر:", "الكاتب:", "المصدر:", "القسم /"])
    def test_labels_of_templates_without_a_name_credit_nobody(self, line):
        found = text(TITLE, line, *BODY)
        assert (found.byline, found.dateline, credits(found)) == (None, None, [])
        assert found.body == joined(*BODY)

    @pytest.mark.parametrize("line", ["AA", "Reading Time: 3 min read"])
    def test_lines_of_the_template_credit_nobody(self, line):
        found = text(TITLE, "5 مايو 2021", line, *BODY)
        assert (found.byline, found.dateline, found.body) == (None, None, joined(*BODY))

    @pytest.mark.parametrize("label", ["كتب ـ", "كتبت:", "بقلم"])
    def test_a_word_for_writing_may_stand_above_the_name(self, label):
        found = text(TITLE, label, "شريف الحضرمي", "5 مايو 2021", *BODY)
        assert found.byline.authors == ("شريف الحضرمي",)

    def test_a_title_and_a_name_of_the_story_are_a_portraits_caption(self):
        story = (BODY[0], "وقالت الدكتورة منى الحداد، وهي مهندسة في المشروع، إن العمل انتهى.", *BODY[1:])
        found = text(TITLE, "5 مايو 2021", "الدكتورة منى الحداد", *story)
        assert (found.byline, found.body) == (None, joined(*story))
        assert role_of(found, "الدكتورة منى الحداد") is Role.CAPTION
        assert text(TITLE, "5 مايو 2021", "الدكتورة منى الحداد", *BODY).byline.authors == ("منى الحداد",)

    @pytest.mark.parametrize("line", ["بواسطة: فريق التحرير", "بواسطة : البيدر نيوز"])
    def test_by_a_desk_or_an_outlet_is_no_byline(self, line):
        found = text(TITLE, line, *BODY)
        assert (found.byline, found.body) == (None, joined(*BODY))

    def test_published_in_an_outlet_on_a_day_dates_the_story_and_the_writer_stands_before(self):
        found = text(TITLE, "منى الحداد نشر في البيدر يوم 5 مايو 2021", *BODY)
        assert (found.byline.authors, found.published) == (("منى الحداد",), "2021-05-05")

    def test_published_in_an_outlet_may_stand_above_the_headline_and_its_kicker(self):
        lines = ("نشر في البيدر يوم 05 - 11 - 2021", f"بعد عامين من العمل المتواصل\n{TITLE}", *BODY)
        found = text(*lines)
        assert (found.kicker, found.title, found.body) == ("بعد عامين من العمل المتواصل", TITLE, joined(*BODY))
        assert (credits(found), found.published) == ([("origin", "البيدر")], "2021-11-05")

    @pytest.mark.parametrize("line", ["كتب: سالم باوزير | 5 مايو 2021", "سالم باوزير - 5 مايو 2021"])
    def test_a_writer_beside_the_date(self, line):
        found = text(TITLE, line, *BODY)
        assert (found.byline.authors, found.published) == (("سالم باوزير",), "2021-05-05")

    def test_a_dateline_beside_the_date(self):
        found = text(TITLE, "بيروت - رويترز 5 مايو 2021", *BODY)
        assert (found.dateline.places, found.dateline.sources, found.published) == (
            ("بيروت",),
            ("رويترز",),
            "2021-05-05",
        )


class TestBelowTheStory:
    @pytest.mark.parametrize(
        ("line", "names"),
        [
            ("رويترز", ["رويترز"]), ("(أ ف ب)", ["أ ف ب"]), ("(د ب أ، رويترز)", ["د ب أ", "رويترز"]),
            ("د.ب.أ", ["د.ب.أ"]), ("و م ع", ["و م ع"]), ("ع.م/ ط.أ (د ب أ)", ["د ب أ"]),
        ],
    )  # fmt: skip
    def test_agencies_sign_it(self, line, names):
        found = text(TITLE, *BODY, line)
        assert (credits(found), found.body) == ([("agency", name) for name in names], joined(*BODY))

    def test_a_writers_name_directly_under_it_signs_it(self):
        found = text(TITLE, *BODY, "سالم باوزير")
        assert (found.byline.authors, found.body) == (("سالم باوزير",), joined(*BODY))

    def test_a_second_writer_under_it_is_none(self):
        assert text(TITLE, "كتب: منى الحداد", *BODY, "سالم باوزير").byline.authors == ("منى الحداد",)

    def test_a_sentence_that_begins_like_a_signature_is_the_storys(self):
        line = "وكالات السفر في المدينة أعلنت أن الرحلات إلى الجزيرة تبدأ مطلع الأسبوع المقبل."
        found = text(TITLE, *BODY, line)
        assert (credits(found), found.body) == ([], joined(*BODY, line))

    def test_a_sentence_about_a_source_is_no_source_line(self):
        line = "المصدر الوحيد للمياه في القرية بئر حفرها الأجداد قبل مئة عام."
        found = text(TITLE, *BODY, line)
        assert (credits(found), found.body) == ([], joined(*BODY, line))


class TestPictures:
    def test_the_description_of_a_picture_is_its_caption(self):
        found = page(above="<div><img src=1.jpg alt='سفينة في ميناء المكلا.'></div><p>سفينة في ميناء المكلا</p>")
        assert (role_of(found, "سفينة في ميناء المكلا"), found.body) == (Role.CAPTION, joined(*BODY))

    @pytest.mark.parametrize(
        "line",
        [
            "تصوير: سالم باوزير", "صورة أرشيفية", "(أرشيف)", "[صورة] العمال", "العمال – عدسة سالم باوزير",
            "بعدسة سالم باوزير", "العمال - الصورة من حساب الميناء", "العمال في الميناءصورة من: Salim/AFP",
        ],
    )  # fmt: skip
    def test_credits_of_pictures_are_captions(self, line):
        found = text(TITLE, line, *BODY)
        assert (role_of(found, line), found.byline, found.body) == (Role.CAPTION, None, joined(*BODY))
