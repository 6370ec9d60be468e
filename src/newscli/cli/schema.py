"""Print the JSON Schema (draft 2020-12) that the output of parse --json and of export keeps to.

Examples:
  newscli schema > article.schema.json
  newscli schema | jq '.properties | keys'
"""

from __future__ import annotations

from newscli.cli.report import Report


def run(report: Report) -> None:
    """Print the schema, indented."""
    import json

    from newscli.export.schema import schema

    print(json.dumps(schema(), indent=2, ensure_ascii=False))
