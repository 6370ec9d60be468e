"""config.toml: defaults of every command's options, a theme; what is wrong in it is told with its line."""

import pytest


@pytest.fixture
def configured(newscli, tmp_path):
    """Run a call with this text as config.toml."""

    def run(text, *arguments, **settings):
        (tmp_path / "newscli").mkdir(exist_ok=True)
        (tmp_path / "newscli" / "config.toml").write_text(text, "utf-8")
        return newscli(*arguments, env={"XDG_CONFIG_HOME": str(tmp_path)}, **settings)

    return run


def test_a_command_s_options_have_its_defaults(configured, samples):
    done = configured(
        '[parse]\nfield = ["title", "authors"]\nwith-filename = true\n', "parse", "column.txt", cwd=samples
    )
    assert done.stdout == "column.txt\tحين تصمت المدينة ظهراً\tهالة الشريف\n"
    assert configured("[dates]\njson = true", "dates", "5/6/2015").stdout.startswith('{"input"')


def test_the_call_wins_over_its_defaults(configured, samples):
    text = '[parse]\nfield = ["title"]\n'
    assert configured(text, "parse", samples / "column.txt", "--field", "authors").stdout == "هالة الشريف\n"


def test_a_default_of_one_command_is_none_of_another(configured, samples):
    assert configured("[dates]\njson = true", "parse", samples / "column.txt", "--field", "language").stdout == "ar\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('bidi = "visual"\n\ncolour = true\n', "config.toml:3: unknown key 'colour'. Did you mean: color?"),
        ("[parse]\nwidht = 40\n", "config.toml:2: unknown key 'widht'. Did you mean: width?"),
        ("\n[prase]\nwidth = 40\n", "config.toml:2: unknown key 'prase'. Did you mean: parse?"),
        ('[theme]\ntitel = "bold"\n', "config.toml:2: unknown key 'titel'. Did you mean: title?"),
    ],
)
def test_an_unknown_key_is_told_and_passed_over(configured, samples, text, says):
    done = configured(text, "parse", samples / "column.txt", "--field", "language")
    assert (done.returncode, done.stdout) == (0, "ar\n")
    assert says in done.stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('# mine\nwidth = "wide"\n', "config.toml:2: width: 'wide' is no number of cells"),
        ("[parse]\nwidth = 3\n", "config.toml:2: width: --width 3 is too narrow"),
        ('[parse]\nfield = ["titel"]\n', "config.toml:2: field: unknown field 'titel'"),
        ('[theme]\ntitle = "pink"\n', "config.toml:2: unknown colour 'pink'"),
        ("width 40\n", "at line 1"),
    ],
)
def test_a_bad_line_is_wrong_usage(configured, samples, text, says):
    done = configured(text, "parse", samples / "column.txt", "--color")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_the_theme_colours_an_article(configured, samples):
    text = configured('[theme]\ntitle = "underline bright-blue"\n', "parse", samples / "column.txt", "--color").stdout
    assert "\x1b[4;94mحين" in text
