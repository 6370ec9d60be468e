"""Text into the tokens that dates are made of: numbers, times, month names, separators, and all other words.

Matching is done on folded text, in which invisible marks and harakat are gone, so that none of them can come between
two tokens; `Places` leads back to the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from newscli.arabic.letters import FREQUENT, INVISIBLE, fold, fold_frequent
from newscli.dates import words as datewords
from newscli.regex import regex

PADDING = 8  # end tokens after the last one: no reader looks further ahead without having matched


class Token(Struct, frozen=True, gc=False):
    """A token: its kind, its number (value, month, minutes...), its range in the folded text, and its folded text."""

    kind: str
    value: int
    start: int
    end: int
    text: str


END = Token("end", 0, -1, -1, "")
_PLAIN = datewords.Word("word", 0)

# Heh in the forms that folding for words leaves alone: Urdu doachashmee, taa marbuta goal; and Kurdish, Urdu yeh.
_LOOK_ALIKES = {"ھ": "ه", "ۃ": "ه", "ے": "ي", "ۍ": "ي", "ڪ": "ك", "ٲ": "ا", "ٳ": "ا", "٫": ".", "٬": ","}
_FOLDED_RANGES = (
    range(0x41, 0x5B),
    range(0xC0, 0xDF),
    range(0x0600, 0x0700),
    range(0xFE80, 0xFEFD),  # Arabic Presentation Forms-B: letters already shaped, as PDFs give them
    map(ord, INVISIBLE),
)
_UNSEEN = (0x034F, *range(0x206A, 0x2070), *range(0xFE00, 0xFE10))  # joiners and selectors that show nothing
_MARKS = frozenset((*map(chr, range(0x064B, 0x0660)), "\u0640", "\u0670"))  # harakat, tatweel, superscript alef


@cache
def _table() -> dict[int, str]:
    """What each character stands for in dates: digits, marks and letters in their plain form."""
    table = {code: fold(chr(code)) for codes in _FOLDED_RANGES for code in codes}
    table |= {ord(letter): plain for letter, plain in _LOOK_ALIKES.items()}
    table |= dict.fromkeys(_UNSEEN, "")
    table |= {0xFF10 + digit: str(digit) for digit in range(10)}  # full-width digits
    table |= {0x2212: "-", 0x2010: "-", 0x2011: "-", 0x066B: ".", 0xFF0F: "/", 0xFF1A: ":", 0x2236: ":"}
    return {code: plain for code, plain in table.items() if plain != chr(code)}


@cache
def _rare() -> re.Pattern[str]:
    return regex("[" + "".join(re.escape(chr(code)) for code in _table() if chr(code) not in FREQUENT) + "]")


def _folded(text: str) -> str:
    """Text with each character of the table replaced; what it gives is never in the table."""
    table = _table()
    return _rare().sub(lambda found: table[ord(found[0])], fold_frequent(text))


@cache
def _uneven() -> re.Pattern[str]:
    """Characters whose folding is not one character long."""
    return regex("[" + "".join(re.escape(chr(code)) for code, plain in _table().items() if len(plain) != 1) + "]")


class Places:
    """Where ranges of the folded text stand in the text as given.

    >>> text = "5 مـايُو\u200f 2014"
    >>> start, end = Places(text).range(2, 6)
    >>> text[start:end]
    'مـايُو'
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = _places(text)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The range in the text as given, with the harakat and tatweel on its last letter (هـ, مساءً)."""
        if self._places is None:
            return start, end
        first, last = self._places[start], self._places[end - 1] + 1
        while last < len(self._text) and self._text[last] in _MARKS:
            last += 1
        return first, last


def _places(text: str) -> list[int] | None:
    """For each character of the folded text its index in `text`; None where the two run in step.

    >>> _places("مـاي")
    [0, 2, 3]
    """
    places: list[int] = []
    done = -1
    for match in _uneven().finditer(text):
        done, before = match.start(), done
        places.extend(range(before + 1, done))
        places.extend([done] * len(_table()[ord(match.group())]))
    if done < 0:
        return None
    places.extend(range(done + 1, len(text)))
    return places


_COLON = r"[^\S\n]?:[^\S\n]?"
_HHMM = r"(?:(?:0?\d|1[0-4]):[0-5]\d|(?:0\d|1[0-4])(?:[0-5]\d)?)(?![\d:])"  # +03:00, +3:00, +0300, +03
_HOUR_TENS = r"(?:0?\d|1[0-4])"
# Atomic groups and single bounded choices: no alternative can be retried at length.
_TOKEN = regex(
    rf"""
    (?P<time> (?<!\d) (?<!\d:) (?P<h>\d\d?) {_COLON} (?P<m>[0-5]\d) (?P<s>{_COLON}[0-5]\d(?:[.,]\d{{1,9}})?)? (?![\d:])
        (?P<offset> [^\S\n]?\+{_HHMM} | (?(s)[^\S\n]?-{_HHMM}|(?!)) | z(?!\w) )? )
  | (?P<clock> (?<!\w) (?:gmt|utc) (?!\w) (?P<shift>[^\S\n]?[+-]{_HOUR_TENS}(?::?[0-5]\d)?(?![\d/.:-]))? )
  | (?P<universal> (?<!\w) ت(?:[ .]{{1,2}}م|[ .]{{0,2}}غ)(?!\w) \.? )
  | (?P<ampm> (?<![^\W\d_]) [ap][ .]{{0,2}}m(?!\w) \.? )
  | (?P<num> \d++ )
  | (?P<pair> (?<![^\W\d_]) [وبل]? (?P<head>كانون|تشرين|ربيع|جماد[يا]?|ذ[وي]) [^\S\n]{{0,2}}
        (?P<tail>(?:ال)?(?:اول[ي]?|ثاني?ه?|تاني|اخر[هي]?|قعده|حجه)|[12]) (?![^\W_]) )
  | (?P<short> (?<=\d[ /]) (?P<letter>[تك]) (?P<nth>[12]) (?!\w) )
  | (?P<word> [^\W\d_]++ )
  | (?P<line> \n )
  | (?P<sign> [^\s] )
