"""Inputs come from files, folders, globs and standard input; what cannot be read says why and what to do."""

import io
import os
import sys
from pathlib import Path
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
    found = [os.path.relpath(path, tmp_path) for path in files.expand([str(tmp_path)], pytest.fail)]
    assert found == ["a.TXT", "b.html", "sub/c.htm", "sub/deep/d.txt"]


def test_a_glob_is_expanded_and_what_fits_nothing_is_handed_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "odd[1].txt"):
        (tmp_path / name).touch()
    assert list(files.expand(["[ab].txt", "odd[1].txt", "none*.txt", "missing", "-"], pytest.fail)) == [
        "a.txt", "b.txt", "odd[1].txt", "none*.txt", "missing", "-",
    ]  # fmt: skip


def test_a_file_name_that_is_no_utf8_is_shown_as_text():
    assert files.shown(os.fsdecode(b"a\xff.txt")) == "a\ufffd.txt"


def test_a_folder_that_cannot_be_read_is_named_and_the_others_are_done(tmp_path, monkeypatch):
    for name in ("a/1.txt", "b/2.txt", "c/3.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    scan = os.scandir

    def scandir(path):
        if str(path).endswith("b"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    told = []
    found = list(files.expand([str(tmp_path)], told.append))
    assert found == [str(tmp_path / "a" / "1.txt"), str(tmp_path / "c" / "3.txt")]
    assert [(one.path, one.message) for one in told] == [
        (str(tmp_path / "b"), "the folder cannot be read (Permission denied)"),
    ]
    assert told[0].advice


def test_a_folder_with_nothing_to_read_says_so(tmp_path):
    (tmp_path / "picture.png").touch()
    told = []
    assert list(files.expand([str(tmp_path)], told.append)) == []
    assert [(one.path, one.message) for one in told] == [(str(tmp_path), "holds no .txt or .html file")]


@pytest.mark.parametrize("pattern", ["g/*", "g/**", "[g]"])
def test_the_folders_that_a_glob_fits_are_opened_and_no_file_comes_twice(tmp_path, monkeypatch, pattern):
    monkeypatch.chdir(tmp_path)
    for name in ("g/a.txt", "g/sub/b.txt", "g/sub/deep/c.html", "g/none/picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [path for path in files.expand([pattern], pytest.fail) if not path.endswith("png")]
    assert found == ["g/a.txt", "g/sub/b.txt", "g/sub/deep/c.html"]


def test_in_a_folder_only_files_are_taken(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").touch()
    (tmp_path / "to-a.txt").symlink_to("a.txt")
    (tmp_path / "to-nowhere.txt").symlink_to("missing")
    (tmp_path / "to-pipe.txt").symlink_to("pipe.txt")
    found = [Path(path).name for path in files.expand([str(tmp_path)], pytest.fail)]
    assert found == ["a.txt", "to-a.txt", "to-nowhere.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("pattern", ["*", "**", "**/*", "*/**", "**/*.txt"])
def test_a_glob_opens_no_pipe_and_goes_in_no_circle(tmp_path, monkeypatch, pattern):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("خبر", "utf-8")
    (tmp_path / "a" / "circle").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "itself").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "two.txt").write_text("خبر", "utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "a" / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    found = files.matches(pattern)
    assert not [path for path in found if path.endswith("pipe.txt")]
    assert [path for path in found if path.count("circle") + path.count("itself") > 1] == []
    assert {path.replace(os.sep, "/") for path in found} & {"two.txt", "a/one.txt", "a"}
