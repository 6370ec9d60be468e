"""Arabic: what newscli itself says, in a pipe in logical order, on a terminal from the right; names and keys stay."""

import json
import re

import pytest

from newscli.cli.app import COMMANDS
from newscli.rtl.width import cells

AR = {"NEWSCLI_LANG": "ar"}
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\].*?(?:\x07|\x1b\\)")
LETTERS = re.compile("[\u0621-\u064a]")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["parse", "none.txt"], "newscli: none.txt: لا يوجد ملف بهذا الاسم. تحقق من الاسم والمجلد."),
        (["parse", "--field", "titel", "x"], "newscli: لا يوجد حقل باسم 'titel'. هل تقصد: title؟"),
        (["parse", "--widht", "9"], "newscli: لا يوجد خيار باسم --widht. هل تقصد: --width؟"),
        (["parze"], "newscli: لا يوجد أمر باسم 'parze'. هل تقصد: newscli parse؟"),
        (["compare", "a"], "newscli: ينقص الوسيط 'NEW'. راجع: newscli compare --help"),
        (
            ["parse", "--margin", "-3", "x"],
            "newscli: قيمة غير صالحة للخيار '--margin': -3 خارج المدى x>=0. راجع: newscli parse --help",
        ),
        (
            ["parse", "--json", "--field", "title", "x"],
            "newscli: لا يجتمع --field مع --json. احذف أحدهما.",
        ),
    ],
)
def test_messages_are_arabic_in_logical_order(newscli, call, told):
    done = newscli(*call, env=AR)
    assert done.stderr == told + "\n"
    assert done.returncode in (1, 2)


def test_the_locale_is_enough_and_newscli_lang_wins(newscli):
    locale = {"NEWSCLI_LANG": "", "LC_ALL": "ar_EG.UTF-8"}
    assert "لا يوجد" in newscli("parse", "none", env=locale).stderr
    for language in ("en", "fr", "C"):
        assert "there is no such file" in newscli("parse", "none", env=locale | {"NEWSCLI_LANG": language}).stderr


def test_keys_and_values_of_json_are_the_same_in_every_language(newscli, samples):
    calls = (["parse", samples / "page.html", "--json", "--blocks"], ["inspect", samples / "page.html", "--json"])
    for call in calls:
        assert newscli(*call, env=AR).stdout == newscli(*call).stdout


def test_a_field_and_a_piped_article_are_the_same_in_every_language(newscli, samples):
    for call in (["parse", samples / "levant.txt"], ["parse", samples / "aggregator.txt", "--field", "attribution"]):
        assert newscli(*call, env=AR).stdout == newscli(*call).stdout


def test_failures_are_written_to_a_file_in_english(newscli, tmp_path):
    """Programs read it."""
    newscli("export", "none.txt", "--errors", tmp_path / "errors.jsonl", "-o", tmp_path / "a.jsonl", env=AR)
    assert json.loads((tmp_path / "errors.jsonl").read_text("utf-8"))["error"] == "there is no such file"


def test_an_export_is_summed_up_in_arabic(newscli, samples, tmp_path):
    done = newscli("export", samples, "-o", tmp_path / "a.jsonl", "--articles-only", env=AR)
    assert re.fullmatch(
        r"newscli: الأخبار: 13، في [\d.]+ ثانية(، بمعدل \d+ في الثانية)?\n  استُبعد 1: 1 بلا خبر\n", done.stderr
    )


def test_counts_comparisons_and_hits_are_labelled_in_arabic(newscli, samples, tmp_path):
    first, second, archive = (tmp_path / name for name in ("a.jsonl", "b.jsonl", "a.db"))
    for out, inputs in ((first, "levant.txt"), (second, "page.html"), (archive, "levant.txt")):
        newscli("export", samples / inputs, "-o", out, "-q")
    stats = newscli("stats", first, env=AR).stdout
    assert {"الأماكن", "ما لم تذكره الصفحات", "عدد الكلمات"} <= set(stats.splitlines())
    compared = newscli("compare", first, second, env=AR).stdout
    assert "متطابق: 0، متغير: 0، مضاف: 1، محذوف: 1" in compared
    assert f"في {second} وحده" in compared
    assert newscli("search", "بيروت", archive, env=AR).stdout.splitlines()[-1] == "خبر واحد"


def test_an_inspection_is_labelled_in_arabic(newscli, samples):
    shown = newscli("inspect", samples / "page.html", env=AR).stdout
    for label in ("الترميز:", "سطر المكان", "القالب", "اختير", "لم يختر", "ما تقوله الصفحة عن نفسها"):
        assert label in shown
    for word in ("boilerplate", "not taken", "decoded as", "metadata\n"):
        assert word not in shown


def test_the_report_is_arabic(newscli, samples, tmp_path):
    newscli("inspect", samples / "levant.txt", "--html", tmp_path / "r.html", env=AR)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "السطر 1، الحروف من 0 إلى" in page


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_arabic_in_80_columns(newscli, name):
    call = [name, "--help"] if name else ["--help"]
    shown = newscli(*call, env=AR).stdout
    examples = shown.index("أمثلة:")
    assert shown.startswith(f"الاستعمال: newscli {name}".rstrip())
    assert all(len(line) <= 80 for line in shown.splitlines()), "a line is too long"
    # what is English in it is names, options and code: no line of words alone
    assert not re.search(r"^ +[A-Z][a-z]+ [a-z]+ [a-z]+", shown[:examples], re.MULTILINE)
    english = newscli(*call).stdout
    assert set(re.findall(r"--[a-z-]+", shown)) == set(re.findall(r"--[a-z-]+", english))


@pytest.mark.parametrize("name", ["export", "search", ""])
def test_help_on_a_terminal_begins_at_the_right_and_options_keep_their_order(on_terminal, name):
    call = [name, "--help"] if name else ["--help"]
    lines = [SEQUENCE.sub("", line) for line in on_terminal(*call, **AR).splitlines()]
    assert all(cells(line) <= 80 for line in lines)
    assert lines[0].rstrip().endswith("\ufe8d")  # the first letter of the first word, shaped
    option = next(line for line in lines if "--help" in line)
    assert option.rstrip().endswith("-h, --help")
    assert option.startswith("      ")


def test_a_message_on_a_terminal_is_shaped_and_begins_at_the_right(on_terminal):
    line = on_terminal("parse", "none.txt", **AR).strip("\n")
    assert line.endswith("newscli: none.txt")
    assert not LETTERS.search(line)
    assert len(line) == 80


def test_a_sign_stays_before_its_number_on_a_terminal(on_terminal, samples):
    shown = on_terminal("inspect", samples / "levant.txt", "--verbose", "--no-pager", "--no-color", **AR)
    assert re.search(r" [+-]\d+\.\d\d *$", shown, re.MULTILINE)
    assert not re.search(r"\d\.\d\d[+-]", shown)


def test_an_inspection_on_a_terminal_stands_at_the_right(on_terminal, samples):
    lines = on_terminal("inspect", samples / "levant.txt", "--no-pager", "--no-color", **AR).splitlines()
    assert lines[0].rstrip().endswith(str(samples / "levant.txt"))
    heads = [line.rstrip() for line in lines if re.search(r" %\d+ ", line)]  # so it stands in Arabic: to the left
    assert heads
    assert all(re.search(r" %\d+ \S.* \d+$", line) for line in heads), heads
    facts = next(line for line in lines if "sha256" in line)
    assert re.search(r"^ +sha256 [0-9a-f]{12} ،\S+ [\d,]+ ،text$", facts.rstrip())
