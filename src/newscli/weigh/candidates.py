"""The lines of a page that may be its headline: every short line down to the story's end; and the head of a plain text.

That are the lines above its first credit, date or paragraph: kicker, headline and deck. Printed papers and agencies set
them in this order, and the writer's name below: of three such lines the middle one is the headline, of two the first,
unless it begins as a kicker does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from newscli.credits.credit_line import EMPTY, CreditLine
from newscli.credits.line import read_credit
from newscli.lexicon.openings import opens_inside, seldom_opens
from newscli.model import Kind
from newscli.notices.sections import is_section
from newscli.regex import regex
from newscli.segment.page import Fragment
from newscli.weigh.evidence import AGAINST, FOR, Column, Feature
from newscli.weigh.observe import Observed
from newscli.weigh.places import PARAGRAPH_WORDS
from newscli.weigh.run import Run

MOST_WORDS, MOST_CHARACTERS = 35, 260  # of a headline
HEAD = 12  # blocks around the story's beginning that are read for credits; farther off a line is no byline anyway
LONG = 25  # words: a longer line is a paragraph, whatever its end
_STORY_PARAGRAPHS = 6  # paragraphs in which a headline's words come again
BULLETS = ("- ", "– ", "• ", "* ", "ـ ", "▪ ", "● ")
SAMPLE = 600  # characters of a paragraph whose words are compared


class Candidates(Struct, frozen=True):
    """The lines that may be the headline, with what they are compared with."""

    observed: Observed
    indices: list[int]
    start: int  # the story's first paragraph: a run may begin with the headline
    last: int  # the story's last block
    story: dict[int, frozenset[str]]  # content words of each of the story's first paragraphs
    counts: Counter[str]  # how often each line stands on the page
    fragments: list[Fragment]  # the candidates' blocks

    def only(self, places: list[int]) -> Candidates:
        """Those at some places among the candidates, as the only ones."""
        return replace(self, indices=[self.indices[i] for i in places], fragments=[self.fragments[i] for i in places])

    def credit(self, index: int) -> CreditLine:
        """What a block credits; far from the story's beginning it isn't asked."""
        near = abs(self.start - index) <= HEAD and self.observed.words[index] <= MOST_WORDS
        return read_credit(self.observed.fragments[index].text) if near else EMPTY


def is_item(fragment: Fragment) -> bool:
    """Whether a line is an entry of a list, or stands behind a bullet as the lines of a deck do."""
    return fragment.kind is Kind.ITEM or fragment.text.startswith(BULLETS)


def candidates(observed: Observed, run: Run) -> Candidates:
    """The candidates of a page, given the run of blocks that is probably its story."""
    fragments = observed.fragments
    start = _first_paragraph(observed, run)
    paragraphs = [i for i in range(run.first, run.last + 1) if observed.words[i] >= PARAGRAPH_WORDS][:_STORY_PARAGRAPHS]
    indices = [
        i
        for i, count in enumerate(observed.words)
        if i <= run.last
        and (1 <= count <= MOST_WORDS)
        and len(fragments[i].text) <= MOST_CHARACTERS
        and fragments[i].kind is not Kind.VERSE
    ]
    return Candidates(
        observed,
        indices,
        start,
        run.last,
        {i: observed.content_to(i, SAMPLE) for i in paragraphs if observed.stopped[i] or i not in indices},
        Counter(observed.folded),
        [fragments[i] for i in indices],
    )


def _first_paragraph(observed: Observed, run: Run) -> int:
    """The first block of a run that is surely a paragraph: long, or a whole sentence of some length."""
    for index in range(run.first, run.last + 1):
        if observed.words[index] >= LONG or observed.is_paragraph(index):
            return index
    return run.first


# «بعد عامين من الظلام.. طفل يبصر أمه»: kicker and headline in one line.
_PARTED = regex(r"\w\W{0,3}(?:\.\.|…|:)\W{0,3}(?:\w+\W+){2}\w")
_KICKER_WORDS = 8  # of a kicker at the most
_FIRST = 3  # lines of a text, the first apart, among which its headline stands
_MOST = 4  # lines


def head_lines(observed: Observed, start: int, credits: Callable[[int], bool]) -> list[int]:
    """The blocks that make up the head of a plain text whose story begins at `start`; none for HTML and dumps.

    `credits` tells whether a block credits somebody. The head ends at the first of these, at a date or a full stop.
    """
    if not observed.is_clean_text and _clean(observed, start) < 1.0:
        return []
    found: list[int] = []
    for index in range(start):
        if _is_told(observed, index) or credits(index):
            if found:
                break
            continue
        if observed.words[index] > LONG or observed.stopped[index] or len(found) == _MOST:
            break
        if not (found and _is_same_part(observed, found[-1], index)):
            found.append(index)
    return found


def _is_same_part(observed: Observed, above: int, index: int) -> bool:
    """Whether two lines of a head count as one: the points of a deck, a headline and its copy."""
    points = is_item(observed.fragments[above]) and is_item(observed.fragments[index])
    return points or observed.folded[above] == observed.folded[index]


def _is_told(observed: Observed, index: int) -> bool:
    """Whether it is known what a line is: a date, template text, the name of a section."""
    return observed.is_known(index) or is_section(observed.fragments[index].text)


def _clean(observed: Observed, start: int) -> float:
    """How clean the head of a text is, 0 to 1: as the text, or wholly where no menu stands above the story."""
    if observed.page.html:
        return 0.0
    lines = start - bool(start and observed.stamps[start - 1])  # the day right above the story counts as none
    return 1.0 if lines <= _MOST and not any(observed.category[:start]) else observed.clean


def _head(c: Candidates) -> list[int]:
    return head_lines(c.observed, c.start, lambda index: c.credit(index).credits)


def _first_lines(c: Candidates) -> Column:
    """Whether a line is among the first of a text; as clean as the text is."""
    clean = _clean(c.observed, c.start)
    return [clean if i <= _FIRST else 0.0 for i in c.indices]


def _opens_text(c: Candidates) -> Column:
    """Whether a line is the first of a text that is no date, template text or section; as clean as the text is."""
    clean = _clean(c.observed, c.start)
    first = next((i for i in range(c.start) if not _is_told(c.observed, i)), 0) if clean else 0
    return [clean if i == first else 0.0 for i in c.indices]


def _middle(c: Candidates) -> Column:
    """Whether a line is the second of three at a text's head."""
    middle = _middle_line(c)
    return [i == middle for i in c.indices]


