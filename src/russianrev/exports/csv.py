"""The tables as CSV files with a Frictionless Data Package, which says what each column of them holds.

The files are UTF-8, without a byte order mark unless they are for Excel, comma-separated, with a heading, lines that
end in CR LF, and quotes where they are needed (RFC 4180). A null is an empty cell.

What a spreadsheet would take for a formula is written with an apostrophe before it (`russianrev.loading.cells`);
`unguarded` takes it off again, and nothing is lost. Every other cell, and every cell of the Parquet files, is as in the
data set. `rr.load` reads the folder as an equal data set.

What the format cannot hold: whether a number was written as a whole one, since a figure of 400 persons is `400.0`.
"""

from __future__ import annotations

import csv
import os
from codecs import BOM_UTF8
from io import StringIO

from russianrev.exports.package import prepare_folder, write_package
from russianrev.loading.cells import guarded, unguarded
from russianrev.queries.corpus import Corpus
from russianrev.tabular import Cell, Table, tables

__all__ = ["export", "guarded", "unguarded"]

_GUARD = (
    "A text that begins with an apostrophe and then what a spreadsheet takes for a formula (=, +, -, @, a tab or the"
    " end of a line) was written without that apostrophe."
)


def export(dataset: Corpus, folder: str | os.PathLike[str], *, excel: bool = False, overwrite: bool = False) -> None:
    """Write each table to a CSV file, and `datapackage.json`, into a folder, which is made if it is not there.

    For `excel` each file begins with a byte order mark, without which Excel takes it for the code page of the machine.
    Raises `FileExistsError` for a file that is there, unless it is to `overwrite`, and `OSError` if one cannot be
    written.
    """
    target = prepare_folder(folder, "csv", overwrite=overwrite)
    for table in tables(dataset).values():
        (target / f"{table.name}.csv").write_bytes((BOM_UTF8 if excel else b"") + _write_content(table))
    write_package(dataset, target, "csv", _GUARD)


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
