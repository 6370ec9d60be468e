"""What text browsers and Markdown leave of a page's markup: numbered links («[12]رياضة»), links, headings, emphasis.

A text that has such marks is read as what it was: its links and headings are the evidence that they are in HTML.
"""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from newscli.lexicon import lines
from newscli.model import Link
from newscli.regex import regex

_HEADING = regex(r"(#{1,6})\s+(?=\S)")
_HEADINGS = regex(r"(?m)^#{1,6}[ \t]+\S")
_LINK = regex(rf"!?\[(?P<text>[^\[\]\n]{{0,300}}){lines.LINK_END}")
_NUMBERED = regex(r"\[\d{1,3}\](?=[^\W\d])")  # a footnote's number stands behind the word, a link's before it
_BEHIND_WORD = regex(rf"(?<=\w)\s*{_NUMBERED.pattern}")
_EMPHASIS = regex(r"\*\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*\*")
_LINKS, _NUMBERS = 2, 3  # of each from which a text is taken for marked
_MOST_LINKED = 14  # words of a line that is linked from its first number on; in a longer one one word is


class Unmarked(NamedTuple):
    """A line without its marks: the text, the links in it, how many of its characters are linked, a heading's level."""

    text: str
    links: tuple[Link, ...] = ()
    link_chars: int = 0
    level: int = 0


def has_marks(text: str) -> bool:
    """Whether a text as a whole is marked; one number in brackets may stand in any.

    >>> has_marks("[1]الرئيسية [2]رياضة [3]ثقافة"), has_marks("قال ابن خلدون[1] إن العمران[2] سنة[3].")
    (True, False)
    """
    if "[" in text:
        if "](" in text and sum(1 for _ in islice(_LINK.finditer(text), _LINKS)) == _LINKS:
            return True
        if sum(1 for _ in islice(_NUMBERED.finditer(text), _NUMBERS)) == _NUMBERS:
            return True
    return "#" in text and _HEADINGS.search(text) is not None


def unmarked(line: str) -> Unmarked:
    """A line of a marked text without its marks. A line that is a picture and nothing else stays as it is, all linked.

    >>> unmarked("## [رياضة](/sport)")
    Unmarked(text='رياضة', links=(Link(text='رياضة', url='/sport'),), link_chars=5, level=2)
    >>> unmarked("[4]سعاد قاسم").text, unmarked("[4]سعاد قاسم").link_chars
    ('سعاد قاسم', 9)
    >>> unmarked("3 أكتوبر 2019 [10]مجتمع [11]اترك تعليقا").text
    '3 أكتوبر 2019 | مجتمع | اترك تعليقا'
    """
    heading = _HEADING.match(line)
    bare = line[heading.end() :] if heading else line
    links = tuple(Link(found["text"], found["url"]) for found in _LINK.finditer(bare) if found["text"])
    bare = _LINK.sub(lambda found: "" if found[0].startswith("!") else found["text"], bare)
    bare, behind_numbers = _without_numbers(bare)
    bare = " ".join(_EMPHASIS.sub(r"\1", bare).split())
    if not bare:
        return Unmarked(line, (), len(line))
    linked = sum(len(link.text) for link in links) + behind_numbers
    return Unmarked(bare, links, min(linked, len(bare)), len(heading[1]) if heading else 0)


def _without_numbers(line: str) -> tuple[str, int]:
    """A line without the numbers of its links, and how many of its characters these link."""
    first = _NUMBERED.search(line)
    if first is None:
        return line, 0
    short = line.count(" ") < _MOST_LINKED
    if short and len(_NUMBERED.findall(line)) > 1:
        line = _BEHIND_WORD.sub(" | ", line)  # links in a row, which only their numbers keep apart
    behind = _NUMBERED.sub("", line[first.start() :])
    return line[: first.start()] + behind, len(behind if short else behind.split(" ", 1)[0])
