"""What the command line promises: exit statuses, messages, where output goes, and how a call ends."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from newscli.cli import inspect
from newscli.cli.app import COMMANDS
from newscli.cli.app import command as loaded
from newscli.cli.options import BIDI
from newscli.export.schema import schema
from newscli.rtl.paragraph import Strategy
from tests import running
from tests.running import started

STORY = (
    "جسر جديد في المدينة\n\n"
    "وقال الوزير إن المشروع استغرق ثلاث سنوات من العمل المتواصل في الموقع.\n\n"
    "وأضاف أن الجسر سيفتح أمام السيارات مطلع الأسبوع المقبل بعد تجربته.\n\n"
    "ويربط الجسر الجديد ضفتي النهر ويختصر الطريق إلى وسط المدينة نصف ساعة.\n\n"
)
VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_schema_is_a_schema(newscli):
    done = newscli("schema")
    assert done.returncode == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))
    assert json.loads(done.stdout) == schema()


def test_every_sample_exports_to_one_valid_line(newscli, samples):
    done = newscli("export", samples, "--blocks")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    files = sorted(path.name for path in samples.iterdir() if path.suffix in (".txt", ".html", ".md"))
    assert [Path(line["source"]["path"]).name for line in lines] == files
    for line in lines:
        VALIDATOR.validate(line)


def test_json_is_one_object_in_the_order_of_the_contract(newscli, samples):
    done = newscli("parse", samples / "aggregator.txt", "--json")
    article = json.loads(done.stdout)
    VALIDATOR.validate(article)
    assert list(article) == [
        "schema", "title", "kicker", "subtitle", "dateline", "byline", "published", "modified", "body", "attribution",
        "disclaimer", "section", "tags", "language", "site", "url", "images", "warnings", "source",
    ]  # fmt: skip
    assert "blocks" not in article


def test_file_standard_input_and_windows_1256_give_the_same_article(newscli, samples):
    data = (samples / "interview.txt").read_bytes()
    ways = [
        newscli("parse", samples / "interview.txt", "--json"),
        newscli("parse", "-", "--json", input=data),
        newscli("parse", "--json", input=data),
        newscli("parse", "--json", input=data.decode().encode("cp1256")),
    ]
    articles = [json.loads(done.stdout) for done in ways]
    for article in articles:
        del article["source"]
    assert articles == [articles[0]] * 4


def test_output_is_utf8_whatever_the_locale(newscli, samples):
    done = newscli("parse", samples / "aggregator.txt", env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert "رأس الجزيرة" in done.stdout


def test_what_is_no_terminal_gets_plain_logical_text(newscli, samples):
    done = newscli("parse", samples / "aggregator.txt")
    text = (samples / "aggregator.txt").read_text("utf-8")
    assert "\x1b" not in done.stdout
    assert "وأكد باعوض أنه كان آخر من غادر الرصيف قبل انقطاع الكهرباء." in done.stdout
    assert not {sign for sign in done.stdout if ord(sign) > 0xFA00} - set(text)  # no presentation forms
    assert not [line for line in done.stdout.splitlines() if line != line.strip()]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(newscli, command):
    done = newscli(command, "--help")
    assert done.returncode == 0
    assert f"newscli {command}" in done.stdout
    assert "Examples:" in done.stdout
    for parameter in loaded(command).params:
        assert parameter.help, f"{parameter.name} has no help"


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_breaks_between_words(newscli, command):
    text = newscli(*filter(None, [command]), "--help", env={"COLUMNS": "80"}).stdout.partition("Examples:")[0]
    assert max(map(len, text.splitlines())) <= 80


def test_help_keeps_its_words_and_examples(newscli):
    about, _, examples = (inspect.__doc__ or "").partition("\nExamples:\n")
    text = newscli("inspect", "--help").stdout
    assert " ".join(about.split()) in " ".join(text.split())
    for example in examples.splitlines():
        assert example in text


def test_every_strategy_can_be_given():
    assert list(BIDI) == ["auto", *Strategy]


def test_help_and_version(newscli):
    assert newscli("--help").returncode == newscli().returncode == 0
    assert all(name in newscli("--help").stdout for name in COMMANDS)
    assert newscli("--version").stdout.startswith("newscli ")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["exprt", "x"], "newscli export"),
        (["parse", "--no-such-option"], "--no-such-option"),
        (["--no-such-option"], "--no-such-option"),
        (["parse", "x.txt", "--field", "nonsense"], "title"),
        (["parse", "x.txt", "--json", "--field", "title"], "not allowed with"),
        (["parse", "x.txt", "--from", "pdf"], "html"),
        (["parse", "x.txt", "--blocks"], "--json"),
        (["parse", "--feild", "title", "x.txt"], "Did you mean: --field?"),
        (["parse", "x.txt", "--field", "titel"], "Did you mean: title?"),
        (["parse", "x.txt", "--bidi", "visula"], "Did you mean: visual?"),
        (["help", "prase"], "Did you mean: parse?"),
        (["search", "-قطار", "x.db"], "Write -- before a word that begins with -."),
        (["https://example.org/a b"], "Did you mean: newscli parse 'https://example.org/a b'?"),
        (["compare", "x"], "missing argument 'NEW'. See: newscli compare --help"),
        (["parse", "x.txt", "--field"], "requires an argument. See: newscli parse --help"),
        (["parse", "x.txt", "--bidi", "foo"], "visual"),
        (["parse", "x.txt", "--width", "0"], "10 or more"),
        (["inspect", "x.txt", "--width=-5"], "10 or more"),
        (["compare", "x", "y", "--width", "9"], "10 or more"),
        (["parse", "x.txt", "--width", "wide"], "no number"),
    ],
)
def test_wrong_usage_is_status_2_and_says_what_is_right(newscli, arguments, says):
    done = newscli(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""


def bad_inputs(folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\r\n\xc2\xa0\t\n")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 50)
    (folder / "folder").mkdir()
    return {
        "empty.txt": "holds no article", "blank.txt": "holds no article", "picture.png": "PNG image",
        "noise.bin": "binary", "folder": "is a folder", "missing.txt": "no such file",
    }  # fmt: skip


def test_every_failure_is_named_and_the_others_are_done(newscli, tmp_path):
    expected = bad_inputs(tmp_path)
    (tmp_path / "good.txt").write_text(STORY, "utf-8")
    done = newscli("parse", *expected, "good.txt", cwd=tmp_path)
    assert done.returncode == 1
    messages = done.stderr.splitlines()
    assert len(messages) == len(expected)
    for (name, says), message in zip(expected.items(), messages, strict=True):
        assert message.startswith(f"newscli: {name}: ")
        assert says in message
        assert message.count(". ") or name.endswith("txt")  # what to do about it
    assert "وقال الوزير" in done.stdout


def test_a_page_without_story_is_still_put_out_and_no_failure(newscli, samples):
    done = newscli("export", samples / "listing.html")
    assert (done.returncode, done.stderr) == (0, "")
    article = json.loads(done.stdout)
    assert article["body"] == ""
    assert article["warnings"] == ["no-article"]


def test_a_page_without_story_is_no_text(newscli, samples):
    done = newscli("parse", samples / "listing.html", samples / "column.txt", samples / "listing.html")
    assert done.stdout == newscli("parse", samples / "column.txt").stdout
    assert done.stderr.count("holds no article") == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_named(newscli, tmp_path):
    (tmp_path / "secret.txt").touch(mode=0)
    done = newscli("parse", tmp_path / "secret.txt")
    assert done.returncode == 1
    assert "permission" in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY.replace("\n\n", " ") * 6000, id="one line of 5 MB"),
        pytest.param(STORY + "\0" + STORY, id="NUL"),
        pytest.param("\u202e" + STORY + "\u2066\ufeff\u200f", id="bidi controls"),
        pytest.param("\x1b[31m" + STORY + "\x1b]0;title\x07", id="escape sequences"),
        pytest.param("<" * 100_000, id="angle brackets"),
        pytest.param("<div>" * 20_000 + STORY, id="deep markup"),
        pytest.param("ا", id="one letter"),
    ],
)
def test_odd_texts_give_valid_json(newscli, text):
    done = newscli("parse", "--json", "--blocks", input=text.encode())
    assert done.returncode in (0, 1)
    VALIDATOR.validate(json.loads(done.stdout))


@pytest.mark.parametrize("megabytes", [2, pytest.param(50, marks=pytest.mark.slow)])
def test_megabytes_of_text(newscli, tmp_path, megabytes):
    path = tmp_path / "large.txt"
    path.write_text(STORY * (megabytes * 1_000_000 // len(STORY.encode())), "utf-8")
    done = newscli("parse", path, "--field", "title", timeout=300)
    assert done.returncode == 0
    assert done.stdout == "جسر جديد في المدينة\n"


def test_lone_surrogates_in_bytes_are_replaced(newscli):
    done = newscli("parse", "--json", input=STORY.encode() + b"\xed\xa0\x80")
    assert json.loads(done.stdout)["source"]["encoding"] == "utf-8"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", "قطار الساحل يستأنف رحلاته بعد توقف دام عامين\n"),
        ("authors", "يونس المرابط\n"),
        ("published", "2024-09-17T08:40:00+01:00\n"),
        ("kicker", "\n"),
        ("source.encoding", "utf-8\n"),
    ],
)
def test_a_field_alone_is_plain_text(newscli, samples, name, text):
    done = newscli("parse", samples / "page.html", "--field", name)
    assert (done.returncode, done.stdout) == (0, text)


def test_attribution_is_a_line_a_credit(newscli, samples):
    lines = newscli("parse", samples / "aggregator.txt", "--field", "attribution").stdout.splitlines()
    assert "origin\tالساحل برس" in lines
    assert "republisher\tنافذة شبوة" in lines
    assert newscli("parse", samples / "aggregator.txt", "--field", "origin").stdout == "الساحل برس\n"


def test_export_writes_to_a_file(newscli, samples, tmp_path):
    done = newscli("export", samples / "column.txt", "-o", tmp_path / "out.jsonl")
    assert (done.returncode, done.stdout) == (0, "")
    VALIDATOR.validate(json.loads((tmp_path / "out.jsonl").read_text("utf-8")))


def test_an_input_is_never_overwritten(newscli, tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    done = newscli("export", tmp_path, "-o", path)
    assert done.returncode == 2
    assert "one of the inputs" in done.stderr
    assert path.read_text("utf-8") == STORY


def test_an_output_that_cannot_be_written_says_so(newscli, samples, tmp_path):
    done = newscli("export", samples / "column.txt", "-o", tmp_path / "no" / "out.jsonl")
    assert done.returncode == 1
    assert "out.jsonl: cannot be written" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["parse", "export"])
def test_a_full_disk_is_a_message(samples, command):
    call = running.command(command, samples / "column.txt")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"newscli: cannot write the result")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("command", ["parse", "export"])
def test_a_closed_pipe_ends_quietly(samples, command):
    files = [str(samples / "column.txt")] * 300
    child = started(command, *files, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    child.stdout.readline()
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait(60) == 0


def test_export_streams(samples):
    """A line is out before the next input is there."""
    read, write = os.pipe()
    with started("export", samples / "column.txt", "-", stdin=read, stdout=subprocess.PIPE) as child:
        os.close(read)
        first = json.loads(child.stdout.readline())
        os.write(write, STORY.encode())
        os.close(write)
        second = json.loads(child.stdout.readline())
    assert first["source"]["path"].endswith("column.txt")
    assert second["source"]["path"] is None


def test_interrupt_ends_at_once_and_keeps_what_was_done(samples):
    read, write = os.pipe()
    with started(
        "export", samples / "column.txt", "-", stdin=read, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as child:  # fmt: skip
        os.close(read)
        json.loads(child.stdout.readline())
        time.sleep(0.1)  # let it wait for standard input
        child.send_signal(signal.SIGINT)
        assert child.wait(5) == 130
        assert child.stderr.read() == b""
        os.close(write)


@pytest.mark.parametrize(
    ("redirection", "says"),
    [(">&-", "standard output is closed"), ("<&-", "standard input is closed"), ("2>&-", "")],
)
def test_closed_streams_are_messages(redirection, says):
    call = f'"{sys.executable}" -m newscli parse - missing.txt {redirection}'
    done = subprocess.run(["sh", "-c", call], input=b"", capture_output=True, check=False)
    assert done.returncode == 1
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"newscli:" not in done.stdout
