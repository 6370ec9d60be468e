"""What every block of a page shows by itself and by its place, computed once: the facts that features are made of.

Nothing is decided here. A fact is a number or a word; what it counts for stands in `weigh.weights`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.arabic.words import content_of, core
from newscli.arabic.words import words as count_words
from newscli.dates.stamp import Stamp, read_stamp
from newscli.model import Kind
from newscli.notices.template_text import Category, recognise
from newscli.segment.page import Fragment, Page
from newscli.weigh.line import FOLDED_WHOLE, SAMPLE, Line, lines_of
from newscli.weigh.pictures import in_place_of_pictures, repeats_picture
from newscli.weigh.places import NOWHERE, PARAGRAPH_WORDS, Place, places
from newscli.weigh.run import needed
from newscli.weigh.stated import StatedTitles

FULL_PARAGRAPH = 60  # words from which a paragraph counts in full
_NEAR = 4  # blocks on each side that make a block's surroundings
_LINKED = 0.3  # share of a sentence in links from which it is none of running text
_UNENDED = 0.4  # what a block counts as prose that ends no sentence
_TELLING = 12  # densest paragraphs, whose words are the story's
_SOLID = 0.2  # prose from which a block counts as a paragraph: 12 words that end as a sentence, or 30 that don't
_TEMPLATE = 0.2  # the share of template lines from which a plain text is the dump of a page
_MENU = 2  # spaces of indent that text browsers give to list items
_LONGEST_INFO, _SECTION_WORDS = 100, 3  # characters of a line with section and date; words of a section's name
_LONGEST_LABEL, _LONGEST_TAGS = 25, 250  # characters of a label of tags, and of the line that it opens
_TOPIC = "الموضوع"  # behind which the name of a section stands
_TOLD = 12  # first paragraphs that say where a story happens
_REPEATED = 25  # characters: shorter lines may stand twice on a page

_SET_APART = (Kind.HEADING, Kind.VERSE)
_DOTS = frozenset(".…=")
_CLEAN = 0.5  # how free of template text such a text is
# What a line shows by itself and is asked of all blocks at once, by the same name.
_SHOWN = ("words", "folded", "content", "ended", "stopped", "goes_on", "function", "category", "notice", "excerpt")
_OF_LEVEL = {1: 0.6, 2: 0.3, 3: 0.1}  # how much a heading of that level is the headline by its markup


class Observed(Struct, frozen=True):
    """The facts about each block of a page, a sequence each, in page order."""

    page: Page
    fragments: tuple[Fragment, ...]  # the blocks of the page
    lines: list[Line]
    stated: StatedTitles
    words: list[int]
    linked: list[float]  # the share of its text that is inside links
    folded: list[str]  # of long blocks the head alone
    content: list[frozenset[str]]  # its content words, of long blocks those of the head
    ended: list[bool]  # ends as a sentence or a quotation does
    stopped: list[bool]  # ends in a full stop or its like
    sentence: list[bool]  # ends in a full stop, and hardly any of it is linked
    need: list[float]  # log-odds from which it lengthens a story
    goes_on: list[bool]  # opens with «و» as the sentences of a story do
    function: list[float]  # how many of its words are function words, 1 from a third on
    category: list[Category | None]  # of template text
    stamps: list[Stamp | None]
    caption: list[bool]
    notice: list[float]  # how surely it says who answers for the text, 0 to 1
    excerpt: list[bool]  # ends as the excerpt of another story
    repeated: list[bool]  # was printed before
    places: list[Place]
    inside: list[bool]  # lies in the element that holds most of the page's prose, or in a text cut out of its page
    prose: list[float]  # how much like a paragraph of a story, 0 to 1
    density: list[float]  # the mean prose of the blocks around
    kin: list[float]  # share of the page's prose that the other blocks of its grandparent hold
    echo: list[float]  # share of its words that the densest paragraphs have too
    densest: int  # the block around which most prose stands
    heading: int | None  # the likeliest headline by markup and by what the page states
    clean: float  # how free of template text a plain text is, 0 to 1; 0 for HTML

    @property
    def is_clean_text(self) -> bool:
        """Whether this is a plain text that somebody has cut out of its page: no dump, no HTML."""
        return self.clean >= _CLEAN

    def told(self, title: int | None, body: Sequence[int]) -> Iterator[str]:
        """The folded headline and first paragraphs of a story."""
        return (self.folded[index] for index in (*([] if title is None else [title]), *body[:_TOLD]))

    def is_long(self, index: int) -> bool:
        """Whether a block is as long as prose is; menus and labels are shorter."""
        return self.words[index] >= PARAGRAPH_WORDS

    def is_paragraph(self, index: int) -> bool:
        """Whether a block is long and ends as a paragraph does."""
        return self.stopped[index] and self.is_long(index)

    def folded_whole(self, index: int) -> str:
        """All of a block folded."""
        text = self.fragments[index].text
        return self.folded[index] if len(text) <= FOLDED_WHOLE else fold(text)

    def is_known(self, index: int) -> bool:
        """Whether it is known what a block is by its words alone: template text or a time stamp."""
        return self.category[index] is not None or self.stamps[index] is not None

    def named(self, index: int, *names: str) -> float:
        """How far a block lies in furniture of some names."""
        around = self.places[index].furniture
        return max(around.get(name, 0.0) for name in names)

    def core(self, index: int) -> str:
        """A block folded, without punctuation at its ends."""
        text = self.fragments[index].text
        return self.lines[index].core if len(text) <= FOLDED_WHOLE else core(text)

    def content_to(self, index: int, most: int) -> frozenset[str]:
        """The content words of the first `most` characters of a block."""
        short = len(self.fragments[index].text) <= SAMPLE
        return self.content[index] if short else content_of(self.beginning(index, most))

    def beginning(self, index: int, most: int) -> str:
        """The first `most` characters of a block folded."""
        return self.lines[index].head(most)


def observe(page: Page) -> Observed:
    """The facts about every block of a page. Linear in the length of the page."""
    fragments = page.fragments
    lines = lines_of([fragment.text for fragment in fragments])
    shown = {name: list(map(attrgetter(name), lines)) for name in _SHOWN}
    pairs = list(zip(lines, fragments, strict=True))
    shown["category"] = [line.category or _label_before_links(each) for line, each in pairs]
    linked = [fragment.link_share for _, fragment in pairs]
    prose = [
        min(line.words, FULL_PARAGRAPH) / FULL_PARAGRAPH * (1.0 - share) * (1.0 if line.ended else _UNENDED)
        for line, share in zip(lines, linked, strict=True)
    ]
    density = _density(prose)
    story_words = _story_words(shown["content"], prose, density)
    stated = StatedTitles(page.metadata)
    sentence = [line.stopped and share < _LINKED for line, share in zip(lines, linked, strict=True)]
    where = places(fragments, shown["words"]) if page.html else [NOWHERE] * len(lines)
    shown_instead = in_place_of_pictures(lines, fragments)
    clean = 0.0 if page.html else _clean(fragments, shown["category"], shown["stopped"])
    return Observed(
        page=page,
        fragments=fragments,
        lines=lines,
        stated=stated,
        **shown,
        linked=linked,
        sentence=sentence,
        need=[
            needed(line.words, sentence=ends or _reads_on(line, each), set_apart=each.kind in _SET_APART)
            for (line, each), ends in zip(pairs, sentence, strict=True)
        ],
        stamps=[line.stamp or _stamp_behind_link(each) for line, each in pairs],
        caption=[
            line.caption or index in shown_instead or repeats_picture(each) for index, (line, each) in enumerate(pairs)
        ],
        repeated=_printed_before(shown["folded"]),
        places=where,
        inside=[place.distance == 0 if page.html else clean >= _CLEAN for place in where],
        prose=prose,
        density=density,
        kin=_kinship(fragments, prose),
        echo=[_echo(line.content, story_words) for line in lines],
        densest=max(range(len(lines)), key=lambda i: density[i] + prose[i], default=0),
        heading=_heading(fragments, lines, stated) if page.html else None,
        clean=clean,
    )


def _reads_on(line: Line, fragment: Fragment) -> bool:
    """Whether a line without a full stop is one of running text: «وقد شكر ...», «يا أبناء شعبنا،»."""
    return line.goes_on or fragment.text.endswith((",", "،"))


def _clean(fragments: Sequence[Fragment], category: Sequence[Category | None], stopped: Sequence[bool]) -> float:
    """Dumps of pages have a template's line in three; a text that somebody has cut out of one has hardly any."""
    numbers = [0, *(fragment.line for fragment in fragments)]
    lines = zip(fragments, numbers, category, stopped, strict=False)
    furniture = sum(
        is_furniture(each, f) or (not ends and (f.indent > _MENU or f.line == above)) for f, above, each, ends in lines
    )
    return max(0.0, 1.0 - furniture / (_TEMPLATE * len(fragments))) if fragments else 0.0


