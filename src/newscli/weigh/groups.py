"""Blocks that are the story's together or not at all: poems, lists, rows of short lines, links between paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import groupby, takewhile

from newscli.arabic.words import core
from newscli.lexicon import lines
from newscli.lexicon.credit_words import LABELS, SOURCE_LINE, role_words
from newscli.model import Kind
from newscli.notices.template_text import Category
from newscli.regex import regex
from newscli.weigh.context import LINKS_BETWEEN
from newscli.weigh.evidence import Evidence
from newscli.weigh.observe import Observed
from newscli.weigh.run import BODY_ODDS, Run

_LIST_ODDS = -1.2  # mean log-odds from which a list between paragraphs of a clean text is the story's
_LED_ODDS = -2.5  # the same where a paragraph stands above the line that leads to the list with a colon
_ROW, _SHORT = 3, 8  # lines in a row that are a list without bullets, and words of each
# Lines that head paragraphs: words of one, how many show a habit, and their mean log-odds.
_HEADING_WORDS, _HEADINGS, _HEADINGS_ODDS = 5, 2, -1.5
_PARAGRAPH = 12  # words
_INTERRUPTIONS = frozenset((Category.READ_ALSO, Category.ADVERTISEMENT, Category.FOLLOW, Category.SHARE))
_CLOSING = regex(lines.CLOSING)
_CLOSING_WORDS = 12
_LABEL = regex(r"\W*((?:[^\W\d]+\s){0,2}[^\W\d]+)\s?[:：]\s*[^\s:]{2}")
_MINUTE = regex(
    r"\W*(?:(?:ال)?دقيق[ةه]\s|د\s?)?\d{1,3}(?:\s?\+\s?\d{1,2})?\s?['’´]?\s?[:：\-–]\s*(?:\d\d\W?\s)?\s*[^\W\d]{2}"
)
_SCORE = regex(r"\W*[^\W\d][^\d:]{1,30}\s\d{1,2}\s?[:\-–]\s?\d{1,2}\s[^\d:]{2,30}$")
_CREDITING = role_words() | SOURCE_LINE | LABELS  # labels of credits and of forms
_LINKED = 0.5  # share of a line in links from which it is no line of the story's list


class Form(Enum):
    """How a line of a row opens."""

    MINUTE = auto()
    SCORE = auto()
    LABEL = auto()


def with_whole_groups(observed: Observed, evidence: Evidence, run: Run) -> Run:
    """A run moved to the ends of the poem or list that it begins or ends in, and to the whole sentences at its edges.

    A sentence right outside that might as well be the story's is it: of 15 on the labelled pages 11 are.
    """
    first, last = run.first, run.last
    first = _with_led_row(observed, evidence, first)
    while first > 0 and (_are_verse(observed, first - 1, first) or _may_be_sentence(observed, evidence, first - 1)):
        first -= 1
    last = _with_sentences(observed, evidence, last)
    leads = observed.fragments[last].text.endswith(":") and not observed.page.html
    opens = last + 1 if leads or _form(observed, last + 1) is Form.MINUTE else last
    group = _group_from(observed, opens) or _labelled_around(observed, opens)
    if group and _holds(observed, evidence, group):
        last = _with_sentences(observed, evidence, group[-1])
    while _closes(observed, last + 1):
        last += 1
    return Run(first, last, run.weight)


def _with_led_row(observed: Observed, evidence: Evidence, first: int) -> int:
    """A text's first block, or the paragraph above it where a row of short lines stands between that it leads to."""
    lead = first - 1
    while lead > 0 and _is_short(observed, lead) and not observed.fragments[lead].text.endswith(":"):
        lead -= 1
    row = range(lead + 1, first)
    leads = len(row) >= _ROW and observed.fragments[lead].text.endswith(":") and observed.category[lead] is None
    if not leads or observed.page.html or not _is_told(observed, lead - 1):
        return first
    return lead - 1 if evidence.odds[lead - 1] > 0 and _mean(evidence, row) > _LED_ODDS else first


