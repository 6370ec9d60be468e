"""A line without invisible marks and markup remnants, each of whose characters knows where it stood."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from newscli.arabic.letters import INVISIBLE, fold, strip_invisible
from newscli.lexicon.lines import LINK_END
from newscli.regex import regex

_UNSEEN = INVISIBLE + "\ufe0e\ufe0f"  # with the selectors of emoji
_DROPPED = regex(
    rf"""
    [{_UNSEEN}]+                                     # direction marks, zero-width characters, soft hyphens
    | !?\[(?=[^\[\]\n]{{1,160}}\]\()                    # Markdown: what opens a link or a picture
    | {LINK_END}                                       # and what closes it, with the address
    | \*\*+ | ~~+ | `+ | ^\s*\#{{1,6}}\s+ | ^\s*>\s+    # emphasis, headings, quotations
    | </?(?:a|b|i|u|em|strong|span|p|br|font|div)\b[^<>]{{0,400}}>
    | (?<=\S)\s+(?:@\w{{2,40}}|\w{{2,40}}@)\s*$          # the writer's account behind his name, also set the wrong way
    | (?<![A-Za-z])A[+-](?:\s?A[+-])*(?![A-Za-z])        # buttons for the size of letters
    | &(?:nbsp|rlm|lrm|zwnj|zwj|shy|\#8203|\#8206|\#8207|\#160);
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = regex(rf"[{_UNSEEN}\[\]*~`#<>&@]|A[+-]")  # what is dropped begins with one of these or holds it
_BETWEEN = regex(r"\u200b|&nbsp;|&#160;|<br", re.IGNORECASE)  # what parts words though nothing shows


class Clean(Struct, frozen=True):
    """A line as it is read. `origin` gives for each character its offset in `source`; None where nothing was cut."""

    text: str
    source: str
    origin: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range in the source of a range of the text."""
        if self.origin is None or start >= end:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1

    def verbatim(self, start: int, end: int) -> str:
        """The source's own words for a range of the text; without the markup, where there is any inside."""
        first, last = self.span(start, end)
        printed = self.source[first:last]
        return printed if strip_invisible(printed) == self.text[start:end] else self.text[start:end]


def clean(text: str) -> Clean:
    r"""A line without marks and markup.

    >>> clean("\u200fالمصدر: [رويترز](https://example.org/1)").text
    'المصدر: رويترز'
    """
    cuts = [match.span() for match in _DROPPED.finditer(text)] if _SIGNS.search(text) else []
    if not cuts:
        return Clean(text, text)
    pieces: list[str] = []
    origin: list[int] = []
    kept = 0
    for start, end in cuts:
        pieces.append(text[kept:start])
        origin.extend(range(kept, start))
        parted = _BETWEEN.search(text, start, end) and text[start - 1 : start].strip() and text[end : end + 1].strip()
        if parted:
            pieces.append(" ")
            origin.append(start)
        kept = end
    pieces.append(text[kept:])
    origin.extend(range(kept, len(text)))
    return Clean("".join(pieces), text, tuple(origin))


@cache
def _letter(character: str) -> str:
    return fold(character)


def folded_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters (and its end) the offset in the text.

    >>> folded_with_offsets("نقلاً")
    ('نقلا', [0, 1, 2, 3, 5])
    """
    letters: list[str] = []
    offsets: list[int] = []
    for i, character in enumerate(text):
        letter = _letter(character)
        letters.append(letter)
        offsets.extend([i] * len(letter))
    return "".join(letters), [*offsets, len(text)]
