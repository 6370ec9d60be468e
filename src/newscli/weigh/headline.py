"""Which line is the headline: every short line is a candidate, and what speaks for and against it adds up.

The same features for HTML, text and dumps: what the markup and the page's statements say is simply absent in text.
"""

from __future__ import annotations

from math import log

from newscli.arabic.words import core
from newscli.credits.byline import headline_author
from newscli.credits.credit_line import EMPTY, SURE, CreditLine
from newscli.lexicon import outlets
from newscli.lexicon.box_words import GREETS
from newscli.model import Kind
from newscli.notices.template_text import Category, is_section
from newscli.regex import regex
from newscli.segment.fragment import Zone
from newscli.weigh.candidates import HEAD, LONG, SAMPLE, Candidates
from newscli.weigh.evidence import AGAINST, FOR, Column, Table
from newscli.weigh.observe import Observed
from newscli.weigh.stated import EXACT
from newscli.weigh.text_head import HEAD_FEATURES

_ECHO_WORDS = 6  # words of a headline from which its echo counts in full
_WAY = 6  # words of a way to the page, or of the names of site and section, beside a copy of the headline
_NEAR = 60  # blocks above the story in which copies of a headline are looked for
_BULLETS = ("- ", "– ", "• ", "* ", "ـ ", "▪ ", "● ")
_SPEAKS_TO = regex(r"(?:^|\s)ل\s?ـ*\s?[«\"“”(][^«»\"“”()]{2,30}[»\"“”)]\s*:?$")  # «NAME لـ «PAPER»» of interviews
_STOPS = frozenset(".،؛")
_SAID = 4  # words of a line at the least that the story says word by word
_FURNITURE = ("footer", "sidebar", "comments", "related", "share", "advert", "form", "hidden", "bio")
_LISTING = frozenset((Category.RELATED, Category.READ_ALSO))


TITLE: Table[Candidates] = Table(lambda c: c.observed.page.has_markup)


@TITLE.add("is what the page states as its headline", FOR, markup=True)
def agreement(c: Candidates) -> Column:
    return [c.observed.stated.agreement_of(c.observed.lines[i].core) for i in c.indices]


@TITLE.add("is exactly what the page states as its headline", FOR, markup=True)
def exact(c: Candidates) -> Column:
    return [value >= EXACT for value in agreement(c)]


def _level(c: Candidates, level: int) -> Column:
    return [fragment.level == level for fragment in c.fragments]


@TITLE.add("is a main heading", FOR, markup=True)
def first_level(c: Candidates) -> Column:
    return _level(c, 1)


@TITLE.add("is the page's only main heading", FOR, markup=True)
def only_main(c: Candidates) -> Column:
    alone = sum(f.level == 1 for f in c.observed.fragments) == 1
    return _level(c, 1) if alone else [0.0] * len(c.indices)


@TITLE.add("is a heading of the second level", FOR, markup=True)
def second_level(c: Candidates) -> Column:
    return _level(c, 2)


@TITLE.add("is named headline by the template", FOR, markup=True)
def named(c: Candidates) -> Column:
    return [c.observed.places[i].furniture.get("title", 0.0) > 0.5 for i in c.indices]


@TITLE.add("the story takes it up", FOR)
def echo(c: Candidates) -> Column:
    found, story = [], _told_by(c.story)
    for index in c.indices:
        mine = c.observed.content[index]
        told = _told_by({i: words for i, words in c.story.items() if i != index}) if index in c.story else story
        full = min(len(mine), _ECHO_WORDS) / _ECHO_WORDS
        found.append(full * len(mine & told) / len(mine) if len(mine) >= 2 else 0.0)
    return found


