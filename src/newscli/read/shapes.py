"""The shapes of text that is not one article: JSON, tables, mail, XML. Pure functions of the head of a text."""
# ruff: noqa: E501 - rows of data

from __future__ import annotations

import re
from itertools import islice

from newscli.regex import regex

# JSON, as tolerant as those who print it: line breaks in strings, Python's quotes and names, commas too many.
_TOKEN = regex(
    r"""[\s,:]*(?:(?P<open>[{\[])|(?P<close>[}\]])|"(?:[^"\\]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'|"""
    r"""-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|(?:true|false|null|None|True|False|NaN)\b)[\s,:]*""",
    re.DOTALL,
)
_JSON_START = regex(
    r"""(?:\)\]\}',?\s*|[\w.$]{1,40}\(\s*|(?:var|let|const|window\.)\s*[\w.$]{1,40}\s*=\s*)?(?=[{\[]\s*[{\["'\d\]}tfnN-])"""
)
_CUT_STRING = regex(r"""[\s,:]*["'][^"]*""", re.DOTALL)
_KEYED = regex(r"""[{,]\s*["'][^"'\n]{1,80}["']\s*:""")

_FEWEST_TOKENS = 2  # «{}» and «[]» say nothing
_TOKENS_BEFORE_A_CUT = 3  # in a text whose end is there

_HEADER = regex(r"([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t]|\r?\n)")
_MAIL = frozenset(
    "from to cc bcc subject date reply-to sender message-id mime-version received return-path delivered-to in-reply-to "
    "references content-type content-transfer-encoding".split()
)
_MAIL_ONLY = frozenset(  # no writer of an article types one of these
    "message-id mime-version received return-path delivered-to content-transfer-encoding dkim-signature "
    "snapshot-content-location list-unsubscribe x-mailer authentication-results".split()
)
_RELATED = regex(r"(?i)content-type:\s*multipart/related|snapshot-content-location:")
_MBOX = regex(r"From \S+@\S+ +\w{3} \w{3} ")
_MOST_HEADERS = 200  # lines

_QUOTED = regex(r"(?:=[0-9A-F]{2}){2,}|=\r?\n")
_BASE64 = regex(r"[A-Za-z0-9+/]{60,76}={0,2}")
_QUOTED_SHARE, _FEWEST_BASE64 = 0.5, 3

_PROLOG = regex(
    r"\s*(?:<\?[^>]{0,400}>|<!--(?:(?!-->).){0,2000}-->|<!doctype[^>\[]{0,400}>)", re.DOTALL | re.IGNORECASE
)
_ROOT = regex(r"\s*<(?:[\w.-]{1,40}:)?([\w.-]{1,40})")

_COLUMNS = frozenset(
    "id title text body content date url link author source headline summary description category section published tags html "
    "language lang name label time site domain keywords image publisher news article created_at published_at pubdate "
    "العنوان عنوان النص نص المحتوى محتوى التاريخ تاريخ الرابط رابط الكاتب كاتب المصدر مصدر القسم قسم الخبر المقال الصورة التصنيف "
    "الموقع الملخص الرقم رقم اللغة الصحيفة المؤلف الوسوم".split()
)
_DELIMITERS = ",;\t|"
_MOST_ROWS = 60
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3  # of a table without a header
_LONGEST_NAME = 40  # characters of a column's name


def json_values(head: str, *, whole: bool) -> int:
    """How many JSON values a text is made of, 0 if it is no JSON; `whole` if nothing was cut off behind the head.

    >>> json_values('{"a": "خبر"}', whole=True), json_values('{"a": 1}\\n{"a": 2}', whole=True)
    (1, 2)
    >>> json_values("[رويترز] خبر", whole=True)
    0
    """
    start = _JSON_START.match(head)
    if start is None:
        return 0
    at, depth, values, tokens = start.end(), 0, 0, 0
    while token := _TOKEN.match(head, at):
        at, tokens = token.end(), tokens + 1
        values += depth == 0
        depth += bool(token["open"]) - bool(token["close"])
        if depth < 0:
            return 0
    rest = head[at:].strip()
    if not rest or (depth == 0 and rest in (");", ")", ";")):
        return values if tokens > _FEWEST_TOKENS else 0
    cut = _CUT_STRING.fullmatch(head, at) and (not whole or tokens > _TOKENS_BEFORE_A_CUT)
    return values if cut or _broken(head, values, at) else 0


def _broken(head: str, values: int, at: int) -> bool:
    """Whether JSON that stops being JSON was one nonetheless: several keys stood in it before."""
    return bool(values) and sum(1 for _ in islice(_KEYED.finditer(head, 0, at), 3)) >= 2


