"""The byline by a template's slot, and the writer whose name stands in a headline."""

from __future__ import annotations

from collections.abc import Iterable

from newscli.arabic.letters import squeeze
from newscli.credits.likeness import Likeness
from newscli.credits.line import read_credit
from newscli.credits.persons import split_names
from newscli.credits.writers import BARE, person
from newscli.model import Byline
from newscli.regex import regex

_IN_SLOT = BARE[Likeness.POSSIBLE]  # what may be a name is one where the template prints the author
_BY_ROLE = 0.6  # elsewhere a role word and a name that is likely
_BY_FORMULA = 0.6  # or a formula as sure as that


def read_byline(text: str, *, slot: bool = False, outlets: Iterable[str] = ()) -> Byline | None:
    """The persons that a credit line names, bare (no role, title, contact), or None where the line is none.

    `slot`: the line stands where the template prints the author or right before the body, so a bare name counts.
    A line that credits by role word alone («المحرر», «بقلم: فريق التحرير») gives a byline without authors.

    >>> read_byline("إعداد: سمير الخطيب وهدى قاسم").authors
    ('سمير الخطيب', 'هدى قاسم')
    >>> read_byline("سمير الخطيب") is None, read_byline("سمير الخطيب", slot=True).authors
    (True, ('سمير الخطيب',))
    >>> read_byline("تصوير: سمير الخطيب") is None
    True
    """
    line = _SYMBOLS.sub("", squeeze(text.replace("&nbsp;", " ")))
    credit = read_credit(line, outlets=outlets)
    if credit.desk and not credit.authors:
        return Byline(line, ())
    if credit.person < _IN_SLOT:
        return None
    sure = credit.role_word and credit.person >= _BY_ROLE
    return Byline(line, credit.authors) if slot or sure or credit.filed >= _BY_FORMULA else None


_SYMBOLS = regex("^[\u2190-\u2bff\ufe0f\U0001f300-\U0001faff\\s]+")  # a pen, an arrow, a bullet before the credit


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
