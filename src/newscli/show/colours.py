"""The colours of everything that is shown in a terminal: each can be read on white as well as on black.

They are of the 256-colour table's cube and grey ramp, which are the same in every terminal; the first 16 are not. For
each the contrast (WCAG 2.2, 1.4.3) is 4 or more on both grounds; more than 4.58 on both no colour has.
"""

from __future__ import annotations

from typing import Final

RED: Final = "38;5;161"
AMBER: Final = "38;5;130"
OLIVE: Final = "38;5;64"
GREEN: Final = "38;5;28"
SAGE: Final = "38;5;65"
JADE: Final = "38;5;29"
TEAL: Final = "38;5;30"
AZURE: Final = "38;5;31"
BLUE: Final = "38;5;27"
INDIGO: Final = "38;5;63"
VIOLET: Final = "38;5;98"
PURPLE: Final = "38;5;129"
MAGENTA: Final = "38;5;164"
GREY: Final = "38;5;243"
BOLD: Final = "1"
HEADING: Final = "1;4"  # bold and underlined


def bold(colour: str) -> str:
    """The colour in bold.

    >>> bold(GREEN)
    '1;38;5;28'
    """
    return f"{BOLD};{colour}"
