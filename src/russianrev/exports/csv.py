"""The tables as CSV files with a Frictionless Data Package, which says what each column of them holds.

The files are UTF-8 without a byte order mark, comma-separated, with a heading, lines that end in CR LF, and quotes
where they are needed (RFC 4180). A null is an empty cell. Rule: https://specs.frictionlessdata.io/tabular-data-package/.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, even within quotes, and a formula may
fetch a page or run a program. So such a text is written with an apostrophe before it, and so is one which would then
look as if it had got one; `unguarded` takes it off again, and nothing is lost. Every other cell, and every cell of the
Parquet files, is as in the data set. Rule: https://owasp.org/www-community/attacks/CSV_Injection.

What the format cannot hold: whether a number was written as a whole one, since a figure of 400 persons is `400.0`.
"""

from __future__ import annotations

import csv
import json
import os
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

from russianrev.queries.corpus import Corpus
from russianrev.records.description import description_of
from russianrev.tabular import Cell, Column, Schema, Table, tables

_FORMULA = tuple("=+-@＝＋－＠")
_CONTROL = tuple("\t\r\n")


def export(dataset: Corpus, folder: str | os.PathLike[str]) -> None:
    """Write each table to a CSV file, and `datapackage.json`, into a folder, which is made if it is not there.

    Files of the same names are overwritten. Raises `OSError` if a file cannot be written.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    resources = []
    for table in tables(dataset).values():
        content = _write_content(table)
        (target / f"{table.name}.csv").write_bytes(content)
        resources.append(_describe_resource(table.schema, content))
    package = json.dumps({**_describe_dataset(dataset), "resources": resources}, ensure_ascii=False, indent=2)
    (target / "datapackage.json").write_text(package + "\n", encoding="utf-8", newline="\n")


def guarded(text: str) -> str:
    """Write a text as a cell: with an apostrophe before it, if a spreadsheet could take it for a formula.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("1917"), guarded("'tis")
    ("'=1+1", "''=1+1", '1917', "'tis")
    """
    return f"'{text}" if _looks_like_formula(text) else text


def unguarded(cell: str) -> str:
    """Read the text that was written as this cell.

    >>> unguarded("'=1+1"), unguarded("''=1+1"), unguarded("1917"), unguarded("'tis")
    ('=1+1', "'=1+1", '1917', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _looks_like_formula(cell) else cell


def _looks_like_formula(text: str) -> bool:
    """Tell whether it is one, or would be without the apostrophes before it."""
    bare = text.lstrip("'")
    return bare.startswith(_CONTROL) or bare.lstrip().startswith(_FORMULA)


def _write_content(table: Table) -> bytes:
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(_write_cell, line) for line in table.lines())
    return file.getvalue().encode()


def _write_cell(value: Cell) -> Cell:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return guarded(value)
        case _:
            return value


def _describe_dataset(dataset: Corpus) -> dict[str, Any]:
    about = dataset.metadata
    whose: dict[str, Any] = {}
    if about:
        whose = {
            "title": about.title,
            "version": about.version,
            "licenses": [{"name": about.licence, "path": about.licence_url}],
            "contributors": [{"title": about.creator, "role": "author"}],
        }
    return {
        "profile": "tabular-data-package",
        "name": "russianrev",
        **whose,
        "description": (
            "Each statement is tied to the passage of the document it was read from: paragraph, characters, digest. "
            "A text that begins with an apostrophe and then what a spreadsheet takes for a formula (=, +, -, @, "
            "a tab or the end of a line) was written without that apostrophe."
        ),
        "sources": [{"title": description_of(source), "name": source.id} for source in dataset.sources],
    }


def _describe_resource(schema: Schema, content: bytes) -> dict[str, Any]:
    return {
        "name": schema.name,
        "description": schema.description,
        "path": f"{schema.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "fields": [_describe_field(column) for column in schema.columns],
            "missingValues": [""],
            "primaryKey": list(schema.primary_key),
            "foreignKeys": [_describe_foreign_key(schema, *key) for key in schema.foreign_keys.items()],
        },
    }


def _describe_field(column: Column[Any]) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.words:
        constraints["enum"] = list(column.words)
    field = {"name": column.name, "type": column.type.value, "description": column.description}
    return {**field, "constraints": constraints} if constraints else field


def _describe_foreign_key(schema: Schema, column: str, table: str) -> dict[str, Any]:
    """Describe a foreign key; a table that refers to itself is named by an empty text."""
    return {"fields": [column], "reference": {"resource": "" if table == schema.name else table, "fields": ["id"]}}
