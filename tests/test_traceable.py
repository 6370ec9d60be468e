"""Nothing is lost and everything can be found: blocks cover a source once, and their places give their texts back."""

import os
import re
from html import unescape
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import newscli
from newscli.arabic.letters import strip_invisible
from newscli.model import Source
from newscli.read.decode import decode

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("NEWSCLI_SHARED") or ROOT.parent / "shared")
SUFFIXES = (".txt", ".html")
MARKER = re.compile(r"([*+o#@•-]|\d+\.)?")  # how a text browser's dump marks a list item: markup, not text
UNSEEN = ["head", "script", "style", "svg", "iframe", "template", "title", "textarea", "math", "object"]


# Refused by design: a feed holds many articles.
FEEDS = {"aksalser_rss__1.html"}


def sources():
    """The samples, and the gold articles where there are any."""
    folders = (ROOT / "samples", *(SHARED / "gold" / name for name in ("html", "text", "dump", "not-articles")))
    found = (
        path
        for folder in folders
        for path in sorted(folder.glob("*"))
        if path.suffix in SUFFIXES and path.name not in FEEDS
    )
    return [pytest.param(path, id=f"{path.parent.name}/{path.name}") for path in found]


def bare(text):
    """Text without white space and what cannot be seen, entities resolved as often as it takes."""
    text = strip_invisible(unescape(unescape(text)))
    return re.sub(r"[\s\x00]+", "", text)


def read(path):
    document = decode(Source(path.read_bytes(), path=str(path)))
    return document, newscli.parse_file(path)


@pytest.fixture(scope="module", params=sources())
def parsed(request):
    return read(request.param)


def test_blocks_cover_the_source_once(parsed):
    document, article = parsed
    check = check_markup if document.info.format == "html" else check_text
    check(document.text, article)


def check_text(text, article):
    end = 0
    for block in article.blocks:
        assert MARKER.fullmatch(bare(text[end : block.start])), "text that no block holds"
        assert bare(text[block.start : block.end]) == bare(block.text)
        assert text.count("\n", 0, block.start) + 1 == block.line
        end = block.end
    assert bare(text[end:]) == ""


def check_markup(text, article):
    page = LexborHTMLParser(text)
    page.strip_tags(UNSEEN)
    assert "".join(bare(block.text) for block in article.blocks) == bare(page.root.text() if page.root else "")


def test_the_path_of_a_block_selects_the_one_element_that_holds_it(parsed):
    document, article = parsed
    if document.info.format == "text":
        assert {block.path for block in article.blocks} <= {None}
        return
    page = LexborHTMLParser(document.text)
    selected = {path: page.css(path) for path in {block.path for block in article.blocks}}
    page.strip_tags(UNSEEN)  # now that all are selected: a script between two words of a block is no text
    for path, elements in selected.items():
        assert len(elements) == 1, f"{path} selects {len(elements)} elements"
        held = bare(elements[0].text())
        assert [block.text for block in article.blocks if block.path == path and bare(block.text) not in held] == []


# Where a field may stand besides the blocks of its own name: a formula PLACE - PERSON, PERSON - DATE is one block.
# A writer may be named in another line, and the section beside the day: «مجتمع - 18 غشت 2025».
ROLES = {"byline": ("byline", "dateline", "credit", "date", "title"), "section": ("section", "date")}


def test_every_field_stands_in_a_block_of_its_role_or_in_the_metadata(parsed):
    _, article = parsed
    said = [bare(value) for _, value in article.metadata]
    fields = {
        "title": article.title, "kicker": article.kicker, "disclaimer": article.disclaimer,
        "dateline": article.dateline and article.dateline.text, "byline": article.byline and article.byline.text,
        "section": article.section,
    }  # fmt: skip
    for name, text in fields.items():
        roles = ROLES.get(name, (name,))
        blocks = bare("".join(block.text for block in article.blocks if block.role in roles))
        assert not text or bare(text) in blocks or any(bare(text) in value for value in said), name
    body = [block.text for block in article.blocks if block.role == "body"]
    assert not article.body or article.body == "\n\n".join(body)
