"""newscli as a data source of Spark: a file is a partition, done by the same worker as a part of `export --parts`.

    from newscli import spark as newscli

    newscli.register(spark)
    spark.read.format("newscli").load("crawl/*.warc.gz").write.parquet("articles")

The columns are those of the Parquet export. A schema of fewer is obeyed (`.schema("title string, published string")`);
what is only left out behind `load` is made all the same: Spark does not tell a source in Python what it needs. Options
are called as those of the command line (`.option("articlesOnly", True)`), see `Asked`. docs/scale.md.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from newscli import __version__
from newscli.batch import addresses
from newscli.batch.plan import OPTIONAL_FIELDS, Plan, Selection, a_day, is_only_arabic, known_fields
from newscli.batch.tasks import Guard, Task, TaskReport, hashed_name, part_names, write_report
from newscli.errors import NewsError, UsageError
from newscli.export import parquet
from newscli.export.format import Settings
from newscli.read import paths
from newscli.read.record import Options

FORMAT = "newscli"
_ROWS = 1000  # rows handed to Spark at once
_INSTALL = "Install it: pip install 'newscli[spark]'"
_LOG = logging.getLogger(__name__)


def _called(name: str) -> str:
    return name.replace("_", "")


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=_called):
    """The options of the data source; Spark knows no capitals in them. Lists are apart by commas.

    `reports` is a folder for the report of each file, which all machines can write to.
    """

    path: str = ""
    paths: str = ""  # as JSON: what Spark makes of a list of paths
    reports: str | None = None
    lang: str = ""
    all_languages: bool = False
    articles_only: bool = False
    since: str | None = None
    until: str | None = None
    with_: str = msgspec.field(default="", name="with")
    without: str = ""
    blocks: bool = False
    include: str = ""
    exclude: str = ""
    input_format: str | None = None
    timeout_per_record: float = Guard().seconds
    max_memory: int | None = None  # bytes
    task: str = ""  # a task as JSON, which says it all: how the command line asks

    def files(self) -> list[str]:
        """The paths given to `load`."""
        return msgspec.json.decode(self.paths, type=list[str]) if self.paths else [self.path] if self.path else []

    def pattern(self) -> Task:
        """What all tasks have in common."""
        if self.task:
            return msgspec.json.decode(self.task, type=Task)
        languages = _listed(self.lang)
        selection = Selection(
            languages, a_day(self.since, "since"), a_day(self.until, "until"), known_fields(_listed(self.with_)),
            known_fields(_listed(self.without)), self.articles_only,
        )  # fmt: skip
        return Task(
            "", "", "parquet", Plan(selection, blocks=self.blocks),
            Options(self.input_format, arabic=is_only_arabic(languages, all_languages=self.all_languages)),
            guard=Guard(self.timeout_per_record, self.max_memory), version=__version__,
        )  # fmt: skip


def _listed(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())


def asked(options: dict[str, str]) -> Asked:
    """Options as Spark hands them on. Raises `UsageError` for one that is not known, or is no value for it."""
    try:
        return msgspec.convert({key.lower(): value for key, value in options.items()}, Asked, strict=False)
    except msgspec.ValidationError as error:
        known = ", ".join(sorted(field.encode_name for field in msgspec.structs.fields(Asked)))
        raise UsageError(f"an option of the data source is wrong ({error})", advice=f"Known: {known}.") from error


def tasks_of(wanted: Asked, fields: tuple[str, ...]) -> list[Task]:
    """A task for each file, whose part is named only. Raises `InputError`, `UsageError`."""
    known_fields(fields)
    files = {file.name or file.path: file for file in _files(wanted)}
    if not files:
        raise UsageError("no files are given", advice="As in: .load('crawl/*.warc.gz')")
    names = part_names(files, ".parquet")
    pattern = wanted.pattern()
    plan = msgspec.structs.replace(pattern.plan, fields=fields)
    return [
        msgspec.structs.replace(
            pattern, path=file.path, name=file.name, inside=file.inside, part=names[name], plan=plan,
            settings=Settings(fields=tuple(name for name in fields if name not in OPTIONAL_FIELDS)),
        )
        for name, file in files.items()
    ]  # fmt: skip


def _files(wanted: Asked) -> Iterator[paths.File]:
    """The files that were asked for, globs and folders resolved where the driver runs."""
    selection = paths.Selection(_listed(wanted.include), _listed(wanted.exclude))
    for given in wanted.files():
        if addresses.is_address(given):
            yield from (paths.File(address, name=address) for address in addresses.expanded(given))
            continue
        for file in paths.files_of([given.removeprefix("file://")], selection, _LOG.info):
            if isinstance(file, NewsError):
                raise file
            yield file


def batches(task: Task, schema: Any, reports: str | None, content: Any = None) -> Iterator[Any]:
    """Do a task where this process runs: its rows as batches of that schema of pyarrow, when all are there.

    The part is written to the local disk, by the process that the guard watches, and goes when it was read.
    `content` is the bytes of the file, where they are at hand.
    """
    from pyarrow.parquet import ParquetFile

    from newscli.batch.guard import do

    with tempfile.TemporaryDirectory(prefix="newscli-") as folder:
        path = task.path
        if content is not None:
            path = os.path.join(folder, os.path.basename(task.path))  # noqa: PTH118, PTH119
            with open(path, "wb") as file:  # noqa: PTH123
                file.write(content)
        elif addresses.is_address(task.path):
            path = addresses.fetch(task.path, folder)
        local = msgspec.structs.replace(task, path=path, part=os.path.join(folder, task.part))  # noqa: PTH118
        _tell(local, do(local), reports)
        with ParquetFile(local.part) as part:
            for batch in part.iter_batches(_ROWS, columns=schema.names):
                yield batch.select(schema.names).cast(schema)


def _tell(task: Task, report: TaskReport, reports: str | None) -> None:
    """Log what failed, and put the report where it was asked for, whole."""
    for error in report.errors():
        _LOG.warning("%s", error)
    if reports is None:
        return
    name = os.path.basename(task.report)  # noqa: PTH119
    if addresses.is_address(reports):
        with open(task.report, "rb") as file:  # noqa: PTH123
            addresses.put(f"{reports.rstrip('/')}/{name}", file.read())
        return
    folder = reports.removeprefix("file://")
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    write_report(msgspec.structs.replace(task, part=os.path.join(folder, os.path.basename(task.part))), report)  # noqa: PTH118, PTH119


def register(spark: Any) -> None:
    """Teach a session of Spark (4 or later) the format «newscli». Raises `UsageError` where packages are missing."""
    try:
        from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition
        from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
    except ImportError:
        raise UsageError("this needs the package pyspark, 4 or later", advice=_INSTALL) from None

    class Reader(DataSourceReader):
        """A partition for each file."""

        def __init__(self, schema: Any, wanted: Asked) -> None:
            self.schema, self.wanted = schema, wanted

        def partitions(self) -> list[InputPartition]:
            """A task each."""
            return [InputPartition(task) for task in tasks_of(self.wanted, tuple(self.schema.names))]

        def read(self, partition: InputPartition) -> Iterator[Any]:
            """The rows of one file."""
            return batches(partition.value, to_arrow_schema(self.schema, timezone="UTC"), self.wanted.reports)

    class Articles(DataSource):
        """The articles of files."""

        @classmethod
        def name(cls) -> str:
            """What `format` calls it."""
            return FORMAT

        def schema(self) -> Any:
            """The columns of the Parquet export."""
            return from_arrow_schema(parquet.schema())

        def reader(self, schema: Any) -> Reader:
            """A reader of these columns."""
            return Reader(schema, asked(dict(self.options)))

    spark.dataSource.register(Articles)


def articles(files: Any, **options: Any) -> Any:
    """The articles of files that Spark has read itself, as `spark.read.format("binaryFile")` does.

    For addresses that Hadoop opens and fsspec does not. Options are those of the data source; each file is held in
    memory whole, three times.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    wanted = asked({name.replace("_", ""): str(value) for name, value in options.items()})
    schema, pattern = parquet.schema(), wanted.pattern()

    def work(batch_of_files: Iterator[Any]) -> Iterator[Any]:
        for batch in batch_of_files:
            for path, content in zip(batch.column("path").to_pylist(), batch.column("content"), strict=True):
                part = hashed_name(path, ".parquet")
                task = msgspec.structs.replace(pattern, path=path, name=path, part=part)
                yield from batches(task, schema, wanted.reports, content.as_buffer())

    return files.select("path", "content").mapInArrow(work, from_arrow_schema(schema))


