"""The benchmarks measure the program that there is, and say so in tables."""

import sys
from pathlib import Path

import pytest

from newscli.model import Source
from newscli.read.decode import decode
from newscli.segment import segment
from newscli.weigh.choose import choose
from newscli.weigh.slots import slots

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix in {".txt", ".html"})


@pytest.fixture(scope="module", autouse=True)
def beside_the_benchmarks():
    sys.path.insert(0, str(ROOT / "benchmarks"))
    yield
    sys.path.remove(str(ROOT / "benchmarks"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_witnesses_goes_through_the_stages_of_the_program(path):
    pytest.importorskip("numpy")
    import witnesses

    page = segment(decode(Source(path.read_bytes())))
    staged = witnesses.Staged(page)
    found = staged.decide({name: witnesses.vector(name) for name in witnesses.TABLES})
    reading = choose(page)
    authors = tuple(slots(reading, staged.names).authors)
    assert found == (reading.title, reading.body, authors)


def test_a_page_needs_some_evidence_but_not_all_of_it():
    numpy = pytest.importorskip("numpy")
    import witnesses

    _, needed = witnesses.needed(("outlet", (ROOT / "samples" / "page.html").read_bytes()))
    assert len(needed) < sum(len(table.features) for table in witnesses.TABLES.values()) / 4
    assert numpy.isfinite(witnesses.vector("BODY")).all()


def test_a_table_of_quality_is_markdown_with_a_dash_for_nothing_to_measure():
    import quality

    table = {"newscli, html": {"pages": 3, "body": 0.98765, "disclaimer": float("nan")}}
    assert list(quality.markdown("gold", table)) == [
        "\n| gold | pages | body | disclaimer |",
        "|---|---:|---:|---:|",
        "| newscli, html | 3 | 0.988 | – |",
    ]


def test_what_is_refused_is_no_crash_of_the_benchmark():
    import quality

    assert "refused" in quality.read(b"%PDF-1.7\n")
    assert quality.read((ROOT / "samples" / "levant.txt").read_bytes())["body"]


def test_nothing_that_the_guard_counts_has_grown():
    import guard

    counts = guard.count()
    assert counts.keys() == guard.LIMITS.keys()
    assert all(counts[name] for name, most in guard.LIMITS.items() if most)  # what is counted is there to be counted
    assert guard.grown(counts) == []


def test_the_guard_names_what_has_grown():
    import guard

    name = next(iter(guard.LIMITS))
    [told] = guard.grown(guard.LIMITS | {name: guard.LIMITS[name] + 1})
    assert told.startswith(name)


def test_the_guard_counts_each_pass_over_the_blocks():
    import guard

    guard.Blocks.passes = 0
    blocks = guard.Blocks((1, 2))
    assert [*zip(blocks, blocks, strict=True)] == [(1, 1), (2, 2)]
    assert guard.Blocks.passes == 2
