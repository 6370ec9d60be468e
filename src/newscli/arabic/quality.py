"""What went wrong with a text before it came here: wrongly decoded, stored in screen order, or not in Arabic script.

Statistics over a sample of the text; nothing is corrected, the reader is told. A text with few letters is never judged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

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
    signs = len("".join(sample.split()))
    if signs < _FEWEST_SIGNS:
        return False
    return _led(sample, signs) or _articles(sample) or _lost(sample, signs) or _escaped(sample, signs)


def visual_order(text: str) -> bool:
    """Whether the letters are stored in the order of the screen, each line backwards, as some PDF files give them.

    >>> visual_order("افتتح وزير الأشغال في المدينة القديمة القلعة والمدرسة الجديدة."[::-1] * 3)
    True
    >>> visual_order("افتتح وزير الأشغال في المدينة القديمة القلعة والمدرسة الجديدة." * 3)
    False
    """
    sample = _sample(text)
    if not unicodedata.is_normalized("NFKC", sample):  # told in a tenth of the time
        sample = unicodedata.normalize("NFKC", sample)
    if _plainly_straight(sample) or arabic_letters(sample) < _FEWEST_LETTERS:
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


_OPENED_MIRRORED = regex(r"[ةى](?=[^\W\d_])")
_ENDED_STRAIGHT = regex(r"[ةى](?<=[^\W\d_][ةى])(?!\w)")


def _plainly_straight(sample: str) -> bool:
    """Whether words that end in «ة» or «ى» outnumber all that might be mirrored, and the lines.

    Each word that counts as mirrored opens with such a letter or holds «لا»; each line counts once.
    """
    most = len(_OPENED_MIRRORED.findall(sample)) + sample.count("لا") + sample.count("\n") + 1
    return most <= len(_ENDED_STRAIGHT.findall(sample))


def not_arabic(text: str) -> bool:
    """Whether the letters are not of the Arabic script; Persian and Urdu are written in it.

    >>> not_arabic("The minister opened the new bridge over the river on Tuesday.")
    True
    >>> not_arabic("وزیر راه پل جدید را در شهر افتتاح کرد و گفت این پروژه سه سال طول کشید")
    False
    """
    sample = _sample(text)
    if frequent_letters(sample) >= len(sample) * _LEAST_ARABIC:
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
    count = {letter: sample.count(letter) for pair in (*_LEADS, *_TWICE) for letter in pair}
    pairs = [(pair, _LEADS_SHARE) for pair in _LEADS] + [(pair, _TWICE_SHARE) for pair in _TWICE]
    return any(
        count[one] + count[other] >= signs * share and min(count[one], count[other]) >= signs * _RARER_SHARE
        for (one, other), share in pairs
    )


def _articles(sample: str) -> bool:
    """Whether words open with the Arabic article as another encoding shows it: «Çá»."""
    if frequent_letters(sample) >= len(sample) / 2 or arabic_letters(sample) >= len(sample) / 2:
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
