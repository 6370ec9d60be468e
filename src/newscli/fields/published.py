"""When the story was published and last modified: every candidate on the page is collected, the evidence decides.

Visible stamps beside the headline, JSON-LD, meta, `<time>`, the dateline and the address are weighed by day; what says
the same day adds up. The page's clock never counts. No date is completed or guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from newscli import dates
from newscli.arabic.letters import ascii_digits, fold
from newscli.classify.story import Story
from newscli.model import Candidate
from newscli.segment.page import Metadata, Statement

_SAYS_MODIFIED = re.compile(r"(?:ا?خر|اخر) تحديث|تحديث|محدث|تعديل|updated|modified")
_SAYS_PUBLISHED = re.compile(r"نشر|تاريخ|كتب في|اضيف|حرر (?:في|ب)|publish|posted")
_LABEL_LAST = re.compile(r":\s*$")  # «DATE آخر تحديث :»: the label of a date that is not there
_SAYS_ISSUE = re.compile(r"العدد|عدد رقم|issue")
_DAY_FIRST = re.compile(r"(?:يوم|بتاريخ)\s*$")
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[/_-](?:[a-z_]+/)?(\d{1,2})[/_-](\d{1,2})|([01]\d)([0-3]\d))(?!\d{1,2}(?!\d))"
)

_VISIBLE, _VISIBLE_NAMED, _CLOCK, _ISSUE, _ADDRESS, _DATELINE = 1.2, 1.6, 0.0, 0.7, 0.5, 0.9
_ENOUGH = 0.45
_ABOVE, _BELOW = 10, 6  # fragments around the story in which its own dates may stand
_EPOCH = "1970-01-01"  # what content systems print for no date at all
_LONGEST_CLOCK = 160  # characters
_SECONDS = re.compile(r"T\d\d:\d\d:(\d\d)")  # of a time stated in ISO 8601
_YEAR = re.compile(r"\d{4}")


class _Evidence(Struct, frozen=True):
    day: str
    value: str
    kind: str  # published, modified, clock
    weight: float
    text: str
    place: str
    precise: int = 0  # 0 a day, 1 with time, 2 with time and offset


class Dates(Struct, frozen=True):
    """The chosen dates in ISO 8601 and every candidate with the reason why it won or lost."""

    published: str | None
    modified: str | None
    candidates: tuple[Candidate, ...]


def read_dates(story: Story, metadata: Metadata, dateline_date: str | None, today: date | None = None) -> Dates:
    """Published and modified of a page. `today` bounds what is possible (default: the system's date plus two days)."""
    limit = ((today or date.today()) + timedelta(days=2)).isoformat()
    evidence = [
        *_stated(_own(story, metadata.published), "published"),
        *_stated(_own(story, metadata.modified), "modified"),
        *_visible(story),
        *_clocks(story),
        *_address(metadata.url),
    ]
    if dateline_date:
        evidence.append(_Evidence(dateline_date[:10], dateline_date, "published", _DATELINE, dateline_date, "dateline"))
    possible = [e for e in evidence if "1900" < e.day <= limit and e.day != _EPOCH]
    possible += _resolved(story, possible)
    published = _winner([e for e in possible if e.kind != "modified"])
    modified = _latest_modified([e for e in possible if e.kind == "modified"], published)
    if published is None:
        modified = None if modified is None or modified.weight < _ENOUGH else modified
    return Dates(
        published.value if published else None,
        modified.value if modified else None,
        tuple(_explained(e, published, modified, limit) for e in dict.fromkeys((*evidence, *possible))),
    )


def _iso(found: dates.FoundDate) -> tuple[str, int]:
    """(ISO value, precision) of a found date: the day, with its time and offset where the text gives them."""
    assert found.date is not None
    if not found.time:
        return found.date, 0
    seconds = _SECONDS.search(found.text)
    return f"{found.date}T{found.time}:{seconds[1] if seconds else '00'}{found.offset or ''}", 2 if found.offset else 1


def _own(story: Story, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of the head and those that stand beside the story; what stands elsewhere dates other stories."""
    start = (story.title if story.title is not None else 0) - _ABOVE
    end = (story.body[-1] if story.body else len(story.views)) + _BELOW
    return [s for s in statements if not s.at or start <= s.at <= end]


def _stated(statements: Sequence[Statement], kind: str) -> list[_Evidence]:
    found = []
    for statement in statements:
        first = next((d for d in dates.find(statement.value) if d.date and len(d.date) == 10), None)
        if first is not None and first.date:
            value, precise = _iso(first)
            found.append(_Evidence(first.date, value, kind, statement.worth, statement.value, statement.name, precise))
    return found


def _visible(story: Story) -> list[_Evidence]:
    found: list[_Evidence] = []
    for index in story.stamps:
        text = story.views[index].fragment.text
        complete = [d for d in dates.find(text) if d.date and len(d.date) == 10]
        for number, each in enumerate(complete):
            before = fold(text[complete[number - 1].end if number else 0 : each.start])
            modified = bool(_SAYS_MODIFIED.search(before)) or (
                number == 0
                and bool(_SAYS_MODIFIED.search(fold(text)))
                and not _SAYS_PUBLISHED.search(fold(text))
                and len(complete) == 1
                and not _LABEL_LAST.search(text)
            )
            named = bool(_SAYS_PUBLISHED.search(before))
            value, precise = _iso(each)
            assert each.date is not None
            weight = _VISIBLE_NAMED if named else _VISIBLE
            if _SAYS_ISSUE.search(fold(text)):
                weight = _ISSUE
            found.append(
                _Evidence(
                    each.date,
                    value,
                    "modified" if modified else "published",
                    weight,
                    text,
                    "beside the headline",
                    precise,
                )
            )
    return found


def _clocks(story: Story) -> list[_Evidence]:
    """Dates in the head of the page, before the headline: the page's clock, or the date of the printed issue."""
    end = story.title if story.title is not None else 0
    found = []
    for index in range(end):
        text = story.views[index].fragment.text
        if index in story.stamps or len(text) > _LONGEST_CLOCK or not _YEAR.search(text):
            continue
        for each in dates.find(text):
            if each.date and len(each.date) == 10:
                issue = bool(_SAYS_ISSUE.search(fold(text)))
                found.append(
                    _Evidence(
                        each.date,
                        each.date,
                        "published" if issue else "clock",
                        _ISSUE if issue else _CLOCK,
                        text,
                        "the head of the page",
                    )
                )
    return found


def _address(url: str | None) -> list[_Evidence]:
    match = _IN_ADDRESS.search(url or "")
    if match is None:
        return []
    year, month, day = match[1], match[2] or match[4], match[3] or match[5]
    try:
        value = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return []
    return [_Evidence(value, value, "published", _ADDRESS, match.group(), "the page's address")]


def _resolved(story: Story, known: list[_Evidence]) -> list[_Evidence]:
    """Stamps that can be read in two ways, where a word before them, the page's habit or another candidate decides."""
    days = {e.day for e in known}
    found = []
    for index in story.stamps:
        text = story.views[index].fragment.text
        for each in dates.find(text):
            if each.date or not each.readings:
                continue
            agreed = [reading for reading in each.readings if reading in days]
            if not agreed and each.calendar != "hijri":
                agreed = _by_layout(story, each)
            if not agreed and _DAY_FIRST.search(fold(text[: each.start])):
                agreed = [reading for reading in each.readings if int(reading[8:]) == _first_number(each.text)][:1]
            if len(set(agreed)) == 1:
                value = agreed[0] + (f"T{each.time}:00{each.offset or ''}" if each.time else "")
                found.append(
                    _Evidence(
                        agreed[0], value, "published", _VISIBLE, text, "beside the headline", 1 if each.time else 0
                    )
                )
    return found


_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")


def _by_layout(story: Story, found: dates.FoundDate) -> list[str]:
    """The reading that the page's habit decides: dots are day first everywhere; else its other numeric dates tell."""
    match = _NUMBERS.search(ascii_digits(found.text))
    if match is None:
        return []
    day_first = match[2] == "."
    if not day_first:
        firsts, seconds = set(), set()
        for view in story.views:
            for other in _NUMBERS.finditer(ascii_digits(view.fragment.text[:400])):
                if other[2] == match[2]:
                    firsts.add(int(other[1]))
                    seconds.add(int(other[3]))
        day_first = max(firsts) > 12
        if day_first == (max(seconds) > 12):
            return []
    day = int(match[1] if day_first else match[3])
    return [reading for reading in found.readings if int(reading[8:]) == day][:1]


def _first_number(text: str) -> int:
    match = re.search(r"\d+", text)
    return int(match.group()) if match else 0


def _winner(evidence: list[_Evidence]) -> _Evidence | None:
    """The most precise candidate of the day with the greatest weight; neighbours of a visible day yield to it."""
    weights: dict[str, float] = {}
    visible: set[str] = set()
    for each in evidence:
        weights[each.day] = weights.get(each.day, 0.0) + each.weight
        if each.place == "beside the headline":
            visible.add(each.day)
    for day in list(weights):
        for other in visible:
            # A time stated in UTC falls on the day before or after the local one that the page shows.
            if day not in visible and abs((date.fromisoformat(day) - date.fromisoformat(other)).days) == 1:
                weights[other] += weights.pop(day)
                break
    best = max(weights, key=lambda d: (weights[d], d), default=None)
    if best is None or weights[best] < _ENOUGH:
        return None
    of_day = [e for e in evidence if e.day == best and e.weight > 0]
    return max(of_day, key=lambda e: (e.precise, e.weight), default=None)


def _latest_modified(evidence: list[_Evidence], published: _Evidence | None) -> _Evidence | None:
    """The best modification date that is not before the publication (impossible ones are dropped)."""
    possible = [e for e in evidence if published is None or e.day >= published.day]
    return max(possible, key=lambda e: (e.weight, e.precise), default=None)


def _explained(each: _Evidence, published: _Evidence | None, modified: _Evidence | None, limit: str) -> Candidate:
    field = "modified" if each.kind == "modified" else "published"
    chosen = each is published or each is modified
    if chosen:
        reason = "the best supported day" if each is published else "the best supported modification"
    elif each.day > limit:
        reason = "in the future"
    elif each.kind == "clock":
        reason = "the page's clock, not the story's date"
    elif each.kind == "modified" and published and each.day < published.day:
        reason = "before the publication, so impossible"
    elif published and each.day == published.day:
        reason = "agrees with the chosen day"
    else:
        reason = "less evidence than the chosen day"
    return Candidate(field, each.value, each.text, each.place, chosen, reason)
