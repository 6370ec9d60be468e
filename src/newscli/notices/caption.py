"""Lines that describe or credit a picture."""

from __future__ import annotations

import re

from newscli.arabic.letters import fold
from newscli.arabic.words import words
from newscli.lexicon import agencies, lines, outlets
from newscli.lexicon.credit_words import WRITER, opens_sentence
from newscli.regex import regex

_LONGEST = 160  # characters; a longer line is a paragraph
_DESCRIBING_WORDS, _DESCRIBED_WORDS = 3, 12
_MOST_NAME_WORDS = 5  # of a photographer with his agency
_IN_BRACKETS = regex(r"[(\[]([^()\[\]]{2,60})[)\]]\W{0,3}$")
_BEHIND_DASH, _DASH = regex(r"(?<= )[-–—|/] ([^-–—|/:.()]{2,40})$"), regex(r"[-–—|/]")
_OPENING = regex(lines.CAPTION)
_PHOTO_WORD = regex(lines.PHOTO_WORD)
_BY_CAMERA = regex(lines.BY_CAMERA)
_OWNED = regex(lines.OWNED)
_PRESS = regex(lines.PICTURE_OF)
_STORY_ENDS = ".؟!:-–—"


def is_caption(text: str, folded: str) -> bool:
    """Whether a line is the caption or the credit of a picture; `folded` is `fold(text)`.

    It opens as captions do («صورة أرشيفية», «Photo:»), or ends in a photographer, in «أرشيف» or in an agency in
    brackets behind words that are no sentence.

    >>> line = "أطفال على شاطئ المكلا (تصوير: سالم باوزير)"
    >>> is_caption(line, fold(line))
    True
    >>> line = "مدخل القرية بعد السيل (صحيفة البيدر)"
    >>> is_caption(line, fold(line))
    True
    >>> line = "وقال إن الصور التقطت أمس (الاثنين)"
    >>> is_caption(line, fold(line))
    False
    """
    if len(text) > _LONGEST or folded.partition(":")[0].rstrip() in WRITER:
        return False  # «كتب: X - تصوير: Y»
    return bool(_OPENING.match(folded)) or credits_picture(folded) or _of_agency(text, _IN_BRACKETS)


def credits_picture(folded: str) -> bool:
    """Whether a line ends in who took the picture: «(تصوير: X)», «| عدسة X», «- صورة: وكالة», «© X»."""
    bracket = _IN_BRACKETS.search(folded)
    if bracket and _PHOTO_WORD.match(bracket[1]):
        return True
    if "©" in folded and len(folded) <= _LONGEST and _OWNED.match(folded):
        return True
    if not any(map(folded.__contains__, lines.CAMERA_WORDS)):
        return False
    camera = _BY_CAMERA.search(folded)
    return camera is not None and words(folded[camera.end() :]) <= _MOST_NAME_WORDS


def ends_in_agency(text: str) -> bool:
    """Whether some words that are no sentence have an agency behind a dash: below a headline that is a caption.

    >>> ends_in_agency("أطفال على شاطئ المكلا صباح الجمعة - الأناضول"), ends_in_agency("غزة - الأناضول")
    (True, False)
    """
    return len(_DASH.findall(text)) == 1 and _of_agency(text, _BEHIND_DASH, _DESCRIBED_WORDS)


def _of_agency(text: str, place: re.Pattern[str], longest_told: int = 0) -> bool:
    """Whether a line describes a picture: some words that are no sentence, and an agency in brackets or behind a dash.

    A line that opens as a sentence does, of more than `longest_told` words, is a story's last, and who filed it.
    """
    named = place.search(text)
    if named is None or "://" in named[1] or not any(map(_is_source, re.split(r"[/|\-–]", named[1]))):
        return False
    before = text[: named.start()].rstrip()
    # «المصدر: وكالة الأنباء السعودية (واس)», «OUTLET | PLACE (وكالات)»
    labelled = any(map(_is_source, (before.rpartition(":")[2], before.partition("|")[0])))
    told = words(before) > longest_told and opens_sentence(fold(text.split(None, 1)[0]))
    return not (labelled or told) and words(before) >= _DESCRIBING_WORDS and before[-1:] not in _STORY_ENDS


def _is_source(name: str) -> bool:
    """Whether a name is an agency's or an outlet's, and no everyday word."""
    name = name.strip()
    if _PRESS.match(fold(name)):
        return True
    return agencies.is_agency(name) or (outlets.is_outlet(name) and not outlets.is_weak(name))
