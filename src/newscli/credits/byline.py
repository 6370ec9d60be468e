"""The writer whose name stands in a headline."""

from __future__ import annotations

from newscli.credits.likeness import Likeness
from newscli.credits.persons import split_names
from newscli.credits.writers import person
from newscli.regex import regex


def headline_author(title: str) -> tuple[str, tuple[str, ...]]:
    """The headline without a writer's name that was appended to it, and the writers it names.

    «X يكتب: ...» is part of the headline and stays; «TITLE/ X» and «TITLE.. بقلم: X» are cut.

    >>> headline_author("سامي الجندي يكتب: درس البحر")
    ('سامي الجندي يكتب: درس البحر', ('سامي الجندي',))
    >>> headline_author("درس البحر/ سامي الجندي")
    ('درس البحر', ('سامي الجندي',))
    >>> headline_author("أزمة المياه / حلول مؤجلة")
    ('أزمة المياه / حلول مؤجلة', ())
    """
    writes = _WRITES.match(title)
    if names := tuple(name for name in split_names(writes[1] if writes else "") if person(name) >= Likeness.POSSIBLE):
        return title, names
    for pattern, least in ((_SIGNED, Likeness.POSSIBLE), (_SLASHED, Likeness.CLEAR)):
        signed = pattern.match(title)
        names = tuple(split_names(signed[2])) if signed and len(signed[1].split()) >= 2 else ()
        if signed and names and all(person(name) >= least for name in names):
            return signed[1].rstrip(" .…-–—:،*"), names
    return title, ()


_WRITES = regex(
    r"^\W*([^:]{4,45}?)\s+(?:يكتب|تكتب|يكتبان|كتب|كتبت)"
    r"(?:\s+(?:عن|ل[\w«»\"“”]{2,14})(?:\s+[^:]{2,40})?)?\s*(?::|\.\.|…|-|–|—|/)"
)
_SIGNED = regex(r"^(.{6,200}?)[\s.…،*|/\\–—-]+(?:بقلم|كتبها|كتبه|كتبته|قلم)\s*[:/\\–—-]*\s*([^:/]{4,60})$")
_SLASHED = regex(r"^(.{6,200}?)\s*[/\\]{1,2}\s*(?:بقلم\s*[:/]?\s*)?([^:/\\]{4,60})$")
