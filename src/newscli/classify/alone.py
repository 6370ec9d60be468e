"""First pass: what each fragment is by itself, from its text and the zone of the page it lies in.

The label carries a weight: what the fragment says for (above 0) or against (below 0) being inside the story. The
second pass looks for the run of fragments with the greatest sum.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from newscli.arabic import dates
from newscli.arabic.letters import fold
from newscli.classify.formulas import core, recognise
from newscli.fields.disclaimer import disclaims
from newscli.lexicon import boilerplate
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
    Label.SHORT: -0.6, Label.LINK: -1.2, Label.FORMULA: -0.6, Label.END: -6.0, Label.INSERT: -0.2, Label.DATE: -0.8,
    Label.CREDIT: -0.3, Label.DISCLAIMER: -0.3, Label.CAPTION: -0.3, Label.CHROME: -2.5,
}
_WORDS_OF_FULL_WEIGHT = 300
_CAPTION_WORDS = 20
_PROSE_WORDS = 11  # a line this long is prose whatever its end; headlines are shorter or stand above the story
_SENTENCE_WORDS = 5
_FOLD_LIMIT = 500

_SENTENCE_END = re.compile(r"[.!؟?…:؛»\"”)]\W*$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CREDIT = re.compile(
    r"\W*(?:(?:ال)?مصدر(?: الخبر| المقال)?\s*[:：|/\-–]|(?:ال)?مصدر$|نقلا عن\b|المصادر\s*:|source\s*:|نقلا من\b|عن موقع\b|بالاتفاق مع\b|خدمه\s*[«\"“]"
    r"|خاص ب\s*[«\"“]|متابعه عن\b)"
)
_CAPTION = re.compile(
    r"\W*(?:(?:ال)?صور[هة]?\s*[:：]|تصوير\s*[:：\-–/]|عدسه\s*[:：\-–/]|صور\s*[:：]|©|(?:صوره )?(?:من )?ارشيف(?:يه)?\W*$|صوره ارشيفيه|"
    r"م?صدر الصوره|تعليق الصوره|image (?:source|caption)|جانب من |لقطه (?:من|ل)|صوره (?:من|ل)|"
    r"(?:ال)?فيديو\s*[:：]|photo\b|reuters\s*/|afp\s*/|getty|ا ف ب\s*/)"
)
# Words of terms of use, of rules for comments and of account pages.
_RULES = re.compile(
    r"تعليق|المستخدم|المشرف|حسابك|الحساب|اداره الموقع|الخصوصيه|كلمه السر|كلمه المرور|بريدك|بياناتك|ملفات تعريف الارتباط|كوكيز|"
    r"cookies|شروط الاستخدام|تسجيل الدخول|موافقتك|الملف الشخصي|اعجابك"
)
_LONGEST_UNPUNCTUATED = 250
_PUNCTUATION = re.compile(r"(?<!\.)[،؛.:](?=\s|$)")
_MARKUP = re.compile(r"<(?:a|img|script|iframe|div)\s[^>]*=|window\.\w+\s*[=(]|googletag|adsbygoogle|function\s*\(")
_CODE = re.compile(r"(?=.*[\d_])[A-Za-z0-9_.\-]{6,}|TT|[a-z]{1,3}|([A-Za-z])\1{2,}", re.ASCII)
_MAIL = re.compile(r"\W*[\w.+-]{1,60}@[\w.-]{3,60}\W*")
_INITIALS = re.compile(r"\W*(?:[^\W\d_][ .]{0,2}){2,4}\W*")  # an agency's letters: و م ع
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    return frozenset(boilerplate.ENDS)


def words(text: str) -> int:
    """How many words of letters a text holds."""
    return len(_WORD.findall(_ADDRESS.sub(" ", text) if "://" in text or "www." in text else text))


def view(fragment: Fragment, zone: int = 0) -> View:
    """The first pass over one fragment. `zone` is the union of zones that hold it and do not hold the story."""
    folded = fold(fragment.text[:_FOLD_LIMIT])
    label, reason = _label(fragment, zone, folded)
    weight = _WEIGHTS.get(label, 0.0)
    if label is Label.PROSE:
        weight = max(0.8, min(words(fragment.text[:3000]), _WORDS_OF_FULL_WEIGHT) / 10) * _doubt(fragment, folded)
    return View(fragment, label, reason, weight, zone, folded)


def _doubt(fragment: Fragment, folded: str) -> float:
    """How little prose weighs that stories seldom hold: rules for commenting and accounts; indented list items."""
    if len(set(_RULES.findall(folded))) >= 2:
        return 0.2
    if len(fragment.text) > _LONGEST_UNPUNCTUATED and not _PUNCTUATION.search(fragment.text[:_FOLD_LIMIT]):
        return 0.2  # a ticker: headlines one behind the other
    return 0.4 if fragment.kind is Kind.ITEM and fragment.element is None else 1.0


def _label(fragment: Fragment, zone: int, folded: str) -> tuple[Label, str]:
    text = fragment.text
    size = len(text)
    if zone & CHROME:
        return Label.CHROME, f"in the page's {_zone_names(zone & CHROME)}"
    category = recognise(text, folded)
    if category in _ends():
        return Label.END, f"formula: {category}"
    if category == "read also":
        return Label.INSERT, "formula: read also"
    if category:
        return Label.FORMULA, f"formula: {category}"
    if size <= 700 and disclaims(folded) >= 2:
        return Label.DISCLAIMER, "says who is responsible for the text"
    if size <= 120 and is_stamp(text):
        return Label.DATE, "a date and little else"
    if size <= 140 and _CREDIT.match(folded):
        return Label.CREDIT, "formula: source"
    if zone & Zone.CAPTION or (size <= 160 and _CAPTION.match(folded)):
        return Label.CAPTION, "caption or picture credit"
    count = words(text)
    if fragment.link_share > 0.6 and size - fragment.link_chars < 40:
        return Label.LINK, "a link and little else"
    if _MAIL.fullmatch(text):
        return Label.FORMULA, "an e-mail address"
    if _CODE.fullmatch(text):
        return Label.FORMULA, "a code or a file's name"
    if not count and not _INITIALS.fullmatch(text):
        return Label.FORMULA, "no words"
    if _MARKUP.search(text):
        return Label.FORMULA, "left-over markup"
    if fragment.picture is not None and _is_caption(fragment, count):
        return Label.CAPTION, "under a picture"
    if fragment.kind is Kind.HEADING:
        return Label.SHORT, "heading"
    if count >= _PROSE_WORDS or (count >= _SENTENCE_WORDS and _SENTENCE_END.search(text)):
        return Label.PROSE, "running text"
    return Label.SHORT, "short line"


def _is_caption(fragment: Fragment, count: int) -> bool:
    """Whether the text under a picture is its caption: the picture's own description, or a short line that ends none."""
    text = fragment.text
    if fragment.picture and len(text) >= 8 and core(fragment.picture) == core(text):
        return True
    return count <= _CAPTION_WORDS and fragment.kind is Kind.PARAGRAPH and not _SENTENCE_END.search(text) and (
        fragment.element is not None and fragment.element.tag not in ("p", "h1", "h2", "h3")
    )


def is_stamp(text: str) -> bool:
    """Whether a line is a date (with time, weekday, "published on") and little else."""
    found = dates.find(text)
    if not found:
        return False
    covered = sum(date.end - date.start for date in found)
    rest = "".join(text[a.end:b.start] for a, b in zip(found, found[1:], strict=False))
    rest = text[: found[0].start] + " " + rest + " " + text[found[-1].end:]
    return words(rest) <= 4 and covered >= 0.35 * len(text)


def _zone_names(zone: int) -> str:
    return ", ".join(str(each.name).lower() for each in Zone if each and zone & each)
