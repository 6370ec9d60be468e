"""The persons whom a line credits for the text, and how likely that is from its words alone."""

from __future__ import annotations

import re

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.credits.guesses import begins_place
from newscli.credits.likeness import Likeness, likeness, may_stand_in_name
from newscli.credits.persons import SPEAKS_TO, before_initial, split_names, without_calling
from newscli.credits.roles import Stretch, stretches
from newscli.credits.tokens import Word, phrase, words_of
from newscli.decide import decide
from newscli.lexicon import credit_words
from newscli.lexicon.agencies import is_agency, key
from newscli.lexicon.box_words import OFFICE
from newscli.lexicon.given_names import is_given_name, told_apart
from newscli.lexicon.outlets import SUBJECTS, TAILS, by_form
from newscli.lexicon.outlets import forms as outlet_names
from newscli.lexicon.places import is_place
from newscli.regex import regex

_MOST_WORDS = 20
_MOST_NAMES = 4  # words of a name that no table knows
_LATIN_NAME = regex(r"^[A-Z][a-z'-]+(?: [A-Z][A-Za-z.'-]*){1,3}$")
_NOBODY_KEYS = frozenset(map(key, credit_words.NOBODY))

# How likely a line credits a person, by how plain the name is: NO, FAINT, POSSIBLE, PLAUSIBLE, CLEAR.
BARE, _MARKED, _UNMARKED, _NOUN, _GENRE = (
    dict(zip(Likeness, row, strict=True))
    for row in (
        (0.0, 0.08, 0.45, 0.75, 0.9),  # the name alone
        (0.0, 0.9, 0.96, 0.98, 0.99),  # behind a role word and a separator: «بقلم: X»
        (0.0, 0.3, 0.8, 0.93, 0.97),  # behind a role word: «كتب X»
        (0.0, 0.1, 0.5, 0.8, 0.93),  # behind a noun that is a role as well: «تقرير: X»
        (0.0, 0.0, 0.1, 0.4, 0.7),  # behind a genre: «رواية: X»
    )
)
_GIVEN_ALONE = 0.85  # «كتب: سناء»


class Persons(Struct, frozen=True):
    """The persons of a line: `authors`, translators among them, how likely they are, whether a role word stands there.

    A line that credits the editors or a desk by role alone («المحرر», «بقلم: فريق التحرير») has a `desk`. `outlet` is
    the range of the outlet that is named beside them.
    """

    authors: tuple[str, ...] = ()
    likelihood: float = 0.0
    role_word: bool = False
    desk: bool = False
    outlet: tuple[int, int] | None = None


NO_PERSONS = Persons()


def writers(line: str) -> Persons:
    """The persons credited in a line, whatever stands around it.

    >>> writers("إعداد: سمير الخطيب وهدى قاسم").authors
    ('سمير الخطيب', 'هدى قاسم')
    >>> writers("سمير الخطيب").likelihood, writers("غضب عارم").likelihood
    (0.9, 0.08)
    """
    line = _without_kind(line)
    words, _ = words_of(line)
    if not 0 < len(words) <= _MOST_WORDS or is_masthead(line):
        return NO_PERSONS
    if _by_role_only(line, words):
        return Persons(role_word=True, desk=True)
    found = stretches(line, words)
    role = any(stretch.role in ("writer", "translator") for stretch in found)
    if not role and (tells(words) or SPEAKS_TO.search(line)):
        return NO_PERSONS
    return _credited(found, role=role)


_KIND = regex(r"\W*((?:[^\W\d_]+ ){1,3})(?=بقلم(?!\w))")


def _without_kind(line: str) -> str:
    """A line without the kind of text that it names before «بقلم»: «قصة قصيرة بقلم: NAME»."""
    kind = _KIND.match(line)
    return line if kind is None or any(map(credit_words.opens_sentence, fold(kind[1]).split())) else line[kind.end() :]


# The imprint of a paper names its editors and publishers, a programme its guests: they did not write the story.
_MASTHEAD = regex(
    r"(?:رييسه? (?:مجلس|التحرير|هييه|قسم|القسم)|(?:نايب )?(?:مدير|سكرتير|مساعد مدير)ه? (?:التحرير|النشر|الموقع|عام)|"
    r"المشرفه? العام|المديره? (?:العام|المسوول|المسيول)|صاحب الامتياز|الموسس|نايب رييس|مستشار التحرير|"
    r"ضي[وف]+ (?:الحلقه|البرنامج|اللقاء)|مقدمه? (?:الحلقه|البرنامج)|تقديم )"
)


def is_masthead(line: str) -> bool:
    """Whether a line is one of an imprint: «مدير التحرير: X»."""
    words, _ = words_of(line)
    return bool(_MASTHEAD.match(phrase(words, 0, 3)))


