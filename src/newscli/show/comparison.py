"""What changed in an article between two exports, as lines for a terminal or a pipe.

Only what differs is shown: of a body its changed paragraphs, of a long paragraph what stands around the change, of a
list its changed items.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from msgspec import json

from newscli.rtl.paragraph import direction
from newscli.rtl.spans import Span, Style
from newscli.show.alignment import steps
from newscli.show.colours import BOLD, GREEN, HEADING, RED
from newscli.show.rows import Row
from newscli.wording import Say

Change = tuple[str, object, object]  # field, old value, new value

LONGEST = 240  # characters of a text that is shown as a whole
_EXCERPT_FROM = 100  # characters; of a longer text that was changed, what is the same is left out
_CONTEXT = 6  # words shown before and after a change within a longer one
_NAME, _FIELD = Style(HEADING), Style(BOLD)
_SIGNS = {"-": Style(RED), "+": Style(GREEN)}


def changed(name: str, changes: Iterable[Change], *, full: bool = False, say: Say = str) -> Iterator[Row]:
    """An article's changes: its name, then field by field what went (-) and what came (+).

    Long texts are shortened to what stands around the change, unless `full`.
    """
    yield Row((Span(name, _NAME),), names_file=True)
    for field, old, new in changes:
        yield Row((Span(_field(field, say), _FIELD),), indent=2)
        for sign, text in delta(old, new, full=full):
            base = direction([text])
            yield Row((Span(f"{sign} ", _SIGNS[sign]), Span(text, _SIGNS[sign])), base, indent=4)
    yield Row(())


def alone(name: str, sign: str, where: str) -> Iterator[Row]:
    """An article that stands in one export only."""
    yield Row((Span(f"{sign} ", _SIGNS[sign]), Span(name, _NAME), Span(f" {where}")), names_file=True)
    yield Row(())


def summary(articles: Mapping[str, int], fields: Mapping[str, int], say: Say = str) -> Iterator[Row]:
    """The counts: articles by what became of them, and in how many of them each field differs."""
    yield Row((Span(say(", ").join(say(f"{count} {status}") for status, count in articles.items())),))
    for field, count in sorted(fields.items(), key=lambda item: (-item[1], item[0])):
        yield Row((Span(f"{count:6}  {_field(field, say)}"),))


def _field(name: str, say: Say) -> str:
    """A field's name; of a member of an object both names: dateline.places."""
    return ".".join(map(say, name.split(".")))


def delta(old: object, new: object, *, full: bool = True) -> list[tuple[str, str]]:
    """What went and what came, as (sign, text): the paragraphs of a text and the items of a list that differ.

    >>> delta("أ\\n\\nب", "أ\\n\\nج")
    [('-', 'ب'), ('+', 'ج')]
    >>> delta(None, ["دمشق"])
    [('+', 'دمشق')]
    """
    before, after = _units(old), _units(new)
    found: list[tuple[str, str]] = []
    for a, b, c, d in steps(before, after):
        went, came = before[a:b], after[c:d]
        if not full:
            went, came = _excerpts(went, came)
        found += [("-", text) for text in went] + [("+", text) for text in came]
    return found


def _excerpts(went: list[str], came: list[str]) -> tuple[list[str], list[str]]:
    """Long texts shortened: where as many came as went, to the words around what differs in each pair."""
    if len(went) == len(came):
        pairs = [_around(old, new) for old, new in zip(went, came, strict=True)]
        went, came = [old for old, _ in pairs], [new for _, new in pairs]
    return [*map(_bounded, went)], [*map(_bounded, came)]


def _around(old: str, new: str) -> tuple[str, str]:
    """Two long texts without the words that both begin and end with, but for a few next to the change."""
    if max(len(old), len(new)) <= _EXCERPT_FROM:
        return old, new
    before, after = old.split(" "), new.split(" ")
    head = _same(before, after)
    tail = _same(before[head:][::-1], after[head:][::-1])
    start, end = max(0, head - _CONTEXT), max(0, tail - _CONTEXT)
    return _cut(before, start, end), _cut(after, start, end)


def _same(one: list[str], other: list[str]) -> int:
    """How many words two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cut(words: list[str], start: int, end: int) -> str:
    """The words without so many at the start and at the end."""
    kept = words[start : len(words) - end]
    return " ".join(["…"] * bool(start) + kept + ["…"] * bool(end))


def _bounded(text: str) -> str:
    """A text cut at a word, with the number of characters that are left out."""
    if len(text) <= LONGEST * 1.2:
        return text
    kept = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
    return f"{kept} … (+{len(text) - len(kept)})"


def _units(value: object) -> list[str]:
    match value:
        case None:
            return []
        case str():
            return [part for part in value.split("\n\n") if part]
        case list() | tuple():
            return [item if isinstance(item, str) else _compact(item) for item in value]
        case _:
            return [_compact(value)]


def _compact(value: object) -> str:
    """An object on one line: its filled members by name; anything else as JSON."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_compact(part)}" for name, part in value.items() if part not in (None, [], ""))
    return value if isinstance(value, str) else json.encode(value).decode()
