"""A part and a report for each input: what was interrupted goes on, what ends its process costs itself alone."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from benchmarks.archive import POISON, write
from newscli.batch import tasks
from newscli.batch.child import can_limit_memory
from newscli.batch.frames import Entry, Frames
from newscli.batch.tasks import Guard, Task
from newscli.errors import InputError
from tests.running import command, started
from tests.texts import LAST, LEAD, MORE, TITLE, joined

pytest.importorskip("fastwarc")

POISONED = {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent / "poisoned"), os.environ.get("PYTHONPATH", "")])}
TEXT = joined(TITLE, LEAD, MORE, LAST)


def lines(count, start=0):
    return "".join(
        json.dumps({"id": number, "text": f"{TEXT}\n\n{number}"}) + "\n" for number in range(start, start + count)
    )


def report(folder, name):
    return json.loads((folder / f"{name}.report.json").read_text())


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith(".report.json")}


@pytest.fixture
def inputs(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, count in (("a", 5), ("b", 3), ("c", 4)):
        (folder / f"{name}.jsonl").write_text(lines(count))
    return folder


# Parts


def test_an_input_gives_a_part_with_the_bytes_of_a_plain_export_and_a_report(newscli, inputs, tmp_path):
    done = newscli("export", inputs, "--parts", "-o", tmp_path / "out")
    assert done.returncode == 0
    assert "12 articles" in done.stderr
    assert sorted(contents(tmp_path / "out")) == ["a.jsonl", "b.jsonl", "c.jsonl"]
    plain = newscli("export", inputs / "b.jsonl").stdout
    assert (tmp_path / "out" / "b.jsonl").read_text() == plain
    told = report(tmp_path / "out", "a")
    assert (told["read"], told["kept"], told["no_story"], told["failed"], told["quarantined"]) == (5, 5, 0, [], [])
    assert told["bytes"] == len(contents(tmp_path / "out")["a.jsonl"])
    assert told["seconds"] > 0


@pytest.mark.slow
def test_what_is_done_is_skipped_until_input_or_options_change(newscli, inputs, tmp_path):
    out = tmp_path / "out"
    newscli("export", inputs, "--parts", "-o", out)
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}

    def redone(*options):
        told = newscli("export", inputs, "--parts", "-o", out, *options)
        assert told.returncode == 0
        changed = {path.name for path in out.iterdir() if path.stat().st_mtime_ns != before.get(path)}
        before.update({path: path.stat().st_mtime_ns for path in out.iterdir()})
        return {name for name in changed if name.endswith(".jsonl")}, told.stderr

    assert redone()[0] == set()
    assert "3 of 3 parts were done before" in redone()[1]
    (inputs / "b.jsonl").write_text(lines(6))
    assert redone()[0] == {"b.jsonl"}
    (out / "c.jsonl").unlink()
    assert redone()[0] == {"c.jsonl"}
    assert redone("--fields", "title")[0] == {"a.jsonl", "b.jsonl", "c.jsonl"}
    assert redone("--fields", "title", "--timeout-per-record", "9", "--workers", "1")[0] == set()
    assert redone("--fields", "title", "--no-resume")[0] == {"a.jsonl", "b.jsonl", "c.jsonl"}


@pytest.mark.slow
def test_a_large_file_is_cut_and_the_parts_together_are_those_of_the_whole(newscli, tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(lines(3) + "{broken\n" + lines(20, 3))
    (tmp_path / "small.jsonl").write_text(lines(1))
    call = ["export", path, tmp_path / "small.jsonl", "--parts", "-o", tmp_path / "out", "--split-size"]
    done = newscli(*call, "2K")
    assert done.returncode == 1
    assert f"{path}#4: is no valid JSON" in done.stderr
    names = sorted(contents(tmp_path / "out"))
    assert names[:3] == ["small.jsonl", "x.0000.jsonl", "x.0001.jsonl"]
    assert len(names) > 4
    together = "".join((tmp_path / "out" / name).read_text() for name in names[1:])
    assert together == newscli("export", path).stdout
    assert report(tmp_path / "out", "x.0001")["span"]["start"] >= 2048
    assert f"{len(names)} of {len(names)} parts were done before" in newscli(*call, "2K").stderr
    uncut = newscli(*call, "1M").stderr
    assert "1 of 2 parts were done before" in uncut
    assert f"{len(names) - 1} parts in {tmp_path / 'out'} are of other inputs or another --split-size" in uncut
    (tmp_path / "x.0001.jsonl").write_text(lines(1))
    clash = newscli(
        "export", path, tmp_path / "x.0001.jsonl", "--parts", "-o", tmp_path / "other", "--split-size", "2K"
    )
    assert (clash.returncode, "two parts would be called" in clash.stderr) == (2, True)


def test_failures_are_told_and_stand_in_the_report(newscli, tmp_path):
    (tmp_path / "x.jsonl").write_text(lines(2) + '{"id": 9}\n' + lines(1, 7) + "{broken\n")
    for _ in range(2):  # the second call reads the report
        done = newscli("export", tmp_path / "x.jsonl", tmp_path / "none", "--parts", "-o", tmp_path / "out")
        assert done.returncode == 1
        assert "none: there is no such file" in done.stderr
        assert "x.jsonl#9" in done.stderr
        assert "x.jsonl#5" in done.stderr
    told = report(tmp_path / "out", "x")
    assert (told["read"], told["kept"], len(told["failed"])) == (5, 3, 2)


def test_columns_and_counts(newscli, inputs, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    (inputs / "b.jsonl").write_text(lines(2) + '{"text": "العربية"}\n')
    done = newscli("export", inputs, "--parts", "-o", tmp_path / "out", "-f", "parquet", "--articles-only")
    assert done.returncode == 0
    assert parquet.read_table(tmp_path / "out" / "a.parquet").num_rows == 5
    assert report(tmp_path / "out", "b")["left_out"] == {"no story": 1}
    assert "1 left out: 1 no story" in done.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--parts"], "--parts needs a folder"),
        (["--parts", "-o", "a-file"], "is a file"),
        (["--parts", "-o", "out", "--limit", "3"], "--limit is for one output"),
        (["--engine", "spark", "-o", "out", "--dedupe", "drop"], "--dedupe is for one output"),
        (["-o", "out", "--max-memory", "300M"], "--max-memory is for --parts"),
        (["-o", "out", "--master", "yarn", "--parts"], "--master is for --engine spark"),
        (["--engine", "spark", "-o", "out", "--parts"], "Spark makes parts of its own"),
        (["--engine", "spark", "-o", "out", "--split-size", "2K"], "Spark makes parts of its own"),
        (["--engine", "spark", "-o", "out", "-f", "csv"], "Spark writes a folder of Parquet"),
        (["--engine", "spark"], "Spark writes a folder of Parquet"),
        (["--parts", "-o", "out", "-f", "html"], "html has no parts"),
        (["-", "--parts", "-o", "out"], "--parts reads files, not standard input"),
        (["x.0001.jsonl", "--parts", "-o", "out", "--split-size", "1K"], "two parts would be called out/x.0001.jsonl"),
    ],
)
def test_what_has_no_meaning_is_wrong_usage(newscli, tmp_path, options, message):
    (tmp_path / "a-file").touch()
    (tmp_path / "x.jsonl").write_text(lines(9))
    (tmp_path / "x.0001.jsonl").write_text(lines(1))
    done = newscli("export", "x.jsonl", *options, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_second_run_to_the_same_place_is_told(newscli, inputs, tmp_path):
    from newscli.batch.lock import Lock

    lock = Lock(str(tmp_path / "out"))
    done = newscli("export", inputs, "--parts", "-o", tmp_path / "out")
    lock.release()
    assert done.returncode != 0
    assert "is being written by another newscli" in done.stderr


@pytest.mark.parametrize("executor", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_does_the_tasks(executor, inputs, tmp_path):
    given = [
        Task(str(inputs / f"{name}.jsonl"), str(tmp_path / f"{name}.jsonl"), "jsonl") for name in ("a", "b", "none")
    ]
    with executor(2) as pool:
        found = list(tasks.run(given, pool))
    reports = [one for one in found if not isinstance(one, InputError)]
    assert Counter((one.part, one.kept) for one in reports) == Counter([("a.jsonl", 5), ("b.jsonl", 3)])
    assert [one.message for one in found if isinstance(one, InputError)] == ["there is no such file"]


# Interruptions


def test_a_frame_that_was_cut_off_does_not_count(tmp_path):
    path = tmp_path / "frames"
    with Frames(str(path)) as frames:
        for number in range(3):
            frames.add(Entry(row=b"%d" % number))
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        with Frames(str(path)) as frames:
            count = frames.count
            frames.add(Entry(left_out="x"))
            assert [entry.row for entry in frames.entries()] == [*[b"0", b"1", b"2"][:count], None]
        assert count < 3


def killed(call, seconds):
    """Run a call in a group of its own, and end the whole group after so many seconds. Whether it was still at work."""
    with subprocess.Popen(call, start_new_session=True, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return True
    return False


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no groups of processes")
@pytest.mark.parametrize(
    ("records", "kills", "options", "status"),  # of all languages, some records are broken
    [(300, 3, ["--all-languages"], 1), pytest.param(4000, 20, [], 0, marks=pytest.mark.slow)],
)
def test_killed_at_random_moments_the_parts_come_out_the_same(newscli, tmp_path, records, kills, options, status):
    paths = write(tmp_path / "in", records, 6)
    began = time.monotonic()
    assert newscli("export", *paths, *options, "--parts", "-o", tmp_path / "whole", timeout=900).returncode == status
    whole = time.monotonic() - began
    call = command("export", *paths, *options, "--parts", "-o", tmp_path / "killed")
    rng = random.Random(7)
    ended = 0
    while ended < kills:
        ended += killed(call, rng.uniform(0.3, 1.0) * whole / 2)
        if len(list((tmp_path / "killed").glob("*.report.json"))) == len(paths):
            shutil.rmtree(tmp_path / "killed")  # done: the other kills strike a new run
    newscli(*call[3:], timeout=900)
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")
    for path in (tmp_path / "whole").glob("*.report.json"):
        told = [json.loads((folder / path.name).read_text()) for folder in (tmp_path / "whole", tmp_path / "killed")]
        assert told[0] | {"seconds": 0} == told[1] | {"seconds": 0}


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM")
def test_stopped_it_says_what_stays_and_leaves_no_process(tmp_path):
    paths = write(tmp_path / "in", 3000, 2)
    call = ["export", *paths, "--parts", "-o", tmp_path / "out"]
    with started(*call, stderr=subprocess.PIPE, start_new_session=True) as process:
        while not list(tmp_path.glob("out/.*-frames")):
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        told = process.communicate(timeout=30)[1].decode()
    assert process.returncode == 143
    assert "stopped; what was done is here" in told
    assert "Traceback" not in told
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("processes are left")


# The guard


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="signals and limits as Linux has them")
def test_what_ends_holds_up_or_fills_its_process_costs_itself(newscli, tmp_path):
    [path] = write(tmp_path / "in", 200, 1, poisoned=True)
    clean = newscli("export", path, env={"PYTHONPATH": os.environ.get("PYTHONPATH", "")}).stdout.splitlines()
    options = ["--parts", "-o", tmp_path / "out", "--timeout-per-record", "4", "--max-memory", "400M"]
    done = newscli("export", path, *options, env=POISONED)
    assert done.returncode == 1
    told = report(tmp_path / "out", "crawl-00000")
    causes = {one["record"].rpartition("#")[2]: one["cause"] for one in told["quarantined"]}
    assert list(causes.values()) == [
        "ended by SIGSEGV", "took longer than 4 seconds", "needed more memory than it may have",
    ]  # fmt: skip
    assert all(f"#{number}: is in quarantine ({cause})" in done.stderr for number, cause in causes.items())
    kept = (tmp_path / "out" / "crawl-00000.jsonl").read_text().splitlines()
    assert kept == [line for line in clean if json.loads(line)["source"]["path"].rpartition("#")[2] not in causes]
    assert len(kept) == told["kept"] > 0
    assert len(clean) - len(kept) == 3
    import gzip

    unpacked = gzip.decompress(path.read_bytes())
    for one, word in zip(told["quarantined"], POISON, strict=True):
        assert unpacked[one["offset"] :].startswith(b"WARC/1.0")
        assert word.encode() in unpacked[one["offset"] :].split(b"WARC/1.0")[1]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timer")
@pytest.mark.parametrize("word", ["POISON-LOOP", "POISON-HANG"])
def test_the_limit_of_time_is_one_for_what_python_can_end_and_what_it_cannot(word, newscli, tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(lines(2) + json.dumps({"text": f"{TEXT}\n\n{word}"}) + "\n" + lines(1, 9))
    options = ["--timeout-per-record", "1.5"]
    done = newscli("export", path, *options, "--parts", "-o", tmp_path / "out", env=POISONED)
    assert done.returncode == 1
    assert "x.jsonl#3: is in quarantine (took longer than 1.5 seconds)" in done.stderr
    [lost] = report(tmp_path / "out", "x")["quarantined"]
    assert (lost["number"], lost["cause"]) == (3, "took longer than 1.5 seconds")
    if word == "POISON-LOOP":  # without --parts the same option says the same
        plain = newscli("export", path, *options, env=POISONED | {"POISON_ALL": "1"})
        assert "x.jsonl#3: took longer than 1.5 seconds" in plain.stderr
        assert plain.stdout == (tmp_path / "out" / "x.jsonl").read_text()


def test_a_file_that_ends_the_process_as_it_is_read_is_read_up_to_there(tmp_path, monkeypatch):
    """The process dies between two records, each time: the next one is never had."""
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(
        "import os, sys\n"
        "if 'newscli.batch.child' in sys.orig_argv:\n"
        "    from newscli.batch import sources\n"
        "    real = sources.events\n"
        "    def events(*given):\n"
        "        for number, event in enumerate(real(*given)):\n"
        "            if number == 4: os.abort()\n"
        "            yield event\n"
        "    sources.events = events\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{hook}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    (tmp_path / "x.jsonl").write_text(lines(9))
    with ThreadPoolExecutor(1) as pool:
        [told] = tasks.run([Task(str(tmp_path / "x.jsonl"), str(tmp_path / "p.jsonl"), "jsonl")], pool)
    assert (told.read, told.kept) == (5, 4)
    assert "while reading: the file is read up to here" in told.quarantined[0].cause


def test_one_in_quarantine_is_tried_again_with_more(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(lines(1))
    task = Task(str(path), str(tmp_path / "p.jsonl"), "jsonl")
    with ThreadPoolExecutor(1) as pool:
        [told] = tasks.run([task], pool)
    more = msgspec.structs.replace(task, guard=Guard(seconds=500))
    assert tasks.finished(more)
    told.quarantined.append(tasks.Quarantined("x", 1, None, "ended by SIGSEGV"))
    tasks.write_report(task, told)
    assert tasks.finished(task)
    assert not tasks.finished(more)


def test_this_system_says_whether_it_limits_memory():
    assert can_limit_memory() == (os.name == "posix")