def mail(head: str, *, likely: bool) -> str:
    """ "mail" or "related" (a page with its pictures) for text that opens with the headers of a mail, "" for other text.

    `likely`: the name of the file says so too, and a single header of mail will do.

    >>> mail("From: a@b.c\\nSubject: x\\nMIME-Version: 1.0\\n\\nخبر", likely=False)
    'mail'
    >>> mail("From: بيروت\\nالخبر: وصل", likely=False)
    ''
    """
    if _MBOX.match(head):
        return "mail"
    names = _headers(head)
    if not names or not (names & _MAIL_ONLY or len(names & _MAIL) >= (1 if likely else 3)):
        return ""
    if not names & {"from", "to", "subject", "received", "message-id", "mime-version", "return-path"}:
        return ""
    return "related" if _RELATED.search(head[:8192]) else "mail"


def _headers(head: str) -> set[str]:
    """The names of the headers that a text opens with, in lower case."""
    names: set[str] = set()
    for line in islice(head.split("\n"), _MOST_HEADERS):
        if line[:1] in (" ", "\t") and names and line.strip():
            continue  # a header's second line
        found = _HEADER.match(line + "\n")
        if found is None:
            break
        names.add(found[1].lower())
    return names


def transfer_encoded(head: str) -> bool:
    """Whether a text is quoted-printable («=D9=85») or base64 for the most part.

    >>> transfer_encoded("=D9=85=D9=83=D8=AA=D8=A8=D8=A9 =D8=B1")
    True
    >>> transfer_encoded("س = ص + 3، و=5A")
    False
    """
    if "=" in head:
        solid = len("".join(head.split()))
        if sum(map(len, _QUOTED.findall(head))) >= max(12, solid * _QUOTED_SHARE):
            return True
    if _BASE64.match(head.lstrip()) is None:
        return False
    lines = [line for line in head.splitlines()[:50] if line.strip()]
    return len(lines) >= _FEWEST_BASE64 and all(_BASE64.fullmatch(line.strip()) for line in lines[:-1])


def root(head: str) -> str:
    """The name of the first element, in lower case and without its prefix; "" if there is none.

    >>> root('<?xml version="1.0"?><!-- x --><rss version="2.0">')
    'rss'
    """
    at = 0
    while prolog := _PROLOG.match(head, at):
        at = prolog.end()
    found = _ROOT.match(head, at)
    return found[1].lower() if found else ""


def table(head: str, *, whole: bool, likely: bool) -> bool:
    """Whether a text is rows of a table with separators. `likely`: the name of the file says so too.

    >>> table('title,text,date\\nخبر,"نص، طويل",2024', whole=True, likely=False)
    True
    >>> table("id,text\\n1,خبر\\n\\n2", whole=True, likely=True)
    True
    >>> table("بيروت, دمشق, عمان\\nثلاث مدن, كلها قديمة, وكلها جميلة", whole=True, likely=False)
    False
    """
    first = head.partition("\n")[0]
    return any(_rows_of(head, sign, whole=whole, likely=likely) for sign in _DELIMITERS if sign in first)


def _rows_of(head: str, sign: str, *, whole: bool, likely: bool) -> bool:
    rows = _rows(head, sign)
    if rows and (not whole or len(rows) == _MOST_ROWS):
        rows = rows[:-1] or rows  # the last one is cut
    if likely:
        rows = [row for row in rows if row]  # on Windows some programs leave a blank line between two rows
    if not rows or any(not row for row in rows):
        return False  # a blank line between paragraphs
    width = len(rows[0])
    even = all(len(row) == width for row in rows[1:])
    if _is_header(rows[0], likely=likely):
        return likely or even or (len(rows) == 1 and not whole)  # rows by hand or by a script may want a cell
    wide = width >= (2 if likely else _FEWEST_COLUMNS)
    return wide and even and len(rows) >= _FEWEST_ROWS and not any(cell[:1] == " " for row in rows for cell in row[1:])


def _rows(head: str, sign: str) -> list[list[str]]:
    """The first rows, blank lines at the end left out; [] if the quotes do not fit."""
    import csv  # few inputs need it

    csv.field_size_limit(max(csv.field_size_limit(), len(head)))  # a table read before may have lowered it
    try:
        return list(islice(csv.reader(head.rstrip().splitlines(keepends=True), delimiter=sign), _MOST_ROWS))
    except csv.Error:
        return []


def _is_header(row: list[str], *, likely: bool) -> bool:
    """Whether a row names columns of articles, at least two of them."""
    names = [cell.strip().strip('"').lower() for cell in row]
    known = sum(name in _COLUMNS or name.rpartition("_")[2] in _COLUMNS for name in names)
    return known >= (1 if likely else 2) and len(names) > 1 and all(len(name) <= _LONGEST_NAME for name in names)
