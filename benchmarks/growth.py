#!/usr/bin/env python3
"""How the cost of reading grows: each of a list of atoms repeated in each slot of an article, at 16, 64 and 256 KB.

    python benchmarks/growth.py [--sizes 16 64 256] [--slots title meta ...] [--atoms ...]

Each input is read (article, JSON with blocks, plain view and a terminal's) by a process of its own. The exponent is
that of processor time and of memory between the smallest and the largest size, beyond what an empty slot takes; more
than 1.3 fails, as does an input of 256 KB that takes more than a second or 200 MB. Comes back with 1 if any does.

The tests ask for `power`, that of steps instead of time: they are counted, and the same whatever else a machine does.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import resource
import sys
from collections.abc import Callable, Iterator
from math import inf, log
from types import FrameType
from typing import Any, NamedTuple

import newscli.regex

MOST = 1.3  # exponent
SECONDS, MEGABYTES = 1.0, 200  # for 256 KB, in proportion for more
_NOTICEABLE = 0.4, 48  # seconds and MB at the largest size, from which an exponent is more than noise
_LIMIT = 20  # seconds and then the input is given up
_MOST_STEPS = 100_000_000  # and then it is given up where steps are counted; 64 KB take 0.3 to 17 millions
_FEWEST_STEPS = 1  # a byte of the largest size, from which an exponent of steps is more than a threshold passed

TITLE = "القطار الليلي يعود إلى رأس الجوز"
STORY = (
    "أعلنت إدارة السكك في رأس الجوز أن القطار الليلي سيعود إلى العمل في نهاية الشهر، بعد توقف دام عامين.",
    "وقال مدير المحطة نادر الحلواني إن العربات الجديدة تتسع لثلاثمئة راكب، وإن التذاكر ستباع على الشبكة.",
    "وينتظر أن يقطع القطار المسافة إلى العاصمة في أربع ساعات، مع توقف قصير قبل منتصف الليل.",
)


def _page(head: str = "", before: str = "", after: str = "", title: str = TITLE) -> str:
    story = "".join(f"<p>{each}</p>" for each in STORY)
    return (
        f"<!DOCTYPE html><html lang=ar><head><title>{title}</title>{head}</head>"
        f"<body>{before}<article><h1>{TITLE}</h1>{story}{after}</article></body></html>"
    )


def _data(member: str) -> str:
    return _page(f'<script type="application/ld+json">{{"@type":"NewsArticle",{member}}}</script>')


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _meta(name: str) -> Callable[[str], str]:
    return lambda text: _page(f'<meta property="{name}" content="{_quoted(text)}">')


def _member(name: str) -> Callable[[str], str]:
    escaped = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n"})
    return lambda text: _data(f'"{name}":"{text.translate(escaped)}"')


def _text(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


# Where an atom is repeated: the slot's name, and the source that holds the repetition.
SLOTS: dict[str, Callable[[str], str]] = {
    "bytes": lambda text: text,
    "title": lambda text: _page(title=f"{TITLE} {_quoted(text)}"),
    "heading": lambda text: _page(before=f"<h1>{_quoted(text)}</h1>"),
    "og:title": _meta("og:title"),
    "author meta": _meta("author"),
    "date meta": _meta("article:published_time"),
    "keywords": _meta("article:tag"),
    "site": _meta("og:site_name"),
    "url": _meta("og:url"),
    "json-ld": lambda text: _page(f'<script type="application/ld+json">{{bad {text}</script>'),
    "json-ld headline": _member("headline"),
    "json-ld body": _member("articleBody"),
    "json-ld author": _member("author"),
    "json-ld date": _member("datePublished"),
    "paragraph": lambda text: _page(after=f"<p>{_quoted(text)}</p>"),
    "markup": lambda text: _page(after=text),
    "class": lambda text: _page(after=f'<p class="{_quoted(text)}">{STORY[0]}</p>'),
    "link": lambda text: _page(after=f'<p><a href="{_quoted(text)}">{STORY[0]}</a></p>'),
    "caption": lambda text: _page(after=f"<figure><img alt=x><figcaption>{_quoted(text)}</figcaption></figure>"),
    "byline": lambda text: _page(before=f'<span class="author">كتب: {_quoted(text)}</span>'),
    "date": lambda text: _page(before=f'<span class="date">نشر في {_quoted(text)}</span>'),
    "dateline": lambda text: _page(after=f"<p>القاهرة - {_quoted(text)}: {STORY[1]}</p>"),
    "notice": lambda text: _page(after=f"<p>ملحوظة: مضمون هذا الخبر تم كتابته بواسطة {_quoted(text)}</p>"),
    "paragraphs": lambda text: _page(after="<p>" + text.replace("\n", "<p>").replace(" ", "<p>")),
    "items": lambda text: _page(after="<ul><li>" + _quoted(text).replace(" ", "<li>") + "</ul>"),
    "line": lambda text: _text(TITLE, *STORY, text.replace("\n", " ")),
    "first line": lambda text: _text(text.replace("\n", " "), *STORY),
    "lines": lambda text: _text(TITLE, *STORY, text.replace(" ", "\n")),
    "text paragraphs": lambda text: _text(TITLE, *STORY, text.replace(" ", "\n\n")),
    "credit line": lambda text: _text(TITLE, "كتب محمد " + text.replace("\n", " "), *STORY),
    "date line": lambda text: _text(TITLE, "الأحد 5 يناير 2015 " + text.replace("\n", " "), *STORY),
    "opening": lambda text: _text(TITLE, f"القاهرة ({text.replace(chr(10), ' ')}) - {STORY[0]}", *STORY),
}
ATOMS = (
    " ", "ا", "ا ", "كلمة ", "كلمة. ", "كلمة، ", "- ", "-", "ـ", "ا - ", "|", " | ", "ا|", ": ", ":", "/", "ا/ا ",
    "،", ".", "… ", "؟", "!", "(", ")", "( ", "(ا) ", "[", "]", "[caption id=x]", "[caption id=x]كلمة[/caption] ",
    "{", "{\"a\":", "[[", "\"", "\\", "\\\"", "\\u", ",,", "'", "«", "»", "«ا» ", "<", "<p>", "<p><b>", "<div>",
    "<div x>", "<b id=x>", "</p>", "<a href=x>", "<a>ا</a> ", "<span>", "<br>", "ا<br>", "<!--", "-->", "--> ", "<!",
    "<table>", "<td>", "<li>", "<h1>ا", "<h2>عنوان آخر</h2>", "<option>", "<select>", "<svg>", "<script>", "<title>",
    "<meta ", "<meta name=author content=ا>", "<meta charset=", "charset= ", "<time datetime=2015-05-17>", "<img>",
    "<p class=date>", "<p class='author x'>ا ", "<div id=a>", "&", "&amp;", "&nbsp;", "&#1575;", "&lt;", "1", "1 ",
    "١", "5/", "5/6/2015 ", "5-6-2015", "2015", "12:30 ", "10:", "ص ", "م ", "AM ", "الأحد ", "5 يناير ", "يناير ",
    "5 يناير 2015 ", "رجب 1436 ", "الموافق ", "منذ ", "قبل ساعة ", "وكالات - ", "رويترز ", "رويترز، ", "رويترز - ",
    "د ب أ ", "أ ف ب", "القاهرة - ", "القاهرة (رويترز) - ", "القاهرة، ", "كتب ", "كتب: ", "بقلم ", "محمد ",
    "محمد علي ", "محمد علي - ", "عبد ", "و", "وا ", "د. ", "أ.د. ", "مراسل ", "المصدر: ", "المصدر ", "نقلا عن ",
    "بواسطة ", "اقرأ أيضا ", "اقرأ أيضا: ", "ملحوظة: ", "جميع الحقوق محفوظة ", "الآراء الواردة ", "تصوير: ", "صورة ",
    "الرئيسية > ", "الرئيسية / ", "http://a ", "http://", "www.", "a@b.c ", "a@", "@", "#", "#ا ", "* ", "• ", "1. ",
    "1) ", "\n", "\n\n", "ا\n", "- ا\n", "\r\n\t", "\t", "\u00a0", "\u200f", "\u200f ", "\u064e", "ا\u064e",
    "\u0640 ", "\x00", "\x1b[", "\x1b]", "\u009d", "\u202e", "\u2066", "\ufeff", "\ufffd", "\u2028", "\u3000", "_",
    "ا_", "a-", "x/", "?a=", "=", "😀", "\u0301", "ﷺ", "ﻻ", "a", "a ", "Ã\u0098", "Ø§", "%D8", "\ud83d",
)  # fmt: skip


class Cost(NamedTuple):
    """What one reading took: seconds of processor time and MB beyond what the process had."""

    seconds: float
    megabytes: float


def read(source: str) -> None:
    """Everything that newscli does with an article."""
    import newscli
    from newscli.show.parts import plain
    from newscli.show.reader import View, render

    try:
        article = newscli.parse(source)
    except newscli.NewsError:
        return
    article.to_json(blocks=True)
    plain(article)
    for _ in render(article, View()):
        pass


def cost(source: str) -> Cost | None:
    """The cost of a source in a process of its own; None if it was not done within the limit."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (_LIMIT, _LIMIT))
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        status = 0
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        try:
            read(source)
        except BaseException as error:
            sys.stderr.write(f"{error!r:.300}\n")
            status = 3
        used = resource.getrusage(resource.RUSAGE_SELF).ru_utime - before
        sys.stderr.flush()
        os._exit(status if used < _LIMIT else 2)
    _, state, used = os.wait4(child, 0)
    status = os.waitstatus_to_exitcode(state)
    if status == 3:
        raise RuntimeError("fault")
    return None if status else Cost(used.ru_utime, used.ru_maxrss / 1024)


