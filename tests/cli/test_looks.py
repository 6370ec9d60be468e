"""How results look: plain in a pipe unless the call asks for something else, shaped on a terminal, through a pager."""

import json
import re

import pytest

from newscli.cli.app import COMMANDS
from newscli.rtl.width import cells

SHAPED = re.compile("[\ufe70-\ufeff]{2}")
LOOK = ["--bidi", "visual", "--color", "--width", "60"]


def test_an_option_of_the_call_wins_in_a_pipe(newscli, samples):
    text = newscli("parse", samples / "column.txt", *LOOK).stdout
    assert SHAPED.search(text)
    assert "\x1b[" in text
    plain = re.sub("\x1b\\[[0-9;]*m", "", text)
    assert max(map(cells, plain.splitlines())) <= 60


def test_what_is_not_asked_for_stays_plain(newscli, samples):
    folded = newscli("parse", samples / "column.txt", "--width", "40").stdout
    assert not SHAPED.search(folded)
    assert "\x1b" not in folded
    assert max(map(cells, folded.splitlines())) <= 40
    assert [line for line in folded.splitlines() if line != line.strip()] == []
    assert not SHAPED.search(newscli("parse", samples / "column.txt", "--color").stdout)


def test_what_the_environment_or_the_configuration_says_changes_no_pipe(newscli, samples, tmp_path):
    (tmp_path / "newscli").mkdir()
    (tmp_path / "newscli" / "config.toml").write_text('bidi = "visual"\ncolor = true\nwidth = 40\nmargin = 3\n')
    environment = {"XDG_CONFIG_HOME": str(tmp_path), "NEWSCLI_BIDI": "visual"}
    usual = newscli("parse", samples / "column.txt").stdout
    assert newscli("parse", samples / "column.txt", env=environment).stdout == usual


@pytest.mark.parametrize(
    "call",
    [["parse", "{sample}", "--field", "title"], ["dates", "الأربعاء 12 أغسطس 2015"], ["inspect", "{sample}"]],
    ids=lambda call: call[0],
)
def test_each_command_follows_the_look(newscli, samples, call, on_terminal):
    arguments = [part.format(sample=samples / "column.txt") for part in call]
    assert not SHAPED.search(newscli(*arguments).stdout)
    assert SHAPED.search(newscli(*arguments, *LOOK).stdout)
    assert SHAPED.search(on_terminal(*arguments))


def test_a_date_keeps_its_order_behind_arabic_words(on_terminal):
    assert "2012-05-05" in on_terminal("dates", "5 مايو 2012")


def test_compare_is_shaped_on_a_terminal(tmp_path, on_terminal):
    for name, title in ("old", "عنوان قديم"), ("new", "عنوان جديد"):
        line = json.dumps({"title": title, "source": {"path": "a", "sha256": "0"}}, ensure_ascii=False)
        (tmp_path / name).write_text(line + "\n", "utf-8")
    assert SHAPED.search(on_terminal("compare", tmp_path / "old", tmp_path / "new"))


def test_a_message_with_an_arabic_file_name_is_shaped_on_a_terminal(tmp_path, on_terminal):
    assert SHAPED.search(on_terminal("parse", tmp_path / "مفقود.txt"))


def test_a_piped_article_has_no_words_of_ours(newscli, samples):
    for sample in ("aggregator.txt", "column.txt", "levant.txt", "page.html"):
        words = set(re.findall(r"\w+", newscli("parse", samples / sample).stdout))
        source = (samples / sample).read_text("utf-8")
        assert {word for word in words if not re.fullmatch(r"[\dT]+", word)} <= set(re.findall(r"\w+", source))


def test_several_articles_have_their_names_between_them(samples, on_terminal):
    text = on_terminal("parse", samples / "column.txt", samples / "levant.txt")
    assert [text.count(f"── {samples}") + text.count(name) for name in ("column.txt", "levant.txt")] == [3, 3]
    assert "──" not in on_terminal("parse", samples / "column.txt")


def test_what_is_longer_than_the_screen_goes_through_the_pager(samples, tmp_path, on_terminal):
    pager = f"tee {tmp_path / 'paged'}"
    text = on_terminal("parse", samples / "column.txt", lines=5, PAGER=pager)
    assert SHAPED.search((tmp_path / "paged").read_text("utf-8"))
    assert SHAPED.search(text)
    (tmp_path / "paged").unlink()
    on_terminal("parse", samples / "column.txt", lines=200, PAGER=pager)
    on_terminal("parse", samples / "column.txt", "--no-pager", lines=5, PAGER=pager)
    on_terminal("parse", samples / "column.txt", lines=5, PAGER=pager, TERM="dumb")
    assert not (tmp_path / "paged").exists()


@pytest.mark.parametrize("option", [[], ["--pager"]])
def test_a_pager_that_does_not_exist_costs_nothing(samples, option, on_terminal):
    shown = on_terminal("parse", samples / "column.txt", *option, lines=5, PAGER="no-such-pager")
    assert shown == on_terminal("parse", samples / "column.txt", "--no-pager", lines=5)


def test_the_text_stands_in_the_middle_of_a_wide_screen_and_margins_are_kept(samples, on_terminal):
    wide = on_terminal("parse", samples / "column.txt", "--no-color", COLUMNS="200")
    ends = {cells(line.rstrip()) for line in wide.splitlines() if line.strip()}
    assert max(ends) < 150
    narrow = on_terminal("parse", samples / "column.txt", "--no-color", "--margin", "10")
    assert max(cells(line.rstrip()) for line in narrow.splitlines()) <= 70


def test_help_is_drawn_on_a_terminal_and_plain_in_a_pipe(newscli, on_terminal):
    assert "╭" in on_terminal("parse", "--help")
    assert "╭" not in newscli("parse", "--help").stdout


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_no_colour_that_some_ground_swallows(on_terminal, command):
    text = on_terminal(*filter(None, [command]), "--help")
    assert set(re.findall("\x1b\\[([0-9;]*)m", text)) <= {"0", "1", "2", "38;5;164", "1;38;5;164"}
    assert max(map(cells, re.sub("\x1b\\[[0-9;]*m", "", text).splitlines())) <= 80