# For who has only a shell


@contextmanager
def session(master: str | None, *, progress: bool = False) -> Iterator[Any]:
    """A session of Spark that knows the format. Raises `UsageError` where Spark or Java is missing.

    `progress` is whether Spark shows how far it is. Its own messages are left out.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError("--engine spark needs the package pyspark, 4 or later", advice=_INSTALL) from None
    if (master or "local").startswith("local"):  # on a cluster it is the machines' own
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("newscli").config("spark.log.level", "OFF")
    builder = builder.config("spark.ui.showConsoleProgress", str(progress).lower())
    try:
        found = (builder.master(master) if master else builder).getOrCreate()
    except PySparkException as error:
        advice = "Spark needs Java 17 or later (JAVA_HOME, or java in the path)."
        raise UsageError(f"Spark cannot be started ({first_line(error)})", advice=advice) from error
    try:
        register(found)
        yield found
    finally:
        found.stop()


def columns(fields: tuple[str, ...]) -> Any:
    """The schema of Spark for these fields, in their order."""
    from pyspark.sql.pandas.types import from_arrow_schema

    whole = from_arrow_schema(parquet.schema())
    return type(whole)([whole[name] for name in fields])


def first_line(error: Exception) -> str:
    """What of an error of Spark is for people: what newscli raised inside, or else its first line."""
    text = str(error)
    ours = re.findall(r"^newscli\.errors\.\w+: (.+)$", text, re.MULTILINE)
    return (ours[-1] if ours else text.strip().splitlines()[0] if text.strip() else type(error).__name__).rstrip(".")
