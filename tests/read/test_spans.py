"""A large file cut into pieces: together they hold its records, each once, under the same names."""

import gzip
import json
import random
from itertools import pairwise

import msgspec
import pytest

from benchmarks.archive import write
from newscli.errors import NewsError
from newscli.read.paths import File, records_of
from newscli.read.record import Options
from newscli.read.spans import spans_of


def found(path, span=None, options=Options()):  # noqa: B008  frozen
    """Records as values, without the offset, which counts from the beginning of the piece; errors as text."""
    passed_over = []
    records = [
        str(one) if isinstance(one, NewsError) else msgspec.structs.replace(one, offset=None)
        for one in records_of(File(str(path), span=span), options, passed_over.append)
    ]
    return records, passed_over


def check(path, size, fewest, options=Options()):  # noqa: B008
    spans = spans_of(str(path), size, options)
    assert len(spans) >= fewest
    assert (spans[0].start, spans[-1].end) == (0, path.stat().st_size)
    assert all(one.end == other.start for one, other in pairwise(spans))
    assert all(span.end - span.start >= size for span in spans[:-1])
    pieces = [found(path, span, options) for span in spans]
    whole = found(path, None, options)
    assert [record for records, _ in pieces for record in records] == whole[0]
    assert [reason for _, reasons in pieces for reason in reasons] == whole[1]


@pytest.mark.parametrize("size", [1, 700, 5000])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n"])
def test_json_lines(size, newline, tmp_path):
    rng = random.Random(size)
    lines = [json.dumps({"text": "خبر " * rng.randrange(1, 60)}) for _ in range(60)]
    lines[20] = "{broken"
    lines[30] = json.dumps({"id": 5, "no": "text"})
    path = tmp_path / "x.jsonl"
    path.write_text(newline.join(lines), "utf-8", newline="")
    check(path, size, 3)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("size", [1, 20_000])
def test_web_archives(packed, size, tmp_path):
    pytest.importorskip("fastwarc")
    [path] = write(tmp_path, 60, 1)
    if not packed:
        path.write_bytes(gzip.decompress(path.read_bytes()))
    check(path, size, 5)
    check(path, size, 5, Options(arabic=True))


def test_what_is_cut_off_is_told_by_the_last_piece(tmp_path):
    pytest.importorskip("fastwarc")
    [path] = write(tmp_path, 60, 1)
    path.write_bytes(path.read_bytes()[:-300])
    check(path, 20_000, 5)


def test_what_is_damaged_in_its_midst_is_told_once_behind_all_that_can_be_read(tmp_path):
    pytest.importorskip("fastwarc")
    [path] = write(tmp_path, 60, 1)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 400] = b"\xff" * 400
    path.write_bytes(data)
    whole, passed_over = found(path)
    pieces = [found(path, span) for span in spans_of(str(path), 20_000, Options())]
    told = [record for records, _ in pieces for record in records]
    assert len(pieces) >= 2
    assert [one for one in told if isinstance(one, str)] == whole[-1:]
    assert told[: len(whole) - 1] == whole[:-1]
    assert [reason for _, reasons in pieces for reason in reasons] == passed_over


@pytest.mark.parametrize(
    "data",
    [
        b"<p>" + b"x" * 5000,
        b"title,text\n" + b"a,b\n" * 2000,
        b"[" + b'{"text": "x"},\n' * 500 + b'{"text": "x"}]',
        gzip.compress(b'{"text": "x"}\n{"text": "y"}\n' * 500, 0),
        gzip.compress(b"WARC/1.0\r\n" * 2000, 0),  # packed as a whole
    ],
    ids=["page", "table", "array", "packed lines", "archive packed as a whole"],
)
def test_others_stay_whole(data, tmp_path):
    path = tmp_path / "x"
    path.write_bytes(data)
    assert spans_of(str(path), 100, Options()) == []


def test_so_do_small_ones(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "x"}\n' * 10)
    assert spans_of(str(path), path.stat().st_size, Options()) == []
    assert len(spans_of(str(path), 50, Options())) == 3
