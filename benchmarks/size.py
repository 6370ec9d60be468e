"""How large the house is: lines by package, split into code, explanation and data, and conditions per 100 lines.

    python benchmarks/size.py                  # the whole package
    python benchmarks/size.py segment dates    # these packages, module by module

Blank lines count nowhere. *Data* are the lines of assignments at the top of a module, or of a class, whose value runs
over several lines and is made of constants alone (words, numbers, patterns as text), perhaps folded and split into a
set. *Explanation* are docstrings and lines that hold a comment alone. All else is *code*. *Conditions* are if, loops,
except, match cases, comprehensions with their ifs, and each further operand of `and` and `or`; they are set against the
lines of code and explanation, without data.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "newscli"
PIPELINE = ("segment", "lexicon", "arabic", "notices", "dates", "credits", "weigh", "fields")
_KINDS = ("code", "explanation", "data")
_BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.match_case, ast.comprehension)
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_CONSTANT = (ast.Constant, ast.Tuple, ast.List, ast.Set, ast.Dict, ast.JoinedStr, ast.FormattedValue, ast.Name,
             ast.Load, ast.Starred, ast.UnaryOp, ast.operator, ast.unaryop, ast.Attribute, ast.BinOp,
             ast.Call)  # fmt: skip
_SPLITTING = {"fold", "frozenset", "_words", "_phrases", "split", "fromkeys"}  # what a table of words goes through


def measure(source: str) -> Counter[str]:
    """Lines of each kind, and conditions, of one module."""
    tree = ast.parse(source)
    data, explained = set(_data_lines(tree)), set(_docstring_lines(tree))
    counts = Counter({"conditions": sum(_conditions(node) for node in ast.walk(tree))})
    for number, line in enumerate(source.splitlines(), 1):
        text = line.strip()
        if number in data and text:
            counts["data"] += 1
        elif number in explained or text.startswith("#"):
            counts["explanation"] += bool(text)
        elif text:
            counts["code"] += 1
    return counts


def _docstring_lines(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node) is not None:
            yield from _lines(node.body[0])


def _data_lines(tree: ast.Module) -> Iterator[int]:
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
    for statement in (each for body in bodies for each in body):
        if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
            continue
        lines = _lines(statement)
        if len(lines) > 1 and all(map(_is_plain, ast.walk(statement.value))):
            yield from lines


def _is_plain(node: ast.AST) -> bool:
    """Whether a piece of a value is no code: a constant, what holds constants, or what makes words of a text."""
    if isinstance(node, ast.Call):
        return (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")) in _SPLITTING
    return isinstance(node, _CONSTANT)


def _lines(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _conditions(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    own = isinstance(node, _BRANCHES)
    return own + len(node.ifs) if isinstance(node, ast.comprehension) else int(own)


def rows(names: list[str]) -> Iterator[tuple[str, Counter[str]]]:
    """(name, counts) of each package; of each module where packages are named. Modules of no package are "(top)"."""
    packages: dict[str, Counter[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE)
        package = place.parts[0] if len(place.parts) > 1 else "(top)"
        if names and package not in names:
            continue
        row = place.as_posix() if names else package
        packages.setdefault(row, Counter()).update(measure(path.read_text("utf-8")))
    yield from packages.items()


def show(name: str, counts: Counter[str]) -> None:
    """One row of the table."""
    lines = [counts[kind] for kind in _KINDS]
    density = 100 * counts["conditions"] / max(lines[0] + lines[1], 1)
    print(f"{name:32}{sum(lines):8}{lines[0]:8}{lines[1]:13}{lines[2]:8}{counts['conditions']:12}{density:9.1f}")


def main() -> None:
    """Print the table, and sums below it."""
    found = list(rows(sys.argv[1:]))
    print(f"{'':32}{'lines':>8}{'code':>8}{'explanation':>13}{'data':>8}{'conditions':>12}{'per 100':>9}")
    for name, counts in found:
        show(name, counts)
    groups = (
        {"all": found} if sys.argv[1:] else {"the pipeline": [row for row in found if row[0] in PIPELINE], "all": found}
    )
    for name, members in groups.items():
        show(name, sum((counts for _, counts in members), Counter()))


if __name__ == "__main__":
    main()
