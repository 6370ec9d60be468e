"""Where a story ends: what stands above a block that no story goes on behind, or seldom does.

Labels («تعليقات», «أخبار ذات صلة»), notices, and the headlines of other stories count where prose stands above them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import exp
from operator import or_

from newscli.dates.stamp import Stamp
from newscli.lexicon.box_words import NOTE_LABEL
from newscli.lexicon.credit_words import opens_sentence
from newscli.lexicon.lines import CLOSING, POSTED_BY
from newscli.lexicon.lines import POSTED as POSTED_LINE
from newscli.lexicon.openings import goes_on
from newscli.notices.slots import WORDS
from newscli.notices.template_text import OFFERS, Category
from newscli.regex import regex
from newscli.segment.page import Element, Zone
from newscli.weigh.evidence import AGAINST, Column, Feature
from newscli.weigh.observe import Observed
from newscli.weigh.places import PARAGRAPH_WORDS, make_of

_TOLD = 0.5  # prose above a label such as "comments", from which the story has begun
_SOLID = 0.2  # prose from which a block counts as a paragraph
_NOTICE = 0.5  # how surely a line is a notice on responsibility, from which it counts
_AT_THE_END = frozenset((Category.COMMENTS, Category.FOOTER))  # labels behind which no story goes on
_THE_END = regex(r"\W*(?:انته|نهاي|end)")  # so do an agency's marks in words: «انتهى»; «30» may number a list
POSTED = regex(POSTED_LINE)
_POSTED_BY = regex(POSTED_BY)
# «— القناة (@account) July 20, 2024», as X signs a post that a page quotes: it is the post's last line.
_SIGNATURE = 120  # characters of one
_POST_SIGNATURE = regex(r"[—–-]\s?[^()@\n]{2,60}\(@\w{1,30}\)")
_CLOSING, _CLOSING_WORDS = regex(CLOSING), 12
_NOTE = 40  # characters of the label of a note
_FEWEST_TAGS, _MOST_TAGS = 4, 16  # words of a line of tags
_TAGS_TOLD = 0.8  # share of them that the story says
_SKIP, _END = "تخطي", "نهايه"  # folded; of lines for readers of screens, around a box that they may skip
_LONGEST_BOX = 16  # blocks of such a box
_FADING = 8  # blocks below "related stories" over which the label loses most of its weight


def _below_next_heading(o: Observed) -> Column:
    """True below another heading of the headline's level that follows prose of the story."""
    if o.heading is None or not o.fragments[o.heading].level:
        return [False] * len(o.words)
    level, headline = o.fragments[o.heading].level, o.folded[o.heading]
    lines = zip(o.fragments, o.words, o.folded, strict=True)
    heads = (f.level == level and words >= 3 and folded != headline for f, words, folded in lines)
    return _below(heads, o, start=o.heading)


def _below_next_dated(o: Observed) -> Column:
    """True below a line that heads another story: a heading, or in text any short line, with its date below."""
    told = _told_above(o, _headline(o))
    heads = [told[i] >= _TOLD and _heads_dated(o, i) for i in range(len(o.words))]
    return list(accumulate(heads, or_)) if o.page.html or True not in heads else _until_going_on(o, heads)


def _until_going_on(o: Observed, heads: Sequence[bool]) -> list[bool]:
    """True from each of some heads of other stories on; a text's offer of such stories ends where the story goes on.

    That is at the first paragraph below it, if this opens with «و». `offered`: whether the heads stand below a label.
    """
    found, offered, below = list[bool](), False, False
    for index, head in enumerate(heads):
        if o.category[index] in OFFERS and not below:
            offered = True
        elif o.sentence[index] and o.words[index] >= PARAGRAPH_WORDS:
            below, offered = below and not (offered and goes_on(o.fragments[index].text)), False
        below = below or head
        found.append(below)
    return found


def _heads_dated(o: Observed, index: int) -> bool:
    """Whether a line may head another story, and its date stands below."""
    heads = o.fragments[index].level or (not o.page.html and not o.ended[index] and not o.stamps[index])
    return bool(heads) and o.words[index] >= 3 and index != o.heading and _date_below(o, index)


def _headline(o: Observed) -> int:
    """The likeliest headline's block; that before the first where there is none."""
    return -1 if o.heading is None else o.heading


