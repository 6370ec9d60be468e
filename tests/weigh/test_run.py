"""The run that is the story is the heaviest of all: what the quick way finds, trying every run finds too."""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from newscli.weigh.run import heaviest_run, needed

BLOCK = st.tuples(st.floats(-12, 12).map(lambda odds: round(odds, 2)), st.integers(0, 200), st.booleans())
BLOCKS = st.lists(BLOCK, max_size=14)
SURE = (9.0, 0, False)  # a block that every run takes in
# Where no block is likely enough to lengthen a run, a short one may make one: here one is.
WITH_SURE = st.tuples(BLOCKS, BLOCKS).map(lambda parts: [*parts[0], SURE, *parts[1]])


def run(blocks):
    """The run of blocks, each its log-odds, its words, and whether it lies in the element that holds the prose."""
    odds, words, *inside = zip(*blocks, strict=True) if blocks else ((), ())
    need = [needed(count, sentence=False, set_apart=False) for count in words]
    return heaviest_run(odds, words, inside[0] if inside else [False] * len(odds), need)


def weight(block):
    """What one block adds to a run: it is put between two sure ones."""
    odds, words, inside = (*block, False)[:3]
    return run([SURE, (odds, words, inside), SURE]).weight - 2 * run([SURE]).weight


@given(blocks=WITH_SURE)
def test_no_run_is_heavier(blocks):
    weights = [weight(block) for block in blocks]
    spans = [(i, j) for i in range(len(blocks)) for j in range(i, len(blocks))]
    heaviest = max(sum(weights[i : j + 1]) for i, j in spans)
    found = run(blocks)
    assert 0 <= found.first <= found.last < len(blocks)
    assert isclose(found.weight, heaviest, abs_tol=1e-6)
    assert isclose(found.weight, sum(weights[found.first : found.last + 1]), abs_tol=1e-6)


@given(blocks=WITH_SURE)
def test_a_run_begins_and_ends_with_blocks_that_add_to_it(blocks):
    found = run(blocks)
    assert weight(blocks[found.first]) > -1e-9
    assert weight(blocks[found.last]) > -1e-9


@given(odds=st.floats(0.1, 12), words=st.integers(0, 200), more=st.integers(0, 200))
def test_a_longer_block_weighs_no_less(odds, words, more):
    assert weight((odds, words + more)) >= weight((odds, words)) - 1e-9


@given(odds=st.floats(-12, 12), words=st.integers(0, 200), more=st.floats(0, 5))
def test_a_likelier_block_weighs_no_less(odds, words, more):
    assert weight((odds + more, words)) >= weight((odds, words)) - 1e-9


def test_a_page_without_a_likely_block_has_no_run():
    assert run([]) is None
    assert run([(-2.0, 3), (-0.5, 2)]) is None


def test_a_short_block_that_is_hardly_likely_ends_no_run():
    assert run([(0.2, 4), (3, 40), (0.2, 4)]).blocks == range(1, 2)
    assert run([(3, 40), (0.2, 4), (3, 40)]).blocks == range(3)


def test_short_interruptions_do_not_end_it():
    assert (run([(-4, 1), (3, 40), (-6, 2), (-6, 3), (3, 40), (-4, 1)])).first == 1
    assert (run([(-4, 1), (3, 40), (-6, 2), (-6, 3), (3, 40), (-4, 1)])).last == 4


def test_the_heavier_of_two_far_apart_wins():
    menu = [(-3.0, 1)] * 40
    assert (run([(3, 20), *menu, (3, 40), (3, 40)])).first == 41


def test_an_interruption_inside_the_storys_element_takes_less_away():
    box, last = [(-6, 2)] * 4, (0.8, 14)
    outside = [(3, 40, True), *((*block, False) for block in box), (*last, True)]
    inside = [(3, 40, True), *((*block, True) for block in box), (*last, True)]
    assert (run(outside).last, run(inside).last) == (0, 5)
