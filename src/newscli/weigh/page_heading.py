"""What heads a page that holds no story though it calls itself an article or a video: a clip, a gallery, a recipe."""

from __future__ import annotations

from newscli.weigh.observe import Observed

_LINK = 0.5  # share of linked letters from which a line is an entry of a menu
_ONE_THING = ("article", "video")  # how og:type begins on pages that show one thing; home pages and lists are websites


def page_heading(observed: Observed) -> int | None:
    """The line that agrees best with a headline that the page states; of several a heading, then the first."""
    if not (observed.page.metadata.kind or "").startswith(_ONE_THING):
        return None
    stated = {i: observed.stated.agreement_of(line.core) for i, line in enumerate(observed.lines)}
    lines = [i for i, agreement in stated.items() if agreement and observed.linked[i] < _LINK]
    return max(lines, key=lambda i: (stated[i], observed.fragments[i].level > 0, -i), default=None)
