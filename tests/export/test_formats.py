"""Every format holds what the articles say, in a form that its readers take."""

import csv
import io
import json
import shutil
import sqlite3
import subprocess
from importlib.metadata import EntryPoint

import jsonschema
import pytest

import newscli
from newscli.arabic.lookup import lookup_words
from newscli.errors import UsageError
from newscli.export import registry
from newscli.export.csv import COLUMNS
from newscli.export.entry import entry
from newscli.export.format import Format, Rendering, Settings
from newscli.export.names import Names, safe
from newscli.export.ninjs import item
from newscli.export.schema import schema

SUFFIXES = (".txt", ".html")


@pytest.fixture(scope="module")
def rows(samples):
    """The samples as rows, their blocks with them."""
    paths = sorted(path for path in samples.iterdir() if path.suffix in SUFFIXES)
    return [json.loads(newscli.parse_file(path).to_json(blocks=True)) for path in paths]


def rendered(name, rows, **settings):
    """What a format writes for these rows, as one stream."""
    rendering = registry.named(name).rendering(Settings(**settings))
    return rendering.head + rendering.between.join(map(rendering.row, rows)) + rendering.tail


def written(name, rows, path, **settings):
    """A file that a format wrote."""
    writer = registry.named(name).file(str(path), Settings(**settings))
    for row in rows:
        writer.write(row)
    writer.close()
    return path


def test_every_format_is_found_by_name_and_by_the_name_of_a_file():
    assert registry.names()[:3] == ("jsonl", "json", "csv")
    for path, name in (("a.DB", "sqlite"), ("a.ninjs.json", "ninjs"), ("a.json", "json"), ("a.md", "markdown")):
        assert registry.by_file(path).name == name
    assert registry.by_file("a.unknown") is None
    with pytest.raises(UsageError, match="unknown format"):
        registry.named("docx")


def test_another_package_adds_a_format(monkeypatch, rows):
    mine = Format("titles", "titles alone", (".titles",), rendering=lambda settings: Rendering(lambda row: b"-"))
    points = [EntryPoint("titles", "somewhere:FORMAT", registry.GROUP), EntryPoint("bad", "nowhere:X", registry.GROUP)]
    monkeypatch.setattr(EntryPoint, "load", lambda point: {"titles": mine, "bad": 7}[point.name])

    def entry_points(*, group, name=None):
        return [point for point in points if name in (None, point.name)]

    monkeypatch.setattr("importlib.metadata.entry_points", entry_points)
    registry._added.cache_clear()
    try:
        assert registry.names()[-2:] == ("bad", "titles")
        assert registry.named("titles") is mine
        with pytest.raises(UsageError, match="'bad' is none"):
            registry.named("bad")
    finally:
        registry._added.cache_clear()


# JSON and what is made of it


def test_json_is_valid_and_an_array(rows):
    validator = jsonschema.Draft202012Validator(schema())
    for row in json.loads(rendered("json", [*rows, rows[0] | {"duplicate_of": "x", "similarity": 0.9}])):
        validator.validate(row)
    assert [json.loads(line) for line in rendered("jsonl", rows).splitlines()] == rows


def test_ninjs_keeps_to_the_schema_of_the_iptc(rows, shared):
    text = (shared / "schemas" / "ninjs-schema_3.1.json").read_text("utf-8")
    validator = jsonschema.Draft202012Validator(json.loads(text), format_checker=jsonschema.FormatChecker())
    for line in rendered("ninjs", rows).splitlines():
        validator.validate(json.loads(line))


def test_ninjs_never_fills_up_a_date(rows):
    base = rows[0]
    assert "contentCreated" not in item(base | {"published": "2024-07-02"})
    assert "2024-07-02" in item(base | {"published": "2024-07-02"})["edNote"]
    assert item(base | {"published": "2024-07-02T10:15+03:00"})["contentCreated"] == "2024-07-02T10:15:00+03:00"


def test_json_ld_is_a_news_article(rows):
    for line, row in zip(rendered("jsonld", rows).splitlines(), rows, strict=True):
        found = json.loads(line)
        assert (found["@context"], found["@type"]) == ("https://schema.org", "NewsArticle")
        assert found.get("headline") == row["title"]
        assert found.get("articleBody", "") == row["body"]


# Tables


