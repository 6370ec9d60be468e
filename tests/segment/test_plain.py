"""Plain text into fragments: lines that were wrapped are joined, others are not, and each knows where it stands."""
# ruff: noqa: E501 - rows of data

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

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

    @pytest.mark.parametrize(
        "cells",
        [
            ("إعادة فتح السوق القديم بعد عام من الإغلاق", "ملاعب"),
            ("سلمى الحداد ونادر الجبالي", "المنتدى"),
            ("الدخول", "بريد القراء والزوار", "اتصل بنا"),
        ],
    )
    def test_a_headline_and_the_menu_beside_it_are_cut_apart(self, cells):
        assert texts("        ".join(cells)) == [*cells]

    @pytest.mark.parametrize(
        "row",
        [
            "نادي الميناء الأزرق         12      27",
            "يا دار أهلي سلام الله يغشاك       ما طال عهدي ولا قلبي تناساك",
            "الفريق          المدرب",
        ],
    )
    def test_rows_of_tables_and_half_lines_are_not(self, row):
        assert texts(row) == [" ".join(row.split())]

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

    def test_the_gap_tells_the_blank_lines_above(self):
        text = "أول\n\nثان\nثالث\n\u200f\n \nرابع"
        assert [(each.text, each.gap) for each in fragments(text)] == [("أول", 0), ("ثان", 1), ("ثالث", 0), ("رابع", 2)]

    def test_the_gap_of_a_joined_paragraph_is_its_first_lines(self):
        assert [each.gap for each in fragments(wrapped(PARAGRAPH, PARAGRAPH, between="\n\n\n"))] == [0, 2]

    def test_blank_lines_above_all_and_an_indent_of_all_say_nothing(self):
        text = wrapped(PARAGRAPH, PARAGRAPH, between="\n\n\n")
        inset = "\n\n" + "\n".join(f"    {line}" for line in text.split("\n"))
        assert [(each.gap, each.indent) for each in fragments(inset)] == [(0, 0), (2, 0)]


class TestEdges:
    @pytest.mark.parametrize(
        "mark", ["\u200f", "\u202b", "\u2068", "\u200b", "\ufeff", "\u00ad", "\u061c", "\x00", "\u200e \u00a0"]
    )
    def test_what_does_not_show_is_no_part_of_a_text(self, mark):
        text = f"{mark}قال{mark}الوزير{mark}\n{mark}\n{mark} نعم"
        first, second = fragments(text)
        assert first.text == f"قال{mark}الوزير".replace("\x00", " ").replace(" \u00a0", " ")
        assert (second.text, text[second.start : second.end]) == ("نعم", "نعم")

    def test_marks_do_not_hide_a_bullet(self):
        found = fragments("\n".join(f"\u200f• بند رقم {n}\u200f" for n in "أبج"))
        assert {each.kind for each in found} == {Kind.ITEM}


class TestLists:
    @pytest.mark.parametrize("bullet", ["•", "*", "▪", "○", "{}-", "{}.", "{})", "{} -", "-", "–"])
    def test_bullets_in_a_row_at_the_margin_are_items_and_stay_in_the_text(self, bullet):
        lines = [f"{bullet.format(n)} إصلاح رصيف الميناء" for n in (1, 2, 3)]
        found = fragments("فقرة أولى.\n\n" + "\n".join(lines) + "\n\nفقرة أخيرة.")
        assert [each.text for each in found[1:4]] == lines
        assert [each.kind for each in found] == [Kind.PARAGRAPH, *[Kind.ITEM] * 3, Kind.PARAGRAPH]

    def test_long_items_with_blank_lines_between_are_items(self):
        found = fragments("\n\n".join(f"{n}- {PARAGRAPH}." for n in (1, 2, 3, 4)))
        assert {each.kind for each in found} == {Kind.ITEM}

    @pytest.mark.parametrize(
        "lines",
        [
            ["- متى بدأ العمل؟", "- بدأ في الربيع.", "- ومن يديره؟", "- ثلاثة من أبناء البلدة."],
            ["* متى بدأ العمل؟", "بدأ في الربيع.", "* ومن يديره؟", "ثلاثة من أبناء البلدة."],
            ["2024 عام الميناء", "2025 عام السوق", "2026 عام السكة"],
            ["1.5 مليون للميناء", "2.5 مليون للسوق", "3.5 مليون للسكة"],
            ["-5 درجات في الجبل", "• بند وحيد"],
        ],
        ids=["dialogue", "interview", "years", "decimals", "two"],
    )  # fmt: skip
    def test_what_only_looks_like_a_list_is_none(self, lines):
        assert Kind.ITEM not in {each.kind for each in fragments("\n".join(lines))}


