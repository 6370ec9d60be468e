"""Write the manual pages: man/newscli.1 and one a command, from the same docstrings and options as --help.

python scripts/man.py            writes them; look at one with: man -l man/newscli-parse.1
python scripts/man.py --check    whether they are what the source says now
"""

import os
import re
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "man"
EXIT = """.SH EXIT STATUS
.TP
.B 0
all well
.TP
.B 1
an input could not be read, or (parse, inspect) holds no article; each is named on standard error, the others are done
.TP
.B 2
wrong usage
"""
AROUND = """.SH ENVIRONMENT
.TP
.B NEWSCLI_LANG
ar or en: the language of messages, help, labels and reports; without it that of the locale
.TP
.B NEWSCLI_BIDI
how right\\-to\\-left text is sent, as \\-\\-bidi
.TP
.B NEWSCLI_LEXICON
the folder of your own words
.TP
.BR NO_COLOR ", " COLUMNS ", " LINES ", " TERM ", " PAGER ", " LESS
as everywhere
.SH FILES
.TP
.I ~/.config/newscli/config.toml
defaults of options, and a theme
.TP
.I ~/.config/newscli/lexicon/
your own words
"""


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    os.environ["NEWSCLI_LANG"] = "en"
    with redirect_stdout(StringIO()):  # help for no terminal, whatever this one is
        from newscli.cli.app import COMMANDS, application, command

        group = application()
        found = {"newscli": _page("newscli", "Arabic news articles into fields", group, _listed(COMMANDS) + AROUND)}
        for name, about in COMMANDS.items():
            found[f"newscli-{name}"] = _page(f"newscli {name}", about.rstrip("."), command(name), EXIT)
    return {f"{name}.1": text for name, text in found.items()}


def _page(name: str, about: str, command: Any, further: str) -> str:
    from typer import Context

    from newscli import __version__

    context = Context(command, info_name=name)
    title = name.replace(" ", "-")
    usage = " ".join(command.collect_usage_pieces(context))
    parameters = {kind: [one for one in command.get_params(context) if one.param_type_name == kind] for kind in KINDS}
    also = ", ".join(f"\\fB{page}\\fR(1)" for page in ("newscli", "newscli-help") if page != title)
    return "".join(
        (
            f'.\\" -*- coding: utf-8 -*- written by scripts/man.py\n.TH {title.upper()} 1 "" "newscli {__version__}"\n',
            f".SH NAME\n{title} \\- {_text(about)}\n.SH SYNOPSIS\n.B {_text(name)}\n{_text(usage)}\n.SH DESCRIPTION\n",
            "\n.PP\n".join(_text(" ".join(part.split())) for part in command.help.split("\n\n")) + "\n",
            *(_section(KINDS[kind], several, context) for kind, several in parameters.items()),
            _examples(command.epilog or ""),
            further,
            f".SH SEE ALSO\n{also}\n",
        )
    )


KINDS = {"argument": "ARGUMENTS", "option": "OPTIONS"}


def _section(title: str, parameters: list[Any], context: Any) -> str:
    told = (parameter.get_help_record(context) for parameter in parameters)
    return f".SH {title}\n" * bool(parameters) + "".join(
        f".TP\n.B {_text(names)}\n{_text(' '.join(about.split()))}\n" for names, about in told
    )


def _listed(commands: dict[str, str]) -> str:
    rows = (f".TP\n.BR newscli\\-{name} (1)\n{_text(about)}\n" for name, about in commands.items())
    return f".SH COMMANDS\n{''.join(rows)}{EXIT}"


def _examples(epilog: str) -> str:
    lines = [line[2:] for line in epilog.splitlines() if line.startswith("  ")]
    return f".SH EXAMPLES\n.EX\n{''.join(_text(line) + chr(10) for line in lines)}.EE\n" if lines else ""


def _text(text: str) -> str:
    """A text in which roff finds nothing to obey."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", r"\\&", escaped)


def main() -> None:
    """Write the pages, or tell which are out of date."""
    made = pages()
    FOLDER.mkdir(exist_ok=True)
    if "--check" in sys.argv[1:]:
        there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.1")}
        stale = sorted(name for name in {*made, *there} if made.get(name) != there.get(name))
        sys.exit(f"out of date: {', '.join(stale)}; run scripts/man.py" if stale else 0)
    for path in FOLDER.glob("*.1"):
        path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
