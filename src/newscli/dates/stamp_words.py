"""The words of time stamps, as tables: labels, counters, tools of the page, and what opens a writer's name.

Each name is written as the press prints it, once per spelling that folding does not already unite. To teach the reader
a word, add it to its row: `definite` adds the article and the clitics.
"""

from __future__ import annotations

from enum import IntEnum, auto
from functools import cache
from itertools import dropwhile

from newscli.arabic.letters import fold
from newscli.dates.words import definite, folded
from newscli.lexicon.agencies import is_agency
from newscli.lexicon.boilerplate import SECTIONS
from newscli.lexicon.credit_words import NOBODY, TITLES, opens_sentence
from newscli.lexicon.given_names import is_given_name
from newscli.lexicon.lines import MOTTO
from newscli.lexicon.outlets import is_outlet
from newscli.lexicon.places import is_place
from newscli.regex import regex


class Sense(IntEnum):
    """What a word does in a time stamp."""

    PUBLISHED = auto()  # نشر, أضيف: the date after it is that of publication
    MODIFIED = auto()  # تحديث, معدل: that of a change
    EVENT = auto()  # الفعالية, الافتتاح, ينتهي: that of something else
    UNTIL = auto()  # من, حتى: an end of a span of days, where no other word says more
    DATED = auto()  # التاريخ, بتاريخ: a date, of the page where no other word says more
    HEAD = auto()  # موعد: what follows up to a colon says of what the date is
    FILLER = auto()  # تم, في, يوم: beside a label or a date it says nothing
    STORY = auto()  # الخبر, المقال: the same, beside a label alone
    COUNT = auto()  # مشاهدة, دقائق, تعليق: with a number a counter
    ISSUE = auto()  # العدد: with a number that of a printed issue
    TOOL = auto()  # طباعة, مشاركة: a button of the page
    CREDIT = auto()  # كتب, بقلم: a person's name follows
    TIME = auto()  # مساء, بتوقيت, weekdays: words of dates that the finder has left over


_VERBS = {
    Sense.PUBLISHED: (
        "نشر نشرت نشره نشرها إضافته إضافتها كتابته إدراجه إرساله رفعه بثه تحريره تعميمه "
        "أنشئ أنشئت عمم عممت وزع وزعت أذيع أذيعت أصدر أصدرت صدرت حررت أقر أقرت طبع طبعت تحرر أرسلت مرسلة "
        "published posted created publié"
    ),
    Sense.MODIFIED: "حدث حدثت عدل عدلت تحديثه تحديثها تعديله تعديلها تنقيحه updated modified edited modifié",
    Sense.EVENT: (
        "ينتهي تنتهي يبدأ تبدأ ينطلق تنطلق يقام تقام صالح سارية starts ends expires deadline event "
        "اشترك اشتركت انضم انضمت مسجل مسجلة عضو عضوة joined member registered"  # a forum's member did then
    ),
    Sense.UNTIL: "من حتى لغاية إلى الى ابتداء اعتبارا بدءا ولغاية وحتى from until till to",
    Sense.DATED: "تاريخ التاريخ بتاريخ وتاريخ وقت الوقت date",
    Sense.HEAD: "موعد الموعد موعدا زمان الزمان",
    Sense.FILLER: (
        "تم تمت في فى على آخر أخر اخر يوم ليوم وآخر بتمام ساعة هذا هذه وتم عند قبل last first on "
        "at the of time le à est ل ب أول لأول مرة المرة للمرة الأولى"
    ),
    Sense.TOOL: (
        "تفاصيل المزيد حجم "
        "طباعة اطبع إرسال أرسل ارسل شارك انسخ نسخ احفظ حفظ تبليغ بلغ حذف أعجبني المفضلة استمع الخط تكبير تصغير مشاركة "
        "بريدا إلكترونيا البريد الإلكتروني "
        "print share copy save email whatsapp facebook twitter telegram واتساب فيسبوك تويتر تليجرام إكس الرابط رابط"
    ),
    Sense.CREDIT: "كتب كتبت كتبها كتبه بقلم بواسطة حرره حررها by par author",
    Sense.TIME: "الآن الان now today هو حاليا محلي المحلي محليا",
}
_NOUNS = {  # with and without the article and a clitic
    Sense.PUBLISHED: (
        "نشر منشور إضافة أضيف أضيفت إدراج أدرج إصدار صدر صدور كتابة تحرير حرر إنشاء إرسال بث رفع تعميم توزيع إذاعة"
    ),
    Sense.MODIFIED: "تحديث محدث محدثة تعديل معدل معدلة تنقيح تجديد",
    Sense.EVENT: (
        "فعالية فعاليات محاضرة ندوة مباراة حفل معرض مؤتمر جلسة اجتماع عرض امتحان اختبار دورة ورشة مسابقة بطولة رحلة "
        "افتتاح اختتام ختام انطلاق انعقاد بدء بداية انتهاء نهاية إغلاق إقفال تقديم تسجيل اشتراك استلام تسليم صلاحية "
        "استحقاق سريان انضمام انتساب تنفيذ ميلاد ولادة وفاة تأسيس حدث مناسبة إقامة إطلاق عيد ذكرى حلقة موسم مكان قاعة "
        "عنوان"
    ),
    Sense.STORY: "رقم خبر مقال مقالة مادة تقرير موضوع مشاركة صفحة قصة محتوى نص تدوينة بيان فيديو article post",
    Sense.COUNT: (
        "مشاهدة مشاهدات مشاهدين قراءة قراءات قارئ زيارة زيارات زائر تعليق تعليقا تعليقات رد ردود إعجاب إعجابات مشاركات "
        "مشاركة تحميل دقيقة دقائق دقيقتان دقيقتين ثانية ثوان مدة طول كلمة كلمات متابع ألف "
    ),
    Sense.ISSUE: "عدد",
}
_COUNTS = "views view reads read min mins minute minutes comments comment shares likes k لا يوجد توجد بدون أضف اترك"

