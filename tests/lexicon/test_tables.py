"""The tables of the lexicon: what is found in any spelling, and that no everyday word has become a place."""

from __future__ import annotations

import pytest

from newscli.arabic.letters import fold
from newscli.lexicon import agencies, outlets, places
from newscli.lexicon import credit_words as roles
from newscli.lexicon.given_names import given_names, is_given_name


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("أ ف ب", "afp"),
        ("ا ف ب", "afp"),
        ("أ. ف. ب", "afp"),
        ("أ. ف. ب.", "afp"),
        ("أ.ف.ب", "afp"),
        ("اف ب", "afp"),
        ("فرانس برس", "afp"),
        ("AFP", "afp"),
        ("د ب أ", "dpa"),
        ("د. ب. أ", "dpa"),
        ("دب أ", "dpa"),
        ("دبا", "dpa"),
        ("أ ش أ", "mena"),
        ("أشا", "mena"),
        ("و.م.ع", "map"),
        ("ومع", "map"),
        ("يو بي آي", "upi"),
        ("واس", "spa"),
        ("شينخوا", "xinhua"),
        ("الاناضول", "aa"),
        ("وكالة الأناضول", "aa"),
        ("وكالات", "generic"),
        ("متابعات", "generic"),
    ],
)
def test_an_agency_in_any_spelling(text: str, identifier: str) -> None:
    agency = agencies.find_agency(text)
    assert agency is not None
    assert agency.id == identifier
    assert agency.generic == (identifier == "generic")


@pytest.mark.parametrize("text", ["بيروت", "وزارة", "", "ال", "هيثم"])
def test_no_agency(text: str) -> None:
    assert agencies.find_agency(text) is None


@pytest.mark.parametrize("text", ["قنا", "بنا", "وفا", "وام", "سبأ", "بترا", "أب", "معا", "وات", "واج"])
def test_agencies_that_are_words_are_marked(text: str) -> None:
    assert agencies.is_agency(text)
    assert agencies.key(text) in agencies.weak_forms()


@pytest.mark.parametrize(
    "text",
    [
        "عكاظ",
        "«الشرق الأوسط»",
        "هسبريس",
        "القدس العربي",
        "فرانس24",
        "فرانس 24",
        "14 أكتوبر",
        "عربي 21",
        "بي بي سي",
        "الجزيرة.نت",
    ],
)
def test_a_listed_outlet(text: str) -> None:
    assert agencies.key(text) in outlets.forms()


@pytest.mark.parametrize(
    "text", ["ضفاف نيوز", "صحيفة الضفاف", "وكالة الضفاف", "ضفاف برس", "ضفاف أونلاين", "dhifaf.net"]
)
def test_an_outlet_by_its_form(text: str) -> None:
    assert agencies.key(text) not in outlets.forms()
    assert outlets.is_outlet(text)


@pytest.mark.parametrize("text", ["ضفاف", "وزارة الصحة", "نيوز", "صحيفة", "2"])
def test_no_outlet(text: str) -> None:
    assert not outlets.is_outlet(text)


@pytest.mark.parametrize("text", ["الرياض", "الجزيرة", "المدينة", "اليوم", "الوطن", "سبق", "الشرق"])
def test_outlets_that_are_words_are_marked(text: str) -> None:
    assert outlets.is_outlet(text)
    assert outlets.is_weak(text)


@pytest.mark.parametrize(
    "text",
    [
        "أبوظبي",
        "أبو ظبي",
        "ابوظبى",
        "لوس أنجلوس",
        "لوس انجليس",
        "القدس المحتلة",
        "الحد الجنوبي",
        "مخيم الزعتري",
        "سيدي بوزيد",
        "إسطنبول",
    ],
)
def test_a_place_in_its_spellings(text: str) -> None:
    assert places.is_place(text)


def test_no_everyday_word_is_a_place() -> None:
    words = "بين هو كان له بن بعد قبل على الحكومة الاتحاد جديدة قال الذي مسؤول وزير اليوم الجمعة".split()
    assert [word for word in words if places.is_place(word) and not places.is_weak(word)] == []


def test_the_tables_are_large_and_folded() -> None:
    assert len(places.names()) > 4_000
    assert len(outlets.forms()) > 700
    assert len({agency.id for agency in agencies.forms().values()}) > 60
    assert all(name == fold(name) for name in places.names())
    assert all(name == fold(name) for name in given_names())


def test_places_that_are_given_names_are_marked() -> None:
    shared = {name for name in places.names() if is_given_name(name) and not places.is_weak(name)}
    assert shared <= places.names()
    assert not [name for name in shared if not places.by_hand(name)]


def test_role_words_are_apart() -> None:
    assert not roles.WRITER & roles.PHOTO
    assert {"كتب", "بقلم", "حاوره"} <= roles.WRITER
