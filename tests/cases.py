"""Small articles with the fields that matter, and the comparison: `want` is as in ../shared/cases/README.md.

A field is a string, null, or `{"any": [...]}` where several are right. Besides: `authors` (the byline's), `dateline`
and `attribution` with only the parts or roles that matter, `body` as the list of its paragraphs, `body_has` and
`body_lacks`, `no_article`, and `told` (the input is refused with a message, or the article carries a warning). White
space is folded.
"""

import json

import newscli


def fold(value):
    """White space folded, in lists too."""
    if isinstance(value, list):
        return [fold(part) for part in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def read(case):
    """The article of a case as its JSON has it; None where the input is refused with a message."""
    try:
        data = case["input"].encode()
    except UnicodeEncodeError:
        data = case["input"]
    try:
        return json.loads(newscli.parse(data).to_json())
    except newscli.NewsError:
        return None


def differences(case):
    """{field: (wanted, got)} of each field that is not as wanted."""
    want, article = case["want"], read(case)
    if article is None:
        return {} if want.get("told") or want.get("no_article") else {"input": ("an article", "refused")}
    got = values(want, article)
    found = {}
    for field, value in want.items():
        if isinstance(value, dict) and "any" not in value:
            parts = got[field] or {}
            wrong = {key: part for key, part in value.items() if fold(parts.get(key)) != fold(part)}
            found |= {f"{field}.{key}": (part, parts.get(key)) for key, part in wrong.items()}
        elif fold(got[field]) not in (value["any"] if isinstance(value, dict) else [fold(value)]):
            found[field] = value, got[field]
    return found


def values(want, article):
    """What an article gives for each field that can be wanted."""
    body = fold(article["body"].split("\n\n")) if article["body"] else []
    text = " ".join(body)
    return {
        **article,
        "body": body,
        "authors": (article["byline"] or {}).get("authors", []),
        "told": bool(article["warnings"]),
        "no_article": not body and "no-article" in article["warnings"],
        "body_has": [piece for piece in fold(want.get("body_has", [])) if piece in text],
        "body_lacks": [piece for piece in fold(want.get("body_lacks", [])) if piece not in text],
        "attribution": {
            role: [each["name"] for each in article["attribution"] if each["role"] == role]
            for role in want.get("attribution", {})
        },
    }
