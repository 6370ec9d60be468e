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
_ROW = 4  # names of a menu that strokes part, or nothing
_NEARLY_ALL = 0.75  # of the words of a menu without the home page are those of sections
_NOT_IN_ROWS = regex(r"[\d:.؟]")
_BRACKETED = regex(r"(?:[\[<‹][^\[\]<>‹›]{2,30}[\]>›]\s*){4,}")  # «[السعودية] [مصر] [الأردن] [اليمن]»
_DASHES = regex(r"\s[-–—•·/]\s")
_NAMED = 0.5  # of the names of a row that dashes part are those of sections: places and agencies stand so too
_AT_PLACE = regex(lines.AT_PLACE)
_NEWS_OF = regex(lines.NEWS_OF)
_HOME = "(?:(?:الصفحه )?الرييسيه|الصفحه (?:الاولي|الاساسيه)|home)"
_SIGN = r">»›/|\\←<«‹:-"
_STEP = rf"\s*[{_SIGN}]{{1,3}}\s*"
# A way has signs between its steps, a menu has none; its first step may be a picture of a house, or stand last.
_WAY = regex(
    rf"(?=[^{_SIGN}]*+[{_SIGN}])(?:"  # most lines have none
    rf"\W*(?:انت (?:الان )?(?:هنا|في)\s?:?\s)?{_HOME}{_STEP}\w|[^<>›|]{{2,40}}\s?[<‹›>]\s?{_HOME}\W*$"
    r"|[^<>›]{2,40}(?:\s[>›]\s[^<>›]{2,80})+$|[^«»]{2,40}(?:\s»\s[^«»]{2,80})+$"
    r"|[ء-ي ]{2,40}(?:\s[>›]\s?[ء-ي ]{2,80})+$|/\s[ء-ي ]{2,30}(?:/[ء-ي ]{2,80})*$)"
)
_GLUE = "\u200b"
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

    Of two names in two elements nothing but an invisible space may be left between.

    >>> heads_section("أخبار محلية"), heads_section("أخبار العراق"), heads_section("أخبار سارة من العراق")
    (True, True, False)
    >>> heads_section("آخر أخبار نواب مجلس الأمة"), heads_section("اللجوء إلى السويد"), heads_section("أخبار مصر عاجل")
    (True, True, True)
    """
    name = core(text)
    at, parts = _AT_PLACE.fullmatch(name), text.strip(_GLUE).split(_GLUE)
    glued = len(parts) > 1 and all(is_section(part) or is_place(part) for part in parts)
    return glued or is_section(text) or (at is not None and is_place(at[1])) or _NEWS_OF.fullmatch(name) is not None


def is_row(text: str) -> bool:
    """Whether a line is a menu in a row, by its strokes alone, «وطنية | جهات | رأي حر | صور»; by dashes and its words.

    >>> is_row("وطنية | جهات | مال وأعمال | رأي حر"), is_row("كتب: سامر الخياط | تصوير: هدى سالم | 12 مايو | بيروت")
    (True, False)
    >>> is_row("أخبار - أعمدة - اقتصاد - رياضة"), is_row("عدن - صنعاء - الرياض - رويترز")
    (True, False)
    """
    if _BRACKETED.fullmatch(text) is not None:
        return True
    strokes = "|" in text
    parts = text.split("|") if strokes else _DASHES.split(text)
    if len(parts) < _ROW or _NOT_IN_ROWS.search(text) is not None:
        return False
    named = strokes or sum(map(is_section, parts)) >= _NAMED * len(parts)
    return named and all(0 < len(part.split()) <= _SECTION_WORDS for part in parts)


def leads_through_site(text: str, folded: str, words: list[str]) -> bool:
    """Whether a line is the way to the page, or a menu in a row; with its folded form and the words of that."""
    return is_way(text, folded) or _is_menu(words) or is_row(text)


def is_way(text: str, folded: str) -> bool:
    """Whether a line is the way to the page, with signs between its steps.

    >>> is_way("الرئيسية / محافظات", "الرييسيه / محافظات"), is_way("الرئيسية محافظات", "الرييسيه محافظات")
    (True, False)
    """
    return _WAY.match(folded) is not None and not is_row(text)


def is_unsigned_way(text: str) -> bool:
    """Whether a line is the home page and one section, with no sign between the two.

    >>> is_unsigned_way("الرئيسية شؤون محلية"), is_unsigned_way("Home محليات"), is_unsigned_way("الرئيسية")
    (True, True, False)
    """
    home, _, step = text.strip().partition(" ")
    return core(home) in HOME and is_section(step)


def _is_menu(words: list[str]) -> bool:
    """Whether words are those of a menu in a row: the home page and sections, or names of sections nearly all.

    «الرئيسية أخبار محلية اقتصاد رياضة», «فيديو تعليقات ثقافة اقتصاد سياسة».
    """
    named = sum(_ARTICLE.sub("", word) in _sections() for word in words)
    if words[:1] and words[0] in HOME:
        return len(words) >= _FEWEST_NAMES and 3 * named >= len(words) - 1
    return len(words) >= _ROW and named >= _NEARLY_ALL * len(words)


@lru_cache(maxsize=1)
def _sections() -> frozenset[str]:
    return frozenset(_ARTICLE.sub("", core(word)) for word in boilerplate.SECTIONS.split())
