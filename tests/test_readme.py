"""What README and docs show is what the program does: their commands are run, and their output compared."""

import re
import runpy
import shutil
from pathlib import Path

import pytest

from newscli.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
SHOWN = runpy.run_path(str(ROOT / "scripts" / "readme.py"))
PAGES, BLOCK, furnish, output = (SHOWN[name] for name in ("PAGES", "BLOCK", "furnish", "output"))
FOREIGN = ("jq", "iconv", "tar")  # programs of others that shown calls use


def blocks():
    """Each console block: its `$ commands` with the output shown under them; `...` stands for anything."""
    for page in PAGES:
        for block in BLOCK.findall(page.read_text("utf-8")):
            calls = [call.partition("\n")[::2] for call in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
            yield pytest.param(calls, id=f"{page.name}: {calls[0][0]}")


@pytest.mark.parametrize("calls", list(blocks()))
def test_shown_calls_give_the_shown_output(calls, tmp_path):
    missing = [name for name in FOREIGN if not shutil.which(name) and any(name in call.split() for call, _ in calls)]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    environment = furnish(tmp_path)
    for command, shown in calls:
        found = output(command, tmp_path, environment)
        pattern = re.escape(shown.strip()).replace(r"\.\.\.", "(?s:.*)")
        assert re.fullmatch(pattern, found.strip()), found


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


def anchors(page):
    """What a link into a page can name: its headings, as GitHub spells them."""
    prose = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.*)", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "samples" / "README.md"], ids=lambda page: page.name)
def test_every_link_inside_the_repository_leads_somewhere(page):
    for path, anchor in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", page.read_text("utf-8")):
        target = page.parent / path if path else page
        assert target.exists(), f"{page.name} links to {path}"
        assert not anchor or anchor in anchors(target), f"{page.name} links to {path}#{anchor}"


def test_every_page_can_be_reached_from_the_readme():
    linked = set(re.findall(r"\]\(([^)#]+\.md)", README.read_text("utf-8")))
    assert linked >= {str(page.relative_to(ROOT)) for page in PAGES} - {"README.md"}
