"""Labels of time stamps: which of a line's words say what its dates are the dates of."""

from __future__ import annotations

from enum import Enum
from itertools import takewhile
from typing import NamedTuple

from newscli.dates.stamp_line import Item, Piece, Wall, senses_of
from newscli.dates.stamp_words import Sense


class Kind(Enum):
    """What a stamp's date is the date of."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    UNLABELLED = "unlabelled"
    EVENT = "event"


class Label(NamedTuple):
    """What a date's label says, the items it is made of, and the sense among them that decided.

    `named`: the words are a label and nothing else; headlines have «حتى» and «بتاريخ» as well.
    """

    kind: Kind = Kind.UNLABELLED
    items: tuple[Item, ...] = ()
    sense: Sense | None = None
    named: bool = False


_DECIDES = (  # the first sense that a label holds decides what it says
    (Sense.EVENT, Kind.EVENT),
    (Sense.MODIFIED, Kind.MODIFIED),
    (Sense.PUBLISHED, Kind.PUBLISHED),
    (Sense.HEAD, Kind.EVENT),
    (Sense.UNTIL, Kind.EVENT),
    (Sense.DATED, Kind.PUBLISHED),
)
_OF_LABELS = frozenset(sense for sense, _ in _DECIDES) | {Sense.FILLER, Sense.STORY, Sense.TIME}
_HEADS = frozenset((Sense.HEAD, Sense.DATED))
_OF_PAGE = frozenset((Sense.PUBLISHED, Sense.MODIFIED))
_WEAK = frozenset((Sense.UNTIL, Sense.DATED))  # that headlines have as well: «تمديد الهدنة حتى ...», «قرار بتاريخ ...»
_LONGEST_HEADED = 6  # words of «آخر موعد لتقديم طلبات القرض:»


def read_labels(pieces: list[Piece]) -> list[Label]:
    """A label for each date of the pieces, in order."""
    labels = [_before(pieces, number, place) for number, place in _dates(pieces)]
    if all(label.kind is Kind.UNLABELLED for label in labels):
        behind = [_after(pieces, number, place) for number, place in _dates(pieces)]
        labels = [after._replace(items=ahead.items + after.items) for ahead, after in zip(labels, behind, strict=True)]
    if any(map(_tells_of_event, pieces)):
        return [label._replace(kind=Kind.EVENT) if label.sense is Sense.DATED else label for label in labels]
    return labels


def _tells_of_event(piece: Piece) -> bool:
    """Whether a piece names a part of an event: «المكان: القاعة الكبرى | التاريخ: 14 مايو 2024»."""
    return piece.heads and Sense.EVENT in senses_of(piece.items)


def _dates(pieces: list[Piece]) -> list[tuple[int, int]]:
    """Where the dates stand: number of the piece, place in it."""
    return [
        (number, place)
        for number, piece in enumerate(pieces)
        for place, item in enumerate(piece.items)
        if item.date is not None
    ]


def _before(pieces: list[Piece], number: int, place: int) -> Label:
    """The label that ends at a date, in its own piece or in those before: «نشر في DATE», «تاريخ النشر | DATE»."""
    items, date = pieces[number].items[:place][::-1], pieces[number].items[place].date
    words = run = _run(items)
    colon = False
    while number > 0 and len(run) == len(items):
        colon = colon or pieces[number].before is Wall.COLON
        number -= 1
        headed = _headed(pieces[number])
        if headed:
            return headed
        if pieces[number].after is Wall.CREDIT:
            words = words + (_before_writer(pieces, number) if date is not None and date.full else [])
            break
        items = pieces[number].items[::-1]
        run = _run(items)
        words = words + run
    return _said(words, colon)


def _before_writer(pieces: list[Piece], number: int) -> list[Item]:
    """The label before the piece that names the writer: «أضيف بواسطة NAME في DATE»."""
    doing = pieces[number - 1] if number else None
    return doing.items if doing and doing.after is Wall.CREDIT and len(_run(doing.items)) == len(doing.items) else []


def _run(items: list[Item]) -> list[Item]:
    """The words of labels that the items begin with."""
    return list(takewhile(lambda item: item.sense in _OF_LABELS, items))


def _said(words: list[Item], colon: bool) -> Label:
    """What label words say. One of an event needs تاريخ, موعد or a colon: «افتتاح 14 مايو 2024» may be a headline."""
    senses = senses_of(words)
    if Sense.EVENT in senses and not (colon or senses & _HEADS):
        return Label()
    decided, kind = next((each for each in _DECIDES if each[0] in senses), (None, Kind.UNLABELLED))
    if decided is None:  # «تقرير 14 مايو 2024»: no label, so that the word is one like any other
        return Label(items=tuple(item for item in words if item.sense is not Sense.STORY))
    return Label(kind, tuple(words), decided, named=colon or decided not in _WEAK)


def _headed(piece: Piece) -> Label | None:
    """The label «تاريخ X:» or «موعد X:» whatever X is: not of the page, unless X says so."""
    items = piece.items
    if not piece.heads or len(items) > _LONGEST_HEADED or _HEADS.isdisjoint(senses_of(items[:2])):
        return None
    strange = None in senses_of(items) and _OF_PAGE.isdisjoint(senses_of(items))
    return Label(Kind.EVENT, tuple(items), Sense.HEAD, named=True) if strange else _said(items, colon=True)


def _after(pieces: list[Piece], number: int, place: int) -> Label:
    """The label behind a date: «14 مايو 2024 (محدث)». One before a colon or a name belongs to what follows it."""
    items = pieces[number].items[place + 1 :]
    words = _run(items)
    if not items and number + 1 < len(pieces):
        number += 1
        words = _run(pieces[number].items)
        if len(words) < len(pieces[number].items):
            return Label()
    if pieces[number].after is Wall.COLON and number == len(pieces) - 1:
        return Label(items=tuple(words))  # «14 مايو 2024 آخر تحديث:», a label with nothing behind it
    if pieces[number].after in (Wall.COLON, Wall.CREDIT) or _OF_PAGE.isdisjoint(senses_of(words)):
        return Label()
    return _said(words, colon=False)
