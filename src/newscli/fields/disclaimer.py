"""The old face of `notices.disclaimer`, for callers that count signs."""

from __future__ import annotations

from newscli.notices import disclaimer
from newscli.notices.disclaimer import origin, republisher

__all__ = ["disclaims", "origin", "republisher"]

_SURE, _LIKELY = 0.7, 0.5


def disclaims(folded: str) -> int:
    """How many signs of a disclaimer a folded text carries: 2 for a sure one, 1 for a likely one, else 0."""
    found = disclaimer.disclaims(folded)
    return (found >= _SURE) + (found >= _LIKELY)
