"""Imports point one way, and a call loads no more than it needs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "newscli"

# The house's floors, one stage each, the ground first: a part may import from its own floor and from those below.
FLOORS = (
    ("model", "errors", "regex", "config", "decide", "lazy"),
    ("lexicon", "arabic", "wording"),
    ("dates",),
    ("credits", "notices"),
    ("segment", "read"),
    ("weigh",),
    ("fields",),
    ("blocks",),
    ("trace",),
    ("article",),
    ("compare",),
    ("rtl",),
    ("show", "export"),
    ("search", "stats"),  # an export asked
    ("batch",),
    ("__init__",),  # the public face: loads what is below when it is called
    ("spark",),  # the batch on a cluster
    ("cli", "__main__"),
)
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}

# Parts of which a floor says too little: all that they may import besides themselves.
NARROW = {
    "model": {"errors", "lazy"},
    "lazy": set(),
    "errors": set(),
    "regex": set(),
    "decide": set(),
    "config": {"errors"},
    "arabic": set(),
    "lexicon": {"arabic"},
    "wording": {"lexicon"},  # its tables alone: what newscli says knows nothing of what it reads
    "dates": {"lexicon", "arabic"},
    "notices": {"lexicon", "arabic"},
    "credits": {"dates", "lexicon", "arabic", "model"},
    "read": {"errors", "model"},
    "segment": {"lexicon", "arabic", "model"},  # cuts a page into blocks and reads none of them
    "rtl": {"errors", "config"},
    # these two know values, not how they come about
    "show": {"model", "errors", "rtl", "arabic", "wording"},
    "export": {"model", "errors", "arabic"},
    "search": {"export", "errors", "arabic", "model", "dates"},
    "stats": {"export", "errors", "arabic", "lexicon", "model"},
}
UPWARDS = {("model", "newscli.show.reader")}  # Article.show, for people at a prompt: loaded when it is called
# Heavy packages and the only parts of the house that may import them.
HEAVY = {
    "rich": {"show", "cli"}, "selectolax": {"segment"}, "bidi": {"rtl"}, "arabic_reshaper": {"rtl"},
    "pyspark": {"spark"},
}  # fmt: skip


def modules():
    return sorted(PACKAGE.rglob("*.py"))


def part(name):
    """`newscli.fields.title` is of the part `fields`; `newscli` itself of `__init__`."""
    return [*name.split("."), "__init__"][1]


def imported(path):
    """Every module that a file imports, anywhere in it, as absolute names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "newscli":
                # a submodule, or a name of the package itself
                for alias in node.names:
                    known = (PACKAGE / alias.name).is_dir() or (PACKAGE / f"{alias.name}.py").exists()
                    yield f"newscli.{alias.name}" if known else "newscli"
            else:
                yield node.module


def own_part(path):
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downwards(path):
    mine = own_part(path)
    for name in imported(path):
        top = name.split(".")[0]
        assert mine in HEAVY.get(top, {mine}), f"{mine} imports {top}"
        if top == "newscli" and part(name) != mine and (mine, name) not in UPWARDS:
            errors_of_the_face = part(name) == "__init__" and mine == "cli"
            assert FLOOR[part(name)] <= FLOOR[mine] or errors_of_the_face, f"{mine} imports {name}"
            assert part(name) in NARROW.get(mine, {part(name)}) | {"regex", "decide"}, f"{mine} imports {name}"


def test_every_part_has_a_floor_and_every_floor_its_parts():
    assert {own_part(path) for path in modules()} == set(FLOOR)


def loaded(*arguments):
    """The modules that a Python process has loaded at its end, whatever it printed."""
    code = f"import sys; sys.argv[1:] = {arguments!r}; from newscli.__main__ import main; main()"
    return loaded_by(code if arguments else "import newscli")


def loaded_by(code):
    report = "import sys, atexit; atexit.register(lambda: print('\\n@', *sys.modules))\n"
    done = subprocess.run([sys.executable, "-c", report + code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.rpartition("@")[2].split())


def unwanted(found, *names):
    return {name for name in found if name.split(".")[0] in names}


def test_import_newscli_loads_next_to_nothing():
    extra = loaded_by("import newscli") - loaded_by("pass")
    assert {name for name in extra if not name.startswith("newscli")} <= {"__future__"}
    assert unwanted({name.removeprefix("newscli.") for name in extra}, "model", "article", "read", "cli") == set()


@pytest.mark.parametrize("way", [["--json"], ["--field", "body"], []], ids=["json", "field", "plain"])
def test_a_piped_parse_of_text_loads_neither_rich_nor_an_html_parser(way):
    found = loaded("parse", "samples/aggregator.txt", *way)
    assert unwanted(found, "rich", "pydantic", "click", "asyncio", "email", "http") == set()
    if way:
        assert unwanted(found, "arabic_reshaper", "bidi", "selectolax", "tomllib") == set()


def test_a_piped_inspection_loads_no_rich():
    assert unwanted(loaded("inspect", "samples/aggregator.txt"), "rich") == set()


@pytest.mark.parametrize("call", [["--help"], ["--version"], ["parse", "--help"]], ids=" ".join)
def test_help_loads_no_pipeline(call):
    found = loaded(*call)
    assert unwanted(found, "rich", "selectolax", "msgspec") == set()
    assert "newscli.article" not in found


def test_what_is_hidden_while_msgspec_loads_can_be_had_afterwards():
    """Formats of other packages may need typing_extensions."""
    code = (
        "import sys; from newscli.__main__ import main; sys.argv = ['newscli', 'schema']; main(); "
        "import typing_extensions"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
