"""A paragraph that shows at a glance whether a terminal gets right-to-left text right."""

from __future__ import annotations

from collections.abc import Iterator

from newscli.show.parts import Paragraph, Stretch
from newscli.show.reader import View, lines

SAMPLE = Paragraph(
    (
        Stretch("FIFA (الاتحاد الدولي) تُعلِنُ بيع 12.5% من "),
        Stretch("«تذاكر الافتتاح»", "quiet"),
        Stretch(" في Los Angeles [كاليفورنيا] قبل 30/6/2024، والأسعار لا تزيد على 150$ للمقعد!"),
    )
)


def sample(view: View) -> Iterator[str]:
    """The sample as lines for a terminal."""
    return lines(SAMPLE, view, "R")
