"""Blocks of a second story on the same page: endless scroll puts the next one below, in a part of the same make.

The part that holds the headline is compared with its siblings. A sibling of the same tag and the same names that opens
with a heading of its own, where the headline's part holds a story too, is another story's.
"""

from __future__ import annotations

from collections.abc import Sequence

from newscli.segment.fragment import Element, Fragment

_STORY = 25  # words of story in the headline's part, from which it needs no other part for its story


def second_story(fragments: Sequence[Fragment], mass: Sequence[float], title: int | None) -> list[bool]:
    """For each block whether it lies in a second story's part. `mass` are the blocks' words times their chance.

    The blocks of a part follow each other on the page.
    """
    found = [False] * len(fragments)
    start = fragments[title].element if title is not None else None
    if start is None or title is None:
        return found
    below = _with_parents(start)
    holds: dict[Element, bool] = {}  # whether a part around the headline holds a story
    for index, fragment in enumerate(fragments):
        if not fragment.level or found[index]:
            continue
        other = _sibling(fragment.element, below)
        if other is None or (index and _lies_in(fragments[index - 1].element, other)):
            continue
        own = below[other.parent]
        if own not in holds:
            holds[own] = sum(mass[i] for i in _blocks_in(own, fragments, title)) >= _STORY
        if holds[own]:
            for each in _blocks_in(other, fragments, index):
                found[each] = True
    return found


def _with_parents(element: Element) -> dict[Element | None, Element]:
    """The elements around one, each with the one in it that leads there."""
    found: dict[Element | None, Element] = {}
    while element.parent is not None:
        found[element.parent] = element
        element = element.parent
    return found


def _sibling(element: Element | None, below: dict[Element | None, Element]) -> Element | None:
    """The part around an element that stands beside one of the headline's and is of the same make."""
    while element is not None and element.parent not in below:
        element = element.parent
    if element is None:
        return None
    own = below[element.parent]
    return element if element is not own and element.tag == own.tag and element.own == own.own else None


def _blocks_in(part: Element, fragments: Sequence[Fragment], inside: int) -> range:
    """The blocks of a part, one of which is known."""
    first = last = inside
    while first > 0 and _lies_in(fragments[first - 1].element, part):
        first -= 1
    while last + 1 < len(fragments) and _lies_in(fragments[last + 1].element, part):
        last += 1
    return range(first, last + 1)


def _lies_in(element: Element | None, part: Element) -> bool:
    while element is not None and element.depth > part.depth:
        element = element.parent
    return element is part
