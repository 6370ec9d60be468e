"""Blocks of a second story on the same page: endless scroll puts the next one below, in a part of the same make.

The part that holds the headline is compared with its siblings. A sibling of the same tag and the same names that opens
with a heading of its own, where the headline's part holds a story too, is another story's.
"""

from __future__ import annotations

from collections.abc import Sequence

from newscli.segment.fragment import Element, Fragment

_STORY = 25  # words of story in the headline's part, from which it needs no other part for its story


def second_story(fragments: Sequence[Fragment], mass: Sequence[float], title: int | None) -> list[bool]:
    """For each block whether it lies in a second story's part. `mass` are the blocks' words times their chance."""
    start = fragments[title].element if title is not None else None
    if start is None:
        return [False] * len(fragments)
    chain = _upwards(start)
    depth = {element: i for i, element in enumerate(chain)}
    parts = _parts(fragments, depth)
    inside = _mass_inside(parts, mass, len(chain))
    opening: dict[Element, Fragment] = {}
    for fragment, (_, part) in zip(fragments, parts, strict=True):
        if part is not None:
            opening.setdefault(part, fragment)
    alike = {
        part: at > 0 and _is_like(part, chain[at - 1]) and inside[at - 1] >= _STORY and opening[part].level > 0
        for at, part in parts
        if part is not None
    }
    return [part is not None and alike[part] for _, part in parts]


def _upwards(element: Element) -> list[Element]:
    found = [element]
    while found[-1].parent is not None:
        found.append(found[-1].parent)
    return found


def _parts(fragments: Sequence[Fragment], depth: dict[Element, int]) -> list[tuple[int, Element | None]]:
    """For each block the headline's ancestor where the two meet, as its place in the chain, and the part below it."""
    known: dict[Element, tuple[int, Element | None]] = {element: (at, None) for element, at in depth.items()}
    found = []
    for fragment in fragments:
        path = []
        element = fragment.element
        while element is not None and element not in known:
            path.append(element)
            element = element.parent
        place = known[element] if element is not None else (len(depth), None)
        for each in reversed(path):
            place = known[each] = (place[0], place[1] or each)
        found.append(place)
    return found


def _mass_inside(parts: Sequence[tuple[int, Element | None]], mass: Sequence[float], size: int) -> list[float]:
    """The mass inside each of the headline's ancestors."""
    found = [0.0] * (size + 1)
    for (at, _), amount in zip(parts, mass, strict=True):
        found[at] += amount
    for at in range(1, size):
        found[at] += found[at - 1]
    return found


def _is_like(one: Element, other: Element) -> bool:
    return one.tag == other.tag and one.own == other.own
