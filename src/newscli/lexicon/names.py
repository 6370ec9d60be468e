"""Arabic and foreign given names, by which a person's name is told from other words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from newscli.arabic.letters import fold


@cache
def given_names() -> frozenset[str]:
    """Every listed given name, folded."""
    return frozenset(fold(files(__package__).joinpath("given_names.txt").read_text("utf-8")).split())


def is_given_name(text: str) -> bool:
    """Whether the text is one listed given name.

    >>> is_given_name("أحمد"), is_given_name("وزير")
    (True, False)
    """
    return fold(text) in given_names()
