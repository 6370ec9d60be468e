"""Find the dates in each text: as printed, and as ISO 8601; null where the value cannot be known.

Without --json there is one line for each text, what was found in it as pairs of printed text and value, separated by
tabs; an empty line where there is none. With --json it is one object a line: {"input", "found": [{"text", "start",
"end", "date", "time", "calendar", "reason"}]}. "-" or nothing with a pipe: each line of standard input is a text.

Examples:
  newscli dates "الأربعاء ١٢ أغسطس ٢٠١٥ الساعة 8 مساء"
  newscli dates --json "25 شوال 1436 هـ الموافق 10 أغسطس 2015 م"
  grep -h مارس *.txt | newscli dates
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

from typer import Argument

from newscli.cli import screen
from newscli.cli.options import Json, Look
from newscli.cli.report import Report
from newscli.dates import FoundDate, find
from newscli.errors import NewsError, UsageError, pasted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_STDIN = "-"


def run(
    report: Report,
    texts: Annotated[
        list[str] | None, Argument(metavar="TEXT...", help='A text to read; "-": each line of standard input.')
    ] = None,
    json: Json = False,
    look: Look = Look(),  # noqa: B008  immutable
) -> None:
    """Print what was found in each text."""
    if json:
        for text in _texts(texts or [], report):
            screen.print_json(_as_json(text))
    else:
        screen.print_texts(map(_as_line, _texts(texts or [], report)), look)


def _texts(arguments: list[str], report: Report) -> Iterator[str]:
    if not arguments and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError("no text", advice='Give one, or pipe lines in: newscli dates "السبت 5 مايو 2012"')
    for argument in arguments or [_STDIN]:
        if argument == _STDIN:
            for line in sys.stdin.buffer:
                yield line.decode("utf-8", "replace").rstrip("\r\n")
            continue
        if os.path.isfile(argument):  # noqa: PTH113  pathlib costs start-up
            advice = f"For the dates in it: newscli dates < {pasted(argument)}"
            report.note(NewsError("is a file, and was read as a text", path=argument, advice=advice))
        # bytes of the call that are no UTF-8 come in as lone surrogates, which no output can take
        yield argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _as_line(text: str) -> str:
    return "\t".join(f"{' '.join(found.text.split())}\t{iso(found) or 'null'}" for found in find(text))


def iso(found: FoundDate) -> str | None:
    """What is known of a date as ISO 8601, with its time and offset if a day or a time is known; None if neither.

    >>> iso(find("14 آب 2023 - 09:15 بتوقيت غرينتش")[0]), iso(find("24 شتنبر الماضي")[0])
    ('2023-08-14T09:15Z', None)
    """
    time = f"T{found.time}{found.offset or ''}" if found.time else ""
    if found.date is None:
        return time if time and found.calendar is None and not found.relative else None
    return f"{found.date}{time}"


def _as_json(text: str) -> str:
    from msgspec import json

    return json.encode({"input": text, "found": [_entry(found) for found in find(text)]}).decode()


def _entry(found: FoundDate) -> dict[str, object]:
    entry: dict[str, object] = {
        name: getattr(found, name) for name in ("text", "start", "end", "date", "time", "calendar")
    }
    return entry | {"reason": "; ".join((found.reason, *found.warnings))}
