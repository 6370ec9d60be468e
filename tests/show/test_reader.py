"""The reader's view, as lines for a terminal and as plain text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import OutputError
from newscli.model import (
    WARNINGS,
    Article,
    Block,
    Byline,
    Credit,
    CreditRole,
    Dateline,
    Kind,
    Role,
    SourceInfo,
    replace,
)
from newscli.rtl.paragraph import Strategy
from newscli.rtl.width import cells
from newscli.show.page import page, pager
from newscli.show.reader import View, path_for_terminal, plain, render, render_several, spoken_date

SEQUENCES = re.compile("\x1b\\[[0-9;]*m|\x1b\\]8;;[^\x1b]*\x1b\\\\|\x1b\\[8[lh]|[\u202a-\u202e]")
SOURCE = SourceInfo(path=None, format="text", encoding="utf-8", bytes=0, sha256="")
BLOCKS = (
    Block("قالت البلدية إن الأشغال (المرحلة 2) تنتهي في 30/6/2024.", role=Role.BODY),
    Block("ما الجديد؟", kind=Kind.HEADING, role=Role.BODY),
    Block("نعمل ليلا ونهارا", kind=Kind.QUOTE, role=Role.BODY),
    Block("رصيف جديد", kind=Kind.ITEM, role=Role.BODY),
    Block("- إنارة", kind=Kind.ITEM, role=Role.BODY),
    Block("حقوق الموقع", role=Role.BOILERPLATE),
)
ARTICLE = Article(
    title="البلدية تفتتح الشارع الرئيسي",
    kicker="محليات",
    subtitle="بعد عامين من العمل",
    dateline=Dateline("طرابلس - وكالات"),
    byline=Byline("كتب: هاني الشامي", ("هاني الشامي",)),
    published="2024-07-02T10:15:00+03:00",
    body="\n\n".join(block.text for block in BLOCKS[:5]),
    attribution=(
        Credit(CreditRole.AUTHOR, "هاني الشامي", "كتب: هاني الشامي"),
        Credit(CreditRole.ORIGIN, "صحيفة الميناء", "المصدر: صحيفة الميناء", "https://example.org/a b"),
        Credit(CreditRole.VIA, "راديو المدينة", "نقلا عن راديو المدينة", "javascript:alert(1)"),
    ),
    disclaimer="ملحوظة: الخبر منقول.",
    source=SOURCE,
    blocks=BLOCKS,
)
PLAIN = """محليات
البلدية تفتتح الشارع الرئيسي
بعد عامين من العمل

طرابلس - وكالات
كتب: هاني الشامي
2024-07-02T10:15:00+03:00
المصدر: صحيفة الميناء
نقلا عن راديو المدينة

قالت البلدية إن الأشغال (المرحلة 2) تنتهي في 30/6/2024.

ما الجديد؟

نعمل ليلا ونهارا

رصيف جديد
- إنارة

