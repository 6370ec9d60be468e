"""Which terminal this is, and the strategy that makes right-to-left text right in it.

Told in this order: a multiplexer (it hides the terminal outside); TERM, where it names one terminal; the terminal's
own answers; the variables that terminals set for what they start (which survive into other terminals started from
there, and so come last). What was measured in which terminal stands in docs/terminals.md.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from newscli.config import load
from newscli.errors import UsageError
from newscli.rtl.paragraph import Strategy

LIMIT, PATIENCE = 0.3, 1.2  # seconds: for an answer to count, and for a late one to be caught
_MODE = re.compile(rb"\x1b\[8;(\d)\$y")
_VERSION = re.compile(rb"\x1bP>\|([^\x1b]*)\x1b\\")
_SENTINEL = re.compile(rb"\x1b\[\?[\d;]*c")


class Terminal(NamedTuple):
    """What was recognised: a name for people, the strategy, and what told it."""

    name: str
    strategy: Strategy
    reason: str


class Answer(NamedTuple):
    """What a terminal said of itself. `explicit` is whether it knows explicit mode, None if it did not say."""

    explicit: bool | None = None
    version: str = ""
    complete: bool = False


# (variable, pattern its value matches, name, strategy). Of a table the first row that fits.
_Row = tuple[str, str, str, Strategy]
_MULTIPLEXERS: tuple[_Row, ...] = (
    ("TMUX", ".", "tmux", Strategy.OVERRIDE),
    ("STY", ".", "GNU screen", Strategy.OVERRIDE),
    ("ZELLIJ", ".", "Zellij", Strategy.OVERRIDE),
    ("TERM", "tmux|screen", "tmux or GNU screen", Strategy.OVERRIDE),
)
_BY_TERM: tuple[_Row, ...] = (
    ("TERM", "dumb$", "a terminal without escape sequences", Strategy.VISUAL),
    ("TERM", "eterm", "Emacs", Strategy.VISUAL),
    ("TERM", "linux$", "Linux console (it has no Arabic letters)", Strategy.VISUAL),
    ("TERM", "xterm-kitty", "kitty", Strategy.WORDS),
    ("TERM", "alacritty", "Alacritty", Strategy.VISUAL_MARKS),
    ("TERM", "mlterm", "mlterm", Strategy.LOGICAL),
    ("TERM", "foot", "foot", Strategy.VISUAL),
    ("TERM", "rxvt", "rxvt-unicode", Strategy.VISUAL),
    ("TERM", "xterm-ghostty", "Ghostty", Strategy.VISUAL),
    ("TERM", "konsole", "Konsole", Strategy.EMBED),
    ("TERM", "vte", "VTE", Strategy.EXPLICIT),
    ("TERM", "mintty", "mintty", Strategy.EXPLICIT),
)
_BY_VERSION: tuple[_Row, ...] = (
    ("", "kitty", "kitty", Strategy.WORDS),
    ("", "Konsole", "Konsole", Strategy.EMBED),
    ("", "XTerm", "xterm", Strategy.VISUAL),
    ("", "tmux", "tmux", Strategy.OVERRIDE),
    ("", "WezTerm|foot|ghostty|xterm\\.js|iTerm2", "", Strategy.VISUAL),
)
_BY_VARIABLE: tuple[_Row, ...] = (
    ("XTERM_VERSION", ".", "xterm", Strategy.VISUAL),
    ("KITTY_WINDOW_ID", ".", "kitty", Strategy.WORDS),
    ("KONSOLE_VERSION", ".", "Konsole", Strategy.EMBED),
    ("MLTERM", ".", "mlterm", Strategy.LOGICAL),
    ("ALACRITTY_WINDOW_ID", ".", "Alacritty", Strategy.VISUAL_MARKS),
    ("TERM_PROGRAM", "Apple_Terminal", "Apple Terminal", Strategy.LOGICAL),
    ("TERM_PROGRAM", "mintty", "mintty", Strategy.EXPLICIT),
    ("TERM_PROGRAM", "zed", "Zed", Strategy.WORDS),
    ("TERM_PROGRAM", "vscode|WezTerm|ghostty|iTerm\\.app|Hyper|Tabby", "", Strategy.VISUAL),
    ("TERMINAL_EMULATOR", "JetBrains", "JetBrains", Strategy.LOGICAL),
    ("WT_SESSION", ".", "Windows Terminal", Strategy.VISUAL),
    ("TERMUX_VERSION", ".", "Termux", Strategy.VISUAL),
    ("VTE_VERSION", "5[89]\\d\\d|[6-9]\\d{3}|\\d{5}", "VTE", Strategy.EXPLICIT),  # BDSM since 0.58
    ("VTE_VERSION", ".", "VTE before 0.58", Strategy.VISUAL),
)


def recognise(environ: Mapping[str, str], ask: Callable[[], Answer] | None = None) -> Terminal:
    """The terminal that these variables and answers tell of; `ask` is called where the variables leave it open.

    Nothing is ever raised: a terminal that nothing tells of gets the strategy `explicit`, which is `visual` to one
    that does not know explicit mode.

    >>> recognise({"TMUX": "/run/tmux/default,1,0", "VTE_VERSION": "7006"}).strategy
    <Strategy.OVERRIDE: 'override'>
    """
    found = _first(_MULTIPLEXERS, environ) or _first(_BY_TERM, environ)
    if found:
        return found
    answer = ask() if ask else Answer()
    if answer.explicit:
        return Terminal("a terminal with explicit BiDi mode", Strategy.EXPLICIT, "it answered DECRQM: mode 8 known")
    for _, pattern, name, strategy in _BY_VERSION:
        if re.match(pattern, answer.version):
            return Terminal(name or answer.version, strategy, f"it answered XTVERSION: {answer.version}")
    found = _first(_BY_VARIABLE, environ)
    if found and not (answer.complete and found.strategy is Strategy.EXPLICIT):
        return found
    if answer.complete:
        return Terminal("unknown", Strategy.VISUAL, "it answered, but knows no explicit BiDi mode")
    return Terminal("unknown", Strategy.EXPLICIT, "neither its variables nor an answer told")


def _first(rows: tuple[_Row, ...], environ: Mapping[str, str]) -> Terminal | None:
    for variable, pattern, name, strategy in rows:
        value = environ.get(variable, "")
        if value and re.match(pattern, value):
            return Terminal(name or value, strategy, f"{variable}={value}")
    return None


def read_answer(received: bytes) -> Answer:
    """What the bytes received so far say; complete once the terminal has answered DA1.

    >>> read_answer(b"\\x1b[8;1$y\\x1b[?65;1c")
    Answer(explicit=True, version='', complete=True)
    """
    mode, version = _MODE.search(received), _VERSION.search(received)
    return Answer(
        explicit=mode[1] in b"1234" and mode[1] != b"4" if mode else None,
        version=version[1].decode("utf-8", "replace") if version else "",
        complete=bool(_SENTINEL.search(received)),
    )


@contextmanager
def asking(limit: float = LIMIT, patience: float = PATIENCE) -> Iterator[Callable[[], Answer]]:
    """A function that asks the controlling terminal, waiting no longer than `limit` seconds for its answer.

    While the context lasts, nothing that arrives is echoed. On leaving it a late answer is waited for, up to
    `patience` seconds from the question, and thrown away, so that no shell takes it for typed input. Where there is
    no terminal, or newscli is in the background, nothing is asked.
    """
    try:
        from newscli.rtl.question import Question

        fd = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except (OSError, ImportError):  # Windows has neither the device nor termios
        yield Answer
        return
    question = Question(fd, limit)
    try:
        yield question.ask
    finally:
        question.settle(patience)
        os.close(fd)


def configured(option: str | None, environ: Mapping[str, str]) -> Terminal | None:
    """The strategy somebody chose: `--bidi`, NEWSCLI_BIDI, or `bidi = "..."` in newscli/config.toml, in this order.

    None where nobody did or the choice is `auto`. `UsageError` for a strategy that does not exist.
    """
    for source, choice in _choices(option, environ):
        if choice:
            return None if choice == "auto" else Terminal("not asked", _strategy(choice, source), f"{source} says so")
    return None


def _choices(option: str | None, environ: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """Where a strategy may be chosen, the strongest first; the file is read only if nothing before it decides."""
    yield "--bidi", option
    yield "NEWSCLI_BIDI", environ.get("NEWSCLI_BIDI")
    config = load(environ)
    yield config.path, config.values.get("bidi")


def _strategy(name: str, source: str) -> Strategy:
    try:
        return Strategy(name)
    except ValueError:
        names = ", ".join(["auto", *Strategy])
        raise UsageError(f"{source}: no strategy named {name!r}", advice=f"One of: {names}") from None


def paged(strategy: Strategy) -> Strategy:
    """The strategy through a pager: `less -R` swallows the sequences of explicit mode, an override passes."""
    return Strategy.OVERRIDE if strategy is Strategy.EXPLICIT else strategy
