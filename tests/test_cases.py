"""Small articles of the kinds that readers of other extractors complained of: our own, and those beside the repository.

Ours stand in `kinds/KIND.jsonl`, a line each: `id`, `kind` (text or html), `input`, `want`, and `xfail` with the
reason where today's reader fails. `unseen.jsonl` is the same, and not learnt from. Those of ../shared are counted: what
fails there is told, and that no control fails is tested.
"""

import json
import re
from pathlib import Path

import pytest
from cases import differences

HERE = Path(__file__).resolve().parent


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]  # texts hold other line ends


def ours():
    for path in (*sorted((HERE / "kinds").glob("*.jsonl")), HERE / "unseen.jsonl"):
        for case in lines(path):
            marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
            yield pytest.param(case, id=case["id"], marks=marks)


@pytest.mark.parametrize("case", list(ours()))
def test_a_case_is_read_as_an_editor_would(case):
    assert differences(case) == {}


def test_each_kind_has_cases_and_each_case_a_name():
    cases = [(path.stem, case["id"]) for path in (HERE / "kinds").glob("*.jsonl") for case in lines(path)]
    assert {kind for kind, _ in cases} == {*"ABCDEFGHIKLMOPQRSTUVWXYZ", "page", "wild"}
    assert all(name.startswith(kind) for kind, name in cases)
    assert len({name for _, name in cases}) == len(cases)


def test_the_controls_of_the_public_cases_pass(shared):
    path = shared / "cases" / "cases.jsonl"
    if not path.is_file():
        pytest.skip("the cases are not part of the repository")
    cases = lines(path)
    failed = {case["id"]: found for case in cases if (found := differences(case))}
    controls = {name: found for name, found in failed.items() if re.match(r"[A-Z]0", name)}
    told = f"{len(failed)} of {len(cases)} cases fail: {' '.join(failed)}"
    assert controls == {}, told