def is_furniture(category: Category | None, line: Fragment) -> bool:
    """Whether a line is a template's: it is the writers who set dots below their lines."""
    return category is not None and not _DOTS.issuperset(line.text)


def _stamp_behind_link(fragment: Fragment) -> Stamp | None:
    """The stamp behind a section's linked name: «<a>رياضات مختلفة</a> 12 جويلية 2022 10:38»."""
    if len(fragment.links) != 1 or len(fragment.text) > _LONGEST_INFO:
        return None
    name, rest = fragment.links[0].text, fragment.text.removeprefix(fragment.links[0].text)
    if not 0 < len(rest) < len(fragment.text) or count_words(name) > _SECTION_WORDS:
        return None
    return read_stamp(rest, fold(rest))


def _label_before_links(fragment: Fragment) -> Category | None:
    """That of tags or other stories whose label stands before links without a colon: «كلمات دالة <a>ميناء</a>»."""
    if not fragment.links or len(fragment.text) > _LONGEST_TAGS:
        return None
    label = fragment.text.partition(fragment.links[0].text)[0].strip()
    if not 0 < len(label) <= _LONGEST_LABEL or core(label) == _TOPIC:
        return None
    category = recognise(label, fold(label))
    return Category.TAGS if category is Category.TAGS_LABEL else category if category is Category.RELATED else None


