"""Where blocks lie in an HTML page: inside what the template names furniture or story, and how near to the prose.

A name says little by itself: templates call wrappers "with-sidebar" and stories "archive". So each name counts by the
share of the page's prose that lies outside the part so named: what holds the story is no furniture, whatever its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, reduce
from itertools import islice
from operator import or_

from msgspec import Struct

from newscli.segment.page import Element, Fragment, Zone, upwards

PARAGRAPH_WORDS = 12  # a block this long is prose; menus and labels are shorter
_MOST_PROSE = 0.72  # the share of an element's prose that one child must hold to be entered
_DOUBT = 0.25  # what prose counts in an element with a name of furniture, when the story's element is looked for
_TOLD = 30  # words of prose above a part named comments, from which the name is believed whatever the part holds
_MADE = 3  # elements that tell of what make a block is
_SMALL = 0.5  # a part that holds less of the page's prose lends its zones to the blocks in it

# Names that templates give to parts which hold no story: their zones, and what people call them. Each is a feature.
FURNITURE = {
    "footer": (Zone.FOOTER, "the footer"),
    "sidebar": (Zone.ASIDE, "a sidebar"),
    "comments": (Zone.COMMENTS, "the comments"),
    "related": (Zone.RELATED, "related stories"),
    "share": (Zone.SHARE, "share buttons"),
    "advert": (Zone.ADVERT, "an advertisement"),
    "form": (Zone.FORM, "a form"),
    "hidden": (Zone.HIDDEN, "hidden"),
    "bio": (Zone.BIO, "a note on the author"),
    "caption": (Zone.CAPTION, "a caption"),
    "label": (Zone.SECTION | Zone.AUTHOR | Zone.DATE | Zone.SOURCE, "a label"),
    "title": (Zone.TITLE | Zone.KICKER, "a headline"),
    "deck": (Zone.SUBTITLE, "a deck"),
    "embed": (Zone.EMBED | Zone.QUOTE, "an embedded post"),
    "notice": (Zone.NOTICE, "a notice"),
}
_LINES = ("caption", "label", "title", "deck", "embed", "footer", "notice")
_ENDS = {"comments": 0.0}  # below the story the name is believed whatever the part holds
_DOUBTFUL = Zone.NAV | Zone.FOOTER | Zone.COMMENTS | Zone.RELATED | Zone.FORM | Zone.HIDDEN
# Elements that hold one paragraph or less; the story's element is what holds them.
_TEXT_TAGS = frozenset("p span font li blockquote h1 h2 h3 h4 h5 h6 a b strong em i u pre dd".split())


class Place(Struct, frozen=True):
    """Where an element lies. Shares are 0 to 1, of the page's prose."""

    furniture: dict[str, float]  # for each name of furniture around it, the share of prose outside the part
    body: float = 0.0  # the share inside the part named as the story's text, 0 outside of it
    article: float = 0.0  # the same of the part named article or main
    distance: int = 0  # levels from the element with most prose up to where the two meet, 0 inside
    zones: int = 0  # the zones of those parts around it that hold less than half of the prose


NOWHERE = Place({})


def places(fragments: Sequence[Fragment], words: Sequence[int]) -> list[Place]:
    """The place of each fragment; `words` are the numbers of their words. Linear in the nodes above fragments."""
    held = [(each.element, _amount(each, count)) for each, count in zip(fragments, words, strict=True)]
    prose = [(element, amount) for element, amount in held if amount]
    inside = _prose_inside(prose)
    root = next((element for element in inside if element.parent is None), None)
    total = inside[root] if root is not None else 0.0
    holder = _holder(inside, root)
    steps: dict[Element | None, int] = {element: above for above, element in enumerate(upwards(holder))}
    lines = _lines_inside(prose, total)
    known: dict[Element, Place] = {}
    found = []
    told = 0.0
    below = {**lines, **_ENDS}
    for innermost, amount in held:
        path = []
        element = innermost
        while element is not None and element not in known:
            path.append(element)
            element = element.parent
        place = known[element] if element is not None else NOWHERE
        for element in reversed(path):
            distance = 0 if element in steps else steps.get(element.parent, place.distance)
            if element.own or distance != place.distance:
                share = inside.get(element, 0.0) / total if total else 0.0
                place = _entered(place, element, share, distance, below if told >= _TOLD else lines)
            known[element] = place
        found.append(place)
        told += amount
    return found


