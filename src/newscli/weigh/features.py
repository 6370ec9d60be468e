"""The features of a block: each a phrase for people, the side it speaks for, and a number from 0 to 1 for every block.

`BODY` is what a block shows alone and by its place. `CONTEXT` comes on top of it: what the blocks around look like once
`BODY` has been weighed. A feature gives a column, one number a block, so that a page is gone through once a feature.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp

from msgspec import Struct

from newscli.model import Kind
from newscli.weigh.observe import FULL_PARAGRAPH, FURNITURE, PARAGRAPH_WORDS, Observed

Column = Sequence[float]
FOR, AGAINST = 1, -1


class Feature(Struct, frozen=True):
    """One kind of evidence: its phrase, whether it speaks for (1) or against (-1), and its column."""

    phrase: str
    sign: int
    column: Callable[[Observed], Column]


BODY: list[Feature] = []


def _body(phrase: str, sign: int) -> Callable[[Callable[[Observed], Column]], Callable[[Observed], Column]]:
    def add(column: Callable[[Observed], Column]) -> Callable[[Observed], Column]:
        BODY.append(Feature(phrase, sign, column))
        return column

    return add


def _when(flags: Sequence[object]) -> Column:
    return [1.0 if flag else 0.0 for flag in flags]


@_body("has words of running text", FOR)
def some_words(o: Observed) -> Column:
    return [min(n, PARAGRAPH_WORDS) / PARAGRAPH_WORDS for n in o.words]


@_body("is as long as a paragraph", FOR)
def many_words(o: Observed) -> Column:
    return [min(n, FULL_PARAGRAPH) / FULL_PARAGRAPH for n in o.words]


@_body("ends as a sentence does", FOR)
def sentence(o: Observed) -> Column:
    return _when(o.ended)


@_body("is a paragraph with a full stop", FOR)
def paragraph(o: Observed) -> Column:
    return [
        1.0 if n >= PARAGRAPH_WORDS and s and f.link_share < 0.3 else 0.0
        for n, s, f in zip(o.words, o.stopped, o.fragments, strict=True)
    ]


@_body("has commas or stops inside", FOR)
def punctuated(o: Observed) -> Column:
    return _when(o.inner)


@_body("has the small words of sentences", FOR)
def function_words(o: Observed) -> Column:
    return o.function


@_body("is linked", AGAINST)
def linked(o: Observed) -> Column:
    return [f.link_share for f in o.fragments]


@_body("is a link and nothing else", AGAINST)
def all_link(o: Observed) -> Column:
    return [1.0 if f.link_share > 0.9 else 0.0 for f in o.fragments]


@_body("is set as a heading", AGAINST)
def heading(o: Observed) -> Column:
    return [1.0 if f.kind is Kind.HEADING else 0.0 for f in o.fragments]


@_body("is a main heading", AGAINST)
def main_heading(o: Observed) -> Column:
    return [1.0 if f.level == 1 else 0.0 for f in o.fragments]


@_body("is a list item", AGAINST)
def item(o: Observed) -> Column:
    return [1.0 if f.kind is Kind.ITEM else 0.0 for f in o.fragments]


@_body("is set as a paragraph", FOR)
def p_tag(o: Observed) -> Column:
    return [1.0 if f.element is not None and f.element.tag == "p" else 0.0 for f in o.fragments]


@_body("is template text", AGAINST)
def template(o: Observed) -> Column:
    return _when(o.category)


@_body("leads to another story", AGAINST)
def read_also(o: Observed) -> Column:
    return [1.0 if c in ("read also", "related") else 0.0 for c in o.category]


@_body("is a time stamp", AGAINST)
def stamp(o: Observed) -> Column:
    return _when(o.stamp)


@_body("is a source line", AGAINST)
def source(o: Observed) -> Column:
    return _when(o.source)


@_body("is a caption or picture credit", AGAINST)
def caption(o: Observed) -> Column:
    return _when(o.caption)


@_body("stands under a picture and ends no sentence", AGAINST)
def under_picture(o: Observed) -> Column:
    return [
        1.0 if f.picture is not None and not e and n <= 20 else 0.0
        for f, e, n in zip(o.fragments, o.ended, o.words, strict=True)
    ]


@_body("says who is responsible for the text", AGAINST)
def notice(o: Observed) -> Column:
    return o.notice


@_body("was printed before", AGAINST)
def printed_before(o: Observed) -> Column:
    return _when(o.before)


@_body("is very long", FOR)
def very_long(o: Observed) -> Column:
    return [min(n, 200) / 200 for n in o.words]


@_body("ends as an excerpt does", AGAINST)
def excerpt(o: Observed) -> Column:
    return [max(0.0, 1 - n / 80) if e else 0.0 for n, e in zip(o.words, o.excerpt, strict=True)]


@_body("is many words without a comma or stop", AGAINST)
def unpunctuated(o: Observed) -> Column:
    return [
        1.0 if n >= 25 and not i and not s else 0.0 for n, i, s in zip(o.words, o.inner, o.stopped, strict=True)
    ]


@_body("ends no sentence where the page's paragraphs do", AGAINST)
def unended(o: Observed) -> Column:
    long = [s for n, s in zip(o.words, o.stopped, strict=True) if n >= 20]
    habit = sum(long) / len(long) if len(long) >= 3 else 0.0
    return [0.0 if e else habit for e in o.ended]


@_body("stands elsewhere too, among more prose", AGAINST)
def copied(o: Observed) -> Column:
    best: dict[str, float] = {}
    for f, d in zip(o.folded, o.density, strict=True):
        best[f] = max(best.get(f, 0.0), d)
    return [1.0 if len(f) >= 25 and best[f] > d else 0.0 for f, d in zip(o.folded, o.density, strict=True)]


@_body("its siblings are paragraphs", FOR)
def paragraphs_beside(o: Observed) -> Column:
    return [min(1.0, s / 4) for s in o.siblings]


@_body("stands above the headline", AGAINST)
def above_headline(o: Observed) -> Column:
    return [1.0 if o.heading is not None and i < o.heading else 0.0 for i in range(len(o.words))]


@_body("another main heading stands above it", AGAINST)
def next_story(o: Observed) -> Column:
    found = []
    since = False
    for i, f in enumerate(o.fragments):
        if o.heading is not None and i > o.densest and f.level and f.level <= max(1, o.fragments[o.heading].level):
            since = since or (o.words[i] >= 3 and o.folded[i] != o.folded[o.heading])
        found.append(1.0 if since else 0.0)
    return found


@_body("has no words", AGAINST)
def wordless(o: Observed) -> Column:
    return [1.0 if n == 0 else 0.0 for n in o.words]


@_body("paragraphs stand around it", FOR)
def density(o: Observed) -> Column:
    return [min(1.0, 2 * d) for d in o.density]


@_body("most of the page's prose stands around it", FOR)
def relative_density(o: Observed) -> Column:
    top = max(o.density, default=0.0) or 1.0
    return [d / top for d in o.density]


@_body("its neighbours in the template hold the prose", FOR)
def kin(o: Observed) -> Column:
    return o.kin


@_body("its part of the template holds the prose", FOR)
def kith(o: Observed) -> Column:
    return o.kith


@_body("tells of the same things as the paragraphs", FOR)
def echo(o: Observed) -> Column:
    return o.echo


@_body("is far above the prose", AGAINST)
def far_above(o: Observed) -> Column:
    return [min(1.0, max(0, o.densest - i) / 40) for i in range(len(o.words))]


@_body("is far below the prose", AGAINST)
def far_below(o: Observed) -> Column:
    return [min(1.0, max(0, i - o.densest) / 40) for i in range(len(o.words))]


@_body("comments begin above it", AGAINST)
def below_comments(o: Observed) -> Column:
    return _below(o, ("comments", "footer"), fades=0)


@_body("related stories begin above it", AGAINST)
def below_related(o: Observed) -> Column:
    return _below(o, ("related",), fades=8)


def _below(o: Observed, categories: tuple[str, ...], fades: int) -> Column:
    """1 below a label of one of the categories that stands under the densest prose, fading over some blocks."""
    found = []
    since = None
    told = 0.0
    for index, category in enumerate(o.category):
        found.append(0.0 if since is None else exp(-(index - since) / fades) if fades else 1.0)
        told += o.prose[index] if o.prose[index] >= 0.2 else 0.0
        if category in categories and told >= 0.5:
            since = index
    return found


@_body("a notice on responsibility stands above it", AGAINST)
def below_notice(o: Observed) -> Column:
    found = []
    since = None
    told = 0.0
    for index, notice in enumerate(o.notice):
        found.append(0.0 if since is None else 1.0)
        told += o.prose[index] if o.prose[index] >= 0.2 else 0.0
        if notice >= 0.5 and told >= 0.5:
            since = index
    return found


@_body("lies in the element with most prose", FOR)
def inside(o: Observed) -> Column:
    return [1.0 if p.inside and o.html else 0.0 for p in o.places]


@_body("lies far from the element with most prose", AGAINST)
def outside(o: Observed) -> Column:
    return [min(1.0, p.distance / 8) for p in o.places]


@_body("lies in what the template names the story's text", FOR)
def named_body(o: Observed) -> Column:
    return [p.body for p in o.places]


@_body("lies in what the template names an article", FOR)
def named_article(o: Observed) -> Column:
    return [p.article for p in o.places]


@_body("lies outside what the template names the story's text", AGAINST)
def outside_body(o: Observed) -> Column:
    most = max((p.body for p in o.places), default=0.0)
    return [most if not p.body else 0.0 for p in o.places]


def _furniture(name: str) -> Callable[[Observed], Column]:
    return lambda o: [p.furniture.get(name, 0.0) for p in o.places]


BODY.extend(
    Feature(f"lies in what the template names {name}", AGAINST, _furniture(name)) for name in FURNITURE
)


class Near(Struct, frozen=True):
    """What the context features look at: the first pass's probabilities, and where the headline stands."""

    observed: Observed
    odds: list[float]
    chance: list[float]
    title: int | None


