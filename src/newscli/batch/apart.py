"""Inputs and output kept apart: no file is read that is being written, none is written that was to be read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from newscli.batch.output import Output
from newscli.errors import NewsError, UsageError
from newscli.read import STDIN, kinds
from newscli.read.files import identity
from newscli.read.paths import File
from newscli.read.record import PassedOver

_ITSELF = "the output itself"


def apart(files: Iterable[File | NewsError], output: Output, passed_over: PassedOver) -> Iterator[File | NewsError]:
    """The files without the output of a run before, which may lie in a folder that is read.

    Raises `UsageError` where the output would replace a file that was named, or a text or a page.
    """
    place = os.path.realpath(output.path) if output.path else None
    known = identity(place) if place else None
    for file in files:
        if isinstance(file, NewsError) or place is None or file.path == STDIN:
            yield file
        elif file.inside and os.path.realpath(file.path).startswith(place + os.sep):
            passed_over(_ITSELF)
        elif os.path.realpath(file.path) != place and (known is None or identity(file.path) != known):
            yield file
        elif file.inside and not _is_article(file.path):
            passed_over(_ITSELF)
        else:
            raise UsageError(f"the output {output.path} is one of the inputs", advice="Give the output another name.")


def _is_article(path: str) -> bool:
    with open(path, "rb") as file:  # noqa: PTH123
        return kinds.sniff(file.read(65_536), path) is kinds.InputKind.ARTICLE
