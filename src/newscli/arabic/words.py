"""Lines of text as words: folded and bare, counted, and those that carry meaning, for comparing lines with stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from newscli.arabic.letters import VOWELS, fold
from newscli.regex import regex

# Punctuation and symbols at the ends of a line, which templates print or leave out.
EDGES = " \t\u00a0.,،:؛;!|/\\-–—_*•«»\"'()[]{}<>…›‹→←↑↓⬆⬇▲▼+#=~^`“”‘’؟?"
_OFTEN_ASKED = 300  # characters
_LONG = 300  # characters
# Two letters and more, with the vowels that stand inside a word.
_LETTERS = regex(rf"[^\W\d_][{VOWELS}]*+[^\W\d_]++(?:[{VOWELS}]++[^\W\d_]*+)*+")
_ADDRESS = regex(r"(?:https?://|www\.)\S+")
_ARTICLE = regex(r"[وفبكل]?ال|لل")  # and what may be glued before it
_WORD = regex(r"\w+")
_FUNCTION = frozenset("علي الي هذا هذه ذلك التي الذي بعد قبل عند منذ حول خلال بين كان كما انه انها وقد".split())

_VOCABULARY = 32_768  # words: those of some hundred pages
Told = TypeVar("Told")


class Remembered(dict[str, Told]):
    """What a function tells of each word, asked once: a line asks of all its words, and a dictionary answers at once.

    >>> lengths = Remembered(len)
    >>> lengths["خبر"]
    3
    """

    def __init__(self, tell: Callable[[str], Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> Told:
        if len(self) >= _VOCABULARY:
            self.clear()
        found = self[word] = self._tell(word)
        return found


def core(text: str) -> str:
    r"""Folded text without punctuation and symbols at its ends, for looking it up.

    >>> core("\u200fإتبعنا :")
    'اتبعنا'
    """
    return _core_short(text) if len(text) <= _OFTEN_ASKED else _core(text)


def _core(text: str) -> str:
    return core_of(fold(text))


def core_of(folded: str) -> str:
    """The same of a text that is folded already."""
    return " ".join(folded.strip(EDGES).split())


_core_short = lru_cache(maxsize=512)(_core)  # the lines of one page, which are asked about more than once


def words(text: str) -> int:
    """How many words of letters a text holds; addresses hold none. Of long texts the spaces are counted.

    >>> words("مدّة قصيرة"), words("مدة قصيرة"), words("5 كم في www.example.org")
    (2, 2, 2)
    """
    return text.count(" ") + 1 if len(text) > _LONG else _words(text)


@lru_cache(maxsize=512)  # the lines of one page, which are asked about more than once
def _words(text: str) -> int:
    return len(_LETTERS.findall(_ADDRESS.sub(" ", text) if "://" in text or "www." in text else text))


@lru_cache(maxsize=256)  # the lines and paragraphs of one page, which are asked about more than once
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, folded, without article and one-letter prefixes.

    >>> sorted(content_words("الوزير في بغداد"))
    ['بغداد', 'وزير']
    >>> content_words("وبغداد") == content_words("بغداد")
    True
    """
    return content_of(core(text))


def content_of(folded: str) -> frozenset[str]:
    """The words that carry meaning of a text that is folded already."""
    if "_" in folded:  # which is part of a word inside of it, and punctuation at the ends
        folded = folded.strip(EDGES)
    return content_in(_WORD.findall(folded))


def content_in(words: Iterable[str]) -> frozenset[str]:
    """Those of some folded words that carry meaning, without article and one-letter prefixes."""
    return frozenset(filter(None, map(_CONTENT.__getitem__, words)))


def all_content(texts: Iterable[str]) -> frozenset[str]:
    """The content words of several texts together."""
    return frozenset().union(*map(content_words, texts))


def _content(word: str) -> str | None:
    prefix = _ARTICLES[word[:3]] or (word[0] in "وب" and len(word) > 5)
    bare = word[prefix:] if len(word) > 4 else word
    return bare if len(bare) >= 3 and word not in _FUNCTION else None


def _article(opening: str) -> int:
    """The letters of the article with which a word opens, told by its first three."""
    found = _ARTICLE.match(opening)
    return found.end() if found is not None else 0


_ARTICLES = Remembered(_article)
_CONTENT = Remembered(_content)
