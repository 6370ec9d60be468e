"""The real command in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def samples():
    return ROOT / "samples"


@pytest.fixture(scope="session")
def newscli():
    """Run `newscli ARGUMENTS`; comes back with returncode, stdout and stderr, and never with a traceback."""

    def run(*arguments, input=b"", cwd=None, env=None, timeout=120):
        done = subprocess.run(
            [sys.executable, "-m", "newscli", *map(str, arguments)],
            input=input,
            check=False,
            capture_output=True,
            cwd=cwd,
            env=os.environ | (env or {}),
            timeout=timeout,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        done.stdout = done.stdout.decode()
        done.stderr = done.stderr.decode()
        return done

    return run
