"""The headline as printed, without the site's name and the writer; what the page states where no line shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscli.arabic.letters import squeeze
from newscli.arabic.words import all_content, content_words, core, words
from newscli.credits.told import headline_author
from newscli.fields.found import Found
from newscli.lazy import Lazy
from newscli.model import Candidate, Role
from newscli.regex import regex
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots
from newscli.weigh.stated import SUFFIX, divided

_NAME_WORDS = 4  # a stated title of so few words that the story does not take up is the site's name
_LABEL = regex(
    r"\s*(?:العنوان|الموضوع|عنوان (?:الخبر|المقالة?|التقرير)|title|headline)\s*[:：]\s*(?=\S)", re.IGNORECASE
)
_FRAMED = regex(r"\s*([*=~_#]{1,9})\s*(\S.*?)\s*\1\s*")  # «** HEADLINE **», as dumps show what is bold
_SHOWN = 8  # candidates that are told


def read_title(reading: Reading, slots: Slots, site: str | None) -> tuple[Found[str | None], tuple[str, ...]]:
    """The headline, and the persons it names as the story's writers. `site` is whose the page is, if it tells."""
    sites = reading.page.metadata.site_names
    text = " ".join(squeeze(reading.text(i)) for i in slots.of(Role.TITLE)) or _stated(reading, sites)
    framed = _FRAMED.fullmatch(text)
    bare = (framed[2] if framed else text).strip("| ")  # the borders of a table's cell
    named = sites if reading.page.html else [site or ""]  # of a text, whose copyright line names it
    headline, authors = headline_author(without_site(_LABEL.sub("", bare, count=1), named)) if bare else (None, ())
    return Found(headline or None, (), Lazy(lambda: tuple(_candidates(reading)))), authors


def _stated(reading: Reading, sites: Sequence[str]) -> str:
    """What a page with a story states as its headline; "" where that is no more than the site's name."""
    titles = reading.page.metadata.titles
    if not titles or not reading.body:
        return ""
    text = main_part(max(titles, key=lambda statement: statement.worth).value, sites)
    told = all_content(map(reading.text, reading.body)) & content_words(text)
    return text if told or words(text) > _NAME_WORDS else ""


def _candidates(reading: Reading) -> list[Candidate]:
    """The likeliest lines with what spoke for and against them, and what the page states."""
    found = []
    headline = reading.headline
    if headline is not None:
        evidence = headline.evidence()
        order = sorted(range(len(headline.lines.indices)), key=lambda i: -evidence.odds[i])
        for place in order[:_SHOWN]:
            index = headline.lines.indices[place]
            text = reading.text(index)
            told = "; ".join(f"{phrase} {odds:+.1f}" for phrase, odds in evidence.parts(place)[:4])
            odds = evidence.odds[place]
            found.append(Candidate("title", text, text, "", index == reading.title, f"{odds:+.1f}: {told}", index))
    shown = reading.title is not None or not reading.body
    for stated in reading.page.metadata.titles:
        reason = "stated by the page; a visible headline is preferred"
        found.append(Candidate("title", stated.value, stated.value, stated.name, not shown, reason))
    return found


def main_part(value: str, sites: Sequence[str]) -> str:
    """A stated headline that no line shows, without the site's name; where that is unknown, its longest part.

    >>> main_part("افتتاح الميناء الجديد في المدينة - الأيام", [])
    'افتتاح الميناء الجديد في المدينة'
    """
    if sites:
        return without_site(value, sites)
    return squeeze(max(filter(str.strip, SUFFIX.split(value)), key=words, default=value))


def without_site(value: str, sites: Sequence[str]) -> str:
    """A stated headline without the site's name before or after it.

    >>> without_site("افتتاح الميناء - المرفأ نيوز", ["المرفأ نيوز"])
    'افتتاح الميناء'
    """
    names = set(map(core, filter(None, sites)))
    for before, after in divided(value):
        if core(after) in names or after.startswith("#"):  # the name as a blog sends its headlines out
            return squeeze(before)
        if core(before) in names:
            return squeeze(after)
    return squeeze(value)