def _told_above(o: Observed, start: int) -> list[float]:
    """How much prose of paragraphs stands above each block, from behind the block `start` on."""
    solid = (prose if prose >= _SOLID and index > start else 0.0 for index, prose in enumerate(o.prose))
    return list(accumulate(solid, initial=0.0))


def _date_below(o: Observed, index: int) -> bool:
    """Whether a date stands below a line, right there or below one that is no paragraph."""
    below = o.stamps[index + 1 : index + 3]
    if len(below) == 2 and o.is_long(index + 1):
        below = below[:1]
    return any(map(is_dated, below))


def is_dated(stamp: Stamp | None) -> bool:
    """Whether a stamp has a day or an age; the hour alone stands above each entry of a live report."""
    return stamp is not None and any(found.date or found.relative for found, _ in stamp.dates)


def _below_comments_heading(o: Observed) -> Column:
    """True below the heading of readers' comments. Text has no other headings than lines."""
    heads = ((f.level or f.element is None) and opens_comments(o, i) for i, f in enumerate(o.fragments))
    return _below(map(bool, heads), o)


def _ends_all(category: Category | None, folded: str) -> bool:
    """Whether a line is one behind which no story goes on: a label of comments, a footer, «انتهى»."""
    return category in _AT_THE_END or (category is Category.END_MARK and _THE_END.match(folded) is not None)


def opens_comments(observed: Observed, index: int) -> bool:
    """Whether a line labels readers' comments, or counts them: «3 تعليقات»."""
    category = observed.category[index]
    return category is Category.COMMENTS or (category is Category.COUNTER and "تعليق" in observed.folded[index])


def comments_below(observed: Observed, last: int) -> int:
    """The first block below a story's last that labels readers' comments; the number of blocks if none does."""
    size = len(observed.words)
    return next((i for i in range(last + 1, size) if opens_comments(observed, i)), size)


def _below_related(o: Observed) -> Column:
    """How lately a label of other stories stood above, 1 right above; nothing once the story goes on below it."""
    labels = list(map(_heads_others, o.category, o.folded))
    spent = map(or_, _behind_boxes(o, labels), (_ends_box(o, i) for i in range(len(labels))))
    until = list(map(or_, _going_on(o, labels), spent)) if any(labels) else ()
    return [exp((1 - n) / _FADING) if n else 0.0 for n in _since(labels, o, until)]


def _behind_boxes(o: Observed, labels: Sequence[bool]) -> Iterator[bool]:
    """True for the block of a page behind a label's box: it stands in the element of the last paragraph above that."""
    story: Element | None = None
    boxed = False
    for index, (block, label) in enumerate(zip(o.fragments, labels, strict=True)):
        behind = boxed and block.parent is story
        boxed = (boxed or (label and story is not None and block.parent is not story)) and not behind
        story = block.parent if o.is_long(index) and not boxed else story
        yield behind


def _heads_others(category: Category | None, folded: str) -> bool:
    """Whether a line is a label of other stories, or heads a note on the writer, «عن الكاتب», or the references."""
    return category is Category.RELATED or (len(folded) <= _NOTE and NOTE_LABEL.fullmatch(folded) is not None)


def skippable(o: Observed) -> Column:
    """1 for each block of a box that readers of screens may skip, and for its label right above; else 0.

    It stands between «تخطى قصص مقترحة وواصل القراءة» and «قصص مقترحة نهاية».
    """
    found = [0.0] * len(o.words)
    for start in (i for i, folded in enumerate(o.folded) if _spoken(o, i) and _SKIP in folded):
        last = min(len(found), start + _LONGEST_BOX)
        end = next((i for i in range(start + 1, last) if _ends_box(o, i)), None)
        if end is not None:
            first = start - (start > 0 and _labels(o, start - 1, start))
            found[first : end + 1] = [1.0] * (end + 1 - first)
    return found


def _ends_box(o: Observed, index: int) -> bool:
    """Whether a line tells readers of screens that a box inside the story ends: «قصص مقترحة نهاية»."""
    return _spoken(o, index) and _END in o.folded[index]


def _spoken(o: Observed, index: int) -> bool:
    return o.category[index] is Category.SCREEN_READER


def _labels(o: Observed, label: int, line: int) -> bool:
    """Whether a line says again what a label names: «قصص مقترحة», and «تخطى قصص مقترحة وواصل القراءة»."""
    return set(o.folded[label].split()) <= set(o.folded[line].split())


