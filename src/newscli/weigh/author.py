"""Which lines credit the story's writers: what the words say, where the line stands, what template and metadata add."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from newscli.arabic.letters import fold, squeeze
from newscli.arabic.words import core
from newscli.credits.credit_line import SURE, CreditLine
from newscli.credits.line import read_credit
from newscli.credits.metadata import slot_names, stated_names
from newscli.credits.own import told_places
from newscli.credits.persons_of import may_have_role
from newscli.lexicon.credit_words import NOUNS, WRITER, role_words
from newscli.notices.template_text import Category
from newscli.regex import regex
from newscli.segment.fragment import Fragment, Zone
from newscli.segment.page import Page
from newscli.weigh import weights
from newscli.weigh.endings import closes, opens_comments
from newscli.weigh.evidence import AGAINST, FOR, Column, Table
from newscli.weigh.observe import Observed
from newscli.weigh.second_story import next_headline

_ABOVE, _BELOW = 8, 8  # blocks above the headline and below the story in which the writer may be credited
_OPENING = 5  # blocks from the story's first on in which a writer, or a list of names, may stand
_CLOSING = 4  # last blocks of a plain text's story in which the writer may sign
_LONGEST = 160  # characters of a credit line
_PARAGRAPH = 12  # words of a block that is no name
_ROLE = "بقلم: "
_CAST = 3  # bare names in a row
_NAMED: int = Zone.AUTHOR | Zone.BIO
_WRITERS_PAGE = regex(
    r"/(?:authors?|writers?|reporters?|columnists?|profiles?|people|users?|bios?|by|kottab|katib)/|[?&]author=|/@\w",
    re.IGNORECASE,
)
_APPEARED = regex(r"\W*نشر في .{2,40} يوم\W{0,3}\d")  # «نشر في OUTLET يوم 04 - 05 - 2011»
_LABEL = regex(r"\W*\w+(?: \w+)?\s?[:：]\s*\w")  # «الكاتب: NAME»
_TITLE_PARTS = regex(r"\s[-–—|]\s|[|:]")  # «HEADLINE - NAME | SITE», «NAME: HEADLINE»
_WORDS = regex(r"[^\W\d_]+")
_PARTING = frozenset("*[]~`<>&#\u200b")  # marks that are no part of a credit though they may stand inside of it
_FURNITURE = ("footer", "sidebar", "related", "share", "advert", "form", "hidden")


class Likely(NamedTuple):
    """A line that credits the writers: its log-odds, and what it says in that place."""

    odds: float
    line: CreditLine


class AuthorLines(Struct, frozen=True):
    """The lines that may credit the writers. `first` and `last` bound the story's paragraphs."""

    observed: Observed
    title: int | None
    body: list[int]
    outlets: Iterable[str]
    near: frozenset[int]  # all lines that stand where writers are credited
    stated: frozenset[str]  # folded names of the persons whom the metadata name
    indices: list[int]
    credits: list[CreditLine]  # what the lines say, where they have been read

    @property
    def first(self) -> int:
        """The story's first block."""
        return self.body[0]

    @property
    def last(self) -> int:
        """The story's last block."""
        return self.body[-1]

    @property
    def ending(self) -> int:
        """The story's last block; in plain text its last paragraph, for short lines behind it are names and notes."""
        if self.observed.page.html:
            return self.last
        return next((i for i in reversed(self.body) if self.observed.words[i] >= _PARAGRAPH), self.last)

    def credit(self, index: int) -> CreditLine:
        """What a line credits; where the template calls it the author, the names that fill it, known or not."""
        text = self.observed.fragments[index].text
        told = told_places(text, self.observed.told(self.title, self.body))
        line = read_credit(text, outlets=self.outlets, places=told)
        if not line.role_word and index and _is_role(self.observed.fragments[index - 1].text):
            line = _below_role(text, line)
        if core(text) in self.stated and len(line.authors) <= 1:
            return replace(line, authors=(squeeze(text),))
        if line.authors or line.desk or not self.observed.places[index].zones & Zone.AUTHOR:
            return line
        return replace(line, authors=slot_names(text, sites=self.observed.page.metadata.site_names))

    def may_have_role(self, index: int) -> bool:
        """Whether a line may have a word such as by or reporter, by itself or right above: a cheap test."""
        if index and _is_role(self.observed.fragments[index - 1].text):
            return True
        return may_have_role(self.observed.fragments[index].text, self.observed.folded[index])

    def _is_whole(self, index: int, line: CreditLine) -> bool:
        """Whether none of the names runs over several links, as words of two tags would."""
        texts = [link.text for link in self.observed.fragments[index].links]
        return len(texts) < 2 or not any(sum(text in name for text in texts) > 1 for name in line.authors)

    def crediting(self, indices: list[int]) -> AuthorLines:
        """Those of some lines that name persons, with what they say."""
        found = [
            (index, line) for index in indices if (line := self.credit(index)).authors and self._is_whole(index, line)
        ]
        return replace(self, indices=[index for index, _ in found], credits=[line for _, line in found])


