"""The days that a story's opening and its page's address name, and those on which it was only changed.

A day that the opening names settles a date that can be read in two ways.

05/11/2010 is the fifth of November where the dateline says «5 تشرين الثاني», 09/03/2017 the ninth of March where the
story says «اليوم الخميس»: the third of September was a Sunday.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice, pairwise
from typing import NamedTuple

from newscli import dates
from newscli.arabic.letters import fold
from newscli.dates.found import FoundDate
from newscli.dates.words import WEEKDAYS, Word, vocabulary
from newscli.regex import regex
from newscli.weigh.endings import POSTED

_DAYS_BEFORE = {"اليوم": 0, "امس": 1}  # folded words beside a weekday, and how many days it lies before the story's
_WORDS, _NONE = regex(r"\w+"), Word("", 0)


def agreeing(days: Iterable[str], texts: Iterable[str]) -> set[str]:
    """Those of some days (YYYY-MM-DD) which a date in the texts, the story's first paragraphs, can be.

    >>> agreeing(("2017-03-09", "2017-09-03"), ["أعلنت الوزارة اليوم الخميس أن الطريق فتح"])
    {'2017-03-09'}
    >>> agreeing(("2010-11-05", "2010-05-11"), ["اربد 5 تشرين الثاني (بترا) - قال المدير"])
    {'2010-11-05'}
    """
    named = list(chain.from_iterable(map(dates.find, texts)))
    return {day for day in days if any(_is_on(found, date.fromisoformat(day)) for found in named)}


def opening_date(texts: Iterable[str]) -> tuple[int, FoundDate] | None:
    """The date that opens a story's first paragraph, or the one behind its lead, set apart from its sentence.

    With it comes the number of the paragraph. None where other paragraphs open with one as well: they are a chronicle.

    >>> number, found = opening_date(["29/11/2022 - أعلنت الهيئة موعد المسابقة", "وأضافت أنها مفتوحة"])
    >>> number, found.iso
    (0, '2022-11-29')
    >>> opening_date(["14 مايو 1948 - إعلان القيام", "5 يونيو 1967 - بدء الحرب"]) is None
    True
    >>> opening_date(["29/11/2022 أعلنت الهيئة موعد المسابقة"]) is None
    True
    """
    opening = [(number, found) for number, text in enumerate(texts) if (found := set_apart(text)) is not None]
    return opening[0] if len(opening) == 1 and opening[0][0] <= _LEADS else None


def set_apart(text: str) -> FoundDate | None:
    """The date that a text begins with, if a dash behind it parts it from the rest.

    >>> set_apart("22/11/2020 - 04:30 - المصدر: الأنباء").iso
    '2020-11-22T04:30:00'
    """
    if _APART.search(text, 0, _OPENING + _DASH) is None:  # hardly any paragraph has a dash there
        return None
    found = next(iter(dates.find(text[:_OPENING])), None)
    if found is None or found.start or not (found.full or found.readings):
        return None
    return found if _APART.match(text, found.end) else None


def posted(texts: Iterable[str]) -> tuple[int, FoundDate] | None:
    """The day in the line by which blogs close their posts, or that closes the first line below a story under a label.

    With it comes the number of that line; None where there is none.

    >>> posted(["هذه التدوينة كتبت يوم الإثنين، 24 سبتمبر، 2012 وهي مصنفة ضمن أخبار محلية"])[1].iso
    '2012-09-24'
    >>> posted(["التفاصيل في عدد الغد – تاريخ النشر : 2020/05/29"])[1].iso
    '2020-05-29'
    >>> posted(["هذه التدوينة كتبت عن 24 سبتمبر 2012"]) is None
    True
    """
    for number, text in enumerate(texts):
        if POSTED.match(fold(text[:_POSTED])) or (not number and _LABELLED_LAST.search(text, 0, _POSTED)):
            found = next(iter(dates.find(text[:_POSTED])), None)
            return (number, found) if found is not None and found.start <= _OPENING and found.full else None
    return None


_LABELLED_LAST = regex(r"\s[–—|-]\s*(?:تاريخ\s(?:ال)?(?:نشر|إصدار|إضافة)|نشرت?\s(?:في|بتاريخ|يوم))\s?:?\s[^:]{6,40}$")
_POSTED = 200  # characters of a blog's closing line that hold its day and its section
_LEADS = 1  # paragraphs that may stand before it
_OPENING = 80  # characters of a paragraph in which a date may stand that opens it
_APART = regex(r"\s?[–—|-]\s")
_DASH = 3  # characters that this is at most


def soon_after(days: Iterable[str], captions: Iterable[str]) -> set[str]:
    """Those of some days that lie in the week after a day on which a picture was taken.

    >>> soon_after(("2024-12-03", "2024-03-12"), ["قوارب في صورة التقطت في 11 آذار/مارس 2024"])
    {'2024-03-12'}
    """
    found = chain.from_iterable(map(dates.find, captions))
    taken = [date.fromisoformat(each.date) for each in found if each.date is not None and each.full]
    return {day for day in days if any(_NO_TIME < date.fromisoformat(day) - each <= _WEEK for each in taken)}


_NO_TIME, _WEEK = timedelta(0), timedelta(days=7)


def before_clock(days: Iterable[str], clocks: Iterable[str]) -> set[str]:
    """The one of some days that a page's clock leaves, for no story is of a later day, if it lies shortly before.

    >>> before_clock(("2017-05-03", "2017-03-05"), ["2017-03-06"])
    {'2017-03-05'}
    >>> before_clock(("2017-05-03", "2017-03-05"), ["2017-05-06"]), before_clock(("2017-05-03", "2017-03-05"), ())
    (set(), set())
    """
    latest = max(clocks, default="")
    past = {day for day in days if day <= latest}
    return {day for day in past if len(past) == 1 and date.fromisoformat(latest) - date.fromisoformat(day) <= _SHORTLY}


_SHORTLY = timedelta(days=31)
_CLOSING = regex(r"\s[-–—|]\s*(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\W*$")


def closing_day(title: str, texts: Iterable[str]) -> tuple[str, str] | None:
    """The day in figures behind a headline, and how it is printed, if the story's first paragraphs name it as well.

    >>> closing_day("الكويت تستضيف الملتقى - 11/09/2023", ["أعلنت الهيئة اليوم الاثنين موعده"])
    ('2023-09-11', '11/09/2023')
    >>> closing_day("نتائج المباريات - 11/09/2023", ["أعلنت اللجنة النتائج"]) is None
    True
    """
    closing = _CLOSING.search(title)
    if closing is None:
        return None
    days = [day for found in dates.find(closing["day"]) for day in (found.readings or filter(None, (found.date,)))]
    agreed = agreeing(days, texts)
    return (agreed.pop(), closing["day"]) if len(agreed) == 1 else None


def _is_on(found: FoundDate, day: date) -> bool:
    """Whether a date that the story names is a day: in full, by month and day, or by its weekday beside «اليوم»."""
    if found.date is not None:
        return found.date == day.isoformat()
    if found.relative:
        return _own_weekday(found) == day.weekday()
    return (found.month, found.day) == (day.month, day.day)


def _own_weekday(found: FoundDate) -> int | None:
    """The weekday of the story's day, which it tells by «اليوم السبت» or «أمس الجمعة»; None where it tells none."""
    for word, after in pairwise(_WORDS.findall(fold(found.text))):
        named = vocabulary().get(after, _NONE)
        if word in _DAYS_BEFORE and named.kind == "weekday":
            return (named.value + _DAYS_BEFORE[word]) % len(WEEKDAYS)
    return None


