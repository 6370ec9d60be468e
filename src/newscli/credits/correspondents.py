"""The credits of correspondents and office holders: role, outlet and place before the name or behind it."""

from __future__ import annotations

from msgspec import Struct

from newscli.credits.likeness import Likeness, likeness
from newscli.credits.tokens import Gap, Word, begins_part, phrase, run_of, words_of
from newscli.lexicon.box_words import CORRESPONDENT, OFFICE
from newscli.lexicon.credit_words import CALLING, TITLES, opens_sentence
from newscli.lexicon.given_names import given_names
from newscli.lexicon.places import is_place

_MOST_BEFORE = 9  # words of role, outlet and place before a name
_MOST_BEHIND = 11
_LINKS = frozenset(("في", "الي", "من", "ب", "لدي", "عن"))
_BUREAU = frozenset(("مدير مكتب", "مديره مكتب"))  # «من مدير مكتب OUTLET: NAME»
_INSIDE = _LINKS | {"و", "مع", "علي"}
_BEFORE_ROLE = frozenset("من عن تقرير متابعه تغطيه رصد تحقيق استطلاع حوار خاص كتب كتبت اعداد بقلم".split())
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
    role = int(words[0].folded in _BEFORE_ROLE)
    bureau = words[role].folded == "مكتب"
    if phrase(words, role, role + 2) in _BUREAU:
        role += 1
    elif not bureau and words[role].folded.removeprefix("ل") not in CORRESPONDENT:  # «لمراسلنا في PLACE: NAME»
        return None
    within = range(role + 1, min(len(words), role + _MOST_BEFORE + 1))
    cut = next((i for i in within if _opens_name(words, i)), None)
    if cut is None or (bureau and not _is_bureau(words, role, cut)):
        return None
    return Correspondent(words[cut].start, words[-1].end, _sure(words[cut:]), _outlet(words, role, cut))


def _is_bureau(words: list[Word], role: int, cut: int) -> bool:
    """«مكتب OUTLET في PLACE: NAME»: an office of any sort has the first four, so the name must be plain."""
    link = next((i for i in range(role + 2, cut) if words[i].folded in ("في", "ب")), 0)
    last = words[cut - 1].folded
    placed = is_place(phrase(words, link + 1, cut)) if link else last[0] == "ب" and is_place(last[1:])
    return placed and words[cut - 1].gap >= Gap.DASH and likeness(run_of(words, cut)) >= Likeness.PLAUSIBLE


def _opens_name(words: list[Word], i: int) -> bool:
    """Whether a name begins at a word: behind a separator, or with a given name."""
    return words[i - 1].gap >= Gap.DASH or words[i].folded in given_names()


def _sure(name: list[Word]) -> Likeness:
    """How plain a name without its titles is, which stands where nothing but a name does."""
    return max(likeness([word.folded for word in name if word.folded not in TITLES]), Likeness.POSSIBLE)


def _outlet(words: list[Word], role: int, end: int) -> tuple[int, int] | None:
    """The words between a role and «في», the name or the line's end: the outlet."""
    if words[role].folded.endswith(_OWN):
        return None
    last = next((i for i in range(role + 1, end) if words[i].folded in _LINKS), end)
    return (words[role + 1].start, words[last - 1].end) if last > role + 1 else None


def _role_behind(words: list[Word]) -> Correspondent | None:
    """«NAME موفدة OUTLET إلى PLACE», «NAME - محرر الشؤون المحلية», «من: NAME، مراسل OUTLET»."""
    first = int(words[0].folded == "من" and words[0].gap is Gap.COLON)
    role = next((i for i in range(first + 2, len(words)) if _is_office(words, i)), None)
    if role is None or len(words) - role > _MOST_BEHIND:
        return None
    behind = run_of(words, role + 1)
    if any(opens_sentence(word) and word.removeprefix("و") not in _INSIDE for word in behind):
        return None
    if not behind and not begins_part(words, role):
        return None
    outlet = _outlet(words, role, len(words)) if words[role].folded in CORRESPONDENT else None
    return Correspondent(words[first].start, words[role - 1].end, _sure(words[first:role]), outlet)


def _is_office(words: list[Word], i: int) -> bool:
    """Whether an office stands at a word: a correspondent's anywhere, another's behind a separator."""
    folded = words[i].folded
    if folded in CORRESPONDENT or (folded in CALLING and not folded.startswith("ال")):
        return True
    return begins_part(words, i) and folded.removeprefix("و") in OFFICE
