"""Parquet for DuckDB, pandas and Spark: typed columns, lists and structs as they are. Needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newscli.errors import InputError, UsageError
from newscli.export.format import Appending, Format, Row, Settings
from newscli.model import JSON_FIELDS

if TYPE_CHECKING:
    from types import ModuleType

_GROUP = 1000  # rows written together
_INSTALL = "Install it: pip install 'newscli[parquet]'"
_OPTIONAL = ("blocks", "duplicate_of", "similarity")  # null where the row has no such key


def _arrow() -> tuple[ModuleType, ModuleType]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise UsageError("Parquet needs the package pyarrow", advice=_INSTALL) from None
    return pyarrow, parquet


def schema(fields: tuple[str, ...] | None = None) -> Any:
    """The columns as a schema of pyarrow: these fields, or all, and those that only some articles have.

    Raises `UsageError` where pyarrow is not installed.
    """
    pa, _ = _arrow()
    text, texts = pa.string(), pa.list_(pa.string())

    def struct(**types: Any) -> Any:
        return pa.struct(list(types.items()))

    block = struct(
        role=text, text=text, line=pa.int64(), start=pa.int64(), end=pa.int64(), path=text, reason=text,
        confidence=pa.float64(),
    )  # fmt: skip
    types = {
        "dateline": struct(text=text, places=texts, sources=texts, date=text),
        "byline": struct(text=text, authors=texts),
        "attribution": pa.list_(struct(role=text, name=text, text=text, url=text)),
        "tags": texts,
        "images": texts,
        "warnings": texts,
        "source": struct(path=text, format=text, encoding=text, bytes=pa.int64(), sha256=text),
        "similarity": pa.float64(),
        "blocks": pa.list_(block),
    }
    return pa.schema([(name, types.get(name, text)) for name in (*(fields or JSON_FIELDS), *_OPTIONAL)])


class _Writer:
    def __init__(self, path: str, settings: Settings) -> None:
        self._pa, parquet = _arrow()
        self._schema = schema(settings.fields)
        self._sink = open(path, "wb")  # noqa: PTH123, SIM115  pyarrow's own stays open where the disk is full
        self._file = parquet.ParquetWriter(self._sink, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def write(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        self._file.write_table(self._pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()

    def close(self) -> None:
        try:
            if self._rows:
                self._flush()
            self._file.close()
        finally:
            self._sink.close()


def read_rows(path: str) -> Iterator[Row]:
    """The articles of a Parquet file. Raises `InputError` if it cannot be read, `UsageError` without pyarrow."""
    pa, parquet = _arrow()
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_GROUP):
                for row in batch.to_pylist():
                    yield {name: row[name] for name in row if name not in _OPTIONAL or row[name] is not None}
    except (pa.ArrowInvalid, OSError) as error:
        raise InputError(f"is no readable Parquet ({error})", path=path, advice="Export it anew.") from error


FORMAT = Format(
    "parquet", "columns for DuckDB, pandas and Spark", (".parquet",), file=_Writer, rows=read_rows,
    appending=Appending.ROWS,
)  # fmt: skip
