"""The net under every change: all labelled inputs as JSON with blocks, and two such dumps compared field by field.

    python benchmarks/net.py write before.jsonl     # with the code before the change
    python benchmarks/net.py write after.jsonl      # with the code after it
    python benchmarks/net.py compare before.jsonl after.jsonl [--field body] [--show 20]

Reads `samples/`, `tests/golden/` and, where it stands beside the checkout, `../shared` (gold, twins, cases). `compare`
prints how many inputs changed in each field, and of the first ones what stood there and what stands there now; its exit
status is 1 if anything differs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import newscli
from newscli.model import BLOCK_JSON_FIELDS

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
INPUTS = (
    (ROOT, ("samples/*.*", "tests/golden/*/input.*")),
    (SHARED, ("reference/*.txt", "gold/html/*", "gold/text/*", "gold/dump/*", "gold/not-articles/*", "twins/html/*",
              "twins/dump/*")),
)  # fmt: skip


def inputs() -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every input, in a fixed order."""
    for root, patterns in INPUTS:
        for pattern in patterns:
            for path in sorted(root.glob(pattern)):
                data = path.read_bytes()
                yield str(path.relative_to(root)), gzip.decompress(data) if path.suffix == ".gz" else data
    cases = SHARED / "cases" / "cases.jsonl"
    for line in cases.read_text("utf-8").splitlines() if cases.exists() else ():
        case = json.loads(line)
        yield f"cases/{case['id']}", case["input"].encode()


def write(target: Path) -> None:
    """One JSON object a line: the input's name and what is read from it, or the message of the error."""
    with target.open("w", encoding="utf-8") as out:
        for name, data in inputs():
            try:
                found = newscli.parse(data, path=name).to_dict(blocks=True)
            except newscli.NewsError as error:
                found = {"error": str(error)}
            out.write(json.dumps({"input": name, **json.loads(_encode(found))}, ensure_ascii=False) + "\n")


def _encode(found: dict[str, object]) -> bytes:
    import msgspec

    return msgspec.json.encode(found)


def _read(path: Path) -> dict[str, dict[str, object]]:
    """The inputs of a dump by name; each key of a block is a field of its own."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        blocks = row.pop("blocks", [])
        for key in BLOCK_JSON_FIELDS:
            row[f"blocks.{key}"] = [block.get(key) for block in blocks]
        found[row["input"]] = row
    return found


def compare(before: Path, after: Path, field: str | None, show: int) -> bool:
    """Print what differs; whether anything does."""
    old, new = _read(before), _read(after)
    counts: Counter[str] = Counter()
    for name in sorted(old.keys() | new.keys()):
        one, other = old.get(name, {}), new.get(name, {})
        for key in dict.fromkeys((*one, *other)):
            if one.get(key) == other.get(key):
                continue
            counts[key] += 1
            if key == field or (field is None and not key.startswith("blocks.") and sum(counts.values()) <= show):
                print(f"{name} {key}\n  - {_short(one.get(key))}\n  + {_short(other.get(key))}")
    print(f"{len(old)} inputs before, {len(new)} after;", dict(counts.most_common()) or "no difference")
    return bool(counts)


def _short(value: object, most: int = 300) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"


def main() -> int:
    """Run one of the two commands."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("command", choices=("write", "compare"))
    ask.add_argument("files", nargs="+", type=Path)
    ask.add_argument("--field")
    ask.add_argument("--show", type=int, default=20)
    args = ask.parse_args()
    if args.command == "write":
        write(args.files[0])
        return 0
    return compare(*args.files[:2], args.field, args.show)


if __name__ == "__main__":
    sys.exit(main())
