"""What pyproject.toml promises: one version, the extras, the scripts; and what the archives hold."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import newscli

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def test_the_version_stands_once_and_the_changelog_begins_with_it():
    assert PROJECT["dynamic"] == ["version"]
    released = re.findall(r"^## \[(\d[^\]]*)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert released[0] == newscli.__version__


def test_the_extras_that_are_promised_and_all_of_what_a_user_can_use():
    assert {"web", "warc", "parquet", "learn", "all"} <= set(EXTRAS)
    names = set(re.findall(r"[a-z]+", re.search(r"\[(.*)\]", EXTRAS["all"][0])[1]))
    assert names == {"web", "warc", "parquet", "duplicates"}


def test_every_advice_to_install_names_an_extra_that_there_is():
    said = "\n".join(
        path.read_text("utf-8") for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("src/**/*.py")]
    )
    named = {
        name for group in re.findall(r"pip install '(?:\.|newscli)\[([\w,]+)\]'", said) for name in group.split(",")
    }
    assert named
    assert named <= set(EXTRAS)


def test_the_license_is_in_the_words_that_indexes_know():
    assert PROJECT["license"] == "MIT"
    assert all((ROOT / name).exists() for name in PROJECT["license-files"])
    assert f"Programming Language :: Python :: {PROJECT['requires-python'].strip('>=')}" in PROJECT["classifiers"]


@pytest.mark.slow
def test_the_source_archive_makes_a_wheel_that_holds_all_of_the_package(tmp_path):
    if not find_spec("build"):
        pytest.skip("no build: pip install '.[dev]'")
    subprocess.run([sys.executable, "-m", "build", "--outdir", tmp_path, ROOT], check=True, capture_output=True)
    (source,), (wheel,) = tmp_path.glob("*.tar.gz"), tmp_path.glob("*.whl")
    with tarfile.open(source) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert {"README.md", "tests/conftest.py", "samples/aggregator.txt", "man/newscli.1", ".ci/run"} <= packed
    assert not [name for name in packed if name.endswith((".whl", ".pyc")) or ".venv" in name]
    held = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src"
    ours = {
        str(path.relative_to(package))
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in ours if ".egg-info" not in name} <= held
    pages = {name.rpartition("/")[2] for name in held if "/share/man/man1/" in name}
    assert pages == {path.name for path in (ROOT / "man").iterdir()}