# Kinds of the finder's tokens that are words of dates wherever they stand.
TIME_KINDS = frozenset(
    "weekday|meridiem|zone|zone word|month|month word|hijri|era|today|glue|of|year|qualifier|epithet|relative|since|"
    "period|fraction|hour word|hour".split("|")
)

ISSUED = folded("حرر حررت تحرر صدر صدرت أصدر عمم وزع كتب")  # behind which a place may stand before the date

COPTIC_MONTHS = folded("توت بابه هاتور كيهك كيهاك طوبة أمشير برمهات برمودة بشنس بؤونة أبيب مسرى نسيء")
COPTIC_ERA = folded("ش للشهداء قبطي قبطية")

NUMBER_WORDS = folded("رقم no واحد واحدة")  # between العدد and its number, or in place of it: «تعليق واحد»

# The page tells the time of reading, in folded text: «الساعة الآن», «تاريخ اليوم», «اليوم هو ...»; or
# what goes with it there: «آخر تحديث للموقع», the degrees of the weather, the times of prayers.
SAYS_NOW = (
    r"(?:(?:ال|ب)?(?:ساعه|توقيت|وقت|تاريخ)\w{0,3}(?:\s\w+)?\s(?:الان|اليوم)\b"
    r"|^\W{0,9}(?:طبعت?|تمت? (?:ال)?طباع\w+(?: (?:هذا|هذه))?(?: ال\w+)?|تاريخ ال?طباعه) ?(?:في|بتاريخ|يوم|:)"
    r"|^\W{0,9}اليوم\s?:|\bاليوم\sهو\b|^\W{0,9}(?:(?:local|current)\s)?(?:time|now)\s?:|\bتحديث\s(?:لل|ال)موقع\b"
    r"|\d\s?(?:°|º|درج[هة]\b)|\b(?:(?:مواقيت|اوقات)\sالصلاه|(?:ال)?اذان)\b)"
)


@cache
def senses() -> dict[str, Sense]:
    """Folded word -> what it does in a stamp. A word of two rows has the sense of the row named first."""
    table: dict[str, Sense] = {}
    for rows, spread in ((_VERBS, folded), (_NOUNS, definite)):
        for sense, names in rows.items():
            for word in spread(names):
                table.setdefault(word, sense)
    return dict.fromkeys(folded(_COUNTS), Sense.COUNT) | table


@cache
def sections() -> frozenset[str]:
    """Folded words that names of sections are made of."""
    return definite(SECTIONS + " عاجل عاجلة حصري")


