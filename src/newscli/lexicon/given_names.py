"""Arabic and foreign given names, by which a person's name is told from other words."""

from __future__ import annotations

from functools import cache

from newscli.arabic.letters import fold
from newscli.lexicon import table
from newscli.lexicon.own import own
from newscli.regex import regex


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


def told_apart(text: str) -> str:
    """A text with the given name «منة», which is folded as the word «منه» is, in the form of its like «هبة».

    >>> told_apart("كتبت: منة الله شوقي"), told_apart("جزء منه")
    ('كتبت: هبة الله شوقي', 'جزء منه')
    """
    return _GIFT.sub("هبة", text) if "من" in text else text


_GIFT = regex(r"(?:(?<!\w)|(?<=(?<!\w)و))(?:منة(?!\w)|منه(?=\sالله(?!\w)))")  # «NAME ومنة NAME»
