"""How surely a run of words is a person's name in the Arabic press."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from newscli.arabic.letters import fold
from newscli.decide import decide
from newscli.lexicon.box_words import GREETING
from newscli.lexicon.credit_words import CALLING, INTERFACE, NEWS, OF_SOURCE, opens_sentence
from newscli.lexicon.everyday import ABSTRACT, NOUN_NAMES, is_everyday
from newscli.lexicon.given_names import given_names
from newscli.lexicon.outlets import SUBJECTS, TONGUES, VOICES, by_form
from newscli.lexicon.places import is_place
from newscli.regex import regex

_PARTICLES = frozenset(fold("بن ابن بنت آل أبو أبا أبي أم ولد بو آيت أولاد بني دي دو دا فان فون").split())
_LEADING = frozenset(fold("بن ابن بنت آل أبو أبا أبي أم عبد دي فان فون").split())  # a name goes on behind them
_NEVER_FIRST = OF_SOURCE | {"الله", "جزاك", "جزاكم", "بارك", "وفقكم", "حفظكم", "رحم"}  # «خاص OUTLET», «جزاكم الله خيرا»
_NOUNS = NEWS - CALLING
_JOINING = _PARTICLES | {"عبد"}  # what makes one name with the word behind it, whatever that is: «عبد السلام»
_MOST_UNITS = 5
_NAMED_UNITS = 3  # of a name that begins with no given name


class Likeness(IntEnum):
    """How surely a run of words is a person's name."""

    NO = 0
    FAINT = 1  # only where nothing else can stand: behind «بقلم:», beside a place and a source
    POSSIBLE = 2
    PLAUSIBLE = 3
    CLEAR = 4


def likeness(words: list[str]) -> Likeness:
    """How surely folded words are one person's name.

    >>> likeness(["محمد", "الصالح"]).name, likeness(["كلاريندا", "ويغبورن"]).name, likeness(["وزاره", "الصحه"]).name
    ('CLEAR', 'POSSIBLE', 'NO')
    """
    units = _units(words)
    if not 0 < len(units) <= _MOST_UNITS or words[-1] in _LEADING or words[0] in _NEVER_FIRST or GREETING & {*units}:
        return Likeness.NO
    if len(units) == 1 and _glued(units[0]):
        return Likeness.POSSIBLE if is_place(" ".join(words)) else Likeness.CLEAR  # «صلاح الدين» is a province as well
    if len(units) == 1:
        return Likeness.NO
    before = ("", *words)
    barred = [i for i, word in enumerate(words) if not _allowed(word) and before[i] not in _JOINING]
    if barred == [len(words) - 1] and words[-1] in _NOUNS:
        return _noun_as_family(units)
    if barred or ((by_form(words) or words[0] in VOICES) and len(words[-1]) > 1):
        return Likeness.NO
    if len(words[-1]) == 1:
        return Likeness.POSSIBLE if is_given(units[0]) and len(units) == 2 else Likeness.NO  # «نهلة ب.»
    return _with_given(units) if is_given(units[0]) else _without_given(words, units)


def _noun_as_family(units: list[str]) -> Likeness:
    """How surely a given name and a noun of the news are one person: «ليان عودة» is, «نجاح عودة» need not be.

    A first name that no table has is one before a family's name where nothing but a name can stand.
    """
    family, unlisted = units[1] in _FAMILIES, not is_given(units[0])
    return decide(
        (unlisted and family and not is_everyday(units[0]), _faintly(units)),  # «سوار عودة»
        (unlisted, Likeness.NO),
        (len(units) >= 3, Likeness.PLAUSIBLE),
        (units[0] in NOUN_NAMES, Likeness.NO),
        (family, Likeness.CLEAR),
        (units[1].startswith("ال"), Likeness.NO),
        (True, Likeness.POSSIBLE),
    )


_FAMILIES = frozenset(  # nouns as well
    fold(
        "عودة حرب بحر طالب قائد الدوري الوزير السفير العمدة القضاة القاضي الإمام النمر المدني الخطيب الحداد النجار "
        "الصباغ الحاج الحكيم الصائغ البنا العطار الخياط الشريف السيد البيطار الدباغ الحلاق الجزار"
    ).split()
)


def _with_given(units: list[str]) -> Likeness:
    """How surely words that begin with a given name are one: «أمل جديد», «خلف السور العالي» begin with a noun."""
    if units[0] not in NOUN_NAMES or any(is_given(unit) and unit not in NOUN_NAMES for unit in units[1:]):
        return _with_tail(units)
    if len(units) == 2:
        return _behind_noun(*units)
    definite = sum(unit.startswith("ال") for unit in units[1:] if not _NISBA.match(unit))  # «صالح الديواني الفيفي»
    return Likeness.FAINT if definite >= 2 or any(map(is_everyday, units[1:])) else Likeness.CLEAR


