"""Data sets from tables: a folder of CSV or Parquet files that a Frictionless `datapackage.json` describes.

It is what `export` writes. Which files there are, and what their columns hold, the package says; whatever else is in it
is left alone. Rule: https://specs.frictionlessdata.io/data-package/.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import Any

from russianrev.errors import Fault
from russianrev.extras import needs
from russianrev.loading.cells import read_cell
from russianrev.loading.rows import KINDS, OWNERS, Row, Whole
from russianrev.loading.tables import Origin, Raw

PACKAGE = "datapackage.json"
"""The name of the file that describes the tables in its folder."""


def package_at(path: Path) -> Path | None:
    """Find the description of tables at a path, which is its folder or itself; None if there is none."""
    if path.is_dir():
        path = path / PACKAGE
    return path if path.name == PACKAGE and path.is_file() else None


def read_package(package: Path, faults: list[Fault]) -> Iterator[Raw]:
    """Read the raw records of the tables that a package describes; what cannot be read is added to the faults.

    Raises `MissingExtraError` if there are Parquet files and the extra `frames` is not installed.
    """
    files: dict[str, str] = {}
    rows: dict[str, list[Row]] = {}
    for resource in _list_resources(package, faults):
        name, path = resource["name"], str(resource.get("path"))
        files[name] = path
        inner = PurePosixPath(path)
        file = package.parent / inner
        if inner.is_absolute() or ".." in inner.parts or not file.is_file():
            faults.append(Fault(PACKAGE, f"resource {name!r}", "path", path, "wanted: a file beside the package"))
        elif file.suffix.lower() == ".parquet":
            rows[name] = _read_parquet(file, faults)
        else:
            rows[name] = _read_csv(file, _list_types(resource), faults)
    whole = Whole(rows)
    for table, kind, made in whole.records():
        id = made.get("id")
        yield Raw(Origin(files[table], kind, id if isinstance(id, str) else None), made)
    for stray in whole.strays():
        wanted = "wanted: the id of a row that this one belongs to; there is none"
        faults.append(Fault(files[stray.table], "", stray.column, stray.id, wanted))


def _list_resources(package: Path, faults: list[Fault]) -> list[dict[str, Any]]:
    """List those of a package's resources that are tables of the library."""
    try:
        content = json.loads(package.read_bytes())
        found = [each for each in content["resources"] if each["name"] in (*KINDS, *OWNERS)]
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        faults.append(Fault(PACKAGE, "", "", "JSON", f"wanted: a data package with its resources: {error!r}"))
        return []
    if not found:
        faults.append(Fault(PACKAGE, "", "resources", [], f"wanted: tables such as {', '.join(KINDS)}"))
    return found


def _list_types(resource: dict[str, Any]) -> dict[str, str]:
    """List the types of the columns, as far as the package tells them."""
    schema = resource.get("schema")
    fields = schema.get("fields", ()) if isinstance(schema, dict) else ()
    return {each["name"]: each.get("type", "string") for each in fields if isinstance(each, dict) and "name" in each}


def _read_csv(file: Path, types: dict[str, str], faults: list[Fault]) -> list[Row]:
    """Read the rows of a CSV file, as far as they can be read."""
    rows: list[Row] = []
    try:
        lines = csv.reader(StringIO(file.read_bytes().decode("utf-8-sig"), newline=""), strict=True)
        heading = next(lines, [])
        rows.extend(_read_row(file.name, lines.line_num, heading, cells, types, faults) for cells in lines if cells)
    except (ValueError, csv.Error) as error:
        faults.append(Fault(file.name, "", "", "CSV", f"wanted: a readable file: {error}"))
    return rows


def _read_row(
    file: str, line: int, heading: list[str], cells: list[str], types: dict[str, str], faults: list[Fault]
) -> Row:
    if len(cells) != len(heading):
        wanted = f"wanted: {len(heading)} cells, as in the heading"
        faults.append(Fault(file, f"line {line}", "", cells, wanted))
    row = {}
    for column, cell in zip(heading, cells, strict=False):
        try:
            row[column] = read_cell(cell, types.get(column, "string"))
        except ValueError as error:
            faults.append(Fault(file, f"line {line}", column, cell, str(error)))
    return row


def _read_parquet(file: Path, faults: list[Fault]) -> list[Row]:
    parquet = needs("frames", "pyarrow.parquet")
    try:
        rows: list[Row] = parquet.ParquetFile(file).read().to_pylist()
    except (ValueError, OSError) as error:
        faults.append(Fault(file.name, "", "", "Parquet", f"wanted: a readable file: {error}"))
        return []
    return rows
