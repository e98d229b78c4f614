"""Records from tables that were checked before they were written: quick to read, for nothing is checked again.

What people write goes through `russianrev.loading.structure` instead, which needs cattrs and knows all that may be
wrong with it.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from inspect import get_annotations
from typing import Any, TypeAlias

import attrs

from russianrev.dates import HistoricalDate, read_notation
from russianrev.loading.form import source_of
from russianrev.records import model
from russianrev.records.base import Record
from russianrev.records.model import Editorial, Skipped, Source, Statement, cited
from russianrev.vocabulary import Authority

Finder: TypeAlias = Callable[[Any], Record | None]
"""Finds the record that a reference means; what means none is left out."""

_Reader: TypeAlias = Callable[[Any, Finder], Any]


def read(cls: type, table: Mapping[str, Any], find: Finder) -> dict[str, Any]:
    """Read the attributes of a record, or of a value of one, but for what is derived, from a table."""
    own: dict[str, Any] = {}
    for name, default, reader in _plan(cls):
        if name not in table:
            own[name] = default
        else:
            own[name] = reader(table[name], find) if reader else table[name]
    if cls is Statement:
        own["citation"] = _read_citation(table, find(source_of(table["id"])))
    elif cls is Source:
        itself = find(table["id"])
        own["skipped"] = tuple(_read_skipped(each, itself, find) for each in table.get("skipped", ()))
    return own


@cache
def _plan(cls: type) -> list[tuple[str, Any, _Reader | None]]:
    """List the fields of a class that a table may hold, each with its default, and how it is read if not as it is."""
    annotations = ChainMap(*map(get_annotations, cls.__mro__))
    plan: list[tuple[str, Any, _Reader | None]] = []
    for field in attrs.fields(cls):
        if field.metadata.get("derived") or field.name in ("citation", "skipped"):
            continue
        if "refers_to" in field.metadata:
            reader: _Reader | None = _follow_all if field.default == () else _follow
        elif field.name == "editorial":
            reader = _read_editorial
        else:
            reader = _choose_reader(annotations[field.name])
        plan.append((field.name, field.default, reader))
    return plan


def _choose_reader(annotation: str) -> _Reader | None:
    """Tell how a value is read, by its type as the model writes it: `X`, `X | None` or `tuple[X, ...]`.

    To have Python evaluate what is written takes longer than most questions.
    """
    several = annotation.startswith("tuple[")
    kind = vars(model).get(annotation.removeprefix("tuple[").removesuffix(", ...]").removesuffix(" | None"))
    reader: _Reader
    if kind is None:
        return _make_tuple if several else None
    if kind is HistoricalDate:
        reader = _read_date
    elif issubclass(kind, StrEnum):
        reader = lambda word, _: kind(word)  # noqa: E731
    else:
        reader = lambda table, find: kind(**read(kind, table, find))  # noqa: E731
    return (lambda values, find: tuple([reader(each, find) for each in values])) if several else reader


def _read_date(text: Any, _: Finder) -> HistoricalDate:
    return read_notation(text)


def _make_tuple(values: Any, _: Finder) -> Any:
    return tuple(values)


def _follow(to: Any, find: Finder) -> Record | None:
    return find(to)


def _follow_all(to: Any, find: Finder) -> tuple[Record, ...]:
    return tuple([found for each in to if (found := find(each)) is not None])


def _read_editorial(table: Any, _: Finder) -> tuple[Editorial, ...]:
    return tuple(Editorial(attribute=name, authority=Authority(word)) for name, word in table.items())


def _read_citation(table: Mapping[str, Any], source: Any) -> model.Citation:
    return cited(source, table["passage"], table["opening"])


def _read_skipped(table: Mapping[str, Any], source: Any, find: Finder) -> Skipped:
    return Skipped(citation=_read_citation(table, source), **read(Skipped, table, find))
