"""Print the JSON Schema (draft 2020-12) that the output of parse --json and of export keeps to.

Examples:
  newscli schema > article.schema.json
"""

from __future__ import annotations

from newscli.export.schema import schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newscli.cli.report import Report


def configure(parser: ArgumentParser) -> None:
    """`newscli schema` takes no arguments."""


def run(options: Namespace, report: Report) -> None:
    """Print the schema, indented."""
    import json

    print(json.dumps(schema(), indent=2, ensure_ascii=False))
