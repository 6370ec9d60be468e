"""The lines in which a story's writers may be credited: around headline and story, or called so by the template."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from newscli.arabic.letters import squeeze
from newscli.arabic.words import EDGES, core
from newscli.credits.credit_line import EMPTY, CreditLine
from newscli.credits.likeness import Likeness
from newscli.credits.line import read_credit
from newscli.credits.metadata import slot_names, stated_names
from newscli.credits.own import told_places
from newscli.credits.persons import split_names
from newscli.credits.persons_of import may_have_role
from newscli.credits.writers import BARE, person
from newscli.lexicon.credit_words import NOUNS, SOURCE_LINE, WRITER, role_words
from newscli.lexicon.given_names import is_given_name
from newscli.lexicon.openings import tells_of_named
from newscli.lexicon.places import is_place
from newscli.model import Link
from newscli.notices.template_text import NAMELESS, Category
from newscli.regex import regex
from newscli.segment.page import Fragment, Page, Zone
from newscli.weigh.endings import closes, comments_below
from newscli.weigh.observe import Observed
from newscli.weigh.second_story import next_headline

_ABOVE, _BELOW = 8, 8  # blocks above the headline and below the story in which the writer may be credited
_OPENING = 5  # blocks from the story's first on in which a writer, or a list of names, may stand
_CLOSING = 4  # last blocks of a plain text's story in which the writer may sign
_LONGEST = 160  # characters of a credit line
_ROLE = "بقلم: "
LABELLED = regex(r"\W*\w+(?: \w+)?\s?[:：]\s*\w")  # «الكاتب: NAME»
_NAMED: int = Zone.AUTHOR | Zone.BIO


class AuthorLines(Struct, frozen=True):
    """The lines that may credit the writers of a story, whose blocks are `body`."""

    observed: Observed
    title: int | None
    body: list[int]
    outlets: Collection[str]
    near: frozenset[int]  # all lines that stand where writers are credited
    stated: frozenset[str]  # folded names of the persons whom the metadata name
    titled: frozenset[str]  # folded names in the page's title, persons' or not: «HEADLINE - NAME | SITE»
    next_story: int  # the first block below that heads another story; the number of blocks if none does
    comments: int  # the same of readers' comments
    indices: list[int]
    credits: dict[int, CreditLine]  # what the lines say, where they have been read

    @property
    def first(self) -> int:
        """The story's first block; in plain text its first paragraph: short lines before it are captions and names."""
        if self.observed.page.html:
            return self.body[0]
        return next((i for i in self.body[:_OPENING] if self.observed.is_long(i)), self.body[0])

    @property
    def last(self) -> int:
        """The story's last block."""
        return self.body[-1]

    @property
    def ending(self) -> int:
        """The story's last block; in plain text its last paragraph, for short lines behind it are names and notes."""
        if self.observed.page.html:
            return self.last
        return next((i for i in reversed(self.body) if self.observed.is_long(i)), self.last)

    def zones(self, index: int) -> int:
        """What the template names the parts in which a line lies."""
        return self.observed.places[index].zones

    def heads(self, index: int) -> bool:
        """Whether a line stands between headline and story."""
        return (self.title is None or index > self.title) and index < self.first + 2 and index < self.last

    def is_stated(self, index: int) -> bool:
        """Whether a line that was read credits a person whom the metadata name."""
        return not self.stated.isdisjoint(map(core, self.credits[index].authors))

    def is_contradicted(self, index: int) -> bool:
        """Whether the metadata name persons, and none of those."""
        return bool(self.stated) and not self.is_stated(index)

    def credit(self, index: int) -> CreditLine:
        """What a line credits; where the template calls it the author, the names that fill it, known or not."""
        text = without_buttons(self.observed.fragments[index])
        told = told_places(text, self.observed.told(self.title, self.body))
        line = read_credit(text, outlets=self.outlets, places=told)
        if not line.role_word and index and is_role(self.observed.fragments[index - 1].text):
            line = _below_role(text, line)
        authors = self.zones(index) & Zone.AUTHOR
        linked = _linked_names(self.observed.fragments[index]) if authors else ()
        if linked and set(linked).isdisjoint(line.authors):
            return replace(line, authors=linked, person=BARE[Likeness.CLEAR])
        if core(text) in self.stated:
            return replace(line, authors=(squeeze(text).strip(EDGES),))
        if index > self.first and line.dateline is not None and not line.role_word and self._is_listed(index):
            return EMPTY
        if index > self.first + 1 and _is_guessed(line):
            return replace(line, dateline=None, parties=())
        if line.authors or line.desk or not authors:
            return line
        return replace(line, authors=slot_names(text, sites=self.observed.page.metadata.site_names))

    def _is_listed(self, index: int) -> bool:
        """Whether lines with labels stand beside a line, as in a team: «حراسة المرمى: NAME», «الدفاع: NAME»."""
        beside = self.observed.fragments[max(0, index - 1) : index + 2]
        return sum(_is_labelled(each.text) for each in beside) > 1

    def may_have_role(self, index: int) -> bool:
        """Whether a line may have a word such as by or reporter, by itself or right above: a cheap test."""
        below = index > 0 and is_role(self.observed.fragments[index - 1].text)
        return below or may_have_role(self.observed.fragments[index].text, self.observed.folded[index])

    def _names_somebody(self, line: CreditLine) -> bool:
        """Whether a line credits anybody but the page's own site, which boxes of authors name as well."""
        return any(core(name) not in self.outlets or person(name) is Likeness.CLEAR for name in line.authors)

    def _is_whole(self, index: int, line: CreditLine) -> bool:
        """Whether none of the names runs over several links, as words of two tags would."""
        links = self.observed.fragments[index].links
        return not any(sum(link.text in name for link in links) > 1 for name in line.authors)

    def crediting(self, indices: list[int]) -> AuthorLines:
        """Those of some lines that name persons, with what they say."""
        read = {index: self.credit(index) for index in indices}
        found = {
            index: line for index, line in read.items() if self._names_somebody(line) and self._is_whole(index, line)
        }
        return replace(self, indices=[*found], credits=found)


