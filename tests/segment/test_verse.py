"""Verse told from menus, prose and lists, in HTML as in text."""

from __future__ import annotations

import pytest

from newscli.model import Kind
from newscli.segment import html, plain

POEM = ["في آخر الرصيف", "حقيبة لا صاحب لها", "كلما مر قطار", "نظرنا إلى الباب", "ثم إلى الحقيبة", "ولم نقل شيئا"]


def verses(fragments) -> list[str]:
    return [each.text for each in fragments if each.kind is Kind.VERSE]


@pytest.mark.parametrize(
    "markup",
    [
        "".join(f"<p>{line}</p>" for line in POEM),
        "<p>" + "<br>".join(POEM) + "</p>",
        "<p>" + "<br>".join(POEM[:3]) + "</p><p>" + "<br>".join(POEM[3:]) + "</p>",
        "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in zip(POEM[::2], POEM[1::2], strict=True)),
        "<p>(1)</p>" + "".join(f"<p>{line}</p>" for line in POEM[:3]) + "<p>***</p>" + "<br>".join(POEM[3:]),
    ],
    ids=["an element a line", "breaks", "stanzas", "cells", "numbers and ornaments"],
)
def test_a_poem_in_html(markup):
    open_, close = ("<table>", "</table>") if "<td>" in markup else ("<div>", "</div>")
    assert verses(html.segment(f"<h1>الحقيبة</h1>{open_}{markup}{close}").fragments) == POEM


def test_a_link_and_what_the_template_calls_the_writer_are_no_verse():
    page = "<div><p class='author'>سلمى من حلب</p>" + "".join(f"<p>{line}</p>" for line in POEM) + "</div>"
    assert verses(html.segment(page).fragments) == POEM
    menu = "<div>" + "".join(f"<p><a href='/{i}'>{line}</a></p>" for i, line in enumerate(POEM)) + "</div>"
    assert verses(html.segment(menu).fragments) == []


def test_lines_far_apart_in_the_page_are_no_poem():
    page = "".join(f"<div><div><div><p>{line}</p></div></div></div>" for line in POEM)
    assert verses(html.segment(page).fragments) == []


def test_stanzas_of_two_lines_below_numbers_in_text():
    text = "ثلاث قصائد\n\nسلمى الحداد\n\n(1)\n{}\n{}\n\n(2)\n{}\n{}\n\n(3)\n{}\n{}\n".format(*POEM)
    assert verses(plain.segment(text).fragments) == POEM


def test_a_line_of_verse_may_end_in_a_word_that_few_clauses_end_with():
    lines = [
        "قلت لها وأنا",
        "قالت أنت حرف لم يكتب بعد",
        "إن البحر لا ينسى",
        "وإن القمح يصلي قبل الحصاد",
        "فانتظر القلم",
    ]
    assert verses(plain.segment("\n".join(lines)).fragments) == lines
