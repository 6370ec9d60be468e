"""The cost of reading grows with the size of the input, whatever is repeated in it and wherever: a sample of it.

Counted in lines of Python run and characters looked at, which no load of the machine changes. All of it, in time and
memory, at 16, 64 and 256 KB, by hand: `python benchmarks/growth.py`.
"""

import importlib.util
import os
import random
from pathlib import Path

import pytest

from newscli.segment import metadata
from newscli.weigh import stated

PATH = Path(__file__).resolve().parents[2] / "benchmarks" / "growth.py"
spec = importlib.util.spec_from_file_location("growth", PATH)
growth = importlib.util.module_from_spec(spec)
spec.loader.exec_module(growth)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

# What grew with the square of its size, or worse, once.
ONCE = [
    ("title", "|"),
    ("og:title", "ا - "),
    ("author meta", "ا "),
    ("author meta", "(ا) "),
    ("url", "ا"),
    ("url", "_"),
    ("paragraphs", "[caption id=x]كلمة[/caption] "),
    ("line", "[caption id=x]كلمة[/caption] "),
    ("bytes", "\u009d"),
    ("bytes", "<meta charset="),
    ("markup", "<p><b>"),
    ("markup", "<span>"),
    ("json-ld", "--> "),
    ("lines", "- "),
]
ONCE_IN_BLOCKS = [("paragraphs", "اقرأ أيضا: ")]  # with the square of thousands of blocks
EVERY = [(slot, atom) for slot in growth.SLOTS for atom in growth.ATOMS]
SMALL, LARGE = [8, 32], [32, 128]  # KB
IN_BLOCKS = {"text paragraphs"}  # in a small text of such what is read at all changes with the first blocks
SAMPLE = [
    *((slot, atom, LARGE if slot in IN_BLOCKS else SMALL) for slot, atom in ONCE + random.Random(1).sample(EVERY, 40)),
    *((slot, atom, LARGE) for slot, atom in ONCE_IN_BLOCKS),
]


@pytest.mark.parametrize(("slot", "atom", "sizes"), SAMPLE)
def test_the_cost_grows_with_the_size(slot, atom, sizes):
    assert growth.power(slot, atom, sizes) <= growth.MOST


def test_what_grows_with_the_square_is_seen_by_its_steps(monkeypatch):
    """A title of separators, whose parts all were compared once, if the bounds that hold them are taken away."""
    monkeypatch.setattr(metadata, "_LONGEST", 10**9)
    assert growth.power("title", "|", [1, 4]) <= growth.MOST
    monkeypatch.setattr(stated, "_MOST_SEPARATORS", 10**9)
    assert growth.power("title", "|", [1, 4]) > 1.7


def test_what_grows_with_the_square_is_seen_by_its_time():
    costs = [growth.Cost(0.1, 10), growth.Cost(0.4, 20), growth.Cost(6.4, 40)]
    assert list(growth.verdicts(costs, [16, 64, 256])) == ["6.40 s", "time n^2.00 (0.40, 6.40)"]
    assert list(growth.verdicts([growth.Cost(0.1, 10), None], [16, 64])) == ["64 KB not done in 20 s"]
