"""The days that a story's opening names, which settle a date that can be read in two ways.

05/11/2010 is the fifth of November where the dateline says «5 تشرين الثاني», 09/03/2017 the ninth of March where the
story says «اليوم الخميس»: the third of September was a Sunday.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain

from newscli import dates
from newscli.arabic.letters import fold
from newscli.dates.found import FoundDate
from newscli.dates.words import vocabulary
from newscli.regex import regex

_DAYS_BEFORE = {"اليوم": 0, "امس": 1}  # folded words beside a weekday, and how many days it lies before the story's
_WORDS = regex(r"\w+")


def agreeing(days: Iterable[str], texts: Iterable[str]) -> set[str]:
    """Those of some days (YYYY-MM-DD) which a date in the texts, the story's first paragraphs, can be.

    >>> agreeing(("2017-03-09", "2017-09-03"), ["أعلنت الوزارة اليوم الخميس أن الطريق فتح"])
    {'2017-03-09'}
    >>> agreeing(("2010-11-05", "2010-05-11"), ["اربد 5 تشرين الثاني (بترا) - قال المدير"])
    {'2010-11-05'}
    """
    named = list(chain.from_iterable(map(dates.find, texts)))
    return {day for day in days if any(_is_on(found, date.fromisoformat(day)) for found in named)}


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
        return _weekday_fits(_WORDS.findall(fold(found.text)), day)
    return (found.month, found.day) == (day.month, day.day)


def _weekday_fits(words: list[str], day: date) -> bool:
    """Whether some words name a day by «اليوم» or «أمس» and its weekday, and it is that of the story's day."""
    weekday = next(
        (known.value for word in words if (known := vocabulary().get(word)) and known.kind == "weekday"), None
    )
    before = next((_DAYS_BEFORE[word] for word in words if word in _DAYS_BEFORE), None)
    return before is not None and (day - timedelta(days=before)).weekday() == weekday
