"""Lines that credit the writers, and those that only look like it: portraits, the newsroom, helpers of the writer."""

from __future__ import annotations

import re

from msgspec.structs import replace

from newscli.arabic.words import core
from newscli.credits.persons import told_of
from newscli.credits.persons_of import may_credit_desk
from newscli.credits.writers import is_masthead
from newscli.lexicon.credit_words import CALLING, TITLES, role_words
from newscli.model import Role
from newscli.regex import regex
from newscli.segment.page import Zone
from newscli.weigh.around import Around
from newscli.weigh.author_lines import is_role
from newscli.weigh.evidence import probability
from newscli.weigh.slots_credit import ROLE_ALONE, SURE_DATELINE, credit_source

_EDITOR_WORDS = 8  # «رئيس القسم الرياضي: NAME»
_DESK_WORDS = 4  # «فريق التحرير», «قسم الأخبار في الصحيفة»
_CREDIT_WORDS = 15  # of a credit that ends in a full stop, at most
_MOST_SIGNED = 6  # lines below the story that name its writers; more are readers who comment
_SIGNED_BELOW = 3  # blocks below the story in which a second line may credit the writers
# Words that open the credit of a story's writer; beside him a translator or an editor may be credited as well.
_WRITES = regex(r"\W*(?:كتبت?|كتبها?|كتبته|بقلم|تقرير|حوار|تحقيق|تغطيه|written by)(?!\w)", re.IGNORECASE)
_HELPS = regex(r"\W*(?:ترجم\w*|تعريب|تحرير|حرر\w*|اعداد|اعد\w*|متابعه|مراسل\w*|موفد\w*|شارك\w*|ساهم\w*|by)(?!\w)", re.I)
_HELPERS = regex(r"\W*\((?:تغطيه|اعداد|اعد\w*|تحرير|ترجم\w*|شارك)\b")  # «(إعداد NAME للنشرة العربية - تحرير NAME)»


def settle_authors(around: Around) -> None:
    """Names that only look like credits go, where others are credits beyond doubt.

    A title and the name of somebody of the story are a portrait's caption. Where a line of the head says كتب or بقلم,
    the bare names beside it are people of the story or of its picture. Where a line names whom the metadata state,
    other bare names of the page are other texts' writers; and so are names far below the story where the head credits
    somebody, and crowds of them.
    """
    named = {i for i in around.authors if not around.stated.isdisjoint(map(core, around.line(i).authors))}
    head = set(filter(around.head, around.authors))
    writing = {i for i in head if _WRITES.match(around.folded[i]) or ROLE_ALONE.match(around.folded[i - 1])}
    doubted = set(around.authors) - writing if writing or named else set()
    below = {i for i in around.authors if i > around.last}
    far = {i for i in below if i > around.last + _SIGNED_BELOW} if head else set()
    far |= {i for i in head if is_pictured(around, i)}
    far |= below if len(below) > _MOST_SIGNED else set()
    for index in far - named:
        del around.authors[index]
    for index in doubted - named - far:
        placed = index in head and around.zones(index) & Zone.AUTHOR
        if not placed and not _HELPS.match(around.folded[index]):
            del around.authors[index]


def is_pictured(around: Around, index: int) -> bool:
    """Whether a line is a title and a name, no more, of somebody whom the story tells of: the caption of a portrait."""
    first = around.observed.core(index).partition(" ")[0].strip(".")  # «م. NAME»
    if first not in TITLES or first in role_words() | CALLING:
        return False
    line = around.line(index)
    if line.role_word or not line.authors:
        return False
    told = " ".join(around.observed.folded_whole(i) for i in around.reading.body if i != index)
    return all(told_of(core(name), told) for name in line.authors)


def _is_sentence(around: Around, index: int) -> bool:
    """Whether a block is a whole sentence of the story, which may open with a formula that names the writer."""
    return around.stopped[index] and index in around.inside and around.words[index] > _CREDIT_WORDS


def is_author(around: Around, index: int) -> bool:
    """A line that credits the writers; with a place or a source in one formula it is the dateline."""
    if index not in around.authors or _is_sentence(around, index):
        return False
    line = around.line(index)
    if (stamp := around.observed.stamps[index]) is not None and not stamp.running:
        around.stamps.append((index, stamp))
    if (match := line.dateline) and match.authors:
        if index > around.last and match.agencies and not line.role_word:
            # «وام/NAME/NAME»: the agency and its editors
            return credit_source(around, index, replace(line, authors=()))
        return around.credit(index, line, Role.DATELINE, "names place or agency and the writer", SURE_DATELINE)
    return around.credit(index, line, Role.BYLINE, "credits the writers", probability(around.authors[index]))


def heads_writers(around: Around, index: int) -> bool:
    """A word for writing alone, right above the writers' names: «نص:»."""
    return index + 1 in around.authors and is_role(around.fragments[index].text)


def is_newsroom(around: Around, index: int) -> bool:
    """The newsroom or an editor credited beside paragraphs: above each entry of a live report, in a printed imprint."""
    words = around.words[index]
    if index > around.last and _HELPERS.match(around.folded[index]):
        return around.line(index).role_word  # the writer is named elsewhere
    if around.ended[index] or words > _EDITOR_WORDS:
        return False
    return (words <= _DESK_WORDS and _is_desk(around, index)) or is_masthead(around.fragments[index].text)


def _is_desk(around: Around, index: int) -> bool:
    """Whether a line credits the editors or a desk."""
    text, folded = around.fragments[index].text, around.folded[index]
    return may_credit_desk(text, folded) and around.line(index).desk
