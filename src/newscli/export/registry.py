"""The output formats: those of this package, and those that other packages add by the entry point `newscli.formats`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from newscli.errors import UsageError
from newscli.export.format import Format

GROUP = "newscli.formats"

# name -> module and the value in it; the modules are loaded when a format is asked for
_BUILT_IN = {
    "jsonl": "json:FORMAT", "json": "json:ARRAY", "csv": "csv:FORMAT", "markdown": "markdown:FORMAT",
    "txt": "text:FORMAT", "html": "html:FORMAT", "ninjs": "ninjs:FORMAT", "jsonld": "jsonld:FORMAT",
    "parquet": "parquet:FORMAT", "sqlite": "sqlite:FORMAT",
}  # fmt: skip


def names() -> tuple[str, ...]:
    """The names of all formats, the built-in ones first."""
    return (*_BUILT_IN, *sorted(set(_added()) - set(_BUILT_IN)))


def named(name: str) -> Format:
    """The format of that name. Raises `UsageError` if there is none, or if what another package offers is none."""
    if name in _BUILT_IN:
        module, _, value = _BUILT_IN[name].partition(":")
        return cast("Format", getattr(import_module(f"newscli.export.{module}"), value))
    if name not in _added():
        raise UsageError(f"unknown format {name!r}", advice=f"Known: {', '.join(names())}.")
    found = _loaded(name)
    if not isinstance(found, Format):
        raise UsageError(f"the format {name!r} is none", advice=f"{_added()[name]} must be a newscli Format.")
    return found


def by_file(path: str) -> Format | None:
    """The format that a file's name tells, by the longest suffix that fits; None if it tells none."""
    name = path.lower()
    known = [(suffix, one) for one in map(named, names()) for suffix in one.suffixes if name.endswith(suffix)]
    return max(known, key=lambda each: len(each[0]))[1] if known else None


@cache
def _added() -> dict[str, str]:
    from importlib.metadata import entry_points

    return {point.name: point.value for point in entry_points(group=GROUP)}


def _loaded(name: str) -> object:
    from importlib.metadata import entry_points

    [point] = entry_points(group=GROUP, name=name)
    try:
        return point.load()
    except Exception as error:
        advice = f"Repair or remove the package that offers {point.value}."
        raise UsageError(f"the format {name!r} cannot be loaded ({error})", advice=advice) from error
