"""`newscli compare` as a user calls it."""

import json

import pytest


def export(path, *articles):
    lines = (
        {"title": title, "tags": tags, "source": {"path": name, "sha256": f"{name}0"}} for name, title, tags in articles
    )
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path


@pytest.fixture
def old(tmp_path):
    return export(tmp_path / "old.jsonl", ("a", "قديم", []), ("b", "ثابت", ["نهر"]), ("c", "غائب", []), ("d", "س", []))


@pytest.fixture
def new(tmp_path):
    articles = ("e", "زائد", []), ("d", "س", ["بحر"]), ("b", "ثابت", ["نهر"]), ("a", "جديد", [])
    return export(tmp_path / "new.jsonl", *articles)


def test_the_changes_are_shown_and_counted(newscli, old, new):
    done = newscli("compare", old, new)
    assert done.returncode == 0
    assert "a\n  title\n    - قديم\n    + جديد\n" in done.stdout
    assert "d\n  tags\n    + بحر\n" in done.stdout
    assert f"- c only in {old}" in done.stdout
    assert f"+ e only in {new}" in done.stdout
    assert done.stdout.endswith("1 same, 2 changed, 1 added, 1 removed\n     1  tags\n     1  title\n")
    assert "ثابت" not in done.stdout


def test_the_counts_can_stand_alone(newscli, old, new):
    done = newscli("compare", old, new, "--summary")
    assert done.stdout == "1 same, 2 changed, 1 added, 1 removed\n     1  tags\n     1  title\n"


def test_as_data_there_is_a_line_for_each_difference_and_one_with_the_counts(newscli, old, new):
    done = newscli("compare", old, new, "--json")
    *articles, counts = map(json.loads, done.stdout.splitlines())
    statuses = {one["path"]: one["status"] for one in articles}
    assert statuses == {"a": "changed", "c": "removed", "d": "changed", "e": "added"}
    [changed] = [one for one in articles if one["path"] == "a"]
    assert changed["changes"] == [{"field": "title", "old": "قديم", "new": "جديد"}]
    assert counts["fields"] == {"title": 1, "tags": 1}
    assert counts["articles"] == {"same": 1, "changed": 2, "added": 1, "removed": 1}


def test_a_field_narrows_it_down(newscli, old, new):
    done = newscli("compare", old, new, "--field", "tags")
    assert "بحر" in done.stdout
    assert "جديد" not in done.stdout
    assert "2 same, 1 changed" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["old.jsonl", "old.jsonl"], 0),
        (["old.jsonl", "old.jsonl", "--exit-code"], 0),
        (["old.jsonl", "new.jsonl"], 0),
        (["old.jsonl", "new.jsonl", "--exit-code"], 1),
        (["old.jsonl", "new.jsonl", "--exit-code", "--field", "byline"], 1),  # articles came and went
        (["old.jsonl", "missing.jsonl"], 1),
        (["old.jsonl"], 2),
        (["-", "-"], 2),
        (["old.jsonl", "new.jsonl", "--exit-code", "--field", "headline"], 2),
        (["old.jsonl", "old.jsonl", "--field", "dateline.places", "--field", "blocks"], 0),
    ],
)
def test_exit_status(newscli, old, new, tmp_path, arguments, status):
    assert newscli("compare", *arguments, cwd=tmp_path).returncode == status


def test_one_export_can_come_from_a_pipe(newscli, old, new):
    done = newscli("compare", old, "-", "--summary", input=new.read_bytes())
    assert done.stdout.startswith("1 same, 2 changed")


def test_a_broken_line_is_named_and_the_rest_compared(newscli, old, new):
    with new.open("a") as file:
        file.write('{"title": ')
    done = newscli("compare", old, new)
    assert done.returncode == 1
    assert f"{new}:5" in done.stderr
    assert "1 same, 2 changed" in done.stdout


def test_a_field_that_does_not_exist_is_told_with_those_that_do(newscli, old, new):
    done = newscli("compare", old, new, "--field", "colour")
    assert "unknown field 'colour'. Fields: " in done.stderr
    assert "dateline.places" in done.stderr
    assert done.stdout == ""


def test_what_is_no_export_is_told_once(newscli, old, samples, tmp_path):
    (tmp_path / "pretty.json").write_text(newscli("parse", samples / "column.txt", "--json").stdout, "utf-8")
    for call in ([old, tmp_path / "pretty.json"], [samples / "column.txt", old]):
        done = newscli("compare", *call)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "Write it with: newscli export" in done.stderr
        assert done.stdout == ""


def test_the_counts_as_data_name_every_status(newscli, old):
    counts = json.loads(newscli("compare", old, old, "--json").stdout)
    assert counts["articles"] == {"same": 4, "changed": 0, "added": 0, "removed": 0}
