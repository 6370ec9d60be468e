"""What a page says of itself and of its place in the site: section, tags, language, warnings."""

from __future__ import annotations

from newscli.arabic import quality
from newscli.arabic.letters import arabic_letters
from newscli.arabic.words import core
from newscli.model import Role
from newscli.notices.sections import HOME, is_section
from newscli.notices.template_text import Category
from newscli.regex import regex
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

_CRUMBS = regex(r"\s*[>»›/|\\]\s*")
_TAGS_LABEL, _LISTED = regex(r"^[^:]{3,25}:"), regex(r"[،,؛|#]|\s[-–]\s")
_ARABIC_SCRIPT = frozenset(("ar", "fa", "ur", "ps", "ckb", "ku", "ug", "sd", "arz", "ary", "pnb"))
_LANGUAGE_SAMPLE = 800  # characters


def read_section(reading: Reading, slots: Slots, headline: str | None) -> str | None:
    """The section as the page states it, or as a label by the headline, the way's last step or a date's line has it."""
    if reading.page.metadata.section:
        return reading.page.metadata.section
    index = slots.first(Role.SECTION)
    if index is None:
        beside = (reading.text(i)[start:end].strip() for i, stamp in slots.stamps for start, end in stamp.rest)
        return next(filter(is_section, beside), None)
    known = {*HOME, core(headline or "")}
    fragment = reading.page.fragments[index]
    several = [link.text for link in fragment.links] if len(fragment.links) > 1 else _CRUMBS.split(fragment.text)
    steps = [name for step in several if (name := step.strip(" >»›/|\\:•")) and core(name) not in known]
    return steps[-1] if steps else None


def read_tags(reading: Reading, slots: Slots) -> tuple[str, ...]:
    """The story's tags as its page prints them, else as it states them."""
    found: dict[str, None] = {}
    for index in slots.of(Role.TAGS):
        fragment = reading.page.fragments[index]
        if reading.observed.category[index] is Category.TAGS_LABEL and not fragment.links and ":" not in fragment.text:
            continue  # the label alone
        for name in [link.text for link in fragment.links] or _LISTED.split(_TAGS_LABEL.sub("", fragment.text)):
            found[name.strip(" #،,|*•·")] = None
    return tuple(filter(None, found)) or reading.page.metadata.tags


def language(stated: str | None, text: str) -> str | None:
    """The language that the page states; Arabic where the letters contradict it: templates say "en" of every page."""
    return stated if stated in _ARABIC_SCRIPT or not _is_arabic(text[:_LANGUAGE_SAMPLE]) else "ar"


def _is_arabic(text: str) -> bool:
    """Whether half of a text's letters are Arabic."""
    letters = sum(map(str.isalpha, text))
    return letters > 0 and arabic_letters(text) >= 0.5 * letters


def warnings(reading: Reading, body: str) -> tuple[str, ...]:
    """What a reader should know and the program will not mend."""
    text = body or "\n".join(fragment.text for fragment in reading.page.fragments)
    misread = quality.mojibake(text)
    told = {
        "no-article": not body,
        "not-arabic": not misread and quality.not_arabic(body),  # of wrongly decoded letters nobody knows the script
        "mojibake": misread,
        "visual-order": quality.visual_order(text),
    }
    return tuple(name for name, true in told.items() if true)
