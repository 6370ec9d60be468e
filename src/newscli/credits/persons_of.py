"""The persons of a line or a piece of one: a correspondent's credit, an author's box, or a list of writers."""

from __future__ import annotations

from msgspec.structs import replace

from newscli.arabic.letters import fold
from newscli.credits.clean import folded_with_offsets, trimmed
from newscli.credits.correspondents import correspondent
from newscli.credits.likeness import Likeness, likeness
from newscli.credits.persons import split_names
from newscli.credits.roles import HEADS
from newscli.credits.tokens import Gap, folded_at, run_of, words_of
from newscli.credits.writers import BARE, NO_PERSONS, Persons, less_doubted, person, tells, writers
from newscli.lexicon import box_words
from newscli.lexicon.credit_words import CALLING, EDITORS, LABELS, NEWS, NOBODY, SOURCE_LINE, role_words
from newscli.lexicon.given_names import given_names
from newscli.lexicon.outlets import is_outlet
from newscli.lexicon.places import is_place
from newscli.lexicon.source_labels import label_at
from newscli.regex import regex

_CORRESPONDENT = {Likeness.POSSIBLE: 0.85, Likeness.PLAUSIBLE: 0.95, Likeness.CLEAR: 0.98}
_BOX = 0.3  # what is left of the doubt about a name behind «بواسطة» or before «راسل الكاتب»
_BUTTONS = 3  # behind a name, at most
_SIGNED = 0.95  # «أخوكم NAME»
_SENTENCE = 6  # spaces in a sentence
_DIGIT = regex(r"\d")
_PARTING = regex(r"[|•·●▪┃¦\t\n◆►/–—‒―_:ـ()\[\]-]|\s\s\s")  # what parts a credit from what stands beside it


def persons_of(text: str, start: int, end: int) -> Persons:
    """The persons credited in a range of a line.

    >>> line = "طارق العشي راسل المؤلف"
    >>> persons_of(line, 0, len(line)).authors
    ('طارق العشي',)
    """
    first, last, boxed = unboxed(text, start, end)
    line = text[first:last]
    if first >= last or (boxed and _names_another_calling(line)):
        return NO_PERSONS
    return _signature(line) or _correspondent(line, first) or _sender(line) or _writers(line, first, boxed=boxed)


def _names_another_calling(line: str) -> bool:
    """«وصانع أفلام» behind «كاتب»: what a person is besides, and nobody's name."""
    first = fold(line).split()[0]
    return first.startswith("و") and first not in given_names()


