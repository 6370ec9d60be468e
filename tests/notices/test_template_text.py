"""What templates print around stories is recognised by its words, and sentences of stories are not."""
# ruff: noqa: E501 - rows of data

import pytest

from newscli.arabic.letters import fold
from newscli.lexicon import boilerplate
from newscli.notices.template_text import recognise


def category(text):
    return recognise(text, fold(text))


# category | lines apart by «|»
TEMPLATE_TEXT = """
share: شارك هذا الخبر | فيسبوك | واتس آب | نسخ الرابط | طباعة | Share this | شارك الخبر عبر واتساب
print version: نسخة للطباعة | حفظ الخبر
counter: 43 مشاهدة | مشاهدات: 1,204 | عدد القراءات 89 | 0 تعليق | وقت القراءة: 3 دقائق | Views: 12 | ٤٣ قراءة
font size: حجم الخط | AA | ع+ ع- | -A +A | A+ | A- | ع ع ع | تكبير الخط | استمع للخبر
navigation: الرئيسية | الصفحة الرئيسية | بحث | القائمة | تسجيل الدخول | السابق | التالي | Skip to content | أنت هنا: الرئيسية
back to top: زر الذهاب إلى الأعلى | العودة إلى الأعلى | أعلى الصفحة | Back to top
advertisement: إعلان | - إعلان - | Advertisement | مساحة إعلانية
feed: The post X appeared first on صحيفة البيدر.
click here: للمزيد اضغط هنا | لمشاهدة الصور انقر هنا
related: ترشيحات: | نرشح لكم | أخبار ذات صلة | مواضيع ذات صلة: | الأكثر قراءة | آخر الأخبار | مقالات مشابهة
read also: اقرأ أيضا | ننصحك بقراءة: | روابط ذات صلة | يمكنك أيضا الاطلاع على خبر آخر | اقرأ أيضا: ميناء جديد في المكلا | إقرأ أيضاً - ميناء جديد | طالع أيضا: خبر | شاهد أيضا: فيديو من الميناء | قد يهمك: ميناء جديد
field of a form: البريد الإلكتروني | الاسم
comments: اترك تعليقا | أضف تعليق | أبد رأيك | كن أول من يعلق | لن يتم نشر عنوان بريدك الإلكتروني.
footer: من نحن | اتصل بنا | سياسة الخصوصية | جميع الحقوق محفوظة © 2021 | كافة الحقوق محفوظة لموقع البيدر | Powered by X | Copyright 2020
follow: تابعوا مرسى نيوز على التلكرام | تابع صدى المرسى على انستكرام | انضموا إلى صفحتنا على الفيس
follow: اطلب النسخة الورقية | تابعنا على فيسبوك | اشترك الآن في قناتنا | انضموا إلى قناتنا على تلغرام | النشرة البريدية | تابعونا على جوجل نيوز
tags label: الوسوم: | الكلمات المفتاحية | كلمات دلالية | Tags
end mark of a wire: انتهى | // انتهى // | (انتهى) | يتبع
end mark of a wire: - مل - | /م.ت/ | - س.ع - | (م. ت) | -- س ل -- | م.ت - س.ع | تم
end mark of a wire: (وال - طرابلس) ف خ/ س ع | (وات) م ع | (وال-بنغازي) س.ع/ م.ح
read also: الخبر السابق: حملة للتلقيح | المقال التالي : توقيف مشتبه به | Previous: حملة للتلقيح
source link: اقرأ الخبر من المصدر | الخبر وتفاصيله كاملة من هنا
contact of the writer: للتواصل مع الكاتب: x@example.org
tags: الوسوم: ميناء، قمح | كلمات مفاتيح : ميناء | كلمات دلالية: شحن | Tags: ports
number of the story: رقم الخبر: 5512 | رمز الخبر 77
video link: شاهد الفيديو: رصيف المكلا | لمشاهدة الفيديو اضغط هنا
masthead: سمير باوزير رئيس التحرير | الإشراف العام
number of the page: (البقية ص 7) | (تتمة المنشور في الصفحة الأولى) | صفحة 9
navigation: الرئيسية أخبار محلية مقالات اقتصاد رياضة صحة | hostname: example.org
font size: حجم الخط أ+ أ-
follow: يمكنكم استلام إشعارات بأهم الموضوعات بعد تحميل أحدث نسخة من تطبيق البيدر على هاتفكم.
related: في هذا العدد | You may like | Up Next
punctuation: *** | ---- | . . . | «»
"""
ROWS = [
    (name.strip(), line.strip())
    for name, lines in (row.split(":", 1) for row in TEMPLATE_TEXT.strip().splitlines())
    for line in lines.split("|")
]


