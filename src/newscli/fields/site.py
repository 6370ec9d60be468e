"""The name of the site whose page it is: as the metadata state it, else what `<title>` adds to the headline."""

from __future__ import annotations

import re
from collections import Counter

from newscli.arabic.letters import squeeze
from newscli.classify.formulas import core
from newscli.segment.metadata import Metadata

_SEPARATOR = re.compile(r"\s*[|»«•·]\s*|\s+[-–—:]+\s+|\s+::\s+")
_LONGEST = 45


def site_name(metadata: Metadata, headline: str | None) -> str | None:
    """The site's name, or None where the page does not tell it. `headline` is the story's, as printed."""
    if metadata.sites:
        counts = Counter(core(name) for name in metadata.sites)
        most = max(counts.values())
        return next(name for name in metadata.sites if counts[core(name)] == most)
    if not headline:
        return None
    wanted = core(headline)
    for statement in metadata.titles:
        if statement.name != "title":
            continue
        parts = [squeeze(part) for part in _SEPARATOR.split(statement.value) if part and part.strip()]
        rest = [part for part in parts if core(part) and core(part) not in wanted]
        whole = core(statement.value)
        if len(rest) == len(parts) or not rest:
            continue
        # The site closes the title; where the headline does, the site opens it.
        name = rest[0] if whole.endswith(wanted) else rest[-1]
        if len(name) <= _LONGEST:
            return name
    return None
