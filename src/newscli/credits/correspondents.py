"""The credits of correspondents and office holders: role, outlet and place before the name or behind it."""

from __future__ import annotations

from msgspec import Struct

from newscli.credits.likeness import Likeness, likeness
from newscli.credits.tokens import Gap, Word, words_of
from newscli.lexicon.box_words import CORRESPONDENT, OFFICE
from newscli.lexicon.credit_words import CALLING, TITLES, opens_sentence
from newscli.lexicon.given_names import given_names

_MOST_BEFORE = 9  # words of role, outlet and place before a name
_MOST_BEHIND = 11
_LINKS = frozenset(("في", "الي", "من", "ب", "لدي", "عن"))
_INSIDE = _LINKS | {"و", "مع", "علي"}
_BEFORE_ROLE = frozenset(("من", "تقرير", "متابعه", "تحقيق", "حوار", "خاص", "كتب", "كتبت"))
_OWN = ("نا", "تنا")  # «مراسلنا» names no outlet


class Correspondent(Struct, frozen=True):
    """The range of the names, how plain they are, and the range of the outlet where one is named."""

    start: int
    end: int
    likeness: Likeness
    outlet: tuple[int, int] | None = None


def correspondent(text: str) -> Correspondent | None:
    """The credit of a correspondent or an office holder that fills a line, None where it is none.

    >>> line = "مراسل السنابل في عمّان: هاني البستاني"
    >>> found = correspondent(line)
    >>> line[found.start : found.end], line[slice(*found.outlet)]
    ('هاني البستاني', 'السنابل')
    >>> correspondent("مراسل السنابل يروي ما رآه") is None
    True
    """
    words, _ = words_of(text)
    if not 2 <= len(words) <= _MOST_BEHIND + 4:
        return None
    return _role_before(words) or _role_behind(words)


def _role_before(words: list[Word]) -> Correspondent | None:
    """«[من|تقرير] مراسلنا في PLACE: NAME», «مراسل OUTLET NAME»."""
    role = 1 if words[0].folded in _BEFORE_ROLE else 0
    if words[role].folded not in CORRESPONDENT or role + 1 >= len(words):
        return None
    cut = _marked(words, role)
    if cut is None:
        cut = _first_given(words, role + 1)
    if cut is None or cut >= len(words) or cut - role > _MOST_BEFORE:
        return None
    name = [word.folded for word in words[cut:] if word.folded not in TITLES or word.folded in given_names()]
    sure = likeness(name)
    least = Likeness.POSSIBLE if words[cut - 1].gap >= Gap.DASH else Likeness.CLEAR
    if sure < least and not _several(name):
        return None
    return Correspondent(words[cut].start, words[-1].end, max(sure, least), _outlet(words, role, cut))


def _marked(words: list[Word], role: int) -> int | None:
    """The word behind the last separator before the name; what stands between holds no verb."""
    for i in range(role, len(words) - 1):
        if i > role and opens_sentence(words[i].folded) and words[i].folded not in _INSIDE:
            return None
        if words[i].gap >= Gap.DASH:
            return i + 1
    return None


def _first_given(words: list[Word], first: int) -> int | None:
    """Where a plain name begins behind role, outlet and place."""
    for i in range(first, len(words) - 1):
        if opens_sentence(words[i].folded) and words[i].folded not in _INSIDE:
            return None
        if words[i].folded in given_names():
            return i
    return None


def _several(name: list[str]) -> bool:
    """Whether words are two names with «و» between: each begins with a given name."""
    heads = [i for i, word in enumerate(name) if i and word[0] == "و" and word[1:] in given_names()]
    return bool(heads) and likeness(name[: heads[0]]) >= Likeness.PLAUSIBLE


def _outlet(words: list[Word], role: int, end: int) -> tuple[int, int] | None:
    """The words between a role and «في» or the name: the outlet."""
    if words[role].folded.endswith(_OWN):
        return None
    last = next((i for i in range(role + 1, end) if words[i].folded in _LINKS), end)
    return (words[role + 1].start, words[last - 1].end) if last > role + 1 else None


def _role_behind(words: list[Word]) -> Correspondent | None:
    """«NAME موفدة OUTLET إلى PLACE», «NAME - محرر الشؤون المحلية», «NAME، مراسل OUTLET»."""
    role = next((i for i in range(2, len(words)) if _is_office(words, i)), None)
    if role is None or len(words) - role > _MOST_BEHIND:
        return None
    behind = [word.folded for word in words[role + 1 :]]
    if any(opens_sentence(word) and word.removeprefix("و") not in _INSIDE for word in behind):
        return None
    name = [word.folded for word in words[:role] if word.folded not in TITLES or word.folded in given_names()]
    sure = likeness(name)
    apart = words[role - 1].gap is not Gap.NONE
    if any(word.gap >= Gap.BRACKET for word in words[: role - 1]):
        return None
    if sure < (Likeness.POSSIBLE if apart else Likeness.PLAUSIBLE) or (not behind and not apart):
        return None
    return Correspondent(words[0].start, words[role - 1].end, sure, _outlet_behind(words, role))


def _is_office(words: list[Word], i: int) -> bool:
    """Whether an office stands at a word: a correspondent's anywhere, another's behind a separator."""
    folded = words[i].folded
    if folded in CORRESPONDENT or (folded in CALLING and not folded.startswith("ال")):
        return True
    return words[i - 1].gap is not Gap.NONE and (folded in OFFICE or folded.removeprefix("و") in OFFICE)


def _outlet_behind(words: list[Word], role: int) -> tuple[int, int] | None:
    if words[role].folded not in CORRESPONDENT or words[role].folded.endswith(_OWN):
        return None
    last = next((i for i in range(role + 1, len(words)) if words[i].folded in _LINKS), len(words))
    return (words[role + 1].start, words[last - 1].end) if last > role + 1 else None
