"""The commands as a typer application: which there are, how one is loaded, what is said of wrong usage.

A command is a module of this package: its docstring is the help (a text, then a line `Examples:` and example calls),
the signature of its function `run` declares its options. Only the module of the command that was asked for is loaded.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from newscli import __version__
from newscli.cli.defaults import defaults, use_own_words
from newscli.cli.options import did_you_mean, spread
from newscli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newscli.cli.report import Report

COMMANDS = {
    "parse": "Show an article: title, dateline, byline, body, whom it credits.",
    "inspect": "Show every block of the source with its role and the reason.",
    "export": "Turn many inputs into one output: JSON Lines, CSV, a database ...",
    "search": "Search an archive, whatever the spelling.",
    "stats": "Count an export: by day, outlet, agency, place ...",
    "compare": "Show what changed between two exports.",
    "dates": "Find the dates in texts, as printed and as ISO 8601.",
    "terminal": "Tell how Arabic is sent to this terminal, with a sample.",
    "lexicon": "List, check and add your own words: agencies, places ...",
    "schema": "Print the JSON Schema of the output.",
    "help": "Show the help of a command.",
}
_ABOUT = """Reads Arabic news articles, raw text or HTML, into fields.

Examples:
  newscli parse article.txt                 read an article, right-to-left
  newscli parse page.html --json            its fields as JSON
  curl -s URL | newscli parse --field body  one field, for scripts
  newscli export pages/ -o articles.jsonl   a folder of articles
"""
# typer's colours cannot be read on every ground; this one can (as in show/colours.py), the rest is bold or plain.
_STYLES = dict.fromkeys(("OPTION", "SWITCH", "NEGATIVE_OPTION", "NEGATIVE_SWITCH", "USAGE"), "bold") | {
    "TYPES": "color(164)", "TYPES_SEPARATOR": "color(164)", "COMMANDS_TABLE_FIRST_COLUMN": "bold",
    "HELPTEXT": "", "OPTION_DEFAULT": "",
    "REQUIRED_SHORT": "bold", "REQUIRED_LONG": "bold",
}  # fmt: skip
_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def dispatch(arguments: list[str], report: Report) -> None:
    """Run the command that the arguments name. Raises `UsageError` for wrong usage, and whatever the command raises."""
    group = application()
    if "_NEWSCLI_COMPLETE" in os.environ:  # a shell asks what can stand here: typer answers, and ends the process
        group.main(arguments, prog_name="newscli")
    if arguments[:1] != ["lexicon"]:
        use_own_words(report)
    try:
        with group.make_context("newscli", arguments or ["--help"], obj=report) as context:
            group.invoke(context)
    except typer.Exit:  # the help or the version was printed
        return
    except typer.TyperException as error:
        called = [name for name in arguments[:1] if name in COMMANDS]
        raise _wrong_usage(error, " ".join(["newscli", *called])) from None


def application() -> TyperGroup:
    """The whole program; it knows the commands by name alone."""
    app = typer.Typer(cls=_Group, rich_markup_mode=_markup(), context_settings=_SETTINGS, **_help(_ABOUT))
    app.callback()(_root)
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def command(name: str) -> TyperCommand:
    """One command, with the options that the signature of its module's `run` declares."""
    module = import_module(f"newscli.cli.{name}")
    app = typer.Typer(add_completion=False, rich_markup_mode=_markup())
    app.command(name, cls=_Command, context_settings=_SETTINGS, **_help(module.__doc__ or ""))(spread(module.run))
    found = get_command(app)
    assert isinstance(found, TyperCommand)
    return found


class _Command(TyperCommand):
    """A command whose help is drawn right-to-left where it has Arabic words."""

    def invoke(self, ctx: Any) -> Any:
        _load_msgspec()
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _draw_help(super().format_help, ctx, formatter)


