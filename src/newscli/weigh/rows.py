"""Rows of lines in texts that are the story's together: of one form, as a squad or results, or led to by a colon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from itertools import accumulate, groupby
from math import inf

from newscli.arabic.words import core
from newscli.credits.likeness import Likeness
from newscli.credits.writers import person
from newscli.decide import decide
from newscli.lexicon.credit_words import LABELS, SOURCE_LINE, role_words
from newscli.lexicon.lines import QUESTION
from newscli.lexicon.openings import goes_on
from newscli.regex import regex
from newscli.weigh.evidence import Evidence
from newscli.weigh.observe import Observed
from newscli.weigh.run import BODY_ODDS, Run, stretch

LIST_ODDS = -1.2  # mean log-odds from which a list between paragraphs of a clean text is the story's
LED_ODDS = -2.5  # the same where a paragraph stands above the line that leads to the list with a colon
ROW, SHORT = 3, 8  # lines in a row that are a list without bullets, and words of each
LINKED = 0.5  # share of a line in links from which it is no line of the story's list
_NAME = 4  # words of a name above entries
_HOURS, _ENTRY = 2, 4  # hours in a story that make it a live report, and lines of one entry at most
_LABEL = regex(r"\W*((?:[^\W\d]+\s){0,2}[^\W\d]+)(?:\s\d{1,4})?\s?[:：]\s*(?:[^\s:]{2}|\d\s[^\W\d])")
_PRICE = regex(r"\W*[^\W\d][^:：]*[:：]\s*[^\W\d]{0,4}\s?\d[\d.,٫٬]*\s(?!مر)[^\W\d]{2}")
_MINUTE = regex(
    r"\W*(?:(?:ال)?دقيق[ةه]\s|د\s?)?\d{1,3}(?:\s?\+\s?\d{1,2})?\s?['’´]?\s?[:：\-–]\s*(?:\d\d\W?\s)?\s*[^\W\d]{2}"
)
_QUESTION, _LABELS = regex(QUESTION), 2  # how a question or an answer is labelled, and how many such labels there are
_BULLET = regex(r"[-–—•·*▪●■◦]\s?[^\W\d]")
_SCORE = regex(
    r"\W*[^\W\d][^\d:]{1,30}\s(?:\d{1,2}\s?[:\-–]\s?\d{1,2}(?:\s[^\d:]{2,30})?"
    r"|\(?\d{1,2}\)?\s?[\-–×]\s?[^\d:]{2,30}\s\(?\d{1,2}\)?)$"
)
_CREDITING = role_words() | SOURCE_LINE | LABELS  # labels of credits and of forms


class Form(Enum):
    """How a line of a row is made: «- text», «45: text», «X 2 - 0 Y», «X 24 - 8» or «X 2 - Y 0», «LABEL: text»."""

    BULLET = auto()
    MINUTE = auto()
    SCORE = auto()
    LABEL = auto()


def mean(evidence: Evidence, group: Sequence[int]) -> float:
    """The mean log-odds of some blocks; of none nothing is less likely."""
    return sum(evidence.odds[index] for index in group) / len(group) if group else -inf


def labelled(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The rows of lines of one form that are likely enough together."""
    return alike(run, partial(form_of, observed), partial(hold, observed, evidence))


def hold(observed: Observed, evidence: Evidence, row: list[int]) -> bool:
    """Whether lines of one form are likely enough together; prices below a paragraph may be less likely."""
    if len(row) < ROW:
        return False
    told = is_told(observed, row[0] - 1) or is_told(observed, row[0] - 2)
    priced = told and all(_PRICE.match(observed.fragments[index].text) for index in row)
    return mean(evidence, row) > (LED_ODDS if priced else LIST_ODDS)


def asked(observed: Observed, _: Evidence, run: Run) -> set[int]:
    """The labels of a question and of its answer, «السؤال:» and «الجواب:», each above a sentence."""
    labels = {index for index in run.blocks if _asks(observed, index)}
    return labels if len(labels) >= _LABELS else set()


def opens_with_question(observed: Observed, run: Run) -> bool:
    """Whether «السؤال:» stands right above a story in which an answer is labelled so."""
    return _asks(observed, run.first - 1) and any(_asks(observed, index) for index in run.blocks)


def _asks(observed: Observed, index: int) -> bool:
    """Whether a line labels the question or the answer that stands below it."""
    if not 0 <= index < len(observed.words) - 1 or not observed.fragments[index].text.endswith(":"):
        return False
    return observed.ended[index + 1] and _QUESTION.match(observed.folded[index]) is not None


def is_in_text(observed: Observed, index: int) -> bool:
    """Whether a block is a whole sentence or a line with a bullet."""
    return index >= 0 and (observed.sentence[index] or form_of(observed, index) is Form.BULLET)


def alike(run: Run, kind: Callable[[int], object], hold: Callable[[list[int]], bool]) -> set[int]:
    """The blocks of a run that stand with neighbours of their kind, where these hold together; None is no kind."""
    groups = ((each, list(group)) for each, group in groupby(run.blocks, kind))
    return {index for each, group in groups if each is not None and hold(group) for index in group}


def heads_entries(observed: Observed, index: int) -> bool:
    """Whether a line of a text is a name above sentences with bullets, as a review of the press has them: «المشهد»."""
    if not 0 <= index < len(observed.words) - 1 or not observed.fragments[index].gap:
        return False
    short = observed.words[index] <= _NAME and not observed.stopped[index] and observed.stopped[index + 1]
    told = observed.is_known(index) or observed.caption[index]
    return short and not told and form_of(observed, index + 1) is Form.BULLET


