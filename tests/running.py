"""The command in a process of its own, for tests that look at it while it runs, and small disks for it to write to."""

import os
import subprocess
import sys
from contextlib import contextmanager

import pytest


def command(*arguments):
    """The call of `newscli ARGUMENTS` by the Python that runs the tests."""
    return [sys.executable, "-m", "newscli", *map(str, arguments)]


def started(*arguments, **settings):
    """`newscli ARGUMENTS` as a running process; the settings are those of `subprocess.Popen`."""
    return subprocess.Popen(command(*arguments), **settings)


@contextmanager
def mounted(folder, options):
    """A disk of its own at a new folder; the test is skipped where that may not be."""
    folder.mkdir()
    call = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(call, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
