"""HTML in which page text is only ever text: whatever is no `Markup` is escaped on its way into an element."""

from __future__ import annotations

import base64
import hashlib
import html
from functools import cache
from pathlib import Path

from newscli.rtl import paragraph
from newscli.wording import Language


class Markup(str):
    """Text that is HTML already. Every other string is escaped on its way into an element."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: str | None) -> Markup:
    """An HTML element with its children and attributes escaped; attributes that are None are left out.

    A trailing underscore is dropped from an attribute's name, an inner one becomes a hyphen.

    >>> element("p", "<b>", class_="text", data_role='"', id=None)
    '<p class="text" data-role="&quot;">&lt;b&gt;</p>'
    """
    inside = "".join(child if isinstance(child, Markup) else html.escape(child) for child in children)
    return Markup(f"<{name}{_attributes(attributes)}>{inside}</{name}>")


def void(name: str, /, **attributes: str | None) -> Markup:
    """An element that has no end tag."""
    return Markup(f"<{name}{_attributes(attributes)}>")


def joined(parts: list[Markup], between: str) -> Markup:
    """Parts with a text between two."""
    return Markup(html.escape(between).join(parts))


def _attributes(attributes: dict[str, str | None]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )


def page(title: str, *body: str, tongue: Language, script: str | None = None) -> str:
    """A complete page with the report's style sheet and, if named, one of its scripts; nothing else is let in."""
    style = _file("report.css")
    scripts = [element("script", Markup(_file(script)))] if script else []
    head = element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_policy(script)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", Markup(style)),
    )
    direction = "rtl" if tongue == "ar" else "ltr"
    return f"<!doctype html>\n{element('html', head, element('body', *body, *scripts), lang=tongue, dir=direction)}\n"


@cache
def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


@cache
def _policy(script: str | None) -> str:
    scripts = f"script-src '{_digest(_file(script))}'; " if script else ""
    style = f"style-src '{_digest(_file('report.css'))}'"
    return f"default-src 'none'; {scripts}{style}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def direction(text: str) -> str:
    """The value of `dir` for a text."""
    return "rtl" if paragraph.direction([text]) == "R" else "ltr"


def is_web(address: str) -> bool:
    """Whether an address is one of the web's."""
    return address.lower().startswith(("http://", "https://"))


def link(address: str, text: str | None = None) -> Markup:
    """A link if the address is one of the web's, else text: no other scheme is worth the risk."""
    label = text or address
    if is_web(address):
        return element("a", label, href=address, rel="noreferrer noopener", dir="auto")
    return element("bdi", label)


def path(name: str) -> Markup:
    """A file's name, each folder isolated from the next, for an element that runs from left to right."""
    return joined([element("bdi", folder) for folder in name.split("/")], "/")


def english(name: str, *children: str, class_: str | None = None) -> Markup:
    """An element of what is English in every report: reasons, places, code."""
    return element(name, *children, class_=class_, lang="en", dir="ltr")
