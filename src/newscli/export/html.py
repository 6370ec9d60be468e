"""A small newspaper for offline reading: a page an article, and an index by day; right-to-left, without network."""

from __future__ import annotations

import os
from html import escape
from operator import attrgetter
from urllib.parse import quote

from msgspec import Struct

from newscli.export.entry import Entry, entry
from newscli.export.format import Format, Row, Settings
from newscli.export.names import Names

_LEAD = 180  # characters of the first paragraph that the index shows
_STYLE = """
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #6a655c; --line: #d8d2c6; --paper: #fbf9f4; --mark: #8a2b1d; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e5dc; --soft: #a39d90; --line: #3b3832; --paper: #191816; --mark: #e08a78; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.2rem 4rem; max-width: 42rem; background: var(--paper); color: var(--ink);
  font: 1.15rem/1.95 "Noto Naskh Arabic", "Amiri", "Geeza Pro", "Traditional Arabic", serif; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.5; margin: .3rem 0 .6rem; text-wrap: balance; }
h2 { font-size: 1.05rem; color: var(--mark); border-bottom: 1px solid var(--line); margin: 2.4rem 0 .8rem; }
h3 { font-size: 1.25rem; line-height: 1.6; margin: 0; }
a { color: inherit; } h3 a { text-decoration: none; } h3 a:hover { text-decoration: underline; }
nav, .facts, .from { color: var(--soft); font-size: .9rem; line-height: 1.7; }
.kicker { color: var(--mark); margin: 1rem 0 0; font-size: 1rem; }
.deck { font-size: 1.2rem; color: var(--soft); margin: 0 0 1rem; }
.facts { border-block: 1px solid var(--line); padding: .4rem 0; margin: 1rem 0 1.6rem; }
.dateline { font-weight: bold; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .8rem; color: var(--soft);
  font-size: .9rem; }
article + article { margin-top: 1.3rem; }
.from { margin: 0; } .lead { margin: .1rem 0 0; line-height: 1.75; font-size: 1rem; }
"""


class _Listed(Struct, frozen=True):
    """What the index tells of an article."""

    day: str
    title: str
    file: str
    lead: str
    outlet: str
    language: str | None


class _Writer:
    """Pages as they come; the index, which needs all of them, at the end."""

    def __init__(self, folder: str, settings: Settings) -> None:
        self._folder = folder
        self._names = Names(settings.name)
        self._listed: list[_Listed] = []
        os.makedirs(os.path.join(folder, "articles"), exist_ok=True)  # noqa: PTH103, PTH118

    def write(self, row: Row) -> None:
        one = entry(row)
        file = f"articles/{self._names.of(one)}.html"
        self._put(file, page(one, "../index.html"))
        title = one.title or (one.source.path if one.source else None) or "بلا عنوان"
        lead = one.paragraphs[0] if one.paragraphs else ""
        short = lead if len(lead) <= _LEAD else lead[:_LEAD].rpartition(" ")[0] + " …"
        outlet = "، ".join(dict.fromkeys((*one.outlets, *one.agencies)))
        self._listed.append(_Listed(one.day or "", title, file, short, outlet, one.language))

    def close(self) -> None:
        self._put("index.html", _index(self._listed))

    def _put(self, name: str, text: str) -> None:
        with open(os.path.join(self._folder, name), "xb") as file:  # noqa: PTH118, PTH123
            file.write(text.encode("utf-8", "replace"))


def page(one: Entry, index: str | None = None) -> str:
    """An article as a page of its own."""
    title = one.title or "بلا عنوان"
    back = f'<nav><a href="{index}">كل الأخبار</a></nav>' if index else ""
    return _document(title, one.language, back + "<main>" + "\n".join(_parts(one, title)) + "</main>")


def _parts(one: Entry, title: str) -> list[str]:
    parts = [_element("p", one.kicker, "kicker"), f"<h1>{_text(title)}</h1>", _element("p", one.subtitle, "deck")]
    writers = one.byline.text or "، ".join(one.authors) if one.byline else None
    credits = dict.fromkeys((*one.agencies, *one.outlets))
    facts = [writers, "، ".join(credits), one.published and one.published.replace("T", " ")]
    if any(facts):
        parts.append(f'<p class="facts">{" · ".join(f"<bdi>{_text(fact)}</bdi>" for fact in facts if fact)}</p>')
    for number, paragraph in enumerate(one.paragraphs):
        opening = _element("span", f"{one.dateline.text} -", "dateline") if one.dateline and number == 0 else ""
        parts.append(f"<p>{opening} {_text(paragraph)}</p>" if opening else f"<p>{_text(paragraph)}</p>")
    notes = [_element("p", one.disclaimer)]
    if one.url and one.url.startswith(("http://", "https://")):
        notes.append(f'<p dir="ltr"><a href="{escape(one.url)}" rel="noreferrer">{_text(one.url)}</a></p>')
    if any(notes):
        parts.append(f"<footer>{''.join(notes)}</footer>")
    return [part for part in parts if part]


def _index(listed: list[_Listed]) -> str:
    """Newest day first, articles of a day in the order of the inputs, those without a day last."""
    parts = [f"<h1>الأخبار</h1><p class='from'>{len(listed)} مادة</p>"]
    day: str | None = None
    for one in sorted(listed, key=attrgetter("day"), reverse=True):
        if one.day != day:
            day = one.day
            parts.append(f"<h2>{f'<bdi>{escape(day)}</bdi>' if day else 'بلا تاريخ'}</h2>")
        address = quote(one.file)
        parts.append(
            f'<article{_direction(one.language)}><h3><a href="{address}">{_text(one.title)}</a></h3>'
            f"{_element('p', one.outlet, 'from')}{_element('p', one.lead, 'lead')}</article>"
        )
    return _document("الأخبار", "ar", "\n".join(parts))


def _document(title: str, language: str | None, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{escape(language or "ar")}"{_direction(language)}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_text(title)}</title><style>{_STYLE}</style></head>\n<body>{body}</body></html>\n"
    )


_LEFT_TO_RIGHT = ("en", "fr", "de", "es", "it", "tr", "ru", "pt")


def _direction(language: str | None) -> str:
    return f' dir="{"ltr" if (language or "ar").partition("-")[0].lower() in _LEFT_TO_RIGHT else "rtl"}"'


def _element(tag: str, text: str | None, name: str = "") -> str:
    attribute = f' class="{name}"' if name else ""
    return f"<{tag}{attribute}>{_text(text)}</{tag}>" if text else ""


def _text(text: str) -> str:
    return escape(text.replace("\0", ""))


def _folder(path: str, settings: Settings) -> _Writer:
    return _Writer(path, settings)


FORMAT = Format("html", "a page an article and an index: a small newspaper", (), folder=_folder)
