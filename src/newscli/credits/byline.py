"""The byline: the persons credited for the text, by a role word (كتب، بقلم ...) or by standing where writers do."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import takewhile
from typing import NamedTuple

from newscli.arabic.letters import fold, squeeze
from newscli.credits.dateline import read_line
from newscli.credits.persons import Likeness, likeness, split_names
from newscli.credits.tokens import Gap, Word, date_at, words_of
from newscli.lexicon.agencies import is_agency, key
from newscli.lexicon.credit_words import (
    CALLING,
    DESKS,
    EDITORS,
    INTERFACE,
    NOBODY,
    NOUNS,
    PHOTO,
    REPORTING,
    TITLES,
    WRITER,
    opens_sentence,
)
from newscli.lexicon.given_names import is_given_name
from newscli.lexicon.outlets import by_form, find_outlet
from newscli.lexicon.places import is_place
from newscli.model import Byline

_LONGEST = 160
_LONGEST_ROLE = 4
_MOST_WORDS = 20

_LATIN_NAME = re.compile(r"^[A-Z][a-z'-]+(?: [A-Z][A-Za-z.'-]*){1,3}$")


def read_byline(text: str, *, slot: bool = False, outlets: Container[str] = ()) -> Byline | None:
    """The persons that a credit line names, bare (no role, title, contact), or None where the line is none.

    `slot`: the line stands where the template prints the author or right before the body, so a bare name counts.
    A line that credits by role word alone («المحرر», «بقلم: فريق التحرير») gives a byline without authors.

    >>> read_byline("إعداد: سمير الخطيب وهدى قاسم").authors
    ('سمير الخطيب', 'هدى قاسم')
    >>> read_byline("سمير الخطيب") is None, read_byline("سمير الخطيب", slot=True).authors
    (True, ('سمير الخطيب',))
    >>> read_byline("تصوير: سمير الخطيب") is None
    True
    """
    line = squeeze(text.replace("&nbsp;", " "))
    line = _SYMBOLS.sub("", line)
    if not 2 <= len(line) <= _LONGEST or line[-1] in "؟?!":
        return None
    words, _ = words_of(line)
    if not words:
        return None
    if _by_role_only(line, words):
        return Byline(line, ())
    if _MASTHEAD.match(" ".join(word.folded for word in words[:3])):
        return None
    printed, line = line, _without_date(line, words)
    if len(line) != len(printed):
        words, _ = words_of(line)
    if not words or len(words) > _MOST_WORDS:
        return None
    segments = _segments(line, words)
    credited = any(segment.role == "writer" for segment in segments)
    if not credited and not slot and not any(segment.role for segment in segments) and not _may_anchor(words):
        return None
    if slot and words[0].folded == "من" and likeness([word.folded for word in words[1:]]) is Likeness.CLEAR:
        return Byline(printed, tuple(split_names(line[words[1].start :])))
    match = read_line(line, outlets=outlets)
    if match is not None:
        credit = credited or slot or match.confidence >= 0.6
        return Byline(printed, match.authors) if match.authors and credit else None
    if not credited and (not slot or _tells(words)):
        return None
    byline = _credit(line, segments, slot)
    return byline and Byline(printed, byline.authors)


_SYMBOLS = re.compile("^[\u2190-\u2bff\ufe0f\U0001f300-\U0001faff\\s]+")  # a pen, an arrow, a bullet before the credit


def _tells(words: list[Word]) -> bool:
    """Whether a line holds a verb or a function word before anything that is said of a writer («كاتب من ...»)."""
    told = takewhile(lambda word: word.folded not in CALLING, words)
    return any(opens_sentence(word.folded) and not is_given_name(word.folded[1:]) for word in told)


def headline_author(title: str) -> tuple[str, tuple[str, ...]]:
    """The headline without a writer's name that was appended to it, and the writers it names.

    «X يكتب: ...» is part of the headline and stays; «TITLE/ X» and «TITLE.. بقلم: X» are cut.

    >>> headline_author("سامي الجندي يكتب: درس البحر")
    ('سامي الجندي يكتب: درس البحر', ('سامي الجندي',))
    >>> headline_author("درس البحر/ سامي الجندي")
    ('درس البحر', ('سامي الجندي',))
    >>> headline_author("أزمة المياه / حلول مؤجلة")
    ('أزمة المياه / حلول مؤجلة', ())
    """
    writes = _WRITES.match(title)
    if writes:
        names = tuple(name for name in split_names(writes[1]) if _name_in_title(name))
        if names:
            return title, names
    signed = _SIGNED.match(title) or _SLASHED.match(title)
    if signed and len(signed[1].split()) >= 2:
        least = Likeness.POSSIBLE if signed.re is _SIGNED else Likeness.CLEAR
        names = tuple(split_names(signed[2]))
        if names and all(_person(name, least) for name in names):
            return signed[1].rstrip(" .…-–—:،*"), names
    return title, ()


_WRITES = re.compile(
    r"^\W*([^:]{4,45}?)\s+(?:يكتب|تكتب|يكتبان|كتب|كتبت)"
    r"(?:\s+(?:عن|ل[\w«»\"“”]{2,14})(?:\s+[^:]{2,40})?)?\s*(?::|\.\.|…|-|–|—|/)"
)
_SIGNED = re.compile(r"^(.{6,200}?)[\s.…،*|/\\–—-]+(?:بقلم|كتبها|كتبه|كتبته|قلم)\s*[:/\\–—-]*\s*([^:/]{4,60})$")
_SLASHED = re.compile(r"^(.{6,200}?)\s*[/\\]{1,2}\s*(?:بقلم\s*[:/]?\s*)?([^:/\\]{4,60})$")


# The imprint of a paper names its editors and publishers, a programme its guests: they did not write the story.
_MASTHEAD = re.compile(
    r"(?:رييسه? (?:مجلس|التحرير|هييه)|(?:نايب )?(?:مدير|سكرتير|مساعد مدير)ه? (?:التحرير|النشر|الموقع|عام)|"
    r"المشرفه? العام|المديره? (?:العام|المسوول|المسيول)|صاحب الامتياز|الموسس|نايب رييس|مستشار التحرير|"
    r"ضي[وف]+ (?:الحلقه|البرنامج|اللقاء)|مقدمه? (?:الحلقه|البرنامج)|تقديم )"
)


def _name_in_title(name: str) -> bool:
    return len(name.split()) <= 5 and _person(name, Likeness.POSSIBLE)


def _without_date(line: str, words: list[Word]) -> str:
    """The line without the date that stands behind the name or before it («NAME - الأحد 5 مايو 2016»)."""
    if not _DIGIT.search(line):
        return line
    behind = date_at(words, 0)
    if 0 < behind < len(words):
        return line[words[behind].start :]
    cut = next((i for i in range(1, len(words)) if date_at(words, i) > i), None)
    if cut is None:
        return line
    while cut > 1 and words[cut - 1].folded in {"في", "يوم", "بتاريخ"}:
        cut -= 1
    return line[: words[cut].start].rstrip(" -–—|/،,:(")


def _without_calling(text: str) -> str:
    """A name without what is said of its bearer behind it: «NAME، أستاذ القانون», «NAME (كاتب سوري)»."""
    words = list(_WORDS.finditer(text))
    for i, word in enumerate(words[2:], 2):
        folded = fold(word.group())
        if folded in CALLING or (folded[:1] == "و" and folded[1:] in CALLING):
            return text[: words[i].start()].rstrip(" -–—:،,(")
    return text


class _Segment(NamedTuple):
    """A stretch of a credit line behind a role word (or before the first): its text and the role over it."""

    role: str  # "writer", "photo" or "" before any role word
    noun: bool  # whether the role word is a noun of the running text as well
    text: str
    separated: bool  # whether a colon, dash or slash stands behind the role word


def _segments(line: str, words: list[Word]) -> list[_Segment]:
    segments: list[_Segment] = []
    role, noun, separated, start = "", False, True, 0
    i = 0
    while i < len(words):
        found = _role_at(words, i)
        if found is None:
            i += 1
            continue
        kind, last, name = found
        segments.append(_Segment(role, noun, line[start : words[i].start], separated))
        role, noun, start = kind, name in NOUNS, words[last - 1].end
        separated = words[last - 1].gap >= Gap.DASH
        i = last
    segments.append(_Segment(role, noun, line[start:], separated))
    return [segment for segment in segments if segment.role or segment.text.strip(" -–—ـ*•:/|،,.()")]


def _role_at(words: list[Word], i: int) -> tuple[str, int, str] | None:
    """The role word or phrase at a word: its role, the word behind it, its folded form."""
    if words[i].folded not in _ROLE_HEADS:
        return None
    for last in range(min(len(words), i + _LONGEST_ROLE), i, -1):
        if any(word.gap != Gap.NONE for word in words[i : last - 1]):
            continue
        name = " ".join(word.folded for word in words[i:last])
        role = "writer" if name in WRITER else "photo" if name in PHOTO else None
        if role is None and name[0] == "و" and (name[1:] in PHOTO or name[1:] in WRITER) and name not in WRITER:
            role = "photo" if name[1:] in PHOTO else "writer"
        if role and _stands_as_role(words, i, last, name):
            return role, last, name
    return None


_ROLE_HEADS = frozenset(phrase.partition(" ")[0] for phrase in WRITER | PHOTO)
_ROLE_HEADS |= {"و" + word for word in _ROLE_HEADS}


def _stands_as_role(words: list[Word], first: int, last: int, name: str) -> bool:
    """A role word stands at the line's start, behind a separator, or has one behind it; a name holds none."""
    at_start = first == 0 or words[first - 1].gap >= Gap.BRACKET
    before_separator = words[last - 1].gap >= Gap.DASH and last < len(words)
    if name in CALLING or (name in TITLES and first) or (len(name) < 3 and name != "by"):
        return before_separator
    return at_start or before_separator or name in _PLAIN


