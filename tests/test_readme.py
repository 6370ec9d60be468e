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


def calls():
    """Each `$ command` of a console block with the output shown under it; a line `...` stands for any lines."""
    for page in PAGES:
        for block in re.findall(r"^```console\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
            for call in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = call.partition("\n")
                yield pytest.param(command, output, id=f"{page.name}: {command}")


@pytest.mark.parametrize(("command", "shown"), list(calls()))
def test_a_shown_call_gives_the_shown_output(command, shown, tmp_path):
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    (tmp_path / "newscli").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newscli "$@"\n')
    (tmp_path / "newscli").chmod(0o755)
    environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
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