LONGEST = 6  # words of what can be known
LONGEST_NAME = 4  # words of a person's name without titles
_JOINERS = ("من", "في")
_PERIODICAL = regex(MOTTO)
_IMPERFECT = regex(r"ي.{3}|س[يت].{3,4}$")  # «يعود», «ينطلق», «سيبدأ»: few names and places begin so


def is_known(text: str) -> bool:
    """Whether words are what stands beside dates: a place, an outlet, its desk, an agency, sections, or a person.

    >>> [is_known(text) for text in ("القاهرة", "رياضة", "أحمد سالم", "هيئة التحرير", "زلزال")]
    [True, True, True, True, False]
    """
    words = text.split()
    if _PERIODICAL.match(fold(text)):
        return True
    if not 0 < len(words) <= LONGEST:
        return False
    if is_place(text) or is_agency(text) or is_outlet(text) or fold(text) in NOBODY:
        return True
    for joiner in _JOINERS:  # «هسبريس من الرباط»
        before, joined, after = text.partition(f" {joiner} ")
        if joined:
            return is_known(before) and is_place(after)
    return _is_name(words) or all(map(_is_small, words)) or fold(text) in _NEWS_OF_HOUSES


# The section in which an institution tells of itself.
_NEWS_OF_HOUSES = frozenset(
    f"اخبار {house}"
    for house in fold(
        "الجامعة الكلية الكليات القسم الأقسام العمادة المعهد المدرسة المركز الوزارة الهيئة الجمعية النادي المؤسسة "
        "الشركة الغرفة البلدية المحافظة المديرية الدائرة الاتحاد النقابة البنك المجلس المنظمة المستشفى الديوان"
    ).split()
)


def names_section(text: str) -> bool:
    """Whether words say in which sections a text was posted: «في سياسة» behind its date.

    >>> [names_section(words) for words in ("في سياسة، رياضة", "ومصنف ضمن أخبار", "في القاهرة")]
    [True, True, False]
    """
    words = fold(text).replace("،", " ").replace(",", " ").split()
    names = list(dropwhile(_POSTED_IN.__contains__, words))
    return 0 < len(names) < len(words) and sections().issuperset(names)


# What opens their names: «في سياسة», «ومصنف ضمن أخبار», «تحت تصنيف رياضة».
_POSTED_IN = folded("في ضمن تحت مصنف ومصنف مصنفة ومصنفة صنف وصنف تصنيف قسم باب ركن فئة تبويب")


_LONGEST_LABEL = 30  # characters
_OF_LABELS = frozenset((Sense.PUBLISHED, Sense.MODIFIED, Sense.DATED, Sense.FILLER, Sense.STORY))
_ALONE = folded("محدث محدثة نشر نشرت published updated")  # labels of one word; «تعديل» alone is a button


def is_label(text: str) -> bool:
    """Whether words are the label of a date that stands elsewhere, and nothing else.

    >>> [is_label(text) for text in ("آخر تحديث", "تاريخ النشر:", "محدث", "تعديل", "نشر في تونس")]
    [True, True, True, False, False]
    """
    if len(text) > _LONGEST_LABEL:
        return False
    words = fold(text).rstrip(" :|").split()
    found = {senses().get(word) for word in words}
    told = len(words) > 1 or text.rstrip().endswith(":") or _ALONE.issuperset(words)
    return told and found <= _OF_LABELS and not found.isdisjoint((Sense.PUBLISHED, Sense.MODIFIED))


def _is_small(word: str) -> bool:
    """Whether a word is known as a section, a place or an agency."""
    return fold(word) in sections() or is_place(word) or is_agency(word)


def _is_name(words: list[str]) -> bool:
    """Whether words are a person's name that begins with a given one."""
    names = [word for word in map(fold, words) if word.strip(".") not in TITLES]
    if not len(words) > 1 or not 1 <= len(names) <= LONGEST_NAME:
        return False
    return is_given_name(names[0]) and all(map(str.isalpha, names)) and not any(map(tells, names))


def tells(word: str) -> bool:
    """Whether a folded word belongs to a sentence: a function word, a verb of reporting, or an imperfect by its form.

    >>> [tells(fold(word)) for word in ("يعود", "الذي", "سيبدأ", "يوسف", "رياضة")]
    [True, True, True, False, False]
    """
    if opens_sentence(word):
        return True
    return _IMPERFECT.match(word) is not None and not is_given_name(word) and not is_place(word)
