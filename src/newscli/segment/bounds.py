"""What no page has and every parser pays dearly for, taken out before parsing: great depth, tags of endless attributes.

HTML's parsing rules look through all the open elements at many a tag ("has a p element in button scope") and through
all the attributes of a tag at each new one, so that the time of any parser grows with the square of either. Browsers
stop nesting at 512 levels; so does this.
"""

from __future__ import annotations

import re

from newscli.regex import regex

DEEPEST = 512
_MOST_ATTRIBUTES = 1000
# Fewer characters or tags than these cannot cost more than a moment, whatever they are.
_LARGE, _MANY_TAGS = 100_000, 20_000
_LONG = 10_000
_LONG_TAG = regex(rf"<[a-zA-Z][^<>]{{{_LONG},}}+")
_TAG = regex(r"<(/?)([a-zA-Z][^\s/>]*+)[^>]*+>?")
# Elements that end by themselves do not nest, however often they are left open.
_SHALLOW = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot option "
    "optgroup html head body".split()
)


# Elements that a parser opens again behind each block in which they were left open (HTML standard, 13.2.4.3: the list
# of active formatting elements): n of them and n paragraphs make n²/2 elements. Pages leave one or two open.
_FORMATTING = regex(r"<(/?)(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])[^>]*+>?", re.I)
# What it may begin with is told first: folded case makes each of a dozen alternatives slow.
_FORMATTING_TAG = regex(r"<(/?)(?=[bceifnstu])(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>]", re.I)
_MOST_OPEN, _FEWEST_OPEN = 8, 2
_MANY_FORMATTING, _VERY_MANY_FORMATTING = 100, 5_000  # such tags on a page
# White space that parsers of HTML take for a letter of the tag's name.
_ODD_SPACE = regex("(<[a-zA-Z][a-zA-Z0-9]*+)[\u00a0\u1680\u2000-\u200f\u202f\u205f\u3000\ufeff]+(?=[a-zA-Z])")


def bounded(markup: str) -> str:
    """The markup, bounded in depth, in open elements and in the attributes of a tag if it needs it. Linear.

    >>> bounded("<p>خبر</p>")
    '<p>خبر</p>'
    """
    if not markup.isascii():
        markup = _ODD_SPACE.sub(r"\1 ", markup)
    tags = _FORMATTING_TAG.findall(markup)
    if len(tags) > _MANY_FORMATTING or len(tags) - 2 * tags.count("/") > _MOST_OPEN:
        markup = few_open(markup, _MOST_OPEN if len(tags) < _VERY_MANY_FORMATTING else _FEWEST_OPEN)
    if len(markup) > _LARGE and _has_long_tag(markup):
        # Cut off after its first attributes; one long attribute (a picture in base64) stays.
        markup = _LONG_TAG.sub(lambda tag: " ".join(tag[0].split(None, _MOST_ATTRIBUTES)[:_MOST_ATTRIBUTES]), markup)
    return shallow(markup) if markup.count("<") > _MANY_TAGS else markup


def few_open(markup: str, most: int = _MOST_OPEN) -> str:
    """The markup without the tags of formatting elements that open where `most` are open; all its text stays.

    >>> few_open("<b>" * 10 + "خبر" + "</b>" * 10) == "<b>" * 8 + "خبر" + "</b>" * 8
    True
    """
    opened: dict[str, list[bool]] = {}  # for each name the open elements, True where the tag was kept
    count = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal count
        stack = opened.setdefault(tag[2].lower(), [])
        if tag[1]:
            was_kept = stack.pop() if stack else True
            count -= bool(was_kept and count)
            return tag[0] if was_kept else ""
        keep = count < most
        stack.append(keep)
        count += keep
        return tag[0] if keep else ""

    return _FORMATTING.sub(kept, markup)


def _has_long_tag(markup: str) -> bool:
    """Whether a tag is longer than any should be: looked for only where the next tag is far."""
    half = _LONG // 2
    far = (start for start in range(half + 1, len(markup), half) if markup.find("<", start, start + half) < 0)
    return any(_LONG_TAG.match(markup, markup.rfind("<", start - half - 1, start)) for start in far)


def shallow(markup: str) -> str:
    """The markup without the tags of elements that lie deeper than `DEEPEST`; all its text stays.

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
