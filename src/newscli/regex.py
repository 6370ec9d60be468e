"""Patterns: compiled when they are first used, and kept as Python keeps compiled modules.

`re` compiles in Python, which took a third of the time from a call of the command to its output (measured by
benchmarks/startup.py): a call uses less than half of all patterns, and the next call uses the same. So the command
keeps their code in `__pycache__` beside this module, for this Python alone; where Python does not write compiled
modules (PYTHONDONTWRITEBYTECODE, no permission) nothing is kept. The library itself writes nothing.
"""

from __future__ import annotations

import re
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AnyStr

    Key = tuple[str | bytes, int]
    Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]  # what _sre.compile takes


class _Uncompiled:
    """Stands for a compiled pattern; a method is looked up once, then it is the pattern's own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by copy and the like
            raise AttributeError(name)
        compiled = _compiled(self.pattern, int(self._flags))
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", name):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, but a fault in the pattern is found with its first use.

    >>> regex(r"\\d+").findall("12 و 34")
    ['12', '34']
    """
    return _Uncompiled(pattern, flags)  # type: ignore[return-value]


def keep() -> None:
    """Write down the code of the patterns that this process compiled, for the next one."""
    if not _new or sys.dont_write_bytecode:
        return
    import marshal
    import os

    path = _path()
    part = f"{path}.{os.getpid()}"
    try:
        with open(part, "wb") as file:  # noqa: PTH123
            marshal.dump(_kept() | _new, file)
        os.replace(part, path)  # noqa: PTH105
    except (OSError, ValueError):
        return


# What comes of a Python whose engine is another than the one this was written for.
_NOT_THIS_ENGINE = (ImportError, AttributeError, TypeError, ValueError, RuntimeError)
_new: dict[Key, Code] = {}
_old: list[dict[Key, Code]] = []  # one, once it was looked for


def _compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    """The pattern, its code from the last call or made as `re` makes it."""
    try:
        import _sre  # type: ignore[import-not-found]  # no stubs: the engine itself
        from array import array

        found = _kept().get((pattern, flags)) or _new.setdefault((pattern, flags), _code(pattern, flags))
        all_flags, code, groups, index, names = found
        compiled: re.Pattern[Any] = _sre.compile(pattern, all_flags, array("I", code).tolist(), groups, index, names)
    except _NOT_THIS_ENGINE:
        return re.compile(pattern, flags)
    return compiled


def _code(pattern: str | bytes, flags: int) -> Code:
    """What `re._compiler.compile` hands to the engine."""
    from array import array
    from importlib import import_module

    parsed = import_module("re._parser").parse(pattern, flags)
    code = import_module("re._compiler")._code(parsed, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return flags | state.flags, array("I", code).tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)


def _kept() -> dict[Key, Code]:
    """The code that earlier calls left; none if it cannot be read."""
    if not _old:
        import marshal

        try:
            with open(_path(), "rb") as file:  # noqa: PTH123
                _old.append(marshal.load(file))
        except (OSError, ValueError, EOFError, TypeError):
            _old.append({})
    return _old[0]


def _path() -> str:
    """Beside the compiled modules; the name tells which Python's code it is, as theirs do."""
    import _sre

    folder = __file__.rpartition("/")[0] if "/" in __file__ else __file__.rpartition("\\")[0]
    return f"{folder}/__pycache__/regex.{sys.implementation.cache_tag}-{_sre.MAGIC}-{sys.hexversion:x}.dat"
