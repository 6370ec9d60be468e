"""Blocks that are the story's together or not at all: poems, lists, rows of short lines, links between paragraphs."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import takewhile

from newscli.lexicon import lines
from newscli.lexicon.box_words import GREETS
from newscli.lexicon.openings import tells_of_named
from newscli.model import Kind
from newscli.regex import regex
from newscli.weigh import rows
from newscli.weigh.context import LINKS_BETWEEN
from newscli.weigh.endings import closes, contents_at
from newscli.weigh.evidence import Evidence
from newscli.weigh.observe import Observed
from newscli.weigh.places import make_of
from newscli.weigh.rows import LED_ODDS, LINKED, LIST_ODDS, mean
from newscli.weigh.run import BODY_ODDS, Run, stretch

# Lines that head paragraphs: words of one at most, how many show a habit, and their mean log-odds.
HEADING_WORDS, _HEADINGS, _HEADINGS_ODDS = 5, 2, -1.5
_SURE_LINK = 0.7  # log-odds from which a line of link between the paragraphs is the story's
_CUT_OFF = -1.0  # log-odds from which the last line of a text is the story's, though no stop closes it
_PULLED = 4  # words of a pull quote at the least
_REACH = 8  # blocks on each side among which the paragraph stands that it is from
_ALIKE = 2.0  # by how much the log-odds of a sub-heading may be below the mean of its level
_OPENING = 3  # lines at most in which one sentence is set: «ينعى المجلس», «NAME», «الذي انتقل ...»
_SALUTATION = 12  # words of the line that greets those to whom a letter or a statement is addressed, and its end
_PART = regex(lines.PART)
_ADDRESSED = regex(r"[،,:]\W*$|(?:محترم|موقر)(?:ه|ون|ين)?\W*$")


def holds(observed: Observed, evidence: Evidence, group: list[int]) -> bool:
    """Whether the lines of a poem or a list are likely enough together: each stands or falls whole."""
    kind = line_of_list(observed, group[0])
    if kind is None:
        return rows.hold(observed, evidence, group)
    if kind is Kind.PARAGRAPH and len(group) < rows.ROW:
        return False
    if not observed.page.html or kind is not Kind.ITEM:
        return mean(evidence, group) > LIST_ODDS
    led = rows.leads(observed, group[0] - 1) and evidence.odds[group[0] - 1] > BODY_ODDS
    return mean(evidence, group) > (LED_ODDS if led else BODY_ODDS)


def likely(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The blocks of a run that are the story's since the lines of their kind are."""
    return set().union(*(kind(observed, evidence, run) for kind in _KINDS))


