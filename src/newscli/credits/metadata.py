"""The names that stand where a page states its author, in its metadata or its template: which are persons'."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newscli.arabic.letters import arabic_letters, squeeze
from newscli.arabic.words import core
from newscli.credits.clean import clean
from newscli.credits.likeness import Likeness
from newscli.credits.persons import bare_name, split_names
from newscli.credits.persons_of import unboxed
from newscli.credits.writers import fills_slot, person
from newscli.lexicon import agencies, outlets
from newscli.lexicon.credit_words import LATIN_NOBODY
from newscli.regex import regex

_LATIN_WORD = regex(r"[^\W\d_][^\W\d_'’.-]*(?:['’-][^\W\d_]+)*\.?")
_ADDRESS = regex(r"@|://|www\.|\.(?:com|net|org|info|me)\b|[/\\\\<>{}#=]", re.IGNORECASE)
_MOST_WORDS = 6


def author_name(value: str, *, sites: Iterable[str] = ()) -> str | None:
    """The bare name of a person whom metadata name as author, None for login names, desks, sites, mails, addresses.

    `sites` are names of the page's own site and its publisher, as printed or folded.

    >>> author_name("د. رنا الصيرفي"), author_name("Ziad Sankary"), author_name("admin")
    ('رنا الصيرفي', 'Ziad Sankary', None)
    >>> author_name("بوابة السنابل", sites=["بوابة السنابل"]), author_name("فريق التحرير")
    (None, None)
    """
    text = squeeze(clean(value).text)
    if _ADDRESS.search(text) or any(map(str.isdigit, text)):
        return None
    name = bare_name(text)
    if names_site(name, sites):
        return None
    if not arabic_letters(name):
        return _latin(name)
    return name if person(name) >= Likeness.POSSIBLE else None


def names_site(name: str, sites: Iterable[str]) -> bool:
    """Whether a name is one of the site's, with or without the word for its kind."""
    wanted = {core(name), outlets.bare(core(name))}
    return any(not wanted.isdisjoint((core(site), outlets.bare(core(site)))) for site in sites)


def _latin(name: str) -> str | None:
    """A name in Latin letters: two words or more, written as names are, none of them an office's."""
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or outlets.is_outlet(name) or any(map(agencies.is_agency, (name, words[0]))):
        return None
    named = LATIN_NOBODY.isdisjoint(word.lower().strip(".") for word in words)
    return name if named and words[0][0].isupper() and all(map(_LATIN_WORD.fullmatch, words)) else None


def slot_names(text: str, *, sites: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of a line that holds names alone, whatever their words; none if one of them is no person's.

    Read it only where the template calls the line its author. `sites` are names of the page's own site.

    >>> slot_names("بواسطة: الكندي صالح"), slot_names("غضب شعبي في القرية"), slot_names("تلال الرابية الإخباري")
    (('الكندي صالح',), (), ())
    """
    line = squeeze(clean(text).text)
    first, last, _ = unboxed(line, 0, len(line))
    names = split_names(line[first:last])
    return tuple(names) if all(fills_slot(name) and not names_site(name, sites) for name in names) else ()


def stated_names(value: str, *, sites: Iterable[str] = (), titles: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons of a metadata value that names authors: by their words, else since nothing else fills such a place.

    But the site does, whose name closes the page's `titles`: «HEADLINE | الرأي الحر».

    >>> stated_names("هاني البستاني ومها الطويل"), stated_names("الكندي صالح"), stated_names("فريق التحرير")
    (('هاني البستاني', 'مها الطويل'), ('الكندي صالح',), ())
    """
    listed = split_names(squeeze(clean(value).text))
    names = filter(None, (author_name(name, sites=sites) for name in listed))
    return tuple(dict.fromkeys(names)) or slot_names(value, sites=(*sites, *map(_closing_part, titles)))


def _closing_part(title: str) -> str:
    """What stands behind the last stroke or dash of a page's title."""
    return _STROKE.split(title)[-1]


_STROKE = regex(r"\s*\|\s*|\s[-–—]\s")
