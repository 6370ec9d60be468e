"""The schema knows whatever an article can hold: every warning, an author whom the metadata alone name."""

import json

import jsonschema
import pytest
import texts
from texts import BODY, TITLE

import newscli
from newscli.export.schema import schema
from newscli.model import WARNINGS

VALIDATOR = jsonschema.Draft202012Validator(schema())
ENGLISH = (
    "The new berth takes four ships at a time, said the director of the port of Mukalla on Monday, after two years."
)
WARNED = {
    "no-article": "قائمة\n\nبحث",
    "not-arabic": f"A new berth for the port\n\n{ENGLISH}\n\n{ENGLISH.replace('Monday', 'Sunday')}",
    "mojibake": texts.joined(TITLE, *BODY).encode().decode("cp1256", "replace"),
    "visual-order": texts.joined(TITLE[::-1], *(line[::-1] for line in BODY)),
}


def test_the_warnings_are_those_of_the_contract():
    assert set(WARNED) == set(WARNINGS)


@pytest.mark.parametrize("warning", WARNED)
def test_each_warning_is_given_and_valid(warning):
    found = newscli.parse(WARNED[warning])
    assert warning in found.warnings
    VALIDATOR.validate(json.loads(found.to_json(blocks=True)))


def test_another_warning_is_not_valid():
    found = json.loads(texts.text(TITLE, *BODY).to_json())
    VALIDATOR.validate(found)
    assert not VALIDATOR.is_valid({**found, "warnings": ["published-conflict"]})


def test_an_author_whom_the_metadata_alone_name_has_no_text():
    author = json.dumps(
        {"@type": "NewsArticle", "headline": TITLE, "author": {"@type": "Person", "name": "سالم باوزير"}}
    )
    found = json.loads(texts.page(head=f'<script type="application/ld+json">{author}</script>').to_json())
    assert found["byline"] == {"text": None, "authors": ["سالم باوزير"]}
    VALIDATOR.validate(found)
