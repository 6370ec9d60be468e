"""The inspection as people read it in a pipe, as a terminal gets it, and as data."""

from __future__ import annotations

import re

import pytest
from msgspec import json

from newscli.model import Article, Block, Byline, Candidate, Credit, CreditRole, Dateline, Role, SourceInfo, replace
from newscli.rtl.paragraph import Strategy, typeset
from newscli.rtl.spans import Span
from newscli.rtl.width import cells
from newscli.show.inspection import FIELDS, Choice, data, place, plain, render, rows, values
from newscli.show.reader import View

LONG = "قال مدير السد إن كمية المياه المخزنة تكفي لموسمين زراعيين كاملين في أسوأ الأحوال. " * 4
ARTICLE = Article(
    title="ارتفاع منسوب السد",
    dateline=Dateline("حلب - سانا", ("حلب",), ("سانا",)),
    published="2024-07-02",
    body=LONG.strip(),
    attribution=(Credit(CreditRole.AGENCY, "سانا", "حلب - سانا"),),
    tags=("سدود", "مياه"),
    warnings=("published-conflict",),
    source=SourceInfo("dam.txt", "text", "windows-1256", 1500, "ab" * 32),
    decoding="most of its letters are Arabic only so",
    blocks=(
        Block("الرئيسية", line=1, start=0, end=8, reason="a menu's word", confidence=0.99),
        Block("ارتفاع منسوب السد", line=2, start=9, end=26, role=Role.TITLE, reason="first line", confidence=0.9),
        Block("حلب - سانا", line=3, start=27, end=37, role=Role.DATELINE, reason="place and agency", confidence=0.97),
        Block(LONG.strip(), line=3, start=40, end=365, role=Role.BODY, reason="running text", confidence=0.98),
    ),
    candidates=(
        Candidate("published", "2024-07-03", "3 تموز", "meta date", False, "a day late"),
        Candidate("published", "2024-07-02", "2 يوليو 2024", "line 2", True, "nearest to the headline"),
        Candidate("venue", "القاعة", "القاعة", "line 9", False, "no field of its own"),
    ),
    metadata=(("og:site_name", "أخبار النهر"),),
)
SGR = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize(
    "line",
    [
        "dam.txt",
        "decoded as windows-1256: most of its letters are Arabic only so",
        "1 boilerplate 99% a menu's word",
        "  line 1, characters 0 to 8",
        "  الرئيسية",
        "3 dateline 97% place and agency",
        "  taken line 2: nearest to the headline",
        "    2024-07-02",
        "  not taken meta date: a day late",
        "    3 تموز",
        "    places: حلب",
        "    role: agency",
        "kicker none",
        "venue none",
        "  og:site_name: أخبار النهر",
        "warnings: published-conflict",
    ],
)
def test_in_a_pipe_stands_the_line(line: str) -> None:
    assert line in list(plain(ARTICLE))


def test_a_pipe_gets_the_text_as_it_is() -> None:
    shown = "\n".join(plain(ARTICLE))
    assert "\x1b" not in shown
    assert all(block.text in shown for block in ARTICLE.blocks)


def test_a_writer_whom_no_line_prints_is_shown_by_name() -> None:
    article = replace(ARTICLE, byline=Byline(None, ("ليلى حداد", "هاني الشامي")))
    (value,) = values(article, "byline")
    assert value.text == "ليلى حداد، هاني الشامي"
    assert "ليلى حداد، هاني الشامي" in "\n".join(plain(article))


def test_blocks_stand_in_source_order_each_with_its_number() -> None:
    heads = [line for line in plain(ARTICLE) if re.match(r"\d+ \w+ \d+%", line)]
    assert [head.split()[:2] for head in heads] == [
        [str(number), block.role] for number, block in enumerate(ARTICLE.blocks, start=1)
    ]


def test_the_candidate_that_was_taken_comes_first() -> None:
    shown = list(plain(ARTICLE, Choice(field="published")))
    assert shown.index("  taken line 2: nearest to the headline") < shown.index("  not taken meta date: a day late")


