"""The story's paragraphs in order, without what is glued to them.

That is the dateline, read-also links, shortcodes, end marks, the agencies that close the last paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from newscli.credits.parties import closing
from newscli.fields.found import Found, Span
from newscli.lexicon import lines
from newscli.model import Role
from newscli.regex import regex
from newscli.segment.page import Fragment
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

_GLUED = regex(lines.READ_ALSO)
_END_MARK = regex(lines.END_MARK)
_SHORTCODE = regex(lines.SHORTCODE)
_MOST_SHORTCODES = 2_000  # in a paragraph, each of which makes blocks; no article has a hundred
_MOST_GLUED = 20  # read-also links in a paragraph; each is compared with all its links


def read_body(reading: Reading, slots: Slots, prefix: tuple[Span, ...]) -> Found[str]:
    """The body, blank lines between paragraphs. `prefix` are the spans that the dateline has taken from paragraphs."""
    spans = [*prefix]
    for index in slots.paragraphs:
        spans += _inserts(index, reading.page.fragments[index])
    for last in slots.paragraphs[-1:]:
        spans += _endings(last, reading.text(last))
    of_block: dict[int, list[Span]] = {}
    for span in spans:
        of_block.setdefault(span.block, []).append(span)
    texts = (part for i in slots.paragraphs for part in _kept(reading.text(i), of_block.get(i, ())))
    return Found("\n\n".join(texts), tuple(spans))


def _endings(index: int, text: str) -> Iterator[Span]:
    """What closes the story's last paragraph."""
    if signed := closing(text):
        yield Span(index, signed[0], len(text), Role.CREDIT, "agencies close the story", 0.9)
    if match := _END_MARK.search(text):
        yield Span(index, *match.span(1), Role.BOILERPLATE, "end mark of a wire", 0.9)


def _inserts(index: int, fragment: Fragment) -> Iterator[Span]:
    """What stands inside a paragraph and is none of it: shortcodes, links to other stories behind their label."""
    for match in islice(_SHORTCODE.finditer(fragment.text), _MOST_SHORTCODES):
        role = Role.CAPTION if match[1] else Role.BOILERPLATE
        yield Span(index, *match.span(), role, "a shortcode of WordPress", 0.9)
    for match in islice(_GLUED.finditer(fragment.text), _MOST_GLUED) if fragment.links else ():
        start, end = match.span()
        label = next((link.text for link in fragment.links if fragment.text.startswith(link.text, end)), None)
        if label is not None:
            yield Span(index, start, end + len(label), Role.BOILERPLATE, "read-also glued into a paragraph", 0.85)


def _kept(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """The parts of a paragraph that none of its spans takes."""
    taken = sorted(spans, key=lambda span: span.start)
    ends = accumulate((span.end for span in taken), max, initial=0)
    starts = [*(span.start for span in taken), len(text)]
    return filter(None, (text[end:start].strip() for end, start in zip(ends, starts, strict=True)))
