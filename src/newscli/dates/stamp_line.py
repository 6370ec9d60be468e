"""A short line as the pieces a time stamp is made of: dates, words with their sense, and what separators keep apart.

«علي حسن | نشر في 14 مايو 2024 | 88 مشاهدة»  ->  [علي حسن] [نشر في DATE] [88 مشاهدة]
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from newscli.arabic.letters import INVISIBLE
from newscli.dates.finder import find_in_tokens
from newscli.dates.found import FoundDate
from newscli.dates.stamp_words import COPTIC_ERA, COPTIC_MONTHS, ISSUED, NUMBER_WORDS, TIME_KINDS, Sense, senses
from newscli.dates.tokens import Places, Token
from newscli.dates.words import folded
from newscli.lexicon.credit_words import FUNCTION, role_words
from newscli.lexicon.given_names import is_given_name
from newscli.lexicon.places import is_place
from newscli.regex import regex

_PIPES = frozenset("\n|•·●▪■◆¦‖~*›»→⟩⋅∙‧・◦○►▶▸◊★☆")
_DASHES = frozenset("-–—/\\")  # that also join words: «الأنجلو-أمريكي»
_MARKS = _DASHES | frozenset(":,،؛;()[]{}_")
_LOST = "\ufffd"  # a letter that decoding could not read
_JOINED = dict.fromkeys(_DASHES, "word") | {",": "num", "،": "num"}  # «1,204»: what a mark joins when no space parts it
_UNSEEN = f"[{INVISIBLE}]{{0,9}}"
# «دمشق ـ سانا»: a letter's stroke used as a dash
_TATWEEL_DASH = regex(rf"(?<!\S){_UNSEEN}(?:ـ{_UNSEEN}){{1,9}}(?!\S)")
# «2015 05 14»: spaces between the numbers of a day that is all of the line, or beside nothing but its time
_SPACED_DAY = regex(r"^\W*(?:(?:19|20|١٩|٢٠)\d\d \d\d \d\d|\d\d \d\d (?:19|20|١٩|٢٠)\d\d)(?=\W*$|\W{1,3}\d\d?:\d\d)")
_ENDS_NAME = frozenset((Sense.FILLER, Sense.DATED, Sense.TIME, Sense.PUBLISHED, Sense.MODIFIED))
_COUNTING = (Sense.COUNT, Sense.ISSUE)
_OF_DATES = frozenset(("num", "time", "weekday", "month", "hour", "hijri", "era"))
_PLACE = 3  # words of a place's name
_NEAR = 3  # items between a number and the word that it counts


class Wall(IntEnum):
    """What stands between a piece and its neighbours; a colon names the piece behind it."""

    NONE = 0
    DASH = 1
    COLON = 2
    PIPE = 3
    CREDIT = 4  # no sign, but كتب or بقلم, which open a name


class Item(Struct, frozen=True):
    """A date, word, number or sign of the line, with its range. `sense` is None for a word of another kind."""

    start: int
    end: int
    word: str = ""  # folded; empty for a date and a sign
    sense: Sense | None = None
    date: FoundDate | None = None
    counts: bool = False  # a number
    wall: Wall = Wall.NONE  # a sign, and what it parts


class Piece(NamedTuple):
    """The items between two walls."""

    items: list[Item]
    before: Wall
    after: Wall

    @property
    def dated(self) -> bool:
        """Whether it holds a date."""
        return any(item.date for item in self.items)

    @property
    def heads(self) -> bool:
        """Whether it is words before a colon."""
        return self.after is Wall.COLON and not self.dated


def senses_of(items: Iterable[Item]) -> set[Sense | None]:
    """The senses of some items."""
    return {item.sense for item in items}


def read_pieces(text: str) -> list[Piece]:
    """The pieces of a line that holds a date, in order; none where it holds no date.

    >>> [[item.word or item.date.text for item in piece.items] for piece in read_pieces("علي | 14 مايو 2024 | رياضة")]
    [['علي'], ['14 مايو 2024'], ['رياضه']]
    """
    plain = _TATWEEL_DASH.sub(lambda dash: dash.group().replace("ـ", "-"), text) if "ـ" in text else text
    plain = _SPACED_DAY.sub(lambda day: day.group().replace(" ", "-"), plain)
    tokens, dates = find_in_tokens(plain)
    if plain is not text:  # what is printed stays as it is printed
        dates = tuple(replace(date, text=text[date.start : date.end]) for date in dates)
    return _split(_items(plain, tokens, dates)) if dates else []


def _items(text: str, tokens: list[Token], dates: tuple[FoundDate, ...]) -> list[Item]:
    """The dates of a line, and the words, numbers and separators between them, each with its sense."""
    places, tokens = Places(text), [token for token in tokens if token.kind != "end"]
    items: list[Item] = []
    waiting = list(reversed(dates))
    done = 0
    for number, token in enumerate(tokens):
        start, end = places.range(token.start, token.end)
        if waiting and end > waiting[-1].start:
            date = waiting.pop()
            items.append(Item(date.start, date.end, date=date))
            done = date.end
        if start >= done and (item := _item(token, tokens, number, start, end)):
            glued = items and items[-1].date is not None and token.start == tokens[number - 1].end
            if glued and token.kind == "word":  # «14:33النشرة»: it stood in another element
                items.append(Item(start, start, wall=Wall.PIPE))
            items.append(item)
    return _placed(_dated_writing(_named(_counted(_numbered(_coptic(items))))))


def _item(token: Token, tokens: list[Token], number: int, start: int, end: int) -> Item | None:
    """What one token is in a stamp's line; None for a sign that parts nothing."""
    if token.text in _PIPES:
        return Item(start, end, wall=Wall.PIPE)
    if token.text == _LOST:  # a run of them is a word
        before = tokens[max(0, number - 1)]
        return None if (before.text, before.end) == (_LOST, token.start) else Item(start, end, token.text)
    if token.kind == "sign":
        wall = _wall(token, tokens, number)
        return Item(start, end, wall=wall) if wall else None
    if token.kind in ("num", "time"):
        return Item(start, end, token.text, counts=True)
    sense = senses().get(token.text) or senses().get(token.text.removeprefix("و"))
    if sense is None and token.kind in TIME_KINDS and not _stray(tokens, number):
        sense = Sense.TIME
    return Item(start, end, token.text, sense)


