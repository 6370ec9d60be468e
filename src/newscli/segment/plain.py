"""Plain text into fragments: one for each line or paragraph, with its line number and offsets.

Lines that were broken in the middle of a paragraph are joined again when the text as a whole shows that it was wrapped;
runs of lines that are a list or verse are told by their kind. A text may begin with the record that archives and
extractors set above it: labelled lines («الجريدة: ...», «العنوان: ...»; `title: ...`), one of which is the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from newscli.arabic.letters import INVISIBLE, fold
from newscli.lexicon.lines import SENT
from newscli.model import Kind
from newscli.regex import regex
from newscli.segment.lines import BULLET, Line, ends_sentence, runs, shown
from newscli.segment.marks import has_marks, unmarked
from newscli.segment.page import MOST_FRAGMENTS, TOGETHER, Fragment, Metadata, Page
from newscli.segment.verse import has_halves, may_be_verse, verses
from newscli.segment.wrapping import continued

# Every character that ends a line: CR LF, LF, CR, VT, FF, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
_LINE = regex(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BREAK = regex(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_LINES = regex(rf"[^\r\n\v\f\x85\u2028\u2029](?:.{{{TOGETHER}}}[^\r\n\v\f\x85\u2028\u2029]*+|.*+\Z)", re.S)
_COLUMN = regex(r"\S(?:[^\S\r\n]{0,2}\S)*")
_COLUMNS = 4
_WIDE_GAP = regex(r"[^\S\r\n]{5,}")
_SENT = regex(rf"[\s{INVISIBLE}]*{SENT}\s+(?=\S)")
_WORD = regex(r"[^\W\d_]{3}")
_WRAPPED = 0.3  # of the lines go on with the one before in a text whose paragraphs were broken at a width
_INDENTED_BULLET = regex(r"(?:[*+•▪●◦·■○]|\d{1,3}\.)\s+(?=\S)")
_LIST = 3  # lines with the same kind of bullet in a row; one or two at the margin open questions of an interview


def segment(text: str, url: str | None = None) -> Page:
    """A plain text in pieces. `url` is where it was found, if that is known. Never raises; linear in its length."""
    lines = list(_lines(text))
    goes_on = continued(lines)
    found = list(_fragments(text, lines, goes_on))
    marked = has_marks(text)
    if marked:
        found = list(map(_without_marks, found))
    found = with_headline(text, found)
    marked = marked or any(each.level for each in found)
    read = tuple(_with_kinds(text, found[:MOST_FRAGMENTS]))
    wrapped = sum(goes_on) > _WRAPPED * len(lines)
    return Page(read, Metadata(url=url), marked=marked, wrapped=wrapped, rest=tuple(found[MOST_FRAGMENTS:]))


def _fragments(text: str, lines: Sequence[Line], goes_on: Sequence[bool]) -> Iterator[Fragment]:
    """One fragment for each line, paragraph of joined lines, or column."""
    goes_on = [*goes_on, False]
    above = lines[0].number - 1 if lines else 0  # the number of the last line before; none stands above the first
    margin = _margin(lines)
    first = 0
    for index, line in enumerate(lines):
        if goes_on[index + 1]:
            continue
        opening = lines[first]
        gap = opening.number - above - 1
        pieces = (_columns(line.raw) or _message(line.raw)) if index == first else []
        for a, b in pieces:
            inset, length = shown(line.raw[a:b])
            cell = _fragment(text, line, line.start + a + inset, line.start + a + length, gap, margin)
            yield replace(cell, kind=Kind.ITEM) if len(pieces) >= _COLUMNS else cell
            gap = 0
        if not pieces:
            yield _fragment(text, opening, opening.first, line.last, gap, margin)
        above, first = line.number - (len(pieces) >= _COLUMNS), index + 1  # a row of a menu stands apart


def _margin(lines: Sequence[Line]) -> int:
    """How far all lines of a text are set in, as mails and prints do. Entries of lists stand where they like."""
    if any(line.indent == 0 for line in lines):
        return 0
    return min((line.indent for line in lines if not BULLET.match(line.raw.lstrip())), default=0)


def _lines(text: str) -> Iterator[Line]:
    """Each line that shows anything."""
    number = 1
    position = 0
    for match in _stretches(text):
        begins, raw = match.start(), match.group()
        # One character between two lines is one break; several may be pairs.
        number += 1 if begins - position == 1 else sum(1 for _ in _BREAK.finditer(text, position, begins))
        position = match.end()
        start, end = shown(raw)
        if start < end:
            yield Line(number, begins, position, raw, begins + start, begins + end, len(raw))


def _stretches(text: str) -> Iterator[re.Match[str]]:
    """Each line; behind the first `MOST_FRAGMENTS` as many lines at once as make a piece of `TOGETHER` characters."""
    end = 0
    for match in islice(_LINE.finditer(text), MOST_FRAGMENTS):
        end = match.end()
        yield match
    yield from _LINES.finditer(text, end)


def _columns(line: str) -> list[tuple[int, int]]:
    """The parts of a line that sets several cells of a page's layout side by side, apart by wide gaps; [] for others.

    Many short parts are entries: headlines, a menu. Two or three are columns if each has words: the rows of a
    table have figures, and a line of verse two halves of about the same length.
    """
    if "   " not in line or "   " not in line.strip():
        return []
    found = [(m.start(), m.end()) for m in _COLUMN.finditer(line)]
    return found if len(found) >= _COLUMNS or _are_cells(line.strip()) else []


def _message(line: str) -> list[tuple[int, int]]:
    """The parts of a messenger's line, «[26/11/2026, 7:41 م] NAME: X»: who sent it when, and X; [] for others."""
    head = _SENT.match(line)
    return [(0, head.end()), (head.end(), len(line))] if head is not None else []


