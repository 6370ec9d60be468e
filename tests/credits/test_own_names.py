"""Where none of the page's own names may stand in a line, the line is read without them: it reads the same."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from newscli.credits.line import _read
from newscli.credits.own import NOTHING, Own, own_in, told_places
from newscli.lexicon import agencies, outlets, places

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SHARED = Path(os.environ.get("NEWSCLI_SHARED") or Path(__file__).resolve().parents[3] / "shared")
OWN = Own(frozenset(("الضفاف", "ضفاف نيوز", ".ضفن")))


def lines():
    """Listed names with words around them, the samples, and the labelled lines and articles beside the checkout."""
    for name in sorted({*list(places.names())[::40], *agencies.forms(), *outlets.forms()}):
        yield from (
            name,
            f"«{name}»",
            f"({name}):",
            f"و{name} سعاد",
            f"سعاد الهلالي {name}",
            f"{name} سعاد الهلالي",
            f"خاص {name}",
        )
    for path in sorted(SAMPLES.glob("*.txt")):
        yield from path.read_text("utf-8", "replace").splitlines()
    for name in ("articles.jsonl", "datelines.jsonl"):
        path = SHARED / "gold" / name
        for row in path.read_text("utf-8").splitlines() if path.exists() else ():
            yield from strings(json.loads(row))


def strings(value):
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def test_a_line_without_own_names_reads_the_same_without_them():
    read = _read.__wrapped__
    own = Own(frozenset(("الضفاف", "الرياض", "ضفاف نيوز", "سبق")), frozenset(("كفر السيل",)))
    told = [line for line in lines() if 2 <= len(line) <= 200 and not own_in(line, own)][::20]
    assert told
    assert [line for line in told if read(line, own) != read(line, NOTHING)] == []


@pytest.mark.parametrize("line", ["الضفاف", "صحيفة الضفاف", "ضفاف نيوز - رنا", "**الضـفاف**", "ض ف ن"])
def test_own_names_are_seen(line):
    assert own_in(line, OWN) == OWN


@pytest.mark.parametrize(
    ("line", "story", "told"),
    [
        ("كفر السيل - سمير الخطيب", "وقال سكان من بلدة كفر السيل ان الطريق مغلق", {"كفر السيل"}),
        ("كفر السيل - سمير الخطيب", "وتقع العيون بكفر السيل", {"كفر السيل"}),
        ("كفر السيل - سمير الخطيب", "وقال سمير الخطيب ان كفر السيل بعيده", set()),
        ("كفر السيل - سمير الخطيب", "وتقع العيون في كفر السيلين", set()),
        ("فريق التحرير - سمير الخطيب", "وقال في فريق التحرير", set()),
        ("القاهرة - سمير الخطيب", "اجتمعوا في القاهره", set()),
    ],
)
def test_places_are_known_by_the_story(line, story, told):
    assert told_places(line, [story.replace("ة", "ه")]) == told
