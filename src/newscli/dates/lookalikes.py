"""What looks like a date and is none: file, page and phone numbers; movements, squares and papers named after a day."""

from __future__ import annotations

from newscli.dates import words as datewords
from newscli.dates.numeric import three_numbers
from newscli.dates.tokens import Token


def is_numbered(tokens: list[Token], i: int) -> bool:
    """Whether the number at i is a file, page, phone or issue number by the word before it."""
    before = tokens[i - 2] if tokens[i - 1].text in (":", ".", "(") else tokens[i - 1]
    if before.text in datewords.definite(datewords.NUMBERED):
        return True
    return before.text in datewords.definite(datewords.ISSUES) and not three_numbers(tokens, i)


def is_name(tokens: list[Token], i: int, j: int) -> bool:
    """Whether the day and month from i to j, without a year, are the name of something (حركة 20 فبراير)."""
    if _noun_before(tokens, i) in datewords.named(events=True):
        return True
    if tokens[i - 1].text in ("«", '"', "“", "”", "'") and tokens[j].text in ("»", '"', "”", "“", "'"):
        return True
    first = tokens[i - 1].kind == "end" or tokens[i - 1].text in ("/", "-", "ـ", "(")
    k = j + (tokens[j].text in ("/", "-", ":", "–", ")"))
    return (first or k == j) and tokens[k].text in datewords.folded(datewords.SOURCE_SLOT) and tokens[k].kind != "end"


def names_a_place(tokens: list[Token], i: int) -> bool:
    """Whether the noun before the date at i is an institution's, whose name a year belongs to (جامعة 8 ماي 1945)."""
    return _noun_before(tokens, i) in datewords.named(events=False)


def _noun_before(tokens: list[Token], i: int) -> str:
    before = tokens[i - 1]
    return tokens[i - 2].text if before.text in ("«", '"', "“", "(", "'") else before.text
