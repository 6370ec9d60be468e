"""How the cost of reading grows with the source: size, depth, blocks, links, one giant paragraph; HTML and text.

    python benchmarks/curves.py [--most 10000000] [--json]

Each curve is a family of made-up sources, each ten times as large as the one before it. What is printed is the CPU time
of one reading with all fields, and how it grew: linear reading takes about ten times as long for ten times as much
(less while the source is small, since every call costs something).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from time import process_time

import newscli

SENTENCE = "قال الوزير في مؤتمر صحافي عقده اليوم إن الحكومة ستبدأ تنفيذ المشروع الجديد في مطلع السنة المقبلة"
TITLE = "عنوان الخبر الكبير"
LINK = '<li><a href="/news/12345">خبر آخر من أخبار اليوم</a></li>'
FIRST = 10_000  # bytes of the smallest source
FACTOR = 10


def _paragraphs(size: int, form: str) -> str:
    """Different paragraphs, `form` with each of them in it, of `size` bytes together."""
    each = len(form.format(f"{SENTENCE} وفق البند 1000.").encode())
    return "".join(form.format(f"{SENTENCE} وفق البند {number}.") for number in range(max(1, size // each)))


def _page(body: str) -> str:
    story = "".join(f"<p>{SENTENCE} وفق البند {number}.</p>" for number in range(6))
    return f"<html><body><h1>{TITLE}</h1><article>{story}</article>{body}</body></html>"


# What grows -> a source of so many bytes.
CURVES: dict[str, Callable[[int], str]] = {
    "HTML, paragraphs of the story": lambda size: f"<h1>{TITLE}</h1>" + _paragraphs(size, "<p>{}</p>\n"),
    "HTML, short blocks": lambda size: _page("<div class='item'>خبر قصير</div>" * (size // 45)),
    "HTML, links": lambda size: _page(LINK * (size // len(LINK.encode()))),
    "HTML, depth": lambda size: _page("<div>" * (size // 13) + "قاع" + "</div>" * (size // 13)),
    "HTML, one giant paragraph": lambda size: f"<h1>{TITLE}</h1><p>{_paragraphs(size, '{} ')}</p>",
    "text, paragraphs": lambda size: f"{TITLE}\n\n" + _paragraphs(size, "{}\n\n"),
    "text, short lines": lambda size: f"{TITLE}\n\n" + "سطر قصير\n" * (size // 16),
    "text, one giant paragraph": lambda size: f"{TITLE}\n\n" + _paragraphs(size, "{} "),
}


def measure(most: int) -> dict[str, list[tuple[int, float]]]:
    """(bytes, CPU seconds) of each source of each curve, up to `most` bytes."""
    newscli.parse(CURVES["HTML, links"](FIRST))  # tables are loaded once, by the first call
    found: dict[str, list[tuple[int, float]]] = {}
    for name, make in CURVES.items():
        size = FIRST
        while size <= most:
            data = make(size).encode()
            began = process_time()
            newscli.parse(data)
            found.setdefault(name, []).append((len(data), process_time() - began))
            size *= FACTOR
    return found


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--most", type=int, default=10_000_000, help="bytes of the largest source")
    ask.add_argument("--json", action="store_true")
    options = ask.parse_args()
    found = measure(options.most)
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    sizes = [size for size, _ in max(found.values(), key=len)]
    print("| CPU ms | " + " | ".join(f"{round(size, -3) / 1000:,.0f} KB | x" for size in sizes) + " | MB/s |")
    print("|---|" + "---:|---:|" * len(sizes) + "---:|")
    for name, curve in found.items():
        before = [None, *(seconds for _, seconds in curve)]
        cells = (
            f"{1000 * seconds:.1f} | {f'{seconds / old:.1f}' if old else ''}"
            for (_, seconds), old in zip(curve, before, strict=False)
        )
        print(f"| {name} | " + " | ".join(cells) + f" | {curve[-1][0] / curve[-1][1] / 1e6:.1f} |")


if __name__ == "__main__":
    main()
