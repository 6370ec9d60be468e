"""The names of a newspaper's sections, «أخبار محلية», alone or in a row as menus have them."""

from __future__ import annotations

from functools import lru_cache

from newscli.arabic.words import core
from newscli.lexicon import boilerplate, lines
from newscli.lexicon.places import is_place
from newscli.regex import regex

HOME = frozenset(("الرييسيه", "الصفحه الرييسيه", "الصفحه الاولي", "الصفحه الاساسيه", "home"))  # folded
_ARTICLE = regex(r"^و?ال(?=...)")
_AND = regex(r"\s+و\s?(?=\w{3})")
_FEWEST_NAMES = 3  # words of a menu in a row
_ROW = 4  # names of a menu that strokes part
_NOT_IN_ROWS = regex(r"[\d:.؟]")
_DASHES = regex(r"\s[-–—•·/]\s")
_NAMED = 0.5  # of the names of a row that dashes part are those of sections: places and agencies stand so too
_AT_PLACE = regex(lines.AT_PLACE)
_NEWS_OF = regex(lines.NEWS_OF)
_SECTION_WORDS = 3  # of a section's name at most


def is_section(text: str) -> bool:
    """Whether a line is the name of a section of newspapers: «أخبار محلية», «صحة وأسرة».

    >>> is_section("أخبار محلية"), is_section("صحة وأسرة"), is_section("أخبار سارة من المطار")
    (True, True, False)
    """
    words = _AND.sub(" ", core(text)).split()
    return 0 < len(words) <= _SECTION_WORDS and all(_ARTICLE.sub("", word) in _sections() for word in words)


def heads_section(text: str) -> bool:
    """Whether a line above a headline is a section's name, or of the news of a place or of somebody.

    >>> heads_section("أخبار محلية"), heads_section("أخبار العراق"), heads_section("أخبار سارة من العراق")
    (True, True, False)
    >>> heads_section("آخر أخبار نواب مجلس الأمة"), heads_section("اللجوء إلى السويد"), heads_section("أخبار مصر عاجل")
    (True, True, True)
    """
    name = core(text)
    at = _AT_PLACE.fullmatch(name)
    return is_section(text) or (at is not None and is_place(at[1])) or _NEWS_OF.fullmatch(name) is not None


def is_row(text: str) -> bool:
    """Whether a line is a menu in a row, by its strokes alone, «وطنية | جهات | رأي حر | صور»; by dashes and its words.

    >>> is_row("وطنية | جهات | مال وأعمال | رأي حر"), is_row("كتب: سامر الخياط | تصوير: هدى سالم | 12 مايو | بيروت")
    (True, False)
    >>> is_row("أخبار - أعمدة - اقتصاد - رياضة"), is_row("عدن - صنعاء - الرياض - رويترز")
    (True, False)
    """
    strokes = "|" in text
    parts = text.split("|") if strokes else _DASHES.split(text)
    if len(parts) < _ROW or _NOT_IN_ROWS.search(text) is not None:
        return False
    named = strokes or sum(map(is_section, parts)) >= _NAMED * len(parts)
    return named and all(0 < len(part.split()) <= _SECTION_WORDS for part in parts)


def row_of_sections(words: list[str]) -> bool:
    """Whether a line is a menu in a row: the home page, then names of sections: «الرئيسية أخبار محلية اقتصاد رياضة»."""
    if len(words) < _FEWEST_NAMES or words[0] not in HOME:
        return False
    named = sum(_ARTICLE.sub("", word) in _sections() for word in words[1:])
    return 2 * named >= len(words) - 1


@lru_cache(maxsize=1)
def _sections() -> frozenset[str]:
    return frozenset(_ARTICLE.sub("", core(word)) for word in boilerplate.SECTIONS.split())
