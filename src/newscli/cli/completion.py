"""Print a script that completes commands, options and file names in a shell.

Examples:
  eval "$(newscli completion bash)"                       in ~/.bashrc
  eval "$(newscli completion zsh)"                        in ~/.zshrc, after compinit
  newscli completion fish > ~/.config/fish/completions/newscli.fish
"""

from __future__ import annotations

from newscli.cli.main import COMMANDS, parser_of
from newscli.cli.screen import BIDI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Action, ArgumentParser, Namespace
    from collections.abc import Iterator

    from newscli.cli.report import Report


def configure(parser: ArgumentParser) -> None:
    """Declare the argument of `newscli completion`."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="whose script to print")


def run(options: Namespace, report: Report) -> None:
    """Print the script, made from the same parsers that read the arguments."""
    print({"bash": _bash, "zsh": _zsh, "fish": _fish}[options.shell]())


def _bash() -> str:
    commands = " ".join([*COMMANDS, "--help", "--version"])
    cases = "\n".join(f"    {name}) words='{_words(name)}' ;;" for name in COMMANDS)
    values = "\n".join(
        f"    '{name} {flag}') words='{' '.join(known)}'; files= ;;"
        for name in COMMANDS
        for action in _options(name)
        if (known := _values(name, action))
        for flag in action.option_strings
    )
    return f"""_newscli() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} words files=yes found
  case ${{COMP_WORDS[1]}} in
{cases}
    *) words='{commands}' ;;
  esac
  case "${{COMP_WORDS[1]}} ${{COMP_WORDS[COMP_CWORD-1]}}" in
{values}
  esac
  [ "$COMP_CWORD" -eq 1 ] && words='{commands}' files=
  COMPREPLY=()
  while IFS= read -r found; do
    COMPREPLY+=("$found")
  done < <(compgen -W "$words" -- "$word"; [ "$files" ] && compgen -f -- "$word")
}}
complete -o filenames -F _newscli newscli"""


def _zsh() -> str:
    return f"autoload -U +X bashcompinit && bashcompinit\n{_bash()}"


def _fish() -> str:
    lines = [
        f"complete -c newscli -n __fish_use_subcommand -f -a {name} -d {_quoted(about)}"
        for name, about in COMMANDS.items()
    ]
    for name in COMMANDS:
        for action in _options(name):
            flags = " ".join(
                f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in action.option_strings
            )
            known = _values(name, action)
            values = f" -x -a {_quoted(' '.join(known))}" if known else ""
            about = _quoted(action.help or "")
            lines.append(f"complete -c newscli -n '__fish_seen_subcommand_from {name}' {flags}{values} -d {about}")
    return "\n".join(lines)


def _options(command: str) -> Iterator[Action]:
    return (action for action in parser_of(command)._actions if action.option_strings)


def _values(command: str, option: Action) -> list[str]:
    """What can stand after an option, where it is one of a few names."""
    if option.choices:
        return [str(choice) for choice in option.choices]
    if option.dest == "bidi":
        return list(BIDI)
    if option.dest == "role":
        from newscli.model import Role

        return list(Role)
    return _fields(command) if option.dest == "field" else []


def _fields(command: str) -> list[str]:
    from newscli.cli.compare import field_names
    from newscli.cli.fields import NAMES
    from newscli.show.inspection import FIELDS

    return list({"parse": NAMES, "inspect": FIELDS, "compare": field_names()}[command])


def _words(command: str) -> str:
    actions = parser_of(command)._actions
    choices = [choice for action in actions if not action.option_strings for choice in action.choices or ()]
    return " ".join([*choices, *(flag for action in actions for flag in action.option_strings)])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "\\'") + "'"
