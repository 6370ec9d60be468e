"""The words of the boxes and lines around a writer's name: buttons, forms of address, greetings, correspondents' roles.

Each table holds folded patterns or words; to add one, write it into the list.
"""
# ruff: noqa: E501 - rows of data

from __future__ import annotations

import re

from newscli.arabic.letters import fold
from newscli.regex import regex

# What stands before a name in an author's box or a blog: the person behind it wrote the text.
# Whoever writes: stands for WHO in the two tables below.
_WHO = r"(?:ال)?(?:كاتبه?|مولفه?|محرره?|ناشره?|صحفيه?|صحافيه?|مراسله?|مدونه?)"

_BEFORE = r"""
(?:مرسله?|ارسلت?|اضيفت?|اضافه?|نشرت?|كتبت?|كتابه|حررت?|تحرير|اعدت?|اعداد|انجزت?|انجاز|ترجمه?|من قبل|تم النشر) (?:ب|من )?(?:واسطه|بواسطه|قبل|طرف)
(?:كاتبه?|صاحبه?) (?:ال)?(?:مقال|موضوع|خبر|تدوينه|تقرير) | اسم (?:ال)?(?:كاتب|ناشر|محرر) | تابع(?:وا)?(?: (?:ال)?كاتبه?)?
بواسطه | (?:posted|written|published|reported|edited|story|words|text)? ?by | authors?
عن WHO
(?:ال)?(?:كاتبه?|مولفه?|ناشره?)
(?:جميع|كل|بقيه|احدث|اخر|باقي) (?:مقالات|مواضيع|اخبار|تقارير|تدوينات|مواد)(?: WHO)?
(?:ال)?مزيد (?:من|عن|ل|بقلم|بواسطه)(?: (?:مقالات|مواضيع|اعمال))?(?: (?:ال)?كاتبه?)? | مقالات (?:اخري )?(?:ل|بقلم|ال?كاتبه?)
"""

# What stands behind a name there: buttons, links to his other pieces, counters of them.
_BEHIND = r"""
راسل(?:ه|ها|ني|نا)?(?: WHO)? | (?:ل)?(?:مراسله|تواصل|لتواصل)(?: مع)?(?: WHO)? | اتصل بالكاتب
متابعه(?: WHO)? | تابع(?:ه|ها|ني|وا)?(?: WHO)?(?: علي .{0,30})? | الغاء المتابعه | follow(?: .{0,20})?
(?:عرض )?(?:جميع|كل|بقيه|احدث|اخر|باقي) (?:ال)?(?:مقالات|مواضيع|اخبار|تقارير|تدوينات|مشاركات|مواد|منشورات).{0,30}
(?:ال)?مزيد(?: (?:من|عن|ل|بقلم).{0,40})? | مقالات (?:اخري|سابقه|ذات صله|ال?كاتب).{0,30} | مقالاته?ا? | اعماله?ا?(?: (?:ال)?(?:سابقه|اخري))? | مراسلته?ا? | عرض (?:ال)?(?:ملف|صفحه|سيره|مقالات|بروفايل).{0,30}
(?:ال)?(?:سيره الذاتيه|ملف الشخصي|صفحه الشخصيه|نبذه عن.{0,20}|صفحه الكاتبه?|ارشيف الكاتبه?|بروفايل) | زياره الموقع | الموقع الالكتروني
(?:ال)?بريد (?:ال)?الكتروني | ايميل | e?-?mail | (?:ارسلو?ا?|ارسال|ابعثو?ا?) (?:بريدا?|رساله|تصويبا?|تصحيحا?|ملاحظات?ه?).{0,30} | (?:شاهد|اقرا|انظر) (?:ال)?(?:مزيد|جميع|كل|ايضا).{0,40}
(?<!\w)(?:في|بتاريخ)(?=\W*$) | اشترك(?:وا)?(?: .{0,60})? | عدد (?:ال)?مقالات.{0,10}
يكتبا?ن? | تكتب | \d+ (?:مقالا?ت?|موضوعا?|مواضيع|مشاركه|مشاركات|تدوينات?)
"""


def _alternatives(table: str) -> str:
    rows = table.strip().replace("WHO", _WHO).splitlines()
    return "|".join(f"(?:{row.strip()})" for line in rows for row in line.split(" | "))


# Before a name stands a separator or white space; the pattern holds the separators.
BEFORE_NAME = regex(rf"\W*(?:{_alternatives(_BEFORE)})(?!\w)[\s:：/|,\-–—ـ]*", re.IGNORECASE)
# One such button alone.
BUTTON = regex(_alternatives(_BEHIND), re.IGNORECASE)
BEHIND_NAME = regex(rf"(?<=\w)[\s:：/|,،.\-–—ـ·•()]*(?<!\w)(?:{_alternatives(_BEHIND)})(?!\w)\W*$", re.IGNORECASE)

