"""Second pass: where the story stands among the fragments.

The story is the run of fragments in which prose outweighs page furniture the most (the maximal sum of the first pass's
weights). The same rule reads a clean text, a text browser's dump of a page, and the fragments of an HTML page.
"""

from __future__ import annotations

from collections.abc import Sequence

from newscli.classify.alone import Label, View, words

_PROSE = Label.PROSE
# A page without a story has prose too (teasers, an imprint): a story has at least this many words of prose, or is all
# there is.
LEAST_WORDS = 25


def find_run(views: Sequence[View], start: int = 0, bonus: dict[int, float] | None = None) -> tuple[int, int] | None:
    """(first, last) index of the story's prose, both inclusive, or None where there is no prose.

    Looks from `start` on. `bonus` adds to single weights (paragraphs under the headline count for more).
    """
    best, best_run = 0.0, None
    total, begin = 0.0, start
    for index in range(start, len(views)):
        weight = views[index].weight + (bonus.get(index, 0.0) if bonus else 0.0)
        if total <= 0.0:
            total, begin = 0.0, index
        total += weight
        if total > best and views[index].label is _PROSE:
            best, best_run = total, (begin, index)
    if best_run is None:
        return None
    first, last = best_run
    while views[first].label is not _PROSE:
        first += 1
    return first, last


def prose_words(views: Sequence[View], run: tuple[int, int]) -> int:
    """How many words of prose a run holds."""
    return sum(words(view.fragment.text) for view in views[run[0]: run[1] + 1] if view.label is _PROSE)