def tells(words: list[Word]) -> bool:
    """Whether a line holds a verb or a function word before anything that is said of a writer («كاتب من ...»)."""
    for word in words:
        if word.folded in credit_words.CALLING:
            return False
        if credit_words.opens_sentence(word.folded) and not is_given_name(word.folded[1:]):
            return True
    return False


def _credited(found: list[Stretch], *, role: bool) -> Persons:
    """The persons of the stretches; none where a stretch holds something else than names."""
    authors: list[tuple[str, float]] = []
    desk = False
    if any(stretch.role == "photo" and _names(stretch) for stretch in found):
        found = [stretch._replace(genre=False) for stretch in found]  # «نص: NAME | تصوير: NAME»: no work's title
    for stretch in found:
        for name in _names(stretch) if stretch.role != "photo" else ():
            if is_nobody(name):
                desk |= bool(stretch.role) and not stretch.noun and not name.isascii()
                continue
            if authors and begins_place(name):  # «تقرير: NAME - PLACE»
                continue
            likely = _likelihood(name, stretch)
            if likely > 0:
                authors.append((name, likely))
            elif not (authors and (_is_tail(name) or _says_what(stretch))) and not is_place(name):
                return NO_PERSONS
    names = tuple(dict.fromkeys(name for name, _ in authors))
    return Persons(
        authors=names,
        likelihood=_together([likely for _, likely in authors]),
        role_word=role,
        desk=desk and not names,
    )


def _says_what(stretch: Stretch) -> bool:
    """Whether a stretch behind a name may say what its bearer is: «NAME، محرر شؤون الصحة», no «محرر: NAME»."""
    return _is_by(stretch) or (stretch.noun and not stretch.separated and stretch.text.count(" ") <= _CALLING_SPACES)


def _is_by(stretch: Stretch) -> bool:
    """Whether a stretch follows a word for writing alone: what stands behind the name says what its bearer is."""
    return stretch.role == "writer" and not stretch.noun and not stretch.genre


def _together(each: list[float]) -> float:
    """How likely a list of names is one of persons: as the least likely, and the likeliest speaks for it."""
    if not each or min(each) < BARE[Likeness.POSSIBLE]:
        return min(each, default=0.0)
    return 1 - (1 - min(each)) * (1 - _SUPPORT * max(each)) if len(each) > 1 else each[0]


_SUPPORT = 0.6  # of a doubt about one name of a list that another, sure one takes away


def less_doubted(likely: float, left: float) -> float:
    """A likelihood with a part of its doubt left, if the words may be a name at all: something speaks for them."""
    return 1 - (1 - likely) * left if likely >= BARE[Likeness.POSSIBLE] else likely


def _names(stretch: Stretch) -> list[str]:
    """The names in a stretch of a line, without titles, offices and the places from where each wrote."""
    text = stretch.text
    if stretch.role:
        text = _BESIDE.sub(_unless_told, _OFFICE.sub("", _names_before_bar(text)))
    return [name for name in split_names(without_calling(text)) if fold(name) not in credit_words.TITLES]


def _names_before_bar(text: str) -> str:
    """What stands behind a role without what bars part from its first name and is none: «بقلم: NAME | SECTION»."""
    names = list(filter(str.strip, text.split("|")))
    return "|".join((*names[:1], *(name for name in names[1:] if person(name) >= Likeness.PLAUSIBLE)))


_OFFICE = regex(r"^\s*(?:ال\w+ ){1,3}?ال\w+\s*[:/](?=\s*\w+\s)")  # «بقلم المستشارة القانونية: NAME»


_CALLING_SPACES = 4  # in what stands behind «محرر» and says of what, at most
# «NAME في لندن وNAME في القاهرة»: where each of several wrote from; «NAME (محررة شؤون الصحة)»: what its bearer is.
_BESIDE = regex(
    r"\s(?:في|من)\s(?P<place>\w{2,20}(?:\s\w{2,20})?)(?=\sو|\s*[،,/|)–—-]|\W*$)|\s\((?P<inside>\w{2,20}(?:\s[^()]{2,40})?)\)"
)


def _unless_told(found: re.Match[str]) -> str:
    inside = found["inside"] or ""
    told = is_place(found["place"] or inside) or fold(inside.partition(" ")[0]) in OFFICE
    return "" if told else found[0]


def _likelihood(name: str, stretch: Stretch) -> float:
    """How likely a name is a person credited, by the role over it."""
    sure = person(name)
    if not stretch.role:
        return BARE[sure]
    if sure is Likeness.NO and _is_by(stretch) and fills_slot(name):
        sure = Likeness.FAINT
    if stretch.separated and not stretch.noun and is_given_name(name) and len(name) > 2:
        return _GIVEN_ALONE
    return decide((stretch.genre, _GENRE), (stretch.noun, _NOUN), (stretch.separated, _MARKED), (True, _UNMARKED))[sure]


