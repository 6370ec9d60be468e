"""The two pictures of docs/architecture.md show the package as it is."""

import re
from pathlib import Path

from test_imports import FLOORS, PACKAGE, ROOT, modules, own_part

TEXT = (ROOT / "docs" / "architecture.md").read_text("utf-8")
WAY, HOUSE = re.findall(r"^```text\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def named(picture):
    """The parts that stand in a picture as `name/` or `name.py`."""
    return {name.rstrip("/") for name in re.findall(r"\b[a-z_]+(?:/|\.py)(?=[\s,()]|$)", picture)}


def test_the_way_of_the_data_passes_every_part_and_no_other():
    files = {path.name for path in PACKAGE.glob("*.py")}
    folders = {own_part(path) for path in modules() if path.parent != PACKAGE}
    assert named(WAY) == files | folders


def test_the_stages_stand_in_the_order_of_the_floors():
    stages = ["read/", "segment/", "weigh/", "fields/", "article.py"]
    assert sorted(stages, key=WAY.index) == stages


def test_the_house_has_the_floors_that_imports_are_held_to():
    parts = {part for floor in FLOORS for part in floor}
    shown = []
    for line in HOUSE.splitlines():
        names = re.split(r"\s{2,}", line)[0].split()
        assert set(names) <= parts, line
        shown.append(set(names))
    assert shown == [set(floor) for floor in reversed(FLOORS)]


def test_paths_in_the_text_exist():
    for path in re.findall(r"`((?:tests|src|benchmarks|scripts)/[\w./-]+)`", TEXT):
        assert Path(ROOT, path).exists(), path