def _is_role(text: str) -> bool:
    """Whether a line is a word for writing alone, «كتب ـ», «بقلم»; a noun such as «تقرير:» needs its colon."""
    role = core(text)
    return role in WRITER and (role not in NOUNS or text.rstrip().endswith(":"))


def _below_role(text: str, line: CreditLine) -> CreditLine:
    """What a line credits below a line that is a word for writing."""
    found = read_credit(_ROLE + text)
    if not found.authors:
        return line
    spans = tuple((start - len(_ROLE), end - len(_ROLE)) for start, end in found.author_spans)
    return replace(line, authors=found.authors, author_spans=spans, person=found.person, role_word=True)


def _near_lines(observed: Observed, title: int | None, body: list[int], outlets: Iterable[str]) -> AuthorLines:
    """The short lines around headline and story, and those that the template calls author, not yet read."""
    first, last = body[0], body[-1]
    top = min(first, title) if title is not None else first
    closing = 2 if observed.page.html else _CLOSING
    near = frozenset(chain(range(top - _ABOVE, first + _OPENING), range(last - closing + 1, last + _BELOW + 1)))
    indices = [
        index
        for index in range(next_headline(observed, title, last))
        if (index in near or observed.places[index].zones & _NAMED) and index != title and _may_credit(observed, index)
    ]
    return AuthorLines(observed, title, body, outlets, frozenset(indices), stated_writers(observed.page), indices, [])


def _may_credit(observed: Observed, index: int) -> bool:
    """Whether a line is short, no template text that names nobody, no tags, and none with which a story closes."""
    if len(observed.fragments[index].text) > _LONGEST or closes(observed, index):
        return False
    category = observed.category[index]
    tags = index > 0 and observed.category[index - 1] is Category.TAGS_LABEL
    return not tags and (category is None or not category.names_nobody)


def stated_writers(page: Page) -> frozenset[str]:
    """The folded names of the persons whom the metadata state as writers."""
    sites = page.metadata.site_names
    values = (statement.value for statement in page.metadata.authors)
    return frozenset(core(name) for value in values for name in stated_names(value, sites=sites))


def author_lines(observed: Observed, title: int | None, body: list[int], outlets: Iterable[str] = ()) -> AuthorLines:
    """The candidates: lines around headline and story that name persons, and those that the template calls author."""
    lines = _near_lines(observed, title, body, outlets)
    return lines.crediting(lines.indices)


def likely_authors(
    observed: Observed, title: int | None, body: list[int], outlets: Iterable[str] = ()
) -> dict[int, Likely]:
    """The lines that credit the writers more likely than not. The others need not be read."""
    lines = _near_lines(observed, title, body, outlets)
    most = AUTHOR.bounds(lines, len(lines.indices), weights.AUTHOR, _known(lines))
    role = max(0.0, weights.AUTHOR.get(ROLE, 0.0))
    likely = [
        index
        for index, odds in zip(lines.indices, most, strict=True)
        if odds > role or (odds > 0 and lines.may_have_role(index))
    ]
    lines = lines.crediting(likely)
    evidence = AUTHOR.weigh(lines, len(lines.indices), weights.AUTHOR)
    found = zip(lines.indices, evidence.odds, lines.credits, strict=True)
    return {index: Likely(odds, line) for index, odds, line in found if odds > 0}