# The heading of a note on the writer.
NOTE_LABEL = regex(
    rf"\W*(?:(?:نبذه|لمحه|معلومات|سيره) )?(?:عن|حول|من هو|من هي) {_WHO}(?: في سطور)?\W*|{_WHO} في سطور\W*"
)
# Any of these words, wherever it stands: the cheap test, which all lines pass that one of the patterns above fits.
BOX_WORD = regex(rf"(?:{_alternatives(_BEFORE)}|{_alternatives(_BEHIND)})(?!\w)", re.IGNORECASE)

# «أخوكم NAME» signs a letter.
ADDRESS = frozenset(
    fold(
        "أخوكم أختكم اخوكم أخوك أختك ابنكم ابنتكم صديقكم صديقتكم محبكم محبتكم المخلص المخلصة زميلكم زميلتكم تلميذكم تلميذتكم "
        "قارئكم قارئتكم جاركم عمكم خادمكم والدكم أستاذكم معلمكم كاتبكم مراسلكم المحب المحبة أخوكما رفيقكم مواطنكم القارئ القارئة المشترك المشتركة"
    ).split()
)
# What a form of address is followed by before the name: «المخلص لكم: NAME», «قارئكم الدائم NAME».
ADDRESSED = frozenset(
    fold(
        "لكم لكما دائما دوما أبدا البار البارة المحب المحبة المخلص المخلصة في الله لله الوفي الوفية الدائم الدائمة من"
    ).split()
)
# For whom a letter is signed: «عن أهالي الحي: NAME».
SIGNING_FOR = frozenset(
    fold(
        "سكان أهالي أهل أبناء شباب طلاب طلبة طالبات أولياء عمال موظفي موظفات متقاعدي مزارعي تجار صيادي سائقي مرضى نساء جمع "
        "مجموعة لجنة جمعية رابطة المتضررين الأهالي السكان المواطنين الموقعين"
    ).split()
)

# A line that holds one of these greets its readers or closes a letter.
GREETING = frozenset(
    fold(
        "حضرة حضرات عزيزي عزيزتي أعزائي الأعزاء أحبائي أحبتي إخوتي أخواتي إخواني القارئ القارئة القراء القارئات المشاهد "
        "المشاهدين المشاهدون المستمعين المتابعين المتابع المحترم المحترمة المحترمين المحترمون الموقر الموقرة الموقرين الأكارم "
        "الأفاضل الأكرمون سيادة السادة السيدات تحية تحياتي تحياتنا التحية السلام تفضلوا وتفضلوا التقدير الاحترام ودمتم دمتم "
        "شكرا مرحبا أهلا صباح مساء والسلام أيها أيتها يا المعذرة أستودعكم"
    ).split()
)

# Who reports from somewhere for somebody: before or behind the name, with the outlet and the place.
CORRESPONDENT = frozenset(
    fold(
        "مراسل مراسلة مراسلنا مراسلتنا مراسلو مراسلونا مراسلي مراسلينا المراسل المراسلة موفد موفدة موفدنا موفدتنا موفدو موفدونا الموفد الموفدة "
        "مندوب مندوبة مندوبنا مندوبتنا المندوب مبعوث مبعوثة مبعوثنا مبعوثتنا مكاتبنا مكتبنا بعثتنا "
        "مراسلا مراسلانا موفدا موفدانا مندوبا مبعوثا مراسلتا"
    ).split()
)

# An editor's or a writer's office behind the name: «NAME - محرر الشؤون المحلية», «NAME، رئيس قسم الاقتصاد».
OFFICE = CORRESPONDENT | frozenset(
    fold(
        "محرر محررة المحرر المحررة محررنا مدير مديرة رئيس رئيسة نائب نائبة سكرتير كبير كبيرة كاتب كاتبة الكاتب الكاتبة صحفي صحفية "
        "صحافي صحافية الصحفي الصحفية الصحافي الصحافية باحث باحثة معلق معلقة محلل محللة مترجم مترجمة معد معدة مذيع مذيعة مقدم مقدمة مخرج "
        "مخرجة إعلامي إعلامية متدرب متدربة مدون مدونة أستاذ أستاذة أكاديمي أكاديمية خبير خبيرة عضو محام محامي محامية ناشط ناشطة شاعر "
        "شاعرة روائي روائية ناقد ناقدة مؤلف مؤلفة مستشار مستشارة مسؤول مسؤولة متخصص متخصصة مختص مختصة"
    ).split()
)

# How a letter opens: a headline of its own may stand above.
GREETS = regex(
    r"\W*(?:السلام عليكم|(?:بعد ال)?تحيه (?:طيبه|وبعد|عطره)|تحياتي|الساده|السيدات والساده|عزيزي|عزيزتي|اعزاي|حضره|"
    r"ايها)(?!\w)"
)
