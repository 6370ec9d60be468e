"""The cheap tests before template text and notices are looked for let through all that the tables can find."""

from __future__ import annotations

import pytest

from newscli.arabic.letters import fold
from newscli.lexicon import boilerplate, disclaimers, template_parts
from newscli.notices.slots import Slots
from newscli.notices.template_text import Category, recognise


@pytest.mark.parametrize("table", [disclaimers, template_parts])
def test_every_form_of_a_listed_word_fills_its_slots(table) -> None:
    slots = Slots(table.WORDS, table.PHRASES)
    for word in {word for row in table.WORDS.values() for word in row.split()}:
        owned = [word + end for end in ("", "ه", "ها", "هم", "نا", "كم", "هما")]
        owned += [f"{word[:-1]}ته"] if word.endswith("ه") else []
        for form in (
            before + article + each for before in ("", "و", "ب", "فل") for article in ("", "ال", "لل") for each in owned
        ):
            assert slots[form] & slots.exactly(word) == slots.exactly(word)


def test_what_is_no_form_of_a_listed_word_fills_no_slot() -> None:
    slots = Slots({"work": "مقال صحيفه"}, {})
    assert not any(
        map(slots.__getitem__, ("مقالات", "ومقالا", "المقالهن", "الومقال", "بومقال", "صحيف", "صحيفتات", "ال", "و"))
    )


@pytest.mark.parametrize(("category", "phrases"), boilerplate.HOLDS.items())
def test_what_stands_anywhere_is_found(category: str, phrases: str) -> None:
    for phrase in phrases.split("|"):
        line = f"شكرا و{phrase.strip()}"
        assert recognise(line, fold(line)) is not None


def test_rows_of_buttons_are_found() -> None:
    names = [name.strip() for name in boilerplate.EXACT["share"].split("|") if len(name.split()) == 1]
    for name in names:
        if not set("+-") & set(name):
            line = f"{name} {name} {name} طباعة"
            assert recognise(line, fold(line)) is Category.SHARE
