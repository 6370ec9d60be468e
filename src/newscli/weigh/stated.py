"""The headlines that a page states of itself, with and without the site's name, ready to be compared with lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newscli.arabic.words import core
from newscli.regex import regex
from newscli.segment.page import Metadata

# What stands between the headline and the site's name in a stated title.
SUFFIX = regex(r"\s+(?:[-–—|:•·»«]+|::|\|\|)\s+|\s*\|\s*|\s+-|-\s+")
_BETWEEN = frozenset(("-", "–", "—", "|", "||", ":", "::", "•", "·", "»", "«"))
EXACT = 0.99  # agreement from which a line is what the page states, and not just like it
_SHORTEST = 6  # characters of a part of a stated title; the whole may be one short word
_LEAST_WORTH = 0.5  # of the name under which it is stated
_SITE_PART = 0.4  # a part of a stated title that is a smaller share of it is the site's name
_ALIKE = 0.7  # share of words in common from which a line is the stated title in other words
# A title has one or two separators, a page a handful of titles: more are no titles, and each costs a look at the whole.
_MOST_SEPARATORS, _MOST_TITLES = 12, 24


def divided(value: str) -> Iterator[tuple[str, str]]:
    """What stands before and after each separator of a stated title, from the last one on; of many the outer ones.

    >>> list(divided("افتتاح الميناء - أخبار | المرفأ"))
    [('افتتاح الميناء - أخبار', 'المرفأ'), ('افتتاح الميناء', 'أخبار | المرفأ')]
    """
    found = [match.span() for match in SUFFIX.finditer(value)]
    if len(found) > _MOST_SEPARATORS:
        half = _MOST_SEPARATORS // 2
        found = found[:half] + found[-half:]
    for start, end in reversed(found):
        yield value[:start], value[end:]


class StatedTitles:
    """What `og:title`, JSON-LD's headline, `<title>` and the like state, and each of their parts."""

    def __init__(self, metadata: Metadata) -> None:
        values = [s.value for s in sorted(metadata.titles, key=lambda s: -s.worth) if s.worth >= _LEAST_WORTH]
        values = list(dict.fromkeys(values))[:_MOST_TITLES]
        parts = chain.from_iterable(pair for value in values for pair in divided(value))
        found = filter(None, dict.fromkeys(map(core, (*values, *parts))))
        sites = set(map(core, metadata.site_names))
        self._whole = set(map(core, values)) - sites  # a part may be the site's name, the whole is the headline
        shown = [each for each in found if each not in sites and (len(each) >= _SHORTEST or each in self._whole)]
        self._titles = [(title, frozenset(title.split())) for title in shown]
        self._words: frozenset[str] = frozenset().union(*(words for _, words in self._titles))
        self._agreements: dict[str, float] = {}  # of the lines asked about: a line is asked about more than once
        self._longest = max((_size(words) for _, words in self._titles), default=1)

    def agreement(self, text: str) -> float:
        """How well a visible line agrees with the stated headlines, 0 to 1; 0 for the site's name."""
        return self.agreement_of(core(text)) if self._titles else 0.0

    def agreement_of(self, mine: str) -> float:
        """The same of a line that is folded and bare already."""
        known = self._agreements.get(mine)
        if known is None:
            known = self._agreements[mine] = self._agreement(mine)
        return known

    def _agreement(self, mine: str) -> float:
        """The agreement of a line that was not asked about before."""
        words = mine.split()
        if self._words.isdisjoint(words):  # nearly all lines of a page
            return 0.0
        best, tokens = 0.0, frozenset(words)
        for title, theirs in self._titles:
            if mine == title:
                best = max(best, 1.0 if mine in self._whole else self._of_part(_size(theirs)))
                continue
            fewer, more = sorted((len(tokens), len(theirs)))
            if fewer / more >= _ALIKE and (shared := len(tokens & theirs) / more) >= _ALIKE:
                best = max(best, 0.9 * shared)
        return best

    def _of_part(self, words: int) -> float:
        """How well a line agrees that is one part of a stated title, of so many words: a short one names the site."""
        share = words / self._longest
        return min(1.0, 2.0 * share) if share >= _SITE_PART else 0.0


def _size(tokens: frozenset[str]) -> int:
    """How many of a title's tokens are words, and not what stands between its parts."""
    return sum(token not in _BETWEEN for token in tokens)
