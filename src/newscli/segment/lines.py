"""Lines that one paragraph was broken into, and lines that are to stay: one judgement for `<br>` and for plain text.

SPEC: "Lines that one paragraph was broken into are joined, in HTML as in text; lines of verse are not." What tells is
the whole group: whether a line is about as wide as the others, whether it ends a sentence, whether the last one does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newscli.arabic.letters import INVISIBLE, fold, strip_invisible
from newscli.regex import regex

# Characters of a line. Narrower lines are names, prices, verse; wider ones are paragraphs, which have no width.
NARROWEST, WIDEST = 28, 130
_FILLED = 0.7  # of the widest line's length: a hand breaks lines less evenly than a program
_LAST = 1.15  # the last line of a paragraph is no wider than the others
_ENDS = regex(r"[.!?؟。…:][\W_]*\Z")
_INSIDE = regex(r"[،,؛;.!؟](?=\s\S)")
# Words that no clause ends with: the line behind goes on.
_HANGING = frozenset(
    "في من الي علي عن مع بين ان انه انها التي الذي الذين او ثم لكن بعد قبل عند حتي منذ خلال كما لم لن قد غير اي "
    "كل".split()
)
BULLET = regex(
    r"(?P<sign>[*+•▪●◦·■○])\s+(?=\S)|(?P<number>\d{1,3})\s?[-.)–]\s+(?=\S)|(?P<letter>\(?[أ-ي]\))\s*(?=\S)|"
    r"(?P<dash>[-–—])\s*(?=\S)"
)
_LABEL = regex(r"[^:]{2,30}:\s*\S")

# Verse: lines of few words without stops, several in a row, that hold the small words of sentences.
_VERSE_LINES, _VERSE_WIDEST, _VERSE_WORDS = 4, 50, 9
_VERSE_MEAN_WORDS, _VERSE_SENTENCES = 2.2, 0.5
_SAME_OPENING = 0.5  # of the lines may begin with one word: menus repeat it (تابعنا على ...)
_HALVES_WIDEST = 130  # two half-lines and the gap between
_GAP = regex(r"\s{3,}|\t|\s*(?:\*{2,}|\.{3,}|…+|={2,}|#)\s*")
_WIDE_GAP = regex(r"\s\s\s")  # spelled out: Python skips quickly to where a class begins, not to a repetition
_NOT_IN_VERSE = regex("[.|/@©»]")
_SMALL = _HANGING | frozenset(
    "لا ما يا هل ليس كان كانت هي هو انا انت نحن الا هذا هذه ذلك فيه فيها لي لك له لها عني مني اين متي كيف لماذا "
    "عندما حين سوي لعل ليت ربما تحت فوق امام وراء نحو مثل دون لو اذا".split()
)


_OUTSIDE = "\0" + INVISIBLE + "".join(char for char in map(chr, range(0x3001)) if char.isspace())


def shown(text: str) -> tuple[int, int]:
    """Where what shows of a text begins and ends: white space and invisible characters at its ends are outside.

    >>> shown("\u200f قال ")
    (2, 5)
    """
    bare = text.lstrip()
    start = len(text) - len(bare)
    bare = bare.rstrip()
    if bare and bare[0] not in _OUTSIDE and bare[-1] not in _OUTSIDE:  # the short way of nearly all lines
        return start, start + len(bare)
    end = len(text.rstrip(_OUTSIDE))
    return (end - len(text[:end].lstrip(_OUTSIDE)), end)


def without_edges(text: str) -> str:
    """Text without white space and invisible characters at its ends; inside they stay.

    >>> without_edges("\u200fقال\u200f الوزير\u202c") == "قال\u200f الوزير"
    True
    """
    if text and text[0] not in _OUTSIDE and text[-1] not in _OUTSIDE:  # the short way of nearly all texts
        return text
    return text.strip(_OUTSIDE)


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a sentence's last sign, behind which quotes and brackets may close.

    >>> ends_sentence("قال «نعم.»"), ends_sentence("قال إن")
    (True, False)
    """
    return _ENDS.search(line[-12:]) is not None


