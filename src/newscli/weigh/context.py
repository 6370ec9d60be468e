"""What the blocks around say: features on top of the first pass, made of its probabilities and of the headline's place.

A line of three words in the midst of a story is the story's, between two menus it is not. So all blocks are weighed
twice: by themselves, and then once more together with what their neighbours were taken for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate, takewhile

from msgspec import Struct

from newscli.model import Kind
from newscli.notices.template_text import Category
from newscli.regex import regex
from newscli.segment.fragment import Element, upwards
from newscli.weigh.endings import is_dated
from newscli.weigh.evidence import AGAINST, FOR, Column, Evidence, Feature, Table, probability
from newscli.weigh.features import BODY
from newscli.weigh.observe import Observed
from newscli.weigh.places import holder_of, make_of
from newscli.weigh.second_story import second_story, second_text

_REGION = 10  # blocks on each side that should hold a good part of the story
_MOST_WORDS = 40  # of a block, as it counts among its kind
_OF_FORM = (Kind.ITEM, Kind.QUOTE, Kind.HEADING)  # what stands in an element of its own in stories too
_PUREST = 0.85  # share of a page's words in the story, from which somebody has cleaned the page
_LABELS = (Category.READ_ALSO, Category.RELATED, Category.NAVIGATION)  # of boxes that tell of other stories
_HEADLINE = 4  # words of a link that may be a headline
_LINKED = 0.8  # share of a line in links from which it is one
_HOST = regex(r"(?:https?:)?//(?:www\.)?([^/?#:]+)")
_WITHIN = regex(r"(?!//)[/?\w][^:]*(?:$|[/?])")  # an address without its site
_LIKELY, _SEVERAL = 0.7, 2  # probability of a paragraph that is surely the story's; lines of link that are a habit


class Boxes(Struct, frozen=True):
    """The parts of a page inside the element in which most of the story stands side by side."""

    share: float = 0.0  # how much more of the story stands there than elsewhere, 0 to 1
    of: Sequence[Element | None] = ()  # for each block the outermost of these parts around it, if it lies in one


class Near(Struct, frozen=True):
    """What context features look at: the facts, and the first pass's probability that each block is the story's."""

    observed: Observed
    alone: Mapping[str, Column]  # the columns of the first pass
    chance: list[float]
    mass: list[float]  # words of each block, times that probability
    links: list[int]  # for a line of link between paragraphs, how many there are around it with itself; else 0
    title: int | None  # the block that is the headline
    boxes: Boxes


def near(observed: Observed, first: Evidence, title: int | None) -> Near:
    """The facts of the second pass from the evidence of the first."""
    chance = list(map(probability, first.odds))
    alone = {phrase: column for phrase, _, column in first.columns}
    mass = [c * w for c, w in zip(chance, observed.words, strict=True)]
    return Near(observed, alone, chance, mass, _links_around(observed, chance), title, _boxes(observed, chance))


def _links_around(o: Observed, chance: list[float]) -> list[int]:
    """For each line of link with paragraphs above and below, how many such lines stand around it; else 0."""
    size = len(chance)
    # Surely the story's is a block that stands at most two blocks above, and another below.
    sure = [each > _LIKELY for each in chance]
    row = [
        linked > _LINKED
        and any(sure[max(0, i - 2) : i])
        and any(sure[i + 1 : i + 3])
        and not fragment.text.endswith(".")
        for i, (linked, fragment) in enumerate(zip(o.linked, o.fragments, strict=True))
    ]
    if not any(row):
        return [0] * size
    sums = [0, *accumulate(row)]
    around = [sums[min(size, i + _REGION + 1)] - sums[max(0, i - _REGION)] for i in range(size)]
    return [count if one else 0 for one, count in zip(row, around, strict=True)]


def _once_more(feature: Feature[Observed]) -> Feature[Near]:
    """A feature of the first pass, weighed anew beside what the neighbours say."""

    def column(n: Near) -> Column:
        known = n.alone.get(feature.phrase)
        return known if known is not None else feature.column(n.observed)

    return Feature(feature.phrase, feature.sign, column, markup=feature.markup)


def _down(column: list[float], by: int) -> Column:
    """The column with each number so many blocks farther down."""
    return ([0.0] * by + column)[: len(column)]


def _between(n: Near) -> Column:
    """How much of the story stands both above and below a block: the lesser part, four times, 1 at most."""
    total = sum(n.mass) or 1.0
    found, over = [], 0.0
    for mass in n.mass:
        rest = total - over - mass
        share = 4 * (over if over < rest else rest) / total
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
    total = sum(n.mass) or 1.0
    return [(held[make] - mass) / total for make, mass in zip(makes, n.mass, strict=True)]


def _boxes(o: Observed, chance: list[float]) -> Boxes:
    """The parts inside the element that holds the greatest share of the story as its own paragraphs."""
    holders = [holder_of(f.element) for f in o.fragments]
    held: dict[Element | None, float] = defaultdict(float)
    for holder, likely, words in zip(holders, chance, o.words, strict=True):
        held[holder] += likely * min(words, _MOST_WORDS)
    most = max(held, key=held.__getitem__, default=None)
    if most is None:
        return Boxes(0.0, [None] * len(holders))
    share = max(0.0, 2 * held[most] / (sum(held.values()) or 1.0) - 1)
    boxes = {holder: _outermost(holder, most) for holder in held}
    return Boxes(share, [boxes[holder] for holder in holders])


def _outermost(inner: Element | None, outer: Element) -> Element | None:
    """The part right inside `outer` in which `inner` lies, if it does."""
    around = list(takewhile(lambda each: each is not outer, upwards(inner)))
    return around[-1] if around and around[-1].parent is outer else None


def _boxed(n: Near) -> Column:
    """How far most of the story stands side by side in one element, for paragraphs deeper inside that element."""
    share, fragments = n.boxes.share, n.observed.fragments
    return [share if box is not None and fragments[i].kind not in _OF_FORM else 0.0 for i, box in enumerate(n.boxes.of)]


def _teased(n: Near) -> Column:
    """The same for boxes that hold a label of related stories, a day, or a link to another story."""
    teasing = {box for i, box in enumerate(n.boxes.of) if box is not None and _teases(n.observed, i)}
    return [n.boxes.share if box in teasing else 0.0 for box in n.boxes.of]


def _teases(o: Observed, index: int) -> bool:
    """Whether a block in a box shows that the box tells of another story."""
    linked = o.linked[index] > _LINKED and o.words[index] >= _HEADLINE
    return linked or o.category[index] in _LABELS or is_dated(o.stamps[index])


LINKS_BETWEEN = "is one of several lines of link between the paragraphs"


def _link_between(n: Near) -> Column:
    return [count == 1 for count in n.links]


def _within_site(n: Near) -> Column:
    """For lines of link between paragraphs whether they lead to another page of their own site."""
    own, fragments = _host(n.observed.page.metadata.url or ""), n.observed.fragments
    return [count > 0 and _leads_within(fragments[i].links[0].url, own) for i, count in enumerate(n.links)]


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


def _elsewhere(n: Near) -> Column:
    return list(map(float, second_story(n.observed.fragments, n.mass, n.title)))


def _below_another(n: Near) -> Column:
    return second_text(n.observed, n.mass, n.title)


def _lost(n: Near) -> Column:
    """How little of the story stands in the blocks around: 1 none, 0 a fifth and more."""
    total = sum(n.mass) or 1.0
    sums = [0.0, *accumulate(n.mass)]
    starts, ends = [0.0] * _REGION + sums, [*sums, *[sums[-1]] * _REGION][_REGION + 1 :]
    shares = [5 * (end - start) / total for start, end in zip(starts, ends, strict=False)]
    return [1.0 - share if share < 1.0 else 0.0 for share in shares]


CONTEXT: Table[Near] = Table(
    *map(_once_more, BODY.features),
    Feature("follows a block that looks like the story", FOR, lambda n: _down(n.chance, 1)),
    Feature("precedes a block that looks like the story", FOR, lambda n: [*n.chance, 0.0][1:]),
    Feature("stands two blocks below one that looks like the story", FOR, lambda n: _down(n.chance, 2)),
    Feature("stands between paragraphs of the story", FOR, _between),
    Feature("is made as most of the story is", FOR, _made_alike, markup=True),
    Feature("lies in a box among the story's paragraphs", AGAINST, _boxed, markup=True),
    Feature("lies in a box that tells of another story", AGAINST, _teased, markup=True),
    Feature(LINKS_BETWEEN, AGAINST, lambda n: [count >= _SEVERAL for count in n.links], markup=True),
    Feature("is the only line of link between the paragraphs", AGAINST, _link_between, markup=True),
    Feature("is a line of link to another page of the site", AGAINST, _within_site, markup=True),
    Feature("is on a page that holds nothing but the story", FOR, _purest),
    Feature("is no farther down than the headline", AGAINST, _above_title),
    Feature("stands directly under the headline of a text, apart from the paragraphs", AGAINST, _under_title),
    Feature("lies in a second story's part of the page", AGAINST, _elsewhere),
    Feature("stands below the head of another story", AGAINST, _below_another, wording=True),
    Feature("stands where the page has hardly any story", AGAINST, _lost),
    marked=lambda n: n.observed.page.has_markup,
)
