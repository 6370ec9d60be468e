"""Which lines credit the story's writers: what the words say, where the line stands, what template and metadata add."""

from __future__ import annotations

import re
from typing import NamedTuple

from newscli.arabic.letters import arabic_letters, fold
from newscli.arabic.words import core
from newscli.credits.credit_line import SURE, CreditLine
from newscli.credits.persons import told_of
from newscli.lexicon.box_words import BUTTON
from newscli.lexicon.credit_words import CALLING, role_words
from newscli.notices.template_text import Category
from newscli.regex import regex
from newscli.segment.page import Zone
from newscli.weigh import weights
from newscli.weigh.author_lines import LABELLED, AuthorLines
from newscli.weigh.evidence import AGAINST, FOR, Column, Feature, Table, each

_CAST = 3  # bare names in a row
_WRITERS_PAGE = regex(
    r"/(?:authors?|writers?|reporters?|columnists?|profiles?|people|users?|bios?|by|kottab|katib)/|[?&]author=|/@\w",
    re.IGNORECASE,
)
_APPEARED = regex(r"\W*نشر في .{2,40} يوم\W{0,3}\d")  # «نشر في OUTLET يوم 04 - 05 - 2011»
# «الكتاب: TITLE», «الناشر: HOUSE», beside which «المؤلف: NAME» names who wrote the book that the story is on.
_RECORD = regex(
    r"\W*(?:(?:اسم |عنوان )?(?:ال)?(?:كتاب|روايه|فيلم|مسرحيه|ديوان)|الناشر|دار النشر|(?:عدد )?الصفحات|الطبعه|"
    r"اخراج|بطوله|سيناريو|سنه (?:ال)?(?:نشر|اصدار))\s?[:：]"
)
_RECORDED = 2  # lines above and below
_WORDS = regex(r"[^\W\d_]+")
_PARTING = frozenset("*[]~`<>&#\u200b")  # marks that are no part of a credit though they may stand inside of it
_PARTS = ("footer", "sidebar", "related", "share", "advert", "form", "hidden")


AUTHOR_ODDS = -0.05  # log-odds from which a line credits the writers; a tie, as weights are rounded, goes to the name


class Likely(NamedTuple):
    """A line that credits the writers: its log-odds, and what it says in that place."""

    odds: float
    line: CreditLine


def likely_authors(lines: AuthorLines) -> dict[int, Likely]:
    """Those of some lines, not yet read, that credit the writers more likely than not. The others need not be read."""
    most = AUTHOR.bounds(lines, len(lines.indices), weights.AUTHOR, _known(lines))
    lines = lines.crediting([index for index, odds in zip(lines.indices, most, strict=True) if odds > AUTHOR_ODDS])
    evidence = AUTHOR.weigh(lines, len(lines.indices), weights.AUTHOR)
    found = zip(lines.credits.items(), evidence.odds, strict=True)
    return _without_logins({index: Likely(odds, line) for (index, line), odds in found if odds > AUTHOR_ODDS})


def _without_logins(found: dict[int, Likely]) -> dict[int, Likely]:
    """The lines that credit writers, but for «Mahmoud Refaat» beside «كتب: محمود رفعت»: his login."""
    arabic = {index for index, each in found.items() if arabic_letters("".join(each.line.authors))}
    if not any(found[index].line.role_word for index in arabic):
        return found
    return {index: each for index, each in found.items() if each.line.role_word or index in arabic}


def _known(lines: AuthorLines) -> dict[str, Column]:
    """What can be told of lines that are not read: none credits whom the metadata name if it does not hold his name."""
    texts = [lines.observed.fragments[index].text for index in lines.indices]
    plain = list(map(_plain, texts)) if lines.stated or lines.titled else [""] * len(texts)
    told = [_may_name(each, lines.stated) for each in plain]
    others = [
        bool(lines.stated) and not same and role_words().isdisjoint(_WORDS.findall(lines.observed.folded[index]))
        for index, same in zip(lines.indices, told, strict=True)
    ]
    return {
        SAME: told,
        OTHERS: others,
        CROWNS: [_is_right_above(lines, index) for index in lines.indices],
        LABEL: [LABELLED.match(text) is not None for text in texts],
        TITLED: [_may_name(each, lines.titled) for each in plain],
    }


def _is_right_above(lines: AuthorLines, index: int) -> bool:
    """Whether a line stands right above the headline, but for what is said of him, and is no link but the author's."""
    if lines.title is None or not index < lines.title <= index + _ABOUT_HIM + 1:
        return False
    if lines.observed.linked[index] == 1 and not lines.zones(index) & Zone.AUTHOR:
        return False
    return all(_is_about_writer(lines, between) for between in range(index + 1, lines.title))


_ABOUT_HIM = 2  # lines between a writer's name and the headline: his address, his office, the link to his other pieces
_OFFICE_WORDS = 6


def _is_about_writer(lines: AuthorLines, index: int) -> bool:
    """Whether a line is a writer's address, his office («كاتبة مصرية») or a button of his box («جميع المقالات»).

    Or a line more of what the template names so: his column's name.
    """
    observed, folded = lines.observed, lines.observed.folded[index].strip()
    boxed = lines.zones(index) & Zone.AUTHOR and lines.credit(index).person < SURE
    office = (folded.partition(" ")[0] in CALLING or boxed) and observed.words[index] <= _OFFICE_WORDS
    return bool(office) or observed.category[index] is Category.CONTACT or BUTTON.fullmatch(folded) is not None


def _plain(text: str) -> str | None:
    """A line's words, folded, one space between them; None where markup in it may part a word."""
    return " ".join(fold(text).split()) if _PARTING.isdisjoint(text) else None


