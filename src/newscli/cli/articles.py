"""The inputs of a call, parsed one by one; what fails is reported and passed over."""

from __future__ import annotations

import sys

import newscli
from newscli.errors import NewsError, UsageError, as_fault
from newscli.read import STDIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscli.cli.report import Report
    from newscli.model import Article


def parsed(paths: Iterable[str], report: Report, *, format: str | None = None) -> Iterator[Article]:
    """The article of each input, as soon as it is read; an input that cannot be read is reported instead."""
    for path in paths:
        try:
            article = newscli.parse_file(path, format=format)
        except Exception as error:  # a fault of ours in one article must not cost the others
            failure = error if isinstance(error, NewsError) else as_fault(error)
            failure.path = failure.path or path
            report.error(failure)
            continue
        report.check(article)
        yield article


def given(paths: list[str] | None) -> list[str]:
    """The inputs named on the command line, standard input if there are none but a pipe.

    Raises `UsageError` where the call would wait for somebody to type an article.
    """
    if paths:
        return paths
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("no input", advice="Give a file, or pipe an article in: newscli parse FILE")
    return [STDIN]
