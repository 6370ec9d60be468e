"""What is known to fail, the marker of tests that take minutes, and the real command in a process of its own."""

import os
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.running import command

HERE = Path(__file__).resolve().parent
KNOWN = HERE / "known.txt"  # a test's name, a tab, the reason; strict: a line goes when its test passes

# No settings and words of whoever runs the tests; a folder that does not exist is empty.
os.environ["XDG_CONFIG_HOME"] = str(Path(tempfile.gettempdir(), "newscli-tests-config"))
os.environ.pop("NEWSCLI_LEXICON", None)
os.environ["NEWSCLI_LANG"] = "en"  # whatever the locale is; tests of Arabic ask for it

# No test is timed: a busy machine takes its time over an example.
settings.register_profile("newscli", deadline=None)
settings.load_profile("newscli")

# A shell that starts the tests in the background has them ignore Ctrl-C, and so does all that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes minutes; runs where NEWSCLI_SLOW=1 is set")


def known():
    """The reasons by the names of the tests."""
    lines = [line for line in KNOWN.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return dict(line.split("\t", 1) for line in lines)


def pytest_collection_modifyitems(items):
    reasons = known()
    for item in items:
        name = item.nodeid.removeprefix("tests/")
        if name in reasons:
            item.add_marker(pytest.mark.xfail(reason=reasons[name], strict=True))
        if item.get_closest_marker("slow") and os.environ.get("NEWSCLI_SLOW") != "1":
            item.add_marker(pytest.mark.skip(reason="takes minutes: set NEWSCLI_SLOW=1"))


@pytest.fixture(scope="session")
def shared():
    """The folder of labelled texts, which are their publishers' and no part of the repository."""
    folder = Path(os.environ.get("NEWSCLI_SHARED") or HERE.parents[1] / "shared")
    if not (folder / "gold" / "articles.jsonl").is_file():
        pytest.skip("the labelled articles are not part of the repository")
    return folder


@pytest.fixture(scope="session")
def samples():
    return HERE.parent / "samples"


@pytest.fixture(scope="session")
def newscli():
    """Run `newscli ARGUMENTS`; comes back with returncode, stdout and stderr, and never with a traceback."""

    def run(*arguments, input=b"", cwd=None, env=None, timeout=120):
        done = subprocess.run(
            command(*arguments),
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


@pytest.fixture(scope="session")
def on_terminal():
    """Run `newscli ARGUMENTS` on a terminal of 80 columns that gets visual order; comes back with what it was sent."""
    pty = pytest.importorskip("pty")

    def run(*arguments, lines=200, **variables):
        ours, theirs = pty.openpty()
        environment = os.environ | {"COLUMNS": "80", "LINES": str(lines), "TERM": "xterm-256color"}
        with subprocess.Popen(
            command(*arguments),
            stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
            env=environment | {"NEWSCLI_BIDI": "visual"} | variables,
        ) as running:  # fmt: skip
            os.close(theirs)
            shown = b""
            try:
                while piece := os.read(ours, 65536):
                    shown += piece
            except OSError:  # how Linux tells that the other end is closed
                pass
            running.wait(60)
        os.close(ours)
        return shown.decode("utf-8", "replace").replace("\r\n", "\n")

    return run
