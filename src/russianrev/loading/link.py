"""From ids to objects: every reference becomes the record it names.

Records may refer to each other in circles (a person's membership to the statement that is about the person), so
they are made first and linked after.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Collection, Mapping
from functools import cache
from inspect import get_annotations
from typing import Any, NamedTuple, TypeAlias

import attrs

from russianrev.records import model
from russianrev.records.base import Comparable, Record, fill
from russianrev.records.model import RECORDS, Thing
from russianrev.text import a

_Path: TypeAlias = tuple[str | int, ...]
"""The way to a value within a record: names of fields, and places in them."""


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
    """Links one record at a time to the others, which are keyed by their ids.

    `broken` are the references that could not be followed, and `emptied` the fields, each with its record's id, in
    which any was left empty.
    """

    def __init__(self, records: Mapping[str, Record], excused: Collection[str] = ()) -> None:
        """Link to these records; an id that is excused may lead nowhere."""
        self.records, self.excused = records, excused
        self.broken: list[Broken] = []
        self.emptied: set[tuple[str, str]] = set()

    def link(self, record: Record) -> None:
        """Turn the ids in a record into the records they name."""
        self._follow(record, record, ())

    def _follow(self, holder: Any, record: Record, path: _Path) -> None:
        cls: Any = type(holder)
        references, values = _plan(cls)
        linked: dict[str, Any] = {}
        for name, allowed, kinds in references:
            ids = getattr(holder, name)
            if type(ids) is tuple:
                if ids:
                    found = [self.records.get(id) for id in ids]
                    for i, one in enumerate(found):
                        if not isinstance(one, allowed):
                            self._miss(ids[i], one, kinds, record, (*path, name, i))
                    linked[name] = tuple([one for one in found if isinstance(one, allowed)])
            elif ids is not None:
                one = self.records.get(ids)
                if not isinstance(one, allowed):
                    self._miss(ids, one, kinds, record, (*path, name))
                    one = None
                linked[name] = one
        if linked:
            fill(holder, linked)
        for name in values:
            value = getattr(holder, name)
            if type(value) is tuple:
                for i, item in enumerate(value):
                    self._follow(item, record, (*path, name, i))
            elif value is not None:
                self._follow(value, record, (*path, name))

    def _miss(self, id: Any, found: Record | None, kinds: tuple[str, ...], record: Record, path: _Path) -> None:
        """Note a reference that cannot be followed."""
        self.emptied.add((record.id, str(path[0])))
        if id not in self.excused:
            wanted = f"wanted: the id of a record of the kind {' or '.join(kinds)}"
            it_is = f"; it is the id of {a(type(found).__name__.lower())}" if found else "; there is none with this id"
            self.broken.append(Broken(record, _write_path(path), id, wanted + it_is))


@cache
def _plan(cls: Any) -> tuple[list[tuple[str, tuple[type, ...], tuple[str, ...]]], list[str]]:
    """List the fields of a class that refer to records, and those whose values may hold such fields."""
    references, values = [], []
    types = ChainMap(*map(get_annotations, cls.__mro__))
    for field in attrs.fields(cls):
        if field.metadata.get("derived"):
            continue
        if kinds := field.metadata.get("refers_to"):
            references.append((field.name, tuple(Thing if kind == "thing" else RECORDS[kind] for kind in kinds), kinds))
        else:
            held: list[Any] = [vars(model).get(word) for word in re.findall(r"\w+", types[field.name])]
            if any(_may_refer(kind) for kind in held):
                values.append(field.name)
    return references, values


def _may_refer(kind: Any) -> bool:
    """Tell whether a name that stands in an annotation is that of a value which may hold references."""
    if not isinstance(kind, type) or not issubclass(kind, Comparable):
        return False
    values: Any = kind
    return any(_plan(values))


def _write_path(path: _Path) -> str:
    """Write a path as a message has it: `values[1].statements[0]`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def top(place: str) -> str:
    """Find the field of a record in which a place within it lies: `values` for `values[1].statements[0]`."""
    return place.partition(".")[0].partition("[")[0]
