"""Blocks that are the story's together or not at all: poems, lists, rows of short lines, links between paragraphs."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import groupby, takewhile

from newscli.lexicon.box_words import GREETS
from newscli.lexicon.openings import goes_on
from newscli.model import Kind
from newscli.notices.template_text import OFFERS, Category, heads_links
from newscli.regex import regex
from newscli.weigh import rows
from newscli.weigh.context import LINKS_BETWEEN
from newscli.weigh.endings import closes, contents_at
from newscli.weigh.evidence import Column, Evidence
from newscli.weigh.features import SKIPPED
from newscli.weigh.observe import Observed
from newscli.weigh.places import make_of
from newscli.weigh.rows import LINKED, LIST_ODDS, Form, mean
from newscli.weigh.run import BODY_ODDS, Run, stretch

_BETWEEN = 3  # blocks of template text between two entries of a report: buttons, the hour
# Lines that head paragraphs: words of one, how many show a habit, and their mean log-odds.
_HEADING_WORDS, _HEADINGS, _HEADINGS_ODDS = 5, 2, -1.5
_SURE_LINK = 0.7  # log-odds from which a line of link between the paragraphs is the story's
_BEHIND_OFFERS = -1.0  # log-odds from which a sentence behind them is the story's
_OFFERED = 8  # lines at most of a box inside a text that offers other stories
_ALIKE = 2.0  # by how much the log-odds of a sub-heading may be below the mean of its level
_SALUTATION = 12  # words of the line that greets those to whom a letter or a statement is addressed, and its end
_ADDRESSED = regex(r"[،,:]\W*$|(?:محترم|موقر)(?:ه|ون|ين)?\W*$")


def with_whole_groups(observed: Observed, evidence: Evidence, run: Run) -> Run:
    """A run moved to the ends of the poem or list that it begins or ends in, and to the whole sentences at its edges.

    A sentence right outside that might as well be the story's is it: of 15 on the labelled pages 11 are.
    """
    first = rows.first_entries(observed, evidence, run, rows.above_led_row(observed, evidence, run.first))
    first = _above_contents(observed, evidence, first)
    while first > 0 and (_are_verse(observed, first - 1, first) or _may_be_sentence(observed, evidence, first - 1)):
        first -= 1
    while first > 0 and _greets(observed, first - 1):
        first -= 1
    opened = Run(first, run.last, run.weight)
    first -= _opens_with_heading(observed, evidence, opened) or rows.opens_with_question(observed, opened)
    last = _with_sentences(observed, evidence, run.last)
    below = _leads_on(observed, last)
    opens = last + 1 if below or rows.form_of(observed, last + 1) is Form.MINUTE else last
    group = _group_from(observed, opens) or rows.labelled_around(observed, opens)
    if group and (_holds(observed, evidence, group) or (below and _ends_text(observed, evidence, group))):
        last = _with_sentences(observed, evidence, group[-1])
    last = max((last, *rows.results_from(observed, last), *rows.results_from(observed, last + 1)))
    last = _last_alike(observed, evidence, rows.last_entries(observed, evidence, run, last))
    last = _last_behind_offers(observed, evidence, rows.last_verse(observed, last))
    last = max({last} | _last_of_text(observed, evidence, Run(first, last + 1, run.weight)))
    while closes(observed, last + 1):
        last += 1
    return Run(first, last, run.weight)


def _above_contents(observed: Observed, evidence: Evidence, first: int) -> int:
    """The first block of a story; where its table of contents stands right above, the lead above that."""
    label = first - 1
    while label > 0 and observed.fragments[label].kind is Kind.ITEM:
        label -= 1
    listed = 0 < label < first - 1 and observed.category[label] is Category.CONTENTS
    return label - 1 if listed and _may_be_sentence(observed, evidence, label - 1) else first


def _opens_with_heading(observed: Observed, evidence: Evidence, run: Run) -> bool:
    """Whether a story begins with a sub-heading: right above its first paragraph, as others stand inside."""
    if run.first == 0:
        return False
    if not observed.page.html:
        return _heads_story(observed, run.first - 1) and bool(headed(observed, evidence, run))
    heading, below = observed.fragments[run.first - 1], observed.fragments[run.first]
    few = observed.words[run.first - 1] <= _HEADING_WORDS or heading.text.endswith("؟")
    if heading.level <= 1 or not few or heading.parent is not below.parent:
        return False
    levels = {observed.fragments[each].level for each in run.blocks if evidence.odds[each] > BODY_ODDS}
    return heading.level in levels and observed.category[run.first - 1] is None


def _last_behind_offers(observed: Observed, evidence: Evidence, last: int) -> int:
    """The last sentence with which a text's story goes on behind another story that is offered in its midst.

    That is «اقرأ أيضا: ...» in one line, or the label above headlines, excerpts and days. A sentence behind it is the
    story's if it may be and opens with «و», as no other story does; behind one line any «و» is enough, and behind a
    box that says «تخطى قصص مقترحة وواصل القراءة» no more is asked.
    """
    boxed = evidence.column(SKIPPED)
    while (behind := _behind_offer(observed, boxed, last + 1)) < len(observed.words):
        text = observed.fragments[behind].text
        goes = goes_on(text) or (behind == last + 2 and text.startswith("و")) or any(boxed[behind - 1 : behind])
        if not goes or not observed.stopped[behind] or evidence.odds[behind] <= _BEHIND_OFFERS:
            break
        last = _with_sentences(observed, evidence, behind)
    return last


def _behind_offer(observed: Observed, boxed: Column, index: int) -> int:
    """The block behind a box, or a text's offer of other stories; the number of blocks where none begins at `index`."""
    size = len(observed.words)
    if any(boxed[index : index + 1]):
        return next((i for i in range(index, size) if not boxed[i]), size)
    if observed.page.html or index >= size or observed.category[index] not in OFFERS:
        return size
    if not heads_links(observed.folded[index]):
        return index + 1
    behind = index + 1
    while behind < min(size, index + _OFFERED) and _is_offered(observed, behind):
        behind += 1
    return behind if behind > index + 1 else size


