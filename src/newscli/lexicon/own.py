"""The user's own words, beside those of the package: files of the folder that NEWSCLI_LEXICON names.

Each file has the form of the package's table; a `#` begins a comment, an empty line says nothing.

    agencies.txt      id | COUNTRY | name; other form; abbreviation
    outlets.txt       COUNTRY | name=other form; another outlet
    places.txt        name; name
    given_names.txt   name name
    notices.txt       slot | word word           (the slots of disclaimers.WORDS)

The command line sets NEWSCLI_LEXICON to the folder `lexicon` beside config.toml, if there is one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

VARIABLE = "NEWSCLI_LEXICON"
TABLES = ("agencies", "outlets", "places", "given_names", "notices")


def own(table: str) -> str:
    """The user's lines of a table that have its form, each with a line end; empty where there are none."""
    return "".join(f"{line}\n" for _, line in own_lines(table) if not fault(table, line))


def own_lines(table: str) -> list[tuple[int, str]]:
    """The user's lines of a table, well formed or not, with their numbers in the file."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        return []
    try:
        with open(path(folder, table), encoding="utf-8-sig", errors="replace") as file:  # noqa: PTH123
            lines = [line.partition("#")[0].strip() for line in file]
    except OSError:
        return []
    return [(number, line) for number, line in enumerate(lines, start=1) if line]


def path(folder: str, table: str) -> str:
    """The file of a table in a folder of the user's words."""
    return os.path.join(folder, f"{table}.txt")  # noqa: PTH118


def fault(table: str, line: str) -> str | None:
    """What is wrong with a line of a table; None if nothing is.

    >>> fault("agencies", "dhifaf | IQ | وكالة الضفاف; و ض"), fault("outlets", "الضفاف")
    (None, 'must be: COUNTRY | name=other form; another outlet')
    """
    cells, (checks, wanted) = line.split("|"), _FORMS[table]
    if len(cells) == len(checks) and all(check(cell.strip()) for check, cell in zip(checks, cells, strict=True)):
        return None
    return wanted + ", ".join(_slots() if table == "notices" else ())


def _slots() -> Iterable[str]:
    from newscli.lexicon.disclaimers import WORDS  # which asks for the user's own

    return WORDS


def _is_slot(cell: str) -> bool:
    return cell in _slots()


def _is_country(cell: str) -> bool:
    return cell == "INT" or (len(cell) == 2 and cell.isascii() and cell.isupper())


# What the cells of each table's lines must be, and what people are told.
_FORMS: dict[str, tuple[tuple[Callable[[str], bool], ...], str]] = {
    "agencies": ((bool, _is_country, bool), "must be: id | COUNTRY | name; other form"),
    "outlets": ((_is_country, bool), "must be: COUNTRY | name=other form; another outlet"),
    "places": ((bool,), "must hold names alone"),
    "given_names": ((bool,), "must hold names alone"),
    "notices": ((_is_slot, bool), "must be: slot | word word; slots: "),
}
