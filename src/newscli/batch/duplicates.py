"""Which articles are copies of one another: the same text, or the same story of a wire in another outlet's cut.

Texts whose folded words are equal are copies. Near copies are found by MinHash (datasketch) over shingles of three
words, of the first words and of the whole, and then measured on the shingles themselves. What matters is the beginning:
a new story with the old background below it shares most of its text and is none, a copy that was cut after four
paragraphs shares little and is one. So with J the shingles in common among all of both, C among those of the shorter,
and L among those of the first fifty words, the likeness is

    max((J + L) / 2, min(C, L), J - 0.1)

and 0.7 tells copies. The last part is for long texts whose first paragraph somebody wrote anew. Measured on pairs
judged by hand: tests/batch/pairs.tsv, docs/export.md.
"""

from __future__ import annotations

import re
from array import array
from hashlib import blake2b
from typing import Any
from zlib import crc32

from msgspec import Struct

from newscli.arabic.letters import fold
from newscli.errors import UsageError
from newscli.export.entry import Entry, entry
from newscli.lexicon import agencies
from newscli.read.record import Row

THRESHOLD = 0.7
REWRITTEN = 0.1  # what the likeness loses if only the whole speaks for it
SHINGLE, LEAD = 3, 50  # words
FEWEST = 25  # words; of shorter texts only equal ones are copies
# Bands of a MinHash signature, and signs in each: copies of the lead that differ in a third of the shingles meet in one
# of the bands 97 times in 100, of whole texts that differ in a quarter 98 times.
LEAD_BANDS, LEAD_SIGNS = 42, 3
WHOLE_BANDS, WHOLE_SIGNS = 21, 6
SIGNS = LEAD_BANDS * LEAD_SIGNS
BANDS = LEAD_BANDS + WHOLE_BANDS

_WORD = re.compile(r"[^\W_]+")
_INSTALL = "Install it: pip install 'newscli[duplicates]'"


class Print(Struct, frozen=True):
    """What of an article tells its copies. `own` and `published` decide which of them is the original."""

    exact: bytes  # digest of the folded words; empty without a story
    bands: bytes  # BANDS numbers of 8 bytes; empty for short texts
    lead: bytes  # shingles as sorted numbers of 4 bytes
    whole: bytes
    own: bool  # an agency's own page
    published: str


def print_of(row: Row) -> Print:
    """The print of an article. Raises `UsageError` where datasketch is not installed."""
    one = entry(row)
    words = _WORD.findall(fold(one.body))
    exact = blake2b(" ".join(words).encode(), digest_size=16).digest() if words else b""
    bands = lead = whole = b""
    if len(words) >= FEWEST:
        lead, whole = _shingles(words[:LEAD]), _shingles(words)
        bands = _bands(lead, whole)
    return Print(exact, bands, lead, whole, _is_agencys_own(one), one.published or "")


def _shingles(words: list[str]) -> bytes:
    numbers = {crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(len(words) - SHINGLE + 1)}
    return array("I", sorted(numbers)).tobytes()


def _bands(lead: bytes, whole: bytes) -> bytes:
    """A digest of the signs of each band; prints with an equal one are compared."""
    minhash = _minhash()
    found = array("Q")
    for shingles, bands, signs in ((lead, LEAD_BANDS, LEAD_SIGNS), (whole, WHOLE_BANDS, WHOLE_SIGNS)):
        signature = minhash(SIGNS, hashfunc=int)
        signature.update_batch(array("I", shingles).tolist())
        values = signature.hashvalues
        for band in range(bands):
            data = values[band * signs : (band + 1) * signs].tobytes()
            found.append(int.from_bytes(blake2b(data, digest_size=8).digest(), "little"))
    return found.tobytes()


def _minhash() -> Any:
    try:
        from datasketch import MinHash
    except ImportError:
        raise UsageError("telling duplicates needs the package datasketch", advice=_INSTALL) from None
    return MinHash


def check_installed() -> None:
    """Raise `UsageError` where the packages that tell duplicates are missing."""
    _minhash()


def _is_agencys_own(one: Entry) -> bool:
    """Whether an agency published it itself: its outlet is an agency, or the agency that the page credits."""
    outlets = {fold(name) for name in (*one.outlets, one.site or "") if name}
    return bool(outlets & {fold(name) for name in one.agencies}) or any(map(agencies.is_agency, outlets))


def likeness(one: Print, other: Print) -> float:
    """How far two articles are copies, 0 to 1, rounded to hundredths; 1 for the same words."""
    if one.exact and one.exact == other.exact:
        return 1.0
    leads = [set(array("I", each.lead)) for each in (one, other)]
    wholes = [set(array("I", each.whole)) for each in (one, other)]
    if not all(leads):
        return 0.0
    first = len(leads[0] & leads[1]) / min(map(len, leads))
    common = len(wholes[0] & wholes[1])
    alike = common / len(wholes[0] | wholes[1])
    held = common / min(map(len, wholes))
    return round(max((alike + first) / 2, min(held, first), alike - REWRITTEN), 2)
