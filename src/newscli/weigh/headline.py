"""Which line is the headline: every short line is a candidate, and what speaks for and against it adds up.

The same features for HTML, text and dumps: what the markup and the page's statements say is simply absent in text.
"""

from __future__ import annotations

import re
from itertools import takewhile
from math import log

from newscli.arabic.words import core
from newscli.credits.credit_line import EMPTY, SURE
from newscli.credits.told import headline_author
from newscli.lexicon import outlets
from newscli.lexicon.box_words import GREETS
from newscli.lexicon.openings import seldom_opens
from newscli.notices.sections import heads_section
from newscli.notices.template_text import OFFERS
from newscli.regex import regex
from newscli.segment.page import Zone
from newscli.weigh.candidates import HEAD, LENGTHS, LONG, SAMPLE, Candidates, is_item
from newscli.weigh.endings import contents_at
from newscli.weigh.evidence import AGAINST, FOR, Column, Feature, Table, each
from newscli.weigh.observe import Observed
from newscli.weigh.stated import EXACT
from newscli.weigh.text_head import HEAD_FEATURES

_NONE: frozenset[str] = frozenset()
_ECHO_WORDS = 6  # words of a headline from which its echo counts in full
_WAY = 6  # words of a way to the page, or of the names of site and section, beside a copy of the headline
_NEAR = 60  # blocks above the story in which copies of a headline are looked for
_SPEAKS_TO = regex(r"^(?:[^:]*\s)?ل\s?ـ*\s?[«\"“”(][^«»\"“”()]{2,30}[»\"“”)]\s*:?$")  # «NAME لـ «PAPER»» of interviews
_ASKED = regex(r"\W{0,3}[سج]\s?(?:\d{1,2}\s?[.:/)-]|:)")  # of an interview: «س1. متى بدأ العمل؟», «ج: بدأ»
# What the site's own name leads to: «/», «https://example.org/ar/», «index.php».
_FRONT_PAGE = regex(r"(?:https?://[^/?#\s]+)?(?:/|\b)(?:ar/?|(?:index|default|home)(?:\.\w{3,5})?)?", re.IGNORECASE)
_STOPS = frozenset(".،؛")
_SAID = 4  # words of a line at the least that the story says word by word
_REPEATED = 3  # words of a line at the least whose copies tell something
_DECK = 3  # blocks at most from a headline to its deck: a date, a credit or a picture between them
# How well a number of words is that of a headline above its deck: kickers are shorter.
_DECKED = {4: 0.25, 5: 0.5, 6: 0.75} | dict.fromkeys(range(7, 21), 1.0)
_TAKEN_UP = 0.5  # share of a line's words in the story from which it counts in full as the headline above a deck
_PARTS = ("footer", "sidebar", "comments", "related", "share", "advert", "form", "hidden", "bio")


def _agreement(c: Candidates, index: int) -> float:
    return c.observed.stated.agreement_of(c.observed.lines[index].core)


def _level(c: Candidates, level: int) -> Column:
    return [fragment.level == level for fragment in c.fragments]


def _only_main(c: Candidates) -> Column:
    """Whether a line is the one heading of the first level."""
    alone = sum(f.level == 1 for f in c.observed.fragments) == 1
    return _level(c, 1) if alone else [0.0] * len(c.indices)


def _echo(c: Candidates) -> Column:
    """The share of a line's content words that the story's first paragraphs have too, less for lines of few words.

    A copy of the line tells nothing.
    """
    found, paragraphs = [], list(c.story.values())
    story = _NONE.union(*paragraphs)
    for index in c.indices:
        mine = c.observed.content[index]
        told = _NONE.union(*(words for words in paragraphs if words != mine)) if mine in paragraphs else story
        full = min(len(mine), _ECHO_WORDS) / _ECHO_WORDS
        found.append(full * len(mine & told) / len(mine) if len(mine) >= 2 else 0.0)
    return found


def _below_paragraph(c: Candidates, index: int) -> bool:
    """Whether a paragraph stands right above a line."""
    return index > 0 and c.observed.words[index - 1] >= LONG and c.observed.stopped[index - 1]


def _twice(c: Candidates) -> Column:
    """Whether a line stands near the story more than once, alone or in a line that is little more."""
    near = range(max(0, c.start - _NEAR), min(len(c.observed.words), c.start + HEAD + 1))
    text, parts = "\n".join(c.observed.folded[near.start : near.stop]), _contents(c.observed)
    return [
        i in near and c.observed.linked[i] < 0.5 and c.observed.folded[i] not in parts and _again(c, i, near, text)
        for i in c.indices
    ]


