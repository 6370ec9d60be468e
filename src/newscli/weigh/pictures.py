"""Lines that pages print beside their pictures, or in place of them, as their neighbours tell."""

from __future__ import annotations

from collections.abc import Sequence

from newscli.arabic.words import core
from newscli.lexicon.lines import OWNER
from newscli.regex import regex
from newscli.segment.page import Fragment
from newscli.weigh.line import Line

_HEADLINE_WORDS, _WORDS = range(4, 20), range(2, 20)  # of a headline, and in place of a picture
_OWNER = regex(OWNER)
_PORTRAIT = "صوره "  # before a name, as browsers print it for a portrait


def repeats_picture(fragment: Fragment) -> bool:
    """Whether a block says what the picture that it stands under has as its alternative text."""
    if not fragment.picture or len(fragment.text) < 8:
        return False
    return core(fragment.picture) == core(fragment.text)


def in_place_of_pictures(lines: Sequence[Line], fragments: Sequence[Fragment]) -> set[int]:
    """The lines that stand for pictures: «صورة NAME» above «NAME»; in a text, words above their caption or their owner.

    Above an owner, «صدر الصورة، وفا», the headline stands too where pages print no words for pictures.
    """
    inner = range(1, len(lines) - 1)
    found = {i for i in inner if lines[i].folded.startswith(_PORTRAIT) and _is_portrait(*lines[i : i + 2])}
    if any(each.element is not None for each in fragments[:1]):  # a page has its pictures' words apart
        return found
    told = [i for i in inner if _is_told(lines[i])]
    owned = {i for i in told if _OWNER.match(lines[i + 1].folded)}
    printed = any(_may_head(lines[i - 1]) and lines[i].words in _HEADLINE_WORDS for i in owned)
    return found.union(owned if printed else (), (i for i in told if _is_captioned(lines, fragments, i)))


def _is_portrait(line: Line, below: Line) -> bool:
    """Whether a line is that of a portrait above the name itself."""
    return line.folded.removeprefix(_PORTRAIT) == below.folded


def _is_told(line: Line) -> bool:
    """Whether a line of a text may tell what a picture shows: some words that end no sentence, no date or button."""
    return line.category is None and line.stamp is None and line.words in _WORDS and not line.stopped


def _may_head(line: Line) -> bool:
    """Whether a line above may be the headline."""
    return line.words in _HEADLINE_WORDS and line.category is None and line.stamp is None


def _is_captioned(lines: Sequence[Line], fragments: Sequence[Fragment], index: int) -> bool:
    """Whether a caption stands right below a line that is no credit, and a sentence above it, apart."""
    if fragments[index + 1].gap or not fragments[index].gap or lines[index].words not in _HEADLINE_WORDS:
        return False
    return ":" not in lines[index].text and lines[index + 1].caption and lines[index - 1].stopped