def listed(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The lines of poems, and of lists without links, that are likely enough together."""
    return rows.alike(run, partial(line_of_list, observed), partial(holds, observed, evidence))


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

    Links of menus that a dump leaves between paragraphs have no blank lines. One above is enough where such lines are
    as likely as the story's.
    """
    found = {index for index in range(run.first + 1, run.last) if _may_head(observed, index)}
    apart = {index for index in found if observed.fragments[index + 1].gap}
    each = ((apart, _HEADINGS_ODDS), (found, BODY_ODDS))
    likely = [group for group, least in each if len(group) >= _HEADINGS and mean(evidence, [*group]) > least]
    opening = {run.first} if likely and heads_story(observed, run.first) else set()
    return opening.union(*likely)


def named(observed: Observed, _: Evidence, run: Run) -> set[int]:
    """The lines of a story that its table of contents above names: they head its parts."""
    names = {observed.folded[i] for i in range(contents_at(observed) + 1, run.first)}
    return {i for i in run.blocks if observed.folded[i] in names and not observed.is_known(i)}


def reviewed(observed: Observed, _: Evidence, run: Run) -> set[int]:
    """The names above entries with bullets, where there are several: the papers in a review of the press."""
    names = {index for index in run.blocks if rows.heads_entries(observed, index)}
    lead = {run.first} if rows.leads(observed, run.first) and run.first + 1 in names else set()
    return names | lead if len(names) >= _HEADINGS else set()


def _may_head(observed: Observed, index: int) -> bool:
    """Whether a line may head a paragraph: short, between two of them, apart from them; in a clean text a list too."""
    told = rows.is_in_text if observed.is_clean_text else rows.is_told
    return _is_apart(observed, index) and all(told(observed, each) for each in _beside(observed, index))


def _is_apart(observed: Observed, index: int) -> bool:
    """Whether a line of a text is short and ends no sentence, below a blank line; in a clean text it may ask."""
    asks = observed.is_clean_text and observed.fragments[index].text.endswith("؟")
    if observed.page.html or observed.words[index] > HEADING_WORDS or (observed.ended[index] and not asks):
        return False
    unlike = observed.is_known(index) or observed.caption[index]
    return observed.fragments[index].gap > 0 and not unlike and observed.fragments[index].kind is Kind.PARAGRAPH


def heads_story(observed: Observed, index: int) -> bool:
    """Whether such a line of a clean text stands above a paragraph that has a word of it."""
    told = observed.is_clean_text and observed.is_long(index + 1) and _is_apart(observed, index)
    return told and not observed.content[index].isdisjoint(observed.content[index + 1])


def _beside(observed: Observed, index: int) -> tuple[int, int]:
    """The blocks above and below one, template text and captions between left out."""
    size = len(observed.words)
    around = stretch(index, size, lambda each: observed.category[each] is not None or observed.caption[each])
    return max(0, around.start - 1), min(size - 1, around.stop)


def cut_off(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The last line of a text that was cut off in the midst of a paragraph."""
    return {run.last} if breaks_off(observed, evidence, run.last) else set()


def breaks_off(observed: Observed, evidence: Evidence, index: int) -> bool:
    """Whether a line ends a text, and is prose right below a paragraph, though no stop closes it, or one of dots.

    Another story's excerpt has a headline above it.
    """
    ends = 0 < index == len(observed.words) - 1 and not observed.page.html
    if not ends or observed.is_known(index) or not observed.is_long(index - 1):
        return False
    prose = observed.goes_on[index] or (observed.is_long(index) and observed.function[index] > 0)
    return prose and evidence.odds[index] > _CUT_OFF


def is_pulled(observed: Observed, blocks: list[int], place: int) -> bool:
    """Whether a page sets words of a paragraph once more beside it, in a box of another make: a pull quote.

    `place` is that among the blocks.
    """
    index = blocks[place]
    element, kind = observed.fragments[index].element, observed.fragments[index].kind
    if element is None or kind in (Kind.HEADING, Kind.ITEM) or observed.words[index] < _PULLED:
        return False
    text, make = observed.core(index), make_of(element)
    near = blocks[max(0, place - _REACH) : place + _REACH + 1]
    longer = (each for each in near if observed.words[each] > observed.words[index])
    told = (each for each in longer if text in observed.folded_whole(each))
    return any(make_of(observed.fragments[each].element) != make for each in told)


def formulas(observed: Observed, _: Evidence, run: Run) -> set[int]:
    """The formulas with which a story opens, «جماهير شعبنا الصامد،», and closes: «والله من وراء القصد»."""
    opening = takewhile(partial(opens_text, observed), run.blocks)
    return {*opening, *takewhile(partial(closes, observed), range(run.last, run.first, -1))}


def begun(observed: Observed, _: Evidence, run: Run) -> set[int]:
    """The lines of the sentence that a story's opening is set in, where the last of them opens with a relative."""
    return {i for index in run.blocks[:_OPENING] for i in sentence_above(observed, index)}


def sentence_above(observed: Observed, index: int) -> range:
    """The lines above a relative from the long one on: «ينعى المجلس الزميل المرحوم», «NAME», «الذي انتقل ...»."""
    if tells_of_named(observed.folded[index]):
        for first in range(index - 1, max(-1, index - _OPENING), -1):
            if observed.is_known(first) or observed.stopped[first]:
                break
            if observed.is_long(first):
                return range(first, index)
    return range(index, index)


def opens_text(observed: Observed, index: int) -> bool:
    """Whether a line greets those to whom a letter, a statement or a speech is addressed, or names a first part."""
    folded = observed.folded[index]
    short = observed.words[index] <= _SALUTATION and _ADDRESSED.search(folded) is not None
    return _PART.fullmatch(folded) is not None or (short and GREETS.match(folded) is not None)


def unlikely_links(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The lines of link between the paragraphs, where they are together less likely the story's than not.

    So is each line of link in what the template calls related stories.
    """
    odds, linked = evidence.odds, observed.linked
    several = {index for index, value in enumerate(evidence.column(LINKS_BETWEEN)) if value}
    related = {i for i in run.blocks if linked[i] > LINKED and odds[i] < _SURE_LINK and observed.named(i, "related")}
    return related | (several if sum(odds[index] - _SURE_LINK for index in several) < 0 else set())


def line_of_list(observed: Observed, index: int) -> Kind | None:
    """What a block may be a line of: a poem, a list of a clean text, or a row of its short lines, as of results."""
    kind = observed.fragments[index].kind
    if kind is Kind.ITEM and observed.page.html:
        return kind if observed.linked[index] < LINKED else None
    if kind is Kind.VERSE or (kind is Kind.ITEM and observed.is_clean_text):
        return kind
    plain = observed.is_clean_text and not observed.is_known(index)
    short = observed.words[index] <= rows.SHORT and not observed.ended[index]
    return Kind.PARAGRAPH if plain and short and kind is Kind.PARAGRAPH else None


_KINDS = (
    formulas,
    begun,
    cut_off,
    listed,
    rows.led,
    rows.results,
    rows.labelled,
    rows.asked,
    rows.entries,
    headed,
    reviewed,
    named,
    sub_headings,
)
