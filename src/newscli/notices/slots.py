"""Words by what they do in a formula: a slot is a kind of word, and a formula is known by the slots that a line fills.

The tables of the lexicon list words and phrases by slot. Here they become bits, so that «which slots does this line
fill» and «are those of this formula among them» are single operations on numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import compress, count

from newscli.lexicon.disclaimers import REPORTING
from newscli.regex import regex

WORDS = regex(r"[^\W_]+")  # the words of a folded text, as all tables see them
_CONJUNCTIONS, _PREPOSITIONS = ("و", "ف"), ("ب", "ل", "ك")
_ARTICLES = ("ال", "لل")
_GLUED = frozenset((*_CONJUNCTIONS, *_PREPOSITIONS, "ا"))  # the letters that any of these begins with
_POSSESSIVES = {"ا": ("هما", "ها", "نا"), "م": ("هم", "كم"), "ه": ("ه",)}  # by their last letter
_SHORTEST_STEM = 2  # letters

Core = tuple[int, ...]  # a formula: of each of its masks one slot is filled


@lru_cache(maxsize=128)  # the words of a page's lines are asked for by every table
def words_in(folded: str) -> list[str]:
    """The words of a folded text, as all tables see them; the list is not to be changed."""
    return WORDS.findall(folded)


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
        self._heads = frozenset(head for word in self._words for head in _heads(word))
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

    def of(self, word: str) -> int:
        """The slots of a word, with or without glued particles, article and possessive."""
        heads = self._heads
        if not (  # nine words of ten end here, which makes the whole test four times as fast
            word[:3] in heads or word[1:4] in heads or word[2:5] in heads or word[3:6] in heads or word[4:7] in heads
        ):
            return 0
        known = self._words
        found = 0
        for stem in stems(word):
            if stem in known:
                found |= known[stem]
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


def _heads(word: str) -> set[str]:
    """What a listed word may begin with, up to three letters, where a possessive follows or none."""
    owned = {word + end[0] for ends in _POSSESSIVES.values() for end in ends}
    return {form[:3] for form in (word, *owned, f"{word[:-1]}ت" if word.endswith("ه") else word)}


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


def any_filled(cores: Iterable[Core], slots: int) -> bool:
    """Whether the slots fill any of the formulas."""
    for core in cores:  # `filled` written out: sixty calls of it for each paragraph would be felt
        for part in core:
            if not slots & part:
                break
        else:
            return True
    return False


def reports(word: str) -> bool:
    """Whether a folded word is a verb of speaking, with a glued «و» or «ف» or without: somebody in a story speaks.

    >>> reports("واضاف"), reports("مقال")
    (True, False)
    """
    return word in REPORTING or (word.startswith(_CONJUNCTIONS) and word[1:] in REPORTING)


def stems(word: str) -> list[str]:
    """A folded word, and what is left of it without glued particles, article and possessive.

    >>> "مقال" in stems("والمقال"), "صحيفه" in stems("صحيفتنا")
    (True, True)
    """
    found = [word]
    if word[0] in _GLUED:
        if word[0] in _CONJUNCTIONS:
            found.append(word[1:])
        found += [stem[1:] for stem in found if stem.startswith(_PREPOSITIONS)]
        found += [stem[2:] for stem in found if stem.startswith(_ARTICLES)]
    if word[-1] in _POSSESSIVES:
        ends = _POSSESSIVES[word[-1]]
        owned = [stem.removesuffix(end) for stem in found for end in ends if stem.endswith(end)]
        found += owned
        found += [f"{stem[:-1]}ه" for stem in owned if stem.endswith("ت")]
    return [stem for stem in found if len(stem) >= _SHORTEST_STEM]
