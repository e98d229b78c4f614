"""What is said of a record, once for all the forms that show it: the page, the terminal, the time line.

A form renders what it finds here, in words and an arrangement of its own. What a record's own attributes say is a row
of `Fact`, each with its heading; what else the data know of it is an attribute of `Facts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import evolve, field, frozen

from russianrev.dates import HistoricalDate
from russianrev.queries.answers import Links
from russianrev.queries.causes import links_at
from russianrev.queries.tenures import limits, tenures_of
from russianrev.records.base import Record
from russianrev.records.model import (
    Address,
    Body,
    Claim,
    Descent,
    Dispute,
    Event,
    Findable,
    Membership,
    Name,
    Participant,
    Party,
    Person,
    Place,
    Rights,
    Source,
    Statement,
    Stretch,
    Tenure,
    Thing,
    Work,
)
from russianrev.vocabulary import Authority

Value: TypeAlias = HistoricalDate | Record | Rights | tuple[Record | Address | str, ...] | str
"""What an attribute holds, as far as it is shown."""

HEADINGS: Mapping[type[Record], Mapping[str, str]] = {
    Event: {"date": "Date", "places": "Places", "part_of": "Part of", "summary": "Summary"},
    Person: {"birth": "Born", "death": "Died"},
    Party: {
        "founded": "Founded",
        "dissolved": "Dissolved",
        "split_from": "Split from",
        "merged_into": "Merged into",
        "position": "Stood for",
    },
    Body: {"part_of": "Part of"},
    Place: {"within": "Lies in", "coordinates": "Coordinates"},
    Work: {"authors": "Authors", "date": "Date"},
    Source: {
        "authors": "Authors",
        "translators": "Translators",
        "work": "Part of",
        "part": "Which part",
        "container": "In",
        "publisher": "Publisher",
        "date": "Date",
        "language": "Language",
        "about": "Speaks of",
        "rights": "Rights",
        "addresses": "Addresses",
        "note": "Note",
    },
}
"""The attributes that are shown of each kind of record, in order, with their headings."""


@frozen
class Fact:
    """What one attribute of a record says; `authority` is set where no document states it."""

    attribute: str
    heading: str
    value: Value
    authority: Authority | None

    def __str__(self) -> str:
        """Write the value in a line."""
        return ", ".join(map(str, self.value)) if isinstance(self.value, tuple) else str(self.value)


@frozen
class Facts:
    """All that is said of a thing or a source; what its kind does not have is empty.

    `own` is what its attributes say, `held` what held of it for a time, `people` who held office in it or belonged to
    it; `accounts` is what each source says of it.
    """

    own: tuple[Fact, ...]
    accounts: Mapping[Source, tuple[Statement, ...]]
    disputes: tuple[Dispute, ...]
    names: tuple[Name, ...] = ()
    participants: tuple[Participant, ...] = ()
    causes: Links = field(factory=Links)
    consequences: Links = field(factory=Links)
    parts: tuple[Event, ...] = ()
    held: tuple[Stretch, ...] = ()
    lineage: tuple[Descent, ...] = ()
    people: tuple[tuple[Person, Tenure | Membership], ...] = ()
    events: tuple[Event, ...] = ()


def facts_of(record: Findable) -> Facts:
    """Collect what is said of a thing or a source.

    >>> import russianrev as rr
    >>> [str(fact) for fact in facts_of(rr.persons["kerensky"]).own]
    ['22 April (4 May) 1881', '11 June 1970']
    """
    known = Facts(
        own=tuple(own_facts(record)),
        accounts=group_by_source(record.statements),
        disputes=record.disputes,
        names=record.names if isinstance(record, Thing) else (),
    )
    match record:
        case Event():
            causes, consequences = links_at(record, "effect"), links_at(record, "cause")
            taking_part, parts = record.participants, record.parts
            return evolve(known, participants=taking_part, causes=causes, consequences=consequences, parts=parts)
        case Person():
            return evolve(known, held=_collect_held(record), events=record.events)
        case Party():
            people = tuple(tenures_of(record))
            return evolve(known, lineage=record.lineage(), people=people, events=record.events)
        case Body():
            return evolve(known, people=tuple(tenures_of(record)), events=record.events)
        case Place():
            return evolve(known, held=_collect_held(record), events=record.events)
        case _:
            return known


def own_facts(record: Findable) -> list[Fact]:
    """Collect what a record's own attributes say of it, but for its kind, which heads them."""
    shown = ((name, heading, value_of(record, name)) for name, heading in HEADINGS.get(type(record), {}).items())
    return [Fact(name, heading, value, authority_for(record, name)) for name, heading, value in shown if value]


