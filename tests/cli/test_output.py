"""Where results go: an old file stays until there is something to write; links, devices and pipes stay.

No test names a node of /dev itself as the output: run as root against a fault, it would be gone for the whole system.
"""

import json
import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from tests import running

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def test_an_old_export_stays_where_no_input_can_be_read(newscli, tmp_path):
    old = tmp_path / "old.jsonl"
    old.write_text("old\n")
    assert newscli("export", tmp_path / "missing.txt", "-o", old).returncode == 1
    assert old.read_text() == "old\n"


def test_an_export_takes_the_place_of_the_old_one(newscli, samples, tmp_path):
    old = tmp_path / "old.jsonl"
    old.write_text("old\n" * 10_000)
    assert newscli("export", tmp_path / "missing.txt", samples / "column.txt", "-o", old).returncode == 1
    assert json.loads(old.read_text("utf-8"))["title"]


@needs_full
@pytest.mark.parametrize("way", [["export", "-o"], ["inspect", "--html"]], ids=["export", "inspect"])
def test_a_full_disk_is_named(newscli, samples, tmp_path, way):
    command, option = way
    (tmp_path / "full").symlink_to("/dev/full")
    done = newscli(command, samples / "column.txt", option, "full", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "newscli: full: cannot be written (No space left on device). Check the disk.\n"
    assert (tmp_path / "full").is_symlink()


@pytest.mark.parametrize("way", [["export", "-o"], ["inspect", "--html"]], ids=["export", "inspect"])
def test_results_can_go_to_standard_output_by_its_path(newscli, samples, tmp_path, way):
    command, option = way
    done = newscli(command, samples / "column.txt", option, "/dev/fd/1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    log = tmp_path / "log"
    log.write_text("before\n")
    call = running.command(command, samples / "column.txt", option, "/dev/fd/1")
    with log.open("ab") as file:
        subprocess.run(call, stdout=file, check=True)
    assert log.read_text("utf-8") == "before\n" + done.stdout


def test_a_report_goes_where_a_link_leads(newscli, samples, tmp_path):
    (tmp_path / "reports").mkdir()
    target = tmp_path / "reports" / "report.html"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "latest.html"
    link.symlink_to(Path("reports", "report.html"))
    assert newscli("inspect", samples / "column.txt", "--html", link).returncode == 0
    assert link.is_symlink()
    assert "<html" in target.read_text("utf-8")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in target.parent.iterdir()] == ["report.html"]


def test_a_report_touches_no_other_file(newscli, samples, tmp_path):
    mine = tmp_path / "report.html.part"
    mine.write_text("mine")
    assert newscli("inspect", samples / "column.txt", "--html", tmp_path / "report.html").returncode == 0
    assert mine.read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.html", "report.html.part"]


def test_a_report_goes_through_a_pipe(newscli, samples, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert newscli("inspect", samples / "column.txt", "--html", pipe).returncode == 0
    assert os.read(reader, 65536).startswith(b"<!doctype html>")  # as much as a pipe holds
    os.close(reader)
    assert pipe.is_fifo()


def test_an_index_needs_a_file(newscli, samples, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    done = newscli("inspect", samples, "--html", tmp_path / "pipe")
    assert done.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.parametrize("call", [["export"], ["inspect"], ["inspect", "--html", "report.html"]], ids=" ".join)
def test_a_folder_without_articles_is_named(newscli, tmp_path, call):
    (tmp_path / "empty").mkdir()
    done = newscli(*call, "empty", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("newscli: empty: holds no ")
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


@pytest.mark.parametrize("command", ["parse", "export"])
def test_a_file_name_cannot_steer_the_terminal(newscli, tmp_path, command):
    names = ["a\x1b[2J\nnewscli: b.txt", os.fsdecode(b"c\xff.txt"), "\u202egnp.txt"]
    done = newscli(command, *names, cwd=tmp_path)
    shown = re.findall("^newscli: (.*): there is no such file", done.stderr, re.MULTILINE)
    assert shown == [r"a\x1b[2J\nnewscli: b.txt", "c\ufffd.txt", r"\u202egnp.txt"]


ENGLISH = """The town opens a new footbridge

The town opened a new footbridge on Monday in front of many residents.

The mayor said that the bridge shortens the way to the school and to the market.

Work on it took two years and cost less than had been planned.
"""


ARABIC = """البلدية تفتتح جسرا جديدا للمشاة

افتتحت البلدية يوم الاثنين جسرا جديدا للمشاة عند مدخل السوق بحضور عدد كبير من السكان.

وقال رئيس البلدية إن الجسر يقصر الطريق إلى المدرسة وإلى السوق.

واستمر العمل فيه عامين وكلف أقل مما كان مقدرا له.
"""

WARNED = {
    "not-arabic": (ENGLISH, "is not in the Arabic script, for which newscli is made"),
    "mojibake": (
        ARABIC.encode("windows-1256").decode("windows-1252"),
        "was decoded wrongly before it came here. Fetch it anew from where it stands.",
    ),
    "visual-order": (
        "\n\n".join(line[::-1] for line in ARABIC.split("\n\n")),
        "has its letters in the order of the screen. Fetch it anew from where it stands.",
    ),
}


@pytest.mark.parametrize("warning", WARNED)
@pytest.mark.parametrize("way", [(), ("--field", "title")], ids=["text", "field"])
def test_a_warning_that_text_has_no_room_for_goes_to_standard_error(newscli, tmp_path, warning, way):
    text, said = WARNED[warning]
    file = tmp_path / "story.txt"
    file.write_text(text, "utf-8")
    done = newscli("parse", file, *way)
    assert done.returncode == 0
    assert done.stderr == f"newscli: {file}: {said}\n"
    as_json = newscli("parse", "--json", file)
    assert as_json.stderr == ""
    assert warning in as_json.stdout
