"""Why a block has its role and a field its value, in Arabic; see newscli.wording.

A reason is put together of phrases, each a predicate about the block («stands inside the story»), and of words between
them. It is said in Arabic where all of it is known, else in English as a whole.
"""

from __future__ import annotations

import re
from functools import cache

from newscli.wording.features import FEATURES
from newscli.wording.labels import LABELS

# Between two phrases. The Arabic of a phrase begins so that «و» can stand before it.
_BETWEEN = {
    ", and ": "، و",
    " and ": " و",
    ", ": "، و",
    ", although it ": "، وإن كان ",
    "; not the story's text, since it ": "؛ وليس من نص الخبر، إذ ",
    "; but for that it would be the story's text": "؛ ولولا ذلك لكان من نص الخبر",
    "; ": "؛ ",
    ": ": ": ",
    " ": " ",
    ")": ")",
}
_BLOCKS = {
    "begins the story": "يبدأ به الخبر",
    "ends the story": "ينتهي به الخبر",
    "begins and ends the story": "هو أول الخبر وآخره",
    "stands above the beginning of the story": "يقع قبل بداية الخبر",
    "stands below the end of the story": "يقع بعد نهاية الخبر",
    "has hardly anything of a story": "لا يكاد يحمل شيئًا من سمات الخبر",
    "lies among the story's text": "يقع وسط نص الخبر",
    "heads the page as the page states, which holds no story": "هو عنوان الصفحة كما تصرح به، ولا خبر فيها",
    "is on a page that holds no story": "هو في صفحة لا خبر فيها",
    "is on a page without paragraphs that make a story": "هو في صفحة ليست فيها فقرات تؤلف خبرًا",
    "reads like a story, but ": "يُقرأ كأنه خبر، لكنه ",
    "stands above the heavier run of text, with ": "يقع قبل النص الأثقل، وبينهما ",
    "stands below the heavier run of text, with ": "يقع بعد النص الأثقل، وبينهما ",
    "one block of furniture between them": "مقطع واحد من القالب",
    " blocks of furniture between them": " من مقاطع القالب",
    "lies behind the first ": "يقع بعد أول ",
    " blocks of the page, which are read": " مقطع في الصفحة، وهي التي تُقرأ",
    "Is it the story's text?": "أهو من نص الخبر؟",
    "Is it the headline?": "أهو العنوان؟",
    "Is the paragraph that it was cut from the story's text?": "أمن نص الخبر الفقرة التي اقتُطع منها؟",
    "Is the paragraph that it was cut from the headline?": "أهي العنوان الفقرة التي اقتُطع منها؟",
    "Does the page hold a story?": "أفي الصفحة خبر؟",
    "to begin with": "ابتداءً",
}
_SLOTS = {
    "the likeliest headline": "أرجح العناوين",
    "the headline goes on": "تتمة العنوان",
    "repeats the headline": "يكرر العنوان",
    "a short line above the headline": "سطر قصير فوق العنوان",
    "set apart between headline and story": "مفصول بين العنوان والخبر",
    "set apart between headline and credit": "مفصول بين العنوان وسطر الكاتب أو المصدر",
    "a further point of the deck": "نقطة أخرى من نقاط المقدمة",
    "a line above the headline at a text's head": "سطر فوق العنوان في رأس النص",
    "the section, or the way to the page": "القسم، أو الطريق إلى الصفحة",
    "credits the writers": "يذكر الكتّاب",
    "names place or agency and the writer": "يذكر المكان أو الوكالة والكاتب",
    "names where the story comes from": "يذكر من أين جاء الخبر",
    "a label of sources": "عنوان للمصادر",
    "the name below a label of sources": "الاسم الوارد تحت عنوان المصادر",
    "a source alone between headline and story": "مصدر وحده بين العنوان والخبر",
    "an outlet's name beside the headline": "اسم صحيفة بجوار العنوان",
    "a date and little else, beside headline or story": "تاريخ لا يكاد يصحبه شيء، بجوار العنوان أو الخبر",
    "a link below a label such as read also": "رابط تحت عبارة مثل «اقرأ أيضًا»",
    "in a box of another story, by its label or its button": "في إطار خبر آخر، كما يدل عنوانه أو زرّه",
    "a label such as read also, with a headline or without": "عبارة مثل «اقرأ أيضًا»، ومعها عنوان أو وحدها",
    "a headline below a label such as read also": "عنوان تحت عبارة مثل «اقرأ أيضًا»",
    "a note on the writer": "نبذة عن الكاتب",
    "asks the readers to do something, or announces an advertisement": "يطلب من القراء شيئًا أو يعلن عن إعلان",
    "buttons to share the story": "أزرار لمشاركة الخبر",
    "the number of a printed page": "رقم صفحة مطبوعة",
    "caption or credit of a picture": "تعليق صورة أو نسبتها",
    "says who answers for the text": "يبين المسؤول عن النص",
    "the story's tags": "وسوم الخبر",
    "a shortcode of WordPress": "رمز من رموز WordPress",
    "agencies close the story": "وكالات تختم الخبر",
    "end mark of a wire": "علامة ختام من وكالة",
    "read-also glued into a paragraph": "«اقرأ أيضًا» ملصقة بفقرة",
    # formulas of datelines
    "the whole line is a formula": "السطر كله صيغة تعريف",
    "a formula closed by a separator": "صيغة تعريف يختمها فاصل",
    "a formula before the verb, separator lost": "صيغة تعريف قبل الفعل، وضاع فاصلها",
    "a place alone": "مكان وحده",
    "a place alone, closed": "مكان وحده، يختمه فاصل",
    "a place and a date": "مكان وتاريخ",
    "a place and a desk": "مكان وقسم تحرير",
    "a place and a date before a separator": "مكان وتاريخ قبل فاصل",
    "a place and a person before the verb": "مكان وشخص قبل الفعل",
    "a place and what may be a person": "مكان وما قد يكون شخصًا",
    "a place before a dash": "مكان قبل شرطة",
    "a place before the story's verb": "مكان قبل فعل الخبر",
    "a place or a source and a person": "مكان أو مصدر، وشخص",
    "a person beside what stands where a place does": "شخص بجوار ما يقع موقع المكان",
    "a source alone": "مصدر وحده",
    "a source before a dash and the story's verb": "مصدر قبل شرطة وفعل الخبر",
    "a source before a separator": "مصدر قبل فاصل",
    "a word that may be a source alone": "كلمة قد تكون وحدها مصدرًا",
    "an outlet by its form before the story's verb": "ما صورته صورة اسم صحيفة، قبل فعل الخبر",
    "the page's own outlet alone": "صاحب الصفحة وحده",
    "the page's own outlet before a separator": "صاحب الصفحة قبل فاصل",
    "what stands where a source does": "ما يقع موقع المصدر",
}
_CANDIDATES = {
    "block ": "المقطع ",
    "credited as ": "مذكور بصفته ",
    "the same party as ": "هو نفسه ",
    "taken for a ": "أُخذ على أنه ",
    "no person's name": "ليس اسم شخص",
    "the page prints no writer; its metadata name this one": "لا تطبع الصفحة كاتبًا؛ وتسميه بياناتها الوصفية",
    "agrees with the chosen day": "يوافق اليوم المختار",
    "before the publication, so impossible": "قبل النشر، فهو محال",
    "in the future": "في المستقبل",
    "less evidence than the chosen day": "قرائنه أقل من اليوم المختار",
    "the best supported day": "أقوى الأيام قرائن",
    "the best supported modification": "أقوى تواريخ التعديل قرائن",
    "the page's address": "رابط الصفحة",
    "the page's clock, not the story's date": "ساعة الصفحة، لا تاريخ الخبر",
    "stated by the page": "مما تذكره الصفحة عن نفسها",
    "stated by the page; a visible headline is preferred": "مما تذكره الصفحة عن نفسها؛ والعنوان الظاهر مقدَّم عليه",
    "stated by the page; what it prints is preferred": "مما تذكره الصفحة عن نفسها؛ وما تطبعه مقدَّم عليه",
    "what the page states, or a line above it, is preferred": "ما تذكره الصفحة عن نفسها، أو سطر فوقه، مقدَّم عليه",
    "the tags that the page prints are preferred": "الوسوم التي تطبعها الصفحة مقدَّمة عليه",
    "a label alone": "عنوان وحده",
    "another address comes first": "سبقه رابط آخر",
    "another one stands above it": "فوقه آخر",
    "another statement comes first": "سبقه ذكر آخر",
    "says the same": "يقول الشيء نفسه",
    "the letters contradict it": "تخالفه الحروف",
    "the letters of its text": "حروف نصه",
    "most letters are of the Arabic script": "أكثر الحروف عربية",
    "the name stated most often comes first": "سبقه الاسم الأكثر ورودًا",
    "what the page's title adds to the headline": "ما يزيده عنوان الصفحة على عنوان الخبر",
    "stands in the formula that opens the story": "يرد في الصيغة التي تفتتح الخبر",
    "stands in the headline": "يرد في العنوان",
    "the site's name": "اسم الموقع",
    "the page as a whole": "الصفحة كلها",
    "the story begins here": "هنا يبدأ الخبر",
    "the story ends here: with what follows the run would weigh less": "هنا ينتهي الخبر: فما بعده يخفف وزن النص",
    "of all runs of blocks the one that weighs most (": "أثقل ما تتابع من المقاطع (",
    "the page holds a story with log-odds of ": "في الصفحة خبر، ولوغاريتم أرجحية ذلك ",
    "no paragraphs make a story": "لا فقرات تؤلف خبرًا",
    "reads like a story, but lies outside the run that weighs most": "يُقرأ كأنه خبر، لكنه خارج النص الأثقل",
    # how the bytes became text
    "all bytes are plain ASCII": "البايتات كلها ASCII",
    "all bytes are valid UTF-8": "البايتات كلها UTF-8 سليمة",
    "byte-order mark of ": "علامة ترتيب البايتات للترميز ",
    "every second byte is that of Arabic letters and spaces in ": "كل بايت ثان لحرف عربي أو فراغ في ",
    "the page declares ": "تعلن الصفحة الترميز ",
    "HTTP declares ": "يعلن HTTP الترميز ",
    " (the page declares ": " (وتعلن الصفحة الترميز ",
    " (HTTP declares ": " (ويعلن HTTP الترميز ",
    ", and the bytes read as Arabic in it": "، والبايتات تُقرأ عربيةً فيه",
    ", and the bytes do not read as Arabic": "، والبايتات لا تُقرأ عربيةً",
    "given as text": "أُعطي نصًا",
    "nearly all bytes are valid UTF-8; ": "البايتات كلها تقريبًا UTF-8 سليمة؛ و",
    " broken characters are replaced by U+FFFD": " من الحروف التالفة استُبدل بها U+FFFD",
    "no UTF-8, nothing usable declared, not Arabic: the web's default": (
        "ليس UTF-8، ولم يُعلن ما يصلح، وليس عربيًا: الترميز المعتاد في الويب"
    ),
    "the bytes are no UTF-8, and read as Arabic in ": "ليست البايتات UTF-8، وتُقرأ عربيةً في ",
}
REASONS = {**FEATURES, **_BLOCKS, **_SLOTS, **_CANDIDATES}

_ROLES = (
    "title kicker subtitle dateline byline date section body credit disclaimer caption tags boilerplate "
    "author agency origin republisher"
).split()
_NAMES = {name: LABELS[name] for name in _ROLES} | {"via": "المنقول عنه", "republisher": "معيد النشر"}
# What is the same in both languages: numbers, names in quotation marks, encodings, units of the text.
_SAME = r"[+-]?\d[\d.,]*(?<![.,])|«[^»]*»|(?:utf|windows|iso|koi|mac|cp)[-\w]*\d[\w-]*"


def said(reason: str) -> str | None:
    """A reason in Arabic; None where a part of it is not known.

    >>> said("is a list item, and is one word")
    'يرد عنصرًا في قائمة، وهو كلمة واحدة'
    """
    found, at = [], 0
    while at < len(reason):
        part = _part().match(reason, at)
        if part is None:
            return None
        found.append(_known().get(part[0], part[0]))
        at = part.end()
    return "".join(found)


@cache
def _known() -> dict[str, str]:
    return {**_BETWEEN, **_NAMES, **REASONS}


@cache
def _part() -> re.Pattern[str]:
    """Any known part, the longest first."""
    known = sorted(_known(), key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, known), _SAME]))