def _with_sentences(observed: Observed, evidence: Evidence, last: int) -> int:
    size = len(observed.words)
    while last + 1 < size:
        below = last + 1
        if not _may_be_sentence(observed, evidence, below):
            while below + 1 < size and (observed.category[below] in _INTERRUPTIONS or _may_head(observed, below)):
                below += 1
            if not _goes_on(observed, evidence, below):
                break
        last = below
    return last


def followed(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The paragraphs of a plain text with which the story goes on."""
    return {index for index in range(run.first, run.last + 1) if _goes_on(observed, evidence, index)}


def _goes_on(observed: Observed, evidence: Evidence, index: int) -> bool:
    """Whether a block is a whole paragraph that opens with «و», as no headline of another story does."""
    if observed.page.html or observed.words[index] < _PARAGRAPH or observed.category[index] is not None:
        return False
    return observed.goes_on[index] and observed.stopped[index] and evidence.odds[index] > _LIST_ODDS


def _may_be_sentence(observed: Observed, evidence: Evidence, index: int) -> bool:
    return observed.stopped[index] and evidence.odds[index] > BODY_ODDS


def _are_verse(observed: Observed, one: int, other: int) -> bool:
    return observed.fragments[one].kind is observed.fragments[other].kind is Kind.VERSE


def _group_from(observed: Observed, index: int) -> list[int]:
    """The lines of the list or poem from a block on; none where it is in neither."""
    kinds = groupby(range(index, len(observed.words)), lambda each: _line_of_list(observed, each))
    kind, group = next(kinds, (None, iter(())))
    return list(group) if kind is not None else []


def _holds(observed: Observed, evidence: Evidence, group: list[int]) -> bool:
    """Whether the lines of a poem or a list are likely enough together: each stands or falls whole."""
    kind = _line_of_list(observed, group[0])
    if kind is Kind.PARAGRAPH and len(group) < _ROW:
        return False
    return _mean(evidence, group) > (BODY_ODDS if observed.page.html and kind is Kind.ITEM else _LIST_ODDS)


def _mean(evidence: Evidence, group: Sequence[int]) -> float:
    return sum(evidence.odds[index] for index in group) / len(group)


def likely(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The blocks of a run that are the story's since the lines of their kind are."""
    found = closing(observed, run)
    for kind in (listed, led, labelled, headed, followed):
        found |= kind(observed, evidence, run)
    return found


def listed(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The lines of poems, and of lists without links, that are likely enough together."""
    found: set[int] = set()
    for kind, grouped in groupby(range(run.first, run.last + 1), lambda index: _line_of_list(observed, index)):
        group = list(grouped)
        if kind is not None and _holds(observed, evidence, group):
            found.update(group)
    return found


def _labelled_around(observed: Observed, index: int) -> list[int]:
    """The lines of a plain text around one that have its form, «LABEL: text»; none where it has no such form."""
    form = _form(observed, index)
    if form is None:
        return []
    first = last = index
    while first > 0 and _form(observed, first - 1) is form:
        first -= 1
    while last + 1 < len(observed.words) and _form(observed, last + 1) is form:
        last += 1
    return list(range(first, last + 1)) if last - first + 1 >= _ROW else []


def labelled(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The rows of lines «LABEL: text», as of a squad, or «MINUTE: text», that are likely enough together."""
    found: set[int] = set()
    for form, grouped in groupby(range(run.first, run.last + 1), lambda index: _form(observed, index)):
        group = list(grouped)
        if form is not None and len(group) >= _ROW and _mean(evidence, group) > _LIST_ODDS:
            found.update(group)
    return found


def _form(observed: Observed, index: int) -> Form | None:
    """The form of a line of a plain text: a number or a few words and a colon before some text, or a result."""
    if observed.page.html or index >= len(observed.words):
        return None
    stamp = observed.stamps[index]
    if observed.category[index] is not None or (stamp is not None and not stamp.relative):
        return None
    text = observed.fragments[index].text
    if _MINUTE.match(text):
        return Form.MINUTE
    if _SCORE.match(text):
        return Form.SCORE
    label = _LABEL.match(text)
    return Form.LABEL if label is not None and core(label[1]) not in _CREDITING else None


def headed(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The short lines between a plain text's paragraphs with blank lines around each: two or more head paragraphs.

    Links of menus that a dump leaves between paragraphs have no blank lines.
    """
    found = {index for index in range(run.first + 1, run.last) if _may_head(observed, index)}
    return found if len(found) >= _HEADINGS and _mean(evidence, [*found]) > _HEADINGS_ODDS else set()


def _may_head(observed: Observed, index: int) -> bool:
    if observed.page.html or observed.words[index] > _HEADING_WORDS or observed.ended[index]:
        return False
    apart = observed.fragments[index].gap and observed.fragments[index + 1].gap
    unlike = observed.category[index] or observed.stamps[index] or observed.caption[index]
    if not apart or unlike or observed.fragments[index].kind is not Kind.PARAGRAPH:
        return False
    return all(observed.stopped[i] and observed.words[i] >= _PARAGRAPH for i in _beside(observed, index))


def _beside(observed: Observed, index: int) -> tuple[int, int]:
    """The blocks above and below one, template text between left out."""
    above, below = index - 1, index + 1
    while above > 0 and observed.category[above]:
        above -= 1
    while below + 1 < len(observed.words) and observed.category[below]:
        below += 1
    return above, below


def closing(observed: Observed, run: Run) -> set[int]:
    """The formulas with which a story closes: «والله من وراء القصد»."""
    return set(takewhile(lambda index: _closes(observed, index), range(run.last, run.first, -1)))


def _closes(observed: Observed, index: int) -> bool:
    if index >= len(observed.words) or observed.words[index] > _CLOSING_WORDS:
        return False
    return _CLOSING.match(observed.folded[index]) is not None


def led(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The rows of short lines, as of prices, that a line of the story leads to with a colon; in a text that line too."""
    plain = not observed.page.html
    found: set[int] = set()
    for lead in range(run.first, run.last):
        if not observed.fragments[lead].text.endswith(":") or observed.category[lead] is not None:
            continue
        row = list(takewhile(lambda index: _is_short(observed, index), range(lead + 1, run.last + 1)))
        told = plain and _is_told(observed, lead - 1)
        if len(row) < _ROW or evidence.odds[lead] <= (_LIST_ODDS if told else BODY_ODDS):
            continue
        if _mean(evidence, row) > (_LED_ODDS if told else _LIST_ODDS):
            found.update((lead, *row) if plain else row)
    return found


def _is_told(observed: Observed, index: int) -> bool:
    """Whether a block is a whole paragraph."""
    return index >= 0 and observed.stopped[index] and observed.words[index] >= _PARAGRAPH


def _is_short(observed: Observed, index: int) -> bool:
    """Whether a block may be a line of a row: short, neither template text nor mostly linked."""
    return observed.words[index] <= _SHORT and observed.category[index] is None and observed.linked[index] < _LINKED


def unlikely_links(evidence: Evidence) -> set[int]:
    """The lines of link between the paragraphs, where they are together less likely the story's than not."""
    found = {index for index, value in enumerate(evidence.column(LINKS_BETWEEN)) if value}
    return found if sum(evidence.odds[index] - 0.7 for index in found) < 0 else set()


def _line_of_list(observed: Observed, index: int) -> Kind | None:
    """What a block may be a line of: a poem, a list of a clean text, or a row of its short lines, as of results."""
    kind = observed.fragments[index].kind
    if kind is Kind.ITEM and observed.page.html:
        return kind if observed.linked[index] < _LINKED else None
    if kind is Kind.VERSE or (kind is Kind.ITEM and observed.is_clean_text):
        return kind
    plain = observed.is_clean_text and observed.category[index] is None and not observed.stamps[index]
    short = observed.words[index] <= _SHORT and not observed.ended[index]
    return Kind.PARAGRAPH if plain and short and kind is Kind.PARAGRAPH else None
