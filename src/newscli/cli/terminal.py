"""Tell which terminal this is and how Arabic is sent to it, with a sample to judge by eye.

If the sample is wrong, look at all of them and choose the one that is right: with --bidi, with NEWSCLI_BIDI, or
for good with a line such as `bidi = "visual"` in the configuration file that this command names.

Examples:
  newscli terminal
  newscli terminal --all
  NEWSCLI_BIDI=visual newscli parse article.txt
"""

from __future__ import annotations

import sys
from typing import Annotated

from typer import Option

from newscli.cli import screen
from newscli.cli.options import Look
from newscli.cli.report import Report, harmless
from newscli.wording import speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscli.show.reader import View

_RIGHT_IF = (
    "Right if it begins at the right-hand edge, letters join, brackets enclose their",
    "words, 12.5 and 2024 read as numbers, and the words in «» are the coloured ones.",
)


def run(
    report: Report,
    every: Annotated[bool, Option("--all", help="The sample in every strategy, each under its name.")] = False,
    look: Look = Look(),  # noqa: B008  immutable
) -> None:
    """Print what was recognised and why, then the sample."""
    from newscli.config import config_path

    say = speaking()
    terminal = screen.recognised(look)
    view = screen.view_of(look, terminal)
    for name, value in (
        ("terminal", terminal.name),
        ("strategy", terminal.strategy.value),
        ("because", terminal.reason),
        ("choose", f'--bidi, NEWSCLI_BIDI, or bidi = "..." in {config_path()}'),
    ):
        told = say(name) + ":"
        _print(f"{told:10}{harmless(say(value))}")  # the environment names the terminal and the folder
    print()
    if not sys.stdout.isatty():
        from newscli.show.sample import SAMPLE

        print(say("Standard output is no terminal: text is plain and in logical order."), end="\n\n")
        print("".join(stretch.text for stretch in SAMPLE.stretches))
        return
    screen.print_lines(_samples(view, every=every), view)
    print()
    _print(" ".join(map(say, _RIGHT_IF)))


def _print(line: str) -> None:
    """Print a line of newscli's own, set for the terminal where it is Arabic or longer than the screen is wide."""
    is_set = sys.stdout.isatty() and not (line.isascii() and len(line) <= screen.columns())
    print(*(screen.message_lines(line) if is_set else [line]), sep="\n")


def _samples(view: View, *, every: bool) -> Iterator[str]:
    from newscli.rtl.paragraph import Strategy
    from newscli.show.sample import sample

    for strategy in Strategy if every else [view.strategy]:
        if every:
            used = f"  ({speaking()('the one used here')})" if strategy is view.strategy else ""
            yield from screen.message_lines(f"--bidi {strategy}{used}")
        yield from sample(view._replace(strategy=strategy))
        if every:
            yield ""
