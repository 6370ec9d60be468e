"""Lines that one paragraph was broken into, told from lines that are to stay.

SPEC: "Lines that one paragraph was broken into are joined, in HTML as in text; lines of verse are not." What tells is
the whole group: whether a line is about as wide as the others, whether it ends a sentence, whether the last one does.
"""

from __future__ import annotations

from collections.abc import Sequence

from newscli.regex import regex
from newscli.segment.lines import BULLET, INSIDE, ends_sentence, hangs
from newscli.segment.verse import is_verse

# Characters of a line. Narrower lines are names, prices, verse; wider ones are paragraphs, which have no width.
_NARROWEST, _WIDEST = 28, 130
_FILLED = 0.7  # of the widest line's length: a hand breaks lines less evenly than a program
_LAST = 1.25  # the last line of a paragraph is hardly wider than the others
_LABEL = regex(r"[^:]{2,30}:\s*\S")


def parts_of_paragraphs(lines: Sequence[str]) -> list[bool]:
    """For each line of a group that stands close together: whether it goes on with the paragraph of the one before.

    >>> parts_of_paragraphs(["افتتح الوزير صباح أمس رصيفا جديدا في", "ميناء المدينة، وشكر العمال.", "انتهى"])
    [False, True, False]
    """
    found = [False] * len(lines)
    if is_verse(lines):
        return found
    start = 0
    for index, line in enumerate(lines):
        if ends_sentence(line) or index == len(lines) - 1 or _stands_alone(line):
            if index > start and is_paragraph(lines[start : index + 1]):
                found[start + 1 : index + 1] = [True] * (index - start)
            start = index + 1
    return found


def _stands_alone(line: str) -> bool:
    """Whether a line is an entry of a list by its form: it has a bullet, a number or a label («الخيار: 700»)."""
    return BULLET.match(line) is not None or _LABEL.match(line) is not None


def is_paragraph(lines: Sequence[str]) -> bool:
    """Whether lines, none of which ends a sentence but the last, are the broken lines of one paragraph.

    The first one may open with a dateline or a speaker, as labels do.
    """
    widths = list(map(len, lines))
    width = max(widths[:-1])
    if (
        not _NARROWEST <= width <= _WIDEST
        or widths[-1] > width * _LAST
        or BULLET.match(lines[0])
        or any(map(_stands_alone, lines[1:]))
    ):
        return False
    following = [line.split(None, 1)[0] for line in lines[1:]]
    if any(size + 1 + len(word) < width * _FILLED for size, word in zip(widths[:-1], following, strict=True)):
        return False
    hanging = sum(map(hangs, lines[:-1]))
    if not ends_sentence(lines[-1]):
        return hanging >= max(1, 0.3 * (len(lines) - 1))
    # Three lines and more without a comma inside or a word that hangs are a stanza or a list.
    return len(lines) <= 3 or hanging > 0 or any(map(INSIDE.search, lines))
