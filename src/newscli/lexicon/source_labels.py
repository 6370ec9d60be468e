"""The labels under which Arabic pages name where a story comes from, as one table, and the pattern made of it.

To add a label, add a row to `_TABLE`: its folded wording (a pattern) | its kind | what must stand behind it:

- `mark`: a colon, slash, bar or dash, or the end of the line («المصدر: X»); without one the words open a sentence.
- `name`: a name, with or without a mark («نقلا عن X»).
- `quoted`: a name in quotes («خدمة «X»», «عن "X"»); without quotes the words are those of a sentence.
- `day`: a name and then a day («نشر في X يوم 5/6/2015»).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from newscli.lexicon.lines import APPEARED
from newscli.regex import regex


class Label(StrEnum):
    """How a line names a party."""

    SOURCE = "source"  # «المصدر: X», «نقلا عن X»
    PUBLISHED_IN = "published in"  # «نشر في X يوم ...»
    WROTE_IN = "wrote in"  # «كتب NAME في "X":»
    BY = "by"  # «بواسطة: X»
    SIGNATURE = "signature"  # names alone: «(أ ف ب، رويترز)», «X | 5 مايو 2020»
    CLOSED = "closed"  # a few words and a separator, «X نت/ -»: a source only directly above the story
    NONE = "none"  # in a formula, beside a place or a person


class Found(NamedTuple):
    """A label at the start of a line: its kind, and where what it names begins."""

    label: Label
    end: int
    marked: bool  # whether a separator stands behind it
    needs: str


_TABLE = r"""
(?:ال)?مصدر | SOURCE | mark
(?:ال)?مصادر | SOURCE | mark
(?:ال)?مصدر (?:ال)?(?:خبر|مقال|ماده|نص|موضوع|تقرير|معلومات|معلومه|صوره الخبر|اصلي|رييسي|اساسي) | SOURCE | mark
مصادر (?:ال)?(?:خبر|مقال|معلومات) | SOURCE | mark
sources? | SOURCE | mark
via | SOURCE | mark
المرجع | SOURCE | mark
تفاصيل (?:الخبر|المقال|الموضوع) (?:في|علي|من|لدي) | SOURCE | mark
(?:اسم )?ال(?:جريده|صحيفه|مجله) | SOURCE | mark
(?:ال)?ناقل | SOURCE | mark
منقوله? (?:عن|من)(?: موقع)? | SOURCE | name
منقوله? | SOURCE | mark
نقلا? ?(?:عن|من)(?: موقع)? | SOURCE | name
نقلها? (?:عن|من) | SOURCE | name
(?:تم )?نقل (?:هذا |هذه )?(?:ال)?(?:خبر|مقال|تقرير|موضوع|ماده) (?:عن|من)(?: موقع)? | SOURCE | name
(?:ماخوذه?|مقتبسه?|مترجمه?) (?:عن|من) | SOURCE | name
(?:متابعه|متابعات|ترجمه|رصد) عن(?: موقع)? | SOURCE | name
(?:عن|من) موقع | SOURCE | name
عن(?= (?:صحيفه|جريده|مجله|وكاله|قناه|شبكه|بوابه|صفحه) ) | SOURCE | name
هذا (?:ال)?(?:خبر|مقال|تقرير|موضوع) (?:منقول )?(?:من|عن)(?: موقع)? | SOURCE | name
(?:نشر |ينشر |تنشر )?بالاتفاق (?:مع|و) | SOURCE | name
بالتعاون مع | SOURCE | mark
عن | SOURCE | quoted
خدمه | SOURCE | quoted
خاص ب | SOURCE | quoted
نشرت? (?:ال(?:خبر|مقال|موضوع|ماده) )?(?:في|على|لاول مره في) | PUBLISHED_IN | day
APPEARED | PUBLISHED_IN | name
(?:نشرت?|كتبت?|اضيفت?|ارسلت?|مرسله?|اضافه?|نشره?|حررت?)? ?(?:ب|من )(?:واسطه|قبل|طرف) | BY | name
(?:ال)?(?:كاتب|محرر|مراسل) ?(?:[/-]|او|و) ?(?:ال)?مصدر | BY | mark
(?:ال)?مصدر ?(?:[/-]|او|و) ?(?:ال)?(?:كاتب|محرر|مراسل) | BY | mark
تمت? (?:ال)?(?:كتاب|نشر|اضاف|اعداد|تحرير|ترجم)(?:ه|ته|تها|ها)? (?:ب|من )(?:واسطه|قبل|طرف) | BY | name
(?:posted|written|published)? ?by | BY | name
""".replace("APPEARED", APPEARED)

_SEPARATOR = r"[\s:：|/\\\-–—ـ>»]*"
_MARKED = regex(r"[:：|/\\\-–—ـ>»]")


@cache
def _rows() -> list[tuple[re.Pattern[str], Label, str]]:
    """The labels: their wording as a pattern, what they say, and what must stand behind them."""
    rows = []
    for line in _TABLE.strip().splitlines():
        wording, kind, needs = line.rsplit(" | ", 2)
        pattern = regex(rf"\W*(?:{wording})(?!\w)(?P<gap>{_SEPARATOR})", re.IGNORECASE)
        rows.append((pattern, Label[kind.strip()], needs.strip()))
    return rows


@cache
def _first() -> re.Pattern[str]:
    """One pattern that tells quickly whether a folded line opens with any label at all."""
    wordings = "|".join(f"(?:{line.rsplit(' | ', 2)[0]})" for line in _TABLE.strip().splitlines())
    return regex(rf"\W*(?:{wordings})(?!\w)", re.IGNORECASE)


_QUOTE = regex(r"\s*ـ*\s*[«\"“'‹]")


def label_at(folded: str) -> Found | None:
    """The label that opens a line whose letters are folded one by one (`same length`), None where none does.

    >>> label_at("المصدر: رويترز").label.name, label_at("المصدر الذي رفض كشف اسمه قال") is None
    ('SOURCE', True)
    """
    if not _first().match(folded):
        return None
    found = []
    for pattern, label, needs in _rows():
        if match := pattern.match(folded):
            end, marked = match.start("gap"), _MARKED.search(match["gap"]) is not None
            if _stands(folded, end, needs, marked=marked):
                found.append(Found(label, end, marked, needs))
    return max(found, key=attrgetter("end"), default=None)


def _stands(folded: str, end: int, needs: str, *, marked: bool) -> bool:
    """Whether what a label needs stands behind it."""
    if needs == "quoted":
        return bool(_QUOTE.match(folded, end)) or bool(_QUOTED_KIND.match(folded, end))
    return needs in {"name", "day"} or marked or not folded[end:].strip(" .:،*)]")


_QUOTED_KIND = regex(r"\s*(?:صحيفه|جريده|موقع|مجله|قناه|شبكه|وكاله)\s*[«\"“'‹]")


# «نشر في X يوم ...»: what ends the name before the day.
BEFORE_DAY = regex(
    r"\s+(?:يوم|بتاريخ|في|على|ال[أا]حد|الا?ثنين|الاثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة|السبت)(?=[\s:]+\S*)"
)
IN_FIGURES = regex(r"\s+(?:يوم|بتاريخ)\s+\d")
WROTE_IN = regex(
    r"\W*كتبت?\W{1,3}(?P<name>.{4,40}?)\s+في\s+(?:صحيفة|جريدة|موقع|مجلة)?\s*[«\"“](?P<outlet>.{2,30}?)[»\"”]\W*$"
)

UNMARKED = regex(r"\W*(?:ال)?مصدر\s+(\S.{1,40})$")
# The next label of an info line whose separators were lost.
NEXT_LABEL = regex(
    r"\s(?=(?:الكاتبة?|المؤلفة?|المحررة?|كتبت?|بقلم|تحرير|التاريخ|تاريخ\s+\S+|القسم|التصنيف|[آا]خر\s+تحديث)\s*[:：])"
)
LATE_WORDS = ("نشر", "مصدر", "نقلا عن")  # one of them stands in each of the labels below
# A label behind the credit of a person, or behind a separator.
LATE = regex(
    r"(?<=\S)\s*(?=نشرت? في \S.{1,40} (?:يوم|بتاريخ) \d)|"
    r"(?<=[|•·/،–-])\s*(?=(?:ال)?مصدر(?: الخبر| المقال)?\s*[:：/]|نقلا عن)|(?<=\S)\s+(?=المصدر\s*[:：])"
)
