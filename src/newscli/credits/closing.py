"""The agencies in brackets that close a story: «... وأعلن ذلك أمس. (رويترز، أ ف ب)»."""

from __future__ import annotations

from newscli.arabic.letters import fold
from newscli.credits.parties import AGENCIES, Party, signed
from newscli.regex import regex

_BRACKET = regex(r"\s*\(([^()]{2,40})\)\W{0,3}$")
_NAMED_INSIDE = regex(r"(?:وكال\w*|شبكه|قناه|صحيفه|مع|الي)$")  # «قال لوكالة (رويترز)»: part of the sentence


def closing(text: str) -> tuple[int, tuple[Party, ...]] | None:
    """Where the closing bracket begins in a story's last paragraph, and the agencies in it; None where none closes it.

    >>> start, parties = closing("وأعلن ذلك وزير النقل أمس. (رويترز، أ ف ب)")
    >>> start, [party.name for party in parties]
    (25, ['رويترز', 'أ ف ب'])
    >>> closing("وقالت الشركة ذلك لوكالة (رويترز)") is None, closing("وفاز فريق الميناء (ثلاثة أهداف)") is None
    (True, True)
    """
    match = _BRACKET.search(text)
    if match is None or not text[: match.start()].strip() or _NAMED_INSIDE.search(fold(text[: match.start()])):
        return None
    parties = signed(f"({match[1]})")
    agencies_alone = all(party.kind in AGENCIES for party in parties)
    return (match.start(), parties) if parties and agencies_alone else None
