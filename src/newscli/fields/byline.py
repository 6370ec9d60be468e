"""The persons credited for the text: in credit lines, the dateline, the headline; else those whom the metadata name."""

from __future__ import annotations

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
        if slots.labels[index].role is not Role.BYLINE:
            continue
        text = squeeze(reading.page.fragments[index].text)
        new = [name for name in line.authors if fold(name) not in authors]
        if new or not line.authors:
            texts[text] = None
        for name in new:
            authors.setdefault(fold(name), name)
        why = slots.labels[index].why
        candidates.append(Candidate("byline", "، ".join(line.authors), text, "", True, why, index))
    opening = filed.value.text if filed.value is not None else filed.byline
    for names, where in ((filed.authors, opening), (in_title, headline)):
        if names and where:
            texts.setdefault(where, None)
            for name in names:
                authors.setdefault(fold(name), name)
    if authors or texts:
        return Found(Byline(" ".join(texts), tuple(authors.values())), (), tuple(candidates))
    return _stated(reading)


def _stated(reading: Reading) -> Found[Byline | None]:
    """The persons whom the metadata alone name as authors."""
    metadata = reading.page.metadata
    names: dict[str, str] = {}
    candidates = []
    if reading.body and len(metadata.authors) <= _MOST_STATED:
        for statement in metadata.authors:
            told = stated_names(statement.value, sites=metadata.site_names)
            for name in told:
                names.setdefault(fold(name), name)
            reason = "the page prints no writer; its metadata name this one" if told else "no person's name"
            candidates.append(Candidate("byline", "، ".join(told), statement.value, statement.name, bool(told), reason))
    found = tuple(names.values())
    return Found(Byline(None, found) if found else None, (), tuple(candidates))
