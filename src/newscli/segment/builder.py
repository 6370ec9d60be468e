"""The fragments of an HTML page while it is walked: text collected between two boundaries, its links and pictures."""

from __future__ import annotations

import re
from html import unescape

from msgspec.structs import replace

from newscli.lexicon import lines
from newscli.model import Kind, Link
from newscli.regex import regex
from newscli.segment.lines import without_edges
from newscli.segment.page import MOST_FRAGMENTS, TOGETHER, Element, Fragment, HeadItem
from newscli.segment.paragraphs import without_breaks

_FORMS = {f"h{level}": (Kind.HEADING, level) for level in range(1, 7)} | {
    "li": (Kind.ITEM, 0), "blockquote": (Kind.QUOTE, 0)
}  # fmt: skip
_PLAIN = (Kind.PARAGRAPH, 0)

_PLAIN_ID = regex(r"[A-Za-z][A-Za-z0-9_-]{0,39}")

_SMALL_PRINT = frozenset(("small", "time"))
# What stands in a heading and is none of it: «(3 تعليقات)», «14/5/2024», «الثلاثاء 14 مايو 2024».
_COUNTER = regex(r"[(\[{]\s*(?:[^\W\d]+\s+){0,2}\d[\d,.]*\s*(?:[^\W\d]+\s*){0,2}[)\]}]")
_BADGE, _COMMENTS = regex(lines.BADGE), regex(lines.COMMENTS_LINK, re.I)
_STAMP = regex(
    r"""\W* (?: (?:[^\W\d]+\W+){0,3} \d{1,2} \W+ (?:[^\W\d]+\W+){1,3} \d{4}  # the day, the month in words, the year
        | (?:[^\W\d]+\W+){0,3} \d{1,4} ([-/.]) \d{1,2} \1 \d{1,4} )
        \W* .{0,20}""",
    re.X,
)


def is_aside(tag: str, text: str, *, last: bool) -> bool:
    """Whether the text of an inline element at a heading's edge is small print, a badge, a counter or a date.

    >>> is_aside("span", "(3 تعليقات)", last=True), is_aside("a", "تعليقان", last=True)
    (True, True)
    >>> is_aside("span", "100 لاعب", last=True)
    False
    """
    if tag in _SMALL_PRINT or _BADGE.fullmatch(text):
        return True
    return last and any(pattern.fullmatch(text) for pattern in (_COUNTER, _COMMENTS, _STAMP))


