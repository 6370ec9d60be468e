"""Whether a plain text was wrapped at a width, and which of its lines go on with the paragraph of the line before.

Mail, terminals, text browsers and printed pages break lines at a width. That shows in the text as a whole: nearly all
its lines end where the next line's first word would not have fitted, and none is longer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.arabic.words import content_words
from newscli.lexicon import credit_words
from newscli.lexicon import lines as lexicon_lines
from newscli.lexicon.agencies import is_agency
from newscli.lexicon.outlets import is_outlet
from newscli.lexicon.places import is_place
from newscli.regex import regex
from newscli.segment.lines import BULLET, Line, ends_sentence, hangs
from newscli.segment.paragraphs import is_paragraph
from newscli.segment.verse import is_verse


class _Width(Struct, frozen=True):
    """The characters at which lines were broken, 0 where they were not, and whether a program broke the prose there."""

    characters: int = 0
    exact: bool = False


_NO_WIDTH = _Width()
Pair = tuple[Line, Line]  # a line and the one right below it

# A text counts as wrapped when enough lines fill the width, few of those end a sentence, and little is written wider.
_NARROWEST, _WIDEST = 30, 130
_FILLED = 0.75
_ENOUGH_LINES = 6
_WIDER = 0.25  # of all characters may stand in lines that are wider than the others: addresses, tables
_FEWEST_BROKEN, _FEWEST_CLOSING = 3, 2  # lines that are broken; of the lines behind them, those that end a sentence
_SHORT, _CLOSING = 0.6, 0.3  # share of the width up to which a line is short; share of those lines
_ENOUGH_BREAKS, _LEAST_FILLED = 2, 45  # breaks that show a width in a short text, and characters of its widest line
_MOST_LINES = 20  # of a paragraph that a hand has broken
_FAR_WIDER = 1.1  # by how much lines that nobody broke are wider than the others
_CELLS = "   "  # between what stands side by side in a page's layout; such a row is broken nowhere
_STOPS = (".", "!", "؟")
_PROGRAM = 0.9  # of the breaks are where the next word would not have fitted: a program broke the lines, not a hand

# A page number, alone or with a word before it; the heads of printed pages come again with other numbers.
_PAGE_NUMBER = regex(r"\W*(?:صفحة|الصفحة|ص|page)?\W*\d{1,4}(?:\W+(?:من\W+)?\d{1,4})?\W*", re.I)
_CONTINUED = regex(lexicon_lines.CONTINUED)
_DIGITS = regex(r"\d+")
_NUMBER_LINE, _RUNNING_HEAD = 30, 70  # characters
_STAMP = regex(r"\d{1,2}\W+(?:[^\W\d]+\W+){1,3}\d{4}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_PIECES = regex(r"[-–—ـ/|،,()]")
_HEAD_WORDS, _STAMP_WORDS = 8, 5
_ECHO, _ECHO_WORDS = 0.4, 2  # of a headline's words come again in the story's first lines
_ECHO_LINES = 3


def continued(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it goes on with the paragraph of the line before. Linear in the text's length."""
    apart = _page_furniture(lines)
    text = [line for line, alone in zip(lines, apart, strict=True) if not alone]
    adjacent = _adjacent(text)
    width = _width(text, adjacent)
    if not width.characters:
        groups = _by_groups(lines)
        width = _NO_WIDTH if any(groups) else _width(text, _without_widest(adjacent))
        if not width.characters:
            return groups
    found = [False] * len(lines)
    head = _head(lines)
    for index, (line, following) in enumerate(pairwise(lines)):
        if apart[index] or apart[index + 1] or following.number != line.number + 1 or _is_entry(following):
            continue
        if following.indent > line.indent and ends_sentence(line.raw):
            continue  # print sets a paragraph's first line in
        inside = index >= max(1, head) or (found[index] and index > 1)
        if _is_broken(line, following, width, exact=inside and width.exact) or hangs(line.raw):
            ends = (
                _is_stamp(following.raw) if inside else _ends_head(lines[: max(1, head) + 1], index, width.characters)
            )
            found[index + 1] = not ends
    return found


