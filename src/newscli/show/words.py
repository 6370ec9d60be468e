"""The words of the report in Arabic. English is what the source says; the reasons of the evidence are English alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

Language = Literal["ar", "en"]
Say = Callable[[str], str]

ARABIC = {
    # the page
    "All sources": "كل المصادر",
    "Previous": "السابق",
    "Next": "التالي",
    "To the fields": "إلى الحقول",
    "reports": "التقارير",
    "roles": "الأدوار",
    "Warnings": "تنبيهات",
    "Roles: untick one to hide its blocks": "الأدوار: أزل العلامة عن دور لإخفاء مقاطعه",
    "Blocks of boilerplate": "مقاطع من القالب",
    "sure": "ثقة",
    "Fields": "الحقول",
    "fields": "الحقول",
    "Empty fields": "حقول فارغة",
    "Metadata of the page": "ما تقوله الصفحة عن نفسها",
    "block": "المقطع",
    "Candidates": "مرشحات",
    "taken": "اختير",
    "not taken": "لم يختر",
    "paragraphs": "فقرات",
    "characters": "حروف",
    ", ": "، ",
    "bytes": "بايت",
    # the index
    "Sources inspected": "المصادر المفحوصة",
    "Articles": "مقالات",
    "Without a story": "بلا خبر",
    "With warnings": "عليها تنبيهات",
    "Not read": "لم تقرأ",
    "Source": "المصدر",
    "Title": "العنوان",
    "Published": "تاريخ النشر",
    "Blocks": "المقاطع",
    "no title": "بلا عنوان",
    "could not be read": "تعذرت قراءته",
    "Find": "بحث",
    "Show": "عرض",
    "Sort": "ترتيب",
    "all": "الكل",
    "warnings first": "التنبيهات أولا",
    "Shown": "المعروض",
    # roles, fields, details
    "title": "العنوان",
    "kicker": "العنوان التمهيدي",
    "subtitle": "العنوان الفرعي",
    "dateline": "سطر المكان",
    "byline": "اسم الكاتب",
    "date": "التاريخ",
    "section": "القسم",
    "body": "المتن",
    "credit": "الإسناد",
    "disclaimer": "إخلاء المسؤولية",
    "caption": "تعليق الصورة",
    "tags": "الوسوم",
    "boilerplate": "القالب",
    "published": "تاريخ النشر",
    "modified": "تاريخ التعديل",
    "attribution": "الإسناد",
    "language": "اللغة",
    "site": "الموقع",
    "url": "الرابط",
    "images": "الصور",
    "places": "الأماكن",
    "sources": "المصادر",
    "authors": "الكتاب",
    "author": "الكاتب",
    "agency": "الوكالة",
    "origin": "المصدر الأصلي",
    "via": "نقلا عن",
    "republisher": "أعاد النشر",
    # warnings
    "no-article": "لا مقال في هذه الصفحة",
    "not-arabic": "النص ليس بالحرف العربي",
    "mojibake": "ترميز النص خاطئ",
    "visual-order": "الحروف مخزنة معكوسة بترتيب الشاشة",
}


def language(environ: Mapping[str, str]) -> Language:
    """The language that NEWSCLI_LANG asks for (`ar`, `ar_EG.UTF-8`), English without it.

    >>> language({"NEWSCLI_LANG": "ar"}), language({})
    ('ar', 'en')
    """
    return "ar" if environ.get("NEWSCLI_LANG", "").lower().startswith("ar") else "en"


def speaking(tongue: Language) -> Say:
    """What says an English word in that language; a word without a translation, such as a field to come, as it is.

    >>> speaking("ar")("Fields")
    'الحقول'
    """
    return (lambda word: ARABIC.get(word, word)) if tongue == "ar" else str