class Builder:
    """The fragments so far, and the text collected since the last block boundary."""

    def __init__(self) -> None:
        self.fragments: list[Fragment] = []
        self.head: list[HeadItem] = []
        self.pieces: list[str] = []
        self.measured = self.size = 0  # pieces that were counted, and their characters
        self.links: list[Link] = []
        self.link_chars = 0
        self.href: str | None = None
        self.anchor = 0  # where among the pieces the open link begins
        self.ended = 0  # where among them the last inline element ended
        self.linked = False  # whether that was a link
        self.broken = 0  # line breaks since the last fragment, with nothing else between
        self.breaks: list[int] = []  # for each fragment, how many line breaks part it from the one before
        self.ids: dict[str, Element | None] = {}  # in lower case; None where two elements have one
        self.inner: Element | None = None  # the inline element that a heading has open
        self.inner_start = 0  # where among the pieces it begins
        self.around_inner: tuple[Element | None, int] = None, 0  # the same of the one around it
        self.picture: tuple[str, Element] | None = None  # the last picture, and the element it stands in

    def flush(self, element: Element) -> None:
        """End the fragment that the collected text makes, if there is any."""
        if not self.pieces:
            return
        if len(self.fragments) >= MOST_FRAGMENTS and self.is_little():
            self.pieces.append(" ")
            return
        if self.href is not None:
            self.end_link()
        text = _text_of(self.pieces)
        if text:
            kind, level = kind_of(element)
            links, picture = tuple(self.links), self.under(element)
            linked = min(self.link_chars, len(text)) if links else 0
            holder = self.picture[1] if self.picture is not None else None
            if holder is element and element.tag == "p" and not self.broken:
                holder = None  # a small sign in the line itself
            made = Fragment(text, kind, level, None, None, None, element, links, linked, 0, picture, 0, holder)
            self.fragments.append(made)
            one = self.broken and len(self.fragments) > 1 and self.fragments[-2].element is element
            self.breaks.append(self.broken if one else 0)
            self.broken = 0
            self.picture = None
        self.pieces.clear()
        if self.links:
            self.links.clear()
            self.link_chars = 0
        self.anchor = self.ended = 0

    def is_little(self) -> bool:
        """Whether less text is collected than a piece holds of what lies far down the page; told from the last one."""
        while self.measured < len(self.pieces):
            self.size += len(self.pieces[self.measured])
            self.measured += 1
        if self.size < TOGETHER:
            return True
        self.measured = self.size = 0
        return False

    def finish(self, element: Element) -> None:
        """End the last fragment, however little it holds."""
        self.size = TOGETHER
        self.flush(element)

    def line_break(self, element: Element) -> None:
        """End a line at a `<br>`."""
        self.flush(element)
        self.broken += 1

    def note_id(self, name: str, element: Element | None) -> None:
        """Keep an id as the name of its element, unless two have it. Letters' case does not part ids everywhere."""
        key = name.lower()
        if key in self.ids:
            if (other := self.ids[key]) is not None:
                other.id = None
            self.ids[key] = None
        else:
            self.ids[key] = element
            if element is not None and _PLAIN_ID.fullmatch(name):
                element.id = name

    def open_inner(self, element: Element) -> None:
        """Remember where an inline element of a heading begins, in case it is none of the heading's."""
        self.around_inner = self.inner, self.inner_start
        self.inner, self.inner_start = element, len(self.pieces)

    def end_inner(self, heading: Element, *, last: bool) -> None:
        """Take the text of a heading's inline element out of it where it is small print, a counter or a stamp.

        `last` tells that it closes the heading: a number in its midst is a word of it.
        """
        element, start = self.inner, self.inner_start
        text = _text_of(self.pieces[start:])
        self.inner, self.inner_start = (None, 0) if text else self.around_inner  # icons in it are empty elements
        edge = last or not start  # it opens the heading or closes it
        if element is None or not text or not edge or not is_aside(element.tag, text, last=last):
            return
        del self.pieces[start:]
        links = (self.links.pop(),) if element.tag == "a" and self.links else ()
        self.flush(heading)
        self.links.clear()
        self.link_chars = 0
        element.parent, element.depth = heading, heading.depth + 1
        linked = len(text) if links else 0
        self.fragments.append(Fragment(text, element=element, links=links, link_chars=linked))
        self.breaks.append(0)

    def result(self) -> tuple[tuple[Fragment, ...], tuple[HeadItem, ...]]:
        """All fragments, without the line breaks inside sentences, and what the page says of itself."""
        if not any(self.breaks):
            return tuple(self.fragments), tuple(self.head)
        made = without_breaks(self.fragments, self.breaks)
        place = [index for index, (_, lines) in enumerate(made) for _ in range(lines)]
        place.append(len(made))
        head = tuple(item if item.at == place[item.at] else replace(item, at=place[item.at]) for item in self.head)
        return tuple(fragment for fragment, _ in made), head

    def under(self, element: Element) -> str | None:
        """The alternative text of the picture that the fragment stands under, None if it stands under none."""
        if self.picture is None:
            return None
        alternative, holder = self.picture
        near = (holder, holder.parent)
        return alternative if element in near or element.parent in near else None

    def end_link(self) -> None:
        """Note the link whose text ends here; it may go on after a block boundary."""
        inside = self.pieces[self.anchor :]
        self.anchor = len(self.pieces)
        label = " ".join("".join(inside).split())
        if label and self.href is not None:
            for piece in inside:
                self.link_chars += len(piece.strip())
            self.links.append(Link(label, self.href))


def _text_of(pieces: list[str]) -> str:
    """Collected text, white space folded, without invisible characters at its edges."""
    text = "".join(pieces)
    if "&" in text:  # what pages escape twice, as in &amp;quot;
        text = unescape(text)
    return without_edges(" ".join(text.split()))


def kind_of(element: Element) -> tuple[Kind, int]:
    """The form that an element gives its text, looking at most a few ancestors up."""
    here: Element | None = element
    for _ in range(4):
        if here is None:
            break
        if here.tag in _FORMS:
            return _FORMS[here.tag]
        here = here.parent
    return _PLAIN