def without_buttons(fragment: Fragment) -> str:
    """The text of a block without the links at its end that are no name, where a name stands before them.

    Boxes of authors have them in ever new words: «NAME [أبلغ عن خطأ]», «NAME [تواصل مع الكاتبة عبر البريد]». What
    leads nowhere but to a mail or a part of the page is a button; other links may name an outlet or a place as well.
    """
    text = fragment.text.rstrip(EDGES)
    for link in reversed(fragment.links):
        if len(link.text) >= len(text) or not text.endswith(link.text) or not _is_button(link):
            break
        text = text[: -len(link.text)].rstrip(EDGES)
    named = len(text) < len(fragment.text.rstrip(EDGES)) and read_credit(text).person >= _PLAUSIBLE
    return text if named else fragment.text


def _linked_names(fragment: Fragment) -> tuple[str, ...]:
    """The names of a line that is nothing but links to several writers, one each, with no comma between them."""
    names = tuple(squeeze(link.text) for link in fragment.links)
    if len(names) < 2 or core(" ".join(names)) != core(fragment.text):
        return ()
    return names if min(map(person, names)) is Likeness.CLEAR else ()


def _is_button(link: Link) -> bool:
    """Whether a link names nobody: no person, and none of those whom credits name beside one."""
    line = read_credit(link.text)
    if line.authors or person(link.text) is not Likeness.NO:
        return False
    return _NO_PAGE.match(link.url) is not None or not (line.parties or line.dateline)


_NO_PAGE = regex(r"\s*(?:mailto:|tel:|javascript:|#|$)", re.IGNORECASE)
_PLAUSIBLE = BARE[Likeness.PLAUSIBLE]


def _is_labelled(text: str) -> bool:
    """Whether a line is a label and what it says, and no word for writing or for sources is the label."""
    label = core(text.partition(":")[0])
    return LABELLED.match(text) is not None and label not in role_words() and label not in SOURCE_LINE


def _is_guessed(line: CreditLine) -> bool:
    """Whether a writer stands beside a place that no table has, as datelines above a story have it and few others."""
    placed = line.dateline is not None and not line.dateline.dateline.sources
    return placed and bool(line.places) and not any(map(is_place, line.places))


