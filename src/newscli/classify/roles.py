"""The role of every fragment of a source: the door to the second pass."""

from __future__ import annotations

from collections.abc import Container as Names
from collections.abc import Sequence

from newscli.classify.story import Story
from newscli.segment.fragment import Fragment
from newscli.segment.metadata import Metadata


def read_story(fragments: Sequence[Fragment], metadata: Metadata, outlets: Names[str], *, html: bool) -> Story:
    """The role of every fragment. `outlets` are folded names of the page's own site."""
    if html:
        from newscli.classify.html import HtmlReader

        return HtmlReader(tuple(fragments), metadata, outlets).read()
    from newscli.classify.text import TextReader

    return TextReader(tuple(fragments), metadata, outlets).read()
