"""A paragraph that shows at a glance whether a terminal gets right-to-left text right."""

from __future__ import annotations

from collections.abc import Iterator

from newscli.rtl.paragraph import Span, Style
from newscli.show.reader import Paragraph, View, lines

SAMPLE = (
    Span("FIFA (الاتحاد الدولي) تُعلِنُ بيع 12.5% من "),
    Span("«تذاكر الافتتاح»", Style("1;35")),
    Span(" في Los Angeles [كاليفورنيا] قبل 30/6/2024، والأسعار لا تزيد على 150$ للمقعد!"),
)


def sample(view: View) -> Iterator[str]:
    """The sample as lines for a terminal."""
    return lines(Paragraph(SAMPLE), view, "R")
