"""Cleaning, measuring, breaking and painting lines."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.rtl.paragraph import Strategy, direction, typeset
from newscli.rtl.sanitise import clean
from newscli.rtl.spans import Column, Span, Style
from newscli.rtl.width import cells
from newscli.rtl.wrap import wrap

COLOURS = re.compile("\x1b\\[[0-9;]*m|\x1b\\]8;;[^\x1b]*\x1b\\\\")
any_text = st.text(st.characters(), max_size=300)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("خبر\x1b[2Jعاجل", "خبرعاجل"),
        ("\x1b]0;owned\x07خبر", "خبر"),
        ("\x1b]8;;http://x.example\x1b\\رابط\x1b]8;;\x1b\\", "رابط"),
        ("\x9b31mأحمر\x9c", "أحمر"),
        ("\x1bP1$r\x1b\\خبر", "خبر"),
        ("\x1b]0;never closed خبر", "0;never closed خبر"),
        ("\x1b\x1b[31mخبر", "خبر"),
        ("أ\u202eب\u2066ج\u2069", "أبج"),
        ("ك\u200fC++\u200e", "ك\u200fC++\u200e"),
        ("سطر\nثان\tثالث", "سطر ثان ثالث"),
        ("صلة\u00adوصل\ufeff", "صلةوصل"),
        ("\ud83d", "\ufffd"),
        ("الحمد \ufdf2 \ufdfd", "الحمد الله بسم الله الرحمن الرحيم"),
        ("وسم\U000e0041", "وسم"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(any_text)
def test_nothing_that_a_terminal_obeys_comes_through(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", clean(text))


def chars(*categories: str) -> str:
    """All characters of some general categories of Unicode, phrases in one cell left out."""
    found = (chr(code) for code in range(sys.maxunicode + 1) if code not in PHRASES)
    return "".join(char for char in found if unicodedata.category(char).startswith(categories))


PHRASES = (0xFDF2, 0xFDFA, 0xFDFB, 0xFDFD)


def test_nothing_that_can_be_seen_is_lost() -> None:
    seen = chars("L", "M", "N", "P", "S", "Zs", "Co")
    assert clean(seen) == seen


def test_of_what_cannot_be_seen_only_what_orders_and_joins_a_text_is_left() -> None:
    unseen = chars("Cc", "Zl", "Zp") + "\u00ad\ufeff\u202a\u202e\u2066\u2069\ufff9\ufffb\U000e0001\U000e007f"
    assert clean(unseen).strip(" ") == ""
    assert clean("\u061c\u200c\u200d\u200e\u200f\u2060") == "\u061c\u200c\u200d\u200e\u200f\u2060"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("سلام", 4),
        ("\ufefb", 1),
        ("بَّ", 1),
        ("می\u200cخواهم", 7),
        ("\u06dd", 1),
        ("\u06dd١٢", 3),
        ("\ufdfa", 1),
        ("😀", 2),
        ("\U0001f44d\U0001f3fd", 4),
        ("\u2764\ufe0f", 2),
        ("日本", 4),
        ("e\u0301", 1),
        ("שָׁלוֹם", 4),
        ("\u200f\u200d\u061c", 0),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("واحد اثنان ثلاثة", 11, ["واحد اثنان", "ثلاثة"]),
        ("واحد اثنان ثلاثة", 10, ["واحد اثنان", "ثلاثة"]),
        ("واحد اثنان ثلاثة", 9, ["واحد", "اثنان", "ثلاثة"]),
        ("  واحد   اثنان  ", 20, ["واحد   اثنان"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
        ("بَّبَّبَّ", 2, ["بَّبَّ", "بَّ"]),
        ("日本語", 1, ["日", "本", "語"]),
        ("150\u00a0ريالا الآن", 9, ["150\u00a0ريالا", "الآن"]),
        ("", 5, []),
        ("   ", 5, []),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines


def test_a_long_word_behind_others_is_broken_before_letters_alone() -> None:
    text = "قال " + "مُّ" * 12
    assert [text[start:end] for start, end in wrap(text, 5)] == ["قال", "مُّ" * 5, "مُّ" * 5, "مُّ" * 2]


@given(any_text.map(clean), st.integers(1, 100))
def test_lines_hold_the_whole_text_and_fit(text: str, width: int) -> None:
    lines = wrap(text, width)
    blank = re.compile("[\\s\u200b]")
    assert blank.sub("", "".join(text[start:end] for start, end in lines)) == blank.sub("", text)
    for start, end in lines:
        assert cells(text[start:end]) <= max(2, width)


SPANS = (Span("قال «"), Span("سامي", Style("1;31")), Span(" 12.5%»", Style("35", "https://example.org/")), Span("."))


@pytest.mark.parametrize("strategy", Strategy)
def test_styled_equals_plain_once_styles_are_taken_out(strategy: Strategy) -> None:
    column = Column(12, 20)
    styled = typeset(SPANS, column, strategy)
    plain = typeset([Span("".join(span.text for span in SPANS))], column, strategy)
    assert [COLOURS.sub("", line) for line in styled] == plain
    assert styled != plain


styled_parts = st.lists(st.tuples(any_text.map(clean), st.sampled_from(["", "1", "35"])), max_size=6)


@given(styled_parts, st.sampled_from(Strategy))
def test_styles_never_change_the_text(parts: list[tuple[str, str]], strategy: Strategy) -> None:
    column = Column(30, 40)
    styled = typeset([Span(text, Style(sgr)) for text, sgr in parts], column, strategy)
    plain = typeset([Span("".join(text for text, _ in parts))], column, strategy)
    assert [COLOURS.sub("", line) for line in styled] == plain


def test_a_style_inside_a_word_does_not_part_it() -> None:
    (line,) = typeset([Span("س", Style("31")), Span("لام")], Column(20, 20), Strategy.VISUAL)
    assert COLOURS.sub("", line).strip() == "\ufee1\ufefc\ufeb3"
    assert line.endswith("\x1b[31m\ufeb3\x1b[0m")


@given(any_text, st.sampled_from(Strategy), st.sampled_from(["L", "R"]), st.integers(1, 60))
def test_any_text_can_be_shown(text: str, strategy: Strategy, base: str, width: int) -> None:
    for line in typeset([Span(text)], Column(width, width + 1), strategy, base):
        assert "\n" not in line
        line.encode()


LINE = "قال (سامي) 12"


@pytest.mark.parametrize(
    ("strategy", "line"),
    [
        (Strategy.VISUAL, "   12 (ﻲﻣﺎﺳ) ﻝﺎﻗ"),
        (Strategy.EXPLICIT, "\x1b[8l   12 (ﻲﻣﺎﺳ) ﻝﺎﻗ\x1b[8h"),
        (Strategy.OVERRIDE, "   \u202d12 (ﻲﻣﺎﺳ) ﻝﺎﻗ\u202c"),
        (Strategy.EMBED, "   \u202bﻗﺎﻝ )ﺳﺎﻣﻲ( 12\u202c"),
        (Strategy.WORDS, "   12 (ﺳﺎﻣﻲ) ﻗﺎﻝ"),
        (Strategy.LOGICAL, LINE),
    ],
)
def test_what_each_strategy_sends(strategy: Strategy, line: str) -> None:
    assert typeset([Span(LINE)], Column(16, 16), strategy) == [line]


def test_marks_stand_ahead_where_the_terminal_draws_them_to_the_right() -> None:
    assert typeset([Span("بَت")], Column(2, 2), Strategy.VISUAL_MARKS) == ["\ufe96\u064e\ufe91"]
    assert typeset([Span("e\u0301")], Column(2, 2), Strategy.VISUAL_MARKS) == [" e\u0301"]


def test_a_word_with_a_number_is_turned_as_a_whole_for_kitty() -> None:
    assert typeset([Span("(و14)")], Column(5, 5), Strategy.WORDS) == ["(ﻭ41)"]


def test_cells_of_a_word_hold_as_many_characters_for_kitty() -> None:
    assert typeset([Span("ثمّ في")], Column(6, 6), Strategy.WORDS) == [" ﻓﻲ ﺛ\u034fﻢّ"]


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("٢٠٢٤", "٤٢٠٢"),
        ("٠٢/٠٧", "٧٠/٢٠"),
        ("۱۴۰۳", "۳۰۴۱"),
        ("2024/07", "2024/07"),
        ("﴿قل", "ﻗﻞ﴿"),
        ("قل﴾", "﴾ﻗﻞ"),
        ('"ידיעות אחרונות"', '"אחרונות ידיעות"'),
        ("و(מעריב)", "(מעריבﻭ("),
        ("(ו14)", "(14ו)"),
        ("زِد\u06e1نِي", "ﻧِﻲ\u034fﺩ\u06e1ﺯِ"),
    ],
)
def test_kitty_gets_each_run_of_one_font_turned_by_itself(text: str, sent: str) -> None:
    assert typeset([Span(text)], Column(20, 0), Strategy.WORDS) == [sent]


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("السعر ريال 15%", "\u200f15\u200f%"),
        ("السعر ريال $15", "\u200f$\u200f15"),
        ("السعر ريال 15 ألف", "\u200f15 ألف"),
        ("هاتف iPhone 15%", "\u200f\u200e15%"),
        ("السعر\u061c هنا 5", "السعر\u200f هنا"),
    ],
)
def test_mlterm_gets_no_arabic_letter_mark_which_it_would_draw_as_a_box(text: str, sent: str) -> None:
    lines = typeset([Span(text)], Column(11, 11), Strategy.LOGICAL)
    assert "\u061c" not in "".join(lines)
    assert sent in lines


def test_marks_do_not_part_lam_and_alef_for_mlterm() -> None:
    shown = ["\ufee3\ufe9c\ufefc\u064b لا"]
    assert typeset([Span("مثل\u064bا لا")], Column(9, 9), Strategy.LOGICAL) == shown


def test_a_joiner_is_a_cell_where_the_text_is_sent_as_it_is() -> None:
    assert typeset([Span("می\u200cروم خانه")], Column(10, 10), Strategy.LOGICAL) == ["می\u200cروم", "خانه"]
    assert len(typeset([Span("می\u200cروم خانه")], Column(10, 10), Strategy.VISUAL)) == 1


def test_an_override_never_stands_in_the_first_column() -> None:
    for base in ("R", "L"):
        lines = typeset([Span("خبر عدن")], Column(7, 7), Strategy.OVERRIDE, base)
        assert [len(line.strip(" \u202d\u202c")) for line in lines] == [3, 3]  # with the blank it would take 8 cells
        assert all(line.startswith(" ") for line in lines)


def test_a_left_to_right_line_says_so_where_the_terminal_would_guess() -> None:
    assert typeset([Span("CNN: قالت")], Column(20, 20), Strategy.LOGICAL) == ["\u200fCNN: قالت"]
    assert typeset([Span("قالت CNN")], Column(20, 20), Strategy.LOGICAL) == ["قالت CNN"]


def test_lines_that_the_terminal_orders_know_what_their_paragraph_said() -> None:
    lines = typeset([Span("هاتف iPhone 15 Pro")], Column(11, 11), Strategy.EMBED)
    assert lines[1].strip() == "\u202b\u200e15 Pro\u202c"
    lines = typeset([Span("السعر ريال 15%")], Column(10, 10), Strategy.EMBED)
    assert lines[1].strip() == "\u202b\u061c15%\u202c"


def test_left_to_right_paragraphs_begin_at_the_left() -> None:
    assert typeset([Span("said سامي today")], Column(40, 41), Strategy.VISUAL, "L") == [" said ﻲﻣﺎﺳ today"]


@pytest.mark.parametrize(
    ("text", "base"),
    [("خبر", "R"), ("CNN: قالت الوكالة أمس", "R"), ("The word سلام means peace", "L"), ("שלום", "R"), ("2024", "L")],
)
def test_direction(text: str, base: str) -> None:
    assert direction([text]) == base
