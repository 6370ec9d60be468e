"""Where a story begins and ends: its run moved out to the ends of the list, poem or report that it breaks off in.

Each step asks one question of the run as the steps before it have left it; the beginning is settled first.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby, takewhile

from newscli.model import Kind
from newscli.notices.template_text import Category
from newscli.regex import regex
from newscli.weigh import groups, rows
from newscli.weigh.breaks import behind_break, goes_on_at
from newscli.weigh.endings import closes
from newscli.weigh.evidence import Evidence
from newscli.weigh.features import SKIPPED
from newscli.weigh.groups import HEADING_WORDS
from newscli.weigh.observe import Observed
from newscli.weigh.places import make_of
from newscli.weigh.rows import Form, leads, mean
from newscli.weigh.run import BODY_ODDS, Run

_BETWEEN = 3  # blocks of template text between two entries of a report: buttons, the hour
_BEHIND_BREAK = -1.0  # log-odds from which a sentence behind a break is the story's
_POEM = regex("قصيد|ابيات|شعر|انشد|انشاد|زجل|موال|شيله")  # folded

Step = Callable[[Observed, Evidence, Run], int]


def with_whole_groups(observed: Observed, evidence: Evidence, run: Run) -> Run:
    """A run with the whole of the groups and sentences at its edges that are the story's."""
    for first in _FIRST:
        run = Run(first(observed, evidence, run), run.last, run.weight)
    for last in _LAST:
        run = Run(run.first, last(observed, evidence, run), run.weight)
    return run


