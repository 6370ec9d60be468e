"""UAX #9 through the project's own line function: Unicode's two test files, fribidi, and properties."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.rtl.reorder import arrange, extenders, levels, reorder, visual
from newscli.rtl.shape import shape

UNICODE = Path("/usr/share/unicode")
needs_unicode = pytest.mark.skipif(
    not (UNICODE / "BidiTest.txt").exists(), reason="Unicode's test files are not installed (Debian: unicode-data)"
)
needs_fribidi = pytest.mark.skipif(
    shutil.which("fribidi") is None, reason="the fribidi command is not installed (Debian: libfribidi-bin)"
)
EXPLICIT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# One character of each Bidi_Class.
OF_CLASS = {
    "L": "a",
    "R": "\u05d0",
    "AL": "\u0627",
    "EN": "1",
    "ES": "+",
    "ET": "$",
    "AN": "\u0660",
    "CS": ",",
    "B": "\u2029",
    "S": "\t",
    "WS": " ",
    "ON": "!",
    "NSM": "\u0300",
    "BN": "\u00ad",
    "LRE": "\u202a",
    "RLE": "\u202b",
    "PDF": "\u202c",
    "LRO": "\u202d",
    "RLO": "\u202e",
    "LRI": "\u2066",
    "RLI": "\u2067",
    "FSI": "\u2068",
    "PDI": "\u2069",
}


def character_cases() -> Iterator[tuple[str, str, list[str], list[int]]]:
    """(text, base, levels with x for what X9 removes, order) of every case of BidiCharacterTest.txt."""
    for line in (UNICODE / "BidiCharacterTest.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            codes, _, base, expected, order = line.split(";")
            text = "".join(chr(int(code, 16)) for code in codes.split())
            yield text, "LR"[int(base)], expected.split(), [int(index) for index in order.split()]


@needs_unicode
def test_every_case_of_bidi_character_test() -> None:
    failed, count = [], 0
    for text, base, expected, order in character_cases():
        count += 1
        shown = [entry for entry in reorder(text, base) if expected[entry[0]] != "x"]
        if shown != [(index, int(expected[index]) % 2) for index in order]:
            failed.append((text, base))
    assert failed == []
    assert count >= 91_000


@needs_unicode
def test_every_case_of_bidi_test() -> None:
    failed, count = [], 0
    outcome: list[tuple[int, int]] = []
    removed: list[bool] = []
    for line in (UNICODE / "BidiTest.txt").read_text("utf-8").splitlines():
        content = line.partition("#")[0].strip()
        if content.startswith("@Levels:"):
            expected = content.split()[1:]
            removed = [level == "x" for level in expected]
        elif content.startswith("@Reorder:"):
            outcome = [(int(index), int(expected[int(index)]) % 2) for index in content.split()[1:]]
        elif content and not content.startswith("@"):
            names, _, bases = content.partition(";")
            classes = names.split()
            text = "".join(OF_CLASS[name] for name in classes)
            for base in _bases(classes, int(bases)):
                count += 1
                if [entry for entry in reorder(text, base) if not removed[entry[0]]] != outcome:
                    failed.append((classes, base))
    assert failed == []
    assert count >= 500_000


def _bases(classes: list[str], bits: int) -> set[str]:
    """The paragraph directions of a line of BidiTest.txt; the automatic one is found by P2 and P3."""
    bases = {base for bit, base in ((2, "L"), (4, "R")) if bits & bit}
    if bits & 1:
        depth = 0
        for name in classes:
            if name in ("LRI", "RLI", "FSI"):
                depth += 1
            elif name == "PDI":
                depth = max(0, depth - 1)
            elif name in ("L", "R", "AL") and not depth:
                return bases | {"L" if name == "L" else "R"}
        return bases | {"L"}
    return bases


@needs_unicode
def test_levels_of_every_case_without_explicit_formatting() -> None:
    wrong, count = [], 0
    for text, base, expected, order in character_cases():
        if EXPLICIT.isdisjoint(text) and not text[-1].isspace() and "\t" not in text and "\u2029" not in text:
            count += 1
            found = levels(text, base)
            visible = [index for index in arrange(found) if expected[index] != "x"]
            # In a left-to-right line a number alone (level 2) looks like level 0: order and parity are what counts.
            if visible != order or [found[i] % 2 for i in order] != [int(expected[i]) % 2 for i in order]:
                wrong.append((text, base))
    assert wrong == []
    assert count >= 90_000


LINES = [
    "قالت الشركة (Acme Ltd) إن السعر $150 [نحو 560 ريالا]",
    "ارتفع المؤشر 12.5% ثم -3.2% في 7/7/2024",
    "(القسم الأول) {الفصل 2} <ملاحظة>",
    '«قال: "لن نعود" ثم سكت» و“هذا” ‘ذاك’',
    "زوروا https://example.org/a/b?x=1&y=(2) قبل 30/6/2024.",
    "إِنَّ الصُّبْحَ لَقَرِيبٌ (كَمَا يُقَالُ)",
    "iPhone 15 Pro: الهاتف الجديد",
    "C++ و C# لغتان، و F(x)=2x+1 دالة",
    "العدد ١٢٣٬٤٥٦٫٧٨ من 1,250,300",
    "مبروك 😀 للفريق (3-1) ⚽!",
    "הטקסט (בעברית) 12% של [המחיר]",
    "من [أ (ب {ج} د) هـ] إلى ي",
    "الرقم +966 11 234 5678، تحويلة (22)",
    "الساعة 10:15-11:30 ≤ 2 ≥ 1",
    "می‌خواهم (پنج ۵) کتاب",
    "abc (دمشق) def [بيروت] 12",
    "أ/ب\\ج 1/2 «أولاً» … ثانيًا",
    "e-mail: info@example.org (للتواصل)",
]


@needs_fribidi
@pytest.mark.parametrize("base", ["R", "L"])
@pytest.mark.parametrize("line", LINES)
def test_order_mirroring_and_marks_as_fribidi_has_them(line: str, base: str) -> None:
    text = shape(line).text
    direction = "--rtl" if base == "R" else "--ltr"
    command = ["fribidi", "--charset", "UTF-8", "--nopad", "--nobreak", "--reordernsm", direction]
    shown = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    assert "".join(char for _, char in visual(text, base)) == shown.rstrip("\n")


def test_a_number_goes_with_the_line_before() -> None:
    text = "هاتف iPhone 15 Pro."
    start = text.index("15")
    given_levels = levels(text)[start:]
    assert "".join(char for _, char in visual(text[start:], "R", given_levels)) == ".15 Pro"
    assert "".join(char for _, char in visual(text[start:], "R")) == ".Pro 15"


def test_emoji_sequences_keep_their_order() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    thumb = "\U0001f44d\U0001f3fd"
    shown = "".join(char for _, char in visual(f"أسرة {family} و{thumb}"))
    assert family in shown
    assert thumb in shown


def test_marks_follow_their_letter() -> None:
    assert [char for _, char in visual("بَّت")] == ["ت", "ب", "َ", "ّ"]
    assert extenders("بَّت") == {1, 2}


any_text = st.text(st.characters(), max_size=400)
bidi_text = st.text(st.sampled_from([*OF_CLASS.values(), "(", ")", "[", "ب", "\u0651", "\u200d", "\U0001f600"]))


@given(any_text | bidi_text, st.sampled_from(["L", "R"]))
def test_reordering_is_a_permutation(line: str, base: str) -> None:
    assert sorted(index for index, _ in reorder(line, base)) == list(range(len(line)))
    assert sorted(index for index, _ in visual(line, base)) == list(range(len(line)))


@given(any_text | bidi_text, st.sampled_from(["L", "R"]))
def test_levels_give_the_order_of_the_whole_line_again(line: str, base: str) -> None:
    shown = "".join(char for char in line if char not in EXPLICIT and not char.isspace())
    assert arrange(levels(shown, base)) == [index for index, _ in reorder(shown, base)]
    assert visual(shown, base, levels(shown, base)) == visual(shown, base)


@pytest.mark.parametrize("length", [1, 96, 174, 175, 5_000, 31_000])
def test_lines_of_any_length(length: int) -> None:
    line = ("خبر 12 abc " * length)[: length - 1] + "ب"
    order = reorder(line)
    assert sorted(index for index, _ in order) == list(range(length))
    assert order[0][0] == length - 1


@pytest.mark.parametrize("line", ["\ud800", "ب\udfff1", "\x00\x1b[0m", "\ufffe", "\U000e0041", "a\nب\r\n"])
def test_no_string_is_refused(line: str) -> None:
    assert len(reorder(line)) == len(line)
