"""Compile the part of newscli that reads articles: to C by mypyc, from the same source files.

    HATCH_BUILD_HOOKS_ENABLE=1 pip install .       # newscli with its compiled modules, as hook.py asks for them
    python compiled/build.py FOLDER                # those modules alone

Wants a C compiler, Python's headers, `mypy[mypyc]`, setuptools, and what newscli itself needs. A compiled module stands
beside its source, and Python takes it first: newscli has no line about any of this.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from native import native

SOURCE = Path(__file__).resolve().parent.parent / "src" / "newscli"
# Where the time goes. What stands elsewhere is done once a page, or hands out Structs.
PACKAGES = ("arabic", "credits", "dates", "lexicon", "notices", "segment", "weigh")
LEFT = ("dates/found.py",)  # its dates are part of the library's face, and stay Structs

_SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup
made = mypycify(
    ["--config-file=", "--ignore-missing-imports", *sys.argv.pop().split(":")],
    debug_level="0", multi_file=True, group_name="newscli",
)
setup(name="newscli", packages=["newscli"], ext_modules=made)
"""


def modules() -> list[str]:
    """The files that are compiled, as paths below `newscli`."""
    files = (path.relative_to(SOURCE).as_posix() for name in PACKAGES for path in sorted((SOURCE / name).glob("*.py")))
    return [file for file in files if file not in LEFT and not file.endswith("__init__.py")]


def prepare(folder: Path) -> list[str]:
    """Copy the package, with what is compiled in the form that mypyc makes fast. Returns that as paths in `folder`."""
    shutil.copytree(SOURCE, folder / "newscli", ignore=shutil.ignore_patterns("__pycache__"))
    files = [f"newscli/{name}" for name in modules()]
    for path in (folder / file for file in files):
        path.write_text(native(path.read_text("utf-8")), "utf-8")
    return files


def main() -> int:
    """Compile into the folder that is named; the exit status is the compiler's."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as work:
        files = prepare(Path(work))
        command = [sys.executable, "-c", _SETUP, "build_ext", "--build-lib", str(Path(sys.argv[1]).resolve())]
        environment = os.environ | {"MYPYPATH": work}
        return subprocess.run([*command, ":".join(files)], cwd=work, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
