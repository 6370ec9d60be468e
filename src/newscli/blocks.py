"""The blocks of an article for those who look: every fragment of the source with its role, the reason, and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newscli.fields.found import Span
from newscli.model import Block, Document, Role
from newscli.segment.fragment import Fragment
from newscli.weigh.choose import BODY_ODDS, Reading
from newscli.weigh.evidence import BIAS
from newscli.weigh.run import Run
from newscli.weigh.slots import Label, Slots

_STRONGEST = 3  # phrases that a reason tells: where the block stands, and the strongest evidence
_WORTH_TELLING = 0.3  # log-odds of evidence against what was decided
_LIKELY = 0.5  # probability of being the story's text from which another role needs defending
_CUT_OFF = 0.6  # how sure it is that a text outside the story's bounds is none of it: it may be a story of its own


class Placed(NamedTuple):
    """A block, and the number of the page's fragment of which it is the whole or a part."""

    fragment: int
    block: Block


def blocks_of(document: Document, reading: Reading, around: Slots, spans: Sequence[Span]) -> tuple[Placed, ...]:
    """Every fragment as a block with its role; one with parts of other roles is cut into them."""
    paragraphs = frozenset(around.paragraphs)
    edges = (min(paragraphs, default=-1), max(paragraphs, default=-1))
    cuts: dict[int, list[Span]] = {}
    for span in spans:
        cuts.setdefault(span.block, []).append(span)
    found: list[Placed] = []
    for index, fragment in enumerate(reading.page.fragments):
        given = around.labels.get(index)
        label = _defended(reading, index, given) if given else _label(reading, index, paragraphs, edges)
        for start, end, each in _parts(fragment.text, label, cuts.get(index, ())):
            found.append(Placed(index, _block(document.text, fragment, start, end, each)))
    return tuple(found)


def _block(text: str, fragment: Fragment, start: int, end: int, label: Label) -> Block:
    """The block of a fragment's characters `start` to `end`; `text` is the decoded source."""
    whole = start == 0 and end == len(fragment.text)
    return Block(
        fragment.text if whole else fragment.text[start:end].strip(),
        fragment.kind,
        fragment.line,
        fragment.start if whole else _offset(text, fragment, start),
        fragment.end if whole else _end(text, fragment, end),
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


def _label(reading: Reading, index: int, paragraphs: AbstractSet[int], edges: tuple[int, int]) -> Label:
    """Body or boilerplate, with what decided it in words. `edges` are the first paragraph and the last."""
    odds = reading.blocks.odds[index]
    if index in paragraphs:
        bounds = [word for word, edge in zip(("begins", "ends"), edges, strict=True) if edge == index]
        opening = [f"{' and '.join(bounds)} the story"] if bounds else []
        return Label(Role.BODY, _told(reading, index, 1, opening), reading.chance(index))
    if not reading.body:
        return Label(Role.BOILERPLATE, _storyless(reading), 1.0 - min(reading.chance(index), 0.5))
    run = reading.run
    if run is None or run.first <= index <= run.last:
        return Label(Role.BOILERPLATE, _told(reading, index, -1, []), 1.0 - reading.chance(index))
    side = "above the beginning" if index < run.first else "below the end"
    if odds > BODY_ODDS:
        return Label(Role.BOILERPLATE, f"reads like a story, but {_cut_off(reading, index, run)}", _CUT_OFF)
    return Label(
        Role.BOILERPLATE, _told(reading, index, -1, [f"stands {side} of the story"]), 1.0 - reading.chance(index)
    )


def _storyless(reading: Reading) -> str:
    if reading.whole is None:
        return "is on a page without paragraphs that make a story"
    return "is on a page that holds no story"


def _cut_off(reading: Reading, index: int, run: Run) -> str:
    """Where the story is, and how much furniture lies between it and a block that reads like one."""
    start, end, side = (index + 1, run.first, "above") if index < run.first else (run.last + 1, index, "below")
    between = sum(reading.blocks.odds[i] <= BODY_ODDS for i in range(start, end))
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


def _end(text: str, fragment: Fragment, folded: int) -> int | None:
    """Where in the decoded text the part that ends at offset `folded` of the folded text ends."""
    if folded >= len(fragment.text):
        return fragment.end
    last = _offset(text, fragment, len(fragment.text[:folded].rstrip()) - 1)
    return None if last is None else last + 1


def _offset(text: str, fragment: Fragment, folded: int) -> int | None:
    """Where in the decoded text the character at offset `folded` of the fragment's folded text stands."""
    if fragment.start is None or fragment.end is None:
        return None
    wanted = sum(1 for c in fragment.text[:folded] if not c.isspace())
    for position in range(fragment.start, fragment.end):
        if not (text[position].isspace() or text[position] == "\x00"):
            if wanted == 0:
                return position
            wanted -= 1
    return fragment.end
