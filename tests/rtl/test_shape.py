"""Joining as ArabicShaping.txt has it, for words of six languages, and the cases where arabic-reshaper fails."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.rtl.data import JOINING, MIRRORING
from newscli.rtl.shape import shape

UNICODE = Path("/usr/share/unicode")
needs_unicode = pytest.mark.skipif(
    not (UNICODE / "ArabicShaping.txt").exists(), reason="Unicode's files are not installed (Debian: unicode-data)"
)

WORDS = {
    "Arabic": "قالت الحكومة إن المؤتمر سيبدأ غدا في بيروت بمشاركة وزراء الخارجية لأن الآراء مختلفة والإعلام شيء آخر "
    "مسؤول مسئول هيئة الأولى لا إلا ملاذ للاجئين استقلال خطأ بطء دفء سوق غزة ضوء ظل ثلج ذهب زيت",
    "Persian": "می‌خواهم کتاب‌ها را بخوانم گفت که پژوهش چهار ژاپن پیام آگهی لاله خانهٔ ما",
    "Urdu": "پاکستان میں ٹیلی فون بڑے لڑکے ڈاکٹر نہیں ہے کیوں یہاں وجہ اردو گاؤں ۂ مسئلہ چھوٹی ہوں",
    "Sorani": "کوردستان هەواڵ ڕۆژنامە دەوڵەت پێشمەرگە ئێمە گەورە ڤیان بۆ چۆن ژیان",
    "Uyghur": "ئۇيغۇر خەۋەر تىلى شىنجاڭ دۆلەت ھۆكۈمەت مەكتەپ چوڭ يېڭى ژۇرنال گېزىت",
    "Jawi": "بهاس ملايو تولسن جاوي ڤرسأتوان ڠارا سورت خبر كڤد ݢورو چينتا پۏندوق",
}


def joining_types() -> dict[str, str]:
    types = {}
    for line in (UNICODE / "ArabicShaping.txt").read_text("utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if len(fields) == 4:
            types[chr(int(fields[0], 16))] = fields[2]
    return types


def expected_forms(word: str, types: dict[str, str]) -> list[tuple[str, str]]:
    """(letter, form) of each character by rules R1 to R7 of the Unicode Standard, 9.2, transparent ones left out."""
    known = [
        (char, types.get(char) or ("T" if unicodedata.category(char) in ("Mn", "Me", "Cf") else "U")) for char in word
    ]
    visible = [(char, joining) for char, joining in known if joining != "T"]
    forms = []
    for index, (char, joining) in enumerate(visible):
        before = index > 0 and visible[index - 1][1] in "DLC" and joining in "DRC"
        after = index + 1 < len(visible) and joining in "DLC" and visible[index + 1][1] in "DRC"
        forms.append((char, {(0, 0): "isolated", (1, 0): "final", (0, 1): "initial", (1, 1): "medial"}[before, after]))
    return forms


def shown_forms(word: str) -> list[tuple[str, str]]:
    """(letter, form) of the shaped word, as the decompositions of the presentation forms tell."""
    forms = []
    for char in shape(word).text:
        if unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        parts = unicodedata.decomposition(char).split()
        if parts and parts[0] in ("<isolated>", "<final>", "<initial>", "<medial>"):
            letters = [chr(int(code, 16)) for code in parts[1:]]
            form = parts[0].strip("<>")
            if len(letters) == 2:  # lam-alef: lam as before the alef, alef at the end
                lam = {"isolated": "initial", "final": "medial"}[form]
                forms += [(letters[0], lam), (letters[1], "final")]
            else:
                forms.append((letters[0], form))
        else:
            forms.append((char, ""))
    return forms


# Letters shown by the forms of one that looks the same, or by their parts.
STAND_INS = {"\u06d5": "\u0647", "\u06c3": "\u0629", "\u06c2": "\u06c1", "\u06c0": "\u06c0"}


@needs_unicode
@pytest.mark.parametrize("language", WORDS)
def test_words_join_as_arabic_shaping_has_it(language: str) -> None:
    types = joining_types()
    for word in WORDS[language].split():
        shown, expected = shown_forms(word), expected_forms(unicodedata.normalize("NFC", word), types)
        expected = [(char, form) for char, form in expected if char not in "\u200c\u200d"]
        assert len(shown) == len(expected), word
        for (glyph, form), (letter, wanted) in zip(shown, expected, strict=True):
            assert glyph == STAND_INS.get(letter, letter), word
            if form:  # a letter without presentation forms stays as it is
                assert form == wanted, (word, letter)


@needs_unicode
def test_every_letter_that_has_presentation_forms_gets_them() -> None:
    types = joining_types()
    missing = []
    for code in [*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFBE4), 0xFBFC, *range(0xFE80, 0xFEF5)]:
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and parts[0] == "<medial>" and types.get(chr(int(parts[1], 16))) == "D":
            letter = chr(int(parts[1], 16))
            if shape(f"ب{letter}ب").text[1] != chr(code):
                missing.append(hex(code))
    # NOON GHUNNA is not among them: Unicode gives it two forms.
    assert missing == []


@needs_unicode
def test_tables_agree_with_unicode() -> None:
    spans = [(kind, span.split("-")) for kind, ranges in JOINING.items() for span in ranges.split()]
    ours = {chr(code): kind for kind, ends in spans for code in range(int(ends[0], 16), int(ends[-1], 16) + 1)}
    theirs = joining_types()
    assert {char: kind for char, kind in ours.items() if char in theirs} == {c: theirs[c] for c in ours if c in theirs}
    assert len(ours) >= 700
    rows = (UNICODE / "BidiMirroring.txt").read_text("utf-8").splitlines()
    pairs = {
        tuple(int(code, 16) for code in row.partition("#")[0].split(";"))
        for row in rows
        if row and not row.startswith("#")
    }
    ours_mirrored = {tuple(int(code, 16) for code in pair.split(":")) for pair in MIRRORING.split()}
    assert ours_mirrored == pairs


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        pytest.param("ه\u200d", "\ufeeb", id="a ZWJ joins and goes"),
        pytest.param("\u200dه", "\ufeea", id="also before the letter"),
        pytest.param("ه\u200d سلام", "\ufeeb \ufeb3\ufefc\ufee1", id="and nothing after it is lost"),
        pytest.param("ب\u200cب", "\ufe8f\ufe8f", id="a ZWNJ parts and goes"),
        pytest.param("ب\u0301ب", "\ufe91\u0301\ufe90", id="COMBINING ACUTE ACCENT is transparent"),
        pytest.param("ب\u200eب", "\ufe91\u200e\ufe90", id="so is LEFT-TO-RIGHT MARK"),
        pytest.param("ب\u034fب", "\ufe91\u034f\ufe90", id="and COMBINING GRAPHEME JOINER"),
        pytest.param("بێب", "\ufe91\u06ce\ufe90", id="beside a letter without forms the neighbours join"),
        pytest.param("الله", "\ufe8d\ufedf\ufee0\ufeea", id="no ligature for Allah"),
        pytest.param("لِأَ", "\ufef7\u0650\u064e", id="marks of lam and alef behind the ligature"),
        pytest.param("لا\u0653", "\ufef5", id="a combining maddah is part of its alef"),
        pytest.param("ۂب", "\ufba8\u0654\ufe90", id="HEH GOAL WITH HAMZA ABOVE in its parts, the next letter behind"),
        pytest.param("لى", "\ufedf\ufef0", id="lam and alef maksura are two letters"),
        pytest.param("ـبـ", "\u0640\ufe92\u0640", id="tatweel joins"),
        pytest.param("ب12", "\ufe8f12", id="digits do not"),
        pytest.param("\U0001f468\u200d\U0001f469 سلام", "\U0001f468\u200d\U0001f469 \ufeb3\ufefc\ufee1", id="emoji"),
        pytest.param("שלום CNN", "שלום CNN", id="what is not Arabic stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_shape(text: str, shaped: str) -> None:
    assert shape(text).text == shaped


letters = st.text(
    st.sampled_from([*"ابتثلمنهوي كگچ12a(", "\u064e", "\u0651", "\u0654", "\u200c", "\u200d", "\U0001f468"])
)


@given(st.text(st.characters(), max_size=200) | letters)
def test_no_letter_is_lost_and_each_knows_its_origin(text: str) -> None:
    shaped, origin = shape(text)
    assert len(origin) == len(shaped)
    assert origin == sorted(origin)
    lost = set(range(len(text))) - set(origin)
    for index in lost:  # taken up by a lam, by a letter that carries it, or an invisible one that has done its work
        assert text[index] in "اأإآ\u0653\u0654\u0655\u200c\u200d", repr(text)
    for index, char in zip(origin, shaped, strict=True):
        if char == text[index] or text[index] == "\u06c2":
            continue
        base = unicodedata.normalize("NFKC", char)[0]
        assert base == {"\u06d5": "\u0647", "\u06c3": "\u0629"}.get(text[index], text[index]) or (
            unicodedata.normalize("NFD", base)[0] == text[index]
        )


@given(letters)
def test_emoji_sequences_stay(text: str) -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert family in shape(f"{text} {family} {text}").text
