"""The lines of a page that may be its headline: every short line down to the story's end."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from newscli.credits.credit_line import EMPTY, CreditLine
from newscli.credits.line import read_credit
from newscli.model import Kind
from newscli.segment.page import Fragment
from newscli.weigh.observe import Observed
from newscli.weigh.run import Run

MOST_WORDS, MOST_CHARACTERS = 35, 260  # of a headline
LENGTHS = {3: 0.5} | dict.fromkeys(range(4, 21), 1.0)  # how well a number of words is that of a headline
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
    fragments, words = observed.fragments, observed.words
    start = _first_paragraph(observed, run)
    paragraphs = list(filter(observed.is_long, run.blocks))[:_STORY_PARAGRAPHS]
    short = [i for i in range(run.last + 1) if 1 <= words[i] <= MOST_WORDS]
    indices = [i for i in short if len(fragments[i].text) <= MOST_CHARACTERS and fragments[i].kind is not Kind.VERSE]
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
    return next((i for i in run.blocks if observed.words[i] >= LONG or observed.is_paragraph(i)), run.first)
