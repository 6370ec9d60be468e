"""The head of a plain text: the lines above its first credit, date or paragraph, which are kicker, headline and deck.

Printed papers and agencies set them in this order, and the writer's name below: of three such lines the middle one is
the headline, of two the first, unless it begins as a kicker does.
"""

from __future__ import annotations

from collections.abc import Callable

from newscli.lexicon.openings import opens_inside, seldom_opens
from newscli.notices.sections import heads_section
from newscli.regex import regex
from newscli.weigh.candidates import LENGTHS, LONG, Candidates, is_item
from newscli.weigh.evidence import AGAINST, FOR, Column, Feature, each
from newscli.weigh.observe import Observed, is_furniture

# «بعد عامين من الظلام.. طفل يبصر أمه»: kicker and headline in one line.
_PARTED = regex(r"\w\W{0,3}(?:\.\.|…|:)\W{0,3}(?:\w+\W+){2}\w")
# How well a number of words is that of a kicker.
_KICKER = dict.fromkeys(range(1, 5), 1.0) | {5: 0.9, 6: 0.8, 7: 0.5, 8: 0.3}
_COLUMN = 3  # words of a column's name
_PENNED = regex(r"\W*(?:بقلم|يكتبها?|تكتبها?|كتبها?|الكاتبه?)\b")  # above columns; news has «كتب»
_FIRST = 3  # lines of a text, the first apart, among which its headline stands
_MOST = 4  # lines


def head_lines(observed: Observed, start: int, credits: Callable[[int], bool]) -> list[int]:
    """The blocks that make up the head of a plain text whose story begins at `start`; none for HTML and dumps.

    `credits` tells whether a block credits somebody. The head ends at the first of these, at a date or a full stop.
    """
    if not observed.is_clean_text and _clean(observed, start) < 1.0:
        return []
    found: list[int] = []
    for index in range(start):
        if _is_told(observed, index) or credits(index):
            if found:
                break
            continue
        if observed.words[index] > LONG or observed.stopped[index] or len(found) == _MOST:
            break
        if not (found and _is_same_part(observed, found[-1], index)):
            found.append(index)
    return found


def _is_same_part(observed: Observed, above: int, index: int) -> bool:
    """Whether two lines of a head count as one: the points of a deck, a headline and its copy."""
    points = is_item(observed.fragments[above]) and is_item(observed.fragments[index])
    return points or observed.folded[above] == observed.folded[index]


def _is_told(observed: Observed, index: int) -> bool:
    """Whether it is known what a line is: a date, template text, the name of a section."""
    return observed.is_known(index) or heads_section(observed.fragments[index].text)


def _clean(observed: Observed, start: int) -> float:
    """How clean the head of a text is, 0 to 1: as the text, or wholly where no menu stands above the story."""
    if observed.page.html:
        return 0.0
    lines = start - bool(start and observed.stamps[start - 1])  # the day right above the story counts as none
    furnished = any(map(is_furniture, observed.category[:start], observed.fragments))
    return 1.0 if lines <= _MOST and not furnished else observed.clean


def _head(c: Candidates) -> list[int]:
    return head_lines(c.observed, c.start, lambda index: c.credit(index).credits)


def _first_lines(c: Candidates) -> Column:
    """Whether a line is among the first of a text; as clean as the text is."""
    clean = _clean(c.observed, c.start)
    return [clean if i <= _FIRST else 0.0 for i in c.indices]


def _opens_text(c: Candidates) -> Column:
    """Whether a line is the first of a text that is no date, template text or section; as clean as the text is."""
    clean = _clean(c.observed, c.start)
    first = next((i for i in range(c.start) if not _is_told(c.observed, i)), 0) if clean else 0
    return [clean if i == first else 0.0 for i in c.indices]


def _middle(c: Candidates) -> Column:
    """Whether a line is the second of three at a text's head; as well as its number of words is that of a headline."""
    middle = _middle_line(c)
    return [LENGTHS.get(c.observed.words[i], 0.0) if i == middle else 0.0 for i in c.indices]


def _middle_line(c: Candidates) -> int | None:
    """The second of three lines that make up the head."""
    head = _head(c) if any(0 < i < c.start - 1 for i in c.indices) else []  # one has a line above it and one below
    return head[1] if len(head) == 3 else None


def _kicker(c: Candidates) -> Column:
    """Whether a line introduces the one below it as a kicker does, and is not the middle one of three."""
    introducing = [_introduces(c, i) for i in c.indices]
    middle = _middle_line(c) if any(introducing) else None
    return [0.0 if i == middle else degree for degree, i in zip(introducing, c.indices, strict=True)]


def _introduces(c: Candidates, index: int) -> float:
    """In plain text: a short line directly on top of one that is as long and may be the headline, as kickers stand.

    Or a column's name, which blank lines part from the headline.
    """
    below, degree = index + 1, _KICKER.get(c.observed.words[index], 0.0)
    if not degree or below >= c.start or c.observed.fragments[below].element:
        return 0.0
    barred = c.observed.stopped[below] or is_item(c.observed.fragments[below]) or c.observed.stamps[below]
    if barred or not max(4, c.observed.words[index]) <= c.observed.words[below] <= LONG:
        return 0.0
    if c.observed.fragments[below].gap:
        return degree if _names_column(c, index) else 0.0
    line, folded = c.observed.fragments[below].text, c.observed.folded[below]
    return 0.0 if opens_inside(line, folded) or c.credit(below).person else degree


def _names_column(c: Candidates, index: int) -> bool:
    """Whether one to three words open a text, and stand above a headline with «بقلم» below: «قلم رصاص»."""
    if index or c.observed.words[index] > _COLUMN or c.observed.echo[index] or index + 2 >= c.start:
        return False
    return bool(_PENNED.match(c.observed.folded[index + 2])) and c.credit(index + 2).role_word


def _opens_inside(c: Candidates) -> Column:
    """Whether a line opens with a word that opens no headline, and no headline follows in it."""
    lines = ((fragment.text, c.observed.folded[i]) for i, fragment in zip(c.indices, c.fragments, strict=True))
    return [0.0 if _PARTED.search(text) else seldom_opens(text, folded) for text, folded in lines]


def _heads_alone(c: Candidates, index: int) -> bool:
    """Whether a picture's lines stand above a text's story, and nothing else but credits, dates and template text."""
    o = c.observed
    if o.page.html or index >= c.start or o.caption[index] or o.is_known(index) or not any(o.caption[: c.start]):
        return False
    return all(o.is_known(i) or o.caption[i] or c.credit(i).credits for i in range(c.start) if i != index)


HEAD_FEATURES: tuple[Feature[Candidates], ...] = (
    Feature("stands among the first lines of a text without furniture", FOR, _first_lines),
    Feature("is the first line of a text without furniture", FOR, _opens_text),
    each(
        "nothing but a picture's lines, credits and dates stands beside it above a text's story",
        FOR,
        _heads_alone,
        dear=True,
    ),
    Feature("is the middle one of three lines at a text's head", FOR, _middle, wording=True, dear=True),
    Feature("introduces the line below as a kicker or a column's name does", AGAINST, _kicker, wording=True, late=True),
    Feature("opens with a word that opens no headline", AGAINST, _opens_inside, wording=True, late=True),
)