def read_csv(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_the_columns_of_the_articles(rows):
    data = rendered("csv", rows, bom=True)
    assert data.startswith(b"\xef\xbb\xbf")
    table = read_csv(data)
    assert [line["title"] for line in table] == [row["title"] or "" for row in rows]
    assert [line["body"] for line in table] == [row["body"] for row in rows]
    assert [line["sha256"] for line in table] == [row["source"]["sha256"] for row in rows]


@pytest.mark.parametrize("text", ["=1+1", "+961 1", "-5 درجات", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_a_formula(rows, text):
    [line] = read_csv(rendered("csv", [rows[0] | {"title": text}]))
    assert line["title"] == f"'{text}"
    [line] = read_csv(rendered("csv", [rows[0] | {"title": text}], guard=False))
    assert line["title"] == text


def test_csv_reads_back_what_its_columns_hold(rows, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(rendered("csv", [row | {"title": "=1"} for row in rows], bom=True))
    for one, row in zip(registry.named("csv").rows(str(path)), rows, strict=True):
        assert one["title"] == "=1"
        assert one["body"] == row["body"]
        found, wanted = entry(one), entry(row)
        assert (found.authors, found.places, found.outlets) == (wanted.authors, wanted.places, wanted.outlets)


@pytest.mark.parametrize("name", ["sqlite", "parquet"])
@pytest.mark.parametrize("blocks", [False, True])
def test_a_round_trip_loses_nothing(name, blocks, rows, tmp_path):
    wanted = rows if blocks else [{key: value for key, value in row.items() if key != "blocks"} for row in rows]
    wanted[1] |= {"duplicate_of": "x", "similarity": 0.5}
    path = written(name, wanted, tmp_path / "a")
    found = list(registry.named(name).rows(str(path)))
    assert found == wanted
    assert rendered("jsonl", found) == rendered("jsonl", wanted)


def test_a_round_trip_of_all_gold_loses_nothing(shared, tmp_path):
    labels = (shared / "gold" / "articles.jsonl").read_text("utf-8").splitlines()
    paths = [shared / "gold" / json.loads(line)["input"] for line in labels]
    rows = [json.loads(newscli.parse_file(path).to_json()) for path in paths]
    text = (shared / "schemas" / "ninjs-schema_3.1.json").read_text("utf-8")
    validator = jsonschema.Draft202012Validator(json.loads(text), format_checker=jsonschema.FormatChecker())
    for row in rows:
        validator.validate(item(row))
    for name in ("sqlite", "parquet"):
        assert list(registry.named(name).rows(str(written(name, rows, tmp_path / name)))) == rows


def test_parquet_is_read_by_duckdb_and_pandas(rows, tmp_path):
    duckdb, pandas = pytest.importorskip("duckdb"), pytest.importorskip("pandas")
    path = written("parquet", rows, tmp_path / "a.parquet")
    titles = [row["title"] for row in rows]
    assert [title for (title,) in duckdb.sql(f"SELECT title FROM '{path}'").fetchall()] == titles
    [(places,)] = duckdb.sql(f"SELECT count(*) FROM (SELECT unnest(dateline.places) FROM '{path}')").fetchall()
    assert places == sum(len(entry(row).places) for row in rows)
    read = pandas.read_parquet(path)["title"]
    assert [title if isinstance(title, str) else None for title in read] == titles


def test_sqlite_answers_sql(rows, tmp_path):
    base = sqlite3.connect(written("sqlite", rows, tmp_path / "a.db"))
    [(credits,)] = base.execute("SELECT count(*) FROM credits WHERE role = 'agency'")
    assert credits == sum(len(entry(row).agencies) for row in rows)
    places = {place for (place,) in base.execute("SELECT value FROM articles, json_each(dateline, '$.places')")}
    assert places == {place for row in rows for place in entry(row).places}
    [(blocks,)] = base.execute("SELECT count(*) FROM blocks")
    assert blocks == sum(len(row["blocks"]) for row in rows)
    words = " ".join(lookup_words(rows[1]["title"]))
    assert base.execute("SELECT rowid FROM search WHERE search MATCH ?", (f'title:"{words}"',)).fetchall() == [(2,)]


def test_the_same_bytes_are_one_article_that_is_renewed(rows, tmp_path):
    path = written("sqlite", [*rows, rows[1] | {"title": "عنوان جديد", "attribution": []}], tmp_path / "a.db")
    found = list(registry.named("sqlite").rows(str(path)))
    assert len(found) == len(rows)
    assert (found[1]["title"], found[1]["attribution"]) == ("عنوان جديد", [])
    base = sqlite3.connect(path)
    old = " ".join(lookup_words(rows[1]["title"]))
    assert base.execute("SELECT rowid FROM search WHERE search MATCH ?", (f'title:"{old}"',)).fetchall() == []


# Text


def test_markdown_has_front_matter_and_shows_the_text_as_it_is(rows):
    row = rows[0] | {
        "disclaimer": None,
        "title": "5 * 3 = _15_",
        "body": "1. أولا\n\n- ثانيا\n\n# ثالثا\n\n<b>رابعا</b>",
    }
    text = rendered("markdown", [row]).decode()
    front, _, rest = text.removeprefix("---\n").partition("\n---\n")
    assert json.loads(dict(line.split(": ", 1) for line in front.splitlines())["title"]) == row["title"]
    html = pytest.importorskip("markdown_it").MarkdownIt().render(rest)
    assert "<h1>5 * 3 = _15_</h1>" in html
    assert not [tag for tag in ("<ol", "<ul", "<b>", "<strong>") if tag in html]
    assert html.count("<h1>") == 1


def test_plain_text_is_the_article(rows):
    text = rendered("txt", rows[:2]).decode()
    assert rows[0]["title"] in text
    assert rows[1]["body"].split("\n\n")[-1] in text
    assert text.count("* * *") == 1


def test_a_newspaper_has_a_page_an_article_and_an_index(rows, tmp_path):
    hostile = rows[0] | {"title": '<script>alert("x")</script>', "url": "javascript:alert(1)"}
    writer = registry.named("html").folder(str(tmp_path), Settings())
    for row in [*rows, hostile]:
        writer.write(row)
    writer.close()
    pages = sorted((tmp_path / "articles").iterdir())
    assert len(pages) == len(rows) + 1
    index = (tmp_path / "index.html").read_text("utf-8")
    assert index.count("<article") == len(pages)
    for page in [index, *(path.read_text("utf-8") for path in pages)]:
        assert 'dir="rtl"' in page
        assert "<script" not in page
        assert "javascript:" not in page


# Names of files


@pytest.mark.parametrize(
    "name", ["../../x", "..\\..\\x", "/etc/x", "a\0x", "C:\\x", "x" * 500, "خ" * 500, ".", "..", ".x"]
)
def test_no_name_leads_out_of_its_folder(name, tmp_path):
    found = safe(name) or "article"
    path = tmp_path / f"{found}.json"
    path.write_text("x")
    assert path.resolve().parent == tmp_path
    assert not found.startswith(".")


def test_no_name_is_given_twice(rows):
    names = Names("{site}-{title}")
    found = [names.of(entry(row)) for row in [rows[0], rows[0], rows[0] | {"title": rows[0]["title"].upper()}] * 2]
    assert len({name.casefold() for name in found}) == 6
    with pytest.raises(UsageError, match="unknown name 'nope'"):
        Names("{nope}")


@pytest.mark.slow
def test_libreoffice_finds_the_columns(rows, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    hostile = [row | {"title": '=HYPERLINK("http://x")', "subtitle": 'سطر\nآخر, «به» "علامات"'} for row in rows[:2]]
    (tmp_path / "a.csv").write_bytes(rendered("csv", [*rows, *hostile], bom=True))
    call = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    there = [*call, "--infilter=CSV:44,34,76,1", "--convert-to", "xlsx", "a.csv"]  # UTF-8, as its dialogue proposes
    back = [*call, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", "back", "a.xlsx"]
    for each in (there, back):
        subprocess.run(each, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    found = read_csv((tmp_path / "back" / "a.csv").read_bytes())
    assert list(found[0]) == [name for name, _, _ in COLUMNS]
    assert [line["title"] for line in found] == [row["title"] or "" for row in rows] + ["'" + hostile[0]["title"]] * 2
    assert [line["body"] for line in found] == [row["body"] for row in [*rows, *hostile]]
    assert found[-1]["subtitle"] == hostile[0]["subtitle"]