_PLAIN = frozenset(fold("ترجمة بقلم عدسة تصوير إعداد تحرير حاوره حاورها حاورته حاورتها").split())


def _may_anchor(words: list[Word]) -> bool:
    """Whether a line has the separators of a formula at all."""
    return len(words) >= 3 and any(word.gap >= Gap.BRACKET for word in words[:-1])


def _credit(line: str, segments: list[_Segment], slot: bool) -> Byline | None:
    authors: list[str] = []
    nobody = False
    for segment in segments:
        if segment.role == "photo":
            continue
        names = [name for name in split_names(_without_calling(segment.text)) if fold(name) not in TITLES]
        least = _least(segment, slot)
        for name in names:
            if key(name) in _NOBODY_KEYS or _is_desk(name):
                nobody = nobody or (segment.role == "writer" and not segment.noun and not name.isascii())
            elif _person(name, least) or (segment.role and segment.separated and not segment.noun and _single(name)):
                authors.append(name)
            elif not (authors and _is_tail(name)) and not is_place(name):
                return None
    if authors:
        return Byline(line, tuple(dict.fromkeys(authors)))
    return Byline(line, ()) if nobody else None


def _by_role_only(line: str, found: list[Word]) -> bool:
    """Whether a line credits the editors or a desk by its role: «المحرر», «بقلم: فريق التحرير»."""
    if len(line) > _LONGEST // 3:
        return False
    words = [word.folded for word in found]
    if " ".join(words) in EDITORS:
        return True
    for i in range(1, min(3, len(words))):
        head, tail = " ".join(words[:i]), " ".join(words[i:])
        if head in WRITER and head not in NOUNS and not tail.isascii() and (tail in NOBODY or words[i] in DESKS):
            return True
    return False