class TestVerse:
    STANZA = ("يا ليل هل في الدرب من أثر", "أم أن خطوي وحده ضاعا", "ما كان لي في البحر من سفن", "إلا شراع خانني شاعا")

    def test_lines_of_a_poem_are_verse_and_its_title_is_not(self):
        found = fragments("شراع\n\nسعيد باحميد\n\n" + "\n".join(self.STANZA) + "\n\n" + "\n".join(self.STANZA[::-1]))
        assert [each.kind for each in found] == [*[Kind.PARAGRAPH] * 2, *[Kind.VERSE] * 8]

    @pytest.mark.parametrize("gap", ["     ", "\t", " *** ", " ... "])
    def test_half_lines_side_by_side_are_verse(self, gap):
        text = "\n".join(self.STANZA[n] + gap + self.STANZA[n + 1] for n in (0, 2))
        assert [each.kind for each in fragments(text)] == [Kind.VERSE] * 2

    @pytest.mark.parametrize(
        "lines",
        [
            ["الرئيسية", "سياسة", "محليات", "رياضة", "اتصل بنا"],
            ["سعيد باحميد", "منى العمودي", "خالد بن طالب", "هدى الكثيري"],
            ["تابعنا على فيسبوك", "تابعنا على تويتر", "تابعنا على يوتيوب", "تابعنا على تيليجرام"],
            ["التمر: 900 ريال", "العسل: 4000 ريال", "السمك: 1200 ريال", "الملح: 100 ريال"],
            ["بدأ العمل في الرصيف.", "وصلت السفن إلى الميناء.", "عاد الناس إلى البيوت.", "لم يصب أحد بأذى."],
        ],
        ids=["menu", "names", "follow", "prices", "sentences"],
    )  # fmt: skip
    def test_other_short_lines_are_not(self, lines):
        assert Kind.VERSE not in {each.kind for each in fragments("\n".join(lines))}

    def test_verse_is_never_joined(self):
        assert texts("\n".join(self.STANZA * 3)) == list(self.STANZA * 3)


class TestPrint:
    STORY = (
        "بدأت هيئة الموانئ صباح أمس أعمال توسيع الحوض الغربي الذي أغلق قبل عام كامل، وتستمر الأعمال حتى نهاية الصيف.",
        "وقال مدير الهيئة سعيد باحميد إن الحوض سيستقبل بعد توسيعه عشرين سفينة في وقت واحد، وإن كلفة العمل بلغت ثمانية ملايين.",
        "وشكا صيادون من أن الأعمال تمنعهم من الوصول إلى زوارقهم، وطالبوا بممر خاص إلى أن تنتهي أعمال الحفر والردم.",
    )  # fmt: skip

    @pytest.mark.parametrize("width", [42, 50, 64])
    @pytest.mark.parametrize(
        "head",
        [
            ["توسيع الحوض الغربي في الميناء"], ["توسيع الحوض الغربي في الميناء", "بقلم: منى العمودي"],
            ["توسيع الحوض الغربي في الميناء", "الأحد 5 مايو 2019", "تقرير/ منى العمودي"],
            ["5/5/2019", "توسيع الحوض الغربي في الميناء"],
        ],
    )  # fmt: skip
    def test_lines_of_the_head_stay_apart_in_wrapped_text_without_blank_lines(self, head, width):
        assert texts("\n".join([*head, wrapped(*self.STORY, width=width, between="\n")]))[: len(head) + 1] == [
            *head, self.STORY[0],
        ]  # fmt: skip

    def test_a_headline_as_wide_as_the_text_stays_apart_from_the_story_that_tells_it(self):
        head = "هيئة الموانئ تبدأ أعمال توسيع الحوض الغربي"
        assert texts(f"{head}\n{wrapped(*self.STORY, width=len(head) + 1, between=chr(10))}")[:2] == [
            head,
            self.STORY[0],
        ]

    @pytest.mark.parametrize(
        "furniture", [["- {} -"], ["صفحة {}"], ["جريدة الساحل - العدد {}"], ["{}", "جريدة الساحل"]]
    )
    def test_running_heads_and_page_numbers_are_lines_of_their_own(self, furniture):
        lines = wrapped(*self.STORY, width=50, between="\n").split("\n")
        first, second = ([line.format(n) for line in furniture] for n in (6, 7))
        found = texts("\n".join([*first, *lines[:4], *second, *lines[4:]]))
        assert found[: len(first)] == first
        assert all(line in found for line in second)
        assert self.STORY[2] in found

    @pytest.mark.parametrize(
        "head", [["موقع الساحل - أخبار المدينة والمحافظة", "الأحد 5 مايو 2019 الساعة العاشرة", "توسيع الحوض الغربي في الميناء",
                  "كتب سعيد باحميد من المكلا:"], ["ميناء المدينة يفتح حوضه الغربي غدا", "تقرير منى العمودي من ساحل المدينة"]]
    )  # fmt: skip
    def test_lines_of_like_length_above_long_paragraphs_are_not_wrapped(self, head):
        assert texts("\n".join(head) + "\n\n" + "\n\n".join(self.STORY * 2)) == [*head, *self.STORY * 2]


ANY_TEXT = st.text(alphabet="سمنوقال ،.:؟«»-•*1234567890/\n\n\t\f\u00a0\u200f\ufeff\u2028\x00", max_size=600)


@given(ANY_TEXT)
def test_each_character_that_shows_stands_in_exactly_one_fragment(text):
    found = fragments(text)
    covered = [position for each in found for position in range(each.start, each.end)]
    assert covered == sorted(set(covered))
    outside = "".join(text[position] for position in sorted(set(range(len(text))) - set(covered)))
    # Outside stand white space, what does not show, and the bullets of indented items.
    assert not set(outside) - set(" \n\t\f\u00a0\u200f\ufeff\u2028\x00•*.0123456789")
    for each in found:
        assert each.text == " ".join(text[each.start : each.end].replace("\x00", " ").split())
        assert each.text
        assert each.gap >= 0


@given(st.text(max_size=300))
def test_nothing_raises(text):
    fragments(text)