def _above_led_row(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The paragraph of a text that leads to the row of short lines right above the story, with a colon."""
    lead = run.first - 1
    while lead > 0 and rows.is_short(observed, lead) and not leads(observed, lead):
        lead -= 1
    row = range(lead + 1, run.first)
    if observed.page.html or len(row) < rows.ROW or not leads(observed, lead) or not rows.is_told(observed, lead - 1):
        return run.first
    return lead - 1 if evidence.odds[lead - 1] > 0 and mean(evidence, row) > rows.LED_ODDS else run.first


def _first_of_row(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The first of the lines of one form that the story begins among: «البند: ...», «التوضيح: ...»."""
    row = rows.labelled_around(observed, run.first)
    return row[0] if rows.hold(observed, evidence, row) else run.first


def _first_entry(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The entry of a live report that the story begins in or below, where several stand below their hours."""
    first, is_report = run.first, rows.has_hours(observed, run)
    while is_report:
        entry = rows.entry_above(observed, first)
        if mean(evidence, entry) <= rows.LIST_ODDS or entry[0] >= first:
            break
        first = entry[0]
    return first


def _above_contents(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The lead above the table of contents that stands right above the story."""
    label = run.first - 1
    while label > 0 and observed.fragments[label].kind is Kind.ITEM:
        label -= 1
    listed = 0 < label < run.first - 1 and observed.category[label] is Category.CONTENTS
    return label - 1 if listed and _may_be_sentence(observed, evidence, label - 1) else run.first


def _first_sentence(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The first of the verses or whole sentences right above."""
    first = run.first
    while first > 0 and (_are_verse(observed, first - 1, first) or _may_be_sentence(observed, evidence, first - 1)):
        first -= 1
    return first


def _begun_sentence(observed: Observed, _: Evidence, run: Run) -> int:
    """The line that begins a sentence whose last line, the run's first, opens with a relative."""
    return groups.sentence_above(observed, run.first).start


def _opening_formula(observed: Observed, _: Evidence, run: Run) -> int:
    """The line that greets those addressed, «جماهير شعبنا،», or names a study's first part, «ملخص تنفيذي»."""
    first = run.first
    while first > 0 and groups.opens_text(observed, first - 1):
        first -= 1
    return first


def _opening_line(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The line of a text right above the first paragraph or entry that heads it, as others do inside."""
    above = run.first - 1
    if rows.heads_entries(observed, above) and any(rows.heads_entries(observed, index) for index in run.blocks):
        return above - (above > 0 and leads(observed, above - 1))
    opens = above >= 0 and groups.heads_story(observed, above) and groups.headed(observed, evidence, run)
    return run.first - bool(opens)


def _opening_heading(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The sub-heading of a page right above the first paragraph, as others stand inside."""
    above = run.first - 1
    if not observed.page.html or above < 0:
        return run.first
    heading, parent = observed.fragments[above], observed.fragments[run.first].parent
    few = observed.words[above] <= HEADING_WORDS or heading.text.endswith("؟")
    if heading.level <= 1 or not few or heading.parent is not parent or observed.category[above] is not None:
        return run.first
    levels = {observed.fragments[each].level for each in run.blocks if evidence.odds[each] > BODY_ODDS}
    return above if heading.level in levels else run.first


def _opening_question(observed: Observed, _: Evidence, run: Run) -> int:
    """The label of the question that an interview or a counsel begins with."""
    return run.first - rows.opens_with_question(observed, run)


def _last_sentence(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The last of the whole sentences right below. Of 15 that might as well be the story's, as labelled, 11 are."""
    return _with_sentences(observed, evidence, run.last)


def _with_sentences(observed: Observed, evidence: Evidence, last: int) -> int:
    while last + 1 < len(observed.words) and _may_be_sentence(observed, evidence, last + 1):
        last += 1
    return last


def _last_of_group(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The end of the poem, the list or the row that the story ends in or leads to, and the sentences behind it."""
    below = _leads_on(observed, run.last)
    opens = run.last + (below or rows.form_of(observed, run.last + 1) is Form.MINUTE)
    group = _group_from(observed, opens) or rows.labelled_around(observed, opens)
    if not group or not (groups.holds(observed, evidence, group) or (below and _ends_text(observed, evidence, group))):
        return run.last
    return _with_sentences(observed, evidence, group[-1])


def _group_from(observed: Observed, index: int) -> list[int]:
    """The lines of the list from a block on, or of the poem around it; none where it is in neither."""
    while 0 < index < len(observed.words) and _are_verse(observed, index - 1, index):
        index -= 1
    kinds = groupby(range(index, len(observed.words)), lambda each: groups.line_of_list(observed, each))
    kind, group = next(kinds, (None, iter(())))
    return list(group) if kind is not None else []


def _ends_text(observed: Observed, evidence: Evidence, group: list[int]) -> bool:
    """Whether a list that a colon leads to is likely enough, and nothing stands below it."""
    return group[-1] + 1 == len(observed.words) and mean(evidence, group) > rows.LED_ODDS


def _last_result(observed: Observed, _: Evidence, run: Run) -> int:
    """The last row of the results that the story leads to, or that it ends among."""
    row = rows.labelled_around(observed, run.last)
    leads_to = (run.last, run.last + 1, row[0] - 1 if row else run.last)
    return max((run.last, *(i for lead in leads_to for i in rows.results_from(observed, lead))))


def _last_entry(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The end of the entries of a live report that follow, each below its hour, as others above do."""
    last, is_report = run.last, rows.has_hours(observed, run)
    while is_report and rows.is_hour(observed, last + 1):
        entry = rows.entry(observed, last + 1)
        if mean(evidence, entry) <= rows.LIST_ODDS:
            break
        last = entry[-1]
    return last


def _last_reviewed(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The last of the entries below further names, as some stand above: the papers in a review of the press."""
    last, is_review = run.last, any(rows.heads_entries(observed, index) for index in run.blocks)
    while is_review and rows.heads_entries(observed, last + 1) and evidence.odds[last + 2] > BODY_ODDS:
        last = _with_sentences(observed, evidence, last + 2)
    return last


def _last_alike(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The last of the blocks that follow a page's story, each below a stamp and made as its last: a report's."""
    fragments, found = observed.fragments, run.last
    for index in range(run.last + 1, len(fragments) if observed.page.html else 0):
        if observed.is_known(index) and index - found <= _BETWEEN:
            continue
        alike = make_of(fragments[index].element) == make_of(fragments[found].element)
        if evidence.odds[index] <= BODY_ODDS or not alike or not any(observed.stamps[found + 1 : index]):
            break
        found = index
    return found


def _last_verse(observed: Observed, _: Evidence, run: Run) -> int:
    """The last of the few lines of a poem that a text's last sentence leads to: «وألقى الشاعر قصيدة منها:»."""
    lead = run.last if leads(observed, run.last) else run.last - 1
    if observed.page.html or not leads(observed, lead) or _POEM.search(observed.folded[lead]) is None:
        return run.last
    below = range(run.last + 1, min(len(observed.words), lead + rows.ROW + 1))
    lines = takewhile(lambda i: i == lead + 1 or not observed.fragments[i].gap, below)
    verse = list(takewhile(lambda i: not observed.is_known(i) and not observed.ended[i], lines))
    return verse[-1] if verse else run.last


def _last_behind_break(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The last sentence with which the story goes on behind a picture, a list, or another story that is offered."""
    last, boxed = run.last, evidence.column(SKIPPED)
    while goes_on_at(observed, boxed, behind := behind_break(observed, boxed, last + 1), last):
        if evidence.odds[behind] <= _BEHIND_BREAK:
            break
        last = _with_sentences(observed, evidence, behind)
    return last


def _line_cut_off(observed: Observed, evidence: Evidence, run: Run) -> int:
    """The last line of a text that breaks off in the midst of its last paragraph."""
    return run.last + groups.breaks_off(observed, evidence, run.last + 1)


def _closing_formula(observed: Observed, _: Evidence, run: Run) -> int:
    """The formula with which a story closes, or the signature of a post that it quotes."""
    last = run.last
    while closes(observed, last + 1):
        last += 1
    return last


def _may_be_sentence(observed: Observed, evidence: Evidence, index: int) -> bool:
    """Whether a block is a whole sentence, or leads to what follows, and might as well be the story's."""
    return (observed.stopped[index] or _leads_on(observed, index)) and evidence.odds[index] > BODY_ODDS


def _leads_on(observed: Observed, index: int) -> bool:
    """Whether a line of a text leads to what follows."""
    return not observed.page.html and leads(observed, index)


def _are_verse(observed: Observed, one: int, other: int) -> bool:
    return observed.fragments[one].kind is observed.fragments[other].kind is Kind.VERSE


_FIRST: tuple[Step, ...] = (
    _above_led_row,
    _first_of_row,
    _first_entry,
    _above_contents,
    _begun_sentence,
    _first_sentence,
    _opening_formula,
    _opening_line,
    _opening_heading,
    _opening_question,
)
_LAST: tuple[Step, ...] = (
    _last_sentence,
    _last_of_group,
    _last_result,
    _last_entry,
    _last_reviewed,
    _last_alike,
    _last_verse,
    _last_behind_break,
    _line_cut_off,
    _closing_formula,
)
