"""Every English text has its Arabic, the two agree in what is filled in, and English pays for none of it."""

import os
import re
from pathlib import Path

import pytest
import typer

from newscli.cli import app
from newscli.cli.options import did_you_mean
from newscli.compare import Status
from newscli.lexicon import own
from newscli.model import CreditRole, Role
from newscli.read.files import _REASONS
from newscli.read.kinds import InputKind
from newscli.show.inspection import FIELDS
from newscli.wording import speaking, tables
from newscli.wording.help import HELP
from tests.test_imports import loaded_by
from tests.wording.said import said, strings

SAY = speaking("ar")
ARABIC = re.compile("[\u0621-\u064a]")
TEXTS = sorted({text for _, text in said()})
# What a name can be of: an unknown one is told with those that there are.
NAMED = ("command", "field", "format", "input format", "role", "way", "action", "kind", "colour")
# Texts that are names and code in every language.
SAME = {"pip install 'newscli[web]'"}


def filled(text):
    """A text with something in each of its places."""
    pieces = text.split("{}")
    values = [f"v{number}w" for number in range(len(pieces) - 1)]
    return "".join(part for pair in zip(pieces, [*values, ""], strict=True) for part in pair), values


@pytest.mark.parametrize("text", TEXTS)
def test_what_the_source_says_has_its_arabic(text):
    english, values = filled(text)
    arabic = SAY(english)
    assert text in SAME or ARABIC.search(arabic), f"no Arabic for {text!r}: add it to src/newscli/wording"
    assert all(value in arabic for value in values)


def test_there_is_much_to_say():
    assert len(TEXTS) > 150


@pytest.mark.parametrize("kind", InputKind, ids=lambda kind: kind.name)
def test_each_kind_of_input_is_called_something_in_arabic(kind):
    for text in (kind.called, f"is {kind.called}", kind.advice):
        assert not text or ARABIC.search(SAY(text)), text


@pytest.mark.parametrize("table", own.TABLES)
def test_what_is_wrong_with_a_line_of_ones_own_words_is_said(table):
    line = "a | b | c | d"
    assert ARABIC.search(SAY(f"{line!r} {own.fault(table, line)}"))


def test_roles_fields_warnings_statuses_and_reasons_are_said():
    words = [*Role, *FIELDS, *CreditRole, *(f"1 {status}" for status in Status)]
    words += ["no-article", "not-arabic", "mojibake", "visual-order"]
    words += [text.format(path="x") for _, *texts in _REASONS for text in texts]
    assert [word for word in words if not ARABIC.search(SAY(word))] == []


@pytest.mark.parametrize("kind", NAMED)
def test_near_misses_are_told_in_arabic(kind):
    told = did_you_mean("zz", ["a", "b"], f"{kind.capitalize()}s")
    assert SAY(told) != told
    assert SAY(told).endswith(": a, b.")
    assert SAY(f"unknown {kind} 'zz'").endswith("'zz'")
    assert SAY(f"unknown {kind} 'zz'").split("'")[0] != f"unknown {kind} "


@pytest.mark.parametrize("name", [None, *app.COMMANDS])
def test_help_is_arabic_through_and_through(name):
    found = app.command(name) if name else app.application()
    texts = found.help.split("\n\n")
    texts += [one.help for one in found.params if one.help]
    texts += list(app.COMMANDS.values())
    missing = [text for text in texts if not ARABIC.search(SAY(" ".join(text.split())))]
    assert missing == []


def test_no_help_is_left_over():
    """What no command and no option says any more has no Arabic either."""
    known = {"Usage:", "Arguments:", "Options:", "Commands:", "Examples:", "default: {}", "required"}
    known |= set(app.COMMANDS.values())
    for found in (app.application(), *map(app.command, app.COMMANDS)):
        known |= {" ".join(paragraph.split()) for paragraph in found.help.split("\n\n")}
        known |= {one.help for one in found.get_params(typer.Context(found)) if one.help}
        known |= {re.split(" {2,}", line.strip())[-1] for line in (found.epilog or "").splitlines()}
    assert set(HELP) - known == set()


def test_no_message_is_left_over():
    """Every text of the tables stands in the source, or in typer's, or is the system's."""
    sources = Path(typer.__file__).parent.rglob("*.py")
    ours = "\n".join(strings()).lower()
    others = "\n".join(path.read_text("utf-8") for path in sources).lower()
    system = {os.strerror(number) for number in range(200)}
    named = {text for kind in NAMED for text in (f"unknown {kind} {{}}", f"{kind.capitalize()}s: {{}}.")}
    pieced = {"option {} requires an argument", "ended by SIGKILL, perhaps for lack of memory"}  # put together there
    kinds = {f"is {kind.called}" for kind in InputKind}
    for text in set(tables()) - set(HELP) - system - named - pieced - kinds:
        pieces = [piece.strip(" .'").lower() for piece in text.split("{}")]
        assert all(piece in ours or piece in others for piece in pieces), text


@pytest.mark.parametrize(("english", "arabic"), tables().items())
def test_the_two_agree_in_what_is_filled_in(english, arabic):
    places = {int(place) for place in re.findall(r"\{(\d+)(?::word)?\}", arabic)} if "{}" in english else set()
    assert places == set(range(english.count("{}")))


@pytest.mark.parametrize("english", [english for english in tables() if "{}" in english])
def test_a_text_with_something_filled_in_is_taken_for_no_other(english):
    whole, values = filled(english)
    expected = tables()[english]
    for place, value in enumerate(values):
        expected = expected.replace(f"{{{place}:word}}", value).replace(f"{{{place}}}", value)
    assert SAY(whole) == expected


def test_a_name_stays_as_it_is():
    assert SAY("Reuters") == "Reuters"
    assert speaking("en")("Fields") == "Fields"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_piped_parse_loads_no_words_in_any_language(language):
    """The article alone is printed; in English nothing ever loads them."""
    code = (
        f"import os, sys; os.environ['NEWSCLI_LANG'] = {language!r}; from newscli.__main__ import main\n"
        "sys.argv = ['newscli', 'parse', 'samples/aggregator.txt']; main()"
    )
    loaded = loaded_by(code)
    assert {name for name in loaded if name.startswith("newscli.wording.")} == set()


def test_an_english_failure_loads_no_arabic():
    code = "import sys; from newscli.__main__ import main; sys.argv = ['newscli', 'parse', 'none']; main()"
    assert not {name for name in loaded_by(code) if name.startswith("newscli.wording.")}
