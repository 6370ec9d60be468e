"""Text that fills a page which has no story yet: lorem ipsum and its Arabic cousins."""

from __future__ import annotations

import re

LOOKED_AT = 5_000  # characters; filler begins at the beginning
# The signs of filler, each under a string that all of its forms hold: only where that is found, a form is looked for.
SIGNS = {
    "يبسوم": "لوريم ا?يبسوم",
    "lorem": "lorem ipsum",
    "dolor": "dolor sit amet",
    "يستبدل": r"(?:هذا |ال)(?:النص )?(?:هو )?مثال ل?نص يمكن ان يستبدل|يمكن ان يستبدل في نفس المساحه",
    "مولد النص": "مولد النص العربي",
    "شكلي": "نص شكلي (?:يستخدم|لا معني|لملء|للعرض)",
    "وهمي": "نص وهمي (?:يستخدم|لا معني|لملء|للعرض)",
    "بديل": "نص بديل (?:يستخدم|لا معني|لملء|للعرض)",
    "نص تجريبي": "نص تجريبي (?:يستخدم|لا معني|لملء|للعرض)|هذا نص تجريبي",
    "سيلهي": "المحتوي المقروء لصفحه ما سيلهي القاري",
    "المطابع": "صناعات المطابع ودور النشر",
    "نص افتراضي": "نص افتراضي",
    "النص هنا": "(?:ضع|اكتب|ادخل) النص هنا",
    "نصك هنا": "(?:ضع|اكتب|ادخل) نصك هنا",
    "المحتوي هنا": "(?:ضع|اكتب|ادخل) المحتوي هنا",
}


def filler(folded: str) -> bool:
    """Whether a folded text is filler instead of a story; its first `LOOKED_AT` characters are enough.

    >>> from newscli.arabic.letters import fold
    >>> filler(fold("هذا النص هو مثال لنص يمكن أن يستبدل في نفس المساحة"))
    True
    >>> filler(fold("استبدل المدرب لاعبين في نفس الدقيقة"))
    False
    """
    line = " ".join(folded.split())
    return any(always in line and re.search(sign, line) is not None for always, sign in SIGNS.items())
