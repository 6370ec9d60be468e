"""`<br>` between the lines of an element: inside a heading or a sentence it is no end; between verses it stays one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from newscli.model import Kind
from newscli.segment.fragment import Fragment
from newscli.segment.lines import ends_sentence
from newscli.segment.paragraphs import parts_of_paragraphs
from newscli.segment.verse import is_verse

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
    return (
        lines[0].kind is Kind.HEADING
        and len(lines) <= _MOST_LINES
        and sum(len(line.text) for line in lines) <= _LONGEST_HEADING
        and not any(ends_sentence(line.text) for line in lines[:-1])
    )


def _paragraphs(lines: Sequence[Fragment]) -> Iterator[Made]:
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
