"""The name of the site whose page it is: as the metadata state it, else what `<title>` adds to the headline.

A `<title>` that does not have the headline names the site where one of its parts is an outlet.
"""

from __future__ import annotations

import re
from collections import Counter

from newscli.arabic.letters import squeeze
from newscli.arabic.words import content_words, core
from newscli.lexicon import outlets
from newscli.segment.page import Metadata

_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s+[-–—:»«]+\s+")
_LONGEST = 45


def site_name(metadata: Metadata, headline: str | None) -> str | None:
    """The site's name, or None where the page does not tell it. `headline` is the story's, as printed."""
    if metadata.site_names:
        counts = Counter(core(name) for name in metadata.site_names)
        most = max(counts.values())
        return next(name for name in metadata.site_names if counts[core(name)] == most)
    if not headline:
        return None
    wanted = content_words(headline)
    for statement in metadata.titles:
        if statement.name != "title":
            continue
        parts = [squeeze(part) for part in _SEPARATOR.split(statement.value) if part and part.strip()]
        told = [len(wanted & content_words(part)) for part in parts]
        if len(parts) < 2 or max(told) < 2:
            named = [part for part in parts if outlets.is_outlet(part) and not outlets.is_weak(part)]
            if len(named) == 1:
                return named[0]
            continue
        head = told.index(max(told))
        # The site closes the title; where the headline does, the site opens it.
        rest = parts[head + 1 :] or parts[:head]
        names = [part for part in rest if 2 <= len(core(part)) <= _LONGEST and not any(c.isdigit() for c in part)]
        if names:
            return names[-1] if parts[head + 1 :] else names[0]
    return None
