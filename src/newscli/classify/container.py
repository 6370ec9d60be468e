"""Which element of an HTML page holds the story, and which zones count against a fragment.

Templates give wrappers names such as "with-sidebar" or "field-label-hidden" that say nothing about what is inside. A
zone therefore counts only where it begins below the element that holds the story: what holds the story is no chrome.
"""

from __future__ import annotations

from newscli.segment.fragment import CHROME, Element, Fragment, Zone

# Prose that lies in a zone named so counts little when the story is looked for.
_DOUBTFUL = CHROME | Zone.QUOTE | Zone.NOTICE
_DOUBT = 0.25
_MAJORITY = 0.72
_PROSE_CHARS = 60

# Elements that hold one paragraph or less; the story's element is what holds them.
_TEXT_TAGS = frozenset("p span font li blockquote h1 h2 h3 h4 h5 h6 a b strong em i u pre dd".split())


class Container:
    """The element that holds most of the page's prose."""

    def __init__(self, fragments: tuple[Fragment, ...]) -> None:
        self.element = _find(fragments)
        self._inside: set[Element] = set()
        here: Element | None = self.element
        while here is not None:
            self._inside.add(here)
            here = here.parent
        self._zones: dict[Element, tuple[int, bool]] = {}

    def place(self, element: Element | None) -> tuple[int, bool]:
        """(zones below the story's element, whether the element lies inside the story's element)."""
        if element is None:
            return 0, True
        known = self._zones.get(element)
        if known is None:
            if element in self._inside:
                known = (0, element is self.element)
            else:
                zone, inside = self.place_of_parent(element)
                known = (zone | element.own, inside)
            self._zones[element] = known
        return known

    def distance(self, element: Element | None) -> int:
        """How many levels above the story's element the two meet; 0 inside it."""
        if self.element is None or element is None:
            return 0
        here: Element | None = element
        while here is not None and here not in self._inside:
            here = here.parent
        return self.element.depth - here.depth if here is not None else self.element.depth

    def place_of_parent(self, element: Element) -> tuple[int, bool]:
        """`place` of the parent, found without recursion so that depth costs nothing."""
        chain: list[Element] = []
        here: Element | None = element.parent
        while here is not None and here not in self._inside and here not in self._zones:
            chain.append(here)
            here = here.parent
        if here is None:
            zone, inside = 0, False
        elif here in self._zones:
            zone, inside = self._zones[here]
        else:
            zone, inside = 0, here is self.element
        for each in reversed(chain):
            zone |= each.own
            self._zones[each] = (zone, inside)
        return zone, inside


def _find(fragments: tuple[Fragment, ...]) -> Element | None:
    """Descend from the root as long as one child holds the majority of the prose."""
    weight: dict[Element, float] = {}
    cumulative: dict[Element, int] = {}
    for fragment in fragments:
        element = fragment.element
        if element is None or len(fragment.text) - fragment.link_chars < _PROSE_CHARS or fragment.link_share > 0.5:
            continue
        count = float(len(fragment.text) - fragment.link_chars)
        chain: list[Element] = []
        here: Element | None = element
        while here is not None and here not in cumulative:
            chain.append(here)
            here = here.parent
        zone = cumulative[here] if here is not None else 0
        for each in reversed(chain):
            zone |= each.own
            cumulative[each] = zone
        if zone & _DOUBTFUL:
            count *= _DOUBT
        weight[element] = weight.get(element, 0.0) + count
    if not weight:
        return None
    total: dict[Element, float] = {}
    children: dict[Element, set[Element]] = {}
    for element in sorted(_with_ancestors(weight), key=lambda each: -each.depth):
        total[element] = total.get(element, 0.0) + weight.get(element, 0.0)
        if element.parent is not None:
            total[element.parent] = total.get(element.parent, 0.0) + total[element]
            children.setdefault(element.parent, set()).add(element)
    here = next(element for element in total if element.parent is None)
    while True:
        heaviest = max(children.get(here, ()), key=lambda each: total[each], default=None)
        if heaviest is None or heaviest.tag in _TEXT_TAGS or total[heaviest] < _MAJORITY * total[here]:
            return here
        here = heaviest


def _with_ancestors(elements: dict[Element, float]) -> set[Element]:
    found: set[Element] = set()
    for element in elements:
        here: Element | None = element
        while here is not None and here not in found:
            found.add(here)
            here = here.parent
    return found
