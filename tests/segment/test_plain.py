"""Plain text into fragments: lines that were wrapped are joined, others are not, and each knows where it stands."""
# ruff: noqa: E501 - rows of data

import textwrap

import pytest

from newscli.model import Kind
from newscli.segment.plain import segment

PARAGRAPH = (
    "قال مدير الميناء إن الرصيف الجديد يستقبل أربع سفن في وقت واحد، وإن العمل فيه استغرق عامين كاملين، "
    "وشارك فيه أكثر من ثلاثمئة عامل من أبناء المدينة والقرى المجاورة لها، إضافة إلى خبراء جاؤوا من الخارج"
)
SENTENCES = [f"الجملة رقم {number} من القصة تنتهي هنا بنقطة واحدة فقط وهي طويلة نسبيا." for number in range(8)]


def fragments(text):
    return segment(text).fragments


def texts(text):
    return [fragment.text for fragment in fragments(text)]


def wrapped(*paragraphs, width=60, between="\n\n"):
    return between.join(textwrap.fill(paragraph, width) for paragraph in paragraphs)


class TestLines:
    def test_each_line_of_an_unwrapped_text_is_a_fragment(self):
        assert texts("عنوان\nفقرة أولى.\n\nفقرة ثانية.\n") == ["عنوان", "فقرة أولى.", "فقرة ثانية."]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"],
                             ids=["LF", "CRLF", "CR", "VT", "FF", "NEL", "LINE SEPARATOR", "PARAGRAPH SEPARATOR"])  # fmt: skip
    def test_every_kind_of_line_end_ends_a_line(self, end):
        text = f"أول{end}ثان{end}{end}ثالث"
        assert texts(text) == ["أول", "ثان", "ثالث"]
        assert [fragment.line for fragment in fragments(text)] == [1, 2, 4]

    @pytest.mark.parametrize(
        "blank", ["", " ", "\t", "\u00a0", "\u200f", "\u200b\u200e", "\ufeff", "\x00", " \x00\u00a0"]
    )
    def test_a_line_that_shows_nothing_is_no_fragment(self, blank):
        assert texts(f"أول\n{blank}\nثان") == ["أول", "ثان"]

    @pytest.mark.parametrize("empty", ["", "\n", "\r\n\r\n", "\x00", "\ufeff", "\u2028\u2029"])
    def test_an_empty_text_has_no_fragments(self, empty):
        assert texts(empty) == []

    @pytest.mark.parametrize("space", ["  ", "\t", "\u00a0", " \u00a0 ", "\u2003", "\u3000"])
    def test_white_space_inside_a_line_is_folded(self, space):
        assert texts(f"{space}قال{space}الوزير{space}") == ["قال الوزير"]

    def test_invisible_characters_inside_a_line_stay(self):
        assert texts("مي\u200cخواهم \u200fنعم") == ["مي\u200cخواهم \u200fنعم"]

    def test_nul_reads_as_white_space(self):
        assert texts("قال\x00الوزير") == ["قال الوزير"]


class TestPlaces:
    @pytest.mark.parametrize(
        "text",
        [
            "  عنوان \r\n\n\tفقرة  أولى.\u2028 ثالثة",
            "أ\r\rب\r\nج",
            "\x00 أ \u00a0\nب",
            wrapped(PARAGRAPH, PARAGRAPH[:150]),
        ],
    )
    def test_offsets_cut_the_fragment_out_of_the_text(self, text):
        for fragment in fragments(text):
            assert " ".join(text[fragment.start : fragment.end].replace("\x00", " ").split()) == fragment.text
            assert not text[fragment.start].isspace()
            assert not text[fragment.end - 1].isspace()

    def test_lines_count_from_one(self):
        assert [(f.line, f.text) for f in fragments("\n\nأول\n\nثان")] == [(3, "أول"), (5, "ثان")]

    def test_a_fragment_of_text_has_no_element(self):
        (fragment,) = fragments("نص")
        assert (fragment.element, fragment.links, fragment.picture) == (None, (), None)


