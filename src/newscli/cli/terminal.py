"""Tell which terminal this is and how Arabic is sent to it, with a sample to judge by eye.

If the sample is wrong, look at all of them and choose the one that is right: with --bidi, with NEWSCLI_BIDI, or
for good with a line such as `bidi = "visual"` in the configuration file that this command names.

Examples:
  newscli terminal
  newscli terminal --all
  NEWSCLI_BIDI=visual newscli parse article.txt
"""

from __future__ import annotations

import os
import sys

from newscli.cli import screen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from newscli.cli.report import Report
    from newscli.show.reader import View

_RIGHT_IF = (
    "Right if it begins at the right-hand edge, letters join, brackets enclose their\n"
    "words, 12.5 and 2024 read as numbers, and the words in «» are the coloured ones."
)


def configure(parser: ArgumentParser) -> None:
    """Declare the arguments of `newscli terminal`."""
    from argparse import BooleanOptionalAction

    parser.add_argument("--all", action="store_true", help="the sample in every strategy, each under its name")
    parser.add_argument("--bidi", metavar="HOW", help="the strategy to show instead of the recognised one")
    parser.add_argument("--color", action=BooleanOptionalAction, help="colours and bold, or none")


def run(options: Namespace, report: Report) -> None:
    """Print what was recognised and why, then the sample."""
    from newscli.rtl.terminal import config_path

    terminal = screen.recognised(options.bidi)
    view = screen.view_of(terminal, options)
    for name, value in (
        ("terminal", terminal.name),
        ("strategy", terminal.strategy.value),
        ("because", terminal.reason),
        ("choose", f'--bidi, NEWSCLI_BIDI, or bidi = "..." in {config_path(os.environ)}'),
    ):
        print(f"{name + ':':10}{value}")
    print()
    if not sys.stdout.isatty():
        from newscli.show.sample import SAMPLE

        print("Standard output is no terminal: text is plain and in logical order.\n")
        print("".join(stretch.text for stretch in SAMPLE.stretches))
        return
    screen.print_lines(_samples(view, every=options.all), view)
    print(f"\n{_RIGHT_IF}")


def _samples(view: View, *, every: bool) -> Iterator[str]:
    from newscli.rtl.paragraph import Strategy
    from newscli.show.sample import sample

    for strategy in Strategy if every else [view.strategy]:
        if every:
            yield f"--bidi {strategy}" + ("  (the one used here)" if strategy is view.strategy else "")
        yield from sample(view._replace(strategy=strategy))
        if every:
            yield ""
