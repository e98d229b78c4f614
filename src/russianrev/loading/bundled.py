"""The data set in the package: one file, validated and compiled from `data/` when the package is built.

It is JSON, a kind after the other, a field after the other, and in it a record a line. Like lies beside like, so that
it packs small; and a record can be read alone, when it is first looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate, chain, pairwise, product
from pkgutil import get_data
from typing import Any

from russianrev.loading.link import Linker, Records
from russianrev.loading.structure import make_converter
from russianrev.records.model import RECORDS, Record, attributes_of, derived_fields

BUNDLED = "bundled.json"
"""The name of the file."""


class _Table:
    """The records of a kind, each field's values still one piece of JSON until the first of them is asked for."""

    def __init__(self, fields: Mapping[str, bytes]) -> None:
        self._fields = fields

    @cached_property
    def columns(self) -> dict[str, list[bytes]]:
        return {name: lines.split(b",\n") for name, lines in self._fields.items()}

    @property
    def ids(self) -> list[str]:
        return json.loads(b"[" + self._fields.get("id", b"") + b"]")  # type: ignore[no-any-return]

    def __getitem__(self, place: int) -> dict[str, Any]:
        """What is known of a record."""
        columns = self.columns
        values = json.loads(b"[" + b",".join([lines[place] for lines in columns.values()]) + b"]")
        return {name: value for name, value in zip(columns, values, strict=True) if value is not None}


class Bundle:
    """The data set in the package, each record of which is read when it is first looked at.

    A question touches a few records of thousands, and most scripts ask few questions.
    """

    def __init__(self) -> None:
        """Make records that know no more than their ids and places."""
        self._places: dict[str, tuple[_Table, int]] = {}
        self._by_id: dict[str, Record] = {}
        self._converter = make_converter(trusted=True)
        tables = _tables()
        self.records: Records = {kind: tuple(self._unread(cls, tables[kind])) for kind, cls in RECORDS.items()}
        self._linker = Linker({**self._by_id, **dict(enumerate(self._by_id.values()))})

    def _unread(self, cls: type[Record], table: _Table) -> Iterator[Record]:
        for place, id in enumerate(table.ids):
            record = cls.__new__(cls)
            object.__setattr__(record, "id", id)
            object.__setattr__(record, "_home", self)
            self._places[id], self._by_id[id] = (table, place), record
            yield record

    def complete(self, record: Record) -> None:
        """Read what the file has of a record, and fill it in."""
        table, place = self._places[record.id]
        known = table[place]
        for name in derived_fields(type(record)):
            known[name] = accumulate(known.get(name, ()))
        whole = self._converter.structure(known, type(record))
        self._linker.link(whole)
        for name in attributes_of(record):
            object.__setattr__(record, name, getattr(whole, name))

    def __getitem__(self, id: str) -> Record:
        return self._by_id[id]

    def __reduce__(self) -> tuple[type[Bundle], tuple[()]]:
        return Bundle, ()


def load_bundled() -> Records:
    """The records of the data set in the package."""
    return Bundle().records


def bundled_digest() -> str:
    """The digest of the data files that the package's data set was compiled from."""
    return _tables()["russianrev"][0]["digest"]  # type: ignore[no-any-return]


def bundle(digest: str, records: Records) -> str:
    """The text of the file: the digest of the data files, and each record by kind.

    A reference is the place of a record among all. What is derived, of which there is most, is shorter still: of a
    record's statements, say, the place of the first, and how far each of the others lies from the one before it.
    """
    places = {record.id: place for place, record in enumerate(chain.from_iterable(records.values()))}
    converter = make_converter(trusted=True, places=places)
    tables = {kind: [converter.unstructure(record) for record in each] for kind, each in records.items()}
    for kind, cls in RECORDS.items():
        for table, name in product(tables[kind], derived_fields(cls)):
            if name in table:
                table[name] = [place - before for before, place in pairwise([0, *table[name]])]
    columns = (
        column
        for kind, each in {"russianrev": [{"digest": digest}], **tables}.items()
        for column in _columns(kind, each)
    )
    return "{\n" + ",\n".join(columns) + "\n}\n"


def _columns(kind: str, tables: list[dict[str, Any]]) -> Iterator[str]:
    """Each field of these records, with its value in each or null."""
    for name in dict.fromkeys(name for table in tables for name in table):
        values = (json.dumps(table.get(name), ensure_ascii=False, separators=(",", ":")) for table in tables)
        yield f'"{kind}.{name}":[\n' + ",\n".join(values) + "\n]"


def _tables() -> dict[str, _Table]:
    """What `bundle` wrote, by kind; no value in it begins or ends on the line of another."""
    head, *sections = (get_data("russianrev", BUNDLED) or b"").split(b"[\n")
    fields: dict[str, dict[str, bytes]] = {kind: {} for kind in ("russianrev", *RECORDS)}
    for section in sections:
        kind, name = head.split(b'"')[-2].decode().split(".")
        fields[kind][name], _, head = section.rpartition(b"\n]")
    return {kind: _Table(each) for kind, each in fields.items()}