def _known(lines: AuthorLines) -> dict[str, Column]:
    """What can be told of lines that are not read: none credits whom the metadata name if it does not hold his name."""
    told = [bool(lines.stated) and _may_name(lines, index) for index in lines.indices]
    silent = [role_words().isdisjoint(_WORDS.findall(lines.observed.folded[index])) for index in lines.indices]
    others = [bool(lines.stated) and not same and mute for same, mute in zip(told, silent, strict=True)]
    return {SAME: told, OTHERS: others, CROWNS: _right_above(lines)}


def _right_above(lines: AuthorLines) -> Column:
    """Whether a line stands right above the headline and is no link."""
    return [i + 1 == lines.title and lines.observed.linked[i] < 1 for i in lines.indices]


def _may_name(lines: AuthorLines, index: int) -> bool:
    """Whether a line may credit a person whom the metadata name; where markup is cut out of it, it always may."""
    text = lines.observed.fragments[index].text
    if not _PARTING.isdisjoint(text):
        return True
    folded = " ".join(fold(text).split())
    return any(name in folded for name in lines.stated)


AUTHOR: Table[AuthorLines] = Table(lambda a: a.observed.page.has_markup)
SAME, OTHERS = "the metadata name the same person", "the metadata name other persons, and no word says that it writes"
CROWNS = "a bare name stands right above the headline"
ROLE = "a word such as by or reporter stands in it"


@AUTHOR.add("its words name persons", FOR, dear=True)
def person(a: AuthorLines) -> Column:
    return [line.person for line in a.credits]


@AUTHOR.add("its words are surely a person's name", FOR, dear=True)
def surely(a: AuthorLines) -> Column:
    return [line.person >= SURE for line in a.credits]


@AUTHOR.add(ROLE, FOR, dear=True)
def role_word(a: AuthorLines) -> Column:
    return [line.role_word for line in a.credits]


@AUTHOR.add("a label such as writer with its colon stands before it", FOR, dear=True)
def labelled(a: AuthorLines) -> Column:
    texts = (a.observed.fragments[i].text for i in a.indices)
    return [line.role_word and _LABEL.match(text) is not None for line, text in zip(a.credits, texts, strict=True)]


@AUTHOR.add("the page's title names the person beside the headline", FOR, markup=True, dear=True)
def titled(a: AuthorLines) -> Column:
    titles = [statement.value for statement in a.observed.page.metadata.titles]
    parts = {core(part) for title in titles for part in _TITLE_PARTS.split(title)}
    return [any(core(name) in parts for name in line.authors) for line in a.credits]


@AUTHOR.add("the template names it author", FOR, markup=True)
def zone(a: AuthorLines) -> Column:
    return [bool(a.observed.places[i].zones & Zone.AUTHOR) for i in a.indices]


@AUTHOR.add("links to a writer's page", FOR, markup=True)
def linked(a: AuthorLines) -> Column:
    return [_links_to_writer(a.observed.fragments[i]) for i in a.indices]


def _links_to_writer(fragment: Fragment) -> bool:
    return any(_WRITERS_PAGE.search(link.url) for link in fragment.links)


@AUTHOR.add("the template names it a note on the author", FOR, markup=True)
def bio(a: AuthorLines) -> Column:
    return [bool(a.observed.places[i].zones & Zone.BIO) for i in a.indices]


@AUTHOR.add(SAME, FOR, dear=True)
def stated(a: AuthorLines) -> Column:
    return [any(core(name) in a.stated for name in line.authors) for line in a.credits]


@AUTHOR.add(OTHERS, AGAINST, dear=True)
def contradicted(a: AuthorLines) -> Column:
    return [_is_contradicted(a, line) and not line.role_word for line in a.credits]


@AUTHOR.add("the metadata name other persons than the word for writing far from the headline", AGAINST, dear=True)
def spoken_against(a: AuthorLines) -> Column:
    """Below the headline «كتبت: NAME» tells who wrote it, and the metadata may name who put it on the page."""
    lines = zip(a.credits, head(a), strict=True)
    return [_is_contradicted(a, line) and line.role_word and not beside for line, beside in lines]


