"""How lines of Arabic news open: with words that open no headline, and with the «و» by which a story goes on."""

from __future__ import annotations

from newscli.arabic.letters import VOWELS, fold
from newscli.arabic.words import EDGES
from newscli.lexicon.credit_words import opens_sentence
from newscli.lexicon.given_names import is_given_name
from newscli.lexicon.places import is_place
from newscli.regex import regex

# Words with which kickers and second lines open, and headlines don't: «بعد زيارة قصيرة», «من أجل ...».
_INNER = frozenset(
    "من في الي علي عن مع بعد قبل ضد خلال بين حتي لدي عند بسبب لاجل بشان حول فيما بينما وذلك اثر عقب منذ رغم وسط"
    " تحت ضمن بموجب وفق حسب لمده كي التي الذي الذين حيث بحضور برعايه بمشاركه مقابل باستثناء ازاء تجاه لصالح ثم او"
    " لكن بدل بدلا عوضا خشيه تفاديا بهدف جراء طوال سوي احتجاجا تمهيدا".split()
)
# Those of them that open one in a hundred headlines of agencies, or columns and letters («عن ...», «إلى ...»).
_SOMETIMES = frozenset("من في بعد عن الي علي بين مع حول خلال عند قبل".split())
# «و» for "and" before a noun or a verb: of 4,174 headlines of agencies none begins with it; the 118 that begin with the
# letter begin with a word of that root («وزير», «وفاة», «واشنطن»).
_AND = regex(
    r"\W*و(?:[أإآ]|ال(?!د|ي\b)\w{3}|لل\w{3}|بال\w{3}|[تمنخغ]\w{3}|ب(?!اء|ال)\w{3}|ا(?:\wت|ن|ست|ض[طر])\w{2}|"
    r"س[يتن]\w{3}|ي[توأعردشقخحجصضطظغفمهؤ]\w{2})"
)
# Words that stand behind such an «و» at the head of agencies' paragraphs and that no pattern above tells: of their
# headlines none opens so.
_BEHIND_AND = frozenset(
    fold(
        "على كتب كتبت لفت لفتت فيما ردا طالب طالبت سبق شهد شهدت رأى رأت رفع رفعت ظهر ظهرت سوف يوم لعب لعبت عقب حكم جرى "
        "جرت دافع دافعت لعل ربما لطالما دفع دفعت خاض خاضت مضى مضت بث ثمة سرعان عادة قبيل حض حضت عمل عملت زاد زادت صدر "
        "صدرت صوت قيل حمل حملت تحت كذلك حصد قدر دائما فور سلطت شكل طور علاوة سأل نوه شوهد قضى قضت رجح رجحت ظل ظلت شغل "
        "لهذا لذلك مما ختم ضم ضمت عزز ترك تمت احتج شمل شكر دأب كثيرا نعى فحص فحصت نصح نصحت حينها "
        "يبدو ينص يقع يستخدم ينظر يبقى يسمح يصف ينتظر يلعب يشن ينتج يجب يستطيع ينتمي يسيطر يبرز يسلط يحق يستهدف "
        "يحل يستهل يستمر ينتقل يكتب يصر يرد يزعم ينصح يستغرق يستند ينمو ينتقد ينطبق ينافس يستعد يسعى يسكن يكفي "
        "يستعرض ينتشر ينبغي ينتهي يلتقي يزداد يزيد"
    ).split()
)
# «ووعد», «ووضعت»: «و» before a verb that begins with it, no foreign name («ووهان», «وول ستريت»).
_TWICE = regex(r"\W*وو(?!هان|ل\b|تر|دي|رلد|ش)\w{2}")
# A verb of what he does or will do: of 4,174 headlines of agencies one opens so («يمكنك»), of a hundred decks three.
_DOES = regex(
    r"ي(?:(?!من|هود|ناير|سار|نابيع|تيم|تام|قين|خت|قظ|رموك)[^\Wوا]\w{2,}|ا(?:تي|مل|خذ|مر)|"
    r"و(?:اصل|قع|اجه|ضح|كد|جه|فر|دع|صي|ثق|شك|حد))$"
)
# The round of a competition, «الجولة 11 من دوري السلة»: a kicker above what happened in it.
_ROUND = regex(r"\W*ال(?:جوله|مرحله|اسبوع) (?:\d{1,2}|ال\w{3,6}(?: عشر[هة]?)?)(?: من\b|\W*$)")
# What points to the sentence before: «جاء ذلك خلال ...», «من جهته أكد ...», «يذكر أن ...».
_BACK = regex(
    r"\W*(?:و?(?:جا|[يت]ات)[يءت]+ (?:ذلك|هذا|هذه) (?:في|خلال|علي|بعد|عقب|ضمن|اثناء|وسط|القرار|الاعلان)\b|"
    r"و?من (?:جهت|جانب|ناحيت)(?:ه|ها|هم|هما)\b|(?:يذكر|يشار|(?:ال)?جدير بالذكر|تجدر الاشاره|هذا وقد)\b|كما [اتين]\w{3})"
)
_RELATIVE = regex(r"\W*و?(?:الذي|التي|الذين|اللذين|اللذان|اللتين|اللواتي)\s")
# What somebody said: 731 of 4,174 stories of agencies open so, none of their headlines, which put the speaker first.
_SAID = frozenset(
    fold(
        "قال قالت قالوا أضاف أضافت أوضح أوضحت ذكرت أعلن أعلنت أفاد أفادت أشار أشارت أعرب أعربت صرح صرحت شدد شددت أكد "
        "أكدت دعا دعت حذرت نفت"
    ).split()
)
_NEVER = _INNER | _SAID
# What two or many did who are named in the headline below: «ناقشا دعم الصيادين».
_BOTH = regex(
    r"\W*(?:تناول|بحث|ناقش|استعرض|تبادل|اكد|شدد|اتفق|تراس|تباحث|اشاد|جدد|تطرق|اعرب|اعلن|اجمع|ناشد)(?:ت?ا|وا) (?!عن )"
)
# A verb of saying whose speaker is told elsewhere, «أكد أن ...»: of 4,174 headlines of agencies one opens so.
_SAYS = regex(r"\W*(?!بي |جي )\w{2,} ان(?:ه|ها|هم|هما)? ")
_MARKS = " \t-–—*•\"“«'"
_OPENING = 40  # characters that hold a line's first word
# A report's first paragraph says on which day something happened.
NAMES_DAY = regex(r"(?<!\w)(?:اليوم|امس|صباح|مساء|ال(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه))(?!\w)")
_VOWELS = regex(f"[{VOWELS}ـ]")


