"""A credit line cut at its role words: «حوار: A - تصوير: B» is a writer's stretch and a photographer's."""

from __future__ import annotations

from typing import NamedTuple

from newscli.arabic.letters import fold
from newscli.credits.tokens import Gap, Word, begins_part, part_end, phrase
from newscli.lexicon.credit_words import CALLING, NOUNS, PHOTO, TITLES, WRITER

_LONGEST_ROLE = 4  # words
_PLAIN = frozenset(fold("ترجمة بقلم عدسة تصوير إعداد تحرير حاوره حاورها حاورته حاورتها").split())
# Genres whose colon is followed by a work's title as often as by its writer: «رواية: X», «فيلم: X».
_GENRES = frozenset(fold("رواية قصة سرد قراءة عرض كتاب ديوان فيلم مسلسل مسرحية رسالة زاوية مدونة تدوينة").split())
_BY_MARK = frozenset(("نظم", "كلمات"))  # «نظم النادي ندوة», «كلمات لا تموت»: only a mark behind it makes it a role
_TRANSLATES = ("ترجم", "تعريب", "عربه", "نقله", "نقلها", "نقلته")
# The role that a folded word or phrase gives, with or without a glued «و».
_ROLES = {name: "translator" if name.startswith(_TRANSLATES) and "تحرير" not in name else "writer" for name in WRITER}
_ROLES |= dict.fromkeys(PHOTO, "photo")
_ROLES = {"و" + name: role for name, role in _ROLES.items()} | _ROLES
HEADS = frozenset(name.partition(" ")[0] for name in _ROLES)
"""The first words of all role words and phrases."""
_EDGES = " -–—ـ*•:/|،,.()"


class Stretch(NamedTuple):
    """A stretch of a credit line behind a role word (or before the first)."""

    role: str  # "writer", "translator", "photo" or "" before any role word
    noun: bool  # whether the role word is a noun of the running text as well
    genre: bool  # whether it is a genre, behind which a title may stand
    separated: bool  # whether a colon, dash or slash stands behind the role word
    text: str


def stretches(line: str, words: list[Word]) -> list[Stretch]:
    """The stretches of a line, in their order; those without a name before the first role are left out."""
    found: list[Stretch] = []
    begun, start, i = ("", False, False, True), 0, 0
    while i < len(words):
        named = _role_at(words, i)
        if named is None:
            i += 1
            continue
        found.append(Stretch(*begun, line[start : words[i].start]))
        role, i, name = named
        begun = (role, name in NOUNS, name in _GENRES, words[i - 1].gap >= Gap.DASH)
        start = words[i - 1].end
    found.append(Stretch(*begun, line[start:]))
    return [stretch for stretch in found if stretch.role or stretch.text.strip(_EDGES)]


def _role_at(words: list[Word], i: int) -> tuple[str, int, str] | None:
    """The role word or phrase at a word: its role, the word behind it, its folded form."""
    if words[i].folded not in HEADS:
        return None
    for last in range(min(part_end(words, i), i + _LONGEST_ROLE), i, -1):
        name = phrase(words, i, last)
        role = _ROLES.get(name)
        if role and _stands_as_role(words, i, last, name):
            return role, last, name
    return None


def _stands_as_role(words: list[Word], first: int, last: int, name: str) -> bool:
    """A role word stands at the line's start, behind a separator, or has one behind it; a name holds none."""
    before_separator = words[last - 1].gap >= Gap.DASH and last < len(words)
    if name in CALLING or name in _BY_MARK or (name in TITLES and first) or (len(name) < 3 and name != "by"):
        return before_separator
    return begins_part(words, first) or before_separator or name in _PLAIN
