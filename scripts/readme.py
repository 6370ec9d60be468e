"""Write into README.md and docs/ what the calls shown there print now; look at the difference before committing.

    python scripts/readme.py

Each `$ command` in a console block is run beside the samples, as tests/test_readme.py does. A block with a line `...`
is left alone: it shows a part of the output.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}


def filled(block: re.Match[str]) -> str:
    """A console block with the output of its calls."""
    if "\n...\n" in block[0]:
        return block[0]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "samples").symlink_to(ROOT / "samples")
        commands = re.findall(r"^\$ (.*)", block[0], re.MULTILINE)
        calls = "".join(f"$ {command}\n{output(command, folder)}\n" for command in commands)
    return f"```console\n{calls}```"


def output(command: str, folder: str) -> str:
    """What a call prints, to standard output and to standard error, in the order it comes."""
    call = ["sh", "-c", f"exec 2>&1; {command}"]
    done = subprocess.run(call, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    return done.stdout.strip()


for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
    text = page.read_text("utf-8")
    page.write_text(re.sub(r"^```console\n.*?^```$", filled, text, flags=re.MULTILINE | re.DOTALL), "utf-8")