def _is_contradicted(a: AuthorLines, line: CreditLine) -> bool:
    return bool(a.stated) and not any(core(name) in a.stated for name in line.authors)


@AUTHOR.add("stands between headline and story", FOR)
def head(a: AuthorLines) -> Column:
    return [(a.title is None or i > a.title) and i < a.first + 2 and i < a.last for i in a.indices]


@AUTHOR.add("stands right below the headline or right above the story", FOR)
def adjacent(a: AuthorLines) -> Column:
    return [i == a.first - 1 or (a.title is not None and i == a.title + 1) for i in a.indices]


@AUTHOR.add(CROWNS, FOR, dear=True)
def crowns(a: AuthorLines) -> Column:
    above = zip(_right_above(a), a.credits, strict=True)
    return [value and line.person >= SURE for value, line in above]


@AUTHOR.add("stands above the headline", AGAINST)
def above(a: AuthorLines) -> Column:
    return [a.title is not None and i < a.title for i in a.indices]


@AUTHOR.add("stands right below the story", FOR)
def signs(a: AuthorLines) -> Column:
    return [0 <= i - a.ending <= 2 for i in a.indices]


@AUTHOR.add("stands farther below the story", AGAINST)
def far_below(a: AuthorLines) -> Column:
    return [min(1.0, max(0, i - a.last - 2) / 6) for i in a.indices]


@AUTHOR.add("stands below the comments' label", AGAINST)
def among_comments(a: AuthorLines) -> Column:
    o = a.observed
    below = range(a.last + 1, len(o.words))
    label = next((i for i in below if opens_comments(o.category[i], o.folded[i])), len(o.words))
    return [i > label for i in a.indices]


@AUTHOR.add("a date stands beside it", FOR)
def beside_date(a: AuthorLines) -> Column:
    size = len(a.observed.words)
    return [any(_is_dated(a.observed, j) for j in range(max(0, i - 2), min(size, i + 3))) for i in a.indices]


def _is_dated(observed: Observed, index: int) -> bool:
    """Whether a line is a stamp, or the line by which archives of the press say where and when a text appeared."""
    return observed.stamps[index] is not None or _APPEARED.match(observed.folded[index]) is not None


@AUTHOR.add("the story tells of that person", AGAINST, dear=True)
def subject(a: AuthorLines) -> Column:
    texts = (a.observed.fragments[i].text for i in a.body if i not in a.near or a.observed.words[i] >= _PARAGRAPH)
    told = fold(" ".join(texts)) if not all(line.role_word for line in a.credits) else ""
    return [not line.role_word and all(core(name) in told for name in line.authors) for line in a.credits]


@AUTHOR.add("it is one of several names in a row", AGAINST, dear=True)
def cast(a: AuthorLines) -> Column:
    return [
        _is_bare(a, i) and any(all(_is_bare(a, j) for j in range(i - back, i - back + _CAST)) for back in range(_CAST))
        for i in a.indices
    ]


def _is_bare(a: AuthorLines, index: int) -> bool:
    """Whether a line is one name and no more."""
    return index in a.near and len((line := a.credit(index)).authors) == 1 and not line.role_word


@AUTHOR.add("lies in what the template names furniture", AGAINST, markup=True)
def furniture(a: AuthorLines) -> Column:
    return a.observed.furnished(_FURNITURE, a.indices)


@AUTHOR.add("lies in what the template calls the comments", AGAINST, markup=True)
def commenting(a: AuthorLines) -> Column:
    return a.observed.furnished(("comments",), a.indices)


@AUTHOR.add("is a caption or picture credit", AGAINST)
def caption(a: AuthorLines) -> Column:
    # The alternative text of a writer's portrait is his name, so that what only repeats it counts for no caption here.
    lines, places = a.observed.lines, a.observed.places
    return [bool(lines[i].caption or places[i].furniture.get("caption")) for i in a.indices]


@AUTHOR.add("has more words than names need", AGAINST, dear=True)
def wordy(a: AuthorLines) -> Column:
    return [
        min(1.0, max(0, a.observed.words[i] - 4 * len(line.authors)) / 12)
        for i, line in zip(a.indices, a.credits, strict=True)
    ]