def _behind_noun(noun: str, word: str) -> Likeness:
    """How surely a given name that is a noun as well and one word are a person: «أمل الزبيدي», not «أمل جديد»."""
    definite = word.startswith("ال")
    return decide(
        (word in _FAMILIES, Likeness.CLEAR),
        (is_everyday(word) or word in SUBJECTS, Likeness.POSSIBLE if definite else Likeness.NO),  # «كمال الخبر»
        (is_given(word) or _MAGHREB.match(word), Likeness.CLEAR),
        (_HOW.match(word) or (word[:1] == "ب" and word[1:3] != "ال" and is_everyday(word[1:])), Likeness.NO),
        (noun in ABSTRACT and not definite, Likeness.FAINT if _ADJECTIVE.match(word) else Likeness.POSSIBLE),
        (_PLURAL.match(word), Likeness.POSSIBLE),
        (_NOUN.match(word), Likeness.PLAUSIBLE),
        (True, Likeness.CLEAR),
    )


_MAGHREB = regex(r"(?:بو|بن)\w{4,}$")  # «رجاء بوسعيد», «أمل بنعيسى»
_HOW = regex(r"ب(?!ال|و)\w{4,}ه$")  # «بأعجوبة», «بصعوبة»
_ADJECTIVE = regex(r"\w{1,2}ا\w{2,}ه$|\wا\w\w$|م\w{3,4}ه?$|\w{3,}يه$")  # «غضب عارم», «فرصة ضائعة»
_PLURAL = regex(r"الا\w\wا\w$|ال\w{3,}(?:ات|ون|ين)$")  # «الأجسام», «الأبطال», «الأمهات»
_NOUN = regex(r"ال.*(?<!ي)$|.*ه$")  # «البحر», no family's form: «الزبيدي»


def _with_tail(units: list[str]) -> Likeness:
    """How surely a given name and what follows are one: an everyday word at the end is none («NAME يعبر»)."""
    return decide(
        (not _is_plain_word(units[-1]), Likeness.CLEAR),
        (units[-1][0] in "يتسن", Likeness.NO),
        (len(units) == 2, Likeness.PLAUSIBLE),
        (True, Likeness.POSSIBLE),
    )


def _is_plain_word(word: str) -> bool:
    """Whether a word is an everyday one without the article, which a family name may well have."""
    return is_everyday(word) and not word.startswith("ال")


def _without_given(words: list[str], units: list[str]) -> Likeness:
    """How surely words are a name that begins with no listed given name."""
    given = list(filter(is_given, units[1:]))
    return decide(
        (words[-1] in SUBJECTS, Likeness.NO),  # «مال الوطن»
        (is_everyday(units[0]), Likeness.NO if is_everyday(units[1]) else _faintly(words)),
        (_is_phrase(units, given), Likeness.FAINT),
        ((given and len(units) <= _NAMED_UNITS) or not _PARTICLES.isdisjoint(words), Likeness.PLAUSIBLE),
        (len(units) > _NAMED_UNITS, Likeness.NO),
        (_is_plain_word(units[-1]), Likeness.FAINT),
        (all(unit.startswith("ال") for unit in units), Likeness.NO),  # «البنك المركزي»: a noun with its adjective
        (len(words[0]) == 1, Likeness.POSSIBLE if len(units) == 2 else Likeness.NO),  # «ع. الكريم»
        (True, _by_form(words, units)),
    )


def _is_phrase(units: list[str], given: list[str]) -> bool:
    """Whether the given names behind a word are nouns as well: «بارقة أمل», «سواعد كريمة»; no family has her name."""
    feminine = units[0].endswith("ه") or (len(units) == 2 and units[1].endswith("ه"))
    return bool(given) and feminine and NOUN_NAMES.issuperset(given)


def _by_form(words: list[str], units: list[str]) -> Likeness:
    """How surely words are a name by their form alone: none of them is listed."""
    family = _NISBA.match(units[1])
    return decide(
        (_VERBAL.match(units[0]), _faintly(words)),
        (words[-1] in _WOMENS_FAMILIES and not words[0].startswith("ال"), Likeness.PLAUSIBLE),
        (family and units[0].endswith("يه"), Likeness.POSSIBLE),
        (any(word.endswith(_FEMININE) for word in words), _faintly(words)),  # «انتخابات», «البلدية»
        (any(map(_list_item, words[1:])) or _agrees(units[0], units[1]), Likeness.NO),
        (_NISBA.match(units[-1]) and not units[0].endswith("ه"), Likeness.PLAUSIBLE),  # no «ضفة الوادي»
        (True, Likeness.POSSIBLE),
    )


