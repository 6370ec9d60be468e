"""Text that a terminal would obey, in every place where a command prints what it did not write itself."""

import json
import re
import sys

import pytest

from newscli.errors import pasted

ATTACK = "\x9b31m\x9d0;x\x07\x1b]0;t\x07\u202eabc\u2066\x7f\x9f"
TITLE = "القطار الليلي يعود إلى رأس الجوز"
STORY = (
    "أعلنت إدارة السكك في رأس الجوز أن القطار الليلي سيعود إلى العمل في نهاية الشهر، بعد توقف دام عامين بسبب الصيانة.",
    "وقال مدير المحطة نادر الحلواني إن العربات الجديدة تتسع لثلاثمئة راكب، وإن التذاكر ستباع في المحطة وعلى الشبكة.",
    "وينتظر أن يقطع القطار المسافة إلى العاصمة في أربع ساعات، مع توقف قصير في محطة عين الرمان قبل منتصف الليل.",
)


def story(inserted):
    """A story with something in each of its lines."""
    return "\n\n".join(f"{line[:20]}{inserted}{line[20:]}" for line in (TITLE, *STORY))


OBEYED = re.compile("\x1b[]\\[](?!8;;|[0-9;]*m|8[lh])|[\x00-\x08\x0b-\x1a\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
NAME = "e\x1b[2J\x9b\u202e.txt"
CALLS = [
    ["parse", NAME], ["parse", "--json", NAME], ["parse", "--json", "--blocks", NAME],
    ["parse", "--format", "csv", NAME],
    ["parse", "--format", "markdown", NAME], ["parse", "--field", "body", NAME],
    ["parse", "-H", "--field", "title", NAME],
    ["inspect", NAME], ["inspect", "--json", NAME], ["export", NAME], ["export", "-f", "csv", NAME],
    ["dates", f"5/6/2015{ATTACK}"], ["dates", "--json", f"5/6/2015{ATTACK}"], ["parse", f"none{ATTACK}"],
    ["parse", "--field", ATTACK, NAME], [ATTACK], ["terminal"],
]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="such names and terminals are not Windows'")
@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call[:2]).encode("unicode_escape").decode())
def test_a_terminal_obeys_nothing_of_an_input(on_terminal, tmp_path, monkeypatch, call):
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAME).write_text(story(ATTACK), "utf-8")
    shown = on_terminal(*call, XDG_CONFIG_HOME=str(tmp_path / "c\x9b31m"), PAGER="cat")
    assert shown
    assert "holds no article" not in shown
    assert OBEYED.findall(shown) == []


def test_json_in_a_pipe_is_as_it_is(newscli, tmp_path):
    (tmp_path / "a.txt").write_text(story("\x9b\x7f\u202e"), "utf-8")
    body = json.loads(newscli("parse", "--json", tmp_path / "a.txt").stdout)["body"]
    assert body.split("\n\n")[0] == STORY[0][:20] + "\x9b\x7f\u202e" + STORY[0][20:]


@pytest.mark.parametrize(("path", "shown"), [("a b", "'a b'"), ("-x", "./-x"), ("$(x)", "'$(x)'"), ("a", "a")])
def test_a_path_in_an_advice_can_be_pasted(path, shown):
    assert pasted(path) == shown
