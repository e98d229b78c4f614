"""The data set in the package: one file, validated and compiled from `data/` when the package is built.

It is JSON with a record a line, so that a record can be read alone, when it is first looked at.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pkgutil import get_data

from russianrev.loading.link import Linker, Records
from russianrev.loading.structure import make_converter
from russianrev.model import RECORDS, Record, attributes_of

BUNDLED = "bundled.json"
"""The name of the file."""


def load_bundled() -> Records:
    """The records of the data set in the package, each of which is read when it is first looked at.

    A question touches a few records of thousands, and most scripts ask few questions.
    """
    records: dict[str, Record] = {}
    lines: dict[str, bytes] = {}
    converter = make_converter(trusted=True)
    linker = Linker(records)

    def complete(record: Record) -> None:
        cls = type(record)
        whole = converter.structure(json.loads(lines[record.id]), cls)
        linker.link(whole)
        for name in attributes_of(cls):
            object.__setattr__(record, name, getattr(whole, name))

    def unread(cls: type[Record], line: bytes) -> Record:
        record = cls.__new__(cls)
        id = line.split(b'"', 4)[3].decode()  # it comes first: {"id":"lenin",...
        lines[id] = line
        records[id] = record
        object.__setattr__(record, "id", id)
        object.__setattr__(record, "_complete", complete)
        return record

    content = _content()
    return {kind: tuple(unread(cls, line) for line in content[kind]) for kind, cls in RECORDS.items()}


def bundled_digest() -> str:
    """The digest of the data files that the package's data set was compiled from."""
    (heading,) = _content()["russianrev"]
    return json.loads(heading)["digest"]  # type: ignore[no-any-return]


def bundle(digest: str, tables: Mapping[str, list[str]]) -> str:
    """The text of the file: the digest of the data files, and each record's JSON by kind."""
    parts = {"russianrev": [json.dumps({"digest": digest})], **tables}
    sections = (f'"{kind}":[\n' + ",\n".join(lines) + "\n]" for kind, lines in parts.items())
    return "{\n" + ",\n".join(sections) + "\n}\n"


def _content() -> dict[str, list[bytes]]:
    """What `bundle` wrote, by kind, each record still JSON; no record's line begins with a quotation mark."""
    _, *sections = (get_data("russianrev", BUNDLED) or b"").split(b'\n"')
    content = {}
    for section in sections:
        head, *lines, _ = section.split(b"\n")
        content[head.partition(b'"')[0].decode()] = [line.rstrip(b",") for line in lines if line.startswith(b"{")]
    return content
