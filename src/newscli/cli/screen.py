"""Lines for a terminal: how wide it is, its colours, its right-to-left strategy, its pager.

In a pipe text is plain, unless an option of the call itself asks for something else: previews and pagers need it.
"""

from __future__ import annotations

import io
import os
import re
import sys
from typing import cast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, BinaryIO, TypeVar

    from newscli.cli.options import Look
    from newscli.rtl.reorder import Base
    from newscli.rtl.terminal import Terminal
    from newscli.show.parts import Tone
    from newscli.show.reader import View

    T = TypeVar("T")

_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_SGR = {"bold": 1, "dim": 2, "italic": 3, "underline": 4} | {
    f"{bright}{name}": first + number
    for first, bright in ((30, ""), (90, "bright-"))
    for number, name in enumerate(_COLOURS)
}
_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
# What a terminal obeys, but for tabs and line ends.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069]")
_WIDE = 20  # cells beside the text: from here on it stands in the middle of the screen


def is_shaped(look: Look) -> bool:
    """Whether results are set for a terminal: they go to one, or the call says how they shall look."""
    return sys.stdout.isatty() or not look.given.isdisjoint(("bidi", "color", "width", "margin"))


def print_texts(texts: Iterable[str], look: Look) -> None:
    """Print lines of text: as they are in a pipe, shaped and ordered for a terminal, each as it comes."""
    if not is_shaped(look):
        for text in texts:
            print(text, flush=True)
        return
    view = view_of(look)
    print_lines((line for text in texts for line in _set(text, view)), view)


def present(items: Iterable[T], lines_for: Callable[[Iterable[T], View], Iterable[str]], look: Look) -> None:
    """Print the lines that `lines_for` makes of the items for this terminal, each as it comes.

    On a terminal they go through the pager if they are more than the screen holds, or if it is asked for.
    """
    from itertools import chain, islice, tee

    from newscli.rtl.terminal import paged

    view = view_of(look)
    command = _pager(look)
    if not command:
        print_lines(lines_for(items, view), view)
        return
    items, again = tee(items)
    lines = iter(lines_for(items, view))
    head = [] if look.pager else list(islice(lines, _rows() + 1))
    fits = not look.pager and len(head) <= _rows()
    if fits or not _paged(lines_for(again, view._replace(strategy=paged(view.strategy))), command):
        print_lines(chain(head, lines), view)


def _paged(lines: Iterable[str], command: list[str]) -> bool:
    """Whether the pager could be started, and has shown the lines."""
    from newscli.errors import OutputError
    from newscli.show.page import page

    try:
        page(lines, command, os.environ)
    except OutputError:
        return False
    return True


def _pager(look: Look) -> list[str]:
    """The command of the pager; empty where there is none, or none is wanted."""
    from newscli.show.page import pager

    if not sys.stdout.isatty() or look.pager is False or os.environ.get("TERM") == "dumb":
        return []
    return pager(os.environ)


def _set(text: str, view: View) -> Iterator[str]:
    """The lines of a text; cells without Arabic letters, such as ISO 8601, keep their order between two marks."""
    from newscli.rtl.paragraph import direction
    from newscli.show.parts import Paragraph, Stretch
    from newscli.show.reader import lines

    cells = (cell if _ARABIC.search(cell) else f"\u200e{cell}\u200e" for cell in text.split("\t"))
    found = list(lines(Paragraph((Stretch("   ".join(cells)),)), view, direction([text])))
    return iter(found or [""])


def spelt(text: str) -> str:
    r"""JSON, or another format, as it is; for a terminal with what that would obey spelt as JSON spells it.

    JSON escapes none but the first 32 control characters; DEL, those from U+0080 on and bidi controls stand in it raw.
    """
    if not sys.stdout.isatty():
        return text
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def print_json(data: bytes | str) -> None:
    """Print a JSON text on lines of its own, safe for a terminal."""
    print(spelt(data if isinstance(data, str) else data.decode()), flush=True)


