"""Dates of the Arabic press: every family of forms by examples, and what must hold for any text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.dates import find
from newscli.dates import words as datewords

GOLD = Path(os.environ.get("NEWSCLI_SHARED", Path(__file__).parents[2] / ".." / "shared")) / "gold" / "dates.jsonl"

# What is printed -> date and time of what is found first.
GREGORIAN = """
12 مايو، 2023 تعليقات 3 | 2023-05-12
12 مايو، 2023 مشاهدات: 30 | 2023-05-12
الثلاثاء، 12 يناير 2021 08:45 ص | 2021-01-12 08:45
الأحد غرة جويلية 2018 | 2018-07-01
فاتح نونبر 2014 | 2014-11-01
الفاتح من سبتمبر 1969 | 1969-09-01
أول سبتمبر 2008 | 2008-09-01
الأول من تشرين الثاني 1954 | 1954-11-01
الحادي عشر من سبتمبر 2001 | 2001-09-11
الحادي والثلاثين من ديسمبر عام 1999 | 1999-12-31
الثاني والعشرين من شهر فبراير سنة 1958 | 1958-02-22
في العشرين من آذار/مارس 2003 | 2003-03-20
ثالث نونبر 2020 | 2020-11-03
رابع عشر أكتوبر 2019 | 2019-10-14
للرابع من أيار (مايو) 2011 | 2011-05-04
مقر الجامعة 8 ماي 2013 | 2013-05-08
مطلع نيسان 2015 | 2015-04
نهاية شهر ديسمبر 2018 | 2018-12
شهر 3/2015 | 2015-03
12 كانون2 2014 | 2014-01-12
5 تشرين 1 2013 | 2013-10-05
5 ت2 2012 | 2012-11-05
22 كانون أول 2014 | 2014-12-22
الخامس عشر من كانون الثاني/يناير 2020 | 2020-01-15
السادس من أكتوبر (تشرين الأول) 1973 | 1973-10-06
28 أكتوبر تشرين الأول 2014 | 2014-10-28
2 كانون الثاني / يناير / 2015 | 2015-01-02
2 (كانون الثاني) يناير 2015 | 2015-01-02
5 آذار، مارس 2015 | 2015-03-05
12 يوليو/تموز2016 | 2016-07-12
مارس/آذار من العام 2015 | 2015-03
حزيران عام 1967 | 1967-06
30 مايس 2003 | 2003-05-30
٥ يونيه ٢٠١٠ | 2010-06-05
الجمعه ۱۲ اکتوبر ۲۰۱۲ | 2012-10-12
5 فبرایر 2013 | 2013-02-05
5 مـــايُو 2013 | 2013-05-05
الخميس21دجنبر2017 | 2017-12-21
أبريل 29, 2024 | 2024-04-29
2012 أغسطس 5 | 2012-08-05
5.مايو.2015 | 2015-05-05
April 29, 2024 | 2024-04-29
20th of July 2024 | 2024-07-20
Sept. 5, 2013 | 2013-09-05
11-Aug-2015 10:22 AM | 2015-08-11 10:22
Tue Aug 11 12:57:33 GMT 2015 | 2015-08-11 12:57
17 octobre 1961 | 1961-10-17
منذ 3 أيام — الاثنين — 5 / أغسطس / 2024 | 2024-08-05
مساء الأحد الموافق 8 يونيو 2014 | 2014-06-08
في 24 و25 أبريل؛ ثم يوم 12 مايو 2016 | null
الثاني و العشرين من مارس 2015 | 2015-03-22
5 أيار (يونيو) 2014 | null
أيار (يونيو) 2014 | null
2012 مايو 5 يونيو 2013 | 2013-06-05
"""

NUMERIC = """
التاريخ: 13-7-2022 | 2022-07-13
12/31/2015 | 2015-12-31
05/05/2015 | 2015-05-05
2020.6.5 | 2020-06-05
2015\\01\\13 | 2015-01-13
١٣ / ١٢ / ٢٠١٠ م | 2010-12-13
الاثنين: 14/9/2015 | 2015-09-14
الاثنين 12/10/2015 | 2015-10-12
1-6-2014 الأحد | 2014-06-01
الثلاثاء 12/10/2015 | null
الخميس 5/9/2013 | null
5.6.2020 | null
بتاريخ 2/3/2014 | null
31/04/2015 | null
2015-02-30 | null
25/12/14 | null
الخميس 25/12/14 | 2014-12-25
الجمعة 25/4 | null
2021-03-04T10:11:12.123+03:00 | 2021-03-04 10:11
Mon, 4 Mar 2024 10:11:12 GMT | 2024-03-04 10:11
13 01 2015 | null
17/9/2013 (م) | 2013-09-17
29/2/00 | 2000-02-29
"""

HIJRI = """
17 رمضان 1433هـ | null
1433/9/17 | null
السبت 3 محرم 1440 هـ | null
ربيع الثاني 1434 | null
13/رجب/1436 | null
رمضان 2021 | null
رمضان الماضي | null
1437-06-09 هـ | null
الثلاثاء 9 ذو القعدة 1438 - 1 أغسطس 2017 | 2017-08-01
9 ذي الحجة 1435هـ الموافق 3/10/2014م | 2014-10-03
الجمعة 9-12-1435هـ الموافق 3-10-2014م | 2014-10-03
25-10-1436 - 10-8-2015 | 2015-08-10
25 شوال 1436 هـ الموافق لـ 10 غشت 2015 | 2015-08-10
25 شوال 1436 الموافق 10 أغسطس | 2015-08-10
غرة محرم 1436 هـ الموافق 25 أكتوبر 2014 | 2014-10-25
09 جمادى الثانية 1437 هجرية - 18 مارس 2016 | 2016-03-18
الأحد 18 محرم 1445 ﻫ - 6 أغسطس 2023 | 2023-08-06
(المتوفى سنة 808 هـ / 1406 م) | null
17/9/1433 (هـ) | null
5 رمضان 2020 | null
25 شوال 1436 الموافق 10 يناير | null
"""

TIMES = """
الساعة الثامنة والنصف مساء | null 20:30
الساعة الثامنة إلا ربعا مساء الجمعة 5 يوليو 2013 | 2013-07-05 19:45
13 يناير 2015 الساعة العاشرة وخمس دقائق صباحا | 2015-01-13 10:05
الواحدة إلا ربع ظهرا | null 12:45
الثانية عشرة والنصف ليلا | null 00:30
الثانية بعد منتصف الليل | null 02:00
الرابعة من عصر الخميس | null 16:00
الساعة الثانية زوالا | null 14:00
الساعة الثامنة | null
الساعة 3 والنصف بعد الظهر | null 15:30
الساعة 12 منتصف الليل | null 00:00
الثلاثاء 14 يونيو 2022 - الساعة:21:08:33 | 2022-06-14 21:08
18 أغسطس 2025 الساعة 14 و30 دقيقة | 2025-08-18 14:30
الساعة 10.30 مساء | null 22:30
10.30 صباحا | null 10:30
18.30 غرينتش | null 18:30
23/11/2014 (توقيت المغرب 15:20) | 2014-11-23 15:20
في الـ15 من أيار 1948 | 1948-05-15
تم في الساعة 10:30 | null 10:30
20h30 05/06/2012 | null 20:30
12:30 ص | null 00:30
12:30 م | null 12:30
11:05 ليلا | null 23:05
12:05 ظهرا 18-08-2025 | 2025-08-18 12:05
2024/07/21 18:47 PM | 2024-07-21 18:47
PM 05:52 2012/05/06 | 2012-05-06 17:52
2012/05/06 PM 05:52 | 2012-05-06 17:52
13 / 12 / 2010م الساعة 10:30 ص | 2010-12-13 10:30
13 / 12 / 2010 م 10:30 م | 2010-12-13 22:30
10:30 من صباح يوم الأحد 5 مايو 2013 | 2013-05-05 10:30
نشر بتاريخ: 2012-12-22 [ 11:48 ] | 2012-12-22 11:48
10:45 GMT | null 10:45
05:30 ت.غ | null 05:30
الساعة 9:30 مساء اليوم | null 21:30
ذهب 8 م شرقا | null
الساعة 10 قبل الظهر | null 10:00
الساعة 8 م. | null 20:00
الساعة 8 بعد الإفطار | null
الثامنة و20 دقيقة مساء | null 20:20
10:30 بتوقيت GMT+3 | null 10:30
10:30 توقيت المكتبة | null 10:30
انتهت 21:19 | null
21:19 | null 21:19
"""

RANGES = """
3-5 مايو 2014
من 3 إلى 5 مايو 2014
من 24 يونيو إلى 2 يوليو 2012
في الفترة من 28 فبراير 2015 إلى 3 مارس 2015
بين 5 مايو و10 يونيو 2012
19 و20 و21 مارس 2015
مارس - مايو 2012
شهري يناير وفبراير 2012
5-7/6/2012
15/6/2012 - 20/6/2012
1، 2، 3، 4، 5، 6 و7 مايو 2014
"""

RELATIVE = """
منذ ساعتين
قبل ثلاثة أيام
منذ 5 ساعات و 30 دقيقة
منذ أقل من ساعة
أول من أمس
أمس
بعد غد
منذ أمس
غد الثلاثاء
يوم غد الثلاثاء
الأسبوع الماضي
الجمعة الماضية
صباح اليوم الأربعاء
3 hours ago
"""

NOT_DATES = """
بنتيجة 3-2
فاز الأحد 3-1
6-4، 6-3
4-4-2
(10-2) 6-3
بأهداف 2 - صفر
00962-6-5555555
هاتف 03-05-1999
06-12-34-56-78
الرقم 12-10-2014
قرار رقم 12/5/2014
صفحة 12-13
القانون 12/2013
v1.2.2014
192.168.1.10
https://example.org/2014/05/16/story
1/4 كيلو
24/7
2.500.000 دينار
ثورة 25 يناير
حركة «20 فبراير»
فريق 14 آذار
قوى الرابع عشر من آذار
جامعة 8 ماي 1945
ملعب 5 جويلية 1962
مدينة العاشر من رمضان
ثورة الفاتح من سبتمبر
14 أكتوبر - متابعات
26 سبتمبر نت
مونديال 2022
موسم 2018/2019
حقوق النشر 2005-2012
عدد القراءات: 2014
عام 2011
ربيع 2012
شهر 13/2015
قوى 8 و14 آذار
انطلقت «20 فبراير»
أبريل 29 قتيلا
3-5-6-2014
12/5/2500
الخميس 25/14
5 جمادى الحجة 1440
سورة البقرة 2:255
"""


def rows(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line]


@pytest.mark.parametrize("row", rows(GREGORIAN + NUMERIC + HIJRI + TIMES))
def test_value_of_the_first_date(row: str) -> None:
    text, _, wanted = row.rpartition(" | ")
    day, _, time = wanted.partition(" ")
    found = find(text)
    first = (found[0].date, found[0].time) if found else (None, None)
    assert first == (None if day == "null" else day, time or None)


@pytest.mark.parametrize("text", rows(RANGES))
def test_a_range_is_found_whole_and_has_no_value(text: str) -> None:
    [found] = find(text)
    assert found.date is None
    assert found.reason.startswith("range")


@pytest.mark.parametrize("text", rows(RELATIVE))
def test_relative(text: str) -> None:
    found = find(text)[0]
    assert found.relative
    assert (found.date, found.calendar) == (None, None)


@pytest.mark.parametrize("text", rows(NOT_DATES))
def test_no_date(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_name_in_every_place(number: int) -> None:
    for name in datewords.GREGORIAN[number - 1].split():
        assert find(f"9 {name} 2014")[0].date == f"2014-{number:02}-09"
        assert find(f"في {name} 2014")[0].date == f"2014-{number:02}"
        assert find(f"{name} 9, 2014")[0].date == f"2014-{number:02}-09"
        assert (find(f"9 {name}")[0].month, find(f"9 {name}")[0].day) == (number, 9)


def test_weekdays() -> None:
    for index, names in enumerate(datewords.WEEKDAYS):
        for name in names.split():
            [found] = find(f"{name} {2 + index} مارس 2015")  # 2 March 2015 was a Monday
            assert found.text.startswith(name)
            assert found.warnings == ()


def test_a_wrong_weekday_is_a_warning_and_the_printed_date_stays() -> None:
    [found] = find("السبت 2 مارس 2015")
    assert found.date == "2015-03-02"
    assert found.warnings == ("the weekday contradicts: Saturday is printed, 2015-03-02 was a Monday",)


def test_calendars_that_disagree_are_a_warning() -> None:
    assert find("1 شوال 1436 هـ الموافق 19 يوليو 2015")[0].warnings == ()  # two days: another moon
    [found] = find("1 شوال 1436 هـ الموافق 20 يوليو 2015")
    assert found.date == "2015-07-20"
    assert "more than two days apart" in found.warnings[0]


def test_open_forms_tell_what_they_may_be() -> None:
    assert find("5/6/2015")[0].readings == ("2015-06-05", "2015-05-06")
    assert find("25 شوال 1436 هـ")[0].readings == ("2015-08-10", "2015-08-11", "2015-08-09")
    assert find("الاثنين 25 شوال 1436 هـ")[0].readings == ("2015-08-10",)
    [found] = find("24 شتنبر الماضي")
    assert (found.text, found.date, found.month, found.day) == ("24 شتنبر الماضي", None, 9, 24)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2017-02-25T13:41:00+01:00", "+01:00"),
        ("2017-02-25T13:41:00-0330", "-03:30"),
        ("2017-02-25T13:41:00Z", "Z"),
        ("10:45 GMT", "Z"),
        ("10:45 (GMT+3)", "+03:00"),
        ("13:26 ت م", "Z"),
        ("09:15 بتوقيت غرينتش", "Z"),
        ("22:15 بتوقيت مكة المكرمة", "+03:00"),
        ("22:15 بتوقيت القاهرة", None),
        ("تم الساعة 22:15", None),
        ("الساعة 10:30-12:30", None),
    ],
)
def test_offset(text: str, offset: str | None) -> None:
    found = find(text)[0]
    assert found.time is not None
    assert found.offset == offset


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("14 مايو 2024 - 17:05:48", "2024-05-14T17:05:48"),
        ("14 مايو 2024 - ١٧:٠٥:٤٨", "2024-05-14T17:05:48"),
        ("05:05:48 م 14/5/2024", "2024-05-14T17:05:48"),
        ("2024-05-14T09:40:07.250+3:00", "2024-05-14T09:40:07+03:00"),
        ("2024-05-14T09:40:07+03", "2024-05-14T09:40:07+03:00"),
        ("14 مايو 2024 - 17:05", "2024-05-14T17:05:00"),
        ("14 مايو 2024", "2024-05-14"),
        ("مايو 2024", None),
        ("17:05:48 GMT", None),
        ("الساعة الآن 17:05:48", None),
        ("5/6/2015 17:05", None),
    ],
)
def test_iso_keeps_what_is_printed(text: str, iso: str | None) -> None:
    assert find(text)[0].iso == iso


def test_a_reading_takes_the_time_of_its_date() -> None:
    [found] = find("5/6/2015 17:05:48 GMT")
    assert [found.on(day) for day in found.readings] == ["2015-06-05T17:05:48Z", "2015-05-06T17:05:48Z"]


INVISIBLE = [
    "\u200f",
    "\u200e",
    "\u200b",
    "\u200d",
    "\u202b",
    "\u202c",
    "\u2068",
    "\u2069",
    "\ufeff",
    "\u00ad",
    "\ufe0f",
]


@pytest.mark.parametrize("mark", INVISIBLE)
@pytest.mark.parametrize(
    "text", ["14/5/2024", "14.5.2024", "2024-05-14T09:40:07+03:00", "الثلاثاء 14 مايو 2024 الساعة 10:30 م", "5.6.2020"]
)
def test_invisible_marks_part_nothing(mark: str, text: str) -> None:
    """Between any two characters, as editors leave them: the value is the same, and the text is that of the source."""
    marked = mark.join(["", *text, ""])
    [plain], [found] = find(text), find(marked)
    assert (found.iso, found.readings, found.offset) == (plain.iso, plain.readings, plain.offset)
    assert marked[found.start : found.end] == found.text


def test_dates_in_running_text_keep_their_own_weekday_and_place() -> None:
    text = "وصل في 5 مايو 2012، الأحد 6 مايو 2012 غادر، وعاد في\n7 حزيران 2013"
    assert [(found.text, found.date) for found in find(text)] == [
        ("5 مايو 2012", "2012-05-05"),
        ("الأحد 6 مايو 2012", "2012-05-06"),
        ("7 حزيران 2013", "2013-06-07"),
    ]


def test_span_is_of_the_text_as_given() -> None:
    text = "\u200fمـساءُ يوم \u200e5 مـايو\u200f 1436هـ و17 رمضان 1433هـ"
    for found in find(text):
        assert text[found.start : found.end] == found.text
    assert find(text)[-1].text == "17 رمضان 1433هـ"


WORDS = [*datewords.vocabulary(), "كانون الثاني", "ربيع الأول", "ذو الحجة", "GMT+3", "ت م", "حركة", "5", "24", "1436"]
WORDS += ["2015", "10:30", "/", " - ", "(", ")", "،", ":", "\n", "ـ", "\u200f", "۵", "٢٠١٥", ".", "+03:00", "14:30:00"]
SPACES = st.sampled_from(["", " ", "  "])
DATE_LIKE = st.lists(st.tuples(st.sampled_from(WORDS), SPACES)).map(lambda parts: "".join(map("".join, parts)))


@given(st.one_of(DATE_LIKE, st.text()))
def test_any_text_gives_spans_in_order_and_real_days(text: str) -> None:
    end = 0
    for found in find(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        end = found.end
        for value in (found.date, *found.readings):
            if value:
                date.fromisoformat(value if len(value) == 10 else value + "-01")
        if found.time:
            assert 0 <= int(found.time[:2]) < 24
            assert 0 <= int(found.time[3:]) < 60


# The beginnings of each form, over and over: what a careless pattern would try again from every place.
NEAR_MISSES = [
    "1",
    "1/",
    "1 / ",
    "1-1/",
    "12:",
    "12:3 : ",
    "10:30:",
    "10:30 - ",
    "5 مايو/",
    "مايو/",
    "مايو (",
    "مايو ومايو ",
    "5 و",
    "5، ",
    "24 - ",
    "من 5 إلى ",
    "الأحد ",
    "الأحد، ",
    "اليوم ",
    "منذ ",
    "قبل عشر ",
    "الساعة ",
    "الثامنة و",
    "كانون ",
    "ذو ",
    "GMT+",
    "ت .",
    "a . ",
    "5 رمضان 1436 - ",
    "2015 مايو ",
    "( ",
    "شهر ",
    "من ",
    "م ",
    "ـ",
    "5 ـ ",
    "الحادي و",
]


def test_time_grows_with_the_length_of_near_misses() -> None:
    """Quadratic reading of these would take minutes, not the seconds it takes."""
    program = (
        "import json, sys\n"
        "from newscli.dates import find\n"
        "for miss in json.load(sys.stdin): find(miss * (100_000 // len(miss)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(NEAR_MISSES), text=True, timeout=120, check=False
    )
    assert done.returncode == 0


def test_gold_expressions() -> None:
    if not GOLD.exists():
        pytest.skip("the labelled expressions are not part of the repository")
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    firsts = [next(iter(find(row["text"])), None) for row in gold]
    dates = [(first and first.date) == row["date"] for first, row in zip(firsts, gold, strict=True)]
    times = [(first and first.time) == row["time"] for first, row in zip(firsts, gold, strict=True)]
    assert sum(dates) / len(gold) >= 0.97
    assert sum(times) / len(gold) >= 0.95
    assert not any(found.date for row in gold if row["kind"] == "not-a-date" for found in find(row["text"]))
