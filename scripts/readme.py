"""Write into the READMEs and docs/ what the calls shown there print now; look at the difference before committing.

    python scripts/readme.py

Each `$ command` in a console block is run in a folder that holds the samples and a small web archive of them, as
tests/test_readme.py does. A block with `...` is left alone: it shows a part of the output.
"""

import gzip
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def furnish(folder: Path) -> dict[str, str]:
    """Make a folder what the shown calls are run in; comes back with their environment: newscli is this one."""
    (folder / "samples").symlink_to(ROOT / "samples")
    (folder / "crawl.warc.gz").write_bytes(gzip.compress(_web_archive("page.html", "listing.html"), mtime=0))
    programs = folder / "bin"
    programs.mkdir()
    for name, module in (("newscli", "-m newscli"), ("python3", "")):
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n')
        (programs / name).chmod(0o755)
    return os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"}


def _web_archive(*samples: str) -> bytes:
    """Samples as a crawler would have kept them."""
    archive = b""
    for sample in samples:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + (ROOT / "samples" / sample).read_bytes()
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-10-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:example:{sample}>\r\nWARC-Target-URI: https://arrasif.example/{sample}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        archive += head.encode() + answer + b"\r\n\r\n"
    return archive


def output(command: str, folder: str, environment: dict[str, str]) -> str:
    """What a call prints, to standard output and to standard error, in the order it comes."""
    call = ["sh", "-c", f"exec 2>&1; {command}"]
    done = subprocess.run(call, cwd=folder, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    return done.stdout.strip("\n")


def _filled(block: re.Match[str]) -> str:
    """A console block with the output of its calls."""
    if "..." in re.sub(r"^\$ .*", "", block[0], flags=re.MULTILINE):
        return block[0]
    with tempfile.TemporaryDirectory() as folder:
        environment = furnish(Path(folder))
        commands = re.findall(r"^\$ (.*)", block[0], re.MULTILINE)
        printed = [(command, output(command, folder, environment)) for command in commands]
    return (
        "```console\n"
        + "".join(f"$ {command}\n{text}\n" if text else f"$ {command}\n" for command, text in printed)
        + "```"
    )


if __name__ == "__main__":
    for page in PAGES:
        text = page.read_text("utf-8")
        page.write_text(BLOCK.sub(_filled, text), "utf-8")
