"""Spark and Dask do the work of the pool: the same rows, the same reports, a poisoned record costs itself."""

import json
import os
import shutil
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.archive import write
from newscli import spark as source
from newscli.batch import addresses, tasks
from newscli.batch.tasks import Guard, Task
from newscli.errors import InputError, UsageError
from tests.running import started

pytestmark = pytest.mark.xdist_group("spark")  # in one process of the tests: they share a session and its archive
pytest.importorskip("fastwarc")
parquet = pytest.importorskip("pyarrow.parquet")

HERE = Path(__file__).parent
GUARD = Guard(seconds=4, memory=400 << 20)

# In a worker of Spark: of a file that is called «fails» the first attempt ends its process when the rows are made.
FAILING = """
import os, sys
sys.path.insert(0, {poisoned!r})
exec(open({poisoned!r} + "/sitecustomize.py").read())
if any("pyspark" in argument for argument in sys.orig_argv):
    from newscli.batch import guard
    real = guard.do
    def do(task):
        report = real(task)
        if "fails" in task.path and not os.path.exists({mark!r}):
            open({mark!r}, "w").close()
            os._exit(1)
        return report
    guard.do = do
"""

needs_spark = [
    pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java"),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # its sockets
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("spark")


@pytest.fixture(scope="module")
def archive(folder):
    """Two files, the first with records that crash, hang and eat memory."""
    return [str(path) for path in write(folder / "in", 240, 2, poisoned=True)]


@pytest.fixture(scope="module")
def hooked(folder):
    """The environment of the workers: poison works, and a file called «fails» does once."""
    hook = folder / "hook"
    hook.mkdir()
    text = FAILING.format(poisoned=str(HERE / "poisoned"), mark=str(folder / "mark"))
    (hook / "sitecustomize.py").write_text(text.replace("import sitecustomize as _this\n", ""))
    return {"PYTHONPATH": os.pathsep.join([str(hook), os.environ.get("PYTHONPATH", "")])}


@pytest.fixture(scope="module")
def pool(folder, archive, hooked):
    """The rows of processes of this machine, and their reports."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", hooked["PYTHONPATH"])
        options = source.asked({}).pattern().options
        given = [
            Task(path, str(folder / f"{number}.parquet"), "parquet", options=options, guard=GUARD)
            for number, path in enumerate(archive)
        ]
        with ThreadPoolExecutor(2) as executor:
            reports = list(tasks.run(given, executor))
    return rows_of(*(task.part for task in given)), sorted(map(counted, reports))


@pytest.fixture(scope="module")
def spark(hooked):
    pytest.importorskip("pyspark", minversion="4")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", hooked["PYTHONPATH"])
        with source.session("local[2,4]") as session:
            yield session


def rows_of(*paths):
    found = [row for path in paths for row in parquet.read_table(path).to_pylist()]
    return sorted(found, key=lambda row: row["source"]["path"])


def counted(report):
    """What a report says that is the same wherever the work was done."""
    lost = tuple((one.record, one.number, one.offset, one.cause) for one in report.quarantined)
    return report.input.path, report.read, report.kept, tuple(sorted(report.passed_over.items())), lost


def reports_in(folder):
    return sorted(counted(tasks.read_report(path.read_bytes())) for path in folder.iterdir())


# Spark


@pytest.mark.usefixtures("spark")
class TestSpark:
    pytestmark = needs_spark

    def test_rows_and_reports_are_those_of_the_pool_a_poisoned_record_included(self, spark, archive, pool, tmp_path):
        reader = spark.read.format("newscli").option("reports", tmp_path / "reports")
        frame = reader.option("timeoutPerRecord", 4).option("maxMemory", 400 << 20).load(archive)
        assert frame.rdd.getNumPartitions() == 2
        frame.write.parquet(str(tmp_path / "out"))
        assert rows_of(str(tmp_path / "out")) == pool[0]
        assert reports_in(tmp_path / "reports") == pool[1]
        assert len(pool[1][0][-1]) == 3  # in quarantine

    def test_columns_are_typed_and_a_schema_of_fewer_is_obeyed(self, spark, archive):
        whole = spark.read.format("newscli").load(archive[1])
        assert dict(whole.dtypes)["byline"] == "struct<text:string,authors:array<string>>"
        assert dict(whole.dtypes)["similarity"] == "double"
        two = spark.read.format("newscli").schema("title string, tags array<string>").load(archive[1])
        assert two.dtypes == [("title", "string"), ("tags", "array<string>")]
        assert {row.title for row in two.collect()} == {row.title for row in whole.select("title").collect()}

    def test_options_are_those_of_the_command_line(self, spark, samples):
        reader = spark.read.format("newscli").option("articlesOnly", True).option("with", "published")
        found = reader.option("include", "*.html").load(f"file://{samples}").collect()
        assert [row.source.path for row in found] == [str(samples / "page.html")]

    def test_a_task_that_fails_is_done_again_and_leaves_no_half_part(self, spark, archive, pool, folder, tmp_path):
        path = tmp_path / "fails.warc.gz"
        shutil.copy(archive[1], path)
        spark.read.format("newscli").load([str(path), archive[1]]).write.parquet(str(tmp_path / "out"))
        assert (folder / "mark").exists()
        wanted = [row for row in pool[0] if row["source"]["path"].startswith(archive[1])]
        found = rows_of(str(tmp_path / "out"))
        assert [row["title"] for row in found[len(wanted) :]] == [row["title"] for row in wanted]
        assert found[: len(wanted)] == wanted
        assert len(list((tmp_path / "out").glob("part-*"))) == 2

    def test_what_is_at_an_address_is_fetched(self, spark, archive, pool):
        pytest.importorskip("fsspec")
        found = spark.read.format("newscli").load(f"local://{Path(archive[1]).parent}/*1.warc.gz").collect()
        wanted = [row for row in pool[0] if row["source"]["path"].startswith(archive[1])]
        assert sorted(row.source.path for row in found) == [f"local://{row['source']['path']}" for row in wanted]

    def test_files_that_spark_reads_itself(self, spark, archive, pool):
        files = spark.read.format("binaryFile").load(archive[1])
        found = source.articles(files, articles_only=True).collect()
        wanted = [row for row in pool[0] if row["source"]["path"].startswith(archive[1]) and row["body"]]
        assert sorted((row.source.path, row.body) for row in found) == [
            (f"file:{row['source']['path']}", row["body"]) for row in wanted
        ]

    @pytest.mark.parametrize(
        ("options", "path", "says"),
        [
            ({"langs": "ar"}, "x", "unknown field `langs`"),
            ({"timeoutPerRecord": "soon"}, "x", "timeoutperrecord"),
            ({}, "none.warc", "none.warc: there is no such file"),
            ({}, "nowhere://x", "nowhere:// needs packages that are missing"),
        ],
    )
    def test_what_is_wrong_is_told(self, spark, options, path, says):
        with pytest.raises(Exception, match=r".") as caught:
            spark.read.format("newscli").options(**options).load(path).collect()
        assert says in source.first_line(caught.value)


@pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java")
def test_from_a_shell(newscli, archive, pool, hooked, tmp_path):
    pytest.importorskip("pyspark", minversion="4")
    options = ["--engine", "spark", "--master", "local[2]", "--timeout-per-record", "4", "--max-memory", "400M"]
    done = newscli("export", *archive, *options, "-o", tmp_path / "out", env=hooked, timeout=300)
    assert done.returncode == 1
    assert "is in quarantine (ended by SIGSEGV)" in done.stderr
    assert f"newscli: {len(pool[0])} articles" in done.stderr
    assert rows_of(str(tmp_path / "out")) == pool[0]
    assert reports_in(tmp_path / "out" / "_reports") == pool[1]
    again = newscli("export", *archive, *options, "-o", tmp_path / "out")
    assert (again.returncode, "is there already" in again.stderr) == (2, True)


@pytest.mark.skipif(os.name == "nt" or not shutil.which("java"), reason="Spark needs Java; Windows has no SIGTERM")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_stopped_it_leaves_nothing(number, status, hooked, tmp_path):
    pytest.importorskip("pyspark", minversion="4")
    path, out = tmp_path / "x.jsonl", tmp_path / "out"
    path.write_text(json.dumps({"text": "POISON-HANG"}) + "\n")
    call = ["export", path, "--engine", "spark", "--master", "local[1]", "--timeout-per-record", "3000", "-o", out]
    with (tmp_path / "told").open("w") as told, started(*call, stderr=told, env=os.environ | hooked) as process:
        while not (out / "_temporary").exists() and process.poll() is None:
            time.sleep(0.2)
        process.send_signal(number)
        assert process.wait(120) == status
    assert "Traceback" not in (tmp_path / "told").read_text()
    assert not out.exists()


def test_without_spark_it_says_how_to_get_it(newscli, archive, tmp_path):
    (tmp_path / "pyspark").mkdir()
    (tmp_path / "pyspark" / "__init__.py").write_text("raise ImportError")
    env = {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}
    done = newscli("export", archive[1], "--engine", "spark", "-o", tmp_path / "out", env=env)
    assert done.returncode == 2
    assert "pip install 'newscli[spark]'" in done.stderr
    assert newscli("export", archive[1], "--master", "yarn").returncode == 2


def test_addresses_are_expanded_and_what_is_not_there_is_told(tmp_path):
    pytest.importorskip("fsspec")
    for name in ("b.txt", "a.txt", "c.html"):
        (tmp_path / name).write_text(name)
    assert list(addresses.expanded(f"local://{tmp_path}/*.txt")) == [f"local://{tmp_path}/{n}.txt" for n in "ab"]
    assert len(list(addresses.expanded(f"local://{tmp_path}"))) == 3
    addresses.put(f"local://{tmp_path}/new/report.json", b"{}")
    assert addresses.read(f"local://{tmp_path}/new/report.json") == b"{}"
    with pytest.raises(InputError, match="fits no file"):
        list(addresses.expanded(f"local://{tmp_path}/*.none"))
    with pytest.raises(InputError, match="cannot be fetched"):
        addresses.fetch(f"local://{tmp_path}/none", str(tmp_path))
    with pytest.raises(UsageError, match="nowhere:// needs packages"):
        list(addresses.expanded("nowhere://x"))


# Dask


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # what its event loops leave open as they end is its own
def test_dask_does_the_tasks_by_its_executor(archive, pool, hooked, tmp_path, monkeypatch):
    distributed = pytest.importorskip("distributed")
    monkeypatch.setenv("PYTHONPATH", hooked["PYTHONPATH"])
    options = source.asked({}).pattern().options
    given = [
        Task(path, str(tmp_path / f"{number}.parquet"), "parquet", options=options, guard=GUARD)
        for number, path in enumerate([*archive, "none"])
    ]
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        found = list(tasks.run(given, client.get_executor()))
    assert sorted(counted(one) for one in found if not isinstance(one, InputError)) == pool[1]
    assert [one.message for one in found if isinstance(one, InputError)] == ["there is no such file"]
    assert rows_of(*(task.part for task in given[:2])) == pool[0]
