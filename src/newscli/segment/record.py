"""The record that archives and extractors set above a text: labelled lines, one of which is the headline.

«الجريدة: ...», «العنوان: ...», «الكاتب: ...»; or `title: ...`, `date: ...`, as programs write them.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from newscli.arabic.letters import fold
from newscli.model import Kind
from newscli.regex import regex
from newscli.segment.fragment import Fragment

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
    labels = [_label(text, each) for each in fragments[:_HEAD]]
    found = list(fragments)
    title = next((index for index, label in enumerate(labels) if label in _TITLES), None)
    if title is None or sum(label in _LABELS for label in labels) < _FEWEST:
        return found
    line = found[title]
    field = _FIELD.match(text, line.start or 0, line.end or 0)
    start = field.end() if field else line.start
    headline = " ".join(text[start : line.end].split())
    found[title] = replace(line, text=headline, start=start, kind=Kind.HEADING, level=1)
    return found


def _label(text: str, line: Fragment) -> str:
    """The folded label of a line that has one and a value behind it; else ""."""
    field = _FIELD.match(text, line.start or 0, line.end or 0)
    return fold(field["label"]).lower() if field else ""