def _by_groups(lines: Sequence[Line]) -> list[bool]:
    """The same for a text that has no width: blank lines part its paragraphs, some of which a hand has broken.

    One of at least three lines, or with a line that breaks off inside a clause, must show that, or that several are
    broken at one width. The first group is the text's head, where headline and deck stand together.
    """
    found = [False] * len(lines)
    groups = [range(start, end) for start, end in _groups(lines) if start and end - start > 1]
    broken = [group for group in groups if _is_one_paragraph([lines[i].raw.strip() for i in group])]
    shown = any(len(group) > 2 or hangs(lines[group[0]].raw) for group in broken)
    if shown or _at_one_width(lines[group.start : group.stop] for group in broken):
        width = max((lines[i].width for group in broken for i in group), default=0)
        for group in groups:
            if group in broken or _is_broken_at(lines[group.start : group.stop], width):
                found[group.start + 1 : group.stop] = [True] * (len(group) - 1)
    return found


def _is_broken_at(lines: Sequence[Line], width: int) -> bool:
    """Whether lines are one paragraph by the width of the others, though one opens as a label does: «يثمر: ...»."""
    return _is_sentence([line.raw for line in lines]) and all(_is_full(*pair, width) for pair in pairwise(lines))


def _at_one_width(groups: Iterable[Sequence[Line]]) -> bool:
    """Whether the lines of several groups all end where the next word would not have fitted into the widest line."""
    broken = [pair for group in groups for pair in pairwise(group)]
    width = max((line.width for pair in broken for line in pair), default=0)
    enough = len(broken) >= _ENOUGH_BREAKS and width >= _LEAST_FILLED
    return enough and all(_is_full(*pair, width) for pair in broken)


