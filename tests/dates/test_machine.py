"""Dates stated for machines: every form that content systems write, and what is no date or leaves the day open."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.dates import find
from newscli.dates.layout import Layout, habit, layout_of, settle
from newscli.dates.machine import read_machine

ISO = """
2024-05-14 ⇒ 2024-05-14
2024-05-14T09:40 ⇒ 2024-05-14T09:40:00
2024-05-14T09:40:07 ⇒ 2024-05-14T09:40:07
2024-05-14 09:40:07 ⇒ 2024-05-14T09:40:07
2024-05-14T09:40:07Z ⇒ 2024-05-14T09:40:07Z
2024-05-14t09:40:07z ⇒ 2024-05-14T09:40:07Z
2024-05-14T09:40:07+03:00 ⇒ 2024-05-14T09:40:07+03:00
2024-05-14T09:40:07+0300 ⇒ 2024-05-14T09:40:07+03:00
2024-05-14T09:40:07+03 ⇒ 2024-05-14T09:40:07+03:00
2024-05-14T09:40:07+3:00 ⇒ 2024-05-14T09:40:07+03:00
2024-05-14T09:40:07 +03:00 ⇒ 2024-05-14T09:40:07+03:00
2024-05-14T09:40:07−03:30 ⇒ 2024-05-14T09:40:07-03:30
2024-05-14T09:40:07+00:00 ⇒ 2024-05-14T09:40:07+00:00
2024-05-14 09:40:07 UTC ⇒ 2024-05-14T09:40:07Z
2024-05-14 09:40:07 GMT+3 ⇒ 2024-05-14T09:40:07+03:00
2024-05-14T09:40:07.123456+0000 ⇒ 2024-05-14T09:40:07+00:00
2024-05-14T09:40:07,5Z ⇒ 2024-05-14T09:40:07Z
2024-05-14T09:40:07+03:00[Asia/Riyadh] ⇒ 2024-05-14T09:40:07+03:00
2024-05-14T09+03 ⇒ 2024-05-14T09:00:00+03:00
20240514 ⇒ 2024-05-14
20240514T094007Z ⇒ 2024-05-14T09:40:07Z
20240514094007 ⇒ 2024-05-14T09:40:07
2024/05/14 ⇒ 2024-05-14
2024/5/4 9:40 ⇒ 2024-05-04T09:40:00
2024.05.14 09:40:07 ⇒ 2024-05-14T09:40:07
2024-05-14, 09:40 ⇒ 2024-05-14T09:40:00
2024-05-14 09:40:07 PM ⇒ 2024-05-14T21:40:07
"2024-05-14" ⇒ 2024-05-14
"""

# Digits of other scripts and marks that show nothing.
LETTERS = """
٢٠٢٤-٠٥-١٤T٠٩:٤٠:٠٧+٠٣:٠٠ ⇒ 2024-05-14T09:40:07+03:00
۲۰۲۴-۰۵-۱۴T۰۹:۴۰:۰۷ ⇒ 2024-05-14T09:40:07
٢٠٢٤/٠٥/١٤ ٠٩:٤٠ ⇒ 2024-05-14T09:40:00
2024-05-14T09:40:٤٨Z ⇒ 2024-05-14T09:40:48Z
١٧١٥٦٧٢٤٠٧ ⇒ 2024-05-14T07:40:07Z
"""

COUNTS = """
1715672407 ⇒ 2024-05-14T07:40:07Z
1715672407.25 ⇒ 2024-05-14T07:40:07Z
1715672407000 ⇒ 2024-05-14T07:40:07Z
/Date(1715672407000)/ ⇒ 2024-05-14T07:40:07Z
/Date(1715672407000+0300)/ ⇒ 2024-05-14T07:40:07Z
"""

WORDS = """
Tue, 14 May 2024 17:05:48 +0300 ⇒ 2024-05-14T17:05:48+03:00
Tue, 14 May 2024 17:05:48 GMT ⇒ 2024-05-14T17:05:48Z
Tue, 14 May 2024 17:05:48 EST ⇒ 2024-05-14T17:05:48-05:00
14 May 2024 17:05:48 -0500 ⇒ 2024-05-14T17:05:48-05:00
Tue, 14 May 2024 17:05:48 +0300 (AST) ⇒ 2024-05-14T17:05:48+03:00
Tue May 14 2024 09:40:07 GMT+0000 (Coordinated Universal Time) ⇒ 2024-05-14T09:40:07+00:00
Tue May 14 2024 12:40:07 GMT+0300 (توقيت السعودية الرسمي) ⇒ 2024-05-14T12:40:07+03:00
Tue May 14 09:40:07 UTC 2024 ⇒ 2024-05-14T09:40:07Z
Tue May 14 09:40:07 AST 2024 ⇒ 2024-05-14T09:40:07
May 14, 2024 9:40:07 AM ⇒ 2024-05-14T09:40:07
5/24/2024 9:00:00 AM ⇒ 2024-05-24T09:00:00
14/05/2024 ⇒ 2024-05-14
الثلاثاء، ١٤ مايو ٢٠٢٤ - ٠٥:٠٥:٤٨ م ⇒ 2024-05-14T17:05:48
نشر في 14 أيار 2024 ⇒ 2024-05-14
25 شوال 1436 هـ الموافق 10 أغسطس 2015 م ⇒ 2015-08-10
"""

# A time that is none, and an offset that no place has, are dropped; the day stands.
PARTS = """
2024-05-14T24:00:00 ⇒ 2024-05-14
2024-05-14T23:59:60Z ⇒ 2024-05-14
2024-05-14T09:40:07+99:00 ⇒ 2024-05-14T09:40:07
2024-05-14T09:40:07 03:00 ⇒ 2024-05-14T09:40:07
"""

NOT_KNOWN = """
5/6/2015
05-06-2015 10:00
2024-05
2024
مايو 2024
الثلاثاء 14 مايو
منذ ساعتين
25 شوال 1436 هـ
1445-11-06
۱۴۰۳-۰۲-۲۵
0000-00-00 00:00:00
0001-01-01T00:00:00
2024-02-30
2024-13-05
2024-05-14/2024-05-16
2024-W60-1
2024-400
16 أبريل 2024 - 20 مايو 2024
9999999999
123456789
192.168.1.10
null
{{ date }}
سعر الذهب اليوم الأربعاء 6 مارس 2024 في محلات الصاغة بعد الارتفاع الأخير
Posted by admin in 2024
"""


def rows(*tables: str) -> list[list[str]]:
    return [line.split(" ⇒ ") for table in tables for line in table.strip().splitlines()]


@pytest.mark.parametrize(("value", "iso"), rows(ISO, LETTERS, COUNTS, WORDS, PARTS))
def test_value(value: str, iso: str) -> None:
    read = read_machine(value)
    assert read is not None
    assert (read.iso, read.day) == (iso, iso[:10])
    assert read.precise == ("T" in iso) + (len(iso) > len("2024-05-14T09:40:07"))


@pytest.mark.parametrize("value", [row for [row] in rows(NOT_KNOWN)])
def test_no_value(value: str) -> None:
    assert read_machine(value) is None


def test_the_page_tells_the_order_of_day_and_month() -> None:
    published, modified = find("5/4/2024 10:00:00 AM")[0], find("5/24/2024 9:00:00 AM")[0]
    layout = habit([published, modified])
    assert layout is Layout.MONTH_FIRST
    read = read_machine("5/4/2024 10:00:00 AM", layout)
    assert read is not None
    assert read.iso == "2024-05-04T10:00:00"


LAYOUTS = """
5/24/2024 ⇒ MONTH_FIRST
24/5/2024 ⇒ DAY_FIRST
5.6.2024 ⇒ DAY_FIRST
الاثنين 14/9/2015 ⇒ DAY_FIRST
الاثنين 12/10/2015 ⇒ DAY_FIRST
12:49 24-5-2024 ⇒ DAY_FIRST
٢٤ / ٥ / ٢٠٢٤ ⇒ DAY_FIRST
5/5/2024 ⇒ None
5/6/2024 ⇒ None
2024/5/24 ⇒ None
24 مايو 2024 ⇒ None
"""


@pytest.mark.parametrize(("text", "wanted"), rows(LAYOUTS))
def test_layout(text: str, wanted: str) -> None:
    layout = layout_of(find(text)[0])
    assert (layout.name if layout else "None") == wanted


@pytest.mark.parametrize(
    "text", ["القاهرة -5/6/2015", "القاهرة -5-6-2015", "(5/6/2015)", ".5/6/2015", "_5/6/2015", "10/5/6/2015"]
)
def test_whatever_stands_before_an_open_date(text: str) -> None:
    """A second pattern beside the finder took «-5/6/2015» for none and crashed."""
    for found in find(text):
        assert layout_of(found) is None
        assert settle(found, None) is None
        assert settle(found, Layout.DAY_FIRST) == "2015-06-05"
        assert settle(found, Layout.MONTH_FIRST) == "2015-05-06"


def test_layouts_that_disagree_tell_nothing() -> None:
    assert habit(find("24/5/2024 ثم 5/24/2024")) is None


MOMENTS = st.datetimes(datetime(1995, 1, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(microsecond=0))
DIGITS = st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
OFFSETS = st.sampled_from(["", "Z", "+03:00", "-03:30", "+00:00"])


@given(MOMENTS, OFFSETS, DIGITS, st.sampled_from("T "))
def test_iso_comes_back_as_it_is(moment: datetime, offset: str, digits: str, gap: str) -> None:
    value = moment.isoformat() + offset
    read = read_machine(value.replace("T", gap).translate(str.maketrans("0123456789", digits)))
    assert read is not None
    assert read.iso == value


PIECES = [
    *"0123456789٠٢۴",
    "-",
    "/",
    ":",
    "T",
    "Z",
    "+",
    " ",
    ".",
    "2024",
    "May",
    "مايو",
    "GMT",
    "W",
    "(",
    ")",
    "AM",
    "EST",
]
PIECES += ["\u200f", "2024-05-14", "09:40:07", "+0300", "/Date(", "14/5/2024"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=14).map("".join)))
def test_any_value_gives_a_real_moment_or_none(value: str) -> None:
    read = read_machine(value)
    if read is not None:
        assert date.fromisoformat(read.day).isoformat() == read.iso[:10]
        assert bool(datetime.fromisoformat(read.iso).tzinfo) == (read.precise == 2)
