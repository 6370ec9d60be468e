"""What a page states of itself, where its text says otherwise or nothing."""

import pytest

from newscli.fields.page_facts import language


@pytest.mark.parametrize(
    ("stated", "text", "told"),
    [
        ("en", "قال مدير الميناء", "ar"), (None, "قال مدير الميناء", "ar"), ("fa", "گفت مدیر", "fa"),
        ("en", "The port", "en"), ("en", "12 / 34", "en"), (None, "12 / 34", None), ("en", "", "en"),
    ],
)  # fmt: skip
def test_letters_contradict_what_the_template_states(stated, text, told):
    assert language(stated, text) == told
