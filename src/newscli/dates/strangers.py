"""What a time stamp does not explain on its line: names and sections that stand beside dates, and words that tell."""

from __future__ import annotations

from newscli.arabic.letters import fold
from newscli.dates.stamp_words import sections
from newscli.lexicon.agencies import is_agency
from newscli.lexicon.credit_words import TITLES, opens_sentence
from newscli.lexicon.given_names import is_given_name
from newscli.lexicon.outlets import is_outlet
from newscli.lexicon.places import is_place
from newscli.regex import regex

LONGEST = 6  # words of what can be known
LONGEST_NAME = 4  # words of a person's name without titles
_JOINERS = ("من", "في")
_IMPERFECT = regex(r"ي.{3}|س[يت].{3,4}$")  # «يعود», «ينطلق», «سيبدأ»: few names and places begin so


def is_known(text: str) -> bool:
    """Whether words are what stands beside dates: a place, an outlet, an agency, sections, or a person by given name.

    >>> [is_known(text) for text in ("القاهرة", "رياضة", "أحمد سالم", "زلزال")]
    [True, True, True, False]
    """
    words = text.split()
    if not 0 < len(words) <= LONGEST:
        return False
    if is_place(text) or is_agency(text) or is_outlet(text):
        return True
    for joiner in _JOINERS:  # «هسبريس من الرباط»
        before, joined, after = text.partition(f" {joiner} ")
        if joined:
            return is_known(before) and is_place(after)
    return _is_name(words) or all(map(_is_small, words))


def names_section(text: str) -> bool:
    """Whether words say in which sections a text was posted: «في سياسة» behind its date.

    >>> names_section("في سياسة، رياضة"), names_section("في القاهرة")
    (True, False)
    """
    words = fold(text).replace("،", " ").replace(",", " ").split()
    return len(words) > 1 and words[0] == "في" and sections().issuperset(words[1:])


def _is_small(word: str) -> bool:
    return fold(word) in sections() or is_place(word) or is_agency(word)


def _is_name(words: list[str]) -> bool:
    names = [word for word in map(fold, words) if word.strip(".") not in TITLES]
    if not len(words) > 1 or not 1 <= len(names) <= LONGEST_NAME:
        return False
    return is_given_name(names[0]) and all(map(str.isalpha, names)) and not any(map(tells, names))


def tells(word: str) -> bool:
    """Whether a folded word belongs to a sentence: a function word, a verb of reporting, or an imperfect by its form.

    >>> [tells(fold(word)) for word in ("يعود", "الذي", "سيبدأ", "يوسف", "رياضة")]
    [True, True, True, False, False]
    """
    if opens_sentence(word):
        return True
    return _IMPERFECT.match(word) is not None and not is_given_name(word) and not is_place(word)
