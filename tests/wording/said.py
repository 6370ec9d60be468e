"""What the source says to people, found in its syntax: messages, advice, labels, with `{}` for what is filled in."""

import ast
from pathlib import Path

import newscli

PACKAGE = Path(newscli.__file__).parent
ERRORS = {
    "NewsError", "InputError", "DecodeError", "KindError", "NoMemoryError", "OutputError", "UsageError",
}  # fmt: skip
# Functions that hand texts on to people, with the places of those among their arguments.
SAYING = dict.fromkeys(ERRORS, (0,)) | {
    "say": (0,), "_say": (1, 2), "passed_over": (0,), "_failed": (1, 2), "heading": (0,),
}  # fmt: skip
# Functions that come back with a text for people.
RETURNING = {"left_out", "_outside", "_reason_against", "_no_text", "_cause"}


def modules():
    return [path for path in sorted(PACKAGE.rglob("*.py")) if "wording" not in path.parts]


def said():
    """Every text with the module that says it."""
    for path in modules():
        tree = ast.parse(path.read_text("utf-8"))
        constants = _assigned(tree.body)
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            known = constants | _assigned(list(ast.walk(function)))
            for expression in _told(function):
                yield from ((path.name, text) for text in _texts(expression, known) if any(map(str.isalpha, text)))


def _told(function):
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield from (node.args[place] for place in SAYING.get(name, ()) if place < len(node.args))
            yield from (each.value for each in node.keywords if each.arg == "advice" and name in ERRORS)
        elif isinstance(node, ast.Return) and function.name in RETURNING and node.value is not None:
            yield node.value


def _assigned(nodes):
    found = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
    return found


def _texts(node, known):
    """The texts that an expression can be; none for what comes from elsewhere, such as the message of an error."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return ["".join(part.value if isinstance(part, ast.Constant) else "{}" for part in parts)]
        case ast.IfExp(body=one, orelse=other):
            return _texts(one, known) + _texts(other, known)
        case ast.BoolOp(values=several):
            return [text for each in several for text in _texts(each, known)]
        case ast.BinOp(left=left, right=right):
            return [one + other for one in _texts(left, known) for other in _texts(right, known)]
        case ast.Name(id=name):
            return [text for each in known.get(name, ()) if not isinstance(each, ast.Name) for text in _texts(each, {})]
        case ast.Call(func=ast.Attribute(value=template, attr="format")):
            return [text.replace("{keys}", "{}").replace("{path}", "{}") for text in _texts(template, known)]
    return []


def strings():
    """All that stands in string literals of the source, f-strings with `{}`; to look for what is said nowhere."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
