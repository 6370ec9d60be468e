"""Turn what people have into what their next tool reads: many articles, in the order of the inputs, into one output.

Inputs are files, folders (everything in them that holds articles, at any depth), globs, or "-" for standard input:
text and HTML, JSON Lines, JSON and CSV with html or text, WARC, MHTML, mail, feeds, exports of newscli, zip and tar,
and any of them compressed. They are told by their content. The output is JSON Lines unless --format or the name of
OUT says otherwise; a folder, or a name that ends with a slash, gets a file an article.

A page without a story is no failure: its row has an empty body. An input that fails is named on standard error, the
others are still done, and the status is 1. OUT is replaced by a whole new one or stays as it was; interrupted, what was
done is kept as OUT.partial. The first 48 records are read by this process; if there are more, as many processes as
there are cores take over (--workers 1: none), with the same output.

With --parts OUT is a folder: each input gives a part and a report in it, a record that ends or holds up its process
costs itself alone, and the same call after an interruption goes on where it was (docs/scale.md).

Examples:
  newscli export pages/*.html > articles.jsonl
  newscli export pages/ -o archive.db
  newscli export crawl.warc.gz -o articles.parquet --lang ar --articles-only
  newscli export crawl/*.warc.gz -o parts/ --parts --format parquet
  find . -name '*.htm*' | newscli export --from - -o notes/ --format markdown
  newscli export article.txt --blocks | jq -r '.blocks[].role'
"""

from __future__ import annotations

from newscli.cli import screen
from newscli.cli.export_options import Bounds, Inputs, Parts, Taken, Written
from newscli.cli.options import Paths
from newscli.cli.report import Report
from newscli.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from newscli.batch.output import Output
    from newscli.batch.plan import Plan
    from newscli.batch.run import Summary
    from newscli.errors import NewsError
    from newscli.read.paths import File, Selection
    from newscli.read.record import Keys, Options


def run(
    report: Report,
    paths: Paths = None,
    inputs: Inputs = Inputs(),  # noqa: B008  immutable
    taken: Taken = Taken(),  # noqa: B008
    bounds: Bounds = Bounds(),  # noqa: B008
    written: Written = Written(),  # noqa: B008
    parts: Parts = Parts(),  # noqa: B008
) -> None:
    """Write the articles of the inputs to the output."""
    from newscli.batch.plan import known_fields
    from newscli.batch.run import Summary, Watch
    from newscli.batch.run import run as run_batch
    from newscli.batch.sources import events
    from newscli.cli.progress import meter
    from newscli.cli.stopping import stoppable
    from newscli.cli.summary import Failures, tell

    fields = known_fields(tuple(name.strip() for each in taken.fields or () for name in each.split(",")))
    plan = _plan(fields, inputs, taken, bounds, written)
    if not parts.engine:
        _refuse(parts)
    if parts.parts or parts.engine:
        from newscli.cli import export_parts, export_spark

        arguments, selection = _arguments(paths, inputs)
        options = _options(inputs, taken, bounds)
        way = export_spark if parts.engine else export_parts
        way.run(export_parts.Call(report, arguments, inputs, selection, plan, options, written, parts, Summary()))
        return
    output = _output(fields, written)
    summary = Summary()
    found = _files(paths, inputs, output, summary)
    with (
        stoppable(report, output),
        Failures(report, written.errors, quiet=written.quiet) as failures,
        meter(found, shown=not written.quiet and (written.output not in (None, "-"))) as progress,
        output,
    ):
        records = events(progress.files, _options(inputs, taken, bounds), _counter(summary), progress.opened)
        run_batch(records, plan, output, Watch(failures.add, progress.show), summary)
    if not written.quiet and summary.read + sum(summary.passed_over.values()) > 1:
        tell(summary)


def _refuse(parts: Parts) -> None:
    """`UsageError` for an option that means nothing without another."""
    for name in parts._fields:
        owner = "--engine spark" if name == "master" else None if parts.parts else "--parts"
        if name in parts.given and owner:
            option = name.replace("_", "-")
            raise UsageError(f"--{option} is for {owner}", advice=f"Add {owner}, with a folder for -o.")


