"""Blocks that are the story's together or not at all: poems, lists, rows of short lines, links between paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, takewhile

from newscli.model import Kind
from newscli.weigh.context import LINKS_BETWEEN
from newscli.weigh.evidence import Evidence
from newscli.weigh.observe import Observed
from newscli.weigh.run import BODY_ODDS, Run

_LIST_ODDS = -1.2  # mean log-odds from which a list between paragraphs of a clean text is the story's
_ROW, _SHORT = 3, 8  # lines in a row that are a list without bullets, and words of each
_LINKED = 0.5  # share of a line in links from which it is no line of the story's list


def with_whole_groups(observed: Observed, evidence: Evidence, run: Run) -> Run:
    """A run moved to the ends of the poem or list that it begins or ends in, and to the whole sentences at its edges.

    A sentence right outside that might as well be the story's is it: of 15 on the labelled pages 11 are.
    """
    first, last = run.first, run.last
    while first > 0 and (_are_verse(observed, first - 1, first) or _may_be_sentence(observed, evidence, first - 1)):
        first -= 1
    while last + 1 < len(observed.words) and _may_be_sentence(observed, evidence, last + 1):
        last += 1
    opens = last + 1 if observed.fragments[last].text.endswith(":") and not observed.page.html else last
    group = _group_from(observed, opens)
    if group and _holds(observed, evidence, group):
        last = group[-1]
    return Run(first, last, run.weight)


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


def listed(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The lines of poems, and of lists without links, that are likely enough together."""
    found: set[int] = set()
    for kind, grouped in groupby(range(run.first, run.last + 1), lambda index: _line_of_list(observed, index)):
        group = list(grouped)
        if kind is not None and _holds(observed, evidence, group):
            found.update(group)
    return found


def led(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The rows of short lines, as of prices, that a line of the story leads to with a colon."""
    found: set[int] = set()
    for lead in range(run.first, run.last):
        if evidence.odds[lead] > BODY_ODDS and observed.fragments[lead].text.endswith(":"):
            row = list(takewhile(lambda index: _is_short(observed, index), range(lead + 1, run.last + 1)))
            if len(row) >= _ROW and _mean(evidence, row) > _LIST_ODDS:
                found.update(row)
    return found


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
