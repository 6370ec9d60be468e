"""Show what changed between two exports of the same inputs: which articles, and in which fields.

Articles are matched by source.path and source.sha256; then by the hash alone (a moved file), last by the path alone
(a changed file). "-" is standard input, a name in .gz is decompressed. A field that is an object is compared member by
member: dateline.places. The counts come last.

Exit status: 0 both were read, whatever changed; 1 a file or a line could not be read (the rest is still compared), or,
with --exit-code, something changed; 2 wrong usage.

Examples:
  newscli compare old.jsonl new.jsonl
  newscli compare old.jsonl new.jsonl --field published --field dateline
  newscli compare old.jsonl new.jsonl --summary --exit-code
  newscli compare old.jsonl new.jsonl --json | jq -r .path
"""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from typer import Argument, Option

from newscli.cli import screen
from newscli.cli.options import Json, Look, exclusive, one_of
from newscli.cli.report import Report
from newscli.errors import UsageError
from newscli.wording import speaking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newscli.compare import Comparison
    from newscli.show.inspection import Row


def field_names() -> tuple[str, ...]:
    """What can differ between two exports: every field of the contract, the blocks, and the members of an object."""
    from newscli.model import JSON_FIELDS, Byline, Dateline, SourceInfo

    objects = {"dateline": Dateline, "byline": Byline, "source": SourceInfo}
    members = (f"{outer}.{inner}" for outer, struct in objects.items() for inner in struct.__struct_fields__)
    return (*JSON_FIELDS, "blocks", *members)


def run(
    report: Report,
    old: Annotated[str, Argument(metavar="OLD", help='A JSON Lines export; "-" is standard input.')],
    new: Annotated[str, Argument(metavar="NEW", help="A later export of the same inputs.")],
    json: Json = False,
    summary: Annotated[bool, Option("--summary", help="The counts alone.")] = False,
    field: Annotated[
        list[str] | None,
        Option(
            metavar="NAME",
            help="Only this field, as in title or dateline.places; repeatable.",
            **one_of("field", field_names),
        ),
    ] = None,
    exit_code: Annotated[bool, Option("--exit-code", help="Exit with 1 if anything changed, like diff.")] = False,
    look: Look = Look(),  # noqa: B008  immutable
) -> None:
    """Print each article that differs as soon as both of its halves were read, then the counts."""
    from newscli.compare import Status, compare_exports

    exclusive(json=json, summary=summary)
    if old == new == "-":
        raise UsageError("both exports are standard input", advice="Give at least one of them as a file.")
    tally = _Tally()
    different = _different(compare_exports(old, new, report.error), field, tally)
    if json:
        _print_json(different, tally)
    else:
        rows = _summary(different, tally) if summary else _rows(different, tally, old, new)
        if screen.is_shaped(look):
            from newscli.show.inspection import typeset_rows

            screen.present(rows, typeset_rows, look)
        else:
            _print_plain(rows)
    if exit_code and set(tally.articles) - {Status.SAME}:
        report.status = 1


class _Tally:
    """How many articles had which status, and in how many of them each field differs."""

    def __init__(self) -> None:
        self.articles: Counter[str] = Counter()
        self.fields: Counter[str] = Counter()

    def every_status(self) -> dict[str, int]:
        """The articles of each status, also of those that none has."""
        from newscli.compare import Status

        return {status: self.articles[status] for status in Status}


def _different(found: Iterable[Comparison], fields: list[str] | None, tally: _Tally) -> Iterator[Comparison]:
    """The articles that differ in the chosen fields; all are counted."""
    from newscli.compare import Status

    for one in (_narrowed(one, fields) if fields else one for one in found):
        tally.articles[one.status] += 1
        tally.fields.update(change.field for change in one.changes)
        if one.status is not Status.SAME:
            yield one


def _narrowed(one: Comparison, fields: list[str]) -> Comparison:
    from newscli.compare import Comparison, Status

    if one.status is not Status.CHANGED:
        return one
    changes = tuple(change for change in one.changes if any(_within(change.field, name) for name in fields))
    return Comparison(one.path, one.sha256, Status.CHANGED if changes else Status.SAME, changes)


def _within(field: str, name: str) -> bool:
    """Whether one of the two is the other or a member of it: a dateline that appears brings its places."""
    return f"{field}.".startswith(f"{name}.") or f"{name}.".startswith(f"{field}.")


def _rows(different: Iterable[Comparison], tally: _Tally, old: str, new: str) -> Iterator[Row]:
    from newscli.compare import Status
    from newscli.show import comparison

    say = speaking()
    for one in different:
        name = one.path or f"sha256 {one.sha256}"
        if one.status is Status.CHANGED:
            yield from comparison.changed(
                name, ((change.field, change.old, change.new) for change in one.changes), say=say
            )
        elif one.status is Status.ADDED:
            yield from comparison.alone(name, "+", say(f"only in {new}"))
        else:
            yield from comparison.alone(name, "-", say(f"only in {old}"))
    yield from _summary((), tally)


def _summary(different: Iterable[Comparison], tally: _Tally) -> Iterator[Row]:
    from newscli.show import comparison

    for _ in different:  # counted as it comes
        pass
    yield from comparison.summary(tally.every_status(), tally.fields, speaking())


def _print_plain(rows: Iterator[Row]) -> None:
    from newscli.show.inspection import plain_rows

    for line in plain_rows(rows):
        print(line)


def _print_json(different: Iterable[Comparison], tally: _Tally) -> None:
    from msgspec import json

    for one in different:
        screen.print_json(json.encode(one))
    screen.print_json(json.encode({"status": "summary", "articles": tally.every_status(), "fields": tally.fields}))
