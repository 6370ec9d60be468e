"""Which lines credit the story's writers: what the words say, where the line stands, what template and metadata add."""

from __future__ import annotations

from collections.abc import Container

from msgspec import Struct
from msgspec.structs import replace

from newscli.arabic.letters import fold
from newscli.arabic.words import core
from newscli.credits.credit_line import CreditLine
from newscli.credits.line import read_credit
from newscli.credits.metadata import author_names
from newscli.segment.fragment import Zone
from newscli.weigh import weights
from newscli.weigh.evidence import AGAINST, FOR, Column, Table
from newscli.weigh.observe import Observed

_ABOVE, _BELOW = 8, 8  # blocks above the headline and below the story in which the writer may be credited
_OPENING = 5  # blocks from the story's first on in which a writer, or a list of names, may stand
_LONGEST = 160  # characters of a credit line
_CAST = 3  # bare names in a row
_NAMED: int = Zone.AUTHOR | Zone.BIO
_PARTING = frozenset("*[]~`<>&#\u200b")  # marks that are no part of a credit though they may stand inside of it
_FURNITURE = ("footer", "sidebar", "comments", "related", "share", "advert", "form", "hidden")


class AuthorLines(Struct, frozen=True):
    """The lines that may credit the writers. `first` and `last` bound the story's paragraphs."""

    observed: Observed
    title: int | None
    body: list[int]
    outlets: Container[str]
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

    def credit(self, index: int) -> CreditLine:
        """What a line credits."""
        return read_credit(self.observed.fragments[index].text, outlets=self.outlets)

    def crediting(self, indices: list[int]) -> AuthorLines:
        """Those of some lines that name persons, with what they say."""
        found = [(index, line) for index in indices if (line := self.credit(index)).authors]
        return replace(self, indices=[index for index, _ in found], credits=[line for _, line in found])


def _near_lines(observed: Observed, title: int | None, body: list[int], outlets: Container[str]) -> AuthorLines:
    """The short lines around headline and story, and those that the template calls author, not yet read."""
    first, last = body[0], body[-1]
    top = min(first, title) if title is not None else first
    sites = observed.page.metadata.site_names
    indices = []
    for index, fragment in enumerate(observed.fragments):
        near = top - _ABOVE <= index < first + _OPENING or last - 2 < index <= last + _BELOW
        named = observed.places[index].zones & _NAMED
        if (near or named) and index != title and len(fragment.text) <= _LONGEST:
            indices.append(index)
    stated = frozenset(core(n) for s in observed.page.metadata.authors for n in author_names(s.value, sites=sites))
    return AuthorLines(observed, title, body, outlets, frozenset(indices), stated, indices, [])


def author_lines(observed: Observed, title: int | None, body: list[int], outlets: Container[str] = ()) -> AuthorLines:
    """The candidates: lines around headline and story that name persons, and those that the template calls author."""
    lines = _near_lines(observed, title, body, outlets)
    return lines.crediting(lines.indices)


def likely_authors(
    observed: Observed, title: int | None, body: list[int], outlets: Container[str] = ()
) -> dict[int, float]:
    """The lines that credit the writers more likely than not, with their log-odds. The others need not be read."""
    lines = _near_lines(observed, title, body, outlets)
    most = AUTHOR.bounds(lines, len(lines.indices), weights.AUTHOR, _known(lines))
    lines = lines.crediting([index for index, odds in zip(lines.indices, most, strict=True) if odds > 0])
    evidence = AUTHOR.weigh(lines, len(lines.indices), weights.AUTHOR)
    return {i: odds for i, odds in zip(lines.indices, evidence.odds, strict=True) if odds > 0}


def _known(lines: AuthorLines) -> dict[str, Column]:
    """What can be told of lines that are not read: none credits whom the metadata name if it does not hold his name."""
    told = [1.0 if lines.stated and _may_name(lines, index) else 0.0 for index in lines.indices]
    return {SAME: told, OTHERS: [1.0 - each if lines.stated else 0.0 for each in told]}


def _may_name(lines: AuthorLines, index: int) -> bool:
    """Whether a line may credit a person whom the metadata name; where markup is cut out of it, it always may."""
    text = lines.observed.fragments[index].text
    if not _PARTING.isdisjoint(text):
        return True
    folded = " ".join(fold(text).split())
    return any(name in folded for name in lines.stated)


AUTHOR: Table[AuthorLines] = Table()
SAME, OTHERS = "the metadata name the same person", "the metadata name other persons"


