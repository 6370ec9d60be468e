"""Everyday words of news prose, by which a phrase («غضب عارم») is told from a person's name.

`everyday.txt` holds the folded words, without the article, that stand at least twelve times in a million words of news
and seldom (under one time in eight) behind a given name; given names, places, agencies and outlets are taken out.
"""

from __future__ import annotations

from functools import cache

from newscli.arabic.letters import fold
from newscli.lexicon import table

_ARTICLES = ("وال", "بال", "فال", "كال", "ال")
_SHORTEST = 3

# Given names that are everyday nouns and adjectives too: beside another such word they name nobody («أمل جديد»).
NOUN_NAMES = frozenset(
    fold(
        "أمل آمال سلام نور هدى وفاء رجاء شروق جمال كمال جلال فرح وعد عهد وئام نجاح كفاح جهاد نضال خلف سعيد كريم أمين "
        "عادل صالح سالم ناجح ثائر حازم ماهر باسم شريف نبيل جميل عزيز حبيب سعيدة جميلة كريمة أمينة عالية نادرة عزة "
        "نجاة كرامة سلامة هناء ندى بسمة حياة دنيا إيمان إحسان إلهام انتصار ابتسام إخلاص حنان حنين رحاب رحمة رغد ربيع "
        "رمضان صباح ضحى فجر قمر شمس نجم نجمة وردة زهرة ريم غزال ملاك ملك سلطان أمير أميرة شهد عسل صفاء نقاء ضياء "
        "بهاء سناء علاء فداء فداء وسام مجد عز عدل فضل خير بركة رزق نعمة نعيم هبة عطاء سعد سعود نصر فتح فوز ظافر "
        "منصور غالب قاهر صامد صابر شاكر حامد راضي رضا رضوان ريان سحر سمر عبير غدير غادة فتنة كوثر لؤلؤة جوهرة مرام "
        "مشاعل منار منيرة ميلاد ميثاق نسيم نسمة وجدان وصال ود وداد يقين ثروت ثروة دعاء ذكرى رؤى رؤيا سارية "
        "عفاف عناد عيد غريب فارس فريد قاسم قدر كامل مبارك محبوب مختار مراد مسعود مشهور مصباح معروف مقبول ممدوح مؤمن "
        "مؤيد ناصر ناظم هادي هلال وحيد وديع وليد ياقوت بدر برهان بشير بيان تحية تسنيم توفيق جديد جواهر حاكم حسن حسناء "
        "خالد خالدة رائد رابح رافع ساطع سامي شاهد شمعة صادق طاهر طارق ظاهر عارف عاصم عالم عاطف عابد فائز فاضل فاتن "
        "أكبر جمعة إسلام لطيف ليلى مالك متوكل مثال محسن مرشد مهند نادر ناشط نافع نهى هائل واثق وافي وفي يسر يمن فلاح "
        "صديق أثير بشائر شوق طيف غفران مروج مناهل نبراس رعد وردية آمنة"
    ).split()
)


# Those of them that are feelings and events: with an adjective they are a verdict («فرح عارم», «آمال ضائعة»).
ABSTRACT = frozenset(
    fold(
        "أمل آمال سلام نور هدى وفاء رجاء فرح وعد عهد وئام نجاح كفاح جهاد نضال هناء حياة دنيا إيمان إحسان إلهام انتصار "
        "ابتسام إخلاص حنان حنين رحمة صباح ضحى فجر صفاء ضياء فداء مجد عز عدل فضل خير بركة رزق نعمة عطاء نصر فتح فوز سحر "
        "ميلاد وصال يقين ذكرى رؤى رؤيا توفيق جمال كمال جلال بيان تحية ربيع عيد سعادة"
    ).split()
)


@cache
def _words() -> frozenset[str]:
    return frozenset(table("everyday.txt").split())


def bare(word: str) -> str:
    """A folded word without its article.

    >>> bare("الطويل"), bare("الى")
    ('طويل', 'الى')
    """
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST:
            return word[len(article) :]
    return word


def is_everyday(word: str) -> bool:
    """Whether a folded word, with or without its article, is one of the running text and hardly ever of names.

    >>> is_everyday("غضب"), is_everyday("الحكومه"), is_everyday("البستاني")
    (True, True, False)
    """
    return bare(word) in _words()
