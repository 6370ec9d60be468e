"""What one line of a text looks like: where it begins and ends, whether a sentence ends with it, its bullet."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from newscli.arabic.letters import INVISIBLE, fold, strip_invisible
from newscli.regex import regex

_ENDS = regex(r"[.!?؟。…:][\W_]*\Z")
INSIDE = regex(r"[،,؛;.!؟](?=\s\S)")
# Words that no clause ends with: the line behind goes on.
HANGING = frozenset(
    "في من الي علي عن مع بين ان انه انها التي الذي الذين او ثم لكن بعد قبل عند حتي منذ خلال كما لم لن قد غير اي "
    "كل".split()
)
BULLET = regex(
    r"(?P<sign>[*+•▪●◦·■○])\s+(?=\S)|(?P<number>\d{1,3})\s?[-.)–]\s+(?=\S)|(?P<letter>\(?[أ-ي]\))\s*(?=\S)|"
    r"(?P<dash>[-–—])\s*(?=\S)"
)

_OUTSIDE = "\0" + INVISIBLE + "".join(char for char in map(chr, range(0x3001)) if char.isspace())


class Line(Struct, frozen=True):
    """A line that shows something: its number from 1, where it stands in the text, and what it holds.

    `first` and `last` are where what shows of it begins and ends. `width` is that of all its characters.
    """

    number: int
    start: int
    end: int
    raw: str
    first: int
    last: int
    width: int

    @property
    def indent(self) -> int:
        """How many characters of white space it begins with."""
        return len(self.raw) - len(self.raw.lstrip()) if self.raw[0].isspace() else 0


def shown(text: str) -> tuple[int, int]:
    """Where what shows of a text begins and ends: white space and invisible characters at its ends are outside.

    >>> shown("\u200f قال ")
    (2, 5)
    """
    end = len(text.rstrip(_OUTSIDE))
    return end - len(text[:end].lstrip(_OUTSIDE)), end


def without_edges(text: str) -> str:
    """Text without white space and invisible characters at its ends; inside they stay.

    >>> without_edges("\u200fقال\u200f الوزير\u202c") == "قال\u200f الوزير"
    True
    """
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
    return bare.endswith(("،", ",", "؛")) or fold(bare.rpartition(" ")[2]) in HANGING


def runs(signs: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Where runs of the same sign begin and end; one that is false makes none.

    >>> list(runs(["", "*", "*", "1"]))
    [(1, 3), (3, 4)]
    """
    start = 0
    for sign, run in groupby(signs):
        end = start + len(list(run))
        if sign:
            yield start, end
        start = end
