"""What every block of a page shows by itself and by its place, computed once: the facts that features are made of.

Nothing is decided here. A fact is a number or a word; what it counts for stands in `weigh.weights`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.arabic.words import all_content, content_words, core, words
from newscli.classify.alone import is_stamp
from newscli.classify.formulas import recognise
from newscli.fields.disclaimer import disclaims
from newscli.lexicon import lines
from newscli.segment.fragment import Element, Fragment, Zone
from newscli.segment.metadata import Metadata

FOLDED_WHOLE = 500  # characters: template text and notices are never longer, so of longer blocks only the head is folded
FOLDED_HEAD = 160
LONGEST_STAMP, LONGEST_CREDIT, LONGEST_NOTICE = 120, 140, 700  # characters
PARAGRAPH_WORDS = 12  # a block this long that ends as sentences do is a paragraph
FULL_PARAGRAPH = 60  # words from which a paragraph counts in full
_SAMPLE = 400  # characters of a block that are looked at for function words and echo
_NEAR = 4  # blocks on each side that make a block's surroundings
_MOST_PROSE = 0.72  # share of an element's prose that one child must hold to be entered
_TELLING = 12  # densest paragraphs whose words are the story's

_SENTENCE_END = re.compile(r"[.!؟?…:؛»\"”)]\W{0,20}$")
_FULL_STOP = re.compile(r"[.؟!…]\W{0,20}$")
_INNER = re.compile(r"[،؛.:](?=\s)")
_SOURCE = re.compile(lines.SOURCE)
_CAPTION = re.compile(lines.CAPTION)
_MARKUP = re.compile(lines.MARKUP)
_EXCERPT = re.compile(lines.EXCERPT)
_WORD = re.compile(r"\w+")
_MAY_BE_STAMP = re.compile(r"\d|(?:منذ|قبل|امس|اليوم|الساعه)\b")
_FUNCTION = frozenset(
    "في من علي الي عن ان انه انها التي الذي الذين هذا هذه ذلك تلك ما لا لم لن قد كان كانت كما بعد قبل مع بين خلال حتي"
    " اذا ثم او ام بل لكن منذ عند لدي غير كل بعض هو هي هم وهو وهي وقد وقال قال اضاف واضاف فيما حيث الا حول ضد".split()
)

# Zones that hold no part of a story, one fact each; the learner says how far each counts.
FURNITURE = {
    "navigation": Zone.NAV,
    "footer": Zone.FOOTER,
    "sidebar": Zone.ASIDE,
    "comments": Zone.COMMENTS,
    "related": Zone.RELATED,
    "share": Zone.SHARE,
    "advert": Zone.ADVERT,
    "form": Zone.FORM,
    "hidden": Zone.HIDDEN,
    "bio": Zone.BIO,
    "caption": Zone.CAPTION,
    "tags": Zone.TAGS,
    "label": Zone.SECTION | Zone.AUTHOR | Zone.DATE | Zone.SOURCE,
    "title": Zone.TITLE | Zone.KICKER,
    "deck": Zone.SUBTITLE,
    "embed": Zone.EMBED | Zone.QUOTE,
    "notice": Zone.NOTICE,
}


class Place(Struct, frozen=True):
    """Where an element lies: for each kind of furniture 0 to 1, how far it is in a part so named; and in the story's."""

    furniture: dict[str, float]
    body: float  # the share of the page's prose that the part named as the story's text holds, 0 outside
    article: float  # the same of the part named article or main
    inside: bool  # in the element that holds most of the prose
    distance: int  # levels from there to where the two meet
    zones: int  # the zones of its ancestors that hold less than half of the prose


NOWHERE = Place({}, 0.0, 0.0, True, 0, 0)


class Observed(Struct, frozen=True):
    """The facts about each block of a page, a sequence each, in page order."""

    fragments: tuple[Fragment, ...]
    metadata: Metadata
    html: bool
    words: list[int]
    folded: list[str]
    ended: list[bool]  # ends as a sentence does
    stopped: list[bool]  # ends in a full stop or its like
    inner: list[bool]  # has a comma or stop inside
    function: list[float]  # share of function words
    category: list[str | None]  # of template text
    stamp: list[bool]
    source: list[bool]
    caption: list[bool]
    notice: list[float]
    excerpt: list[bool]
    before: list[bool]  # printed before
    places: list[Place]
    prose: list[float]  # how much like a paragraph of a story, 0 to 1
    density: list[float]  # the prose around
    kin: list[float]  # share of the page's prose that the other blocks of its parent hold
    kith: list[float]  # the same of its grandparent
    siblings: list[float]  # paragraphs among the blocks of its parent that have its tag
    heading: int | None  # the likeliest headline by markup and by what the page states
    echo: list[float]  # share of its words that the densest paragraphs have too
    densest: int  # the block around which most prose stands
    story_words: frozenset[str]