def _middle_line(c: Candidates) -> int | None:
    """The second of three lines that make up the head."""
    if not any(0 < i < c.start - 1 for i in c.indices):  # none has a line of the head above it and one below
        return None
    head = _head(c)
    return head[1] if len(head) == 3 else None


def _kicker(c: Candidates) -> Column:
    """Whether a line introduces the one below it as a kicker does, and is not the middle one of three."""
    introducing = [_introduces(c, i) for i in c.indices]
    middle = _middle_line(c) if any(introducing) else None
    return [introduces and i != middle for introduces, i in zip(introducing, c.indices, strict=True)]


def _introduces(c: Candidates, index: int) -> bool:
    """In plain text: a short line directly on top of one that is as long and may be the headline, as kickers stand."""
    below = index + 1
    if below >= c.start or c.observed.fragments[below].gap or c.observed.fragments[below].element is not None:
        return False
    if c.observed.words[index] > _KICKER_WORDS or c.observed.stopped[below] or is_item(c.observed.fragments[below]):
        return False
    if not max(4, c.observed.words[index]) <= c.observed.words[below] <= LONG:
        return False
    line, folded = c.observed.fragments[below].text, c.observed.folded[below]
    return not c.observed.stamps[below] and not opens_inside(line, folded) and not c.credit(below).person


def _opens_inside(c: Candidates) -> Column:
    """Whether a line opens with a word that opens no headline, and no headline follows in it."""
    lines = ((fragment.text, c.observed.folded[i]) for i, fragment in zip(c.indices, c.fragments, strict=True))
    return [0.0 if _PARTED.search(text) else seldom_opens(text, folded) for text, folded in lines]


HEAD_FEATURES: tuple[Feature[Candidates], ...] = (
    Feature("stands among the first lines of a text without furniture", FOR, _first_lines),
    Feature("is the first line of a text without furniture", FOR, _opens_text),
    Feature("is the middle one of three lines at a text's head", FOR, _middle, wording=True, dear=True),
    Feature("a line that is no shorter follows it without a gap", AGAINST, _kicker, wording=True, late=True),
    Feature("opens with a word that opens no headline", AGAINST, _opens_inside, wording=True, late=True),
)
