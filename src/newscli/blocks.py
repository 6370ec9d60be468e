"""The blocks of an article for those who look: every fragment of the source with its role, the reason, and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import NamedTuple

from newscli.fields.found import Span
from newscli.model import Block, Document, Role
from newscli.segment.page import MOST_FRAGMENTS, Fragment
from newscli.weigh.choose import Reading
from newscli.weigh.evidence import BIAS
from newscli.weigh.run import BODY_ODDS, Run
from newscli.weigh.slots import Label, Slots

_STRONGEST = 3  # phrases that a reason tells: where the block stands, and the strongest evidence
_WORTH_TELLING = 0.3  # log-odds of evidence against what was decided
_LIKELY = 0.5  # probability of being the story's text from which another role needs defending
_CUT_OFF = 0.6  # how sure it is that a text outside the story's bounds is none of it: it may be a story of its own

_UNREAD = Label(Role.BOILERPLATE, f"lies behind the first {MOST_FRAGMENTS:,} blocks of the page, which are read", 1.0)


class Placed(NamedTuple):
    """A block, and the number of the page's fragment of which it is the whole or a part."""

    fragment: int
    block: Block


class _Story(NamedTuple):
    """Where the story is, counted once for all blocks."""

    paragraphs: AbstractSet[int]
    first: int  # paragraph, -1 without one
    last: int
    furniture: Sequence[int]  # how many of the first so many blocks do not read like a story


def blocks_of(document: Document, reading: Reading, around: Slots, spans: Sequence[Span]) -> tuple[Placed, ...]:
    """Every fragment as a block with its role; one with parts of other roles is cut into them."""
    story = _story(reading, around.paragraphs)
    cuts: dict[int, list[Span]] = {}
    for span in spans:
        cuts.setdefault(span.block, []).append(span)
    found: list[Placed] = []
    for index, fragment in enumerate(reading.page.fragments):
        given = around.labels.get(index)
        label = _defended(reading, index, given) if given else _label(reading, index, story)
        if reading.headline is not None and index == reading.title and label.role is Role.TITLE:
            label = Label(label.role, label.why, reading.headline.chance(index))
        parts = list(_parts(fragment.text, label, cuts.get(index, ())))
        whole = len(parts) == 1 and parts[0][:2] == (0, len(fragment.text))
        places = None if whole or fragment.start is None else _Places(document.text, fragment)
        found += (Placed(index, _block(fragment, start, end, each, places)) for start, end, each in parts)
    unread = enumerate(reading.page.rest, start=len(reading.page.fragments))
    found += (Placed(index, _block(each, 0, len(each.text), _UNREAD, None)) for index, each in unread)
    return tuple(found)


def _story(reading: Reading, paragraphs: Sequence[int]) -> _Story:
    furniture = accumulate((odds <= BODY_ODDS for odds in reading.blocks.odds), initial=0)
    return _Story(frozenset(paragraphs), min(paragraphs, default=-1), max(paragraphs, default=-1), [*furniture])


def _block(fragment: Fragment, start: int, end: int, label: Label, places: _Places | None) -> Block:
    """The block of a fragment's characters `start` to `end`; `places` tell where a part stands in the source."""
    text = fragment.text[start:end].strip()
    first, last = places.range(start, end) if places and text else (fragment.start, fragment.end)
    return Block(
        text,
        fragment.kind,
        fragment.line,
        first,
        last,
        fragment.element.path if fragment.element is not None else None,
        label.role,
        label.why,
        round(label.chance, 2),
    )


# Reasons


def _defended(reading: Reading, index: int, label: Label) -> Label:
    """A role around the story, with why the block is not the story's text."""
    parts = reading.blocks.parts(index)
    against = [phrase for phrase, odds in parts if odds < 0 and phrase != BIAS][:1]
    if reading.chance(index) >= _LIKELY:
        why = f"{label.why}; but for that it would be the story's text"
    elif label.role is not Role.BOILERPLATE and against:
        why = f"{label.why}; not the story's text, since it {against[0]}"
    else:
        return label
    return Label(label.role, why, label.chance)


