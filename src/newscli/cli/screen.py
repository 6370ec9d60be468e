"""Lines for a terminal: how wide it is, its colours, its right-to-left strategy, its pager."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newscli.cli.options import Look
    from newscli.rtl.terminal import Terminal
    from newscli.show.reader import View


def present(lines_for: Callable[[View], Iterable[str]], look: Look) -> None:
    """Send the lines that `lines_for` gives for this terminal's view to it, each as it comes, or to the pager."""
    view = view_of(recognised(look.bidi), look)
    if look.pager:
        from newscli.rtl.terminal import paged
        from newscli.show.page import page, pager

        command = pager(os.environ)
        if command:
            page(lines_for(view._replace(strategy=paged(view.strategy))), command, os.environ)
            return
    print_lines(lines_for(view), view)


def print_lines(lines: Iterable[str], view: View) -> None:
    """Print lines to the terminal; whatever cuts the printing short, explicit mode and colours are left."""
    from contextlib import suppress

    from newscli.rtl.paragraph import EXPLICIT_OFF, Strategy

    try:
        for line in lines:
            print(line)
    except BaseException:
        with suppress(OSError):
            sys.stdout.write("\x1b[0m" * view.colour + EXPLICIT_OFF * (view.strategy is Strategy.EXPLICIT))
            sys.stdout.flush()
        raise


def recognised(bidi: str | None) -> Terminal:
    """The terminal and its strategy, as somebody chose or as the terminal itself tells. `UsageError` for a wrong name.

    Only what is the foreground of a terminal asks it.
    """
    from newscli.rtl.terminal import asking, configured, recognise

    chosen = configured(bidi, os.environ)
    if chosen:
        return chosen
    with asking() as ask:
        return recognise(os.environ, ask if sys.stdout.isatty() else None)


def view_of(terminal: Terminal, look: Look) -> View:
    """The view that these options give on this terminal."""
    from newscli.show.reader import MEASURE, View

    width = columns()
    return View(
        width=width,
        strategy=terminal.strategy,
        colour=_coloured(look.color),
        measure=look.width or MEASURE,
    )


def columns() -> int:
    """The width of the terminal in cells: COLUMNS, else what it says itself, else 80."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and int(stated):
        return int(stated)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _coloured(option: bool | None) -> bool:
    """Whether to send colours: the option, else neither NO_COLOR (no-color.org) nor a dumb terminal."""
    if option is not None:
        return option
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
