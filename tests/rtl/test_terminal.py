"""Which terminal, which strategy: tables, choices, and conversations over a pseudo-terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
import tty
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from newscli.config import config_path
from newscli.errors import UsageError
from newscli.rtl.paragraph import Strategy
from newscli.rtl.question import QUERY
from newscli.rtl.terminal import Answer, configured, paged, read_answer, recognise
from tests.running import command

VTE = b"\x1b[8;1$y\x1b[?65;1;9c"
XTERM = b"\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"
KONSOLE = b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[?62;1;4c"
SILENT = b"\x1b[?6c"
MODERN = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("environ", "answer", "strategy"),
    [
        (MODERN, VTE, "explicit"),
        (MODERN | {"VTE_VERSION": "7006"}, b"", "explicit"),
        (MODERN | {"VTE_VERSION": "5202"}, b"", "visual"),
        (MODERN | {"VTE_VERSION": "7006", "TMUX": "/run/tmux/default,1,0"}, VTE, "override"),
        (MODERN | {"VTE_VERSION": "7006", "STY": "1.pts-0"}, VTE, "override"),
        ({"TERM": "screen-256color", "VTE_VERSION": "7006"}, VTE, "override"),
        (MODERN, XTERM, "visual"),
        (MODERN | {"VTE_VERSION": "7006"}, XTERM, "visual"),  # an xterm started from a VTE terminal
        (MODERN | {"KITTY_WINDOW_ID": "1"}, XTERM, "visual"),  # or from kitty
        (MODERN | {"XTERM_VERSION": "XTerm(379)"}, b"", "visual"),
        (MODERN, KONSOLE, "embed"),
        (MODERN | {"KONSOLE_VERSION": "221203"}, SILENT, "embed"),
        ({"TERM": "xterm-kitty"}, b"", "words"),
        ({"TERM": "alacritty"}, b"", "visual-marks"),
        ({"TERM": "mlterm"}, b"", "logical"),
        ({"TERM": "linux"}, b"", "visual"),
        ({"TERM": "dumb", "VTE_VERSION": "7006"}, VTE, "visual"),
        ({"TERM": "rxvt-unicode-256color"}, b"", "visual"),
        (MODERN | {"TERM_PROGRAM": "Apple_Terminal"}, SILENT, "logical"),
        (MODERN | {"TERM_PROGRAM": "vscode"}, SILENT, "visual"),
        (MODERN | {"TERM_PROGRAM": "mintty"}, b"", "explicit"),
        (MODERN | {"WT_SESSION": "0"}, SILENT, "visual"),
        (MODERN | {"VTE_VERSION": "7006"}, SILENT, "visual"),  # it would have known the mode
        (MODERN, SILENT, "visual"),
        ({}, b"", "explicit"),
    ],
)
def test_recognise(environ: Mapping[str, str], answer: bytes, strategy: str) -> None:
    found = recognise(environ, lambda: read_answer(answer))
    assert found.strategy == strategy
    assert found.name
    assert found.reason


@pytest.mark.parametrize(
    ("environ", "answer", "name"),
    [
        (MODERN, KONSOLE, "Konsole"),
        (MODERN, XTERM, "xterm"),
        (MODERN, b"\x1bP>|WezTerm 20240203\x1b\\\x1b[?65;4c", "WezTerm 20240203"),
        (MODERN | {"TERM_PROGRAM": "WezTerm"}, b"", "WezTerm"),
        (MODERN, SILENT, "unknown"),
    ],
)
def test_a_terminal_has_its_name_or_the_one_that_it_gives_itself(
    environ: Mapping[str, str], answer: bytes, name: str
) -> None:
    assert recognise(environ, lambda: read_answer(answer)).name == name


@pytest.mark.parametrize("environ", [{"TMUX": "1"}, {"TERM": "xterm-kitty"}, {"TERM": "dumb"}])
def test_who_needs_no_asking_is_not_asked(environ: Mapping[str, str]) -> None:
    def ask() -> Answer:
        raise AssertionError("asked")

    recognise(environ, ask)


@pytest.mark.parametrize(
    ("received", "answer"),
    [
        (b"", Answer()),
        (b"\x1b[8;0$y", Answer(explicit=False)),
        (b"\x1b[8;3$y\x1b[?1c", Answer(explicit=True, complete=True)),
        (b"ls\n\x1b[8;2$y\x1b[?1;2c", Answer(explicit=True, complete=True)),
        (b"\x1b[8;4$y", Answer(explicit=False)),
        (b"\x1b[8;1", Answer()),
        (b"\x1bP>|kitty(0.26.5)\x1b\\", Answer(version="kitty(0.26.5)")),
    ],
)
def test_read_answer(received: bytes, answer: Answer) -> None:
    assert read_answer(received) == answer


def test_the_option_wins_over_the_variable_and_that_over_the_file(tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert configured(None, environ) is None
    path = Path(config_path(environ))
    path.parent.mkdir()
    path.write_text('bidi = "visual"\n', "utf-8")
    assert path == tmp_path / "newscli" / "config.toml"
    assert configured(None, environ).strategy is Strategy.VISUAL
    assert configured(None, environ | {"NEWSCLI_BIDI": "embed"}).strategy is Strategy.EMBED
    assert configured("words", environ | {"NEWSCLI_BIDI": "embed"}).strategy is Strategy.WORDS
    assert configured("auto", environ | {"NEWSCLI_BIDI": "embed"}) is None


@pytest.mark.parametrize(
    ("option", "environ", "content", "named"),
    [
        ("sideways", {}, None, "--bidi"),
        (None, {"NEWSCLI_BIDI": "sideways"}, None, "NEWSCLI_BIDI"),
        (None, {}, 'bidi = "sideways"', "config.toml"),
        (None, {}, "bidi = visual", "config.toml"),
        (None, {}, b"\xff\xfe", "config.toml"),
    ],
)
def test_a_strategy_that_does_not_exist(
    tmp_path: Path, option: str | None, environ: dict[str, str], content: str | bytes | None, named: str
) -> None:
    environ = environ | {"XDG_CONFIG_HOME": str(tmp_path)}
    if content is not None:
        Path(config_path(environ)).parent.mkdir()
        Path(config_path(environ)).write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(UsageError, match=named) as caught:
        configured(option, environ)
    assert caught.value.advice


def test_no_explicit_mode_through_a_pager() -> None:
    assert [paged(strategy) for strategy in Strategy if paged(strategy) is Strategy.EXPLICIT] == []
    assert paged(Strategy.EXPLICIT) is Strategy.OVERRIDE
    assert paged(Strategy.EMBED) is Strategy.EMBED


ARTICLE = """عنوان الخبر \x1b]0;owned\x07الأول

