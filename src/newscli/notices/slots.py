"""Words by what they do in a formula: a slot is a kind of word, and a formula is known by the slots that a line fills.

The tables of the lexicon list words and phrases by slot. Here they become bits, so that «which slots does this line
fill» and «are those of this formula among them» are single operations on numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import compress, count

from newscli.arabic.words import Remembered
from newscli.lexicon.disclaimers import REPORTING
from newscli.regex import regex

WORDS = regex(r"[^\W_]+")  # the words of a folded text, as all tables see them
_CONJUNCTIONS, _PREPOSITIONS = ("و", "ف"), ("ب", "ل", "ك")
_ARTICLES = ("ال", "لل")
_GLUED = frozenset((*_CONJUNCTIONS, *_PREPOSITIONS, "ا"))  # the letters that any of these begins with
_LONGEST_GLUED = 4  # letters: «وبال»
_POSSESSIVES = ("هما", "ها", "نا", "هم", "كم", "ه")

Core = tuple[int, ...]  # a formula: of each of its masks one slot is filled


@lru_cache(maxsize=512)  # the words of a page's lines are asked for by every table
def words_in(folded: str) -> list[str]:
    """The words of a folded text, as all tables see them; the list is not to be changed."""
    return WORDS.findall(folded)


class Slots(Remembered[int]):
    """The slots of one table: which ones a folded word fills in any of its forms, and which phrases fill.

    >>> slots = Slots({"work": "مقال", "writer": "كاتب"}, {"alone": "دون غيره"})
    >>> slots["لكاتبه"] == slots.mask("writer")
    True
    """

    def __init__(self, words: Mapping[str, str], phrases: Mapping[str, str], further: Iterable[str] = ()) -> None:
        super().__init__(self._of)
        names = dict.fromkeys((*words, *phrases, *further))
        self._bits = {name: 1 << place for place, name in enumerate(names)}
        self._words: dict[str, int] = {}
        for slot, listed in words.items():
            for word in listed.split():
                self._words[word] = self._words.get(word, 0) | self._bits[slot]
        self._forms: dict[str, int] = {}  # the words with a possessive behind them and without
        for word, slots in self._words.items():
            for form in _owned(word):
                self._forms[form] = self._forms.get(form, 0) | slots
        self._phrases: dict[str, dict[tuple[str, ...], list[int]]] = {}  # by the first word, then by the others
        for slot, listed in phrases.items():
            for phrase in listed.split("|"):
                first, *rest = phrase.split()
                self._phrases.setdefault(first, {}).setdefault(tuple(rest), []).append(self._bits[slot])
        # The first words of phrases, with a glued «و» and without, and the words that stand behind each (none: "").
        self._openings: dict[str, set[str]] = {}
        for first, rests in self._phrases.items():
            for form in (first, f"و{first}"):
                self._openings.setdefault(form, set()).update(rest[0] if rest else "" for rest in rests)
        self._lengths = {first: frozenset(map(len, rests)) for first, rests in self._phrases.items()}

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

    def _of(self, word: str) -> int:
        """The slots of a word, with or without glued particles, article and possessive."""
        forms = self._forms
        found = forms.get(word, 0)
        if word[0] in _GLUED:
            for start in _STARTS[word[:_LONGEST_GLUED]]:
                found |= forms.get(word[start:], 0)
        return found

    def phrases(self, words: list[str]) -> list[tuple[int, int, int]]:
        """Place, number of words and slot of each phrase that stands among the words, with a glued «و» or without."""
        openings = self._openings
        found: list[tuple[int, int, int]] = []
        for at in compress(count(), map(openings.__contains__, words)):  # none in most lines
            word, second = words[at], words[at + 1] if at + 1 < len(words) else ""
            if second not in openings[word] and "" not in openings[word]:
                continue
            if word in self._phrases:
                found += self._phrases_at(words, at, word)
            if word[0] == "و" and word[1:] in self._phrases:
                found += self._phrases_at(words, at, word[1:])
        return found

    def _phrases_at(self, words: list[str], at: int, first: str) -> list[tuple[int, int, int]]:
        """The phrases that begin with the word at a place, given without its «و»."""
        known = self._phrases[first]
        return [
            (at, 1 + length, slot)
            for length in self._lengths[first]
            for slot in known.get(tuple(words[at + 1 : at + 1 + length]), ())
        ]


def _owned(word: str) -> Iterator[str]:
    """A listed word, and the same with each possessive; a final heh becomes teh before these: «صحيفه», «صحيفتنا»."""
    yield word
    stems = (word, f"{word[:-1]}ت") if word.endswith("ه") else (word,)
    yield from (stem + end for stem in stems for end in _POSSESSIVES)


def _starts(opening: str) -> tuple[int, ...]:
    """Where a word begins behind the particles and the article that may be glued to it, told by its first letters.

    >>> _starts("والم"), _starts("لكات")
    ((1, 3), (1,))
    """
    found = [0]
    if opening.startswith(_CONJUNCTIONS):
        found.append(1)
    found += [start + 1 for start in found if opening.startswith(_PREPOSITIONS, start)]
    found += [start + 2 for start in found if opening.startswith(_ARTICLES, start)]
    return tuple(found[1:])


_STARTS = Remembered(_starts)


def together(each: Iterable[int]) -> int:
    """The slots that words fill together."""
    found = 0
    for slots in {*each}:  # few sets of slots, and most words fill none
        found |= slots
    return found


def filled(core: Core, slots: int) -> bool:
    """Whether the slots fill each part of a formula."""
    for part in core:  # noqa: SIM110 - `all` would take three times as long, and this is asked for each paragraph
        if not slots & part:
            return False
    return True


def reports(word: str) -> bool:
    """Whether a folded word is a verb of speaking, with a glued «و» or «ف» or without: somebody in a story speaks.

    >>> reports("واضاف"), reports("مقال")
    (True, False)
    """
    return word in REPORTING or (word.startswith(_CONJUNCTIONS) and word[1:] in REPORTING)
