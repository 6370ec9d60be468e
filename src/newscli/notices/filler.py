"""Text that fills a page which has no story yet: lorem ipsum and its Arabic cousins."""

from __future__ import annotations

from newscli.arabic.letters import fold
from newscli.regex import regex

_LOOKED_AT = 5_000  # characters; filler begins at the beginning
_SIGNS = regex(
    r"لوريم ا?يبسوم|lorem ipsum|dolor sit amet|"
    r"(?:هذا |ال)(?:النص )?(?:هو )?مثال ل?نص يمكن ان يستبدل|يمكن ان يستبدل في نفس المساحه|مولد النص العربي|"
    r"نص (?:شكلي|وهمي|تجريبي|بديل) (?:يستخدم|لا معني|لملء|للعرض)|"
    r"المحتوي المقروء لصفحه ما سيلهي القاري|صناعات المطابع ودور النشر|"
    r"هذا نص تجريبي|نص افتراضي|(?:ضع|اكتب|ادخل) (?:النص|نصك|المحتوي) هنا"
)


def filler(text: str) -> bool:
    """Whether a text is filler instead of a story.

    >>> filler("هذا النص هو مثال لنص يمكن أن يستبدل في نفس المساحة")
    True
    >>> filler("استبدل المدرب لاعبين في نفس الدقيقة")
    False
    """
    return _SIGNS.search(" ".join(fold(text[:_LOOKED_AT]).split())) is not None
