"""Blocks of a second story on the same page: endless scroll puts the next one below, in a part of the same make.

The parts that hold the headline are compared with those beside them. One of the same tag and the same names that opens
with a heading of its own, where the headline's part holds a story too, is another story's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from newscli.credits.line import read_credit
from newscli.notices.template_text import Category
from newscli.segment.fragment import Element, Fragment, Zone, lies_in, upwards
from newscli.weigh.observe import Observed
from newscli.weigh.places import PARAGRAPH_WORDS

Rivals = tuple[Element, Element]
_SURE = 0.6  # of a dateline that files a second story
_HEADLINE = 4  # words from which a heading is a headline rather than a label
_STORY = 25  # words of story in the headline's part, from which it needs no other part for its story


def second_story(fragments: Sequence[Fragment], mass: Sequence[float], title: int | None) -> list[bool]:
    """For each block whether it lies in a second story's part. `mass` are the blocks' words times their chance.

    The blocks of a part follow each other on the page.
    """
    found = [False] * len(fragments)
    start = fragments[title].element if title is not None else None
    if start is None or title is None:
        return found
    own = list(upwards(start))
    steps: dict[Element | None, int] = {element: step for step, element in enumerate(own)}
    holds: dict[Element, bool] = {}  # whether a part around the headline holds a story
    for index, fragment in enumerate(fragments):
        if not fragment.level or found[index]:
            continue
        rivals = _rivals(fragment.element, own, steps)
        if rivals is None:
            continue
        other, like = rivals
        if index and lies_in(fragments[index - 1].element, other):
            continue
        if like not in holds:
            holds[like] = sum(mass[i] for i in _blocks_in(like, fragments, title)) >= _STORY
        if holds[like]:
            for each in _blocks_in(other, fragments, index):
                found[each] = True
    return found


def second_text(observed: Observed, mass: Sequence[float]) -> list[bool]:
    """For each line of a plain text whether it stands below a rule that ends a story, where another one's head follows.

    That is a line of stars or dashes, a headline, and a date or a dateline. `mass` as above.
    """
    size = len(observed.words)
    rules = (i for i in range(size) if observed.category[i] is Category.PUNCTUATION)
    first = next((i for i in rules if _heads_story(observed, i + 1) and sum(mass[:i]) >= _STORY), size)
    return [i >= first for i in range(size)]


def _heads_story(observed: Observed, index: int) -> bool:
    """Whether a line is a headline with its date or its dateline right below, and prose behind."""
    if index + 2 >= len(observed.words) or observed.ended[index] or observed.words[index] < _HEADLINE:
        return False
    if observed.words[index + 2] < PARAGRAPH_WORDS or observed.words[index + 1] >= PARAGRAPH_WORDS:
        return False
    filed = read_credit(observed.fragments[index + 1].text).dateline
    return observed.stamps[index + 1] is not None or (filed is not None and filed.confidence >= _SURE)


def next_headline(observed: Observed, title: int | None, last: int) -> int:
    """The first block below a story that heads another one, as high as its headline; the number of blocks if none."""
    fragments = observed.fragments
    level = fragments[title].level if title is not None else 0
    below = range(last + 1, len(fragments))
    heads = (i for i in below if 0 < fragments[i].level <= level and observed.words[i] >= _HEADLINE)
    return next(heads, len(fragments))


def _rivals(element: Element | None, own: Sequence[Element], steps: Mapping[Element | None, int]) -> Rivals | None:
    """A part around a heading and one around the headline, beside each other and of one make, if there are such.

    Such are siblings, or two that are both articles by their names. `own` are the parts around the headline, from the
    innermost on, `steps` the place of each among them.
    """
    apart = list(takewhile(lambda each: each not in steps, upwards(element)))
    met = steps.get(apart[-1].parent, 0) if apart else 0  # the first part that holds both headline and heading
    if not met:
        return None
    outer, beside = apart[-1], own[met - 1]
    if _alike(outer, beside):
        return outer, beside
    articles = list(filter(_is_article, apart))
    pairs = ((other, inner) for inner in reversed(own[:met]) for other in articles)
    return next((pair for pair in pairs if _alike(*pair)), None)


def _alike(one: Element, other: Element) -> bool:
    return one.tag == other.tag and one.own == other.own


def _is_article(element: Element) -> bool:
    return element.tag == "article" or bool(element.own & Zone.ARTICLE)


def _blocks_in(part: Element, fragments: Sequence[Fragment], inside: int) -> range:
    """The blocks of a part, one of which is known."""
    first = last = inside
    while first > 0 and lies_in(fragments[first - 1].element, part):
        first -= 1
    while last + 1 < len(fragments) and lies_in(fragments[last + 1].element, part):
        last += 1
    return range(first, last + 1)
