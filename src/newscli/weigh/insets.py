"""Boxes inside a story that readers of screens may skip: «تخطى قصص مقترحة وواصل القراءة» ... «قصص مقترحة نهاية»."""

from __future__ import annotations

from newscli.notices.template_text import Category
from newscli.weigh.evidence import Column
from newscli.weigh.observe import Observed

_SKIP, _END = "تخطي", "نهايه"  # folded
_LONGEST = 16  # blocks of such a box


def skippable(o: Observed) -> Column:
    """1 for each block from a line of skipping to the box's end, and for the box's label right above; else 0."""
    found = [0.0] * len(o.words)
    for start in (i for i, folded in enumerate(o.folded) if _spoken(o, i) and _SKIP in folded):
        last = min(len(found), start + _LONGEST)
        end = next((i for i in range(start + 1, last) if ends_inset(o, i)), None)
        if end is not None:
            first = start - (start > 0 and _labels(o, start - 1, start))
            found[first : end + 1] = [1.0] * (end + 1 - first)
    return found


def ends_inset(o: Observed, index: int) -> bool:
    """Whether a line tells readers of screens that a box inside the story ends: «قصص مقترحة نهاية»."""
    return _spoken(o, index) and _END in o.folded[index]


def _spoken(o: Observed, index: int) -> bool:
    return o.category[index] is Category.SCREEN_READER


def _labels(o: Observed, label: int, line: int) -> bool:
    """Whether a line says again what a label names: «قصص مقترحة», and «تخطى قصص مقترحة وواصل القراءة»."""
    return set(o.folded[label].split()) <= set(o.folded[line].split())
