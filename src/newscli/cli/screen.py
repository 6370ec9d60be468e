"""The terminal a result goes to: its width, its colours, its right-to-left strategy, its pager."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import contextmanager

from newscli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterable, Iterator

    from newscli.rtl.terminal import Terminal
    from newscli.show.reader import View

    Write = Callable[[Iterable[str]], None]

WIDTH = 80  # cells, where nothing tells
_LEAST = 20  # cells; narrower than a long word


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what can be chosen about a view."""
    group = parser.add_argument_group("in a terminal")
    group.add_argument("--width", type=int, metavar="CELLS", help="width of the page (default: that of the terminal)")
    group.add_argument("--bidi", metavar="STRATEGY", help="how right-to-left text is sent; see: newscli terminal --all")
    group.add_argument("--color", action=argparse.BooleanOptionalAction, help="colours and bold, or not")
    group.add_argument("--pager", action=argparse.BooleanOptionalAction, help="show it through PAGER (less -R), or not")


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[tuple[View, Write]]:
    """How to show on this terminal, and a function that writes lines to it (or to the pager) at once.

    The terminal may be asked what it is; while it is, and until it answered, nothing it says is echoed.
    """
    from newscli.rtl import terminal
    from newscli.show.reader import View

    width = columns(options.width)
    chosen = terminal.configured(options.bidi, os.environ)
    if options.pager:
        view = View(width, terminal.paged((chosen or _recognised()).strategy), coloured(options.color))
        with _pager() as write:
            yield view, write
    elif chosen:
        yield View(width, chosen.strategy, coloured(options.color)), _print
    else:
        with terminal.asking() as ask:
            found = terminal.recognise(os.environ, ask)
            yield View(width, found.strategy, coloured(options.color)), _print


def columns(chosen: int | None) -> int:
    """The width in cells: as chosen, of COLUMNS, of the terminal, or 80."""
    if chosen is not None:
        if chosen < _LEAST:
            raise UsageError(f"--width {chosen} is too narrow", advice=f"At least {_LEAST} cells.")
        return chosen
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return max(_LEAST, int(told))
    try:
        return max(_LEAST, os.get_terminal_size(sys.stdout.fileno()).columns or WIDTH)
    except (OSError, ValueError):
        return WIDTH


def coloured(chosen: bool | None) -> bool:
    """Whether to use colours: as chosen, else unless NO_COLOR is set (no-color.org) or the terminal is a dumb one."""
    if chosen is not None:
        return chosen
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _recognised() -> Terminal:
    from newscli.rtl import terminal

    with terminal.asking() as ask:
        return terminal.recognise(os.environ, ask)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


@contextmanager
def _pager() -> Iterator[Write]:
    """A function that writes to the pager; leaving waits for the reader to quit it."""
    import subprocess  # 5 ms that a call without a pager need not pay

    command = os.environ.get("PAGER") or "less -R"
    with subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, encoding="utf-8") as pager:
        assert pager.stdin is not None  # it is a pipe

        def write(lines: Iterable[str]) -> None:
            for line in lines:
                print(line, file=pager.stdin)

        try:
            yield write
        except BrokenPipeError:
            pass  # the reader has seen enough
        finally:
            _close(pager)


def _close(pager: subprocess.Popen[str]) -> None:
    """End the pager's input and wait; Ctrl-C belongs to the pager as long as it runs."""
    try:
        if pager.stdin:
            pager.stdin.close()
    except BrokenPipeError:
        pass
    while True:
        try:
            pager.wait()
            return
        except KeyboardInterrupt:
            continue
