"""The language that newscli speaks, and what says an English text of its in that language.

The source is written in English alone. Beside it stand tables that give the Arabic of each text: `labels` of words on
the screen and in reports, `messages` of errors, advice and sums, `help` of commands and options, `reasons` of the
evidence, which are put together of phrases. A `{}` in an English text stands for what was filled in (a name, a number);
the Arabic names it by its place, `{0}`, or `{0:word}` if it is a word of ours and is to be said in Arabic too.
tests/wording checks that no text of the source is without its Arabic.

The tables are loaded when the first text is said in Arabic: English pays for none of them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal

Language = Literal["ar", "en"]
Say = Callable[[str], str]


def language(environ: Mapping[str, str] = os.environ) -> Language:
    """The language of NEWSCLI_LANG, else of the locale (the first of LC_ALL, LC_MESSAGES and LANG that is set).

    Whatever is not Arabic (`ar`, `ar_EG.UTF-8`) is English.

    >>> language({"NEWSCLI_LANG": "ar"}), language({"LANG": "ar_EG.UTF-8"}), language({})
    ('ar', 'ar', 'en')
    >>> language({"NEWSCLI_LANG": "en", "LANG": "ar_EG.UTF-8"}), language({"LC_ALL": "C", "LANG": "ar"})
    ('en', 'en')
    """
    for variable in ("NEWSCLI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if stated := environ.get(variable):
            return "ar" if re.match(r"(?i)ar(?![a-z])", stated) else "en"
    return "en"


def speaking(tongue: Language | None = None) -> Say:
    """What says an English text in that language, by default in the one that the environment asks for.

    A text that the tables do not know, such as a name, stays as it is.

    >>> speaking("ar")("Fields"), speaking("en")("Fields")
    ('الحقول', 'Fields')
    >>> speaking("ar")("unknown field 'titel'")
    "لا يوجد حقل باسم 'titel'"
    """
    return _arabic if (tongue or language()) == "ar" else str


def _arabic(text: str) -> str:
    from newscli.wording.reasons import said

    known = _texts().get(text) or said(text)
    if known:
        return known
    for pattern, arabic in _patterns():
        if found := pattern.fullmatch(text):
            return arabic.format(*map(_Value, found.groups()))
    return text


class _Value(str):
    """What fills a place of a text; as `{0:word}` it is said in Arabic."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return _arabic(str(self)) if spec == "word" else str(self)


def tables() -> dict[str, str]:
    """Every English text with its Arabic."""
    from newscli.wording.help import HELP
    from newscli.wording.labels import LABELS
    from newscli.wording.messages import MESSAGES

    return {**HELP, **MESSAGES, **LABELS}


@cache
def _texts() -> dict[str, str]:
    return {english: arabic for english, arabic in tables().items() if "{}" not in english}


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """The texts with something filled in; those that begin in words of their own, and say most, fit least else."""
    open_ones = [(english, arabic) for english, arabic in tables().items() if "{}" in english]
    open_ones.sort(key=lambda pair: (pair[0].startswith("{}"), -len(pair[0].replace("{}", ""))))
    return [
        (re.compile("(.+?)".join(map(re.escape, english.split("{}"))), re.DOTALL), arabic)
        for english, arabic in open_ones
    ]
