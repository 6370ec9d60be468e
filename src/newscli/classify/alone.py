"""First pass: what each fragment is by itself, from its text and the zone of the page it lies in.

The label carries a weight: what the fragment says for (above 0) or against (below 0) being inside the story. The
second pass looks for the run of fragments with the greatest sum.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from newscli import dates
from newscli.arabic.letters import fold
from newscli.arabic.words import core, words
from newscli.classify.formulas import recognise
from newscli.fields.disclaimer import disclaims
from newscli.lexicon import agencies, boilerplate, lines, outlets
from newscli.lexicon.credit_words import opens_sentence
from newscli.model import Kind
from newscli.segment.fragment import CHROME, Fragment, Zone


class Label(StrEnum):
    """What a fragment is when nothing but itself is known."""

    PROSE = "prose"
    SHORT = "short line"
    LINK = "link"
    FORMULA = "template text"
    END = "end of the story"
    INSERT = "read-also insert"
    DATE = "time stamp"
    CREDIT = "source line"
    DISCLAIMER = "disclaimer"
    CAPTION = "caption"
    CHROME = "page furniture"


class View(Struct, frozen=True):
    """A fragment with what the first pass made of it."""

    fragment: Fragment
    label: Label
    reason: str
    weight: float
    zone: int = 0
    folded: str = ""


# Weights against the story; prose weighs for it by its words.
_WEIGHTS = {
    Label.SHORT: -0.6,
    Label.LINK: -1.2,
    Label.FORMULA: -0.6,
    Label.END: -6.0,
    Label.INSERT: -0.2,
    Label.DATE: -0.8,
    Label.CREDIT: -0.3,
    Label.DISCLAIMER: -0.3,
    Label.CAPTION: -0.3,
    Label.CHROME: -2.5,
}
_WORDS_OF_FULL_WEIGHT = 300
_CAPTION_WORDS = 20
_LONGEST_NOTICE, _LONGEST_STAMP, _LONGEST_CREDIT, _LONGEST_CAPTION = 700, 120, 140, 160  # characters
_DESCRIBING_WORDS = 3
_AGENCY_LAST = re.compile(r"\(([^()]{2,20})\)\s*$")
_TEXT_BESIDE_LINK = 40  # characters outside a link that make a line more than the link
_MAY_BE_STAMP = re.compile(r"\d|(?:منذ|قبل|امس|اليوم|الساعه)\b")
_TOLD_WORDS = 3
_PROSE_WORDS = 11  # a line this long is prose whatever its end; headlines are shorter or stand above the story
_SENTENCE_WORDS = 5
_HEADING_WORDS = 18  # a longer sentence set as a heading is a paragraph
_FOLD_LIMIT = 500  # characters: no formula stands in a longer paragraph, so that only its head is compared
_FOLDED_HEAD = 160

_SENTENCE_END = re.compile(r"[.!؟?…:؛»\"”)]\W{0,20}$")
_CREDIT = re.compile(lines.SOURCE)
_CAPTION = re.compile(lines.CAPTION)
_LONGEST_UNPUNCTUATED = 250
_PUNCTUATION = re.compile(r"(?<!\.)[،؛.:](?=\s|$)")
_MARKUP = re.compile(lines.MARKUP)
_CODE = re.compile(r"(?=.*[\d_])[A-Za-z0-9_.\-]{6,}|TT|[a-z]{1,3}|([A-Za-z])\1{2,}", re.ASCII)
_MAIL = re.compile(r"\W*[\w.+-]{1,60}@[\w.-]{3,60}\W*")
_INITIALS = re.compile(r"\W{0,5}(?:[^\W\d_][ ./()]{0,3}){2,12}\W{0,5}")  # an agency's letters: و م ع
_RUNNING = re.compile(r"\d{1,2}:\d\d:\d\d")
_COMMENTS = re.compile(r"تعليق|ردود|comment")


def view(fragment: Fragment, zone: int = 0) -> View:
    """The first pass over one fragment. `zone` is the union of zones that hold it and do not hold the story."""
    if zone & CHROME:
        return View(fragment, Label.CHROME, _in_zone(zone & CHROME), _WEIGHTS[Label.CHROME], zone)
    text = fragment.text
    folded = fold(text if len(text) <= _FOLD_LIMIT else text[:_FOLDED_HEAD])
    label, reason = _by_formula(fragment, zone, folded) or _by_form(fragment, zone)
    weight = _WEIGHTS.get(label, 0.0)
    if label is Label.PROSE:
        weight = max(0.8, min(words(text), _WORDS_OF_FULL_WEIGHT) / 10) * _doubt(fragment, folded)
    return View(fragment, label, reason, weight, zone, folded)


def _doubt(fragment: Fragment, folded: str) -> float:
    """How little prose weighs that stories seldom hold: rules for commenting and accounts; indented list items."""
    told = 0
    for word in lines.RULES:  # no generator: this is asked of every paragraph
        told += word in folded
    if told >= 2:
        return 0.2
    if len(fragment.text) > _LONGEST_UNPUNCTUATED and not _PUNCTUATION.search(fragment.text[:_FOLD_LIMIT]):
        return 0.2  # a ticker: headlines one behind the other
    return 0.4 if fragment.kind is Kind.ITEM and fragment.element is None else 1.0


def _by_formula(fragment: Fragment, zone: int, folded: str) -> tuple[Label, str] | None:
    """The label that the words of a line give it, or None."""
    text = fragment.text
    size = len(text)
    if category := recognise(text, folded):
        counted = category == "counter" and fragment.kind is Kind.HEADING and _COMMENTS.search(folded)
        if counted:
            return Label.END, "formula: comments"
        if category in boilerplate.ENDS:
            return Label.END, f"formula: {category}"
        return (Label.INSERT if category == "read also" else Label.FORMULA), f"formula: {category}"
    if size <= _LONGEST_NOTICE and disclaims(folded) >= 2:
        return Label.DISCLAIMER, "says who is responsible for the text"
    if size <= _LONGEST_STAMP and _MAY_BE_STAMP.search(folded) and is_stamp(text):
        return Label.DATE, "a date and little else"
    if size <= _LONGEST_CREDIT and _CREDIT.match(folded):
        return Label.CREDIT, "formula: source"
    if zone & Zone.CAPTION or (size <= _LONGEST_CAPTION and (_CAPTION.match(folded) or _credited_picture(text))):
        return Label.CAPTION, "caption or picture credit"
    return None


def _credited_picture(text: str) -> bool:
    """Whether a line describes a picture: some words that are no sentence, and an agency in brackets."""
    match = _AGENCY_LAST.search(text) if text.rstrip().endswith(")") else None
    if match is None or not (
        agencies.is_agency(match[1]) or (outlets.is_outlet(match[1]) and not outlets.is_weak(match[1]))
    ):
        return False
    before = text[: match.start()].rstrip()
    if opens_sentence(fold(text.split(None, 1)[0])):
        return False  # a story's last sentence, and who filed it
    return words(before) >= _DESCRIBING_WORDS and before[-1:] not in ".؟!:-–—"


def _by_form(fragment: Fragment, zone: int) -> tuple[Label, str]:
    """The label that length, links and punctuation give a line."""
    text = fragment.text
    count = words(text)
    if fragment.link_share > 0.6 and len(text) - fragment.link_chars < _TEXT_BESIDE_LINK:
        return Label.LINK, "a link and little else"
    if rest := _left_over(text, count):
        return Label.FORMULA, rest
    if fragment.picture is not None and not zone & Zone.AUTHOR and _is_caption(fragment, count):
        return Label.CAPTION, "under a picture"
    if fragment.kind is Kind.HEADING and not (count >= _HEADING_WORDS and _SENTENCE_END.search(text)):
        return Label.SHORT, "heading"
    if count >= _PROSE_WORDS or (count >= _SENTENCE_WORDS and _SENTENCE_END.search(text)):
        return Label.PROSE, "running text"
    return Label.SHORT, "short line"


def _left_over(text: str, count: int) -> str | None:
    """What a line without words of a story is: an address, a code, markup; None for lines with words."""
    if "@" in text and _MAIL.fullmatch(text):
        return "an e-mail address"
    if text.isascii() and _CODE.fullmatch(text):
        return "a code or a file's name"
    if not count and not _INITIALS.fullmatch(text):
        return "no words"
    return "left-over markup" if ("=" in text or "(" in text or "_" in text) and _MARKUP.search(text) else None


def _is_caption(fragment: Fragment, count: int) -> bool:
    """Whether the text under a picture is its caption: the picture's description, or a short line and no sentence."""
    text = fragment.text
    if fragment.picture and len(text) >= 8 and core(fragment.picture) == core(text):
        return True
    return (
        count <= _CAPTION_WORDS
        and fragment.kind is Kind.PARAGRAPH
        and not _SENTENCE_END.search(text)
        and (fragment.element is not None and fragment.element.tag not in ("p", "h1", "h2", "h3"))
    )


def is_running_clock(text: str) -> bool:
    """Whether a date comes with seconds, as the clock of a page does; no press prints them.

    >>> is_running_clock("2025/02/04 09:01:15"), is_running_clock("2025/02/04 00:00:00")
    (True, False)
    """
    return any(match[0][-5:] != "00:00" for match in _RUNNING.finditer(text))


def is_stamp(text: str) -> bool:
    """Whether a line is a date (with time, weekday, "published on") and little else."""
    found = dates.find(text)
    if not found:
        return False
    covered = sum(date.end - date.start for date in found)
    rest = "".join(text[a.end : b.start] for a, b in pairwise(found))
    rest = text[: found[0].start] + " " + rest + " " + text[found[-1].end :]
    count = words(rest)
    sentence = count >= _TOLD_WORDS and text.rstrip().endswith(".")  # it tells of a day
    return count <= 4 and covered >= 0.35 * len(text) and not sentence


@lru_cache(maxsize=256)
def _in_zone(zone: int) -> str:
    return "in the page's " + ", ".join(str(each.name).lower() for each in Zone if each and zone & each)