class _Spelt(io.RawIOBase):
    """Standard output for the bytes of text, of which a terminal obeys nothing."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        sys.stdout.buffer.write(spelt(bytes(data).decode("utf-8", "replace")).encode())
        sys.stdout.buffer.flush()
        return len(data)


def stream() -> BinaryIO:
    """Standard output for bytes: as they are, but for a terminal as text that is safe for it."""
    if sys.stdout.isatty():
        return cast("BinaryIO", _Spelt())
    return open(sys.stdout.fileno(), "wb", closefd=False)


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


def message_lines(text: str, base: Base | None = None, indent: int = 0) -> list[str]:
    """A message for the terminal, which is not asked which it is; it begins on the side of newscli's language."""
    from newscli.rtl.paragraph import typeset
    from newscli.rtl.spans import Column, Span
    from newscli.rtl.terminal import configured, recognise
    from newscli.show.reader import code_for_terminal, path_for_terminal

    terminal = configured(None, os.environ) or recognise(os.environ)
    base = base or side()
    told = path_for_terminal(text) if base == "L" else code_for_terminal(text)
    return typeset([Span(told)], Column(columns() - indent, columns() - indent), terminal.strategy, base)


def side() -> Base:
    """The side on which what newscli says begins."""
    from newscli.wording import language

    return "R" if language() == "ar" else "L"


def recognised(look: Look) -> Terminal:
    """The terminal and its strategy, as somebody chose or as the terminal itself tells. `UsageError` for a wrong name.

    Only what is the foreground of a terminal asks it.
    """
    from newscli.rtl.terminal import asking, configured, recognise

    by_config = "bidi" not in look.given
    chosen = configured(None if by_config and "NEWSCLI_BIDI" in os.environ else look.bidi, os.environ)
    if chosen:
        return chosen
    with asking() as ask:
        return recognise(os.environ, ask if sys.stdout.isatty() else None)


def view_of(look: Look, terminal: Terminal | None = None) -> View:
    """The view that these options give here. In a pipe, what the call does not ask for is plain."""
    from newscli.rtl.paragraph import Strategy
    from newscli.show.reader import MEASURE, View

    ends = sys.stdout.isatty()
    strategy = (terminal or recognised(look)).strategy if ends or "bidi" in look.given else Strategy.LOGICAL
    width = columns() if ends or look.width is None else look.width
    margin = (1 if ends else 0) if look.margin is None else look.margin
    measure = look.width or MEASURE
    return View(
        width=width,
        strategy=strategy,
        colour=_coloured(look.color) if ends else "color" in look.given and bool(look.color),
        measure=measure,
        margin=margin,
        centred=look.margin is None and width - measure >= _WIDE,
        theme=_theme(),
        base=side(),
    )


def _theme() -> dict[Tone, str]:
    """The colours of the parts of an article, with those that config.toml gives."""
    from newscli.config import load
    from newscli.errors import UsageError
    from newscli.show.reader import THEME

    found = load()
    theme = dict(THEME)
    for name, words in found.tables().get("theme", {}).items():
        if name not in theme:  # told with the other unknown keys
            continue
        unknown = [word for word in str(words).split() if word not in _SGR]
        if unknown:
            path = found.place(name, "theme")
            raise UsageError(f"unknown colour {unknown[0]!r}", path=path, advice=f"Colours: {', '.join(_SGR)}.")
        theme[name] = ";".join(str(_SGR[word]) for word in str(words).split())
    return theme


def columns() -> int:
    """The width of the terminal in cells: COLUMNS, else what it says itself, else 80."""
    return _size("COLUMNS", 80)


def _rows() -> int:
    """How many lines the terminal shows above the next prompt."""
    return _size("LINES", 24) - 1


def _size(variable: str, usual: int) -> int:
    stated = os.environ.get(variable, "")
    if stated.isdecimal() and int(stated):
        return int(stated)
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return usual
    return (size.columns if variable == "COLUMNS" else size.lines) or usual


def _coloured(option: bool | None) -> bool:
    """Whether to send colours: the option, else neither NO_COLOR (no-color.org) nor a dumb terminal."""
    if option is not None:
        return option
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
