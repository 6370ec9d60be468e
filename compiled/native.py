"""A module's source in the form that mypyc makes fast; what it does stays the same.

mypyc turns functions into C as they stand. Through two things it cannot see:

- A msgspec `Struct` is a class of another library, whose attributes are looked up by name each time. Here it becomes a
  plain class with the same fields, constructor, comparison and hash; mypyc knows the place of each of its attributes.
- A constant of the module, `_LIKE_THIS`, is looked up in the module's dictionary each time, unless it is `Final`.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator

_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
_IMPORTS = "from typing import Any, ClassVar, Final, TypeVar\n"
# In the place of msgspec's function of that name, which knows Structs alone.
_REPLACE = """
from msgspec import Struct as _Struct, structs as _structs
_Value = TypeVar("_Value")

def replace(value: _Value, **changes: Any) -> _Value:
    kind: Any = type(value)
    if isinstance(value, _Struct):
        return _structs.replace(value, **changes)
    for name in kind._names:
        if name not in changes:
            changes[name] = getattr(value, name)
    found: _Value = kind(**changes)
    return found
"""
_METHODS = """
def __eq__(self, other: object) -> bool:
    return isinstance(other, {name}) and {mine} == {others}
def __hash__(self) -> int:
    return hash({mine})
"""


def native(source: str) -> str:
    """The source of a module in the form that mypyc makes fast."""
    tree = ast.parse(source)
    changed = set(_assigned_again(tree))
    head = 1 + next(i for i, each in enumerate(tree.body) if isinstance(each, ast.ImportFrom))  # from __future__
    body = [piece for each in tree.body[head:] for piece in _piece(each, changed)]
    tree.body = [*tree.body[:head], *ast.parse(_IMPORTS).body, *body]
    return ast.unparse(ast.fix_missing_locations(tree))


def _piece(each: ast.stmt, changed: set[str]) -> list[ast.stmt]:
    match each:
        case ast.ImportFrom(module="msgspec.structs"):
            return ast.parse(_REPLACE).body
        case ast.ClassDef(bases=[ast.Name("Struct"), *_]):
            return [_plain(each)]
        case ast.Assign(targets=[ast.Name(name) as target], value=value) if _is_constant(name, value, changed):
            return [ast.AnnAssign(target, ast.Name("Final"), value, simple=1)]
        case ast.AnnAssign(target=ast.Name(name), annotation=kind, value=value) if _is_constant(name, value, changed):
            each.annotation = kind if "Final" in ast.unparse(kind) else ast.Subscript(ast.Name("Final"), kind)
    return [each]


def _is_constant(name: str, value: ast.expr | None, changed: set[str]) -> bool:
    makes_type = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "TypeVar"
    return bool(_CONSTANT.fullmatch(name)) and value is not None and name not in changed and not makes_type


def _assigned_again(tree: ast.Module) -> Iterator[str]:
    """The names that are assigned more than once, anywhere in the module."""
    times = Counter(
        each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    )
    return (name for name in times if times[name] > 1)


def _plain(struct: ast.ClassDef) -> ast.ClassDef:
    """A class with the fields of a Struct and what msgspec gives it."""
    options = {each.arg: ast.unparse(each.value) for each in struct.keywords}
    said = [each for each in struct.body if isinstance(each, ast.Expr)]
    fields = [each for each in struct.body if isinstance(each, ast.AnnAssign)]
    own = [each for each in struct.body if each not in said and each not in fields]
    names = [ast.unparse(each.target) for each in fields]
    taken = ["*"] if options.get("kw_only") == "True" else []
    taken += [_argument(each) for each in fields]
    made = [f"    self.{name} = {name}" for name in names]
    lines = [f"_names: ClassVar[tuple[str, ...]] = {tuple(names)!r}"]
    lines += [f"def __init__(self, {', '.join(taken)}) -> None:", *made]
    if options.get("eq") != "False":
        mine, others = (f"({', '.join(f'{who}.{name}' for name in names)},)" for who in ("self", "other"))
        lines.append(_METHODS.format(name=struct.name, mine=mine, others=others))
    for each in fields:
        each.value = None
    struct.bases, struct.keywords = struct.bases[1:], []
    struct.body = [*said, *fields, *ast.parse("\n".join(lines)).body, *own]
    return struct


def _argument(field: ast.AnnAssign) -> str:
    if isinstance(field.value, ast.Dict | ast.List | ast.Set):
        raise ValueError(f"{ast.unparse(field)}: Structs make a new one for each value, which plain classes do not")
    return ast.unparse(field)