@pytest.mark.parametrize(
    ("choice", "shown", "hidden"),
    [
        (Choice(roles={Role.BOILERPLATE}), ["الرئيسية"], ["ارتفاع", "حلب", "taken", "og:site_name", "warnings"]),
        (Choice(roles={Role.TITLE, Role.DATELINE}), ["ارتفاع", "حلب"], ["الرئيسية", "مدير", "taken"]),
        (Choice(field="published"), ["2024-07-02", "not taken"], ["الرئيسية", "حلب", "warnings"]),
        (Choice(field="dateline"), ["places: حلب", "97%"], ["الرئيسية", "taken"]),
        (Choice(roles={Role.TITLE}, field="published"), ["ارتفاع", "not taken"], ["الرئيسية", "حلب"]),
    ],
)
def test_a_choice_narrows_it_down(choice: Choice, shown: list[str], hidden: list[str]) -> None:
    text = "\n".join(plain(ARTICLE, choice))
    assert [part for part in shown if part not in text] == []
    assert [part for part in hidden if part in text] == []


@pytest.mark.parametrize("strategy", Strategy)
@pytest.mark.parametrize("width", [20, 60, 200])
def test_a_terminal_gets_no_line_too_wide(strategy: Strategy, width: int) -> None:
    for line in render(ARTICLE, View(width, strategy, colour=False)):
        bare = re.sub("\x1b\\[8[lh]|[\u202a-\u202e\u200f]", "", line)
        assert cells(bare) < width


def test_arabic_stands_at_the_right_and_english_at_the_left() -> None:
    lines = list(render(ARTICLE, View(80, Strategy.VISUAL, colour=False)))
    assert any(line.startswith(" 1 boilerplate") for line in lines)
    arabic = [line for line in lines if re.search("[\ufe70-\ufeff]", line) and not re.search("[a-z]", line)]
    assert len(arabic) > len(ARTICLE.blocks)
    assert {cells(line) for line in arabic} <= {80 - 1 - 2, 80 - 1 - 4}


PAGE = replace(
    ARTICLE,
    blocks=tuple(
        replace(
            ARTICLE.blocks[number % 4],
            path=f"html > body.home-page > main > article.story > div:nth-of-type(2) > p:nth-of-type({number})",
            reason="stands between paragraphs of the story, and lies in what the template calls an embedded post",
        )
        for number in range(1, 13)
    ),
)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_columns_hold_and_no_word_is_broken(width: int) -> None:
    lines = list(render(PAGE, View(width, Strategy.VISUAL, colour=False), Choice(roles=set(Role))))
    heads = [line for line in lines if re.match(r" \d+ +[a-z]+ +\d+%", line)]
    assert len(heads) == len(PAGE.blocks)
    assert {line.index(line.split()[1]) for line in heads} == {4}
    assert {line.index(line.split()[2]) for line in heads} == {16}
    words = {*" ".join(block.reason for block in PAGE.blocks).split()}
    shown = {word for line in lines[1:] for word in line.split() if re.fullmatch("[a-z,]+", word)}
    assert shown - words <= {*Role, "line", "characters", "to"}
    assert all(re.search(rf"p:nth-of-type\({number}\)", "\n".join(lines)) for number in range(1, 13))


def test_where_there_is_room_reasons_are_a_column_of_their_own() -> None:
    lines = list(render(PAGE, View(80, Strategy.VISUAL, colour=False), Choice(roles={Role.TITLE})))
    (at,) = {line.index("stands between") for line in lines if "stands between" in line}
    assert at > 16
    assert [line for line in lines if line.startswith(" " * at + "… > ")]


def test_of_a_css_path_the_last_two_steps_are_shown_unless_all_is_wanted() -> None:
    short, long = "\n".join(plain(PAGE)), "\n".join(plain(PAGE, Choice(verbose=True)))
    assert "  … > div:nth-of-type(2) > p:nth-of-type(1), line" in short
    assert "body.home-page" not in short
    assert PAGE.blocks[0].path
    assert PAGE.blocks[0].path in long


@pytest.mark.parametrize("strategy", Strategy)
def test_a_reason_with_arabic_in_it_is_shaped_and_ordered_like_everything(strategy: Strategy) -> None:
    quoted = replace(ARTICLE, blocks=(replace(ARTICLE.blocks[0], reason="«خبر» خبر"),))
    view = View(80, strategy, colour=False)
    expected = typeset([Span("1 boilerplate 99% «خبر» خبر")], view.column("L")._replace(edge=80), strategy, "L")
    assert expected[0] in list(render(quoted, view))