@pytest.mark.parametrize(("expected", "line"), ROWS)
def test_template_text_is_recognised(expected, line):
    assert category(line) == expected


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ("share", "شارك: فيسبوك تويتر واتساب"),
        ("share", "فيسبوك | تويتر | واتساب"),
        ("share", "فيسبوك تويتر واتساب"),
        ("share", "Facebook Twitter WhatsApp Telegram"),
        ("share", "طباعة الصفحة أرسل إلى صديق حفظ"),
        ("share", "أرسل لصديق طباعة نسخة للطباعة"),
        ("share", "Share on Facebook Share on Twitter"),
        ("counter", "التعليقات (0)"),
        ("counter", "تعليقات (12)"),
    ],
)
def test_rows_of_buttons_and_counters_are_recognised(expected, line):
    assert category(line) == expected


def test_every_category_of_the_tables_is_known_here():
    tables = {*boilerplate.EXACT, *boilerplate.OPENS, *boilerplate.HOLDS}
    assert tables - {name for name, _ in ROWS} <= {"audio", "screen reader"}
    assert category("استمع إلى الخبر") == "audio"
    assert category("قصص مقترحة تخطى قصص مقترحة وواصل القراءة") == category("قصص مقترحة نهاية") == "screen reader"
    assert category("تخطى الفريق عقبة منافسه وواصل التقدم في البطولة") is None


@pytest.mark.parametrize(
    "line",
    [
        "إتبعنا :", "اتبعنا", "إِتْبَعْنا", "اتـبعنا", "\u200fاتبعنا\u200e", "« اتبعنا »", "اتبعنا...", "  اتبعنا  ",
        "↓ اتبعنا ↓",
    ],
)  # fmt: skip
def test_spelling_marks_and_punctuation_do_not_hide_a_formula(line):
    assert category(line) == "follow"


@pytest.mark.parametrize(
    "line",
    [
        "شارك الوزير في افتتاح الميناء أمس.",
        "شاركت ثلاثون دولة في المعرض.",
        "تابع الفريق تدريباته مساء أمس.",
        "قراءات في الرواية العربية الحديثة",
        "بحث الوزيران سبل التعاون.",
        "الإعلان عن نتائج الانتخابات",
        "إعلان حالة الطوارئ في المدينة",
        "انتهى الاجتماع دون اتفاق.",
        "ذات صلته بالقضية نفاها المتهم",
        "زيارات متبادلة بين الوزيرين",
        "مشاهدات من مخيم اللاجئين",
        "التعليقات على القرار كانت غاضبة في الشارع.",
        "الرئيسية هي المشكلة في رأي الخبراء.",
        "قال 43 مشاهدا إن العرض أعجبهم.",
        "اقرأ باسم ربك",
        "طباعة المصاحف تبدأ في المدينة",
        "من نحن في هذا العالم؟",
        "حقوق النشر تثير خلافا بين الناشرين",
        "قال رئيس التحرير إن الصحيفة ستستمر في الصدور رغم كل الصعوبات.",
        "الموضوع حساس",
        "(أ ب)",
        "- أ ف ب -",
        "(ب)",
        "- لا -",
        "/وام/",
        "(الديوان الأول) من",
        "أغلقت السلطات قنوات على تلكرام",
        "السابق كان أفضل في رأيه",
    ],
)
def test_sentences_and_headlines_of_stories_are_no_formulas(line):
    assert category(line) is None


def test_a_formula_that_opens_a_long_line_is_none():
    assert category("طالع أيضا: " + "كلام طويل في المقال " * 20) is None


def test_a_counter_has_a_number():
    assert category("مشاهدات من رحلة إلى المكلا") is None
    assert category("مشاهدات 12") == "counter"


@pytest.mark.parametrize("phrase", ["انتهى/", "/انتهى/", "//انتهى//"])
def test_an_end_mark_may_carry_its_number(phrase):
    assert category(f"{phrase} ٥٥") == "end mark of a wire"


@pytest.mark.parametrize(
    ("table", "name", "phrase"),
    [
        (table, name, phrase.strip())
        for table, entries in (("EXACT", boilerplate.EXACT), ("OPENS", boilerplate.OPENS), ("HOLDS", boilerplate.HOLDS))
        for name, phrases in entries.items()
        for phrase in phrases.split("|")
    ],
)
def test_every_phrase_of_the_tables_is_found(table, name, phrase):
    """A phrase that folding, an edge or an earlier table swallows would be dead."""
    line = {"EXACT": phrase, "OPENS": f"{phrase} 5", "HOLDS": f"كلام {phrase}"}[table]
    assert category(line) is not None