ملحوظة: الخبر منقول.
"""


def shown(article: Article, **view: object) -> str:
    return "\n".join(render(article, View(**view)))  # type: ignore[arg-type]


def test_plain_text() -> None:
    assert plain(ARTICLE) == PLAIN


def test_plain_text_of_nothing() -> None:
    assert plain(Article(source=SOURCE)) == ""


def test_a_writer_whom_no_line_prints_is_named_among_the_credits() -> None:
    text = plain(replace(ARTICLE, byline=Byline(None, ("هاني الشامي",))))
    assert text == PLAIN.replace("كتب: هاني الشامي\n", "").replace("المصدر:", "كتب: هاني الشامي\nالمصدر:")


@pytest.mark.parametrize("warning", WARNINGS)
def test_each_warning_is_told_in_arabic(warning: str) -> None:
    text = shown(replace(ARTICLE, warnings=(warning,)), strategy=Strategy.LOGICAL, colour=False)
    assert warning not in text
    assert len(text) > len(shown(ARTICLE, strategy=Strategy.LOGICAL, colour=False))


def test_the_order_of_the_view() -> None:
    text = shown(ARTICLE, strategy=Strategy.LOGICAL, colour=False)
    lines = [line.strip() for line in text.replace("\u200f", "").splitlines() if line.strip() != "———"]
    own = {ARTICLE.published or "": "2 يوليو 2024، 10:15", "نقلا عن ": "نقلا عن: ", "رصيف جديد": "• رصيف جديد"}
    expected = PLAIN
    for stated, ours in own.items():
        expected = expected.replace(stated, ours)
    assert lines == expected.splitlines()


@pytest.mark.parametrize("strategy", Strategy)
@pytest.mark.parametrize("width", [1, 2, 10, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_the_measure(width: int, strategy: Strategy) -> None:
    long = replace(ARTICLE, body="وقال المتحدث إن العمل مستمر في كل مكان من المدينة " * 20, blocks=())
    for line in render(long, View(width, strategy)):
        text = SEQUENCES.sub("", line)
        assert cells(text) <= max(2, width)
        assert cells(text.strip()) <= 90


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_end_at_the_right_edge(width: int) -> None:
    lines = [line for line in render(ARTICLE, View(width, colour=False)) if line]
    assert {cells(line) for line in lines} <= {width - 1, width - 3, width - 5}
    assert cells(lines[1]) == width - 1


def test_the_measure_can_be_chosen() -> None:
    long = replace(ARTICLE, body="وقال المتحدث إن العمل مستمر " * 20, blocks=())
    widest = max(cells(line.strip()) for line in render(long, View(200, colour=False, measure=120)))
    assert 90 < widest <= 120


@pytest.mark.parametrize("margin", [0, 1, 4, 12])
def test_the_margin_is_free_on_both_sides(margin: int) -> None:
    long = replace(ARTICLE, body="وقال المتحدث إن العمل مستمر " * 20, blocks=())
    lines = [line for line in render(long, View(60, colour=False, margin=margin)) if line]
    assert max(map(cells, lines)) == 60 - margin
    assert all(line[:margin].strip() == "" for line in lines)


def test_a_margin_wider_than_the_screen_leaves_room_for_words() -> None:
    lines = list(render(ARTICLE, View(60, colour=False, margin=200)))
    assert max(len(line.strip()) for line in lines) > 5


@pytest.mark.parametrize(("title", "body"), [("عنوان", "كلمة من الخبر " * 40), ("A title", "some words " * 40)])
def test_a_centred_column_has_as_much_room_on_either_side(title: str, body: str) -> None:
    lines = list(render(Article(title=title, body=body, source=SOURCE), View(200, colour=False, centred=True)))
    left = min(len(line) - len(line.lstrip()) for line in lines if line)
    right = 200 - max(map(cells, lines))
    assert left >= 50
    assert right >= 50
    assert min(left, right) == 55  # (200 - 90) / 2, on the side where the lines begin


def test_a_terminal_that_aligns_by_itself_gets_the_indent_as_spaces() -> None:
    view = View(80, Strategy.LOGICAL, colour=False)
    assert "     نعمل ليلا ونهارا" in list(render(ARTICLE, view))
    assert "      نعمل ليلا ونهارا" in list(render(ARTICLE, view._replace(margin=2)))
    assert "    نعمل ليلا ونهارا" in list(render(ARTICLE, view._replace(margin=0)))


def test_several_articles_stand_each_under_a_rule_with_the_name_of_its_file() -> None:
    named = [replace(ARTICLE, source=replace(SOURCE, path=path)) for path in ("a/one.txt", None)]
    lines = list(render_several(named, View(60, colour=False)))
    rules = [line for line in lines if "──" in line]
    assert rules == [f" ── {name} ".ljust(59, "─") for name in ("a/one.txt", "standard input")]
    assert lines[lines.index(rules[1]) - 2 :][:2] == ["", ""]


def test_folders_in_arabic_stay_in_their_order() -> None:
    name = "صحف/اليوم/a.html"
    first, *_ = render_several([replace(ARTICLE, source=replace(SOURCE, path=name))], View(60, colour=False))
    assert re.findall(r"[^/ ─]+", first) == ["ﻒﺤﺻ", "ﻡﻮﻴﻟﺍ", "a.html"]
    assert path_for_terminal("a/b") == "a/b"


@pytest.mark.parametrize("strategy", Strategy)
def test_without_colour_there_is_no_style(strategy: Strategy) -> None:
    text = shown(ARTICLE, strategy=strategy, colour=False)
    assert not re.search("\x1b\\[[0-9;]*m|\x1b\\]", text)
    coloured = shown(ARTICLE, strategy=strategy)
    assert "\x1b[1m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m|\x1b\\]8;;[^\x1b]*\x1b\\\\", "", coloured) == text


def test_links_are_addresses_and_nothing_else() -> None:
    links = re.findall("\x1b\\]8;;([^\x1b]*)\x1b\\\\", shown(ARTICLE))
    assert links == ["https://example.org/a%20b", ""]


def test_an_article_in_latin_letters_begins_at_the_left() -> None:
    lines = list(render(Article(title="A title", body="Some words.", source=SOURCE), View(80, colour=False)))
    assert lines == [" A title", "", " Some words."]


def test_a_page_without_article_says_so_at_the_right() -> None:
    empty = Article(warnings=("no-article",), source=SOURCE)
    [line] = render(empty, View(40, colour=False))
    assert cells(line) == 39
    assert plain(empty) == ""


def test_an_arabic_article_that_begins_in_latin_letters_ends_at_the_right() -> None:
    lines = list(render(Article(body="CNN: قالت الوزارة أمس", source=SOURCE), View(40, colour=False)))
    assert cells(lines[0]) == 39
    assert lines[0].endswith(":CNN")


def test_body_without_blocks() -> None:
    bare = replace(ARTICLE, blocks=())
    assert plain(bare) == PLAIN.replace("رصيف جديد\n", "رصيف جديد\n\n")


@pytest.mark.parametrize(
    ("stamp", "spoken"),
    [
        ("2024-07-02", "2 يوليو 2024"),
        ("2024-12-31T23:05:00Z", "31 ديسمبر 2024، 23:05"),
        ("1445/9/1 هـ", "1445/9/1 هـ"),
        ("2024-13-01", "2024-13-01"),
    ],
)
def test_spoken_date(stamp: str, spoken: str) -> None:
    assert spoken_date(stamp) == spoken


texts = st.text(st.characters(), max_size=80)


@given(texts, texts, texts, st.sampled_from(Strategy), st.integers(1, 120))
def test_any_article_can_be_shown(title: str, body: str, name: str, strategy: Strategy, width: int) -> None:
    article = Article(
        title=title,
        body=body,
        disclaimer=name,
        source=SOURCE,
        warnings=(name,),
        published=name,
        attribution=(Credit(CreditRole.ORIGIN, name, name, f"https://{name}"),),
    )
    for line in render(article, View(width, strategy)):
        line.encode()
        assert not re.search("[\x00-\x1a\x1c-\x1f\x7f-\x9f]", line)
        assert not re.search("\x1b(?!\\[[0-9;]*m|\\[8[lh]|\\]8;;|\\\\)", line)
    plain(article)


@pytest.mark.parametrize(
    ("value", "command"),
    [(None, ["less"]), ("less -S", ["less", "-S"]), ("cat", []), ("", []), ("my 'pager", ["my 'pager"])],
)
def test_pager(value: str | None, command: list[str]) -> None:
    assert pager({} if value is None else {"PAGER": value}) == command


def test_lines_go_through_the_pager(capfd: pytest.CaptureFixture[str]) -> None:
    page(["واحد", "اثنان", "ثلاثة"], ["head", "-n", "2"], {"PATH": "/usr/bin:/bin"})
    assert capfd.readouterr().out == "واحد\nاثنان\n"


def test_a_pager_that_is_left_early_is_no_error() -> None:
    page((f"سطر {number}" for number in range(100_000)), ["true"], {"PATH": "/usr/bin:/bin"})


def test_a_pager_that_is_missing() -> None:
    with pytest.raises(OutputError, match="no-such-pager"):
        page(["سطر"], ["no-such-pager"], {})