""",
    re.VERBOSE,
)
_WORD = regex(r"[^\W\d_]+")
_PAIR = regex(r"كانون|تشرين|ربيع|جماد|ذو|ذي")
# What numbers are dates and times by: two over a slash, three over other marks, 10:30, 20h30, 5 ت2; a zone behind one.
# Two patterns, each of whose alternatives begins with a character: so Python skips quickly to where one may begin.
_OF_NUMBERS = regex(
    r"""
    \d (?: \s*+/\s*\d
        | \s{0,2}([.\\_–-])\s{0,2} \d{1,4} \s{0,2}\1\s{0,2}\d
        | [^\S\n]?:[^\S\n]?[0-5]\d
        | (?:h|سا?)(?![^\W\d_])
        | [ /][تك][12] )
""",
    re.VERBOSE,
)
_OF_CLOCKS = regex(r"gmt|utc|ت(?:[ .]{1,2}م|[ .]{0,2}غ)(?!\w)|a[ .]{0,2}m(?!\w)|p[ .]{0,2}m(?!\w)")


def may_hold_date(folded: str) -> bool:
    """Whether folded text has what no date is without: the cheap test before the reading.

    That is a word of dates, or a number with a mark or a word that makes it a date or a time.

    >>> [may_hold_date(text) for text in ("5 مايو", "الساعه 20", "5/6", "اكثر من 300 شخص", "فوز 3-1")]
    [True, True, True, False, False]
    """
    if _PAIR.search(folded):
        return True
    words = _WORD.findall(folded)
    if not datewords.triggers().isdisjoint(words):
        return True
    if not any(map(str.isdecimal, folded)):
        return False
    beside_number = not datewords.triggers_beside_numbers().isdisjoint(words)
    return beside_number or bool(_OF_NUMBERS.search(folded) or _OF_CLOCKS.search(folded))


def tokenise(text: str) -> list[Token]:
    """The tokens of a text, two end tokens before the first and several after the last; empty if no date can be in it.

    >>> [(token.kind, token.value) for token in tokenise("7 فبراير1882")[2:-PADDING]]
    [('num', 7), ('month', 2), ('num', 1882)]
    """
    folded = _folded(text)
    if not may_hold_date(folded):
        return []
    tokens = [END, END]
    words = datewords.vocabulary()
    for match in _TOKEN.finditer(folded):
        group, part = match.lastgroup, match.group()
        if group == "word":  # nine of ten: the short way
            kind, value = words.get(part, _PLAIN)
        elif group in ("sign", "line"):
            kind, value = group, 0
        elif group == "time":
            tokens.extend(_time(match))
            continue
        else:
            kind, value = _COMPOUND[group or ""](match)
        tokens.append(Token(kind, value, *match.span(), part))
    tokens.extend([END] * PADDING)
    return tokens


def _time(match: re.Match[str]) -> tuple[Token, ...]:
    """A time of day with its offset, if one stands with it; a word where there is no such hour."""
    hour, minute, offset = int(match["h"]), int(match["m"]), match["offset"]
    start, end = match.span()
    if hour > 24:
        return (Token("word", 0, start, end, match.group()),)
    stop = match.start("offset") if offset else end
    time = Token("time", hour % 24 * 60 + minute, start, stop, match.group())
    if not offset:
        return (time,)
    return time, Token("zone", shift_minutes(offset), stop, end, offset)


SIGNS = frozenset("+-")  # of an offset from UTC


def shift_minutes(text: str) -> int:
    """Minutes east of UTC of a written offset.

    >>> shift_minutes("+0330"), shift_minutes("GMT-5"), shift_minutes("Z")
    (210, -300, 0)
    """
    digits = "".join(letter for letter in text if letter.isdigit())
    if not digits:
        return 0
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    return (-1 if "-" in text else 1) * (int(hours) * 60 + int(minutes))


def hhmm(minutes: int) -> str:
    """Minutes as hours and minutes.

    >>> hhmm(210)
    '03:30'
    """
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _pair(match: re.Match[str]) -> tuple[str, int]:
    """«كانون الثاني», «جمادى الآخرة», «ذي القعدة»: a month by its two words."""
    head, tail = _HEADS.get(match["head"], match["head"]), match["tail"].removeprefix("ال")
    if (head == "ذو") != (tail in _OF_DHU):
        return "word", 0
    number = _OF_DHU.get(tail) or (1 if tail.startswith(("اول", "1")) else 2)
    return "month" if head in datewords.GREGORIAN_PAIRS else "hijri", datewords.PAIRS[head][number - 1]


_HEADS = {"ذي": "ذو", "جماد": "جمادي", "جمادا": "جمادي"}
_OF_DHU = {"قعده": 1, "حجه": 2}
_SHORT_HEADS = {"ت": "تشرين", "ك": "كانون"}  # «5 ت2»
# What a match of each group is: the kind of its token, and its number.
_COMPOUND: dict[str, Callable[[re.Match[str]], tuple[str, int]]] = {
    "num": lambda match: ("num", int(match.group()) if len(match.group()) <= 4 else -1),
    "clock": lambda match: ("zone", shift_minutes(match["shift"] or "")),
    "universal": lambda match: ("zone", 0),
    "ampm": lambda match: ("meridiem", datewords.MORNING if match.group()[0] == "a" else datewords.AFTERNOON),
    "pair": _pair,
    "short": lambda match: ("month", datewords.PAIRS[_SHORT_HEADS[match["letter"]]][int(match["nth"]) - 1]),
}
