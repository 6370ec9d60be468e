"""What docs/ lists is what the program has: formats, strategies, members, exceptions, options."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import newscli
from newscli.cli.app import COMMANDS, command
from newscli.export import registry
from newscli.model import Article
from newscli.rtl.paragraph import Strategy

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def rows(page, heading):
    """The rows of the first table of a page whose first column has this heading, cells as text."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    table = re.search(rf"^\| {re.escape(heading)} \|.*\n\|[-| :]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in table[1].splitlines()]


def names(cells):
    return [name for cell in cells for name in re.findall(r"`([\w-]+)", cell)]


def test_formats_with_their_suffixes_and_whether_they_are_read_back():
    shown = rows("formats.md", "`--format`")
    assert names(row[0] for row in shown) == list(registry.names())
    for cell, suffixes, _, back in shown:
        format = registry.named(cell.strip("`"))
        assert (suffixes == "a folder") == (format.folder is not None and not format.suffixes)
        assert re.findall(r"\.[\w.]+", suffixes) == list(format.suffixes)
        assert back.startswith("no") == (format.rows is None)


def test_strategies_of_terminals():
    assert names(row[0] for row in rows("terminals.md", "strategy")) == [str(one) for one in Strategy]


def test_members_of_an_article_and_exceptions():
    for name in names(row[0] for row in rows("api.md", "member")):
        assert hasattr(Article, name) or name == "Article", name
    exceptions = names(row[0] for row in rows("api.md", "exception"))
    assert set(exceptions) == {name for name in newscli.__all__ if name.endswith("Error")}


def options(name):
    return {option for one in command(name).params for option in (*one.opts, *one.secondary_opts)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_options_in_calls_that_no_test_runs_exist(page):
    """Calls in the text and in indented examples; those in console blocks are run."""
    prose = re.sub(r"^```console.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for called, rest in re.findall(r"newscli (\w+)((?:[ \t]+[^`|\n]*)?)", prose):
        if called in COMMANDS:
            for option in re.findall(r"(?<![\w-])--[a-z][\w-]*", rest):
                assert option in options(called) | {"--help"}, f"{page.name}: newscli {called} has no {option}"


@pytest.mark.slow
def test_the_site_is_built_without_a_warning(tmp_path):
    pytest.importorskip("mkdocs", reason="needs the extra docs")
    call = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "architecture" / "index.html").exists()
