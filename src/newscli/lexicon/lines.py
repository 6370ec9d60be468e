"""Openings by which single lines are known, as data: source lines, captions, rules of use, left-over markup.

All but `MARKUP` match folded text (`arabic.letters.fold`). `SOURCE` and `CAPTION` match at the beginning of a line;
`RULES` are looked for as they are.
"""

from __future__ import annotations

# «المصدر: X», «نقلا عن X»: whom the page names as the source of the story.
SOURCE = (
    r"\W*(?:(?:ال)?مصدر(?: الخبر| المقال)?\s*[:：|/\-–]|(?:ال)?مصدر$|المصادر\s*:|source\s*:|نقلا (?:عن|من)\b|عن موقع\b|"
    r"بالاتفاق مع\b|خدمه\s*[«\"“]|خاص ب\s*[«\"“]|متابعه عن\b)"
)

# Pictures: credits, captions and the labels that screen readers speak.
CAPTION = (
    r"\W*(?:(?:ال)?صور[ه]?\s*[:：]|تصوير\s*[:：\-–/]|عدسه\s*[:：\-–/]|©|(?:صوره )?(?:من )?ارشيف(?:يه)?\W*$|"
    r"صوره ارشيفيه|"
    r"م?صدر الصوره|تعليق الصوره|image (?:source|caption)|جانب من |لقطه (?:من|ل)|صوره (?:من|ل)|"
    r"(?:ال)?فيديو\s*[:：]|photo\b|reuters\s*/|afp\s*/|getty|ا ف ب\s*/)"
)

# Words of terms of use, of rules for comments and of account pages; two of them in one paragraph are no story.
RULES = (
    "تعليق", "المستخدم", "المشرف", "حسابك", "الحساب", "اداره الموقع", "الخصوصيه", "كلمه السر", "كلمه المرور", "بريدك",
    "بياناتك", "ملفات تعريف الارتباط", "كوكيز", "cookies", "شروط الاستخدام", "تسجيل الدخول", "موافقتك", "الملف الشخصي",
    "اعجابك",
)

MARKUP = r"<(?:a|img|script|iframe|div)\s[^>]*=|window\.\w+\s*[=(]|googletag|adsbygoogle|function\s*\("