def _stray(tokens: list[Token], number: int) -> bool:
    """Whether a time of day stands away from any date, as in the name «جريدة الصباح»."""
    beside = [*tokens[max(0, number - 1) : number], *tokens[number + 1 : number + 2]]
    return tokens[number].kind == "meridiem" and not any(near.kind in _OF_DATES for near in beside)


def _wall(token: Token, tokens: list[Token], number: int) -> Wall:
    """What a sign parts: nothing if it is none of a separator's, or joins two words or numbers."""
    if token.text not in _MARKS:
        return Wall.NONE
    before, after = tokens[max(0, number - 1)], tokens[min(number + 1, len(tokens) - 1)]
    if before.end == token.start and after.start == token.end and before.kind == after.kind == _JOINED.get(token.text):
        return Wall.NONE
    return Wall.COLON if token.text == ":" else Wall.DASH


def _numbered(items: list[Item]) -> list[Item]:
    """«رقم البيان: 17/2020» counts nothing that a reader looks for: both words are those of a counter."""
    done = list(items)
    for index, (item, after) in enumerate(pairwise(items)):
        if item.word in NUMBER_WORDS and after.sense is Sense.STORY:
            done[index : index + 2] = replace(item, sense=Sense.COUNT), replace(after, sense=Sense.COUNT)
    return done


def _coptic(items: list[Item]) -> list[Item]:
    """«15 هاتور 1741 ش» beside a date says the same day once more."""
    done = list(items)
    for index, (item, after) in enumerate(pairwise(items)):
        if not item.counts or after.word not in COPTIC_MONTHS:
            continue
        behind = takewhile(lambda each: each.counts or each.word in COPTIC_ERA, items[index + 2 :])
        told = [item, after, *behind]
        done[index : index + len(told)] = [replace(each, sense=Sense.TIME, counts=False) for each in told]
    return done