CONTEXT: list[Feature] = []


def _context(phrase: str, sign: int):  # type: ignore[no-untyped-def]
    def add(column):  # type: ignore[no-untyped-def]
        CONTEXT.append(Feature(phrase, sign, column))
        return column

    return add


@_context("looks like the story by itself", FOR)
def own(n: Near) -> Column:
    return [max(-6.0, min(6.0, x)) / 6 for x in n.odds]


@_context("its form speaks for the story", FOR)
def own_chance(n: Near) -> Column:
    return n.chance


def _shifted(column: Column, by: int) -> Column:
    size = len(column)
    return [column[i + by] if 0 <= i + by < size else 0.0 for i in range(size)]


@_context("the block above looks like the story", FOR)
def above(n: Near) -> Column:
    return _shifted(n.chance, -1)


@_context("the block below looks like the story", FOR)
def below(n: Near) -> Column:
    return _shifted(n.chance, 1)


@_context("the second block above looks like the story", FOR)
def above2(n: Near) -> Column:
    return _shifted(n.chance, -2)


@_context("the second block below looks like the story", FOR)
def below2(n: Near) -> Column:
    return _shifted(n.chance, 2)


@_context("the blocks around look like the story", FOR)
def around(n: Near) -> Column:
    size, reach = len(n.chance), 6
    return [
        (sum(n.chance[max(0, i - reach) : i + reach + 1]) - n.chance[i])
        / max(1, min(size, i + reach + 1) - max(0, i - reach) - 1)
        for i in range(size)
    ]


