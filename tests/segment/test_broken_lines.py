"""Which lines belong together: the signs that tell, each with its neighbours."""

import pytest

from newscli.segment.lines import ends_sentence, hangs, shown, without_edges


@pytest.mark.parametrize(
    "line", ["انتهى.", "انتهى؟", "انتهى!", "انتهى…", "وقال:", "«انتهى.»", "انتهى.)", 'انتهى."', "انتهى.\u200f"]
)
def test_what_ends_a_sentence(line):
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["انتهى", "انتهى،", "«انتهى»", "1.5 مليون", "", "أ.ب", "انتهى؛"])
def test_what_does_not(line):
    assert not ends_sentence(line)


@pytest.mark.parametrize(
    ("line", "hanging"), [("وصل إلى", True), ("وصل،", True), ("وقال إن\u200f", True), ("وصل", False)]
)
def test_a_line_hangs_inside_a_clause(line, hanging):
    assert hangs(line) is hanging


@pytest.mark.parametrize("text", ["", " ", "\u200f\u200f", "\ufeff \x00"])
def test_what_shows_nothing_has_no_extent(text):
    start, end = shown(text)
    assert start == end
    assert without_edges(text) == ""
