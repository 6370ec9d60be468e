"""The blocks of an article for those who look: every fragment of the source with its role, the reason, and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newscli.fields.found import Span
from newscli.model import Block, Document, Role
from newscli.segment.fragment import Fragment
from newscli.weigh.choose import BODY_ODDS, Reading
from newscli.weigh.evidence import probability
from newscli.weigh.slots import Label, Slots

_STRONGEST = 3  # parts of the evidence that a reason tells


def blocks_of(document: Document, reading: Reading, around: Slots, spans: Sequence[Span]) -> tuple[Block, ...]:
    """Every fragment as a block with its role; one with parts of other roles is cut into them."""
    paragraphs = frozenset(around.paragraphs)
    found: list[Block] = []
    for index, fragment in enumerate(reading.page.fragments):
        label = around.labels.get(index) or _label(reading, index, inside=index in paragraphs)
        path = fragment.element.path if fragment.element is not None else None
        cuts = [span for span in spans if span.block == index]
        for start, end, each in _parts(fragment.text, label, cuts):
            whole = start == 0 and end == len(fragment.text)
            found.append(
                Block(
                    fragment.text if whole else fragment.text[start:end].strip(),
                    fragment.kind,
                    fragment.line,
                    fragment.start if whole else _offset(document.text, fragment, start),
                    fragment.end if whole else _end(document.text, fragment, end),
                    path,
                    each.role,
                    each.why,
                    round(each.chance, 2),
                )
            )
    return tuple(found)


def _label(reading: Reading, index: int, *, inside: bool) -> Label:
    """Body or boilerplate, with what decided it in words."""
    odds = reading.blocks.odds[index]
    if inside:
        return Label(Role.BODY, _told(reading, index, 1), probability(odds))
    if not reading.body:
        why = "the page holds no story" if reading.whole is not None else "no paragraphs that make a story"
        return Label(Role.BOILERPLATE, why, 1.0 - min(probability(odds), 0.5))
    run = reading.run
    if run is not None and odds > BODY_ODDS and not run.first <= index <= run.last:
        side = "above" if index < run.first else "below"
        why = f"reads like text, but the story is {side}: " + _told(reading, index, -1)
        why = why.replace("above", "farther down") if side == "above" else why.replace("below", "farther up")
        return Label(Role.BOILERPLATE, why, 0.6)
    return Label(Role.BOILERPLATE, _told(reading, index, -1), 1.0 - probability(odds))


def _told(reading: Reading, index: int, side: int) -> str:
    """The strongest evidence for what was decided, and the strongest against it."""
    parts = reading.blocks.parts(index)
    ours = [phrase for phrase, odds in parts if odds * side > 0][:_STRONGEST]
    theirs = [phrase for phrase, odds in parts if odds * side < 0][:1]
    told = ", ".join(ours) or "little speaks for the story"
    return f"{told}; although it {theirs[0]}" if theirs else told


def _parts(text: str, label: Label, cuts: Sequence[Span]) -> Iterator[tuple[int, int, Label]]:
    """The parts of a fragment in order, (start, end, label): those with a role of their own and what is between them."""
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