def person(name: str) -> Likeness:
    """How surely a bare name is a person's: agencies, outlets, places and desks are none.

    Nor is a ruler a writer: his name stands under his picture.

    >>> person("ليلى الحموي").name, person("رويترز").name, person("Adam Smith").name
    ('CLEAR', 'NO', 'POSSIBLE')
    """
    words = fold(told_apart(name)).replace(".", " ").split()
    if not words or words[0] in credit_words.RULERS or _names_organisation(name, words):
        return Likeness.NO
    if _LATIN_NAME.match(name):
        named = credit_words.LATIN_NOBODY.isdisjoint(words) and max(map(len, words)) > 2  # «Aa Aa» are buttons
        return Likeness.POSSIBLE if named else Likeness.NO
    if _NOW.search(name) or (_ON.search(name) and not _ALI.search(name)) or is_place(name):
        return Likeness.NO
    if given := before_initial(name):
        return max(Likeness.PLAUSIBLE, likeness(given))
    sure = likeness(words)
    return Likeness.NO if sure is Likeness.POSSIBLE and any(map(is_place, words)) else sure


_ON = regex(r"(?<!\w)على(?!\w)")  # «على»: a preposition, unless it stands as the Egyptian «علي» does
_NOW = regex(r"(?<!\w)الآن(?!\w)| الان$")  # «اليمن الآن» is an outlet; the name Alan is spelled otherwise
_ALI = regex(r"^على (?!ال)\S+$|^على ال\S+ي$|(?:محمد|أحمد|حسن|حسين|محمود|سيد|السيد|مصطفى|عمر|ابراهيم|إبراهيم) على(?!\w)")


def _names_organisation(name: str, words: list[str]) -> bool:
    """Whether a name is an agency's, an outlet's or a desk's; `words` are its folded ones."""
    wanted = key(name)
    return wanted in _NOBODY_KEYS or wanted in outlet_names() or is_agency(name) or by_form(words)


def fills_slot(name: str) -> bool:
    """Whether a name may be a person's where nothing but one can stand: two to four words, none of them a sentence's.

    >>> fills_slot("أمنية صلاح"), fills_slot("غضب في القرية"), fills_slot("فريق التحرير")
    (True, False, False)
    """
    words = fold(told_apart(name)).replace(".", " ").split()
    several = sum(len(word) > 2 for word in words) >= 2 and len(words) <= _MOST_NAMES
    if not several or words[0] in credit_words.role_words() or not all(map(may_stand_in_name, words)):
        return False
    titled = words[-1] in SUBJECTS and not is_given_name(words[0])  # «مال الوطن»
    return not (titled or words[-1] in TAILS or is_nobody(name) or is_place(name))


def is_nobody(name: str) -> bool:
    """Whether a name is a desk's, a role's or an organisation's."""
    return is_editors(name) or fold(name).partition(" ")[0] in credit_words.OFFICES


def is_editors(name: str) -> bool:
    """Whether a name is a desk's or a role's of the paper itself; an institution's office gives it texts as others do.

    >>> is_editors("قسم الأخبار"), is_editors("المركز الإعلامي"), is_nobody("المركز الإعلامي")
    (True, False, True)
    """
    words = fold(name).split()
    # «سكرتارية التحرير», «غرفة الأخبار»
    desk = words[-1:] == ["التحرير"] or not credit_words.DESKS.isdisjoint(words[:1])
    return desk or _names_organisation(name, words)


def _is_tail(name: str) -> bool:
    """What is said of the writer behind the name."""
    return fold(name).partition(" ")[0].removeprefix("و") in credit_words.CALLING


_LONGEST_ROLE_LINE = 53  # characters
_BY = credit_words.WRITER - credit_words.NOUNS


def _by_role_only(line: str, found: list[Word]) -> bool:
    """Whether a line credits the editors or a desk by its role: «المحرر», «بقلم: فريق التحرير»."""
    if len(line) > _LONGEST_ROLE_LINE:
        return False
    behind_role = (i for i in range(1, min(3, len(found))) if phrase(found, 0, i) in _BY)
    return phrase(found, 0) in credit_words.EDITORS or any(_begins_desk(found, i) for i in behind_role)


def _begins_desk(words: list[Word], first: int) -> bool:
    """Whether a desk or nobody in particular is named from a word on."""
    tail = phrase(words, first)
    named = tail in credit_words.NOBODY or words[first].folded in credit_words.DESKS | credit_words.OFFICES
    return named and not tail.isascii()
