"""What went wrong with a text before it came here: wrongly decoded, stored in screen order, or not in Arabic script.

Statistics over a sample of the text; nothing is corrected, the reader is told. A text with few letters is never judged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from newscli.arabic.letters import arabic_letters, frequent_letters
from newscli.regex import regex

_SAMPLE = 10_000  # characters from the head and as many from the middle, where the story is if a menu stands above it
_FEWEST_SIGNS = 40  # characters that are no space; a shorter text is not judged
_FEWEST_LETTERS = 40

# Of the letters of UTF-8 Arabic every first byte is D8 or D9; what each encoding makes of these two bytes. Written out,
# here and below, since the codecs take 4 ms to load; a test compares.
_LEADS_SHARE = 0.3  # among the signs: 0.4 to 0.5 if UTF-8 was read in this encoding, below 0.04 in stories
_TWICE, _TWICE_SHARE = (("Ã", "Â"), ("ط", "آ")), 0.2  # if it was done twice, in cp1252 and in cp1256
MISREAD_AS = {
    "cp1256": "\u0637\u0638",
    "cp1252": "\xd8\xd9",
    "cp1251": "\u0428\u0429",
    "cp1253": "\u03a8\u03a9",
    "cp1255": "\u05f4\ufffd",
    "iso8859_5": "\u0438\u0439",
    "cp437": "\u256a\u2518",
    "cp850": "\xcf\u2518",
    "cp720": "\u256a\u2518",
    "mac_roman": "\xff\u0178",
    "mac_arabic": "\u0638\u0639",
}
_LEADS = tuple(dict.fromkeys((pair[0], pair[1]) for pair in MISREAD_AS.values()))
_RARER_SHARE = 0.05  # of the rarer of both: «ع» and «ظ», of iso-8859-6, are frequent and rare
# Arabic of one byte a letter read as another encoding: the article opens a third of the words, a tenth is sure.
_ARTICLE_SHARE, _FEWEST_WORDS = 0.08, 8
ARTICLES = {  # in an encoding, read as another
    ("cp1256", "cp1252"): "\xc7\xe1",
    ("cp1256", "cp1251"): "\u0417\u0431",
    ("cp1256", "cp1253"): "\u0397\u03b1",
    ("cp1256", "cp1254"): "\xc7\xe1",
    ("cp1256", "mac_roman"): "\xab\xb7",
    ("cp1256", "cp437"): "\u255f\xdf",
    ("cp1256", "cp850"): "\xc3\xdf",
    ("iso8859_6", "cp1252"): "\xc7\xe4",
    ("iso8859_6", "cp1251"): "\u0417\u0434",
    ("iso8859_6", "cp1253"): "\u0397\u03b4",
    ("iso8859_6", "cp1254"): "\xc7\xe4",
    ("iso8859_6", "mac_roman"): "\xab\u2030",
    ("iso8859_6", "cp437"): "\u255f\u03a3",
    ("iso8859_6", "cp850"): "\xc3\xf5",
}
_LOST_SHARE, _FEWEST_LOST = 0.05, 12  # U+FFFD among the signs
_SOUP = regex(r"[?\u25a1\u25a0¿]{2,}")  # words whose letters were replaced one by one
_SOUP_SHARE, _FEWEST_SOUP = 0.25, 8
# Letters written as escapes: of HTML, JSON, addresses, mail.
_ESCAPES = regex(
    r"&(?:amp;)?#(?:x0?6[0-9a-f]{2}|1[5-7]\d\d);|\\u06[0-9a-f]{2}|%(?:25)?d[89]%(?:25)?[89ab][0-9a-f]|=d[89]=[89ab][0-9a-f]",
    re.IGNORECASE,
)
_ESCAPES_SHARE, _FEWEST_ESCAPES = 0.5, 20
_ESCAPE_SIGNS, _SOUP_SIGNS = "&\\%=", "?\u25a1\u25a0¿"  # what each of these begins with


_WORD = regex(r"[^\W\d_]{2,}")
_ENDS_NO_MIRROR = frozenset("كلا فلا بلا خلا علا إلا ألا الا وإلا فضلا مثلا أولا بدلا جدلا رجلا عملا أصلا فعلا".split())
_MIRRORED_LINE = regex(r"[ \t]*[.،؟؛,!:](?![.\d])[^\n]*[^\s.،؟؛,!:…»\")\]]\s*$", re.MULTILINE)
_STRAIGHT_LINE = regex(r"[^\s.،؟؛,!:][.،؟؛!:][ \t]*$", re.MULTILINE)
_FEWEST_MIRRORED = 6
_LEAST_ARABIC = 1 / 3  # of the letters


def mojibake(text: str) -> bool:
    """Whether a text was decoded wrongly or twice: «Ø§Ù„», «ط§ظ„», «????», letters as escapes, U+FFFD in mass.

    >>> mojibake("افتتح وزير الأشغال في مدينة الميناء الجسر الجديد على النهر.")
    False
    >>> mojibake("افتتح وزير الأشغال في مدينة الميناء الجسر الجديد.".encode().decode("cp1256", "replace"))
    True
    """
    sample = _sample(text)
    fewest = _frequent(sample)  # no text has fewer signs than frequent letters, and the fewer, the more is garbled
    if fewest >= len(sample) / 2 and not _garbled(sample, fewest):  # nearly all texts
        return False
    signs = len("".join(sample.split()))
    return signs >= _FEWEST_SIGNS and (_garbled(sample, signs) or _articles(sample))


def _garbled(sample: str, signs: int) -> bool:
    return _led(sample, signs) or _lost(sample, signs) or _escaped(sample, signs)


_frequent = lru_cache(maxsize=1)(frequent_letters)  # each question about a text begins with it


def visual_order(text: str) -> bool:
    """Whether the letters are stored in the order of the screen, each line backwards, as some PDF files give them.

    >>> visual_order("افتتح وزير الأشغال في المدينة القديمة القلعة والمدرسة الجديدة."[::-1] * 3)
    True
    >>> visual_order("افتتح وزير الأشغال في المدينة القديمة القلعة والمدرسة الجديدة." * 3)
    False
    """
    sample = _sample(text)
    if _SHAPED.search(sample) is None and _plainly_straight(sample):  # nearly all texts
        return False
    sample = unicodedata.normalize("NFKC", sample)
    if arabic_letters(sample) < _FEWEST_LETTERS:
        return False
    words = _WORD.findall(sample)
    # No call a word: a thousand are looked at.
    suspects = [word for word in words if word[0] in "ةى" or word.endswith("لا")]
    straight = len([word for word in words if word[-1] in "ةى" or (word.startswith("ال") and len(word) >= 4)])
    mirrored = sum(map(_is_mirrored, suspects))
    most = mirrored + sample.count("\n") + 1  # each line counts once at most, and is dear to look at
    if most < _FEWEST_MIRRORED or most <= straight:
        return False
    mirrored += sum(1 for _ in _MIRRORED_LINE.finditer(sample))
    straight += sum(1 for _ in _STRAIGHT_LINE.finditer(sample))
    return mirrored >= _FEWEST_MIRRORED and mirrored > straight


# Whatever may be a letter in another shape («ﺔ»): normalising makes no other letters of what these blocks hold.
_SHAPED = regex(r"[^\x00-\xa0«»\u0600-\u0674\u0679-\u06ff\u2000-\u206f]")
_ENDED_STRAIGHT = regex(r"[ةى](?<=[^\W\d_][ةى])(?!\w)")
_ENDED_MIRRORED = regex(r"لا(?![^\W\d_])")


def _plainly_straight(sample: str) -> bool:
    """Whether words that end in «ة» or «ى» outnumber all that might be mirrored, and the lines.

    Each word that counts as mirrored opens with such a letter or ends in «لا»; each line counts once.
    """
    straight = len(_ENDED_STRAIGHT.findall(sample))
    opened = sample.count("ة") + sample.count("ى") - straight
    return opened + len(_ENDED_MIRRORED.findall(sample)) + sample.count("\n") + 1 <= straight


def not_arabic(text: str) -> bool:
    """Whether the letters are not of the Arabic script; Persian and Urdu are written in it.

    >>> not_arabic("The minister opened the new bridge over the river on Tuesday.")
    True
    >>> not_arabic("وزیر راه پل جدید را در شهر افتتاح کرد و گفت این پروژه سه سال طول کشید")
    False
    """
    sample = _sample(text)
    if _frequent(sample) >= len(sample) * _LEAST_ARABIC:
        return False
    letters = sum(map(str.isalpha, sample))
    return letters >= _FEWEST_LETTERS and arabic_letters("".join(filter(str.isalpha, sample))) < letters * _LEAST_ARABIC


def _sample(text: str) -> str:
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = (len(text) + _SAMPLE) // 2
    return text[:_SAMPLE] + "\n" + text[middle - _SAMPLE // 2 : middle + _SAMPLE // 2]


def _led(sample: str, signs: int) -> bool:
    """Whether the first bytes of UTF-8 letters stand all over the text, as characters of another encoding.

    Text decoded twice shows the first bytes of those characters.
    """
    return any(
        one in sample and other in sample and _is_led_by(sample.count(one), sample.count(other), signs, share)
        for pairs, share in ((_LEADS, _LEADS_SHARE), (_TWICE, _TWICE_SHARE))
        for one, other in pairs
    )


def _is_led_by(one: int, other: int, signs: int, share: float) -> bool:
    return one + other >= signs * share and min(one, other) >= signs * _RARER_SHARE


def _articles(sample: str) -> bool:
    """Whether words open with the Arabic article as another encoding shows it: «Çá»."""
    if arabic_letters(sample) >= len(sample) / 2:
        return False
    words = sample.split()
    opened = Counter(word[:2] for word in words)
    return any(opened[article] >= max(_FEWEST_WORDS, len(words) * _ARTICLE_SHARE) for article in ARTICLES.values())


def _lost(sample: str, signs: int) -> bool:
    """Whether letters were replaced: by U+FFFD, by question marks, by boxes."""
    hold = sum(map(sample.count, _SOUP_SIGNS)) >= 2 * _FEWEST_SOUP
    soup = _SOUP.findall(sample) if hold else []
    return sample.count("\ufffd") >= max(_FEWEST_LOST, signs * _LOST_SHARE) or (
        len(soup) >= _FEWEST_SOUP and sum(map(len, soup)) >= signs * _SOUP_SHARE
    )


def _escaped(sample: str, signs: int) -> bool:
    """Whether most of the text is letters written as escapes: «&#1575;», «\\u0627», «%D8%A7»."""
    if sum(map(sample.count, _ESCAPE_SIGNS)) < _FEWEST_ESCAPES:
        return False
    found = _ESCAPES.findall(sample)
    return len(found) >= _FEWEST_ESCAPES and sum(map(len, found)) >= signs * _ESCAPES_SHARE


def _is_mirrored(word: str) -> bool:
    """A word that is none in logical order: it begins with a letter that only ends words, or ends in the article."""
    return word[0] in "ةى" or (len(word) >= 4 and word.endswith("لا") and word not in _ENDS_NO_MIRROR)
