"""Recognising what templates print around stories, a line at a time.

Three kinds of tables are asked: phrases that fill, open or stand in a line (`lexicon.boilerplate`), whole lines with
numbers in them, and calls to readers by their parts (`lexicon.template_parts`).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from newscli.arabic.letters import fold
from newscli.arabic.words import EDGES, core
from newscli.lexicon import boilerplate, template_parts
from newscli.notices.slots import WORDS, Slots, filled, reports


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
    FOOTER = "footer"
    FOLLOW = "follow"
    TAGS_LABEL = "tags label"
    TAGS = "tags"
    END_MARK = "end mark of a wire"
    SOURCE_LINK = "source link"
    CONTACT = "contact of the writer"
    NUMBER = "number of the story"
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

    @property
    def ends_story(self) -> bool:
        """Whether no story goes on behind such a line."""
        return self.value in boilerplate.ENDS


_LONGEST = 500  # characters; no template text is longer
_LONGEST_EXACT = 60
_HEAD = 40  # characters that hold the first two words
_LONGEST_LINE = 80  # of a whole line with numbers
_BUTTONS = re.compile(r"[\s|,،•·/:]+")
_HASHTAGS = re.compile(r"\s*(?:#\w+[\s،,|]*)+$")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")
_NO_WORDS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^و?ال(?=...)")


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
    return _whole(folded, size) or _opened(folded, size) or _held(folded, size) or _told_to_readers(folded)


def _whole(folded: str, size: int) -> Category | None:
    """The category of a line that a table holds as a whole."""
    if size > _LONGEST_LINE:
        return None
    stripped = " ".join(folded.strip(EDGES).split())
    if not stripped:
        return Category.PUNCTUATION
    if size <= _LONGEST_EXACT:
        if category := _exact().get(stripped):
            return category
        if _row_of_buttons(stripped):
            return Category.SHARE
        if _DIGIT.search(stripped) and _counter().match(stripped):
            return Category.COUNTER
    return _numbered(stripped)


def _numbered(stripped: str) -> Category | None:
    """The category of a whole line whose numbers do not matter."""
    bare = _NUMBER.sub("#", " ".join(_NO_WORDS.sub(" ", stripped).split()))
    return next((category for category, pattern in _lines() if pattern.fullmatch(bare)), None)


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[Category, re.Pattern[str]], ...]:
    return tuple((Category[name], re.compile(pattern)) for name, pattern in template_parts.LINES.items())


@lru_cache(maxsize=1)
def _exact() -> dict[str, Category]:
    return {
        core(phrase): Category(category)
        for category, phrases in boilerplate.EXACT.items()
        for phrase in phrases.split("|")
        if core(phrase)
    }


@lru_cache(maxsize=1)
def _opening() -> dict[str, tuple[tuple[str, Category], ...]]:
    """First word -> the formulas that begin with it, longest first."""
    found: dict[str, list[tuple[str, Category]]] = {}
    for category, phrases in boilerplate.OPENS.items():
        for phrase in phrases.split("|"):
            folded = " ".join(fold(phrase).split()).lstrip(EDGES)
            if folded:
                found.setdefault(_first_word(folded), []).append((folded, Category(category)))
    return {word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in found.items()}


@lru_cache(maxsize=1)
def _holding() -> tuple[tuple[str, Category], ...]:
    return tuple(
        (" ".join(fold(phrase).split()), Category(category))
        for category, phrases in boilerplate.HOLDS.items()
        for phrase in phrases.split("|")
    )


@lru_cache(maxsize=1)
def _counter() -> re.Pattern[str]:
    words = "|".join(re.escape(core(word)) for word in boilerplate.COUNTED.split("|"))
    return re.compile(rf"\W*(?:(?:ال)?(?:{words})\W*\d[\d,.]*|\d[\d,.]*\W*(?:{words}))\b.{{0,12}}$")


def _opened(folded: str, size: int) -> Category | None:
    """The category of the formula that a line opens with."""
    if size <= boilerplate.LONGEST_OPENED["tags"] and _HASHTAGS.match(folded):
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
            return category
    return None


def _held(folded: str, size: int) -> Category | None:
    """The category of the formula that stands anywhere in a line; nobody speaks at its head."""
    if size > boilerplate.HOLDS_LIMIT or any(map(reports, WORDS.findall(folded[:_HEAD])[:2])):
        return None
    return next(
        (
            category
            for phrase, category in _holding()
            if phrase in folded and size <= boilerplate.LONGEST_HOLDING.get(category, boilerplate.HOLDS_LIMIT)
        ),
        None,
    )


def _first_word(folded: str) -> str:
    """The word under which formulas are looked up: a slash parts words too («انتهى/25»)."""
    return folded.partition(" ")[0].partition("/")[0].strip(EDGES)


def _row_of_buttons(stripped: str) -> bool:
    """Whether a line is made of share buttons and font-size letters alone, as dumps set them in one line."""
    parts = _BUTTONS.split(stripped)
    return len(parts) >= 3 and all(_exact().get(part) in _BUTTON_CATEGORIES for part in parts)


_BUTTON_CATEGORIES = (Category.SHARE, Category.FONT_SIZE, Category.NAVIGATION)


def _whole_word(text: str, formula: str) -> bool:
    """Whether the formula ends at a word's end: "ذات صلة" is none in "ذات صلته". A read-also may be glued to a name."""
    after = text[len(formula) : len(formula) + 1]
    return not after.isalpha() or formula.endswith((":", "ايضا", "محفوظ"))


