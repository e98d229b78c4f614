"""From ids to objects: every reference becomes the record it names.

Records may refer to each other in circles (a person's membership to the statement that is about the person), so
they are made first and linked after.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import attrs

from russianrev.records import model
from russianrev.records.base import Record, fill
from russianrev.records.model import RECORDS, Thing
from russianrev.text import a

# The classes of the values that records are made of: where references may hide.
_VALUES = frozenset(
    cls
    for cls in vars(model).values()
    if attrs.has(cls) and cls.__module__ == model.__name__ and not issubclass(cls, Record)
)


class Broken(NamedTuple):
    """A reference that leads nowhere, or to a record of the wrong kind."""

    record: Record
    field: str
    id: str
    wanted: str


def link(records: Mapping[str, Record], excused: Collection[str] = ()) -> Linker:
    """Turn the ids in these records, which are keyed by id, into the records they name.

    A reference that cannot be followed is left empty. It is broken, unless its id is excused: that of a record
    which is there, but too faulty to be made, or of two.
    """
    linker = Linker(records, excused)
    for record in records.values():
        linker.link(record)
    return linker


class Linker:
    """Links one record at a time to the others, which are keyed by what references are: ids, or places.

    `broken` are the references that could not be followed, and `emptied` the fields, each with its record's id, in
    which any was left empty.
    """

    def __init__(self, records: Mapping[Any, Record], excused: Collection[str] = ()) -> None:
        self.records, self.excused = records, excused
        self.broken: list[Broken] = []
        self.emptied: set[tuple[str, str]] = set()
        self.plans: dict[type, tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]] = {}

    def link(self, record: Record) -> None:
        """Turn the ids in a record into the records they name."""
        self._follow(record, record, "")

    def _follow(self, holder: Any, record: Record, place: str) -> None:
        cls = type(holder)
        if cls not in self.plans:
            fields = attrs.fields(cls)
            references = tuple((f.name, f.metadata["refers_to"]) for f in fields if f.metadata)
            self.plans[cls] = references, tuple(f.name for f in fields if not f.metadata)
        references, others = self.plans[cls]
        for name, kinds in references:
            ids = getattr(holder, name)
            found: Any
            if ids is None:
                continue
            if isinstance(ids, tuple):
                each = (self._find(id, kinds, record, f"{place}{name}[{i}]") for i, id in enumerate(ids))
                found = tuple(one for one in each if one is not None)
            else:
                found = self._find(ids, kinds, record, place + name)
            fill(holder, {name: found})
        for name in others:
            value = getattr(holder, name)
            if type(value) is tuple:
                for i, item in enumerate(value):
                    if type(item) in _VALUES:
                        self._follow(item, record, f"{place}{name}[{i}].")
            elif type(value) in _VALUES:
                self._follow(value, record, f"{place}{name}.")

    def _find(self, id: Any, kinds: tuple[str, ...], record: Record, place: str) -> Record | None:
        found = self.records.get(id)
        allowed = tuple(Thing if kind == "thing" else RECORDS[kind] for kind in kinds)
        if isinstance(found, allowed):
            return found
        self.emptied.add((record.id, top(place)))
        if id in self.excused:
            return None
        wanted = f"wanted: the id of a record of the kind {' or '.join(kinds)}"
        is_there = f"; it is the id of {a(type(found).__name__.lower())}" if found else "; there is none with this id"
        self.broken.append(Broken(record, place, id, wanted + is_there))
        return None


def top(place: str) -> str:
    """The field of a record in which a place within it lies: `values` for `values[1].statements[0]`."""
    return place.partition(".")[0].partition("[")[0]
