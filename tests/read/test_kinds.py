"""What is not one article is told by its content and refused with a way out; articles that look alike pass."""
# ruff: noqa: E501 - rows of data

import csv
import gzip
import io
import json
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newscli
from newscli.errors import DecodeError, InputError, KindError
from newscli.read.kinds import InputKind, refuse_text, sniff, sniff_text

STORY = "افتتح وزير الأشغال الجسر الجديد على النهر.\n\nوقال الوزير إن المشروع استغرق 3 سنوات."
RECORD = {"title": "جسر جديد", "html": f"<p>{STORY}</p>", "tags": [], "id": 4}


def zipped(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, STORY)
    return file.getvalue()


def tarred():
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return file.getvalue()


MAIL = "Received: from mx\r\nFrom: desk@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n" + STORY
MHTML = 'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary="x"\n\n--x\n\n<html>'
QUOTED = "\n".join("".join(f"={byte:02X}" for byte in line.encode()) + "=" for line in STORY.split())
RSS = '<?xml version="1.0" encoding="utf-8"?>\n<!-- made by x -->\n<rss version="2.0"><channel><title>خبر</title>'


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("PDF", b"%PDF-1.4\n"), ("WORD", zipped("[Content_Types].xml", "word/document.xml")), ("ZIP", zipped("a.html")),
        ("OFFICE", zipped("xl/workbook.xml")), ("GZIP", gzip.compress(STORY.encode())), ("TAR", tarred()),
        ("IMAGE", b"RIFF\x10\0\0\0WEBPVP8 "), ("IMAGE", b"BM\x36\x10\0\0\0\0\0\0\x36"), ("MEDIA", b"\0\0\0\x18ftypmp42"), ("WEBARCHIVE", b"bplist00\xd1"),
        ("DATABASE", b"SQLite format 3\0"), ("OFFICE", b"\xd0\xcf\x11\xe0\xa1\xb1"), ("RTF", b"{\\rtf1\\ansi"),
    ],
)  # fmt: skip
def test_binary_formats_are_told_by_their_first_bytes(kind, data):
    assert sniff(data).name == kind
    with pytest.raises(DecodeError):
        newscli.parse(data)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("JSON", json.dumps(RECORD)),
        ("JSON", json.dumps(RECORD, ensure_ascii=False, indent=2)),
        ("JSON", json.dumps([RECORD, RECORD], ensure_ascii=False)),
        ("JSON", f"callback({json.dumps(RECORD)});"),
        ("JSON", ")]}'\n" + json.dumps(RECORD)),
        ("JSON", str(RECORD)),
        ("JSON", json.dumps(RECORD, ensure_ascii=False)[:-30]),
        ("JSON", json.dumps({"body": STORY * 2000}, ensure_ascii=False)),
        ("JSON_LINES", "\n".join([json.dumps(RECORD, ensure_ascii=False)] * 3)),
        ("CSV", f'id,title,text\n1,جسر,"{STORY}"\n2,نهر,"{STORY}"\n'),
        ("CSV", f'العنوان;النص\nجسر;"{STORY}"\n'),
        ("CSV", "جسر\tافتتح اليوم\t2024\nنهر\tفاض أمس\t2023\nسد\tبني\t2022\n"),
        ("CSV", f'title,body\nجسر,"{STORY * 2000}"\n'),
        ("MAIL", MAIL), ("MAIL", "From x@y.org Tue May 14 10:00:00 2024\nTo: b@c\n\nنص"), ("MHTML", MHTML), ("ENCODED", QUOTED),
        ("MAIL", "From: a@b\nTo: c@d\nSubject: خبر\nDate: Tue, 14 May 2024\n\n" + STORY),
        ("FEED", RSS), ("FEED", '<feed xmlns="http://www.w3.org/2005/Atom"><entry>'), ("SITEMAP", "<urlset><url>"),
        ("FEED", '<rdf:RDF xmlns="http://purl.org/rss/1.0/">'), ("WARC", "WARC/1.0\r\nWARC-Type: response\r\n"),
        ("SUBTITLES", "WEBVTT\n\n00:01.000 --> 00:04.000\nمرحبا بكم"), ("CALENDAR", "BEGIN:VCALENDAR\nSUMMARY:خبر\nEND:VCALENDAR"),
        ("SUBTITLES", f"1\n00:00:01,000 --> 00:00:04,000\n{STORY}\n"), ("CONTACTS", "BEGIN:VCARD\nFN:سالم\nEND:VCARD"),
        ("LATEX", f"\\documentclass{{article}}\n\\begin{{document}}{STORY}\\end{{document}}"),
    ],
)  # fmt: skip
def test_text_that_is_not_one_article_is_refused(kind, text):
    for variant in (text, f"\n {text}", f"\ufeff{text}"):
        assert sniff_text(variant).name == kind
    with pytest.raises(KindError) as caught:
        newscli.parse(text.encode(), path="x.txt")
    assert caught.value.path == "x.txt"
    assert caught.value.advice
    with pytest.raises(KindError):
        newscli.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "", " \n", "{}", "[]", "{",
        "{عاجل} افتتاح الجسر، اليوم",
        "[رويترز] افتتح الوزير الجسر.",
        '["الجسر"] رواية جديدة للكاتب عن النهر',
        '"الجسر" يعود: افتتح اليوم, وقال الوزير, إنه آمن',
        "بيروت, دمشق, عمان\nثلاث مدن, كلها قديمة, وكلها جميلة\nأولاها بيروت, ثم دمشق, ثم عمان",
        "العنوان: جسر جديد\nالنص: افتتح الوزير الجسر",
        "title: x\ndate: 2024\n\n" + STORY,
        "From: بيروت\nالخبر: وصل",
        "Date: 14 May 2024\nSubject: نص\n\n" + STORY,
        "الرئيسية | سياسة | رياضة\nجسر جديد | خبر | اليوم\n\n" + STORY,
        "HTTP/1.1 200 OK\nContent-Type: text/html\nDate: Tue\n\n<html><body>خبر",
        '<?xml version="1.0"?><!DOCTYPE html><html><body><p>خبر</p>',
        '<html><script type="application/ld+json">{"@type": "NewsArticle", "headline": "خبر"}</script><p>خبر</p></html>',
        '<?xml version="1.0"?><p>خبر</p>',
        "س = ص + 3، و=5A",
        STORY,
    ],
)  # fmt: skip
def test_articles_that_look_alike_pass(text):
    assert sniff_text(text) is InputKind.ARTICLE
    newscli.parse(text)


