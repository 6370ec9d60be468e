"""Bylines: credit lines with invented names; each line and the authors that must come out of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.credits.byline import headline_author
from newscli.credits.likeness import Likeness
from newscli.credits.line import read_credit
from newscli.credits.persons import bare_name, split_names
from newscli.credits.writers import person

# text | authors apart by «،», nothing for a byline without authors, «-» for none
CREDITS = """
قصة قصيرة بقلم: منى الغزاوي | منى الغزاوي
قراءة نقدية بقلم هيثم الغزاوي | هيثم الغزاوي
كتبتها منى الغزاوي | منى الغزاوي
بواسطة : منى الغزاوي 23-05-2014 05:18 مساءً 8.1K | منى الغزاوي
السيد المحرر | -
كتب: هيثم الغزاوي | هيثم الغزاوي
كتب/ هيثم الغزاوي | هيثم الغزاوي
كتبت- منى الغزاوي | منى الغزاوي
كتب - هيثم الغزاوي | هيثم الغزاوي
كتب هيثم الغزاوي | هيثم الغزاوي
كتبت منى الغزاوي: | منى الغزاوي
كتب هيثم الغزاوي وسامر الحلواني | هيثم الغزاوي،سامر الحلواني
بقلم: هيثم الغزاوي | هيثم الغزاوي
بقلم هيثم الغزاوي | هيثم الغزاوي
بقلم/ د. هيثم الغزاوي | هيثم الغزاوي
بقلم : أ.د. هيثم الغزاوي | هيثم الغزاوي
- بقلم: هيثم الغزاوي | هيثم الغزاوي
بقلم الدكتور هيثم الغزاوي | هيثم الغزاوي
بقلم: كلاريندا ويغبورن | كلاريندا ويغبورن
إعداد: هيثم الغزاوي | هيثم الغزاوي
اعداد - هيثم الغزاوي، سامر الحلواني | هيثم الغزاوي،سامر الحلواني
إعداد وتحرير: هيثم الغزاوي | هيثم الغزاوي
تحرير: منى الغزاوي | منى الغزاوي
ترجمة: منى الغزاوي | منى الغزاوي
ترجمة منى الغزاوي | منى الغزاوي
ترجمة وتحرير: منى الغزاوي | منى الغزاوي
جوليان ماركفيلد - ترجمة: منى الغزاوي | جوليان ماركفيلد،منى الغزاوي
جوليان ماركفيلد ترجمة منى الغزاوي | جوليان ماركفيلد،منى الغزاوي
جوليان ماركفيلد , ترجمة - منى الغزاوي | جوليان ماركفيلد،منى الغزاوي
حوار: منى الغزاوي | منى الغزاوي
حوار ـ منى الغزاوي | منى الغزاوي
حوار:منى الغزاوي | منى الغزاوي
أجرى الحوار: هيثم الغزاوي | هيثم الغزاوي
أجرت الحوار/ منى الغزاوي | منى الغزاوي
حاوره: هيثم الغزاوي | هيثم الغزاوي
حاورها هيثم الغزاوي | هيثم الغزاوي
حاورته: منى الغزاوي | منى الغزاوي
تقرير: هيثم الغزاوي | هيثم الغزاوي
تقرير/ هيثم الغزاوي | هيثم الغزاوي
تقرير هيثم الغزاوي | هيثم الغزاوي
تحقيق: منى الغزاوي - تصوير: سامر الحلواني | منى الغزاوي
تحقيق وتصوير: منى الغزاوي | منى الغزاوي
متابعة: هيثم الغزاوي | هيثم الغزاوي
متابعة - هيثم الغزاوي | هيثم الغزاوي
رصد وتصوير: هيثم الغزاوي | هيثم الغزاوي
استطلاع: منى الغزاوي | منى الغزاوي
أعد التقرير: هيثم الغزاوي | هيثم الغزاوي
أعدته للنشر: منى الغزاوي | منى الغزاوي
نقله إلى العربية: هيثم الغزاوي | هيثم الغزاوي
الكاتب: هيثم الغزاوي | هيثم الغزاوي
بواسطة: هيثم الغزاوي | هيثم الغزاوي
بواسطة هيثم الغزاوي | هيثم الغزاوي
من مراسلنا: هيثم الغزاوي | هيثم الغزاوي
مراسلنا هيثم الغزاوي | هيثم الغزاوي
كتب محرر الشؤون المحلية: |
المحرر |
فريق التحرير |
بقلم: فريق التحرير |
بقلم رئيس التحرير |
كتب: المحرر السياسي |
بقلم: هيثم الغزاوي * | هيثم الغزاوي
بقلم: هيثم الغزاوي، كاتب وباحث سوري | هيثم الغزاوي
بقلم: هيثم الغزاوي - haitham@example.org | هيثم الغزاوي
كتب : ع . م | -
تصوير: هيثم الغزاوي | -
عدسة: هيثم الغزاوي | -
هيثم الغزاوي | -
تقرير: ارتفاع أسعار النفط | -
حوار مع وزير المالية | -
تقرير رويترز | -
تحقيق العدالة | -
كتب الشاعر قصيدة عن مدينته | -
ترجمة الكتب إلى العربية | -
إعداد الطعام في المنزل | -
متابعة الأخبار | -
رصد: 20 مخالفة | -
كتب المحرر الاقتصادي: |
كتاب ومقالات | -
By John Carter | John Carter
حاوره: سامر الحلواني (أبها - هاتفيا) | سامر الحلواني
"""

# the same, where the template prints the author
SLOTS = """
نهلة ب. | نهلة ب
هيثم م. الغزاوي | هيثم م. الغزاوي
ع. الغزاوي | ع. الغزاوي
كتب: ع. الغزاوي | ع. الغزاوي
✍ هيثم الغزاوي | هيثم الغزاوي
هيثم الغزاوي ـ منى الحلواني | هيثم الغزاوي،منى الحلواني
من هيثم الغزاوي | هيثم الغزاوي
المؤلف: هيثم الغزاوي | هيثم الغزاوي
أضيف بواسطة هيثم الغزاوي | هيثم الغزاوي
بقلم: كلاودين مارشيه | كلاودين مارشيه
رئيس التحرير: هيثم الغزاوي | -
مدير التحرير - هيثم الغزاوي | -
المشرف العام: هيثم الغزاوي | -
ضيوف الحلقة: هيثم الغزاوي، منى الحلواني | -
تقديم: هيثم الغزاوي | -
إخراج: هيثم الغزاوي | -
محافظ بيروت هيثم الغزاوي | -
ثقافة وفن | -
الفنار نت | -
هيثم الغزاوي | 5 مايو 2016 | هيثم الغزاوي
هيثم الغزاوي - الأحد 5 مايو 2016 | هيثم الغزاوي
بواسطة هيثم الغزاوي في 5 مايو 2015 | هيثم الغزاوي
هيثم الغزاوي، أستاذ العلوم السياسية | هيثم الغزاوي
هيثم الغزاوي (كاتب من اليمن) | هيثم الغزاوي
بقلم المهندس/ هيثم الغزاوي | هيثم الغزاوي
هيثم الغزاوي | هيثم الغزاوي
د. هيثم الغزاوي | هيثم الغزاوي
د.منى عبد العزيز الغزاوي | منى عبد العزيز الغزاوي
أ. د. هيثم الغزاوي | هيثم الغزاوي
الدكتور هيثم الغزاوي | هيثم الغزاوي
المستشار هيثم الغزاوي | هيثم الغزاوي
م. هيثم الغزاوي | هيثم الغزاوي
هيثم الغزاوي، سامر الحلواني | هيثم الغزاوي،سامر الحلواني
هيثم الغزاوي - سامر الحلواني | هيثم الغزاوي،سامر الحلواني
هيثم الغزاوي / سامر الحلواني | هيثم الغزاوي،سامر الحلواني
هيثم الغزاوي و سامر الحلواني | هيثم الغزاوي،سامر الحلواني
وليد الغزاوي ووائل الحلواني | وليد الغزاوي،وائل الحلواني
هيثم بن سعد الغزاوي | هيثم بن سعد الغزاوي
هيثم آل سعدان | هيثم آل سعدان
أبو بكر الغزاوي | أبو بكر الغزاوي
كلاريندا ويغبورن | كلاريندا ويغبورن
أوليسيس براندنبرغ | أوليسيس براندنبرغ
سعدالغزاوي | سعدالغزاوي
هيثم الغزاوي (تصوير: سامر الحلواني) | هيثم الغزاوي
هيثم الغزاوي تصوير سامر الحلواني | هيثم الغزاوي
* هيثم الغزاوي | هيثم الغزاوي
هيثم الغزاوي* | هيثم الغزاوي
هيثم الغزاوي @haitham | هيثم الغزاوي
هيثم الغزاوي - كاتب سوري | هيثم الغزاوي
John Carter | John Carter
بندر الغزاوي ـ ترجمة | بندر الغزاوي
admin | -
رويترز | -
أخبار | -
اليوم | -
محليات | -
وزارة الصحة | -
ع. م | -
هـ. غ | -
الاقتصادية | -
وحدة التقارير الاقتصادية | -
كلمة الاقتصادية | -
فريق عمل الموقع | -
منوعات | -
تكنولوجيا وعلوم | -
أسعار العملات | -
محمد | -
المزيد من الأخبار | -
"""

# headline | authors | whether the name is cut
HEADLINES = """
هيثم الغزاوي يكتب: درس البحر | هيثم الغزاوي | 0
د. هيثم الغزاوي يكتب: درس البحر | هيثم الغزاوي | 0
منى الغزاوي تكتب .. درس البحر | منى الغزاوي | 0
منى الغزاوي تكتب عن درس البحر: بداية | منى الغزاوي | 0
هيثم الغزاوي يكتب لـ«المدى»: درس البحر | هيثم الغزاوي | 0
درس البحر/ هيثم الغزاوي | هيثم الغزاوي | 1
درس البحر / بقلم: هيثم الغزاوي | هيثم الغزاوي | 1
درس البحر .. بقلم هيثم الغزاوي | هيثم الغزاوي | 1
درس البحر - بقلم: د. هيثم الغزاوي | هيثم الغزاوي | 1
رونالدو يكتب: التاريخ في مدريد | | 0
الأهلي يكتب: نهاية الحلم | | 0
أسعار الذهب اليوم / مصر | | 0
الوزير يكتب: رسالة للمعلمين | | 0
سوريا/ إدلب: قصف جديد | | 0
"""


def rows(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line]


def names(cell: str) -> tuple[str, ...] | None:
    if cell.strip() == "-":
        return None
    return tuple(name.strip() for name in cell.split("،") if name.strip())


_LIKELY, _SURE = 0.45, 0.6  # a person, where the template prints the author and elsewhere


def credited(text: str, *, slot: bool = False) -> tuple[str, ...] | None:
    """The persons whom a line credits, in the author's slot or elsewhere; None where it credits nobody."""
    line = _SYMBOLS.sub("", " ".join(text.replace("&nbsp;", " ").split()))
    credit = read_credit(line)
    if credit.desk and not credit.authors:
        return ()
    sure = (credit.role_word and credit.person >= _SURE) or credit.filed >= _SURE
    return credit.authors if credit.person >= _LIKELY and (slot or sure) else None