def _contents(o: Observed) -> set[str]:
    """The folded entries of the page's table of contents, which name the story's parts."""
    entries = takewhile(lambda i: is_item(o.fragments[i]), range(contents_at(o) + 1, len(o.words)))
    return {o.folded[i] for i in entries}


def _again(c: Candidates, index: int, near: range, text: str) -> bool:
    """Whether a line stands on the page again, or another line near by holds it; `text` is the text of all these.

    A whole sentence that comes again is the story's first, above it as its excerpt.
    """
    mine = c.observed.folded[index]
    if c.observed.words[index] < _REPEATED or c.observed.is_paragraph(index):
        return False
    held = text.count(mine) > 1 and any(i != index and _holds(c.observed, i, index) for i in near)
    return held or c.counts[mine] > 1


def _holds(observed: Observed, line: int, headline: int) -> bool:
    """Whether a line is little more than a headline: a copy of it, alone or behind the way to the page."""
    short = observed.words[line] <= 2 * observed.words[headline] + _WAY
    return short and observed.folded[headline] in observed.folded[line]


_SECOND_SENTENCE = regex(r"[^\W\d]{3}[»”\")]?\. +[^\W\d]")  # no initial, no number, none of several dots


def _full_stop(c: Candidates) -> Column:
    texts = [fragment.text.rstrip() for fragment in c.fragments]
    return [text[-1:] in _STOPS and text[-2:] != ".." for text in texts]


def _two_sentences(c: Candidates) -> Column:
    return [". " in f.text and _SECOND_SENTENCE.search(f.text[:SAMPLE]) is not None for f in c.fragments]


def _speaker(c: Candidates) -> Column:
    return [_SPEAKS_TO.search(f.text[:SAMPLE]) is not None for f in c.fragments]


def _credits(c: Candidates, index: int) -> float:
    """How surely a line credits somebody and is no headline that names its writer: «NAME يكتب: ...»."""
    if c.observed.stamps[index]:  # which is evidence by itself
        return 0.0
    line = c.credit(index)
    names_writer = line.person and headline_author(c.observed.fragments[index].text)[1]
    return max(0.0 if names_writer else line.person, float(bool(line.parties)), line.filed)


def _caption(c: Candidates, index: int) -> bool:
    return c.observed.caption[index] or c.observed.named(index, "caption") > 0


def _names_section(c: Candidates, index: int) -> bool:
    """Whether a line is the name of a section or an outlet, known or stated by the page."""
    metadata, text = c.observed.page.metadata, c.observed.fragments[index].text
    stated = {core(metadata.section or ""), *map(core, metadata.site_names)} - {""}
    return heads_section(text) or outlets.is_outlet(text, c.observed.folded[index]) or c.observed.core(index) in stated


def _crowns(c: Candidates, index: int) -> bool:
    """Whether a date or a credit stands one or two lines below."""
    return any(c.observed.stamps[index + 1 : index + 3]) or _is_credit(c, index + 1) or _is_credit(c, index + 2)


def _is_credit(c: Candidates, index: int) -> bool:
    """Whether a line credits somebody beyond doubt."""
    line = c.credit(index) if index <= c.start else EMPTY
    return line.role_word or line.person >= SURE or line.dateline is not None


def _below_headline(c: Candidates, index: int) -> float:
    """How well a line above, dates and credits between apart, is the headline whose deck or caption a line is."""
    o, near = c.observed, range(index - 1, max(-1, index - 1 - _DECK), -1)
    # What holds the line whole is no headline above its deck, but a copy: «ثقافي / HEADLINE» above «HEADLINE».
    above = {i: _above_deck(o, i) for i in near if o.folded[index] not in o.folded[i]}
    if not any(above.values()):  # then it does not matter which of them credits somebody
        return 0.0
    return next((share for i, share in above.items() if not (o.is_known(i) or _is_credit(c, i))), 0.0)


def _above_deck(o: Observed, index: int) -> float:
    """How well a line is a headline above its deck; no sentence, link, caption, entry of a list or kicker is one."""
    line = o.fragments[index]
    if o.stopped[index] or o.linked[index] or o.caption[index] or is_item(line):
        return 0.0
    if seldom_opens(line.text, o.folded[index]) or _SPEAKS_TO.search(line.text[:SAMPLE]) is not None:
        return 0.0
    return _DECKED.get(o.words[index], 0.0) * min(1.0, o.echo[index] / _TAKEN_UP)