def hangs(line: str) -> bool:
    """Whether a line breaks off inside a clause: it ends in a comma, or in a word that none ends with."""
    bare = strip_invisible(line).rstrip()
    return bare.endswith(("،", ",", "؛")) or fold(bare.rpartition(" ")[2]) in _HANGING


def parts_of_paragraphs(lines: Sequence[str]) -> list[bool]:
    """For each line of a group that stands close together: whether it goes on with the paragraph of the one before.

    >>> parts_of_paragraphs(["افتتح الوزير صباح أمس رصيفا جديدا في", "ميناء المدينة، وشكر العمال.", "انتهى"])
    [False, True, False]
    """
    found = [False] * len(lines)
    if is_verse(lines):
        return found
    start = 0
    for index, line in enumerate(lines):
        if ends_sentence(line) or index == len(lines) - 1 or stands_alone(line):
            if index > start and _is_paragraph(lines[start : index + 1]):
                found[start + 1 : index + 1] = [True] * (index - start)
            start = index + 1
    return found


def stands_alone(line: str) -> bool:
    """Whether a line is an entry of a list by its form: it has a bullet, a number or a label («الخيار: 700»)."""
    return BULLET.match(line) is not None or _LABEL.match(line) is not None


def _is_paragraph(lines: Sequence[str]) -> bool:
    """Whether lines, none of which ends a sentence but the last, are the broken lines of one paragraph."""
    widths = [len(line) for line in lines]
    width = max(widths[:-1])
    if not NARROWEST <= width <= WIDEST or widths[-1] > width * _LAST or any(map(stands_alone, lines)):
        return False
    following = [line.split(None, 1)[0] for line in lines[1:]]
    if any(size + 1 + len(word) < width * _FILLED for size, word in zip(widths[:-1], following, strict=True)):
        return False
    hanging = sum(map(hangs, lines[:-1]))
    if not ends_sentence(lines[-1]):
        return hanging >= max(1, 0.3 * (len(lines) - 1))
    # Three lines and more without a comma inside or a word that hangs are a stanza or a list.
    return len(lines) <= 3 or hanging > 0 or any(map(_INSIDE.search, lines))


def is_verse(lines: Sequence[str]) -> bool:
    """Whether lines that follow each other are verse: short, without stops, yet with the small words of sentences.

    Their no-break spaces are plain ones.

    >>> is_verse(["يا بحر هل مروا بنا", "أم كان ذلك وهما", "والموج يمحو ما كتبت", "وأنا أعود إليك"])
    True
    >>> is_verse(["الرئيسية", "سياسة", "رياضة", "اتصل بنا"])
    False
    """
    if len(lines) >= 2 and all(map(has_halves, lines)):
        return True
    return (
        len(lines) >= _VERSE_LINES
        and sum(line.count(" ") + 1 for line in lines) >= _VERSE_MEAN_WORDS * len(lines)
        and all(map(may_be_verse, lines))
        and sum(map(_has_small_word, lines)) >= _VERSE_SENTENCES * len(lines)
        and not any(map(_hangs_on_word, lines[:-1]))
        and max(Counter(line.partition(" ")[0] for line in lines).values()) <= _SAME_OPENING * len(lines)
    )


def may_be_verse(line: str) -> bool:
    """Whether a line by itself could be one of verse: narrow, without stops and digits, no entry of a list."""
    return has_halves(line) or (
        len(line) <= _VERSE_WIDEST
        and line.count(" ") < _VERSE_WORDS
        and _NOT_IN_VERSE.search(line) is None
        and not BULLET.match(line)
        and _INSIDE.search(line) is None
        and not any(map(str.isdigit, line))
    )


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
    return (
        "\t" in line
        or "**" in line
        or "..." in line
        or "…" in line
        or "==" in line
        or "#" in line
        or _WIDE_GAP.search(line) is not None
    )


def _hangs_on_word(line: str) -> bool:
    return fold(line.rpartition(" ")[2]) in _HANGING


def _has_small_word(line: str) -> bool:
    return not _SMALL.isdisjoint(word.lstrip("وف") if len(word) > 3 else word for word in fold(line).split())
