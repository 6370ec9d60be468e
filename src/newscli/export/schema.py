"""The JSON Schema (draft 2020-12) of an article, made from the model so that the two cannot part.

msgspec gives the types; this module adds what the contract promises beyond them: which keys are always there, what a
block shows, the form of dates, and a sentence on each field.
"""

from __future__ import annotations

from typing import Any

import msgspec

from newscli.model import BLOCK_JSON_FIELDS, JSON_FIELDS, SCHEMA, WARNINGS, Article

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DATE = r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$"
_OPTIONAL = ("blocks", "duplicate_of", "similarity")
_DATES = (("Article", "published"), ("Article", "modified"), ("Dateline", "date"))
_MEANING = {
    "title": "The headline as printed, without the site's name.",
    "kicker": "The short line above the headline that belongs to it.",
    "subtitle": "Deck or standfirst lines set apart under the headline.",
    "dateline": "Where the story was filed and which agency or outlet filed it.",
    "byline": "The persons credited for the text.",
    "published": "ISO 8601: a date, or date and time with offset if the page gives them. Never guessed.",
    "modified": "ISO 8601, like published.",
    "body": "Paragraphs, sub-headings, quotes and list items in order, a blank line between two.",
    "attribution": "Whom the page credits, and for what.",
    "disclaimer": "The notice that disclaims or assigns responsibility for this story.",
    "section": "The section of the site the page names.",
    "tags": "The keywords the page gives for this story.",
    "language": "BCP 47 language of the text.",
    "site": "The site's name as the page gives it.",
    "url": "The page's address.",
    "images": "Addresses of the story's images.",
    "warnings": "What a user should know and the program will not mend: no story, another script, text decoded "
    "wrongly, letters in the order of the screen.",
    "source": "Which input it came from and how it was decoded.",
    "duplicate_of": "Of which article this is a copy: its path, or its hash (with --dedupe mark).",
    "similarity": "How far it is a copy, 0 to 1 (with --dedupe mark).",
    "blocks": "Every block of the source in order with its role, its place and the reason (with --blocks).",
}


def schema() -> dict[str, Any]:
    """The schema as a JSON object: every key of the contract required, no other allowed, `blocks` optional."""
    _, parts = msgspec.json.schema_components([Article], ref_template="#/$defs/{name}")
    for part in parts.values():
        part.pop("description", None)  # docstrings speak to programmers
        for key in part.get("properties", {}).values():
            key.pop("default", None)
    del parts["Candidate"]  # the trace is in the blocks' reasons; candidates are the API's
    for owner, name in _DATES:
        parts[owner]["properties"][name] = {"anyOf": [{"type": "string", "pattern": _DATE}, {"type": "null"}]}
    parts["Article"]["properties"] |= {"duplicate_of": {"type": "string"}, "similarity": {"type": "number"}}
    _close(parts, "Article", (*JSON_FIELDS, *_OPTIONAL), optional=_OPTIONAL)
    _close(parts, "Block", BLOCK_JSON_FIELDS)
    for name in ("Dateline", "Byline", "Credit", "SourceInfo"):
        _close(parts, name, tuple(parts[name]["properties"]))
    article = parts.pop("Article")
    for name, meaning in _MEANING.items():
        article["properties"][name] = {**article["properties"][name], "description": meaning}
    article["properties"]["schema"] = {"const": SCHEMA}
    article["properties"]["warnings"]["items"] = {"enum": list(WARNINGS)}
    parts["SourceInfo"]["properties"]["format"] = {"enum": ["text", "html"]}
    parts["Block"]["properties"]["confidence"] |= {"minimum": 0, "maximum": 1}
    return {"$schema": DIALECT, "$id": f"urn:{SCHEMA.replace('/', ':')}", **article, "$defs": parts}


def _close(parts: dict[str, Any], name: str, keys: tuple[str, ...], optional: tuple[str, ...] = ()) -> None:
    """Let an object have these keys, in this order, and no other."""
    part = parts[name]
    part["properties"] = {key: part["properties"][key] for key in keys}
    part["required"] = [key for key in keys if key not in optional]
    part["additionalProperties"] = False