def contradicted(day: str, texts: Iterable[str]) -> bool:
    """Whether texts, a story's opening, name weekdays as its own, and a day is of none of them, nor the one after it.

    >>> contradicted("2025-09-18", ["أعلنت الوزارة اليوم السبت أن الطريق فتح"])
    True
    >>> contradicted("2025-09-21", ["أعلنت الوزارة اليوم السبت"]), contradicted("2025-09-18", ["صلاة الجمعة اليوم"])
    (False, False)
    """
    weekday = date.fromisoformat(day).weekday()
    own = {_own_weekday(found) for text in texts for found in dates.find(text)} - {None}
    return bool(own) and own.isdisjoint((weekday, (weekday - 1) % len(WEEKDAYS)))


_DAY_IN_ADDRESS = regex(
    r"(?<!\d)((?:19|20)\d\d)(?:[/_-](?:[a-z_]+/)?(\d{1,2})[/_-](\d{1,2})(?!\d)|([01]\d)([0-3]\d))(?!\d{1,2}(?!\d))"
)
_MONTH_IN_ADDRESS = regex(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")


def days_in_address(url: str) -> Iterator[tuple[str, str]]:
    """The day that an address names, if it does, and how it is written there.

    >>> list(days_in_address("https://example.org/2024/05/14/naba")), list(days_in_address("/2024/31/99"))
    ([('2024-05-14', '2024/05/14')], [])
    """
    for match in islice(_DAY_IN_ADDRESS.finditer(url), 1):
        with suppress(ValueError):
            yield date(*map(int, filter(None, match.groups()))).isoformat(), match.group()


def month_in_address(url: str) -> str | None:
    """The month (YYYY-MM) that an address names, as those of blogs do.

    >>> month_in_address("https://example.org/2024/05/naba.html")
    '2024-05'
    """
    match = _MONTH_IN_ADDRESS.search(url)
    return f"{match[1]}-{match[2]}" if match else None


class Told(NamedTuple):
    """A moment that a page states, in ISO 8601, and the day that it falls on there.

    `changed`: as that of a change, not of a publication; `sure`: by a name that is seldom used for another moment.
    """

    moment: str
    day: str
    changed: bool
    sure: bool = True


def days_of_change(stated: Iterable[Told]) -> frozenset[str]:
    """The days of changes, where the page states another, earlier day as that of its publication.

    What systems state in `<time>`, and as article:published_time, is often the moment of the last change.

    >>> changed, shown = Told("2024-05-20T09:00Z", "2024-05-20", True), Told("2024-05-20T12+03:00", "2024-05-20", False)
    >>> sorted(days_of_change([Told("2024-05-14T08:00Z", "2024-05-14", False), changed, shown]))
    ['2024-05-20']
    >>> days_of_change([changed, shown])
    frozenset()
    """
    told = list(stated)
    changes = {_in_utc(each.moment) for each in told if each.changed}
    own = {each.day for each in told if each.sure and not each.changed and _in_utc(each.moment) not in changes}
    days = {each.day for each in told if _in_utc(each.moment) in changes}
    return frozenset(day for day in days - own if own and day > min(own))


def _in_utc(moment: str) -> datetime:
    """A moment in UTC; one without an offset as if it were."""
    told = datetime.fromisoformat(moment)
    return told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)
