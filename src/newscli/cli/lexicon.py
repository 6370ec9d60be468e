"""List, check or add your own words: agencies, outlets, places, given names, words of notices.

They stand in the folder `lexicon` beside config.toml, a file a table, in the form of the package's own tables; a `#`
begins a comment. A bare name is enough for an agency or an outlet; other forms of it follow behind `;` and `=`.

Examples:
  newscli lexicon
  newscli lexicon check
  newscli lexicon add agency "وكالة الضفاف; و ض"
  newscli lexicon add outlet "IQ | الضفاف نيوز=ضفاف"
  newscli lexicon add place "الضفاف"
  newscli lexicon add name "ضفاف"
  newscli lexicon add notice "outlet | بوابتنا"
"""

from __future__ import annotations

import os
from typing import Annotated

from typer import Argument

from newscli import config
from newscli.cli import screen
from newscli.cli.options import Look, one_of
from newscli.cli.report import Report, harmless
from newscli.errors import InputError, NewsError, UsageError
from newscli.lexicon import own
from newscli.wording import speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_AS_IN = 'As in: newscli lexicon add agency "وكالة الضفاف; و ض"'
_ACTIONS = ("list", "check", "add")
_TABLES = dict(zip(("agency", "outlet", "place", "name", "notice"), own.TABLES, strict=True))


def run(
    report: Report,
    action: Annotated[
        str,
        Argument(metavar="ACTION", help="list, check or add.", **one_of("action", lambda: _ACTIONS)),
    ] = "list",
    kind: Annotated[
        str | None,
        Argument(metavar="KIND", help="agency, outlet, place, name or notice.", **one_of("kind", lambda: _TABLES)),
    ] = None,
    words: Annotated[str | None, Argument(metavar="WORDS", help="What to add: a line of that table.")] = None,
    look: Look = Look(),  # noqa: B008  immutable
) -> None:
    """List, check or add."""
    os.environ[own.VARIABLE] = folder()
    tables = [_TABLES[kind]] if kind else list(own.TABLES)
    if action == "add":
        if kind is None or not (words or "").strip():
            raise UsageError("what to add is missing", advice=_AS_IN)
        assert words is not None
        _add(_TABLES[kind], words)
    elif action == "list":
        listed = [f"{table}\t{line}" for table in tables for _, line in own.own_lines(table)]
        screen.print_texts(listed, look)
        if not listed:
            report.note(NewsError("no words of your own yet", advice=_AS_IN))
    else:
        for fault in faults(tables):
            report.error(fault)


def faults(tables: list[str]) -> Iterator[InputError]:
    """What is wrong with lines of the user's tables, each with its file and line."""
    for table in tables:
        for number, line in own.own_lines(table):
            if fault := own.fault(table, line):
                yield InputError(f"{line!r} {fault}", path=f"{own.path(folder(), table)}:{number}")


def folder() -> str:
    """Where the user's words stand, whether or not they do."""
    return os.environ.get(own.VARIABLE) or os.path.join(config.folder(), "lexicon")  # noqa: PTH118


def _add(table: str, words: str) -> None:
    line = _completed(table, " ".join(words.split()))
    if fault := own.fault(table, line):
        raise UsageError(f"{line!r} {fault}", advice="See: newscli lexicon --help")
    path = own.path(folder(), table)
    if line in (known for _, known in own.own_lines(table)):
        print(f"{harmless(path)}: {speaking()('there already')}")
        return
    try:
        os.makedirs(folder(), exist_ok=True)  # noqa: PTH103
        with open(path, "a+", encoding="utf-8") as file:  # noqa: PTH123
            file.write(f"{'' if _ends_line(path) else chr(10)}{line}\n")
    except OSError as error:
        from newscli.errors import unwritable

        raise unwritable(path, error) from error
    print(f"{harmless(path)}: {speaking()('added')}")


def _completed(table: str, words: str) -> str:
    """A bare name as a line of its table: an agency's id is made from the name, the country is not known."""
    if "|" in words or table not in ("agencies", "outlets"):
        return words
    return f"INT | {words}" if table == "outlets" else f"{words.partition(';')[0].strip()} | INT | {words}"


def _ends_line(path: str) -> bool:
    """Whether what is written next begins a line."""
    with open(path, "rb") as file:  # noqa: PTH123
        data = file.read()
    return not data or data.endswith(b"\n")
