"""Whether a page can be Arabic, told from its bytes: of a web archive most pages are not, and need not be parsed.

Never says no of a page that parsing would call Arabic. That is one whose story (or, where it has none, whose source) is
in Arabic letters for the half at least, or one that states the language. Letters are in the page as themselves, in any
encoding (the rules of `read.decode` are the same for both), or as numbers: entities of HTML, escapes of JSON.
"""

from __future__ import annotations

from newscli.model import Source
from newscli.read.decode import to_text
from newscli.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# How characters of the Arabic blocks begin in UTF-8, where these bytes begin nothing else: U+0600-06FF and Supplement
# by one byte; Extended-A and B, Presentation Forms A and B by two.
_LEADS = b"\xd8\xd9\xda\xdb\xdd"
_RARE = ((b"\xe0", regex(rb"\xe0[\xa1-\xa3]")), (b"\xef", regex(rb"\xef[\xad-\xbb]")))
_NUMBERS = (  # what an escape begins with, and the pattern of those that are Arabic letters
    (b"&#", regex(rb"&#0*(?:1[5-9]\d\d|2[123]\d\d|6[45]\d\d\d)(?!\d)")),
    (b"&#", regex(rb"&#[xX]0*(?:[678]|[fF][b-eB-E])[0-9a-fA-F]{2}(?![0-9a-fA-F])")),
    (b"\\u", regex(rb"\\u(?:0[678]|[fF][b-eB-E])[0-9a-fA-F]{2}")),
)
_STATED = regex(rb"""ar(?<=["'=\s]ar)(?:[-_][\w-]*+)?["'\s>;,/]""")  # lang=ar, "ar_EG", content='ar-SA' ...

# So few letters make no story: a link to the Arabic edition, a name. The shortest stories that are found have over 30.
_FEW = 16
_SAMPLE = 800  # characters of the source by which a page without a story is judged


def can_be_arabic(source: Source) -> bool:
    """Whether a page is worth parsing for who wants Arabic.

    >>> can_be_arabic(Source("<p>خبر</p>".encode("cp1256"))), can_be_arabic(Source("<p>nouvelle été</p>".encode()))
    (True, False)
    """
    data = source.data
    if not data.isascii() or b"\0" in data or b"\6" in data:  # UTF-16 has Arabic in bytes that ASCII has too
        text, encoding, _ = to_text(source)
        data = data if encoding == "utf-8" else text.encode()
        letters = sum(map(data.count, _LEADS)) + _count(data, _RARE)
        if letters >= _FEW or (letters and _prevails(text[:_SAMPLE])):
            return True
    return _count(data, _NUMBERS) >= _FEW or _STATED.search(data.lower()) is not None


def _prevails(text: str) -> bool:
    """Whether there are at least as many letters beyond Latin as there are Latin ones; Arabic can then be the half."""
    letters = sum(map(str.isalpha, text))
    return 2 * sum(map(str.isalpha, text.encode("ascii", "ignore").decode())) <= letters


def _count(data: bytes, signs: tuple[tuple[bytes, re.Pattern[bytes]], ...]) -> int:
    """How many times the patterns are in a page; each is looked for where its sign is."""
    return sum(len(pattern.findall(data)) for sign, pattern in signs if sign in data)
