"""What a line shows by itself, wherever on whatever page it stands: its words, how it ends, what it could be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import or_
from typing import Any, NamedTuple

from msgspec import Struct

from newscli.arabic.letters import fold, fold_evenly
from newscli.arabic.words import content_in, content_of, core_of, words
from newscli.dates.stamp import Stamp, read_stamp
from newscli.lexicon import lines
from newscli.lexicon.openings import goes_on
from newscli.notices.caption import is_caption
from newscli.notices.disclaimer import disclaims
from newscli.notices.filler import LOOKED_AT
from newscli.notices.slots import words_in
from newscli.notices.template_text import Category, recognise
from newscli.regex import regex

FOLDED_WHOLE = 500  # characters: of longer blocks only the head is folded
_FOLDED_HEAD = 160
SAMPLE = 400  # characters of a block that are looked at for function words and content words
_TAIL = 40  # characters at the end of a block that tell how it ends
_TEMPLATE_LINE = 160  # characters of a line that templates print on all pages of a site

_ENDED = regex(r"[.!؟?…:؛»\"”)]\W{0,20}$")
_STOPPED = regex(r"[.؟!…]\W{0,20}(?:انته[ىي]\W{0,3}\d{0,4} ?\w?\W{0,3})?$")  # a wire's mark may stand behind: «./انتهى»
_EXCERPT = regex(lines.EXCERPT)
_BREAKS_OFF = ("…", "..", "المزيد", "read more")  # one of these stands in each such end
_FUNCTION = frozenset(
    "في من علي الي عن ان انه انها التي الذي الذين هذا هذه ذلك تلك ما لا لم لن قد كان كانت كما بعد قبل مع بين خلال حتي"
    " اذا ثم او ام بل لكن منذ عند لدي غير كل بعض هو هي هم وهو وهي وقد وقال قال اضاف واضاف فيما حيث الا حول ضد".split()
)


class Line(Struct, frozen=True):
    """What a line shows by itself."""

    text: str
    plain: str  # its first `LOOKED_AT` characters folded
    even: bool  # each character of `plain` stands for one of the text
    words: int
    folded: str  # of a long block the head alone
    core: str  # the same without punctuation at its ends
    content: frozenset[str]  # its content words, of a long block those of the first `SAMPLE` characters
    stopped: bool  # ends in a full stop or its like
    ended: bool  # ends as a sentence or a quotation does
    function: float  # how many of its words are function words, 1 from a third on
    category: Category | None  # of template text
    stamp: Stamp | None
    caption: bool
    goes_on: bool  # opens with «و» as the sentences of a story do
    notice: float  # how surely it says who answers for the text, 0 to 1
    excerpt: bool  # ends as the excerpt of another story

    def head(self, most: int) -> str:
        """The first characters folded, `LOOKED_AT` at most."""
        return _head(self.text, self.plain, most, even=self.even)


def _head(text: str, plain: str, most: int, *, even: bool) -> str:
    if len(text) <= most:
        return plain
    return plain[:most] if even else fold(text[:most])


def lines_of(texts: Sequence[str]) -> list[Line]:
    """What each line of a page shows."""
    places = {text: _place(text) if len(text) <= _TEMPLATE_LINE else [] for text in texts}
    new = [text for text, place in places.items() if not place]
    for text, line in zip(new, _read(new), strict=True):
        places[text].append(line)
    return [places[text][0] for text in texts]


@lru_cache(maxsize=8192)  # the lines of a hundred outlets, as a crawl mixes them: 8 MB
def _place(text: str) -> list[Line]:
    """Where a short line is remembered once it is read: templates print the same ones on every page of a site."""
    return []


def _read(texts: Sequence[str]) -> list[Line]:
    """What lines show. All of them are asked one question before the next, whose words and patterns are other ones.

    So the processor has at hand what a question needs: that spares a twentieth of the time of a page.
    """
    folds = list(map(_fold, texts))
    folded = [each.folded for each in folds]
    counts = list(map(words, texts))
    tails = [text[-_TAIL:] for text in texts]
    stopped = [count >= 2 and _STOPPED.search(tail) is not None for count, tail in zip(counts, tails, strict=True)]
    ended = [count >= 4 and _ENDED.search(tail) is not None for count, tail in zip(counts, tails, strict=True)]
    columns: tuple[Iterable[Any], ...] = (  # in the order of a line's fields
        texts,
        [each.plain for each in folds],
        [each.even for each in folds],
        counts,
        folded,
        list(map(core_of, folded)),
        [_content(each.head) for each in folds],
        stopped,
        list(map(or_, stopped, ended)),
        list(map(_function_share, folded)),
        list(map(recognise, texts, folded)),
        list(map(read_stamp, texts, folded)),
        list(map(is_caption, texts, folded)),
        list(map(goes_on, texts)),
        [disclaims(each.plain) for each in folds],
        [any(map(tail.__contains__, _BREAKS_OFF)) and _EXCERPT.search(tail) is not None for tail in tails],
    )
    return [Line(*each) for each in zip(*columns, strict=True)]


class _Folded(NamedTuple):
    """A line's first `SAMPLE` characters folded, its first `LOOKED_AT`, whether evenly, and all of it or a head."""

    head: str
    plain: str
    even: bool
    folded: str


def _fold(text: str) -> _Folded:
    """A line's beginnings folded, each part of it once."""
    head, even = fold_evenly(text[:SAMPLE])
    plain = head
    if len(text) > SAMPLE:
        behind, evenly = fold_evenly(text[SAMPLE:LOOKED_AT])
        plain, even = head + behind, even and evenly
    return _Folded(
        head, plain, even, plain if len(text) <= FOLDED_WHOLE else _head(text, plain, _FOLDED_HEAD, even=even)
    )


def _content(head: str) -> frozenset[str]:
    # An underscore is part of a word here, and of none that tables know.
    return content_of(head) if "_" in head else content_in(words_in(head))


def _function_share(folded: str) -> float:
    """The share of function words, three times, 1 at most."""
    tokens = folded[:SAMPLE].split()
    if len(tokens) < 3:
        return 0.0
    return min(1.0, 3.0 * sum(map(_FUNCTION.__contains__, tokens)) / len(tokens))
