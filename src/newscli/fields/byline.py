"""The persons credited for the text: in credit lines, the dateline, the headline; else those whom the metadata name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from newscli.arabic.letters import fold, squeeze
from newscli.credits.metadata import stated_names
from newscli.fields.dateline import Filed
from newscli.fields.found import Found
from newscli.model import Byline, Candidate, Role
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

_MOST_STATED = 6  # more names in the metadata are the newsroom's, not the story's


def read_byline(
    reading: Reading, slots: Slots, filed: Filed, headline: str | None, in_title: tuple[str, ...]
) -> Found[Byline | None]:
    """The byline; its `text` is None where only the metadata name the writers."""
    told = tuple(_lines(reading, slots))
    credited = [(index, each.text, names) for index, each, names in told]
    if filed.value is not None:
        credited.append((filed.candidates[0].block or 0, filed.value.text, filed.authors))
        credited.sort(key=itemgetter(0))  # the writer in the dateline stands above his translator
    credited.append((0, headline or "", in_title))
    texts: dict[str, None] = {}
    authors: dict[str, str] = {}
    for _, text, names in credited:
        if not authors.keys() >= set(map(fold, names)):
            texts[text] = None
        _enter(names, authors)
    if authors:
        return Found(Byline(" ".join(texts), tuple(authors.values())), (), tuple(each for _, each, _ in told))
    return _stated(reading)


def _lines(reading: Reading, slots: Slots) -> Iterator[tuple[int, Candidate, tuple[str, ...]]]:
    """The blocks that credit the writers, with what each says and its names."""
    for index, line in slots.credits:
        label = slots.labels[index]
        if label.role is Role.BYLINE:
            text = squeeze(reading.text(index))
            yield index, Candidate("byline", "، ".join(line.authors), text, "", True, label.why, index), line.authors


def _enter(names: Iterable[str], known: dict[str, str]) -> None:
    """Add the names that are not known yet, in whatever spelling; `known` has them by their folded form."""
    for name in names:
        known.setdefault(fold(name), name)


def _stated(reading: Reading) -> Found[Byline | None]:
    """The persons whom the metadata alone name as authors."""
    metadata = reading.page.metadata
    names: dict[str, str] = {}
    candidates = []
    if reading.body and len(metadata.authors) <= _MOST_STATED:
        for statement in metadata.authors:
            titles = (title.value for title in metadata.titles)
            told = stated_names(statement.value, sites=metadata.site_names, titles=titles)
            _enter(told, names)
            reason = "the page prints no writer; its metadata name this one" if told else "no person's name"
            candidates.append(Candidate("byline", "، ".join(told), statement.value, statement.name, bool(told), reason))
    found = tuple(names.values())
    return Found(Byline(None, found) if found else None, (), tuple(candidates))
