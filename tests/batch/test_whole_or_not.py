"""An output is whole or not there: what stood there stays, what was interrupted says so, two runs do not meet."""
# ruff: noqa: PT012 - what is raised ends an output that something was written to

import json
import os
import signal

import pytest

from newscli.batch import interrupts
from newscli.batch.output import Output, partial_name
from newscli.errors import OutputError, UsageError
from newscli.export import registry
from newscli.export.format import Settings
from tests.running import mounted

ROW = {"schema": "newscli/article/1", "title": "خبر", "body": "نص", "published": "2024-01-02"}
FILES = ("jsonl", "json", "csv", "markdown", "txt", "ninjs", "jsonld", "parquet", "sqlite")
READ_BACK = ("jsonl", "json", "csv", "parquet", "sqlite")


def output(path, format="jsonl", **settings):
    return Output(str(path), registry.named(format), Settings(**settings))


def write(path, format="jsonl", rows=(ROW,), **settings):
    with output(path, format, **settings) as out:
        for row in rows:
            out.write(row)


def titles(path, name):
    return [row["title"] for row in registry.named(name).rows(str(path))]


def row(number):
    source = {"path": f"{number}.txt", "format": "text", "encoding": "utf-8", "bytes": 1, "sha256": f"{number:064}"}
    return ROW | {"title": f"خبر {number}", "source": source}


@pytest.mark.parametrize("name", FILES)
def test_an_old_export_is_replaced_by_a_whole_one_and_keeps_its_mode(name, tmp_path):
    path = tmp_path / "a.x"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with output(path, name) as out:
        out.write(ROW)
        assert path.read_bytes() == b"old"
    assert path.read_bytes() not in (b"old", b"")
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["a.x"]


@pytest.mark.parametrize("name", FILES)
def test_an_error_leaves_what_stood_there_and_nothing_else(name, tmp_path):
    path = tmp_path / "a.x"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError), output(path, name) as out:
        out.write(ROW)
        raise RuntimeError
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.x"]


