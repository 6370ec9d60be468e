"""What a run of words in a formula may be though no table has it: a place or an outlet, by its form or its slot."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import takewhile

from newscli.arabic.letters import fold
from newscli.credits import weights
from newscli.credits.likeness import likeness
from newscli.credits.tokens import (
    Gap,
    Kind,
    Span,
    Word,
    begins_part,
    date_at,
    folded_at,
    lookup_key,
    part_end,
    phrase,
    run_of,
)
from newscli.decide import decide
from newscli.lexicon import agencies, outlets
from newscli.lexicon import credit_words as roles
from newscli.lexicon.boilerplate import SECTIONS
from newscli.lexicon.box_words import ADDRESS
from newscli.lexicon.everyday import NOUN_NAMES, is_everyday
from newscli.lexicon.given_names import given_names
from newscli.lexicon.places import countries, names
from newscli.regex import regex

_SHORT = 3
_MOST_WHOLE = 2  # words of a part that may be a place as a whole

# What begins a place's name: «مخيم ...», «محافظة ...», «قرية ...».
_HEADS = frozenset(
    fold(
        "محافظة مدينة قرية مخيم بلدة منطقة ولاية إقليم مديرية لواء قضاء ناحية حي هجرة مركز وادي جبل جزيرة معبر ميناء "
        "مرفأ شاطئ واحة "
        "مطار عين أم بني كفر بيت تل دير خان رأس حوطة روضة سوق سيدي آيت أيت أولاد برج قصر حاسي بئر خربة عزبة كوم ميت "
        "منية شبه أبو سان سانت سانتا نيو بور بورت جنوب شمال شرق غرب وسط ريف ضواحي جمهورية مملكة إمارة جهة جماعة دوار"
    ).split()
)


# What tells a place from its namesake: «تامسنا الجديدة», «المنشية الغربية».
PLACE_QUALITIES = frozenset(
    fold(
        "الجديدة الجديد القديمة القديم الكبرى الصغرى الكبيرة الصغيرة العليا السفلى الفوقا التحتا الوسطى "
        "الشرقية الغربية الشمالية الجنوبية الشرقي الغربي الشمالي الجنوبي"
    ).split()
)
_SAINTS = frozenset(fold("سيدي").split())
_KIN = frozenset(fold("أبو أم بني آل سان سانت سانتا نيو خان").split())  # they begin persons' names as well


# Lines and areas that bear the names of peoples: «الحدود السعودية اليمنية», «الأراضي الفلسطينية».
_REGION_HEADS = frozenset(fold("الحدود الأراضي السواحل المياه الضفة الصحراء الأجواء المناطق الجزر الساحل").split())
_STYLES = frozenset(
    fold(
        "العربية المتحدة الأمريكية الأميركية الأمريكي الأميركي الشعبية الديمقراطية الديموقراطية "
        "الإسلامية الاتحادية الفيدرالية الهاشمية الشقيقة المتحد المنتحدة العربي الجنوبية الشمالية "
        "الكبرى العظمى الشقيق"
    ).split()
)


def guessed_places(words: list[Word], first: int, limit: int) -> list[Span]:
    """Runs that may be a place though no table has them: a whole part of one or two words, or «مخيم ...»."""
    found = _regions(words, first) + _by_country(words, first, limit) + _headed(words, first, limit)
    limit = _before_date_and_agency(words, first, limit)
    run = run_of(words, first, limit)
    headed = run[0] in _HEADS
    whole = len(run) == 1 if headed else begins_part(words, first) and len(run) <= _MOST_WHOLE
    role = words[limit - 1].gap is Gap.COLON and " ".join(run) in roles.WRITER  # «كتب: المحرر - وكالات»
    if whole and not role and (headed or all(map(may_be_in_place, run))):
        found.append(Span(first, limit, Kind.PLACE, _OF_WORDS[len(run)], known=False))
    if whole and len(run) == 1 and run[0] in given_names() and may_be_source(run[0]):
        found.append(Span(first, limit, Kind.PLACE, weights.GIVEN_NAME_ALONE, known=False))
    return found


def begins_place(name: str) -> bool:
    """Whether a name of several words begins as places do, and persons don't: «مرفأ الياسمين», not «أم هاني».

    >>> begins_place("مرفأ الياسمين"), begins_place("أم هاني")
    (True, False)
    """
    head, _, behind = fold(name).partition(" ")
    return bool(behind) and head in _HEADS - _KIN - _SAINTS and head not in given_names()


_OF_WORDS = {1: weights.ONE_WORD, 2: weights.TWO_WORDS}


def _before_date_and_agency(words: list[Word], first: int, limit: int) -> int:
    """The end of what stands before a day that an agency follows, «PLACE 18 مايو (AGENCY) -»; else the part's end."""
    for last in range(first + 1, min(limit, first + _MOST_WHOLE + 1)):
        day = last + (words[last].folded == "في")
        end = date_at(words, day)
        if end > day and begins_part(words, end) and _is_agency(words, end):
            return last
    return limit