def _told_by(paragraphs: dict[int, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*paragraphs.values())


@TITLE.add("stands far above the story", AGAINST)
def gap(c: Candidates) -> Column:
    return [min(1.0, log(1 + max(0, c.start - i - 1)) / log(64)) for i in c.indices]


@TITLE.add("stands inside the story", AGAINST)
def inside(c: Candidates) -> Column:
    return [min(1.0, max(0, i - c.start) / 3) for i in c.indices]


@TITLE.add("stands deep inside the story", AGAINST)
def deep(c: Candidates) -> Column:
    size = max(1, c.last - c.start)
    return [max(0.0, (i - c.start) / size) for i in c.indices]


TITLE.features.extend(HEAD_FEATURES)


@TITLE.add("a paragraph stands above it", AGAINST)
def below_paragraph(c: Candidates) -> Column:
    prose = [count >= LONG and end for count, end in zip(c.observed.words, c.observed.stopped, strict=True)]
    return [bool(i and prose[i - 1]) for i in c.indices]


@TITLE.add("stands elsewhere on the page too", FOR)
def twice(c: Candidates) -> Column:
    near = range(max(0, c.start - _NEAR), min(len(c.observed.words), c.start + HEAD + 1))
    text = "\n".join(c.observed.folded[near.start : near.stop])
    return [i in near and c.observed.linked[i] < 0.5 and _again(c, i, near, text) for i in c.indices]


def _again(c: Candidates, index: int, near: range, text: str) -> bool:
    """Whether a line stands on the page again, or another line near by holds it; `text` is the text of all these."""
    mine = c.observed.folded[index]
    if c.observed.words[index] < 4:
        return False
    if c.counts[mine] > 1:
        return True
    return text.count(mine) > 1 and any(i != index and _holds(c.observed, i, index) for i in near)


def _holds(observed: Observed, line: int, headline: int) -> bool:
    """Whether a line is little more than a headline: a copy of it, alone or behind the way to the page."""
    return (
        observed.words[line] <= 2 * observed.words[headline] + _WAY
        and observed.folded[headline] in observed.folded[line]
    )


_SECOND_SENTENCE = regex(r"[^\W\d]{3}[»”\")]?\. +[^\W\d]")  # no initial, no number, none of several dots


@TITLE.add("has the length of a headline", FOR)
def length(c: Candidates) -> Column:
    return [1.0 if 4 <= c.observed.words[i] <= 20 else 0.5 if c.observed.words[i] == 3 else 0.0 for i in c.indices]


@TITLE.add("is longer than headlines are", AGAINST)
def too_long(c: Candidates) -> Column:
    return [min(1.0, max(0, c.observed.words[i] - 16) / 16) for i in c.indices]


@TITLE.add("is one word", AGAINST)
def one_word(c: Candidates) -> Column:
    return [c.observed.words[i] == 1 for i in c.indices]


@TITLE.add("ends in a full stop", AGAINST)
def full_stop(c: Candidates) -> Column:
    texts = [fragment.text.rstrip() for fragment in c.fragments]
    return [text[-1:] in _STOPS and text[-2:] != ".." for text in texts]


@TITLE.add("a full stop stands in its midst", AGAINST)
def two_sentences(c: Candidates) -> Column:
    return [". " in f.text and _SECOND_SENTENCE.search(f.text[:SAMPLE]) is not None for f in c.fragments]


@TITLE.add("ends in a colon", AGAINST)
def colon(c: Candidates) -> Column:
    return [f.text.rstrip().endswith(":") for f in c.fragments]


@TITLE.add("says to which paper somebody speaks, and no more", AGAINST, wording=True)
def speaker(c: Candidates) -> Column:
    return [_SPEAKS_TO.search(f.text[:SAMPLE]) is not None for f in c.fragments]


@TITLE.add("is template text", AGAINST)
def template(c: Candidates) -> Column:
    return [bool(c.observed.category[i]) for i in c.indices]


@TITLE.add("greets its readers", AGAINST)
def greeting(c: Candidates) -> Column:
    return [bool(GREETS.match(c.observed.folded[i])) for i in c.indices]


@TITLE.add("is a time stamp", AGAINST)
def stamp(c: Candidates) -> Column:
    return [bool(c.observed.stamps[i]) for i in c.indices]


@TITLE.add("credits somebody", AGAINST, dear=True)
def credit(c: Candidates) -> Column:
    return [_credits(c.credit(i), fragment.text) for i, fragment in zip(c.indices, c.fragments, strict=True)]


def _credits(line: CreditLine, text: str) -> float:
    """How surely a line credits somebody and is no headline that names its writer: «NAME يكتب: ...»."""
    person = line.person if line.person and not headline_author(text)[1] else 0.0
    return max(person, float(bool(line.parties)), line.filed)


@TITLE.add("is a caption or picture credit", AGAINST)
def caption(c: Candidates) -> Column:
    return [bool(c.observed.caption[i] or c.observed.places[i].furniture.get("caption")) for i in c.indices]


@TITLE.add("is the name of a section or an outlet", AGAINST, dear=True)
def section(c: Candidates) -> Column:
    metadata = c.observed.page.metadata
    stated = {core(metadata.section or ""), *map(core, metadata.site_names)} - {""}
    return [
        is_section(f.text) or outlets.is_outlet(f.text, c.observed.folded[i]) or c.observed.core(i) in stated
        for i, f in zip(c.indices, c.fragments, strict=True)
    ]


@TITLE.add("a date or a credit stands right below", FOR, dear=True)
def crowns(c: Candidates) -> Column:
    stamps = c.observed.stamps
    return [any(stamps[i + 1 : i + 3]) or _is_credit(c, i + 1) or _is_credit(c, i + 2) for i in c.indices]


def _is_credit(c: Candidates, index: int) -> bool:
    line = c.credit(index) if index <= c.start else EMPTY
    return line.role_word or line.person >= SURE or line.dateline is not None


@TITLE.add("the story says it word by word", AGAINST)
def quoted(c: Candidates) -> Column:
    told = "\n".join(c.observed.beginning(i, SAMPLE) for i in c.story)
    return [i not in c.story and _is_said(c, i, told) for i in c.indices]


def _is_said(c: Candidates, index: int, story: str) -> bool:
    return c.observed.words[index] >= _SAID and c.observed.folded[index] in story


@TITLE.add("lies in what the template names furniture", AGAINST, markup=True)
def furniture(c: Candidates) -> Column:
    named = c.observed.furniture
    columns = [named[name] for name in _FURNITURE if name in named]
    return [max([column[i] for column in columns], default=0.0) for i in c.indices]


@TITLE.add("lies in what the template names deck or kicker", AGAINST, markup=True)
def deck(c: Candidates) -> Column:
    zones = Zone.SUBTITLE | Zone.KICKER
    return [bool(c.observed.places[i].zones & zones) for i in c.indices]


@TITLE.add("a label such as related stories stands above it", AGAINST)
def listed(c: Candidates) -> Column:
    labels = (i for i, each in enumerate(c.observed.category) if each in _LISTING)
    first = next(labels, len(c.observed.words))
    return [i > first for i in c.indices]


@TITLE.add("is a list item", AGAINST)
def item(c: Candidates) -> Column:
    return [f.kind is Kind.ITEM or f.text.startswith(_BULLETS) for f in c.fragments]


@TITLE.add("stands apart from the line above", FOR)
def apart(c: Candidates) -> Column:
    return [bool(f.gap) for f in c.fragments]
