"""The user's own settings: where they stand, and what config.toml says.

    bidi = "visual"            a default of every command that has the option
    [parse]
    width = 72                 a default of one command; options by their names without dashes in front
    [theme]
    title = "bold blue"        title, text, quiet, warning

The user's own words stand beside it, in files of the folder `lexicon` (see lexicon/own.py).
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

from newscli.errors import UsageError


class Config(NamedTuple):
    """What config.toml says. `text` is the file itself, to tell lines by."""

    path: str
    values: dict[str, Any]
    text: str = ""

    def tables(self) -> dict[str, dict[str, Any]]:
        """What stands below a `[name]`, by that name."""
        return {name: value for name, value in self.values.items() if isinstance(value, dict)}

    def plain(self) -> dict[str, Any]:
        """What stands above the first `[name]`."""
        return {name: value for name, value in self.values.items() if not isinstance(value, dict)}

    def place(self, key: str, table: str = "") -> str:
        """The file and the line where a key stands, as in `config.toml:3`."""
        above = ""
        for number, line in enumerate(self.text.splitlines(), start=1):
            if heading := re.match(r"\s*\[([^]]+)\]", line):
                above = heading[1].strip()
                if above == key and not table:
                    return f"{self.path}:{number}"
            elif above == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                return f"{self.path}:{number}"
        return self.path


def folder(environ: Mapping[str, str] = os.environ) -> str:
    """The folder of the user's settings, whether or not it exists: XDG_CONFIG_HOME, ~/.config or the system's place.

    By platformdirs where there are no such rules: it costs 4 ms, half the time Python takes to start.
    """
    if sys.platform in ("win32", "darwin"):
        import platformdirs

        return platformdirs.user_config_dir("newscli", appauthor=False, roaming=True)
    home = environ.get("XDG_CONFIG_HOME") or ""
    return os.path.join(home if home.startswith("/") else os.path.expanduser("~/.config"), "newscli")  # noqa: PTH111, PTH118


def config_path(environ: Mapping[str, str] = os.environ) -> str:
    """The path of config.toml."""
    return os.path.join(folder(environ), "config.toml")  # noqa: PTH118


def load(environ: Mapping[str, str] = os.environ) -> Config:
    """What config.toml says; nothing where there is none. Raises `UsageError`, with the line, if it is no TOML."""
    path = config_path(environ)
    if not os.path.isfile(path):  # noqa: PTH113
        return Config(path, {})
    import tomllib  # 3 ms that most calls need not pay

    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123
            text = file.read()
        return Config(path, tomllib.loads(text), text)
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot be read ({error})", path=path, advice='A line such as: bidi = "visual"') from error