def _is_agency(words: list[Word], first: int) -> bool:
    """Whether the part that a word begins is an agency."""
    return lookup_key(words, first, part_end(words, first)) in agencies.forms()


def _headed(words: list[Word], first: int, limit: int) -> list[Span]:
    """«مخيم ...»: what begins places' names, with one to three words behind it."""
    head, *behind = run_of(words, first, min(limit, first + 4))
    if head not in _HEADS:
        return []
    may_be = may_be_place if head in _KIN else may_be_source
    named = head in given_names() and head not in _SAINTS
    weight = weights.HEADED_OR_NAME if named else weights.HEADED
    named_by = takewhile(lambda word: may_be(word) or word in PLACE_QUALITIES, behind)
    return [Span(first, last, Kind.PLACE, weight, known=False) for last, _ in enumerate(named_by, first + 2)]


def _regions(words: list[Word], first: int) -> list[Span]:
    """«الحدود السعودية اليمنية», also with a dash between the peoples."""
    head, *behind = run_of(words, first, first + 3)
    peoples = len(list(takewhile(_OF_PEOPLE.match, behind)))
    return [Span(first, first + 1 + peoples, Kind.PLACE, weights.REGION)] if head in _REGION_HEADS and peoples else []


_OF_PEOPLE = regex(r"ال\w{3,}يه$")


def _by_country(words: list[Word], first: int, limit: int) -> list[Span]:
    """A whole part as a place by its country: behind it («TOWN (COUNTRY) - ...») or as its own style."""
    if limit - first > _SHORT + 1 or limit >= len(words):
        return []
    run = run_of(words, first, limit)
    for cut in range(min(2, len(run) - 1), 0, -1):
        if " ".join(run[:cut]) in countries() and _STYLES.issuperset(run[cut:]):
            return [Span(first, limit, Kind.PLACE, weights.COUNTRY_STYLE)]
    if first or any(" ".join(run) in listed for listed in (outlets.forms(), outlets.VOICES)):
        return []  # «الأخبار (نواكشوط) - ...»
    if run[0] in roles.NEWS or _is_title(run) or any(map(roles.opens_sentence, set(run) - names())):
        return []  # «وزارة الصحة (بترا) - ...»
    end = _country_end(words, limit, bracketed=words[limit - 1].gap is Gap.BRACKET)
    if not end:
        return []
    filed = phrase(words, end) in agencies.forms()
    weight = weights.BEFORE_COUNTRY_AND_AGENCY if filed else weights.BEFORE_COUNTRY
    return [Span(first, limit, Kind.PLACE, weight)]


def _country_end(words: list[Word], first: int, *, bracketed: bool) -> int:
    """The end of a country (or a region) in brackets or behind a comma; 0 where none is."""
    for last in range(min(first + 4, len(words) - 1), first, -1):
        closes = words[last - 1].gap >= Gap.DASH if bracketed else words[last].opened == "("
        listed = any(phrase(words, first, end) in countries() for end in range(first + 1, last + 1))
        if closes and (listed or (bracketed and phrase(words, first, last) in names())):
            return last
    return 0


