"""The cheap test for words that say who writes lets through every line that the reading takes for such a one."""

from __future__ import annotations

import pytest

from newscli.arabic.letters import fold
from newscli.credits.line import read_credit
from newscli.credits.persons_of import may_credit_desk, may_have_role
from newscli.lexicon.box_words import ADDRESS, CORRESPONDENT, OFFICE
from newscli.lexicon.credit_words import CALLING, DESKS, EDITORS, NOBODY, WRITER

_NAME = "رنا الصيرفي"
_FORMS = ("{word}: {name}", "{word} {name}", "{name} - {word}", "{name} | {word} الضفاف", "رياضة | و{word} {name}")


@pytest.mark.parametrize("word", sorted(WRITER | ADDRESS | CORRESPONDENT | OFFICE | CALLING))
def test_lines_with_a_role_pass(word: str) -> None:
    for form in _FORMS:
        line = form.format(word=word, name=_NAME)
        credited = read_credit(line)
        if credited.role_word and credited.authors:
            assert may_have_role(line, fold(line)), line


@pytest.mark.parametrize(
    "line",
    [
        "بواسطة: رنا الصيرفي",
        "من رنا الصيرفي",
        "رنا الصيرفي راسل الكاتب",
        "هذا المقال بقلم رنا الصيرفي، كاتبة",
        "by Rana Sayrafi",
    ],
)
def test_other_wordings_pass(line: str) -> None:
    assert read_credit(line).role_word
    assert may_have_role(line, fold(line))


@pytest.mark.parametrize("name", sorted(EDITORS | NOBODY | {f"{desk} الأخبار" for desk in DESKS}))
def test_lines_of_desks_pass(name: str) -> None:
    for form in ("{name}", "بقلم: {name}", "المصدر: {name}", "{name}:", "عن «{name}»"):
        line = form.format(name=name)
        if read_credit(line).desk:
            assert may_credit_desk(line, fold(line)), line
