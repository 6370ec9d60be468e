"""One page from both segmenters, and a call on plain text loads no HTML parser."""

import subprocess
import sys

import newscli.segment
from newscli.model import Document, SourceInfo
from newscli.segment.page import Metadata, Page, Statement


def document(text, form):
    return Document(text, SourceInfo(None, form, "utf-8", len(text), ""), "given", "https://x.example/1")


def test_both_formats_give_one_page():
    for text, form in (("خبر\nفقرة", "text"), ("<h1>خبر</h1><p>فقرة</p>", "html")):
        page = newscli.segment.segment(document(text, form))
        assert isinstance(page, Page)
        assert [fragment.text for fragment in page.fragments] == ["خبر", "فقرة"]
        assert (page.html, page.metadata.url) == (form == "html", "https://x.example/1")


def test_plain_text_states_nothing_but_its_address():
    assert newscli.segment.segment(document("خبر", "text")).metadata == Metadata(url="https://x.example/1")


def test_the_names_of_a_site_are_told_once_and_in_order():
    stated = (Statement("البيدر", "json-ld publisher", 1.0), Statement("Albaydar", "og:site_name", 1.0),
              Statement("البيدر", "og:site_name", 1.0))  # fmt: skip
    assert Metadata(sites=stated).site_names == ("البيدر", "Albaydar")


def test_plain_text_loads_no_html_parser():
    code = (
        "import newscli, sys; newscli.parse('خبر\\nفقرة'.encode()).title; "
        "sys.exit(any(m.startswith('selectolax') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
