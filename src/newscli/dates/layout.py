"""Which comes first on a page, the day or the month: dates that leave no doubt tell it for 5/6/2015 of the same page.

A page writes all its numeric dates in one order. 24/5/2024 can only be day first, so 5/4/2024 beside it is too. Dots
are day first everywhere («5.6.2020»); dashes and slashes are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from newscli.arabic.letters import ascii_digits, strip_invisible
from newscli.dates.finder import find
from newscli.dates.found import FoundDate
from newscli.regex import regex

_YEAR_LAST = regex(r"(\d{1,2})\s{0,2}(?P<mark>[./\\_–-])\s{0,2}(\d{1,2})\s{0,2}(?P=mark)\s{0,2}\d{4}(?!\d)")
_MAY_TELL = regex(r"\d\s{0,2}(?P<mark>[./\\_–-])\s{0,2}\d{1,2}\s{0,2}(?P=mark)\s{0,2}\d{4}")
_MONTHS = 12
# «نشر في X يوم 01 - 11 - 2012»: behind the word for day the day comes first; only systems print the month first.
_BEHIND_DAY = regex(r"(?<!\w)يوم\s*$")
# «NAME, [12/03/2021 18:03]» over a copied message: messengers print the month first with AM and PM alone.
_OVER_MESSAGE = regex(r"\W{0,9}\w[^\[\n]{1,60}[,،]\s\[(?=\d\d/\d\d/\d{4}[,،]?\s\d\d:\d\d(?::\d\d)?\]\W*$)")


class Layout(Enum):
    """The order of day and month in numeric dates whose year stands last."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


def layout_of(found: FoundDate) -> Layout | None:
    """The order a date was printed in, where its own numbers or its dots leave no doubt; None elsewhere.

    >>> from newscli.dates import find
    >>> [layout_of(find(text)[0]) for text in ("5/24/2024", "24/5/2024", "5/4/2024")]
    [<Layout.MONTH_FIRST: 'month first'>, <Layout.DAY_FIRST: 'day first'>, None]
    """
    printed = _year_last(found)
    if printed is None:
        return None
    first, second = int(printed[1]), int(printed[3])
    if printed["mark"] == "." or first > _MONTHS:
        return Layout.DAY_FIRST
    if found.date is None or first == second or found.day not in (first, second):
        return None
    return Layout.DAY_FIRST if found.day == first else Layout.MONTH_FIRST  # numbers, weekday or moon have settled it


def _year_last(found: FoundDate) -> re.Match[str] | None:
    """A date as it was printed, if in numbers of which the last is the year."""
    return _YEAR_LAST.search(ascii_digits(strip_invisible(found.text)))


def may_tell(text: str) -> bool:
    """Whether a date in a text may have an order: the cheap test that spares the reading of all others.

    >>> may_tell("في 24/5/2024 أو بعده"), may_tell("2024-05-24T10:30")
    (True, False)
    """
    return _MAY_TELL.search(strip_invisible(text)) is not None


def habit(dates: Iterable[FoundDate]) -> Layout | None:
    """The one order that all the certain numeric dates share; None where there are none or they disagree."""
    layouts = {layout for found in dates if (layout := layout_of(found))}
    return layouts.pop() if len(layouts) == 1 else None


def order_in(texts: Iterable[str]) -> Layout | None:
    """The order that the dates in some texts show."""
    return habit([found for text in texts if may_tell(text) for found in find(text)])


def settle(found: FoundDate, page: Layout | None) -> str | None:
    """The day (YYYY-MM-DD) of a date; of two readings by its own layout or that of the page; None if still open.

    >>> from newscli.dates import find
    >>> settle(find("القاهرة -5/6/2015")[0], Layout.DAY_FIRST), settle(find("5.6.2015")[0], None)
    ('2015-06-05', '2015-06-05')
    """
    if found.full:
        return found.date
    layout, printed = layout_of(found) or page, _year_last(found)
    if found.calendar == "hijri" or printed is None or layout is None:
        return None
    day = int(printed[1] if layout is Layout.DAY_FIRST else printed[3])
    return next((reading for reading in found.readings if int(reading[-2:]) == day), None)


def settle_in(text: str, found: FoundDate, page: Layout | None) -> str | None:
    """The day of a date found in a text, whose own words before it may tell the order.

    >>> from newscli.dates import find
    >>> [settle_in(text, find(text)[0], None) for text in ("نشر يوم 05/06/2015", "نشر في 05/06/2015")]
    ['2015-06-05', None]
    """
    day_first = _BEHIND_DAY.search(text[: found.start]) or heads_message(text)
    return settle(found, Layout.DAY_FIRST if day_first else page)


def heads_message(text: str) -> bool:
    """Whether a line is what a messenger prints over a copied message: its sender or channel, and when it was sent.

    >>> heads_message("قناة الضفة, [12/03/2021 18:03]"), heads_message("سقطرى - [12/03/2021 18:03]")
    (True, False)
    """
    return _OVER_MESSAGE.match(ascii_digits(strip_invisible(text))) is not None
