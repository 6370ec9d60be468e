"""Arabic and foreign given names, by which a person's name is told from other words."""

from __future__ import annotations

from functools import cache

from newscli.arabic.letters import fold
from newscli.lexicon import table
from newscli.lexicon.own import own


@cache
def given_names() -> frozenset[str]:
    """Every listed given name, folded."""
    return frozenset(fold(table("given_names.txt") + own("given_names")).split())


def is_given_name(text: str) -> bool:
    """Whether the text is one listed given name.

    >>> is_given_name("أحمد"), is_given_name("وزير")
    (True, False)
    """
    return fold(text) in given_names()
