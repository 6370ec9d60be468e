"""`newscli dates`: a line for each text, or an object with --json."""

from __future__ import annotations

import io
import json
import sys

import pytest

from newscli.cli.app import dispatch
from newscli.cli.report import Report
from newscli.errors import UsageError


def printed(capsys, *arguments: str) -> list[str]:
    dispatch(["dates", *arguments], Report())
    return capsys.readouterr().out.splitlines()


def test_a_line_for_each_text(capsys):
    lines = printed(capsys, "14 آب 2023 - 09:15 GMT", "لا شيء", "في 5 ماي ثم 6/7/2014")
    assert lines == ["14 آب 2023 - 09:15 GMT\t2023-08-14T09:15Z", "", "5 ماي\tnull\t6/7/2014\tnull"]


def test_json_has_the_keys_of_the_contract(capsys):
    [line] = printed(capsys, "--json", "نشر في السبت 2 مارس 2015")
    found = json.loads(line)
    assert list(found) == ["input", "found"]
    assert found["input"] == "نشر في السبت 2 مارس 2015"
    assert found["found"] == [
        {
            "text": "السبت 2 مارس 2015",
            "start": 7,
            "end": 24,
            "date": "2015-03-02",
            "time": None,
            "calendar": "gregorian",
            "reason": "day, month and year; the weekday contradicts: Saturday is printed, 2015-03-02 was a Monday",
        }
    ]
    assert list(found["found"][0]) == ["text", "start", "end", "date", "time", "calendar", "reason"]


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_lines_of_standard_input(capsys, monkeypatch, arguments):
    given = "5 ماي 2014\r\n\n".encode() + b"\xff\n2014-05-06"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert printed(capsys, *arguments) == ["5 ماي 2014\t2014-05-05", "", "", "2014-05-06\t2014-05-06"]


def test_nothing_to_read_is_wrong_usage(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UsageError, match="no text"):
        printed(capsys)


def test_bytes_that_are_no_text_are_shown_as_such(capsys):
    [line] = printed(capsys, "--json", "\udcff 2014-05-06")
    assert json.loads(line)["input"] == "\ufffd 2014-05-06"
