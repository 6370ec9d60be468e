"""What went wrong before a text came here is told; whole texts in Arabic script are left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.arabic import quality
from newscli.arabic.quality import mojibake, not_arabic, visual_order

STORY = (
    "افتتح وزير الأشغال في مدينة الميناء، اليوم الثلاثاء، الجسر الجديد على النهر.\n\n"
    "وقال الوزير إن المشروع استغرق 3 سنوات، وإن كلفته بلغت 12 مليون دينار، ولا سيما الطريق إلى القرية.\n\n"
    "وأضاف أن المرحلة الثانية من الطريق تنطلق في السنة المقبلة، وفق «البيدر»."
)
PERSIAN = "وزیر راه و شهرسازی پل جدید را در شهر بندری افتتاح کرد و گفت این پروژه سه سال طول کشیده است." * 2
FRENCH = "Le ministre a été reçu à Nouakchott, où la délégation était déjà arrivée après une très longue étape." * 2
RUSSIAN = "Министр открыл новый мост через реку и сообщил, что проект занял три года и стоил двенадцать миллионов."


def misread(meant, read):
    return STORY.encode(meant, "replace").decode(read, "replace")


WRONG = {
    **{
        f"utf-8 as {read}": misread("utf-8", read)
        for read in ("cp1256", "cp1252", "latin-1", "cp1251", "cp437", "iso8859_6")
    },
    **{f"cp1256 as {read}": misread("cp1256", read) for read in ("cp1252", "cp1251", "latin-1")},
    "iso-8859-6 as cp1252": misread("iso8859_6", "cp1252"),
    "twice cp1256": misread("utf-8", "cp1256").encode("utf-8", "replace").decode("cp1256", "replace"),
    "twice latin-1": misread("utf-8", "latin-1").encode().decode("latin-1"),
    "question marks": STORY.encode("ascii", "replace").decode(),
    "replaced": misread("cp1256", "utf-8"),
    "boxes": "".join("□" if "\u0600" < c < "\u06ff" else c for c in STORY),
    "entities": "".join(f"&#{ord(c)};" if c > "\x7f" else c for c in STORY),
    "json": STORY.encode("unicode_escape").decode(),
    "address": "".join(f"%{byte:02X}" if byte > 127 else chr(byte) for byte in STORY.encode()),
}
WHOLE = {
    "a story": STORY,
    "twice": STORY * 3,
    "Persian": PERSIAN,
    "French": FRENCH,
    "Russian": RUSSIAN,
    "empty": "",
    "short": "خبر؟؟",
}


@pytest.mark.parametrize("name", WRONG)
def test_wrongly_decoded_text_is_told(name):
    assert mojibake(WRONG[name])


@pytest.mark.parametrize("name", WHOLE)
def test_whole_text_is_not(name):
    assert not mojibake(WHOLE[name])
    assert not visual_order(WHOLE[name])


@pytest.mark.parametrize(
    "text",
    ["ماذا جرى؟؟؟ " * 20, "لماذا??? " + STORY, "ظل ظرف طارق ظاهرا وطبع طيفه طوال الظهيرة وظن الطبيب", "Øre og Ål på Ø"],
)
def test_odd_text_is_no_mojibake(text):
    assert not mojibake(text)


def backwards(text):
    return "\n".join(line[::-1] for line in text.split("\n"))


def test_screen_order_is_told():
    assert visual_order(backwards(STORY))
    assert visual_order("الرئيسية سياسة\n" + backwards(STORY))
    shaped = backwards(STORY).replace("ة", "ﺔ").replace("ل", "ﻟ").replace("ا", "ﺎ")
    assert visual_order(shaped)


@pytest.mark.parametrize(
    "line", ["كلا وإلا فضلا عن ذلك أولا ومثلا وبدلا من كل هذا رجلا عملا قولا فعلا أصلا جبلا حملا حقولا"]
)
def test_words_that_end_like_a_mirrored_article_do_not_tell_alone(line):
    assert not visual_order(line + "\n" + STORY)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FRENCH, True),
        (RUSSIAN, True),
        (STORY, False),
        (PERSIAN, False),
        ("Minister", False),
        ("12 / 14 - 2024 " * 9, False),
    ],
)
def test_letters_of_another_script_are_told(text, told):
    assert not_arabic(text) is told


def test_names_in_latin_letters_do_not_make_a_text_foreign():
    assert not not_arabic(STORY + " (CNN, BBC, Reuters, The New York Times)")


@given(st.text(max_size=300))
def test_no_text_makes_them_fail(text):
    for judge in (mojibake, visual_order, not_arabic):
        assert judge(text) in (True, False)


@pytest.mark.parametrize("piece", ["?", "□ ", "&#", "=D8", ". ا", "ة", ":\n", "\ufffd", "ال "])
def test_a_long_text_costs_no_more_than_its_sample(piece):
    for judge in (mojibake, visual_order, not_arabic):
        judge(piece * 500_000)


def test_what_encodings_make_of_each_other_is_what_the_codecs_say() -> None:
    for codec, pair in quality.MISREAD_AS.items():
        assert pair == bytes((0xD8, 0xD9)).decode(codec, "replace")
    for (meant, read), article in quality.ARTICLES.items():
        assert article == "ال".encode(meant).decode(read)