def unboxed(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """A range without the words of an author's box around the name, and whether any stood there."""
    plain = fold(text[start:end])
    if not box_words.BEFORE_NAME.match(plain) and not box_words.BEHIND_NAME.search(plain):
        return start, end, False
    folded, offsets = folded_with_offsets(text[start:end])
    before = box_words.BEFORE_NAME.match(folded)
    opens = before.end() if before else 0
    closes = _without_buttons(folded, opens)
    first, last = start + offsets[opens], start + offsets[closes] if closes < len(folded) else end
    if first >= last:
        return start, end, False
    return *trimmed(text, first, last), True


def _without_buttons(folded: str, start: int) -> int:
    """Where the words from `start` on end that are no button: «NAME تواصل مع الصحفي | كل المقالات» has two."""
    end = len(folded)
    for _ in range(_BUTTONS):
        behind = box_words.BEHIND_NAME.search(folded, start, end)
        if behind is None:
            break
        end = behind.start()
    return end


def _persons_named(text: str, least: Likeness = Likeness.POSSIBLE) -> tuple[str, ...]:
    """The names of a list; none if one of them is no person's."""
    names = tuple(split_names(text))
    return names if all(person(name) >= least for name in names) else ()


def _signature(line: str) -> Persons | None:
    """«أخوكم NAME», «المخلص لكم: NAME», «عن أهالي الحي: NAME» under a letter; the form of address alone is none."""
    words, _ = words_of(line)
    if folded_at(words, 0) == "عن" and folded_at(words, 1) in box_words.SIGNING_FOR:
        name = next((i for i in range(2, min(len(words), _LONGEST_GROUP)) if words[i - 1].gap >= Gap.DASH), len(words))
    elif folded_at(words, 0) in box_words.ADDRESS:
        name = next((i for i in range(1, len(words)) if words[i].folded not in box_words.ADDRESSED), len(words))
    else:
        return None
    signed = line[words[name].start :] if name < len(words) else ""
    names = tuple(each for each in split_names(signed) if not is_place(each))
    if min(map(person, names), default=Likeness.NO) < Likeness.POSSIBLE:
        return NO_PERSONS
    return Persons(names, likelihood=_SIGNED, role_word=True)


_LONGEST_GROUP = 6  # words: «عن أهالي حي الميناء القديم:»


def _correspondent(line: str, start: int) -> Persons | None:
    """The persons of a correspondent's or an office holder's credit."""
    found = correspondent(line)
    if found is None:
        return None
    # Before «مراسل OUTLET» stands nothing but a name.
    least = Likeness.FAINT if found.outlet and found.outlet[0] > found.end else Likeness.POSSIBLE
    names = _persons_named(line[found.start : found.end], least)
    if not names:
        return None
    outlet = (found.outlet[0] + start, found.outlet[1] + start) if found.outlet else None
    return Persons(names, likelihood=_CORRESPONDENT[found.likeness], role_word=True, outlet=outlet)


def _writers(line: str, start: int, *, boxed: bool) -> Persons:
    """Writers, with «OUTLET - NAME» of an outlet that no table has."""
    found = writers(line)
    if not found.authors and not found.desk:
        return _beside_outlet(line, start) or _of_outlet(line, start) or NO_PERSONS
    if not boxed:
        return found
    return replace(found, likelihood=less_doubted(found.likelihood, _BOX), role_word=True)


def _sender(line: str) -> Persons | None:
    """«من NAME»: the sender of a report."""
    words, _ = words_of(line)
    if len(words) < 3 or words[0].folded != "من" or likeness(run_of(words, 1)) < Likeness.CLEAR:
        return None
    return Persons(tuple(split_names(line[words[1].start :])), likelihood=_SIGNED, role_word=True)


_PARTED = regex(r"^(?P<outlet>[^-–—ـ/|:]{2,30}?)\s*(?:\s[-–—ـ]+\s|[/|:])\s*(?P<name>[^-–—ـ/|:]{5,60})$")
_ROLE_PARTED = regex(
    r"^(?P<outlet>.{2,30}?)\s*[-–—/]\s*(?P<name>(?:ترجمة|تحرير|[إا]عداد|كتبت?|بقلم|تقرير|حوار)"
    r"(?: و?(?:تحرير|ترجمة|[إا]عداد))?\s*:\s*.+)$"
)


# «نص: OUTLET | NAME»: the outlet beside its writer behind one role.
_ROLE_OUTLET = regex(r"^(?:ال)?(?:نص|تقرير|إعداد|اعداد)\s*:\s*(?P<outlet>[^|:]{3,30}?)\s*\|\s*(?P<name>[^|:]{5,60})$")


def _beside_outlet(line: str, start: int) -> Persons | None:
    """«نص: OUTLET | NAME», where the outlet is no person."""
    parted = _ROLE_OUTLET.match(line)
    if parted is None or person(parted["outlet"]) >= Likeness.POSSIBLE:
        return None
    found = writers(f"بقلم: {parted['name']}")
    if found.likelihood < BARE[Likeness.POSSIBLE]:
        return None
    first, last = parted.span("outlet")
    return replace(found, outlet=(start + first, start + last))


def _of_outlet(line: str, start: int) -> Persons | None:
    """«OUTLET - NAME», «OUTLET – ترجمة: NAME»: the name is clear, the outlet is one word, known or not."""
    role = _ROLE_PARTED.match(line)
    parted = role or _PARTED.match(line)
    if parted is None:
        return None
    outlet = parted["outlet"].strip(' «»"“”')
    listed = is_outlet(outlet) and fold(outlet) not in SOURCE_LINE
    if not listed and not _may_be_outlet(outlet, line[parted.end("outlet") : parted.start("name")]):
        return None
    found = writers(parted["name"])
    least, most = (BARE[Likeness.POSSIBLE], 1.0) if listed or role else (BARE[Likeness.CLEAR], BARE[Likeness.PLAUSIBLE])
    if found.likelihood < least:
        return None
    likely = min(found.likelihood, most)
    first, last = parted.span("outlet")
    return replace(found, likelihood=likely, outlet=(start + first, start + last))


def _may_be_outlet(name: str, separator: str) -> bool:
    """Whether one or two words before a dash may be an outlet's name though no table has it."""
    words = fold(name).split()
    if len(words) > _LONGEST_OUTLET or ":" in separator:
        return False
    return all(known.isdisjoint(words) for known in (given_names(), role_words(), _NO_OUTLET))


_LONGEST_OUTLET = 2  # words
_NO_OUTLET = LABELS | NEWS | CALLING | SOURCE_LINE

_INTRODUCED = regex(
    r"\s*(?:هذا|هذه)\s+(?:ال)?(?:مقال|مقالة|تحليل|رأي|تقرير|عمود|نص|تعليق|مادة|قراءة)\w*\s+(?:هو\s+|هي\s+)?"
    r"(?:بقلم|كتبه|كتبها|كتبته|من\s+إعداد|[أا]عده|[أا]عدها|من\s+كتابة)\s*:?\s*(?P<name>[^،,.؛:()\-–—\n]{4,60})"
)


def introduced(text: str) -> Persons | None:
    """«هذا المقال بقلم NAME، OFFICE، ...»: the writer as a notice names him; None for other texts.

    >>> introduced("هذا التحليل بقلم سمير الخطيب، كاتب في الشؤون الدولية، والآراء تعبر عن رأيه").authors
    ('سمير الخطيب',)
    """
    match = _INTRODUCED.match(text)
    if match is None:
        return None
    names = _persons_named(match["name"])
    return Persons(names, likelihood=_SIGNED, role_word=True) if names else None


def may_have_role(text: str, folded: str) -> bool:
    """Whether a line may name persons beside a word that says that they write, file or sign: a cheap test.

    It lets through all lines of which `read_credit` says so, and others; `folded` is `fold(text)`.

    >>> lines = ("تقرير: رنا الصيرفي", "رنا الصيرفي، مراسلة الضفاف", "رنا الصيرفي", "ارتفع مؤشر الأسعار قليلا.")
    >>> [may_have_role(line, fold(line)) for line in lines]
    [True, True, False, False]
    """
    if _APART.search(text) or any(word in folded for word in _LABELS):
        return True
    words = _WORDS.findall(folded)
    told = not _TELLING.isdisjoint(words) or words[:1] in (["هذا"], ["هذه"])
    return told or box_words.BOX_WORD.search(folded) is not None


def is_sentence(text: str) -> bool:
    """Whether a line is a sentence of a story, or a headline like one, in which nothing is parted from the rest.

    It holds a verb or a function word, and no date or button unless it ends in a full stop. Of 11,000 such lines that
    stand where credits do, none credits anybody.

    >>> is_sentence("قال الوزير إن المطار أعيد فتحه أمس."), is_sentence("بيروت - قال الوزير إن المطار أعيد فتحه أمس.")
    (True, False)
    """
    if text.count(" ") < _SENTENCE or _PARTING.search(text):
        return False
    if not text.rstrip().endswith(".") and (_DIGIT.search(text) or box_words.BOX_WORD.search(fold(text))):
        return False
    words, _ = words_of(text)
    return folded_at(words, 0) not in HEADS and tells(words)


def may_credit_desk(text: str, folded: str) -> bool:
    """Whether a line may credit the editors or a desk alone: a cheap test, as above.

    >>> [may_credit_desk(line, fold(line)) for line in ("المحرر", "المصدر: قسم الأخبار", "تعادل الفريقان")]
    [True, True, False]
    """
    named = not _OF_DESKS.isdisjoint(_WORDS.findall(folded))
    return named or may_have_role(text, folded) or label_at(folded) is not None


_OF_DESKS = frozenset(word for name in EDITORS | NOBODY for word in name.split()[:1])
_WORDS = regex(r"[^\W\d_]+")
_APART = regex(r"[A-Za-z*\[\]~`<>&#\u200b]")  # Latin words are told apart from others; marks may part words
_LABELS = ("نشر", "مصدر", "نقلا عن", "واسطه")  # in those that name who wrote or gave the text
_TELLING = HEADS | CALLING | box_words.ADDRESS | box_words.OFFICE | box_words.SIGNING_FOR
_TELLING |= set("مدير مديره مكتب قبل طرف".split())
_TELLING |= {f"و{word}" for word in box_words.OFFICE} | {f"ل{word}" for word in box_words.CORRESPONDENT}
