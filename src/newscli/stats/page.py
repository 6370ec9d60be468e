"""The statistics of an export as one self-contained page, right-to-left."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from newscli.lexicon.languages import IN_ARABIC
from newscli.stats.count import Statistics
from newscli.stats.plots import bars, days, matrix

_MOST_BARS, _MOST_ROWS, _MOST_COLUMNS = 15, 15, 18
_FIELDS = {
    "title": "العنوان", "dateline": "مكان الخبر ومصدره", "byline": "الكاتب", "published": "تاريخ النشر", "body": "النص",
    "attribution": "المصادر", "section": "القسم", "tags": "الوسوم", "site": "الموقع", "url": "الرابط",
    "images": "الصور",
}  # fmt: skip
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2530; --soft: #5b6675; --line: #dfe4ea; --paper: #fff; --mark: #1f6f8b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaf0; --soft: #9aa5b4; --line: #333c48; --paper: #14181d; --mark: #63b3cf; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.2rem 4rem; max-width: 52rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.7 "Noto Sans Arabic", "Noto Naskh Arabic", "Segoe UI", Tahoma, sans-serif; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2.4rem 0 .6rem; }
.soft { color: var(--soft); margin: .2rem 0 0; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .6rem;
  margin: 1.4rem 0 0; }
dl div { border-top: 2px solid var(--mark); padding: .4rem .2rem; } dt { color: var(--soft); font-size: .85rem; }
dd { margin: 0; font-size: 1.45rem; font-variant-numeric: tabular-nums; }
figure { margin: 0; overflow-x: auto; } svg { max-width: 100%; height: auto; display: block; }
figure.wide svg { max-width: none; }
svg text { font-size: 13px; fill: var(--ink); } svg .name { text-anchor: start; }
svg .number { text-anchor: end; fill: var(--soft); } svg .tick { text-anchor: start; fill: var(--soft); }
svg .day { text-anchor: middle; fill: var(--soft); font-size: 12px; }
svg .column { text-anchor: start; font-size: 12px; }
svg .centre { text-anchor: middle; font-size: 11px; } svg .inverse { fill: var(--paper); text-anchor: middle; }
svg .bar, svg .cell { fill: var(--mark); } svg .grid { stroke: var(--line); }
svg .line { fill: none; stroke: var(--mark); stroke-width: 2; } svg .area { fill: var(--mark); fill-opacity: .12; }
svg .dot { fill: var(--mark); }
"""


def page(found: Statistics, name: str) -> str:
    """The page; `name` says which export it is of."""
    title = f"إحصاءات {name}"
    body = "\n".join(_sections(found))
    return (
        '<!doctype html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n"
        f'<body><h1>الأخبار بالأرقام</h1><p class="soft"><bdi>{escape(name)}</bdi></p>\n{_facts(found)}\n{body}\n'
        "</body></html>\n"
    )


def _facts(found: Statistics) -> str:
    stories = found.articles - found.storyless
    dated = [day for day, number in found.days if number]
    facts = {
        "مواد": found.articles,
        "بلا خبر": found.storyless,
        "نسخ مكررة": found.duplicates,
        "بلا تاريخ": found.undated,
        "أيام": len(dated),
        "منافذ": len(found.outlets),
        "وكالات": len(found.agencies),
        "وسيط الكلمات": found.words[2] if stories else 0,
    }
    return (
        "<dl>" + "".join(f"<div><dt>{name}</dt><dd>{number:,}</dd></div>" for name, number in facts.items()) + "</dl>"
    )


def _sections(found: Statistics) -> Iterator[str]:
    if found.days:
        yield _figure("المواد في اليوم", days(found.days, "المواد في اليوم"))
    languages = tuple((IN_ARABIC.get(tag, tag), number) for tag, number in found.languages)
    lists = (
        ("الوكالات", found.agencies),
        ("المنافذ", found.outlets),
        ("الأماكن", found.places),
        ("الكتاب", found.authors),
        ("اللغات", languages),
    )
    for title, counts in lists:
        if counts:
            more = f" (أول {_MOST_BARS} من {len(counts):,})" if len(counts) > _MOST_BARS else ""
            yield _figure(title + more, bars(counts[:_MOST_BARS], title))
    if found.agencies_by_outlet:
        yield _wires(found)
    yield _figure("طول النص بالكلمات", bars(found.lengths, "طول النص بالكلمات"))
    missing = tuple((_FIELDS[name], number) for name, number in found.missing if number)
    if missing:
        yield _figure("ما لا تذكره الصفحات", bars(missing, "ما لا تذكره الصفحات"))


def _wires(found: Statistics) -> str:
    """Who prints whose wire: the agencies and outlets with the most such articles."""
    rows: dict[str, int] = {}
    columns: dict[str, int] = {}
    for agency, outlet, number in found.agencies_by_outlet:
        rows[agency] = rows.get(agency, 0) + number
        columns[outlet] = columns.get(outlet, 0) + number
    first = sorted(rows, key=lambda name: (-rows[name], name))[:_MOST_ROWS]
    across = sorted(columns, key=lambda name: (-columns[name], name))[:_MOST_COLUMNS]
    title = "من ينشر لأي وكالة"
    return _figure(title, matrix(found.agencies_by_outlet, first, across, title), wide=True)


def _figure(title: str, drawing: str, *, wide: bool = False) -> str:
    attribute = ' class="wide"' if wide else ""
    return f"<h2>{escape(title)}</h2><figure{attribute}>{drawing}</figure>"