def _lines_inside(prose: Iterable[tuple[Element | None, float]], total: float) -> dict[str, float]:
    """For each name that templates give to single lines, the share of the page's prose in all elements so named.

    Where each paragraph of a story is called "caption", the name means nothing.
    """
    found = dict.fromkeys(_LINES, 0.0)
    for innermost, amount in prose:
        own = reduce(or_, (element.own for element in islice(upwards(innermost), 2)), 0)
        for name in filter(_LINES.__contains__, _furniture_in(own)):
            found[name] += amount / total
    return found


def _amount(fragment: Fragment, words: int) -> float:
    """The words of prose in a block: none in short ones, and none in links."""
    return words * (1.0 - fragment.link_share) if words >= PARAGRAPH_WORDS else 0.0


def _prose_inside(prose: Iterable[tuple[Element | None, float]]) -> dict[Element, float]:
    """The words of prose that each element holds, those of its descendants too."""
    found: dict[Element, float] = {}
    for innermost, amount in prose:
        for element in upwards(innermost):
            found[element] = found.get(element, 0.0) + amount
    return found


def _holder(inside: dict[Element, float], root: Element | None) -> Element | None:
    """The element that holds most of the prose: from the root down as long as one child holds the majority."""
    children: dict[Element, list[Element]] = {}
    for element in inside:
        if element.parent is not None:
            children.setdefault(element.parent, []).append(element)
    weight: Callable[[Element], float] = lambda e: inside[e] * (_DOUBT if e.own & _DOUBTFUL else 1.0)  # noqa: E731
    here: Element | None = root
    while here is not None:
        best = max(children.get(here, ()), key=weight, default=None)
        if best is None or best.tag in _TEXT_TAGS or weight(best) < _MOST_PROSE * inside[here]:
            return here
        here = best
    return here


def _entered(above: Place, element: Element, share: float, distance: int, named: dict[str, float]) -> Place:
    """The place inside an element, from the place around it and the names that the element opens.

    `named` holds shares of prose in all the parts of a name, where they count instead of the element's own.
    """
    own = element.own
    if not own:
        return Place(above.furniture, above.body, above.article, distance, above.zones)
    furniture = above.furniture
    for name in _furniture_in(own):
        held = named.get(name, 0.0)
        outside = 1.0 - (held if name in _ENDS and name in named else max(share, held))
        if outside > furniture.get(name, 0.0):
            furniture = {**furniture, name: outside}
    return Place(
        furniture,
        max(above.body, share) if own & Zone.BODY else above.body,
        max(above.article, share) if own & Zone.ARTICLE else above.article,
        distance,
        above.zones | (own if share < _SMALL else 0),
    )


@lru_cache(maxsize=1024)
def _furniture_in(own: int) -> tuple[str, ...]:
    """The names of furniture that zones have; templates combine few."""
    return tuple(name for name, (zones, _) in FURNITURE.items() if own & zones)


def make_of(element: Element | None) -> tuple[object, ...]:
    """Tags and zones of an element and of those around it, up to three: what is made alike is told by them."""
    made: tuple[object, ...] = ()
    while element is not None and len(made) < 2 * _MADE:
        made += (element.tag, element.own)
        element = element.parent
    return made


def holder_of(fragment: Fragment) -> Element | None:
    """The element in which a block stands beside others: the one around its paragraph, whatever is set inside that."""
    holder = fragment.parent
    while holder is not None and holder.tag in _TEXT_TAGS:
        holder = holder.parent
    return holder
