"""Whatever an input is, it gives its records; what cannot be had is an error in its place, the others still come."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from email.message import EmailMessage
from html import escape

import pytest
from backports import zstd

from newscli.batch.work import article_of
from newscli.errors import NewsError
from newscli.read.containers import Place, records
from newscli.read.record import Keys, Limits, Options, Record
from tests.texts import LAST, LEAD, MORE, TITLE, joined

TEXT = joined(TITLE, LEAD, MORE, LAST)
BODY = f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>"
HTML = f"<html><head><title>{TITLE}</title></head><body>{BODY}</body></html>"
URL = "https://example.org/1"


def read(data, path="x", options=Options(), *, inside=False):  # noqa: B008
    """The records, the errors and the reasons for what was passed over."""
    passed_over = []
    found = list(records(io.BytesIO(data), Place(path, options, passed_over.append, inside)))
    return (
        [one for one in found if isinstance(one, Record)],
        [one for one in found if isinstance(one, NewsError)],
        passed_over,
    )


def only(data, path="x", **options):
    """The one record that an input holds."""
    found, errors, passed_over = read(data, path, Options(**options))
    assert not errors
    assert not passed_over
    [record] = found
    return record


def jsonl(*values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()


def zipped(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(files, mode="w"):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


# One article


@pytest.mark.parametrize("name", ["page.php?id=3", "page.aspx", "no-suffix", "a.jsonl"])
def test_a_page_is_one_whatever_it_is_called(name):
    record = only(HTML.encode(), name)
    assert (record.name, record.content) == (name, HTML.encode())
    assert article_of(record).title == TITLE


PACKED = {
    "gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": zstd.compress,
}  # fmt: skip


@pytest.mark.parametrize("suffix", PACKED)
def test_a_compressed_page_is_the_page(suffix):
    data = PACKED[suffix](TEXT.encode("windows-1256"))
    assert article_of(only(data, f"x.txt.{suffix}")).body == joined(LEAD, MORE, LAST)


def test_what_is_compressed_twice_is_unpacked_twice_and_not_for_ever():
    once = gzip.compress(TEXT.encode())
    assert only(gzip.compress(once)).content == TEXT.encode()
    for _ in range(4):
        once = gzip.compress(once)
    [error] = read(once)[1]
    assert "too many times" in error.message


# JSON


def test_each_line_of_json_lines_is_a_record():
    found, errors, _ = read(jsonl({"id": 7, "html": HTML, "url": URL}, {"text": TEXT, "date": "2024-05-06"}), "a.jsonl")
    assert not errors
    assert [(one.name, one.format, one.url) for one in found] == [
        ("a.jsonl#7", "html", URL),
        ("a.jsonl#2", "text", None),
    ]
    assert [article_of(one).title for one in found] == [TITLE, TITLE]
    assert article_of(found[1]).published == "2024-05-06"


def test_one_long_line_is_json_lines_too():
    long = {"html": HTML + "<p>" + LEAD * 3000 + "</p>"}
    assert len(read(jsonl(long, long), "a.jsonl")[0]) == 2


def test_an_array_and_an_object_hold_records():
    assert len(read(json.dumps([{"html": HTML}, {"text": TEXT}], indent=1).encode())[0]) == 2
    assert only(json.dumps({"html": HTML}, indent=1).encode(), "a.json").name == "a.json"


def test_a_broken_line_costs_itself():
    rows = [json.dumps({"text": TEXT})] * 6000
    rows[4999] = rows[4999][:40]
    found, [error], _ = read("\n".join(rows).encode(), "a.jsonl")
    assert len(found) == 5999
    assert (error.path, error.message[:17]) == ("a.jsonl#5000", "is no valid JSON ")
    assert error.advice


def test_json_that_is_no_object_costs_itself():
    found, errors, _ = read(b'"x"\n' + jsonl({"text": TEXT}, 3, {"text": TEXT}), "a.jsonl", Options(kind="jsonl"))
    assert [one.name for one in found] == ["a.jsonl#2", "a.jsonl#4"]
    told = "is JSON, and no object"
    assert [(one.path, one.message) for one in errors] == [("a.jsonl#1", told), ("a.jsonl#3", told)]


def test_a_row_of_a_table_beyond_the_limit_costs_itself():
    table = f'title;text\na;"{TEXT}"\nb;"{LEAD * 50}"\nc;"{TEXT}"\n'
    found, [error], _ = read(table.encode(), "a.csv", Options(limits=Limits(record=2_000), kind="csv"))
    assert [one.name for one in found] == ["a.csv#2", "a.csv#4"]
    assert (error.path, error.message[:16]) == ("a.csv#3", "has a broken row")


def test_a_broken_first_line_costs_itself():
    found, errors, _ = read(b'{"text": "x", "id": }\n' + jsonl({"text": TEXT}), "a.jsonl")
    assert ([one.name for one in found], [one.path for one in errors]) == (["a.jsonl#2"], ["a.jsonl#1"])


def test_keys_can_be_named_and_a_record_without_text_says_which_it_has():
    data = jsonl({"seite": HTML, "kennung": "k", "adresse": URL})
    [error] = read(data, "a.jsonl")[1]
    assert "seite, kennung, adresse" in error.advice
    record = only(data, "a.jsonl", keys=Keys(html=("seite",), id=("kennung",), url=("adresse",)))
    assert (record.name, record.content, record.url) == ("a.jsonl#k", HTML, URL)


def test_a_title_beside_the_text_stands_above_it_once():
    for text in (joined(LEAD, MORE, LAST), TEXT):
        record = only(jsonl({"title": TITLE, "text": text}), "a.jsonl")
        article = article_of(record)
        assert (article.title, article.body) == (TITLE, joined(LEAD, MORE, LAST))


def test_an_export_is_handed_on_as_it_is():
    row = json.loads(article_of(only(HTML.encode(), "page.html")).to_json(blocks=True))
    record = only(jsonl(row), "a.jsonl")
    assert (record.name, record.content) == ("page.html", row)


# Tables


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_each_row_of_a_table_is_a_record(encoding, sign):
    table = f'id{sign}Title{sign}text{sign}url\n7{sign}{TITLE}{sign}"{joined(LEAD, MORE, LAST)}"{sign}{URL}\n\n'
    record = only(table.encode(encoding), "a.csv")
    article = article_of(record)
    assert (record.name, article.title, article.url) == ("a.csv#7", TITLE, URL)
    assert article.body == joined(LEAD, MORE, LAST)


# Web archives, mail, feeds


def response(body, status="200 OK", type="text/html; charset=windows-1256", number=1):
    http = f"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("pack", [bytes, gzip.compress, PACKED["zst"]], ids=["warc", "gz", "zst"])
def test_the_pages_of_a_web_archive_are_its_records(pack):
    parts = [
        response(HTML.encode("windows-1256")),
        response(b"", "404 Not Found", number=2),
        response(b"\x89PNG", type="image/png", number=3),
        response(HTML.encode(), type="text/html", number=4),
    ]
    found, errors, passed_over = read(b"".join(map(pack, parts)), "a.warc")
    assert not errors
    assert [(one.name, one.url, one.charset) for one in found] == [
        ("a.warc#1", URL, "windows-1256"), ("a.warc#4", URL, None),
    ]  # fmt: skip
    assert [article_of(one).title for one in found] == [TITLE, TITLE]
    assert passed_over == ["a response of status 404", "a response of type image/png"]


def test_a_page_that_was_sent_packed_is_unpacked():
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(
        HTML.encode()
    )
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n"
    assert article_of(only(head.encode() + http + b"\r\n\r\n", "a.warc")).title == TITLE


def test_a_web_archive_that_breaks_off_gives_what_came_before():
    data = response(HTML.encode()) + response(HTML.encode(), number=2)
    found, [error], _ = read(data[:-100], "a.warc")
    assert ([one.name for one in found], error.path) == (["a.warc#1"], "a.warc#2")


def test_a_saved_page_is_its_html():
    page = EmailMessage()
    page["Snapshot-Content-Location"] = URL
    page["From"] = "<Saved by Blink>"
    page["Subject"] = TITLE
    page.set_content(HTML, subtype="html", charset="utf-8")
    page.add_related(b"\x89PNG", "image", "png")
    record = only(page.as_bytes(), "a.mhtml")
    assert (record.url, record.format) == (URL, "html")
    assert article_of(record).title == TITLE


def mail():
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", TITLE
    message["Date"] = "Tue, 02 Jul 2024 10:15:00 +0300"
    message.set_content(joined(LEAD, MORE, LAST), charset="utf-8", cte="base64")
    return message


def test_a_mail_is_its_text_under_its_subject():
    article = article_of(only(mail().as_bytes(), "a.eml"))
    assert (article.title, article.published) == (TITLE, "2024-07-02T10:15:00+03:00")
    assert article.body == joined(LEAD, MORE, LAST)


@pytest.mark.parametrize("day", ["Tue, 02 Jul 99999999999999999999 10:15:00 +0300", "Tue, 99 Jul 2024", "", "a" * 999])
def test_a_mail_of_a_day_that_there_is_not_is_read_without_one(day):
    data = mail().as_bytes().replace(b"Tue, 02 Jul 2024 10:15:00 +0300", day.encode())
    article = article_of(only(data, "a.eml"))
    assert (article.title, article.published) == (TITLE, None)


def test_a_box_holds_many_mails():
    box = b"".join(b"From a@example.org Tue Jul  2 10:15:00 2024\n" + mail().as_bytes() + b"\n\n" for _ in range(3))
    assert [one.name for one in read(box, "a.mbox")[0]] == ["a.mbox#1", "a.mbox#2", "a.mbox#3"]


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<item><title>{TITLE}</title><link>{URL}</link><pubDate>Tue, 02 Jul 2024 10:15:00 +0300</pubDate>
<content:encoded><![CDATA[<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>]]></content:encoded></item>
<item><title>{TITLE}</title><link>{URL}2</link><description>{LEAD}</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>{TITLE}</title><link href="{URL}"/>
<published>2024-07-02T10:15:00+03:00</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p></div></content></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["rss", "atom"])
def test_the_items_of_a_feed_with_their_text_are_records_and_teasers_are_told(feed):
    [record], errors, _ = read(feed.encode(), "feed.xml")
    article = article_of(record)
    assert (article.title, article.published, article.url) == (TITLE, "2024-07-02T10:15:00+03:00", URL)
    assert article.body == joined(LEAD, MORE, LAST)
    assert [(one.path, one.message) for one in errors] == (
        [(f"{URL}2", "is an item without its full text")] if feed is RSS else []
    )


def test_an_item_of_a_feed_without_title_and_address_has_the_place_for_its_name():
    item = f"<item><description>{escape(BODY + f'<p>{LAST}</p>' * 12)}</description></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{item * 2}</channel></rss>'
    found, errors, _ = read(feed.encode(), "feed.xml")
    assert ([one.name for one in found], errors) == (["feed.xml#1", "feed.xml#2"], [])
    assert [article_of(one).url for one in found] == [None, None]


# Archives


ARCHIVES = {
    "zip": lambda files: zipped(**files), "tar": tarred, "tar.gz": lambda files: tarred(files, "w:gz"),
    "tar.zst": lambda files: PACKED["zst"](tarred(files)),
}  # fmt: skip


@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_is_a_folder(kind, tmp_path):
    files = {
        "a/1.html": HTML.encode(), "2": TEXT.encode(), "3.jsonl": jsonl({"text": TEXT}, {"text": TEXT}),
        "4.png": b"\x89PNG\r\n\x1a\n", "5.html.gz": gzip.compress(HTML.encode()), "6.txt": b"", "__MACOSX/7": b"x",
        "inner.zip": zipped(**{"8.txt": TEXT.encode()}),
    }  # fmt: skip
    path = tmp_path / f"a.{kind}"
    path.write_bytes(ARCHIVES[kind](files))
    found, errors, passed_over = read(path.read_bytes(), str(path))
    assert not errors
    assert [one.name.removeprefix(f"{path}/") for one in found] == [
        "a/1.html", "2", "3.jsonl#1", "3.jsonl#2", "5.html.gz", "inner.zip/8.txt",
    ]  # fmt: skip
    assert passed_over == ["a PNG image, not text", "an empty file"]


def test_no_member_is_called_as_if_it_lay_outside():
    names = ("../../../etc/passwd", "/etc/shadow", "a/../../b", "..\\..\\c")
    found = read(tarred({name: TEXT.encode() for name in names}), "a.tar")[0]
    assert [one.name for one in found] == ["a.tar/etc/passwd", "a.tar/etc/shadow", "a.tar/b", "a.tar/c"]


def test_links_in_an_archive_are_passed_over():
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        link = tarfile.TarInfo("passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    found, errors, passed_over = read(buffer.getvalue(), "a.tar")
    assert (found, errors, passed_over) == ([], [], ["a link or a device"])


def test_a_zip_archive_whose_list_points_before_its_beginning_is_an_error_a_member():
    data = bytearray(zipped(a=TEXT, b=TEXT))
    at = data.rindex(b"PK\5\6") + 16  # where the list begins, as the end tells
    data[at : at + 4] = (int.from_bytes(data[at : at + 4], "little") + 50).to_bytes(4, "little")
    found, errors, _ = read(bytes(data), "a.zip")
    assert (found, {one.path for one in errors}) == ([], {"a.zip/a", "a.zip/b"})
    assert all(one.message.startswith("is damaged") for one in errors)


def test_a_member_without_a_name_is_read():
    data = zipped(qq=TEXT, b=TEXT).replace(b"qq", b"\0q")  # where a name has a null character it ends
    found, errors, _ = read(data, "a.zip")
    assert ([one.name for one in found], errors) == (["a.zip/", "a.zip/b"], [])


def test_a_locked_member_is_an_error_and_the_others_come():
    data = bytearray(zipped(a=TEXT, b=TEXT))
    at = data.index(b"PK\x01\x02") + 8
    data[at] |= 1  # the flag of encryption of the first member, in the archive's list
    found, [error], _ = read(bytes(data), "a.zip")
    assert [one.name for one in found] == ["a.zip/b"]
    assert (error.path, error.message) == ("a.zip/a", "is locked with a password")


# Damage and attacks


@pytest.mark.parametrize("suffix", PACKED)
def test_a_packed_file_that_breaks_off_gives_what_came_before(suffix):
    rows = jsonl(*({"text": f"{TEXT} {number}", "id": number} for number in range(3000)))
    data = PACKED[suffix](rows)
    found, [error], _ = read(data[: len(data) // 2], f"a.jsonl.{suffix}")
    assert "damaged or cut off" in error.message
    assert error.advice
    assert 0 < len(found) < 3000 or suffix in ("bz2", "xz")  # which give nothing before a whole block is there


def test_a_compressed_file_that_grows_without_end_is_stopped():
    bomb = gzip.compress(gzip.compress(b" " * 300_000_000))
    found, [error], _ = read(bomb, "bomb.gz", Options(limits=Limits(free=1 << 20)))
    assert not found
    assert "unpacks to more than 200 times its size" in error.message


def test_a_zip_archive_that_grows_without_end_is_stopped():
    [error] = read(zipped(a=b" " * 50_000_000, b=TEXT), "bomb.zip", Options(limits=Limits(free=1 << 20)))[1]
    assert (error.path, "200 times" in error.message) == ("bomb.zip/a", True)


def test_limits_hold():
    small = Limits(record=1000, count=2)
    assert "larger" in read(TEXT.encode() * 10, "x", Options(limits=small))[1][0].message
    found, [error], _ = read(jsonl({"text": TEXT * 10}, {"text": LEAD}), "a.jsonl", Options(limits=small))
    assert (len(found), error.path) == (1, "a.jsonl#1")
    assert (
        "more than 2 files" in read(tarred({str(n): b"x" for n in range(3)}), "x", Options(limits=small))[1][0].message
    )


def test_what_is_no_article_is_an_error_alone_and_passed_over_in_a_folder():
    for data, reason in ((b"%PDF-1.7", "a PDF document, not text"), (jsonl({"a": 1}), "JSON or a table without html")):
        assert len(read(data)[1]) == 1
        found, errors, [told] = read(data, inside=True)
        assert (found, errors) == ([], [])
        assert told.startswith(reason)


@pytest.mark.parametrize("kind", ["text", "html"])
def test_the_kind_can_be_said(kind):
    record = only(jsonl({"text": TEXT}), "a", kind=kind)
    assert record.format == kind
