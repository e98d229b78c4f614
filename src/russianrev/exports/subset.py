"""A part of a data set, as a data set: some events, and what they refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from russianrev.loading.memory import Loaded, made
from russianrev.loading.structure import make_converter
from russianrev.queries.corpus import Corpus
from russianrev.queries.timeline import Timeline
from russianrev.records.base import Comparable, Owner, Record
from russianrev.records.model import (
    KINDS,
    Claim,
    Dispute,
    Event,
    Findable,
    Name,
    Place,
    Source,
    Statement,
    Stretch,
    Thing,
)

_Table = dict[str, Any]

# What a thing or a document lies in, is part of or is by, which stays with it.
_FURTHER = ("within", "part_of", "authors", "translators", "work", "about")


def subset(dataset: Corpus, of: Timeline | Findable | str) -> Owner:
    """Make a data set of a timeline's events, or of what concerns one thing, and of what these refer to.

    Of an event it is the event with its parts; of a document what `according_to` makes; of anything else the events in
    which it took part, which were at it, or of which statements touch it. Every statement on these events stays, with
    its document, those who took part, the places, and the disputes. What refers to a record that does not stay goes;
    an event is then part of the nearest whole that stays. Raises what `find` raises.

    >>> import russianrev as rr
    >>> review = rr.according_to("boden-review")
    >>> len(subset(review, review.between("1936")).records["event"]) == len(review.between("1936"))
    True
    """
    if isinstance(of, Timeline):
        return _cut(dataset, of, ())
    match dataset.find(of):
        case Source() as source:
            return dataset.according_to(source).owner
        case Event() as event:
            return _cut(dataset, event.branch, ())
        case thing:
            return _cut(dataset, _find_events(dataset, thing), (thing,))


def _find_events(dataset: Corpus, thing: Thing) -> Iterator[Event]:
    yield from dataset.events.at(thing) if isinstance(thing, Place) else getattr(thing, "events", ())
    yield from (statement.event for statement in thing.statements if statement.event)


def _cut(dataset: Corpus, events: Iterable[Event], things: Iterable[Thing]) -> Owner:
    chosen: dict[str, Thing] = {each.id: each for each in (*events, *things)}
    statements = (
        statement
        for thing in chosen.values()
        for statement in thing.statements
        if statement.event is None or statement.event.id in chosen
    )
    disputes = (each for thing in chosen.values() for each in thing.disputes if each.thing.id in chosen)
    own: dict[str, Record] = {each.id: each for each in (*chosen.values(), *statements, *disputes)}
    kept = dict(own)
    for record in own.values():
        _keep(_list_references(record), kept)
    tables: dict[str, list[_Table]] = defaultdict(list)
    unstructure = make_converter().unstructure
    for record in kept.values():
        table = _prune(record, unstructure(record), kept)
        if table is not None:
            tables[KINDS[type(record)]].append(table)
    owner, sources = dataset.owner, [record.id for record in kept.values() if isinstance(record, Source)]
    beside = {index: {id: owner.look_up(index, id) for id in sources} for index in ("track", "text")}
    held = {index: {id: each for id, each in by_id.items() if each is not None} for index, by_id in beside.items()}
    return Loaded(made(tables).values(), owner.about, held)


def _list_references(value: Comparable) -> Iterator[Record]:
    """List the records to which a record refers, and what belongs to it, but for its names."""
    cls: Any = type(value)
    for field in attrs.fields(cls):
        if not field.metadata.get("derived"):
            content = getattr(value, field.name)
            for each in content if isinstance(content, tuple) else (content,):
                if isinstance(each, Record):
                    yield each
                elif isinstance(each, Comparable) and not isinstance(each, Name):
                    yield from _list_references(each)


def _keep(records: Iterable[Record], kept: dict[str, Record]) -> None:
    """Keep records that are referred to, and what each of them lies in, is part of or is by; but no further events."""
    for record in records:
        if record.id not in kept and not isinstance(record, Event | Statement | Dispute):
            kept[record.id] = record
            for name in _FURTHER:
                found = getattr(record, name, None) or ()
                _keep(found if isinstance(found, tuple) else (found,), kept)


def _prune(value: Comparable, table: _Table, kept: dict[str, Record]) -> _Table | None:
    """Take out of the table of a value what refers to what is not kept; None if nothing of it is left."""
    cls: Any = type(value)
    if isinstance(value, Event):
        table["part_of"] = _find_whole(value, kept)
    for field in attrs.fields(cls):
        content, written = getattr(value, field.name), table.get(field.name)
        if "refers_to" in field.metadata and isinstance(written, list):
            table[field.name] = [id for id in written if id in kept]
        elif "refers_to" in field.metadata and written not in kept:
            table.pop(field.name, None)
            if field.default is attrs.NOTHING:
                return None
        elif isinstance(written, list) and all(isinstance(each, dict) for each in written):
            pruned = (_prune(*pair, kept) for pair in zip(content, written, strict=True))
            table[field.name] = [each for each in pruned if each is not None]
        elif isinstance(content, Comparable) and isinstance(written, dict) and _prune(content, written, kept) is None:
            del table[field.name]
    return table if _is_supported(value, table) else None


def _find_whole(event: Event, kept: dict[str, Record]) -> str | None:
    whole = event.part_of
    while whole and whole.id not in kept:
        whole = whole.part_of
    return whole.id if whole else None


def _is_supported(value: Comparable, table: _Table) -> bool:
    """Tell whether what rested on documents still rests on one that is kept, or on the editors; a dispute has sides."""
    match value:
        case Name():
            return bool(table.get("sources") or not value.sources)
        case Claim():
            return bool(table.get("statements") or value.authority)
        case Stretch():
            return bool(table.get("statements") or not value.statements or value.editorial)
        case Dispute():
            if value.chosen not in [claim["value"] for claim in table["values"]]:
                table.pop("chosen", None)
            return len(table["values"]) > 1
        case _:
            return True
