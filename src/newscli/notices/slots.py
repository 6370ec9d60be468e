"""Words by what they do in a formula: a slot is a kind of word, and a formula is known by the slots that a line fills.

The tables of the lexicon list words and phrases by slot. Here they become bits, so that «which slots does this line
fill» and «are those of this formula among them» are single operations on numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from newscli.lexicon.disclaimers import REPORTING

WORDS = re.compile(r"[^\W_]+")  # the words of a folded text, as all tables see them
_CONJUNCTIONS, _PREPOSITIONS = ("و", "ف"), ("ب", "ل", "ك")
_POSSESSIVES = ("هما", "هم", "ها", "نا", "كم", "ه")
_SHORTEST_STEM = 2  # letters

Core = tuple[int, ...]  # a formula: of each of its masks one slot is filled


class Slots:
    """The slots of one table: which ones a folded word fills in any of its forms, and which phrases fill.

    >>> slots = Slots({"work": "مقال", "writer": "كاتب"}, {"alone": "دون غيره"})
    >>> slots.of("لكاتبه") == slots.mask("writer")
    True
    """

    def __init__(self, words: Mapping[str, str], phrases: Mapping[str, str], further: Iterable[str] = ()) -> None:
        names = dict.fromkeys((*words, *phrases, *further))
        self._bits = {name: 1 << place for place, name in enumerate(names)}
        self._words: dict[str, int] = {}
        for slot, listed in words.items():
            for word in listed.split():
                self._words[word] = self._words.get(word, 0) | self._bits[slot]
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for slot, listed in phrases.items():
            for phrase in listed.split("|"):
                first, *rest = phrase.split()
                self._phrases.setdefault(first, []).append((tuple(rest), self._bits[slot]))

    def mask(self, names: str) -> int:
        """The bits of slots whose names stand apart by «|»."""
        found = 0
        for name in names.split("|"):
            found |= self._bits[name]
        return found

    def core(self, parts: str) -> Core:
        """A formula as it is written in a table: parts apart by blanks, of each one slot is filled."""
        return tuple(map(self.mask, parts.split()))

    def exactly(self, word: str) -> int:
        """The slots of a word as it stands."""
        return self._words.get(word, 0)

    def of(self, word: str) -> int:
        """The slots of a word, with or without glued particles, article and possessive."""
        found = 0
        for stem in stems(word):
            found |= self._words.get(stem, 0)
        return found

    def phrases(self, words: list[str]) -> list[tuple[int, int]]:
        """Number of words and slot of each phrase that stands among the words, with a glued «و» or without."""
        found = []
        for at, word in enumerate(words):
            for form in {word, word.removeprefix("و")}:
                for rest, slot in self._phrases.get(form, ()):
                    if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                        found.append((1 + len(rest), slot))
        return found


def filled(core: Core, slots: int) -> bool:
    """Whether the slots fill each part of a formula."""
    return all(slots & part for part in core)


def reports(word: str) -> bool:
    """Whether a folded word is a verb of speaking, with a glued «و» or «ف» or without: somebody in a story speaks.

    >>> reports("واضاف"), reports("مقال")
    (True, False)
    """
    return word in REPORTING or (word.startswith(_CONJUNCTIONS) and word[1:] in REPORTING)


@lru_cache(maxsize=8192)
def stems(word: str) -> frozenset[str]:
    """A folded word, and what is left of it without glued particles, article and possessive.

    >>> "مقال" in stems("والمقال"), "صحيفه" in stems("صحيفتنا")
    (True, True)
    """
    found = {word}
    if word.startswith(_CONJUNCTIONS):
        found.add(word[1:])
    found |= {stem[1:] for stem in found if stem.startswith(_PREPOSITIONS)}
    found |= {stem[2:] for stem in found if stem.startswith(("ال", "لل"))}
    owned = {stem.removesuffix(end) for stem in found for end in _POSSESSIVES if stem.endswith(end)}
    found |= owned | {f"{stem[:-1]}ه" for stem in owned if stem.endswith("ت")}
    return frozenset(stem for stem in found if len(stem) >= _SHORTEST_STEM)
