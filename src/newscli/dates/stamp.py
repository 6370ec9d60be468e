"""Time stamps: lines that hold a date and little else, told from headlines, decks and sentences that hold one as well.

Everything on the line is weighed. A date, a label and the words of stamps explain themselves; each word that nothing
explains speaks against a stamp, most of all one that stands beside the date without a separator: «أقوال الصحف 18 نيسان
2024» is a headline, «أقوال الصحف | 18 نيسان 2024» may be a line of information.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from msgspec import Struct

from newscli.arabic.letters import INVISIBLE, VOWELS, fold, strip_invisible
from newscli.dates import words as datewords
from newscli.dates.finder import find
from newscli.dates.found import FoundDate
from newscli.dates.stamp_labels import Kind, Label, read_labels
from newscli.dates.stamp_line import Item, Piece, Wall, read_pieces, senses_of
from newscli.dates.stamp_words import SAYS_NOW, Sense, is_known, names_section, sections, tells
from newscli.lexicon.agencies import is_agency
from newscli.lexicon.outlets import SUBJECTS
from newscli.regex import regex

LONGEST = 160  # characters; the longest of 486 stamps on the labelled pages has 64

# Log-odds of a stamp, set by hand while reading the 624 dated lines of the labelled pages and 190 of other wording.
WHOLE = 2.0  # the line holds a date
LABELLED = 2.0  # «تاريخ النشر:» stands before it
NUMERIC = 1.0  # it is in digits, as templates print it
CLOCK = 1.0  # a time in digits stands with it
COUNTER = 1.0  # readers, comments or minutes of reading are counted
STRANGE = -2.2  # a word beside the date that nothing explains
KNOWN = -0.7  # the same, of a place, outlet, section or person
NUMBER = -0.4  # a number that nothing explains
DASHED = -0.7  # a word in a piece of its own behind a dash, comma or colon
PIPED = -0.2  # a word in a piece of its own behind a pipe or bullet, or behind بقلم
PIECE_WORDS = 4  # words of a piece; each beyond costs LONG
LONG = -1.0
TELLS = -1.5  # a verb or a function word among the unexplained
SENTENCE = -2.0  # two or more unexplained words, and a full stop
OPEN = -1.0  # the date has no day, or is a time of day alone
TIMED = -1.0  # a time of day alone beside words that nothing explains: «الفجر: 5:17 صباحا»
POST = -3.0  # «NAME (@account) DATE» under a quoted post: the date is the post's
TODAY = -1.0  # «اليوم» and unexplained words: the headline of the day's prices
BEFORE_WEB = -2.5  # the year lies before there were news sites
FIRST_WEB_YEAR = 1994

_PREFILTER = regex(r"[\d٠-٩۰-۹０-９]")
_AGES = f"{datewords.SINCE} {datewords.RELATIVE} اليوم الساعة الماضي ago"
_PREFILTER_WORDS = regex("|".join(fold(_AGES).split()))
_DIGITS_DATE = regex(r"\d{1,4}\s{0,2}[/.\\_–-]\s{0,2}\d{1,2}\s{0,2}[/.\\_–-]\s{0,2}\d{1,4}")
_NOW = regex(SAYS_NOW)
_LATIN_NAME = regex(r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}")  # of a site on an Arabic page: «Lebanon Window»
_ACCOUNT = regex(r"\(@\w")
_UNSEEN = f"[ـ{VOWELS}{INVISIBLE}]*"  # between the letters of a word
_UPDATE_INSIDE = regex("|".join(_UNSEEN.join(word) for word in ("تحديث", "تعديل", "updated")))
# What forums print behind a message's day: «ارسل: DAY موضوع الرسالة: TITLE».
_SUBJECT = regex(
    r"(?<=\S)\s+(?:(?:موضوع|عنوان) (?:الرسال|الموضوع|المشارك|المساهم)[ةه]?|(?:post )?subject)\s?:", re.IGNORECASE
)
_SITE = 2  # words of a site's name beside its stamp
_FREE = frozenset((Sense.COUNT, Sense.ISSUE, Sense.TOOL, Sense.TIME, Sense.CREDIT))  # explain themselves everywhere
_FURNITURE = frozenset((Sense.COUNT, Sense.ISSUE, Sense.TOOL, Sense.PUBLISHED, Sense.MODIFIED))  # of no credit
_SELF_EXPLAINING = frozenset(Sense) - {Sense.EVENT, Sense.CREDIT, Sense.HEAD}  # in a piece of nothing else
_ENDS_SENTENCE = (".", "؟", "!", "?", "…")


class Stamp(Struct, frozen=True, kw_only=True):
    """A line that is a time stamp.

    `dates` are the dates in order, each with what it is the date of. `labelled`: a label says so of one of them;
    `told`: with a word of publishing or changing, which «التاريخ:» in a page's head is not. `relative`: there are only
    ages («منذ ساعتين»). `running`: a page's clock, by its words or its ticking seconds; `now`: by its words. `issue`:
    the number of a printed issue stands with it. `rest`: ranges of the other pieces, which may be credits.
    """

    dates: tuple[tuple[FoundDate, Kind], ...]
    labelled: bool = False
    told: bool = False
    relative: bool = False
    running: bool = False
    now: bool = False
    issue: bool = False
    rest: tuple[tuple[int, int], ...] = ()


def may_be_stamp(text: str, folded: str | None = None) -> bool:
    """Whether a text is short and has a digit or a word of stamps: the cheap test that spares paragraphs the reading.

    >>> may_be_stamp("نشر منذ ساعتين"), may_be_stamp("قال الوزير"), may_be_stamp("2024 " * 50)
    (True, False, False)
    """
    if len(text) > LONGEST and (len(text) > 2 * LONGEST or len(strip_invisible(text)) > LONGEST):
        return False
    return bool(_PREFILTER.search(text) or _PREFILTER_WORDS.search(fold(text) if folded is None else folded))


def read_stamp(text: str, folded: str | None = None) -> Stamp | None:
    """The time stamp that a line is; None where it is a headline, a sentence or anything else.

    `folded` is `fold(text)` where the caller has it.

    >>> stamp = read_stamp("علي حسن | نشر في 14 مايو 2024 | آخر تحديث: 15 مايو 2024 10:30 | 88 مشاهدة")
    >>> [(date.iso, kind.value) for date, kind in stamp.dates], stamp.rest
    ([('2024-05-14', 'published'), ('2024-05-15T10:30:00', 'modified')], ((0, 7),))
    >>> read_stamp("أسعار الوقود اليوم الخميس 18 أبريل 2024") is None
    True
    """
    if not may_be_stamp(text, folded):
        return None
    if (subject := _SUBJECT.search(text)) is not None:
        text = text[: subject.start()]
    pieces = read_pieces(text)
    if not pieces:
        return None
    line = _Line(text, pieces)
    return line.stamp() if line.weight() > 0 else None


class _Line:
    """A line's pieces with the words of them that dates and labels do not explain."""

    def __init__(self, text: str, pieces: list[Piece]) -> None:
        self.text = text
        self.pieces = pieces
        self.labels = read_labels(pieces)
        self.items = list(chain.from_iterable(piece.items for piece in pieces))
        self.dates = [item.date for item in self.items if item.date is not None]
        days = [date for date in self.dates if date.calendar]
        self.numeric = any(_DIGITS_DATE.search(strip_invisible(date.text)) for date in days)
        self.clock = any(date.time and ":" in date.text for date in days)
        labelling = {item.start for label in self.labels for item in label.items}
        self.strange = [_unexplained(piece, labelling) for piece in pieces]

    def weight(self) -> float:
        """The log-odds that the line is a stamp."""
        return WHOLE + self._for() + self._against() + sum(map(self._beside, self.pieces, self.strange))

    def _for(self) -> float:
        """What speaks for a stamp."""
        return (
            LABELLED * any(label.named for label in self.labels)
            + NUMERIC * self.numeric
            + CLOCK * self.clock
            + COUNTER * self._numbers(Sense.COUNT)
        )

    def _only_timed(self, strange: list[Item]) -> bool:
        """Whether the line tells an hour and no day, beside words that are neither sections nor an outlet's credit."""
        told = any(date.calendar or date.relative for date in self.dates)
        return not (told or sections().issuperset(item.word for item in strange) or self._credited(strange[:-1]))

    def _numbers(self, sense: Sense) -> bool:
        """Whether a number stands with a word of that sense."""
        return any(item.counts and item.sense is sense for item in self.items)

    def _against(self) -> float:
        """What speaks against it in the line as a whole."""
        strange = _words(chain.from_iterable(self.strange))
        return (
            SENTENCE * (len(strange) > 1 and strip_invisible(self.text).rstrip().endswith(_ENDS_SENTENCE))
            + OPEN * (not any(map(_closed, self.dates)))
            + TIMED * self._only_timed(strange)
            + POST * bool(_ACCOUNT.search(strip_invisible(self.text)))
            + TODAY * any(strange and "اليوم" in strip_invisible(date.text) for date in self.dates)
            + BEFORE_WEB * any(date.date and int(date.date[:4]) < FIRST_WEB_YEAR for date in self.dates)
        )

    def _beside(self, piece: Piece, strange: list[Item]) -> float:
        """What the unexplained words of a piece weigh."""
        words = _words(strange)
        numbers = NUMBER * (len(strange) - len(words))
        if piece.dated:
            runs = _runs(piece.items, words)
            return numbers + sum(map(self._loose, runs))
        if not words or is_known(self._cut(words)):
            return numbers
        behind_pipe = max(piece.before, piece.after) >= Wall.PIPE
        long = max(0, len(words) - PIECE_WORDS) * LONG
        return numbers + long + len(words) * (PIPED if behind_pipe else DASHED) + _telling(words)

    def _loose(self, run: list[Item]) -> float:
        """What words weigh that stand beside a date in its own piece."""
        text = self._cut(run)
        if names_section(text) or _is_portrait(run):
            return 0.0
        counted = self._numbers(Sense.ISSUE) or (self.numeric and self._numbers(Sense.COUNT))  # «88 قراءة»
        paper = counted and len(run) <= PIECE_WORDS
        known = is_known(text) or _LATIN_NAME.fullmatch(text) or self._credited(run) or self._stamped(run) or paper
        known = known or (len(run) == _SITE and run[-1].word in SUBJECTS and all(date.relative for date in self.dates))
        return len(run) * KNOWN if known else len(run) * STRANGE + _telling(run)

    def _credited(self, run: list[Item]) -> bool:
        """Whether words stand between the date that opens the line and «خاص» or an agency: «03:36 م أرقام - خاص»."""
        last = self.pieces[-1].items
        opens = self.items[0].date is not None and self.items[1:] == run + last
        return opens and len(run) <= PIECE_WORDS and is_agency(self._cut(last))

    def _stamped(self, run: list[Item]) -> bool:
        """Whether two words and a stamp in digits are all of the line: «نافذة لبنان 24-05-2021 | 07:40»."""
        alone = len(run) <= _SITE and len(self.items) == len(run) + len(self.dates)
        return self.numeric and self.clock and alone and not any(tells(item.word) for item in run)

    def _cut(self, items: list[Item]) -> str:
        return strip_invisible(self.text[items[0].start : items[-1].end])

    def stamp(self) -> Stamp:
        """The stamp that the line is."""
        now = bool(_NOW.search(fold(self.text)))
        dates = tuple(chain.from_iterable(map(self._kinds, self.dates, self.labels)))
        if now:
            dates = tuple((date, Kind.UNLABELLED) for date, _ in dates)
        labelled = any(kind is not Kind.UNLABELLED for _, kind in dates)
        return Stamp(
            dates=dates,
            labelled=labelled,
            told=labelled and any(label.sense in (Sense.PUBLISHED, Sense.MODIFIED) for label in self.labels),
            relative=all(date.relative for date in self.dates),
            now=now,
            running=now or (not labelled and any(map(_ticks, self.dates))),
            issue=self._numbers(Sense.ISSUE),
            rest=tuple(self._rest()),
        )

    def _kinds(self, date: FoundDate, label: Label) -> Iterator[tuple[FoundDate, Kind]]:
        """A date with its kind; two where «آخر تحديث» stands inside it: the day, and day and hour of the change."""
        if date.reason.startswith("range"):
            yield date, Kind.EVENT
            return
        update = _UPDATE_INSIDE.search(date.text)
        if update is None:
            yield date, label.kind
            return
        first = find(self.text[: date.start + update.start()])
        if first and first[-1].full:
            yield first[-1], label.kind
        yield date, Kind.MODIFIED

    def _rest(self) -> Iterator[tuple[int, int]]:
        """The ranges of what is unexplained; a piece behind a colon with the word before it: «المصدر: رويترز»."""
        opening: list[Item] = []
        for piece, strange in zip(self.pieces, self.strange, strict=True):
            if piece.dated:
                runs = [opening, *_runs(piece.items, strange)]
                yield from map(_range, filter(_words, runs))
                opening = []
                continue
            credit = Sense.CREDIT in senses_of(piece.items)
            kept = [item for item in piece.items if item in strange or item.sense not in _FURNITURE]
            run = opening + kept if credit or _words(strange) else []
            opening = run if piece.after is Wall.COLON else []
            if run and not opening:
                yield _range(run)


