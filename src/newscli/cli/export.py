"""Write articles as JSON Lines: one compact JSON object a line, in the order of the inputs.

Inputs are files, folders (their .txt and .html files, at any depth), globs, or "-" for standard input.
An input that fails is named on standard error, the others are still done. OUT is written from the first article on:
if there is none, it stays as it was.

Examples:
  newscli export pages/*.html > articles.jsonl
  newscli export pages/ -o articles.jsonl
  newscli export article.txt --blocks | jq -r '.blocks[].role'
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

from typer import Option

from newscli.cli.articles import given, parsed
from newscli.cli.options import Format, Paths
from newscli.cli.output import opened, unwritable
from newscli.cli.report import Report
from newscli.errors import UsageError
from newscli.export import json
from newscli.read.files import expand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from newscli.model import Article


def run(
    report: Report,
    paths: Paths = None,
    output: Annotated[
        str | None, Option("--output", "-o", metavar="OUT", help="Write to this file instead of standard output.")
    ] = None,
    blocks: Annotated[bool, Option("--blocks", help="Add every block with its role and reason.")] = False,
    format: Format = None,
) -> None:
    """Write the articles, each as soon as it is read; without any, the output stays as it was."""
    inputs = list(expand(given(paths), report.error))
    path = None if output == "-" else output
    if path:
        _keep_apart(path, inputs)
    articles = parsed(inputs, report, format=format)
    first = next(articles, None)
    if first is not None:
        _write(first, articles, path, blocks=blocks)


def _write(first: Article, others: Iterator[Article], path: str | None, *, blocks: bool) -> None:
    """Write the articles to the file named, or to standard output."""
    try:
        with opened(path) if path else _standard_output() as output:
            output.write(json.line(first, blocks=blocks))
            output.flush()
            for article in others:
                output.write(json.line(article, blocks=blocks))
                output.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if path:
            raise unwritable(path, error) from error
        raise


def _standard_output() -> BinaryIO:
    return open(sys.stdout.fileno(), "wb", closefd=False)


def _keep_apart(path: str, inputs: list[str]) -> None:
    """`UsageError` where the output is one of the inputs."""
    if os.path.exists(path) and any(os.path.exists(one) and os.path.samefile(one, path) for one in inputs):  # noqa: PTH110, PTH121
        raise UsageError(f"the output {path} is one of the inputs", advice="Give the output another name.")