@pytest.mark.parametrize("name", READ_BACK)
def test_what_is_interrupted_is_kept_under_a_name_that_says_so_and_can_be_read(name, tmp_path):
    path = tmp_path / "a.x"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), output(path, name) as out:
        out.write(row(1))
        out.write(row(2))
        raise KeyboardInterrupt
    assert path.read_bytes() == b"old"
    assert out.kept == partial_name(str(path)) == str(tmp_path / "a.partial.x")
    assert titles(out.kept, name) == ["خبر 1", "خبر 2"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.partial.x", "a.x"]


@pytest.mark.parametrize("name", READ_BACK)
def test_rows_are_added_to_an_old_export(name, tmp_path):
    path = tmp_path / "a.x"
    write(path, name, [row(1)])
    write(path, name, [row(2)], append=True)
    assert titles(path, name) == ["خبر 1", "خبر 2"]
    write(tmp_path / "new", name, [row(1)], append=True)
    assert titles(tmp_path / "new", name) == ["خبر 1"]


def test_a_line_that_was_cut_off_is_not_continued(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"cut')
    write(path, append=True)
    assert path.read_bytes().splitlines()[0] == b'{"cut'
    assert json.loads(path.read_bytes().splitlines()[1])["title"] == "خبر"


def test_a_second_run_to_the_same_place_is_told(tmp_path):
    path = tmp_path / "a.jsonl"
    with output(path) as first:
        first.write(ROW)
        with pytest.raises(OutputError, match="another newscli"), output(path):
            pass
        (tmp_path / "link").symlink_to(path)
        with pytest.raises(OutputError, match="another newscli"), output(tmp_path / "link"):
            pass
    write(path)


def test_what_a_killed_run_left_is_in_nobodys_way(tmp_path):
    (tmp_path / ".a.jsonl.newscli-part").write_bytes(b"half")
    (tmp_path / ".a.jsonl.newscli-lock").touch()
    write(tmp_path / "a.jsonl")
    assert [one.name for one in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_link_stays_one(tmp_path):
    (tmp_path / "real.jsonl").write_text("old")
    (tmp_path / "link.jsonl").symlink_to("real.jsonl")
    write(tmp_path / "link.jsonl")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert titles(tmp_path / "real.jsonl", "jsonl") == ["خبر"]


def strike(writer, name):
    """Have Ctrl-C come in the middle of what a writer does."""
    method = getattr(writer, name)

    def struck(*arguments):
        os.kill(os.getpid(), signal.SIGINT)
        return method(*arguments)

    setattr(writer, name, struck)


@pytest.fixture
def _ctrl_c():
    """Ctrl-C as an export takes it."""
    before = signal.signal(signal.SIGINT, lambda *_: interrupts.stop(KeyboardInterrupt()))
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_ctrl_c")
@pytest.mark.parametrize("name", READ_BACK)
def test_a_row_that_is_being_written_is_written_before_it_stops(name, tmp_path):
    with pytest.raises(KeyboardInterrupt), output(tmp_path / "a.x", name) as out:
        out.write(row(1))
        strike(out.writer, "write")
        out.write(row(2))
        pytest.fail("it went on")
    assert titles(out.kept, name) == ["خبر 1", "خبر 2"]
    assert [one.name for one in tmp_path.iterdir()] == ["a.partial.x"]


@pytest.mark.usefixtures("_ctrl_c")
@pytest.mark.parametrize("name", READ_BACK)
def test_an_output_that_is_being_finished_is_finished_before_it_stops(name, tmp_path):
    with pytest.raises(KeyboardInterrupt), output(tmp_path / "a.x", name) as out:
        out.write(row(1))
        strike(out.writer, "close")
    assert titles(tmp_path / "a.x", name) == ["خبر 1"]
    assert [one.name for one in tmp_path.iterdir()] == ["a.x"]


@pytest.mark.usefixtures("_ctrl_c")
def test_a_second_interrupt_waits_for_nothing():
    with pytest.raises(KeyboardInterrupt), interrupts.step():
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        pytest.fail("it went on")
    with interrupts.step():
        pass


# Folders


def test_a_folder_gets_a_file_an_article_and_is_replaced_whole(tmp_path):
    folder = tmp_path / "out"
    write(f"{folder}/", "jsonl", [row(1), row(1), row(2)])
    assert sorted(path.name for path in folder.glob("*.json")) == [
        "2024-01-02-خبر 1-2.json", "2024-01-02-خبر 1.json", "2024-01-02-خبر 2.json",
    ]  # fmt: skip
    write(folder, "markdown", [row(3)], name="{n}")
    assert [path.name for path in folder.iterdir() if not path.name.startswith(".")] == ["000001.md"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    folder = tmp_path / "out"
    write(f"{folder}/", "markdown")
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(OutputError, match="other files"):
        write(folder, "markdown")
    assert (folder / "mine.txt").read_text() == "mine"
    (folder / "mine.txt").unlink()
    write(folder, "html")
    assert (folder / "index.html").exists()


def test_an_interrupted_folder_is_kept_beside(tmp_path):
    folder = tmp_path / "out"
    write(f"{folder}/", "markdown", [row(1)])
    with pytest.raises(KeyboardInterrupt), output(folder, "html") as out:
        out.write(row(2))
        raise KeyboardInterrupt
    assert [path.suffix for path in folder.iterdir() if not path.name.startswith(".")] == [".md"]
    assert (tmp_path / "out.partial" / "index.html").exists()


# What cannot be


@pytest.mark.parametrize(
    ("path", "name", "settings", "says"),
    [
        ("-", "sqlite", {}, "not for standard output"), ("-", "html", {}, "not for standard output"),
        ("out/", "parquet", {}, "is one file"),
        ("out/", "markdown", {"append": True}, "cannot be added to"),
    ],
)  # fmt: skip
def test_what_a_format_cannot_do_is_wrong_usage(path, name, settings, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=says):
        output(path, name, **settings)


@pytest.mark.parametrize("name", FILES)
def test_a_folder_that_is_not_there_is_a_message(name, tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path / "no" / "a.x", name)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 200 KB that holds an old export."""
    with mounted(tmp_path / "disk", "size=200k") as folder:
        yield folder


@pytest.mark.parametrize("name", FILES)
def test_a_full_disk_is_a_message_and_the_old_export_stays(name, small_disk):
    path = small_disk / "a.x"
    path.write_bytes(b"old")
    many = [row(number) | {"body": os.urandom(2000).hex()} for number in range(300)]
    with pytest.raises(OutputError, match="cannot be written") as caught:
        write(path, name, many)
    assert "disk" in caught.value.advice
    assert path.read_bytes() == b"old"
    assert [one.name for one in small_disk.iterdir()] == ["a.x"]


def test_a_full_disk_loses_no_old_folder(small_disk):
    folder = small_disk / "out"
    write(f"{folder}/", "markdown", [row(1)])
    many = [row(number) | {"body": os.urandom(2000).hex()} for number in range(300)]
    with pytest.raises(OutputError, match="cannot be written"):
        write(folder, "html", many)
    assert [one.name for one in small_disk.iterdir()] == ["out"]
    assert len(list(folder.glob("*.md"))) == 1
