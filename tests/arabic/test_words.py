"""Words as they are counted and compared, and which of them carry meaning."""

import pytest

from newscli.arabic.words import content_words, core, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0), ("قال الوزير", 2), ("قال «الوزير»: نعم", 3), ("5 / 7", 0), ("أ ب", 0), ("https://x.example/abc", 0),
        ("انظر www.x.example", 1),
    ],
)  # fmt: skip
def test_words_are_counted_by_letters_and_addresses_have_none(text, count):
    assert words(text) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [("  «الميناء» ... ", "الميناء"), ("أخبارُ الميناءِ:", "اخبار الميناء"), ("...", ""), ("", ""), ("[A+]", "a")],
)
def test_core_is_the_folded_text_without_its_edges(text, expected):
    assert core(text) == expected


def test_a_comma_belongs_to_no_word():
    assert content_words("وصل الوزير، ثم المدير") == content_words("وصل الوزير ثم المدير")


def test_the_words_that_carry_meaning():
    assert content_words("والوزير في المدينة بعد أن كان هذا الخبر") == {"وزير", "مدينه", "خبر"}
