"""What the blocks around say: features on top of the first pass, made of its probabilities and of the headline's place.

A line of three words in the midst of a story is the story's, between two menus it is not. So all blocks are weighed
twice: by themselves, and then once more together with what their neighbours were taken for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import accumulate

from msgspec import Struct

from newscli.model import Kind
from newscli.regex import regex
from newscli.segment.page import Element, lies_in
from newscli.weigh.evidence import AGAINST, FOR, Column, Evidence, Feature, Table, probability
from newscli.weigh.features import BODY
from newscli.weigh.observe import Observed
from newscli.weigh.places import holder_of, make_of
from newscli.weigh.rows import leads
from newscli.weigh.second_story import second_story, second_text

_REGION = 10  # blocks on each side that should hold a good part of the story
_MOST_WORDS = 40  # of a block, as it counts among its kind
_OF_FORM = (Kind.ITEM, Kind.QUOTE, Kind.HEADING)  # what stands in an element of its own in stories too
_PUREST = 0.85  # share of a page's words in the story, from which somebody has cleaned the page
_LINKED = 0.8  # share of a line in links from which it is one
_HOST = regex(r"(?:https?:)?//(?:www\.)?([^/?#:]+)")
_WITHIN = regex(r"(?!//)[/?\w][^:]*(?:$|[/?])")  # an address without its site
_LIST = 25  # lines at most of a list that a colon leads to
_LIKELY, _SEVERAL = 0.7, 2  # probability of a paragraph that is surely the story's; lines of link that are a habit


class Near(Struct, frozen=True):
    """What context features look at: the facts, and the first pass's probability that each block is the story's."""

    observed: Observed
    first: Evidence  # of the first pass
    chance: list[float]
    mass: list[float]  # words of each block, times that probability
    total: float  # their sum
    links: list[int]  # for a line of link between paragraphs, how many there are around it with itself; else 0
    title: int | None  # the block that is the headline


def near(observed: Observed, first: Evidence, title: int | None) -> Near:
    """The facts of the second pass from the evidence of the first."""
    chance = list(map(probability, first.odds))
    mass = [c * w for c, w in zip(chance, observed.words, strict=True)]
    return Near(observed, first, chance, mass, sum(mass) or 1.0, _links_around(observed, chance), title)


def _links_around(o: Observed, chance: list[float]) -> list[int]:
    """For each line of link with paragraphs above and below, how many such lines stand around it; else 0.

    Where several have one make, a paragraph above or below is enough for the others of that make.
    """
    size = len(chance)
    # Surely the story's is a block that stands at most two blocks above, and another below.
    sure = [each > _LIKELY for each in chance]
    beside = [any(sure[max(0, i - 2) : i]) + any(sure[i + 1 : i + 3]) for i in range(size)]
    lines = zip(beside, o.linked, o.fragments, strict=True)
    may = [near if linked > _LINKED and not f.text.endswith(".") else 0 for near, linked, f in lines]
    row = [near == 2 for near in may]
    if not any(row):
        return [0] * size
    if sum(row) >= _SEVERAL and 1 in may:
        makes = [make_of(fragment.element) if near else () for near, fragment in zip(may, o.fragments, strict=True)]
        usual = Counter(make for make, one in zip(makes, row, strict=True) if one)
        row = [near > 0 and (near == 2 or usual[make] >= _SEVERAL) for near, make in zip(may, makes, strict=True)]
    sums = [0, *accumulate(row)]
    around = [sums[min(size, i + _REGION + 1)] - sums[max(0, i - _REGION)] for i in range(size)]
    return [count if one else 0 for one, count in zip(row, around, strict=True)]


def _once_more(feature: Feature[Observed]) -> Feature[Near]:
    """A feature of the first pass, weighed anew beside what the neighbours say."""

    def column(n: Near) -> Column:
        return n.first.column(feature.phrase) or feature.column(n.observed)

    return Feature(feature.phrase, feature.sign, column, markup=feature.markup)


def _down(column: list[float], by: int) -> Column:
    """The column with each number so many blocks farther down."""
    return ([0.0] * by + column)[: len(column)]


def _between(n: Near) -> Column:
    """How much of the story stands both above and below a block: the lesser part, four times, 1 at most."""
    found, over = [], 0.0
    for mass in n.mass:
        rest = n.total - over - mass
        share = 4 * (over if over < rest else rest) / n.total
        found.append(0.0 if share <= 0.0 else share if share < 1.0 else 1.0)
        over += mass
    return found


def _made_alike(n: Near) -> Column:
    """The share of the story in other elements of the same make."""
    o = n.observed
    if not o.page.html:
        return [0.0] * len(n.mass)
    makes = [make_of(fragment.element) for fragment in o.fragments]
    held: dict[tuple[object, ...], float] = defaultdict(float)
    for make, mass in zip(makes, n.mass, strict=True):
        held[make] += mass
    return [(held[make] - mass) / n.total for make, mass in zip(makes, n.mass, strict=True)]


def _boxed(n: Near) -> Column:
    """How far most of the story stands side by side in one element, for paragraphs deeper inside that element."""
    placed = [(holder_of(f), f.kind) for f in n.observed.fragments]
    held: dict[Element | None, float] = defaultdict(float)
    for (holder, _), chance, words in zip(placed, n.chance, n.observed.words, strict=True):
        held[holder] += chance * min(words, _MOST_WORDS)
    most = max(held, key=held.__getitem__, default=None)
    if most is None:
        return [0.0] * len(placed)
    majority = max(0.0, 2 * held[most] / (sum(held.values()) or 1.0) - 1)
    boxes = {holder for holder in held if holder is not most and lies_in(holder, most)}
    return [majority if holder in boxes and kind not in _OF_FORM else 0.0 for holder, kind in placed]


LINKS_BETWEEN = "is one of several lines of link between the paragraphs"


def _within_site(n: Near) -> Column:
    """For lines of link between paragraphs whether they lead to another page of their own site."""
    own, fragments = _host(n.observed.page.metadata.address), n.observed.fragments
    # A picture of a Markdown text is linked as a whole, and has no link.
    first = [fragments[i].links[:1] if count else () for i, count in enumerate(n.links)]
    return [any(_leads_within(link.url, own) for link in links) for links in first]


def _leads_within(url: str, own: str | None) -> bool:
    return _WITHIN.match(url) is not None or (own is not None and _host(url) == own)


def _host(url: str) -> str | None:
    found = _HOST.match(url)
    return found[1] if found is not None else None


def _purest(n: Near) -> Column:
    share = sum(n.mass) / (sum(n.observed.words) or 1)
    return [max(0.0, share - _PUREST) / (1 - _PUREST)] * len(n.mass)


def _above_title(n: Near) -> Column:
    return [n.title is not None and i <= n.title for i in range(len(n.mass))]


def _under_title(n: Near) -> Column:
    """A deck: headline and deck stand together, a blank line or more parts them from the story."""
    fragments = n.observed.fragments
    found = [0.0] * len(n.mass)
    deck = -1 if n.title is None else n.title + 1
    if 0 <= deck < len(found) - 1 and fragments[deck].element is None and not n.observed.stopped[deck]:
        found[deck] = float(fragments[deck + 1].gap > fragments[deck].gap == 0)
    return found


def _led(n: Near) -> Column:
    """For the short lines of a text below one that ends in a colon, how likely that one is the story's."""
    o = n.observed
    if o.page.html:
        return [0.0] * len(n.chance)
    found, led, above = [], 0.0, 0
    for index in range(len(o.words)):
        starts, ends = leads(o, index), o.category[index] is not None or o.linked[index] > _LINKED
        if starts or ends or o.is_long(index) or index - above > _LIST:
            led = 0.0
        found.append(0.0 if o.stamps[index] else led)
        if starts and not ends:
            led, above = n.chance[index], index
    return found


