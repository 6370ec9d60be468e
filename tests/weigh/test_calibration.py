"""A confidence is a probability that is true: of the blocks that say 90 %, nine in ten are right.

Counted on the labelled pages of gold, whose labels the weights are learnt from, too: here confidences can only be seen
to claim too much. That they hold on outlets not seen is what `scripts/learn.py --report` shows, which takes minutes.
"""

import importlib.util
import json
from itertools import islice, pairwise, takewhile
from pathlib import Path

import pytest

import newscli

ROOT = Path(__file__).resolve().parents[2]
BINS = (0.55, 0.65, 0.75, 0.85, 0.95, 1.01)
FEWEST = 50  # blocks, below which a share says nothing
TWINS = 40  # pages and dumps
# Blocks of one page are right or wrong together, so the error is counted over pages, not over blocks: the standard
# error of a sum over pages. Three of them are passed by chance in one of 700 bins.
ERRORS = 3


def labels():
    specification = importlib.util.spec_from_file_location("labels", ROOT / "scripts" / "labels.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def judged(page):
    """(role, confidence, right) of each whole block that a page's labels decide."""
    blocks = iter(newscli.parse(page.data).blocks)
    for text, label in zip(page.texts, page.blocks, strict=True):
        block = next(blocks)
        if block.text == text:
            if label >= 0 and block.role in ("body", "boilerplate"):
                yield block.role.value, block.confidence, (block.role == "body") == bool(label)
            continue
        left = len("".join(text.split())) - len("".join(block.text.split()))
        while left > 0:  # a block that was cut: its parts are of other roles
            left -= len("".join(next(blocks).text.split()))


@pytest.fixture(scope="module")
def pages(shared):
    """The judged blocks of each page of gold, and of as many twins behind them that each bin has enough."""
    labelled = labels().labelled(shared)
    gold = list(takewhile(lambda page: not page.kind.startswith("twin"), labelled))
    return [list(judged(page)) for page in (*gold, *islice(labelled, TWINS)) if page.blocks is not None]


def share(pages, role, low, high):
    """(blocks, what they say, how many are right, the standard error over pages) of those between two confidences."""
    inside = [[(c, right) for r, c, right in page if r == role and low <= c < high] for page in pages]
    count = sum(map(len, inside))
    if not count:
        return 0, 0.0, 0.0, 0.0
    said = sum(c for page in inside for c, _ in page) / count
    true = sum(right for page in inside for _, right in page) / count
    return count, said, true, sum(sum(right - c for c, right in page) ** 2 for page in inside) ** 0.5 / count


@pytest.mark.parametrize("role", ["body", "boilerplate"])
@pytest.mark.parametrize(("low", "high"), list(pairwise(BINS)))
def test_no_confidence_claims_too_much(pages, role, low, high):
    count, said, true, error = share(pages, role, low, high)
    assert count >= FEWEST
    assert true >= said - ERRORS * error, f"{count} blocks say {said:.3f}, {true:.3f} are right"


def test_what_is_said_of_pages_never_seen_is_true():
    """The reliability that `scripts/learn.py` measured on outlets which the models had not seen, for sure blocks."""
    figures = json.loads((ROOT / "benchmarks" / "cross-validated.json").read_text("utf-8"))
    for row in ("0 to 10 %", "80 to 90 %", "90 to 100 %"):
        told = figures["what is said of a block"][row]
        assert told["is the story"] == pytest.approx(told["said"], abs=0.03), row


def test_the_surer_the_righter(pages):
    """Over all blocks the shares of right ones rise with what is said, within the error of each."""
    found = [share(pages, "body", low, high) for low, high in pairwise(BINS)]
    for (_, _, less, one), (_, _, more, other) in pairwise(found):
        assert more >= less - 2 * (one + other)
