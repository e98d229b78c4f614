"""The data set in the package: one file, validated and compiled from `data/` when the package is built.

It is JSON with a record a line, so that a record can be read alone, when it is first looked at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise
from pkgutil import get_data
from typing import Any

from russianrev.loading.link import Linker, Records
from russianrev.loading.structure import make_converter
from russianrev.model import RECORDS, Record, attributes_of, derived_fields

BUNDLED = "bundled.json"
"""The name of the file."""


class Bundle:
    """The data set in the package, each record of which is read when it is first looked at.

    A question touches a few records of thousands, and most scripts ask few questions.
    """

    def __init__(self) -> None:
        """Find the lines of the file, and make of each a record that knows no more than its id."""
        self._lines: dict[str, bytes] = {}
        self._by_id: dict[str, Record] = {}
        self._converter = make_converter(trusted=True)
        self._linker = Linker(self._by_id)
        content = _content()
        self.records: Records = {kind: tuple(self._unread(cls, content[kind])) for kind, cls in RECORDS.items()}

    def _unread(self, cls: type[Record], lines: list[bytes]) -> Iterator[Record]:
        for line in lines:
            record = cls.__new__(cls)
            id = line.split(b'"', 4)[3].decode()  # it comes first: {"id":"lenin",...
            object.__setattr__(record, "id", id)
            object.__setattr__(record, "_home", self)
            self._lines[id], self._by_id[id] = line, record
            yield record

    def complete(self, record: Record) -> None:
        """Read a record's line, and fill it in."""
        table = json.loads(self._lines[record.id])
        for name, kind in derived_fields(type(record)).items():
            if name in table:
                table[name] = [self.records[kind][place].id for place in accumulate(table[name])]
        whole = self._converter.structure(table, type(record))
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
    (heading,) = _content()["russianrev"]
    return json.loads(heading)["digest"]  # type: ignore[no-any-return]


def bundle(digest: str, tables: Mapping[str, list[dict[str, Any]]]) -> str:
    """The text of the file: the digest of the data files, and each record's table by kind.

    What is derived, a tenth of it all, is written short: of a record's statements, say, the place of the first among
    all statements, and how far each of the others lies from the one before it.
    """
    places = {table["id"]: place for each in tables.values() for place, table in enumerate(each)}
    for kind, each in tables.items():
        for name in derived_fields(RECORDS[kind]):
            for table in (table for table in each if name in table):
                found = [places[id] for id in table[name]]
                table[name] = [place - before for before, place in pairwise([0, *found])]
    parts = {"russianrev": [{"digest": digest}], **tables}
    sections = (f'"{kind}":[\n' + ",\n".join(map(_line, each)) + "\n]" for kind, each in parts.items())
    return "{\n" + ",\n".join(sections) + "\n}\n"


def _line(table: dict[str, Any]) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def _content() -> dict[str, list[bytes]]:
    """What `bundle` wrote, by kind, each record still JSON; no record's line begins with a quotation mark."""
    _, *sections = (get_data("russianrev", BUNDLED) or b"").split(b'\n"')
    content = {}
    for section in sections:
        head, *lines, _ = section.split(b"\n")
        content[head.partition(b'"')[0].decode()] = [line.rstrip(b",") for line in lines if line.startswith(b"{")]
    return content
