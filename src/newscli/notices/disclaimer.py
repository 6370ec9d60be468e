"""The notice that disclaims or assigns responsibility for the story, and the parties it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from newscli.arabic.letters import fold, squeeze, strip_invisible
from newscli.lexicon import disclaimers
from newscli.lexicon.own import own
from newscli.notices.slots import WORDS, Core, Slots, filled, reports, together, words_in
from newscli.regex import regex

_LONGEST = 900  # characters; no labelled notice has more than 400
_MANY_WORDS = 80  # of a text this long a notice is a part at most
_FEW_WORDS = 4  # a shorter line is the label of a link or a button
_WINDOW, _STEP = 18, 6  # words that one core may be spread over
_FEWEST_SLOTS = 2  # filled by single words; a piece with fewer is not looked at closely
_DENSE = 0.35  # filled slots a word; notices have 0.4 to 1, paragraphs of stories 0.1
_LED_IN = 0.4  # what a lead («تنويه:») leaves of the doubt
_TOLD = 0.15  # what a speaker in the text leaves of the score
_FOOTER = 0.3  # what a copyright line leaves of the score
_SENTENCES = regex(r"(?<![.!؟?؛\n])[.!؟?؛\n]+(?:\s|$)")
# Slots that words fill by what stands beside them, and what single words fill wherever they do.
_FOUND_BY_PLACE = {
    "this": "work|views",
    "no_copy": "copy",
    "advertorial": "work paid",
    "no_endorsement": "mean endorse",
}
_ADVERTORIAL_REACH, _COPY_REACH, _ENDORSED_REACH = 3, 4, 5  # words


def disclaims(folded: str) -> float:
    """How surely a line is a notice on who answers for this text, from 0 to 1; `folded` is `fold(text)`.

    Such a notice disclaims or assigns responsibility, says that the text is its writer's view alone, that it came here
    or was written automatically, that it is paid for, or that it may not be reprinted. Notices on readers' comments,
    on the whole site and its copyright are none; nor is what somebody in a story disclaims.

    >>> from newscli.arabic.letters import fold
    >>> disclaims(fold("ما كتب في هذه الزاوية يمثل رأي صاحبه وحده.")) > 0.8
    True
    >>> disclaims(fold("قال الوزير إن الحكومة لا تتحمل المسؤولية عن هذا التقرير.")) < 0.3
    True
    """
    if len(folded) > _LONGEST:
        return 0.0
    words = words_in(folded)
    each = list(map(_slots().__getitem__, words))
    if len(each) - each.count(0) < _FEWEST_SLOTS or not _may_hold_core(words, each):
        return 0.0
    sentences = [words for part in _SENTENCES.split(folded) if (words := WORDS.findall(part))]
    found = _sureness(sentences)
    if not found or _pattern(disclaimers.NOT_THE_STORY).search(folded):
        return 0.0
    if folded.lstrip(" *-–•:\"'([").startswith(disclaimers.LEADS):
        found = 1 - (1 - found) * _LED_IN
    return found * _doubt(folded, sentences)


def _may_hold_core(words: list[str], each: list[int]) -> bool:
    """Whether all words of a text together make a core: the cheap test before sentences are looked at one by one."""
    slots = together(each)
    for needed, mask in _found_by_place():
        if filled(needed, slots):
            slots |= mask
    for _, _, some in _slots().phrases(words):
        slots |= some
    return _surest(slots) > 0


@lru_cache(maxsize=1)
def _found_by_place() -> tuple[tuple[Core, int], ...]:
    """What words by themselves must fill wherever a slot is filled by what stands beside them, and that slot."""
    return tuple((_slots().core(needed), _slots().mask(name)) for name, needed in _FOUND_BY_PLACE.items())


def _sureness(sentences: list[list[str]]) -> float:
    """That one of the sentences is a notice, each judged by its surest core."""
    doubt = 1.0
    for words in sentences:
        doubt *= 1 - max(map(_surest_core, _windows(words)))
    return 1 - doubt


def _windows(words: list[str]) -> Iterator[list[str]]:
    """A sentence in overlapping pieces: slots far from each other make no core."""
    for start in range(0, max(1, len(words) - _WINDOW + _STEP), _STEP):
        yield words[start : start + _WINDOW]


def _surest_core(words: list[str]) -> float:
    """The sureness of the surest core in a piece of a sentence, less where most of its words fill no slot."""
    each = list(map(_slots().__getitem__, words))
    if len(each) - each.count(0) < _FEWEST_SLOTS:
        return 0.0
    phrases = _slots().phrases(words)
    slots = _pointed(words, each) | _forbidden(words, each) | _advertorial(each) | _no_endorsement(each, phrases)
    slots |= together(each) | together(slot for _, _, slot in phrases)
    telling = len(each) - each.count(0) + sum(length for _, length, _ in phrases)
    return _surest(slots) * min(1.0, telling / len(words) / _DENSE)


def _doubt(folded: str, sentences: list[list[str]]) -> float:
    """What is left of the score where the text looks like a story or like the end of a page, from 0 to 1."""
    left = 1.0
    if any(reports(word) for words in sentences for word in words):
        left *= _TOLD
    if _pattern(disclaimers.COPYRIGHT).search(folded):
        left *= _FOOTER
    count = sum(map(len, sentences))
    return left * min(1.0, _MANY_WORDS / count, count / _FEW_WORDS)


@lru_cache(maxsize=1)
def _slots() -> Slots:
    """The words and phrases that stand in notices, those of the caller's own table too."""
    words = dict(disclaimers.WORDS)
    for line in own("notices").splitlines():
        slot, _, added = line.partition("|")
        words[slot.strip()] += f" {fold(added)}"
    return Slots(words, disclaimers.PHRASES, _FOUND_BY_PLACE)


