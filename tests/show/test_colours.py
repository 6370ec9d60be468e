"""What is shown in colour can be read on white and on black."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_inspection import ARTICLE

from newscli.model import Article, Block, Role, SourceInfo, replace
from newscli.show import colours
from newscli.show.comparison import alone, changed
from newscli.show.inspection import Choice, render
from newscli.show.reader import View
from newscli.show.reader import render as read
from newscli.show.rows import typeset_rows

LEAST = 4.0  # WCAG asks 3 of large text, 4.5 of other; more than 4.58 on both grounds is impossible


def rgb(index: int) -> tuple[int, ...]:
    """A colour of the 256-colour table behind the first 16, which every terminal may choose."""
    if index >= 232:
        return (8 + 10 * (index - 232),) * 3
    levels = (0, 95, 135, 175, 215, 255)
    return tuple(levels[(index - 16) // unit % 6] for unit in (36, 6, 1))


def luminance(colour: tuple[int, ...]) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [value / 255 for value in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast(rgb(46), (255, 255, 255)) < 1.5  # bright green on white
    assert (rgb(16), rgb(231), rgb(255)) == ((0, 0, 0), (255, 255, 255), (238, 238, 238))


@pytest.mark.parametrize("name", [name for name in vars(colours) if name.isupper() and name not in ("BOLD", "HEADING")])
def test_a_colour_can_be_read_on_white_and_on_black(name: str) -> None:
    found = re.fullmatch(r"38;5;(\d+)", getattr(colours, name))
    assert found
    index = int(found[1])
    assert index >= 16
    assert contrast(rgb(index), (255, 255, 255)) >= LEAST
    assert contrast(rgb(index), (0, 0, 0)) >= LEAST


def test_nothing_is_shown_in_any_other_colour() -> None:
    known = {value for name, value in vars(colours).items() if name.isupper()}
    allowed = {"0", *known, *map(colours.bold, known)}
    every_role = replace(ARTICLE, blocks=tuple(Block("خبر", role=role) for role in Role), warnings=("no-article",))
    rows = [*changed("a", [("title", "قديم", "جديد")]), *alone("a", "+", "x"), *alone("a", "-", "x")]
    shown = [*render(every_role, View(), Choice(verbose=True)), *read(every_role, View()), *typeset_rows(rows, View())]
    used = set(re.findall("\x1b\\[([0-9;]*)m", "\n".join(shown)))
    assert len(used) > len(Role)
    assert used - allowed == set()


def test_roles_differ_in_colour() -> None:
    blocks = tuple(Block("خبر", role=role) for role in Role)
    article = Article(source=SourceInfo(None, "text", "utf-8", 0, ""), blocks=blocks)
    lines = "\n".join(render(article, View(), Choice(roles=set(Role))))
    found = [re.findall(f"\x1b\\[([0-9;]+)m{role}\x1b", lines) for role in Role]
    assert len({colour for (colour,) in found}) == len(Role)


def test_every_view_takes_its_colours_from_the_table() -> None:
    for module in Path(colours.__file__).parent.glob("*.py"):
        if module.name != "colours.py":
            assert not re.search(r"""["'](?:\d+;)*(?:3[0-8]|9[0-7]|2)(?:;\d+)*["']""", module.read_text("utf-8")), (
                module.name
            )
