"""What one line could credit, from its words alone (`read_credit`)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.arabic.letters import strip_invisible
from newscli.credits.line import LONGEST, is_label_alone, read_credit

# line | authors, apart by ;
PERSONS = """
كتبت: سلوى الدرزي | سلوى الدرزي
كتب - نزار الحمصي | نزار الحمصي
بقلم/ سلوى الدرزي | سلوى الدرزي
إعداد سلوى الدرزي ونزار الحمصي | سلوى الدرزي; نزار الحمصي
تحرير: نزار الحمصي | نزار الحمصي
حوار: سلوى الدرزي | سلوى الدرزي
سلوى الدرزي / نزار الحمصي | سلوى الدرزي; نزار الحمصي
سلوى الدرزي، نزار الحمصي | سلوى الدرزي; نزار الحمصي
سلوى الدرزي & نزار الحمصي | سلوى الدرزي; نزار الحمصي
سلوى الدرزي ونزار الحمصي ومروان الشامي | سلوى الدرزي; نزار الحمصي; مروان الشامي
سلوى الدرزي وعبد الله الحمصي | سلوى الدرزي; عبد الله الحمصي
سلوى الدرزي وعبدالرحمن الحمصي | سلوى الدرزي; عبدالرحمن الحمصي
سلوى الدرزي 0501234567 نزار الحمصي | سلوى الدرزي; نزار الحمصي
سلوى الدرزي salwa@example.org نزار الحمصي | سلوى الدرزي; نزار الحمصي
سلوى الدرزي @salwa نزار الحمصي | سلوى الدرزي; نزار الحمصي
د. نزار الحمصي | نزار الحمصي
أ.د. نزار الحمصي | نزار الحمصي
المهندس نزار الحمصي | نزار الحمصي
اللواء نزار الحمصي | نزار الحمصي
نزار الحمصي - nizar@example.org | نزار الحمصي
أختكم سلوى الدرزي | سلوى الدرزي
مراسلة المنارة في الخرطوم: سلوى الدرزي | سلوى الدرزي
مراسل المنارة نزار الحمصي | نزار الحمصي
من مراسلنا في نابولي: نزار الحمصي | نزار الحمصي
موفدتنا إلى كيغالي/ سلوى الدرزي | سلوى الدرزي
نزار الحمصي موفد المنارة إلى ليما | نزار الحمصي
سلوى الدرزي، مراسلة المنارة في تونس | سلوى الدرزي
المنارة - نزار الحمصي | نزار الحمصي
✍️ نزار الحمصي | نزار الحمصي
🖋 بقلم: نزار الحمصي | نزار الحمصي
نزار الحمصي – مراسل المنارة | نزار الحمصي
بغداد - مراسل المنارة نزار الحمصي | نزار الحمصي
سلوى الدرزي - محررة الشؤون الصحية | سلوى الدرزي
نزار الحمصي، رئيس قسم الترجمة | نزار الحمصي
نزار الحمصي · 9 دقائق للقراءة | نزار الحمصي
نزار الحمصي • قبل 3 أيام | نزار الحمصي
كتب نزار الحمصي تحديث 09:40 | نزار الحمصي
نزار الحمصي، آخر تحديث: 09:40 | نزار الحمصي
نزار الحمصي · منذ ساعة · دقيقتان قراءة | نزار الحمصي
نزار الحمصي | آخر تحديث: 3 مارس 2021 - 10:15 ص | 412 مشاهدة | نزار الحمصي
المنارة - سلوى الدرزي - 3 مارس 2021 | سلوى الدرزي
سلوى الدرزي راسل الكاتبة | سلوى الدرزي
سلوى الدرزي تابعها | سلوى الدرزي
سلوى الدرزي عرض كل المقالات | سلوى الدرزي
جميع مقالات سلوى الدرزي | سلوى الدرزي
المزيد من سلوى الدرزي | سلوى الدرزي
أرسلت بواسطة نزار الحمصي | نزار الحمصي
نشر بواسطة: نزار الحمصي في 3 مارس 2021 | نزار الحمصي
عن الكاتب: نزار الحمصي | نزار الحمصي
Posted by: Rami Haddad | Rami Haddad
By Rami Haddad | Rami Haddad
هذا المقال بقلم نزار الحمصي، باحث في الاقتصاد، والآراء الواردة فيه تعبر عن رأيه | نزار الحمصي
بقلم: ليلى | ليلى
تحرير: ليلى - تصوير: نزار الحمصي | ليلى
أخوكم نزار الحمصي | نزار الحمصي
نزار الحمصي يكتب | نزار الحمصي
كتب نزار الحمصي في "المنارة": | نزار الحمصي
سلوى الدرزي نشر في المنارة يوم 03 - 03 - 2011 | سلوى الدرزي
كتب الخبر: نزار الحمصي | نزار الحمصي
محررة الخبر / سلوى الدرزي | سلوى الدرزي
منة الله شوقي | منة الله شوقي
كتبت- منه الله شوقي | منه الله شوقي
كتبت: منة الدرزي | منة الدرزي
كتب: نزار الحمصي ومنة الدرزي | نزار الحمصي; منة الدرزي
سليمة.ب | سليمة.ب
سليمة / ب | سليمة / ب
سلوى.د - نزار.ح | سلوى.د; نزار.ح
المتابعة ✍️: نزار الحمصي | نزار الحمصي
استطلاع وتصوير / نزار الحمصي | نزار الحمصي
بقلم: العميد الركن المتقاعد نزار الحمصي | نزار الحمصي
بقلم المستشارة القانونية: سلوى الدرزي | سلوى الدرزي
سلوى عودة | سلوى عودة
سلوى الدوري | سلوى الدوري
رجاء بوسعيد | رجاء بوسعيد
شارك في التغطية: سلوى الدرزي (جيبوتي)، ونزار الحمصي (عدن) | سلوى الدرزي; نزار الحمصي
يكتبها هذا الأسبوع: نزار الحمصي | نزار الحمصي
بالعدسة والقلم: سلوى الدرزي | سلوى الدرزي
نص: سنابل المتوسط العربية | سلوى الدرزي 4 دقائق | سلوى الدرزي
"""

# Lines that credit no person: (line, the most that they may be likely).
NOBODY = """
فرح عارم | 0.2
ترقب حذر | 0.2
آمال ضائعة | 0.2
خسائر فادحة | 0.2
عودة أمل | 0.2
السادة القراء الأعزاء | 0.0
عزيزي القارئ | 0.0
أخوكم الكريم | 0.0
تحية طيبة وبعد | 0.0
سيدي رئيس التحرير المحترم | 0.0
رواية: ظل القمر البعيد | 0.2
فيلم: عودة الربيع | 0.2
تقرير: نهاية الحلم | 0.4
شارك الخبر | 0.0
اقرأ المزيد | 0.0
الأكثر قراءة | 0.0
لبنان الآن | 0.0
لبنان الآن 0 تعليق 31 ارسل طباعة تبليغ | 0.0
Reading Time | 0.0
View All Result | 0.0
رأي | 0.0
اقتصاد وأعمال | 0.2
رويترز | 0.0
د ب أ | 0.0
فريق التحرير | 0.0
المحرر الاقتصادي | 0.0
الوزير يفتتح المعرض | 0.0
هل انتهت الأزمة؟ | 0.0
رئيس التحرير: نزار الحمصي | 0.0
ضيوف الحلقة: نزار الحمصي | 0.0
تصوير: نزار الحمصي | 0.0
جزء منه | 0.0
منه وإليه | 0.0
مجموعة . أ | 0.0
فيتامين - د | 0.0
النادي : مانشستر سيتي | 0.0
نجاح عودة | 0.2
مال الوطن | 0.0
نزار الحمصي لـ«المنارة»: | 0.0
جائزة الشيخ زايد | 0.2
"""

# line | parties as name, kind, label; apart by ;
PARTIES = """
المصدر: رويترز | رويترز agency source
المصدر: [رويترز](https://example.org/a_(b)) | رويترز agency source
المصدر: **د.ب.أ** | د.ب.أ agency source
المصدر / وكالات | وكالات generic source
مصدر الخبر: صحيفة المنارة | صحيفة المنارة outlet source
مصدر المقال - المنارة | المنارة unknown source
المصادر: رويترز + المنارة نيوز | رويترز agency source; المنارة نيوز outlet source
نقلا عن المنارة نيوز | المنارة نيوز outlet source
نقلاً عن صحيفة «المنارة» | المنارة unknown source
نقلا من موقع المنارة | المنارة unknown source
منقول عن المنارة | المنارة unknown source
متابعة عن موقع "المنارة" | المنارة unknown source
عن «المنارة» | المنارة unknown source
خدمة «المنارة» | المنارة unknown source
خاص بـ«المنارة» | المنارة unknown source
Source: AFP | AFP agency source
المصدر رويترز | رويترز agency source
المصدر سكاي نيوز | سكاي نيوز outlet source
المصدر: https://www.alarab.com/news/1 | alarab.com outlet source
المصدر: www.youm7.com | youm7.com outlet source
نشر في المنارة يوم 03 - 03 - 2011 | المنارة unknown published in
بواسطة: ركن الأسرة | ركن الأسرة unknown by
(أ ف ب، رويترز) | أ ف ب agency signature; رويترز agency signature
المنارة نيوز – وكالات | المنارة نيوز outlet signature; وكالات generic signature
وكالات + متابعات | وكالات generic signature; متابعات generic signature
الأناضول، وكالات | الأناضول agency signature; وكالات generic signature
وكالات الأنباء | وكالات الأنباء generic signature
أ.ف.ب | أ.ف.ب agency signature
AFP | AFP agency signature
رويترز | منذ ساعتين | رويترز agency signature
القاهرة - د ب أ | د ب أ agency none
مراسل المنارة في جنيف: سلوى الدرزي | المنارة unknown none
"""

# line | places; sources; authors, each apart by +
FORMULAS = """
سان برناردو (كاليفورنيا) - رويترز | سان برناردو+كاليفورنيا; رويترز;
كوانغ نام، فيتنام (CNN) | كوانغ نام+فيتنام; CNN;
كان (فرنسا) - نزار الحمصي | كان+فرنسا; ; نزار الحمصي
الحدود السورية التركية - سلوى الدرزي | الحدود السورية التركية; ; سلوى الدرزي
الأراضي الفلسطينية - د ب أ | الأراضي الفلسطينية; د ب أ;
عمّان، المملكة الأردنية الهاشمية - بترا | عمّان+المملكة الأردنية الهاشمية; بترا;
روستوف-أون-دون - فرانس برس | روستوف-أون-دون; فرانس برس;
أبوظبي - الشبكة العربية للأنباء | أبوظبي; الشبكة العربية للأنباء;
حلب - خاص المنارة | حلب; المنارة;
بغداد - مراسل المنارة نزار الحمصي | بغداد; المنارة; نزار الحمصي
برلين | د.ب.أ | 3 مارس 2021 | برلين; د.ب.أ;
المصدر: (أبوظبي - البيان) | أبوظبي; البيان;
بنغازي – صدى ليبيا – خاص | بنغازي; صدى ليبيا;
الرياض - مال الوطن | الرياض; مال الوطن;
بوغاز 9 - سلوى الدرزي | ; بوغاز 9; سلوى الدرزي
تونس - المنارة - من سلوى الدرزي | تونس; المنارة; سلوى الدرزي
المكلا (نبع حضرموت) تقرير: نزار الحمصي | المكلا; نبع حضرموت; نزار الحمصي
"""

MARKS = "\u200f\u200e\u202b\u202a\u202c\u2067\u2066\u2069\u200b\u2060\ufeff\u00ad\u061c"


def rows(table: str) -> list[str]:
    return table.strip().splitlines()


def split(row: str) -> tuple[str, str]:
    line, _, wanted = row.rpartition(" | ")
    return line, wanted


@pytest.mark.parametrize("row", rows(PERSONS))
def test_persons_bare_of_everything_else(row: str) -> None:
    line, wanted = split(row)
    reading = read_credit(line)
    assert reading.authors == tuple(wanted.split("; "))
    assert reading.person >= 0.7


@pytest.mark.parametrize("row", rows(NOBODY))
def test_lines_that_credit_nobody(row: str) -> None:
    line, most = split(row)
    assert read_credit(line).person <= float(most)


@pytest.mark.parametrize("row", rows(PARTIES))
def test_parties_under_their_labels(row: str) -> None:
    line, wanted = split(row)
    parties = [f"{party.name} {party.kind} {party.label}" for party in read_credit(line).parties]
    assert parties == wanted.split("; ")


@pytest.mark.parametrize("row", rows(FORMULAS))
def test_formulas_of_place_source_and_person(row: str) -> None:
    line, wanted = split(row)
    reading = read_credit(line)
    assert reading.dateline is not None
    formula = reading.dateline.dateline
    assert formula is not None
    found = "; ".join("+".join(names) for names in (formula.places, formula.sources, reading.authors))
    assert found.strip(" ;") == wanted.strip(" ;")


@pytest.mark.parametrize(
    "line",
    [
        "المصدر: الذي رفض كشف اسمه قال إن المفاوضات توقفت",
        "المصدر الأمني أكد الخبر",
        "نقلا عن مسؤولين قالوا إن الجسر أغلق",
        "عن الحرب والسلام",
        "نشر في كل مكان",
        "خدمة جديدة للمسافرين",
    ],
)
def test_sentences_name_no_party(line: str) -> None:
    assert read_credit(line).parties == ()


@pytest.mark.parametrize("line", ["المصدر:", "المصدر", "مصدر الخبر :", "\u200fالمصدر:\u200f"])
def test_a_label_alone(line: str) -> None:
    reading = read_credit(line)
    assert reading.label_only
    assert not reading.parties


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "line", ["كتبت: سلوى الدرزي", "سلوى الدرزي", "بقلم/ سلوى الدرزي", "من مراسلتنا في روما: سلوى الدرزي"]
)
def test_invisible_marks_decide_nothing(line: str, mark: str) -> None:
    plain = read_credit(line)
    for marked in (
        mark + line,
        line + mark,
        mark + line + mark,
        line.replace(" ", " " + mark),
        line.replace(":", ":" + mark),
    ):
        reading = read_credit(marked)
        assert tuple(map(strip_invisible, reading.authors)) == plain.authors
        assert all(name.strip(MARKS) == name for name in reading.authors)
        assert reading.person == plain.person


def test_everything_stays_traceable() -> None:
    line = "\u200fسلوى الدرزي ونزار الحمصي | 3 مارس 2021 | المصدر: [رويترز](https://example.org)"
    reading = read_credit(line)
    assert [name for name in reading.authors if name not in line] == []
    assert [line[party.start : party.end] for party in reading.parties] == ["رويترز"]


def test_translators_are_credited_and_photographers_left_out() -> None:
    reading = read_credit("جوليان ماركفيلد - ترجمة: سلوى الدرزي - تصوير: نزار الحمصي")
    assert reading.authors == ("جوليان ماركفيلد", "سلوى الدرزي")


def test_a_desk_by_role_alone() -> None:
    reading = read_credit("إعداد: قسم التحقيقات")
    assert reading.desk
    assert not reading.authors


def test_a_line_with_a_separator_may_name_the_source_of_what_follows() -> None:
    (party,) = read_credit("الضفاف/ -").parties
    assert (party.name, party.label) == ("الضفاف", "closed")


def test_the_likelihood_grows_with_what_speaks_for_a_person() -> None:
    unknown = read_credit("زارينكا ويلبرفورس").person
    beside_date = read_credit("زارينكا ويلبرفورس | 3 مارس 2021").person
    by_role = read_credit("بقلم: زارينكا ويلبرفورس").person
    assert 0 < unknown < beside_date < by_role


def test_a_name_of_the_page_s_own_outlet() -> None:
    (party,) = read_credit("المصدر: المنارة", outlets=frozenset({"المناره"})).parties
    assert party.kind == "outlet"


def test_paragraphs_return_at_once() -> None:
    assert read_credit("كتبت سلوى الدرزي " * LONGEST).authors == ()


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("كتبمن رسلىأ:/-|·«»()[]\u200f\u202b،0123 المصدروxA@.\n*#<>&;"), max_size=90))
def test_nothing_raises_and_ranges_lie_inside(line: str) -> None:
    reading = read_credit(line)
    assert 0 <= reading.person <= 1
    assert all(0 <= party.start <= party.end <= len(line) for party in reading.parties)


LABELS = (
    "المصدر:",
    "المصدر",
    "المصدر: رويترز",
    "سلوى الدرزي المصدر:",
    "المصدر / ",
    "نقلا عن",
    "نقلا عن:",
    "هل المصدر؟",
    "",
)


def test_a_label_alone_is_told_as_the_whole_reading_tells_it(samples):
    lines = [
        line
        for path in sorted(samples.glob("*.txt"))
        for line in path.read_bytes().decode("utf-8", "replace").splitlines()
    ]
    for line in (*LABELS, *lines, *(f"المصدر: {line}" for line in lines), *(f"{line[:30]} المصدر:" for line in lines)):
        assert is_label_alone(line) == read_credit(line).label_only, line
