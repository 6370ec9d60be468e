"""A fuzzer of few lines: pieces of seeds cut, doubled, swapped, and mixed with what articles and attacks are made of.

    python fuzz/mutate.py [--inputs 50000] [--seed 1] [--minutes 10] [--crashes DIR]

The same seed gives the same inputs. Each input that brings about what none may is written to DIR, with its message.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from stages import Fault, try_one

ROOT = Path(__file__).parent.parent
LONGEST = 20_000  # bytes
# What articles and attacks are made of.
_TEXTS = (
    "<p>", "</p>", "<div class=date>", "<h1>", "<a href=x>", "</a>", "<br>", "<li>", "<table><tr><td>", "<script>",
    "</script>", "<!--", "-->", "<title>", "</title>", '<meta property="og:title" content="',
    '<meta charset="windows-1256">', "<time datetime=", '<script type="application/ld+json">',
    '{"@type":"NewsArticle","headline":"', '\\ud83d', '","author":{"name":"', '"}', "]", "{", "&amp;", "&#0;",
    "&#x202e;", "&nbsp;", "\x1b[2J", "\x1b]0;", "\x07", "\u009b", "\u009d", "\u202e", "\u2066", "\u200f", "\u00ad",
    "القاهرة - رويترز: ", "كتب: محمد علي", "كتبت ", "5/6/2015", "-5/6/2015", "١٢ أغسطس ٢٠١٥", "31/02/2020",
    "الساعة 25:61", "رجب 1436 هـ", "منذ ساعتين", "المصدر: ", "نقلا عن ", "وكالات",
    "ملحوظة: مضمون هذا الخبر تم كتابته بواسطة ", "اقرأ أيضا: ", "جميع الحقوق محفوظة", "\n", "\n\n", "\r\n", "\t",
    " ", "\u3000", "\u2028", "\x00", "\x1f", "\ufeff", "\ufffd", "ـ", "\u064e", "ﷺ", "😀", "\ud800", "|", " - ",
    "[caption id=x]", "[/caption]", "http://a.b/c", "a@b.c", "#وسم", "«", "»", "(", ")", "…", "0",
    "99999999999999999999", "٠",
)  # fmt: skip
_BYTES = (
    b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xc7\xe1", b"\x80", b"\xed\xa0\xbd", b"\x06", b"PK\x03\x04", b"%PDF-",
    b"WARC/1.0\r\n",
)  # fmt: skip
TOKENS = (*(each.encode("utf-8", "surrogatepass") for each in _TEXTS), *_BYTES)


def mutated(seeds: list[bytes], chance: random.Random) -> bytes:
    """One input: a seed after some mutations."""
    data = bytearray(chance.choice(seeds))
    if chance.random() < 0.3:
        data = data[: chance.randrange(1, 1_500)]
    for _ in range(1 << chance.randrange(7)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + 1 + int(chance.expovariate(1 / 40)))
        match chance.randrange(7):
            case 0:
                del data[at:end]
            case 1:
                data[at:at] = data[at:end] * chance.randrange(1, 30)
            case 2:
                data[at:at] = chance.choice(TOKENS) * (1 if chance.random() < 0.9 else chance.randrange(2, 200))
            case 3:
                data[at:end] = chance.choice(TOKENS)
            case 4:
                other = chance.choice(seeds)
                start = chance.randrange(len(other))
                data[at:end] = other[start : start + chance.randrange(1, 400)]
            case 5 if at < len(data):
                data[at] = chance.randrange(256)
            case _:
                data = data[at:] + data[:at]
        del data[LONGEST:]
    return bytes(data)


def main() -> int:
    """Try inputs until there were enough, or the time is over; comes back with 1 if any brought about a fault."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--inputs", type=int, default=50_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--minutes", type=float, default=60.0)
    options.add_argument("--crashes", type=Path, default=Path("crashes"))
    asked = options.parse_args()
    chance = random.Random(asked.seed)
    golden = ROOT / "tests" / "golden"
    seeds = [
        path.read_bytes()
        for path in sorted([*(ROOT / "samples").iterdir(), *golden.glob("*/input*")])
        if path.is_file()
    ]
    end = time.monotonic() + 60 * asked.minutes
    articles = done = 0
    faults: Counter[str] = Counter()
    while done < asked.inputs and time.monotonic() < end:
        data = mutated(seeds, chance)
        done += 1
        try:
            articles += try_one(data)
        except (Exception, Fault) as error:
            message = f"{type(error).__name__}: {error!s:.160}"
            faults[message] += 1
            if faults[message] == 1:
                asked.crashes.mkdir(parents=True, exist_ok=True)
                (asked.crashes / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
                print(f"{done}: {message}", flush=True)
    found = sum(faults.values())
    print(f"{done} inputs of {len(seeds)} seeds, {articles} of them read; {found} faults, seed {asked.seed}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
