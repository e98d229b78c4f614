"""The Frictionless Data Package that stands beside tables, and says what each column of them holds.

By it `rr.load` knows a folder of tables. Rule: https://specs.frictionlessdata.io/tabular-data-package/.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from russianrev.exports.files import check_free
from russianrev.loading.package import PACKAGE
from russianrev.queries.corpus import Corpus
from russianrev.records.description import description_of
from russianrev.tabular import SCHEMAS, Column, Schema

FORMS: Mapping[str, Mapping[str, str]] = {
    "csv": {"mediatype": "text/csv", "encoding": "utf-8"},
    "parquet": {"mediatype": "application/vnd.apache.parquet"},
}
"""The forms of the files, each with what a package says of one."""


def prepare_folder(folder: str | os.PathLike[str], form: str, *more: str, overwrite: bool) -> Path:
    """Make the folder for the tables of a form, and what stands beside them; raise for any file that is there."""
    target = Path(folder)
    check_free(
        [target / name for name in (*(f"{table}.{form}" for table in SCHEMAS), *more, PACKAGE)], overwrite=overwrite
    )
    target.mkdir(parents=True, exist_ok=True)
    return target


def write_package(dataset: Corpus, folder: Path, form: str, note: str = "") -> None:
    """Describe the files of a form in a folder, a table each, in `datapackage.json` there; `note` is on the form."""
    resources = [_describe_resource(schema, form, folder) for schema in SCHEMAS.values()]
    package = json.dumps({**_describe_dataset(dataset, note), "resources": resources}, ensure_ascii=False, indent=2)
    (folder / PACKAGE).write_text(package + "\n", encoding="utf-8", newline="\n")


def _describe_dataset(dataset: Corpus, note: str) -> dict[str, Any]:
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
        "description": " ".join(
            filter(
                None, ("Each statement is tied to the passage it was read from: paragraph, characters, digest.", note)
            )
        ),
        "sources": [{"title": description_of(source), "name": source.id} for source in dataset.sources],
    }


def _describe_resource(schema: Schema, form: str, folder: Path) -> dict[str, Any]:
    path = f"{schema.name}.{form}"
    content = (folder / path).read_bytes()
    return {
        "name": schema.name,
        "description": schema.description,
        "path": path,
        "profile": "tabular-data-resource",
        "format": form,
        **FORMS[form],
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
