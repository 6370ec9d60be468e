"""A folder means everything in it that holds articles; what is passed over is told by its reason."""

import os
from pathlib import Path

import pytest

from newscli.errors import NewsError
from newscli.read.paths import File, Selection, files_of, listed, records_of
from newscli.read.record import Options


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.html", "in/b.php?id=2", "in/sub/c", "in/sub/d.txt", "in/.git/x", "in/.hidden", "outside.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("خبر")
    return tmp_path


def found(*arguments, **selection):
    """The files that arguments mean, and why others are passed over."""
    passed_over = []
    files = list(files_of(arguments, Selection(**selection), passed_over.append))
    return [file.path if isinstance(file, File) else file for file in files], passed_over


def test_all_files_of_a_folder_are_taken_in_order_but_hidden_ones(folder):
    assert found("in") == (
        ["in/a.html", "in/b.php?id=2", "in/sub/c", "in/sub/d.txt"],
        ["a hidden folder", "a hidden file"],
    )


@pytest.mark.parametrize(
    ("selection", "files"),
    [
        ({"include": ("*.html", "*.txt")}, ["in/a.html", "in/sub/d.txt"]),
        ({"exclude": ("*.php*",)}, ["in/a.html", "in/sub/c", "in/sub/d.txt"]),
        ({"include": ("sub/*",), "exclude": ("c",)}, ["in/sub/d.txt"]),
    ],
)
def test_patterns_choose_among_them(folder, selection, files):
    assert found("in", **selection)[0] == files


def test_no_link_leads_out_of_the_folder(folder):
    Path("in/out").symlink_to("../outside.txt")
    Path("in/sub/within").symlink_to("../a.html")
    Path("in/up").symlink_to("..")
    files, passed_over = found("in")
    assert "in/sub/within" in files
    assert not any("out" in file for file in files)
    assert "a link that leads out of the folder" in passed_over


def test_a_pipe_in_a_folder_is_passed_over(folder):
    os.mkfifo("in/pipe")
    assert "a pipe or a device" in found("in")[1]


def test_a_file_comes_once_for_a_glob_and_a_missing_one_is_an_error_when_read(folder):
    assert found("in/**")[0].count("in/sub/d.txt") == 1
    assert found("missing")[0] == ["missing"]
    [error] = records_of(File("missing"), Options(), lambda reason: None)
    assert isinstance(error, NewsError)
    assert (error.path, error.message) == ("missing", "there is no such file")


def test_an_empty_folder_is_told(folder):
    Path("empty").mkdir()
    [error] = found("empty")[0]
    assert (error.path, error.message) == ("empty", "holds no file to read")


@pytest.mark.parametrize("data", ["a b.txt\nc.txt\n", "a b.txt\r\nc.txt", "a b.txt\0c.txt\0"])
def test_a_list_of_paths_has_a_line_each(folder, data):
    Path("list").write_text(data)
    assert list(listed("list")) == ["a b.txt", "c.txt"]
