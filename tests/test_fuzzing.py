"""The fuzzer finds nothing: a few inputs each time, 50,000 where tests may take minutes (three of one core)."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "fuzz"))

grammar = pytest.importorskip("grammar")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the fuzzer limits its process as Unix does")


def fuzz(folder, *arguments):
    """What a run of the fuzzer tells of its one round."""
    call = [sys.executable, ROOT / "fuzz" / "mutate.py", "--crashes", folder / "crashes", *map(str, arguments)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout.splitlines()[0]) if done.stdout else {}
    assert (done.returncode, done.stderr, found.get("faults")) == (0, "", {})
    return found


def test_articles_of_the_grammar_and_their_mutations(tmp_path):
    found = fuzz(tmp_path, "--rounds", 1, "--inputs", 500)
    assert found["inputs"] == 500
    assert found["articles"] > 100  # most else is broken beyond reading


def test_what_articles_are_packed_in(tmp_path):
    found = fuzz(tmp_path, "--packed", "--rounds", 1, "--inputs", 2_000)
    assert found["read"] > 1_000


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1_001, 1_011))
def test_fifty_thousand_inputs(tmp_path, number):
    fuzz(tmp_path, "--rounds", number, "--inputs", 5_000)


def test_every_name_of_the_grammar_is_there():
    chance = random.Random(1)
    for name in grammar.GRAMMAR:
        assert all("{" + other + "}" not in grammar.grown(chance, name) for other in grammar.GRAMMAR)


def test_a_round_is_the_same_each_time(tmp_path):
    told = [fuzz(tmp_path, "--rounds", 7, "--inputs", 50) for _ in range(2)]
    assert told[0]["bytes"] == told[1]["bytes"]


def test_a_fault_is_told_with_its_input(tmp_path, monkeypatch):
    import mutate
    import stages

    def fail(data):
        raise stages.Fault("found")

    monkeypatch.setattr(mutate, "confine", lambda: None)
    monkeypatch.setattr(mutate, "try_one", fail)
    found = mutate.tried(1, 3, tmp_path / "crashes")
    assert found.faults == {"Fault: found": 3}
    [crash] = (tmp_path / "crashes").iterdir()
    assert crash.read_bytes() == mutate.made(random.Random(1))
