"""The story of a page as the second pass finds it: the roles of its fragments, and what each field was read from."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from newscli.arabic.words import words
from newscli.classify.alone import Label, View
from newscli.credits.dateline import Match
from newscli.model import Byline, Role

_PROSE = Label.PROSE
# A page without a story has prose too (teasers, an imprint): a story has at least this many words of prose.
LEAST_WORDS = 25


class Piece(Struct, frozen=True):
    """A part of a fragment, characters `start` to `end` of its folded text, with a role of its own."""

    start: int
    end: int
    role: Role
    reason: str
    confidence: float


class Story(Struct):
    """The roles of a page's fragments and the fragments of each field, by index. Filled by one `Reader`."""

    views: tuple[View, ...]
    roles: list[tuple[Role, str, float]]
    pieces: dict[int, list[Piece]] = {}
    done: set[int] = set()  # fragments whose role is settled
    title: int | None = None
    title_ends: int | None = None  # the last fragment of a headline broken over two lines
    title_reason: str = ""
    titles: list[tuple[int, float]] = []  # what was considered for the headline, with its score
    kicker: int | None = None
    subtitles: list[int] = []
    datelines: list[tuple[int, Match]] = []
    bylines: list[tuple[int, Byline]] = []
    relays: list[tuple[int, str]] = []  # outlets that a byline names: «كتب X في "Y"»
    body: list[int] = []
    stamps: list[int] = []
    credits: list[int] = []  # source lines: «المصدر: X»
    signatures: list[int] = []  # agencies and outlets named alone under the story
    sources: list[int] = []  # outlets named beside the headline
    disclaimers: list[int] = []
    tags: list[int] = []
    section: int | None = None
    has_story: bool = True
    reason: str | None = None  # why there is no story

    def text(self, index: int) -> str:
        """The folded text of a fragment."""
        return self.views[index].fragment.text

    def give(self, index: int, role: Role, reason: str, confidence: float) -> None:
        """Settle the role of a fragment."""
        self.roles[index] = (role, reason, confidence)
        self.done.add(index)

    def cut(self, index: int, piece: Piece) -> None:
        """Give a part of a fragment a role of its own."""
        self.pieces.setdefault(index, []).append(piece)

    def give_dateline(self, index: int, match: Match) -> None:
        """Take a whole line for a dateline."""
        self.datelines.append((index, match))
        self.give(index, Role.DATELINE, match.reason, match.confidence)


def find_run(views: Sequence[View], start: int = 0, bonus: dict[int, float] | None = None) -> tuple[int, int] | None:
    """(first, last) index of the story's prose, both inclusive, or None where there is no prose.

    The story is the run of fragments in which prose outweighs page furniture the most: the maximal sum of the first
    pass's weights. The same rule reads a clean text, a dump of a page, and the fragments of an HTML page. Looks from
    `start` on; `bonus` adds to single weights.
    """
    best, best_run = 0.0, None
    total, begin = 0.0, start
    for index in range(start, len(views)):
        weight = views[index].weight + (bonus.get(index, 0.0) if bonus else 0.0)
        if total <= 0.0:
            total, begin = 0.0, index
        total += weight
        if total > best and views[index].label is _PROSE:
            best, best_run = total, (begin, index)
    if best_run is None:
        return None
    first, last = best_run
    while views[first].label is not _PROSE:
        first += 1
    return first, last


def prose_words(views: Sequence[View], run: tuple[int, int]) -> int:
    """How many words of prose a run holds."""
    return sum(words(view.fragment.text) for view in views[run[0] : run[1] + 1] if view.label is _PROSE)
