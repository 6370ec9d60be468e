"""Texts that show where markup was: link numbers of text browsers, Markdown."""

import pytest
from texts import BODY, OTHER, TITLE

import newscli
from newscli.segment.marks import has_marks, unmarked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("[1]الرئيسية\n[2]رياضة\n[3]ثقافة", True),
        ("[رياضة](/s) [ثقافة](/c)", True),
        (f"# {TITLE}\n\n{BODY[0]}", True),
        ("قال ابن خلدون[1] إن العمران[2] يقوم على العصبية[3].", False),
        ("المادة [5] من القانون", False),
        ("#السودان #اليمن\nخبر", False),
        (TITLE, False),
    ],
)
def test_a_text_is_marked_as_a_whole(text, marked):
    assert has_marks(text) is marked


@pytest.mark.parametrize(
    ("line", "text", "share"),
    [
        ("[7]رياضة", "رياضة", 1.0),
        ("بقلم [4]سعاد قاسم", "بقلم سعاد قاسم", 9 / 14),
        ("**عاجل** [سعاد قاسم](/a)", "عاجل سعاد قاسم", 9 / 14),
        ("![صورة](/p.jpg)", "![صورة](/p.jpg)", 1.0),
        ("وسوم: [15]التعليم [16]الماء", "وسوم: التعليم | الماء", 15 / 21),
    ],
)
def test_marks_are_taken_out_and_tell_what_is_linked(line, text, share):
    found = unmarked(line)
    assert (found.text, found.link_chars / len(found.text)) == (text, pytest.approx(share))


def test_a_story_in_markdown_is_read_without_its_marks():
    found = newscli.parse(
        f"[الرئيسية](/) [رياضة](/s)\n\n# {TITLE}\n\n![](/p.jpg)\n\n" + "\n\n".join(BODY), format="text"
    )
    assert (found.title, found.body) == (TITLE, "\n\n".join(BODY))


def test_a_dump_with_numbered_links_is_read_without_them():
    menu = "\n".join(f"   * [{n}]{word}" for n, word in enumerate("الرئيسية سياسة اقتصاد رياضة".split(), 1))
    found = newscli.parse(f"{menu}\n\n{TITLE}\n\n" + "\n\n".join(BODY) + f"\n\n[9]{OTHER}\n", format="text")
    assert (found.title, found.body) == (TITLE, "\n\n".join(BODY))
