"""--field: what shell scripts get, line by line; the same shaped on a terminal."""

import json

import pytest

TITLES = {"levant.txt": "مكتبات الأرصفة في بيروت تقاوم بالورق", "column.txt": "حين تصمت المدينة ظهراً"}


@pytest.fixture
def fields(newscli, samples):
    def run(*arguments, names=("levant.txt", "column.txt"), **settings):
        return newscli("parse", *names, *arguments, cwd=samples, **settings).stdout

    return run


def test_a_field_that_is_not_known_is_an_empty_line(fields):
    assert fields("--field", "kicker") == "\n\n"
    assert fields("--field", "origin", names=["column.txt", "aggregator.txt"]) == "\nالساحل برس\n"


def test_several_fields_are_one_line_an_article(fields):
    assert fields("--field", "title", "--field", "kicker", "--field", "authors") == (
        f"{TITLES['levant.txt']}\t\tرنا الخازن\n{TITLES['column.txt']}\t\tهالة الشريف\n"
    )


def test_lists_and_credits_share_a_cell(fields):
    [line] = fields("--field", "attribution", "--field", "language", names=["aggregator.txt"]).splitlines()
    assert line == "origin الساحل برس; via الأفق; republisher نافذة شبوة\tar"


def test_a_body_in_a_cell_is_one_line_and_alone_keeps_its_paragraphs(fields, newscli, samples):
    body = json.loads(newscli("parse", samples / "column.txt", "--json").stdout)["body"]
    assert fields("--field", "body", names=["column.txt"]) == body + "\n"
    assert fields("--field", "body", "--field", "kicker", names=["column.txt"]) == " ".join(body.split()) + "\t\n"


@pytest.mark.parametrize("flag", ["-H", "--with-filename"])
def test_the_file_s_name_stands_before_each_line(fields, flag):
    expected = "".join(f"{name}\t{title}\n" for name, title in TITLES.items())
    assert fields(flag, "--field", "title") == expected


def test_standard_input_has_a_name_as_well(fields, samples):
    data = (samples / "column.txt").read_bytes()
    assert fields("-H", "--field", "title", names=["-"], input=data) == f"standard input\t{TITLES['column.txt']}\n"


def test_null_tells_articles_apart(fields):
    bodies = fields("--null", "--field", "body").split("\0")
    assert len(bodies) == 3
    assert bodies[2] == ""
    assert "\n\n" in bodies[0].strip()


def test_inspect_knows_the_same_names(newscli, samples):
    done = newscli("inspect", samples / "wire-reuters.txt", "--field", "places", "--json")
    assert list(json.loads(done.stdout)["fields"]) == ["dateline"]
    assert newscli("inspect", samples / "column.txt", "--field", "source.encoding").returncode == 0


@pytest.mark.parametrize("arguments", [["-H"], ["--null"], ["--field", "title", "--json"]])
def test_what_does_not_go_together_is_told(newscli, samples, arguments):
    done = newscli("parse", samples / "column.txt", *arguments)
    assert done.returncode == 2
    assert "--field" in done.stderr


def test_a_glob_that_the_shell_left_alone_is_expanded(newscli, samples):
    done = newscli("parse", "*.html", "--field", "source.path", cwd=samples)
    assert done.stdout.splitlines() == sorted(path.name for path in samples.glob("*.html"))


def test_an_article_can_be_had_in_a_format_of_export(newscli, samples):
    text = newscli("parse", samples / "column.txt", "--format", "markdown").stdout
    assert text.startswith("---\n")
    assert f"# {TITLES['column.txt']}" in text


def test_the_address_of_standard_input_can_be_told(newscli, samples):
    data = (samples / "column.txt").read_bytes()
    call = ["parse", "--url", "https://example.org/a", "--field", "url"]
    assert newscli(*call, input=data).stdout == "https://example.org/a\n"
    assert newscli(*call, samples / "column.txt", samples / "levant.txt").returncode == 2


def test_advice_that_is_to_be_pasted_is_quoted_for_the_shell(newscli, tmp_path):
    (tmp_path / "two words").mkdir()
    (tmp_path / "a menu.txt").write_text("قائمة\n\nبحث\n", "utf-8")
    done = newscli("parse", "two words", "a menu.txt", cwd=tmp_path)
    assert "newscli export 'two words'" in done.stderr
    assert "newscli inspect 'a menu.txt'" in done.stderr
