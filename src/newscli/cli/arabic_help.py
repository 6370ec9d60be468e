"""The help of a command in Arabic, set from the right; typer lays out the English one."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

from newscli.rtl.spans import Span, Style
from newscli.show.colours import BOLD
from newscli.show.rows import Row, typeset_rows
from newscli.wording import speaking

_HEADING = Style(BOLD)
_WIDEST = 90  # cells
_say = speaking("ar")


def print_help(context: Any) -> None:
    """Print it: for a terminal as that needs, in a pipe in logical order, 80 characters a line."""
    from newscli.cli import screen
    from newscli.cli.options import Look

    rows = _rows(context)
    if sys.stdout.isatty():
        view = screen.view_of(Look())._replace(measure=_WIDEST, margin=0)
        screen.print_lines(typeset_rows(rows, view), view)
        return
    from textwrap import fill

    for row in rows:
        indent = " " * row.indent
        text = "".join(span.text for span in row.spans)
        # A command is not broken: it is there to be copied.
        print(indent + text if row.base == "L" else fill(text, 80, initial_indent=indent, subsequent_indent=indent))


def _rows(context: Any) -> Iterator[Row]:
    command = context.command
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield Row((Span(_say("Usage:") + " ", _HEADING), Span(usage)))
    for paragraph in (command.help or "").split("\n\n"):
        yield Row(())
        yield Row((Span(_say(" ".join(paragraph.split()))),), indent=2)
    parameters = command.get_params(context)
    yield from _section("Arguments:", [_told(one, context) for one in parameters if one.param_type_name == "argument"])
    yield from _section("Options:", [_told(one, context) for one in parameters if one.param_type_name == "option"])
    commands = getattr(command, "commands", {})
    yield from _section("Commands:", [(name, _say(each.help)) for name, each in commands.items()])
    yield from _examples(command.epilog or "")


def _section(title: str, told: list[tuple[str, str]]) -> Iterator[Row]:
    """A heading, and each name with what it is below it."""
    if not told:
        return
    yield Row(())
    yield Row((Span(_say(title), _HEADING),))
    for names, about in told:
        yield Row((Span(names),), indent=2)
        yield Row((Span(about),), indent=6)


def _told(parameter: Any, context: Any) -> tuple[str, str]:
    """The names of an option or argument and its help, with its default and its bounds."""
    names, about = parameter.get_help_record(context)
    english = parameter.help or ""
    extra = about.removeprefix(english).strip().strip("[]")
    bounds = "؛ ".join(_say(part) for part in extra.split("; ") if part)
    return names, _say(english) + (f" ({bounds})" if bounds else "")


def _examples(epilog: str) -> Iterator[Row]:
    """The examples: commands from left to right, what is said of them above them."""
    lines = [line.strip() for line in epilog.splitlines() if line.startswith("  ")]
    if not lines:
        return
    yield Row(())
    yield Row((Span(_say("Examples:"), _HEADING),))
    for line in lines:
        command, about = (*re.split(r" {2,}", line, maxsplit=1), "")[:2]
        if about:
            yield Row((Span(_say(about)),), indent=2)
        yield Row((Span(command),), "L", 4)
