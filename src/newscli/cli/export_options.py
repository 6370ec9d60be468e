"""The options of `newscli export`, in groups: what is read, what of it is taken, in parts or not, where to."""

from typing import Annotated, NamedTuple

from typer import Option

from newscli.cli.options import one_of
from newscli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

List = list[str] | None


def _kinds() -> "Iterable[str]":
    from newscli.read.containers import KINDS

    return KINDS


def _formats() -> "Iterable[str]":
    from newscli.export import registry

    return registry.names()


def _fields() -> "Iterable[str]":
    from newscli.batch.plan import OPTIONAL_FIELDS
    from newscli.model import JSON_FIELDS

    return (*JSON_FIELDS, *OPTIONAL_FIELDS)


class Inputs(NamedTuple):
    """What is read."""

    listed: Annotated[
        str | None,
        Option("--from", metavar="FILE", help='Read the inputs\' paths from it, a line each; "-" is a pipe.'),
    ] = None
    input_format: Annotated[
        str | None,
        Option(metavar="KIND", help="Read as this, whatever it looks like.", **one_of("input format", _kinds)),
    ] = None
    include: Annotated[List, Option(metavar="GLOB", help="Of folders, only files like this.")] = None
    exclude: Annotated[List, Option(metavar="GLOB", help="Of folders, no files like this.")] = None
    html_key: Annotated[str | None, Option(metavar="KEY", help="Key or column that holds HTML.")] = None
    text_key: Annotated[str | None, Option(metavar="KEY", help="Key or column that holds text.")] = None
    url_key: Annotated[str | None, Option(metavar="KEY", help="Key or column of the address.")] = None
    id_key: Annotated[str | None, Option(metavar="KEY", help="Key or column that names a record.")] = None
    date_key: Annotated[str | None, Option(metavar="KEY", help="Key or column of the day.")] = None
    title_key: Annotated[str | None, Option(metavar="KEY", help="Key or column of a text's title.")] = None
    skip: Annotated[int, Option(metavar="N", min=0, help="Pass over the first N records.")] = 0
    limit: Annotated[int | None, Option(metavar="N", min=0, help="Stop after N articles.")] = None
    given: frozenset[str] = frozenset()


def _size(value: str | int) -> int:
    """A number of bytes, as in 50M."""
    import re

    found = re.fullmatch(r"(\d+)\s*([KMG]?)i?B?", str(value), re.IGNORECASE)
    if found is None or not int(found[1]):
        raise UsageError(f"{value!r} is no size", advice="As in: --max-bytes 200M")
    return int(found[1]) << {"": 0, "K": 10, "M": 20, "G": 30}[found[2].upper()]


class Bounds(NamedTuple):
    """How much a record may be and take, before it counts as a mistake or an attack."""

    max_bytes: Annotated[
        int | None, Option(metavar="SIZE", parser=_size, help="Of one record; 50M.", show_default=False)
    ] = None
    max_ratio: Annotated[
        int | None, Option(metavar="N", min=1, help="Unpacked to packed size; 200.", show_default=False)
    ] = None
    max_depth: Annotated[
        int | None, Option(metavar="N", min=1, help="Archives inside archives; 3.", show_default=False)
    ] = None
    timeout_per_record: Annotated[
        float, Option(metavar="N", min=0, help="Seconds until a record is given up; 0: no limit.")
    ] = 60.0
    given: frozenset[str] = frozenset()


class Taken(NamedTuple):
    """Which articles are taken, and what of them."""

    fields: Annotated[List, Option(metavar="NAMES", help="Only these fields, apart by commas.")] = None
    blocks: Annotated[bool, Option("--blocks", help="Add every block with its role and reason.")] = False
    articles_only: Annotated[bool, Option("--articles-only", help="Leave out pages without a story.")] = False
    lang: Annotated[List, Option(metavar="TAG", help="Only articles in this language; und: those without.")] = None
    all_languages: Annotated[
        bool, Option("--all-languages", help="Of web archives, also pages that cannot be Arabic.")
    ] = False
    since: Annotated[str | None, Option(metavar="DAY", help="Only from this day on (2024-01-31, 2024-01, 2024).")] = (
        None
    )
    until: Annotated[str | None, Option(metavar="DAY", help="Only up to this day, month or year.")] = None
    having: Annotated[
        List, Option("--with", metavar="FIELD", help="Only with this field.", **one_of("field", _fields))
    ] = None
    lacking: Annotated[
        List, Option("--without", metavar="FIELD", help="Only without this field.", **one_of("field", _fields))
    ] = None
    dedupe: Annotated[
        str | None,
        Option(metavar="HOW", help="Mark or drop copies of a story.", **one_of("way", lambda: ("mark", "drop"))),
    ] = None
    given: frozenset[str] = frozenset()


class Parts(NamedTuple):
    """A part of the output for each input: how it is worked at, and what a record may take."""

    parts: Annotated[bool, Option("--parts", help="Into OUT/, a part and a report for each input.")] = False
    resume: Annotated[bool, Option(help="With --parts: keep the parts that are done.")] = True
    split_size: Annotated[
        int | None,
        Option(metavar="SIZE", parser=_size, help="With --parts: cut larger files, as in 256M.", show_default=False),
    ] = None
    engine: Annotated[
        str | None,
        Option(
            metavar="ENGINE",
            help="Who does the work, if not processes here: spark.",
            **one_of("engine", lambda: ("spark",)),
        ),
    ] = None
    master: Annotated[
        str | None, Option(metavar="URL", help="With --engine spark: its address, as in local[2], yarn.")
    ] = None
    max_memory: Annotated[
        int | None,
        Option(metavar="SIZE", parser=_size, help="With --parts, Spark: of a worker; 500M.", show_default=False),
    ] = None
    given: frozenset[str] = frozenset()


class Written(NamedTuple):
    """Where and how it is written."""

    output: Annotated[str | None, Option("--output", "-o", metavar="OUT", help="Write to this file or folder.")] = None
    format: Annotated[
        str | None, Option("--format", "-f", metavar="FORMAT", help="Format of OUT.", **one_of("format", _formats))
    ] = None
    append: Annotated[bool, Option("--append", help="Add to OUT instead of replacing it.")] = False
    name: Annotated[str, Option(metavar="TEMPLATE", help="Names of files in a folder.")] = "{published}-{title}"
    bom: Annotated[bool, Option("--bom", help="CSV: begin with the mark by which Excel knows UTF-8.")] = False
    formulas: Annotated[bool, Option("--formulas", help="CSV: leave cells that look like formulas as they are.")] = (
        False
    )
    workers: Annotated[int, Option(metavar="N", min=0, help="Processes; 0: as many as help.")] = 0
    unordered: Annotated[bool, Option("--unordered", help="Write articles as they are done.")] = False
    errors: Annotated[str | None, Option(metavar="FILE", help="Write failures here as JSON Lines.")] = None
    quiet: Annotated[bool, Option("--quiet", "-q", help="No summary, no progress; failures only in --errors.")] = False
    given: frozenset[str] = frozenset()
