"""Forty queries in other spellings than the texts', asked of all gold and wire stories.

Each has a pattern of what stands in the texts, harakat and tatweel taken away: every story that it fits must be found,
and no other may be. The patterns are written by hand and know nothing of how the index folds words.
"""

import gzip
import json
import re

import pytest

import newscli
from newscli.export import registry
from newscli.export.format import Settings
from newscli.search import find
from newscli.search.find import Archive

HARAKAT = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")


def word(stem):
    """A word with whatever may be written before it."""
    return rf"(?<![^\W_])(?:[وف]?[بلك]?(?:ال)?|[وف]?لل)(?:{stem})(?![^\W_])"


def all_of(*stems):
    """Texts that hold each of the words."""
    return r"\A" + "".join(f"(?=.*{word(stem)})" for stem in stems)


TABLE = [
    # spelling
    ("الجزاير", word("جزائر|جزاير")),
    ("جزائر", word("جزائر|جزاير")),
    ("الأردن", word("[أا]ردن")),
    ("اردن", word("[أا]ردن")),
    ("إيران", word("[إا]يران")),
    ("ايران", word("[إا]يران")),
    ("مسئول", word("مس[ؤئ]ول")),
    ("مسؤول", word("مس[ؤئ]ول")),
    ("شئون", word("ش[ؤئ][وؤ]ن")),
    ("القاهره", word("قاهر[ةه]")),
    ("قاهرة", word("قاهر[ةه]")),
    ("غزه", word("غز[ةه]")),
    ("مصطفي", word("مصطف[ىي]")),
    ("مستشفي", word("مستشف[ىي]")),
    ("المستشفى", word("مستشف[ىي]")),
    ("الحُوثِيّ", word("حوث[ىي]")),
    ("الحــوثي", word("حوث[ىي]")),
    ("٢٠١٨", word("2018|٢٠١٨")),
    ("آسيا", word("[آأا]سيا")),
    ("CNN", r"(?i)(?<![^\W_])(?:[وفبل])?cnn(?![^\W_])"),
    # prefixes, on either side
    ("بيروت", word("بيروت")),
    ("ببيروت", word("بيروت")),
    ("والجزائر", word("جزائر|جزاير")),
    ("لبنان", word("لبنان")),
    ("بلبنان", word("لبنان")),
    ("وفلسطين", word("فلسطين")),
    ("للسعودية", word("سعودي[ةه]")),
    ("بوتين", word("بوتين")),
    ("وزير", word("وزير")),
    ("الولايات", word("ولايات")),
    ("بالكويت", word("كويت")),
    # several words, phrases, beginnings, without, either
    ("ترامب بوتين", all_of("ترامب", "بوتين")),
    ("ايران سوريه", all_of("[إا]يران", "سوري[ةه]")),
    ('"مجلس الامن"', word("مجلس") + r"[\W_]+" + word("[أا]من")),
    ("«وزارة الخارجيه»", word("وزار[ةه]") + r"[\W_]+" + word("خارجي[ةه]")),
    ("انتخاب*", r"(?<![^\W_])(?:[وف]?[بلك]?(?:ال)?|[وف]?لل)[إا]نتخاب"),
    ("ترامب -كوريا", all_of("ترامب") + f"(?!.*{word('كوريا')})"),
    ("بيروت OR عمّان", word("بيروت|عمان")),
    ("title:السعوديه", "title:" + word("سعودي[ةه]")),
    ("غزه since:2018-05 until:2018-05-20", "2018-05:" + word("غز[ةه]")),
]


@pytest.fixture(scope="module")
def stories(shared):
    """Rows of all wire and gold stories."""
    found = []
    with gzip.open(shared / "wire" / "stories.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            one = json.loads(line)
            source = {"path": one["id"], "format": "text", "encoding": "utf-8", "bytes": 0, "sha256": one["id"]}
            body = "\n\n".join(one["paragraphs"])
            found.append({"title": one["title"], "body": body, "published": one["published"], "source": source})
    labels = (shared / "gold" / "articles.jsonl").read_text("utf-8").splitlines()
    gold = (newscli.parse_file(shared / "gold" / json.loads(line)["input"]) for line in labels)
    return [*found, *(json.loads(article.to_json()) for article in gold)]


@pytest.fixture(scope="module")
def archive(stories, tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "archive.db"
    writer = registry.named("sqlite").file(str(path), Settings())
    for row in stories:
        writer.write(row)
    writer.close()
    with Archive(str(path)) as archive:
        yield archive


@pytest.fixture(scope="module")
def texts(stories):
    """Of each story its path, day, title, and all that is searched, with a sign between two fields."""
    found = []
    for row in stories:
        below = "\n\n".join(filter(None, [row.get("kicker"), row.get("subtitle"), row["body"]]))
        fields = [bare(text) for text in (row["title"] or "", below, *names(row))]
        found.append((row["source"]["path"], (row["published"] or "")[:10], fields[0], " \0 ".join(fields)))
    return found


def bare(text):
    """Text without harakat, and with one letter for yeh."""
    return HARAKAT.sub("", text).replace("ی", "ي")


def names(row):
    """What the fields of names hold: an agency that is credited is found as a word of the text is."""
    credits = [credit["name"] for credit in row.get("attribution", ())]
    authors = (row.get("byline") or {}).get("authors", [])
    return [*(row.get("dateline") or {}).get("places", ()), *credits, *authors, row.get("site") or ""]


def wanted(texts, pattern):
    """The paths of the stories that a pattern fits."""
    scope, _, rest = pattern.partition(":") if pattern[:6] in ("title:", "2018-0") else ("", "", pattern)
    fits = re.compile(rest, re.DOTALL)
    for path, day, title, whole in texts:
        in_time = "2018-05-01" <= day <= "2018-05-20" or scope != "2018-05"
        if in_time and fits.search(title if scope == "title" else whole):
            yield path


def test_there_are_forty():
    assert len(TABLE) == 40
    assert len({query for query, _ in TABLE}) == 40


@pytest.mark.parametrize(("query", "pattern"), TABLE, ids=[query for query, _ in TABLE])
def test_what_must_be_found_is_and_nothing_else(query, pattern, archive, texts, monkeypatch):
    monkeypatch.setattr(find, "MOST", 100_000)
    found = {hit.path for hit in archive.search(query, limit=100_000).hits}
    must = set(wanted(texts, pattern))
    assert must, "a pattern that fits nothing says nothing"
    assert found == must
