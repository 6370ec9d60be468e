"""The headline: which line of the source it is, and what its metadata says of it.

In HTML the metadata name the headline and the page shows it; the visible form wins, since metadata carry the site's
name or shorten it. In plain text the headline is told by where it stands (above the story), by its length, and by being
repeated elsewhere on the page, as menus and related lists do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscli.arabic.words import core, echo, words
from newscli.classify.alone import Label, View
from newscli.fields.title import SUFFIX
from newscli.model import Kind
from newscli.segment.fragment import Zone
from newscli.segment.metadata import Metadata

_NO_HEADLINES = frozenset((Label.DATE, Label.DISCLAIMER, Label.CREDIT))
_ENOUGH = 1.5
_PART = 2.0
_ALIKE = 0.7
_SITE_PART, _SITE = 0.4, -0.3
FULL_STOP = re.compile(r"[^.]\.(?!\.)[^\w.]{0,20}$")  # no headline's end; two dots are
_SHORTEST_STATED = 6
_ECHO_WORTH = 0.6
_HEADLINE_WORDS = range(3, 26)
_LONGEST = 220
_STATED = 0.8  # agreement with the metadata from which a line is the stated headline
_NEAR_ABOVE, _TAKEN_UP = 6, 1.5  # fragments above the story; the echo, of 3, of a headline that nothing else names

# Words that go on with a headline broken over two lines: prepositions and conjunctions that open no headline.
_GOES_ON = frozenset("من في الى علي عن مع بعد قبل ضد خلال بين حتي لدي عند بسبب لاجل بشان حول".split())


class Stated:
    """The headlines that the metadata state, with and without a site's suffix, ready to be compared with."""

    def __init__(self, metadata: Metadata) -> None:
        found: dict[str, None] = {}
        values = [s.value for s in sorted(metadata.titles, key=lambda s: -s.worth) if s.worth >= 0.5]
        for value in values:
            found[core(value)] = None
        for value in values:
            for match in list(SUFFIX.finditer(value))[::-1]:
                found[core(value[: match.start()])] = None
                found[core(value[match.end() :])] = None
        self._titles = [(title, frozenset(title.split())) for title in found if len(title) >= _SHORTEST_STATED]
        self._longest = max((len(title.split()) for title, _ in self._titles), default=1)

    def agreement(self, text: str) -> float:
        """How well a visible line agrees with the stated headlines, 0 to 1, or below 0 if it is the site's name.

        A part of a stated title is its headline if it is most of it; a small part is the site's name.
        """
        mine = core(text) if self._titles else ""
        if not mine:
            return 0.0
        best, tokens = 0.0, frozenset(mine.split())
        for title, theirs in self._titles:
            if mine == title:
                share = len(theirs) / self._longest
                if share < _SITE_PART:
                    return _SITE
                best = max(best, min(1.0, _PART * share))
                continue
            shared = len(tokens & theirs) / max(len(tokens), len(theirs))
            if shared >= _ALIKE:
                best = max(best, 0.9 * shared)
        return best


def find_heading(
    views: Sequence[View], metadata: Metadata, first: int | None, story: frozenset[str]
) -> tuple[int | None, str, list[tuple[int, float]]]:
    """The index of the fragment that is the headline of an HTML page (or None), the reason, and all scores by index.

    `first` is where the story begins, `story` the content words of its first paragraphs.
    """
    stated = Stated(metadata)
    best, found, reason = _ENOUGH, None, ""
    scores: list[tuple[int, float]] = []
    for index, view in enumerate(views):
        fragment = view.fragment
        if len(fragment.text) > _LONGEST or len(fragment.text) < 4:
            continue
        chrome = view.label is Label.CHROME
        if view.label in _NO_HEADLINES or (chrome and fragment.level not in (1, 2)):
            continue
        own = fragment.element.own if fragment.element else 0
        parent = fragment.element.parent.own if fragment.element and fragment.element.parent else 0
        named = bool((own | parent) & Zone.TITLE)
        heading = fragment.kind is Kind.HEADING and view.label is not Label.PROSE  # a paragraph may be set as one
        if not named and not heading and view.label not in (Label.SHORT, Label.PROSE):
            continue
        agreed = stated.agreement(fragment.text)
        if not heading and not named and agreed < _STATED and not _tells(view, index, first, story):
            continue
        score = 5.0 * agreed + _ECHO_WORTH * echo(fragment.text, story)
        score += {1: 2.0, 2: 1.2, 3: 0.7}.get(fragment.level if heading else 0, 0.0) + (0.8 if named else 0.0)
        score -= 1.5 if fragment.link_share > 0.8 and fragment.level != 1 else 0.0
        score -= 2.0 * chrome + 2.0 * (words(fragment.text) < 2)
        if first is not None:
            score += 1.0 - 0.04 * (first - index) if index <= first else -2.0 - 0.02 * (index - first)
        scores.append((index, score))
        if score > best:
            best, found = score, index
            reason = "visible headline as the metadata state it" if agreed >= _STATED else "heading above the story"
    return found, reason, scores


def _tells(view: View, index: int, first: int | None, story: frozenset[str]) -> bool:
    """Whether a line that no tag and no metadata name is the headline: directly above the story, which takes it up."""
    near = first is not None and 0 < first - index <= _NEAR_ABOVE
    return (
        near
        and view.label is Label.SHORT
        and words(view.fragment.text) in _HEADLINE_WORDS
        and (not view.fragment.links and echo(view.fragment.text, story) >= _TAKEN_UP)
    )


def goes_on(line: str, following: str) -> bool:
    """Whether a headline is broken over two lines: the second begins with a word that opens no headline."""
    head = core(following).split(" ", 1)[0]
    closed = re.search(r"[.!?؟…\"»”:]\W{0,20}$", line)
    parted = re.search(r"\s[-–—/|]\s", following)
    return head in _GOES_ON and not parted and not closed and words(line) <= 8


def score_line(view: View, distance: int, *, repeated: bool, opens: bool) -> float:
    """How likely a line above the story of a plain text is its headline. `distance` is in lines from the story."""
    count = words(view.fragment.text)
    score = 2.0 if count in _HEADLINE_WORDS else 0.5 if count == 2 else -0.5
    score += 2.0 if repeated and count >= 3 else 0.0
    score += 0.7 if opens else 0.0
    score += 0.08 * min(count, 10)
    score -= 0.1 * distance
    score -= 1.0 if view.fragment.text.rstrip().endswith((":", "،")) else 0.0
    score -= 1.0 if core(view.fragment.text).split(" ", 1)[0] in _GOES_ON and distance else 0.0
    score -= 1.0 if FULL_STOP.search(view.fragment.text) else 0.0
    return score