def _printed_before(folded: Sequence[str]) -> list[bool]:
    """For each line that is long enough not to come twice by chance, whether it stands farther up as well."""
    seen: set[str] = set()
    found = []
    for text in folded:
        found.append(len(text) >= _REPEATED and text in seen)
        seen.add(text)
    return found


def _density(prose: Sequence[float]) -> list[float]:
    """The mean prose of the blocks around each, itself left out; nearer ones count more."""
    size = len(prose)
    weights = [(step, 1.0 / (1 + step)) for step in range(1, _NEAR + 1)]
    total = 2.0 * sum(weight for _, weight in weights)
    found = [0.0] * (_NEAR + size + _NEAR)  # with room beyond both ends
    for index, amount in enumerate(prose, _NEAR):
        if amount:
            for step, weight in weights:
                share = weight * amount / total
                found[index - step] += share
                found[index + step] += share
    return found[_NEAR : _NEAR + size]


def _story_words(content: Sequence[frozenset[str]], prose: Sequence[float], density: Sequence[float]) -> frozenset[str]:
    """The content words of the densest paragraphs."""
    order = sorted(range(len(content)), key=lambda i: -(prose[i] * (_SOLID + density[i])))[:_TELLING]
    return frozenset().union(*(content[i] for i in order if prose[i] > _SOLID / 2))


def _echo(mine: frozenset[str], story: frozenset[str]) -> float:
    """The share of a block's content words that the story has too."""
    return len(mine & story) / len(mine) if len(mine) >= 2 else 0.0


def _kinship(fragments: Sequence[Fragment], prose: Sequence[float]) -> list[float]:
    """For each block the share of the page's prose in other blocks of its grandparent: paragraphs may be wrapped."""
    total = sum(prose) or 1.0
    held: defaultdict[Hashable, float] = defaultdict(float)
    keys: list[Hashable] = []
    for fragment, amount in zip(fragments, prose, strict=True):
        parent = fragment.parent
        key = parent.parent if parent is not None else None
        keys.append(key)
        if key is not None:
            held[key] += amount
    return [max(0.0, held[k] - amount) / total if k is not None else 0.0 for k, amount in zip(keys, prose, strict=True)]


def _heading(fragments: Sequence[Fragment], lines: Sequence[Line], stated: StatedTitles) -> int | None:
    """The line that markup and stated titles make the likeliest headline, if one is likely enough."""
    best, found = 0.5, None
    for index, (fragment, line) in enumerate(zip(fragments, lines, strict=True)):
        if 2 <= line.words <= 40 and len(fragment.text) < 300:
            score = stated.agreement_of(line.core) + _OF_LEVEL.get(fragment.level, 0.0)
            if score > best:
                best, found = score, index
    return found
