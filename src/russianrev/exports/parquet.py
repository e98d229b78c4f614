"""The tables as Parquet files, a file a table, which DuckDB, Spark, R and others read and join by id.

Needs the extra `frames`. Each file's metadata have the title, the version and the licence of the data set, its sources,
what the table and each of its columns hold, and the keys. Rule: https://parquet.apache.org/docs/file-format/metadata/.
Beside them stand `views.sql`, with which DuckDB and Spark answer what the library does, and the `datapackage.json` by
which `rr.load` reads the folder as an equal data set.

What the format cannot hold: whether a number was written as a whole one; a figure is a double.
"""

from __future__ import annotations

import json
import os
from importlib import resources
from typing import Any

from attrs import asdict

from russianrev.exports.package import prepare_folder, write_package
from russianrev.extras import needs
from russianrev.queries.corpus import Corpus
from russianrev.records.description import description_of
from russianrev.tabular import Column, ColumnType, Schema, tables

VIEWS = resources.files("russianrev.exports") / "views.sql"
"""The file of views in SQL that answer the library's questions from the tables."""


def export(dataset: Corpus, folder: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write each table to a Parquet file, `views.sql` and `datapackage.json` into a folder, made if it is not there.

    Raises `MissingExtraError`, `FileExistsError` for a file that is there, unless it is to `overwrite`, and `OSError`
    if one cannot be written.
    """
    pyarrow, parquet = needs("frames", "pyarrow"), needs("frames", "pyarrow.parquet")
    target = prepare_folder(folder, "parquet", VIEWS.name, overwrite=overwrite)
    about = _describe_dataset(dataset)
    for table in tables(dataset).values():
        fields = [_make_field(pyarrow, column) for column in table.columns]
        schema = pyarrow.schema(fields, metadata={**about, **_describe_schema(table.schema)})
        arrays = [pyarrow.array(table.cells(field.name), field.type) for field in fields]
        parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), target / f"{table.name}.parquet")
    (target / "views.sql").write_bytes(VIEWS.read_bytes())
    write_package(dataset, target, "parquet")


def _make_field(pyarrow: Any, column: Column[Any]) -> Any:
    types = {
        ColumnType.TEXT: pyarrow.string(),
        ColumnType.INTEGER: pyarrow.int64(),
        ColumnType.NUMBER: pyarrow.float64(),
        ColumnType.BOOLEAN: pyarrow.bool_(),
        ColumnType.DATE: pyarrow.date32(),
    }
    metadata = {"description": column.description}
    return pyarrow.field(column.name, types[column.type], nullable=not column.required, metadata=metadata)


def _describe_dataset(dataset: Corpus) -> dict[str, str]:
    """Describe the data set in metadata, which are texts, so that a list is JSON."""
    sources = {source.id: description_of(source) for source in dataset.sources}
    whose = asdict(dataset.metadata) if dataset.metadata else {}
    return {**whose, "sources": json.dumps(sources, ensure_ascii=False)}


def _describe_schema(schema: Schema) -> dict[str, str]:
    return {
        "description": schema.description,
        "primary_key": json.dumps(schema.primary_key),
        "foreign_keys": json.dumps(schema.foreign_keys),
    }
