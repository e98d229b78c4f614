"""The tables of what statements are about: events, persons, parties, bodies, places, works and ideas."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from russianrev.records.base import ByKind, Record
from russianrev.records.model import Body, Event, Idea, Party, Person, Place, Supported, Thing, Work
from russianrev.tabular.columns import (
    STRETCH,
    Column,
    ColumnType,
    date_columns,
    label,
    of_part,
    optional_reference,
    reference,
    text,
    word,
)
from russianrev.tabular.schema import (
    ID,
    Belonging,
    Find,
    Schema,
    all_of,
    belongings,
    owned_by,
    table_of_identified_values,
    table_of_records,
    table_of_values,
)
from russianrev.vocabulary import BodyKind, ConfinementKind, EventKind, IdeaKind, NameKind, PartyKind, Role, WorkKind

THING_ID: Column[Record] = reference("id", "things", "Its id", lambda thing: thing)


def statements_behind(table: str, record: str, find: Find[Belonging[Supported]]) -> Schema:
    """Make the table of the statements behind the rows of another."""
    return table_of_values(
        f"{record}_statements",
        f"The statements behind the {table}.",
        owned_by(record, table),
        belongings(find, "statements", lambda belonging: belonging.value.statements),
        reference("statement_id", "statements", "The statement", lambda statement: statement),
    )


# Events.

EVENTS = table_of_records(
    "events",
    "What happened.",
    Event,
    THING_ID,
    label("title", "The title", lambda event: event.title),
    word("kind", EventKind, "What sort of happening it is", lambda event: event.kind),
    date_columns("date", "the event", lambda event: event.date),
    optional_reference("part_of_id", "events", "The event that it is part of", lambda event: event.part_of),
    text("summary", "What happened, in a sentence or two", lambda event: event.summary),
)

PARTICIPANTS = table_of_values(
    "participants",
    "Who took part in the events.",
    owned_by("event", "events"),
    belongings(all_of(Event), "participants", lambda event: event.participants),
    reference("who_id", "things", "The person, party or body", lambda participant: participant.who),
    word("role", Role, "In which role", lambda participant: participant.role),
)

EVENT_PLACES = table_of_values(
    "event_places",
    "Where the events happened.",
    owned_by("event", "events"),
    belongings(all_of(Event), "places", lambda event: event.places),
    reference("place_id", "places", "The place", lambda place: place),
)

# Persons.

PERSONS = table_of_records(
    "persons",
    "The persons.",
    Person,
    THING_ID,
    label("name", "The usual English name", lambda person: person.name),
    date_columns("birth", "birth", lambda person: person.birth),
    date_columns("death", "death", lambda person: person.death),
)

_memberships = belongings(all_of(Person), "memberships", lambda person: person.memberships)
_offices = belongings(all_of(Person), "offices", lambda person: person.offices)
_confinements = belongings(all_of(Person), "confinements", lambda person: person.confinements)

MEMBERSHIPS = table_of_identified_values(
    "memberships",
    "Who belonged to which party, and when.",
    owned_by("person", "persons", "The person"),
    _memberships,
    reference("party_id", "parties", "The party", lambda membership: membership.party),
    STRETCH,
)

OFFICES = table_of_identified_values(
    "offices",
    "Who held which office, or sat in which body, and when.",
    owned_by("person", "persons", "The person"),
    _offices,
    text("office", "The office", lambda tenure: tenure.office),
    reference("body_id", "things", "The body or party", lambda tenure: tenure.body),
    STRETCH,
)

CONFINEMENTS = table_of_identified_values(
    "confinements",
    "Who was in prison, in exile or in hiding, where and when.",
    owned_by("person", "persons", "The person"),
    _confinements,
    word("kind", ConfinementKind, "How the person was confined", lambda confinement: confinement.kind),
    optional_reference("place_id", "places", "Where", lambda confinement: confinement.place),
    STRETCH,
)

# Parties, bodies, places.

PARTIES = table_of_records(
    "parties",
    "The parties, factions and blocs.",
    Party,
    THING_ID,
    label("name", "The usual English name", lambda party: party.name),
    word("kind", PartyKind, "What sort of grouping it is", lambda party: party.kind),
    date_columns("founded", "the founding", lambda party: party.founded),
    date_columns("dissolved", "the end", lambda party: party.dissolved),
    optional_reference("split_from_id", "parties", "The party that it split from", lambda party: party.split_from),
    optional_reference("merged_into_id", "parties", "The party that it merged into", lambda party: party.merged_into),
    text("position", "What it stood for, in a sentence", lambda party: party.position),
)

BODIES = table_of_records(
    "bodies",
    "The governments, soviets, committees, armies, newspapers and other institutions and groups.",
    Body,
    THING_ID,
    label("name", "The usual English name", lambda body: body.name),
    word("kind", BodyKind, "What sort of institution it is", lambda body: body.kind),
    optional_reference("part_of_id", "things", "The body or party that it is part of", lambda body: body.part_of),
)

PLACES = table_of_records(
    "places",
    "The towns, regions, countries and buildings.",
    Place,
    THING_ID,
    label("name", "The usual English name", lambda place: place.name),
    optional_reference("within_id", "places", "The place that it lies in", lambda place: place.within),
    of_part(
        lambda place: place.coordinates,
        Column("latitude", "In degrees of WGS 84, north positive", lambda p: float(p.latitude), ColumnType.NUMBER),
        Column("longitude", "In degrees of WGS 84, east positive", lambda p: float(p.longitude), ColumnType.NUMBER),
    ),
)

_capitals = belongings(all_of(Place), "capitals", lambda place: place.capitals)

CAPITALS = table_of_identified_values(
    "capitals",
    "Which city was the capital of which country, and when.",
    owned_by("place", "places", "The country"),
    _capitals,
    reference("city_id", "places", "The capital", lambda capital: capital.city),
    STRETCH,
)

# Works, ideas.

WORKS = table_of_records(
    "works",
    "What was written or proclaimed.",
    Work,
    THING_ID,
    label("title", "The title", lambda work: work.title),
    word("kind", WorkKind, "What sort of writing it is", lambda work: work.kind),
    date_columns("date", "first publication, or of writing if there was none", lambda work: work.date),
)

WORK_AUTHORS = table_of_values(
    "work_authors",
    "Who wrote the works.",
    owned_by("work", "works"),
    belongings(all_of(Work), "authors", lambda work: work.authors),
    reference("author_id", "things", "The person, party or body", lambda author: author),
)

IDEAS = table_of_records(
    "ideas",
    "The doctrines, policies, slogans and movements.",
    Idea,
    THING_ID,
    label("name", "The usual English name", lambda idea: idea.name),
    word("kind", IdeaKind, "What sort of thought it is", lambda idea: idea.kind),
)

# All of these.

_KINDS = (EVENTS, PERSONS, PARTIES, BODIES, PLACES, WORKS, IDEAS)

TABLE_NAMES: dict[object, str] = {table.kind: table.name for table in _KINDS}
"""The name of the table of each class of things."""


def all_things(records: ByKind) -> Iterator[Thing]:
    """Find all things, class by class."""
    return chain.from_iterable(table.find(records) for table in _KINDS)


THINGS = Schema(
    "things",
    "Everything that statements are about, whatever its kind: where to look up an id.",
    (
        ID,
        word(
            "table_name", TABLE_NAMES.values(), "The table with more about it", lambda thing: TABLE_NAMES[type(thing)]
        ),
        label("label", "What to call it in English", lambda thing: thing.label),
    ),
    all_things,
)

_names = belongings(all_things, "names", lambda thing: thing.names)

NAMES = table_of_identified_values(
    "names",
    "The forms of the names of things.",
    owned_by("thing", "things", "What is so named"),
    _names,
    text("text", "The name", lambda name: name.text),
    text("language", "Its language, a BCP 47 tag", lambda name: name.language),
    word("kind", NameKind, "How it stands to the thing", lambda name: name.kind),
    date_columns("date", "its use", lambda name: name.date),
)

NAME_SOURCES = table_of_values(
    "name_sources",
    "The documents that print a form of a name.",
    owned_by("name", "names"),
    belongings(_names, "sources", lambda name: name.value.sources),
    reference("source_id", "sources", "The document", lambda source: source),
)

THING_TABLES = (
    THINGS,
    EVENTS,
    PARTICIPANTS,
    EVENT_PLACES,
    PERSONS,
    MEMBERSHIPS,
    statements_behind("memberships", "membership", _memberships),
    OFFICES,
    statements_behind("offices", "office", _offices),
    CONFINEMENTS,
    statements_behind("confinements", "confinement", _confinements),
    PARTIES,
    BODIES,
    PLACES,
    CAPITALS,
    statements_behind("capitals", "capital", _capitals),
    WORKS,
    WORK_AUTHORS,
    IDEAS,
    NAMES,
    NAME_SOURCES,
)