بيروت - وكالات: قالت \x1b[2Jالوزارة إن \u202eالنتائج ستعلن غدا في مؤتمر صحفي يعقد في العاصمة بمشاركة الصحفيين.

وأضافت أن نسبة المشاركة بلغت 12.5% (وفق آخر إحصاء) في جميع المناطق، وأن الفرز يستمر حتى المساء.
"""


class Terminal:
    """A program in a pseudo-terminal, which answers the query with `answer` after `delay` seconds."""

    def __init__(self, arguments: list[str], environ: Mapping[str, str], folder: Path) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        names = ("PATH", "HOME", "PYTHONPATH", "COVERAGE_PROCESS_CONFIG")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        self.process = subprocess.Popen(
            command(*arguments),
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  one thread, one call
            env=kept | {"XDG_CONFIG_HOME": str(folder), **environ},
        )
        self.output = b""

    def read(self, until: Callable[[bytes], bool], limit: float = 20) -> bytes:
        end = time.monotonic() + limit
        while not until(self.output) and time.monotonic() < end:
            if select.select([self.master], [], [], 0.05)[0]:
                self.output += os.read(self.master, 65536)
            elif self.process.poll() is not None:
                break
        return self.output

    def converse(self, answer: bytes = b"", delay: float = 0) -> str:
        """Answer the query if there is one, then read all the output."""
        self.read(lambda output: QUERY in output)
        if answer and QUERY in self.output:
            time.sleep(delay)
            os.write(self.master, answer)
        self.read(lambda output: False)
        return self.output.decode("utf-8", "replace")

    def typed(self) -> bytes:
        """What a shell would now find typed."""
        tty.setraw(self.slave, termios.TCSANOW)
        found = b""
        while select.select([self.slave], [], [], 0.1)[0]:
            found += os.read(self.slave, 4096)
        return found

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)


Start = Callable[..., Terminal]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started = []

    def run(*arguments: str | Path, **environ: str) -> Terminal:
        started.append(Terminal([str(argument) for argument in arguments], MODERN | environ, tmp_path))
        return started[-1]

    yield run
    for terminal in started:
        terminal.close()


@pytest.mark.parametrize(
    ("answer", "strategy"), [(VTE, "explicit"), (XTERM, "visual"), (KONSOLE, "embed"), (SILENT, "visual")]
)
def test_a_terminal_that_answers(start: Start, answer: bytes, strategy: str) -> None:
    terminal = start("terminal")
    assert re.search(rf"strategy:\s+{strategy}\b", terminal.converse(answer))
    assert terminal.process.wait() == 0
    assert terminal.typed() == b""


def test_a_late_answer_is_never_typed(start: Start) -> None:
    terminal = start("terminal")
    output = terminal.converse(VTE, delay=0.6)
    assert terminal.process.wait() == 0
    assert re.search(r"strategy:\s+explicit", output)
    assert "65;1;9c" not in output
    assert terminal.typed() == b""


def test_no_answer(start: Start) -> None:
    terminal = start("terminal")
    began = termios.tcgetattr(terminal.slave)
    assert re.search(r"strategy:\s+explicit", terminal.converse())
    assert terminal.process.wait() == 0
    assert termios.tcgetattr(terminal.slave) == began


def test_tmux_inside_vte_is_not_asked(start: Start) -> None:
    output = start("terminal", TMUX="/run/tmux/default,1,0", VTE_VERSION="7006").converse(VTE)
    assert QUERY.decode("utf-8", "replace") not in output
    assert re.search(r"strategy:\s+override", output)
    assert "\u202d" in output
    assert "\u202c" in output


def test_every_strategy_under_its_name(start: Start) -> None:
    output = start("terminal", "--all").converse(XTERM)
    assert [name for name in Strategy if f"--bidi {name}" not in output] == []


def test_explicit_mode_is_left_after_each_line(start: Start, article: Path) -> None:
    output = start("parse", article).converse(VTE)
    assert output.count("\x1b[8l") >= 3
    assert output.count("\x1b[8l") == output.count("\x1b[8h")
    assert all(line.count("\x1b[8l") == line.count("\x1b[8h") for line in output.splitlines())


def test_an_article_gives_the_terminal_no_orders(start: Start, article: Path) -> None:
    output = start("parse", article, "--bidi", "visual", "--no-color").converse()
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", output)
    assert "owned" not in output
    coloured = start("parse", article, "--bidi", "visual", "--color").converse()
    assert set(re.findall("\x1b\\[[^A-Za-z]*[A-Za-z]|\x1b.", coloured)) <= {
        "\x1b[0m",
        "\x1b[1m",
        "\x1b[38;5;164m",
        "\x1b[38;5;161m",
    }


def test_explicit_mode_is_left_after_ctrl_c(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(ARTICLE + "\nوقال المتحدث إن العمل مستمر في كل مكان.\n" * 4000, "utf-8")
    terminal = start("parse", path, "--no-pager", NEWSCLI_BIDI="explicit")
    terminal.read(lambda output: output.count(b"\x1b[8l") > 5)
    os.write(terminal.master, b"\x03")
    output = terminal.converse()
    assert terminal.process.wait(10) in (130, -signal.SIGINT)
    assert output.rfind("\x1b[8h") > output.rfind("\x1b[8l")


def test_explicit_mode_is_left_after_a_broken_pipe(start: Start, article: Path) -> None:
    for pager in ("head -n 2", "true", "cat", "less -R -E -X"):
        terminal = start("parse", article, "--pager", NEWSCLI_BIDI="explicit", PAGER=pager)
        output = terminal.converse()
        assert terminal.process.wait() == 0, output
        assert output.count("\x1b[8l") == output.count("\x1b[8h"), pager
        assert "Traceback" not in output


def test_paged_lines_come_through(start: Start, article: Path) -> None:
    output = start("parse", article, "--pager", NEWSCLI_BIDI="explicit", PAGER="head -n 50").converse()
    assert "\u202d" in output
    assert "\x1b[8l" not in output


def test_where_the_pager_does_not_exist_lines_are_printed(start: Start, article: Path) -> None:
    terminal = start("parse", article, "--pager", NEWSCLI_BIDI="visual", PAGER="no-such-pager-here")
    assert re.search("[\ufe70-\ufeff]", terminal.converse())
    assert terminal.process.wait() == 0


def test_where_there_is_no_termios_the_variables_tell() -> None:
    code = (
        "import sys; sys.modules['termios'] = sys.modules['tty'] = None\n"
        "from newscli.rtl.terminal import asking, recognise\n"
        "with asking() as ask: print(recognise({'WT_SESSION': '1'}, ask).name)\n"
        "import newscli; print(newscli.parse('خبر').show())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Windows Terminal\n")
