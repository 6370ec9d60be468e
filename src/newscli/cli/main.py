"""One call of the command line: the one place where exceptions become messages and exit statuses."""

from __future__ import annotations

import os
import sys

from newscli.cli.report import Report
from newscli.errors import NewsError, OutputError, UsageError, as_fault

_DIGITS = 2, 4  # of the columns and lines that terminals have
INTERRUPTED = 130  # as shells count it: 128 + SIGINT


def run(arguments: list[str]) -> int:
    """Run one call; comes back with the exit status: 0 all well, 1 an input failed, 2 wrong usage.

    A closed pipe ends quietly, Ctrl-C with the output so far kept; no exception comes out.
    """
    report = Report()
    try:
        _prepare_output()
        _forget_absurd_sizes()
        from newscli.cli.app import dispatch

        dispatch(arguments, report)
        sys.stdout.flush()
    except KeyboardInterrupt as stop:
        _flush_or_drop()
        return getattr(stop, "status", INTERRUPTED)
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


def _prepare_output() -> None:
    """UTF-8 whatever the locale says: the text is Arabic in every one of them."""
    if sys.stdout is None:
        raise OutputError("standard output is closed", advice="Redirect it to a file, or to /dev/null.")
    if sys.platform == "win32":
        from newscli.cli.windows import obey_sequences

        obey_sequences()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_absurd_sizes() -> None:
    """Leave COLUMNS and LINES to the terminal where they hold what no terminal has, whoever asks for them."""
    for name in ("COLUMNS", "LINES"):
        stated = os.environ.get(name, "")
        if not (stated.isdecimal() and _DIGITS[0] <= len(stated) <= _DIGITS[1]):
            os.environ.pop(name, None)


def _flush_or_drop() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        _drop_output()


def _drop_output() -> None:
    """Let what is still buffered go nowhere, so that the interpreter's own flush at the end stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
