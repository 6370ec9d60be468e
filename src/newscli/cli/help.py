"""Show the help of a command, as newscli COMMAND --help does; without one, the list of commands.

Examples:
  newscli help
  newscli help inspect
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument

from newscli.cli import app
from newscli.cli.options import one_of
from newscli.cli.report import Report


def run(
    report: Report,
    command: Annotated[
        str | None, Argument(metavar="COMMAND", help="Which command.", **one_of("command", lambda: app.COMMANDS))
    ] = None,
) -> None:
    """Print the help of the whole or of one command."""
    app.dispatch([*([command] if command else []), "--help"], report)
