"""Inputs come from files, folders, globs and standard input; what cannot be read says why and what to do."""

import io
import os
import sys
from types import SimpleNamespace

import pytest

from newscli.errors import InputError
from newscli.read import files


def test_a_file_gives_its_bytes_and_its_path(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\x00x")
    source = files.read(str(path))
    assert (source.data, source.path) == (b"\xff\x00x", str(path))


def test_standard_input_has_no_path(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"abc")))
    source = files.read("-")
    assert (source.data, source.path) == (b"abc", None)


@pytest.mark.parametrize(
    ("name", "says"), [("missing.txt", "no such file"), (".", "folder"), ("a\0b", "null"), ("x" * 5000, "too long")]
)
def test_what_cannot_be_read_says_why(tmp_path, monkeypatch, name, says):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=says) as caught:
        files.read(name)
    assert caught.value.path == name
    assert caught.value.advice


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_says_so(tmp_path):
    path = tmp_path / "secret.txt"
    path.touch(mode=0)
    with pytest.raises(InputError, match="permission"):
        files.read(str(path))


def test_an_endless_input_is_refused(monkeypatch):
    monkeypatch.setattr(files, "LIMIT", 1 << 20)
    with pytest.raises(InputError, match="larger than 1 MiB"):
        files.read("/dev/zero")


def test_a_folder_means_its_articles_at_any_depth_in_order(tmp_path):
    for name in ("b.html", "a.TXT", "sub/c.htm", "sub/image.png", "sub/deep/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [os.path.relpath(path, tmp_path) for path in files.expand([str(tmp_path)])]
    assert found == ["a.TXT", "b.html", "sub/c.htm", "sub/deep/d.txt"]


def test_a_glob_is_expanded_and_what_fits_nothing_is_handed_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "odd[1].txt"):
        (tmp_path / name).touch()
    assert list(files.expand(["[ab].txt", "odd[1].txt", "none*.txt", "missing", "-"])) == [
        "a.txt", "b.txt", "odd[1].txt", "none*.txt", "missing", "-",
    ]  # fmt: skip


def test_a_file_name_that_is_no_utf8_is_shown_as_text():
    assert files.shown(os.fsdecode(b"a\xff.txt")) == "a\ufffd.txt"