def guessed_source(words: list[Word], first: int, limit: int) -> list[Span]:
    """A whole part of one to three words that may be an outlet though no table has it."""
    run = run_of(words, first, limit)
    if first and words[first].opened == "(" and words[first - 1].gap is Gap.DASH and _is_phrase(run):
        return [Span(first, limit, Kind.OUTLET, weights.SOURCE_TITLE, known=False)]
    title = _is_title(run)
    exclusive = folded_at(words, limit) == agencies.EXCLUSIVE  # «PLACE (بحر العرب) خاص», no «PLACE (وزارة الإعلام)»
    named = run[1:] if title and (exclusive or run[0] in NOUN_NAMES) else run  # «نجم الأخبار»: a star is news as well
    if len(run) > _SHORT or run[0] in _OWN_DESKS or not all(map(may_be_in_source, named)):
        return []  # «رصد: وحدة المتابعة»
    if run[0] in given_names() and not title:
        return []
    weight = decide(
        (title, weights.SOURCE_TITLE),
        (likeness(run), 0.0),
        (all(word.startswith("ال") for word in run), weights.SOURCE_DEFINITE),
        (len(run) == 1, weights.SOURCE_ONE_WORD),
        (True, weights.SOURCE_PHRASE),
    )
    return [Span(first, limit, Kind.OUTLET, weight, known=False)]


# Those of the paper itself; the bureau of another outlet has its name: «مكتب البلد الأسبوعي».
_OWN_DESKS = roles.DESKS - frozenset(fold("مكتب مركز كلمة إعلام").split())


def _is_phrase(run: list[str]) -> bool:
    """Whether two words are a noun and another with the article, as in brackets behind a town: «- (دفتر الأسواق)»."""
    if [word.startswith("ال") for word in run] != [False, True]:
        return False
    return may_be_place(run[0]) and not is_everyday(run[0]) and not roles.opens_sentence(run[1])


def _is_title(run: list[str]) -> bool:
    """Whether two words are a noun and what outlets are called after: «ضفاف الوطن», «أمل الأمة», «المدار اليمني»."""
    if len(run) != 2 or run[0] in _HEADS or (run[0] in given_names() and run[0] not in NOUN_NAMES):
        return False
    return run[1] in outlets.SUBJECTS or (run[0].startswith("ال") and run[1] in _outlets_adjectives())


@cache
def _outlets_adjectives() -> frozenset[str]:
    """«المدار اليمني», «المدار الحر»: the masculine adjectives of countries, and outlets' own that no town has."""
    nationalities = (f"ال{_ENDING.sub('', name.removeprefix('ال'))}ي" for name in countries() if " " not in name)
    return frozenset(nationalities) | (outlets.QUALITIES - PLACE_QUALITIES)


_ENDING = regex("ي?[اه]?$")  # «سوريا», «ليبيه»


@lru_cache(maxsize=8192)
def may_be_source(word: str) -> bool:
    """Whether a folded word may belong to an outlet's name that no table has."""
    if not word.isalpha() or len(word) < _SHORT or word.isascii() or roles.opens_sentence(word):
        return False
    return word not in _NO_SOURCE and (word.startswith("ال") or not _PHRASE.match(word))


def may_be_in_source(word: str) -> bool:
    """Whether a folded word may stand in such a name, or tells it from its namesake: «الحر»."""
    return may_be_source(word) or word in outlets.QUALITIES


_NO_SOURCE = roles.LABELS | roles.INTERFACE | roles.NEWS | roles.NOBODY | roles.CALLING | roles.TITLES | ADDRESS
_PHRASE = regex(r"(?:وال|لل)..|[يت]\w{2,}ون$|\w{3,}ات$")  # words that stand inside a sentence


@lru_cache(maxsize=8192)
def may_be_place(word: str) -> bool:
    """Whether a folded word may belong to a place's name that no table has."""
    return may_be_source(word) and word not in given_names() and word not in _SUBJECTS


def may_be_in_place(word: str) -> bool:
    """Whether a folded word may stand in such a name, or tells it from its namesake: «الجديدة»."""
    return may_be_place(word) or word in PLACE_QUALITIES


# Sections, and what outlets write about: «الميزان الاقتصادي». Areas have the feminine («المدينة الرياضية»).
_SUBJECTS = frozenset(
    fold(f"{SECTIONS} الاقتصادي الرياضي السياسي الثقافي العلمي الفني الاجتماعي المالي التقني الطبي").split()
)