def observe(fragments: tuple[Fragment, ...], metadata: Metadata, *, html: bool) -> Observed:
    """The facts about every block of a page. Linear in the length of the page."""
    texts = [f.text for f in fragments]
    counts = [words(t) for t in texts]
    folded = [fold(t if len(t) <= FOLDED_WHOLE else t[:FOLDED_HEAD]) for t in texts]
    ended = [n >= 4 and bool(_SENTENCE_END.search(t[-40:])) for n, t in zip(counts, texts, strict=True)]
    stopped = [n >= 3 and bool(_FULL_STOP.search(t[-40:])) for n, t in zip(counts, texts, strict=True)]
    prose = [
        min(n, FULL_PARAGRAPH) / FULL_PARAGRAPH * (1.0 - f.link_share) * (1.0 if end else 0.4)
        for n, f, end in zip(counts, fragments, ended, strict=True)
    ]
    density = _density(prose)
    densest = max(range(len(texts)), key=lambda i: density[i] + prose[i], default=0)
    story_words = _story_words(texts, prose, density)
    places = _places(fragments, counts) if html else [NOWHERE] * len(texts)
    kin, kith = _kinship(fragments, prose)
    return Observed(
        fragments,
        metadata,
        html,
        counts,
        folded,
        ended,
        stopped,
        [bool(_INNER.search(t, 0, _SAMPLE)) for t in texts],
        [_function_share(f) for f in folded],
        [recognise(t, f) for t, f in zip(texts, folded, strict=True)],
        [
            len(t) <= LONGEST_STAMP and bool(_MAY_BE_STAMP.search(f)) and is_stamp(t)
            for t, f in zip(texts, folded, strict=True)
        ],
        [len(t) <= LONGEST_CREDIT and bool(_SOURCE.match(f)) for t, f in zip(texts, folded, strict=True)],
        [_is_caption(f, g, n) for f, g, n in zip(fragments, folded, counts, strict=True)],
        [min(disclaims(f), 2) / 2 if len(t) <= LONGEST_NOTICE else 0.0 for t, f in zip(texts, folded, strict=True)],
        [t.endswith(("…", "...", "]")) and bool(_EXCERPT.search(t[-12:])) for t in texts],
        _printed_before(folded),
        places,
        prose,
        density,
        kin,
        kith,
        _siblings(fragments, prose),
        _heading(fragments, metadata, counts) if html else None,
        [_echo(t, story_words) for t in texts],
        densest,
        story_words,
    )


def _function_share(folded: str) -> float:
    tokens = folded[:_SAMPLE].split()
    if len(tokens) < 3:
        return 0.0
    return min(1.0, 3.0 * sum(1 for token in tokens if token in _FUNCTION) / len(tokens))


def _is_caption(fragment: Fragment, folded: str, count: int) -> bool:
    if len(fragment.text) <= 160 and _CAPTION.match(folded):
        return True
    if fragment.picture and len(fragment.text) >= 8:
        return core(fragment.picture) == core(fragment.text)
    return False


def _printed_before(folded: Sequence[str]) -> list[bool]:
    seen: set[str] = set()
    found = []
    for text in folded:
        found.append(len(text) >= 25 and text in seen)
        seen.add(text)
    return found


def _density(prose: Sequence[float]) -> list[float]:
    """The mean prose of the blocks around each, itself left out; nearer ones count more."""
    size = len(prose)
    weights = [(step, 1.0 / (1 + step)) for step in range(1, _NEAR + 1)]
    total = 2 * sum(w for _, w in weights)
    found = []
    for i in range(size):
        around = 0.0
        for step, weight in weights:
            if i >= step:
                around += weight * prose[i - step]
            if i + step < size:
                around += weight * prose[i + step]
        found.append(around / total)
    return found


def _story_words(texts: Sequence[str], prose: Sequence[float], density: Sequence[float]) -> frozenset[str]:
    order = sorted(range(len(texts)), key=lambda i: -(prose[i] * (0.2 + density[i])))[:_TELLING]
    return all_content(texts[i][:_SAMPLE] for i in order if prose[i] > 0.1)


def _siblings(fragments: Sequence[Fragment], prose: Sequence[float]) -> list[float]:
    counts: Counter[tuple[int, str]] = Counter()
    keys = []
    for fragment, amount in zip(fragments, prose, strict=True):
        element = fragment.element
        key = (id(element.parent), element.tag) if element is not None and element.parent is not None else (0, "")
        keys.append(key)
        counts[key] += amount >= 0.2
    return [counts[k] - (a >= 0.2) if k[0] else 0.0 for k, a in zip(keys, prose, strict=True)]


def _heading(fragments: Sequence[Fragment], metadata: Metadata, counts: Sequence[int]) -> int | None:
    from newscli.classify.headline import Stated

    stated = Stated(metadata)
    best, found = 0.5, None
    for index, (fragment, count) in enumerate(zip(fragments, counts, strict=True)):
        if 2 <= count <= 40 and len(fragment.text) < 300:
            score = stated.agreement(fragment.text) + {1: 0.6, 2: 0.3, 3: 0.1}.get(fragment.level, 0.0)
            if score > best:
                best, found = score, index
    return found


