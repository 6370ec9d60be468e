"""What speaks for and against a block being the story's text, by itself and by its place on the page.

Each feature is one line of people's reasons and a function that gives a number from 0 to 1 for every block of a page.
How far each counts is learnt (`scripts/learn.py`) and stands in `weigh.weights`; none of them is a veto.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import compress, groupby, islice
from math import inf
from operator import or_

from newscli.arabic.words import core
from newscli.model import Kind, Link
from newscli.notices.template_text import OFFERS
from newscli.segment.page import Fragment, upwards
from newscli.weigh.endings import ENDINGS, skippable
from newscli.weigh.evidence import AGAINST, FOR, Column, Feature, Table, share_of
from newscli.weigh.observe import FULL_PARAGRAPH, Observed
from newscli.weigh.places import FURNITURE, PARAGRAPH_WORDS

_LONG, _SHORT = 200, 80  # words of the longest paragraphs; of the longest excerpts that break off with dots
_FAR = 40  # blocks
_LINKED, _TITLED = 0.8, 2  # share of a line in links from which it is one; words from which it may name a story
_HEADLINE = 20  # words of a headline at most
_HABIT_WORDS, _HABIT = 20, 3  # long blocks, and how many of them show a page's habit
_STATED = 3  # blocks that stand in the stated text, from which it is believed to be whole
_CAPTIONED = 3  # elements up from a block among which one may be a caption's


def _flags(values: Iterable[object]) -> Column:
    return list(map(bool, values))


def _sentence(o: Observed, least: float, most: float) -> Column:
    """Whether a block is a whole sentence of `least` to fewer than `most` words."""
    return [least <= n < most and sentence for n, sentence in zip(o.words, o.sentence, strict=True)]


def _goes_on(o: Observed) -> Column:
    """Whether a block is a short sentence that opens with «و», and no heading."""
    lines = zip(o.goes_on, o.words, o.sentence, o.fragments, strict=True)
    return [on and n < PARAGRAPH_WORDS and sentence and not f.level for on, n, sentence, f in lines]


def _in_page_link(o: Observed) -> Column:
    """Whether a block leads to places on this page, or heads two that do."""
    lines = zip(o.fragments, o.linked, strict=True)
    leads = [part > _LINKED and _stays_here(f.links) for f, part in lines]
    heads = [all(leads[i + 1 : i + 3]) and not o.ended[i] for i in range(len(leads) - 2)]
    return _flags(map(or_, leads, [*heads, False, False]))


def _stays_here(links: tuple[Link, ...]) -> bool:
    for link in links:  # noqa: SIM110 - `all` takes twice as long, and most lines of a page are links
        if not (link.url or "").startswith("#"):
            return False
    return True


def _lone_link(o: Observed) -> Column:
    """Whether a block is a link: less if long ones are links on this page as well."""
    long = [linked for n, linked in zip(o.words, o.linked, strict=True) if n >= PARAGRAPH_WORDS]
    free = 1.0 - sum(linked > _LINKED for linked in long) / len(long) if long else 0.0
    return [free if linked > _LINKED and n >= _TITLED else 0.0 for n, linked in zip(o.words, o.linked, strict=True)]


def _offered(o: Observed) -> Column:
    """Whether a link stands right below a label of other stories, or below another such link."""
    found = [False] * len(o.words)
    for i in range(1, len(found)):
        found[i] = o.linked[i] > _LINKED and (found[i - 1] or o.category[i - 1] in OFFERS)
    return _flags(found)


def stated(o: Observed) -> Column:
    """True for the blocks that stand in what the page states as the story's text."""
    text = core(o.page.metadata.body)
    if not text:
        return [0.0] * len(o.words)
    return [n >= 3 and core(f.text) in text for n, f in zip(o.words, o.fragments, strict=True)]


def _not_stated(o: Observed) -> Column:
    """Whether a block is not in the stated text, where enough blocks are that it must be the whole."""
    found = stated(o)
    return [1.0 - value for value in found] if sum(found) >= _STATED else [0.0] * len(found)


def _item_of_links(o: Observed) -> Column:
    """The share of links in the list that an item stands in."""
    found: list[float] = []
    for listed, group in groupby(range(len(o.words)), lambda i: o.fragments[i].kind is Kind.ITEM):
        each = list(group)
        share = sum(o.linked[i] for i in each) / len(each) if listed else 0.0
        found += [share] * len(each)
    return found


def _figcaption(o: Observed) -> Column:
    return ["caption" in p.furniture and _is_figcaption(f) for p, f in zip(o.places, o.fragments, strict=True)]


def _is_figcaption(fragment: Fragment) -> bool:
    return any(element.tag == "figcaption" for element in islice(upwards(fragment.element), _CAPTIONED))


def _excerpt(o: Observed) -> Column:
    """Whether a block breaks off with dots, the surer the shorter it is.

    In a text so is the headline above it, where a label of other stories stands farther up.
    """
    found = [max(0.0, 1 - n / _SHORT) if e else 0.0 for n, e in zip(o.words, o.excerpt, strict=True)]
    if o.page.html or OFFERS.isdisjoint(o.category):
        return found
    label = next(i for i, each in enumerate(o.category) if each in OFFERS)
    for index in range(label + 1, len(found) - 1):
        told = o.goes_on[index] or o.words[index] > _HEADLINE or o.fragments[index].text.endswith(".")
        if o.category[index + 1] is None and not told:
            found[index] = max(found[index], found[index + 1])
    return found


