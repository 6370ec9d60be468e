"""Which lines credit the story's writers: what the words say, where the line stands, what template and metadata add."""

from __future__ import annotations

import re
from collections.abc import Container

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.arabic.words import core
from newscli.credits.line import CreditLine, read_credit
from newscli.credits.metadata import author_names
from newscli.regex import regex
from newscli.segment.fragment import Zone
from newscli.weigh.evidence import AGAINST, FOR, Column, Table
from newscli.weigh.observe import Observed

_ABOVE, _BELOW = 8, 8  # blocks above the headline and below the story in which the writer may be credited
_OPENING = 5  # blocks from the story's first on in which a writer, or a list of names, may stand
_LONGEST = 160  # characters of a credit line
_CAST = 3  # bare names in a row
_AUTHOR_LINK = regex(r"author|writer|profile|katib|kateb|/by/|contributor|columnist|staff|people|users?/", re.I)
_FURNITURE = ("footer", "sidebar", "comments", "related", "share", "advert", "form", "hidden")


class AuthorLines(Struct, frozen=True):
    """The lines that may credit the writers. `first` and `last` bound the story's paragraphs."""

    observed: Observed
    title: int | None
    first: int
    last: int
    indices: list[int]
    credits: list[CreditLine]
    stated: frozenset[str]  # folded names of the persons whom the metadata name
    told: str  # the folded text of the story


def author_lines(observed: Observed, title: int | None, body: list[int], outlets: Container[str] = ()) -> AuthorLines:
    """The candidates: lines around headline and story that name persons, and those that the template calls author."""
    first, last = body[0], body[-1]
    top = min(first, title) if title is not None else first
    sites = observed.page.metadata.site_names
    indices, credits = [], []
    for index, fragment in enumerate(observed.fragments):
        near = top - _ABOVE <= index < first + _OPENING or last - 2 < index <= last + _BELOW
        named = observed.places[index].zones & (Zone.AUTHOR | Zone.BIO)
        if index == title or len(fragment.text) > _LONGEST or not (near or named):
            continue
        line = read_credit(fragment.text, outlets=outlets)
        if line.authors:
            indices.append(index)
            credits.append(line)
    return AuthorLines(
        observed,
        title,
        first,
        last,
        indices,
        credits,
        frozenset(core(n) for s in observed.page.metadata.authors for n in author_names(s.value, sites=sites)),
        fold(" ".join(observed.fragments[i].text for i in body)),
    )


AUTHOR: Table[AuthorLines] = Table()


@AUTHOR.add("its words name persons", FOR)
def person(a: AuthorLines) -> Column:
    return [line.person for line in a.credits]


@AUTHOR.add("its words are surely a person's name", FOR)
def surely(a: AuthorLines) -> Column:
    return [1.0 if line.person >= 0.75 else 0.0 for line in a.credits]


@AUTHOR.add("a word such as by or reporter stands in it", FOR)
def role_word(a: AuthorLines) -> Column:
    return [1.0 if line.role_word else 0.0 for line in a.credits]


@AUTHOR.add("the template names it author", FOR)
def zone(a: AuthorLines) -> Column:
    return [1.0 if a.observed.places[i].zones & Zone.AUTHOR else 0.0 for i in a.indices]


@AUTHOR.add("the template names it a note on the author", FOR)
def bio(a: AuthorLines) -> Column:
    return [1.0 if a.observed.places[i].zones & Zone.BIO else 0.0 for i in a.indices]


@AUTHOR.add("the metadata name the same person", FOR)
def stated(a: AuthorLines) -> Column:
    return [1.0 if any(core(name) in a.stated for name in line.authors) else 0.0 for line in a.credits]


@AUTHOR.add("the metadata name other persons", AGAINST)
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


@AUTHOR.add("the story tells of that person", AGAINST)
def subject(a: AuthorLines) -> Column:
    return [
        1.0 if not line.role_word and all(core(name) in a.told for name in line.authors) else 0.0 for line in a.credits
    ]


@AUTHOR.add("it is one of several names in a row", AGAINST)
def cast(a: AuthorLines) -> Column:
    bare = {i for i, line in zip(a.indices, a.credits, strict=True) if not line.role_word and len(line.authors) == 1}
    return [
        1.0 if any(all(j in bare for j in range(i - back, i - back + _CAST)) for back in range(_CAST)) else 0.0
        for i in a.indices
    ]


@AUTHOR.add("lies in what the template names furniture", AGAINST)
def furniture(a: AuthorLines) -> Column:
    return [max((a.observed.places[i].furniture.get(name, 0.0) for name in _FURNITURE), default=0.0) for i in a.indices]


@AUTHOR.add("is a caption or picture credit", AGAINST)
def caption(a: AuthorLines) -> Column:
    return [1.0 if a.observed.caption[i] or a.observed.places[i].furniture.get("caption") else 0.0 for i in a.indices]


@AUTHOR.add("has more words than names need", AGAINST)
def wordy(a: AuthorLines) -> Column:
    return [
        min(1.0, max(0, a.observed.words[i] - 4 * len(line.authors)) / 12)
        for i, line in zip(a.indices, a.credits, strict=True)
    ]
