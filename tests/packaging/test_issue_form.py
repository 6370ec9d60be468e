"""The form for a page that is read wrongly is one that GitHub takes, and asks for what a test needs."""

from pathlib import Path

import pytest

from newscli.model import JSON_FIELDS

yaml = pytest.importorskip("yaml", reason="comes with mkdocs: pip install '.[docs]'")
FOLDER = Path(__file__).resolve().parents[2] / ".github" / "ISSUE_TEMPLATE"
FORM = yaml.safe_load((FOLDER / "read-wrongly.yml").read_text("utf-8"))
# What each kind of element may and must have, as GitHub's documentation of issue forms says.
ATTRIBUTES = {
    "markdown": {"value"}, "textarea": {"label", "description", "placeholder", "value", "render"},
    "input": {"label", "description", "placeholder", "value"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}  # fmt: skip


def test_it_has_the_form_of_a_form():
    assert set(FORM) <= {"name", "description", "title", "labels", "assignees", "projects", "type", "body"}
    assert FORM["name"]
    assert FORM["description"]
    asked = [element for element in FORM["body"] if element["type"] != "markdown"]
    names = [element["id"] for element in asked]
    assert len(set(names)) == len(names)
    for element in FORM["body"]:
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert set(element["attributes"]) <= ATTRIBUTES[element["type"]]
        assert element["attributes"].get("label") or element["type"] == "markdown"


def test_page_field_and_what_is_right_must_be_told():
    required = {e["id"] for e in FORM["body"] if e.get("validations", {}).get("required")}
    assert required == {"page", "field", "right"}


def test_every_field_can_be_named():
    (options,) = (element["attributes"]["options"] for element in FORM["body"] if element.get("id") == "field")
    named = {name for option in options for name in option.partition(" (")[0].split(", ")}
    unasked = {"schema", "warnings", "source", "language"}
    assert set(JSON_FIELDS) - unasked <= named


def test_other_issues_are_free():
    assert yaml.safe_load((FOLDER / "config.yml").read_text("utf-8")) == {"blank_issues_enabled": True}