def test_the_folders_of_a_file_stay_in_their_order_on_a_terminal_alone() -> None:
    named = replace(ARTICLE, source=replace(ARTICLE.source, path="صحف/اليوم/a.html"))
    assert next(iter(plain(named))) == "صحف/اليوم/a.html"
    first = next(iter(render(named, View(80, Strategy.VISUAL, colour=False))))
    assert first.strip() == "ﻒﺤﺻ/ﻡﻮﻴﻟﺍ/a.html"


def test_on_a_wide_screen_arabic_stays_near_what_is_said_of_it() -> None:
    for strategy in (Strategy.VISUAL, Strategy.LOGICAL):
        lines = list(render(ARTICLE, View(200, strategy, colour=False)))
        assert max(cells(line) for line in lines) <= (91 if strategy is Strategy.VISUAL else 199)
    assert any(line.startswith(" " * 110) and line.endswith("الرئيسية") for line in lines)


def test_every_role_has_a_word_and_a_colour_of_its_own_kind() -> None:
    blocks = tuple(Block("خبر", role=role) for role in Role)
    article = Article(source=ARTICLE.source, blocks=blocks)
    heads = [line for line in render(article, View()) if " 0%" in SGR.sub("", line)]
    assert [SGR.sub("", head).split()[1] for head in heads] == list(Role)
    assert [role for role, head in zip(Role, heads, strict=True) if f"{role}\x1b[0m" not in head] == []


def test_without_colour_the_words_are_the_same() -> None:
    coloured = [SGR.sub("", line) for line in render(ARTICLE, View(80, Strategy.VISUAL, colour=True))]
    assert coloured == list(render(ARTICLE, View(80, Strategy.VISUAL, colour=False)))


def test_a_terminal_gets_nothing_it_would_obey() -> None:
    evil = "خبر\x1b]0;owned\x07\x1b[2J\u202e"
    article = Article(
        title=evil, source=SourceInfo(evil, "text", evil, 1, evil), decoding=evil, warnings=(evil,),
        blocks=(Block(evil, path=evil, reason=evil),), metadata=((evil, evil),),
        candidates=(Candidate("title", evil, evil, evil, True, evil),),
    )  # fmt: skip
    shown = "".join(render(article, View(80, Strategy.LOGICAL, colour=False)))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", shown)


def test_the_data_is_what_the_view_shows() -> None:
    found = json.decode(json.encode(data(ARTICLE)))
    assert list(found) == ["source", "blocks", "fields", "metadata", "warnings"]
    assert found["source"]["decoding"] == ARTICLE.decoding
    assert [block["text"] for block in found["blocks"]] == [block.text for block in ARTICLE.blocks]
    assert found["blocks"][0]["role"] == "boilerplate"
    assert list(found["fields"]) == [*FIELDS, "venue"]
    assert found["fields"]["published"]["value"] == "2024-07-02"
    assert [lost["reason"] for lost in found["fields"]["published"]["candidates"]][1] == "a day late"
    assert found["metadata"] == [{"name": "og:site_name", "value": "أخبار النهر"}]


def test_the_data_can_be_narrowed_down() -> None:
    found = data(ARTICLE, Choice(field="dateline"))
    assert list(found) == ["source", "blocks", "fields"]
    assert json.decode(json.encode(found["blocks"]))[0]["text"] == "حلب - سانا"
    assert list(data(ARTICLE, Choice(roles={Role.BODY}))["fields"]) == []  # type: ignore[call-overload]


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_the_contract_can_be_asked_about(field: str) -> None:
    assert hasattr(ARTICLE, field)
    held = values(ARTICLE, field)
    assert bool(held) is bool(getattr(ARTICLE, field))


def test_an_article_without_anything_still_says_where_it_comes_from() -> None:
    empty = Article(source=SourceInfo(None, "text", "utf-8", 0, ""))
    assert next(iter(plain(empty))) == "standard input"
    assert len(list(rows(empty, Choice()))) > len(FIELDS)


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (Block("خبر", path="html > body > p"), "html > body > p"),
        (Block("خبر", line=3, start=1, end=4), "line 3, characters 1 to 4"),
        (Block("خبر"), "place unknown"),
    ],
)
def test_the_place_of_a_block(block: Block, said: str) -> None:
    assert place(block) == said
