"""Patterns that are compiled when they are used, and kept for the next call."""

import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newscli import regex as kept

ROOT = Path(__file__).resolve().parent.parent

PATTERNS = [
    (r"(?P<day>\d+)\s+(?P<month>\w+)?", 0),
    (r"  [أإآ]  نباء # words  ", re.VERBOSE | re.IGNORECASE),
    (rb"<meta[^>]*charset=([\w-]+)", re.IGNORECASE),
    (r"(a)|(b)|", re.MULTILINE),
]


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A place of its own for what is kept, and nothing compiled yet."""
    monkeypatch.setattr(kept, "_path", lambda: str(tmp_path / "regex.dat"))
    monkeypatch.setattr(kept, "_new", {})
    monkeypatch.setattr(kept, "_old", [])
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def again(monkeypatch):
    """As the next process begins."""
    monkeypatch.setattr(kept, "_new", {})
    monkeypatch.setattr(kept, "_old", [])


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_pattern_is_the_one_that_re_makes_made_anew_or_kept(folder, monkeypatch, pattern, flags):
    plain = re.compile(pattern, flags)
    for _ in range(2):
        mine = kept.regex(pattern, flags)
        for text in ("5 مايو 2012", "الأنباء", "b a", '<META charset="utf-8">', ""):
            given = text.encode() if isinstance(pattern, bytes) else text
            assert [(m.span(), m.groupdict()) for m in mine.finditer(given)] == [
                (m.span(), m.groupdict()) for m in plain.finditer(given)
            ]
        assert (mine.flags, mine.groups, mine.groupindex) == (plain.flags, plain.groups, plain.groupindex)
        kept.keep()
        again(monkeypatch)
    assert kept._kept()


def test_what_is_kept_is_not_compiled_again(folder, monkeypatch):
    kept.regex(r"\d+").search("1")
    kept.keep()
    again(monkeypatch)
    monkeypatch.setattr(kept, "_code", None)
    assert kept.regex(r"\d+").search("12")[0] == "12"


@pytest.mark.parametrize("data", [b"", b"nonsense", pickle.dumps({})])
def test_what_cannot_be_read_is_made_anew(folder, data):
    (folder / "regex.dat").write_bytes(data)
    assert kept.regex("b+").search("abb")[0] == "bb"


def test_nothing_is_written_where_python_writes_nothing(folder, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept.regex("c+").search("c")
    kept.keep()
    assert list(folder.iterdir()) == []


def test_another_engine_than_this_is_served_by_re(folder, monkeypatch):
    monkeypatch.setattr(kept, "_code", lambda pattern, flags: (0, b"", 0))
    assert kept.regex("d+").search("add")[0] == "dd"


def test_a_pattern_is_compiled_once_whatever_it_is_asked_for(monkeypatch):
    mine = kept.regex("a")
    assert mine.subn("b", "aa") == ("bb", 2)
    monkeypatch.setattr(kept, "_compiled", None)
    assert mine.subn("b", "a") == ("b", 1)
    assert mine.search("a")


def test_a_fault_in_a_pattern_is_told():
    with pytest.raises(re.error):
        kept.regex("(").search("")


def test_the_library_writes_nothing(tmp_path):
    path = tmp_path / "regex.dat"
    code = f"import newscli, sys; from newscli import regex; regex._path = lambda: {str(path)!r}\n"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for call, written in (
        ("newscli.parse('خبر من المكلا')", False),
        ("from newscli.__main__ import script; sys.argv[1:] = ['dates', '5/6/2015']; script()", True),
    ):
        subprocess.run([sys.executable, "-c", code + call], env=environment, capture_output=True, check=True)
        assert path.exists() is written


def test_every_process_asks_for_the_same_patterns(tmp_path):
    """A pattern made of a set's letters would be another one in each process, and the file of those kept would grow."""
    samples = [str(path) for path in sorted((ROOT / "samples").iterdir()) if path.suffix in (".txt", ".html")]
    code = (
        f"import newscli; from newscli import regex; regex._path = lambda: {str(tmp_path / 'none')!r}\n"
        f"for path in {samples!r}: newscli.parse_file(path).to_json(blocks=True)\n"
        "print(len(regex._new), sorted(map(ascii, regex._new)))"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert int(first.split()[0]) > 100
    assert first == second
