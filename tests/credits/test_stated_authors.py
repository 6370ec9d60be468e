"""The names that only metadata state as a page's author."""

from __future__ import annotations

import pytest

from newscli.credits.metadata import author_name, stated_names

SITES = ("بوابة المنارة", "Manara Media")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("سلوى الدرزي", "سلوى الدرزي"),
        ("\u202bسلوى الدرزي\u202c", "سلوى الدرزي"),
        ("د. نزار الحمصي", "نزار الحمصي"),
        ("Rami Haddad", "Rami Haddad"),
        ("Dr. Rami El-Haddad", "Rami El-Haddad"),
        ("Zoé O'Brien", "Zoé O'Brien"),
        ("admin", None),
        ("rami.haddad", None),
        ("editor7", None),
        ("desk@example.org", None),
        ("https://example.org/author/3", None),
        ("بوابة المنارة", None),
        ("ضفاف نيوز", None),
        ("اليوم السابع", None),
        ("المنارة", None),
        ("Manara Media", None),
        ("فريق التحرير", None),
        ("المحرر", None),
        ("غرفة الأخبار", None),
        ("قسم الترجمة", None),
        ("رويترز", None),
        ("وكالات", None),
        ("News Desk", None),
        ("أخبار عاجلة", None),
        ("", None),
    ],
)
def test_only_persons_are_authors(value: str, wanted: str | None) -> None:
    assert author_name(value, sites=SITES) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("سلوى الدرزي، نزار الحمصي", ("سلوى الدرزي", "نزار الحمصي")),
        ("سلوى الدرزي ونزار الحمصي", ("سلوى الدرزي", "نزار الحمصي")),
        ("Rami Haddad and Lina Sarkis", ("Rami Haddad", "Lina Sarkis")),
        ("سلوى الدرزي، رويترز", ("سلوى الدرزي",)),
        ("admin", ()),
    ],
)
def test_a_value_that_lists_several(value: str, wanted: tuple[str, ...]) -> None:
    assert stated_names(value, sites=SITES) == wanted