def _groups(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The ranges of lines that no blank line parts."""
    starts = (i for i in range(1, len(lines)) if lines[i].number > lines[i - 1].number + 1)
    return pairwise([0, *starts, len(lines)])


def _is_one_paragraph(lines: Sequence[str]) -> bool:
    """Whether lines are the one paragraph that a hand has broken."""
    return len(lines) <= _MOST_LINES and _is_sentence(lines) and not is_verse(lines) and is_paragraph(lines)


def _is_sentence(lines: Sequence[str]) -> bool:
    """Whether a sentence ends with the last of some lines, and none with the others."""
    return ends_sentence(lines[-1]) and not any(map(ends_sentence, lines[:-1]))


def _is_broken(line: Line, following: Line, width: _Width, *, exact: bool) -> bool:
    """Whether a line is broken off at a width: because the next word found no room, or about there where a hand did."""
    return _is_full(line, following, width.characters) or (not exact and line.width >= width.characters * _FILLED)


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether a line is broken off because the next word found no room."""
    return line.width + 1 + len(following.raw.split(None, 1)[0]) > width


def _adjacent(lines: Sequence[Line]) -> list[Pair]:
    """The pairs of lines that may tell the width.

    Lines with a blank one between, a headline's for one, and those of menus say nothing about it.
    """
    return list(filter(_tells_width, pairwise(lines))) if len(lines) >= _ENOUGH_LINES else []


def _without_widest(adjacent: Sequence[Pair]) -> list[Pair]:
    """The same without the widest line, where it is far wider than all others: a way to the page that nobody broke."""
    widest = sorted({line.width for line, _ in adjacent}, reverse=True)[:2]
    if len(widest) < 2 or widest[0] <= _FAR_WIDER * widest[1]:
        return []
    return [pair for pair in adjacent if pair[0].width < widest[0]]


def _width(lines: Sequence[Line], adjacent: Sequence[Pair]) -> _Width:
    """The width at which lines were broken, as pairs of them tell."""
    width = max((line.width for line, _ in adjacent), default=0)
    widths = [line.width for line in lines]
    wider = sum(each for each in widths if each > _FAR_WIDER * width)
    narrow = width < _NARROWEST or wider > _WIDER * sum(widths)
    if narrow or is_verse([line.raw.replace("\u00a0", " ") for line, _ in adjacent]):
        return _NO_WIDTH
    filled = [pair for pair in adjacent if _is_full(*pair, round(width * 0.97))]
    unended, broken = ([pair for pair in pairs if not ends_sentence(pair[0].raw)] for pairs in (adjacent, filled))
    if len(broken) < 0.6 * len(filled):
        return _NO_WIDTH
    if not _are_most(broken, unended):
        unended = [pair for pair in unended if pair[0].width >= _SHORT * width]
        if not _are_most(broken, unended) or not _close_in_sentences(broken):
            return _NO_WIDTH
    last = max((line.number for line in lines if line.raw.rstrip().endswith(_STOPS)), default=0)
    prose = range(broken[0][0].number, last)  # nobody broke the lines of a page's head and footer
    written = [pair for pair in unended if pair[0].number in prose and not _has_cells(pair)]
    exact = sum(_is_full(*pair, width) for pair in written)
    return _Width(width, exact >= _PROGRAM * len(written))


def _has_cells(pair: Pair) -> bool:
    """Whether one of two lines sets several cells of a page's layout side by side."""
    return any(_CELLS in line.raw.strip() for line in pair)


def _tells_width(pair: Pair) -> bool:
    """Whether a line and the one right below it may tell of a width: no table's row, and no entry begins below it."""
    line, following = pair
    return following.number == line.number + 1 and line.width <= _WIDEST and not _is_entry(following)


def _is_entry(line: Line) -> bool:
    """Whether a line begins an entry of a list."""
    return BULLET.match(line.raw.lstrip()) is not None


def _are_most(broken: Sequence[Pair], unended: Sequence[Pair]) -> bool:
    """Whether enough of the lines that end no sentence are broken at the width."""
    return len(broken) >= max(_FEWEST_BROKEN, 0.5 * len(unended))


def _close_in_sentences(broken: Sequence[Pair]) -> bool:
    """Whether the lines behind the broken ones often end sentences, as those of menus and lists of headlines never do.

    Then the short lines of a page's menus say nothing against it that the page's text is broken at a width.
    """
    closing = sum(ends_sentence(following.raw) for _, following in broken)
    return closing >= max(_FEWEST_CLOSING, _CLOSING * len(broken))


def _page_furniture(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it is a page's number, its running head or a rule: lines of their own."""
    numbers = list(map(_numbers_page, lines))
    shapes = [_DIGITS.sub("0", line.raw.strip()) if line.width <= _RUNNING_HEAD else "" for line in lines]
    counts = Counter(filter(None, shapes))
    beside = [any(numbers[max(0, index - 1) : index + 2]) for index in range(len(lines))]
    return [
        number or (counts[shape] > 1 and ("0" in shape or near)) or not any(map(str.isalnum, line.raw))
        for number, shape, near, line in zip(numbers, shapes, beside, lines, strict=True)
    ]


def _numbers_page(line: Line) -> bool:
    """Whether a line is the number of a page: «صفحة 3», «البقية ص 4»."""
    if line.width <= _NUMBER_LINE and _PAGE_NUMBER.fullmatch(line.raw):
        return True
    return line.width <= _RUNNING_HEAD and "ص" in line.raw and _CONTINUED.fullmatch(fold(line.raw)) is not None


def _head(lines: Sequence[Line]) -> int:
    """How many lines stand above the first sentence's end: headline, date and byline are among them."""
    return next((index for index, line in enumerate(lines) if ends_sentence(line.raw)), 0)


def _ends_head(lines: Sequence[Line], index: int, width: int) -> bool:
    """Whether a filled line above the first sentence's end, the last of `lines`, is a thing of its own."""
    line, following = lines[index], lines[index + 1]
    apart = _is_credit(line.raw) or any(map(_is_stamp, (line.raw, following.raw)))
    if apart or (following.width < width * _FILLED and (_is_credit(following.raw) or _names_source(following.raw))):
        return True
    # A headline's words come again below it; within one sentence they do not.
    words = content_words(line.raw)
    below = enumerate(lines[index + 1 : index + 1 + _ECHO_LINES], following.number)
    block = (each.raw for number, each in below if each.number == number)
    told = len(words & frozenset().union(*map(content_words, block)))
    return told >= max(_ECHO_WORDS, _ECHO * len(words))


def _is_credit(line: str) -> bool:
    """Whether a line of few words opens with a word of credit: «كتبت: نهى الجندلي».

    >>> _is_credit("بقلم/ نهى الجندلي"), _is_credit("قال الوزير")
    (True, False)
    """
    words = re.findall(r"[^\W\d]+", fold(line))
    few = len(words) <= _HEAD_WORDS and not ends_sentence(line)
    return few and any(" ".join(words[:size]) in credit_words.WRITER for size in (1, 2))


def _names_source(line: str) -> bool:
    """Whether a line of few words holds a place, an agency or an outlet between its separators, as under headlines.

    >>> _names_source("القاهرة - هاني البستاني"), _names_source("أكد الوزير في القاهرة - أمس")
    (True, False)
    """
    pieces = [piece.strip() for piece in _PIECES.split(line) if piece.strip()]
    if sum(len(piece.split()) for piece in pieces) > _HEAD_WORDS or ends_sentence(line):
        return False
    several = len(pieces) > 1
    return any(is_agency(each) or (several and (is_outlet(each) or is_place(each))) for each in pieces)


def _is_stamp(line: str) -> bool:
    """Whether a line is a date and little else."""
    words = re.findall(r"[^\W\d]+", line)
    return len(words) <= _STAMP_WORDS and _STAMP.search(line) is not None