_SYMBOLS = re.compile("^[\u2190-\u2bff\ufe0f\U0001f300-\U0001faff\\s]+")  # a pen, an arrow, a bullet before the credit


@pytest.mark.parametrize("row", rows(CREDITS))
def test_a_credit_line(row: str) -> None:
    text, _, wanted = row.rpartition(" |")
    assert credited(text) == names(wanted)


@pytest.mark.parametrize("row", rows(SLOTS))
def test_a_line_in_the_author_s_slot(row: str) -> None:
    text, _, wanted = row.rpartition(" |")
    assert credited(text, slot=True) == names(wanted)


@pytest.mark.parametrize("row", rows(HEADLINES))
def test_a_writer_in_the_headline(row: str) -> None:
    title, authors, cut = (cell.strip() for cell in row.split("|"))
    shown, found = headline_author(title)
    assert found == names(authors)
    assert (shown != title) == (cut == "1")
    assert title.startswith(shown)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("هيثم الغزاوي", True),
        ("د. منى الغزاوي", True),
        ("عبد الله الحلواني", True),
        ("أبو بكر الغزاوي", True),
        ("وزارة الصحة", False),
        ("البنك المركزي", False),
        ("أخبار اليوم", False),
        ("رويترز", False),
        ("ضفاف نيوز", False),
        ("انتخابات البلدية", False),
        ("فريق التحرير", False),
        ("يسيطرون على", False),
        ("", False),
        ("admin", False),
    ],
)
def test_what_a_name_looks_like(text: str, wanted: bool) -> None:
    assert (person(bare_name(text)) >= Likeness.PLAUSIBLE) is wanted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("د. هيثم الغزاوي", "هيثم الغزاوي"),
        ("أ.د. هيثم الغزاوي", "هيثم الغزاوي"),
        ("أ. د. م. د. هيثم الغزاوي", "هيثم الغزاوي"),
        ("الدكتورة منى الغزاوي", "منى الغزاوي"),
        ("* هيثم الغزاوي *", "هيثم الغزاوي"),
        ("هيثم الغزاوي h@example.org", "هيثم الغزاوي"),
        ("السيد الغزاوي", "السيد الغزاوي"),
    ],
)
def test_a_bare_name(text: str, name: str) -> None:
    assert bare_name(text) == name


