"""`newscli export --engine spark`: Spark does the work, here or on a cluster, and writes a folder of Parquet."""

from __future__ import annotations

import os
import shutil
import sys

from newscli.cli.export_options import Inputs, Parts, Written
from newscli.cli.export_parts import Call, count, one_output
from newscli.cli.report import Report
from newscli.errors import NewsError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from newscli.batch.plan import Plan
    from newscli.batch.tasks import TaskReport

_REPORTS = "_reports"  # in the output; Spark passes over what begins with a line below
_UNSEEN = (
    "no reports: what fails is in the logs of Spark. For reports give --output a scheme (hdfs://, s3a://, file://)"
)


def run(call: Call) -> None:
    """Have Spark do a partition for each file, and tell what its reports say."""
    from newscli import __version__
    from newscli.batch.tasks import Guard, Task
    from newscli.cli.summary import Failures, tell

    plan, written, parts = call.plan, call.written, call.parts
    output = _output(written, parts)
    one_output(plan, written, "--engine spark")
    reports = f"{output.rstrip('/')}/{_REPORTS}" if _is_seen(output, parts.master) else None
    if reports is None:
        call.report.note(NewsError(_UNSEEN))
    task = Task(
        "", "", "parquet", plan, call.options, guard=Guard(plan.seconds, parts.max_memory), version=__version__
    )  # fmt: skip
    with Failures(call.report, written.errors, quiet=written.quiet) as failures:
        asked = _asked(call.arguments, call.inputs, task, reports)
        try:
            _write(call.report, output, asked, plan, parts.master, progress=not written.quiet)
        except BaseException:  # the folder was not there before
            shutil.rmtree(output.removeprefix("file://"), ignore_errors=True)
            raise
        for done in _reports(reports):
            count(done, call.summary, failures)
    if not written.quiet and reports:
        tell(call.summary)


def _output(written: Written, parts: Parts) -> str:
    """The folder, which must not be there. Raises `UsageError`."""
    if written.output in (None, "-") or written.format not in (None, "parquet"):
        raise UsageError("Spark writes a folder of Parquet", advice="As in: --engine spark -o articles/")
    assert written.output is not None
    if given := [name for name in ("parts", "split_size", "resume") if name in parts.given]:
        option = given[0].replace("_", "-")
        raise UsageError(f"Spark makes parts of its own, in one go: --{option}", advice=f"Leave --{option} out.")
    if os.path.exists(written.output):  # noqa: PTH110
        raise UsageError(f"{written.output} is there already", advice="Give another name, or remove it.")
    return written.output


def _is_seen(output: str, master: str | None) -> bool:
    """Whether this process finds what the workers put there."""
    return "://" in output or (master or "local").startswith("local")


def _asked(arguments: list[str], inputs: Inputs, task: Any, reports: str | None) -> dict[str, str]:
    """The options of the data source."""
    from msgspec import json

    found = {
        "paths": json.encode(arguments).decode(), "include": ",".join(inputs.include or ()),
        "exclude": ",".join(inputs.exclude or ()), "task": json.encode(task).decode(),
    }  # fmt: skip
    return found | ({"reports": reports} if reports else {})


class _Nothing:
    """What stays when the work is stopped."""

    kept: str | None = None


def _write(
    report: Report, output: str, asked: dict[str, str], plan: Plan, master: str | None, *, progress: bool
) -> None:  # fmt: skip
    """Have Spark write the output. A thread waits for it, for an interrupt would break the protocol between the two."""
    from concurrent.futures import ThreadPoolExecutor

    from newscli import spark
    from newscli.cli.stopping import stoppable

    shown = progress and sys.stderr is not None and sys.stderr.isatty()
    with spark.session(master, progress=shown) as found, stoppable(report, _Nothing()), ThreadPoolExecutor(1) as thread:
        reader = found.read.format(spark.FORMAT).options(**asked)
        if plan.fields:
            reader = reader.schema(spark.columns(plan.fields))
        try:
            thread.submit(lambda: reader.load().write.parquet(output)).result()
        except KeyboardInterrupt:
            found.stop()  # with what the thread waits for
            raise
        except Exception as error:  # Spark's own have no common class: of its Python, of its Java
            raise NewsError(spark.first_line(error), advice="The logs of Spark say more.") from error


def _reports(folder: str | None) -> Iterable[TaskReport]:
    """The reports that the workers wrote."""
    from newscli.batch import addresses
    from newscli.batch.tasks import read_report

    if folder is None:
        return
    if addresses.is_address(folder):
        for address in addresses.expanded(folder):
            yield read_report(addresses.read(address))
        return
    folder = folder.removeprefix("file://")
    for name in sorted(os.listdir(folder)):  # noqa: PTH208
        with open(os.path.join(folder, name), "rb") as file:  # noqa: PTH118, PTH123
            yield read_report(file.read())
