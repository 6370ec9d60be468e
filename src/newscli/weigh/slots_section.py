"""The section under which a page files its story: a link, a name above the headline, or the way to the page."""

from __future__ import annotations

from newscli.arabic.words import core
from newscli.lexicon.places import is_place
from newscli.model import Kind
from newscli.notices import sections
from newscli.notices.template_text import Category
from newscli.regex import regex
from newscli.segment.page import Zone, upwards
from newscli.weigh.around import Around
from newscli.weigh.slots_title import KICKER_LINE, repeats_title

_LINKED = 0.3  # share of an item's text in links from which it is one of a menu
_MENU, _MENU_WORDS = 4, 3  # lines of a text that are a menu at the least, and words of one at most
_SECTION_WORDS = 4  # of a section that only the page's menu tells
_NAMES = regex(r"\s*[|<>\[\]‹›•·/]\s*|\s+[-–]\s+")  # what parts those of a menu in a row
_SECTION_OR_MENU = Zone.SECTION | Zone.NAV


def links_section(around: Around, index: int) -> bool:
    """A link to the section, by the template's name, or an entry of the menu; contact pages stand in such parts too."""
    named = _innermost(around, index) & Zone.SECTION and around.category[index] is None
    return bool(named) and (around.fragments[index].link_share > 0.5 or _is_listed(around, index))


def names_section(around: Around, index: int) -> bool:
    """A section's name above the headline or its copy, or between headline and story: a known one, or stated so.

    In a text dates and counters may stand between, and an entry of the page's menu or a place above tells as much.
    """
    text, stated = around.fragments[index].text, around.observed.page.metadata.section
    if _ends_menu(around, index) or not all(_may_part(around, i) for i in range(index + 1, around.over.stop)):
        return False
    known = sections.heads_section(text) or (stated is not None and core(text) == core(stated))
    return known or (index in around.over and not around.observed.page.html and _heads_text(around, index))


def _may_part(around: Around, index: int) -> bool:
    """Whether a line may stand between a section's name and the headline: a copy of that; in a text what is known.

    A number alone counts the readers, and some words right above the headline may be its kicker.
    """
    told = around.observed.is_known(index) or around.folded[index].isdigit()
    kicker = index + 1 == around.title and around.words[index] >= KICKER_LINE and not around.ended[index]
    return repeats_title(around, index) or ((told or kicker) and not around.observed.page.html)


def _heads_text(around: Around, index: int) -> bool:
    """Whether a line above a text's headline is a place, or few words that stand above it as in the page's menu."""
    if is_place(around.fragments[index].text):
        return True
    told = around.observed.is_known(index) or around.line(index).person
    return not told and around.words[index] <= _SECTION_WORDS and _is_listed(around, index)


def _is_listed(around: Around, index: int) -> bool:
    """Whether a line above is the same once more, or a menu in a row that holds it."""
    entry = around.observed.core(index)
    rows = (_NAMES.split(around.folded[i]) for i in range(index) if around.category[i] is Category.NAVIGATION)
    return any(around.observed.core(i) == entry for i in range(index)) or any(entry in row for row in rows)


def _ends_menu(around: Around, index: int) -> bool:
    """Whether a block is the last of several linked items of a list, as menus are, or lies in a part so named.

    In a text it is the last of several short lines with no blank line between, and stands nowhere above.
    """
    if not around.observed.page.html:
        return _ends_short_lines(around, index) and not _is_listed(around, index)
    both = around.fragments[index - 1 : index + 1]
    items = index > 0 and all(each.kind is Kind.ITEM and each.link_share > _LINKED for each in both)
    return items or _innermost(around, index) == Zone.NAV


def _ends_short_lines(around: Around, index: int) -> bool:
    """Whether a line is the last of as many short ones as make a menu, with no blank line between."""
    row = range(index - _MENU + 1, index + 1)
    if row[0] < 0 or any(around.fragments[i].gap for i in row[1:]):
        return False
    return all(around.words[i] <= _MENU_WORDS for i in row)


def _innermost(around: Around, index: int) -> int:
    """What the innermost part that holds a block and is named a section, a menu or both is named; 0 where none is.

    The way to the page may be both: «<nav class="breadcrumb">».
    """
    named = (each.own & _SECTION_OR_MENU for each in upwards(around.fragments[index].element))
    return next(filter(None, named), 0)


def is_way(around: Around, index: int) -> bool:
    """The way to the page: «الرئيسية > رياضة»; where no sign parts its two steps, it may be a menu of two entries."""
    text = around.fragments[index].text
    if around.category[index] is Category.NAVIGATION and sections.is_way(text, around.folded[index]):
        return True
    return sections.is_unsigned_way(text) and _innermost(around, index) != Zone.NAV
