"""From evidence to a reading: one headline, one run of body, or the finding that the page holds no story.

The blocks are weighed by themselves, which tells about where the story is; that tells the headline; with it and with
their neighbours the blocks are weighed again; the heaviest run of them is the story. Last, the whole page is weighed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from msgspec import Struct

from newscli.arabic.words import core
from newscli.lazy import Lazy
from newscli.model import Kind
from newscli.segment.page import Page
from newscli.weigh import weights
from newscli.weigh.candidates import Candidates, candidates
from newscli.weigh.context import CONTEXT, LINKS_BETWEEN, near
from newscli.weigh.evidence import Evidence, probability
from newscli.weigh.features import BODY
from newscli.weigh.headline import TITLE
from newscli.weigh.observe import Observed, observe
from newscli.weigh.run import Run, heaviest_run
from newscli.weigh.whole import WHOLE, Whole

BODY_ODDS = -0.3  # log-odds from which a block inside the run is the story's; cross-validated on gold and twins
TITLE_ODDS = -2.2  # log-odds from which a line is taken for the headline
_NO_LINE = -9.0  # log-odds where no line can be the headline
_LIST_ODDS = -1.2  # mean log-odds from which a list between paragraphs of a clean text is the story's
_HEADING, _PARAGRAPH = 40, 12  # most words of a headline; least of a paragraph that only mistakes print twice
_ROW, _SHORT = 3, 8  # lines in a row that are a list without bullets, and words of each
_LINKED = 0.5  # share of an item in links from which it is no line of the story's list
_CLEAN = 0.5  # how free of template text such a text is
# Log-odds of the whole from which a page is read as a story. A story that is lost is worse than a text that is none,
# whose reader sees what it is: of pages 40 % are enough. Plain text was chosen by somebody: 2 % are.
_STORY, _PLAIN_STORY = -0.4, -4.0


class Headline(Struct, frozen=True):
    """The line that is the headline (None where no line is), its log-odds, and all that were considered."""

    index: int | None
    odds: float
    lines: Candidates
    weighed: Lazy[Evidence]  # one: of all the lines, for those who ask why

    @property
    def evidence(self) -> Evidence:
        """What spoke for and against each of the lines."""
        return self.weighed[0]


class Reading(Struct, frozen=True):
    """What a page is read as: the headline, the story's run and the blocks of it that are body, and why.

    `whole` is the evidence that there is a story at all, one candidate; without one `body` is empty.
    """

    observed: Observed
    blocks: Evidence
    headline: Headline | None
    run: Run | None
    body: tuple[int, ...]
    whole: Evidence | None

    @property
    def page(self) -> Page:
        """The page that was read."""
        return self.observed.page

    @property
    def title(self) -> int | None:
        """The block that is the headline of the story."""
        return self.headline.index if self.headline is not None and self.body else None

    def chance(self, index: int) -> float:
        """The probability that a block is the story's text, as cross-validated: blocks in the run are it more often."""
        inside = self.run is not None and self.run.first <= index <= self.run.last
        slope, shift = weights.CALIBRATION["inside the run" if inside else "outside"]
        return probability(slope * self.blocks.odds[index] + shift)


def choose(page: Page) -> Reading:
    """The reading of a page. Linear in its length."""
    observed = observe(page)
    size = len(observed.words)
    first = BODY.weigh(observed, size, weights.BODY)
    run = heaviest_run(first.odds, observed.words, observed.inside)
    if run is None:
        return Reading(observed, first, None, None, (), None)
    headline = _headline(observed, run)
    second = CONTEXT.weigh(near(observed, first, headline.best), size, weights.CONTEXT)
    run = heaviest_run(second.odds, observed.words, observed.inside)
    if run is None:
        return Reading(observed, second, headline.found, None, (), None)
    run = _with_whole_groups(observed, second, run)
    body = _body(observed, second, run, headline.found.index)
    if not body:
        return Reading(observed, second, headline.found, None, (), None)
    whole = WHOLE.weigh(Whole(observed, run, body, headline.best, headline.found.odds), 1, weights.WHOLE)
    told = whole.odds[0] > story_odds(html=page.html)
    return Reading(observed, second, headline.found, run, tuple(body) if told else (), whole)


def story_odds(*, html: bool) -> float:
    """The log-odds of the whole above which a page, or else a plain text, is read as a story."""
    return _STORY if html else _PLAIN_STORY


class _Chosen(Struct, frozen=True):
    best: int | None  # the likeliest line, whether or not it is likely enough
    found: Headline


def _headline(observed: Observed, run: Run) -> _Chosen:
    lines = candidates(observed, run)
    weighed = Lazy(lambda: (TITLE.weigh(lines, len(lines.indices), weights.TITLE),))
    if not lines.indices:
        return _Chosen(None, Headline(None, _NO_LINE, lines, weighed))
    contenders = lines.only(TITLE.contenders(lines, len(lines.indices), weights.TITLE))
    odds = TITLE.weigh(contenders, len(contenders.indices), weights.TITLE).odds
    place = max(range(len(odds)), key=odds.__getitem__)
    best = contenders.indices[place]
    return _Chosen(best, Headline(best if odds[place] > TITLE_ODDS else None, odds[place], lines, weighed))


