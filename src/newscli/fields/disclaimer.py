"""The notice that disclaims or assigns responsibility for the story, and the parties it names."""

from __future__ import annotations

import re
from functools import lru_cache

from newscli.arabic.letters import squeeze, strip_invisible
from newscli.lexicon import disclaimers


@lru_cache(maxsize=1)
def _cores() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(core) for core in disclaimers.CORES)


@lru_cache(maxsize=1)
def _any_core() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{core})" for core in disclaimers.CORES))


@lru_cache(maxsize=1)
def _not_the_story() -> re.Pattern[str]:
    return re.compile(disclaimers.NOT_THE_STORY)


def disclaims(folded: str) -> int:
    """How many of a disclaimer's signs a folded text carries: its core phrases, and the word that leads it in.

    0 for text without any core, and for notices about readers' comments or the site.
    """
    for trigger in disclaimers.TRIGGERS:  # no generator: this is asked of every paragraph
        if trigger in folded:
            break
    else:
        return 0
    if not _any_core().search(folded) or _not_the_story().search(folded):
        return 0
    leads = folded.lstrip(" *-–•:\"'([").startswith(disclaimers.LEADS)
    return leads + sum(1 for core in _cores() if core.search(folded))


def origin(text: str) -> tuple[str, str] | None:
    """(name, phrase) of the party that the disclaimer names as the writer, or None."""
    return _party(text, disclaimers.ORIGIN_OPENINGS)


def republisher(text: str) -> tuple[str, str] | None:
    """(name, phrase) of the party whose view the disclaimer says the text is not, or None."""
    return _party(text, disclaimers.REPUBLISHER_OPENINGS)


@lru_cache(maxsize=16)
def _opening(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_GENERIC = re.compile(
    r"(?:ال)?(?:موقع|صحيف[ةه]|جريد[ةه]|شبك[ةه]|ناشر|كاتب|مصدر|إدار[ةه]|ادار[ةه]|مؤسس[ةه])(?:نا|ه|ها)?$|هيئة التحرير$"
)


def _party(text: str, openings: tuple[str, ...]) -> tuple[str, str] | None:
    for pattern in openings:
        found = _opening(pattern).search(text)
        if not found:
            continue
        closing = _opening(disclaimers.NAME_ENDS).search(text, found.end())
        end = closing.start() if closing else len(text)
        name = squeeze(strip_invisible(text[found.end() : end])).strip(" \"'«»“”")
        if 1 < len(name) <= 60 and not _GENERIC.match(name):
            return name, squeeze(text[found.start() : end])
    return None
