"""Whether an HTML page holds a story at all, or lists stories: a home page, a section, a search, a directory.

A story has a headline that the metadata state, prose of some length, and a date or two; a listing has prose in list
items, many dated teasers, and a title that says so. The signs are weighed against each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newscli.arabic.letters import fold
from newscli.arabic.words import words
from newscli.classify.alone import Label, View
from newscli.classify.formulas import recognise
from newscli.classify.headline import Stated
from newscli.model import Kind
from newscli.segment.metadata import Metadata

_LISTING_TITLE = re.compile(
    r"نتايج البحث|نتيجه البحث|search results|(?:ال)?صفحه \(? ?\d|\bpage \d|^\W*ارشيف\b|[-–|:]\s*ارشيف\W*$|"
    r"\barchives?\b|(?:^|\W)rss\b|"
    r"(?:^|\W)(?:تصنيف|وسم|كاتب)\s*[:：]|\b(?:category|tag|author)\s*[:：]|\b404\b\W*(?:$|[-–|:]|not|error|الصفحه)|"
    r"الصفحه غير موجوده|not found|صفحه غير موجوده"
)
_ENOUGH = 1
_FEED = frozenset(("item", "channel", "rss", "pubdate", "guid", "entry", "dc:creator"))
_TEASERS = 3
_FURNITURE = ("footer", "navigation", "comments", "related")


def _teased(views: Sequence[View], prose: int) -> bool:
    """Whether the prose is excerpts: most stand under a linked headline, or before a "read more"."""
    heads = sum(
        1
        for head, below in pairwise(views)
        if below.label is Label.PROSE  # a box of links between paragraphs has none below its headlines
        and (head.label is Label.LINK or (head.fragment.level and head.fragment.link_share > 0.8))
    )
    more = sum(1 for v in views if v.label is Label.FORMULA and "navigation" in v.reason and v.fragment.links)
    return max(heads, more) >= max(_TEASERS, 0.6 * prose)


def lists_stories(
    views: Sequence[View], run: tuple[int, int], title: int | None, metadata: Metadata, *, told: bool = False
) -> str | None:
    """The reason why a page is no story, or None.

    `run` is the range of its best prose, `title` its headline, `told` whether the prose takes the headline up.
    """
    if sum(1 for v in views if v.fragment.element is not None and v.fragment.element.tag in _FEED) >= _TEASERS:
        return "a feed"
    prose = [v for v in views[run[0] : run[1] + 1] if v.label is Label.PROSE]
    total = sum(words(v.fragment.text) for v in prose)
    in_items = sum(words(v.fragment.text) for v in prose if v.fragment.kind is Kind.ITEM)
    listed = len(prose) >= 4 and in_items >= 0.7 * total
    teasers = sum(1 for v in views if v.fragment.kind is Kind.HEADING and v.fragment.link_share > 0.8)
    teased = _teased(views[run[0] : run[1] + 1], len(prose))
    stated = metadata.kind == "article" or any(s.name.startswith("json-ld") for s in metadata.titles)
    said = next((s.value for s in metadata.titles if _LISTING_TITLE.search(fold(s.value))), None)
    score = 2 * stated + 2 * (title is not None and Stated(metadata).agreement(views[title].fragment.text) >= 0.7)
    furniture = title is not None and recognise(views[title].fragment.text, views[title].folded) in _FURNITURE
    score -= 4 * furniture
    score += told + (total >= 60) + (total >= 150) + (1 <= len(metadata.published) <= 4)
    score -= 4 * listed + 4 * teased + 3 * (said is not None) + (len(metadata.published) >= 6)
    score -= 2 * (total < 60 and teasers >= 15)
    if score >= _ENOUGH:
        return None
    if furniture and title is not None:
        return f"a page of the site itself: {views[title].fragment.text}"
    if teased:
        return "excerpts, each under the headline that links to its story"
    if listed:
        return "prose in list items alone"
    return f"a listing: {said}" if said else "too little prose for a story"
