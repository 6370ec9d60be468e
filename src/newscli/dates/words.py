"""The words Arabic dates are made of, as tables: months of four families, Hijri months, weekdays, hours, units.

Every name is written as the press prints it, once per spelling that folding does not already unite (hamza, taa
marbuta, alef maqsura and marks are folded away). To teach the reader a new name, add it to its row.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newscli.arabic.letters import fold

# Egypt and Gulf; Levant and Iraq; Tunisia and Algeria; Morocco and Mauritania; English and French on Arabic pages.
# The two-word names (كانون الثاني, ربيع الأول) are in PAIRS.
GREGORIAN = (
    "يناير ينائر جانفي january jan janvier",
    "فبراير فبرائر شباط فيفري فيڤري february feb février fevrier",
    "مارس مارث آذار march mar mars",
    "أبريل ابرايل نيسان أفريل april apr avril",
    "مايو مايس أيار ماي may mai",
    "يونيو يونيه حزيران جوان june jun juin",
    "يوليو يوليه يوليوز تموز جويلية جولية july jul juillet",
    "أغسطس اغسطوس آب أوت غشت أغشت august aug août aout",
    "سبتمبر سبتنبر أيلول شتنبر شتمبر september sept sep septembre",
    "أكتوبر أكتوير اكتوبار october oct octobre",
    "نوفمبر نفمبر نوفنبر نونبر نونمبر november nov novembre",
    "ديسمبر دسمبر دجنبر دجمبر december dec décembre decembre",
)
HIJRI = ("محرم المحرم", "صفر", "", "", "", "", "رجب", "شعبان", "رمضان", "شوال", "", "")

# First word of a two-word month -> month by its number (1: الأول, 2: الثاني).
PAIRS = {"كانون": (12, 1), "تشرين": (10, 11), "ربيع": (3, 4), "جمادي": (5, 6), "ذو": (11, 12)}
GREGORIAN_PAIRS = ("كانون", "تشرين")

# datetime.date.weekday() of each name: Monday is 0.
WEEKDAYS = (
    "الاثنين الإتنين اثنين monday mon lundi",
    "الثلاثاء الثلاثا الثلثاء ثلاثاء tuesday tue tues mardi",
    "الأربعاء الأربعا أربعاء wednesday wed mercredi",
    "الخميس thursday thu thur thurs jeudi",
    "الجمعة friday fri vendredi",
    "السبت saturday sat samedi",
    "الأحد sunday sun dimanche",
)

# Without the article these are names or numerals too («محمد جمعة», «أحد المارة»): weekdays only where they open a date.
BARE_WEEKDAYS = {"خميس": 3, "جمعه": 4, "سبت": 5, "احد": 6}

MORNING, AFTERNOON, NOON, NIGHT = range(4)
MINUTES = {"خمس": 5, "عشر": 10, "عشرين": 20, "عشرون": 20}  # after an hour: «الثامنة وعشر دقائق»

GREENWICH = "غرينتش غرينيتش غرينتيش غرينويتش جرينتش جرينيتش جرينتيش جرينويتش قرينتش كرينتش قرينيتش جمت"
# Offsets in minutes of places that have kept one clock through the age of the web; others move with the season.
CLOCKS = {
    0: GREENWICH + " عالمي دولي",
    60: "جزائر",
    180: "مكة جدة سعودية رياض كويت دوحة قطر بحرين منامة صنعاء عدن حضرموت يمن مقديشو صومال جيبوتي نيروبي",
    240: "امارات دبي ابوظبي شارقة مسقط سلطنة",
    540: "طوكيو يابان",
}

PARTS = "منتصف أوائل بداية مطلع مستهل أواسط وسط أواخر نهاية خلال منذ حتى طوال طيلة أول آخر ختام"
SINCE = "منذ قبل"
RELATIVE = "أمس بالأمس الأمس البارحة غدا yesterday tomorrow hier demain"
TO = "إلى حتى لغاية to until"
# A day and month right after one of these is its name: an institution keeps it with a year as well (جامعة 8 ماي 1945),
# a movement or an uprising with a year is dated by it.
NAMED_PLACES = (
    "جامعة كلية معهد مدرسة ثانوية متوسطة إعدادية ابتدائية روضة مستشفى مستوصف ساحة ميدان دوار شارع نهج جادة طريق محور "
    "جسر كوبري قنطرة نفق مطار ميناء ملعب استاد ستاد مركب مجمع قصر حي ضاحية بلدية مدينة قرية مخيم محطة حديقة منتزه مسرح "
    "قاعة دار مكتبة متحف نادي جمعية مؤسسة مركز صحيفة جريدة مجلة يومية أسبوعية موقع قناة إذاعة وكالة شبكة مطبعة شركة "
    "بنك كتائب كتيبة لواء سرية فرقة قاعدة معسكر سد جائزة كأس منظمة حزب ائتلاف تحالف تيار حركة تنسيقية شباب قوى مصنع "
    "فريق جبهة مجموعة منصة رابطة اتحاد سجن مستعمرة ترعة مشروع عمارة سوق"
)
NAMED_EVENTS = "ثورة انتفاضة حراك هبة مجزرة انقلاب هجمات أحداث حرب اعتداءات تفجيرات أحكام دستور نصر نداء شهداء خلية"

# A number right after one of these is no day and no date.
NUMBERED = (
    "رقم برقم ورقم رقمه رقمها هاتف تلفون تليفون فاكس جوال موبايل محمول واتساب المرسوم مرسوم المادة مادة الفصل قضية "
    "بنتيجة نتيجة حساب بطاقة ملف سجل قانون القانون isbn issn tel fax no version"
)
ISSUES = "العدد عدد الصفحة صفحة ص رقم الحلقة الجزء المجلد السنة الدورة"
# A number before one of these counts something, whatever year it looks like.
COUNTED = (
    "قراءة قراءات مشاهدة مشاهدات زيارة زيارات زائر قارئ تعليق تعليقا تعليقات مشاركة شخص شخصا دولار دينار درهم ريال "
    "جنيه ليرة يورو متر كلم كيلومتر قتيل قتيلا جريح views view"
)
# What follows the paper «14 أكتوبر» in a dateline slot: its source part.
SOURCE_SLOT = "متابعات متابعة وكالات خاص خاصة كتب كتبت رصد تقرير نت نيوز برس"


class Word(NamedTuple):
    """What a folded word means in a date: the kind of its part, and a number (month, weekday, hour, minutes...)."""

    kind: str
    value: int


# Words without a number, by the kind of part that they make. A word stands in one row of this table and the next.
_KINDS = {
    # What may stand between the parts of one stamp: «5 مايو 2012، آخر تحديث: الساعة 10:30».
    "glue": (
        "يوم ويوم ليوم الموافق الموافقة موافق والموافق المصادف يوافق بتاريخ تاريخ ل ب على عند تمام آخر تحديث تعديل at "
        "on the t um à التوقيت بالتوقيت نشر نشرت بحدود حدود"
    ),
    "count": "ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني ثمانية تسع تسعة بضع بضعة عدة نحو حوالي",
    "teen": "عشر عشرة",
    "unit": (
        "ثانيتين ثواني ثوان دقيقة دقيقتين دقيقتان دقائق ساعة ساعتين ساعتان ساعات يوما يومين يومان أيام أسبوع أسبوعا "
        "أسبوعين أسبوعان أسابيع شهرا شهرين شهران أشهر شهور سنتين سنتان سنوات عاما عامين عامان أعوام لحظات لحظة قليل "
        "second seconds minute minutes min mins hour hours day days week weeks month months year years"
    ),
    "period": "الأسبوع",
    "month word": "شهر لشهر بشهر الشهر شهري",
    "year": "عام العام للعام لعام بعام سنة السنة لسنة للسنة",
    "qualifier": (
        "الماضي الماضية المنصرم المنصرمة الفائت الفائتة الفارط الفارطة المنقضي المنقضية الجاري الجارية الحالي الحالية "
        "المقبل المقبلة القادم القادمة الأخير الأخيرة السابق السابقة التالي التالية نفسه ذاته"
    ),
    "epithet": "الحرام المبارك المعظم الفضيل المكرم الخير المظفر المرجب الفرد الأصب الأصم",  # of a Hijri month
    "of": "من في of de",
    "since": SINCE,
    "ago": "ago",
    "relative": RELATIVE,
    "today": "اليوم",
    "hour word": "الساعة للساعة بالساعة",
    "zone word": "توقيت بتوقيت",
}

# حادي and حادية are 1 before عشر or والعشرين.
_ORDINALS = ("أول فاتح غرة حادي", "ثاني ثان", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
_HOURS = ("واحدة أولى حادية", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة", "عاشرة")

# What may be glued to the front of a word: nothing, clitics, the article with and without them.
_BARE, _WEEKDAY, _CLITICS = ("",), ("", "و", "ف"), ("", "و", "ل", "ب", "ف")
_DEFINITE = ("", "ال", "لل", "ل", "ب", "بال", "و", "وال")

# Words of a number, by kind, with what may be glued to them.
_NUMBERS = {
    "ordinal": (_DEFINITE, dict(enumerate(_ORDINALS, 1))),
    "hour": (_DEFINITE, dict(enumerate(_HOURS, 1))),
    "tens": (_DEFINITE, {20: "عشرين عشرون", 30: "ثلاثين ثلاثون"}),
    "fraction": (_DEFINITE, {30: "نصف", 15: "ربع ربعا", 20: "ثلث ثلثا"}),
    "meridiem": (
        _BARE,
        {
            MORNING: "ص صباحا صباح الصباح فجرا فجر الفجر سحرا ضحى الضحى",
            AFTERNOON: "مساء مساءا مسائا المساء مسا عصرا عصر العصر زوالا",
            NOON: "ظهرا ظهر الظهر الظهيرة نهارا",
            NIGHT: "ليلا ليل ليلة",
        },
    ),
    "era": (
        _BARE,
        {0: "م ميلادي ميلادية الميلادي الميلادية للميلاد ad ce", 1: "ه هج هجري هجرية الهجري الهجرية للهجرة ah"},
    ),
    "weekday": (_WEEKDAY, dict(enumerate(WEEKDAYS))),
    "month": (_CLITICS, dict(enumerate(GREGORIAN, 1))),
    "hijri": (_CLITICS, dict(enumerate(HIJRI, 1))),
}


@cache
def vocabulary() -> dict[str, Word]:
    """Folded word -> its meaning in a date. Built on first use (a millisecond).

    >>> vocabulary()[fold("وفبراير")]
    Word(kind='month', value=2)
    """
    words = {name: Word(kind, 0) for kind, row in _KINDS.items() for name in fold(row).split()}
    for kind, (glued, rows) in _NUMBERS.items():
        for number, row in rows.items():
            for name in fold(row).split():
                words |= {prefix + name: Word(kind, number) for prefix in (glued if name > "z" else _BARE)}
    for shadow in ("باب", "فاب"):  # «door», not «in August»
        words.pop(shadow, None)
    return words


@cache
def folded(names: str) -> frozenset[str]:
    """The folded words of a table row."""
    return frozenset(fold(names).split())


@cache
def definite(names: str) -> frozenset[str]:
    """The folded words of a table row, with and without the article and the clitics ل, ب and و."""
    return frozenset(prefix + name for name in fold(names).split() for prefix in _DEFINITE)


def of_kinds(*kinds: str) -> frozenset[str]:
    """The folded words that make parts of some kinds."""
    return frozenset(name for name, word in vocabulary().items() if word.kind in kinds)


@cache
def triggers() -> frozenset[str]:
    """Folded words without which a text that has no digit has no date."""
    telling = of_kinds("month", "hijri", "since", "relative", "today", "meridiem", "qualifier", "ago")
    return telling | {"غد", "الغد", "الليل", "النهار"}


@cache
def triggers_beside_numbers() -> frozenset[str]:
    """Folded words by which a number may be a date or a time: «الساعة 20», «شهر 7/2024», «10.30 بتوقيت غرينتش»."""
    telling = of_kinds("hour word", "month word", "zone word")
    return telling | {"ساعه", "التوقيت", "بالتوقيت"} | folded(GREENWICH)


@cache
def clocks() -> dict[str, int]:
    """Folded word after بتوقيت -> offset from UTC in minutes."""
    return {form: value for value, row in CLOCKS.items() for name in fold(row).split() for form in ("ال" + name, name)}


@cache
def named(*, events: bool) -> frozenset[str]:
    """Folded nouns that carry a date as their name: institutions, and with `events` uprisings as well.

    Never with the article: it is جامعة 8 ماي, while after الجامعة a date is a date.
    """
    nouns = fold(NAMED_PLACES + (" " + NAMED_EVENTS if events else "")).split()
    return frozenset(clitic + noun for noun in nouns for clitic in ("", "و", "ل", "ب", "ف", "ك"))