def _body(observed: Observed, evidence: Evidence, run: Run, title: int | None) -> list[int]:
    """The blocks of the run that are the story's: those likely enough, without the headline and copies."""
    likely = _listed(observed, evidence, run) | _led(observed, evidence, run)
    unlikely = _links_between(evidence)
    blocks = [
        index
        for index in range(run.first, run.last + 1)
        if (evidence.odds[index] > BODY_ODDS or index in likely) and index not in unlikely and index != title
    ]
    return list(_without_copies(observed, blocks, title))


def _without_copies(observed: Observed, blocks: list[int], title: int | None) -> Iterator[int]:
    """The blocks that say neither the headline again nor a paragraph above; two lines of results may well be alike."""
    heading = core(observed.fragments[title].text) if title is not None else None
    told: set[str] = set()
    for index in blocks:
        words, text = observed.words[index], observed.folded[index]
        echo = words <= _HEADING and heading and core(observed.fragments[index].text) == heading
        if not echo and not (words >= _PARAGRAPH and text in told):
            told.add(text)
            yield index


def _with_whole_groups(observed: Observed, evidence: Evidence, run: Run) -> Run:
    """A run that begins or ends inside a poem or a list, or at the line that leads to a list, moved to its ends."""
    first, last = run.first, run.last
    while first > 0 and _are_verse(observed, first - 1, first):
        first -= 1
    opens = last + 1 if observed.fragments[last].text.endswith(":") and not observed.page.html else last
    group = _group_from(observed, opens)
    if group and _holds(observed, evidence, group):
        last = group[-1]
    return Run(first, last, run.weight)


def _are_verse(observed: Observed, one: int, other: int) -> bool:
    return observed.fragments[one].kind is observed.fragments[other].kind is Kind.VERSE


def _group_from(observed: Observed, index: int) -> list[int]:
    """The lines of the list or poem from a block on; none where it is in neither."""
    kind = _line_of_list(observed, index) if index < len(observed.words) else None
    found = []
    while kind is not None and index < len(observed.words) and _line_of_list(observed, index) is kind:
        found.append(index)
        index += 1
    return found


def _holds(observed: Observed, evidence: Evidence, group: list[int]) -> bool:
    """Whether the lines of a poem or a list are likely enough together: each stands or falls whole."""
    kind = _line_of_list(observed, group[0])
    if kind is Kind.PARAGRAPH and len(group) < _ROW:
        return False
    least = BODY_ODDS if observed.page.html and kind is Kind.ITEM else _LIST_ODDS
    return sum(evidence.odds[i] for i in group) / len(group) > least


def _listed(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The lines of poems, and of lists without links, that are likely enough together."""
    found: set[int] = set()
    for kind, grouped in groupby(range(run.first, run.last + 1), lambda index: _line_of_list(observed, index)):
        group = list(grouped)
        if kind is not None and _holds(observed, evidence, group):
            found.update(group)
    return found


def _led(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The rows of short lines, as of prices, that a line of the story leads to with a colon."""
    found: set[int] = set()
    for lead in range(run.first, run.last):
        if evidence.odds[lead] > BODY_ODDS and observed.fragments[lead].text.endswith(":"):
            row = list(takewhile(lambda index: _is_short(observed, index), range(lead + 1, run.last + 1)))
            if len(row) >= _ROW and sum(evidence.odds[index] for index in row) / len(row) > _LIST_ODDS:
                found.update(row)
    return found


def _is_short(observed: Observed, index: int) -> bool:
    """Whether a block may be a line of a row: short, neither template text nor mostly linked."""
    return observed.words[index] <= _SHORT and observed.category[index] is None and observed.linked[index] < _LINKED


def _links_between(evidence: Evidence) -> set[int]:
    """The lines of link between the paragraphs, where they are together less likely the story's than not."""
    found = {index for index, value in enumerate(evidence.column(LINKS_BETWEEN)) if value}
    return found if sum(evidence.odds[index] for index in found) < 0 else set()


def _line_of_list(observed: Observed, index: int) -> Kind | None:
    """What a block may be a line of: a poem, a list of a clean text, or a row of its short lines, as of results."""
    kind = observed.fragments[index].kind
    if kind is Kind.ITEM and observed.page.html:
        return kind if observed.linked[index] < _LINKED else None
    if kind is Kind.VERSE or (kind is Kind.ITEM and observed.clean >= _CLEAN):
        return kind
    plain = observed.clean >= _CLEAN and observed.category[index] is None and not observed.stamps[index]
    short = observed.words[index] <= _SHORT and not observed.ended[index]
    return Kind.PARAGRAPH if plain and short and kind is Kind.PARAGRAPH else None