def _are_cells(line: str) -> bool:
    """Whether the parts of a line are columns of text: two or three with words in each, and no verse."""
    cells = _WIDE_GAP.split(line)
    longest = max(len(cell.split()) for cell in cells)
    return len(cells) > 1 and longest > 2 and all(map(_WORD.search, cells)) and not has_halves(line)


def _fragment(text: str, first: Line, start: int, end: int, gap: int, margin: int) -> Fragment:
    """The fragment from `start` to `end`, which show something; `first` is its first line, `margin` the text's own."""
    indent = first.indent - margin
    kind = Kind.PARAGRAPH
    # An indented bullet is layout; at the margin it stands in the text as printed.
    if indent >= 2 and (bullet := _INDENTED_BULLET.match(text, start, end)):
        kind = Kind.ITEM
        start = bullet.end()
    folded = " ".join(text[start:end].replace("\x00", " ").split())
    return Fragment(folded, kind, 0, first.number, start, end, indent=indent, gap=gap)


def _stands_alone(fragments: Sequence[Fragment], lines: Sequence[str], index: int) -> bool:
    """Whether a blank line parts a line from the poem below and no verse stands above: its title, poet or section."""
    if not (index + 1 == len(lines) or fragments[index + 1].gap) or has_halves(lines[index]):
        return False
    return not index or fragments[index].gap > 0 or not may_be_verse(lines[index - 1])


def _without_marks(fragment: Fragment) -> Fragment:
    """A fragment without the marks of headings and links in its text."""
    bare = unmarked(fragment.text)
    kind = Kind.HEADING if bare.level else fragment.kind
    return replace(fragment, text=bare.text, kind=kind, level=bare.level, links=bare.links, link_chars=bare.link_chars)


