"""What a page tells of the names in its credits: which are its own outlet's, and where its story happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.credits.guesses import may_be_in_place, may_be_place
from newscli.lexicon.agencies import key
from newscli.lexicon.everyday import NOUN_NAMES, is_everyday
from newscli.lexicon.places import is_place
from newscli.regex import regex

_HEAD = 120  # characters in which a line's formula stands
_LONGEST = 4  # words of a place
_PARTS = regex(r"[-–—‒―ـ:/|()\[\]،,«»\"]|\sفي(?=\s\d)")
# What stands before the name of a place where a story tells of it; before a person's «من» and «إلى» stand as well.
_WHERE = regex(
    r"(?<!\w)(?:و?في |[وبل]?(?:مدينه|بلده|بلديه|قريه|ولايه|محافظه|مقاطعه|منطقه|اماره|جماعه|دائره|عماله|دوار|"
    r"مخيم|جبل|جبال|وادي|نهر|جزيره|ناحيه|قضاء|مديريه|واحه|حي) |ب)$"
)
_LONGEST_WHERE = 10  # characters of these words with what stands before them


class Own(Struct, frozen=True):
    """The lookup keys of the page's outlets, and of the places in its story that no table needs to have."""

    outlets: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def __contains__(self, name: str) -> bool:
        return name in self.outlets

    def __iter__(self) -> Iterator[str]:
        yield from self.outlets
        yield from self.places

    def __bool__(self) -> bool:
        return bool(self.outlets or self.places)


NOTHING = Own()


@lru_cache(maxsize=64)
def own_names(outlets: frozenset[str], places: frozenset[str] = frozenset()) -> Own:
    """The same from folded names."""
    return Own(frozenset(map(key, outlets)) - {""}, places)


def own_in(text: str, own: Own) -> Own:
    """The keys of some names if any of them may stand in a line, else none: a line reads the same without them then.

    A key is made of words that stand one after the other in the folded line, so the line holds its first word. Initials
    («.افب») stand there in pieces, and markup, which `clean` cuts, may part a word: then the test is not made.

    >>> own = Own(frozenset(("الضفاف",)))
    >>> own_in("صحيفة الضفاف", own) == own, own_in("الرئيسية", own) == NOTHING
    (True, True)
    """
    if not own or not _MARKUP.isdisjoint(text):
        return own
    folded = fold(text)
    return own if any(name[0] == "." or name.partition(" ")[0] in folded for name in own) else NOTHING


_MARKUP = frozenset("*[]~`<>&#")


def told_places(line: str, story: Iterable[str]) -> frozenset[str]:
    """The parts of a line that are places by what the story says: «وادي الحمام – NAME», and «في وادي الحمام» below.

    `story` are its folded paragraphs. Those that a table has are left out.

    >>> sorted(told_places("وادي الحمام – سمير الخطيب:", ["انطلقت الحمله في وادي الحمام امس"]))
    ['وادي الحمام']
    """
    names = _told_of(line[:_HEAD])
    if not names:
        return frozenset()
    text = "\n".join(story)
    return frozenset(name for name in names if _is_told(name, text))


@lru_cache(maxsize=256)  # the lines of a page that may credit somebody are asked about more than once
def _told_of(head: str) -> tuple[str, ...]:
    """The parts of a line's beginning that a story may tell of as places, folded."""
    parts = (fold(part).strip(" .") for part in _PARTS.split(head))
    return tuple(name for name in parts if name and _may_be_told(name))


def _is_told(name: str, story: str) -> bool:
    """Whether something happens in a place of that name."""
    start = story.find(name)
    while start >= 0:
        end = start + len(name)
        where = _WHERE.search(story[max(0, start - _LONGEST_WHERE) : start])
        if where and not story[end : end + 1].isalpha() and (where[0] != "ب" or may_be_place(name.partition(" ")[0])):
            return True  # but «بهدى قاسم»: a person may stand behind that
        start = story.find(name, end)
    return False


def _may_be_told(name: str) -> bool:
    """Whether a name may be a place's that the tables don't have."""
    words = name.split()
    if len(words) > _LONGEST or not (may_be_place(words[0]) or words[0] in NOUN_NAMES):
        return False
    return all(map(may_be_in_place, words[1:])) and not is_place(name) and not is_everyday(name)
