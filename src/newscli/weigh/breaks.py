"""What a story breaks off at and goes on behind: a picture, a list that it leads to, an offer of other stories."""

from __future__ import annotations

from newscli.lexicon.openings import goes_on
from newscli.notices.template_text import OFFERS, heads_links
from newscli.weigh import rows
from newscli.weigh.evidence import Column
from newscli.weigh.observe import Observed

_OFFERED = 8  # lines at most of a box inside a text that offers other stories


def goes_on_at(observed: Observed, boxed: Column, index: int, last: int) -> bool:
    """Whether a block behind a break, below a story's `last` one, is a sentence with which the story goes on.

    It opens with «و», as neither headlines nor other stories do; behind one line any «و» is enough, and behind a
    picture or a box that says «تخطى قصص مقترحة وواصل القراءة» no more is asked.
    """
    if index >= len(observed.words) or not observed.stopped[index]:
        return False
    text = observed.fragments[index].text
    told = goes_on(text) or (index == last + 2 and text.startswith("و"))
    return told or any(boxed[index - 1 : index]) or _ends_picture(observed, index - 1)


def behind_break(observed: Observed, boxed: Column, index: int) -> int:
    """The block behind a box, or a text's picture, list or offer; the number of blocks where none begins here."""
    size = len(observed.words)
    if any(boxed[index : index + 1]):
        return next((i for i in range(index, size) if not boxed[i]), size)
    if observed.page.html or index >= size:
        return size
    if observed.category[index] in OFFERS:
        return _behind_offer(observed, index)
    return min(_behind_list(observed, index), _behind_picture(observed, index))


def _behind_offer(observed: Observed, index: int) -> int:
    """The block behind an offer: one line, «اقرأ أيضا: ...», or its label and some headlines, excerpts and days."""
    if not heads_links(observed.folded[index]):
        return index + 1
    behind, size = index + 1, len(observed.words)
    while behind < min(size, index + _OFFERED) and _is_offered(observed, behind):
        behind += 1
    return behind if behind > index + 1 else size


def _is_offered(observed: Observed, index: int) -> bool:
    """Whether a line may be the headline, the excerpt or the day of a story that is offered."""
    return observed.stamps[index] is not None or not (observed.stopped[index] or observed.is_known(index))


def _behind_list(observed: Observed, index: int) -> int:
    """The block behind the short lines that a line, or the one above it, leads to with a colon."""
    lead = index if rows.leads(observed, index) else index - 1
    below = range(lead + 1, len(observed.words) if rows.leads(observed, lead) else 0)
    return next((i for i in below if not rows.is_short(observed, i)), len(observed.words))


def _behind_picture(observed: Observed, index: int) -> int:
    """The block behind the lines of a picture, in whose place its words may stand: «بيت قديم», «صدر الصورة، وفا»."""
    size = len(observed.words)
    caption = index if observed.caption[index] else index + rows.is_short(observed, index)
    behind = next((i for i in range(caption, size) if not observed.caption[i]), size)
    return behind if behind > caption else size


def _ends_picture(observed: Observed, index: int) -> bool:
    """Whether a line of a text is the last of a picture's."""
    return not observed.page.html and observed.caption[index]
