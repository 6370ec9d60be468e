"""Recognising what templates print around stories, a line at a time.

Three kinds of tables are asked: phrases that fill, open or stand in a line (`lexicon.boilerplate`), whole lines with
numbers in them, and calls to readers by their parts (`lexicon.template_parts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from newscli.arabic.letters import fold, squeeze
from newscli.arabic.words import EDGES, core, core_of
from newscli.lexicon import boilerplate, lines, template_parts
from newscli.notices.calls import call
from newscli.notices.sections import leads_through_site
from newscli.notices.slots import WORDS, reports, words_in
from newscli.regex import regex


class Category(StrEnum):
    """What kind of template text a line is; the values are words for people."""

    SHARE = "share"
    COUNTER = "counter"
    FONT_SIZE = "font size"
    NAVIGATION = "navigation"
    TO_TOP = "back to top"
    ADVERTISEMENT = "advertisement"
    FEED = "feed"
    CLICK_HERE = "click here"
    RELATED = "related"
    READ_ALSO = "read also"
    COMMENTS = "comments"
    FIELD = "field of a form"
    FOOTER = "footer"
    FOLLOW = "follow"
    TAGS_LABEL = "tags label"
    TAGS = "tags"
    END_MARK = "end mark of a wire"
    SOURCE_LINK = "source link"
    CONTACT = "contact of the writer"
    NUMBER = "number of the story"
    PAGE_NUMBER = "number of the page"
    VIDEO_LINK = "video link"
    AUDIO = "audio"
    MASTHEAD = "masthead"
    PUNCTUATION = "punctuation"
    CONTENTS = "contents"
    PRINT = "print version"
    SCREEN_READER = "screen reader"
    MAIL = "mail notice"
    PAYWALL = "subscription wall"
    COOKIES = "cookies"
    SENT = "sender of a message"


OFFERS = frozenset((Category.READ_ALSO, Category.RELATED))  # labels of other stories
# Lines that ask the readers to do something, or announce advertisements; none of 42,391 paragraphs of wire does.
INTERRUPTIONS = frozenset(
    (Category.FOLLOW, Category.MAIL, Category.PAYWALL, Category.SHARE, Category.COOKIES, Category.ADVERTISEMENT)
)
# Lines that are no credit though their words may be a name: «إبداء رأي», «AA», «Reading Time: 3».
NAMELESS = frozenset(
    (
        *(Category.COMMENTS, Category.SHARE, Category.NAVIGATION, Category.RELATED, Category.FIELD),
        *(Category.FONT_SIZE, Category.COUNTER, Category.PRINT, Category.TAGS, Category.SENT),
    )
)
_LONGEST = 500  # characters; no template text is longer
_LONGEST_EXACT = 60
_HEAD = 40  # characters that hold the first two words
_LONGEST_LINE = 80  # of a whole line with numbers
_BUTTONS = regex(r"[\s|,،•·/:]+")
_HASHTAGS = regex(r"\s*(?:#\w+[\s،,|]*)+$")
_DIGIT = regex(r"\d")
_NUMBER = regex(r"\d+")
# Of the editors of a wire: «دو/ب ق/ح س», «س.ب/م.ح», «==== ف.ا.», «- مل -», «/م.ت/», «(وال - طرابلس) ف خ/ س ع»; but
# «أ ب» is an agency, «(ب)» and «- لا -» stand in stories, and bare letters do too.
_EDITOR = r"[ء-ي]{1,2}(?:[ .]{1,2}[ء-ي]{1,2})?\.?"
_INITIALS = regex(
    rf"{_EDITOR}(?: ?[/–-] ?{_EDITOR}){{1,3}}"
    r"|[=_*-]{3,} ?[ء-ي]{1,2}(?:[ .][ء-ي]{1,2}){0,2}\.?"
    rf"|-{{0,3}} ?\([^()\d]{{2,30}}\) ?(?:{_EDITOR}(?: ?/ ?{_EDITOR}){{1,2}}|[ء-ي][ .]{{1,2}}[ء-ي]\.?)"
    rf"|{_EDITOR}(?: ?/ ?{_EDITOR}){{1,2}} ?\([^()\d]{{2,30}}\)"
    r"|(?!\W*(?:ا[ .]?ب|لا|هو|هي|ما|من|كم|لم|لن|ثم|او|بل|اي|كل|في|عن|يا)\W*$)"
    r"[/(\[–—-]{1,3} ?[ء-ي][ .]{0,2}[ء-ي]\.? ?[/)\]–—-]{1,3}"
)
_MAIL_ADDRESS = regex(r"[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}")
_CHANNEL = regex(
    r"\b(?:t\.me|telegram\.me|wa\.me|whatsapp\.com|facebook\.com|youtube\.com|instagram\.com|tiktok\.com)/"
)
_ON_TEXT = regex(rf"(?P<COMMENTS>{lines.COMMENTS_ON}|{lines.POSTED})|(?P<FEED>\W*{lines.APPEARED} .{{2,60}}$)")
_PAGE_NUMBER = regex(r"[-–—]\s?\d{1,4}\s?[-–—]|(?:(?:ال)?صفحه|ص\.?|page)\s\d{1,4}")
_SHAPES = (
    (_PAGE_NUMBER, Category.PAGE_NUMBER),
    (regex(lines.CONTINUED), Category.PAGE_NUMBER),
    (_INITIALS, Category.END_MARK),
    (regex(lines.PLACEHOLDER), Category.ADVERTISEMENT),
    (_MAIL_ADDRESS, Category.CONTACT),
    (regex(rf"{lines.SENT}|{lines.SENT_ABOVE}"), Category.SENT),
)


def recognise(text: str, folded: str) -> Category | None:
    """The category of template text that a line is, or None. `folded` is `fold(text)`.

    >>> recognise("اقرأ أيضاً: خبر آخر", fold("اقرأ أيضاً: خبر آخر"))
    <Category.READ_ALSO: 'read also'>
    >>> recognise("انضموا إلى قناة البيدر على تلغرام", fold("انضموا إلى قناة البيدر على تلغرام"))
    <Category.FOLLOW: 'follow'>
    """
    size = len(text)
    if size > _LONGEST:
        return None
    words = words_in(folded)
    if on_text := _ON_TEXT.match(folded):
        return Category[on_text.lastgroup or ""]
    if size <= _LONGEST_LINE and "/" in folded and _CHANNEL.search(folded) and not folded.rstrip().endswith("."):
        return Category.FOLLOW
    if leads_through_site(text, folded, words):
        return Category.NAVIGATION
    return _whole(folded, size, words) or _opened(folded, size) or _held(folded, size) or _told(words)


def heads_links(folded: str) -> bool:
    """Whether a line is a label of other stories and no more, with nothing offered on it: «اقرأ أيضا...».

    >>> heads_links(fold("اقرأ أيضا:")), heads_links(fold("اقرأ أيضا: خبر آخر"))
    (True, False)
    """
    return core_of(folded) in _labels_of_links()


@lru_cache(maxsize=1)
def _labels_of_links() -> frozenset[str]:
    """Labels of other stories, folded."""
    exact = (phrase for phrase, category in _exact().items() if category in OFFERS)
    return frozenset((*exact, *map(core, boilerplate.OPENS[Category.READ_ALSO].split("|"))))


def _whole(folded: str, size: int, words: list[str]) -> Category | None:
    """The category of a line that a table holds as a whole."""
    if size > _LONGEST_LINE:
        return None
    stripped = core_of(folded)
    if not stripped:
        return Category.PUNCTUATION
    if size <= _LONGEST_EXACT:
        bare = folded.strip()
        for pattern, shaped in _SHAPES:
            if pattern.fullmatch(bare):
                return shaped
        if category := _exact().get(stripped):
            return category
        if _DIGIT.search(stripped) and _counter().match(stripped):
            return Category.COUNTER
    if numbered := _numbered(words):
        return numbered
    may_be_row = len(words) >= _FEWEST_BUTTONS and size <= _LONGEST_EXACT and _button_heads().intersection(words)
    return Category.SHARE if may_be_row and _row_of_buttons(stripped) else None


def _numbered(words: list[str]) -> Category | None:
    """The category of a whole line whose numbers do not matter."""
    bare = _NUMBER.sub("#", " ".join(words))
    found = _lines().fullmatch(bare)
    return Category[found.lastgroup or ""] if found else None


@lru_cache(maxsize=1)
def _lines() -> re.Pattern[str]:
    """All whole lines in one pattern: of two that fit, the one named first."""
    return regex("|".join(f"(?P<{name}>{pattern})" for name, pattern in template_parts.LINES.items()))


@lru_cache(maxsize=1)
def _exact() -> dict[str, Category]:
    """Folded phrases that are template text as whole lines."""
    return {core(phrase): category for phrase, category in _listed(boilerplate.EXACT)}


def _listed(table: Mapping[str, str]) -> Iterator[tuple[str, Category]]:
    """The phrases of a table of the lexicon, each with its category."""
    return ((phrase, Category(name)) for name, phrases in table.items() for phrase in phrases.split("|"))


@lru_cache(maxsize=1)
def _opening() -> dict[str, tuple[tuple[str, Category], ...]]:
    """First word -> the formulas that begin with it, longest first."""
    found: dict[str, list[tuple[str, Category]]] = {}
    for phrase, category in _listed(boilerplate.OPENS):
        folded = squeeze(fold(phrase)).lstrip(EDGES)
        found.setdefault(_first_word(folded), []).append((folded, category))
    return {word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in found.items()}


@lru_cache(maxsize=1)
def _holding() -> tuple[tuple[str, Category], ...]:
    """Folded phrases that make the line template text in which they stand."""
    return tuple((squeeze(fold(phrase)), category) for phrase, category in _listed(boilerplate.HOLDS))


@lru_cache(maxsize=1)
def _counter() -> re.Pattern[str]:
    """A line that counts readers, comments or the like: «قراءة: 88», «88 مشاهدة»."""
    words = "|".join(re.escape(core(word)) for word in boilerplate.COUNTED.split("|"))
    return regex(rf"\W*(?:(?:ال)?(?:{words})\W*\d[\d,.]*|\d[\d,.]*\W*(?:{words}))\b.{{0,12}}$")


def _opened(folded: str, size: int) -> Category | None:
    """The category of the formula that a line opens with; in a call to readers nobody of a story speaks."""
    if "#" in folded and size <= boilerplate.LONGEST_OPENED["tags"] and _HASHTAGS.match(folded):
        return Category.TAGS
    trimmed = folded.lstrip(EDGES).replace(" :", ":", 1)
    for formula, category in _opening().get(_first_word(trimmed), ()):
        longest = boilerplate.LONGEST_OPENED.get(category, boilerplate.OPENS_LIMIT)
        if (
            trimmed.startswith(formula)
            and size <= longest
            and _whole_word(trimmed, formula)
            and (category is not Category.COUNTER or _DIGIT.search(trimmed))
        ):
            return None if category is Category.FOLLOW and _quoted(trimmed[len(formula) :]) else category
    return None


def _quoted(folded: str) -> bool:
    """Whether somebody speaks in the rest of a call: «تابعونا، هكذا قال الطلاب»; «وتابعوا» calls once more."""
    return any(reports(word) and "تابع" not in word for word in words_in(folded))


def _held(folded: str, size: int) -> Category | None:
    """The category of the formula that stands anywhere in a line; nobody speaks at its head."""
    if size > boilerplate.HOLDS_LIMIT or not _inside_held().search(folded):
        return None
    for phrase, category in _holding():
        if phrase in folded and size <= boilerplate.LONGEST_HOLDING.get(category, boilerplate.HOLDS_LIMIT):
            return None if any(map(reports, WORDS.findall(folded[:_HEAD])[:2])) else category
    return None


@lru_cache(maxsize=1)
def _inside_held() -> re.Pattern[str]:
    """A space and one word, not the first, of any formula that may stand anywhere: only then are all looked for."""
    inside = {max(filter(str.isalpha, phrase.split()[1:]), key=len) for phrase, _ in _holding()}
    return regex(f" (?:{'|'.join(sorted(inside))})")


def _told(words: list[str]) -> Category | None:
    """The category of a line that calls to its readers."""
    name = call(words)
    return Category[name] if name else None


def _first_word(folded: str) -> str:
    """The word under which formulas are looked up: a slash parts words too («انتهى/25»)."""
    return folded.partition(" ")[0].partition("/")[0].strip(EDGES)


def _row_of_buttons(stripped: str) -> bool:
    """Whether a line is made of buttons, of a word or several each, and of numbers, as dumps set them in one line."""
    words = [word for word in _BUTTONS.split(stripped) if word and not word.isdigit()]
    found = start = 0
    while start < len(words):
        size = _button_at(words, start)
        if not size:
            return False
        found, start = found + 1, start + size
    return found >= _FEWEST_BUTTONS or len(words) >= _FEWEST_WORDS


@lru_cache(maxsize=1)
def _button_heads() -> frozenset[str]:
    """The first words of what can be a button: a row of them has one."""
    return frozenset(WORDS.findall(name)[0] for name, category in _exact().items() if category in _BUTTON_CATEGORIES)


def _button_at(words: list[str], start: int) -> int:
    """How many words the longest button that begins at a word has; 0 where none does."""
    sizes = range(min(_LONGEST_BUTTON, len(words) - start), 0, -1)
    return next((n for n in sizes if _exact().get(" ".join(words[start : start + n])) in _BUTTON_CATEGORIES), 0)


# Of a row of buttons, the words that are enough where they are fewer, and of the longest button.
_FEWEST_BUTTONS, _FEWEST_WORDS, _LONGEST_BUTTON = 3, 4, 4
_BUTTON_CATEGORIES = (Category.SHARE, Category.FONT_SIZE, Category.NAVIGATION, Category.PRINT)


def _whole_word(text: str, formula: str) -> bool:
    """Whether the formula ends at a word's end: "ذات صلة" is none in "ذات صلته". A read-also may be glued to a name."""
    after = text[len(formula) : len(formula) + 1]
    return not after.isalpha() or formula.endswith((":", "ايضا", "محفوظ"))
