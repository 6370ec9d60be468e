"""Windows and macOS, as far as they can be tried elsewhere: without what only Unix has, with their own folders."""

import os
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest

SHAPED = re.compile("[\ufe70-\ufeff]{2}")
WITHOUT = "import sys\nfor name in 'termios tty fcntl pwd grp resource curses'.split(): sys.modules[name] = None\n"


def python(code, *arguments, **variables):
    code += f"import sys; sys.argv[1:] = {list(map(str, arguments))!r}\n"
    code += "from newscli.__main__ import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ | variables, input=""
    )


@pytest.mark.parametrize(
    "call",
    [
        ["parse", "page.html"],
        ["parse", "page.html", "--bidi", "auto", "--color", "--width", "60"],
        ["inspect", "page.html"],
        ["dates", "5 مايو 2012"],
        ["terminal"],
        ["export", "page.html"],
    ],
    ids=" ".join,
)
def test_no_command_needs_what_only_unix_has(samples, monkeypatch, call):
    monkeypatch.chdir(samples)
    done = python(WITHOUT, *call)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_on_a_terminal_neither(samples, tmp_path, on_terminal):
    (tmp_path / "sitecustomize.py").write_text(WITHOUT)
    text = on_terminal("parse", samples / "column.txt", PYTHONPATH=f"{tmp_path}:{os.environ.get('PYTHONPATH', '')}")
    assert SHAPED.search(text)


def test_without_less_the_lines_are_printed(samples, tmp_path, monkeypatch, on_terminal):
    monkeypatch.delenv("PAGER", raising=False)
    assert SHAPED.search(on_terminal("parse", samples / "column.txt", lines=5, PATH=str(tmp_path)))


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {"XDG_CONFIG_HOME": "/somewhere"}, "/somewhere/newscli"),
        ("linux", {"XDG_CONFIG_HOME": "relative", "HOME": "/home/ali"}, "/home/ali/.config/newscli"),
        ("linux", {"XDG_CONFIG_HOME": "", "HOME": "/home/ali"}, "/home/ali/.config/newscli"),
        ("darwin", {"HOME": "/Users/ali"}, "/Users/ali/Library/Application Support/newscli"),
        ("win32", {"APPDATA": r"C:\Users\ali\AppData\Roaming"}, r"C:\Users\ali\AppData\Roaming/newscli"),
    ],
)
def test_settings_stand_where_the_system_has_them(platform, variables, folder):
    # without ctypes platformdirs reads the variables of Windows
    code = f"import sys; sys.platform = {platform!r}; sys.modules['ctypes'] = None\n"
    code += "from newscli import config; print(config.folder())"
    environment = {name: value for name, value in os.environ.items() if name != "XDG_CONFIG_HOME"} | variables
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == folder + "\n"


def test_the_console_of_windows_is_asked_to_obey_sequences(monkeypatch):
    import ctypes

    from newscli.cli.windows import obey_sequences

    modes = {-11: 3, -12: None}  # standard output is a console, standard error a file

    def get(handle, mode):
        mode._obj.value = modes[handle] or 0
        return modes[handle] is not None

    kernel = SimpleNamespace(GetStdHandle=int, GetConsoleMode=get, SetConsoleMode=modes.__setitem__)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    obey_sequences()
    assert modes == {-11: 7, -12: None}
