"""No page that parsing calls Arabic is passed over, however it is written; pages in other tongues are."""

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newscli
from benchmarks.archive import TONGUES, page, records
from newscli.model import Source
from newscli.read.script import can_be_arabic
from tests.texts import BODY, TITLE

PARAGRAPHS = "".join(f"<p>{one}</p>" for one in BODY)
HTML = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>"


def numbered(form):
    """Each Arabic letter as a number in this form."""
    return lambda text: "".join(form.format(ord(sign)) if sign > "\u05ff" else sign for sign in text).encode()


def encoded(charset):
    return lambda text: text.encode(charset, "xmlcharrefreplace")


WAYS = {
    **{charset: encoded(charset) for charset in (
        "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso-8859-6", "ascii",
        "iso-8859-1", "cp1252",
    )},
    "decimal": numbered("&#{};"), "padded": numbered("&#00{};"), "no semicolon": numbered("&#{} "),
    "hexadecimal": numbered("&#x{:04x};"), "upper": numbered("&#X{:X};"), "stray": lambda text: text.encode() + b"\xff",
    "cut": lambda text: text.encode()[:-1],
}  # fmt: skip


def is_arabic(data):
    try:
        return newscli.parse(data).language == "ar"
    except newscli.NewsError:
        return False


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("charset", [None, "utf-8", "iso-8859-1", "windows-1252", "windows-1256", "nonsense"])
def test_an_arabic_page_passes_in_any_encoding_and_whatever_is_declared(way, charset):
    data = WAYS[way](HTML)
    assert is_arabic(data) or way in ("utf-32", "no semicolon")
    assert can_be_arabic(Source(data, charset=charset))


def test_a_story_in_the_statements_alone_passes():
    story = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": " ".join(BODY)})
    assert "\\u06" in story
    data = f'<html><head><script type="application/ld+json">{story}</script></head><body>x</body></html>'.encode()
    assert can_be_arabic(Source(data))


@pytest.mark.parametrize(
    "statement",
    [
        '<html lang="ar">', "<html lang=ar>", '<html lang="AR-sa">', '<meta property="og:locale" content="ar_AR">',
        "<meta http-equiv='content-language' content='ar'>", '<script>{"inLanguage":"ar"}</script>',
    ],
)  # fmt: skip
def test_a_page_that_states_arabic_passes(statement):
    data = f"{statement}<body><h1>News</h1><p>Nothing here.</p></body>".encode()
    assert can_be_arabic(Source(data))


@pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("sample", ["labelled", "twins"])
def test_no_labelled_page_is_lost(shared, sample, every):
    folders = {"labelled": ["gold/html", "gold/text", "gold/dump", "gold/not-articles"], "twins": ["twins/html"]}
    paths = sorted(path for folder in folders[sample] for path in (shared / folder).rglob("*") if path.is_file())
    arabic = 0
    for path in paths[::every]:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        if not is_arabic(data):
            continue
        arabic += 1
        text = data.decode(newscli.parse(data).source.encoding, "replace")
        lost = [way for way, write in WAYS.items() if not can_be_arabic(Source(write(text)))]
        assert not lost, path
    assert arabic > 20


@given(
    st.lists(
        st.sampled_from(
            [*"ابتسقلم", "خبر ", "ميناء المكلا ", " ", "12", "port ", "é", "и", "，", "<p>", "</p>", "<h1>", "</h1>"],
        ),
        max_size=60,
    ),
    st.sampled_from(["utf-8", "cp1256", "utf-16"]),
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_what_parsing_calls_arabic_passes(pieces, charset):
    data = "".join(pieces).encode(charset, "xmlcharrefreplace")
    assert can_be_arabic(Source(data)) or not is_arabic(data)


@pytest.mark.parametrize(("language", "charset", "sentence"), TONGUES)
def test_pages_in_other_tongues_are_passed_over(language, charset, sentence):
    import random

    link = '<a href="/ar" title="العربية">العربية</a>' if charset == "utf-8" else ""
    data = page(sentence, [f"{sentence} {link}"], language, charset, random.Random(1))
    assert not can_be_arabic(Source(data, charset=charset))
    assert not can_be_arabic(Source(data))


def test_an_archive_is_passed_over_and_counted_unless_all_languages_are_wanted(newscli, tmp_path):
    pytest.importorskip("fastwarc")
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(records(range(40, 80), {})))

    def rows(*options):
        done = newscli("export", path, *options)
        return [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    kept, told = rows()
    assert [one["language"] for one in kept] == ["ar"] * 4
    assert "36 a page that cannot be Arabic" in told
    every, told = rows("--all-languages")
    assert len(every) == 40
    assert [one for one in every if one["language"] == "ar"] == kept
    assert "cannot be Arabic" not in told
    english, _ = rows("--lang", "en")
    assert {one["language"] for one in english} == {"en"}
    newscli("export", path, "--parts", "-o", tmp_path / "out")
    assert len((tmp_path / "out" / "crawl.jsonl").read_text().splitlines()) == 4
    report = json.loads((tmp_path / "out" / "crawl.report.json").read_text())
    assert report["passed_over"] == {"a page that cannot be Arabic": 36}
    assert report["read"] == 4
