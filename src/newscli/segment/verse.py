"""Verse: lines of few words without stops, several in a row, that hold the small words of sentences; or half-lines.

What tells is the whole run, in HTML as in text: a poem's lines may be the lines of one element, elements of their own,
stanzas with numbers above, or the cells of a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from newscli.arabic.letters import fold
from newscli.lexicon.credit_words import role_words
from newscli.lexicon.openings import goes_on
from newscli.model import Kind
from newscli.regex import regex
from newscli.segment.lines import BULLET, HANGING, INSIDE, runs
from newscli.segment.page import Element, Fragment, Zone, upwards

# Verse: lines of few words without stops, several in a row, that hold the small words of sentences.
_VERSE_LINES, _VERSE_WIDEST, _VERSE_WORDS = 4, 50, 9
_HOLDERS = 3  # elements around a line, one of which holds the whole poem
_CREDIT_WORDS = 5  # behind the first word of a credit, at most
_VERSE_MEAN_WORDS, _VERSE_SENTENCES = 2.2, 0.5
_FEW, _FEW_SENTENCES = 6, 0.75  # the same where there are fewer lines: heads of texts have as many
_SAME_OPENING = 0.5  # of the lines may begin with one word: menus repeat it (تابعنا على ...)
_PAUSES = 0.25  # of the lines may have a pause within: «وأغلق خلفي، كأني هنا»
_HANG = 0.2  # of the lines may end in a word that few clauses end with: «لم يكتب بعد»
_HALVES_WIDEST = 130  # two half-lines and the gap between
_GAP = regex(r"\s{3,}|\t|\s*(?:\*{2,}|\.{3,}|…+|={2,}|#)\s*")
_IN_GAPS = ("\t", "**", "...", "…", "==", "#")
_WIDE_GAP = regex(r"\s\s\s")  # spelled out: Python skips quickly to where a class begins, not to a repetition
_NOT_IN_VERSE = regex("[.|/@©»*><#]")
# How old a story is, as lists of headlines say below each; and lines so made from which lines are such a list.
_AGE, _AGES = regex(r"(?:قبل|منذ) (?:ثوان|لحظات|قليل|دقيقة|دقيقتين|دقائق|ساعة|ساعتين|ساعات|يوم|يومين|أيام)"), 2
_STANZA = regex(r"\W{0,8}\d{0,2}\W{0,8}")  # the number or ornament above one
# What templates call a line that is no part of a story; a line so called in the midst of verse ends it.
_HEAD = Zone.TITLE | Zone.KICKER | Zone.SUBTITLE | Zone.AUTHOR | Zone.DATE
_LABELLED = _HEAD | Zone.SOURCE | Zone.SECTION | Zone.TAGS | Zone.CAPTION
# «ف» for "so" before a verb: «فأغلقت خلفي», «فتبكي»; no «فيديو», «فتاوى».
_SO = regex(r"ف(?:أ\w{2}|ي(?!ديو|س|تامين|رو|لم|ن|صل|ز|ض|ا|ه)\w{3}|ت(?!ح|ا|ي|ر|و)\w{2})")
_SMALL = HANGING | frozenset(
    "لا ما يا هل ليس كان كانت هي هو انا انت نحن الا هذا هذه ذلك فيه فيها لي لك له لها عني مني اين متي كيف لماذا "
    "عندما حين سوي لعل ليت ربما تحت فوق امام وراء نحو مثل دون لو اذا".split()
)


def verses(lines: Sequence[str], parts: Sequence[int]) -> Iterator[int]:
    """The numbers of the lines that are verse, as the runs show in which they stand.

    `parts` tells for each line in which part of the page it is, as a poem lies in one; 0 for a line of none. Numbers
    and ornaments between stanzas end no run.
    """
    may_be = [
        part if part and (may_be_verse(line) or _STANZA.fullmatch(line)) else 0
        for line, part in zip(lines, parts, strict=True)
    ]
    for start, end in runs(may_be):
        poem = [index for index in range(start, end) if not _STANZA.fullmatch(lines[index])]
        if is_verse([lines[index] for index in poem]):
            yield from poem


def with_verse(fragments: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """The fragments of an HTML page, those marked that are lines of verse."""
    found = list(fragments)
    named = (index for index, each in enumerate(fragments) if _is_named(each))
    for index in (*verses([each.text for each in fragments], list(_parts(fragments))), *named):
        found[index] = replace(found[index], kind=Kind.VERSE)
    return tuple(found)


def _is_named(fragment: Fragment) -> bool:
    """Whether a line, whole or of two half-lines, lies in what the template calls a poem or a verse of one."""
    if fragment.kind is not Kind.PARAGRAPH or fragment.links or len(fragment.text) > _HALVES_WIDEST:
        return False
    holders = islice(upwards(fragment.element), _HOLDERS)
    return any(holder.own & Zone.VERSE for holder in holders) and _NOT_IN_VERSE.search(fragment.text) is None


def _parts(fragments: Sequence[Fragment]) -> Iterator[int]:
    """The number of the part of the page that each line lies in; 0 for links, headings and what the template labels."""
    part, above = 1, list[Element]()  # the holders of the line above, none where that is of no part
    for each in fragments:
        if each.links or each.kind not in (Kind.PARAGRAPH, Kind.VERSE):
            above = []
            yield 0
            continue
        # A poem lies whole in one of these: the line's own element, its stanza or row, the story.
        holders = list(islice(upwards(each.element), _HOLDERS))
        if not any(map(above.__contains__, holders)):
            part += 1
        above = holders
        yield 0 if any(holder.own & _LABELLED for holder in holders[:2]) else part


def is_verse(lines: Sequence[str]) -> bool:
    """Whether lines that follow each other are verse: short, without stops, yet with the small words of sentences.

    Their no-break spaces are plain ones.

    >>> is_verse(["يا بحر هل مروا بنا", "أم كان ذلك وهما", "والموج يمحو ما كتبت", "وأنا أعود إليك"])
    True
    >>> lines = ["تركت حقيبة أمي", "فأغلقت خلفي الشتاء", "والدرج الطويل معطل", "ولا تخرج هي", "كأن بيتا نام", "لم ينم"]
    >>> is_verse(lines), is_verse(lines[:4])  # of so few most must have them
    (True, False)
    >>> is_verse(["الرئيسية", "سياسة", "رياضة", "اتصل بنا"])
    False
    """
    if len(lines) >= 2 and all(map(has_halves, lines)):
        return True
    return (
        len(lines) >= _VERSE_LINES
        and sum(line.count(" ") + 1 for line in lines) >= _VERSE_MEAN_WORDS * len(lines)
        and all(map(may_be_verse, lines))
        and sum(map(_is_of_sentence, lines)) >= (_FEW_SENTENCES if len(lines) < _FEW else _VERSE_SENTENCES) * len(lines)
        and sum(map(_pauses, lines)) <= _PAUSES * len(lines)
        and sum(map(_hangs_on_word, lines[:-1])) <= _HANG * len(lines)
        and sum(_AGE.fullmatch(line) is not None for line in lines) < _AGES
        and max(Counter(line.partition(" ")[0] for line in lines).values()) <= _SAME_OPENING * len(lines)
    )


def may_be_verse(line: str) -> bool:
    """Whether a line by itself could be one of verse: narrow, without stops and digits, no entry of a list."""
    return has_halves(line) or (
        len(line) <= _VERSE_WIDEST
        and line.count(" ") < _VERSE_WORDS
        and _NOT_IN_VERSE.search(line) is None
        and not BULLET.match(line)
        and INSIDE.search(line.replace("،", "")) is None
        and not any(map(str.isdigit, line))
        and not _credits(line)
    )


def _credits(line: str) -> bool:
    """Whether a short line begins with a word of credits and a colon: «ترجمة: NAME», not «كتبت: الثلج أبيض ...»."""
    head, colon, _ = line.partition(":")
    return bool(colon) and line.count(" ") <= _CREDIT_WORDS and fold(head).strip() in role_words()


def has_halves(line: str) -> bool:
    """Whether a line is two half-lines of about the same length with a gap or ornament between."""
    if not 24 < len(line) <= _HALVES_WIDEST or not _may_have_gap(line):
        return False
    halves = _GAP.split(line.strip())
    if len(halves) != 2 or not all(12 <= len(half) <= _VERSE_WIDEST for half in halves):
        return False
    return 0.6 <= len(halves[0]) / len(halves[1]) <= 1.7 and not any(map(str.isdigit, line))


def _may_have_gap(line: str) -> bool:
    """Whether a line has what gaps between half-lines begin with: the cheap test, which most lines do not pass."""
    return any(map(line.__contains__, _IN_GAPS)) or _WIDE_GAP.search(line) is not None


def _pauses(line: str) -> bool:
    """Whether a line has a pause within, and is not two half-lines."""
    return INSIDE.search(line) is not None and not has_halves(line)


def _hangs_on_word(line: str) -> bool:
    return fold(line.rpartition(" ")[2]) in HANGING


def _is_of_sentence(line: str) -> bool:
    """Whether a line has a small word of sentences, or goes on from the line above with «و» or «ف»."""
    small = not _SMALL.isdisjoint(word.lstrip("وف") if len(word) > 3 else word for word in fold(line).split())
    return small or goes_on(line) or _SO.match(line) is not None
