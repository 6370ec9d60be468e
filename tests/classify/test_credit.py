"""Lines that credit somebody: a dateline, a byline, a source, a time stamp with a name beside it."""
# ruff: noqa: E501 - rows of data

import pytest

from newscli.classify.alone import view
from newscli.classify.credit import CreditLines, signed_by
from newscli.classify.story import Story
from newscli.model import Role
from newscli.segment.fragment import Fragment


def credits(*lines, names=()):
    views = tuple(view(Fragment(line)) for line in lines)
    return CreditLines(Story(views, [(Role.BOILERPLATE, "", 0.0)] * len(lines)), frozenset(names))


def role(lines, index=0):
    return lines.story.roles[index][0]


class TestTake:
    @pytest.mark.parametrize("text", ["بيروت - رويترز", "رويترز", "عدن (سبأ)", "الرباط - هبة بريس", "وكالات"])
    def test_a_dateline_is_taken_whole(self, text):
        lines = credits(text)
        assert lines.take(0)
        assert role(lines) is Role.DATELINE

    @pytest.mark.parametrize("text", ["كتب: سالم باوزير", "بقلم/ منى الحداد", "سالم باوزير"])
    def test_a_writers_line_is_a_byline(self, text):
        lines = credits(text)
        assert lines.take(0)
        assert role(lines) is Role.BYLINE

    def test_bare_names_in_a_row_are_guests_or_a_cast(self):
        lines = credits("سالم باوزير", "منى الحداد", "ليلى العمودي")
        assert not any(lines.take(i) for i in range(3))
        assert credits("سالم باوزير", "منى الحداد").take(0)

    def test_a_bare_name_is_a_writers_only_in_the_writers_slot(self):
        assert not credits("ليلى العمودي").take(0, slot=False)
        assert credits("ليلى العمودي").take(0, slot=True)

    @pytest.mark.parametrize(
        "text", ["ميناء جديد في المدينة", "", "شارك", "قال الوزير إن العمل بدأ.", "كلمات كثيرة " * 20]
    )
    def test_other_lines_are_left(self, text):
        lines = credits(text)
        assert not lines.take(0)
        assert role(lines) is Role.BOILERPLATE

    def test_above_the_story_a_closed_word_or_two_name_the_source(self):
        lines = credits("شبكة البيدر:")
        assert lines.take(0, closed=True)
        assert lines.story.datelines[0][1].dateline.sources == ("شبكة البيدر",)

    @pytest.mark.parametrize("text", ["تاريخ النشر:", "الكاتب:", "المصدر:", "القسم /"])
    def test_labels_of_templates_are_no_sources(self, text):
        lines = credits(text)
        assert not lines.take(0, slot=False, closed=True)

    def test_an_opinion_piece_from_a_newspaper_gives_writer_and_newspaper(self):
        lines = credits("كتبت منى الحداد في «البيدر»:")
        assert lines.take(0)
        assert lines.story.bylines[0][1].authors == ("منى الحداد",)
        assert lines.story.relays == [(0, "البيدر")]

    def test_published_in_an_outlet_on_a_day_is_a_stamp_and_the_writer_before_it_is_cut_off(self):
        lines = credits("منى الحداد نشر في البيدر يوم 5 مايو 2021")
        assert lines.take(0)
        assert role(lines) is Role.DATE
        assert lines.story.bylines[0][1].authors == ("منى الحداد",)
        assert lines.story.stamps == [0]

    @pytest.mark.parametrize(
        "text",
        [
            "بواسطة: فريق التحرير",
            "بواسطة : البيدر نيوز",
        ],
    )
    def test_by_a_desk_or_an_outlet_is_a_source(self, text):
        lines = credits(text)
        assert lines.take(0)
        assert role(lines) is Role.CREDIT
        assert lines.story.bylines == []


class TestStamps:
    def test_a_date_is_a_stamp(self):
        lines = credits("5 مايو 2021 - 10:15")
        lines.stamp(0, "x", 0.9)
        assert (role(lines), lines.story.stamps, lines.story.pieces) == (Role.DATE, [0], {})

    def test_the_writer_beside_the_date_is_cut_off(self):
        lines = credits("كتب: سالم باوزير | 5 مايو 2021")
        lines.stamp(0, "x", 0.9)
        assert lines.story.bylines[0][1].authors == ("سالم باوزير",)
        (piece,) = lines.story.pieces[0]
        assert (piece.role, piece.start) == (Role.BYLINE, 0)

    def test_the_dateline_beside_the_date_is_cut_off(self):
        lines = credits("بيروت - رويترز 5 مايو 2021")
        lines.stamp(0, "x", 0.9)
        assert lines.story.datelines[0][1].dateline.places == ("بيروت",)


class TestSourceLines:
    def test_the_name_behind_the_label_is_the_source(self):
        lines = credits("المصدر: البيدر", "خبر آخر")
        lines.source_line(0)
        assert lines.story.credits == [0]

    def test_a_label_alone_takes_the_line_below(self):
        lines = credits("المصدر:", "البيدر")
        lines.source_line(0)
        assert lines.story.credits == [0, 1]
        assert role(lines, 1) is Role.CREDIT

    def test_a_dateline_below_the_label_stays_one(self):
        lines = credits("المصدر:", "بيروت - رويترز")
        lines.source_line(0)
        assert lines.story.credits == [0]
        assert role(lines, 1) is Role.DATELINE

    def test_a_paragraph_below_the_label_is_none(self):
        lines = credits("المصدر", "قال مدير الميناء إن الرصيف الجديد يستقبل أربع سفن في وقت واحد.")
        lines.source_line(0)
        assert lines.story.credits == [0]

    def test_a_label_at_the_end_of_the_page_takes_nothing(self):
        lines = credits("المصدر")
        lines.source_line(0)
        assert lines.story.credits == [0]


class TestSignatures:
    @pytest.mark.parametrize("text", ["رويترز", "(أ ف ب)", "(د ب أ، رويترز)", "المصدر أونلاين - وكالات"])
    def test_agencies_under_the_story_sign_it(self, text):
        lines = credits("نص", text)
        assert lines.signature(1, 1)
        assert lines.story.signatures == [1]

    def test_a_writers_name_directly_under_the_story_signs_it(self):
        lines = credits("نص", "سالم باوزير")
        assert lines.signature(1, 1)
        assert lines.story.bylines[0][1].authors == ("سالم باوزير",)

    def test_a_name_further_down_signs_nothing(self):
        assert not credits("نص", "سالم باوزير").signature(1, 3)

    def test_a_second_writer_under_the_story_is_none(self):
        lines = credits("كتب: منى الحداد", "سالم باوزير")
        lines.take(0)
        assert not lines.signature(1, 1)

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("(أ ف ب)", ("أ ف ب",)), ("رويترز، د ب أ", ("رويترز", "د ب أ")), ("ع.م/ ط.أ (د ب أ)", ("د ب أ",)),
            ("القدس العربي - وكالات", ("القدس العربي", "وكالات")), ("سالم باوزير", ()), ("قال الوزير نعم", ()), ("", ()),
            ("وكالات قال مدير الميناء إن العمل بدأ", ()),
        ],
    )  # fmt: skip
    def test_the_parties_of_a_signature(self, text, names):
        assert signed_by(text) == names
