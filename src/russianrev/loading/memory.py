"""A data set whose records have all been read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256
from typing import Any
from weakref import WeakValueDictionary

from russianrev.indexes.building import build
from russianrev.loading.derive import derive, in_order
from russianrev.loading.reading import read
from russianrev.loading.structure import written
from russianrev.metadata import About
from russianrev.records.base import ByKind, Record, derived_fields, fill
from russianrev.records.model import RECORDS


class Loaded:
    """A data set whose records have all been read: linked, in order, with what is derived."""

    def __init__(
        self,
        linked: Iterable[Record],
        about: About | None = None,
        beside: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """Put these records in order, and own them; `about` is what exports say of the data set.

        `beside` is what lies beside them, by index and source: each `track`, and each `text` of its own.
        """
        self.about = about
        self.beside = beside or {}
        self.records: ByKind = in_order(linked)
        derive(self.records)
        self._records: list[Record] = []
        for each in self.records.values():
            for record in each:
                fill(record, {"_owner": self, "_number": len(self._records)})
                self._records.append(record)
        self._indexes: dict[str, Mapping[str, Any]] = {"track": {}, "text": {}, **self.beside}

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        return {record.id: record for record in self._records}

    def __getitem__(self, key: str | int) -> Record:
        """Get the record with an id, or a number."""
        return self._by_id[key] if isinstance(key, str) else self._records[key]

    def complete(self, record: Any, attribute: str) -> None:
        """Complain of an attribute that is missing, for none should be."""
        raise AttributeError(f"{record!r} was made without {attribute!r}")

    def _index(self, index: str) -> Mapping[str, Any]:
        if index not in self._indexes:
            self._indexes[index] = build(index, self.records)
        return self._indexes[index]

    def look_up(self, index: str, key: str) -> Any:
        """Look up what an index has under a key; None if it has nothing."""
        return self._index(index).get(key)

    def entries(self, index: str) -> Iterable[tuple[str, Any]]:
        """Go through all the keys of an index, each with what it has under it."""
        return self._index(index).items()

    @cached_property
    def _written(self) -> str:
        content = written(self.records)
        _loaded[_digest(content), self.about] = self
        return content

    @cached_property
    def _beside_written(self) -> str:
        return json.dumps(self.beside)

    def __reduce__(self) -> tuple[Any, ...]:
        return reload, (self._written, self.about, self._beside_written)


# Those that were pickled or unpickled, by the digest of their content and what exports say of them.
_loaded: WeakValueDictionary[tuple[str, About | None], Loaded] = WeakValueDictionary()


def reload(content: str, about: About | None, beside: str) -> Loaded:
    """Read what was written of a checked data set; one that is still in use is not made again."""
    key = _digest(content), about
    found = _loaded.get(key)
    if found is None:
        found = _loaded[key] = Loaded(made(json.loads(content)).values(), about, json.loads(beside))
    return found


def made(tables: Mapping[str, list[dict[str, Any]]]) -> dict[str, Record]:
    """Make linked records from tables by kind, which were checked before they were written."""
    records = {table["id"]: RECORDS[kind].__new__(RECORDS[kind]) for kind in tables for table in tables[kind]}
    for kind, each in tables.items():
        for table in each:
            attributes = dict.fromkeys(derived_fields(RECORDS[kind]), ())
            fill(records[table["id"]], attributes | read(RECORDS[kind], table, records.get))
    return records


def _digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()
