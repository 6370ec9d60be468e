"""What a query means, and what is said of one that means nothing."""

import json
import re
import sqlite3
from contextlib import closing, suppress

import pytest

from newscli.errors import UsageError
from newscli.export import registry
from newscli.export.format import Settings
from newscli.search import find
from newscli.search.find import Archive, snippet_of
from newscli.search.query import read_query

NOTHING = {}.get


def query(text, **counts):
    return read_query(text, lambda word: counts.get(word, 0))


def words(text, **counts):
    return [(term.forms, term.rest) for term in query(text, **counts).terms]


def test_only_forms_that_the_index_has_are_asked_for():
    assert words("بيروت", بيروت=5, وبيروت=1, يروت=0) == [(("بيروت", "وبيروت"), ())]
    assert words("بيروت") == [(("بيروت",), ())]


def test_a_prefix_of_the_query_is_taken_off_where_the_rest_is_commoner():
    assert words("ببيروت", ببيروت=3, بيروت=50)[0][0] == ("ببيروت", "بيروت")
    assert words("وزير", وزير=50, زير=1) == [(("وزير",), ())]
    assert words("للسعودية", للسعوديه=3, سعوديه=50)[0][0] == ("للسعوديه", "سعوديه")


def test_signs_of_a_query():
    found = query('"مجلس الأمن" -كوريا انتخاب* place:عدن مطار OR ميناء')
    assert [(t.forms[0], t.rest, t.prefix, t.field, t.without, t.either) for t in found.terms] == [
        ("مجلس", ("امن",), False, None, False, False), ("كوريا", (), False, None, True, False),
        ("انتخاب", (), True, None, False, False), ("عدن", (), False, "place", False, False),
        ("مطار", (), False, None, False, False), ("ميناء", (), False, None, False, True),
    ]  # fmt: skip
    assert query("وكالة:سبأ by:علي").terms[0].field == "agency"
    assert query("وكالة:سبأ by:علي").terms[1].field == "author"


def test_days_of_a_query():
    found = query("حرب since:2024-01 until:٢٠٢٤-٠٢-٢٩")
    assert (found.since, found.until, len(found.terms)) == ("2024-01", "2024-02-29", 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "asks for nothing"), ("-حرب", "asks for nothing"), ("؟!", "asks for nothing"),
        ("-حرب since:2024", "asks for nothing"), ("nope:x", "unknown field 'nope'"),
        ("since:yesterday x", "is no day"), ("since:2024-13 x", "is no day"), ("until:2024-02-30 x", "is no day"),
    ],
)  # fmt: skip
def test_what_is_no_query_says_why(text, says):
    with pytest.raises(UsageError, match=says) as caught:
        query(text)
    assert caught.value.advice


@pytest.mark.parametrize(
    "text",
    ['"', "'", '"""', 'a"b', "(", ")", "a AND", "NEAR(a b)", "^a", "a*b", ":", "a:", "{a}", "\0", "-", "*", "أ" * 5000],
)
def test_no_sign_breaks_a_query(text, archive):
    with suppress(UsageError):
        archive.search(text)


# An archive


def article(path, title, body, day=None, place=None, agency=None, **values):
    source = {"path": path, "format": "text", "encoding": "utf-8", "bytes": 0, "sha256": path}
    credits = [{"role": "agency", "name": agency, "text": agency, "url": None}] if agency else []
    dateline = {"text": place, "places": [place], "sources": [], "date": None} if place else None
    return {"title": title, "body": body, "published": day, "dateline": dateline, "attribution": credits,
            "source": source} | values  # fmt: skip


ARTICLES = [
    article(
        "a",
        "ميناء عدن يستقبل سفينة",
        "وصلت السفينة إلى الميناء.\n\nوقال المدير إن المسؤولين سعداء.",
        "2024-01-31",
        "عدن",
        "سبأ",
    ),
    article(
        "b",
        "سفينة في بيروت",
        "رست السفينة في مرفأ بيروت، ولم تصل إلى عدن.",
        "2024-02-01T10:00+02:00",
        "بيروت",
        "رويترز",
    ),
    article("c", "خبر بلا تاريخ", "قال مسئول في وكالة رويترز إن الرِّحْلة ألغيت.", url="https://example.org/c"),
    article("d", "زير النساء", "رواية عن زير قديم.", "2023-12-31"),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "a.db"
    writer = registry.named("sqlite").file(str(path), Settings())
    for row in ARTICLES:
        writer.write(row)
    writer.close()
    return path


@pytest.fixture(scope="module")
def archive(path):
    with Archive(str(path)) as archive:
        yield archive


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("عدن", "ab"), ("place:عدن", "a"), ("agency:رويترز", "b"), ("رويترز", "bc"), ("مكان:بيروت", "b"),
        ("سفينة since:2024-02", "b"), ("سفينة until:2024-01", "a"), ("since:2024", "ba"), ("until:2023", "d"),
        ("since:2024-01-31 until:2024-02-01", "ba"), ("المسؤولين", "a"), ("مسؤول", "c"), ("رحلة", "c"),
        ('"ميناء عدن"', "a"), ('"عدن ميناء"', ""), ("سفينة -بيروت", "a"), ("ميناء OR مرفأ", "ab"),
        ("title:سفينه", "ab"), ("text:زير", "d"), ("since:2030", ""), ("مسؤول*", "ac"),
    ],
)  # fmt: skip
def test_an_archive_answers(text, found, archive):
    hits = archive.search(text).hits
    assert (sorted if "since" not in text else list)(hit.path for hit in hits) == list(found)


