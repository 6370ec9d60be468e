"""Evidence adds up: the log-odds of a candidate are the bias and the sum of the parts that are told of it."""

import json
from math import inf, isclose, log
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import PAGES, STORY, TABLES, TEXT, cut, facts

from newscli.weigh import weights
from newscli.weigh.author import AUTHOR, AUTHOR_ODDS, likely_authors
from newscli.weigh.author_lines import author_lines, near_lines
from newscli.weigh.choose import NO_LINE, choose
from newscli.weigh.evidence import AGAINST, BIAS, FOR, Feature, Table, probability

TESTS = Path(__file__).parent.parent
AUTHOR_META = '<meta name="author" content="سالم باوزير">'
LONG = Feature("is long", FOR, lambda lines: [min(1.0, len(line) / 10) for line in lines])
COLON = Feature("ends in a colon", AGAINST, lambda lines: [float(line.endswith(":")) for line in lines])
TOY = Table(LONG, COLON)
WEIGHTS = {BIAS: -1.0, "is long": 2.0, "ends in a colon": -3.0}


class TestSums:
    def test_bias_and_weighted_columns_are_the_odds(self):
        assert TOY.weigh(["", "abcde", "abcdefghi:"], 3, WEIGHTS).odds == (-1.0, 0.0, -2.0)

    def test_the_parts_are_told_the_strongest_first_and_none_that_is_nothing(self):
        found = TOY.weigh(["", "abcdefghi:"], 2, WEIGHTS)
        assert found.parts(0) == []
        assert found.parts(1) == [("ends in a colon", -3.0), ("is long", 2.0)]

    def test_a_feature_without_weight_is_not_asked(self):
        asked = Table(Feature("never", FOR, lambda lines: pytest.fail("asked")))
        assert asked.weigh(["a"], 1, {BIAS: 0.5}).odds == (0.5,)

    def test_a_column_of_the_wrong_length_is_an_error(self):
        wrong = Table(Feature("is short of one", FOR, lambda lines: [1.0] * (len(lines) - 1)))
        with pytest.raises(ValueError, match="shorter"):
            wrong.weigh(["a", "b"], 2, {BIAS: 0.0, "is short of one": 1.0})

    def test_no_candidates_no_odds(self):
        assert TOY.weigh([], 0, WEIGHTS).odds == ()


class TestContenders:
    def test_dear_features_are_asked_of_those_alone_who_may_win_by_them(self):
        table = Table(LONG, Feature("is dear", AGAINST, lambda lines: pytest.fail("asked"), dear=True))
        assert table.contenders(["abc", "abcdefghi", "abcdefgh"], 3, {BIAS: 0.0, "is long": 10, "is dear": -2}) == [
            1,
            2,
        ]
        assert table.contenders([], 0, WEIGHTS | {"is dear": -2}) == []

    @given(columns=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1), weight=st.floats(-9, 9))
    def test_the_likeliest_is_always_among_them(self, columns, weight):
        table = Table(
            Feature("is cheap", FOR, lambda rows: [cheap for cheap, _ in rows]),
            Feature("is dear", AGAINST, lambda rows: [dear for _, dear in rows], dear=True),
        )
        given_ = (columns, len(columns), {BIAS: -1.0, "is cheap": 3.0, "is dear": weight})
        odds = table.weigh(*given_).odds
        assert odds.index(max(odds)) in table.contenders(*given_)
        best = table.likeliest(*given_, lambda place: [columns[place]])
        assert best == (odds.index(max(odds)), max(odds))

    @settings(max_examples=60, deadline=None)
    @given(page=PAGES)
    def test_the_headline_is_the_likeliest_of_all_lines(self, page):
        headline = choose(page).headline
        if headline is not None and headline.odds != NO_LINE:  # no line at all, or a formula, «المكلا - سبأ»
            assert headline.odds == max(headline.evidence().odds)
            assert headline.index in (None, headline.lines.indices[headline.evidence().odds.index(headline.odds)])

    def test_the_headline_of_a_labelled_page_is_too(self, shared):
        for path in sorted((shared / "gold" / "html").iterdir())[::5]:
            headline = choose(cut(path.read_bytes().decode("utf-8", "replace"))).headline
            if headline is not None and headline.lines.indices:
                assert headline.odds == max(headline.evidence().odds), path.name