def _quoted(c: Candidates) -> Column:
    """Whether the story's first paragraphs hold a line word by word."""
    told, o = "\n".join(c.observed.beginning(i, SAMPLE) for i in c.story), c.observed
    return [i not in c.story and o.words[i] >= _SAID and o.folded[i] in told for i in c.indices]


def _leads_to_front(c: Candidates, index: int) -> bool:
    """Whether a line is a link to the site's front page, as its name at the head of each page is."""
    links = c.observed.fragments[index].links
    return len(links) == 1 and c.observed.linked[index] == 1 and _FRONT_PAGE.fullmatch(links[0].url) is not None


def _greets_or_asks(c: Candidates, index: int) -> bool:
    folded = c.observed.folded[index]
    return GREETS.match(folded) is not None or _ASKED.match(folded) is not None


def _deck(c: Candidates, index: int) -> bool:
    return bool(c.observed.places[index].zones & (Zone.SUBTITLE | Zone.KICKER))


def _listed(c: Candidates) -> Column:
    """Whether a label of other stories stands anywhere above a line."""
    labels = (i for i, each in enumerate(c.observed.category) if each in OFFERS)
    first = next(labels, len(c.observed.words))
    return [i > first for i in c.indices]


TITLE: Table[Candidates] = Table(
    each("is what the page states as its headline", FOR, _agreement, markup=True),
    each("is exactly what the page states as its headline", FOR, lambda c, i: _agreement(c, i) >= EXACT, markup=True),
    Feature("is a main heading", FOR, lambda c: _level(c, 1), markup=True),
    Feature("is the page's only main heading", FOR, _only_main, markup=True),
    Feature("is a heading of the second level", FOR, lambda c: _level(c, 2), markup=True),
    each("is named headline by the template", FOR, lambda c, i: c.observed.named(i, "title") > 0.5, markup=True),
    Feature("the story takes it up", FOR, _echo),
    # 0 right above it, 1 at 63 blocks and more between.
    each("stands far above the story", AGAINST, lambda c, i: min(1.0, log(1 + max(0, c.start - i - 1)) / log(64))),
    each("stands inside the story", AGAINST, lambda c, i: min(1.0, max(0, i - c.start) / 3)),
    each("stands deep inside the story", AGAINST, lambda c, i: max(0.0, (i - c.start) / max(1, c.last - c.start))),
    *HEAD_FEATURES,
    each("a paragraph stands above it", AGAINST, _below_paragraph),
    Feature("stands elsewhere on the page too", FOR, _twice),
    each("has the length of a headline", FOR, lambda c, i: LENGTHS.get(c.observed.words[i], 0.0)),
    each("is longer than headlines are", AGAINST, lambda c, i: min(1.0, max(0, c.observed.words[i] - 16) / 16)),
    each("is one word", AGAINST, lambda c, i: c.observed.words[i] == 1),
    Feature("ends in a full stop", AGAINST, _full_stop),
    Feature("a full stop stands in its midst", AGAINST, _two_sentences),
    Feature("ends in a colon", AGAINST, lambda c: [f.text.rstrip().endswith(":") for f in c.fragments]),
    Feature("says to which paper somebody speaks, and no more", AGAINST, _speaker, wording=True, late=True),
    each("is template text", AGAINST, lambda c, i: bool(c.observed.category[i])),
    each("greets its readers, or numbers a question", AGAINST, _greets_or_asks, late=True),
    each("links to the site's front page", AGAINST, _leads_to_front, markup=True),
    each("is a time stamp", AGAINST, lambda c, i: bool(c.observed.stamps[i])),
    each("credits somebody", AGAINST, _credits, dear=True),
    each("is a caption or picture credit", AGAINST, _caption),
    each("is the name of a section or an outlet", AGAINST, _names_section, dear=True),
    each("a date or a credit stands right below", FOR, _crowns, dear=True),
    each("a line that may be the headline stands right above", AGAINST, _below_headline, late=True),
    Feature("the story says it word by word", AGAINST, _quoted),
    each("lies in what the template names furniture", AGAINST, lambda c, i: c.observed.named(i, *_PARTS), markup=True),
    each("lies in what the template names deck or kicker", AGAINST, _deck, markup=True),
    Feature("a label such as related stories stands above it", AGAINST, _listed),
    Feature("is a list item", AGAINST, lambda c: list(map(is_item, c.fragments))),
    Feature("stands apart from the line above", FOR, lambda c: [bool(f.gap) for f in c.fragments]),
    marked=lambda c: c.observed.page.has_markup,
)