def test_a_name_supports_but_never_decides():
    assert sniff_text("جسر,1\nنهر,2\nسد,3\n", "x.csv") is InputKind.CSV
    assert sniff_text("id,text\nجسر,نهر\n\nسد\n", "x.csv") is InputKind.CSV
    assert sniff_text(STORY, "x.csv") is InputKind.ARTICLE
    assert sniff_text(STORY, "x.json") is InputKind.ARTICLE
    assert sniff_text("Subject: خبر\n\n" + STORY, "x.eml") is InputKind.MAIL


def test_who_says_what_it_is_gets_it_read():
    assert newscli.parse(json.dumps(RECORD), format="text").source.format == "text"


@pytest.mark.parametrize("kind", [kind for kind in InputKind if kind is not InputKind.ARTICLE])
def test_every_kind_says_what_it_is_and_what_to_do(kind):
    assert kind.called
    assert kind.advice.endswith((".", "-", "FILE"))
    assert issubclass(KindError, InputError)


def test_other_encodings_are_looked_into():
    assert sniff(json.dumps(RECORD, ensure_ascii=False).encode("utf-16")) is InputKind.JSON
    assert sniff(f"title,text\nجسر,{'نهر' * 9}\n".encode("cp1256")) is InputKind.CSV


@given(st.text(alphabet="{}[]\",:\\=<>?!- \n\tabFrom'خ0", max_size=200))
def test_any_text_is_some_kind(text):
    assert sniff_text(text) in InputKind


@pytest.mark.parametrize("piece", ['{"', '["a",', "\\", '"', "'", "=D9", "<!--", "<?x ", "a,", "a: \n ", "[", ",'"])
def test_hostile_repetition_is_read_in_linear_time(piece):
    try:
        refuse_text("{" + piece * 40_000)
        refuse_text(piece * 40_000)
    except KindError:
        pass


def test_a_small_limit_of_a_table_read_before_hides_no_other_table():
    before = csv.field_size_limit(100)
    try:
        assert sniff_text(f'title,body\nجسر,"{STORY * 20}"\n').name == "CSV"
    finally:
        csv.field_size_limit(before)
