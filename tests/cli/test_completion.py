"""Completion as typer makes it, tried in real shells: each one that is installed."""

import os
import shutil
import subprocess
import sys
import time

import pytest

from tests.running import command

SHELLS = ("bash", "zsh", "fish")
CASES = [
    ("newscli exp", ["export"]),
    ("newscli parse --js", ["--json"]),
    ("newscli parse --field ti", ["title"]),
    ("newscli parse --field dateline.pl", ["dateline.places"]),
    ("newscli parse --format mark", ["markdown"]),
    ("newscli parse --bidi vis", ["visual", "visual-marks"]),
    ("newscli inspect --role boil", ["boilerplate"]),
    ("newscli compare --field byline.a", ["byline.authors"]),
    ("newscli lexicon ch", ["check"]),
    ("newscli help sch", ["schema"]),
]


def answer(shell, line, folder):
    """What a shell is told could stand at the end of a line: its own script's question, put as the script does."""
    words = line.split(" ")
    variables = {"_NEWSCLI_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": line}
    if shell == "bash":
        variables |= {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    variables["_TYPER_COMPLETE_FISH_ACTION"] = "get-args"
    done = subprocess.run(
        command(), env=os.environ | variables, capture_output=True, text=True, check=False, cwd=folder
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("line", "offered"), CASES)
def test_each_shell_is_told_what_can_stand_there(tmp_path, shell, line, offered):
    text = answer(shell, line, tmp_path)
    for name in offered:
        assert name in text


def test_powershell_is_told_as_well(tmp_path):
    variables = {
        "_NEWSCLI_COMPLETE": "complete_powershell",
        "_TYPER_COMPLETE_ARGS": "newscli parse --field ti",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "ti",
    }
    done = subprocess.run(command(), env=os.environ | variables, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("title:::")


@pytest.fixture
def folder(tmp_path):
    """A folder with a file, a home of its own, and the command on the path."""
    bin = tmp_path / "bin"
    bin.mkdir()
    (bin / "newscli").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newscli "$@"\n')
    (bin / "newscli").chmod(0o755)
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "two words.txt").touch()
    return tmp_path


def script(shell, folder):
    """The script that newscli --show-completion prints in that shell."""
    environment = os.environ | {"_NEWSCLI_COMPLETE": f"source_{shell}"}
    done = subprocess.run([folder / "bin" / "newscli"], env=environment, capture_output=True, text=True, check=True)
    (folder / "script").write_text(done.stdout)
    return folder / "script"


class Typed:
    """A shell in a terminal of tmux, in which keys are pressed."""

    def __init__(self, folder, command):
        self.tmux = ["tmux", "-S", str(folder / "tmux"), "-f", "/dev/null"]
        environment = {"HOME": str(folder), "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "TERM": "screen"}
        environment |= {name: value for name, value in os.environ.items() if name.startswith(("PYTHON", "LC_", "LANG"))}
        call = [*self.tmux, "new-session", "-d", "-x", "120", "-y", "30", "-c", str(folder / "work"), command]
        subprocess.run(call, env=environment, check=True)

    def press(self, *keys):
        subprocess.run([*self.tmux, "send-keys", *keys], check=True)

    def shows(self, text, seconds=30):
        """Whether the screen comes to show a text."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            screen = subprocess.run(
                [*self.tmux, "capture-pane", "-p"], capture_output=True, text=True, check=True
            ).stdout
            if text in screen:
                return True
            time.sleep(0.1)
        return False

    def close(self):
        subprocess.run([*self.tmux, "kill-server"], check=False)


START = {
    "bash": "bash --norc -i",
    "zsh": "zsh -f -i",
    "fish": "fish --no-config -i",
}
LOAD = {"bash": "source {}", "zsh": "autoload -U compinit; compinit -u; source {}", "fish": "source {}"}


@pytest.mark.parametrize("shell", SHELLS)
def test_tab_completes_in_a_real_shell(folder, shell):
    for program in (shell, "tmux"):
        if shutil.which(program) is None:
            pytest.skip(f"no {program} here")
    load = LOAD[shell].format(script(shell, folder))
    typed = Typed(folder, START[shell])
    try:
        typed.press("PS1='> '; " * (shell != "fish") + f"{load}; clear; echo rea''dy", "Enter")
        assert typed.shows("ready")
        typed.press("newscli exp", "Tab")
        assert typed.shows("newscli export")
        typed.press("C-u")
        typed.press("newscli parse --field kick", "Tab")
        assert typed.shows("--field kicker")
        typed.press("C-u")
        typed.press("newscli parse two", "Tab")
        assert typed.shows("two\\ words.txt") or typed.shows("'two words.txt'", 1)
    finally:
        typed.close()
