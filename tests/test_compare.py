"""Comparing two exports: what is matched with what, what counts as a change, and what broken lines do."""

from __future__ import annotations

import gzip
import json
import os
import random
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.compare import Comparison, Difference, Status, compare_exports, differences
from newscli.errors import InputError, NewsError


def article(path: str | None, sha256: str | None, **fields: object) -> dict[str, object]:
    return {"title": f"خبر {path}", **fields, "source": {"path": path, "sha256": sha256, "encoding": "utf-8"}}


Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, *lines: dict[str, object] | str) -> str:
        text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
        (tmp_path / name).write_text(text, "utf-8")
        return str(tmp_path / name)

    return written


def compared(old: str, new: str) -> list[Comparison]:
    def unexpected(problem: NewsError) -> None:
        raise problem

    return list(compare_exports(old, new, unexpected))


def statuses(found: list[Comparison]) -> Counter[tuple[Status, str | None]]:
    return Counter((one.status, one.path) for one in found)


MANY = [article(f"{number}.html", f"{number:064}") for number in range(50)]


def test_an_export_is_the_same_as_itself(write: Write) -> None:
    old = write("old.jsonl", *MANY)
    assert {one.status for one in compared(old, old)} == {Status.SAME}


@pytest.mark.parametrize("compressed", [False, True])
def test_the_order_does_not_matter(write: Write, compressed: bool) -> None:
    mixed = random.Random(3).sample(MANY, len(MANY))
    old, new = write("old.jsonl", *MANY), write("new.jsonl", *mixed)
    if compressed:
        for path in (old, new):
            Path(f"{path}.gz").write_bytes(gzip.compress(Path(path).read_bytes()))
        old, new = f"{old}.gz", f"{new}.gz"
    assert statuses(compared(old, new)) == Counter({(Status.SAME, f"{number}.html"): 1 for number in range(50)})


def test_a_pipe_can_be_compared(write: Write, tmp_path: Path) -> None:
    mixed = random.Random(3).sample(MANY, len(MANY))
    old, pipe = write("old.jsonl", *MANY), tmp_path / "pipe"
    os.mkfifo(pipe)
    text = "".join(json.dumps(line) + "\n" for line in mixed)
    writer = threading.Thread(target=pipe.write_text, args=(text,))
    writer.start()
    found = compared(old, str(pipe))
    writer.join()
    assert [one.status for one in found] == [Status.SAME] * len(MANY)


def test_old_and_new_are_not_confused_whichever_is_met_first(write: Write) -> None:
    one, other = article("1", "a", title="قديم"), article("2", "b", title="قديم")
    one_new, other_new = article("1", "a", title="جديد"), article("2", "b", title="جديد")
    for new in ([one_new, other_new], [other_new, one_new], [article("3", "c"), one_new, other_new]):
        found = compared(write("old.jsonl", one, other), write("new.jsonl", *new))
        changes = [one.changes for one in found if one.status is Status.CHANGED]
        assert changes == [(Difference("title", "قديم", "جديد"),)] * 2


def test_articles_of_one_export_alone_are_added_or_removed(write: Write) -> None:
    found = compared(write("old.jsonl", *MANY[:2]), write("new.jsonl", *MANY[1:3]))
    assert statuses(found) == {(Status.REMOVED, "0.html"): 1, (Status.SAME, "1.html"): 1, (Status.ADDED, "2.html"): 1}


def test_a_moved_file_is_matched_by_its_hash(write: Write) -> None:
    old, new = article("old/1.html", "a", title="خبر"), article("new/1.html", "a", title="خبر")
    [found] = compared(write("old.jsonl", old), write("new.jsonl", new))
    assert found.changes == (Difference("source.path", "old/1.html", "new/1.html"),)


def test_a_changed_file_is_matched_by_its_path(write: Write) -> None:
    [found] = compared(write("old.jsonl", article("1", "a")), write("new.jsonl", article("1", "b")))
    assert found.changes == (Difference("source.sha256", "a", "b"),)


