"""Help: examples in each, none wider than 80 columns, in a pipe and on a terminal."""

import re

import pytest

from newscli.cli.app import COMMANDS, application, command
from newscli.rtl.width import cells


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_examples_that_call_it_with_options_it_has(name):
    found = command(name)
    lines = [line.strip() for line in found.epilog.splitlines() if line.startswith("  ")]
    calls = [call for line in lines for call in re.findall(rf"newscli {name}\b[^|>']*", line)]
    assert len(calls) >= 2
    known = {option for one in found.params for option in (*one.opts, *one.secondary_opts)}
    for call in calls:
        assert set(re.findall(r"(?<!\S)--?[a-z][\w-]*", call)) <= known | {"--help"}, call


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_no_line_is_wider_than_80_columns(newscli, on_terminal, name):
    call = [name, "--help"] if name else ["--help"]
    assert max(map(len, newscli(*call, env={"COLUMNS": "80"}).stdout.splitlines())) <= 80
    drawn = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", on_terminal(*call))
    assert max(map(cells, drawn.splitlines())) <= 80


def test_the_whole_has_examples_too():
    assert application().epilog.count("newscli ") >= 3
