"""What README and docs show is what the program does: their commands are run, and their output compared."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newscli.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]


def blocks():
    """Each console block: its `$ commands` with the output shown under them; `...` stands for anything."""
    for page in PAGES:
        for block in re.findall(r"^```console\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
            calls = [call.partition("\n")[::2] for call in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
            yield pytest.param(calls, id=f"{page.name}: {calls[0][0]}")


@pytest.mark.parametrize("calls", list(blocks()))
def test_shown_calls_give_the_shown_output(calls, tmp_path):
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    for name, module in (("newscli", "-m newscli"), ("python3", "")):
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n')
        (tmp_path / "bin" / name).chmod(0o755)
    environment = os.environ | {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
    for command, shown in calls:
        done = subprocess.run(
            ["sh", "-c", f"exec 2>&1; {command}"], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, check=False
        )
        pattern = re.escape(shown.strip()).replace(r"\.\.\.", "(?s:.*)")
        assert re.fullmatch(pattern, done.stdout.decode().strip()), done.stdout.decode()


def test_readme_has_the_two_commands_for_a_fresh_machine():
    commands = re.findall(r"^    (python3 -m venv .*)$", README.read_text("utf-8"), re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith(".venv/bin/newscli parse samples/aggregator.txt")
    assert commands[1].endswith(".venv/bin/python -m pytest")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_named_in_readme(command):
    assert f"newscli {command}" in README.read_text("utf-8")


def test_every_sample_is_named_in_the_samples_readme():
    text = (ROOT / "samples" / "README.md").read_text("utf-8")
    for sample in (ROOT / "samples").iterdir():
        assert sample.name == "README.md" or f"`{sample.name}`" in text


def test_every_link_inside_the_repository_leads_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
