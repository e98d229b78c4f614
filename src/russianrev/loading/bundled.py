"""The data set in the package: one file, validated and compiled from `data/` when the package is built."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pkgutil import get_data
from typing import Any

from russianrev.loading.link import Linker
from russianrev.loading.structure import make_converter
from russianrev.model import RECORDS, Record, attributes_of

BUNDLED = "bundled.json"
"""The name of the file."""

Records = Mapping[str, tuple[Record, ...]]
"""A data set's records by kind, each kind in the order of the files."""


def load_bundled() -> Records:
    """The records of the data set in the package, each of which is read when it is first looked at.

    A question touches a few records of thousands, and most scripts ask few questions.
    """
    content = _content()
    tables = {table["id"]: table for kind in RECORDS for table in content[kind]}
    records: dict[str, Record] = {}
    converter = make_converter(trusted=True)
    linker = Linker(records)

    def complete(record: Record) -> None:
        cls = type(record)
        whole = converter.structure(tables[record.id], cls)
        linker.link(whole)
        for name in attributes_of(cls):
            object.__setattr__(record, name, getattr(whole, name))

    for kind, cls in RECORDS.items():
        for table in content[kind]:
            record = records[table["id"]] = cls.__new__(cls)
            object.__setattr__(record, "id", table["id"])
            object.__setattr__(record, "_complete", complete)
    return by_kind(records.values())


def bundled_digest() -> str:
    """The digest of the data files that the package's data set was compiled from."""
    return _content()["russianrev"]["digest"]  # type: ignore[no-any-return]


def _content() -> dict[str, Any]:
    return json.loads(get_data("russianrev", BUNDLED) or b"{}")  # type: ignore[no-any-return]


def by_kind(records: Iterable[Record]) -> Records:
    """Records sorted by their kind."""
    kinds: dict[type, list[Record]] = {cls: [] for cls in RECORDS.values()}
    for record in records:
        kinds[type(record)].append(record)
    return {kind: tuple(kinds[cls]) for kind, cls in RECORDS.items()}
