"""Other extractors behind one door: decoded HTML in, newscli's keys out as far as they have them.

They come with `pip install "newscli[peers]"`; what is not installed is left out, and said so. The same table serves
`quality.py` and `speed.py`, so that what is timed is what is scored.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from importlib import import_module, metadata
from typing import Any

Extract = Callable[[str], dict[str, Any]]


def trafilatura() -> Extract:
    """With metadata, without comments: what its command gives."""
    bare_extraction = import_module("trafilatura").bare_extraction

    def extract(html: str) -> dict[str, Any]:
        found = bare_extraction(html, with_metadata=True, include_comments=False)
        if found is None:
            return {}
        authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
        return {"title": found.title, "authors": authors, "published": found.date, "body": found.text}

    return extract


def newspaper4k() -> Extract:
    """With its Arabic stop words."""
    newspaper = import_module("newspaper")

    def extract(html: str) -> dict[str, Any]:
        article = newspaper.Article("http://page.invalid/", language="ar", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return {
            "title": article.title, "authors": article.authors, "published": _day(article.publish_date),
            "body": article.text,
        }  # fmt: skip

    return extract


def readability_lxml() -> Extract:
    """The summary's text and the short title."""
    readability, lxml_html = import_module("readability"), import_module("lxml.html")

    def extract(html: str) -> dict[str, Any]:
        document = readability.Document(html)
        return {"title": document.short_title(), "body": lxml_html.fromstring(document.summary()).text_content()}

    return extract


def resiliparse() -> Extract:
    """Its main-content text and the page's title; no fields."""
    plain_text = import_module("resiliparse.extract.html2text").extract_plain_text
    tree_of = import_module("resiliparse.parse.html").HTMLTree.parse

    def extract(html: str) -> dict[str, Any]:
        tree = tree_of(html)
        return {"title": tree.title, "body": plain_text(tree, main_content=True, alt_texts=False, links=False)}

    return extract


def goose3() -> Extract:
    """With its Arabic stop words."""
    configuration = {
        "stopwords_class": import_module("goose3.text").StopWordsArabic, "enable_image_fetching": False
    }  # fmt: skip
    goose = import_module("goose3").Goose(configuration)

    def extract(html: str) -> dict[str, Any]:
        article = goose.extract(raw_html=html)
        return {
            "title": article.title, "authors": article.authors, "published": _day(article.publish_date),
            "body": article.cleaned_text,
        }  # fmt: skip

    return extract


def justext() -> Extract:
    """With its Arabic stop list; body alone."""
    module = import_module("justext")
    words = module.get_stoplist("Arabic")

    def extract(html: str) -> dict[str, Any]:
        paragraphs = module.justext(html.encode(), words, encoding="utf-8")
        return {"body": "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)}

    return extract


def boilerpy3() -> Extract:
    """Its article extractor."""
    extractor = import_module("boilerpy3.extractors").ArticleExtractor()

    def extract(html: str) -> dict[str, Any]:
        document = extractor.get_doc(html)
        return {"title": document.title, "body": document.content}

    return extract


# The name of the distribution -> what makes its extractor.
TABLE: dict[str, Callable[[], Extract]] = {
    "trafilatura": trafilatura, "newspaper4k": newspaper4k, "readability-lxml": readability_lxml,
    "resiliparse": resiliparse, "goose3": goose3, "justext": justext, "boilerpy3": boilerpy3,
}  # fmt: skip


def installed(names: list[str] | None = None) -> dict[str, Extract]:
    """The extractors of the peers named (of all, unless told), those that are missing named on standard error."""
    found: dict[str, Extract] = {}
    for name in names or TABLE:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found[name] = TABLE[name]()
        except ImportError as error:
            print(f'{name} is left out: {error} (pip install "newscli[peers]")', file=sys.stderr)
    return found


def guarded(name: str, extract: Extract) -> Extract:
    """The same extractor; a page on which it fails has no fields, and the failure is named on standard error."""

    def call(html: str) -> dict[str, Any]:
        try:
            return extract(html)
        except Exception as error:  # a peer's crash is a result
            print(f"{name} failed: {type(error).__name__}: {error}", file=sys.stderr)
            return {}

    return call


def versions(names: list[str]) -> dict[str, str]:
    """The installed versions of distributions, those not installed left out."""
    found = {}
    for name in names:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _day(moment: object) -> str | None:
    return str(moment)[:10] if moment else None
