"""How bare names are got from a credit: without titles, contacts and punctuation, and each of a list alone."""

from __future__ import annotations

import re
from itertools import pairwise

from newscli.arabic.letters import fold
from newscli.credits.likeness import is_given
from newscli.lexicon.credit_words import CALLING, TITLES
from newscli.lexicon.given_names import given_names, told_apart
from newscli.lexicon.places import by_hand
from newscli.regex import regex

_CONTACT = regex(r"\S+@\S+|@\S+|https?://\S+|www\.\S+|\+?\d[\d\s-]{6,}\d")
_EDGE = "✍✒🖊🖋📝👤 \t\r\n\u00a0-–—_ـ:؛;/\\|،,.…*٭✱•\"'«»“”()[]{}<>‹›+&"
_APART = regex(rf"{_CONTACT.pattern}|\d+")  # two names with one of these between them are two persons
_SPLIT = regex(r"\s*[،,؛;/&+|]\s*|\s+و\s+|\s+[-–—ـ]+\s*|\s*[-–—ـ]+\s+|\s+and\s+")


def bare_name(text: str) -> str:
    """A name without title, contact and punctuation around it.

    >>> bare_name("د. ليلى الحموي - laila@example.org")
    'ليلى الحموي'
    """
    name = _CONTACT.sub(" ", text).strip(_EDGE)
    for _ in range(_MOST_TITLES):
        head, _, rest = name.partition(".")
        if "." not in name[:8] or not _is_title(head):  # «د. X» has a dot, «الشيخ د. X» none of its own
            head, _, rest = name.partition(" ")
        if not rest or not _is_title(head):
            return name
        if len(rest.split()) < 2 and len(head) > 2 and fold(head) not in _ACADEMIC:
            return name
        name = rest.strip(_EDGE)
    return name


_MOST_TITLES = 12  # before a name: «الأستاذ الدكتور المهندس ...»
_ACADEMIC = frozenset(fold("الدكتور الدكتورة دكتور دكتورة المهندس مهندس أستاذ").split())


def _is_title(word: str) -> bool:
    return fold(word).strip(_EDGE) in TITLES


# «NAME لـ«OUTLET»:»: behind it stands whom somebody spoke to, and who credits nobody.
SPEAKS_TO = regex(r"\sلـ*\s?[«\"“‹]")
# «سليمة.ب», «سليمة / ب»: a given name and the family's initial, as papers of the Maghreb sign.
_INITIAL = regex(r"\s*(?P<given>[^\W\d_]{2,}(?: [^\W\d_]+)*)\s?[./–ـ-]\s?[^\W\d_][\s.]*")


def before_initial(name: str) -> list[str]:
    """The folded words before the family's initial, where a mark stands before it; empty in other names.

    >>> before_initial("سليمة.ب"), before_initial("كريم ن")
    (['سليمه'], [])
    """
    found = _INITIAL.fullmatch(name)
    return fold(found["given"]).split() if found and is_given(fold(found["given"]).split()[0]) else []


def told_of(name: str, text: str) -> bool:
    """Whether a folded text tells of somebody by his folded name, his fathers' names between or not.

    >>> told_of("عبدالله العتيبي", "وصل عبدالله بن مشعان العتيبي"), told_of("عبدالله العتيبي", "عبدالله، اما العتيبي")
    (True, False)
    """
    first, _, last = name.partition(" ")
    if name in text or not last or " " in last or first not in text:
        return name in text
    return re.search(rf"\b{re.escape(first)} (?:\w+ ){{1,3}}{re.escape(last)}\b", text) is not None


_OTHERS = regex(r"\s+و\s?[آا]خر(?:ون|ين)\W*$")  # «NAME وآخرون»


def split_names(text: str) -> list[str]:
    """The single names of a list: «أ، ب وج», «أ / ب», «أ و ب»; titles and contacts are cut.

    >>> split_names("سمير الخطيب وهدى قاسم")
    ['سمير الخطيب', 'هدى قاسم']
    """
    if before_initial(text):
        return [text.strip(_EDGE)]
    names: list[str] = []
    text = _OTHERS.sub("", text)
    for piece in _SPLIT.split(_APART.sub(" ، ", text)):
        names.extend(_at_and(piece, listed=bool(names)))
    return list(filter(None, map(bare_name, names)))


_FOREIGN = "اوي"  # names of other tongues begin in «وا», «وو», «وي»


def _at_and(piece: str, *, listed: bool) -> list[str]:
    """Split before a word that is «و» and a given name; «وليد», «وائل» are given names themselves."""
    words = piece.split()
    if listed and words and _begins_name(words, 0):
        words[0] = words[0][1:]  # «A، وB»
    cuts = [0]
    for i in range(len(words)):
        if i - cuts[-1] >= 2 and _begins_name(words, i):
            cuts.append(i)
    names = [" ".join(words[start:end]) for start, end in pairwise((*cuts, len(words)))]
    return [names[0], *(name[1:] for name in names[1:])]


def _begins_name(words: list[str], i: int) -> bool:
    """Whether a word behind a name is «و» and the beginning of the next."""
    folded = fold(told_apart(words[i]))
    if not folded.startswith("و"):
        return False
    if i == 0:
        return folded not in given_names() and is_given(folded[1:])
    following = fold("".join(words[i + 1 : i + 2])) if folded == "وعبد" else ""
    given = is_given(folded[1:] + following)
    if folded in given_names():
        return given and words[i - 1].startswith("ال")
    return given or (len(words) - i >= 2 and len(folded) > 4 and folded[1] not in _FOREIGN)


def without_calling(text: str) -> str:
    """A name without what is said of its bearer behind it: «NAME، أستاذ القانون», «NAME (كاتب)», «NAME من PLACE».

    Nor is a town behind a family's name a part of it: «سيف الكتبي الشارقة».
    """
    words = list(_WORDS.finditer(text))
    for i, word in enumerate(words[2:], 2):
        folded = fold(word.group())
        family = fold(words[i - 1].group())
        if folded == "من" or (_FAMILY.match(family) and by_hand(fold(text[word.start() :]).strip(_EDGE))):
            return text[: words[i].start()].rstrip()
        if folded in CALLING or _FOR.match(folded):
            return text[: words[i].start()].rstrip(" -–—:،,(")
    return text


_WORDS = regex(r"[\w\u064b-\u0652\u0670]+")  # with the marks inside them
_FAMILY = regex(r"ال\w{2,}ي$")
_FOR = regex(r"لل\w{3,}$|خاص$|ل$|عن$")  # «NAME للنشرة العربية», «NAME لـ«X»»