def _is_portrait(run: list[Item]) -> bool:
    """Whether words are those of a writer's portrait and his name, as dumps print them: «صورة NAME NAME»."""
    words = [item.word for item in run]
    half = len(words) // 2
    return half > 0 and words[0] == "صوره" and words[1 : 1 + half] == words[1 + half :]


def _words(items: Iterable[Item]) -> list[Item]:
    """Those that are no numbers."""
    return [item for item in items if not item.counts]


def _range(run: list[Item]) -> tuple[int, int]:
    return run[0].start, run[-1].end


def _telling(words: list[Item]) -> float:
    return TELLS * sum(tells(item.word) for item in words)


def _unexplained(piece: Piece, labelling: set[int]) -> list[Item]:
    """The words and numbers of a piece that are neither date, label, counter nor word of stamps."""
    if not piece.dated and _SELF_EXPLAINING.issuperset(senses_of(piece.items)):
        return []
    return [
        item for item in piece.items if item.date is None and item.start not in labelling and item.sense not in _FREE
    ]


def _runs(items: list[Item], wanted: list[Item]) -> list[list[Item]]:
    """The wanted items in runs that nothing comes between."""
    return [list(run) for is_wanted, run in groupby(items, wanted.__contains__) if is_wanted]


def _closed(date: FoundDate) -> bool:
    """Whether a found date says which day it is, alone or once the page tells the order or the moon."""
    return date.full or bool(date.readings) or date.relative


def _ticks(date: FoundDate) -> bool:
    """Whether seconds are printed as a page clock does: no offset with them, and not the 09:00:00 of a template."""
    return date.seconds is not None and date.offset is None and f"{date.time}:{date.seconds:02}"[3:] != "00:00"
