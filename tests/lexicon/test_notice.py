"""Tables that others made are credited in what is handed on."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTICE = " ".join((ROOT / "NOTICE").read_text("utf-8").split())


def test_the_wheel_takes_the_notice_along():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert all((ROOT / name).is_file() for name in project["license-files"])
    assert "NOTICE" in project["license-files"]


def test_the_places_are_credited_as_cc_by_asks():
    """Who made them, under which licence, that they were changed, and that there is no warranty (section 3 a)."""
    assert "newscli/lexicon/places.txt" in NOTICE
    for said in ("GeoNames", "geonames.org", "creativecommons.org/licenses/by/4.0", "Changed:", "without warranty"):
        assert said in NOTICE


def test_unicodes_tables_carry_its_licence():
    assert "newscli/rtl/data.py" in NOTICE
    assert "UNICODE LICENSE V3" in NOTICE