def test_a_name_that_begins_with_waw_is_not_cut() -> None:
    assert split_names("وليد الغزاوي ووائل الحلواني وهيثم القاسم") == ["وليد الغزاوي", "وائل الحلواني", "هيثم القاسم"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("سالم باوزير وجون سميث", ["سالم باوزير", "جون سميث"]),
        ("سالم باوزير وجونسون", ["سالم باوزير وجونسون"]),  # one word behind it may be the end of a name
    ],
)
def test_a_name_that_no_table_has_stands_behind_and_if_it_has_two_words(text, names):
    assert split_names(text) == names


PIECES = [
    "كتب",
    ":",
    "-",
    "ـ",
    "،",
    "بقلم",
    "هيثم الغزاوي",
    "ومنى",
    "5 مايو 2015",
    "كاتب",
    "/",
    "د.",
    "تصوير",
    "المحرر",
    "يكتب",
    "رويترز",
    "بيروت",
    "و",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=120))
@settings(max_examples=300, deadline=None)
def test_every_author_stands_in_the_text(text: str) -> None:
    folded = " ".join(text.replace("&nbsp;", " ").split())
    assert all(name in folded for name in credited(text, slot=True) or ())
    shown, authors = headline_author(text)
    assert shown in text
    assert all(name in text for name in authors)


@pytest.mark.parametrize("piece", ["كتب ", "هيثم الغزاوي و", "بقلم: ", "/ ", "يكتب عن ", "د. ", "، "])
def test_long_near_misses(piece: str) -> None:
    text = piece * 5_000
    assert credited(text, slot=True) is None
    headline_author(text)