def is_role(text: str) -> bool:
    """Whether a line is a word for writing alone, «كتب ـ», «بقلم»; a noun such as «تقرير:» needs its colon."""
    role = core(text)
    return role in WRITER and (role not in NOUNS or text.rstrip().endswith(":"))


def _below_role(text: str, line: CreditLine) -> CreditLine:
    """What a line credits below a line that is a word for writing."""
    found = read_credit(_ROLE + text)
    return replace(line, authors=found.authors, person=found.person, role_word=True) if found.authors else line


def near_lines(observed: Observed, title: int | None, body: list[int], outlets: Collection[str] = ()) -> AuthorLines:
    """The short lines around headline and story, and those that the template calls author, not yet read."""
    first, last = body[0], body[-1]
    top = min(first, title) if title is not None else first
    closing = 2 if observed.page.html else _CLOSING
    near = frozenset(chain(range(top - _ABOVE, first + _OPENING), range(last - closing + 1, last + _BELOW + 1)))
    next_story = next_headline(observed, title, last)
    near -= _subheads(observed, range(top + 1, last), body)
    indices = [
        index
        for index in range(next_story)
        if (index in near or observed.places[index].zones & _NAMED) and index != title and _may_credit(observed, index)
    ]
    return AuthorLines(
        observed=observed,
        title=title,
        body=body,
        outlets=outlets,
        near=frozenset(indices),
        stated=_stated_writers(observed.page, outlets),
        titled=_titled(observed.page),
        next_story=next_story,
        comments=comments_below(observed, last),
        indices=indices,
        credits={},
    )


def _subheads(observed: Observed, between: range, body: list[int]) -> set[int]:
    """The headings that the story has more of below them: a name among them heads a part («فاطنة الزرهونية»)."""
    deepest = {level: i for i in body if (level := observed.fragments[i].level)}
    heads = (i for i in between if i < deepest.get(observed.fragments[i].level, 0))
    return {i for i in heads if not may_have_role(observed.fragments[i].text, observed.folded[i])}


def _may_credit(observed: Observed, index: int) -> bool:
    """Whether a line is short, no template text that names nobody, behind no label of tags, and no story's close.

    Nor does a name of whom the next line goes on to tell credit anybody: «NAME», «الذي انتقل إلى رحمة الله».
    """
    if len(observed.fragments[index].text) > _LONGEST or closes(observed, index):
        return False
    if index + 1 < len(observed.folded) and tells_of_named(observed.folded[index + 1]):
        return False
    if index and observed.category[index - 1] in (Category.TAGS_LABEL, Category.MASTHEAD):
        return False
    if observed.goes_on[index] and not may_have_role(observed.fragments[index].text, observed.folded[index]):
        return is_given_name(observed.folded[index].split()[0])  # «وتتصدر البطولة» is none, «ونيسة العلوي» one
    return observed.category[index] not in NAMELESS


def _stated_writers(page: Page, own: Collection[str]) -> frozenset[str]:
    """The folded names of the persons whom the metadata state as writers, also in its title: «TITLE بقلم: NAME».

    `own` are folded names of the site, which some state there.
    """
    sites = (*page.metadata.site_names, *own)
    values = [statement.value for statement in page.metadata.authors]
    values += (by[1] for title in page.metadata.titles if (by := _BY.search(title.value)))
    return frozenset(core(name) for value in values for name in stated_names(value, sites=sites))


_TITLE_PARTS = regex(r"\s[-–—|]\s|[|:]")  # «HEADLINE - NAME | SITE», «NAME: HEADLINE»


def _titled(page: Page) -> frozenset[str]:
    titles = [statement.value for statement in page.metadata.titles]
    return frozenset(core(name) for title in titles for part in _TITLE_PARTS.split(title) for name in split_names(part))


_BY = regex(r"(?<!\w)(?:بقلم|كتبه|كتبها|كتبته)\s*[:：/\\–—-]*\s*([^\W\d_][^:/|–—-]{4,60})")


def author_lines(observed: Observed, title: int | None, body: list[int], outlets: Collection[str] = ()) -> AuthorLines:
    """The candidates: lines around headline and story that name persons, and those that the template calls author."""
    lines = near_lines(observed, title, body, outlets)
    return lines.crediting(lines.indices)
