"""The manual pages say what --help says, in what roff reads without a warning."""

import re
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

from newscli import __version__
from newscli.cli.app import COMMANDS, command

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "man").glob("*.1"))


def test_they_are_what_the_source_says_now():
    made = runpy.run_path(str(ROOT / "scripts" / "man.py"))["pages"]()
    assert {path.name: path.read_text("utf-8") for path in PAGES} == made, "run scripts/man.py"


def test_there_is_one_for_the_whole_and_one_a_command():
    assert {path.stem for path in PAGES} == {"newscli", *(f"newscli-{name}" for name in COMMANDS)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_roff_reads_it_without_a_warning_and_shows_every_option(page):
    if not shutil.which("groff"):
        pytest.skip("needs groff")
    call = ["groff", "-man", "-K", "utf8", "-T", "utf8", "-ww", "-rLL=100n", page]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=True, env={"PATH": "/usr/bin:/bin"})
    assert done.stderr == ""
    shown = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", done.stdout)
    assert f"newscli {__version__}" in shown
    for heading in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO"):
        assert re.search(f"^{heading}$", shown, re.MULTILINE), heading
    if page.stem != "newscli":
        for option in command(page.stem.removeprefix("newscli-")).params:
            assert all(name in shown for name in option.opts if name.startswith("-"))