def test_the_hash_goes_before_the_path(write: Write) -> None:
    old = [article("1", "a"), article("2", "b")]
    new = [article("1", "b"), article("3", "a")]
    found = compared(write("old.jsonl", *old), write("new.jsonl", *new))
    assert {one.sha256 for one in found} == {"a", "b"}
    assert all(change.field in {"source.path", "title"} for one in found for change in one.changes)


def test_copies_of_an_article_are_matched_one_to_one(write: Write) -> None:
    same = article(None, "a")
    found = compared(write("old.jsonl", same, same, MANY[0]), write("new.jsonl", MANY[0], same, same, same))
    assert Counter(one.status for one in found) == {Status.SAME: 3, Status.ADDED: 1}


def test_copies_that_wait_are_taken_one_by_one(write: Write) -> None:
    same = article(None, "a")
    found = compared(write("old.jsonl", same, same, *MANY[:3]), write("new.jsonl", *MANY[:3], same))
    assert Counter(one.status for one in found) == {Status.SAME: 4, Status.REMOVED: 1}


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ('{"title": "ناقص', "malformed"),
        ("[1, 2]", "Expected `object`"),
        ('{"title": "خبر"}', 'no "source"'),
        ('{"source": {"path": 7}}', "neither path nor sha256"),
        ('{"x": ' + "[" * 100_000, "nested too deep"),
        ("\x00\xff", "malformed"),
    ],
)
def test_a_broken_line_is_named_and_passed_over(write: Write, broken: str, reason: str) -> None:
    old = write("old.jsonl", *MANY[:2])
    new = write("new.jsonl", MANY[0], "", broken, MANY[1])
    problems: list[NewsError] = []
    found = list(compare_exports(old, new, problems.append))
    assert [one.status for one in found] == [Status.SAME] * 2
    [problem] = problems
    assert problem.path == f"{new}:3"
    assert reason in str(problem)
    assert problem.advice


@pytest.mark.parametrize("path", ["missing.jsonl", "", "bad\x00name"])
def test_a_file_that_cannot_be_read_is_an_input_error(write: Write, path: str) -> None:
    with pytest.raises(InputError) as raised:
        compared(write("old.jsonl"), path)
    assert raised.value.path == path
    assert raised.value.advice


def test_a_file_that_only_says_it_is_compressed_is_an_input_error(write: Write) -> None:
    with pytest.raises(InputError):
        compared(write("old.jsonl.gz", *MANY), write("new.jsonl"))


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ({"title": "أ"}, {"title": "أ"}, []),
        ({"title": None}, {"title": "أ"}, ["title"]),
        ({}, {"title": None}, []),
        ({"tags": ["أ", "ب"]}, {"tags": ["ب", "أ"]}, ["tags"]),
        ({"dateline": {"text": "أ", "date": None}}, {"dateline": {"text": "ب", "date": None}}, ["dateline.text"]),
        ({"dateline": None}, {"dateline": {"text": "ب"}}, ["dateline"]),
        ({"blocks": [1]}, {"blocks": [2]}, ["blocks"]),
        ({"blocks": [1]}, {}, []),
        ({"schema": "newscli/article/1"}, {"schema": "newscli/article/2"}, ["schema"]),
    ],
)
def test_what_counts_as_a_difference(old: dict[str, object], new: dict[str, object], fields: list[str]) -> None:
    assert [found.field for found in differences(old, new)] == fields


VALUES = st.recursive(st.none() | st.text(max_size=3), lambda inner: st.lists(inner, max_size=2), max_leaves=3)
FIELDS = st.dictionaries(st.sampled_from("abc"), VALUES | st.dictionaries(st.sampled_from("xy"), VALUES, max_size=2))


@given(FIELDS, FIELDS)
def test_differences_swap_with_their_sides(old: dict[str, object], new: dict[str, object]) -> None:
    there = {(found.field, str(found.old), str(found.new)) for found in differences(old, new)}
    back = {(found.field, str(found.new), str(found.old)) for found in differences(new, old)}
    assert there == back
    assert differences(old, old) == ()