def _going_on(o: Observed, labels: Sequence[bool]) -> list[bool]:
    """The paragraphs below a label with which the story goes on.

    They lie in elements of the same make as one above it; in a text without markup they open with «و», as no headline
    does: nothing else tells them from the related stories' first lines.
    """
    found: list[bool] = []
    makes, above = set[tuple[object, ...]](), frozenset[tuple[object, ...]]()
    for label, fragment, words, sentence in zip(labels, o.fragments, o.words, o.sentence, strict=True):
        solid = words >= PARAGRAPH_WORDS and sentence
        make = make_of(fragment.element) if solid else ()
        found.append(make in above if make else solid and not o.page.html and goes_on(fragment.text))
        if make:
            makes.add(make)
        if label:
            above = frozenset(makes)
    return found


def _since(labels: Iterable[bool], o: Observed, until: Sequence[bool] = (), start: int = -1) -> list[int]:
    """How many blocks above each stands the last of some labels that follow a story's prose; 0 where none does.

    From a block on that is marked `until` the label above it is spent. Prose counts behind the block `start`.
    """
    each = list(labels)
    if True not in each:
        return [0] * len(each)
    found = []
    last: int | None = None
    for index, (label, told) in enumerate(zip(each, _told_above(o, start), strict=False)):
        if until and until[index]:
            last = None
        found.append(index - last if last is not None else 0)
        if label and told >= _TOLD:
            last = index
    return found


def _below(labels: Iterable[bool], o: Observed, start: int = -1) -> Column:
    return list(map(bool, _since(labels, o, start=start)))


def _below_notice(o: Observed) -> Column:
    """True below a notice that stands below a story: aggregators have one above their headline too."""
    return _below((n >= _NOTICE for n in o.notice), o, start=_headline(o))


def contents_at(o: Observed) -> int:
    """The label of the page's table of contents; the number of blocks where there is none."""
    return next((i for i, category in enumerate(o.category) if category is Category.CONTENTS), len(o.words))


def closes(observed: Observed, index: int) -> bool:
    """Whether a block is a formula with which a story closes, «والله من وراء القصد», or a quoted post's signature."""
    if index >= len(observed.words) or observed.words[index] > _CLOSING_WORDS:
        return False
    signed = _POST_SIGNATURE.match(observed.fragments[index].text[:_SIGNATURE])
    return signed is not None or _CLOSING.match(observed.folded[index]) is not None


def closes_post(observed: Observed, index: int) -> bool:
    """Whether a block is the line by which blogs' systems close a post: «هذه التدوينة كتبت يوم ...»."""
    folded = observed.folded[index]
    return POSTED.match(folded) is not None or _POSTED_BY.match(folded) is not None


def lists_tags(observed: Observed, index: int, above: Sequence[int]) -> bool:
    """Whether a line of a dump, right below the story's last sentence, says nothing but words of the story: its tags.

    «السكر أسعار السكر المجمعات الاستهلاكية الشركة القابضة»: no full stop, no verb, no particle. `above` is the story.
    On a page the template's name for it tells.
    """
    if observed.is_clean_text or observed.ended[index] or not observed.stopped[above[-1]]:
        return False
    if observed.page.html:
        return bool(observed.places[index].zones & Zone.TAGS) and not observed.is_long(index)
    words = observed.folded[index].split()
    if not _FEWEST_TAGS <= len(words) <= _MOST_TAGS or any(map(opens_sentence, words)):
        return False
    told = {word for line in above for word in WORDS.findall(observed.folded[line])}
    return sum(map(told.__contains__, words)) >= _TAGS_TOLD * len(words)


ENDINGS: tuple[Feature[Observed], ...] = (
    Feature("stands below another heading of the headline's level", AGAINST, _below_next_heading),
    Feature("stands below another headline with its date", AGAINST, _below_next_dated),
    Feature("stands below the comments' label", AGAINST, lambda o: _below(map(_ends_all, o.category, o.folded), o)),
    Feature("stands below the heading of the comments", AGAINST, _below_comments_heading),
    Feature("stands below a label of other stories or of a note on the writer", AGAINST, _below_related),
    Feature("stands below a notice on responsibility", AGAINST, _below_notice),
)
