"""Markup nested deeper than any page is, made shallow before it is parsed.

HTML's parsing rules look through all the open elements at many a tag ("has a p element in button scope"), so that the
time of any parser grows with the square of the depth. Browsers stop nesting at 512 levels; so does this.
"""

from __future__ import annotations

import re

DEEPEST = 512
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)[^>]*+>?")
# Elements that end by themselves do not nest, however often they are left open.
_SHALLOW = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option "
    "optgroup html head body".split()
)


def shallow(markup: str) -> str:
    """The markup without the tags of elements that lie deeper than `DEEPEST`; all its text stays. Linear.

    >>> deep = "<div>" * 600 + "خبر" + "</div>" * 600
    >>> shallow(deep) == "<div>" * 512 + "خبر" + "</div>" * 512
    True
    """
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _SHALLOW:
            return tag[0]
        if tag[1]:
            depth = max(0, depth - 1)
            return tag[0] if depth < DEEPEST else ""
        depth += 1
        return tag[0] if depth <= DEEPEST else ""

    return _TAG.sub(kept, markup)
