"""Plain text into fragments: one for each line or paragraph, with its line number and offsets.

Lines that were broken in the middle of a paragraph (mail, terminals, text browsers) are joined again when the text as a
whole shows that it was wrapped at a width.
"""

from __future__ import annotations

import re
from itertools import pairwise

from newscli.arabic.letters import strip_invisible
from newscli.model import Kind
from newscli.segment.fragment import Fragment
from newscli.segment.page import Metadata, Page

# Every character that ends a line: CR LF, LF, CR, VT, FF, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[*+•▪●◦·■○]|\d{1,3}\.)\s+(?=\S)")
_SHOWS = 200
_COLUMN = re.compile(r"\S(?:[^\S\r\n]{0,2}\S)*")
_COLUMNS = 4
_ENDS_SENTENCE = re.compile(r"[.!?؟。:»\"”…]\s*$")

# A text counts as wrapped at a width when enough lines fill it and few of those end a sentence.
_NARROWEST, _WIDEST = 30, 130
_FILLED = 0.75
_ENOUGH_LINES = 6


def segment(text: str, url: str | None = None) -> Page:
    """A plain text in pieces. `url` is where it was found, if that is known. Never raises; linear in its length."""
    return Page(_fragments(text), Metadata(url=url))


def _fragments(text: str) -> tuple[Fragment, ...]:
    lines = _lines(text)
    width = _wrap_width(lines)
    fragments: list[Fragment] = []
    index = 0
    while index < len(lines):
        number, start, end, content = lines[index]
        last = index
        if width:
            while _continues(lines, last, width):
                last += 1
            end = lines[last][2]
        if last == index and (pieces := _columns(content)):
            fragments.extend(
                _fragment(text, number, start + a, start + b, content[a:b], joined=False) for a, b in pieces
            )
            index += 1
            continue
        fragments.append(_fragment(text, number, start, end, content, joined=last > index))
        index = last + 1
    return tuple(fragments)


def _lines(text: str) -> list[tuple[int, int, int, str]]:
    """(line number, start, end, raw text) of each line that shows anything."""
    found: list[tuple[int, int, int, str]] = []
    number = 1
    position = 0
    for match in _LINE.finditer(text):
        number += sum(1 for _ in _BREAK.finditer(text, position, match.start()))
        position = match.end()
        raw = match.group()
        # Only a short line can be made of invisible characters alone.
        if len(raw) > _SHOWS or strip_invisible(raw).strip(" \t\u00a0\x00"):
            found.append((number, match.start(), match.end(), raw))
    return found


def _columns(line: str) -> list[tuple[int, int]]:
    """The parts of a line that sets several headlines side by side, apart by wide gaps; [] for other lines."""
    if "   " not in line.strip():
        return []
    found = [(m.start(), m.end()) for m in _COLUMN.finditer(line)]
    return found if len(found) >= _COLUMNS else []


def _wrap_width(lines: list[tuple[int, int, int, str]]) -> int:
    """The width at which the text was wrapped, 0 if it was not."""
    if len(lines) < _ENOUGH_LINES:
        return 0
    # Lines with a blank one between, a headline's for one, and those of menus say nothing about the width.
    adjacent = [
        (end - start, raw, following)
        for (number, start, end, raw), (after, _, _, following) in pairwise(lines)
        if after == number + 1 and not (_BULLET.match(raw.lstrip()) or _BULLET.match(following.lstrip()))
    ]
    width = max((size for size, _, _ in adjacent), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    # A line is filled when the first word of the next would not have fitted.
    filled = [raw for size, raw, following in adjacent if size + 1 + len(following.split(None, 1)[0]) > width * 0.97]
    broken = sum(1 for raw in filled if not _ENDS_SENTENCE.search(raw))
    return width if len(filled) >= max(3, 0.5 * len(adjacent)) and broken >= 0.6 * len(filled) else 0


def _continues(lines: list[tuple[int, int, int, str]], index: int, width: int) -> bool:
    """Whether the next line goes on with the paragraph of this one."""
    if index + 1 >= len(lines):
        return False
    number, start, end, _ = lines[index]
    after, _, _, following = lines[index + 1]
    if after != number + 1 or _BULLET.match(following.lstrip()):
        return False
    return end - start >= width * _FILLED or end - start + 1 + len(following.split(None, 1)[0]) > width


def _fragment(text: str, number: int, start: int, end: int, first: str, *, joined: bool) -> Fragment:
    indent = len(first) - len(first.lstrip())
    raw = text[start:end] if joined else first
    stripped = raw.lstrip(" \t\u00a0\x00")
    start += len(raw) - len(stripped)
    kind = Kind.PARAGRAPH
    # A bullet is layout only where the line is indented; at the margin "* " and "- " open questions of an interview.
    if indent >= 2 and (bullet := _BULLET.match(stripped)):
        kind = Kind.ITEM
        start += bullet.end()
        stripped = stripped[bullet.end() :]
    kept = stripped.rstrip()
    folded = " ".join(kept.replace("\x00", " ").split())
    return Fragment(folded, kind, 0, number, start, start + len(kept), indent=indent)
