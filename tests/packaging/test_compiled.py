"""The wheel with compiled modules: it reads as the plain one does, to the byte, and no input brings it down."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "compiled"))

import build  # noqa: E402
from native import native  # noqa: E402

STRUCT = '''
from __future__ import annotations
from msgspec import Struct
from msgspec.structs import replace
_LIMIT = 3
_TOTAL = 1
_TOTAL += 1

class Span(Struct, frozen=True):
    """A stretch."""

    start: int
    end: int = _LIMIT

    @property
    def length(self) -> int:
        return self.end - self.start

class Node(Struct, eq=False, kw_only=True):
    tag: str
'''
# The package in a folder reads the articles in some files: a line of JSON with all blocks for each.
READER = """
import sys
sys.path.insert(0, sys.argv[1])
import msgspec, newscli
from newscli.weigh import evidence
for path in sys.argv[2:]:
    with open(path, "rb") as file:
        data = file.read()
    try:
        found = msgspec.json.encode(newscli.parse(data).to_dict(blocks=True)).decode()
    except newscli.NewsError as error:
        found = repr(str(error))
    print(found)
print(evidence.__file__, file=sys.stderr)
"""


def read_by(folder, paths):
    """What the package in a folder reads from some files, and where its modules are."""
    call = [sys.executable, "-c", READER, folder, *paths]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=True, env=environment)
    return done.stdout.splitlines(), done.stderr


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    """Paths of some hundred articles: the samples, the golden ones, those of each kind."""
    folder = tmp_path_factory.mktemp("kinds")
    for file in sorted((ROOT / "tests" / "kinds").glob("*.jsonl")):
        for number, line in enumerate(file.read_text("utf-8").split("\n")[:-1]):
            text = json.loads(line)["input"]
            (folder / f"{file.stem}-{number}").write_text(text, "utf-8", errors="surrogatepass", newline="")
    golden = (ROOT / "tests" / "golden").glob("*/input.*")
    return sorted([*(ROOT / "samples").glob("*.*"), *golden, *folder.iterdir()])


def made(source):
    names = {}
    exec(compile(source, "made", "exec"), names)
    return names


@pytest.mark.parametrize("form", [lambda source: source, native], ids=["as written", "as compiled"])
def test_a_struct_is_the_same_value_in_the_form_for_the_compiler(form):
    names = made(form(STRUCT))
    span, node = names["Span"], names["Node"]
    assert (span(1), hash(span(1)), span(1).length) == (span(1, 3), hash(span(start=1, end=3)), 2)
    assert span(1) != span(2)
    assert span(1) != (1, 3)
    assert names["replace"](span(1), start=2) == span(2)
    assert span.__doc__ == "A stretch."
    assert node(tag="p") != node(tag="p")
    assert node(tag="p").tag == "p"
    with pytest.raises(TypeError):
        node("p")
    assert names["_TOTAL"] == 2


def test_what_is_written_for_the_compiler_is_no_struct_and_its_constants_are_final():
    written = native(STRUCT)
    assert "Struct," not in written.replace("Struct as _Struct, structs", "")
    assert "_LIMIT: Final = 3" in written
    assert "_TOTAL = 1" in written


def test_a_default_that_all_values_would_share_is_refused():
    with pytest.raises(ValueError, match="make a new one for each value"):
        native("from __future__ import annotations\nclass Place(Struct):\n    held: dict[str, int] = {}\n")


def test_the_form_for_the_compiler_reads_as_the_source_does(tmp_path, articles):
    files = build.prepare(tmp_path)
    assert len(files) > 100
    assert all((tmp_path / file).read_text("utf-8") != (ROOT / "src" / file).read_text("utf-8") for file in files)
    some = articles[::8]
    found, told = read_by(tmp_path, some)
    assert str(tmp_path) in told
    assert found == read_by(ROOT / "src", some)[0]
    assert len(found) == len(some) > 50


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """The folder of a wheel with compiled modules, unpacked; made in two minutes."""
    header = Path(sysconfig.get_path("include")) / "Python.h"
    if not (shutil.which("cc") or shutil.which("gcc") or os.name == "nt") or not header.exists():
        pytest.skip("no C compiler, or no Python.h")
    if not all(map(importlib.util.find_spec, ("build", "hatchling", "mypyc", "setuptools"))):
        pytest.skip("no build, hatchling, mypy or setuptools: pip install '.[dev]'")
    folder = tmp_path_factory.mktemp("compiled")
    call = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--skip-dependency-check"]
    environment = os.environ | {"HATCH_BUILD_HOOKS_ENABLE": "1"}
    subprocess.run([*call, "--outdir", folder, ROOT], check=True, capture_output=True, env=environment, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    assert "none-any" not in wheel.name
    zipfile.ZipFile(wheel).extractall(folder / "unpacked")
    return folder / "unpacked"


@pytest.mark.slow
def test_the_compiled_modules_read_as_the_source_does(compiled, articles):
    found, told = read_by(compiled, articles)
    assert told.strip().endswith((".so", ".pyd"))
    assert found == read_by(ROOT / "src", articles)[0]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the fuzzer limits its process as Unix does")
@pytest.mark.parametrize("number", [1, 2, 3])
def test_nothing_brings_the_compiled_modules_down(compiled, tmp_path, number):
    call = [
        sys.executable,
        ROOT / "fuzz" / "mutate.py",
        "--crashes",
        tmp_path,
        "--rounds",
        str(number),
        "--inputs",
        "2000",
    ]
    environment = os.environ | {"PYTHONPATH": str(compiled)}
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout.splitlines()[0])["faults"] == {}
