"""Bytes become text by the first rule that fits, and the document says which."""

import codecs
import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import DecodeError, KindError, UsageError
from newscli.model import Source
from newscli.read.decode import decode, from_text, looks_like_html

TEXT = (
    "افتتح وزير الأشغال في مدينة الميناء، اليوم الثلاثاء، الجسر الجديد على النهر.\n\n"
    "وقال الوزير إن المشروع استغرق 3 سنوات، وإن كلفته بلغت 12 مليون دينار.\n"
)


def document(data: bytes, **source):
    return decode(Source(data=data, **source))


@pytest.mark.parametrize(
    ("data", "encoding", "rule"),
    [
        pytest.param(TEXT.encode(), "utf-8", "all bytes are valid UTF-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), "utf-8", "byte-order mark", id="utf-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", "byte-order mark", id="le mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", "byte-order mark", id="be mark"),
        pytest.param(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le", "byte-order mark", id="utf-32 mark"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", "every second byte", id="utf-16-le bare"),
        pytest.param(TEXT.encode("utf-16-be"), "utf-16-be", "every second byte", id="utf-16-be bare"),
        pytest.param(TEXT.encode("cp1256"), "windows-1256", "read as Arabic", id="windows-1256"),
        pytest.param(TEXT.encode("iso8859_6"), "iso-8859-6", "read as Arabic", id="iso-8859-6"),
        pytest.param(b"Plain words.\n", "utf-8", "ASCII", id="ascii"),
    ],
)
def test_encoding_is_told_by_the_bytes(data, encoding, rule):
    found = document(data)
    assert found.info.encoding == encoding
    assert rule in found.rule
    assert found.text in (TEXT, "Plain words.\n")


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "no-such-charset", "zlib_codec", "", "\0"])
def test_a_lying_declaration_does_not_count(charset):
    """Latin charsets, and UTF-8, are often declared over Arabic bytes of windows-1256."""
    for found in (
        document(TEXT.encode("cp1256"), charset=charset),
        document(f'<html><meta charset="{charset}"><p>{TEXT}'.encode("cp1256")),
    ):
        assert found.info.encoding == "windows-1256"
        assert TEXT in found.text


@pytest.mark.parametrize(("name", "codec"), [("windows-1256", "cp1256"), ("iso-8859-6", "iso8859_6")])
def test_a_declaration_that_the_bytes_bear_out_is_told(name, codec):
    found = document(TEXT.encode(codec), charset=name)
    assert (found.text, found.info.encoding) == (TEXT, name)
    assert found.rule == f"HTTP declares {name}, and the bytes read as Arabic in it"


@pytest.mark.parametrize(
    ("codec", "declared", "name"),
    [("iso8859_6", "windows-1256", "iso-8859-6"), ("cp1256", "iso-8859-6", "windows-1256")],
)
def test_of_two_arabic_encodings_the_article_tells_which(codec, declared, name):
    found = document(TEXT.encode(codec), charset=declared)
    assert (found.text, found.info.encoding) == (TEXT, name)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("Caf\xe9 in Sanaa\n", "cp1256", "windows-1256"),
        ("Sanaa (\u0645)\n", "iso8859_6", "iso-8859-6"),
        ("\u0633\u0644\u0645\n", "iso8859_6", "iso-8859-6"),
    ],
)
def test_where_no_bytes_tell_the_declaration_does(text, codec, name):
    found = document(text.encode(codec), charset=name)
    assert (found.text, found.info.encoding) == (text, name)


def test_utf8_wins_over_a_declared_windows_1256():
    found = document(f'<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><p>{TEXT}'.encode())
    assert found.info.encoding == "utf-8"


@pytest.mark.parametrize(
    ("declared", "name", "text"),
    [
        ("windows-1251", "cp1251", "Министр открыл новый мост через реку"),
        ("iso-8859-1", "windows-1252", "Le ministre a été reçu à Nouakchott, où la délégation était déjà arrivée"),
    ],
)
def test_a_declared_charset_of_another_script_counts(declared, name, text):
    found = document(text.encode(name), charset=declared)
    assert found.text == text
    assert found.info.encoding == name
    assert declared in found.rule