def _echo(text: str, story: frozenset[str]) -> float:
    mine = content_words(text[:_SAMPLE])
    return len(mine & story) / len(mine) if len(mine) >= 2 else 0.0


def _kinship(fragments: Sequence[Fragment], prose: Sequence[float]) -> tuple[list[float], list[float]]:
    total = sum(prose) or 1.0
    parents: Counter[int] = Counter()
    grand: Counter[int] = Counter()
    keys = []
    for fragment, amount in zip(fragments, prose, strict=True):
        element = fragment.element
        parent = element.parent if element is not None else None
        above = parent.parent if parent is not None else None
        keys.append((id(parent), id(above)))
        if parent is not None:
            parents[id(parent)] += amount
        if above is not None:
            grand[id(above)] += amount
    kin = [(parents[p] - a) / total if p in parents else 0.0 for (p, _), a in zip(keys, prose, strict=True)]
    kith = [(grand[g] - a) / total if g in grand else 0.0 for (_, g), a in zip(keys, prose, strict=True)]
    return [max(0.0, k) for k in kin], [max(0.0, k) for k in kith]


# Elements that hold one paragraph or less; the story's element is what holds them.
_TEXT_TAGS = frozenset("p span font li blockquote h1 h2 h3 h4 h5 h6 a b strong em i u pre dd".split())
_DOUBTFUL = sum(FURNITURE[name] for name in ("navigation", "footer", "comments", "related", "form", "hidden"))


def _places(fragments: Sequence[Fragment], counts: Sequence[int]) -> list[Place]:
    inside = _prose_inside(fragments, counts)
    root = next((e for e in inside if e.parent is None), None)
    total = inside[root] if root is not None else 0.0
    holder = _holder(inside, root)
    chain: set[Element] = set()
    here = holder
    while here is not None:
        chain.add(here)
        here = here.parent
    known: dict[Element, Place] = {}
    found = []
    told = 0.0
    for fragment, count in zip(fragments, counts, strict=True):
        element = fragment.element
        path: list[Element] = []
        here = element
        while here is not None and here not in known:
            path.append(here)
            here = here.parent
        place = known[here] if here is not None else Place({}, 0.0, 0.0, False, 0, 0)
        for each in reversed(path):
            place = known[each] = _step(place, each, inside.get(each, 0.0) / total if total else 0.0, holder, chain, told=told >= 30)
        found.append(place)
        told += count * (1.0 - fragment.link_share) if count >= PARAGRAPH_WORDS else 0.0
    return found


def _step(
    above: Place, element: Element, share: float, holder: Element | None, chain: set[Element], *, told: bool
) -> Place:
    inside = above.inside or element is holder
    distance = 0 if element in chain or above.inside or holder is None else (
        above.distance or holder.depth - (element.parent.depth if element.parent else 0)
    )
    own = element.own
    if not own:
        if inside == above.inside and distance == above.distance:
            return above
        return Place(above.furniture, above.body, above.article, inside, distance, above.zones)
    furniture = above.furniture
    rest = 1.0 - share
    for name, zones in FURNITURE.items():
        if own & zones and rest > furniture.get(name, 0.0):
            furniture = {**furniture, name: rest}
    if own & Zone.COMMENTS and told:
        furniture = {**furniture, "comments": 1.0}
    body = max(above.body, share) if own & Zone.BODY else above.body
    article = max(above.article, share) if own & Zone.ARTICLE else above.article
    return Place(furniture, body, article, inside, distance, above.zones | (own if share < 0.5 else 0))


def _prose_inside(fragments: Sequence[Fragment], counts: Sequence[int]) -> dict[Element, float]:
    """The words of prose that each element holds, those of its descendants too."""
    found: dict[Element, float] = {}
    for fragment, count in zip(fragments, counts, strict=True):
        amount = count * (1.0 - fragment.link_share) if count >= PARAGRAPH_WORDS else 0.0
        here = fragment.element
        if amount:
            while here is not None:
                found[here] = found.get(here, 0.0) + amount
                here = here.parent
    return found


def _holder(inside: dict[Element, float], root: Element | None) -> Element | None:
    """The element that holds most of the prose: from the root down as long as one child holds the majority."""
    children: dict[Element, list[Element]] = {}
    for element in inside:
        if element.parent is not None:
            children.setdefault(element.parent, []).append(element)
    here = root
    while here is not None:
        def weight(e: Element) -> float:
            return inside[e] * (0.25 if e.own & _DOUBTFUL else 1.0)

        best = max(children.get(here, ()), key=weight, default=None)
        if best is None or best.tag in _TEXT_TAGS or weight(best) < _MOST_PROSE * inside[here]:
            return here
        here = best
    return here
