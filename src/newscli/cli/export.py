"""Write articles as JSON Lines: one compact JSON object a line, in the order of the inputs.

Inputs are files, folders (their .txt and .html files, at any depth), globs, or "-" for standard input.
An input that fails is named on standard error, the others are still done.

Examples:
  newscli export pages/*.html > articles.jsonl
  newscli export pages/ -o articles.jsonl
  newscli export article.txt --blocks | jq -r '.blocks[].role'
"""

from __future__ import annotations

import os
import sys

from newscli.cli.articles import given, parsed
from newscli.errors import OutputError, UsageError
from newscli.export import json
from newscli.read.files import expand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import BinaryIO

    from newscli.cli.report import Report


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments of `newscli export`."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help='file, folder or glob; "-" is standard input')
    parser.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    parser.add_argument("--blocks", action="store_true", help="add every block of the source with its role and reason")
    parser.add_argument("--from", dest="format", choices=("text", "html"), help="read as this, whatever it looks like")


def run(options: Namespace, report: Report) -> None:
    """Write the articles, each as soon as it is read."""
    paths = list(expand(given(options.paths)))
    with _opened(options.output, paths) as output:
        for article in parsed(paths, report, format=options.format):
            output.write(json.line(article, blocks=options.blocks))
            output.flush()


def _opened(path: str | None, inputs: list[str]) -> BinaryIO:
    """Standard output or the file named, which must be none of the inputs."""
    if path in (None, "-"):
        return open(sys.stdout.fileno(), "wb", closefd=False)
    if os.path.exists(path) and any(os.path.exists(one) and os.path.samefile(one, path) for one in inputs):  # noqa: PTH110, PTH121
        raise UsageError(f"the output {path} is one of the inputs", advice="Give the output another name.")
    try:
        return open(path, "wb")  # noqa: PTH123
    except OSError as error:
        advice = "Check the folder and its permissions."
        raise OutputError(f"cannot be written ({error.strerror})", path=path, advice=advice) from error