def test_xml_declaration_counts():
    text = '<?xml version="1.0" encoding="windows-1251"?><p>Министр открыл мост</p>'
    assert document(text.encode("cp1251")).text == text


def test_stray_bytes_in_utf8_are_replaced_and_told():
    found = document(TEXT.encode() + b"\xff" + TEXT.encode())
    assert found.info.encoding == "utf-8"
    assert found.text == f"{TEXT}\ufffd{TEXT}"
    assert "1 broken" in found.rule


def test_a_character_cut_off_at_the_end_does_not_change_the_encoding():
    assert document(TEXT.encode()[:60] + b"\xd8").info.encoding == "utf-8"


@pytest.mark.parametrize("text", ["خبر\r\nثان\u2028ثالث\u00a0رابع\u200f\u200c", "ب\0ت" + TEXT, "\tأ\x0cب"])
def test_no_character_is_changed(text):
    assert document(text.encode()).text == text
    assert from_text(text).text == text


@pytest.mark.parametrize(
    ("data", "says", "advice"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF", "pdftotext"),
        (b"PK\x03\x04\x14\x00", "zip", "newscli export"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG", "text"),
        (b"\x1f\x8b\x08\x00", "gzip", "gzip -dc"),
        (bytes(range(256)) * 16, "binary", "text or HTML"),
        (b"\0" * 1000, "binary", "text or HTML"),
    ],
)
def test_binary_data_is_refused_with_advice(data, says, advice):
    with pytest.raises(DecodeError, match=says) as caught:
        document(data, path="x.bin")
    assert advice in caught.value.advice
    assert caught.value.path == "x.bin"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!DOCTYPE html><title>خبر</title>", True),
        ("\n\n<div class=a>خبر</div>", True),
        ("HTTP/1.1 200 OK\n\n<html><body>خبر", True),
        ("خبر <p>أول</p> <p>ثان</p> <br> <a href=x>رابط</a>", True),
        ("خبر\n\nقال <المصدر> إن 3 < 5", False),
        ("خبر عن وسم <p> في لغة الصفحات", False),
        ("", False),
    ],
)
def test_format_is_told_by_the_content(text, html):
    assert looks_like_html(text) is html
    assert document(text.encode()).info.format == ("html" if html else "text")


def test_format_can_be_given():
    assert decode(Source(data=b"<p>x</p>"), "text").info.format == "text"
    assert from_text("x", format="html").info.format == "html"


def test_unknown_format_is_wrong_usage():
    with pytest.raises(UsageError, match="pdf"):
        decode(Source(data=b"x"), "pdf")


def test_info_is_of_the_bytes():
    info = document(b"\xef\xbb\xbfabc", path="a.txt").info
    assert (info.path, info.bytes) == ("a.txt", 6)
    assert info.sha256 == hashlib.sha256(b"\xef\xbb\xbfabc").hexdigest()


def test_surrogates_are_joined_or_replaced():
    assert from_text("\ud83d\ude00 \udcff").text == "😀 \ufffd"


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused(data):
    try:
        found = document(data)
    except (DecodeError, KindError):  # the beginning of an archive
        return
    found.text.encode()  # no surrogate comes out
    assert found.info.bytes == len(data)


@given(st.text())
def test_any_text_comes_back_from_its_utf8(text):
    try:
        found = document(text.encode())
    except (DecodeError, KindError):  # nothing but control characters; the beginning of an archive
        return
    if found.info.encoding == "utf-8":
        assert found.text == text.removeprefix("\ufeff")


def test_a_declaration_is_looked_for_in_linear_time():
    """Other forms of ../shared/cases/faults.md's time-meta-charset: each took seconds."""
    began = time.process_time()
    for piece in (b"<?xml encoding =" + b"\t" * 2_000, b"<?xml " * 600 + b"encoding" * 60, b"<meta charset=" * 290):
        decode(Source(piece + b" \xc7\xe1\xe3\xd1 \xc7\xe1\xcc\xcf\xed\xcf"))
    assert time.process_time() - began < 1
