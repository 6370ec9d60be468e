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


def parsed(
    paths: Iterable[str], report: Report, *, format: str | None = None, url: str | None = None
) -> Iterator[Article]:
    """The article of each input, as soon as it is read; an input that cannot be read is reported instead."""
    for path in paths:
        try:
            article = _fetched(path, format) if is_address(path) else newscli.parse_file(path, url=url, format=format)
        except Exception as error:  # a fault of ours in one article must not cost the others
            failure = error if isinstance(error, NewsError) else as_fault(error)
            failure.path = failure.path or path
            report.error(failure)
            continue
        report.check(article)
        yield article


def _fetched(address: str, format: str | None) -> Article:
    from newscli.article import parse_document
    from newscli.read.decode import decode
    from newscli.read.web import fetch

    return parse_document(decode(fetch(address, newscli.__version__), format))


def given(paths: list[str] | None, command: str) -> list[str]:
    """The inputs named on the command line of a command, standard input if there are none but a pipe.

    Raises `UsageError` where the call would wait for somebody to type an article.
    """
    if paths:
        return paths
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("no input", advice=f"Give a file, or pipe an article in: newscli {command} FILE")
    return [STDIN]


def found(paths: list[str] | None) -> Iterator[str]:
    """The inputs of a call, globs that the shell did not expand as the files that fit them."""
    from newscli.read.files import matches

    for path in given(paths, "parse"):
        yield from [path] if is_address(path) else matches(path)


def is_address(path: str) -> bool:
    """Whether an input is on the web."""
    return path.lower().startswith(("http://", "https://"))