def value_of(record: Record, attribute: str) -> Value | None:
    """Give what an attribute holds, as it is shown: places by what they were called then, a point in degrees."""
    match record, attribute:
        case Event(), "places":
            return name_places(record)
        case Place(coordinates=point), "coordinates":
            return f"{point.latitude}, {point.longitude}" if point else None
        case _:
            value: Value | None = getattr(record, attribute)
            return value


def authority_for(record: Findable | Stretch, attribute: str) -> Authority | None:
    """Give the kind of authority for an editorial attribute; None if the attribute is not editorial."""
    return next((note.authority for note in record.editorial if note.attribute == attribute), None)


def kind_of(record: Record) -> str:
    """Say what sort of record it is.

    >>> import russianrev as rr
    >>> kind_of(rr.events["kirov-assassination"]), kind_of(rr.persons["kirov"])
    ('event: assassination', 'person')
    """
    kind = getattr(record, "kind", None)
    name = type(record).__name__.lower()
    return f"{name}: {kind}" if kind else name


def name_places(event: Event) -> tuple[str, ...]:
    """Give the places of an event, by what they were called then."""
    return tuple(place.name_on(event.date) for place in event.places)


def _collect_held(record: Person | Place) -> tuple[Stretch, ...]:
    """Collect what held of a person or a country for a time, in order of time."""
    held: tuple[Stretch, ...] = (
        (*record.offices, *record.memberships, *record.confinements) if isinstance(record, Person) else record.capitals
    )
    return tuple(sorted(held, key=limits))


def from_until(stretch: Stretch) -> str:
    """Say from when until when something held: `1905 – 1917`, `? – 1917`, `1905 –`."""
    return f"{stretch.start or '?'} – {stretch.end or ''}".rstrip()


def group_by_source(statements: Iterable[Statement]) -> dict[Source, tuple[Statement, ...]]:
    """Group statements by source, each in the order in which it makes them."""
    grouped: dict[Source, list[Statement]] = {}
    for statement in sorted(statements, key=lambda statement: statement.place):
        grouped.setdefault(statement.source, []).append(statement)
    return {source: tuple(each) for source, each in grouped.items()}


@frozen
class Weighed:
    """A value in dispute: the claim, its value as a reader would write it, and whether it is what the editors take."""

    claim: Claim
    text: str
    chosen: bool


def weigh(dispute: Dispute) -> list[Weighed]:
    """Collect the values in dispute."""
    return [Weighed(claim, dispute.worded(claim.value), claim.value == dispute.chosen) for claim in dispute.values]


def lines_of(dispute: Dispute) -> list[str]:
    """Write what is in dispute: the values, each with who gives it, that which the editors take with a star, and why.

    The lines are as long as they are; who prints them wraps them.
    """
    lines = [f"{dispute.label} ({dispute.certainty})"]
    for value in weigh(dispute):
        given = [citation.locator for citation in value.claim.citations] or [f"editorial, {value.claim.authority}"]
        lines.append(f"  {'*' if value.chosen else ' '} {value.text}: {'; '.join(given)}")
    return [*lines, f"  {dispute.reason}"]
