"""The names that fill the template's own place for the writer, though no table knows their words for a person's."""

from __future__ import annotations

from collections.abc import Iterable

from newscli.arabic.letters import squeeze
from newscli.credits.clean import clean
from newscli.credits.metadata import author_names, names_site
from newscli.credits.persons import split_names
from newscli.credits.persons_of import unboxed
from newscli.credits.writers import fills_slot


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


def stated_names(value: str, *, sites: Iterable[str] = ()) -> tuple[str, ...]:
    """The persons of a metadata value that names authors: by their words, else since nothing else fills such a place.

    >>> stated_names("الكندي صالح"), stated_names("فريق التحرير")
    (('الكندي صالح',), ())
    """
    return author_names(value, sites=sites) or slot_names(value, sites=sites)