def grown(slot: str, atom: str, sizes: list[int]) -> list[Cost | None]:
    """The costs of an atom in a slot at each size (in KB), beyond that of an empty one."""
    make = SLOTS[slot]
    nothing = cost(make("")) or Cost(0, 0)
    found: list[Cost | None] = []
    for size in sizes:
        source = make(atom * max(1, (size << 10) // len(atom.encode("utf-8", "surrogatepass"))))
        one = cost(source)
        found.append(one and Cost(one.seconds - nothing.seconds, max(0.0, one.megabytes - nothing.megabytes)))
        if one is None:
            break
    return found


def exponent(small: float, large: float, times: float) -> float:
    """With which power of its size a cost grows."""
    return log(max(large, 1e-4) / max(small, 1e-4)) / log(times)


def power(slot: str, atom: str, sizes: list[int]) -> float:
    """With which power of the size (in KB) the steps of reading an atom in a slot grow, beyond those of a little one.

    An empty one may be read in another way, which costs more: «كتب:» alone has the next line looked at.

    Infinite where there are too many to be counted, 0 where there are next to none.
    """
    make = SLOTS[slot]
    bytes_each = len(atom.encode("utf-8", "surrogatepass"))
    none, little, small, large = (
        _steps_apart(make(atom * ((size << 8) // bytes_each))) for size in (0, sizes[0], *(4 * size for size in sizes))
    )
    little = min(none, little)
    least, times = _FEWEST_STEPS * sizes[1] << 10, sizes[1] / sizes[0]
    if large > _MOST_STEPS:
        return inf
    return exponent(max(small - little, least / times), large - little, times) if large - little > least else 0.0


def _steps_apart(source: str) -> int:
    """The steps in a process of its own, which nothing is left of."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(writing, str(steps(source)).encode())
        except BaseException as error:
            sys.stderr.write(f"{error!r:.300}\n")
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    if not told:
        raise RuntimeError("fault")
    return int(told)


class _TooMany(BaseException):
    """More steps than anybody waits for."""


def steps(source: str) -> int:
    """What reading a source takes, counted: lines of Python run, and characters that strings and patterns look at.

    Given up beyond `_MOST_STEPS`. Patterns go on counting: for a process of its own.
    """
    counted = 0

    def add(some: int) -> None:
        nonlocal counted
        counted += some
        if counted > _MOST_STEPS:
            raise _TooMany

    def line(frame: FrameType, event: str, arg: object) -> Callable[..., Any]:
        add(1)
        return line

    def call(frame: FrameType, event: str, arg: object) -> None:
        if event == "c_call" and isinstance(text := getattr(arg, "__self__", None), str | bytes):
            add(len(text))

    _count_patterns(add)
    sys.setprofile(call)
    sys.settrace(line)
    try:
        read(source)
    except _TooMany:
        pass
    finally:
        sys.settrace(None)
        sys.setprofile(None)
    return counted


def _count_patterns(looked_at: Callable[[int], None]) -> None:
    """Make all patterns of newscli counting ones, those too that were compiled before."""
    compiled = newscli.regex._compiled
    newscli.regex._compiled = lambda pattern, flags: _Counting(compiled(pattern, flags), looked_at)
    for each in gc.get_objects():
        if isinstance(each, newscli.regex._Uncompiled):
            for method in vars(each).keys() - {"pattern", "_flags"}:
                delattr(each, method)


class _Counting:
    """A compiled pattern that counts the characters it looks at, up to the end of what it finds."""

    def __init__(self, pattern: re.Pattern[Any], looked_at: Callable[[int], None]) -> None:
        self._pattern, self._looked_at = pattern, looked_at

    def __getattr__(self, name: str) -> Any:
        whole = getattr(self._pattern, name)
        if name not in ("findall", "split", "sub", "subn"):
            return whole

        def counting(*given: Any, **named: Any) -> Any:
            self._looked_at(len(given[name.startswith("sub")]))
            return whole(*given, **named)

        return counting

    def search(self, text: Any, start: int = 0, end: int = sys.maxsize) -> Any:
        return self._counted(self._pattern.search(text, start, end), start, min(len(text), end))

    def match(self, text: Any, start: int = 0, end: int = sys.maxsize) -> Any:
        return self._counted(self._pattern.match(text, start, end), start, start)

    def fullmatch(self, text: Any, start: int = 0, end: int = sys.maxsize) -> Any:
        return self._counted(self._pattern.fullmatch(text, start, end), start, start)

    def finditer(self, text: Any, start: int = 0, end: int = sys.maxsize) -> Iterator[Any]:
        for found in self._pattern.finditer(text, start, end):
            start = self._counted(found, start, start).end()
            yield found
        self._looked_at(max(0, min(len(text), end) - start))

    def _counted(self, found: Any, start: int, otherwise: int) -> Any:
        """What was found, once the way to its end, or to what was looked at otherwise, is counted."""
        self._looked_at(max(0, (found.end() if found else otherwise) - start) + 1)
        return found


def verdicts(costs: list[Cost | None], sizes: list[int]) -> Iterator[str]:
    """What is over the bound."""
    last = costs[-1]
    if last is None:
        yield f"{sizes[len(costs) - 1]} KB not done in {_LIMIT} s"
        return
    share = max(1.0, sizes[-1] / 256)
    if last.seconds > SECONDS * share:
        yield f"{last.seconds:.2f} s"
    if last.megabytes > MEGABYTES * share:
        yield f"{last.megabytes:.0f} MB"
    former = costs[-2]
    if len(costs) < 2 or former is None:
        return
    times = sizes[-1] / sizes[-2]
    for name, index, least in (("time", 0, _NOTICEABLE[0]), ("memory", 1, _NOTICEABLE[1])):
        power = exponent(max(former[index], least / times**2), last[index], times)
        if last[index] > least and power > MOST:
            yield f"{name} n^{power:.2f} ({former[index]:.2f}, {last[index]:.2f})"


def main() -> int:
    """Try every atom in every slot."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[16, 64, 256], metavar="KB")
    options.add_argument("--slots", nargs="+", default=list(SLOTS), choices=SLOTS)
    options.add_argument("--atoms", nargs="+", default=ATOMS)
    asked = options.parse_args()
    read(_page())
    read(_text(TITLE, *STORY))
    gc.freeze()
    bad = done = 0
    for slot in asked.slots:
        for atom in asked.atoms:
            done += 1
            try:
                found = list(verdicts(grown(slot, atom, asked.sizes), asked.sizes))
            except RuntimeError as error:
                found = [str(error)]
            bad += bool(found)
            if found:
                print(f"{slot}: {atom!r}: {'; '.join(found)}", flush=True)
    print(f"{done} pairs of slot and atom, {bad} over the bound")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
