"""Lines through a pager."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Mapping
from contextlib import suppress

from newscli.errors import OutputError


def pager(environ: Mapping[str, str]) -> list[str]:
    """The pager's command: PAGER, or less. Empty where PAGER says that there shall be none (`cat`, nothing).

    >>> pager({"PAGER": "less -S"}), pager({}), pager({"PAGER": "cat"})
    (['less', '-S'], ['less'], [])
    """
    command = environ.get("PAGER", "less")
    try:
        words = shlex.split(command)
    except ValueError:  # an unclosed quotation mark
        words = [command]
    return [] if words == ["cat"] else words


def page(lines: Iterable[str], command: list[str], environ: Mapping[str, str]) -> None:
    """Show lines in a pager and come back when its reader leaves it, whether or not all lines were read.

    Ctrl-C belongs to the pager as long as it runs. `OutputError` if it cannot be started.
    """
    import subprocess

    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            # less shows colours only when told to; what the user has set for it stands.
            env={**environ, "LESS": environ.get("LESS", "R"), "LESSCHARSET": environ.get("LESSCHARSET", "utf-8")},
        )
    except OSError as error:
        message = f"cannot start the pager {command[0]!r} ({os.strerror(error.errno or 0)})"
        raise OutputError(message, advice="Set PAGER, or call without --pager.") from error
    if process.stdin is not None:
        with suppress(BrokenPipeError, KeyboardInterrupt):
            for line in lines:
                process.stdin.write(f"{line}\n".encode())
                process.stdin.flush()
        with suppress(BrokenPipeError, KeyboardInterrupt):
            process.stdin.close()
    while process.returncode is None:
        with suppress(KeyboardInterrupt):
            process.wait()
