"""What is read from other records: the order of the events, and whatever of a record the others tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from russianrev.records.base import ByKind, Made, Record, Records, fill
from russianrev.records.model import RECORDS, Event, Relation, Statement
from russianrev.vocabulary import Predicate


def in_order(records: Iterable[Record]) -> dict[str, Records[Any]]:
    """Sort linked records by kind, events in order of time, statements in that of the documents, others by their ids.

    Events that time does not tell apart stand as the documents tell them; the undated come after those with a date.
    """
    kinds: dict[type, list[Any]] = {cls: [] for cls in RECORDS.values()}
    for record in sorted(records, key=lambda record: record.id):
        kinds[type(record)].append(record)
    kinds[Statement].sort(key=lambda statement: statement.place)
    first = {id: number for number, id in enumerate(dict.fromkeys(s.event.id for s in kinds[Statement] if s.event))}
    kinds[Event].sort(key=lambda event: first.get(event.id, len(first)))
    kinds[Event].sort(key=lambda event: (event.date is None, event.date.sort_key if event.date else ()))
    return {kind: Made(kinds[cls]) for kind, cls in RECORDS.items()}


def derive(records: ByKind) -> None:
    """Fill in what is read from other records, in their order."""
    found: defaultdict[str, defaultdict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    holders: dict[str, Record] = {}
    for holder, field, record in derived(records):
        holders[holder.id] = holder
        found[holder.id][field].append(record)
    for id, fields in found.items():
        fill(holders[id], {field: tuple(those) for field, those in fields.items()})


def derived(records: ByKind) -> Iterator[tuple[Record, str, Record]]:
    """Tell what is derived: the record that holds it, in which field, and what; all of it once."""
    links: set[tuple[str, str]] = set()  # which several statements may assert
    for statement in records["statement"]:
        for touched in (statement.source, *statement.things):
            yield touched, "statements", statement
        match statement.relation:
            case Relation(subject=Event() as cause, predicate=Predicate.LED_TO, object=Event() as effect):
                if (cause.id, effect.id) not in links:
                    links.add((cause.id, effect.id))
                    yield cause, "led_to", effect
    for dispute in records["dispute"]:
        for touched in dispute.touches:
            yield touched, "disputes", dispute
    for event in records["event"]:
        present = {each.id: each for each in (*(p.who for p in event.participants), *event.places)}
        for each in present.values():
            yield each, "events", event
        if event.part_of:
            yield event.part_of, "parts", event
    for person in records["person"]:
        groups = (*(m.party for m in person.memberships), *(tenure.body for tenure in person.offices))
        for group in {group.id: group for group in groups}.values():
            yield group, "people", person
    for party in records["party"]:
        if party.split_from:
            yield party.split_from, "splits", party
        if party.merged_into:
            yield party.merged_into, "absorbed", party
