"""The public face: parse, parse_file, Article and the exceptions."""

import json

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newscli
from newscli.export.schema import schema

STORY = "جسر جديد في المدينة\n\nبيروت - رويترز: " + "قال الوزير إن المشروع استغرق ثلاث سنوات من العمل.\n\n" * 3
VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_everything_that_is_promised_is_there():
    assert all(hasattr(newscli, name) for name in newscli.__all__)
    with pytest.raises(AttributeError, match="headline"):
        newscli.headline  # noqa: B018


def test_an_article_is_typed_and_frozen():
    article = newscli.parse(STORY)
    assert isinstance(article, newscli.Article)
    assert article.dateline.places == ("بيروت",)
    with pytest.raises(AttributeError):
        article.title = "x"


def test_text_and_bytes_give_the_same():
    text, data = newscli.parse(STORY), newscli.parse(STORY.encode("utf-16"))
    assert text.body == data.body
    assert (text.source.encoding, data.source.encoding) == ("utf-8", "utf-16-le")


def test_path_url_and_format_are_handed_on(tmp_path):
    article = newscli.parse(b"<p>x</p>", path="a.html", url="https://example.org/a", format="text")
    assert (article.source.path, article.url, article.source.format) == ("a.html", "https://example.org/a", "text")
    path = tmp_path / "a.txt"
    path.write_text(STORY, "utf-8")
    assert newscli.parse_file(path).source.path == newscli.parse_file(str(path)).source.path == str(path)


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: newscli.parse_file("no-such-file"), newscli.InputError),
        (lambda: newscli.parse(b"%PDF-1.7"), newscli.DecodeError),
        (lambda: newscli.parse("x", format="pdf"), newscli.UsageError),
    ],
)
def test_what_goes_wrong_is_an_exception_with_advice(call, error):
    with pytest.raises(error) as caught:
        call()
    assert isinstance(caught.value, newscli.NewsError)
    assert caught.value.advice


@pytest.mark.parametrize("format", ["text", "html"])
@given(text=st.text())
@example(text="\ud800 \udfff")
@example(text="\0" * 50)
@settings(max_examples=60, deadline=None)
def test_any_text_is_an_article_that_keeps_the_schema(format, text):
    article = newscli.parse(text, format=format)
    VALIDATOR.validate(json.loads(article.to_json(blocks=True)))
