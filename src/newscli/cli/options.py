"""What commands share: options, groups of options, and names that are checked, suggested and completed."""

from inspect import Parameter, Signature, signature
from typing import Annotated, Any, NamedTuple

from typer import Argument, Context, Option

from newscli.cli.report import Report
from newscli.errors import UsageError
from newscli.rtl import WIDEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BIDI = ("auto", "visual", "visual-marks", "explicit", "override", "embed", "words", "logical")  # auto, each Strategy
NARROWEST = 10  # cells: below this most words do not fit into a line


def one_of(what: str, names: "Callable[[], Iterable[str]]") -> dict[str, Any]:
    """Settings of an option or argument whose value is one of a few names, looked up when they are needed.

    A wrong one is a `UsageError` that says what is near and what there is; shells complete them.
    """

    def known(value: str) -> str:
        if value in names():
            return value
        raise UsageError(f"unknown {what} {value!r}", advice=did_you_mean(value, names(), f"{what.capitalize()}s"))

    def complete(incomplete: str) -> list[str]:
        return [name for name in names() if name.startswith(incomplete)]

    return {"parser": known, "autocompletion": complete}


def did_you_mean(value: str, names: "Iterable[str]", title: str, before: str = "") -> str:
    """The name that was probably meant, else all of them, as an advice."""
    import difflib

    names = list(names)
    near = difflib.get_close_matches(value, names, n=1)
    return f"Did you mean: {before}{near[0]}?" if near else f"{title}: {', '.join(names)}."


def exclusive(**given: object) -> None:
    """`UsageError` where more than one of these options was given."""
    flags = [f"--{name.replace('_', '-')}" for name, value in given.items() if value]
    if len(flags) > 1:
        raise UsageError(f"{flags[1]} is not allowed with {flags[0]}", advice="Leave out one of them.")


def _cells(value: str | int) -> int:
    try:
        cells = int(value)
    except ValueError:
        raise UsageError(f"{value!r} is no number of cells", advice="As in: --width 60") from None
    if cells < NARROWEST:
        raise UsageError(f"--width {value} is too narrow", advice=f"Give {NARROWEST} or more.")
    if cells > WIDEST:
        raise UsageError(f"--width {value} is too wide", advice=f"Give {WIDEST} or less.")
    return cells


Paths = Annotated[list[str] | None, Argument(metavar="PATH...", help='File, folder or glob; "-" is standard input.')]
Json = Annotated[bool, Option("--json", help="As JSON.")]
Format = Annotated[
    str | None,
    Option(
        "--from",
        metavar="FORMAT",
        help="Read as this, whatever it looks like: text or html.",
        **one_of("format", lambda: ("text", "html")),
    ),
]


class Look(NamedTuple):
    """How results are shown on a terminal. `given` names the options that stand in the call itself."""

    width: Annotated[
        int | None, Option(metavar="CELLS", parser=_cells, help="Longest line; 90 or the terminal's width.")
    ] = None
    bidi: Annotated[
        str | None,
        Option(
            metavar="HOW",
            help="How right-to-left text is sent; see: newscli terminal --all",
            **one_of("way", lambda: BIDI),
        ),
    ] = None
    color: Annotated[bool | None, Option(help="Colours and bold, or none.", show_default=False)] = None
    pager: Annotated[
        bool | None, Option(help="Through $PAGER, else less; by itself if longer than the screen.", show_default=False)
    ] = None
    margin: Annotated[int | None, Option(metavar="CELLS", min=0, help="Cells to leave free at either side.")] = None
    given: frozenset[str] = frozenset()


def spread(run: "Callable[..., None]") -> "Callable[..., None]":
    """The command as typer takes it: a parameter that is a group such as `Look` gives way to the options in it.

    `report` comes from the call, and a group's `given` is filled in.
    """
    taken = signature(run, eval_str=True).parameters
    groups = {name: one.annotation for name, one in taken.items() if hasattr(one.annotation, "_fields")}
    options = {name: _options(group) for name, group in groups.items()}
    flat = [Parameter("context", Parameter.KEYWORD_ONLY, annotation=Context)]
    for name, parameter in taken.items():
        if name in groups:
            flat += options[name]
        elif parameter.annotation is not Report:
            flat.append(parameter.replace(kind=Parameter.KEYWORD_ONLY))

    def call(context: Context, **values: Any) -> None:
        given = frozenset(name for name in values if _is_given(context, name))
        for name, group in groups.items():
            values[name] = group(**{option.name: values.pop(option.name) for option in options[name]}, given=given)
        run(context.obj, **values)

    call.__signature__ = Signature(flat)  # type: ignore[attr-defined]
    call.__annotations__ = {}
    return call


def _options(group: Any) -> list[Parameter]:
    return [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=group.__annotations__[name])
        for name, default in group._field_defaults.items()
        if name != "given"
    ]


def _is_given(context: Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"
