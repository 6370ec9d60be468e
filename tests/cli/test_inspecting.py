"""`newscli inspect` as a user calls it."""

import json
import os
import re
import signal
import time
from urllib.parse import unquote

import pytest

from newscli import article
from newscli.cli.main import run
from tests.running import started

LINK = re.compile('<a href="([^"]+)"><bdi>')


def test_every_block_is_named_with_role_confidence_rule_and_place(newscli, samples):
    done = newscli("inspect", samples / "aggregator.txt")
    assert done.returncode == 0
    heads = re.findall(r"^(\d+) ([a-z]+) (\d+)% (.+)\n  line \d+, characters \d+ to \d+$", done.stdout, re.MULTILINE)
    assert [int(head[0]) for head in heads] == list(range(1, len(heads) + 1))
    assert {"title", "body", "dateline", "disclaimer"} <= {head[1] for head in heads}


def test_inspect_and_parse_tell_the_same(newscli, samples):
    page = samples / "page.html"
    inspected = json.loads(newscli("inspect", page, "--json").stdout)
    parsed = json.loads(newscli("parse", page, "--json", "--blocks").stdout)
    assert inspected["blocks"] == parsed["blocks"]
    assert {name: field["value"] for name, field in inspected["fields"].items()} == {
        name: parsed[name] for name in inspected["fields"]
    }
    assert inspected["source"]["decoding"]


def test_a_role_narrows_it_down(newscli, samples):
    done = newscli("inspect", samples / "page.html", "--role", "boilerplate", "--role", "title", "--json")
    found = json.loads(done.stdout)
    assert {block["role"] for block in found["blocks"]} == {"boilerplate", "title"}
    assert found["fields"] == {}


def test_a_field_narrows_it_down_to_its_candidates(newscli, samples):
    found = json.loads(newscli("inspect", samples / "page.html", "--field", "published", "--json").stdout)
    assert list(found["fields"]) == ["published"]
    chosen = [one for one in found["fields"]["published"]["candidates"] if one["chosen"]]
    assert [one["value"] for one in chosen] == [found["fields"]["published"]["value"]]
    assert {block["role"] for block in found["blocks"]} == {"date"}


@pytest.mark.parametrize(
    "arguments",
    [["--role", "headline"], ["--field", "headline"], ["--html", "a", "--json"], ["--html", "a", "--role", "body"]],
)
def test_wrong_usage_says_what_is_right(newscli, samples, tmp_path, arguments):
    done = newscli("inspect", samples / "page.html", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("newscli: ")
    assert not any(tmp_path.iterdir())


def test_one_source_gives_one_page(newscli, samples, tmp_path):
    done = newscli("inspect", samples / "page.html", "--html", tmp_path / "report.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert 'id="text" dir="rtl"' in (tmp_path / "report.html").read_text("utf-8")


def test_a_folder_gives_an_index_and_a_page_each(newscli, samples, tmp_path):
    out = tmp_path / "تقرير #1.html"
    newscli("inspect", samples, "--html", out)
    sources = [path for path in samples.iterdir() if path.suffix in (".txt", ".html")]
    links = LINK.findall(out.read_text("utf-8"))
    assert len(links) == len(sources)
    for link in links:
        page = tmp_path / unquote(link)
        back = re.search('<a href="([^"]+)">All sources', page.read_text("utf-8"))
        assert (page.parent / unquote(back[1])).resolve() == out
    assert not list(tmp_path.rglob("*.part"))


def test_what_cannot_be_read_stands_in_the_index_and_on_standard_error(newscli, samples, tmp_path):
    done = newscli("inspect", samples / "column.txt", tmp_path / "missing.txt", "--html", tmp_path)
    assert done.returncode == 1
    assert "missing.txt" in done.stderr
    index = (tmp_path / "index.html").read_text("utf-8")
    assert "could not be read" in index
    assert len(LINK.findall(index)) == 1


def test_html_that_is_interrupted_has_an_index_of_what_was_read(samples, tmp_path):
    read, write = os.pipe()
    page = tmp_path / "index.pages" / "0001.html"
    inputs = samples / "column.txt", samples / "page.html", "-"
    with started("inspect", *inputs, "--html", tmp_path, stdin=read) as child:
        os.close(read)
        for _ in range(3000):
            if page.exists():
                break
            time.sleep(0.01)
        time.sleep(0.1)  # let it wait for standard input
        child.send_signal(signal.SIGINT)
        assert child.wait(5) == 130
        os.close(write)
    assert 'href="index.pages/0001.html"' in (tmp_path / "index.html").read_text("utf-8")


def test_a_report_never_takes_the_place_of_its_source(newscli, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<p>خبر</p>", "utf-8")
    assert newscli("inspect", page, "--html", page).returncode == 2
    assert page.read_text("utf-8") == "<p>خبر</p>"


@pytest.mark.parametrize("kind", ["file", "link"])
def test_nor_do_the_pages_of_several(kind, newscli, tmp_path):
    newscli("inspect", *_two(tmp_path), "--html", tmp_path / "all.html")
    page = tmp_path / "all.pages" / "0002.html"
    if kind == "link":
        page.unlink()
        page.symlink_to(tmp_path / "b.txt")
    before = page.read_bytes()
    done = newscli("inspect", tmp_path / "a.txt", tmp_path / "b.txt", page, "--html", tmp_path / "all.html")
    assert done.returncode == 2
    assert "would be written over an input" in done.stderr
    assert page.read_bytes() == before


def _two(folder):
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"خبر {name} من الميناء", "utf-8")
        yield folder / f"{name}.txt"


def test_a_report_that_cannot_be_written_is_a_message(newscli, samples, tmp_path):
    (tmp_path / "file").touch()
    done = newscli("inspect", samples / "column.txt", "--html", tmp_path / "file" / "report.html")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr


def test_standard_input_can_be_inspected(newscli, tmp_path):
    done = newscli("inspect", "--html", tmp_path / "report.html", input="خبر عاجل من الميناء".encode())
    assert "standard input" in (tmp_path / "report.html").read_text("utf-8")
    assert done.stdout == ""


def test_in_a_terminal_arabic_is_shaped_and_roles_have_colours(samples, on_terminal):
    text = on_terminal("inspect", samples / "column.txt", "--color", "--no-pager")
    assert re.search("[\ufe70-\ufeff]{3}", text)
    assert re.search("\x1b\\[38;5;[0-9]+mbody", text)


@pytest.mark.parametrize("way", [[], ["--json"], ["--html"]], ids=["plain", "json", "html"])
def test_inspecting_costs_no_second_parse(samples, tmp_path, monkeypatch, capsys, way):
    calls = []
    parse_once = article.parse_document
    monkeypatch.setattr(article, "parse_document", lambda document: calls.append(document) or parse_once(document))
    out = [str(tmp_path / "report.html")] if way == ["--html"] else []
    assert run(["inspect", str(samples / "page.html"), *way, *out]) == 0
    assert len(calls) == 1