@_context("its siblings look like the story", FOR)
def siblings(n: Near) -> Column:
    return _groups(n, lambda f: f.element.parent if f.element is not None else None)


@_context("blocks of its kind in the template look like the story", FOR)
def cousins(n: Near) -> Column:
    def group(f):  # type: ignore[no-untyped-def]
        e = f.element
        p = e.parent if e is not None else None
        return (p.parent, p.tag, e.tag) if p is not None else None

    return _groups(n, group)


def _groups(n: Near, group):  # type: ignore[no-untyped-def]
    total: dict[object, list[float]] = {}
    keys = [group(f) for f in n.observed.fragments]
    weight = [1 + min(w, 40) for w in n.observed.words]
    for key, c, w in zip(keys, n.chance, weight, strict=True):
        if key is not None:
            entry = total.setdefault(key, [0.0, 0.0])
            entry[0] += c * w
            entry[1] += w
    found = []
    for key, c, w in zip(keys, n.chance, weight, strict=True):
        if key is None or total[key][1] <= w:
            found.append(0.0)
        else:
            found.append((total[key][0] - c * w) / (total[key][1] - w))
    return found


@_context("stands between paragraphs of the story", FOR)
def between(n: Near) -> Column:
    mass = [c * w for c, w in zip(n.chance, n.observed.words, strict=True)]
    total = sum(mass) or 1.0
    found, above = [], 0.0
    for m in mass:
        below = total - above - m
        found.append(min(1.0, 4 * min(above, below) / total))
        above += m
    return found


@_context("stands above the headline", AGAINST)
def over_title(n: Near) -> Column:
    return [1.0 if n.title is not None and i < n.title else 0.0 for i in range(len(n.chance))]


@_context("stands where the page has hardly any story", AGAINST)
def lost(n: Near) -> Column:
    mass = [c * w for c, w in zip(n.chance, n.observed.words, strict=True)]
    total = sum(mass) or 1.0
    reach = 10
    return [1.0 - min(1.0, 5 * sum(mass[max(0, i - reach) : i + reach + 1]) / total) for i in range(len(mass))]