class TestAuthors:
    """Lines that no words can make the writers' credit are not read: reading all of them finds the same."""

    @staticmethod
    def likely(reading):
        found = likely_authors(near_lines(reading.observed, reading.title, list(reading.body)))
        return {index: each.odds for index, each in found.items()}

    @staticmethod
    def all_read(reading):
        lines = author_lines(reading.observed, reading.title, list(reading.body))
        odds = AUTHOR.weigh(lines, len(lines.indices), weights.AUTHOR).odds
        return {index: each for index, each in zip(lines.indices, odds, strict=True) if each > AUTHOR_ODDS}

    @settings(max_examples=60, deadline=None)
    @given(page=PAGES)
    def test_on_pages_of_all_kinds(self, page):
        reading = choose(page)
        if reading.body:
            assert self.likely(reading) == self.all_read(reading)

    @pytest.mark.parametrize("author", ["", AUTHOR_META])
    @pytest.mark.parametrize("credit", ["كتب: سالم باوزير", "سالم *باوزير*", "منى الحداد", "سالم\u200b باوزير"])
    def test_where_the_metadata_name_a_writer_or_do_not(self, author, credit):
        reading = choose(cut(author + STORY.replace("</h1>", f"</h1><div class=author>{credit}</div>")))
        assert self.likely(reading) == self.all_read(reading)

    def test_on_labelled_pages(self, shared):
        for path in sorted((shared / "gold" / "html").iterdir())[::3]:
            reading = choose(cut(path.read_bytes().decode("utf-8", "replace")))
            if reading.body:  # none where the page is in another encoding
                assert self.likely(reading) == self.all_read(reading), path.name


@settings(max_examples=60, deadline=None)
@given(page=PAGES)
def test_the_parts_of_each_block_line_and_page_sum_to_its_odds(page):
    for name, given_, size in facts(page):
        table = getattr(weights, name)
        evidence = TABLES[name].weigh(given_, size, table)
        assert len(evidence.odds) == size
        for index, odds in enumerate(evidence.odds):
            parts = evidence.parts(index)
            assert isclose(odds, table[BIAS] + sum(part for _, part in parts), abs_tol=1e-9)
            assert [abs(part) for _, part in parts] == sorted((abs(part) for _, part in parts), reverse=True)


KINDS = [
    json.loads(line)["input"]
    for path in sorted(TESTS.glob("kinds/*.jsonl"))
    for line in path.read_bytes().split(b"\n")
    if line
]


@settings(max_examples=60, deadline=None)
@given(page=PAGES)
def test_a_column_is_one_number_from_0_to_1_for_each_candidate(page):
    columns_are_shares(page)


def test_the_columns_of_real_forms_are_shares_too():
    for text in KINDS:
        columns_are_shares(cut(text, "html" if "<p" in text else "text"))


def columns_are_shares(page):
    for name, given_, size in facts(page):
        for feature in TABLES[name].features:
            column = feature.column(given_)
            assert len(column) == size, f"{name}: {feature.phrase}"
            assert all(0.0 <= value <= 1.0 for value in column), f"{name}: {feature.phrase}"


@settings(max_examples=60, deadline=None)
@given(text=TEXT)
def test_what_asks_of_markup_says_nothing_of_plain_text(text):
    for name, given_, size in facts(cut(text, "text")):
        for feature in TABLES[name].features:
            assert not feature.markup or list(feature.column(given_)) == [0.0] * size, f"{name}: {feature.phrase}"


def test_a_page_with_a_story_gives_candidates_for_every_table():
    assert {name for name, _, _ in facts(cut(STORY))} == set(TABLES)


@given(odds=st.floats(-20, 20))
def test_a_probability_says_its_log_odds(odds):
    chance = probability(odds)
    assert 0.0 < chance < 1.0
    assert isclose(log(chance / (1 - chance)), odds, abs_tol=1e-6)
    assert isclose(chance + probability(-odds), 1.0)


def test_no_log_odds_are_too_great():
    assert probability(-inf) < 1e-9
    assert probability(inf) > 1 - 1e-9
