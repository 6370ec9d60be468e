"""The public face: parse, parse_file, Article and the exceptions."""

import json
import pickle
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newscli
from newscli.export.schema import schema
from newscli.model import replace

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
        (lambda: newscli.Article.from_json("{}"), newscli.InputError),
        (lambda: newscli.Article.from_json(b"\xff"), newscli.InputError),
        (lambda: newscli.Article.from_json("[" * 5000), newscli.InputError),
        (lambda: newscli.parse_many("a.txt"), newscli.UsageError),
        (lambda: list(newscli.parse_many([__file__], format="pdf")), newscli.UsageError),
        (lambda: newscli.parse(STORY).show(bidi="sideways"), newscli.UsageError),
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


def test_the_text_of_an_error_names_its_file():
    with pytest.raises(newscli.InputError) as caught:
        newscli.parse_file("no-such-file")
    assert str(caught.value) == "no-such-file: there is no such file"
    assert caught.value.message == "there is no such file"
    assert str(newscli.UsageError("wrong")) == "wrong"
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.path, again.advice) == (str(caught.value), caught.value.path, caught.value.advice)


def test_article_is_listed_before_it_is_loaded():
    done = subprocess.run(
        [sys.executable, "-c", "import newscli; print(dir(newscli))"], capture_output=True, check=True
    )
    assert b"'Article'" in done.stdout


def test_many_files_come_out_in_order_each_as_an_article_or_an_error(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    paths = [tmp_path / "b.txt", str(tmp_path / "a.txt"), tmp_path, tmp_path / "c.txt"]
    found = list(newscli.parse_many(paths))
    kinds = [newscli.DecodeError, newscli.Article, newscli.InputError, newscli.InputError]
    assert [type(one) for one in found] == kinds
    assert [str(tmp_path / "b.txt") in str(found[0]), found[1].source.path] == [True, str(paths[1])]


def test_many_files_are_read_one_by_one():
    asked = []
    found = newscli.parse_many(asked.append(path) or path for path in ("a", "b"))
    assert asked == []
    next(found)
    assert asked == ["a"]


@pytest.mark.parametrize("blocks", [True, False])
def test_an_article_comes_back_from_its_json(blocks):
    article = newscli.parse(STORY.replace("رويترز", "رويترز 2024/7/2"), path="a.txt")
    text = article.to_json(blocks=blocks)
    again = newscli.Article.from_json(text)
    assert again.to_json(blocks=blocks) == text
    assert again == newscli.Article.from_json(text.encode())
    assert again.blocks == (tuple(article.blocks) if blocks else ())
    hash(again)


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("2015-08-12", date(2015, 8, 12)),
        ("2015-08-12T20:00", datetime(2015, 8, 12, 20)),
        ("2015-08-12T20:00:05+03:00", datetime(2015, 8, 12, 20, 0, 5, tzinfo=timezone(timedelta(hours=3)))),
        ("2015-08-12T20:00:00Z", datetime(2015, 8, 12, 20, tzinfo=UTC)),
        ("2015-08", None),
        ("1436/10/25 هـ", None),
        (None, None),
    ],
)
def test_the_publication_date_as_pythons_own(stamp, moment):
    found = replace(newscli.parse(STORY), published=stamp).published_at
    assert (found, type(found)) == (moment, type(moment))


def test_the_paragraphs_are_those_of_the_body():
    article = newscli.parse(STORY)
    assert len(article.paragraphs) == 3
    assert "\n\n".join(article.paragraphs) == article.body
    assert newscli.parse("").paragraphs == ()


def test_an_article_presents_itself_in_one_short_line():
    article = replace(newscli.parse(STORY * 20, path="a.txt"), title="عنوان " * 50)
    assert len(repr(article)) < 150
    assert repr(article).startswith("<Article 'عنوان")
    assert "a.txt" in repr(article)
    assert repr(newscli.parse("")) == "<Article None, 0 paragraphs>"


def test_an_article_shows_itself_as_a_text_and_prints_nothing(capfd, monkeypatch):
    article = newscli.parse(STORY)
    assert article.show(bidi="logical").startswith("جسر جديد في المدينة\n\nبيروت - رويترز")
    assert "ﺔﻨﻳﺪﻤﻟﺍ" in article.show(bidi="visual", width=40)
    assert max(map(len, article.show(bidi="visual", width=40).splitlines())) < 40
    assert "\x1b" not in article.show(bidi="visual")
    assert "\x1b[1m" in article.show(bidi="visual", colour=True)
    monkeypatch.setenv("NEWSCLI_BIDI", "override")
    assert "\u202d" in article.show()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("format", ["text", "html"])
@given(text=st.text())
@example(text="\ud800 \udfff")
@example(text="\0" * 50)
@settings(max_examples=60, deadline=None)
def test_any_text_is_an_article_that_keeps_the_schema(format, text):
    article = newscli.parse(text, format=format)
    VALIDATOR.validate(json.loads(article.to_json(blocks=True)))