_WORDS = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")


_NOBODY_KEYS = frozenset(key(name) for name in NOBODY)


def _least(segment: _Segment, slot: bool) -> Likeness:
    """How plain a name must be: behind «بقلم:» anything name-like, behind «تقرير» or nothing a plain one."""
    if segment.role and not segment.noun:
        return Likeness.FAINT if segment.separated else Likeness.POSSIBLE
    if segment.role:
        return Likeness.POSSIBLE if segment.separated and slot else Likeness.PLAUSIBLE
    return Likeness.POSSIBLE if slot else Likeness.CLEAR


def _person(name: str, least: Likeness) -> bool:
    words = fold(name).replace(".", " ").split()
    if not words or is_agency(name) or by_form(words) or key(name) in _NOBODY_KEYS:
        return False
    if _LATIN_NAME.match(name):
        return not find_outlet(name) and INTERFACE.isdisjoint(words)
    if _ON.search(name) and not _ALI.search(name):
        return False
    if find_outlet(name) or is_place(name):
        return False
    sure = likeness(words)
    return sure >= least and not (sure is Likeness.POSSIBLE and any(map(is_place, words)))


_ON = re.compile(r"(?<!\w)على(?!\w)")  # «على»: a preposition, unless it stands as the Egyptian «علي» does
_ALI = re.compile(r"^على \S+$|(?:محمد|أحمد|حسن|حسين|محمود|سيد|السيد|مصطفى|عمر|ابراهيم|إبراهيم) على(?!\w)")


def _single(name: str) -> bool:
    """A given name alone, as a signature behind a role word."""
    return is_given_name(name) and len(name) > 2


def _is_desk(name: str) -> bool:
    words = fold(name).split()
    return bool(words) and (words[0] in DESKS or is_agency(name) or by_form(words) or find_outlet(name) is not None)


def _is_tail(name: str) -> bool:
    """What is said of the writer behind the name."""
    words = fold(name).split()
    if not words or len(words) > 9 or set(words) & (REPORTING - CALLING):
        return False
    return words[0] in CALLING or words[0].removeprefix("و") in CALLING