class TestWrapped:
    def test_lines_broken_at_a_width_are_joined(self):
        assert texts(wrapped(PARAGRAPH, PARAGRAPH[:190], PARAGRAPH[:170])) == [
            PARAGRAPH,
            PARAGRAPH[:190].strip(),
            PARAGRAPH[:170].strip(),
        ]

    @pytest.mark.parametrize("width", [45, 60, 72, 80, 100])
    def test_whatever_the_width(self, width):
        story = [PARAGRAPH + ".", PARAGRAPH[:160] + ".", PARAGRAPH + ".", PARAGRAPH + "."]
        assert texts(wrapped(*story, width=width)) == story

    def test_the_headline_above_stays_apart(self):
        assert texts("رصيف جديد في الميناء\n\n" + wrapped(PARAGRAPH, PARAGRAPH))[0] == "رصيف جديد في الميناء"

    def test_a_short_last_line_ends_its_paragraph_without_blank_lines(self):
        short = PARAGRAPH + " ثم عاد."
        found = texts(wrapped(short, short, short, between="\n"))
        assert found == [short] * 3

    def test_a_joined_paragraph_spans_its_lines(self):
        text = wrapped(PARAGRAPH, PARAGRAPH)
        first, second = fragments(text)
        assert (first.line, first.start, first.end) == (1, 0, text.index("\n\n"))
        assert second.line == text.count("\n", 0, second.start) + 1

    def test_a_short_wrapped_story_among_menus_is_joined_too(self):
        menu = "\n".join(f"   * {item}" for item in ("الرئيسية", "محليات", "اقتصاد", "رياضة", "ثقافة", "بحث"))
        found = texts(f"{menu}\n\n{wrapped(PARAGRAPH, PARAGRAPH[:190])}\n\n{menu}")
        assert PARAGRAPH in found

    def test_a_bullet_begins_a_paragraph_of_its_own(self):
        text = wrapped(PARAGRAPH, PARAGRAPH).replace("\n\n", "\n") + "\n* بند جديد"
        assert texts(text)[-1] == "* بند جديد"

    def test_sentences_on_lines_of_their_own_are_not_joined(self):
        assert texts("\n".join(SENTENCES)) == SENTENCES

    def test_paragraphs_on_one_long_line_each_are_not_joined(self):
        assert texts("\n".join([PARAGRAPH] * 7)) == [PARAGRAPH] * 7

    def test_a_few_short_lines_are_no_wrapped_text(self):
        lines = ["عنوان القصة الأول في الصفحة هنا اليوم", "عنوان القصة الثاني في الصفحة هنا أمس", "سلمى الحداد"]
        assert texts("\n".join(lines)) == lines


class TestLayout:
    def test_columns_of_headlines_are_cut_apart(self):
        line = "خبر أول من الميناء      خبر ثان من السوق      خبر ثالث من الملعب      خبر رابع من المسرح"
        assert texts(line) == ["خبر أول من الميناء", "خبر ثان من السوق", "خبر ثالث من الملعب", "خبر رابع من المسرح"]

    def test_each_column_knows_its_place(self):
        line = "أول هنا      ثان هنا      ثالث هنا      رابع هنا"
        assert [line[f.start : f.end] for f in fragments(line)] == texts(line)

    @pytest.mark.parametrize(
        "line", ["قال   الوزير", "أول      ثان", "أ      ب      ج", "كلمة  كلمة  كلمة  كلمة  كلمة"]
    )
    def test_a_gap_or_two_make_no_columns(self, line):
        assert texts(line) == [" ".join(line.split())]

    @pytest.mark.parametrize("bullet", ["*", "+", "•", "▪", "1.", "12."])
    def test_an_indented_bullet_marks_a_list_item_and_is_no_text(self, bullet):
        (item,) = fragments(f"   {bullet} بند في القائمة")
        assert (item.kind, item.text) == (Kind.ITEM, "بند في القائمة")

    @pytest.mark.parametrize("bullet", ["*", "-", "•"])
    def test_at_the_margin_a_bullet_opens_a_question_and_stays(self, bullet):
        (line,) = fragments(f"{bullet} كيف بدأ المشروع؟")
        assert (line.kind, line.text) == (Kind.PARAGRAPH, f"{bullet} كيف بدأ المشروع؟")

    def test_the_indent_is_told(self):
        assert [fragment.indent for fragment in fragments("أول\n   ثان")] == [0, 3]
