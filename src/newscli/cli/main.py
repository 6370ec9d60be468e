"""The command line: one table of commands, and the one place where exceptions become messages and exit statuses.

A command is a module of this package with three names: its docstring (the help text, then a line `Examples:` and
example calls), `configure(parser)`, which declares its arguments, and `run(options, report) -> None`, which prints its
results. Only the module of the command that was asked for is loaded.

Why argparse: a program that does nothing else costs 2.0 times the CPU time of `python -c pass` with it, 5.4 times with
typer 0.28 (inspect, shutil, pathlib, its copy of click), and more with typer 0.29 (pydantic): no room for the pipeline
in the 8 times that a whole call may cost. See benchmarks/startup.py.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module

from newscli import __version__
from newscli.cli.report import Report, as_fault
from newscli.errors import NewsError, OutputError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

COMMANDS = {
    "parse": "show an article: title, dateline, byline, body, whom it credits",
    "inspect": "show every block of the source with its role and the reason",
    "export": "write many articles as JSON Lines",
    "compare": "show what changed between two exports",
    "dates": "find the dates in texts, as printed and as ISO 8601",
    "terminal": "tell how Arabic is sent to this terminal, with a sample",
    "schema": "print the JSON Schema of the output",
    "completion": "print the completion script of a shell",
}
INTERRUPTED = 130  # as shells count it: 128 + SIGINT
_EXAMPLES = """examples:
  newscli parse article.txt                 read an article, right-to-left
  newscli parse page.html --json            its fields as JSON
  curl -s URL | newscli parse --field body  one field, for scripts
  newscli export pages/ -o articles.jsonl   a folder of articles
"""


def run(arguments: list[str]) -> int:
    """Run one call; comes back with the exit status: 0 all well, 1 an input failed, 2 wrong usage.

    A closed pipe ends quietly, Ctrl-C with the output so far kept; no exception comes out.
    """
    report = Report()
    try:
        _prepare_output()
        _dispatch(arguments, report)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _flush_or_drop()
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
    except UsageError as error:
        report.error(error)
        return 2
    except NewsError as error:
        report.error(error)
    except OSError as error:  # standard output on a full disk
        report.error(NewsError(f"cannot write the result ({error.strerror})", advice="Check the disk."))
        _drop_output()
    except Exception as error:
        report.error(as_fault(error))
    return report.status


def parser_of(command: str | None = None) -> argparse.ArgumentParser:
    """The parser of one command, or of the whole program (which knows the commands by name alone)."""
    if command is not None:
        module = import_module(f"newscli.cli.{command}")
        about, _, examples = (module.__doc__ or "").partition("\nExamples:\n")
        parser = _Parser(
            prog=f"newscli {command}",
            description=about.strip(),
            epilog=f"examples:\n{examples.rstrip()}" if examples else None,
            formatter_class=_Help,
            allow_abbrev=False,
        )
        module.configure(parser)
        return parser
    width = max(map(len, COMMANDS))
    listing = "\n".join(f"  {name:{width}}  {about}" for name, about in COMMANDS.items())
    parser = _Parser(
        prog="newscli",
        usage="newscli COMMAND [ARGUMENTS]",
        description=f"Reads Arabic news articles, raw text or HTML, into fields.\n\ncommands:\n{listing}",
        epilog=f"{_EXAMPLES}\nMore about a command: newscli COMMAND --help",
        formatter_class=_Help,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"newscli {__version__}")
    return parser


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, 100 columns at the most; told the width, argparse does not load shutil for it."""

    def __init__(self, prog: str) -> None:
        try:
            width = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns
        except (OSError, ValueError):
            width = 80
        super().__init__(prog, width=max(40, min(width, 100)) - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Paragraphs wrapped at words; one with lines that are set in, such as examples, stays as it is."""
        from textwrap import fill

        return "\n\n".join(
            paragraph if "\n " in paragraph else fill(paragraph, width, break_long_words=False, break_on_hyphens=False)
            for paragraph in text.split("\n\n")
        )


class _Parser(argparse.ArgumentParser):
    """Wrong usage is an exception like every other failure, so that one place words it."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, advice=f"See: {self.prog} --help")


def _dispatch(arguments: list[str], report: Report) -> None:
    command = arguments[0] if arguments else "--help"
    if command.startswith("-"):
        try:
            parser_of().parse_args(arguments or ["--help"])
        except SystemExit:  # argparse printed the help or the version
            return
    elif command not in COMMANDS:
        import difflib

        near = difflib.get_close_matches(command, COMMANDS, n=1)
        advice = f"Did you mean: newscli {near[0]}?" if near else f"Commands: {', '.join(COMMANDS)}."
        raise UsageError(f"unknown command {command!r}", advice=advice)
    else:
        try:
            options = parser_of(command).parse_args(arguments[1:])
        except SystemExit:
            return
        import_module(f"newscli.cli.{command}").run(options, report)


def _prepare_output() -> None:
    """UTF-8 whatever the locale says: the text is Arabic in every one of them."""
    if sys.stdout is None:
        raise OutputError("standard output is closed", advice="Redirect it to a file, or to /dev/null.")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _flush_or_drop() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        _drop_output()


def _drop_output() -> None:
    """Let what is still buffered go nowhere, so that the interpreter's own flush at the end stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
