"""What systems do to programs: disks that take nothing, files that change, names and settings that nobody expects."""

import json
import os
import subprocess
import sys
import threading

import pytest

from tests import running
from tests.running import mounted, started
from tests.texts import LAST, LEAD, MORE, TITLE, joined

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="faults as Unix has them")

TEXT = joined(TITLE, LEAD, MORE, LAST)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def titles(output):
    return [json.loads(line)["title"] for line in output.splitlines()]


# Disks


@pytest.fixture
def read_only(tmp_path):
    """A folder on a disk that may not be written."""
    with mounted(tmp_path / "disk", "ro") as folder:
        yield folder


@pytest.mark.parametrize(
    "call",
    ["export a.txt -o {}/a.jsonl", "export a.txt -o {}/a.db", "export a.txt -o {}/a.parquet",
     "export a.txt -o {}/pages/ -f html", "export a.txt -o {}/parts --parts", "inspect a.txt --html {}/a.html"],
)  # fmt: skip
def test_a_disk_that_may_not_be_written_is_a_message(newscli, article, read_only, call):
    done = newscli(*call.format(read_only).split(), cwd=article.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot be written (Read-only file system)" in done.stderr


# Files


def test_a_file_that_is_gone_when_its_turn_comes_costs_itself(article, tmp_path):
    gone = tmp_path / "gone.txt"
    gone.write_text(TEXT, "utf-8")
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with started("export", article, "-", gone, article, **pipes) as child:
        assert titles(child.stdout.readline()) == [TITLE]  # now it waits for standard input
        gone.unlink()
        out, errors = child.communicate(TEXT.encode())
    assert child.returncode == 1
    assert titles(out) == [TITLE, TITLE]
    assert b"gone.txt: there is no such file" in errors


@pytest.mark.parametrize("command", [("parse", "--format", "jsonl"), ("export",)])
def test_a_file_that_grows_while_it_is_read_is_read_to_some_end(newscli, tmp_path, command):
    path = tmp_path / "a.txt"
    path.write_text(TEXT + "\n\n" + LEAD * 2000, "utf-8")
    stop = threading.Event()

    def grow():
        with path.open("ab") as file:
            while not stop.wait(0.001):
                file.write(f"\n\n{MORE}".encode())
                file.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        done = newscli(*command, path)
    finally:
        stop.set()
        writer.join()
    assert done.returncode == 0
    assert titles(done.stdout) == [TITLE]


def test_a_named_pipe_is_read_like_standard_input(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with started("parse", "--field", "title", pipe, stdout=subprocess.PIPE) as child:
        pipe.write_text(TEXT, "utf-8")
        assert child.stdout.read().decode() == f"{TITLE}\n"
    assert child.returncode == 0


def test_links_in_a_circle_cost_themselves(newscli, article):
    (article.parent / "loop.txt").symlink_to("loop.txt")
    (article.parent / "here").symlink_to(".")
    done = newscli("export", article.parent)
    assert done.returncode == 1
    assert titles(done.stdout) == [TITLE]
    assert "loop.txt: cannot be read (Too many levels of symbolic links)" in done.stderr


def test_names_that_are_no_utf8_are_read_and_written(newscli, article):
    name = os.fsdecode(b"\xc7\xe1.txt")  # in windows-1256
    article.rename(article.parent / name)
    assert newscli("parse", name, "--field", "title", cwd=article.parent).stdout == f"{TITLE}\n"
    done = newscli("export", ".", "-o", f"{name}.jsonl", cwd=article.parent)
    assert done.returncode == 0
    [row] = (json.loads(line) for line in (article.parent / f"{name}.jsonl").read_text("utf-8").splitlines())
    assert (row["title"], row["source"]["path"]) == (TITLE, "./\ufffd\ufffd.txt")


# Settings


@pytest.mark.parametrize(
    "command", ["parse a.txt", "parse a.txt --json", "inspect a.txt", "export a.txt", "dates 2015-05-17", "terminal"]
)
def test_without_home_and_locale_it_does_the_same(newscli, article, command):
    usual = newscli(*command.split(), cwd=article.parent, env={"TERM": "xterm"})
    bare = {"PYTHONPATH": os.environ.get("PYTHONPATH", ""), "LC_ALL": "C", "TERM": "xterm"}
    done = subprocess.run(
        running.command(*command.split()), cwd=article.parent, env=bare, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    if command != "terminal":  # which tells where the settings are
        assert done.stdout.decode() == usual.stdout


@pytest.mark.parametrize("call", ["parse a.txt", "inspect a.txt", "--help", "parse --help", "terminal"])
@pytest.mark.parametrize(
    "settings",
    [{"COLUMNS": "0"}, {"COLUMNS": "-5"}, {"COLUMNS": "1"}, {"COLUMNS": "٨٠"}, {"COLUMNS": "x"},
     {"COLUMNS": "9" * 5000}, {"COLUMNS": "99999999999999"}, {"LINES": "99999999999999"},
     {"TERM": ""}, {"TERM": "no-such-terminal"}],
    ids=lambda settings: "=".join(*settings.items())[:20],
)  # fmt: skip
def test_whatever_the_environment_says_of_the_terminal_it_is_written_to(
    on_terminal, article, monkeypatch, call, settings
):
    monkeypatch.chdir(article.parent)
    shown = on_terminal(*call.split(), PAGER="cat", **settings)
    assert 100 < len(shown) < 500_000
    assert "newscli: " not in shown


def test_no_width_is_too_large_for_the_memory(newscli, article):
    done = newscli("parse", article, "--width", "999999999999")
    assert (done.returncode, done.stderr) == (2, "newscli: --width 999999999999 is too wide. Give 9999 or less.\n")


# Memory


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as Linux has them")
@pytest.mark.parametrize("command", [("parse", "--format", "jsonl"), ("export",)])
def test_a_file_for_which_there_is_no_memory_costs_itself(article, command):
    import resource

    large = article.parent / "large.txt"
    large.write_text("كلمة " * 5_000_000, "utf-8")
    limit = 100_000_000
    done = subprocess.run(
        running.command(*command, large, article),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert titles(done.stdout) == [TITLE]
    assert f"{large}: not enough memory" in done.stderr.decode()