def _is_offered(observed: Observed, index: int) -> bool:
    """Whether a line may be the headline, the excerpt or the day of a story that is offered."""
    return observed.stamps[index] is not None or not (observed.stopped[index] or observed.is_known(index))


def _last_alike(observed: Observed, evidence: Evidence, last: int) -> int:
    """The last of the blocks that follow a page's story, each below a stamp and made as its last: a report's."""
    fragments, found = observed.fragments, last
    for index in range(last + 1, len(fragments) if observed.page.html else 0):
        if observed.is_known(index) and index - found <= _BETWEEN:
            continue
        alike = make_of(fragments[index].element) == make_of(fragments[found].element)
        if evidence.odds[index] <= BODY_ODDS or not alike or not any(observed.stamps[found + 1 : index]):
            break
        found = index
    return found


def _with_sentences(observed: Observed, evidence: Evidence, last: int) -> int:
    """The last of the whole sentences that follow a story's last block."""
    while last + 1 < len(observed.words) and _may_be_sentence(observed, evidence, last + 1):
        last += 1
    return last


def _may_be_sentence(observed: Observed, evidence: Evidence, index: int) -> bool:
    """Whether a block is a whole sentence, or leads to what follows, and might as well be the story's."""
    return (observed.stopped[index] or _leads_on(observed, index)) and evidence.odds[index] > BODY_ODDS