def _below_another(n: Near) -> Column:
    return second_text(n.observed, n.mass, n.title)


def _lost(n: Near) -> Column:
    """How little of the story stands in the blocks around: 1 none, 0 a fifth and more."""
    sums = [0.0, *accumulate(n.mass)]
    starts, ends = [0.0] * _REGION + sums, [*sums, *[sums[-1]] * _REGION][_REGION + 1 :]
    shares = [5 * (end - start) / n.total for start, end in zip(starts, ends, strict=False)]
    return [1.0 - share if share < 1.0 else 0.0 for share in shares]


CONTEXT: Table[Near] = Table(
    *map(_once_more, BODY.features),
    Feature("follows a block that looks like the story", FOR, lambda n: _down(n.chance, 1)),
    Feature("precedes a block that looks like the story", FOR, lambda n: [*n.chance, 0.0][1:]),
    Feature("stands two blocks below one that looks like the story", FOR, lambda n: _down(n.chance, 2)),
    Feature("stands between paragraphs of the story", FOR, _between),
    Feature("stands in a list of a text that a line of the story leads to", FOR, _led),
    Feature("is made as most of the story is", FOR, _made_alike, markup=True),
    Feature("lies in a box among the story's paragraphs", AGAINST, _boxed, markup=True),
    Feature(LINKS_BETWEEN, AGAINST, lambda n: [count >= _SEVERAL for count in n.links], markup=True),
    Feature("is a line of link to another page of the site", AGAINST, _within_site, markup=True),
    Feature("is on a page that holds nothing but the story", FOR, _purest),
    Feature("is no farther down than the headline", AGAINST, _above_title),
    Feature("stands directly under the headline of a text, apart from the paragraphs", AGAINST, _under_title),
    Feature("lies in a second story's part of the page", AGAINST, lambda n: second_story(n.observed, n.mass, n.title)),
    Feature("stands below the head of another story", AGAINST, _below_another, wording=True),
    Feature("stands where the page has hardly any story", AGAINST, _lost),
    marked=lambda n: n.observed.page.has_markup,
)