def _unended(o: Observed) -> Column:
    """Whether a block ends no sentence; as far as the page's long blocks do."""
    long = [s for n, s in zip(o.words, o.stopped, strict=True) if n >= _HABIT_WORDS]
    habit = sum(long) / len(long) if len(long) >= _HABIT else 0.0
    free = (Kind.ITEM, Kind.HEADING, Kind.VERSE)
    return [0.0 if e or f.kind in free else habit for e, f in zip(o.ended, o.fragments, strict=True)]


def _copied(o: Observed) -> Column:
    """Whether a line that is printed twice has its copy among more prose."""
    best = dict.fromkeys(compress(o.folded, o.repeated), 0.0)
    for f, d in zip(o.folded, o.density, strict=True):
        if f in best and d > best[f]:
            best[f] = d
    return [f in best and best[f] > d for f, d in zip(o.folded, o.density, strict=True)]


def _above_headline(o: Observed) -> Column:
    return [o.heading is not None and i < o.heading for i in range(len(o.words))]


def _relative_density(o: Observed) -> Column:
    top = max(o.density, default=0.0) or 1.0
    return [d / top for d in o.density]


def _far_below(o: Observed) -> Column:
    below = len(o.words) - o.densest
    return [0.0] * o.densest + [step / _FAR for step in range(min(below, _FAR))] + [1.0] * (below - _FAR)


def _outside(o: Observed) -> Column:
    return share_of(8, [p.distance for p in o.places])


def _outside_body(o: Observed) -> Column:
    """Whether a block lies outside the part called the story's text; as far as that part holds the page's prose."""
    most = max((p.body for p in o.places), default=0.0)
    return [most if not p.body else 0.0 for p in o.places]


def _furniture(name: str) -> Callable[[Observed], Column]:
    def column(o: Observed) -> Column:
        return [place.furniture.get(name, 0.0) for place in o.places]

    return column


SKIPPED = "lies in a box that readers of screens may skip"
BODY: Table[Observed] = Table(
    Feature("has words of running text", FOR, lambda o: share_of(PARAGRAPH_WORDS, o.words)),
    Feature("is as long as a paragraph", FOR, lambda o: share_of(FULL_PARAGRAPH, o.words)),
    Feature("is a paragraph with a full stop", FOR, lambda o: _sentence(o, PARAGRAPH_WORDS, inf)),
    Feature("is a short sentence with a full stop", FOR, lambda o: _sentence(o, 2, PARAGRAPH_WORDS)),
    Feature("is a short sentence that opens with «و» as those that go on do", FOR, _goes_on, wording=True),
    Feature("has the small words of sentences", FOR, lambda o: o.function),
    Feature("leads to places on this page, or heads lines that do", AGAINST, _in_page_link, markup=True),
    Feature("is nothing but a link, where the page's paragraphs are none", AGAINST, _lone_link, markup=True),
    Feature("is a link below a label such as read also", AGAINST, _offered, markup=True),
    Feature("stands in a text without furniture", FOR, lambda o: [o.clean] * len(o.words)),
    Feature(SKIPPED, AGAINST, skippable),
    Feature("is a line of verse", FOR, lambda o: [f.kind is Kind.VERSE for f in o.fragments]),
    Feature("is not in what the page states as the story's text", AGAINST, _not_stated, markup=True),
    Feature("is a main heading", AGAINST, lambda o: [f.level == 1 for f in o.fragments], markup=True),
    Feature("is a list item", AGAINST, lambda o: [f.kind is Kind.ITEM for f in o.fragments]),
    Feature("is an item of a list of links", AGAINST, _item_of_links, markup=True),
    Feature("is set as a paragraph", FOR, lambda o: [f.tag == "p" for f in o.fragments], markup=True),
    Feature("is set as the caption of a picture", AGAINST, _figcaption, markup=True),
    Feature("is template text", AGAINST, lambda o: _flags(o.category)),
    Feature("is a time stamp", AGAINST, lambda o: _flags(o.stamps)),
    Feature("is a caption or picture credit", AGAINST, lambda o: _flags(o.caption)),
    Feature("says who is responsible for the text", AGAINST, lambda o: o.notice),
    Feature("was printed before", AGAINST, lambda o: _flags(o.repeated)),
    Feature("is very long", FOR, lambda o: share_of(_LONG, o.words)),
    Feature("ends as an excerpt does", AGAINST, _excerpt),
    Feature("ends no sentence where the page's paragraphs do", AGAINST, _unended),
    Feature("stands elsewhere too, among more prose", AGAINST, _copied),
    Feature("stands above the headline", AGAINST, _above_headline, markup=True),
    Feature("stands among paragraphs", FOR, lambda o: [2 * d if d < 0.5 else 1.0 for d in o.density]),
    Feature("stands where most of the page's prose is", FOR, _relative_density),
    Feature("is in the part of the template that holds the prose", FOR, lambda o: o.kin, markup=True),
    Feature("tells of the same things as the paragraphs", FOR, lambda o: o.echo),
    Feature("is far below the prose", AGAINST, _far_below),
    *ENDINGS,
    Feature("lies far from the element with most prose", AGAINST, _outside, markup=True),
    Feature("lies in what the template calls the story's text", FOR, lambda o: [p.body for p in o.places], markup=True),
    Feature("lies in what the template calls an article", FOR, lambda o: [p.article for p in o.places], markup=True),
    Feature("lies outside what the template calls the story's text", AGAINST, _outside_body, markup=True),
    *(
        Feature(f"lies in what the template calls {called}", AGAINST, _furniture(name), markup=True)
        for name, (_, called) in FURNITURE.items()
    ),
    marked=lambda o: o.page.has_markup,
)