def _with_kinds(text: str, fragments: list[Fragment]) -> list[Fragment]:
    """The fragments, those marked that are entries of a list or lines of verse, as their run shows."""
    for start, end in runs([_bullet(each.text) for each in fragments]):
        if _is_list(fragments[start:end]):
            _mark(fragments, range(start, end), Kind.ITEM)
    plain = text.replace("\u00a0", " ")
    lines = [plain[each.start : each.end] for each in fragments]  # with the gaps between half-lines
    alone = [_stands_alone(fragments, lines, index) for index in range(len(lines))]
    plainly = [each.kind is Kind.PARAGRAPH for each in fragments]  # the entries of a menu are no poem
    head = _head_above_date(lines)
    parts = [
        told and not apart and index >= head for index, (told, apart) in enumerate(zip(plainly, alone, strict=True))
    ]
    _mark(fragments, verses(lines, parts), Kind.VERSE)
    return fragments


def _head_above_date(lines: Sequence[str]) -> int:
    """How many lines a text's head has that stands on its date and on prose: section, kicker, headline, deck, writer.

    They are no poem, whose date is its last line.
    """
    dated = next((index for index, line in enumerate(lines[:_HEAD_LINES]) if _YEAR.search(line)), 0)
    return dated if any(len(line) > _PROSE for line in lines[dated + 1 : dated + 3]) else 0


_HEAD_LINES = 7  # of a text that may be its head
_YEAR = regex(r"\b(?:19|20)\d\d\b|[٠-٩]{4}")
_PROSE = 90  # characters of a line that is no verse


def _mark(fragments: list[Fragment], which: Iterable[int], kind: Kind) -> None:
    """Give plain paragraphs a kind, in place."""
    for index in which:
        if fragments[index].kind is Kind.PARAGRAPH:
            fragments[index] = replace(fragments[index], kind=kind)


def _bullet(text: str) -> str:
    """What kind of bullet a line has: its sign itself, "number", "letter", "dash", or ""."""
    found = BULLET.match(text)
    return found["sign"] or str(found.lastgroup) if found is not None else ""


def _is_list(run: Sequence[Fragment]) -> bool:
    """Whether lines with the same bullet are a list. Behind dashes stand the turns of a dialogue too: sentences."""
    sentences = _bullet(run[0].text) == "dash" and any(ends_sentence(each.text) for each in run)
    return len(run) >= _LIST and not sentences


_HEAD = 20  # lines of a text in which its record stands
_FEWEST = 3  # labelled lines that make a record
_FIELD = regex(r"\s*(?P<label>[^\W\d_][^:：\n]{1,24}?)\s*[:：]\s*(?=\S)")
_TITLES = frozenset(fold("العنوان|عنوان المقال|عنوان الخبر|عنوان المادة|title|headline").split("|"))
_LABELS = _TITLES | frozenset(
    fold(
        "الكاتب|المؤلف|المحرر|الصحيفة|الجريدة|المجلة|المصدر|التاريخ|تاريخ النشر|العدد|الصفحة|الباب|القسم|الزاوية|"
        "الرابط|رقم القصاصة|رقم المادة|الكلمات الدالة|الكلمات المفتاحية|اللغة|البلد|النوع|"
        "author|byline|url|hostname|sitename|description|date|categories|tags|source|publication|section|page|id|language"
    ).split("|")
)


def with_headline(text: str, fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments of a text, the headline that its record states set as the heading it is, without its label."""
    matches = (
        (index, _FIELD.match(text, each.start or 0, each.end or 0)) for index, each in enumerate(fragments[:_HEAD])
    )
    fields = {index: match for index, match in matches if match is not None}
    labels = {index: fold(match["label"]).lower() for index, match in fields.items()}
    found = list(fragments)
    title = next((index for index, label in labels.items() if label in _TITLES), None)
    if title is not None and sum(map(_LABELS.__contains__, labels.values())) >= _FEWEST:
        start = fields[title].end()
        headline = " ".join(text[start : found[title].end].split())
        found[title] = replace(found[title], text=headline, start=start, kind=Kind.HEADING, level=1)
    return found
