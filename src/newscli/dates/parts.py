"""The parts a date is printed in: weekday, day of one calendar, time, zone and age, each with its range of tokens.

Parts that only separators keep apart are one date: «الأحد | 5 مايو 2013 - الساعة 10:30».
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from newscli.dates import words as datewords
from newscli.dates.clock import read_time, read_zone
from newscli.dates.named import read_day
from newscli.dates.printed import A_NAME, GREGORIAN, HIJRI, is_day_number, three_numbers
from newscli.dates.tokens import SIGNS, Token, hhmm


class Part(NamedTuple):
    """A part of a printed date: its slot, the range of its tokens, and its value."""

    slot: str
    first: int
    last: int  # index after its last token
    value: Any


def read_parts(tokens: list[Token]) -> list[Part]:
    """Every part of a date in the tokens, in order."""
    parts: list[Part] = []
    closing = -1  # the year after the time in «Aug 11 12:57:33 GMT 2015» or «21 12:51 2021 جويلية», read with the day
    i, stop = 2, len(tokens) - 1
    while i < stop:
        part = _part(tokens, i) if tokens[i].kind in _STARTS else None
        if not part and i == closing:
            part = Part("closing year", i, i + 1 + (tokens[i + 1].kind == "month"), None)
        if part:
            parts.append(part)
            if part.slot == "day":
                closing = part.value.closed_by
        i = part.last if part else i + 1
    return parts


_STARTS = frozenset(
    "num|time|month|hijri|weekday|ordinal|tens|hour|zone|zone word|since|relative|today|month word|period|word|unit|"
    "count|glue".split("|")
)
_SLOTS = {GREGORIAN: "day", HIJRI: "hijri", A_NAME.calendar: "name"}


def _part(tokens: list[Token], i: int) -> Part | None:
    """The part of a date that begins at a token, None where none does."""
    kind = tokens[i].kind
    if kind == "word" and tokens[i + 1].kind != "unit" and tokens[i].text not in _telling():
        return None  # nearly all words
    if kind == "weekday":
        qualified = tokens[i + 1].kind == "qualifier"
        return Part("weekday", i, i + 1 + qualified, (tokens[i].value, qualified))
    if tokens[i].text in datewords.BARE_WEEKDAYS:
        return _bare_weekday(tokens, i)
    age = _age(tokens, i)
    if age:
        return Part("relative", i, age, False)
    if kind == "today":
        return Part("relative", i, i + 1, True)
    if day := read_day(tokens, i):
        return Part(_SLOTS[day[0].calendar], i, day[1], day[0])
    if time := read_time(tokens, i):
        return Part("time", i, time[1], time[0])
    if zone := read_zone(tokens, i):
        return Part("zone", i, zone[1], _offset(zone[0], tokens[i]))
    return None


@cache
def _telling() -> frozenset[str]:
    """The words of no other kind that an age, a time of day or a zone begins with; «hours» may follow any word."""
    words = datewords.folded("أول قبل بعد يوم ليوم غد منتصف بالتوقيت التوقيت") | datewords.folded(datewords.GREENWICH)
    return words.union(datewords.BARE_WEEKDAYS, datewords.clocks())


def _offset(minutes: int | None, token: Token) -> str | None:
    """An offset from UTC as ISO 8601 writes it."""
    if minutes is None:
        return None
    if minutes == 0 and SIGNS.isdisjoint(token.text):
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{hhmm(abs(minutes))}"


def _bare_weekday(tokens: list[Token], i: int) -> Part | None:
    """«خميس, 01/12/2016», as Drupal prints it: the line or a mark before the word, and a date right behind it."""
    j = i + 1 + (tokens[i + 1].text in (",", "،"))
    opens = tokens[i - 1].kind in ("end", "line", "sign")
    dated = three_numbers(tokens, j) or (is_day_number(tokens[j]) and tokens[j + 1].kind == "month")
    return Part("weekday", i, i + 1, (datewords.BARE_WEEKDAYS[tokens[i].text], False)) if opens and dated else None


_NUMBERS = frozenset(("num", "count", "teen", "tens", "hour"))
_UNIT_KINDS = frozenset(("unit", "month word", "year", "hour"))


def _age(tokens: list[Token], i: int) -> int | None:
    """Index after «منذ 3 ساعات», «أمس الأول», «بعد غد», «الأسبوع الماضي», «3 hours ago»; None where there is none."""
    token, after = tokens[i], tokens[i + 1]
    if token.kind == "since":
        return _since(tokens, i + 1)
    if token.kind == "relative":
        return i + 1 + (after.text == "الاول")
    if after.text in _DAYS_BEHIND.get(token.text, ()):
        return i + 2
    if (token.text, after.kind) == ("غد", "weekday"):
        return i + 1
    if token.kind in ("period", "month word", "year") and after.kind == "qualifier" and token.text.startswith("ال"):
        return i + 2
    english = (after.kind, tokens[i + 2].kind) == ("unit", "ago") and after.text.isascii()
    return i + 3 if english and token.kind in ("num", "word") else None


# «أول أمس», «بعد غد»: words and those that make a day with them.
_DAYS_BEHIND = dict.fromkeys(("اول", "قبل"), ("امس", "البارحه")) | dict.fromkeys(("بعد", "يوم", "ليوم"), ("غد", "الغد"))


def _since(tokens: list[Token], j: int) -> int | None:
    """Index after the amount behind «منذ»: «ثلاث ساعات», «أكثر من 3 ساعات», «أمس»."""
    if tokens[j].text in ("امس", "البارحه"):
        return j + 1
    if tokens[j].text in ("اكثر", "اقل", "ازيد") and tokens[j + 1].kind == "of":
        j += 2
    for _ in range(2):
        if tokens[j].kind in _NUMBERS and tokens[j + 1].kind in _UNIT_KINDS | {"teen"}:
            j += 1
    if tokens[j].kind not in _UNIT_KINDS or (tokens[j].kind, tokens[j + 1].kind) == ("year", "num"):
        return None
    return j + 1 + (tokens[j + 1].text in ("واحد", "واحده"))


_GAP = 8  # tokens of separators that may stand between two parts of one date
_GLUE = frozenset(("glue", "of", "hour word", "meridiem", "zone word", "sign", "today"))
_UNITS = frozenset(("ساعه", "ت"))
_TO_HOUR = _UNITS | {"الي"}  # «الجمعة 17 فبراير 2023 إلى 11:24», as the agency of Morocco prints it
_NO_GLUE = frozenset("+%$€£?؟!@#&=")

Group = dict[str, Part]  # the parts of one date by their slot


def join(tokens: list[Token], parts: list[Part]) -> list[Group]:
    """The parts by the dates they belong to, in order; an empty group stands for a name such as حركة 20 فبراير."""
    groups: list[Group] = []
    end = -1
    for index, part in enumerate(parts):
        if part.slot == "name":
            groups.append({})
            end = -1
            continue
        glued = end >= 0 and _glued(tokens, end, part.first, _TO_HOUR if part.slot == "time" else _UNITS)
        again = glued and part.slot in groups[-1]
        if again and part.value is True:  # a second «اليوم» says nothing new
            continue
        if again and part.slot == "zone" and groups[-1]["zone"].value is None:  # «بتوقيت بغداد (GMT+3)»
            groups[-1]["zone"] = part._replace(first=groups[-1]["zone"].first)
            end = part.last
            continue
        if glued and not again and not _belongs_to_next(tokens, parts, index, groups[-1]):
            groups[-1][part.slot] = part
        else:
            groups.append({part.slot: part})
        end = part.last
    return groups


def _glued(tokens: list[Token], end: int, start: int, words: frozenset[str] = _UNITS) -> bool:
    """Whether nothing but separators and words of dates stands between two parts."""
    between = tokens[end:start]
    return len(between) <= _GAP and all(
        (token.kind in _GLUE and token.text not in _NO_GLUE) or token.text in words for token in between
    )


def _belongs_to_next(tokens: list[Token], parts: list[Part], index: int, group: Group) -> bool:
    """Whether a weekday after one date opens the next: «5 مايو 2012، الأحد 6 مايو 2012»."""
    part = parts[index]
    if index + 1 == len(parts) or part.slot not in ("weekday", "relative"):
        return False
    after = parts[index + 1]
    return after.slot in group and after.slot in ("day", "hijri") and _glued(tokens, part.last, after.first)


def trimmed(tokens: list[Token], group: Group) -> Group:
    """The group without what is none by itself: an offset without time, a weekday or a bare 3:45 in running text."""
    slots = set(group)
    if "time" not in slots:
        slots.discard("zone")
    today = "relative" in slots and group["relative"].value is True
    if today and not slots & {"weekday", "time"}:
        slots.discard("relative")
        if not slots and _alone(tokens, group["relative"]):
            return group
    if slots == {"weekday"} and not group["weekday"].value[1]:
        return {}
    if slots == {"time"} and group["time"].value.bare and not _alone(tokens, group["time"]):
        return {}
    return {slot: part for slot, part in group.items() if slot in slots}


def _alone(tokens: list[Token], part: Part) -> bool:
    """Whether nothing but marks stands on the line beside a part."""
    before, behind = tokens[max(0, part.first - _GAP - 1) : part.first], tokens[part.last : part.last + _GAP + 2]
    return _ends_line(before[::-1]) and _ends_line(behind)


def _ends_line(tokens: list[Token]) -> bool:
    """Whether the first of some tokens that is no mark ends a line."""
    return next((token.kind for token in tokens if token.kind != "sign"), "sign") in ("end", "line")
