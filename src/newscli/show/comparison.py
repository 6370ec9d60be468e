"""What changed in an article between two exports, as lines for a terminal or a pipe.

Only what differs is shown: of a body its changed paragraphs, of a list its changed items.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from msgspec import json

from newscli.rtl.paragraph import Span, Style, direction
from newscli.show.inspection import Row

Change = tuple[str, object, object]  # field, old value, new value

_NAME, _FIELD = Style("1;4"), Style("1")
_SIGNS = {"-": Style("31"), "+": Style("32")}


def changed(name: str, changes: Iterable[Change]) -> Iterator[Row]:
    """An article's changes: its name, then field by field what went (-) and what came (+)."""
    yield Row((Span(name, _NAME),))
    for field, old, new in changes:
        yield Row((Span(field, _FIELD),), indent=2)
        for sign, text in delta(old, new):
            base = direction([text])
            yield Row((Span(f"{sign} ", _SIGNS[sign]), Span(text, _SIGNS[sign])), base, indent=4)
    yield Row(())


def alone(name: str, sign: str, where: str) -> Iterator[Row]:
    """An article that stands in one export only."""
    yield Row((Span(f"{sign} ", _SIGNS[sign]), Span(name, _NAME), Span(f" {where}")))
    yield Row(())


def summary(articles: Mapping[str, int], fields: Mapping[str, int]) -> Iterator[Row]:
    """The counts: articles by what became of them, and in how many of them each field differs."""
    yield Row((Span(", ".join(f"{count} {status}" for status, count in articles.items())),))
    for field, count in sorted(fields.items(), key=lambda item: (-item[1], item[0])):
        yield Row((Span(f"{count:6}  {field}"),))


def delta(old: object, new: object) -> list[tuple[str, str]]:
    """What went and what came, as (sign, text): the paragraphs of a text and the items of a list that differ.

    >>> delta("أ\\n\\nب", "أ\\n\\nج")
    [('-', 'ب'), ('+', 'ج')]
    >>> delta(None, ["دمشق"])
    [('+', 'دمشق')]
    """
    before, after = _units(old), _units(new)
    found: list[tuple[str, str]] = []
    for step, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step != "equal":
            found += [("-", text) for text in before[a:b]]
            found += [("+", text) for text in after[c:d]]
    return found


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
