"""Lines for a terminal: how wide it is, its colours, its right-to-left strategy, its pager."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable

    from newscli.rtl.terminal import Terminal
    from newscli.show.reader import View


BIDI = ("auto", "visual", "visual-marks", "explicit", "override", "embed", "words", "logical")  # auto, each Strategy
NARROWEST = 10  # cells: below this most words do not fit into a line


def configure(parser: ArgumentParser) -> None:
    """Declare the options that say how something is shown in a terminal."""
    from argparse import BooleanOptionalAction

    group = parser.add_argument_group("in a terminal")
    group.add_argument("--width", metavar="CELLS", type=_cells, help="longest line; 90 or the terminal's width")
    group.add_argument(
        "--bidi",
        metavar="HOW",
        choices=BIDI,
        help="visual, explicit, override, embed, words, logical or auto; see: newscli terminal --all",
    )
    group.add_argument("--color", action=BooleanOptionalAction, help="colours and bold, or none")
    group.add_argument("--pager", action=BooleanOptionalAction, default=False, help="through $PAGER, else less")


def _cells(text: str) -> int:
    """The value of --width. What is raised says what is right."""
    from argparse import ArgumentTypeError

    try:
        cells = int(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no number of cells") from None
    if cells < NARROWEST:
        raise ArgumentTypeError(f"{text} is too narrow; give {NARROWEST} or more")
    return cells


def present(lines_for: Callable[[View], Iterable[str]], options: Namespace) -> None:
    """Send the lines that `lines_for` gives for this terminal's view to it, each as it comes, or to the pager."""
    view = view_of(recognised(options.bidi), options)
    if options.pager:
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


def view_of(terminal: Terminal, options: Namespace) -> View:
    """The view that these options give on this terminal."""
    from newscli.show.reader import MEASURE, View

    width = columns()
    return View(
        width=width,
        strategy=terminal.strategy,
        colour=_coloured(options.color),
        measure=getattr(options, "width", None) or MEASURE,
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