def _counted(items: list[Item]) -> list[Item]:
    """Numbers take the sense of the word beside them that counts or names an issue, and such words need a number.

    «88 مشاهدة», «عدد القراءات: 88», «العدد 902»; but «قراءة في كتاب» counts nothing. A day names an issue as well:
    «عدد الجمعة 9 حزيران 2023».
    """
    done = list(items)
    for index, item in enumerate(items):
        takes = item.counts or item.word in NUMBER_WORDS
        if not takes and item.sense not in _COUNTING:
            continue
        if item.sense is Sense.ISSUE and _names_day(items[index + 1 :]):
            done[index] = replace(item, counts=True)
            continue
        near = [*items[max(0, index - _NEAR) : index], *items[index + 1 : index + _NEAR + 1]]
        counting = [sense for sense in _COUNTING if sense in senses_of(near)]
        if takes:
            done[index] = replace(item, sense=next(iter(counting), None))
        elif not counting and not any(other.counts or other.word in NUMBER_WORDS for other in near):
            done[index] = replace(item, sense=None)
    return done


def _names_day(behind: list[Item]) -> bool:
    """Whether a date in full comes first, with its weekday before it: «عدد يوم الجمعة 9 حزيران 2023»."""
    date = next((item.date for item in behind if item.sense is not Sense.FILLER), None)
    return date is not None and date.full and date.text[:1].isalpha()


@cache
def _roles() -> frozenset[str]:
    """Folded words before a colon that a name follows: «تصوير:», «المصدر:»."""
    return role_words() - FUNCTION | folded("المصدر مصدر الكاتب المحرر المراسل المترجم المصور")


def _named(items: list[Item]) -> list[Item]:
    """Words of stamps that are names behind another name: «محمد علي», «أحمد رجب»; folded, علي is على as well."""
    done: list[Item] = []
    behind_name = False
    for item in items:
        done.append(replace(item, sense=None) if behind_name and is_given_name(item.word) else item)
        behind_name = bool(item.word) and done[-1].sense is None and not item.counts
    return done


def _dated_writing(items: list[Item]) -> list[Item]:
    """«كتب في 14 مايو» tells when, «كتب علي حسن» who; «كتب بواسطة علي حسن في 14 مايو» both."""
    return [
        replace(item, sense=Sense.PUBLISHED) if item.sense is Sense.CREDIT and _tells_when(after) else item
        for item, after in zip(items, [*items[1:], Item(0, 0)], strict=True)
    ]


def _tells_when(after: Item) -> bool:
    """Whether a date, a word before one, or the word before who did it stands there."""
    return after.date is not None or after.sense in (Sense.FILLER, Sense.DATED, Sense.CREDIT)


def _placed(items: list[Item]) -> list[Item]:
    """The place behind a verb of issuing says nothing of the date: «حرر بالرباط في 14 مايو»."""
    done = list(items)
    for index, item in enumerate(items):
        if item.word not in ISSUED:
            continue
        into = index + 1 < len(items) and items[index + 1].word == "في"
        start = index + 1 + into
        said = list(takewhile(lambda each: each.word and each.sense not in _ENDS_NAME, items[start : start + _PLACE]))
        name = " ".join(each.word for each in said)
        if is_place(name if into else name.removeprefix("ب")) and (into or name.startswith("ب")):
            done[start : start + len(said)] = [replace(each, sense=Sense.FILLER) for each in said]
    return done


def _split(items: list[Item]) -> list[Piece]:
    """The items by the walls between them; a name's piece begins at its كتب and ends at the date or «في» behind it."""
    pieces: list[Piece] = []
    run: list[Item] = []
    before = wall = Wall.NONE
    naming = False
    for item in items:
        if item.wall:
            wall = max(wall, item.wall)
            naming = item.wall is Wall.COLON and bool(run) and (naming or run[-1].word in _roles())
            continue
        ends = naming and (item.date is not None or item.sense in _ENDS_NAME)
        if item.sense is Sense.CREDIT or ends:
            wall = wall or Wall.CREDIT
        if run and wall:
            pieces.append(Piece(run, before, wall))
            run, before = [], wall
        run.append(item)
        wall = Wall.NONE
        naming = item.sense is Sense.CREDIT or (naming and not ends)
    return [*pieces, Piece(run, before, wall)] if run else pieces