def _label(reading: Reading, index: int, story: _Story) -> Label:
    """Body or boilerplate, with what decided it in words."""
    odds = reading.blocks.odds[index]
    if index in story.paragraphs:
        bounds = [word for word, edge in (("begins", story.first), ("ends", story.last)) if edge == index]
        opening = [f"{' and '.join(bounds)} the story"] if bounds else []
        return Label(Role.BODY, _told(reading, index, 1, opening), reading.chance(index))
    if not reading.body:
        return Label(Role.BOILERPLATE, _storyless(reading), 1.0 - min(reading.chance(index), 0.5))
    run = reading.run
    if run is None or run.first <= index <= run.last:
        return Label(Role.BOILERPLATE, _told(reading, index, -1, []), 1.0 - reading.chance(index))
    side = "above the beginning" if index < run.first else "below the end"
    if odds > BODY_ODDS:
        return Label(Role.BOILERPLATE, f"reads like a story, but {_cut_off(story, index, run)}", _CUT_OFF)
    return Label(
        Role.BOILERPLATE, _told(reading, index, -1, [f"stands {side} of the story"]), 1.0 - reading.chance(index)
    )


def _storyless(reading: Reading) -> str:
    if reading.whole is None:
        return "is on a page without paragraphs that make a story"
    return "is on a page that holds no story"


def _cut_off(story: _Story, index: int, run: Run) -> str:
    """Where the story is, and how much furniture lies between it and a block that reads like one."""
    start, end, side = (index + 1, run.first, "above") if index < run.first else (run.last + 1, index, "below")
    between = story.furniture[end] - story.furniture[start]
    blocks = "one block" if between == 1 else f"{between} blocks"
    return f"stands {side} the heavier run of text, with {blocks} of furniture between them"


def _told(reading: Reading, index: int, side: int, opening: list[str]) -> str:
    """The strongest evidence for what was decided, and the strongest against it: predicates about the block."""
    parts = reading.blocks.parts(index)
    ours = (opening + [phrase for phrase, odds in parts if odds * side > 0])[:_STRONGEST]
    theirs = [phrase for phrase, odds in parts if odds * side < -_WORTH_TELLING][:1]
    told = _listed(ours) or ("has hardly anything of a story" if side < 0 else "lies among the story's text")
    return f"{told}, although it {theirs[0]}" if theirs else told


def _listed(phrases: Sequence[str]) -> str:
    """Phrases as one enumeration.

    >>> _listed(["is linked", "is one word", "stands alone"])
    'is linked, is one word, and stands alone'
    """
    if len(phrases) < 3:
        return " and ".join(phrases)
    return f"{', '.join(phrases[:-1])}, and {phrases[-1]}"


# Places


def _parts(text: str, label: Label, cuts: Sequence[Span]) -> Iterator[tuple[int, int, Label]]:
    """The parts of a fragment in order, (start, end, label): those with a role of their own and what lies between."""
    position = 0
    for cut in sorted(cuts, key=lambda each: each.start):
        if text[position : cut.start].strip():
            yield position, cut.start, label
        yield cut.start, cut.end, Label(cut.role, cut.why, cut.chance)
        position = cut.end
    if text[position:].strip():
        yield position, len(text), label


class _Places:
    """Where in the decoded text each character of a fragment's folded text stands: counted once for all its parts."""

    def __init__(self, text: str, fragment: Fragment) -> None:
        start, end = fragment.start or 0, fragment.end or 0
        self._shown = [i for i in range(start, end) if not (text[i].isspace() or text[i] == "\x00")]
        self._before = [0, *accumulate(not sign.isspace() for sign in fragment.text)]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the characters that show between two offsets of the folded text."""
        first, last = self._before[start], self._before[end] - 1
        return self._shown[first], self._shown[last] + 1
