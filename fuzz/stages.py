"""The way that every input of a fuzzer goes: bytes to an article, to JSON, to a pipe, to a terminal."""

from __future__ import annotations

import json
import re
import resource
from time import process_time

import newscli
from newscli.rtl.paragraph import Strategy
from newscli.show import inspection
from newscli.show.parts import plain
from newscli.show.reader import View, render

SECONDS, MEGABYTES = 1.0, 500
# What no line for a terminal may hold but the sequences of its own: colours, and the marks of each strategy.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_OWN = re.compile("\x1b]8;;[^\x00-\x1f\x7f-\x9f]*\x1b\\\\|\x1b\\[[0-9;]*m|\x1b\\[[18]?[hl]|\x1b\\[[0-9]+[hlGC]")
_STRATEGIES = tuple(Strategy)
_INSPECTED = 100  # blocks: their table takes most of the time


class Fault(Exception):  # noqa: N818  it is no error of the fuzzer's
    """What no input may bring about."""


def try_one(data: bytes) -> bool:
    """Read an input as everything; comes back with whether it is an article. Raises `Fault`, or whatever escapes."""
    began = process_time()
    before = _peak()
    try:
        article = newscli.parse(data)
    except newscli.NewsError:
        return False
    text = article.to_json(blocks=True)
    if newscli.Article.from_json(text).to_json(blocks=True) != text:
        raise Fault("JSON does not come back as it was")
    json.loads(text)
    plain(article)
    strategy = _STRATEGIES[len(data) % len(_STRATEGIES)]
    view = View(width=20 + len(data) % 90, strategy=strategy, colour=bool(len(data) & 1))
    _safe([*render(article, view)])
    if (seconds := process_time() - began) > SECONDS:
        raise Fault(f"took {seconds:.1f} s")
    if len(article.blocks) <= _INSPECTED:
        _safe([*inspection.render(article, view, inspection.Choice())])
    if (more := _peak() - before) > MEGABYTES:
        raise Fault(f"took {more} MB")
    return True


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _safe(lines: list[str]) -> None:
    for line in lines:
        if found := _OBEYED.search(_OWN.sub("", line)):
            raise Fault(f"a terminal obeys {found[0]!r} in {line!r:.200}")
