"""What config.toml says of a command: the defaults of its options. What fits no option is told, with its line."""

from __future__ import annotations

import os
from typing import Any

from newscli import config
from newscli.cli.options import Look, did_you_mean
from newscli.errors import NewsError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typer import Context
    from typer.core import TyperCommand

    from newscli.cli.report import Report

_TONES = ("text", "title", "quiet", "warning")
_FOR_ALL = tuple(name for name in Look._fields if name != "given")


def defaults(name: str, command: TyperCommand, context: Context) -> dict[str, Any]:
    """The defaults of a command's options, by the names of its parameters.

    An unknown key is told and passed over. Raises `UsageError` for a value that the option cannot have.
    """
    found = config.load()
    if not found.values:
        return {}
    _tell_unknown(found, context.obj)
    parameters = {flag.lstrip("-"): one for one in command.params for flag in one.opts}
    given: dict[str, Any] = {}
    above = {key: value for key, value in found.plain().items() if key in parameters and key != "bidi"}
    for table, values in (("", above), (name, found.tables().get(name, {}))):
        for key, value in values.items():
            parameter = parameters.get(key)
            if parameter is None or parameter.name is None:
                _tell(found, key, table, parameters, context.obj)
                continue
            try:
                parameter.type_cast_value(context, value)
            except Exception as error:
                message = error.message if hasattr(error, "message") else str(error)
                raise UsageError(f"{found.place(key, table)}: {key}: {message}", advice="Correct the line.") from error
            given[parameter.name] = value
    return given


def use_own_words(report: Report) -> None:
    """Let the tables of words take in the user's own ones, where there are any; workers inherit it."""
    folder = os.environ.get("NEWSCLI_LEXICON") or os.path.join(config.folder(), "lexicon")  # noqa: PTH118
    if not os.path.isdir(folder):  # noqa: PTH112
        return
    from newscli.cli.lexicon import faults
    from newscli.lexicon.own import TABLES

    os.environ["NEWSCLI_LEXICON"] = folder
    for fault in faults(list(TABLES)):
        report.note(fault)


def _tell_unknown(found: config.Config, report: Report) -> None:
    """Tell of keys that no command and no table knows."""
    from newscli.cli.app import COMMANDS

    for key in found.plain():
        if key not in _FOR_ALL:
            _tell(found, key, "", _FOR_ALL, report)
    known = (*COMMANDS, "theme")
    for key in found.tables():
        if key not in known:
            _tell(found, key, "", known, report)
    for key in found.tables().get("theme", {}):
        if key not in _TONES:
            _tell(found, key, "theme", _TONES, report)


def _tell(found: config.Config, key: str, table: str, known: Any, report: Report) -> None:
    path = found.place(key, table)
    report.note(NewsError(f"unknown key {key!r}", path=path, advice=did_you_mean(key, known, "Known")))
