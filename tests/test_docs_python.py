"""The Python of README and docs: every block runs as it stands and is typed to `mypy --strict`."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCKS = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in PAGES
    for number, block in enumerate(re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S), start=1)
    if "import newscli" in block  # others show how the source is written, not how it is called
]


def run(code, folder):
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=folder, env=environment, capture_output=True, check=False
    )


def test_there_are_examples_to_run():
    assert {block.id.partition("-")[0] for block in BLOCKS} >= {"README.md", "api.md", "inspect.md"}


@pytest.mark.parametrize("block", BLOCKS)
def test_an_example_runs_as_it_stands(block):
    done = run(block, ROOT)
    assert (done.returncode, done.stderr.decode()) == (0, "")


@pytest.mark.parametrize("sample", sorted((ROOT / "samples").glob("*.[th]*")), ids=lambda path: path.name)
def test_the_readmes_example_runs_on_every_sample(sample):
    """Also on those without dateline, date or story."""
    readme = next(block.values[0] for block in BLOCKS if block.id == "README.md-1")
    code, count = re.subn(r'"samples/[^"]+"', repr(str(sample)), readme)
    done = run(code, ROOT)
    assert (count, done.returncode, done.stderr.decode()) == (1, 0, "")


def test_every_example_passes_mypy_strict(tmp_path):
    if not find_spec("mypy"):
        pytest.skip("no mypy: pip install '.[dev]'")
    for block in BLOCKS:
        (tmp_path / f"{re.sub('[^a-z0-9]', '_', block.id)}.py").write_text(block.values[0], "utf-8")
    order = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", tmp_path / "cache", "."]
    done = subprocess.run(
        order, cwd=tmp_path, env=os.environ | {"MYPYPATH": str(ROOT / "src")}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode()
