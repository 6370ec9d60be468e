"""What templates say to readers («follow us», «subscribe to read»), known by its parts (`lexicon.template_parts`)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newscli.lexicon import template_parts
from newscli.notices.slots import Core, Slots, filled, reports, together

_NEAR = 3  # words: «تابع صحيفة البيدر على تلغرام»
_LONGEST_OPENING = 3  # words of a phrase that opens a line
_MOST_WORDS = max(most for _, most, _ in template_parts.CORES)


class _Formula(NamedTuple):
    """What the first word fills, what the last one fills, what any fills; most words, and the category's name."""

    first: int
    last: int
    anywhere: Core
    most: int
    category: str


class _Formulas(NamedTuple):
    """All formulas; the slots of opening words that formulas ask for, and those one of which each of the others has."""

    all: tuple[_Formula, ...]
    opening: int
    telling: int


def call(words: list[str]) -> str | None:
    """The category's name of a call that a line makes to its readers; what somebody in a story says is none.

    `words` are those of the folded line.

    >>> call("انضموا الي قناه البيدر علي تلغرام".split()), call("انضموا الي الاحتجاج".split())
    ('FOLLOW', None)
    """
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    each = list(map(_slots().__getitem__, words))
    if not any(each):
        return None
    formulas = _formulas()
    first, every = _first_and_every(words, each)
    if not (first & formulas.opening or every & formulas.telling):
        return None
    every |= _via_channel(words, each)
    size, last = len(words), each[-1]
    for opens, ends, anywhere, most, category in formulas.all:
        if (not opens or first & opens) and size <= most and (not ends or last & ends) and filled(anywhere, every):
            return None if _is_told(words) else category
    return None


def _is_told(words: list[str]) -> bool:
    """Whether somebody in a story speaks: behind the first word of a line, or there with «و»."""
    return any(map(reports, words[1:])) or (words[0][0] == "و" and reports(words[0]))


@lru_cache(maxsize=1)
def _slots() -> Slots:
    """The words and phrases that stand in calls, by the slots that formulas have for them."""
    return Slots(template_parts.WORDS, template_parts.PHRASES, ("via_channel", "near_via_channel"))


@lru_cache(maxsize=1)
def _formulas() -> _Formulas:
    """The formulas of calls with their slots as bits, and which slots open one or tell of one that has no opening."""
    found = []
    opening = telling = 0
    for parts, most, category in template_parts.CORES:
        first = last = 0
        anywhere = []
        for part in parts.split():
            mask = _slots().mask(part.strip("^$"))
            if part.startswith("^"):
                first = mask
            elif part.endswith("$"):
                last = mask
            else:
                anywhere.append(mask)
        opening |= first
        telling |= 0 if first else anywhere[0]
        found.append(_Formula(first, last, tuple(anywhere), most, category))
    return _Formulas(tuple(found), opening, telling)


def _first_and_every(words: list[str], each: list[int]) -> tuple[int, int]:
    """The slots that the first word fills as it stands, or a phrase that opens the line; and those of all words."""
    first, every = _slots().exactly(words[0]), together(each)
    for at, length, slot in _slots().phrases(words):
        every |= slot
        if not at and length <= _LONGEST_OPENING:
            first |= slot
    return first, every


def _via_channel(words: list[str], each: list[int]) -> int:
    """The slot of a channel right behind «on» or «through»: «على واتساب», «عبر قناة تلغرام».

    It is "near_via_channel" as well where it stands not far behind the verb that opens the line.
    """
    table = _slots()
    via, channel = table.mask("via"), table.mask("channel")
    for at, word in enumerate(words[:-1]):
        if not table.exactly(word) & via:
            continue
        behind = each[at + 1] | (each[at + 2] if at + 2 < len(words) else 0)
        if behind & channel or any(slot & channel for _, _, slot in table.phrases(words[at + 1 : at + 3])):
            return table.mask("via_channel|near_via_channel" if at <= _NEAR else "via_channel")
    return 0