# Calls to readers, by their parts.


@lru_cache(maxsize=1)
def _slots() -> Slots:
    return Slots(template_parts.WORDS, template_parts.PHRASES, ("via_channel", "near_via_channel"))


@lru_cache(maxsize=1)
def _cores() -> tuple[tuple[int, int, tuple[int, ...], int, Category], ...]:
    """Of each formula: what the first word fills, what the last one fills, what any fills, most words, category."""
    found = []
    for parts, most, category in template_parts.CORES:
        first = last = 0
        anywhere = []
        for part in parts.split():
            mask = _slots().mask(part.strip("^$"))
            if part.startswith("^"):
                first = mask
            elif part.endswith("$"):
                last = mask
            else:
                anywhere.append(mask)
        found.append((first, last, tuple(anywhere), most, Category[category]))
    return tuple(found)


_NEAR = 3  # words: «تابع صحيفة البيدر على تلغرام»
_MOST_WORDS = max(most for _, most, _ in template_parts.CORES)


def _told_to_readers(folded: str) -> Category | None:
    """The category of a call that a line makes to its readers; what somebody in a story says is none."""
    words = WORDS.findall(folded)
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    each = [_slots_of(word) for word in words]
    if not any(each) or any(map(reports, words[1:])) or (words[0][0] == "و" and reports(words[0])):
        return None
    first, every = _first(words), _every(words, each)
    for opens, ends, core_, most, category in _cores():
        fits = len(words) <= most and filled(core_, every)
        if fits and (not opens or first & opens) and (not ends or each[-1] & ends):
            return category
    return None


@lru_cache(maxsize=8192)
def _slots_of(word: str) -> int:
    return _slots().of(word)


def _first(words: list[str]) -> int:
    """The slots that the first word fills as it stands, or a phrase that opens the line."""
    found = _slots().exactly(words[0])
    for size in (2, 3):
        for length, slot in _slots().phrases(words[:size]):
            found |= slot if length == size else 0
    return found


def _every(words: list[str], each: list[int]) -> int:
    """The slots that the whole line fills."""
    found = 0
    for slots in each:
        found |= slots
    for _, slot in _slots().phrases(words):
        found |= slot
    return found | _via_channel(words, each)


def _via_channel(words: list[str], each: list[int]) -> int:
    """The slot of a channel right behind «on» or «through»: «على واتساب», «عبر قناة تلغرام».

    It is "near_via_channel" as well where it stands not far behind the verb that opens the line.
    """
    via, channel = _slots().mask("via"), _slots().mask("channel")
    for at, word in enumerate(words[:-1]):
        behind = each[at + 1] | (each[at + 2] if at + 2 < len(words) else 0)
        pair = any(slot & channel for _, slot in _slots().phrases(words[at + 1 : at + 3]))
        if _slots().exactly(word) & via and (behind & channel or pair):
            return _slots().mask("via_channel|near_via_channel" if at <= _NEAR else "via_channel")
    return 0


# Names of sections.


def is_section(text: str) -> bool:
    """Whether a line is the name of a section of newspapers: «أخبار محلية».

    >>> is_section("أخبار محلية"), is_section("أخبار سارة من المطار")
    (True, False)
    """
    parts = [_ARTICLE.sub("", word) for word in core(text).split()]
    return 0 < len(parts) <= 3 and all(part in _sections() for part in parts)


@lru_cache(maxsize=1)
def _sections() -> frozenset[str]:
    return frozenset(_ARTICLE.sub("", core(word)) for word in boilerplate.SECTIONS.split())
