"""What the metadata state as the headline, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscli.arabic.letters import squeeze
from newscli.arabic.words import core, words

SUFFIX = re.compile(r"\s+(?:[-–—|:•·»«]+|::|\|\|)\s+|\s*\|\s*|\s+-|-\s+")


def main_part(value: str, sites: Sequence[str]) -> str:
    """A stated headline that no line shows, without the site's name; where that is unknown, its longest part.

    >>> main_part("افتتاح الميناء الجديد في المدينة - الأيام", [])
    'افتتاح الميناء الجديد في المدينة'
    """
    if sites:
        return without_site(value, sites)
    parts = [part for part in SUFFIX.split(value) if part.strip()]
    return squeeze(max(parts, key=words, default=value))


def without_site(value: str, sites: Sequence[str]) -> str:
    """A stated headline without the site's name before or after it.

    >>> without_site("افتتاح الميناء - المرفأ نيوز", ["المرفأ نيوز"])
    'افتتاح الميناء'
    """
    names = {core(site) for site in sites if site}
    for match in list(SUFFIX.finditer(value))[::-1]:
        if core(value[match.end() :]) in names:
            return squeeze(value[: match.start()])
        if core(value[: match.start()]) in names:
            return squeeze(value[match.end() :])
    return squeeze(value)
