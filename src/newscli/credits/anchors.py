"""The cheap tests before the grammar of formulas: whether a line has anything that a formula is held by.

`acceptance` takes no sequence of readings without a place or a source that is listed or told by its form, unless a
separator or a link keeps two names apart. Most lines of a page («الرئيسية», a headline) have none of these, and need no
readings.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from newscli.arabic.letters import fold
from newscli.credits.guesses import PLACE_HEADS, REGION_HEADS
from newscli.credits.tokens import Gap, Word
from newscli.lexicon import agencies, outlets, places
from newscli.lexicon.box_words import CORRESPONDENT
from newscli.lexicon.credit_words import DESK, OF_SOURCE

_PARTING = frozenset("*[]~`<>&#")  # marks of markup, which `clean` cuts
_LONGEST_INITIAL = 2  # letters; the words that link names («من», «في») are as short


def may_be_formula(words: list[Word], own: frozenset[str]) -> bool:
    """Whether a line could be read as a formula: no line is one for which this is false.

    >>> from newscli.credits.tokens import words_of
    >>> [may_be_formula(words_of(line)[0], frozenset()) for line in ("التاريخ:", "الرياض", "الصفحة - التالية")]
    [False, True, True]
    """
    if own:
        return True
    for i, word in enumerate(words):
        if word.gap is not Gap.NONE and len(words) > 1:
            return True
        anchors = _anchors(word.folded)
        if anchors is None or (anchors and i + 1 < len(words) and words[i + 1].folded in anchors):
            return True
    return False


def own_in(text: str, own: frozenset[str]) -> frozenset[str]:
    """The keys of some outlets if any of them may stand in a line, else none: a line reads the same without them then.

    A key is made of words that stand one after the other in the folded line, so the line holds its first word. Initials
    («.افب») stand there in pieces, and markup may part a word: then the test is not made.

    >>> own_in("صحيفة الضفاف", frozenset(("الضفاف",))), own_in("الرئيسية", frozenset(("الضفاف",)))
    (frozenset({'الضفاف'}), frozenset())
    """
    if not own or not _PARTING.isdisjoint(text):
        return own
    folded = fold(text)
    return own if any(name[0] == "." or name.partition(" ")[0] in folded for name in own) else frozenset()


@lru_cache(maxsize=16384)
def _anchors(word: str) -> frozenset[str] | None:
    """The words behind a folded word that make a listed name with it, or begin one.

    None where the word holds a formula by itself: it is such a name, a part of a form, an initial, a link, a number or
    Latin.
    """
    if len(word) <= _LONGEST_INITIAL or word.isascii() or not word.isalpha():
        return None
    bare = word[1:] if word[0] == "و" else word  # a glued «و»
    if word in _names() or bare in _names():
        return None
    return _NOTHING.union(_openings().get(word, _NOTHING), _openings().get(bare, _NOTHING))


_NOTHING: frozenset[str] = frozenset()


def _listed() -> Iterator[str]:
    return chain(places.names(), places.countries(), agencies.forms(), outlets.forms(), DESK)


@cache
def _names() -> frozenset[str]:
    """Listed names of one word, and the words by which forms are told."""
    forms = outlets.HEADS | outlets.TAILS | outlets.OF_NEWS | CORRESPONDENT | OF_SOURCE | PLACE_HEADS | REGION_HEADS
    return frozenset(name for name in _listed() if " " not in name) | forms


@cache
def _openings() -> dict[str, set[str]]:
    """For the first word of each listed name of several words, the second words."""
    found: dict[str, set[str]] = {}
    for name in _listed():
        if " " in name:
            first, second, *_ = name.split(" ", 2)
            found.setdefault(first, set()).add(second)
    return found
