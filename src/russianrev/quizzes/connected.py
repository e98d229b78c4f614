"""What ties things together, so that an option is wrong for certain: what is tied to the right one is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from russianrev.records.model import Event, Party, Person, Place, Thing


def is_disputed(thing: Thing) -> bool:
    """Tell whether something is disputed of the thing itself, not only of what touches it."""
    return any(dispute.thing == thing for dispute in thing.disputes)


def family(event: Event) -> list[Event]:
    """List an event, its parts, and what it is part of, and that in turn."""
    return [*event.branch, *list_wholes(event)]


def list_wholes(event: Event) -> Iterator[Event]:
    """List what an event is part of, and what that is part of in turn."""
    if event.part_of:
        yield event.part_of
        yield from list_wholes(event.part_of)


def tied_to(event: Event) -> set[Thing]:
    """Find whatever a statement on the event or around it touches, and who took part."""
    near = family(event)
    tied = {thing for each in near for s in each.statements for thing in s.things}
    return tied | {participant.who for each in near for participant in each.participants}


def kin_of(parties: Iterable[Party]) -> set[Party]:
    """Find these parties, and all to which splits and mergers tie them."""
    found = set(parties)
    return found | {end for party in found for d in party.lineage() for end in (d.earlier, d.later)}


def around(place: Place) -> set[Place]:
    """Find a place and what it lies within."""
    return {place, *around(place.within)} if place.within else {place}


def told_of(person: Person) -> set[Thing]:
    """Find whatever a statement on a person touches, and what the person belonged to or held an office in."""
    tied = {thing for s in person.statements for thing in s.things}
    return tied | {tenure.body for tenure in person.offices} | {each.party for each in person.memberships}