def _plan(fields: tuple[str, ...], inputs: Inputs, taken: Taken, bounds: Bounds, written: Written) -> Plan:
    from newscli.batch.plan import Plan, Selection, a_day

    selection = Selection(
        languages=tuple(taken.lang or ()),
        since=a_day(taken.since, "--since"),
        until=a_day(taken.until, "--until"),
        having=tuple(taken.having or ()),
        lacking=tuple(taken.lacking or ()),
        articles_only=taken.articles_only,
    )
    return Plan(
        selection=selection,
        fields=fields or None,
        blocks=taken.blocks or "blocks" in fields,
        workers=written.workers,
        ordered=not written.unordered,
        limit=inputs.limit,
        skip=inputs.skip,
        dedupe=taken.dedupe,
        seconds=bounds.timeout_per_record,
    )


def _output(fields: tuple[str, ...], written: Written) -> Output:
    """The output; its format is the one named, or the one that its name tells."""
    from newscli.batch.output import Output
    from newscli.export import registry
    from newscli.export.format import Settings
    from newscli.export.names import check_template

    check_template(written.name)
    path = None if written.output == "-" else written.output
    by_name = registry.by_file(path) if path and not written.format else None
    if path and not written.format and by_name is None:
        _check_name(path)
    format = by_name or registry.named(written.format or "jsonl")
    settings = Settings(
        fields=fields or None, append=written.append, bom=written.bom, guard=not written.formulas, name=written.name
    )
    if written.append and path is None:
        raise UsageError("--append goes with --output", advice="See: newscli export --help")
    return Output(path, format, settings, screen.stream() if path is None else None)


def _check_name(path: str) -> None:
    """Raise `UsageError` for a name that promises what it would not hold: articles.xlsx, articles.jsonl.gz."""
    import os

    from newscli.batch.devices import is_device
    from newscli.errors import UsageError, pasted
    from newscli.export import registry

    suffix = os.path.splitext(path)[1]  # noqa: PTH122
    if suffix[1:2].isalpha() and not os.path.isdir(path) and not is_device(path):  # noqa: PTH112
        name = suffix[1:].lower()
        advice = f"Say it with --format ({', '.join(registry.names())}), or end the name as .jsonl, .csv, .db ..."
        if name in registry.names():
            advice = f"It makes a folder: --format {name} -o {pasted(os.path.splitext(path)[0])}/"  # noqa: PTH122
        raise UsageError(f"{suffix} tells no format of {path}", advice=advice)


def _files(paths: list[str] | None, inputs: Inputs, output: Output, summary: Summary) -> Iterator[File | NewsError]:
    """The files to read. Raises `UsageError` where there are none, and where one of them is the output."""
    from newscli.batch.apart import apart
    from newscli.read.paths import files_of

    arguments, selection = _arguments(paths, inputs)
    return apart(files_of(arguments, selection, _counter(summary)), output, _counter(summary))


def _arguments(paths: list[str] | None, inputs: Inputs) -> tuple[list[str], Selection]:
    """What was given as inputs, and which files of folders are taken. Raises `UsageError` where nothing was given."""
    from newscli.cli.articles import given
    from newscli.read.paths import Selection, listed

    named = [*(paths or ()), *(listed(inputs.listed) if inputs.listed else ())]
    arguments = named if named or inputs.listed else given(paths, "export")
    return list(arguments), Selection(tuple(inputs.include or ()), tuple(inputs.exclude or ()))


def _options(inputs: Inputs, taken: Taken, bounds: Bounds) -> Options:
    from newscli.batch.plan import is_only_arabic
    from newscli.read.record import Limits, Options

    asked = {"record": bounds.max_bytes, "ratio": bounds.max_ratio, "depth": bounds.max_depth}
    limits = Limits(**{name: value for name, value in asked.items() if value is not None})
    arabic = is_only_arabic(tuple(taken.lang or ()), all_languages=taken.all_languages)
    return Options(kind=inputs.input_format, keys=_keys(inputs), limits=limits, arabic=arabic)


def _keys(inputs: Inputs) -> Keys:
    """The keys of records: one that is named counts alone."""
    from newscli.read.record import Keys

    named = {name: getattr(inputs, f"{name}_key") for name in Keys.__struct_fields__}
    return Keys(**{name: (key,) for name, key in named.items() if key is not None})


def _counter(summary: Summary) -> Any:
    def count(reason: str) -> None:
        summary.passed_over[reason] += 1

    return count