@lru_cache(maxsize=1)
def _cores() -> tuple[tuple[Core, float], ...]:
    """What makes a notice, each with how surely it does."""
    return tuple((_slots().core(core), sure) for core, sure in disclaimers.CORES)


@lru_cache(maxsize=4096)  # few sets of slots come up in paragraphs, and those again and again
def _surest(slots: int) -> float:
    """The sureness of the surest core that some slots fill; 0 where they fill none."""
    return max((sure for core, sure in _cores() if filled(core, slots)), default=0.0)


def _pointed(words: list[str], each: list[int]) -> int:
    """ "this", where a word of WORK or VIEWS is pointed at: «هذا المقال», «الآراء الواردة»."""
    thing = _slots().mask("work|views")
    last = len(words) - 1
    for at, slots in enumerate(each):
        if slots & thing and (
            (at and words[at - 1].removeprefix("و") in disclaimers.POINTING_BEFORE)
            or (at < last and words[at + 1] in disclaimers.POINTING_BEHIND)
        ):
            return _slots().mask("this")
    return 0


def _forbidden(words: list[str], each: list[int]) -> int:
    """ "no_copy", where what is forbidden is copying: «يمنع منعا باتا نقل»."""
    forbid, copy = _slots().mask("forbid"), _slots().mask("copy")
    for at, slots in enumerate(each):
        if not (slots & forbid or _pair(words, at)):
            continue
        for behind in range(at + 1, min(at + 1 + _COPY_REACH, len(words))):
            if each[behind] & copy:
                return _slots().mask("no_copy")
            if words[behind] not in disclaimers.BETWEEN_FORBID_AND_COPY:
                break
    return 0


def _pair(words: list[str], at: int) -> bool:
    """Whether a forbidding phrase of two words ends at this word: «لا يجوز»."""
    return at > 0 and f"{words[at - 1].removeprefix('و')} {words[at]}" in disclaimers.PHRASES["forbid"]


def _no_endorsement(each: list[int], phrases: list[tuple[int, int, int]]) -> int:
    """ "no_endorsement", where something is said not to mean that anybody endorses: «لا يعني بالضرورة تبني»."""
    denied, mean, endorse = map(_slots().mask, ("not", "mean", "endorse"))
    endorsed = {at for at, slots in enumerate(each) if slots & endorse}
    endorsed |= {at for at, _, slot in phrases if slot & endorse}
    for at, (before, slots) in enumerate(pairwise(each), 1):
        if before & denied and slots & mean and not endorsed.isdisjoint(range(at + 1, at + 1 + _ENDORSED_REACH)):
            return _slots().mask("no_endorsement")
    return 0


def _advertorial(each: list[int]) -> int:
    """ "advertorial", where a sentence opens with a work that is said to be paid: «هذه مادة إعلانية»."""
    work, paid = _slots().mask("work"), _slots().mask("paid")
    for at, slots in enumerate(each[:_ADVERTORIAL_REACH]):
        if slots & work and any(behind & paid for behind in each[at + 1 : at + 1 + _ADVERTORIAL_REACH]):
            return _slots().mask("advertorial")
    return 0


def origin(text: str) -> tuple[str, str] | None:
    """(name, phrase) of the party that the disclaimer names as the writer, or None.

    >>> origin("مضمون هذا الخبر تم كتابته بواسطة البيدر ولا يعبر عن رأينا")
    ('البيدر', 'كتابته بواسطة البيدر')
    """
    return _party(text, disclaimers.ORIGIN_OPENINGS)


def republisher(text: str) -> tuple[str, str] | None:
    """(name, phrase) of the party whose view the disclaimer says the text is not, or None.

    >>> republisher("ولا يعبر عن وجهة نظر الرصيف وانما تم نقله")
    ('الرصيف', 'لا يعبر عن وجهة نظر الرصيف')
    """
    return _party(text, disclaimers.REPUBLISHER_OPENINGS)


@cache  # those of the tables
def _pattern(pattern: str) -> re.Pattern[str]:
    return regex(pattern)


_GENERIC = regex(
    r"(?:ال)?(?:موقع|صحيف[ةه]|جريد[ةه]|شبك[ةه]|ناشر|كاتب|مصدر|إدار[ةه]|ادار[ةه]|مؤسس[ةه])(?:نا|ه|ها)?"
    r"(?: ال(?:مذكور|[أا]صلي)[ةه]?)?$|هيئة التحرير$"
)


def _party(text: str, openings: tuple[str, ...]) -> tuple[str, str] | None:
    """The name behind the first of some openings that has one, and the phrase in which it stands."""
    for pattern in openings:
        found = _pattern(pattern).search(text)
        if not found:
            continue
        closing = _pattern(disclaimers.NAME_ENDS).search(text, found.end())
        end = closing.start() if closing else len(text)
        name = squeeze(strip_invisible(text[found.end() : end])).strip(" \"'«»“”")
        if 1 < len(name) <= 60 and not _GENERIC.match(name):
            return name, squeeze(text[found.start() : end])
    return None
