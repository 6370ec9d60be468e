"""Lines that one paragraph was broken into, told from lines that are to stay.

SPEC: "Lines that one paragraph was broken into are joined, in HTML as in text; lines of verse are not." What tells is
the whole group: whether a line is about as wide as the others, whether it ends a sentence, whether the last one does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from newscli.model import Kind
from newscli.regex import regex
from newscli.segment.lines import BULLET, INSIDE, ends_sentence, hangs
from newscli.segment.page import Fragment
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


# Characters and lines of a heading that breaks divide; what is longer is a story whose tag makes its letters big.
_LONGEST_HEADING, _MOST_LINES = 200, 4


# A fragment and of how many lines it was made.
Made = tuple[Fragment, int]


def without_breaks(fragments: Sequence[Fragment], breaks: Sequence[int]) -> list[Made]:
    """The fragments, those joined that a line break cut apart in mid-sentence, and of how many each was made.

    `breaks` holds for each fragment how many line breaks stand between it and the one before, 0 where they are not two
    neighbouring lines of one element.
    """
    found: list[Made] = []
    for start, end in _parted(len(fragments), lambda at: not breaks[at]):
        if end == start + 1:
            found.append((fragments[start], 1))
        else:
            found.extend(_mended(fragments[start:end], breaks[start:end]))
    return found


def _parted(size: int, begins: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """The ranges of a sequence that is parted before each place of which `begins` is true.

    >>> list(_parted(5, lambda at: at in (2, 3)))
    [(0, 2), (2, 3), (3, 5)]
    """
    return pairwise([0, *filter(begins, range(1, size)), size])


def _mended(lines: Sequence[Fragment], breaks: Sequence[int]) -> Iterator[Made]:
    """The lines of one element: a heading, verse, or text with paragraphs that two breaks or more keep apart."""
    if _is_heading(lines):
        yield _joined(lines)
    elif is_verse([line.text for line in lines]):
        for line in lines:
            yield (replace(line, kind=Kind.VERSE) if line.kind is Kind.PARAGRAPH else line), 1
    else:
        for start, end in _parted(len(lines), lambda at: breaks[at] > 1 or lines[at].picture is not None):
            yield from _paragraphs(lines[start:end])


def _is_heading(lines: Sequence[Fragment]) -> bool:
    """Whether lines are those of one heading that breaks divide."""
    return (
        lines[0].kind is Kind.HEADING
        and len(lines) <= _MOST_LINES
        and sum(len(line.text) for line in lines) <= _LONGEST_HEADING
        and not any(ends_sentence(line.text) for line in lines[:-1])
    )


def _paragraphs(lines: Sequence[Fragment]) -> Iterator[Made]:
    """Lines as the paragraphs that they are of."""
    goes_on = parts_of_paragraphs([line.text for line in lines])
    for start, end in _parted(len(lines), lambda at: not goes_on[at]):
        yield _joined(lines[start:end])


def _joined(lines: Sequence[Fragment]) -> Made:
    """One fragment of several lines, in place of the first."""
    if len(lines) == 1:
        return lines[0], 1
    whole = replace(
        lines[0],
        text=" ".join(line.text for line in lines),
        links=tuple(link for line in lines for link in line.links),
        link_chars=sum(line.link_chars for line in lines),
    )
    return whole, len(lines)
