"""What a page says of itself and of its place in the site: section, tags, language, warnings."""

from __future__ import annotations

from newscli.arabic import quality
from newscli.arabic.letters import arabic_letters
from newscli.arabic.words import EDGES, core
from newscli.model import Role
from newscli.notices.sections import HOME, is_section
from newscli.notices.template_text import Category
from newscli.regex import regex
from newscli.weigh.choose import Reading
from newscli.weigh.slots import Slots

_STEPS = regex(r"\s*[>»›<‹←/|\\\u200b]\s*|\s+[-–:]\s+|^(?:القسم|المجموعة|التصنيف|المحور|الباب)\s?:\s")
_NO_SECTION = HOME | {"التفاصيل", "خبر", "تفاصيل الخبر", "عرض الخبر"}  # steps of every way, folded
_LETTER = regex(r"[^\W\d]")
_CUT_OFF = 2  # spaces between the words of a headline that is cut off, at the least
_TAGS_LABEL, _LISTED = regex(r"^[^:]{3,25}:"), regex(r"[،,؛|#]|\s[-–]\s")
_ARABIC_SCRIPT = frozenset(("ar", "fa", "ur", "ps", "ckb", "ku", "ug", "sd", "arz", "ary", "pnb"))
_LANGUAGE_SAMPLE = 800  # characters


def read_section(reading: Reading, slots: Slots, headline: str | None) -> str | None:
    """The section as the page states it, or as a label by the headline, the way's last step or a date's line has it."""
    if reading.page.metadata.section:
        return reading.page.metadata.section
    labels = slots.of(Role.SECTION)
    if not labels:
        beside = (reading.text(i)[start:end].strip() for i, stamp in slots.stamps for start, end in stamp.rest)
        return next(filter(is_section, beside), None)
    above = [index for index in labels if reading.title is not None and index < reading.title]
    fragment = reading.page.fragments[above[-1] if above else labels[0]]
    several = [link.text for link in fragment.links] if len(fragment.links) > 1 else _STEPS.split(fragment.text)
    return _last_step(several, core(headline or ""))


def _last_step(steps: list[str], headline: str) -> str | None:
    """The last of the steps to a page that is neither the home page nor the headline, whole or cut off."""
    for step in reversed([step.strip(EDGES) for step in steps]):
        name, (first, _, rest) = core(step), step.partition(" ")
        cut_off = headline.startswith(name) and (name == headline or name.count(" ") >= _CUT_OFF)
        if _LETTER.search(name) and not cut_off and name not in _NO_SECTION:
            return rest if rest and core(first) in HOME else step
    return None


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
