"""The way that every input of a fuzzer goes: bytes to an article, to JSON and back, to a pipe, to a terminal."""

from __future__ import annotations

import io
import json
import re
import resource
import signal
import zlib
from time import process_time
from typing import NamedTuple

import newscli
from newscli.read import containers
from newscli.read.record import Options, Record
from newscli.rtl.paragraph import Strategy
from newscli.show import inspection
from newscli.show.parts import plain
from newscli.show.reader import View, render

SECONDS, MEGABYTES = 1.0, 500
_GIVEN_UP = 20  # seconds of processor time, and the input is left
_MEMORY = 4 << 30  # bytes of addresses that the process may have
# What no line for a terminal may hold but the sequences of its own: colours, and the marks of each strategy.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_OWN = re.compile("\x1b]8;;[^\x00-\x1f\x7f-\x9f]*\x1b\\\\|\x1b\\[[0-9;]*m|\x1b\\[[18]?[hl]|\x1b\\[[0-9]+[hlGC]")
_STRATEGIES = tuple(Strategy)
_INSPECTED = 100  # blocks: their table takes most of the time
_ONE_IN = 50  # articles is inspected, for the same reason


class Fault(BaseException):  # so that nothing that is tried may take it for an error of its own
    """What no input may bring about."""


class Outcome(NamedTuple):
    """What became of an input: read at all, read as a story; seconds of processor time, without the inspection."""

    read: bool
    story: bool
    seconds: float


def confine() -> None:
    """Bound the memory of this process, and have an input that takes too long end in a `Fault`."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.signal(signal.SIGVTALRM, _give_up)


def _give_up(*_: object) -> None:
    raise Fault(f"took over {_GIVEN_UP} s and was stopped")


def try_one(data: bytes) -> Outcome:
    """Read an input as everything. Raises `Fault`, or whatever escapes."""
    before = peak()
    began = process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, _GIVEN_UP if signal.getsignal(signal.SIGVTALRM) is _give_up else 0)
    try:
        article = newscli.parse(data)
    except newscli.NewsError:
        article = None
    kind = zlib.crc32(data)
    if article is not None:
        _show(article, kind)
    if (seconds := process_time() - began) > SECONDS:
        raise Fault(f"took {seconds:.1f} s")
    if article is not None and kind % _ONE_IN == 0 and len(article.blocks) <= _INSPECTED:
        _safe([*inspection.render(article, View(), inspection.Choice())])
    if (more := peak() - before) > MEGABYTES:
        raise Fault(f"took {more} MB")
    return Outcome(article is not None, article is not None and bool(article.body), seconds)


def try_packed(data: bytes) -> Outcome:
    """Read an input as a file of records, down to their bytes. Raises `Fault`, or whatever escapes."""
    before = peak()
    began = process_time()
    records = 0
    for found in containers.records(io.BytesIO(data), containers.Place("input", Options(), _ignore)):
        records += isinstance(found, Record)
    if (seconds := process_time() - began) > SECONDS:
        raise Fault(f"took {seconds:.1f} s")
    if (more := peak() - before) > MEGABYTES:
        raise Fault(f"took {more} MB")
    return Outcome(records > 0, False, seconds)


def _ignore(reason: str) -> None:
    pass


def _show(article: newscli.Article, kind: int) -> None:
    text = article.to_json(blocks=True)
    if newscli.Article.from_json(text).to_json(blocks=True) != text:
        raise Fault("JSON does not come back as it was")
    json.loads(text)
    plain(article)
    strategy = _STRATEGIES[kind % len(_STRATEGIES)]
    _safe([*render(article, View(width=20 + kind // 8 % 90, strategy=strategy, colour=bool(kind & 1 << 20)))])


def peak() -> int:
    """MB that this process has had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _safe(lines: list[str]) -> None:
    for line in lines:
        if found := _OBEYED.search(_OWN.sub("", line)):
            raise Fault(f"a terminal obeys {found[0]!r} in {line!r:.200}")