def labelled_around(observed: Observed, index: int) -> list[int]:
    """The lines around one that have its form; none where it has none, or too few have it."""
    form = form_of(observed, index)
    if form is None:
        return []
    row = stretch(index, len(observed.words), lambda each: form_of(observed, each) is form)
    return list(row) if len(row) >= ROW else []


def form_of(observed: Observed, index: int) -> Form | None:
    """The form of a line of a plain text, None for other lines and behind the last."""
    if not _has_line(observed, index) or observed.category[index] is not None:
        return None
    if (stamp := observed.stamps[index]) is not None and not stamp.relative:
        return None
    text = observed.fragments[index].text
    label = _LABEL.match(text)
    named = label is not None and core(label[1]) not in _CREDITING
    return decide(
        (_BULLET.match(text), Form.BULLET),
        (_MINUTE.match(text), Form.MINUTE),
        (_SCORE.match(text), Form.SCORE),
        (named, Form.LABEL),
        (True, None),
    )


def names_role(text: str) -> bool:
    """Whether a line of a form or a programme tells who it is that does something, and no more: «المحاضر: د. NAME»."""
    label = _LABEL.match(text)
    if label is None or not label[1].startswith("ال") or core(label[1]) not in LABELS:
        return False
    return person(text.partition(":")[2].strip()) >= Likeness.PLAUSIBLE


def _has_line(observed: Observed, index: int) -> bool:
    """Whether a page is a text that has so many lines."""
    return not observed.page.html and index < len(observed.words)


def entries(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The lines of a text's live report below the hour that stands above each entry, where several hours do."""
    if not has_hours(observed, run):
        return set()
    told = [entry(observed, index) for index in run.blocks if is_hour(observed, index)]
    return {index for each in told if mean(evidence, each) > LIST_ODDS for index in each}


def has_hours(observed: Observed, run: Run) -> bool:
    """Whether a text's story is a live report: several hours stand in it."""
    return sum(is_hour(observed, index) for index in run.blocks) >= _HOURS


def is_hour(observed: Observed, index: int) -> bool:
    """Whether a line of a text is a time of day and no more."""
    stamp = observed.stamps[index] if _has_line(observed, index) else None
    if stamp is None or stamp.relative or stamp.rest:
        return False
    return not any(found.date or found.calendar for found, _ in stamp.dates)


def entry(observed: Observed, hour: int) -> list[int]:
    """The few lines below an hour, up to the next hour, date or template text; none where there are more."""
    found: list[int] = []
    for index in range(hour + 1, min(hour + _ENTRY + 2, len(observed.words))):
        if observed.is_known(index):
            return found
        found.append(index)
    return found if len(found) <= _ENTRY else []


def entry_above(observed: Observed, index: int) -> list[int]:
    """The entry below the nearest hour that stands a few lines above a block; none where none does."""
    above = range(index - 1, max(-1, index - _ENTRY - 2), -1)
    return next((entry(observed, hour) for hour in above if is_hour(observed, hour)), [])


def led(observed: Observed, evidence: Evidence, run: Run) -> set[int]:
    """The rows of short lines, as of prices, that the story leads to with a colon; in a text the leading line too."""
    plain = not observed.page.html
    sums, ends = [0.0, *accumulate(evidence.odds)], _ends_of_rows(observed, run)
    found: set[int] = set()
    lead = run.first
    while lead < run.last:
        end = ends[lead + 1 - run.first] if leads(observed, lead) else lead
        told = plain and (is_told(observed, lead - 1) or (lead > run.first and _is_told_on(observed, end)))
        likely = evidence.odds[lead] > (LIST_ODDS if told else BODY_ODDS)
        size = end - lead - 1
        if likely and size >= ROW and (sums[end] - sums[lead + 1]) / size > (LED_ODDS if told else LIST_ODDS):
            found.update(range(lead if plain else lead + 1, end))
            lead = end - 1
        lead += 1
    return found


def _is_told_on(observed: Observed, index: int) -> bool:
    """Whether a block goes on with the story that stands above: it is a sentence and opens with «و»."""
    return index < len(observed.words) and observed.sentence[index] and goes_on(observed.fragments[index].text)


def _ends_of_rows(observed: Observed, run: Run) -> list[int]:
    """For each block of a run where the row of short lines that begins there ends; at itself where none does."""
    ends = [run.last + 1]
    for index in range(run.last, run.first - 1, -1):
        ends.append(ends[-1] if is_short(observed, index) else index)
    return ends[:0:-1]


def leads(observed: Observed, index: int) -> bool:
    """Whether a line ends in the colon that leads to what follows, and is no label of the template."""
    return observed.fragments[index].text.endswith(":") and observed.category[index] is None


def results(observed: Observed, _: Evidence, run: Run) -> set[int]:
    """The rows of results that the story leads to with a colon, and the lines that lead: to no menu one does."""
    return {index for lead in run.blocks for index in results_from(observed, lead)}


def results_from(observed: Observed, lead: int) -> list[int]:
    """A line that leads to a row of results below a paragraph, and the row; none where there is none."""
    told = form_of(observed, lead + 1) is Form.SCORE and leads(observed, lead) and is_told(observed, lead - 1)
    row = labelled_around(observed, lead + 1) if told else []
    return [lead, *row] if row else []


def is_told(observed: Observed, index: int) -> bool:
    """Whether a block is a whole paragraph; none stands above the first."""
    return index >= 0 and observed.is_paragraph(index)


def is_short(observed: Observed, index: int) -> bool:
    """Whether a block may be a line of a row: short, neither template text nor mostly linked."""
    return observed.words[index] <= SHORT and observed.category[index] is None and observed.linked[index] < LINKED
