"""Blocks of a second story on the same page: endless scroll puts the next one below, in a part of the same make.

The parts that hold the headline are compared with those beside them. One of the same tag and the same names that opens
with a heading of its own, where the headline's part holds a story too, is another story's. Where no part tells, as in
texts, a headline with its date or writer below a line that ends a story does, or one below its tags or source, if
paragraphs behind take it up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from newscli.credits.credit_line import SURE
from newscli.credits.line import read_credit
from newscli.lexicon.openings import goes_on
from newscli.lexicon.source_labels import Label
from newscli.notices.sections import is_section
from newscli.notices.template_text import OFFERS, Category
from newscli.segment.page import Element, Fragment, Zone, lies_in, upwards
from newscli.weigh.endings import is_dated
from newscli.weigh.observe import Observed
from newscli.weigh.run import blocks_in

Rivals = tuple[Element, Element]
_SURE = 0.45  # of a dateline that files a second story
_HEADLINE = 4  # words from which a heading is a headline rather than a label
_LONGEST = 25  # words of a headline
_HEAD = 3  # lines between a headline and its story
_OPENING, _ECHO = 2, 1 / 3  # paragraphs that take a headline up; share of its words in them
# Lines behind which another story may begin: in plain text, and on pages, where entries of a report end in buttons too.
_ENDING = frozenset((Category.PUNCTUATION, Category.SHARE, Category.READ_ALSO, Category.RELATED, Category.NAVIGATION))
_PARTING = frozenset((Category.PUNCTUATION, Category.NAVIGATION))
_NEXT = ("التالي", "next")  # of labels: «الخبر التالي»
_TAGS = frozenset((Category.TAGS, Category.TAGS_LABEL))
_FOOT = 2  # lines of a story's tags, and their label
_STORY = 25  # words of story in the headline's part, from which it needs no other part for its story


def second_story(observed: Observed, mass: Sequence[float], title: int | None) -> list[bool]:
    """For each block whether it lies in a second story's part. `mass` are the blocks' words times their chance.

    The blocks of a part follow each other on the page.
    """
    fragments = observed.fragments
    found = [False] * len(fragments)
    if title is None:
        return found
    own = list(upwards(fragments[title].element))
    steps: dict[Element | None, int] = {element: step for step, element in enumerate(own)}
    holds: dict[Element, bool] = {}  # whether a part around the headline holds a story
    for index, fragment in enumerate(fragments):
        if not fragment.level or found[index]:
            continue
        rivals = _rivals(fragment.element, own, steps)
        if rivals is None:
            continue
        other, like = rivals
        above = _above(observed, index)
        if above >= 0 and lies_in(fragments[above].element, other):
            continue
        if like not in holds:
            own_blocks = blocks_in(like, fragments, title)
            holds[like] = sum(mass[own_blocks.start : own_blocks.stop]) >= _STORY
        if holds[like]:
            blocks = blocks_in(other, fragments, index)
            found[blocks.start : blocks.stop] = [True] * len(blocks)
    return found


def second_text(observed: Observed, mass: Sequence[float], title: int | None) -> list[bool]:
    """For each line whether it stands below a line that ends the headline's story, where another one's head follows.

    That is a line of stars or dashes, a button or a label such as read also, or on a page the beginning of a part, then
    a headline, and its date, its dateline or its writer. `mass` as above.
    """
    size = len(observed.words)
    start = title + 1 if title is not None else 0
    first = next((i for i in _heads(observed, start) if sum(mass[start:i]) >= _STORY), size)
    return [i >= first for i in range(size)]


def _heads(observed: Observed, start: int) -> Iterator[int]:
    """The headlines of stories below lines that end one, or at the beginning of a part, from a block on."""
    ends = _PARTING if observed.page.html else _ENDING
    below = range(max(1, start), len(observed.words))
    heads = (i for i in below if observed.category[_above(observed, i)] in ends or _opens_part(observed, i, start - 1))
    return (i for i in heads if _heads_story(observed, i))


def _above(observed: Observed, index: int) -> int:
    """The block above a headline, the name of its section between left out on a page; -1 where there is none."""
    above = index - 1
    named = observed.page.html and above > 0 and is_section(observed.fragments[above].text)
    return above - named


def _opens_part(observed: Observed, index: int, title: int) -> bool:
    """Whether a heading is the first block of a part of the page that does not hold the headline."""
    fragments, part = observed.fragments, _part(observed.fragments[index])
    if part is None or lies_in(fragments[_above(observed, index)].element, part):
        return False
    return title < 0 or not lies_in(fragments[title].element, part)


def _heads_story(observed: Observed, index: int) -> bool:
    """Whether a line is a headline with a date, a dateline or its writer below, and prose behind that takes it up."""
    if observed.ended[index] or not _HEADLINE <= observed.words[index] <= _LONGEST:
        return False
    below = range(index + 1, min(len(observed.words), index + _HEAD + 2))
    head = list(takewhile(lambda i: not observed.is_long(i), below))
    behind = index + len(head) + 1
    if len(head) > _HEAD or not _shares_part(observed.fragments, index, behind):
        return False
    told = _is_announced(observed, index) or any(_is_of_head(observed, i) for i in head)
    return (told or _is_over(observed, index - 1, behind)) and _takes_up(observed, behind, index)


def _is_announced(observed: Observed, index: int) -> bool:
    """Whether a heading stands below a label such as «الخبر التالي»."""
    above = _above(observed, index)
    labelled = observed.fragments[index].level > 0 and observed.category[above] is Category.NAVIGATION
    return labelled and any(map(observed.folded[above].__contains__, _NEXT))


def _is_over(observed: Observed, label: int, behind: int) -> bool:
    """Whether a label such as read also stands right below the story's tags or its source line: the story is told.

    It is not where the paragraph behind goes on with «و».
    """
    if observed.category[label] not in OFFERS or any(goes_on(f.text) for f in observed.fragments[behind : behind + 1]):
        return False
    above = observed.category[max(0, label - _FOOT) : label]
    return not _TAGS.isdisjoint(above) or (label > 0 and _names_source(observed.fragments[label - 1].text))


def _names_source(text: str) -> bool:
    """Whether a line says where the story comes from: «المصدر: X»."""
    return any(party.label is Label.SOURCE for party in read_credit(text).parties)


def _shares_part(fragments: Sequence[Fragment], heading: int, paragraph: int) -> bool:
    """Whether a heading's part of the page holds a paragraph too: a box in a story has its heading alone."""
    part = _part(fragments[heading])
    return part is None or (paragraph < len(fragments) and lies_in(fragments[paragraph].element, part))


