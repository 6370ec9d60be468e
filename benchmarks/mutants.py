#!/usr/bin/env python3
"""Which changes of the code no test sees: a sample of mutants of cosmic-ray, each tried on the tests of its package.

    git clone . ../mutated && python benchmarks/mutants.py ../mutated [--of credits rtl] [--sample 30] [--seed 1]

The clone's files are changed and changed back. Mutants are of the kinds below: those that change what is decided, not
each way to make an expression fail. What survives is printed as a difference: it wants a test of what the line decides,
or a line in docs/reliability.md that says why it decides nothing. Comes with `pip install "newscli[mutate]"`.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

# For each package the tests of what it decides, the quick and close ones first: the first failure ends a run.
TESTS = {
    "credits": "tests/credits src/newscli/credits tests/fields tests/reading tests/test_golden.py",
    "fields": "tests/fields src/newscli/fields tests/reading tests/test_golden.py tests/test_article.py",
    "weigh": "tests/reading src/newscli/weigh tests/fields tests/test_golden.py tests/weigh tests/test_article.py",
    "rtl": "tests/rtl/test_lines.py tests/rtl/test_reorder.py tests/rtl/test_shape.py src/newscli/rtl tests/rtl "
    "tests/show/test_reader.py",
}
_OPERATORS = (
    "NumberReplacer", "AddNot", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_Delete_USub", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceContinueWithBreak",
    "ReplaceBreakWithContinue", "ZeroIterationForLoop", "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_Sub_Add", "ReplaceBinaryOperator_Mul_Div", "ReplaceComparisonOperator_Eq_NotEq",
    "ReplaceComparisonOperator_NotEq_Eq", "ReplaceComparisonOperator_Is_IsNot", "ReplaceComparisonOperator_IsNot_Is",
    "ReplaceComparisonOperator_Gt_GtE", "ReplaceComparisonOperator_GtE_Gt", "ReplaceComparisonOperator_Lt_LtE",
    "ReplaceComparisonOperator_LtE_Lt",
)  # fmt: skip
_CONFIGURATION = """
[cosmic-ray]
module-path = "src/newscli/{package}"
timeout = 300.0
excluded-modules = ["src/newscli/weigh/weights.py"]
test-command = "{python} -m pytest -x -q -n0 -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""


def sampled(session: Path, size: int, seed: int) -> tuple[int, int]:
    """Leave a sample of the session's mutants; comes back with how many there are of those kinds, and in the sample."""
    base = sqlite3.connect(session)
    marks = ", ".join("?" * len(_OPERATORS))
    found = base.execute(
        f"SELECT job_id FROM mutation_specs WHERE operator_name IN ({marks}) "
        "ORDER BY module_path, operator_name, occurrence, operator_args",
        [f"core/{name}" for name in _OPERATORS],
    ).fetchall()
    chosen = random.Random(seed).sample(found, min(size, len(found)))
    base.execute("CREATE TEMP TABLE chosen (job_id VARCHAR)")
    base.executemany("INSERT INTO chosen VALUES (?)", chosen)
    for table in ("mutation_specs", "work_items"):
        base.execute(f"DELETE FROM {table} WHERE job_id NOT IN (SELECT job_id FROM chosen)")
    base.commit()
    return len(found), len(chosen)


def survivors(session: Path) -> list[str]:
    """The differences that no test saw."""
    rows = sqlite3.connect(session).execute("SELECT diff FROM work_results WHERE test_outcome = 'SURVIVED'")
    return [row[0] for row in rows]


def main() -> int:
    """Try a sample of each package."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("clone", type=Path)
    options.add_argument("--of", nargs="+", default=list(TESTS), choices=TESTS)
    options.add_argument("--sample", type=int, default=30)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--python", default=sys.executable, help="that runs the tests")
    asked = options.parse_args()
    clone = asked.clone.resolve()
    environment = os.environ | {"PYTHONPATH": str(clone / "src")}
    for package in asked.of:
        configuration, session = clone / f"{package}.toml", clone / f"{package}.sqlite"
        told = _CONFIGURATION.format(package=package, python=asked.python, tests=TESTS[package])
        configuration.write_text(told, "utf-8")
        ray = [Path(sys.executable).with_name("cosmic-ray")]
        subprocess.run([*ray, "init", configuration, session, "--force"], cwd=clone, check=True)
        known, tried = sampled(session, asked.sample, asked.seed)
        subprocess.run([*ray, "exec", configuration, session], cwd=clone, env=environment, check=True)
        left = survivors(session)
        print(f"{package}: {tried} of {known} mutants tried, {len(left)} survived", *left, sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
