"""A fuzzer of few lines: articles cut, doubled, swapped, and mixed with what articles and attacks are made of.

    python fuzz/mutate.py --rounds 1-100 [--inputs 10000] [--processes 1] [--minutes 90] [--record rounds.jsonl]
    python fuzz/mutate.py --packed ...    # the same, in web archives, mail, feeds, tables, archives, compressed

A round is a number of inputs, made from the round's number alone and tried by a process of its own: the same numbers
give the same inputs. What a round found is a line of the record, which also tells what is done: a run that was stopped
goes on where it ended. An input that brings about what none may is written to `--crashes`; then 1 comes back.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import random
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from grammar import grown
from packed import packed
from stages import Fault, confine, peak, try_one, try_packed

ROOT = Path(__file__).parent.parent
LONGEST = 20_000  # bytes
_SHORT = 200, 850  # bytes: the least, and what an input is longer on the mean
_LONG = 0.01  # the part of the inputs that may be as long as the longest
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
_ENCODINGS = (*["utf-8"] * 12, "utf-8-sig", "utf-16", "windows-1256", "iso8859-6")


class Round(NamedTuple):
    """What became of the inputs of one round. `articles` hold a story; seconds are of processor time."""

    number: int
    inputs: int
    read: int
    articles: int
    bytes: int
    seconds: float
    slowest: float  # seconds that one input took
    peak: int  # MB, of the whole process
    commit: str
    faults: dict[str, int]


@cache
def seeds() -> tuple[bytes, ...]:
    """The samples, the golden inputs and those of tests/kinds."""
    golden, kinds = ROOT / "tests" / "golden", ROOT / "tests" / "kinds"
    files = [*(ROOT / "samples").iterdir(), *golden.glob("*/input*")]
    lines = (line for path in sorted(kinds.glob("*.jsonl")) for line in path.read_bytes().split(b"\n"))
    return (
        *(path.read_bytes() for path in sorted(files) if path.is_file()),
        *(json.loads(line)["input"].encode() for line in lines if line),
    )


def made(chance: random.Random) -> bytes:
    """One input: a seed, or an article out of the grammar, after some mutations."""
    if chance.random() < 0.5:
        data = chance.choice(seeds())
    else:
        data = grown(chance).encode(chance.choice(_ENCODINGS), "replace")
    longest = LONGEST if chance.random() < _LONG else min(LONGEST, int(_SHORT[0] + chance.expovariate(1 / _SHORT[1])))
    start = chance.randrange(max(1, len(data) - longest)) if chance.random() < 0.5 else 0
    return _mutated(bytearray(data[start : start + longest]), longest, chance)


def _mutated(data: bytearray, longest: int, chance: random.Random) -> bytes:
    for _ in range((1 << chance.randrange(6)) - 1):
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
                other = chance.choice(seeds())
                start = chance.randrange(len(other))
                data[at:end] = other[start : start + chance.randrange(1, 400)]
            case 5 if at < len(data):
                data[at] = chance.randrange(256)
            case _:
                data = data[at:] + data[:at]
        del data[longest:]
    return bytes(data)


def _packed(chance: random.Random) -> bytes:
    return packed(made(chance)[:600], lambda data: _mutated(bytearray(data), 5_000, chance), chance)


def tried(number: int, inputs: int, crashes: Path, *, in_packages: bool = False, commit: str = "") -> Round:
    """Try the inputs of one round."""
    make, look = (_packed, try_packed) if in_packages else (made, try_one)
    confine()
    chance = random.Random(number)
    began = time.process_time()
    read = articles = size = 0
    slowest = 0.0
    faults: Counter[str] = Counter()
    for _ in range(inputs):
        data = make(chance)
        size += len(data)
        try:
            outcome = look(data)
        except (Exception, Fault) as error:
            message = f"{type(error).__name__}: {error!s:.160}"
            faults[message] += 1
            if faults[message] == 1:
                crashes.mkdir(parents=True, exist_ok=True)
                (crashes / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
        else:
            read += outcome.read
            articles += outcome.story
            slowest = max(slowest, outcome.seconds)
    took = round(time.process_time() - began, 1)
    return Round(number, inputs, read, articles, size, took, round(slowest, 3), peak(), commit, dict(faults))


def _commit() -> str:
    asked = ["git", "-C", ROOT, "describe", "--always", "--dirty"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


def _recorded(path: Path | None) -> list[Round]:
    if path is None or not path.is_file():
        return []
    return [Round(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _asked() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", default="1", metavar="FIRST-LAST")
    options.add_argument("--inputs", type=int, default=10_000, help="of a round")
    options.add_argument("--packed", action="store_true")
    options.add_argument("--processes", type=int, default=1)
    options.add_argument("--minutes", type=float, default=24 * 60.0, help="after which no round is begun")
    options.add_argument("--record", type=Path)
    options.add_argument("--crashes", type=Path, default=Path("crashes"))
    return options.parse_args()


def main() -> int:
    """Try what of the asked rounds is not in the record yet."""
    asked = _asked()
    first, _, last = asked.rounds.partition("-")
    end = time.monotonic() + 60 * asked.minutes
    done = {each.number: each for each in _recorded(asked.record)}
    waiting = [number for number in range(int(first), int(last or first) + 1) if number not in done]
    commit = _commit()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(asked.processes, mp_context=context, max_tasks_per_child=1) as pool:
        call = partial(tried, inputs=asked.inputs, crashes=asked.crashes, in_packages=asked.packed, commit=commit)
        running = {pool.submit(call, number) for number in waiting}
        for future in as_completed(running):
            if future.cancelled():
                continue
            found = future.result()
            done[found.number] = found
            line = json.dumps(found._asdict(), ensure_ascii=False)
            print(line, flush=True)
            if asked.record:
                with asked.record.open("a", encoding="utf-8") as record:
                    record.write(line + "\n")
            if time.monotonic() > end:
                for each in running:
                    each.cancel()
    print(summary([*done.values()]))
    return 1 if any(each.faults for each in done.values()) else 0


def summary(rounds: list[Round]) -> str:
    """All rounds in one line."""
    inputs = sum(each.inputs for each in rounds)
    faults = sum(sum(each.faults.values()) for each in rounds)
    slowest, most = (max((getattr(each, name) for each in rounds), default=0) for name in ("slowest", "peak"))
    return (
        f"{inputs:,} inputs of {sum(each.bytes for each in rounds) / max(1, inputs):.0f} bytes on the mean, "
        f"{sum(each.read for each in rounds):,} read, {sum(each.articles for each in rounds):,} with a story; "
        f"{sum(each.seconds for each in rounds):,.0f} s; the slowest {slowest} s, at most {most} MB; {faults} faults"
    )


if __name__ == "__main__":
    sys.exit(main())