def test_a_hit_shows_the_words_of_the_source(archive):
    [hit] = archive.search("الرحله").hits
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["الرِّحْلة"]
    [hit] = archive.search("place:عدن عدن").hits
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["عدن"]
    assert (hit.published, hit.places, hit.credits, hit.url) == ("2024-01-31", ("عدن",), ("سبأ",), None)


def test_a_snippet_is_cut_at_words_around_the_most_hits():
    text = "كلمة " * 100 + "هدف ثم كلام آخر هدف. " + "كلمة " * 100
    snippet, marks = snippet_of(text, query("هدف"))
    assert [snippet[start:end] for start, end in marks] == ["هدف", "هدف"]
    assert snippet.startswith("… كلمة")
    assert snippet.endswith("كلمة …")
    assert len(snippet) < 250
    assert snippet_of("نص قصير", query("غيره")) == ("نص قصير", ())


def test_an_interrupted_archive_can_be_asked(tmp_path):
    writer = registry.named("sqlite").file(str(tmp_path / "a.partial.db"), Settings())
    for row in ARTICLES:
        writer.write(row)
    writer.stop()
    with Archive(str(tmp_path / "a.partial.db")) as archive:
        assert sorted(hit.path for hit in archive.search("بيروت").hits) == ["b"]
        assert sorted(hit.path for hit in archive.search("السفينة").hits) == ["a", "b"]
        assert [hit.path for hit in archive.search("since:2024").hits] == ["b", "a"]


# The command


def test_search_prints_hits_and_is_1_without_one(newscli, path):
    done = newscli("search", "السفينه بيروت", path)
    assert done.returncode == 0
    assert done.stdout.splitlines()[:3] == [
        "1. سفينة في بيروت", "   2024-02-01 · بيروت · رويترز", "   رست السفينة في مرفأ بيروت، ولم تصل إلى عدن.",
    ]  # fmt: skip
    assert done.stdout.splitlines()[-1] == "1 article"
    done = newscli("search", "لاشيء", path)
    assert (done.returncode, done.stdout, done.stderr) == (1, "0 articles\n", "")


def test_search_as_json_and_in_colour(newscli, path):
    hits = [json.loads(line) for line in newscli("search", "سفينة", path, "--json", "--limit", 1).stdout.splitlines()]
    assert len(hits) == 1
    assert hits[0]["snippet"]
    shown = newscli("search", "سفينة", path, "--color", "--bidi", "logical").stdout
    assert re.search(r"\x1b\[[0-9;]+mسفينة\x1b\[0m", shown)


def test_what_is_no_archive_says_so(newscli, tmp_path, samples):
    for path, says in ((tmp_path / "no.db", "no such file"), (samples / "column.txt", "is no archive of newscli")):
        done = newscli("search", "x", path)
        assert (done.returncode, says in done.stderr) == (1, True)
    assert newscli("search", "nope:x", samples / "column.txt").returncode == 1


def article_at(path):
    return ARTICLES[0] | {"source": ARTICLES[0]["source"] | {"path": path, "sha256": path}}


def archived(folder, *rows):
    writer = registry.named("sqlite").file(str(folder / "few.db"), Settings())
    for row in rows:
        writer.write(row)
    writer.close()
    return str(folder / "few.db")


def test_an_archive_that_is_damaged_says_so(newscli, path, tmp_path):
    damaged = tmp_path / "a.db"
    damaged.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(damaged)) as base, base:
        base.execute("ALTER TABLE articles RENAME COLUMN published TO day")
    done = newscli("search", "سفينة since:2024", damaged)
    assert (done.returncode, done.stdout) == (1, "")
    assert "a.db: cannot be searched (no such column: published)" in done.stderr
    assert "Export the archive anew" in done.stderr


def test_of_very_many_matches_the_last_that_were_added_are_given(tmp_path, monkeypatch):
    monkeypatch.setattr(find, "MOST", 3)
    path = archived(tmp_path, *(article_at(str(number)) for number in range(9)))
    with Archive(path) as archive:
        found = archive.search("السفينة", limit=2)
    assert (found.total, [hit.path for hit in found.hits]) == (3, ["8", "7"])


def test_an_archive_without_days_has_none_since_a_day(tmp_path):
    with Archive(archived(tmp_path, article_at("a") | {"published": None})) as archive:
        assert archive.search("السفينة").total == 1
        assert archive.search("السفينة since:2001").total == archive.search("since:2001").total == 0


def test_the_first_hit_is_opened(newscli, path, tmp_path):
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    browser.chmod(0o755)
    done = newscli("search", "رحلة", path, "--open", env={"BROWSER": f"{browser} %s"})
    assert (done.returncode, (tmp_path / "opened").read_text()) == (0, "https://example.org/c\n")
    done = newscli("search", "عدن", path, "--open")
    assert (done.returncode, "cannot be opened" in done.stderr) == (1, True)