_FEMININE = ("ات", "يه")
# Families of the Gulf as their daughters bear them: no place or thing is called so.
_WOMENS_FAMILIES = frozenset(
    fold(
        "البوسعيدية البلوشية الحارثية الرواحية المعمرية السيابية الحبسية الخروصية الوهيبية المنذرية الغافرية المعولية "
        "الزدجالية اللواتية المقبالية الحوسنية الريامية الحراصية المحروقية الصوافية التوبية الصبحية الجهضمية الفزارية "
        "الذهلية البريكية المزروعية الكعبية الشكيلية الهنائية"
    ).split()
)
_NISBA = regex("ال(?!وادي|نادي|ماضي|اراضي|مباني).*ي$")  # «الزبيدي»


def _faintly(words: list[str]) -> Likeness:
    """A name by nothing but its slot: two words, the first without the article («مدرين المكتومية», «يوبا دازين»)."""
    if len(words) != 2 or words[0].startswith("ال") or words[0].endswith("ه"):
        return Likeness.NO
    return Likeness.NO if any(word.endswith("ات") for word in words) or _list_item(words[1]) else Likeness.FAINT


def _units(words: list[str]) -> list[str]:
    """Words with the particles that belong to the next one joined to it: «عبد الله», «أبو زيد», «آل سعدان»."""
    units: list[str] = []
    joined = ""
    for word in words:
        if word in _JOINING:
            joined += word
        elif word in {"الله", "الدين", "الاسلام"} and units and not joined:
            units[-1] += word
        else:
            units.append(joined + word)
            joined = ""
    return [*units, joined] if joined else units


def is_given(unit: str) -> bool:
    """Whether a folded word, its particle joined to it, is a given name: «عبدالله», «نورالدين»."""
    return unit in given_names() or _COMPOUND.match(unit) is not None


_COMPOUND = regex(r"عبدال|(?!ال).*(?:الله|الدين)$")


def _glued(word: str) -> bool:
    """Whether a word is a name and a family name run together: «سعدالحارثي»."""
    place = word.find("ال", 3)
    return place > 0 and len(word) - place >= 5 and word[:place] in given_names()


def may_stand_in_name(word: str, before: str = "") -> bool:
    """Whether a folded word may belong to a person's name, behind the word `before`."""
    return word in _PARTICLES or before in _JOINING or _allowed(word)


@lru_cache(maxsize=16384)
def _allowed(word: str) -> bool:
    """Whether a word may stand in a name by itself: a given name, or no word that sentences and pages have."""
    if word in given_names():
        return True
    if not word.isalpha() or word.isascii() or word in _OF_PAGES:
        return False
    return not opens_sentence(word) and (not _NO_NAME.match(word) or _is_son_of(word))


def _is_son_of(word: str) -> bool:
    """Whether a word is a family's name of the Maghreb that begins with «بن» in short: «بالحاج», «بالطيب»."""
    return word.startswith("بال") and word not in TONGUES and (word[1:] in _FATHERS or word[1:] in given_names())


_FATHERS = frozenset(
    fold("الحاج الشيخ الخير القاضي الفقيه الإمام العيد الأخضر الأشهر الأكحل الراشد الأعمش الخوجة").split()
)


_OF_PAGES = NEWS | INTERFACE
# Clitics before the article («والعاقل», «بالجنوب», «للثانوية») and verbs in the plural («يسيطرون»).
_NO_NAME = regex(r"(?:[وفبك]ال|لل)..|[يت]\w{2,}ون$|سن\w{4,}|\w{12}")
# Verbal nouns by their pattern («ارتباط», «استفزاز», «تقييم») and verbs («يخطف»).
_VERBAL = regex(r"(?:است\w\w?ا\w|ا\wت\wا\w|ان\w\wا\w|ت\w\wي\w|ا\w\wا\w|ي\w{3,})$")


def _agrees(noun: str, adjective: str) -> bool:
    """Whether a noun is followed by its predicate, adjective or genitive («هجمة شرسة», «دورة المياه»)."""
    if noun.startswith("ال") and not adjective.startswith("ال"):
        return adjective not in given_names()  # «الوضع كارثي»
    return noun.endswith("ه") and _NOUN.match(adjective) is not None


def _list_item(word: str) -> bool:
    """Whether a word behind the first is «و» and a noun («وعلوم»); foreign names in «وي», «وا» are none."""
    return _AND.match(word) is not None and word not in given_names()


_AND = regex("و[^ياه].")