@AUTHOR.add("its words name persons", FOR, dear=True)
def person(a: AuthorLines) -> Column:
    return [line.person for line in a.credits]


@AUTHOR.add("its words are surely a person's name", FOR, dear=True)
def surely(a: AuthorLines) -> Column:
    return [1.0 if line.person >= 0.75 else 0.0 for line in a.credits]


@AUTHOR.add("a word such as by or reporter stands in it", FOR, dear=True)
def role_word(a: AuthorLines) -> Column:
    return [1.0 if line.role_word else 0.0 for line in a.credits]


@AUTHOR.add("the template names it author", FOR)
def zone(a: AuthorLines) -> Column:
    return [1.0 if a.observed.places[i].zones & Zone.AUTHOR else 0.0 for i in a.indices]


@AUTHOR.add("the template names it a note on the author", FOR)
def bio(a: AuthorLines) -> Column:
    return [1.0 if a.observed.places[i].zones & Zone.BIO else 0.0 for i in a.indices]


@AUTHOR.add(SAME, FOR, dear=True)
def stated(a: AuthorLines) -> Column:
    return [1.0 if any(core(name) in a.stated for name in line.authors) else 0.0 for line in a.credits]


@AUTHOR.add(OTHERS, AGAINST, dear=True)
def contradicted(a: AuthorLines) -> Column:
    return [1.0 if a.stated and not any(core(n) in a.stated for n in line.authors) else 0.0 for line in a.credits]


@AUTHOR.add("stands between headline and story", FOR)
def head(a: AuthorLines) -> Column:
    return [1.0 if (a.title is None or i > a.title) and i < a.first + 2 and i < a.last else 0.0 for i in a.indices]


@AUTHOR.add("stands right below the headline or right above the story", FOR)
def adjacent(a: AuthorLines) -> Column:
    return [1.0 if i == a.first - 1 or (a.title is not None and i == a.title + 1) else 0.0 for i in a.indices]


@AUTHOR.add("stands above the headline", AGAINST)
def above(a: AuthorLines) -> Column:
    return [1.0 if a.title is not None and i < a.title else 0.0 for i in a.indices]


@AUTHOR.add("stands right below the story", FOR)
def signs(a: AuthorLines) -> Column:
    return [1.0 if 0 <= i - a.last <= 2 else 0.0 for i in a.indices]


@AUTHOR.add("stands farther below the story", AGAINST)
def far_below(a: AuthorLines) -> Column:
    return [min(1.0, max(0, i - a.last - 2) / 6) for i in a.indices]


@AUTHOR.add("a date stands beside it", FOR)
def beside_date(a: AuthorLines) -> Column:
    size = len(a.observed.words)
    return [
        1.0 if any(a.observed.stamps[j] for j in range(max(0, i - 2), min(size, i + 3))) else 0.0 for i in a.indices
    ]


@AUTHOR.add("the story tells of that person", AGAINST, dear=True)
def subject(a: AuthorLines) -> Column:
    told = fold(" ".join(a.observed.fragments[i].text for i in a.body)) if a.credits else ""
    return [
        1.0 if not line.role_word and all(core(name) in told for name in line.authors) else 0.0 for line in a.credits
    ]


@AUTHOR.add("it is one of several names in a row", AGAINST, dear=True)
def cast(a: AuthorLines) -> Column:
    return [
        1.0
        if _is_bare(a, i)
        and any(all(_is_bare(a, j) for j in range(i - back, i - back + _CAST)) for back in range(_CAST))
        else 0.0
        for i in a.indices
    ]


def _is_bare(a: AuthorLines, index: int) -> bool:
    """Whether a line is one name and no more."""
    return index in a.near and len((line := a.credit(index)).authors) == 1 and not line.role_word


@AUTHOR.add("lies in what the template names furniture", AGAINST)
def furniture(a: AuthorLines) -> Column:
    return [max((a.observed.places[i].furniture.get(name, 0.0) for name in _FURNITURE), default=0.0) for i in a.indices]


@AUTHOR.add("is a caption or picture credit", AGAINST)
def caption(a: AuthorLines) -> Column:
    return [1.0 if a.observed.caption[i] or a.observed.places[i].furniture.get("caption") else 0.0 for i in a.indices]


@AUTHOR.add("has more words than names need", AGAINST, dear=True)
def wordy(a: AuthorLines) -> Column:
    return [
        min(1.0, max(0, a.observed.words[i] - 4 * len(line.authors)) / 12)
        for i, line in zip(a.indices, a.credits, strict=True)
    ]
