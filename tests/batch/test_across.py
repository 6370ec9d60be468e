"""Copies across parts: those of a plain export of the same inputs, whatever was added or lost between two calls."""

import json
import os
from pathlib import Path

import pytest

from tests.batch.test_duplicates import NUMBERS, OTHER, STORY
from tests.texts import joined

pytest.importorskip("datasketch")

FILES = {
    "a": [("قصة", STORY[:3], "2024-05-03"), ("أرقام", NUMBERS, "2024-05-01")],
    "b": [("قصة بعيدة", OTHER, "2024-05-02"), ("القصة نفسها", STORY, "2024-05-01"), ("قصة ثالثة", STORY, "2024-05-04")],
    "c": [("أرقام أخرى", NUMBERS[:4], "2024-05-09"), ("خبر قصير", ("نص قصير لا شبيه له.",), "2024-05-09")],
}


@pytest.fixture
def inputs(tmp_path):
    (tmp_path / "in").mkdir()
    for name, stories in FILES.items():
        rows = ({"title": title, "text": joined(*text), "date": date} for title, text, date in stories)
        (tmp_path / "in" / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path / "in"


def parts(folder):
    return "".join(path.read_text() for path in sorted(folder.glob("*.jsonl")))


def reports(folder):
    return [json.loads(path.read_text()) for path in sorted(folder.glob("*.report.json"))]


@pytest.mark.slow
@pytest.mark.parametrize(("how", "told"), [("mark", "3 duplicates marked"), ("drop", "3 left out: 3 duplicate")])
def test_the_parts_together_are_a_plain_export(how, told, newscli, inputs, tmp_path):
    plain = newscli("export", inputs, "--dedupe", how)
    assert told in plain.stderr
    for _ in range(2):  # the second call finds all done
        done = newscli("export", inputs, "--dedupe", how, "--parts", "-o", tmp_path / "out")
        assert done.returncode == 0
        assert told in done.stderr
        assert done.stderr.startswith(plain.stderr.partition(",")[0])
        assert parts(tmp_path / "out") == plain.stdout
    assert [report["duplicates"] for report in reports(tmp_path / "out")] == [1, 1, 1]
    assert [report["bytes"] for report in reports(tmp_path / "out")] == [
        path.stat().st_size for path in sorted((tmp_path / "out").glob("*.jsonl"))
    ]


@pytest.mark.slow
def test_what_is_added_changes_the_others_without_reading_them_again(newscli, inputs, tmp_path):
    call = ["export", inputs, "--dedupe", "drop", "--parts", "-o", tmp_path / "out"]
    original = inputs / "b.jsonl"
    original.rename(tmp_path / "later")
    newscli(*call)
    (tmp_path / "later").rename(original)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob(".*-frames")}
    assert len(before) == 2
    assert "2 of 3 parts were done before" in newscli(*call).stderr
    assert parts(tmp_path / "out") == newscli("export", inputs, "--dedupe", "drop").stdout
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.slow
@pytest.mark.parametrize("lost", ["c.jsonl", ".c.jsonl.newscli-frames", "c.report.json"])
def test_what_is_lost_is_made_anew(lost, newscli, inputs, tmp_path):
    call = ["export", inputs, "--dedupe", "mark", "--parts", "-o", tmp_path / "out"]
    newscli(*call)
    whole = parts(tmp_path / "out")
    (tmp_path / "out" / lost).unlink()
    done = newscli(*call)
    assert parts(tmp_path / "out") == whole
    assert f"{2 if lost != 'c.jsonl' else 3} of 3 parts were done before" in done.stderr


@pytest.mark.slow
def test_killed_while_the_parts_are_joined_it_comes_out_the_same(newscli, inputs, tmp_path):
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(
        "import os, sys\n"
        "if '--parts' in sys.orig_argv:\n"
        "    from newscli.batch import across\n"
        "    real = across.write_report\n"
        "    def write_report(task, report):\n"
        "        if os.path.basename(task.part) == 'b.jsonl': os._exit(9)\n"
        "        real(task, report)\n"
        "    across.write_report = write_report\n"
    )
    call = ["export", inputs, "--dedupe", "drop", "--parts", "-o", tmp_path / "out"]
    env = {"PYTHONPATH": os.pathsep.join([str(hook), os.environ.get("PYTHONPATH", "")])}
    assert newscli(*call, env=env).returncode == 9
    assert "3 of 3 parts were done before" in newscli(*call).stderr
    assert parts(tmp_path / "out") == newscli("export", inputs, "--dedupe", "drop").stdout
    assert not [path for path in Path(tmp_path / "out").iterdir() if path.name.endswith("-part")]
