"""The story's paragraphs in order, without what is glued to them.

That is the dateline, read-also links, shortcodes, end marks, the agencies in brackets that close the last paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from newscli.credits.closing import closing
from newscli.fields.found import Found, Span
from newscli.lexicon import lines
from newscli.model import Role
from newscli.regex import regex
from newscli.segment.fragment import Fragment
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
    fragments = reading.page.fragments
    for index in slots.paragraphs:
        spans.extend(_inserts(index, fragments[index]))
    if slots.paragraphs:
        last = slots.paragraphs[-1]
        signed = closing(fragments[last].text)
        if signed is not None:
            end = len(fragments[last].text)
            spans.append(Span(last, signed[0], end, Role.CREDIT, "agencies in brackets close the story", 0.9))
        if match := _END_MARK.search(fragments[last].text):
            spans.append(Span(last, *match.span(1), Role.BOILERPLATE, "end mark of a wire", 0.9))
    of_block: dict[int, list[Span]] = {}
    for span in spans:
        of_block.setdefault(span.block, []).append(span)
    texts = (part for i in slots.paragraphs for part in _kept(fragments[i].text, of_block.get(i, ())))
    return Found("\n\n".join(texts), tuple(spans))


def _inserts(index: int, fragment: Fragment) -> Iterator[Span]:
    for match in islice(_SHORTCODE.finditer(fragment.text), _MOST_SHORTCODES) if "[" in fragment.text else ():
        role = Role.CAPTION if match[1] else Role.BOILERPLATE
        yield Span(index, *match.span(), role, "a shortcode of WordPress", 0.9)
    for match in islice(_GLUED.finditer(fragment.text), _MOST_GLUED) if fragment.links else ():
        start, end = match.span()
        label = next((link.text for link in fragment.links if fragment.text.startswith(link.text, end)), None)
        if label is not None:
            yield Span(index, start, end + len(label), Role.BOILERPLATE, "read-also glued into a paragraph", 0.85)


def _kept(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """The parts of a paragraph that none of its spans takes."""
    position = 0
    for span in sorted(spans, key=lambda span: span.start):
        if part := text[position : span.start].strip():
            yield part
        position = max(position, span.end)
    if part := text[position:].strip():
        yield part
