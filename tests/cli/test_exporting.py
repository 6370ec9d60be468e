"""`newscli export` as people call it: from anything to anything, in order, with an end that can be trusted."""

import gzip
import json
import os
import random
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from newscli.export import registry
from tests.running import command, started
from tests.texts import LAST, LEAD, MORE, TITLE, joined

TEXT = joined(TITLE, LEAD, MORE, LAST)
STORY = {"title": TITLE, "body": joined(LEAD, MORE, LAST)}


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def fill(path, count, text=TEXT):
    """A file of JSON Lines with so many stories, none like another."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            record = {
                "id": number,
                "text": f"{text}\n\nوهذه هي الفقرة الأخيرة من الخبر رقم {number}.",
                "date": "2024-01-02",
            }
            file.write(json.dumps(record) + "\n")
    return path


def ids(rows):
    return [int(row["source"]["path"].rpartition("#")[2]) for row in rows]


@pytest.fixture
def mixed(tmp_path):
    """A folder of everything."""
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "1.txt").write_text(TEXT, "utf-8")
    (folder / "2").write_text(TEXT, "windows-1256")
    (folder / "3.gz").write_bytes(gzip.compress(TEXT.encode()))
    (folder / "4.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "5.html").write_text("<html><body><ul><li><a href='/'>الرئيسية</a></li></ul></body></html>", "utf-8")
    fill(folder / "sub" / "6.jsonl", 3)
    (folder / "sub" / "7.jsonl").write_text('{"text": "x"\n' + json.dumps({"text": TEXT}) + "\n", "utf-8")
    (folder / ".hidden").write_text(TEXT, "utf-8")
    with zipfile.ZipFile(folder / "8.zip", "w") as archive:
        archive.writestr("a.txt", TEXT)
    return folder


def test_a_folder_of_everything(newscli, mixed):
    done = newscli("export", mixed)
    rows = lines(done.stdout)
    assert [row["source"]["path"].removeprefix(f"{mixed}/") for row in rows] == [
        "1.txt", "2", "3.gz", "5.html", "8.zip/a.txt", "sub/6.jsonl#0", "sub/6.jsonl#1", "sub/6.jsonl#2",
        "sub/7.jsonl#2",
    ]  # fmt: skip
    assert [bool(row["body"]) for row in rows].count(False) == 1
    assert done.returncode == 1
    first, *summary = done.stderr.splitlines()
    assert first.startswith(f"newscli: {mixed}/sub/7.jsonl#1: is no valid JSON")
    assert summary[0].startswith("newscli: 9 articles, 1 of them without a story, in ")
    assert summary[1:] == [
        "  1 failed: 1 is no valid JSON",
        "  2 passed over: 1 a hidden file; 1 a PNG image, not text",
    ]


def test_failures_are_written_where_they_are_wanted(newscli, mixed, tmp_path):
    done = newscli(
        "export", mixed, tmp_path / "missing", "--quiet", "--errors", tmp_path / "errors", "-o", tmp_path / "o"
    )
    assert (done.returncode, done.stderr, done.stdout) == (1, "", "")
    found = lines((tmp_path / "errors").read_text("utf-8"))
    assert [(one["path"], one["record"]) for one in found] == [
        (f"{mixed}/sub/7.jsonl", "1"), (str(tmp_path / "missing"), None),
    ]  # fmt: skip
    assert all(one["error"] and one["advice"] for one in found)


def test_articles_only_leaves_pages_without_a_story_out(newscli, samples):
    done = newscli("export", samples / "listing.html", samples / "column.txt", "--articles-only")
    assert done.returncode == 0
    assert [row["source"]["path"] for row in lines(done.stdout)] == [str(samples / "column.txt")]
    assert "1 left out: 1 no story" in done.stderr


def test_inputs_are_listed_on_standard_input(newscli, samples):
    names = [str(samples / name) for name in ("levant.txt", "column.txt")]
    for data in ("\n".join(names), "\0".join(names)):
        done = newscli("export", "--from", "-", input=data.encode())
        assert [row["source"]["path"] for row in lines(done.stdout)] == names


def test_the_kind_of_the_inputs_can_be_said(newscli, tmp_path):
    path = tmp_path / "a"
    path.write_text(json.dumps({"markup": f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{MORE}</p>"}), "utf-8")
    done = newscli("export", path, "--input-format", "jsonl", "--html-key", "markup")
    [row] = lines(done.stdout)
    assert (row["source"]["format"], row["source"]["path"]) == ("html", f"{path}#1")
    done = newscli("export", path, "--input-format", "pdf")
    assert done.returncode == 2
    assert "warc" in done.stderr


@pytest.mark.slow
def test_one_worker_and_many_give_the_same_bytes_and_status(newscli, tmp_path):
    path = fill(tmp_path / "a.jsonl", 150)
    with path.open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    for format in ("jsonl", "csv", "markdown"):
        one, two, auto = (newscli("export", path, "-q", "-f", format, "--workers", n) for n in (1, 2, 0))
        assert one.returncode == two.returncode == auto.returncode == 1
        assert one.stdout == two.stdout == auto.stdout
    marked = [newscli("export", path, "-q", "--dedupe", "mark", "--workers", n).stdout for n in (1, 2)]
    assert marked[0] == marked[1]
    assert sum("duplicate_of" in row for row in lines(marked[0])) == 149


def test_limit_and_skip_choose_records(newscli, tmp_path):
    path = fill(tmp_path / "a.jsonl", 100)
    for workers in (1, 2):
        done = newscli("export", path, "--skip", 10, "--limit", 5, "--workers", workers)
        assert (done.returncode, ids(lines(done.stdout))) == (0, [10, 11, 12, 13, 14])


def test_fields_are_chosen_and_ordered(newscli, samples):
    done = newscli("export", samples / "column.txt", "--fields", "published,title")
    assert list(lines(done.stdout)[0]) == ["published", "title"]
    done = newscli("export", samples / "column.txt", "--fields", "titel")
    assert done.returncode == 2
    assert "Did you mean title" in done.stderr


def test_articles_are_chosen_by_what_they_have(newscli, samples):
    found = lines(newscli("export", samples, "--with", "byline", "--without", "disclaimer", "--since", "2000").stdout)
    assert found
    assert all(row["byline"] and not row["disclaimer"] and row["published"] > "2000" for row in found)


def test_copies_are_dropped_or_told(newscli, tmp_path, samples):
    (tmp_path / "copy.txt").write_bytes((samples / "levant.txt").read_bytes() + b"\n")
    paths = (samples / "levant.txt", tmp_path / "copy.txt", samples / "column.txt")
    dropped = newscli("export", *paths, "--dedupe", "drop")
    assert len(lines(dropped.stdout)) == 2
    assert "1 left out: 1 duplicate" in dropped.stderr
    marked = lines(newscli("export", *paths, "--dedupe", "mark").stdout)
    assert [row.get("duplicate_of") for row in marked] == [None, str(samples / "levant.txt"), None]
    assert marked[1]["similarity"] == 1.0


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.md", "a.txt", "a.db", "a.parquet", "a.ninjs.json", "a.jsonld"])
def test_the_format_is_told_by_the_name_of_the_output(newscli, samples, tmp_path, name):
    done = newscli("export", samples / "column.txt", "-o", tmp_path / name)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / name).stat().st_size > 100
    rows = registry.by_file(name).rows
    if rows:
        [row] = rows(str(tmp_path / name))
        assert row["title"] == json.loads(newscli("export", samples / "column.txt").stdout)["title"]


def test_an_export_goes_round_without_loss(newscli, samples, tmp_path):
    first = newscli("export", samples, "--blocks", "-q").stdout
    (tmp_path / "a.jsonl").write_text(first, "utf-8")
    for name in ("a.db", "a.parquet", "a.json"):
        assert newscli("export", tmp_path / "a.jsonl", "-o", tmp_path / name).returncode == 0
        assert newscli("export", tmp_path / name, "-q").stdout == first


def test_what_is_wrong_with_an_output_is_said(newscli, samples, tmp_path):
    for output, format, status, says in (
        ("x/", "parquet", 2, "is one file"), ("no/x.jsonl", "jsonl", 1, "cannot be written"),
        (samples, "html", 1, "other files"),
    ):  # fmt: skip
        done = newscli("export", samples / "column.txt", "-o", output, "-f", format, cwd=tmp_path)
        assert done.returncode == status
        assert says in done.stderr
    done = newscli("export", samples / "column.txt", "-f", "sqlite")
    assert (done.returncode, "not for standard output" in done.stderr) == (2, True)


def test_a_run_before_is_no_input(newscli, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    for _ in range(2):
        done = newscli("export", ".", "-o", "out.jsonl", "--exclude", "pages/*", cwd=tmp_path)
        assert done.returncode == 0
        assert len(lines((tmp_path / "out.jsonl").read_text("utf-8"))) == 1
        assert newscli("export", ".", "-o", "pages/", "-f", "html", "--include", "*.txt", cwd=tmp_path).returncode == 0
    assert len(list((tmp_path / "pages" / "articles").iterdir())) == 1


def test_nothing_of_an_archive_leaves_the_folder(newscli, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("../../evil.txt", "/evil.txt", "..\\evil.txt", "good.txt"):
            archive.writestr(name, TEXT)
    (tmp_path / "in").mkdir()
    done = newscli("export", "../a.zip", "-o", "out/", "--name", "{stem}", "-f", "txt", cwd=tmp_path / "in")
    assert done.returncode == 0
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {"a.zip", "in/out/.newscli-export", "in/out/evil.txt", "in/out/evil-2.txt", "in/out/evil-3.txt",
                     "in/out/good.txt"}  # fmt: skip


# Ends


def start(*arguments, **settings):
    return started("export", *arguments, **settings)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_head_ends_it_quietly(tmp_path, workers):
    path = fill(tmp_path / "a.jsonl", 3000)
    child = start(path, "--workers", workers, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert ids(lines(child.stdout.readline().decode())) == [0]
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait(20) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_stopped_run_keeps_what_was_done_and_the_old_export(tmp_path, number, workers):
    path, out, kept = fill(tmp_path / "a.jsonl", 4000), tmp_path / "o.jsonl", tmp_path / "o.partial.jsonl"
    out.write_text("old")
    child = start(path, "-o", out, "--workers", workers, "-q", stderr=subprocess.PIPE, text=True)
    part = tmp_path / ".o.jsonl.newscli-part"
    while not (part.exists() and part.stat().st_size > 30_000):
        assert child.poll() is None
        time.sleep(0.01)
    child.send_signal(number)
    assert child.wait(10) == 128 + number
    message = child.stderr.read()
    child.stderr.close()
    assert message.startswith(f"newscli: {kept}: stopped; what was done is here")
    assert out.read_text() == "old"
    rows = lines(kept.read_text("utf-8"))
    assert 0 < len(rows) < 4000
    assert ids(rows) == list(range(len(rows)))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.jsonl", "o.jsonl", "o.partial.jsonl"]


@pytest.mark.slow
def test_a_run_stopped_at_random_never_leaves_half_an_export(tmp_path):
    path, out = fill(tmp_path / "a.jsonl", 400), tmp_path / "o.db"
    rng = random.Random(3)
    whole = 0
    for _ in range(8):
        child = start(path, "-o", out, "-q", "--workers", "1", stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.02, 1.5))
        child.terminate()
        whole += child.wait(20) == 0
        for found in (out, tmp_path / "o.partial.db"):
            if found.exists():
                rows = list(registry.named("sqlite").rows(str(found)))
                assert ids(rows) == list(range(len(rows)))
                assert len(rows) == 400 or found != out
        assert not (tmp_path / ".o.db.newscli-part").exists()
    assert out.exists() or not whole  # it may have been stopped when all was done


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="this system does not tell the children of a process")
@pytest.mark.parametrize("seconds", [0, 0.1, 0.2, 0.3, 0.4, 0.5])
def test_ctrl_c_while_processes_are_started_ends_all_of_them_without_a_word(tmp_path, seconds):
    path, out = fill(tmp_path / "a.jsonl", 2000), tmp_path / "o.jsonl"
    child = start(path, "-o", out, "--workers", "2", "-q", stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not Path(f"/proc/{child.pid}/task/{child.pid}/children").read_text():
        assert child.poll() is None
    time.sleep(seconds)
    os.killpg(child.pid, signal.SIGINT)  # as a terminal does
    message = child.communicate(timeout=20)[1]  # it ends when all that share standard error have ended
    assert child.returncode == 130
    assert message.count("\n") <= 1
    assert message.startswith("newscli: ") or not message
    assert {one.name for one in tmp_path.iterdir()} <= {"a.jsonl", "o.partial.jsonl"}


def test_a_killed_run_leaves_the_old_export_and_no_processes(tmp_path):
    path, out = fill(tmp_path / "a.jsonl", 4000), tmp_path / "o.jsonl"
    out.write_text("old")
    child = start(path, "-o", out, "--workers", "2", "-q", start_new_session=True)
    part = tmp_path / ".o.jsonl.newscli-part"
    while not (part.exists() and part.stat().st_size > 30_000):
        time.sleep(0.01)
    child.kill()
    child.wait()
    assert out.read_text() == "old"
    for _ in range(100):
        try:
            os.killpg(child.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    else:
        pytest.fail("processes were left")
    assert start(samples_of(tmp_path), "-o", out, "-q").wait(60) == 0


def samples_of(folder):
    path = folder / "one.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_two_runs_to_one_file_do_not_meet(tmp_path):
    path, out = fill(tmp_path / "a.jsonl", 2000), tmp_path / "o.jsonl"
    first = start(path, "-o", out, "-q", "--workers", "1")
    while not (tmp_path / ".o.jsonl.newscli-part").exists():
        time.sleep(0.01)
    second = start(path, "-o", out, "-q", stderr=subprocess.PIPE, text=True)
    assert "another newscli" in second.communicate(timeout=30)[1]
    assert second.returncode == 1
    first.terminate()
    assert first.wait(20) == 143


@pytest.mark.slow
@pytest.mark.parametrize("way", [[], ["--parts", "--split-size", "10K"]], ids=["plain", "parts"])
def test_progress_is_shown_on_a_terminal_alone(way, tmp_path):
    path, out = fill(tmp_path / "a.jsonl", 150), tmp_path / "o.jsonl"
    if way:
        out = tmp_path / "parts"
    master, slave = os.openpty()
    env = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    child = start(path, "-o", out, *way, "--workers", "1", stderr=slave, env=env)
    os.close(slave)
    seen = b""
    try:
        while piece := os.read(master, 65536):
            seen += piece
    except OSError:  # the terminal is closed
        pass
    os.close(master)
    assert child.wait(20) == 0
    assert b"articles" in seen
    assert b"/s" in seen
    assert b"150 articles, in" in seen
    silent = subprocess.run(command("export", path, "-o", out, *way), capture_output=True, check=True, text=True)
    assert silent.stderr.startswith("newscli: 150 articles, in")
