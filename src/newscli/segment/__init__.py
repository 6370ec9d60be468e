"""From a decoded document to the pieces of its page: fragments of text, and what the page states of itself."""

from __future__ import annotations

from newscli.model import Document
from newscli.segment import plain
from newscli.segment.page import Page


def segment(document: Document) -> Page:
    """The page in a decoded document, HTML or plain text. Never raises; linear in the document's length."""
    if document.info.format == "html":
        from newscli.segment import html  # here, so that plain text loads no HTML parser

        return html.segment(document.text, document.url)
    return plain.segment(document.text, document.url)
