"""Patterns that are compiled when they are first used: a call of the command uses less than half of them.

Compiling all of them took a third of the time from a call to its output (measured by benchmarks/startup.py).
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AnyStr


class _Uncompiled:
    """Stands for a compiled pattern; a method is looked up once, then it is the pattern's own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)  # compiled once: re keeps it
        setattr(self, name, found)
        return found


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, but a fault in the pattern is found with its first use.

    >>> regex(r"\\d+").findall("12 و 34")
    ['12', '34']
    """
    return _Uncompiled(pattern, flags)  # type: ignore[return-value]
