"""Names of files that are made from articles: safe on every system, and none twice."""

from __future__ import annotations

import re
import unicodedata

from newscli.errors import UsageError
from newscli.export.entry import Entry

LONGEST = 150  # bytes of UTF-8; file systems take 255, and a suffix and a number come behind
FIELDS = ("published", "title", "site", "language", "section", "n", "sha256", "stem")

# What a path, a shell or a terminal would obey; Windows takes none of <>:"/\|?*, and bidi controls lie about the name.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_FIELD = re.compile(r"\{(\w*)\}")


def check_template(template: str) -> None:
    """Raise `UsageError` if a template names what an article does not have."""
    for name in _FIELD.findall(template):
        if name not in FIELDS:
            raise UsageError(f"unknown name {name!r} in the template", advice=f"Known: {', '.join(FIELDS)}.")


class Names:
    """Gives each article of an export its file name, without suffix.

    >>> names = Names("{published}-{title}")
    >>> names.of(Entry(title="خبر: عاجل/مهم", published="2024-07-02T10:00"))
    '2024-07-02-خبر عاجل مهم'
    >>> names.of(Entry(title="../../etc/passwd"))
    'undated-etc passwd'
    """

    def __init__(self, template: str) -> None:
        check_template(template)
        self._template = template
        self._count = 0
        self._given: dict[str, int] = {}

    def of(self, one: Entry) -> str:
        """The name for the next article."""
        self._count += 1
        values = _values(one, self._count)
        name = safe(_FIELD.sub(lambda found: values[found[1]], self._template)) or f"article-{self._count}"
        return self._unique(name)

    def _unique(self, name: str) -> str:
        """The name, with a number if there is one like it (file systems of macOS and Windows do not tell cases)."""
        key = unicodedata.normalize("NFC", name).casefold()
        number = self._given.get(key, 0) + 1
        self._given[key] = number
        return name if number == 1 else self._unique(f"{name}-{number}")


def _values(one: Entry, number: int) -> dict[str, str]:
    path = (one.source.path if one.source else None) or "article"
    return {
        "published": one.day or "undated",
        "title": one.title or "untitled",
        "site": one.site or "no-site",
        "language": one.language or "und",
        "section": one.section or "no-section",
        "n": f"{number:06}",
        "sha256": one.source.sha256[:12] if one.source else "",
        "stem": re.sub(r"\.\w{1,8}$", "", path.replace("\\", "/").rpartition("/")[2]),
    }


def safe(text: str) -> str:
    """A text as the name of one file: nothing that leads out of the folder, nothing hidden, not too long.

    >>> safe("..\\\\..\\\\x"), safe("CON"), safe(".bashrc"), safe("a\\u202egpj.exe")
    ('x', '_CON', 'bashrc', 'a gpj.exe')
    """
    name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", text)).split())
    name = re.sub(r"(?<![^\s-])\.+\s*", "", name)
    name = name.encode()[:LONGEST].decode("utf-8", "ignore").strip(" .")
    return f"_{name}" if _RESERVED.fullmatch(name) else name