def _last_of_text(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """A text's last line, where it is prose right below a paragraph, though no stop closes it, or one of dots.

    So a text ends that was cut off in the midst of a paragraph. Another story's excerpt has a headline above it.
    """
    last, closing = run.last, run.last == len(observed.words) - 1 and not observed.page.html
    if not closing or observed.is_known(last) or not observed.is_long(last - 1):
        return set()
    prose = observed.goes_on[last] or (observed.is_long(last) and observed.function[last] > 0)
    return {last} if prose and evidence.odds[last] > _BEHIND_OFFERS else set()


def _leads_on(observed: Observed, index: int) -> bool:
    """Whether a line of a text leads to what follows."""
    return not observed.page.html and rows.leads(observed, index)


def _are_verse(observed: Observed, one: int, other: int) -> bool:
    return observed.fragments[one].kind is observed.fragments[other].kind is Kind.VERSE


def _group_from(observed: Observed, index: int) -> list[int]:
    """The lines of the list from a block on, or of the poem around it; none where it is in neither."""
    while 0 < index < len(observed.words) and _are_verse(observed, index - 1, index):
        index -= 1
    kinds = groupby(range(index, len(observed.words)), lambda each: _line_of_list(observed, each))
    kind, group = next(kinds, (None, iter(())))
    return list(group) if kind is not None else []


def _holds(observed: Observed, evidence: Evidence, group: list[int]) -> bool:
    """Whether the lines of a poem or a list are likely enough together: each stands or falls whole."""
    kind = _line_of_list(observed, group[0])
    if kind is None:
        return rows.hold(observed, evidence, group)
    if kind is Kind.PARAGRAPH and len(group) < rows.ROW:
        return False
    return mean(evidence, group) > (BODY_ODDS if observed.page.html and kind is Kind.ITEM else LIST_ODDS)


def _ends_text(observed: Observed, evidence: Evidence, group: list[int]) -> bool:
    """Whether a list that a colon leads to is likely enough, and nothing stands below it."""
    return group[-1] + 1 == len(observed.words) and mean(evidence, group) > rows.LED_ODDS


def likely(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The blocks of a run that are the story's since the lines of their kind are."""
    found = formulas(observed, run) | _last_of_text(observed, evidence, run)
    for kind in (listed, rows.led, rows.results, rows.labelled, rows.asked, rows.entries, headed, named, sub_headings):
        found |= kind(observed, evidence, run)
    return found


def listed(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The lines of poems, and of lists without links, that are likely enough together."""
    return rows.alike(run, partial(_line_of_list, observed), partial(_holds, observed, evidence))


def sub_headings(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The headings of each level that are likely enough together, but for those much less likely than the others."""
    found: set[int] = set()
    levels = defaultdict(list)
    for index in run.blocks:
        if observed.fragments[index].level and not observed.category[index] and observed.linked[index] < LINKED:
            levels[observed.fragments[index].level].append(index)
    for group in levels.values():
        usual = mean(evidence, group)
        if usual > BODY_ODDS:
            found.update(index for index in group if evidence.odds[index] > usual - _ALIKE)
    return found


def headed(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The short lines between a plain text's paragraphs with blank lines around each: two or more head paragraphs.

    A menu's links in a dump have none. One above is enough where such lines are as likely as the story's.
    """
    found = {index for index in range(run.first + 1, run.last) if _may_head(observed, index)}
    apart = {index for index in found if observed.fragments[index + 1].gap}
    each = ((apart, _HEADINGS_ODDS), (found, BODY_ODDS))
    likely = [group for group, least in each if len(group) >= _HEADINGS and mean(evidence, [*group]) > least]
    opening = {run.first} if likely and _heads_story(observed, run.first) else set()
    return opening.union(*likely)


def named(observed: Observed, _: Evidence, run: Run) -> set[int]:
    """The lines of a story that its table of contents above names: they head its parts."""
    names = {observed.folded[i] for i in range(contents_at(observed) + 1, run.first)}
    return {i for i in run.blocks if observed.folded[i] in names and not observed.is_known(i)}


def _may_head(observed: Observed, index: int) -> bool:
    """Whether a line may head a paragraph: short, between two of them, apart from them; in a clean text a list too."""
    told = rows.is_in_text if observed.is_clean_text else rows.is_told
    return _is_apart(observed, index) and all(told(observed, each) for each in _beside(observed, index))


def _is_apart(observed: Observed, index: int) -> bool:
    """Whether a line of a text is short and ends no sentence, below a blank line; in a clean text it may ask."""
    asks = observed.is_clean_text and observed.fragments[index].text.endswith("؟")
    if observed.page.html or observed.words[index] > _HEADING_WORDS or (observed.ended[index] and not asks):
        return False
    unlike = observed.is_known(index) or observed.caption[index]
    return observed.fragments[index].gap > 0 and not unlike and observed.fragments[index].kind is Kind.PARAGRAPH


def _heads_story(observed: Observed, index: int) -> bool:
    """Whether such a line of a clean text stands above a paragraph that has a word of it."""
    told = observed.is_clean_text and observed.is_long(index + 1) and _is_apart(observed, index)
    return told and not observed.content[index].isdisjoint(observed.content[index + 1])


def _beside(observed: Observed, index: int) -> tuple[int, int]:
    """The blocks above and below one, template text and captions between left out."""
    size = len(observed.words)
    around = stretch(index, size, lambda each: observed.category[each] is not None or observed.caption[each])
    return max(0, around.start - 1), min(size - 1, around.stop)


def formulas(observed: Observed, run: Run) -> set[int]:
    """The formulas with which a story opens, «جماهير شعبنا الصامد،», and closes: «والله من وراء القصد»."""
    opening = takewhile(partial(_greets, observed), run.blocks)
    return {*opening, *takewhile(partial(closes, observed), range(run.last, run.first, -1))}


def _greets(observed: Observed, index: int) -> bool:
    """Whether a line greets those to whom a letter, a statement or a speech is addressed, and leads on to it."""
    folded = observed.folded[index]
    short = observed.words[index] <= _SALUTATION and _ADDRESSED.search(folded) is not None
    return short and GREETS.match(folded) is not None


def unlikely_links(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The lines of link between the paragraphs, where they are together less likely the story's than not.

    So is each line of link in what the template calls related stories.
    """
    odds, linked = evidence.odds, observed.linked
    several = {index for index, value in enumerate(evidence.column(LINKS_BETWEEN)) if value}
    related = {i for i in run.blocks if linked[i] > LINKED and odds[i] < _SURE_LINK and observed.named(i, "related")}
    return related | (several if sum(odds[index] - _SURE_LINK for index in several) < 0 else set())


def _line_of_list(observed: Observed, index: int) -> Kind | None:
    """What a block may be a line of: a poem, a list of a clean text, or a row of its short lines, as of results."""
    kind = observed.fragments[index].kind
    if kind is Kind.ITEM and observed.page.html:
        return kind if observed.linked[index] < LINKED else None
    if kind is Kind.VERSE or (kind is Kind.ITEM and observed.is_clean_text):
        return kind
    plain = observed.is_clean_text and not observed.is_known(index)
    short = observed.words[index] <= rows.SHORT and not observed.ended[index]
    return Kind.PARAGRAPH if plain and short and kind is Kind.PARAGRAPH else None