def _may_name(plain: str | None, names: frozenset[str]) -> bool:
    """Whether a line of these words may credit somebody of those names; where they are not known, it always may."""
    return bool(names) and (plain is None or any(map(plain.__contains__, names)))


SAME, OTHERS = "the metadata name the same person", "the metadata name other persons, and no word says that it writes"
CROWNS = "a bare name stands right above the headline"
LABEL = "a label such as writer with its colon stands before it"
TITLED = "the page's title names the person beside the headline"


def _is_titled(a: AuthorLines, index: int) -> bool:
    return not a.titled.isdisjoint(map(core, a.credits[index].authors))


def _stands_by_date(a: AuthorLines, index: int) -> bool:
    """Whether a stamp stands at most two lines away, or the line that archives print of where and when it appeared."""
    beside = slice(max(0, index - 2), index + 3)
    return any(a.observed.stamps[beside]) or any(map(_APPEARED.match, a.observed.folded[beside]))


def _subject(a: AuthorLines) -> Column:
    """Whether the story tells of all persons that a line names without a word for writing."""
    of_story = (i for i in a.body if i not in a.near or a.observed.is_long(i))
    told = " ".join(map(a.observed.folded_whole, of_story))
    lines = a.credits.values()
    return [not line.role_word and all(told_of(core(name), told) for name in line.authors) for line in lines]


def _is_of_cast(a: AuthorLines, index: int) -> bool:
    """Whether a line is one of several in a row that are one name each and no more."""
    rows = (range(first, first + _CAST) for first in range(index, index - _CAST, -1))
    return any(all(_is_bare(a, each) for each in row) for row in rows)


def _is_bare(a: AuthorLines, index: int) -> bool:
    return index in a.near and len((line := a.credit(index)).authors) == 1 and not line.role_word


def _is_labelled(a: AuthorLines, index: int) -> bool:
    return a.credits[index].role_word and LABELLED.match(a.observed.fragments[index].text) is not None


def _is_recorded(a: AuthorLines, index: int) -> bool:
    """Whether a line of such a record stands at most two lines away."""
    return any(map(_RECORD.match, a.observed.folded[max(0, index - _RECORDED) : index + _RECORDED + 1]))


def _links_to_writer(a: AuthorLines, index: int) -> bool:
    return any(_WRITERS_PAGE.search(link.url) for link in a.observed.fragments[index].links)


def _is_doubted(a: AuthorLines, index: int) -> bool:
    """Below the headline «كتبت: NAME» tells who wrote it, and the metadata may name who put it on the page."""
    return a.is_contradicted(index) and a.credits[index].role_word and not a.heads(index)


def _is_caption(a: AuthorLines, index: int) -> bool:
    # The alternative text of a writer's portrait is his name, so that what only repeats it counts for no caption here;
    # and where templates call a line a credit, «تقرير: NAME» stands as well.
    named = a.observed.named(index, "caption") > 0
    return a.observed.lines[index].caption or (named and not a.may_have_role(index))


def _wordiness(a: AuthorLines, index: int) -> float:
    return min(1.0, max(0, a.observed.words[index] - 4 * len(a.credits[index].authors)) / 12)


_DOUBTED = "the metadata name other persons than the word for writing far from the headline"
_ADJACENT = "stands right below the headline or right above the story"
AUTHOR: Table[AuthorLines] = Table(
    each("its words name persons", FOR, lambda a, i: a.credits[i].person, dear=True),
    each("its words are surely a person's name", FOR, lambda a, i: a.credits[i].person >= SURE, dear=True),
    each(LABEL, FOR, _is_labelled, dear=True),
    each("stands in the record of a book or a film", AGAINST, _is_recorded, dear=True),
    each(TITLED, FOR, _is_titled, markup=True, dear=True),
    each("the template names it author", FOR, lambda a, i: bool(a.zones(i) & Zone.AUTHOR), markup=True),
    each("links to a writer's page", FOR, _links_to_writer, markup=True),
    each("the template names it a note on the author", FOR, lambda a, i: bool(a.zones(i) & Zone.BIO), markup=True),
    each(SAME, FOR, AuthorLines.is_stated, dear=True),
    each(OTHERS, AGAINST, lambda a, i: a.is_contradicted(i) and not a.credits[i].role_word, dear=True),
    each(_DOUBTED, AGAINST, _is_doubted, dear=True),
    each("stands between headline and story", FOR, AuthorLines.heads),
    each(_ADJACENT, FOR, lambda a, i: i + 1 in (a.first, a.body[0]) or i - 1 == a.title),
    each(CROWNS, FOR, lambda a, i: _is_right_above(a, i) and a.credits[i].person >= SURE, dear=True),
    each("stands above the headline", AGAINST, lambda a, i: a.title is not None and i < a.title),
    each("stands right below the story", FOR, lambda a, i: 0 <= i - a.ending <= 2),
    each("stands farther below the story", AGAINST, lambda a, i: min(1.0, max(0, i - a.last - 2) / 6)),
    each("stands below the comments' label", AGAINST, lambda a, i: i > a.comments),
    each("a date stands beside it", FOR, _stands_by_date),
    Feature("the story tells of that person", AGAINST, _subject, dear=True),
    each("it is one of several names in a row", AGAINST, _is_of_cast, dear=True),
    each("lies in what the template names furniture", AGAINST, lambda a, i: a.observed.named(i, *_PARTS), markup=True),
    each("is a caption or picture credit", AGAINST, _is_caption),
    each("has more words than names need", AGAINST, _wordiness, dear=True),
    marked=lambda a: a.observed.page.has_markup,
)