def opens_inside(line: str, folded: str) -> bool:
    """Whether a line opens with a word that opens no headline: it is a kicker, or goes on with the line before.

    `folded` is `fold(line)`, or a head of it.

    >>> lines = "بعد زيارة قصيرة", "وارتفاع كلفة الوقود", "يفتتح غدا بحضور السكان", "الجولة 11 من دوري السلة"
    >>> [opens_inside(line, fold(line)) for line in (*lines, "أكد أن المزاد يبدأ فجرا")]
    [True, True, True, True, True]
    >>> opens_inside("أعلنت الوزارة فتح الميناء", fold("أعلنت الوزارة فتح الميناء"))
    True
    >>> opens_inside("وزير يفتتح الميناء", "وزير يفتتح الميناء")
    False
    """
    first = folded.strip(EDGES).split(None, 1)[:1]
    if not _NEVER.isdisjoint(first) or any(_DOES.match(word) and not _is_name(word) for word in first):
        return True
    if _ROUND.match(folded) or _SAYS.match(folded):
        return True
    return "و" in line[:_OPENING] and _opens_with_and(_unvowelled(line))


def _opens_with_and(line: str) -> bool:
    """Whether an unvowelled line opens with «و» for "and" before a noun or a verb."""
    if _AND.match(line) or _TWICE.match(line):
        return True
    opening = line.lstrip(_MARKS)
    return opening.startswith("و") and _first(opening) in _BEHIND_AND


def _first(opening: str) -> str:
    """The first word, folded, of what opens with «و», without that."""
    behind = opening[1:].split(None, 1)
    return fold(behind[0]).strip(EDGES) if behind else ""


def seldom_opens(line: str, folded: str) -> float:
    """How seldom a headline opens as a line does, 0 to 1.

    >>> lines = "بعد زيارة قصيرة", "وارتفاع الكلفة", "ناقشا دعم الصيد", "من يشتري الينابيع؟", "وزير يفتتح الميناء"
    >>> [seldom_opens(line, fold(line)) for line in lines]
    [0.5, 1.0, 1.0, 0.0, 0.0]
    """
    if _BOTH.match(folded):
        return 1.0
    if not opens_inside(line, folded) or (folded.startswith("من ") and line.rstrip().endswith("؟")):
        return 0.0
    return 0.5 if folded.strip(EDGES).split(None, 1)[0] in _SOMETIMES else 1.0


def _is_name(word: str) -> bool:
    """Whether a folded word with a verb's first letter is a name: «يسري», «ينبع»."""
    return is_given_name(word) or is_place(word)


def goes_on(line: str) -> bool:
    """Whether a line opens with «و» before a verb, a function word or a noun, as half of a story's paragraphs do.

    Of 38,217 paragraphs of agencies 59 % open so, of 4,174 headlines none.

    >>> goes_on("وأضاف المدير أن العمل بدأ."), goes_on("والعمل مستمر."), goes_on("وزير يفتتح الميناء")
    (True, True, False)
    """
    if line[:1].isalpha() and line[0] not in "وـ":  # the short way of nearly all lines
        return False
    opening = _unvowelled(line).lstrip(_MARKS)
    if not opening.startswith("و"):
        return False
    return opens_sentence(_first(opening)) or _opens_with_and(opening)


def refers_back(folded: str) -> bool:
    """Whether a folded line opens by pointing to what was told before: no story's first paragraph does.

    >>> refers_back("جاء ذلك خلال اجتماع عقد في المقر"), refers_back("جاء ذلك الرجل الي القريه")
    (True, False)
    """
    return _BACK.match(folded) is not None


def tells_of_named(folded: str) -> bool:
    """Whether a folded line opens with a relative: who is named in the line above is told of in its sentence.

    >>> tells_of_named("الذي انتقل الي رحمه الله"), tells_of_named("انتقل الي رحمه الله")
    (True, False)
    """
    return _RELATIVE.match(folded) is not None


def _unvowelled(line: str) -> str:
    """The line's beginning without vowels and strokes; folding would take the hamza away too."""
    return _VOWELS.sub("", line[:_OPENING])
