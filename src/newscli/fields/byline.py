"""The persons credited for the text: in credit lines, the dateline, the headline; else those whom the metadata name."""

from __future__ import annotations

from collections.abc import Iterable

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
    texts: dict[str, None] = {}
    authors: dict[str, str] = {}
    candidates = []
    for index, line in slots.credits:
        label = slots.labels[index]
        if label.role is not Role.BYLINE:
            continue
        text = squeeze(reading.text(index))
        if not authors.keys() >= set(map(fold, line.authors)):
            texts[text] = None
        _enter(line.authors, authors)
        candidates.append(Candidate("byline", "، ".join(line.authors), text, "", True, label.why, index))
    opening = filed.value.text if filed.value is not None else None
    for names, where in ((filed.authors, opening), (in_title, headline)):
        if names and where:
            texts[where] = None
            _enter(names, authors)
    if authors:
        return Found(Byline(" ".join(texts), tuple(authors.values())), (), tuple(candidates))
    return _stated(reading)


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
            told = stated_names(statement.value, sites=metadata.site_names)
            _enter(told, names)
            reason = "the page prints no writer; its metadata name this one" if told else "no person's name"
            candidates.append(Candidate("byline", "، ".join(told), statement.value, statement.name, bool(told), reason))
    found = tuple(names.values())
    return Found(Byline(None, found) if found else None, (), tuple(candidates))
