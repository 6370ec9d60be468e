"""Parts that only separators keep apart are one date: «الأحد | 5 مايو 2013 - الساعة 10:30»."""

from __future__ import annotations

from newscli.dates.parts import Part
from newscli.dates.tokens import Token

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
        if glued and not again and not _belongs_to_next(tokens, parts, index, groups[-1]):
            groups[-1][part.slot] = part
        else:
            groups.append({part.slot: part})
        end = part.last
    return groups


def _glued(tokens: list[Token], end: int, start: int, words: frozenset[str] = _UNITS) -> bool:
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
