"""What a batch tells on standard error: each failure as it happens, and at the end all of it in numbers."""

from __future__ import annotations

import sys
from typing import Self

from newscli.cli.report import Report, harmless, say_line
from newscli.errors import NewsError, OutputError
from newscli.wording import speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import Counter
    from typing import BinaryIO

    from newscli.batch.run import Summary

_MOST_REASONS = 6  # that a line of the summary names
_ARTICLES = ("1 article", "{} articles")
_COPIES = ("1 duplicate marked", "{} duplicates marked")


class Failures:
    """The failures of a batch: told on standard error unless `quiet`, and written to a file of JSON Lines if wanted."""

    def __init__(self, report: Report, path: str | None, *, quiet: bool) -> None:
        self._report, self._path, self._quiet = report, path, quiet
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        if self._path is not None:
            try:
                self._file = open(self._path, "wb")  # noqa: PTH123
            except OSError as error:
                advice = "Check the folder and its permissions."
                raise OutputError(f"cannot be written ({error.strerror})", path=self._path, advice=advice) from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, error: NewsError) -> None:
        """Tell a failure; the exit status is 1 from now on."""
        self._report.status = 1
        if self._file is not None:
            from msgspec import json

            path, _, record = (error.path or "").rpartition("#")
            told = {"path": path or record, "record": record if path else None, "error": error.message}
            self._file.write(json.encode({**told, "advice": error.advice}) + b"\n")
            self._file.flush()
        if not self._quiet:
            self._report.error(error)


def tell(summary: Summary) -> None:
    """Say on standard error what became of the inputs.

    As in: «newscli: 120 articles, 3 of them without a story; 2 failed (1 is a PDF document, not text; ...)».
    """
    if sys.stderr is not None:
        for line in lines(summary):
            say_line(harmless(line))


def lines(summary: Summary) -> list[str]:
    """The summary: what was written and how fast, then what was not, by reason."""
    say, seconds = speaking(), summary.seconds
    parts = [
        _counted(summary.written, *_ARTICLES),
        f", {summary.storyless:,} of them without a story" if summary.storyless else "",
        f", in {seconds:,.1f} seconds",
        f", {summary.read / seconds:,.0f} a second" if seconds >= 1 else "",
    ]
    found = [f"newscli: {''.join(map(say, parts))}"]
    copies = summary.duplicates - summary.left_out["duplicate"]
    if copies:
        found.append(f"  {say(_counted(copies, *_COPIES))}")
    for title, counts in (
        ("failed", summary.failed),
        ("left out", summary.left_out),
        ("passed over", summary.passed_over),
    ):
        if total := sum(counts.values()):
            found.append(f"  {say(f'{total:,} {title}')}: {_reasons(counts)}")
    return found


def _reasons(counts: Counter[str]) -> str:
    say = speaking()
    told = [f"{number:,} {say(reason)}" for reason, number in counts.most_common(_MOST_REASONS) if number]
    others = len(counts) - _MOST_REASONS
    return say("; ").join([*told, *([say(f"{others} other reasons")] if others > 0 else [])])


def _counted(number: int, one: str, several: str) -> str:
    return one if number == 1 else several.format(f"{number:,}")
