"""Recognising what templates print around stories (the words are in `lexicon.boilerplate`)."""

from __future__ import annotations

import re
from functools import lru_cache

from newscli.arabic.letters import fold
from newscli.arabic.words import EDGES, core
from newscli.lexicon import boilerplate

_LONGEST_EXACT = 60
_BUTTONS = re.compile(r"[\s|,،•·/:]+")
_HASHTAGS = re.compile(r"\s*(?:#\w+[\s،,|]*)+$")
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=1)
def _exact() -> dict[str, str]:
    return {
        core(phrase): category
        for category, phrases in boilerplate.EXACT.items()
        for phrase in phrases.split("|")
        if core(phrase)
    }


@lru_cache(maxsize=1)
def _opening() -> dict[str, tuple[tuple[str, str], ...]]:
    """First word -> the formulas that begin with it, longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for category, phrases in boilerplate.OPENS.items():
        for phrase in phrases.split("|"):
            folded = " ".join(fold(phrase).split()).lstrip(EDGES)
            if folded:
                found.setdefault(_first_word(folded), []).append((folded, category))
    return {word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in found.items()}


@lru_cache(maxsize=1)
def _holding() -> tuple[tuple[str, str], ...]:
    return tuple(
        (" ".join(fold(phrase).split()), category)
        for category, phrases in boilerplate.HOLDS.items()
        for phrase in phrases.split("|")
    )


@lru_cache(maxsize=1)
def _counter() -> re.Pattern[str]:
    words = "|".join(re.escape(core(word)) for word in boilerplate.COUNTED.split("|"))
    return re.compile(rf"\W*(?:(?:ال)?(?:{words})\W*\d[\d,.]*|\d[\d,.]*\W*(?:{words}))\b.{{0,12}}$")


def recognise(text: str, folded: str) -> str | None:
    """The category of template text that a line is (a key of `lexicon.boilerplate`), or None. `folded` is `fold(text)`.

    >>> recognise("اقرأ أيضاً: خبر آخر", fold("اقرأ أيضاً: خبر آخر"))
    'read also'
    """
    size = len(text)
    if size > 500:
        return None
    if size <= _LONGEST_EXACT:
        stripped = " ".join(folded.strip(EDGES).split())
        if not stripped:
            return "punctuation"
        if category := _exact().get(stripped):
            return category
        if _row_of_buttons(stripped):
            return "share"
        if _DIGIT.search(stripped) and _counter().match(stripped):
            return "counter"
    return _opened(folded, size) or _held(folded, size)


def _opened(folded: str, size: int) -> str | None:
    """The category of the formula that a line opens with."""
    if size <= boilerplate.LONGEST_OPENED["tags"] and _HASHTAGS.match(folded):
        return "tags"
    trimmed = folded.lstrip(EDGES).replace(" :", ":", 1)
    for formula, category in _opening().get(_first_word(trimmed), ()):
        longest = boilerplate.LONGEST_OPENED.get(category, boilerplate.OPENS_LIMIT)
        if (
            trimmed.startswith(formula)
            and size <= longest
            and _whole_word(trimmed, formula)
            and (category != "counter" or _DIGIT.search(trimmed))
        ):
            return category
    return None


def _held(folded: str, size: int) -> str | None:
    """The category of the formula that stands anywhere in a line."""
    if size > boilerplate.HOLDS_LIMIT:
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


def is_section(text: str) -> bool:
    """Whether a line is the name of a section of newspapers: «أخبار محلية».

    >>> is_section("أخبار محلية"), is_section("أخبار سارة من المطار")
    (True, False)
    """
    parts = [_ARTICLE.sub("", word) for word in core(text).split()]
    return 0 < len(parts) <= 3 and all(part in _sections() for part in parts)


_ARTICLE = re.compile(r"^و?ال(?=...)")


@lru_cache(maxsize=1)
def _sections() -> frozenset[str]:
    return frozenset(_ARTICLE.sub("", core(word)) for word in boilerplate.SECTIONS.split())


def _row_of_buttons(stripped: str) -> bool:
    """Whether a line is made of share buttons and font-size letters alone, as dumps set them in one line."""
    parts = _BUTTONS.split(stripped)
    return len(parts) >= 3 and all(_exact().get(part) in ("share", "font size", "navigation") for part in parts)


def _whole_word(text: str, formula: str) -> bool:
    """Whether the formula ends at a word's end: "ذات صلة" is none in "ذات صلته". A read-also may be glued to a name."""
    after = text[len(formula) : len(formula) + 1]
    return not after.isalpha() or formula.endswith((":", "ايضا", "محفوظ"))
