"""Dates of the Arabic press: `newscli.dates.find(text)`.

>>> from newscli.dates import find
>>> find("الأربعاء ١٢ أغسطس ٢٠١٥")[0].date
'2015-08-12'
"""

from __future__ import annotations

from newscli.dates.finder import find
from newscli.dates.found import FoundDate

__all__ = ["FoundDate", "find"]
