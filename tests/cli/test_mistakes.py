"""What somebody meets who tries newscli for the first time and gives it the wrong thing."""

import os
import pty
import shlex
import subprocess

import pytest

from newscli.cli.app import COMMANDS
from tests import running


@pytest.fixture
def folder(tmp_path, samples):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "nothing.txt").write_text("x", "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "story.txt").write_bytes((samples / "column.txt").read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    ("call", "status", "says"),
    [
        ("parse", 1, "newscli: standard input: is empty, and holds no article. Give a file, or pipe an article in."),
        ("parse empty.txt", 1, "newscli: empty.txt: is empty, and holds no article. Give a file, or pipe ..."),
        ("parse nothing.txt", 1, "newscli: nothing.txt: holds no article. See why: newscli inspect nothing.txt"),
        ("inspect nothing.txt", 1, "newscli: nothing.txt: holds no article"),
        ("export https://a.example/b", 1, "newscli: https://a.example/b: is an address, and files are read here. ..."),
        ("export story.txt -o a.xlsx", 2, "newscli: .xlsx tells no format of a.xlsx. Say it with --format (jsonl, ..."),
        ("export story.txt -o a.jsonl.gz", 2, "newscli: .gz tells no format of a.jsonl.gz. Say it with --format ..."),
        ("export story.txt -o paper.html", 2, "newscli: .html tells no format of paper.html. It makes a ..."),
        ("export story.txt --append", 2, "newscli: --append goes with --output. See: newscli export --help"),
        ("compare none.jsonl none.jsonl", 1, "newscli: none.jsonl: there is no such file. Check the name and ..."),
        ("compare story.txt story.txt", 1, "newscli: story.txt: is no JSON Lines export (its ..."),
        ("search x folder", 1, "newscli: folder: is a folder. Give a database that newscli export -o NAME.db wrote."),
        ("dates story.txt", 0, "newscli: story.txt: is a file, and was read as a text. For the dates in it: ..."),
        ("lexicon", 0, "newscli: no words of your own yet. As in: newscli lexicon add agency ..."),
        ("lexicon add agency ' '", 2, "newscli: what to add is missing. As in: newscli lexicon add agency ..."),
    ],
)
def test_the_answer_says_what_to_do(newscli, folder, call, status, says):

    environment = {"XDG_CONFIG_HOME": str(folder), "NEWSCLI_LEXICON": ""}
    done = newscli(*shlex.split(call), cwd=folder, env=environment, input=b"")
    assert done.returncode == status
    [line] = done.stderr.splitlines()
    start, cut, _ = says.partition("...")
    assert line.startswith(start) if cut else line == says


@pytest.mark.parametrize("name", ["articles", "2024-01.02", "/dev/null"])
def test_a_name_that_promises_no_format_gets_lines(newscli, folder, name):
    assert newscli("export", "story.txt", "-o", name, cwd=folder).returncode == 0


def test_counts_of_what_could_not_be_read_are_not_printed(newscli, folder):
    done = newscli("stats", "missing.jsonl", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    newscli("export", "empty.txt", "--articles-only", "-o", "none.db", cwd=folder)
    assert newscli("stats", "none.db", cwd=folder).stdout.startswith("       0  articles")


@pytest.mark.parametrize("command", ["parse", "inspect", "export"])
def test_a_call_without_input_names_its_own_command(command):

    ours, theirs = pty.openpty()
    done = subprocess.run(running.command(command), stdin=theirs, capture_output=True, text=True, check=False)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 2
    assert f"newscli {command} FILE" in done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_a_terminal_of_80_columns_and_has_examples(newscli, name):
    lines = newscli("help", name, env={"COLUMNS": "80"}).stdout.splitlines()
    assert [line for line in lines if len(line) > 79] == []
    assert "  Examples:" in lines