def _load_msgspec() -> None:
    """Load msgspec without typing_extensions, which it prefers to typing, and which loads inspect and ast: 8 ms."""
    hidden = sys.modules.setdefault("typing_extensions", None) is None  # type: ignore[arg-type]
    try:
        import_module("msgspec._utils")
    finally:
        if hidden:
            del sys.modules["typing_extensions"]


class _Group(TyperGroup):
    """The commands: named and explained in a list, loaded one at a time."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _draw_help(super().format_help, ctx, formatter)

    def __init__(self, **settings: Any) -> None:
        listed = {name: TyperCommand(name, help=about) for name, about in COMMANDS.items()}
        super().__init__(**settings | {"commands": listed})

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, rest = args[0], args[1:]
        if name in COMMANDS:
            found = command(name)
            ctx.default_map = {name: defaults(name, found, ctx)}
            return name, found, rest
        if ctx.resilient_parsing:  # a shell asks what can stand here
            return None, None, rest
        raise _no_command(name)


def _print_version(asked: bool) -> None:
    if asked:
        print(f"newscli {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """What stands before a command."""


def _no_command(name: str) -> UsageError:
    import shlex

    if os.path.exists(name) or "://" in name:  # noqa: PTH110  pathlib refuses null characters
        return UsageError(f"{name!r} is no command", advice=f"Did you mean: newscli parse {shlex.quote(name)}?")
    return UsageError(f"unknown command {name!r}", advice=did_you_mean(name, COMMANDS, "Commands", "newscli "))


def _wrong_usage(error: typer.TyperException, call: str) -> UsageError:
    """What typer says of wrong usage, and what would be right."""
    message = error.message if hasattr(error, "option_name") else error.format_message()
    near = getattr(error, "possibilities", None)
    advice = f"Did you mean: {near[0]}?" if near else f"See: {call} --help"
    if not getattr(error, "option_name", "").isascii():  # «search -كلمة», which leaves a word out
        advice = "Write -- before a word that begins with -."
    return UsageError(message[:1].lower() + message[1:].rstrip("."), advice=advice)


# Help: plain in a pipe; on a terminal typer has rich draw it. In Arabic it is drawn here.


def _draw_help(draw: Callable[[Any, Any], None], context: Any, formatter: Any) -> None:
    if _is_arabic():
        from newscli.cli.arabic_help import print_help

        print_help(context)
        return
    with _shaped():
        draw(context, formatter)


def _is_arabic() -> bool:
    from newscli.wording import language  # what prints no help needs no language

    return language() == "ar"


@contextmanager
def _shaped() -> Iterator[None]:
    """Take what rich draws, and set its lines that hold Arabic for the terminal at hand."""
    if _markup() is None:
        yield
        return
    from io import StringIO

    from newscli.cli.screen import message_lines

    with redirect_stdout(StringIO()) as drawn:
        yield
    for line in drawn.getvalue().splitlines():
        plain = re.sub("\x1b\\[[0-9;]*m", "", line)
        if not re.search("[\u0600-\u06ff]", plain):
            print(line)
        else:
            print(" " * (len(plain) - len(plain.lstrip())), *message_lines(plain.strip()), sep="")


def _markup() -> Any:
    return "rich" if sys.stdout.isatty() and not _is_arabic() else None


def _help(text: str) -> dict[str, Any]:
    """The help and the epilog of a docstring. Examples keep their lines: to typer \\b says so."""
    about, _, examples = text.partition("\nExamples:\n")
    lines = ["Examples:", *examples.rstrip().split("\n")] if examples else []
    if _markup() is None:
        return {"help": about.strip(), "epilog": "\b\n" + "\n".join(lines)}
    from rich.markup import escape
    from typer import rich_utils

    rich_utils.FORCE_TERMINAL = True  # its output is looked through on its way to the terminal
    for style, value in _STYLES.items():
        setattr(rich_utils, f"STYLE_{style}", value)
    paragraphs = (" ".join(paragraph.split()) for paragraph in about.strip().split("\n\n"))
    return {"help": escape("\n\n".join(paragraphs)), "epilog": escape("\n".join(lines))}