def _part(heading: Fragment) -> Element | None:
    """The part of the page that a heading opens, around its `header`; None for a block that is no heading."""
    part = heading.parent if heading.level else None
    return part.parent if part is not None and part.tag == "header" else part


def _takes_up(observed: Observed, first: int, headline: int) -> bool:
    """Whether the paragraphs from one on tell what a headline says: a box in a story has its headline alone."""
    wanted = observed.content[headline]
    told = frozenset().union(*observed.content[first : first + _OPENING])
    return len(wanted & told) >= _ECHO * len(wanted)


def _is_of_head(observed: Observed, index: int) -> bool:
    """Whether a line is a day or an age, or surely credits somebody."""
    line = read_credit(observed.fragments[index].text)
    return is_dated(observed.stamps[index]) or line.person >= SURE or line.filed >= _SURE


def next_headline(observed: Observed, title: int | None, last: int) -> int:
    """The first block below a story that heads another one, by its head or its level; if none, the number of blocks."""
    fragments = observed.fragments
    level = fragments[title].level if title is not None else 0
    below = range(last + 1, len(fragments))
    high = (i for i in below if 0 < fragments[i].level <= level and observed.words[i] >= _HEADLINE)
    return min(next(_heads(observed, last + 1), len(fragments)), next(high, len(fragments)))


def _rivals(element: Element | None, own: Sequence[Element], steps: Mapping[Element | None, int]) -> Rivals | None:
    """A part around a heading and one around the headline, beside each other and of one make, if there are such.

    Such are siblings, or two that are both articles by their names. `own` are the parts around the headline, from the
    innermost on, `steps` the place of each among them.
    """
    apart = []
    while element is not None and element not in steps:
        apart.append(element)
        element = element.parent
    met = steps.get(element, 0)  # the first part that holds both headline and heading
    if not met or not apart:
        return None
    outer, beside = apart[-1], own[met - 1]
    if _alike(outer, beside):
        return outer, beside
    articles = [each for each in apart if each.own & Zone.ARTICLE]
    pairs = ((other, inner) for inner in reversed(own[:met]) for other in articles)
    return next((pair for pair in pairs if _alike(*pair)), None)


def _alike(one: Element, other: Element) -> bool:
    return one.tag == other.tag and one.own == other.own
