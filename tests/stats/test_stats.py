"""An export in numbers: counted once, whatever the format, and drawn as one page that needs nothing else."""

import json
import re
from html.parser import HTMLParser

import pytest

from newscli.batch.output import Output
from newscli.export import registry
from newscli.export.format import Settings
from newscli.export.json import FORMAT
from newscli.stats.count import count
from newscli.stats.page import page


def article(number, day="2024-01-02", site=None, agency=None, words=60, **values):
    source = {"path": f"{number}", "format": "text", "encoding": "utf-8", "bytes": 0, "sha256": f"{number:064}"}
    credits = [{"role": "agency", "name": agency, "text": agency, "url": None}] if agency else []
    return {
        "schema": "newscli/article/1", "title": "خبر", "body": "كلمة " * words, "published": day, "site": site,
        "attribution": credits, "language": "ar", "source": source, **values,
    }  # fmt: skip


ROWS = [
    article(1, "2024-01-02T10:00", "البيدر", "رويترز"),
    article(2, "2024-01-02", "البيدر", "رويتر", words=500),
    article(3, "2024-01-05", "الأفق", "د ب أ", byline={"text": None, "authors": ["سمر علي"]}),
    article(4, None, None, duplicate_of="1", dateline={"text": "عدن", "places": ["عدن"], "sources": [], "date": None}),
    article(5, words=0),
]


def test_articles_are_counted():
    found = count(ROWS)
    assert (found.articles, found.storyless, found.duplicates, found.undated) == (5, 1, 1, 1)
    assert found.days == (("2024-01-02", 2), ("2024-01-03", 0), ("2024-01-04", 0), ("2024-01-05", 1))
    assert found.outlets == (("البيدر", 2), ("الأفق", 1))
    assert found.agencies == (("رويترز", 2), ("وكالة الأنباء الألمانية", 1))
    assert found.agencies_by_outlet == (("رويترز", "البيدر", 2), ("وكالة الأنباء الألمانية", "الأفق", 1))
    assert (found.places, found.authors, found.languages) == ((("عدن", 1),), (("سمر علي", 1),), (("ar", 4),))
    assert dict(found.lengths) == {
        "0-50": 0,
        "50-100": 3,
        "100-200": 0,
        "200-400": 0,
        "400-800": 1,
        "800-1600": 0,
        "1600+": 0,
    }
    assert found.words == (60, 60, 60, 60, 500)
    assert dict(found.missing)["byline"] == 3


def test_years_without_articles_are_not_filled_in_and_no_day_is_none():
    found = count(
        [article(1, "2004-05-01"), article(2, "2020-05-01"), article(3, "2020-05-02"), article(4, "2020-13-77")]
    )
    assert found.days == (("2004-05-01", 1), ("2020-05-01", 1), ("2020-05-02", 1))


def test_nothing_is_counted_too():
    found = count([])
    assert (found.articles, found.days, found.words) == (0, (), (0, 0, 0, 0, 0))
    assert "<svg" in page(found, "x")


class Checked(HTMLParser):
    """A page whose tags close in order."""

    def __init__(self):
        super().__init__()
        self.open, self.texts = [], []

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def test_the_page_stands_alone_and_is_set_from_the_right():
    hostile = article(9, site="<script>alert(1)</script>", agency='"><b>')
    text = page(count([*ROWS, hostile]), "a<b.jsonl")
    parsed = Checked()
    parsed.feed(re.sub(r"<(\w+)([^<>]*)/>", r"<\1\2></\1>", text))
    assert parsed.open == []
    assert '<html lang="ar" dir="rtl">' in text
    assert not re.search(r"<script|(?:src|href)=|url\(|@import|<b>", text)
    assert {"البيدر", "رويترز", "عدن", "سمر علي", "<script>alert(1)</script>"} <= set(parsed.texts)
    assert text.count("<svg") == 9


def test_any_export_gives_the_same_numbers(newscli, samples, tmp_path):
    for name in ("a.jsonl", "a.json", "a.csv", "a.db", "a.parquet"):
        newscli("export", samples, "-o", tmp_path / name)
    found = [
        newscli("stats", tmp_path / name, "--json") for name in ("a.jsonl", "a.json", "a.csv", "a.db", "a.parquet")
    ]
    assert {done.returncode for done in found} == {0}
    assert len({done.stdout for done in found}) == 1
    assert json.loads(found[0].stdout)["articles"] == 14
    both = newscli("stats", tmp_path / "a.jsonl", tmp_path / "a.db", "--json")
    assert json.loads(both.stdout)["articles"] == 28


def test_lists_are_shown_with_bars(newscli, tmp_path):
    rendering = FORMAT.rendering(Settings())
    (tmp_path / "a.jsonl").write_bytes(b"".join(map(rendering.row, ROWS)))
    lines = newscli("stats", "a.jsonl", "--most", 1, cwd=tmp_path).stdout.splitlines()
    assert lines[0] == "       5  articles (2024-01-02 to 2024-01-05)"
    at = lines.index("Agencies")
    assert lines[at + 1 : at + 3] == [f"       2  {'█' * 24}  رويترز", "          1 other"]


@pytest.mark.parametrize(
    ("data", "says"),
    [("خبر", "is no export of newscli"), ('{"a": 1, "b": 2}', "html nor text"), ('{"text": "x"}', "is no export")],
)
def test_what_is_no_export_says_so(newscli, tmp_path, data, says):
    (tmp_path / "a").write_text(data, "utf-8")
    done = newscli("stats", tmp_path / "a")
    assert done.returncode == 1
    assert says in done.stderr


@pytest.mark.parametrize(
    ("name", "damage", "says"),
    [
        ("a.jsonl", lambda data: data + b'{"title": \n', "a.jsonl#6: is no valid JSON"),
        ("a.json", lambda data: data[:-9], "is no valid JSON (Input data was truncated)"),
        ("a.csv", lambda data: b"one,two\n1,2\n", "is no export of newscli"),
        ("a.parquet", lambda data: data[:40] + b"\0" * 200 + data[240:], "is no readable Parquet"),
        (
            "a.db",
            lambda data: data[:8192] + b"\xff" * (len(data) - 8192),
            "is no archive of newscli (database disk image is malformed)",
        ),
    ],
)
def test_an_export_that_is_damaged_says_so(newscli, tmp_path, name, damage, says):
    pytest.importorskip("pyarrow")
    path = tmp_path / name
    with Output(str(path), registry.by_file(str(path)), Settings()) as output:
        for row in ROWS:
            output.write(row)
    path.write_bytes(damage(path.read_bytes()))
    done = newscli("stats", path)
    assert done.returncode == 1
    assert says in done.stderr
